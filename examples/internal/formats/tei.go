package formats

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/examples/internal/nest"
	"github.com/dateline-nlp/dateline/examples/internal/report"
)

// tei writes a teiCorpus of TEI P5 documents, one an article:
//
//	body       <p>, and <ab type="headline">, <ab type="caption">, ... for what is not running text: a line of the article each
//	names      <persName ref="#a1-e3">, <orgName>, <placeName>, <name type="norp">, <name type="misc">
//	reference  <rs type="person" ref="#a1-e3"> for nominals and pronouns
//	dates      <date when="2020-02-12">, <date from="2020-02-10" to="2020-02-16">, the TIMEX3 value in @n
//	quotes     <said xml:id="a1-q1.1" n="1" who="#a1-e3" direct="true">: what was said without its marks, in pieces where it was
//	           interrupted or goes over a line; each piece but the first points to the one before it with @prev
//	standOff   <listPerson>, <listOrg>, <listPlace>, <list>: the entities with their other names and coordinates
//
// Letters that XML 1.0 forbids (control characters) become U+FFFD. Nested quotes nest.
type tei struct {
	w     io.Writer
	count int
}

func newTEI(w io.Writer, _ Options) Writer { return &tei{w: w} }

const teiHead = `<?xml version="1.0" encoding="UTF-8"?>
<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>News articles annotated by dateline</title></titleStmt>` +
	`<publicationStmt><p>Made by a program.</p></publicationStmt><sourceDesc><p>News articles.</p></sourceDesc></fileDesc></teiHeader>
`

func (t *tei) Write(d *dateline.Document) error {
	t.count++
	x := &teiDoc{doc: d, prefix: fmt.Sprintf("a%d-", t.count)}
	if t.count == 1 {
		x.out.WriteString(teiHead)
	}
	x.document()
	_, err := t.w.Write(x.out.Bytes())
	return err
}

func (t *tei) Close() error {
	tail := "</teiCorpus>\n"
	if t.count == 0 {
		tail = teiHead + tail
	}
	_, err := io.WriteString(t.w, tail)
	return err
}

type teiDoc struct {
	doc    *dateline.Document
	prefix string
	out    bytes.Buffer
	spans  []dateline.Span // of the contents of quotes, then of the mentions
	quotes []int           // of the first spans: which quote
	pieces map[int]int     // pieces of a quote so far
}

var teiEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;", "\r", "&#xD;")

// escape makes text safe between tags and in quoted attributes. What XML forbids becomes U+FFFD. (encoding/xml, which would do the
// same, makes the program larger.)
func escape(s string) string {
	return teiEscapes.Replace(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff {
			return '\ufffd'
		}
		return r
	}, valid(s)))
}

func (x *teiDoc) document() {
	d := x.doc
	fmt.Fprintf(&x.out, "<TEI>\n<teiHeader><fileDesc><titleStmt><title>%s</title></titleStmt><publicationStmt>", escape(report.Headline(d)))
	if d.Source != "" {
		fmt.Fprintf(&x.out, "<publisher>%s</publisher>", escape(d.Source))
	} else {
		x.out.WriteString("<publisher/>")
	}
	if !d.Published.IsZero() {
		fmt.Fprintf(&x.out, "<date when=\"%s\"/>", day(d.Published))
	}
	fmt.Fprintf(&x.out, "<idno>%s</idno></publicationStmt><sourceDesc><p>%s</p></sourceDesc></fileDesc></teiHeader>\n", escape(d.ID), escape(d.URL))
	x.standOff()
	x.out.WriteString("<text><body>\n")
	for i := range d.Quotes {
		for _, c := range d.Quotes[i].Content {
			x.spans, x.quotes = append(x.spans, c), append(x.quotes, i)
		}
	}
	for i := range d.Mentions {
		x.spans = append(x.spans, d.Mentions[i].Span)
	}
	before := x.out.Len()
	nest.Lines(d.Text, x.spans, x.line)
	if x.out.Len() == before {
		x.out.WriteString("<p/>\n") // a body must not be empty
	}
	x.out.WriteString("</body></text>\n</TEI>\n")
}

var teiLists = []struct {
	label            dateline.Label
	list, item, name string
}{
	{dateline.Person, "listPerson", "person", "persName"},
	{dateline.Org, "listOrg", "org", "orgName"},
	{dateline.Place, "listPlace", "place", "placeName"},
	{dateline.Norp, "listOrg type=\"norp\"", "org", "orgName"},
	{dateline.Misc, "listObject", "object", "objectName"},
}

func (x *teiDoc) standOff() {
	if len(x.doc.Entities) == 0 {
		return
	}
	x.out.WriteString("<standOff>\n")
	for _, l := range teiLists {
		var items strings.Builder
		for i := range x.doc.Entities {
			if e := &x.doc.Entities[i]; e.Label == l.label {
				x.entity(&items, e, l.item, l.name)
			}
		}
		if items.Len() > 0 {
			end, _, _ := strings.Cut(l.list, " ")
			fmt.Fprintf(&x.out, "<%s>\n%s</%s>\n", l.list, items.String(), end)
		}
	}
	x.out.WriteString("</standOff>\n")
}

func (x *teiDoc) entity(b *strings.Builder, e *dateline.Entity, item, name string) {
	fmt.Fprintf(b, "<%s xml:id=\"%se%d\">", item, x.prefix, e.ID)
	if item == "object" {
		b.WriteString("<objectIdentifier>")
	}
	fmt.Fprintf(b, "<%s>%s</%s>", name, escape(e.Name), name)
	for _, a := range e.Aliases {
		fmt.Fprintf(b, "<%s type=\"alias\">%s</%s>", name, escape(a), name)
	}
	if item == "object" {
		b.WriteString("</objectIdentifier>")
	}
	if item == "person" {
		for _, r := range e.Roles {
			fmt.Fprintf(b, "<occupation>%s</occupation>", escape(report.Role(r)))
		}
	}
	if g := e.Geo; g != nil && g.GeoNames != 0 && item == "place" {
		fmt.Fprintf(b, "<location><geo>%s %s</geo></location><idno type=\"GeoNames\">%d</idno>", number(g.Lat), number(g.Lon), g.GeoNames)
	}
	fmt.Fprintf(b, "</%s>\n", item)
}

func (x *teiDoc) line(line dateline.Span, which []int) {
	tag, attr := "p", ""
	if kind := x.doc.SectionAt(line.Start); kind != dateline.SectionBody && kind != dateline.SectionNone {
		tag, attr = "ab", ` type="`+kind.String()+`"` // a <head> may only stand first, and <p> has no type
	}
	fmt.Fprintf(&x.out, "<%s%s>", tag, attr)
	ends := make([]string, len(which))
	nest.Walk(x.doc.Text, line, nest.Pick(x.spans, which), nest.Handler{
		Open: func(k, _ int) {
			open, end := x.element(which[k])
			ends[k] = end
			x.out.WriteString("<" + open + ">")
		},
		Close: func(k int, _ bool) { x.out.WriteString("</" + ends[k] + ">") },
		Text:  func(s string) { x.out.WriteString(escape(s)) },
	})
	fmt.Fprintf(&x.out, "</%s>\n", tag)
}

// element is the start tag and the name of the element for x.spans[i].
func (x *teiDoc) element(i int) (open, end string) {
	if i < len(x.quotes) {
		return x.said(x.quotes[i]), "said"
	}
	return x.name(&x.doc.Mentions[i-len(x.quotes)])
}

// said is the start tag of the next piece of a quote.
func (x *teiDoc) said(i int) string {
	q := &x.doc.Quotes[i]
	if x.pieces == nil {
		x.pieces = map[int]int{}
	}
	x.pieces[i]++
	n := x.pieces[i]
	s := fmt.Sprintf(`said xml:id="%sq%d.%d" n="%d" direct="%t"`, x.prefix, i+1, n, i+1, q.Kind == dateline.Direct)
	if q.Speaker.Entity != 0 {
		s += fmt.Sprintf(` who="#%se%d"`, x.prefix, q.Speaker.Entity)
	}
	if n > 1 {
		s += fmt.Sprintf(` prev="#%sq%d.%d"`, x.prefix, i+1, n-1)
	}
	return s
}

// name is the start tag and the name of the element of a mention.
func (x *teiDoc) name(m *dateline.Mention) (open, end string) {
	if m.Label == dateline.Date {
		return "date" + dateAttrs(m.Time), "date"
	}
	end = map[dateline.Label]string{dateline.Person: "persName", dateline.Org: "orgName", dateline.Place: "placeName"}[m.Label]
	open = end
	if end == "" {
		end = "name"
		open = fmt.Sprintf("name type=%q", strings.ToLower(m.Label.String()))
	}
	if m.Form != dateline.FormName {
		end = "rs"
		open = fmt.Sprintf("rs type=%q", strings.ToLower(m.Label.String()))
	}
	if m.Entity != 0 {
		open += ` ref="#` + x.prefix + "e" + strconv.Itoa(int(m.Entity)) + `"`
	}
	return open, end
}

func dateAttrs(t *dateline.Timex) string {
	if t == nil {
		return ""
	}
	var s string
	switch i := t.Interval; {
	case i.IsZero():
	case i.To-i.From == 1:
		s = fmt.Sprintf(` when="%s"`, i.From)
	default:
		s = fmt.Sprintf(` from="%s" to="%s"`, i.From, i.To-1)
	}
	if t.Value != "" {
		s += ` n="` + escape(t.Value) + `"`
	}
	return s
}
