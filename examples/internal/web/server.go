// Package web serves an index of articles as pages for a browser.
//
//	/                  search: ?q= query language, tab= quotes or articles, sort=, after= mark of the page before
//	/article?id=       an article with its mentions and quotations highlighted; #q3 is a quotation
//	/export?as=csv     everything that a query finds, or as=jsonl
//	/help              the query language
//
// All state is in the address, so pages can be shared, reloaded and gone back from. There is no JavaScript: filters, bars of the
// time line and pages are links. The Content-Security-Policy allows the style sheet and nothing else, html/template and package
// highlight escape every value, queries are bounded in length and time, pages in hits, and only requests that name this
// machine as their host are answered unless the server listens on another address.
package web

import (
	"context"
	"embed"
	"errors"
	"html/template"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/dateline-nlp/dateline/examples/internal/highlight"
	"github.com/dateline-nlp/dateline/examples/internal/progress"
	"github.com/dateline-nlp/dateline/index"
)

// Bounds of a request.
const (
	maxQuery  = 2000             // bytes of the query
	timeout   = 10 * time.Second // for a page
	pageSize  = 20               // hits
	maxExport = 100_000          // hits
)

//go:embed page.tmpl site.css
var files embed.FS

// A Server answers requests over one index. It is safe for concurrent use.
type Server struct {
	ix    *index.Index
	pages *template.Template
	style string
	local bool
}

// NewServer returns a server over ix. If local is set it answers only requests for localhost, so that a page elsewhere cannot
// have the browser ask it under another name.
func NewServer(ix *index.Index, local bool) (*Server, error) {
	pages, err := template.New("").Funcs(template.FuncMap{
		"thousands": progress.Thousands,
		"orders":    func() []string { return []string{"newest", "oldest", "score"} },
	}).ParseFS(files, "page.tmpl")
	if err != nil {
		return nil, err
	}
	css, err := files.ReadFile("site.css")
	if err != nil {
		return nil, err
	}
	return &Server{ix: ix, pages: pages, style: highlight.Style + string(css), local: local}, nil
}

// ServeHTTP answers a request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cache-Control", "no-cache")
	if s.local && !isLocal(r.Host) {
		s.fail(w, http.StatusForbidden, "This server answers requests for localhost only.")
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		h.Set("Allow", "GET, HEAD")
		s.fail(w, http.StatusMethodNotAllowed, "Only GET is answered here.")
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), timeout)
	defer cancel()
	r = r.WithContext(ctx)
	switch r.URL.Path {
	case "/":
		s.search(w, r)
	case "/article":
		s.article(w, r)
	case "/export":
		s.export(w, r)
	case "/help":
		s.render(w, http.StatusOK, "help", page{Title: "How to ask", Help: helpRows})
	case "/style.css":
		h.Set("Content-Type", "text/css; charset=utf-8")
		h.Set("Cache-Control", "max-age=3600")
		http.ServeContent(w, r, "", time.Time{}, strings.NewReader(s.style))
	default:
		s.fail(w, http.StatusNotFound, "There is no such page.")
	}
}

func isLocal(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = strings.Trim(host, "[]")
	}
	if strings.EqualFold(name, "localhost") {
		return true
	}
	ip := net.ParseIP(name)
	return ip != nil && ip.IsLoopback()
}

func (s *Server) render(w http.ResponseWriter, status int, name string, p page) {
	var b strings.Builder
	if err := s.pages.ExecuteTemplate(&b, name, p); err != nil {
		http.Error(w, "the page could not be made: "+err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(b.String()))
}

func (s *Server) fail(w http.ResponseWriter, status int, message string) {
	s.render(w, status, "error", page{Title: http.StatusText(status), Error: message})
}

// failed turns an error of the index into a page.
func (s *Server) failed(w http.ResponseWriter, err error) {
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		s.fail(w, http.StatusServiceUnavailable, "The query took too long. Make it narrower.")
	case errors.Is(err, index.ErrNotFound):
		s.fail(w, http.StatusNotFound, "There is no such article in this index.")
	case errors.Is(err, index.ErrCursor):
		s.fail(w, http.StatusBadRequest, "This address leads to a page of another query.")
	default:
		s.fail(w, http.StatusInternalServerError, err.Error())
	}
}

// address is the address of a path with values, those that are empty left out.
func address(path string, pairs ...string) string {
	v := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			v.Set(pairs[i], pairs[i+1])
		}
	}
	if len(v) == 0 {
		return path
	}
	return path + "?" + v.Encode()
}
