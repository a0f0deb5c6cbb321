package sure

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-nlp/dateline"
)

func TestFilter(t *testing.T) {
	at := func(start int) dateline.Span { return dateline.Span{Start: start, End: start + 1} }
	document := func() *dateline.Document {
		return &dateline.Document{
			Mentions: []dateline.Mention{
				{Span: at(0), Label: dateline.Org, Entity: 1, Score: 0.4},
				{Span: at(2), Label: dateline.Person, Entity: 2, Score: 0.6},
				{Span: at(4), Label: dateline.Date, Score: 0.3},
				{Span: at(6), Label: dateline.Person, Entity: 2, Score: 0.95},
				{Span: at(8), Label: dateline.Org, Form: dateline.FormPronoun, Entity: 1, Score: 0.9},
				{Span: at(9), Label: dateline.Person, Form: dateline.FormPronoun, Entity: 2, Score: 0.2},
			},
			Entities: []dateline.Entity{
				{ID: 1, Label: dateline.Org, Name: "Acme", Count: 2, First: at(0)},
				{ID: 2, Label: dateline.Person, Name: "Ann", Count: 3, First: at(2), Roles: []dateline.Role{{Title: "chief", Affiliation: "Acme", AffiliationEntity: 1}}},
			},
			Quotes: []dateline.Quote{{Span: at(20), Score: 0.9, Speaker: dateline.Speaker{Entity: 2}}, {Span: at(30), Score: 0.5}, {Span: at(40), Score: 0.8, Speaker: dateline.Speaker{Entity: 1, Name: "Acme"}}},
		}
	}
	got := document()
	Filter(got, 0.7)
	want := &dateline.Document{
		Mentions: []dateline.Mention{
			{Span: at(6), Label: dateline.Person, Entity: 1, Score: 0.95},
			{Span: at(9), Label: dateline.Person, Form: dateline.FormPronoun, Entity: 1, Score: 0.2},
		},
		Entities: []dateline.Entity{
			{ID: 1, Label: dateline.Person, Name: "Ann", Count: 2, First: at(6), Roles: []dateline.Role{{Title: "chief", Affiliation: "Acme"}}},
		},
		Quotes: []dateline.Quote{{Span: at(20), Score: 0.9, Speaker: dateline.Speaker{Entity: 1}}, {Span: at(40), Score: 0.8, Speaker: dateline.Speaker{Name: "Acme"}}},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
	all := document()
	Filter(all, 0)
	if d := cmp.Diff(document(), all); d != "" {
		t.Errorf("with least 0 something is gone: %s", d)
	}
}
