package web

import (
	"slices"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index"
)

// A facet is a list of values by which hits can be narrowed down.
type facet struct {
	Name   string // of the field in a query
	Title  string
	Values []link
	Other  int
	More   string // link to the whole list
}

// nameFields are the fields of a query that hold one name.
var nameFields = []string{"speaker", "about", "person", "org", "place", "country", "source"}

// field is where q has the name for one of nameFields, else nil.
func field(q *index.Query, name string) *string {
	return map[string]*string{
		"speaker": &q.Speaker, "about": &q.About, "person": &q.Person, "org": &q.Org, "place": &q.Place, "country": &q.Country, "source": &q.Source,
	}[name]
}

// setField sets the field of q that goes by a name; false: it is set already, or there is none.
func setField(q *index.Query, name, value string) bool {
	at := field(q, name)
	if at == nil || *at != "" {
		return false
	}
	*at = value
	return true
}

// with is query narrowed by a value.
func with(query index.Query, name, value string) index.Query {
	if len(query.Or) == 0 && setField(&query, name, value) {
		return query
	}
	var more index.Query
	setField(&more, name, value)
	return index.Query{And: []index.Query{query, more}}
}

func newFacet(st state, query index.Query, c index.Counted) facet {
	name := c.Field.String()
	f := facet{Name: name, Title: facetTitles[c.Field], Other: c.Other, More: address("/values", "q", st.q, "tab", st.tab, "field", name)}
	for _, v := range c.Values {
		f.Values = append(f.Values, link{Text: short(v.Value), N: v.N, Href: st.href(with(query, name, v.Value).String())})
	}
	return f
}

// filters are the parts of a query that can be taken out of it.
func filters(st state, query index.Query) (out []link) {
	parts(query, func(text string, rest index.Query) {
		out = append(out, link{Text: short(text), Href: st.hrefOf(rest)})
	})
	return out
}

// parts calls f for the names and the dates of publication that query asks for, each with the query without it.
func parts(query index.Query, f func(text string, rest index.Query)) {
	for _, name := range nameFields {
		rest := query
		if at := field(&rest, name); *at != "" {
			text := name + ": " + *at
			*at = ""
			f(text, rest)
		}
	}
	if !query.Published.IsZero() {
		rest := query
		rest.Published = dateline.Interval{}
		f("published: "+index.FormatDays(query.Published), rest)
	}
	for i, and := range query.And {
		parts(and, func(text string, without index.Query) {
			rest := query
			rest.And = slices.Clone(query.And)
			if rest.And[i] = without; without.IsZero() {
				rest.And = slices.Delete(rest.And, i, i+1)
			}
			f(text, rest)
		})
	}
}
