package web

import (
	"context"
	"net/http"

	"github.com/dateline-nlp/dateline/examples/internal/progress"
	"github.com/dateline-nlp/dateline/index"
)

// A valuesView is the whole list of which a facet shows the beginning: the speakers of what a query finds, for example.
type valuesView struct {
	facet
	Count string
	Back  string // to the hits
}

const maxValues = 500

func (s *Server) valuesPage(w http.ResponseWriter, r *http.Request) {
	by, err := index.ParseField(r.URL.Query().Get("field"))
	if err != nil || facetTitles[by] == "" {
		s.fail(w, http.StatusNotFound, "There is no list of such values.")
		return
	}
	st := readState(r)
	st.sort, st.more = "", []string{"field", by.String()}
	s.view(w, r, st, facetTitles[by], func(ctx context.Context, p *page, query index.Query) error {
		req := s.request(st, query)
		req.Size, req.Facets = -1, []index.Facet{{Field: by, Size: maxValues}}
		found, err := s.ix.Find(ctx, req)
		if err != nil {
			return err
		}
		hits := state{path: "/", q: st.q, tab: st.tab}
		p.Action, p.Hidden = hits.path, hits.hidden()
		p.Values = &valuesView{facet: newFacet(hits, query, found.Facets[0]), Back: hits.href(st.q)}
		n := len(p.Values.Values) + p.Values.Other
		p.Values.Count = progress.Thousands(n) + " different, in " + progress.Plural(found.Total, hitNames[st.tab])
		return nil
	})
}

// hitNames are what the hits of the tabs are called.
var hitNames = map[string]string{"quotes": "quote", "articles": "article"}
