// Package highlight renders an article as HTML: a paragraph a line of the text, mentions as links to their entities, what was
// said around them, nested as it stands. Nothing needs JavaScript; Style is all that it takes to look right, light and dark.
//
//	<p class="body">NATO was called in by the <a class="m norp" id="m61" href="#e9" title="...">Americans</a> ...
//	<span class="q direct" id="q2">...</span><a class="who" href="#s2">2</a>
//
// Every byte of the article is escaped. Ids begin with a prefix, so that several articles can stand on one page.
package highlight

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/examples/internal/nest"
	"github.com/dateline-nlp/dateline/examples/internal/report"
)

// Style is the style sheet of what this package writes.
//
//go:embed style.css
var Style string

// Text renders the text of doc. Mentions and quotes get the ids prefix+"m"+number and prefix+"q"+number, counting from 1.
func Text(doc *dateline.Document, prefix string) string {
	r := &renderer{doc: doc, prefix: prefix, final: map[item]int{}, opened: map[item]bool{}}
	for i := range doc.Quotes {
		for _, c := range doc.Quotes[i].Content {
			r.add(kindQuote, i, c)
		}
	}
	for i := range doc.Mentions {
		r.add(kindMention, i, doc.Mentions[i].Span)
	}
	nest.Lines(doc.Text, r.spans, r.paragraph)
	return r.out.String()
}

type kind uint8

const (
	kindQuote kind = iota
	kindMention
)

type renderer struct {
	doc    *dateline.Document
	prefix string
	spans  []dateline.Span
	items  []item       // of each span
	final  map[item]int // the last span of each item
	opened map[item]bool
	out    strings.Builder
	links  int    // depth in links
	behind string // links to speakers that wait for the end of the link they stand in
}

// An item is one quote or mention.
type item struct {
	kind  kind
	index int
}

func (r *renderer) add(k kind, i int, s dateline.Span) {
	r.final[item{k, i}] = len(r.items)
	r.items = append(r.items, item{k, i})
	r.spans = append(r.spans, s)
}

var tags = map[dateline.SectionKind]string{dateline.SectionHeadline: "h2", dateline.SectionSubhead: "h3"}

func (r *renderer) paragraph(line dateline.Span, which []int) {
	section := r.doc.SectionAt(line.Start)
	tag := tags[section]
	if tag == "" {
		tag = "p"
	}
	fmt.Fprintf(&r.out, "<%s class=%q dir=\"auto\">", tag, section.String())
	nest.Walk(r.doc.Text, line, nest.Pick(r.spans, which), nest.Handler{
		Open: func(k, _ int) { r.open(r.items[which[k]]) },
		Close: func(k int, last bool) {
			r.close(r.items[which[k]], last && r.spans[which[k]].End <= line.End && which[k] == r.final[r.items[which[k]]])
		},
		Text: func(s string) { r.out.WriteString(Escape(s)) },
	})
	fmt.Fprintf(&r.out, "</%s>\n", tag)
}

// open starts an element. An id is given once, although a quote may come in several pieces and paragraphs.
func (r *renderer) open(it item) {
	id := ""
	if !r.opened[it] {
		r.opened[it] = true
		id = fmt.Sprintf(` id="%s%c%d"`, r.prefix, "qm"[it.kind], it.index+1)
	}
	if it.kind == kindQuote {
		q := &r.doc.Quotes[it.index]
		fmt.Fprintf(&r.out, `<span class="q %s"%s>`, q.Kind, id)
		return
	}
	m := &r.doc.Mentions[it.index]
	class := "m " + strings.ToLower(m.Label.String())
	if m.Form != dateline.FormName {
		class += " " + m.Form.String()
	}
	href := ""
	if m.Entity != 0 {
		href = fmt.Sprintf(` href="#%se%d"`, r.prefix, m.Entity)
	}
	r.links++
	fmt.Fprintf(&r.out, `<a class="%s"%s%s title="%s">`, class, id, href, Escape(Title(r.doc, m)))
}

// close ends an element; behind the end of a quote stands its number, a link to its speaker.
func (r *renderer) close(it item, last bool) {
	if it.kind == kindMention {
		r.out.WriteString("</a>")
		if r.links--; r.links == 0 {
			r.out.WriteString(r.behind)
			r.behind = ""
		}
		return
	}
	r.out.WriteString("</span>")
	if last {
		q := &r.doc.Quotes[it.index]
		name := Escape(report.SpeakerName(r.doc, q.Speaker))
		link := fmt.Sprintf(`<a class="who" href="#%ss%d" title="%s: %s" aria-label="quotation %d, %s">%d</a>`,
			r.prefix, it.index+1, q.Kind, name, it.index+1, name, it.index+1)
		if r.links > 0 {
			r.behind += link
		} else {
			r.out.WriteString(link)
		}
	}
}

// Title says what a mention is, as in "PERSON: Jens Stoltenberg" or "DATE: 2020-02-12".
func Title(doc *dateline.Document, m *dateline.Mention) string {
	s := m.Label.String()
	if e := doc.Entity(m.Entity); e != nil {
		s += ": " + e.Name
	}
	if m.Time != nil {
		s += ": " + report.Value(*m.Time)
	}
	return s
}
