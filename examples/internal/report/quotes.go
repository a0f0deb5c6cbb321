package report

import (
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/examples/internal/term"
)

// Unnamed is the heading of quotes whose speaker the article does not name.
const Unnamed = "(nobody named)"

func (p *page) quotes() {
	d := p.doc
	if len(d.Quotes) == 0 {
		return
	}
	type key struct {
		id   dateline.EntityID
		name string
	}
	var order []key
	groups := map[key][]*dateline.Quote{}
	cueWide := 0
	for i := range d.Quotes {
		q := &d.Quotes[i]
		k := key{id: q.Speaker.Entity}
		if k.id == 0 {
			k.name = SpeakerName(d, q.Speaker)
		}
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

// QuoteText is what was said: direct speech in quotation marks, an ellipsis where the quotation was interrupted.
func QuoteText(doc *dateline.Document, q *dateline.Quote) string {
	var parts []string
	for _, c := range q.Content {
		parts = append(parts, term.Clean(doc.Slice(c)))
	}
	s := strings.Join(parts, " … ")
	if q.Kind == dateline.Direct {
		return "“" + strings.Trim(s, "\"“”") + "”"
	}
	return s
}
