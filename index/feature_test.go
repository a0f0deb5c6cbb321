package index_test

import (
	"cmp"

	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index"
)

func generated(seed uint64, n int) (docs []*dateline.Document) {
	g := newGenerator(seed)
	for i := range n {
		docs = append(docs, g.article(i))
	}
	return docs
}

func find(t testing.TB, ix *index.Index, req index.Request) *index.Page {
	t.Helper()
	page, err := ix.Find(ctx, req)
	if err != nil {
		t.Fatalf("%s: %v", req.Query, err)
	}
	return page
}

func key(h index.Hit) string { return fmt.Sprintf("%s#%05d", h.ID, h.Quote) }

// Pages of any size put together are the same as one page, in every order, and stay so while the index is written to.
func TestPaging(t *testing.T) {
	ix := create(t)
	addAll(t, ix, generated(1, 150)...)
	for _, text := range []string{"kind:direct", "said:(war OR iraq* OR bank)", "talk OR tax", "*"} {
		q, err := index.ParseQuery(text)
		if err != nil {
			t.Fatal(err)
		}
		for _, order := range []index.Order{index.ByDefault, index.ByScore, index.Newest, index.Oldest, index.ByID} {
			req := index.Request{Query: q, Order: order, Size: 10_000, Plain: true}
			want := find(t, ix, req)
			if want.Next != "" || want.Total != len(want.Hits) || want.Total < 20 {
				t.Fatalf("%s by %s: %d hits of %d", text, order, len(want.Hits), want.Total)
			}
			for _, size := range []int{1, 7, want.Total, want.Total - 1} {
				req.Size, req.After = size, ""
				n := 0
				for h, err := range ix.All(ctx, req) {
					if err != nil {
						t.Fatal(err)
					}
					if key(h) != key(want.Hits[n]) {
						t.Fatalf("%s by %s in pages of %d: hit %d is %s, want %s", text, order, size, n, key(h), key(want.Hits[n]))
					}
					n++
				}
				if n != want.Total {
					t.Errorf("%s by %s in pages of %d: %d hits, want %d", text, order, size, n, want.Total)
				}
			}
		}
	}
	first := find(t, ix, index.Request{Query: index.Query{Text: "war"}, Size: 1})
	if _, err := ix.Find(ctx, index.Request{Query: index.Query{Text: "iraq"}, After: first.Next}); !errors.Is(err, index.ErrCursor) {
		t.Errorf("cursor of another query: %v", err)
	}
	if _, err := ix.Find(ctx, index.Request{After: "?"}); !errors.Is(err, index.ErrCursor) {
		t.Errorf("no cursor: %v", err)
	}
	for range ix.All(ctx, index.Request{Size: 3}) {
		break // leaving the loop is fine
	}
}

// The same articles give the same hits in the same order, however they were added.
func TestSameOrder(t *testing.T) {
	docs := generated(1, 200)
	one, two := create(t), create(t)
	addAll(t, one, docs...)
	add(t, two, docs[3]) // added twice
	for chunk := range slices.Chunk(docs, 17) {
		slices.Reverse(chunk)
		addAll(t, two, chunk...)
	}
	if err := two.Compact(ctx); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"war talk OR tax bank", "text:(b* OR t* OR i*)", "said:(m* court) OR text:c*", "kind:direct AND (said:war OR said:iraq*)"} {
		q, err := index.ParseQuery(text)
		if err != nil {
			t.Fatal(err)
		}
		for _, target := range []index.Target{index.Quotes, index.Articles} {
			req := index.Request{Query: q, Target: target, Order: index.ByScore, Size: 1000}
			a, b := find(t, one, req), find(t, two, req)
			if diff := gocmp.Diff(a.Hits, b.Hits); diff != "" || len(a.Hits) == 0 {
				t.Errorf("%s in %s: %d hits: %s", text, target, len(a.Hits), diff)
			}
		}
	}
}

func TestPagingWhileAdding(t *testing.T) {
	ix := create(t)
	docs := generated(1, 60)
	addAll(t, ix, docs[:40]...)
	seen := map[string]int{}
	n := 40
	for h, err := range ix.All(ctx, index.Request{Order: index.ByID, Size: 5}) {
		if err != nil {
			t.Fatal(err)
		}
		seen[h.ID]++
		if n < len(docs) {
			add(t, ix, docs[n])
			n++
		}
	}
	for _, d := range docs[:40] {
		if seen[d.ID] != 1 {
			t.Errorf("%s came %d times", d.ID, seen[d.ID])
		}
	}
}

func TestFacets(t *testing.T) {
	ix := create(t)
	docs := generated(2, 120)
	addAll(t, ix, docs...)
	count := func(f func(d *dateline.Document) []string) (out []index.Count) {
		sums := map[string]int{}
		for _, d := range docs {
			list := f(d)
			slices.Sort(list)
			for _, v := range slices.Compact(list) {
				sums[v]++
			}
		}
		for v, n := range sums {
			out = append(out, index.Count{Value: v, N: n})
		}
		slices.SortFunc(out, func(a, b index.Count) int { return cmp.Or(b.N-a.N, strings.Compare(a.Value, b.Value)) })
		return out
	}
	names := func(l dateline.Label) func(*dateline.Document) []string {
		return func(d *dateline.Document) (out []string) {
			for _, e := range d.Entities {
				if e.Label == l {
					out = append(out, e.Name)
				}
			}
			return out
		}
	}
	want := map[index.Field][]index.Count{
		index.FieldPerson: count(names(dateline.Person)), index.FieldOrg: count(names(dateline.Org)), index.FieldPlace: count(names(dateline.Place)),
		index.FieldCountry: count(func(d *dateline.Document) (out []string) {
			for _, e := range d.Entities {
				if e.Country != "" {
					out = append(out, e.Country)
				}
			}
			return out
		}),
		index.FieldSource: count(func(d *dateline.Document) []string {
			if d.Source == "" {
				return nil
			}
			return []string{d.Source}
		}),
	}
	req := index.Request{Size: -1}
	for f := range want {
		req.Facets = append(req.Facets, index.Facet{Field: f, Size: -1})
	}
	for range 2 { // counted, then from the cache
		page := find(t, ix, req)
		if page.Total != len(docs) || len(page.Hits) > 0 {
			t.Errorf("total %d, %d hits", page.Total, len(page.Hits))
		}
		for _, c := range page.Facets {
			if diff := gocmp.Diff(want[c.Field], c.Values); diff != "" {
				t.Errorf("%s: %s", c.Field, diff)
			}
			clear(c.Values) // the caller's copy
		}
	}
	months := find(t, ix, index.Request{Facets: []index.Facet{{Field: index.FieldMonth}, {Field: index.FieldYear}}})
	sum := 0
	for i, c := range months.Facets[0].Values {
		if want := []string{"2020-01", "2020-02"}[i]; c.Value != want {
			t.Errorf("month %d is %s, want %s", i, c.Value, want)
		}
		sum += c.N
	}
	if y := months.Facets[1]; len(y.Values) != 1 || y.Values[0].N != sum || y.Missing != len(docs)-sum || sum < 50 {
		t.Errorf("years %+v, %d in months", y, sum)
	}
	add(t, ix, nato()) // the cache is of the generation before
	if page := find(t, ix, req); page.Total != len(docs)+1 {
		t.Errorf("total %d after adding", page.Total)
	}
	if _, err := ix.Find(ctx, index.Request{Facets: []index.Facet{{}}}); err == nil {
		t.Error("a facet of nothing is counted")
	}
}

func TestSuggest(t *testing.T) {
	ix := create(t)
	docs := generated(2, 40)
	addAll(t, ix, docs...)
	for _, tt := range []struct{ typed, want string }{
		{"stol", "Jens Stoltenberg"}, {"JENS ST", "Jens Stoltenberg"}, {"maria", "María de la Cruz"}, {"cruz", "María de la Cruz"},
		{"david", "Davidson|Bob Davidson"}, {"zz", ""}, {"", ""},
	} {
		list, err := ix.Suggest(ctx, tt.typed, 5)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, n := range list {
			got = append(got, n.Name)
		}
		want := strings.FieldsFunc(tt.want, func(r rune) bool { return r == '|' })
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", tt.typed, got, want)
		}
	}
	before, _ := ix.Suggest(ctx, "baghdad", 1)
	for _, d := range docs[:20] {
		if _, err := ix.Delete(ctx, d.ID); err != nil {
			t.Fatal(err)
		}
	}
	after, _ := ix.Suggest(ctx, "baghdad", 1)
	if len(before) != 1 || len(after) != 1 || after[0].N >= before[0].N {
		t.Errorf("before deleting %v, after %v", before, after)
	}
}

// wire returns a story of its own for each n.
func wire(n int) string {
	g := newGenerator(uint64(1000 + n))
	var b strings.Builder
	for range 120 {
		b.WriteString(g.word() + " ")
	}
	return b.String()
}

func TestNearDuplicates(t *testing.T) {
	ix := create(t)
	doc := func(id, text string) *dateline.Document {
		d := &dateline.Document{Article: dateline.Article{ID: id, Text: text + " End."}}
		q := dateline.Span{Start: 0, End: len(text) / 2}
		d.Quotes = []dateline.Quote{{Span: q, Kind: dateline.Direct, Content: []dateline.Span{q}}}
		return d
	}
	for n := range 20 {
		add(t, ix, doc(fmt.Sprintf("story-%02d", n), wire(n)))
	}
	cut := wire(3)[:len(wire(3))*8/10]
	add(t, ix, doc("copy-3", "LONDON Reuters "+cut), doc("copy-7", strings.Replace(wire(7), " ", " word ", 2)), doc("a-copy-7", wire(7)))
	groups, err := ix.NearDuplicates(ctx, index.Query{})
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"a-copy-7", "copy-7", "story-07"}, {"copy-3", "story-03"}}
	if diff := gocmp.Diff(want, groups); diff != "" {
		t.Error(diff)
	}
	page := find(t, ix, index.Request{Distinct: true, Order: index.ByID, Size: 50})
	if page.Total != 20 || len(page.Hits) != 20 {
		t.Errorf("%d distinct articles, want 20", page.Total)
	}
	page = find(t, ix, index.Request{Target: index.Quotes, Distinct: true, Size: 50})
	if page.Total != 22 { // the quotes of story-07 and a-copy-7 have the same words
		t.Errorf("%d distinct quotes, want 22", page.Total)
	}
}

func TestCollapse(t *testing.T) {
	ix := create(t)
	docs := generated(2, 60)
	addAll(t, ix, docs...)
	articles := 0
	for _, d := range docs {
		if slices.ContainsFunc(d.Quotes, func(q dateline.Quote) bool { return q.Kind == dateline.Mixed }) {
			articles++
		}
	}
	req := index.Request{Query: index.Query{Kind: dateline.Mixed}, Collapse: true, Order: index.ByID, Size: 7}
	seen := map[string]bool{}
	for h, err := range ix.All(ctx, req) {
		if err != nil || seen[h.ID] || h.Quote < 0 {
			t.Errorf("%s again, or %v", key(h), err)
		}
		seen[h.ID] = true
	}
	if page := find(t, ix, req); len(seen) != articles || page.Total != articles {
		t.Errorf("%d articles, total %d, want %d", len(seen), page.Total, articles)
	}
}

func TestJoin(t *testing.T) {
	docs := generated(4, 90)
	whole, a, b := create(t), create(t), create(t)
	addAll(t, whole, docs...)
	addAll(t, a, docs[:50]...)
	addAll(t, b, docs[40:]...) // ten in both
	j, err := index.Join(a, b)
	if err != nil {
		t.Fatal(err)
	}
	if x, y, err := j.Count(); err != nil {
		t.Error(err)
	} else if wx, wy, _ := whole.Count(); x != wx || y != wy {
		t.Errorf("joined %d articles and %d quotes, want %d and %d", x, y, wx, wy)
	}
	facets := []index.Facet{{Field: index.FieldPerson}, {Field: index.FieldMonth}}
	for _, text := range []string{"*", "kind:direct", "said:(war OR talk)", "speaker:davidson in:(tax)", "NOT place:iraq"} {
		q, err := index.ParseQuery(text)
		if err != nil {
			t.Fatal(err)
		}
		for _, target := range []index.Target{index.Quotes, index.Articles} {
			if got, want := found(t, j, q, target), found(t, whole, q, target); !slices.Equal(got, want) {
				t.Errorf("%s in %s: %d hits, want %d", text, target, len(got), len(want))
			}
			req := index.Request{Query: q, Target: target, Order: index.Newest, Facets: facets}
			got, want := find(t, j, req), find(t, whole, req)
			if diff := gocmp.Diff(want.Facets, got.Facets); diff != "" || got.Total != want.Total {
				t.Errorf("%s in %s: total %d, want %d; %s", text, target, got.Total, want.Total, diff)
			}
			for i, h := range got.Hits {
				if key(h) != key(want.Hits[i]) || gocmp.Diff(h.Fragments, want.Hits[i].Fragments) != "" {
					t.Errorf("%s in %s: hit %d is %s, want %s", text, target, i, key(h), key(want.Hits[i]))
				}
			}
		}
	}
	if err := j.Add(ctx, nato()); !errors.Is(err, index.ErrReadOnly) {
		t.Errorf("added to joined indexes: %v", err)
	}
	if h, err := j.Check(ctx); err != nil || len(h.Problems) > 0 {
		t.Errorf("%+v, %v", h, err)
	}
	b.Close()
	if _, err := j.Search(ctx, index.Query{}); !errors.Is(err, index.ErrClosed) {
		t.Errorf("a failed member: %v", err)
	}
}
