// Package report writes a Document for people to read in a terminal.
//
//	headline
//	id · source · date of publication · number of words
//
//	PEOPLE, ORGANIZATIONS, PLACES, NATIONALITIES AND GROUPS, OTHER NAMES
//	  name, number of mentions, then roles, other names, country: the most mentioned first
//	DATES
//	  words of the text, number of times, value in words, days where these do not show them: in order of the text
//	QUOTES
//	  by speaker in order of the first quote, each with its cue; direct and mixed speech in quotation marks; a quote within a quote
//	  of the same speaker stands there alone
//
// What is not shown: positions, scores, rules and pronouns, for which there are the other formats of examples/facts.
package report

import (
	"bytes"
	"fmt"
	"io"
	"sort"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/examples/internal/progress"
	"github.com/dateline-nlp/dateline/examples/internal/term"
)

// A Writer writes reports. Its zero value writes without colours, term.DefaultWidth wide.
type Writer struct {
	W       io.Writer
	Width   int
	Painter term.Painter
	written int
}

// Write writes the report on one document, in one call of W.Write.
func (w *Writer) Write(doc *dateline.Document) error {
	p := &page{doc: doc, width: w.Width, Painter: w.Painter}
	if p.width <= 0 {
		p.width = term.DefaultWidth
	}
	p.width = max(p.width, 40)
	if w.written++; w.written > 1 {
		p.line(p.Paint(term.Dim, strings.Repeat("─", p.width)))
		p.line("")
	}
	p.head()
	for _, s := range entitySections {
		p.entities(s.title, s.label, s.style)
	}
	p.dates()
	p.quotes()
	_, err := w.W.Write(p.out.Bytes())
	return err
}

// Close does nothing: a report has no end.
func (w *Writer) Close() error { return nil }

var entitySections = []struct {
	title string
	label dateline.Label
	style term.Style
}{
	{"PEOPLE", dateline.Person, term.Cyan},
	{"ORGANIZATIONS", dateline.Org, term.Magenta},
	{"PLACES", dateline.Place, term.Green},
	{"NATIONALITIES AND GROUPS", dateline.Norp, term.Blue},
	{"OTHER NAMES", dateline.Misc, term.Red},
}

// A page is the report on one document under way.
type page struct {
	term.Painter
	doc   *dateline.Document
	width int
	out   bytes.Buffer
}

func (p *page) line(s string) {
	p.out.WriteString(s)
	p.out.WriteByte('\n')
}

// row writes cells side by side under a margin of two: the last one is wrapped below itself.
func (p *page) row(widths []int, styles []term.Style, cells ...string) {
	left := strings.Builder{}
	left.WriteString("  ")
	indent := 2
	for i, c := range cells[:len(cells)-1] {
		cut := term.Cut(c, widths[i])
		left.WriteString(p.Paint(styles[i], cut) + strings.Repeat(" ", widths[i]-term.Columns(cut)+2))
		indent += widths[i] + 2
	}
	lines := term.Wrap(cells[len(cells)-1], max(p.width-indent, 15))
	if len(lines) == 0 {
		p.line(strings.TrimRight(left.String(), " "))
		return
	}
	for i, l := range lines {
		if i == 0 {
			p.line(left.String() + l)
		} else {
			p.line(strings.Repeat(" ", indent) + l)
		}
	}
}

func (p *page) title(s string) {
	p.line("")
	p.line(p.Paint(term.Bold, s))
}

// Headline is the headline of doc: as it was given, else from the text, else "".
func Headline(doc *dateline.Document) string {
	if doc.Headline != "" {
		return doc.Headline
	}
	for _, s := range doc.Sections {
		if s.Kind == dateline.SectionHeadline {
			return doc.Slice(s.Span)
		}
	}
	return ""
}

func (p *page) head() {
	d := p.doc
	for _, l := range term.Wrap(term.Clean(Headline(d)), p.width) {
		p.line(p.Paint(term.Bold, l))
	}
	facts := []string{term.Clean(d.ID)}
	if d.Source != "" {
		facts = append(facts, term.Clean(d.Source))
	}
	if d.Published.IsZero() {
		facts = append(facts, "no date of publication")
	} else {
		facts = append(facts, d.Published.Format("2 January 2006"))
	}
	facts = append(facts, progress.Plural(len(strings.Fields(d.Text)), "word"))
	for _, l := range term.Wrap(strings.Join(facts, " · "), p.width) {
		p.line(p.Paint(term.Dim, l))
	}
	if len(d.Mentions) == 0 && len(d.Quotes) == 0 {
		p.line("")
		p.line("Nothing found.")
	}
}

func (p *page) entities(title string, label dateline.Label, style term.Style) {
	var list []*dateline.Entity
	wide := 0
	for i := range p.doc.Entities {
		if e := &p.doc.Entities[i]; e.Label == label {
			list = append(list, e)
			wide = max(wide, term.Columns(term.Clean(e.Name)))
		}
	}
	if len(list) == 0 {
		return
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].Count > list[j].Count })
	p.title(title)
	for _, e := range list {
		p.row([]int{min(wide, p.width*2/5), 3}, []term.Style{style, ""}, term.Clean(e.Name), fmt.Sprintf("%3d", e.Count), term.Clean(About(p.doc, e)))
	}
}

// About is what is known of an entity beside its name and count: roles, country and coordinates, other names.
func About(doc *dateline.Document, e *dateline.Entity) string {
	var facts []string
	for _, r := range e.Roles {
		facts = append(facts, Role(r))
	}
	if of := doc.Entity(e.Of); of != nil {
		facts = append(facts, "of "+of.Name)
	}
	if e.Label == dateline.Place && e.Country != "" && e.Geo != nil && e.Geo.GeoNames != 0 {
		facts = append(facts, fmt.Sprintf("%s %.2f, %.2f", e.Country, e.Geo.Lat, e.Geo.Lon))
	}
	if len(e.Aliases) > 0 {
		facts = append(facts, "also "+strings.Join(e.Aliases, ", "))
	}
	return strings.Join(facts, "; ")
}

// Role is a role in words, as in "former Secretary General, NATO, until 2014".
func Role(r dateline.Role) string {
	s := r.Title
	if r.Former && !strings.HasPrefix(strings.ToLower(s), "former") {
		s = "former " + s
	}
	if r.Affiliation != "" {
		s += ", " + r.Affiliation
	}
	if r.From != "" {
		s += ", from " + r.From
	}
	if r.Until != "" {
		s += ", until " + r.Until
	}
	return s
}

func (p *page) dates() {
	type row struct {
		text  string
		time  dateline.Timex
		count int
	}
	var rows []*row
	seen := map[[2]string]*row{}
	wide := 0
	for _, m := range p.doc.Mentions {
		if m.Label != dateline.Date {
			continue
		}
		text, time := term.Clean(p.doc.Slice(m.Span)), dateline.Timex{}
		if m.Time != nil {
			time = *m.Time
		}
		key := [2]string{text, time.Value}
		if seen[key] == nil {
			seen[key] = &row{text: text, time: time}
			rows = append(rows, seen[key])
			wide = max(wide, term.Columns(text))
		}
		seen[key].count++
	}
	if len(rows) == 0 {
		return
	}
	p.title("DATES")
	for _, r := range rows {
		p.row([]int{min(wide, p.width*2/5), 3}, []term.Style{term.Yellow, ""}, r.text, fmt.Sprintf("%3d", r.count), Value(r.time))
	}
}
