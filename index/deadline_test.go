package index_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index"
	"github.com/dateline-nlp/dateline/index/jsonl"
)

// sprawling returns articles with many words that begin alike, and many names.
func sprawling() (docs []*dateline.Document) {
	for n := range 40 {
		var b strings.Builder
		for k := range 3000 {
			fmt.Fprintf(&b, "w%d talk budget ", n*3000+k)
		}
		d := plain(fmt.Sprintf("sprawl-%02d", n), b.String())
		d.Published = dateline.DayOf(2000, 1, 1+100*n).Time()
		for k := range 1500 {
			label := []dateline.Label{dateline.Person, dateline.Org, dateline.Place}[k%3]
			d.Entities = append(d.Entities, dateline.Entity{ID: dateline.EntityID(k + 1), Label: label, Name: fmt.Sprintf("Name %d of %d", k, n%7)})
		}
		for k := range 100 {
			s := dateline.Span{Start: 40 * k, End: 40*k + 30}
			d.Sentences = append(d.Sentences, dateline.Sentence{Span: s})
			d.Quotes = append(d.Quotes, dateline.Quote{Span: s, Content: []dateline.Span{s}, Kind: dateline.Direct, Speaker: dateline.Speaker{Entity: dateline.EntityID(3*k + 1)}})
		}
		docs = append(docs, d)
	}
	return docs
}

// No operation runs much longer than its context, whatever it asks for.
func TestDeadline(t *testing.T) {
	ix := create(t)
	addAll(t, ix, sprawling()...)
	if _, err := ix.Search(ctx, index.Query{Text: "w*"}); err == nil || !strings.Contains(err.Error(), "stands for more than 1024 words") {
		t.Errorf("a prefix of everything: %v", err)
	}
	var alternatives []index.Query
	for n := range 2000 {
		alternatives = append(alternatives, index.Query{Text: fmt.Sprintf("w%d~ w%d* \"talk budget w%d\"", 10_000+n, 10_000+n, n)})
	}
	wide := index.Query{Or: alternatives, Not: []index.Query{{Or: alternatives}}}
	deep := index.Query{Text: `"talk budget" NOT w1~2`}
	for range 40 {
		deep = index.Query{And: []index.Query{{Text: "talk budget"}, {Not: []index.Query{deep}}}, Or: []index.Query{{Text: "w1199*"}, {Text: "wxyz~2"}}}
	}
	facets := []index.Facet{{Field: index.FieldPerson, Size: -1}, {Field: index.FieldOrg, Size: -1}, {Field: index.FieldPlace, Size: -1}}
	for name, run := range map[string]func(context.Context) error{
		"wide query": func(ctx context.Context) error { _, err := ix.Search(ctx, wide); return err },
		"deep query": func(ctx context.Context) error { _, err := ix.Search(ctx, deep); return err },
		"in quotes": func(ctx context.Context) error {
			_, err := ix.Search(ctx, index.Query{Kind: dateline.Direct, In: &wide})
			return err
		},
		"facets": func(ctx context.Context) error {
			_, err := ix.Find(ctx, index.Request{Target: index.Quotes, Facets: facets, Size: 10_000, Distinct: true})
			return err
		},
		"matrix": func(ctx context.Context) error {
			_, err := ix.Network(ctx, index.Query{}, index.NetworkOptions{Size: 10_000, Fields: []index.Field{index.FieldPerson, index.FieldOrg, index.FieldPlace}})
			return err
		},
		"timeline": func(ctx context.Context) error {
			_, err := ix.Timeline(ctx, wide, index.Quotes, index.Daily)
			return err
		},
		"duplicates": func(ctx context.Context) error { _, err := ix.NearDuplicates(ctx, wide); return err },
		"table": func(ctx context.Context) error {
			_, err := ix.WriteCSV(ctx, io.Discard, index.Query{}, index.QuoteTable)
			return err
		},
		"export": func(ctx context.Context) error {
			_, err := ix.WriteJSONL(ctx, io.Discard, index.Query{}, jsonl.Runes)
			return err
		},
		"check": func(ctx context.Context) error { _, err := ix.Check(ctx); return err },
	} {
		for _, limit := range []time.Duration{1, 5 * time.Millisecond, 50 * time.Millisecond} {
			const late = 100 * time.Millisecond
			over := 2 * late
			for try := 0; try < 3 && over > late; try++ { // in processor time, since the machine may be busy with something else
				short, cancel := context.WithTimeout(ctx, limit)
				began := cpu()
				err := run(short)
				over = cpu() - began - limit
				cancel()
				if err != nil && !errors.Is(err, context.DeadlineExceeded) {
					t.Errorf("%s, limit %s: %v", name, limit, err)
				}
				if err == nil && (limit == 1 || strings.HasSuffix(name, "query")) {
					t.Errorf("%s: done within %s", name, limit)
				}
			}
			if over > late {
				t.Errorf("%s: limit %s: ended %s late", name, limit, over)
			}
		}
	}
}

// A query that nests too deep is refused, as text and as a value, and exhausts no stack.
func TestTooDeep(t *testing.T) {
	const n = 100_000
	for _, text := range []string{
		strings.Repeat("(", n), strings.Repeat("(", n) + "a" + strings.Repeat(")", n), strings.Repeat("NOT ", n) + "a", strings.Repeat("-", n) + "a",
		strings.Repeat("said:(", n), strings.Repeat("NOT (", n) + "a" + strings.Repeat(")", n), strings.Repeat("in:(", n) + "a" + strings.Repeat(")", n),
	} {
		_, err := index.ParseQuery(text)
		var e *index.QueryError
		if !errors.As(err, &e) || !strings.Contains(err.Error(), "nested deeper than 100") || len(err.Error()) > 400 {
			t.Errorf("%.10s...: %.200v", text, err)
		}
	}
	ix := create(t)
	add(t, ix, nato())
	for name, wrap := range map[string]func(q index.Query) index.Query{
		"And": func(q index.Query) index.Query { return index.Query{And: []index.Query{q}} },
		"Or":  func(q index.Query) index.Query { return index.Query{Or: []index.Query{q}} },
		"Not": func(q index.Query) index.Query { return index.Query{Not: []index.Query{q}} },
		"In":  func(q index.Query) index.Query { return index.Query{In: &q} },
	} {
		q := index.Query{Text: "mission"}
		for range 98 {
			q = wrap(q)
		}
		if _, err := ix.Search(ctx, q); err != nil {
			t.Errorf("98 times %s: %v", name, err)
		}
		if p, err := index.ParseQuery(q.String()); err != nil || p.String() != q.String() {
			t.Errorf("98 times %s is not read again: %v", name, err)
		}
		for range n {
			q = wrap(q)
		}
		_, err1 := ix.Search(ctx, q)
		_, err2 := ix.Timeline(ctx, q, index.Auto, index.Daily)
		_, err3 := ix.Network(ctx, q, index.NetworkOptions{})
		_, err4 := ix.WriteCSV(ctx, io.Discard, q, index.QuoteTable)
		_, err5 := ix.WriteJSONL(ctx, io.Discard, q, jsonl.Runes)
		_, err6 := ix.NearDuplicates(ctx, q)
		for i, err := range []error{err1, err2, err3, err4, err5, err6} {
			var e *index.QueryError
			if !errors.As(err, &e) || !strings.Contains(e.Msg, "nested deeper than 100") {
				t.Errorf("%s: operation %d: %.200v", name, i+1, err)
			}
		}
	}
}
