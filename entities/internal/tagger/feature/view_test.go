package feature

import (
	"slices"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/segment"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/lexicon"
)

// words is a small lexicon.
func words(t *testing.T) *lexicon.Lexicon {
	s := &lexicon.Source{
		Words: map[uint32]lexicon.Entry{
			lexicon.Hash("of"):    lexicon.Entry(0).WithInner().WithCase(lexicon.CaseLower),
			lexicon.Hash("wins"):  lexicon.Entry(0).WithCase(lexicon.CaseLower),
			lexicon.Hash("nato"):  lexicon.Entry(0).WithCase(lexicon.CaseUpper),
			lexicon.Hash("paris"): lexicon.Entry(0).WithCase(lexicon.CaseTitle).WithPlace(lexicon.PlaceCity),
		},
		Phrases: map[uint32]lexicon.Phrase{
			lexicon.Join(0, lexicon.Hash("new")):                                                                         lexicon.PhrasePrefix,
			lexicon.Join(lexicon.Join(0, lexicon.Hash("new")), lexicon.Hash("york")):                                     lexicon.PhrasePlace | lexicon.PhrasePrefix,
			lexicon.Join(lexicon.Join(lexicon.Join(0, lexicon.Hash("new")), lexicon.Hash("york")), lexicon.Hash("city")): lexicon.PhrasePlace,
		},
	}
	l, err := lexicon.Parse(string(s.Marshal()))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func load(t *testing.T, text string) (*View, *dateline.Document) {
	doc := &dateline.Document{Article: dateline.Article{Text: text}}
	doc.Sentences, doc.Tokens = segment.Split(text, nil)
	v := new(View)
	v.Load(doc, words(t))
	return v, doc
}

// texts returns the tokens for which keep is true.
func texts(v *View, doc *dateline.Document, keep func(*Token) bool) (out []string) {
	for j := range v.Tokens {
		if keep(&v.Tokens[j]) {
			out = append(out, doc.Slice(doc.Tokens[j].Span))
		}
	}
	return out
}

func TestActive(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"the Bank of England said", "Bank of England"},
		{"a lot of people", ""},
		{"President Yoon Suk-yeol left", "President Yoon Suk - yeol"},
		{"the al-Shabaab group", "al - Shabaab"},
		{"in 1996 prices rose", ""},
		{"the Boeing 737 landed", "Boeing 737"},
		{"the RISE OF NATO", "RISE OF NATO"},
	} {
		v, doc := load(t, c.text)
		got := strings.Join(texts(v, doc, func(t *Token) bool { return t.Flags&Active != 0 }), " ")
		if got != c.want {
			t.Errorf("%q: active %q, want %q", c.text, got, c.want)
		}
	}
}

// TestCapitals holds that a line in capitals is read as the rest of the document, or else the lexicon, writes its words.
func TestCapitals(t *testing.T) {
	v, doc := load(t, "PARIS WINS NATO PRIZE\nThe prize went to the group from Lyon on the day.")
	for _, c := range []struct {
		word string
		form string
	}{{"PARIS", "Paris"}, {"WINS", "wins"}, {"NATO", "NATO"}, {"PRIZE", "prize"}, {"Lyon", "Lyon"}} {
		for j := range v.Tokens {
			if doc.Slice(doc.Tokens[j].Span) == c.word && v.Tokens[j].Form != lexicon.Hash(c.form) {
				t.Errorf("%s is not read as %s", c.word, c.form)
			}
		}
	}
	if v.Tokens[0].Style != StyleCaps || v.Tokens[len(v.Tokens)-1].Style != StyleText {
		t.Error("styles of the lines")
	}
	if v, _ := load(t, "Lawyers Expect Longer Trial After Decision"); v.Tokens[0].Style != StyleTitle {
		t.Error("style of a headline")
	}
}

func TestPhrases(t *testing.T) {
	v, doc := load(t, "He left New York City for New York and New Delhi.")
	got := texts(v, doc, func(t *Token) bool { return t.Place != 0 })
	if want := []string{"New", "York", "City", "New", "York"}; !slices.Equal(got, want) {
		t.Errorf("in phrases: %q, want %q", got, want)
	}
	if v.Tokens[2].Place != 1 || v.Tokens[3].Place != 2 || v.Tokens[4].Place != 3 {
		t.Error("places in the phrase")
	}
}

func TestScan(t *testing.T) {
	for _, same := range [][2]string{{"Paris", "Rome"}, {"U.S.", "D.C."}, {"1996", "20"}, {"O'Brien", "D’Arcy"}, {"Ünal", "Paris"}} {
		if scan(same[0]).shape != scan(same[1]).shape {
			t.Errorf("%q and %q have different shapes", same[0], same[1])
		}
	}
	for _, differ := range [][2]string{{"Paris", "paris"}, {"NATO", "Nato"}, {"G20", "Go"}} {
		if scan(differ[0]).shape == scan(differ[1]).shape {
			t.Errorf("%q and %q have the same shape", differ[0], differ[1])
		}
	}
	for _, c := range []struct {
		word string
		want Flags
	}{{"NATO", Cap | Upper | Alpha}, {"iPhone", Cap | Alpha}, {"of", Alpha}, {"A", Cap | Alpha}, {"G20", Cap | Digit | Alpha}, {"--", 0}} {
		if got := scan(c.word).flags; got != c.want {
			t.Errorf("%q: flags %b, want %b", c.word, got, c.want)
		}
	}
}

// TestReuse holds that a View used before gives what a new one gives, and that features stay within their bound.
func TestReuse(t *testing.T) {
	one, _ := load(t, "New York and PARIS, he said. \"Nobody in NATO knows,\" (Smith) added.")
	used, _ := load(t, strings.Repeat("The Lower Fell Club of Paris won. ", 30))
	used.Load(one.doc, one.lex)
	for j := range one.Tokens {
		if one.Tokens[j].Flags&Active == 0 {
			continue
		}
		a, b := one.Features(j, nil), used.Features(j, nil)
		if !slices.Equal(a, b) || len(a) == 0 || len(a) > MaxFeatures {
			t.Errorf("token %d: %d and %d features", j, len(a), len(b))
		}
	}
}
