package entities

import (
	"testing"

	"github.com/dateline-nlp/dateline"
)

func TestAcronyms(t *testing.T) {
	text := "The Kaziranga National Park (KNP) is near. KNP has rhinos. The Alliance of the Volcanoes (ADV) met the BBC (AB)."
	at := func(label dateline.Label, from, to int) dateline.Mention {
		return dateline.Mention{Span: dateline.Span{Start: from, End: to}, Label: label, Rule: "model"}
	}
	doc := &dateline.Document{Article: dateline.Article{Text: text}}
	names := []dateline.Mention{at(dateline.Place, 4, 27), at(dateline.Org, 29, 32), at(dateline.Org, 43, 46),
		at(dateline.Org, 63, 88), at(dateline.Org, 103, 106)}
	type found struct {
		text, rule string
		label      dateline.Label
	}
	want := []found{
		{"Kaziranga National Park", "model", dateline.Place},
		{"KNP", "model", dateline.Org},
		{"KNP", "model", dateline.Org},
		{"Alliance of the Volcanoes", "model", dateline.Org},
		{"ADV", "acronym", dateline.Org},
		{"BBC", "model", dateline.Org},
	}
	got := acronyms(doc, names)
	for i, m := range got {
		if g := (found{doc.Slice(m.Span), m.Rule, m.Label}); i >= len(want) || g != want[i] {
			t.Errorf("name %d: got %v, want %v", i, g, want[min(i, len(want)-1)])
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d names, want %d", len(got), len(want))
	}
	for _, c := range []struct {
		acronym, name string
		want          bool
	}{
		{"KNP", "Kaziranga National Park", true},
		{"ADV", "Alliance of the Volcanoes", true},
		{"DOJ", "Department of Justice", true},
		{"IRA", "Provisional Irish Republican Army", false},
		{"AI", "United Nations", false},
		{"NATO", "North Atlantic Treaty Organization", true},
		{"UN", "United Nations", true},
		{"B", "BBC", false},
		{"", "", false},
		{"NPT", "Non-Proliferation Treaty", true},
	} {
		if got := abbreviates(c.acronym, c.name); got != c.want {
			t.Errorf("abbreviates(%q, %q) = %v", c.acronym, c.name, got)
		}
	}
}
