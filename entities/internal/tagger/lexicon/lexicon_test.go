package lexicon

import (
	"errors"
	"testing"
)

func source() *Source {
	return &Source{
		Words: map[uint32]Entry{
			Hash("paris"): Entry(0).WithClasses(8191, 299).WithCase(CaseTitle).WithGiven(2).WithPlace(PlaceCity),
			Hash("iraqi"): Entry(0).WithDemonym().WithSur(1),
			Hash("of"):    Entry(0).WithInner().WithCase(CaseLower),
			Hash("mr."):   Entry(0).WithTitle(1),
		},
		Cased:   map[uint32]uint8{Hash("Paris"): 200},
		Phrases: map[uint32]Phrase{Join(0, Hash("new")): PhrasePrefix, Join(Join(0, Hash("new")), Hash("york")): PhrasePlace},
	}
}

func TestRoundTrip(t *testing.T) {
	s := source()
	l, err := Parse(string(s.Marshal()))
	if err != nil {
		t.Fatal(err)
	}
	for h, e := range s.Words {
		if l.Word(h) != e {
			t.Errorf("word %x: %x, want %x", h, l.Word(h), e)
		}
	}
	p := l.Word(Hash("paris"))
	if p.Hier() != 8191 || p.Flat() != 299 || !p.Known() || p.Case() != CaseTitle || p.Given() != 2 || p.Place() != PlaceCity || p.Sur() != 0 || p.Inner() {
		t.Errorf("fields of paris: %x", p)
	}
	if e := l.Word(Hash("of")); !e.Inner() || e.Case() != CaseLower || e.Known() {
		t.Errorf("fields of of: %x", e)
	}
	if l.Cased(Hash("Paris")) != 200 || l.Cased(Hash("paris")) != 0 || l.Word(Hash("nowhere")) != 0 {
		t.Error("cased classes, or an unknown word")
	}
	if l.Phrase(Join(0, Hash("new"))) != PhrasePrefix || l.Phrase(Join(Join(0, Hash("new")), Hash("york"))) != PhrasePlace {
		t.Error("phrases")
	}
}

func TestDamage(t *testing.T) {
	whole := string(source().Marshal())
	for n := 0; n < len(whole); n++ {
		if _, err := Parse(whole[:n]); !errors.Is(err, ErrFormat) {
			t.Fatalf("cut at %d: %v", n, err)
		}
		b := []byte(whole)
		b[n] ^= 1
		if _, err := Parse(string(b)); !errors.Is(err, ErrFormat) {
			t.Fatalf("bit %d changed: %v", n, err)
		}
	}
}

func TestLower(t *testing.T) {
	for _, c := range [][2]string{{"NATO", "nato"}, {"Åland", "åland"}, {"O’Brien", "o'brien"}, {"É–x", "é-x"}, {"", ""}} {
		if got := string(AppendLower(nil, c[0])); got != c[1] {
			t.Errorf("%q: %q, want %q", c[0], got, c[1])
		}
	}
}
