// Package quotes finds what was said and who said it.
//
// The stages, each a package under internal:
//
//	content   pairs quotation marks into stretches
//	clause    reads sentences with stretches as single items; finds frames: verbs of saying with their subjects
//	source    gives each stretch the frame, the speaker and the rule that found it, or drops it
//	report    finds reported clauses: X said that C; C, according to X
//
// This file joins what they found into Quotes. See QUOTES.md for what it reaches and what it does not do.
package quotes

import (
	"slices"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/quotes/internal/clause"
	"github.com/dateline-nlp/dateline/quotes/internal/content"
	"github.com/dateline-nlp/dateline/quotes/internal/source"
)

// A Reader finds quotations. Its zero value works. It is safe for concurrent use as long as its fields are not changed.
type Reader struct {
	// Apostrophes tells that the text writes quotation marks as two apostrophes, ''like this'', as some news archives do, and
	// that what stands in them counts as Direct and Mixed. Without it such passages are found as well, where the text has hardly
	// any other marks, but are of kind Indirect, since the same archives put them around much that is no quotation.
	Apostrophes bool
}

// Attribute returns the quotations of doc with the zero Reader.
func Attribute(doc *dateline.Document) []dateline.Quote { return new(Reader).Attribute(doc) }

// Attribute returns the quotations of doc in order of position, with their speakers. It reads everything but Quotes, and works
// with whatever is there: without mentions a speaker has its words but no entity.
func (r *Reader) Attribute(doc *dateline.Document) []dateline.Quote {
	archive := !r.Apostrophes && apostrophes(doc.Text)
	paras, stretches := content.Scan(doc.Text, doc.Sections, content.Options{Apostrophes: r.Apostrophes || archive})
	t := clause.Read(doc, paras, stretches)
	defer t.Release()
	answers, speakers := source.Find(t)
	out := join(t, answers)
	clauses := reported(t, speakers, out)
	if archive {
		out = asClauses(doc.Text, out, clauses)
	}
	out = append(out, clauses...)
	slices.SortStableFunc(out, func(a, b dateline.Quote) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	return out
}
