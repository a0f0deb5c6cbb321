// Package web serves an index of articles as pages for a browser.
//
//	/                  search: ?q= query language, tab= quotes or articles, sort=, after= mark of the page before,
//	                   from= and to=: days of publication to add to the query
//	/map               the places of what a query finds: ?q=, box= west,south,east,north in degrees
//	/network           who is named with whom: ?q=, in= quotes, articles or speakers, size= number of names
//	/speaker?name=     what somebody said, when, about whom; /org?name= and /place?name= in the same way
//	/values?field=     all speakers, people, ... of what a query finds: ?q=, tab=
//	/article?id=       an article with its mentions and quotations highlighted; #q3 is a quotation
//	/export?as=csv     everything that a query finds, or as=jsonl; as=graphml or gexf of a network, as=geojson of a map
//	/suggest?q=        how a query that is being typed can go on, as JSON
//	/help              the query language
//
// All state is in the address, so pages can be shared, reloaded and gone back from. Everything works without JavaScript, since filters,
// bars of the histogram, places and pages are links, and ranges are forms; two scripts add suggestions while typing and selection by
// dragging. The Content-Security-Policy allows the style sheet, the icon and these scripts and nothing else, html/template and package highlight
// escape every value, queries are bounded in length and time, pages in hits, names, places and bars, and only requests that name this
// machine as their host are answered unless the server listens on another address.
package web

import (
	"context"
	"crypto/sha256"
	"embed"
	"errors"
	"fmt"
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
	patience  = 50 * time.Second // for an export
	pageSize  = 20               // hits
	maxExport = 100_000          // hits
)

const policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; " +
	"base-uri 'none'; frame-ancestors 'none'"

// kinds are the files that pages refer to, with their types.
var kinds = map[string]string{"/style.css": "text/css", "/suggest.js": "text/javascript", "/brush.js": "text/javascript", "/icon.svg": "image/svg+xml"}

//go:embed pages static
var files embed.FS

// A Server answers requests over one index. It is safe for concurrent use.
type Server struct {
	ix     *index.Index
	pages  *template.Template
	assets map[string]asset // by path
	routes map[string]http.HandlerFunc
	places atlas
	local  bool
}

// An asset is a file that pages refer to, by an address that changes with its content.
type asset struct{ kind, text, version string }

// NewServer returns a server over ix. If local is set it answers only requests for localhost, so that a page elsewhere cannot
// have the browser ask it under another name.
func NewServer(ix *index.Index, local bool) (*Server, error) {
	s := &Server{ix: ix, local: local, assets: map[string]asset{}}
	for path, kind := range kinds {
		text, err := files.ReadFile("static" + path)
		if err != nil {
			return nil, err
		}
		if path == "/style.css" {
			text = append([]byte(highlight.Style), text...)
		}
		s.assets[path] = asset{kind + "; charset=utf-8", string(text), fmt.Sprintf("%x", sha256.Sum256(text))[:12]}
	}
	pages, err := template.New("").Funcs(template.FuncMap{
		"thousands": progress.Thousands,
		"asset":     func(path string) string { return path + "?v=" + s.assets[path].version },
	}).ParseFS(files, "pages/*.tmpl")
	if err != nil {
		return nil, err
	}
	s.pages = pages
	s.routes = map[string]http.HandlerFunc{
		"/": s.search, "/map": s.mapPage, "/network": s.networkPage, "/article": s.article, "/export": s.export, "/suggest": s.suggest,
		"/speaker": s.profilePage, "/org": s.profilePage, "/place": s.profilePage, "/values": s.valuesPage, "/help": s.help,
	}
	return s, nil
}

// ServeHTTP answers a request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
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
	limit := timeout
	if r.URL.Path == "/export" {
		limit = patience
	}
	ctx, cancel := context.WithTimeout(r.Context(), limit)
	defer cancel()
	if route := s.routes[r.URL.Path]; route != nil {
		route(w, r.WithContext(ctx))
	} else if a, ok := s.assets[r.URL.Path]; ok {
		h.Set("Content-Type", a.kind)
		if r.URL.RawQuery == "v="+a.version {
			h.Set("Cache-Control", "max-age=31536000, immutable")
		}
		http.ServeContent(w, r, "", time.Time{}, strings.NewReader(a.text))
	} else {
		s.fail(w, http.StatusNotFound, "There is no such page.")
	}
}

// Warm reads in advance what takes long and is kept: the counts of the front pages, the list of names, the places of the map.
func (s *Server) Warm(ctx context.Context) error {
	for _, tab := range []string{"quotes", "articles"} {
		p := page{Search: &results{Articles: tab == "articles"}}
		if err := s.find(ctx, &p, state{path: "/", tab: tab}, index.Query{}); err != nil {
			return err
		}
	}
	if _, err := s.ix.Suggest(ctx, "a", 1); err != nil {
		return err
	}
	_, err := s.newMap(ctx, state{path: "/map"}, index.Query{}, wholeWorld)
	return err
}

func (s *Server) help(w http.ResponseWriter, _ *http.Request) {
	p := plain("How to ask")
	p.Help = helpRows
	s.render(w, http.StatusOK, "help", p)
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
	p := plain(http.StatusText(status))
	p.Error = message
	s.render(w, status, "error", p)
}

// failed turns an error of the index into a page.
func (s *Server) failed(w http.ResponseWriter, err error) {
	var wrong *index.QueryError
	switch {
	case errors.As(err, &wrong):
		s.fail(w, http.StatusBadRequest, explain(wrong))
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
