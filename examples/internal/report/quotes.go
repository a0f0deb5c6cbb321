package report

import (
	"slices"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/examples/internal/term"
)

// Unnamed is the heading of quotes whose speaker the article does not name.
const Unnamed = "(nobody named)"

// A speakerKey tells speakers apart: by entity or, without one, by name.
type speakerKey struct {
	id   dateline.EntityID
	name string
}

func keyOf(d *dateline.Document, q *dateline.Quote) speakerKey {
	if q.Speaker.Entity != 0 {
		return speakerKey{id: q.Speaker.Entity}
	}
	return speakerKey{name: SpeakerName(d, q.Speaker)}
}

func (p *page) quotes() {
	d := p.doc
	if len(d.Quotes) == 0 {
		return
	}
	var order []speakerKey
	groups := map[speakerKey][]*dateline.Quote{}
	cueWide := 0
	reach := map[speakerKey]int{} // where the last quote of each ends
	for i := range d.Quotes {
		q := &d.Quotes[i]
		k := keyOf(d, q)
		if q.End <= reach[k] {
			continue // it stands in the quote before
		}
		reach[k] = q.End
		if groups[k] == nil {
			order = append(order, k)
		}
		groups[k] = append(groups[k], q)
		cueWide = max(cueWide, term.Columns(term.Clean(d.Slice(q.Cue))))
	}
	cueWide = min(cueWide, 14)
	p.title("QUOTES")
	for i, k := range order {
		if i > 0 {
			p.line("")
		}
		head := p.Paint(term.Cyan, term.Cut(term.Clean(SpeakerName(d, groups[k][0].Speaker)), p.width-2))
		p.line("  " + head)
		for _, q := range groups[k] {
			p.row([]int{0, cueWide}, []term.Style{"", term.Dim}, "", term.Clean(d.Slice(q.Cue)), QuoteText(d, q))
		}
	}
}

// SpeakerName is the name under which a speaker goes: the entity's, else the words of the text, else Unnamed.
func SpeakerName(doc *dateline.Document, s dateline.Speaker) string {
	if e := doc.Entity(s.Entity); e != nil {
		return e.Name
	}
	if s.Name != "" {
		return s.Name
	}
	if text := doc.Slice(s.Span); text != "" {
		return text
	}
	return Unnamed
}

const marks = "\"“”"

// QuoteText is what was said: in quotation marks where all of it is quoted, with an ellipsis where it was interrupted.
func QuoteText(doc *dateline.Document, q *dateline.Quote) string {
	var parts []string
	for _, c := range q.Content {
		parts = append(parts, term.Clean(doc.Slice(c)))
	}
	s := strings.Join(parts, " … ")
	if q.Kind == dateline.Direct || q.Kind == dateline.Mixed || slices.Equal(q.Content, q.Quoted) {
		if inner := strings.Trim(s, marks); !strings.ContainsAny(inner, marks) {
			s = inner // the marks around it; where there are more, they are part of it
		}
		return "“" + s + "”"
	}
	return s
}
