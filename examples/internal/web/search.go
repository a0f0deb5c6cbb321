package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/dateline-nlp/dateline/examples/internal/progress"
	"github.com/dateline-nlp/dateline/index"
)

// results are the list of what a query finds, with what it can be narrowed by.
type results struct {
	Articles    bool // the tab
	Sort        string
	Orders      []string
	Count       string
	None        bool
	Hits        []hit
	Facets      []facet
	Timeline    *timeline
	Next, First string
	CSV, JSONL  string
	Cut         int // hits that an export holds, where it does not hold all
}

var orders = map[string]index.Order{"": index.ByDefault, "newest": index.Newest, "oldest": index.Oldest, "score": index.ByScore}

func (s *Server) search(w http.ResponseWriter, r *http.Request) {
	st := readState(r)
	s.view(w, r, st, "Search", func(ctx context.Context, p *page, query index.Query) error {
		p.Search = &results{Articles: st.tab == "articles", Sort: st.sort, Orders: []string{"newest", "oldest", "score"}}
		return s.find(ctx, p, st, query)
	})
}

// view answers a request for a view of what a query finds: fill makes the page. Where the query cannot be answered the view is empty
// but for the reason.
func (s *Server) view(w http.ResponseWriter, r *http.Request, st state, title string, fill func(context.Context, *page, index.Query) error) {
	p := newPage(st, title)
	query, err := parse(st.q)
	if err == nil && st.from+st.to != "" {
		if query, err = ranged(query, st.from, st.to); err == nil {
			http.Redirect(w, r, st.hrefOf(query), http.StatusSeeOther)
			return
		}
	}
	if err == nil {
		p.Filters = filters(st, query)
		err = fill(r.Context(), &p, query)
	}
	var wrong *index.QueryError
	switch {
	case errors.As(err, &wrong):
		p.Wrong = explain(wrong)
		p.Search, p.Map, p.Network, p.Values = &results{Articles: st.tab == "articles"}, nil, nil, nil
		s.render(w, http.StatusBadRequest, "view", p)
	case err != nil:
		s.failed(w, err)
	default:
		s.render(w, http.StatusOK, "view", p)
	}
}

// ranged is query with the days of publication from the beginning of one day, month or year to the end of another.
func ranged(query index.Query, from, to string) (index.Query, error) {
	days, err := index.ParseDays(from + ".." + to)
	if err != nil {
		return query, &index.QueryError{Field: "published", Msg: err.Error(), Hint: "a day, month or year is written 2020-02-12, 2020-02 or 2020"}
	}
	return during(query, days), nil
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
	res := p.Search
	req := s.request(st, query)
	fields := quoteFacets
	if res.Articles {
		fields = articleFacets
	}
	for _, f := range fields {
		req.Facets = append(req.Facets, index.Facet{Field: f, Size: 8})
	}
	req.Facets = append(req.Facets, index.Facet{Field: index.FieldDay, Size: -1})
	found, err := s.ix.Find(ctx, req)
	if err != nil {
		return err
	}
	res.Count, res.None = progress.Plural(found.Total, hitNames[st.tab]), found.Total == 0
	for i := range found.Hits {
		res.Hits = append(res.Hits, newHit(&found.Hits[i]))
	}
	for _, c := range found.Facets[:len(fields)] {
		res.Facets = append(res.Facets, newFacet(st, query, c))
	}
	res.Timeline = newTimeline(st, query, found.Facets[len(fields)])
	if found.Next != "" {
		res.Next = address("/", "q", st.q, "tab", st.tab, "sort", st.sort, "after", found.Next)
	}
	if st.after != "" {
		res.First = st.href(st.q)
	}
	if found.Total > maxExport {
		res.Cut = maxExport
	}
	res.CSV = address("/export", "q", st.q, "tab", st.tab, "sort", st.sort, "as", "csv")
	res.JSONL = address("/export", "q", st.q, "tab", st.tab, "sort", st.sort, "as", "jsonl")
	p.Names = suggestions(res.Facets)
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
