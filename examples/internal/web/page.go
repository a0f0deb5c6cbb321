package web

import (
	"html/template"
	"net/http"
	"strings"

	"github.com/dateline-nlp/dateline/index"
)

// A page is what the templates show: the head, and the part of one view.
type page struct {
	Title, Query string
	Action       string // where the search box leads: to the view at hand
	Hidden       []pair // what the search box keeps
	Views        []link
	Filters      []link   // parts of the query, each a link to the query without it
	Names        []string // suggestions of the search box where there is no JavaScript
	Wrong        string   // with the query
	Error        string   // in place of the page
	Help         [][2]string

	Search  *results
	Article *article
	Map     *mapView
	Network *networkView
	Values  *valuesView
	Person  *profile
}

// A pair is a hidden field of a form.
type pair struct{ Name, Value string }

type link struct {
	Text, Href string
	Current    bool
	N          int
}

// state is what the address of a view says.
type state struct {
	path  string // "/", "/map", "/network" or "/values"
	q     string
	tab   string // of "/" and "/values": quotes or articles
	sort  string
	after string
	from  string // the ends of a range of days, as typed
	to    string
	more  []string // names and values that only the view knows
}

func readState(r *http.Request) state {
	v := r.URL.Query()
	st := state{path: r.URL.Path, q: strings.TrimSpace(v.Get("q")), tab: v.Get("tab"), sort: v.Get("sort"), after: v.Get("after"),
		from: strings.TrimSpace(v.Get("from")), to: strings.TrimSpace(v.Get("to"))}
	if (st.path == "/" || st.path == "/values") && st.tab != "articles" {
		st.tab = "quotes"
	}
	if _, ok := orders[st.sort]; !ok {
		st.sort = ""
	}
	return st
}

// href is the address of the view for another query.
func (st state) href(q string) string {
	return address(st.path, append([]string{"q", q, "tab", st.tab, "sort", st.sort}, st.more...)...)
}

// hrefOf is that of a query; one that finds everything is left out.
func (st state) hrefOf(query index.Query) string {
	if query.IsZero() {
		return st.href("")
	}
	return st.href(query.String())
}

// hidden are the fields that a form needs to stay in the view.
func (st state) hidden() (out []pair) {
	add := func(name, value string) {
		if value != "" {
			out = append(out, pair{name, value})
		}
	}
	if st.tab != "quotes" {
		add("tab", st.tab)
	}
	add("sort", st.sort)
	for i := 0; i+1 < len(st.more); i += 2 {
		add(st.more[i], st.more[i+1])
	}
	return out
}

// quotesOf and articlesOf are the addresses of lists of hits.
func quotesOf(query index.Query) string { return state{path: "/", tab: "quotes"}.hrefOf(query) }

func articlesOf(query index.Query) string { return state{path: "/", tab: "articles"}.hrefOf(query) }

// newPage is a page with the head of a view.
func newPage(st state, title string) page {
	p := page{Title: title, Query: st.q, Action: st.path, Hidden: st.hidden()}
	if st.q != "" {
		p.Title = short(st.q) + " – " + title
	}
	view := func(text, path, tab string) {
		p.Views = append(p.Views, link{Text: text, Href: address(path, "q", st.q, "tab", tab), Current: path == st.path && tab == st.tab})
	}
	view("Quotes", "/", "quotes")
	view("Articles", "/", "articles")
	view("Map", "/map", "")
	view("Network", "/network", "")
	return p
}

// plain is a page without a query.
func plain(title string) page {
	return newPage(state{path: "/"}, title)
}

// An article is shown with what was found in it. Package highlight has escaped both.
type article struct {
	Text, Found template.HTML
	Meta        []string
	Source      string
	Pages       []link // of those who are named
}
