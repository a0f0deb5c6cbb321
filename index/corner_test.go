package index_test

import (
	"context"
	"errors"
	"iter"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index"
)

// saying is an article whose sentences are all quotes.
func saying(id string, sentences ...string) *dateline.Document {
	d := plain(id, strings.Join(sentences, " "))
	for _, s := range sentences {
		at := span(d, s, 0)
		d.Quotes = append(d.Quotes, dateline.Quote{Span: at, Kind: dateline.Indirect, Content: []dateline.Span{at}})
	}
	return d
}

// Quotes are ordered by the id of their article, whatever bytes it holds, then by place.
func TestOrderByID(t *testing.T) {
	ix := create(t)
	addAll(t, ix, saying("a b", "One.", "Two."), saying("a", "One.", "Two.", "Three."), saying("a#00001", "One."), saying("a!", "One."))
	want := []string{"a", "a", "a", "a b", "a b", "a!", "a#00001"}
	for _, size := range []int{1, 2, 100} {
		var got []string
		for h, err := range ix.All(ctx, index.Request{Target: index.Quotes, Order: index.ByID, Size: size}) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, h.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("in pages of %d: %q, want %q", size, got, want)
		}
	}
}

// A write that waits for another one ends with its context, and counts can be read meanwhile.
func TestWaitingWrite(t *testing.T) {
	ix := create(t)
	addAll(t, ix, plain("a", "One."))
	err := ix.Writing(func() error {
		brief, cancel := context.WithTimeout(ctx, 20*time.Millisecond)
		defer cancel()
		if err := ix.Add(brief, plain("b", "Two.")); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("Add: %v", err)
		}
		if _, err := ix.AddAll(brief, sequence(plain("b", "Two.")), index.AddOptions{}); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("AddAll: %v", err)
		}
		if err := ix.Compact(brief); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("Compact: %v", err)
		}
		if n, _, err := ix.Count(); n != 1 || err != nil || ix.Generation() != 1 {
			t.Errorf("%d articles, generation %d, %v", n, ix.Generation(), err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := ix.Add(ctx, plain("b", "Two.")); err != nil {
		t.Fatal(err)
	}
}

// Of two documents with one id the later counts, also where it is what the index holds already.
func TestSkipExistingLater(t *testing.T) {
	ix := create(t)
	addAll(t, ix, plain("a", "Old."))
	_, err := ix.AddAll(ctx, sequence(plain("a", "New."), plain("a", "Old.")), index.AddOptions{SkipExisting: true})
	if err != nil {
		t.Fatal(err)
	}
	if d, err := ix.Document(ctx, "a"); err != nil || d.Text != "Old." {
		t.Errorf("%v, %v", d, err)
	}
}

// A directory of something else is neither moved nor made an index.
func TestRepairElsewhere(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "notes.txt")
	if err := os.WriteFile(file, []byte("mine"), 0o666); err != nil {
		t.Fatal(err)
	}
	var none iter.Seq2[*dateline.Document, error]
	if _, err := index.Repair(ctx, dir, none, index.AddOptions{}); !errors.Is(err, index.ErrNotIndex) {
		t.Errorf("repaired: %v", err)
	}
	if b, err := os.ReadFile(file); string(b) != "mine" {
		t.Errorf("%q, %v", b, err)
	}
}

// An index that is joined twice counts once, and a page tells the generation that the joined index tells.
func TestJoinTwice(t *testing.T) {
	a, b := create(t), create(t)
	addAll(t, a, plain("a", "One."))
	addAll(t, b, plain("b", "Two."))
	addAll(t, b, plain("c", "Three."))
	j, err := index.Join(a, b, a)
	if err != nil {
		t.Fatal(err)
	}
	if n := j.Members(); n != 2 {
		t.Errorf("%d members", n)
	}
	page, err := j.Find(ctx, index.Request{})
	if err != nil || page.Total != 3 || page.Generation != j.Generation() {
		t.Errorf("%+v, generation %d, %v", page, j.Generation(), err)
	}
}

// A word longer than a fragment is marked like any other.
func TestLongWordMarked(t *testing.T) {
	word := strings.Repeat("abcdefgh", 40)
	ix := create(t)
	d := plain("a", "Short words, then "+word+" and others.")
	addAll(t, ix, d)
	hits, err := ix.Search(ctx, query{Text: word})
	if err != nil || len(hits) != 1 || len(hits[0].Fragments) != 1 {
		t.Fatalf("%+v, %v", hits, err)
	}
	f := hits[0].Fragments[0]
	if len(f.Marks) != 1 || d.Slice(f.Marks[0]) != word || f.Text != d.Slice(f.Span) {
		t.Errorf("%+v", f)
	}
}

// A time in a zone that RFC 3339 cannot write keeps its day, and the article can be read again.
func TestOddZone(t *testing.T) {
	ix := create(t)
	d := plain("a", "One.")
	d.Published = time.Date(2020, 2, 12, 10, 0, 0, 0, time.FixedZone("far", 30*3600))
	addAll(t, ix, d)
	if got, err := ix.Document(ctx, "a"); err != nil || dateline.DayOf(got.Published.Date()) != dateline.DayOf(2020, 2, 12) {
		t.Errorf("%v, %v", got, err)
	}
}

// Coordinates that no export could write are refused, by name.
func TestNoCoordinates(t *testing.T) {
	for _, x := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		d := plain("a", "Oslo.")
		d.Entities = []dateline.Entity{{ID: 1, Label: dateline.Place, Name: "Oslo", Geo: &dateline.Geo{Lat: x}}}
		if err := create(t).Add(ctx, d); err == nil || !strings.Contains(err.Error(), "entity 1") {
			t.Errorf("%g: %v", x, err)
		}
	}
}

// A field that is asked for twice counts once.
func TestNetworkFieldsOnce(t *testing.T) {
	ix := create(t)
	addAll(t, ix, nato())
	want, err := ix.Network(ctx, query{}, index.NetworkOptions{Fields: []index.Field{index.FieldPerson}})
	if err != nil {
		t.Fatal(err)
	}
	got, err := ix.Network(ctx, query{}, index.NetworkOptions{Fields: []index.Field{index.FieldPerson, index.FieldPerson}})
	if err != nil || !slices.Equal(got.Nodes, want.Nodes) || !slices.Equal(got.Edges, want.Edges) || len(got.Edges) == 0 {
		t.Errorf("%+v, want %+v, %v", got, want, err)
	}
}

// A pronoun that stands for nobody known is found as a speaker, but is not counted among them.
func TestPronounSpeaker(t *testing.T) {
	ix := create(t)
	d := plain("a", "They said it rains. Residents said it pours.")
	for who, said := range map[string]string{"They": "it rains", "Residents": "it pours"} {
		at, by := span(d, said, 0), span(d, who, 0)
		d.Quotes = append(d.Quotes, dateline.Quote{Span: at, Kind: dateline.Indirect, Content: []dateline.Span{at}, Speaker: dateline.Speaker{Span: by, Name: who}})
	}
	slices.SortFunc(d.Quotes, func(a, b dateline.Quote) int { return a.Start - b.Start })
	addAll(t, ix, d)
	page := find(t, ix, index.Request{Target: index.Quotes, Facets: []index.Facet{{Field: index.FieldSpeaker}}})
	if values := page.Facets[0].Values; len(values) != 1 || values[0].Value != "Residents" {
		t.Errorf("speakers %+v", values)
	}
	if hits := search(t, ix, index.Query{Speaker: "they"}); len(hits) != 1 {
		t.Errorf("%d hits", len(hits))
	}
}

// Places are not found by the initials of others, but by short forms that everybody knows.
func TestPlaceInitials(t *testing.T) {
	ix := create(t)
	add(t, ix, named("a", "L:Window Rock", "L:U.S."), named("b", "L:United States", "L:People's Republic of China"))
	for place, want := range map[string]int{"Window Rock": 1, "Wall Rock": 0, "United States": 2, "US": 2, "PRC": 1, "Red China": 0} {
		if hits := search(t, ix, index.Query{Place: place}); len(hits) != want {
			t.Errorf("%s: %d hits, want %d", place, len(hits), want)
		}
	}
}
