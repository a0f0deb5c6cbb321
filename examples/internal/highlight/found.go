package highlight

import (
	"fmt"
	"html"
	"sort"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/examples/internal/report"
)

// A Label is a kind of mention with its names: one of them, many of them.
type Label struct {
	Label     dateline.Label
	One, Many string
}

// Labels are the kinds of mention in the order in which they are listed.
var Labels = []Label{
	{dateline.Person, "person", "People"},
	{dateline.Org, "organization", "Organizations"},
	{dateline.Place, "place", "Places"},
	{dateline.Norp, "nationality or group", "Nationalities and groups"},
	{dateline.Date, "date", "Dates"},
	{dateline.Misc, "other name", "Other names"},
}

// Class is the class of the label in Style.
func (l Label) Class() string { return strings.ToLower(l.Label.String()) }

// Found renders what was found in doc as lists: entities by label, the most mentioned first, dates, and quotations by speaker.
// Every item links to its places in what Text gives for the same prefix.
func Found(doc *dateline.Document, prefix string) string {
	f := &finder{doc: doc, prefix: prefix}
	for _, l := range Labels {
		if l.Label == dateline.Date {
			f.group(l, f.dates())
		} else {
			f.group(l, f.entities(l.Label))
		}
	}
	f.quotes()
	return f.out.String()
}

type finder struct {
	doc    *dateline.Document
	prefix string
	out    strings.Builder
}

func (f *finder) printf(format string, args ...any) { fmt.Fprintf(&f.out, format, args...) }

// Escape makes text safe between tags and in quoted attributes. What HTML forbids (control characters, invalid UTF-8) becomes U+FFFD.
func Escape(s string) string {
	return html.EscapeString(strings.Map(func(r rune) rune {
		if r < ' ' && !strings.ContainsRune("\t\n\r", r) || r >= 0x7f && r < 0xa0 || r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef {
			return '\ufffd'
		}
		return r
	}, s))
}

// A foundItem is an entity, or a date with its wording. Places are the numbers of its mentions, from 1.
type foundItem struct {
	id, name, about string
	places          []int
}

func (f *finder) group(l Label, items []*foundItem) {
	if len(items) == 0 {
		return
	}
	f.printf("<h3>%s</h3>\n<ul>\n", l.Many)
	for _, it := range items {
		id := ""
		if it.id != "" {
			id = ` id="` + it.id + `"`
		}
		f.printf(`<li%s><span class="name %s">%s</span> <span class="about">%s</span> <span class="places">`, id, l.Class(), Escape(it.name), Escape(it.about))
		for k, m := range it.places {
			f.printf(`<a href="#%sm%d">%d</a>`, f.prefix, m, k+1)
		}
		f.printf("</span></li>\n")
	}
	f.printf("</ul>\n")
}

// entities are those of a label, the most mentioned first.
func (f *finder) entities(label dateline.Label) (items []*foundItem) {
	at := map[dateline.EntityID]*foundItem{}
	for i := range f.doc.Entities {
		if e := &f.doc.Entities[i]; e.Label == label {
			it := &foundItem{id: fmt.Sprintf("%se%d", f.prefix, e.ID), name: e.Name, about: report.About(f.doc, e)}
			at[e.ID] = it
			items = append(items, it)
		}
	}
	for i, m := range f.doc.Mentions {
		if it := at[m.Entity]; it != nil {
			it.places = append(it.places, i+1)
		}
	}
	sort.SliceStable(items, func(i, j int) bool { return len(items[i].places) > len(items[j].places) })
	return items
}

// dates are the dates, one item for each value and wording, in order of the text.
func (f *finder) dates() (items []*foundItem) {
	at := map[[2]string]*foundItem{}
	for i, m := range f.doc.Mentions {
		if m.Label != dateline.Date {
			continue
		}
		value := ""
		if m.Time != nil {
			value = report.Value(*m.Time)
		}
		key := [2]string{f.doc.Slice(m.Span), value}
		if at[key] == nil {
			at[key] = &foundItem{name: key[0], about: value}
			items = append(items, at[key])
		}
		at[key].places = append(at[key].places, i+1)
	}
	return items
}

// quotes are grouped by speaker, in order of the first quote of each.
func (f *finder) quotes() {
	var order []string
	by := map[string][]int{}
	for i := range f.doc.Quotes {
		name := report.SpeakerName(f.doc, f.doc.Quotes[i].Speaker)
		if by[name] == nil {
			order = append(order, name)
		}
		by[name] = append(by[name], i)
	}
	if len(order) > 0 {
		f.printf("<h3>Quotations</h3>\n")
	}
	for _, name := range order {
		f.printf("<section><h4>%s</h4>\n", Escape(name))
		for _, i := range by[name] {
			q := &f.doc.Quotes[i]
			cue := ""
			if c := f.doc.Slice(q.Cue); c != "" {
				cue = ", " + c
			}
			f.printf(`<blockquote id="%ss%d"><span class="kind">%s%s</span> %s <a href="#%sq%d" aria-label="show in the text">↩</a></blockquote>`+"\n",
				f.prefix, i+1, q.Kind, Escape(cue), Escape(report.QuoteText(f.doc, q)), f.prefix, i+1)
		}
		f.printf("</section>\n")
	}
}
