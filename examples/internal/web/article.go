package web

import (
	"html/template"
	"net/http"
	"slices"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/examples/internal/highlight"
	"github.com/dateline-nlp/dateline/examples/internal/progress"
	"github.com/dateline-nlp/dateline/examples/internal/report"
	"github.com/dateline-nlp/dateline/index"
)

// article shows one article.
func (s *Server) article(w http.ResponseWriter, r *http.Request) {
	id := r.URL.Query().Get("id")
	doc, err := s.ix.Document(r.Context(), id)
	if err != nil {
		s.failed(w, err)
		return
	}
	a := &article{Text: template.HTML(highlight.Text(doc, "")), Found: template.HTML(highlight.Found(doc, "")), Meta: []string{short(doc.ID)}}
	if doc.Source != "" {
		a.Meta = append(a.Meta, short(doc.Source))
	}
	if !doc.Published.IsZero() {
		a.Meta = append(a.Meta, doc.Published.Format("2 January 2006"))
	}
	a.Meta = append(a.Meta, progress.Plural(len(strings.Fields(doc.Text)), "word"))
	if strings.HasPrefix(doc.URL, "https://") || strings.HasPrefix(doc.URL, "http://") {
		a.Source = doc.URL
	}
	a.Pages = named(doc)
	p := plain("Article")
	p.Article = a
	if p.Title = short(report.Headline(doc)); p.Title == "" {
		p.Title = short(doc.ID)
	}
	s.render(w, http.StatusOK, "article", p)
}

const maxNamed = 12 // links from an article to the pages of names

// named are the speakers and organizations that an article names most, with their pages.
func named(doc *dateline.Document) (out []link) {
	fields := map[dateline.Label]index.Field{dateline.Person: index.FieldPerson, dateline.Org: index.FieldOrg}
	list := slices.Clone(doc.Entities)
	slices.SortStableFunc(list, func(a, b dateline.Entity) int { return b.Count - a.Count })
	for _, e := range list {
		if f, ok := fields[e.Label]; ok && e.Name != "" && len(out) < maxNamed {
			out = append(out, link{Text: short(e.Name), Href: pageOf(index.Named{Field: f, Name: e.Name})})
		}
	}
	return out
}
