package formats

import (
	"bytes"
	_ "embed"
	"fmt"
	"html"
	"io"
	"sort"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/examples/internal/highlight"
	"github.com/dateline-nlp/dateline/examples/internal/report"
)

//go:embed page.css
var pageStyle string

// page writes one web page for all articles: each with its text highlighted and, beside it, what was found, every item a
// link to its places in the text. It needs no other file, no net and no JavaScript; labels are switched on and off by CSS.
// Everything that comes from an article goes through esc; html/template, which would do the same, makes the program 5 MB larger.
type page struct {
	w     io.Writer
	count int
}

func newHTML(w io.Writer, _ Options) Writer { return &page{w: w} }

// esc makes text safe between tags and in quoted attributes.
func esc(s string) string { return html.EscapeString(valid(s)) }

func (p *page) Write(d *dateline.Document) error {
	var buf bytes.Buffer
	if p.count++; p.count == 1 {
		pageHead(&buf, report.Headline(d))
	}
	a := &pageArticle{doc: d, prefix: fmt.Sprintf("a%d-", p.count), out: &buf}
	a.write()
	_, err := p.w.Write(buf.Bytes())
	return err
}

func (p *page) Close() error {
	var buf bytes.Buffer
	if p.count == 0 {
		pageHead(&buf, "")
	}
	buf.WriteString("</main>\n</body>\n</html>\n")
	_, err := p.w.Write(buf.Bytes())
	return err
}

// labels are the kinds of mention in the order of legend and lists: the class, one of them, many of them.
var labels = []struct {
	label     dateline.Label
	one, many string
}{
	{dateline.Person, "person", "People"},
	{dateline.Org, "organization", "Organizations"},
	{dateline.Place, "place", "Places"},
	{dateline.Norp, "nationality or group", "Nationalities and groups"},
	{dateline.Date, "date", "Dates"},
	{dateline.Misc, "other name", "Other names"},
}

func class(l dateline.Label) string { return strings.ToLower(l.String()) }

func pageHead(w io.Writer, title string) {
	if title == "" {
		title = "dateline"
	}
	fmt.Fprintf(w, `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>%s</title>
<style>
%s%s</style>
</head>
<body>
<form class="legend" aria-label="What to highlight">
`, esc(title), highlight.Style, pageStyle)
	for _, l := range labels {
		c := class(l.label)
		fmt.Fprintf(w, "<label><input type=\"checkbox\" id=\"show-%s\" checked> <span class=\"%s\">%s</span></label>\n", c, c, l.one)
	}
	io.WriteString(w, `<label><input type="checkbox" id="show-quotes" checked> <span class="how">quotation</span> <span class="how dashed">reported</span></label>
</form>
<main>
`)
}

// A pageArticle is one article on the page. Its ids begin with prefix.
type pageArticle struct {
	doc    *dateline.Document
	prefix string
	out    *bytes.Buffer
}

func (a *pageArticle) printf(format string, args ...any) { fmt.Fprintf(a.out, format, args...) }

func (a *pageArticle) write() {
	d := a.doc
	a.printf("<article id=\"%stop\">\n<div class=\"text\">\n<p class=\"meta\">%s", a.prefix, esc(d.ID))
	if d.Source != "" {
		a.printf(" · %s", esc(d.Source))
	}
	if date := day(d.Published); date != "" {
		a.printf(" · <time datetime=\"%s\">%s</time>", date, date)
	}
	if strings.HasPrefix(d.URL, "https://") || strings.HasPrefix(d.URL, "http://") {
		a.printf(" · <a href=\"%s\" rel=\"noreferrer\">source</a>", esc(d.URL))
	}
	a.printf("</p>\n%s</div>\n<aside aria-label=\"Found in %s\">\n", highlight.Text(d, a.prefix), esc(d.ID))
	for _, l := range labels {
		if l.label == dateline.Date {
			a.group(l.many, class(l.label), a.dates())
		} else {
			a.group(l.many, class(l.label), a.entities(l.label))
		}
	}
	a.quotes()
	a.printf("</aside>\n</article>\n")
}

// A pageItem is an entity, or a date with its wording. Places are the numbers of its mentions, from 1.
type pageItem struct {
	id, name, about string
	places          []int
}

func (a *pageArticle) group(title, class string, items []*pageItem) {
	if len(items) == 0 {
		return
	}
	a.printf("<h3>%s</h3>\n<ul>\n", title)
	for _, it := range items {
		id := ""
		if it.id != "" {
			id = ` id="` + it.id + `"`
		}
		a.printf(`<li%s><span class="name %s">%s</span> <span class="about">%s</span> <span class="places">`, id, class, esc(it.name), esc(it.about))
		for k, m := range it.places {
			a.printf(`<a href="#%sm%d">%d</a>`, a.prefix, m, k+1)
		}
		a.printf("</span></li>\n")
	}
	a.printf("</ul>\n")
}

// entities are those of a label, the most mentioned first.
func (a *pageArticle) entities(label dateline.Label) (items []*pageItem) {
	at := map[dateline.EntityID]*pageItem{}
	for i := range a.doc.Entities {
		if e := &a.doc.Entities[i]; e.Label == label {
			it := &pageItem{id: fmt.Sprintf("%se%d", a.prefix, e.ID), name: e.Name, about: report.About(a.doc, e)}
			at[e.ID] = it
			items = append(items, it)
		}
	}
	for i, m := range a.doc.Mentions {
		if it := at[m.Entity]; it != nil {
			it.places = append(it.places, i+1)
		}
	}
	sort.SliceStable(items, func(i, j int) bool { return len(items[i].places) > len(items[j].places) })
	return items
}

// dates are the dates, one item for each value and wording, in order of the text.
func (a *pageArticle) dates() (items []*pageItem) {
	at := map[[2]string]*pageItem{}
	for i, m := range a.doc.Mentions {
		if m.Label != dateline.Date {
			continue
		}
		value := ""
		if m.Time != nil {
			value = report.Value(*m.Time)
		}
		key := [2]string{a.doc.Slice(m.Span), value}
		if at[key] == nil {
			at[key] = &pageItem{name: key[0], about: value}
			items = append(items, at[key])
		}
		at[key].places = append(at[key].places, i+1)
	}
	return items
}

// quotes are grouped by speaker, in order of the first quote of each.
func (a *pageArticle) quotes() {
	var order []string
	by := map[string][]int{}
	for i := range a.doc.Quotes {
		name := report.SpeakerName(a.doc, a.doc.Quotes[i].Speaker)
		if by[name] == nil {
			order = append(order, name)
		}
		by[name] = append(by[name], i)
	}
	if len(order) > 0 {
		a.printf("<h3>Quotations</h3>\n")
	}
	for _, name := range order {
		a.printf("<section><strong>%s</strong>\n", esc(name))
		for _, i := range by[name] {
			q := &a.doc.Quotes[i]
			cue := ""
			if c := a.doc.Slice(q.Cue); c != "" {
				cue = ", " + c
			}
			a.printf(`<blockquote id="%ss%d"><span class="kind">%s%s</span> %s <a href="#%sq%d" aria-label="show in the text">↩</a></blockquote>`+"\n",
				a.prefix, i+1, q.Kind, esc(cue), esc(report.QuoteText(a.doc, q)), a.prefix, i+1)
		}
		a.printf("</section>\n")
	}
}
