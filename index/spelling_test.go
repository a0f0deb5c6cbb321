package index_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index"
)

// named returns an article in which the entities are named, each written "P:Name", "O:Name=alias" or "L:Name#id/CC", and in
// which the first of them speaks.
func named(id string, list ...string) *dateline.Document {
	d := plain(id, `"The talks go on," it was said.`)
	for i, s := range list {
		e := dateline.Entity{ID: dateline.EntityID(i + 1), Label: map[byte]dateline.Label{'P': dateline.Person, 'O': dateline.Org, 'L': dateline.Place}[s[0]]}
		name, geo, known := strings.Cut(s[2:], "#")
		if known {
			g := &dateline.Geo{}
			if _, err := fmt.Sscanf(geo, "%d/%s", &g.GeoNames, &g.Country); err != nil {
				panic(err)
			}
			e.Geo, e.Country = g, g.Country
		}
		name, alias, _ := strings.Cut(name, "=")
		if e.Name = name; alias != "" {
			e.Aliases = []string{alias}
		}
		d.Entities = append(d.Entities, e)
	}
	s := dateline.Span{Start: 1, End: 17}
	d.Quotes = []dateline.Quote{{Span: s, Kind: dateline.Direct, Content: []dateline.Span{s}, Speaker: dateline.Speaker{Entity: 1, Name: d.Entities[0].Name}}}
	return d
}

// One thing under several names is one value, in the commonest spelling.
func TestSpellings(t *testing.T) {
	ix := create(t)
	add(t, ix,
		named("a", "P:José Álvarez", "L:U.S.#6252001/US", "O:North Atlantic Treaty Organization=NATO", "L:Georgia#614540/GE"),
		named("b", "P:JOSE ALVAREZ", "P:José Álvarez", "L:United States#6252001/US", "L:U.S.#6252001/US", "O:NATO", "L:Georgia#4197000/US"),
		named("c", "P:José Álvarez", "L:U.S.", "L:U.S.#6252001/US", "O:NATO", "O:Apple Inc.", "L:Georgia#614540/GE"),
		named("d", "P:Álvarez", "L:U.S.#6252001/US", "O:Apple", "L:Georgia"),
		named("e", "O:Apple Inc.", "L:Springfield#1/US", "L:Gotham", "L:SAO PAULO", "L:São Paulo#3448439/BR"),
		named("f", "O:APPLE INC.", "L:Springfield#2/US", "L:Springfield#3/US"),
	)
	for _, tt := range []struct {
		target index.Target
		field  index.Field
		want   string
	}{
		{index.Articles, index.FieldPerson, "José Álvarez 3, Álvarez 1"},
		{index.Articles, index.FieldOrg, "Apple Inc. 4, NATO 3"},
		{index.Articles, index.FieldPlace, "U.S. 4, Georgia 3, Georgia (US) 1, Gotham 1, Springfield 1, Springfield (#3) 1, Springfield (US) 1, São Paulo 1"},
		{index.Quotes, index.FieldSpeaker, "José Álvarez 3, Apple Inc. 2, Álvarez 1"},
	} {
		page := find(t, ix, index.Request{Target: tt.target, Facets: []index.Facet{{Field: tt.field, Size: -1}}})
		var got []string
		for _, c := range page.Facets[0].Values {
			got = append(got, fmt.Sprintf("%s %d", c.Value, c.N))
		}
		if s := strings.Join(got, ", "); s != tt.want {
			t.Errorf("%s of %s: %s, want %s", tt.field, tt.target, s, tt.want)
		}
	}
	net, err := ix.Network(ctx, index.Query{}, index.NetworkOptions{Fields: []index.Field{index.FieldPerson, index.FieldPlace}, Size: 3})
	if err != nil {
		t.Fatal(err)
	}
	want := "[{{place U.S.} {person José Álvarez} 3} {{place U.S.} {place Georgia} 3} {{person José Álvarez} {place Georgia} 2}]"
	if got := fmt.Sprint(net.Edges); got != want {
		t.Errorf("edges %s, want %s", got, want)
	}
	for typed, want := range map[string]string{"united": "[{{place U.S.} 4}]", "alva": "[{{person José Álvarez} 3} {{person Álvarez} 1}]", "north": "[{{org NATO} 3}]"} {
		list, err := ix.Suggest(ctx, typed, 5)
		if got := fmt.Sprint(list); err != nil || got != want {
			t.Errorf("%s: suggested %s, want %s; %v", typed, got, want, err)
		}
	}
}
