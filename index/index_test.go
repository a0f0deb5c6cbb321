package index_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index"
)

var ctx = context.Background()

// span returns where the n-th occurrence of s stands in d, counting from 0.
func span(d *dateline.Document, s string, n int) dateline.Span {
	at := 0
	for ; ; n-- {
		i := strings.Index(d.Text[at:], s)
		if i < 0 {
			panic(fmt.Sprintf("no %q in %q", s, d.ID))
		}
		if n == 0 {
			return dateline.Span{Start: at + i, End: at + i + len(s)}
		}
		at += i + len(s)
	}
}

// nato is a short form of the sample article, annotated by hand.
func nato() *dateline.Document {
	d := &dateline.Document{Article: dateline.Article{
		ID: "nato-iraq", Published: dateline.DayOf(2020, 2, 12).Time(), Source: "CBC News",
		Text: "NATO moves to expand training mission in Iraq\n\n" +
			"\"This is in their interest,\" Stoltenberg told reporters today. Jens Stoltenberg is NATO Secretary General.\n\n" +
			"Retired vice-admiral Bob Davidson said the NATO mission in Baghdad began in 2018.\n\n" +
			"\"It would allow them to relabel the mission as not a U.S. mission, but a NATO mission,\" he said.\n",
	}}
	d.Sections = []dateline.Section{{Span: span(d, "NATO moves to expand training mission in Iraq", 0), Kind: dateline.SectionHeadline}}
	d.Entities = []dateline.Entity{
		{ID: 1, Label: dateline.Org, Name: "North Atlantic Treaty Organization", Aliases: []string{"NATO"}},
		{ID: 2, Label: dateline.Place, Name: "Iraq", Country: "IQ"},
		{ID: 3, Label: dateline.Person, Name: "Jens Stoltenberg", Aliases: []string{"Stoltenberg"},
			Roles: []dateline.Role{{Title: "Secretary General", Affiliation: "NATO", AffiliationEntity: 1}}},
		{ID: 4, Label: dateline.Person, Name: "Bob Davidson"},
		{ID: 5, Label: dateline.Place, Name: "Baghdad", Country: "IQ", Geo: &dateline.Geo{GeoNames: 98182, Country: "IQ", Lat: 33.34, Lon: 44.4}},
		{ID: 6, Label: dateline.Place, Name: "U.S.", Country: "US"},
	}
	mention := func(s string, n int, id dateline.EntityID) {
		d.Mentions = append(d.Mentions, dateline.Mention{Span: span(d, s, n), Label: d.Entities[id-1].Label, Entity: id})
	}
	mention("NATO", 0, 1)
	mention("Iraq", 0, 2)
	mention("Stoltenberg", 0, 3)
	mention("Jens Stoltenberg", 0, 3)
	mention("NATO", 1, 1)
	mention("Bob Davidson", 0, 4)
	mention("NATO", 2, 1)
	mention("Baghdad", 0, 5)
	d.Mentions = append(d.Mentions, dateline.Mention{Span: span(d, "2018", 0), Label: dateline.Date, Time: &dateline.Timex{
		Type: dateline.TimexDate, Value: "2018", Interval: dateline.Interval{From: dateline.DayOf(2018, 1, 1), To: dateline.DayOf(2019, 1, 1)}}})
	mention("U.S.", 0, 6)
	mention("NATO", 3, 1)
	he := span(d, "he said", 0)
	he.End = he.Start + 2
	d.Mentions = append(d.Mentions, dateline.Mention{Span: he, Label: dateline.Person, Form: dateline.FormPronoun, Entity: 4})
	quote := func(kind dateline.QuoteKind, said string, who dateline.EntityID, mention dateline.Span, score float64) {
		s := span(d, said, 0)
		q := dateline.Quote{Span: s, Kind: kind, Content: []dateline.Span{s}, Score: score, Rule: "hand"}
		if kind == dateline.Direct {
			q.Span = dateline.Span{Start: s.Start - 1, End: s.End + 1}
			q.Quoted = q.Content
		}
		q.Speaker = dateline.Speaker{Span: mention, Entity: who, Name: d.Entities[who-1].Name}
		d.Quotes = append(d.Quotes, q)
	}
	quote(dateline.Direct, "This is in their interest,", 3, span(d, "Stoltenberg", 0), 0.9)
	quote(dateline.Indirect, "the NATO mission in Baghdad began in 2018", 4, span(d, "Bob Davidson", 0), 0.8)
	quote(dateline.Direct, "It would allow them to relabel the mission as not a U.S. mission, but a NATO mission,", 4, dateline.Span{}, 0.7)
	return d
}

// open returns an empty index on disk.
func create(t testing.TB) *index.Index {
	t.Helper()
	ix, err := index.Create(filepath.Join(t.TempDir(), "ix"), index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	return ix
}

func add(t testing.TB, ix *index.Index, docs ...*dateline.Document) {
	t.Helper()
	for _, d := range docs {
		if err := ix.Add(ctx, d); err != nil {
			t.Fatal(err)
		}
	}
}

// sequence is docs as AddAll takes them.
func sequence(docs ...*dateline.Document) iter.Seq2[*dateline.Document, error] {
	return func(yield func(*dateline.Document, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
	}
}

func addAll(t testing.TB, ix *index.Index, docs ...*dateline.Document) {
	t.Helper()
	report, err := ix.AddAll(ctx, sequence(docs...), index.AddOptions{})
	if err != nil || report.Done != len(docs) || report.Failed > 0 {
		t.Fatalf("added %d of %d, %d failed: %v %v", report.Done, len(docs), report.Failed, err, report.Errors)
	}
}

func search(t testing.TB, ix *index.Index, q index.Query) []index.Hit {
	t.Helper()
	hits, err := ix.Search(ctx, q)
	if err != nil {
		t.Fatalf("%s: %v", q, err)
	}
	return hits
}

// The question that the index is for: who said it, and not who stands beside it.
func TestSpeakerSaid(t *testing.T) {
	ix := create(t)
	d := nato()
	add(t, ix, d)
	hits := search(t, ix, index.Query{Speaker: "Davidson", Said: `"NATO mission"`, Kind: dateline.Direct})
	if len(hits) != 1 {
		t.Fatalf("%d hits, want 1: %+v", len(hits), hits)
	}
	h := hits[0]
	if h.ID != "nato-iraq" || h.Quote != 2 || h.Speaker != "Bob Davidson" || h.Entity != 4 {
		t.Errorf("hit %+v", h)
	}
	if h.Headline != "NATO moves to expand training mission in Iraq" {
		t.Errorf("headline %q", h.Headline)
	}
	if got := d.Slice(h.Span); got != "\"It would allow them to relabel the mission as not a U.S. mission, but a NATO mission,\"" {
		t.Errorf("span %v is %q", h.Span, got)
	}
	if len(h.Fragments) != 1 {
		t.Fatalf("fragments %+v", h.Fragments)
	}
	var marked []string
	for _, m := range h.Fragments[0].Marks {
		marked = append(marked, d.Slice(m))
	}
	if diff := cmp.Diff([]string{"NATO", "mission"}, marked); diff != "" {
		t.Errorf("marks: %s", diff)
	}
	if got := h.Fragments[0].Mark("[", "]"); !strings.Contains(got, "but a [NATO] [mission],") {
		t.Errorf("marked fragment %q", got)
	}
	if hits := search(t, ix, index.Query{Speaker: "Stoltenberg", Said: `"NATO mission"`}); len(hits) > 0 {
		t.Errorf("words of Davidson under Stoltenberg: %+v", hits)
	}
	page, err := ix.Find(ctx, index.Request{Query: index.Query{Speaker: "Stoltenberg", Said: `"NATO mission"`}, Target: index.Articles})
	if err != nil || page.Total > 0 {
		t.Errorf("article with words of Davidson under Stoltenberg: %+v, %v", page, err)
	}
}

func TestFields(t *testing.T) {
	ix := create(t)
	add(t, ix, nato())
	for _, tt := range []struct {
		query string
		want  string // quotes found, and A for the article
	}{
		{"*", "A"},
		{"relabelling", "A"},
		{"nothing", ""},
		{"said:mission", "1 2"},
		{`said:"mission nato"`, ""},
		{"said:miss*", "1 2"},
		{"said:mision~", "1 2"},
		{"speaker:stoltenberg", "0"},
		{`speaker:"Jens Stoltenberg"`, "0"},
		{"speaker:Jens", ""},
		{"speaker:stolt*", "0"},
		{"speaker:stoltenburg~", "0"},
		{"speaker:davidson AND kind:indirect", "1"},
		{"speaker:davidson AND NOT kind:indirect", "2"},
		{"score:0.8", "0 1"},
		{"role:(secretary nato)", "0"},
		{`org:NATO AND kind:direct`, "0 2"},
		{`org:"North Atlantic Treaty Organization" AND kind:indirect`, "1"},
		{"org:nato", "A"},
		{"place:US", "A"},
		{`place:"United States"`, "A"},
		{"place:Baghdad AND kind:indirect", "1"},
		{"place:Baghdad AND kind:direct", ""},
		{"country:iq AND kind:direct", ""},
		{"country:us AND kind:direct", "2"},
		{"near:33.3,44.3,50km", "A"},
		{"near:33.3,44.3,5km", ""},
		{"mentioned:2018-06", "A"},
		{"mentioned:2018-06 AND kind:indirect", "1"},
		{"mentioned:2017", ""},
		{"published:2020-02", "A"},
		{"published:..2020-02-11", ""},
		{"published:2020 AND kind:direct", "0 2"},
		{`source:"cbc news"`, "A"},
		{"about:NATO AND kind:direct", "0 2"},
		{"about:Davidson AND kind:indirect", ""},
		{"person:Davidson AND kind:indirect", "1"},
		{"said:(interest OR began)", "0 1"},
		{"kind:direct AND NOT said:interest", "2"},
		{"kind:direct AND in:(text:baghdad)", "0 2"},
		{"kind:direct AND in:(text:paris)", ""},
	} {
		q, err := index.ParseQuery(tt.query)
		if err != nil {
			t.Error(err)
			continue
		}
		page, err := ix.Find(ctx, index.Request{Query: q, Order: index.ByID})
		if err != nil {
			t.Errorf("%s: %v", tt.query, err)
			continue
		}
		var got []string
		for _, h := range page.Hits {
			if h.Quote < 0 {
				got = append(got, "A")
			} else {
				got = append(got, fmt.Sprint(h.Quote))
			}
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: found %q, want %q", tt.query, s, tt.want)
		}
	}
}

func TestMarks(t *testing.T) {
	ix := create(t)
	d := nato()
	add(t, ix, d)
	for _, tt := range []struct{ said, want string }{
		{"miss*", "mission mission mission"}, {"missoin~2", "mission mission mission"}, {`"not a U.S." relabel`, "relabel U.S"}, {"nato mission", "mission mission NATO mission"},
	} {
		hits := search(t, ix, index.Query{Said: tt.said, Kind: dateline.Direct, Speaker: "davidson"})
		if len(hits) != 1 {
			t.Errorf("%s: %d hits", tt.said, len(hits))
			continue
		}
		var got []string
		for _, f := range hits[0].Fragments {
			for _, m := range f.Marks {
				got = append(got, d.Slice(m))
			}
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: marked %q, want %q", tt.said, s, tt.want)
		}
	}
}

// An article that is found by a quote shows the words of that quote, not the same words elsewhere.
func TestMarksOfQuotes(t *testing.T) {
	ix := create(t)
	d := nato()
	add(t, ix, d)
	page := find(t, ix, index.Request{Query: index.Query{Speaker: "Davidson", Said: `"NATO mission"`, Kind: dateline.Direct}, Target: index.Articles})
	if len(page.Hits) != 1 || len(page.Hits[0].Fragments) != 1 {
		t.Fatalf("%+v", page.Hits)
	}
	f := page.Hits[0].Fragments[0]
	if len(f.Marks) != 2 || !d.Quotes[2].Contains(f.Marks[0]) || !d.Quotes[2].Contains(f.Marks[1]) {
		t.Errorf("marks of %s", f.Mark("[", "]"))
	}
}

func TestReplaceAndDelete(t *testing.T) {
	ix := create(t)
	d := nato()
	add(t, ix, d, d)
	if a, q, _ := ix.Count(); a != 1 || q != 3 {
		t.Errorf("%d articles, %d quotes after adding twice", a, q)
	}
	short := nato()
	short.Quotes = short.Quotes[:1]
	add(t, ix, short)
	if a, q, _ := ix.Count(); a != 1 || q != 1 {
		t.Errorf("%d articles, %d quotes after replacing", a, q)
	}
	if hits := search(t, ix, index.Query{Speaker: "Davidson"}); len(hits) > 0 {
		t.Errorf("quotes of the old article: %+v", hits)
	}
	if n, err := ix.Delete(ctx, "nato-iraq", "other", "nato-iraq"); n != 1 || err != nil {
		t.Errorf("deleted %d, %v", n, err)
	}
	if hits := search(t, ix, index.Query{}); len(hits) > 0 {
		t.Errorf("after deleting: %+v", hits)
	}
}

func TestReopen(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "sub", "ix")
	ix, err := index.Create(dir, index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	add(t, ix, nato())
	if _, err := index.Open(dir, index.Options{LockWait: 50e6}); !errors.Is(err, index.ErrLocked) {
		t.Errorf("opened twice: %v", err)
	}
	if err := errors.Join(ix.Close(), ix.Close()); err != nil {
		t.Fatal(err)
	}
	if _, err := ix.Search(ctx, index.Query{}); !errors.Is(err, index.ErrClosed) {
		t.Errorf("search after Close: %v", err)
	}
	a, err := index.OpenReadOnly(dir, index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	b, err := index.OpenReadOnly(dir, index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, ix := range []*index.Index{a, b} {
		if hits := search(t, ix, index.Query{Said: "interest"}); len(hits) != 1 {
			t.Errorf("read-only: %+v", hits)
		}
		if err := ix.Add(ctx, nato()); !errors.Is(err, index.ErrReadOnly) {
			t.Errorf("write on a read-only handle: %v", err)
		}
	}
	if err := errors.Join(a.Close(), b.Close()); err != nil {
		t.Fatal(err)
	}
	if _, err := index.Create(dir, index.Options{}); !errors.Is(err, index.ErrExists) {
		t.Errorf("created over it: %v", err)
	}
	if ix, err = index.Open(dir, index.Options{}); err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	if a, q, _ := ix.Count(); a != 1 || q != 3 {
		t.Errorf("%d articles, %d quotes", a, q)
	}
	if _, err := index.Open(filepath.Dir(dir), index.Options{}); !errors.Is(err, index.ErrNotIndex) {
		t.Errorf("a directory that is no index: %v", err)
	}
	if _, err := index.Open(filepath.Join(dir, "none"), index.Options{}); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no directory: %v", err)
	}
}
