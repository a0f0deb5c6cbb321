package web

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/examples/internal/progress"
	"github.com/dateline-nlp/dateline/examples/internal/report"
	"github.com/dateline-nlp/dateline/index"
)

// A profile is the page of a speaker, or of an organization or a place that is named: what they say, over time, who and what is named
// with them, and what others say of them. Titles, organizations and other names come from the latest articles.
type profile struct {
	Name, Kind string
	Roles      []link // what they are, with the number of articles that say so
	Aliases    []string
	Says       *quoteList
	Of         *quoteList
	Timeline   *timeline
	Facets     []facet
	Articles   link // that name them
	Links      []link
	CSV, JSONL string
}

// A quoteList is the latest of some quotes.
type quoteList struct {
	Title, Count string
	All          string // link to all of them; "" if these are
	Hits         []hit
	Top          []link // who says it
}

const (
	latest   = 6  // quotes shown
	profiled = 12 // articles that roles are read from
	maxName  = 1000
)

// profileFields are the pages of names, by path, with the field under which somebody is named.
var profileFields = map[string]index.Field{"/speaker": index.FieldPerson, "/org": index.FieldOrg, "/place": index.FieldPlace}

var profileKinds = map[string]string{"/speaker": "Speaker", "/org": "Organization", "/place": "Place"}

// pageOf is the address of the page of a name.
func pageOf(n index.Named) string {
	path := "/speaker"
	switch n.Field {
	case index.FieldOrg:
		path = "/org"
	case index.FieldPlace:
		path = "/place"
	}
	return address(path, "name", n.Name)
}

func (s *Server) profilePage(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimSpace(r.URL.Query().Get("name"))
	if name == "" || len(name) > maxName {
		s.fail(w, http.StatusBadRequest, "The address of such a page ends in name= and a name.")
		return
	}
	p := plain(profileKinds[r.URL.Path])
	p.Title = short(name)
	var err error
	if p.Person, err = s.profile(r.Context(), r.URL.Path, name); err != nil {
		s.failed(w, err)
		return
	}
	if p.Person == nil {
		s.fail(w, http.StatusNotFound, "Nobody and nothing in this index goes by the name "+short(name)+".")
		return
	}
	s.render(w, http.StatusOK, "profile", p)
}

// profile is nil where the index does not know the name.
func (s *Server) profile(ctx context.Context, path, name string) (*profile, error) {
	says := index.Query{Speaker: name}
	p := &profile{Name: short(name), Kind: profileKinds[path]}
	req := index.Request{Query: says, Target: index.Quotes, Order: index.Newest, Size: profiled, Plain: true, Facets: []index.Facet{
		{Field: index.FieldPerson, Size: 11}, {Field: index.FieldOrg, Size: 11}, {Field: index.FieldPlace, Size: 11}, {Field: index.FieldSource, Size: 8},
		{Field: index.FieldDay, Size: -1},
	}}
	said, err := s.ix.Find(ctx, req)
	if err != nil {
		return nil, ignoreQuery(err)
	}
	var named index.Query
	setField(&named, profileFields[path].String(), name)
	req.Query, req.Target = named, index.Articles
	in, err := s.ix.Find(ctx, req)
	if err != nil {
		return nil, err
	}
	of, err := s.of(ctx, name)
	if err != nil {
		return nil, err
	}
	if said.Total+in.Total+of.n == 0 {
		return nil, nil
	}
	p.Of = of.list
	p.Articles = link{Text: progress.Plural(in.Total, "article"), Href: articlesOf(named), N: in.Total}
	if said.Total > 0 {
		p.Says = newQuoteList(says, "Latest quotes", said)
		p.CSV = address("/export", "q", says.String(), "tab", "quotes", "as", "csv")
		p.JSONL = address("/export", "q", says.String(), "tab", "quotes", "as", "jsonl")
		p.count(state{path: "/", tab: "quotes", q: says.String()}, says, said)
	} else {
		p.count(state{path: "/", tab: "articles", q: named.String()}, named, in)
	}
	p.Links = append(p.Links, link{Text: "Network around " + p.Name, Href: address("/network", "q", named.String())},
		link{Text: "Map of the places named with " + p.Name, Href: address("/map", "q", named.String())})
	return p, s.roles(ctx, p, name, said.Hits, in.Hits)
}

// ignoreQuery takes a name that cannot be asked for, as "*", for one that nobody has.
func ignoreQuery(err error) error {
	var wrong *index.QueryError
	if errors.As(err, &wrong) {
		return nil
	}
	return err
}

type counted struct {
	list *quoteList
	n    int
}

// of is what others say about a name.
func (s *Server) of(ctx context.Context, name string) (counted, error) {
	q := index.Query{About: name, Not: []index.Query{{Speaker: name}}}
	found, err := s.ix.Find(ctx, index.Request{Query: q, Target: index.Quotes, Order: index.Newest, Size: latest, Plain: true,
		Facets: []index.Facet{{Field: index.FieldSpeaker, Size: 8}}})
	if err != nil || found.Total == 0 {
		return counted{}, err
	}
	list := newQuoteList(q, "What others say of "+short(name), found)
	for _, v := range found.Facets[0].Values {
		list.Top = append(list.Top, link{Text: short(v.Value), N: v.N, Href: quotesOf(index.Query{Speaker: v.Value, About: name})})
	}
	return counted{list, found.Total}, nil
}

func newQuoteList(q index.Query, title string, found *index.Page) *quoteList {
	l := &quoteList{Title: title, Count: progress.Plural(found.Total, "quote")}
	for i := range found.Hits[:min(latest, len(found.Hits))] {
		l.Hits = append(l.Hits, newHit(&found.Hits[i]))
	}
	if found.Total > len(l.Hits) {
		l.All = quotesOf(q)
	}
	for i := range l.Hits {
		l.Hits[i].Own = q.Speaker != ""
	}
	return l
}

// count fills in the histogram, and who and what is named beside the name itself.
func (p *profile) count(st state, query index.Query, found *index.Page) {
	n := len(found.Facets) - 1
	p.Timeline = newTimeline(st, query, found.Facets[n])
	for _, c := range found.Facets[:n] {
		c.Values = slices.DeleteFunc(c.Values, func(v index.Count) bool { return short(v.Value) == p.Name })
		c.Other += max(0, len(c.Values)-10)
		c.Values = c.Values[:min(10, len(c.Values))]
		f := newFacet(st, query, c)
		f.Title = map[index.Field]string{index.FieldPerson: "Named with", index.FieldSource: "Reported by"}[c.Field]
		if f.Title == "" {
			f.Title = facetTitles[c.Field]
		}
		p.Facets = append(p.Facets, f)
	}
}

// roles reads titles, affiliations and other names from the articles of the hits.
func (s *Server) roles(ctx context.Context, p *profile, name string, lists ...[]index.Hit) error {
	counts, names := map[string]int{}, map[string]int{}
	read := map[string]bool{}
	for _, h := range slices.Concat(lists...) {
		if read[h.ID] || len(read) == profiled {
			continue
		}
		read[h.ID] = true
		doc, err := s.ix.Document(ctx, h.ID)
		if err != nil {
			return err
		}
		for _, e := range doc.Entities {
			if e.Name != name && !slices.Contains(e.Aliases, name) {
				continue
			}
			var said []string
			for _, r := range e.Roles {
				if role := short(report.Role(r)); role != "" && !slices.Contains(said, role) {
					said = append(said, role)
					counts[role]++
				}
			}
			for _, other := range append([]string{e.Name}, e.Aliases...) {
				if other != name && e.Label != dateline.Misc {
					names[short(other)]++
				}
			}
		}
	}
	for _, c := range commonest(counts, 8) {
		p.Roles = append(p.Roles, link{Text: c.Value, N: c.N})
	}
	for _, c := range commonest(names, 8) {
		p.Aliases = append(p.Aliases, c.Value)
	}
	return nil
}

func commonest(counts map[string]int, n int) (out []index.Count) {
	for v, n := range counts {
		out = append(out, index.Count{Value: v, N: n})
	}
	slices.SortFunc(out, func(a, b index.Count) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Value, b.Value)) })
	return out[:min(n, len(out))]
}
