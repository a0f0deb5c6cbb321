// Package diff tells what two readings of the same articles have in common and what not.
package diff

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/examples/internal/report"
	"github.com/dateline-nlp/dateline/examples/internal/term"
)

// A Change is one difference.
type Change struct {
	Pos  int    // byte in the text
	Sign byte   // '-' only in the old one, '+' only in the new one, '~' in both but different
	Text string // what it is, in words
}

// Counts are the numbers of things of one kind that are equal, gone, new and changed.
type Counts struct{ Same, Gone, New, Changed int }

// Add adds other to c.
func (c *Counts) Add(other Counts) {
	c.Same, c.Gone, c.New, c.Changed = c.Same+other.Same, c.Gone+other.Gone, c.New+other.New, c.Changed+other.Changed
}

// A fact is a mention or quote: where it stands, what it is called, what is said of it.
type fact struct {
	span  dateline.Span
	key   string // compared with the span: another key there is another fact
	words string
	value string // what may have changed
}

// Mentions compares names and dates, by span and label; of names the entity, of dates the value may change.
func Mentions(old, new *dateline.Document) ([]Change, Counts) {
	list := func(d *dateline.Document) (out []fact) {
		for _, m := range d.Mentions {
			if m.Form != dateline.FormName {
				continue
			}
			f := fact{m.Span, m.Label.String(), fmt.Sprintf("%s %q", m.Label, term.Clean(d.Slice(m.Span))), ""}
			if e := d.Entity(m.Entity); e != nil {
				f.value = e.Name
			}
			if m.Time != nil {
				f.value = strings.TrimSpace(m.Time.Value + " " + m.Time.Mod)
			}
			out = append(out, f)
		}
		return out
	}
	return compare(list(old), list(new))
}

// Quotes compares quotations by what was said and how; their speaker may change.
func Quotes(old, new *dateline.Document) ([]Change, Counts) {
	list := func(d *dateline.Document) (out []fact) {
		for i := range d.Quotes {
			q := &d.Quotes[i]
			words := fmt.Sprintf("%s %s", q.Kind, term.Cut(report.QuoteText(d, q), 60))
			out = append(out, fact{q.Span, q.Kind.String() + fmt.Sprint(q.Content), words, report.SpeakerName(d, q.Speaker)})
		}
		return out
	}
	return compare(list(old), list(new))
}

func compare(old, new []fact) (changes []Change, n Counts) {
	type place struct {
		span dateline.Span
		key  string
	}
	at := map[place]fact{}
	for _, f := range new {
		at[place{f.span, f.key}] = f
	}
	for _, f := range old {
		p := place{f.span, f.key}
		g, ok := at[p]
		delete(at, p)
		switch {
		case !ok:
			n.Gone++
			changes = append(changes, Change{f.span.Start, '-', withValue(f)})
		case f.value != g.value:
			n.Changed++
			changes = append(changes, Change{f.span.Start, '~', fmt.Sprintf("%s: %s -> %s", f.words, name(f.value), name(g.value))})
		default:
			n.Same++
		}
	}
	for _, f := range at {
		n.New++
		changes = append(changes, Change{f.span.Start, '+', withValue(f)})
	}
	slices.SortFunc(changes, func(a, b Change) int {
		return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(b.Sign, a.Sign), strings.Compare(a.Text, b.Text))
	})
	return changes, n
}

func withValue(f fact) string {
	if f.value == "" {
		return f.words
	}
	return f.words + ": " + name(f.value)
}

func name(s string) string {
	if s == "" {
		return "nothing"
	}
	return term.Clean(s)
}
