package entities

import (
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/layout"
)

func TestTidy(t *testing.T) {
	type name struct {
		text  string
		label dateline.Label
		score float64
	}
	for _, c := range []struct {
		text      string
		from, out []name
	}{
		{"Storm floods valley\n\nBy Eleanor Whitcombe Environment correspondent\n\nWater rose in the valley on Monday.\n",
			[]name{{"Eleanor Whitcombe Environment", dateline.Person, 1}}, []name{{"Eleanor Whitcombe", dateline.Person, 1}}},
		{"Storm floods valley\n\nBy Hyejin Park\n\nWater rose in the valley on Monday.\n",
			[]name{{"Hyejin Park", dateline.Place, 1}}, []name{{"Hyejin Park", dateline.Person, 1}}},
		{"They met. Pic: Anya Roth\n", []name{{"Pic: Anya Roth", dateline.Person, 1}}, []name{{"Anya Roth", dateline.Person, 1}}},
		{"Ruth Achterberg sang. Ruth Achterberg left.", []name{{"Ruth Achterberg", dateline.Norp, 0.6}, {"Ruth Achterberg", dateline.Person, 0.9}},
			[]name{{"Ruth Achterberg", dateline.Person, 0.6}, {"Ruth Achterberg", dateline.Person, 0.9}}},
		{"Vlada Stamenković spoke. Stamenković left; Stamenković came.", []name{{"Vlada Stamenković", dateline.Norp, 0.7},
			{"Stamenković", dateline.Person, 0.9}, {"Stamenković", dateline.Person, 0.9}}, []name{{"Vlada Stamenković", dateline.Person, 0.7},
			{"Stamenković", dateline.Person, 0.9}, {"Stamenković", dateline.Person, 0.9}}},
		{"Orthodox Jews met Jews.", []name{{"Orthodox Jews", dateline.Norp, 0.7}, {"Jews", dateline.Norp, 0.9}},
			[]name{{"Orthodox Jews", dateline.Norp, 0.7}, {"Jews", dateline.Norp, 0.9}}},
		{"New Zealand won in New Zealand.", []name{{"New Zealand", dateline.Org, 0.6}, {"New Zealand", dateline.Place, 0.9}},
			[]name{{"New Zealand", dateline.Org, 0.6}, {"New Zealand", dateline.Place, 0.9}}},
		{"Washington flew to Washington.", []name{{"Washington", dateline.Person, 0.6}, {"Washington", dateline.Place, 0.9}},
			[]name{{"Washington", dateline.Person, 0.6}, {"Washington", dateline.Place, 0.9}}},
		{"Troops of Mullah Omar fled.", []name{{"Mullah Omar", dateline.Person, 0.9}}, []name{{"Omar", dateline.Person, 0.9}}},
		{"They freed Lt Gen Nyamwasa.", []name{{"Lt Gen Nyamwasa", dateline.Person, 0.9}}, []name{{"Nyamwasa", dateline.Person, 0.9}}},
		{"They freed Lt Gen Nyamwasa.", []name{{"Gen Nyamwasa", dateline.Person, 0.9}}, []name{{"Nyamwasa", dateline.Person, 0.9}}},
		{"Gen Prawit met Gen Anupong.", []name{{"Gen Prawit", dateline.Person, 0.9}, {"Gen Anupong", dateline.Person, 0.9}},
			[]name{{"Prawit", dateline.Person, 0.9}, {"Anupong", dateline.Person, 0.9}}},
		{"Gen Nakatani met Gen Nakatani.", []name{{"Gen Nakatani", dateline.Person, 0.9}, {"Gen Nakatani", dateline.Person, 0.9}},
			[]name{{"Gen Nakatani", dateline.Person, 0.9}, {"Gen Nakatani", dateline.Person, 0.9}}},
		{"Mufti K spoke.", []name{{"Mufti K", dateline.Person, 0.9}}, []name{{"Mufti K", dateline.Person, 0.9}}},
		{"Tan Sri Lim Goh Tong met Datuk Seri Anwar.", []name{{"Tan Sri Lim Goh Tong", dateline.Person, 0.9}, {"Seri Anwar", dateline.Person, 0.9}},
			[]name{{"Lim Goh Tong", dateline.Person, 0.9}, {"Anwar", dateline.Person, 0.9}}},
		{"Tan Mei Ling left.", []name{{"Tan Mei Ling", dateline.Person, 0.9}}, []name{{"Tan Mei Ling", dateline.Person, 0.9}}},
		{"NH Palkar wrote it. Palkar was a writer.", []name{{"NH Palkar", dateline.Misc, 0.6}, {"Palkar", dateline.Person, 0.9}},
			[]name{{"NH Palkar", dateline.Person, 0.6}, {"Palkar", dateline.Person, 0.9}}},
		{"Calvin Klein is sold. Klein left it.", []name{{"Calvin Klein", dateline.Org, 0.6}, {"Klein", dateline.Person, 0.9}},
			[]name{{"Calvin Klein", dateline.Org, 0.6}, {"Klein", dateline.Person, 0.9}}},
		{"Odhikar counts. Odhikar said so. Odhikar left.", []name{{"Odhikar", dateline.Org, 0.9}, {"Odhikar", dateline.Person, 0.6},
			{"Odhikar", dateline.Misc, 0.5}}, []name{{"Odhikar", dateline.Org, 0.9}, {"Odhikar", dateline.Org, 0.6}, {"Odhikar", dateline.Org, 0.5}}},
		{"Polygon rose. Polygon fell.", []name{{"Polygon", dateline.Org, 0.9}, {"Polygon", dateline.Misc, 0.85}},
			[]name{{"Polygon", dateline.Org, 0.9}, {"Polygon", dateline.Misc, 0.85}}},
		{"Everton beat Everton. Everton won in Everton.", []name{{"Everton", dateline.Org, 0.9}, {"Everton", dateline.Org, 0.9}, {"Everton", dateline.Org, 0.9},
			{"Everton", dateline.Place, 0.9}}, []name{{"Everton", dateline.Org, 0.9}, {"Everton", dateline.Org, 0.9}, {"Everton", dateline.Org, 0.9},
			{"Everton", dateline.Place, 0.9}}},
		{"Everton beat Everton. Everton won.", []name{{"Everton", dateline.Org, 0.9}, {"Everton", dateline.Org, 0.9}, {"Everton", dateline.Place, 0.6}},
			[]name{{"Everton", dateline.Org, 0.9}, {"Everton", dateline.Org, 0.9}, {"Everton", dateline.Org, 0.6}}},
	} {
		doc := &dateline.Document{Article: dateline.Article{Text: c.text}}
		doc.Sections = layout.Sections(c.text)
		var names []dateline.Mention
		at := 0
		for _, n := range c.from {
			at += strings.Index(c.text[at:], n.text)
			names = append(names, dateline.Mention{Span: dateline.Span{Start: at, End: at + len(n.text)}, Label: n.label, Score: n.score, Rule: "model"})
			at += len(n.text)
		}
		tidy(doc, names, new(ballot))
		for i, m := range names {
			if got := (name{doc.Slice(m.Span), m.Label, m.Score}); got != c.out[i] {
				t.Errorf("%q: got %v, want %v", c.text, got, c.out[i])
			}
		}
	}

	doc := &dateline.Document{Article: dateline.Article{Text: "Ruth Achterberg sang. Ruth Achterberg left."}}
	names := []dateline.Mention{
		{Span: dateline.Span{Start: 0, End: 15}, Label: dateline.Org, Score: 1, Rule: gazetteerRule},
		{Span: dateline.Span{Start: 22, End: 37}, Label: dateline.Person, Score: 1, Rule: "model"},
	}
	tidy(doc, names, new(ballot))
	if names[0].Label != dateline.Org {
		t.Error("a name from the caller's gazetteer has another label")
	}
}
