package web

import (
	"context"
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"strings"
	"time"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/examples/internal/progress"
	"github.com/dateline-nlp/dateline/examples/internal/table"
	"github.com/dateline-nlp/dateline/examples/internal/term"
	"github.com/dateline-nlp/dateline/index"
)

// A page is what the templates show.
type page struct {
	Title, Query string
	Error        string // in place of the page
	Wrong        string // with the query
	Articles     bool   // the tab
	Sort         string
	Tabs         []link
	Count        string
	Hits         []hit
	Filters      []link // parts of the query, each a link to the query without it
	Facets       []facet
	Timeline     *timeline
	Next, First  string
	CSV, JSONL   string
	Names        []string // suggestions of the search box
	Help         [][2]string
	Article      template.HTML
	Found        template.HTML
	Meta         []string
	Source       string
}

type link struct {
	Text, Href string
	Current    bool
	N          int
}

type facet struct {
	Name   string // of the field in a query
	Title  string
	Values []link
	Other  int
}

type hit struct {
	Speaker, SpeakerHref string
	Kind, Headline, Href string
	Source, Published    string
	Text                 []piece
	Fragments            [][]piece
	Quote                bool
	Sure                 bool
}

// A piece is text that was found or not.
type piece struct {
	Text string
	Mark bool
}

// state is what the address of a search says.
type state struct {
	q, tab, sort, after string
}

func (st state) href(q string) string { return address("/", "q", q, "tab", st.tab, "sort", st.sort) }

var orders = map[string]index.Order{"": index.ByDefault, "newest": index.Newest, "oldest": index.Oldest, "score": index.ByScore}

func (s *Server) search(w http.ResponseWriter, r *http.Request) {
	v := r.URL.Query()
	st := state{q: strings.TrimSpace(v.Get("q")), tab: v.Get("tab"), sort: v.Get("sort"), after: v.Get("after")}
	if st.tab != "articles" {
		st.tab = "quotes"
	}
	if _, ok := orders[st.sort]; !ok {
		st.sort = ""
	}
	p := page{Query: st.q, Articles: st.tab == "articles", Sort: st.sort, Title: "Search"}
	if st.q != "" {
		p.Title = st.q
	}
	for _, t := range []string{"quotes", "articles"} {
		p.Tabs = append(p.Tabs, link{Text: strings.ToUpper(t[:1]) + t[1:], Href: address("/", "q", st.q, "tab", t, "sort", st.sort), Current: t == st.tab})
	}
	query, err := parse(st.q)
	if err == nil {
		err = s.find(r.Context(), &p, st, query)
	}
	var wrong *index.QueryError
	switch {
	case errors.As(err, &wrong):
		p.Wrong = explain(wrong)
		s.render(w, http.StatusBadRequest, "search", p)
	case err != nil:
		s.failed(w, err)
	default:
		s.render(w, http.StatusOK, "search", p)
	}
}

// Warm answers the two front pages in advance: their counts are over everything, and the index keeps them.
func (s *Server) Warm(ctx context.Context) error {
	for _, tab := range []string{"quotes", "articles"} {
		p := page{Articles: tab == "articles"}
		if err := s.find(ctx, &p, state{tab: tab}, index.Query{}); err != nil {
			return err
		}
	}
	return nil
}

func parse(q string) (index.Query, error) {
	if len(q) > maxQuery {
		return index.Query{}, &index.QueryError{Msg: fmt.Sprintf("it is longer than %d bytes", maxQuery)}
	}
	if q == "" {
		return index.Query{}, nil
	}
	return index.ParseQuery(q)
}

func explain(e *index.QueryError) string {
	s := e.Msg
	if e.Field != "" {
		s = e.Field + ": " + s
	}
	if e.Text != "" {
		s += fmt.Sprintf(", at column %d", e.Pos+1)
	}
	if e.Hint != "" {
		s += " (" + e.Hint + ")"
	}
	return "This query cannot be answered: " + s + "."
}

var (
	quoteFacets   = []index.Field{index.FieldSpeaker, index.FieldPerson, index.FieldOrg, index.FieldPlace, index.FieldSource}
	articleFacets = []index.Field{index.FieldPerson, index.FieldOrg, index.FieldPlace, index.FieldCountry, index.FieldSource}
)

var facetTitles = map[index.Field]string{
	index.FieldSpeaker: "Speakers", index.FieldPerson: "People named", index.FieldOrg: "Organizations named", index.FieldPlace: "Places named",
	index.FieldCountry: "Countries", index.FieldSource: "Publishers",
}

func (s *Server) request(st state, query index.Query) index.Request {
	req := index.Request{Query: query, Target: index.Quotes, Order: orders[st.sort], Size: pageSize, After: st.after}
	if st.tab == "articles" {
		req.Target = index.Articles
	}
	return req
}

func (s *Server) find(ctx context.Context, p *page, st state, query index.Query) error {
	req := s.request(st, query)
	fields := quoteFacets
	if p.Articles {
		fields = articleFacets
	}
	for _, f := range fields {
		req.Facets = append(req.Facets, index.Facet{Field: f, Size: 8})
	}
	unit := timeUnit(query.Published)
	req.Facets = append(req.Facets, index.Facet{Field: unit, Size: -1})
	found, err := s.ix.Find(ctx, req)
	if err != nil {
		return err
	}
	what := "quote"
	if p.Articles {
		what = "article"
	}
	p.Count = progress.Plural(found.Total, what)
	for i := range found.Hits {
		p.Hits = append(p.Hits, newHit(st, &found.Hits[i]))
	}
	for _, c := range found.Facets[:len(fields)] {
		p.Facets = append(p.Facets, newFacet(st, query, c))
	}
	p.Timeline = newTimeline(st, query, found.Facets[len(fields)])
	p.Filters = filters(st, query)
	if found.Next != "" {
		p.Next = address("/", "q", st.q, "tab", st.tab, "sort", st.sort, "after", found.Next)
	}
	if st.after != "" {
		p.First = st.href(st.q)
	}
	p.CSV = address("/export", "q", st.q, "tab", st.tab, "sort", st.sort, "as", "csv")
	p.JSONL = address("/export", "q", st.q, "tab", st.tab, "sort", st.sort, "as", "jsonl")
	p.Names = suggestions(p.Facets)
	return nil
}

// suggestions are queries for the commonest names, for the search box.
func suggestions(facets []facet) (out []string) {
	for _, f := range facets {
		for _, v := range f.Values {
			q := index.Query{}
			if setField(&q, f.Name, v.Text) {
				out = append(out, q.String())
			}
		}
	}
	return out
}

func newHit(st state, h *index.Hit) hit {
	out := hit{
		Headline: short(h.Headline), Source: short(h.Source), Speaker: short(h.Speaker), Kind: h.Kind.String(), Quote: h.Quote >= 0,
		Href: address("/article", "id", h.ID), Sure: h.Certainty == 0 || h.Certainty >= 0.5,
	}
	if out.Headline == "" {
		out.Headline = h.ID
	}
	if !h.Published.IsZero() {
		out.Published = h.Published.Format(time.DateOnly)
	}
	if h.Quote < 0 {
		for _, f := range h.Fragments[:min(2, len(h.Fragments))] {
			out.Fragments = append(out.Fragments, pieces(f.Mark(markOn, markOff)))
		}
		return out
	}
	out.Href += fmt.Sprintf("#q%d", h.Quote+1)
	out.Text = cut(pieces(table.MarkQuote(h, markOn, markOff)), maxQuote)
	if h.Speaker != "" {
		q := index.Query{Speaker: h.Speaker}
		out.SpeakerHref = address("/", "q", q.String(), "tab", "quotes", "sort", st.sort)
	}
	return out
}

// The marks around words that were found: from the private use area, so taken for marks only if they alternate.
const markOn, markOff = "\ue000", "\ue001"

func pieces(s string) (out []piece) {
	for s != "" {
		i := strings.Index(s, markOn)
		if i < 0 {
			break
		}
		j := strings.Index(s[i:], markOff)
		if j < 0 {
			break
		}
		out = append(out, piece{Text: s[:i]}, piece{Text: s[i+len(markOn) : i+j], Mark: true})
		s = s[i+j+len(markOff):]
	}
	return append(out, piece{Text: s})
}

// What a page shows of one hit, in columns.
const (
	maxLine  = 300
	maxQuote = 2000
)

func short(s string) string { return term.Cut(strings.ToValidUTF8(s, "\ufffd"), maxLine) }

// cut shortens pieces to n columns.
func cut(list []piece, n int) []piece {
	for i := range list {
		w := term.Columns(list[i].Text)
		if w > n {
			list[i].Text = term.Cut(list[i].Text, n)
			return list[:i+1]
		}
		n -= w
	}
	return list
}

// setField sets the field of q that goes by a name; false: it is set already, or there is none.
func setField(q *index.Query, name, value string) bool {
	at := map[string]*string{"speaker": &q.Speaker, "person": &q.Person, "org": &q.Org, "place": &q.Place, "country": &q.Country, "source": &q.Source}[name]
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
	f := facet{Name: name, Title: facetTitles[c.Field], Other: c.Other}
	for _, v := range c.Values {
		f.Values = append(f.Values, link{Text: v.Value, N: v.N, Href: st.href(with(query, name, v.Value).String())})
	}
	return f
}

// filters are the parts of a query that can be taken out of it.
func filters(st state, query index.Query) (out []link) {
	add := func(text string, rest index.Query) {
		q := rest.String()
		if rest.IsZero() {
			q = ""
		}
		out = append(out, link{Text: text, Href: st.href(q)})
	}
	for _, name := range []string{"speaker", "person", "org", "place", "country", "source"} {
		rest := query
		at := map[string]*string{"speaker": &rest.Speaker, "person": &rest.Person, "org": &rest.Org, "place": &rest.Place, "country": &rest.Country, "source": &rest.Source}[name]
		if *at != "" {
			text := name + ": " + *at
			*at = ""
			add(text, rest)
		}
	}
	if !query.Published.IsZero() {
		rest := query
		rest.Published = dateline.Interval{}
		add("published: "+index.FormatDays(query.Published), rest)
	}
	return out
}
