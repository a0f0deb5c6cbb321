package index_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index"
)

// counted is what the model counts over the hits of a query.
type counted struct {
	values   map[index.Field]map[string]int
	articles map[string]bool
}

func (c *counted) add(f index.Field, values ...string) {
	if c.values[f] == nil {
		c.values[f] = map[string]int{}
	}
	for _, v := range values {
		if v != "" {
			c.values[f][v]++
		}
	}
}

// modelCounts counts the hits: of articles everything that a facet counts, of quotes what is theirs and not the sentence's.
func modelCounts(m *model, hits []string, target index.Target) counted {
	c := counted{values: map[index.Field]map[string]int{}, articles: map[string]bool{}}
	byID := map[string]*dateline.Document{}
	for _, d := range m.docs {
		byID[d.ID] = d
	}
	for _, hit := range hits {
		id, n, _ := strings.Cut(hit, "#")
		d := byID[id]
		c.articles[id] = true
		c.add(index.FieldSource, d.Source)
		if !d.Published.IsZero() {
			c.add(index.FieldDay, dateline.DayOf(d.Published.Date()).String())
		}
		if target == index.Quotes {
			i := 0
			if _, err := fmt.Sscan(n, &i); err != nil {
				panic(err)
			}
			c.add(index.FieldSpeaker, d.Quotes[i].Speaker.Name)
			continue
		}
		countries := map[string]bool{}
		for _, e := range d.Entities {
			switch e.Label {
			case dateline.Person:
				c.add(index.FieldPerson, e.Name)
			case dateline.Org:
				c.add(index.FieldOrg, e.Name)
			case dateline.Place:
				c.add(index.FieldPlace, e.Name)
			}
			if e.Country != "" && !countries[e.Country] {
				countries[e.Country] = true
				c.add(index.FieldCountry, e.Country)
			}
		}
	}
	return c
}

// Facets, timelines and collapsing count what the model counts, over any query.
func TestModelCounts(t *testing.T) {
	g := newGenerator(4)
	m := &model{}
	for n := range 200 {
		m.docs = append(m.docs, g.article(n))
	}
	ix := create(t)
	addAll(t, ix, m.docs[:90]...)
	addAll(t, ix, m.docs[90:]...)
	qm := &queryMaker{rand.New(rand.NewPCG(5, 6)), g}
	total := 0
	for n := range 60 {
		q := qm.query(n % 2)
		for target, fields := range map[index.Target][]index.Field{
			index.Quotes:   {index.FieldSource, index.FieldDay, index.FieldSpeaker},
			index.Articles: {index.FieldSource, index.FieldDay, index.FieldPerson, index.FieldOrg, index.FieldPlace, index.FieldCountry},
		} {
			hits := m.find(&q, target)
			want := modelCounts(m, hits, target)
			req := index.Request{Query: q, Target: target, Size: -1, Collapse: true}
			for _, f := range fields {
				req.Facets = append(req.Facets, index.Facet{Field: f, Size: -1})
			}
			page := find(t, ix, req)
			total += page.Total
			if page.Total != len(want.articles) {
				t.Errorf("%s: %s come from %d articles, want %d", q, target, page.Total, len(want.articles))
			}
			for _, f := range page.Facets {
				got := map[string]int{}
				for _, c := range f.Values {
					got[c.Value] = c.N
				}
				if diff := gocmp.Diff(want.values[f.Field], got); diff != "" && len(got)+len(want.values[f.Field]) > 0 {
					t.Errorf("%s: %s of %s: %s", q, f.Field, target, diff)
				}
			}
			line, err := ix.Timeline(ctx, q, target, index.Daily)
			if err != nil {
				t.Fatal(err)
			}
			days := map[string]int{}
			for _, b := range line {
				days[b.From.String()] = b.N
			}
			if diff := gocmp.Diff(want.values[index.FieldDay], days); diff != "" && len(days)+len(want.values[index.FieldDay]) > 0 {
				t.Errorf("%s: timeline of %s: %s", q, target, diff)
			}
		}
	}
	if total < 500 {
		t.Errorf("%d articles found: that tells little", total)
	}
}
