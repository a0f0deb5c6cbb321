package index_test

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index"
)

func plain(id, text string) *dateline.Document {
	return &dateline.Document{Article: dateline.Article{ID: id, Text: text}}
}

func TestIDs(t *testing.T) {
	ix := create(t)
	odd := []string{"a", "a#00000", "a#00001", "qa#00000", "#", "ä/ö ü", "a\tb", `{"x":1}`, "../../etc", strings.Repeat("x", 1024), "a*", `"`}
	for _, id := range odd {
		d := nato()
		d.ID = id
		add(t, ix, d)
	}
	if a, q, _ := ix.Count(); a != len(odd) || q != 3*len(odd) {
		t.Errorf("%d articles, %d quotes", a, q)
	}
	for _, id := range odd {
		if d, err := ix.Document(ctx, id); err != nil || d.ID != id {
			t.Errorf("%q: %v", id, err)
		}
	}
	if n, err := ix.Delete(ctx, "a"); n != 1 || err != nil {
		t.Errorf("deleted %d, %v", n, err)
	}
	if page := find(t, ix, index.Request{Target: index.Quotes}); page.Total != 3*len(odd)-3 {
		t.Errorf("%d quotes after deleting a", page.Total)
	}
	for _, id := range []string{"", "\xff", "a\nb", "a\x00", strings.Repeat("x", 1025)} {
		if err := ix.Add(ctx, plain(id, "x")); !errors.Is(err, index.ErrID) {
			t.Errorf("%q: %v", id, err)
		}
	}
}

// Words behind an invalid byte are found, and positions are those of the text as it came.
func TestInvalidUTF8(t *testing.T) {
	ix := create(t)
	d := plain("x", "early \xff\xfe(\xf0\x9f) behind the \xc3\x28 wall\xed\xa0\x80 end")
	at := span(d, "behind the \xc3\x28 wall", 0)
	d.Headline, d.Source = "bad \xff headline", "bad \xfe source"
	d.Entities = []dateline.Entity{{ID: 1, Label: dateline.Org, Name: "Org\xff anization"}}
	d.Mentions = []dateline.Mention{{Span: span(d, "wall", 0), Label: dateline.Org, Entity: 1}}
	d.Quotes = []dateline.Quote{{Span: at, Kind: dateline.Direct, Content: []dateline.Span{at}, Speaker: dateline.Speaker{Name: "nobody \xff"}}}
	add(t, ix, d)
	hits := search(t, ix, index.Query{Said: `"behind the" wall`})
	if len(hits) != 1 || hits[0].Span != at {
		t.Fatalf("%+v, want %v", hits, at)
	}
	for _, m := range hits[0].Fragments[0].Marks {
		if s := d.Slice(m); s != "behind" && s != "wall" {
			t.Errorf("marked %q", s)
		}
	}
	for _, w := range []string{"end", "early"} {
		if hits := search(t, ix, index.Query{Text: w}); len(hits) != 1 || d.Slice(hits[0].Fragments[0].Marks[0]) != w {
			t.Errorf("%s: %+v", w, hits)
		}
	}
}

func TestOldDates(t *testing.T) {
	ix := create(t)
	for _, y := range []int{-4000, -43, 0, 1, 1066, 1676, 1969, 2263, 9999} {
		d := plain(fmt.Sprint(y), "war")
		d.Published = dateline.DayOf(y, 3, 15).Time()
		d.Mentions = []dateline.Mention{{Span: dateline.Span{End: 3}, Label: dateline.Date, Time: &dateline.Timex{Type: dateline.TimexDate,
			Interval: dateline.Interval{From: dateline.DayOf(y, 1, 1), To: dateline.DayOf(y+1, 1, 1)}}}}
		add(t, ix, d)
		iv := dateline.Interval{From: dateline.DayOf(y, 3, 15), To: dateline.DayOf(y, 3, 16)}
		for _, q := range []index.Query{{Published: iv}, {Mentioned: iv}} {
			if hits := search(t, ix, q); len(hits) != 1 || hits[0].ID != fmt.Sprint(y) {
				t.Errorf("%s: %+v", q, hits)
			}
		}
	}
	var got []string
	for _, h := range search(t, ix, index.Query{}) { // latest first
		got = append(got, h.ID)
	}
	if s := strings.Join(got, " "); s != "9999 2263 1969 1676 1066 1 0 -43 -4000" {
		t.Errorf("latest first: %s", s)
	}
	page := find(t, ix, index.Request{Facets: []index.Facet{{Field: index.FieldYear}}})
	got = nil
	for _, c := range page.Facets[0].Values {
		got = append(got, c.Value)
	}
	if s := strings.Join(got, " "); s != "-4000 -0043 0000 0001 1066 1676 1969 2263 9999" {
		t.Errorf("years: %s", s)
	}
}

func TestLarge(t *testing.T) {
	ix := create(t)
	text := strings.Repeat("word talk budget. ", 20<<20/18) + "needle " + strings.Repeat("x", 1<<20)
	began := time.Now()
	add(t, ix, plain("large", text))
	hits := search(t, ix, index.Query{Text: "needle"})
	if len(hits) != 1 || len(hits[0].Fragments) != 1 || len(hits[0].Fragments[0].Text) > 400 {
		t.Fatalf("%d hits", len(hits))
	}
	d, err := ix.Document(ctx, "large")
	if err != nil || d.Text != text {
		t.Errorf("it comes back otherwise: %v", err)
	}
	t.Logf("20 MB in %s", time.Since(began))
}

func TestManyQuotes(t *testing.T) {
	ix := create(t)
	d := plain("many", strings.Repeat(`"Quote of war," he said. `, 10_000))
	for n := range 10_000 {
		at := n * 25
		d.Sentences = append(d.Sentences, dateline.Sentence{Span: dateline.Span{Start: at, End: at + 24}})
		d.Quotes = append(d.Quotes, dateline.Quote{Span: dateline.Span{Start: at, End: at + 15}, Kind: dateline.Direct,
			Content: []dateline.Span{{Start: at + 1, End: at + 14}}, Speaker: dateline.Speaker{Name: fmt.Sprint("speaker ", n%100)}})
	}
	add(t, ix, d)
	page := find(t, ix, index.Request{Query: index.Query{Speaker: "speaker 7", Said: "war"}, Order: index.ByID, Size: 1000})
	if page.Total != 100 || page.Hits[1].Quote != 107 {
		t.Errorf("%d quotes", page.Total)
	}
	d.Quotes = d.Quotes[:10]
	add(t, ix, d)
	if _, q, _ := ix.Count(); q != 10 {
		t.Errorf("%d quotes after replacing", q)
	}
}

// A Document that contradicts itself is refused, and others of the sequence are added.
func TestAddAllErrors(t *testing.T) {
	ix := create(t)
	wrong := plain("wrong", "x")
	wrong.Mentions = []dateline.Mention{{Span: dateline.Span{Start: 0, End: 5}}}
	cause := errors.New("cause")
	seq := func(yield func(*dateline.Document, error) bool) {
		_ = yield(plain("a", "one"), nil) && yield(wrong, nil) && yield(nil, cause) && yield(plain("", "x"), nil) && yield(nil, nil) &&
			yield(plain("b", "two"), nil) && yield(plain("a", "three"), nil)
	}
	var last index.Report
	rep, err := ix.AddAll(ctx, seq, index.AddOptions{Progress: func(r index.Report) { last = r }})
	if err != nil || rep.Done != 2 || rep.Failed != 4 || len(rep.Errors) != 4 || last.Done != 2 || rep.Bytes != 8 {
		t.Fatalf("%+v, %v", rep, err)
	}
	for i, want := range []string{`document 1 ("wrong"): mention: bytes 0 to 5 do not lie in a text of 1`,
		`document 2 (""): cause`, `document 3 (""): index: the id cannot name an article: it is empty`, `document 4 (""): it is nil`} {
		if got := rep.Errors[i].Error(); got != "index: "+want {
			t.Errorf("error %d: %s, want %s", i, got, want)
		}
	}
	if !errors.Is(rep.Errors[1], cause) {
		t.Error("the cause is lost")
	}
	if hits := search(t, ix, index.Query{Text: "three"}); len(hits) != 1 {
		t.Errorf("of two with one id the later counts: %+v", hits)
	}
	rep, err = ix.AddAll(ctx, sequence(plain("a", "three"), plain("b", "changed"), plain("c", "new")), index.AddOptions{SkipExisting: true})
	if err != nil || rep.Done != 2 || rep.Skipped != 1 {
		t.Errorf("%+v, %v", rep, err)
	}
	var missing []string
	articles := func(yield func(dateline.Article) bool) {
		for _, a := range []dateline.Article{{ID: "a", Text: "three"}, {ID: "d", Text: "x"}, {ID: "b", Text: "two"}} {
			if !yield(a) {
				return
			}
		}
	}
	for a := range ix.Missing(articles) {
		missing = append(missing, a.ID)
	}
	if s := strings.Join(missing, " "); s != "d b" {
		t.Errorf("missing %s", s)
	}
}

func TestQueryErrors(t *testing.T) {
	ix := create(t)
	add(t, ix, nato())
	for _, tt := range []struct {
		q    index.Query
		want string
	}{
		{index.Query{Text: "*ission"}, `text: a * must follow the beginning of a word (as in stolten*; a * in front would read the whole index)`},
		{index.Query{Said: "*"}, "said: a * must follow"},
		{index.Query{Speaker: "*berg"}, "speaker: a * must follow"},
		{index.Query{Text: `a "b`}, "text: a quotation mark is not closed"},
		{index.Query{Text: "the of"}, `text: "the of" has only words that are not indexed (add a word that is less common)`},
		{index.Query{Person: "..."}, `person: "..." holds no letter or digit`},
		{index.Query{Text: "anti-isis~"}, `text: "anti-isis" is more than one word`},
		{index.Query{Or: []index.Query{{Text: "war"}, {Said: "*x"}}}, "said: a * must follow"},
		{index.Query{Text: strings.Repeat("x", 500) + "~2"}, "text: the fuzzy word is too long"},
	} {
		_, err := ix.Search(ctx, tt.q)
		var e *index.QueryError
		if !errors.As(err, &e) || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s", tt.q, err, tt.want)
		}
	}
}

// Everything at once, for the race detector.
func TestConcurrent(t *testing.T) {
	ix := create(t)
	docs := generated(6, 60)
	addAll(t, ix, docs[:20]...)
	var wg sync.WaitGroup
	run := func(f func(n int) error) {
		wg.Go(func() {
			for n := range 20 {
				if err := f(n); err != nil && !errors.Is(err, index.ErrClosed) && !errors.Is(err, index.ErrNotFound) {
					t.Error(err)
				}
			}
		})
	}
	run(func(n int) error { return ix.Add(ctx, docs[20+n]) })
	run(func(n int) error { _, err := ix.Delete(ctx, docs[n].ID); return err })
	run(func(n int) error {
		_, err := ix.Search(ctx, index.Query{Said: "war", Near: index.Near{Lat: 33, Lon: 44, Km: 100}})
		return err
	})
	run(func(n int) error {
		_, err := ix.Find(ctx, index.Request{Facets: []index.Facet{{Field: index.FieldPerson}}, Collapse: true, Target: index.Quotes})
		return err
	})
	run(func(n int) error { _, err := ix.Suggest(ctx, "sto", 3); return err })
	run(func(n int) error { _, err := ix.Document(ctx, docs[n].ID); return err })
	run(func(n int) error {
		if n == 15 {
			return ix.Close()
		}
		time.Sleep(10 * time.Millisecond)
		return nil
	})
	wg.Wait()
}
