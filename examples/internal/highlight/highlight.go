// Package highlight renders an article as HTML: a paragraph a line of the text, mentions as links to their entities, quotations
// around them, nested as they stand. Nothing needs JavaScript; Style is all that it takes to look right, light and dark.
//
//	<p class="body">NATO was called in by the <a class="m norp" id="m61" href="#e9" title="...">Americans</a> ...
//	<q class="direct" id="q2">...</q><a class="who" href="#s2">2</a>
//
// Every byte of the article is escaped. Ids begin with a prefix, so that several articles can stand on one page.
package highlight

import (
	_ "embed"
	"fmt"
	"html"
	"sort"
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
	r := &renderer{doc: doc, prefix: prefix}
	for i := range doc.Quotes {
		r.add(kindQuote, i, doc.Quotes[i].Span)
	}
	for i := range doc.Mentions {
		r.add(kindMention, i, doc.Mentions[i].Span)
	}
	sort.Stable(r)
	pos := 0
	for line := range strings.Lines(doc.Text) {
		if text := strings.TrimSpace(line); text != "" {
			start := pos + strings.Index(line, text)
			r.paragraph(dateline.Span{Start: start, End: start + len(text)})
		}
		pos += len(line)
	}
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
	items  []item
	opened map[item]bool
	out    strings.Builder
}

// An item is one quote or mention.
type item struct {
	kind  kind
	index int
}

func (r *renderer) Len() int           { return len(r.spans) }
func (r *renderer) Less(i, j int) bool { return r.spans[i].Start < r.spans[j].Start }
func (r *renderer) Swap(i, j int) {
	r.spans[i], r.spans[j] = r.spans[j], r.spans[i]
	r.items[i], r.items[j] = r.items[j], r.items[i]
}

func (r *renderer) add(k kind, i int, s dateline.Span) {
	r.items = append(r.items, item{k, i})
	r.spans = append(r.spans, s)
}

var tags = map[dateline.SectionKind]string{dateline.SectionHeadline: "h2", dateline.SectionSubhead: "h3"}

func (r *renderer) paragraph(line dateline.Span) {
	section := r.doc.SectionAt(line.Start)
	tag := tags[section]
	if tag == "" {
		tag = "p"
	}
	fmt.Fprintf(&r.out, "<%s class=%q dir=\"auto\">", tag, section.String())
	spans, items := r.take(line)
	nest.Walk(r.doc.Text, line, spans, nest.Handler{
		Open: func(i, part int) { r.open(items[i], part) },
		Close: func(i int, last bool) {
			r.close(items[i], last && spans[i].End <= line.End)
		},
		Text: func(s string) { r.out.WriteString(html.EscapeString(strings.ToValidUTF8(s, "\ufffd"))) },
	})
	fmt.Fprintf(&r.out, "</%s>\n", tag)
}

// take returns the spans that reach into a line. Lines come in order, so those that ended before are dropped for good, and
// the search ends at the first one that begins behind the line.
func (r *renderer) take(line dateline.Span) (spans []dateline.Span, items []item) {
	kept := 0
	i := 0
	for ; i < len(r.spans) && r.spans[i].Start < line.End; i++ {
		if s := r.spans[i]; s.End > line.Start {
			spans, items = append(spans, s), append(items, r.items[i])
			if s.End > line.End {
				r.spans[kept], r.items[kept] = s, r.items[i]
				kept++
			}
		}
	}
	// what goes on behind this line moves up to what has not begun yet
	copy(r.spans[i-kept:], r.spans[:kept])
	copy(r.items[i-kept:], r.items[:kept])
	r.spans, r.items = r.spans[i-kept:], r.items[i-kept:]
	return spans, items
}

// open starts an element. An id is given once, although a quote may come in several pieces and paragraphs.
func (r *renderer) open(it item, part int) {
	id := ""
	if !r.opened[it] {
		if r.opened == nil {
			r.opened = map[item]bool{}
		}
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
	fmt.Fprintf(&r.out, `<a class="%s"%s%s title="%s">`, class, id, href, html.EscapeString(Title(r.doc, m)))
}

// close ends an element; behind the end of a quote stands its number, a link to its speaker.
func (r *renderer) close(it item, last bool) {
	if it.kind == kindMention {
		r.out.WriteString("</a>")
		return
	}
	r.out.WriteString("</span>")
	if last {
		q := &r.doc.Quotes[it.index]
		name := html.EscapeString(report.SpeakerName(r.doc, q.Speaker))
		fmt.Fprintf(&r.out, `<a class="who" href="#%ss%d" title="%s: %s" aria-label="quotation %d, %s">%d</a>`,
			r.prefix, it.index+1, q.Kind, name, it.index+1, name, it.index+1)
	}
}

// Title says what a mention is, as in "PERSON: Jens Stoltenberg" or "DATE: 2020-02-12".
func Title(doc *dateline.Document, m *dateline.Mention) string {
	s := m.Label.String()
	if e := doc.Entity(m.Entity); e != nil {
		s += ": " + strings.ToValidUTF8(e.Name, "\ufffd")
	}
	if m.Time != nil {
		s += ": " + report.Value(*m.Time)
	}
	return s
}
