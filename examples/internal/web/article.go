package web

import (
	"bufio"
	"fmt"
	"html/template"
	"net/http"
	"strings"
	"time"

	"github.com/dateline-nlp/dateline/examples/internal/highlight"
	"github.com/dateline-nlp/dateline/examples/internal/progress"
	"github.com/dateline-nlp/dateline/examples/internal/report"
	"github.com/dateline-nlp/dateline/examples/internal/table"
	"github.com/dateline-nlp/dateline/index"
)

// article shows one article. Package highlight escapes what it makes of it.
func (s *Server) article(w http.ResponseWriter, r *http.Request) {
	id := r.URL.Query().Get("id")
	doc, err := s.ix.Document(r.Context(), id)
	if err != nil {
		s.failed(w, err)
		return
	}
	p := page{
		Title:   report.Headline(doc),
		Article: template.HTML(highlight.Text(doc, "")), Found: template.HTML(highlight.Found(doc, "")),
	}
	if p.Title == "" {
		p.Title = short(doc.ID)
	}
	p.Meta = append(p.Meta, doc.ID)
	if doc.Source != "" {
		p.Meta = append(p.Meta, doc.Source)
	}
	if !doc.Published.IsZero() {
		p.Meta = append(p.Meta, doc.Published.Format("2 January 2006"))
	}
	p.Meta = append(p.Meta, progress.Plural(len(strings.Fields(doc.Text)), "word"))
	if strings.HasPrefix(doc.URL, "https://") || strings.HasPrefix(doc.URL, "http://") {
		p.Source = doc.URL
	}
	s.render(w, http.StatusOK, "article", p)
}

// export writes everything that a query finds, up to maxExport hits, as a file to keep.
func (s *Server) export(w http.ResponseWriter, r *http.Request) {
	v := r.URL.Query()
	st := state{q: strings.TrimSpace(v.Get("q")), tab: v.Get("tab"), sort: v.Get("sort")}
	as := v.Get("as")
	types := map[string]string{"csv": "text/csv; charset=utf-8", "jsonl": "application/x-ndjson"}
	if types[as] == "" {
		s.fail(w, http.StatusBadRequest, "An export is as=csv or as=jsonl.")
		return
	}
	query, err := parse(st.q)
	if err != nil {
		s.fail(w, http.StatusBadRequest, err.Error())
		return
	}
	req := s.request(st, query)
	req.Size = 500
	w.Header().Set("Content-Type", types[as])
	w.Header().Set("Content-Disposition", fmt.Sprintf("attachment; filename=\"dateline-%s.%s\"", time.Now().Format("20060102-150405"), as))
	out := bufio.NewWriter(w)
	defer out.Flush()
	n := 0
	for h, err := range s.ix.All(r.Context(), req) {
		if err != nil || n == maxExport {
			return // the file is cut short; its status is sent already
		}
		hits := []index.Hit{h}
		if as == "csv" {
			err = table.CSV(out, hits, n == 0)
		} else {
			err = table.JSONL(out, hits)
		}
		if err != nil {
			return
		}
		n++
	}
	if n == 0 && as == "csv" {
		_ = table.CSV(out, nil, true)
	}
}

// helpRows are examples of the query language.
var helpRows = [][2]string{
	{`training mission`, "both words, anywhere in the quote and around it, or in the article"},
	{`"training mission"`, "the phrase"},
	{`said:"NATO mission"`, "words of what was said"},
	{`speaker:"Jens Stoltenberg"`, "who said it, by any of the names that the article uses"},
	{`role:minister`, "words of the speaker's titles"},
	{`about:Iraq`, "a person, organization or place named in the quote or beside it"},
	{`person:Allawi org:NATO place:Baghdad`, "names of one kind"},
	{`country:IQ`, "a place in a country, by its ISO code"},
	{`near:33.3,44.4,50km`, "a place in a circle"},
	{`published:2020-02 published:2019..2020`, "date of publication: a day, month, year or range"},
	{`mentioned:2016`, "a date of the text"},
	{`source:"CBC News"`, "the publisher"},
	{`kind:direct`, "direct, mixed or indirect speech"},
	{`said:(ISIS OR "Islamic State") -speaker:Davidson`, "alternatives in parentheses, - or NOT for exclusion"},
	{`stolten* talibn~`, "the beginning of a word; a word with a letter wrong"},
}
