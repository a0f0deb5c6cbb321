// Package dates finds expressions of time and gives them TIMEX3 values.
package dates

import (
	"sync"

	"github.com/dateline-nlp/dateline"
)

type scratch struct {
	atoms []atom
	exprs []expr
}

var pool = sync.Pool{New: func() any { return new(scratch) }}

// Find returns the expressions of time in doc, in order, not overlapping. It reads Text, Published, Sections, Sentences and Tokens.
func Find(doc *dateline.Document) []dateline.Mention {
	s := pool.Get().(*scratch)
	defer pool.Put(s)
	s.atoms = lex(doc.Text, doc.Sentences, s.atoms)
	p := &parser{text: doc.Text, atoms: s.atoms}
	s.exprs = p.parse(s.exprs[:0])
	if len(s.exprs) == 0 {
		return nil
	}
	p.shareYears(s.exprs)
	orderNumeric(s.exprs)
	r := &resolver{p: p, pub: p.published(doc, s.exprs)}
	r.narrative, r.mixed = p.isNarrative(s.exprs, r.pub)
	if r.narrative {
		s.exprs = splitSpans(s.exprs)
	}
	out := make([]dateline.Mention, 0, len(s.exprs))
	times := make([]dateline.Timex, len(s.exprs))
	for i := range s.exprs {
		e := &s.exprs[i]
		times[i] = r.resolve(s.exprs, i)
		out = append(out, dateline.Mention{
			Span:  dateline.Span{Start: int(s.atoms[e.from].start), End: int(s.atoms[e.to-1].end)},
			Label: dateline.Date, Score: 0.9, Rule: e.rule.String(), Time: &times[i],
		})
	}
	return out
}

// shareYears gives "October" its year in "October and November 1919", "May 5" in "May 5 to June 7, 1940".
func (p *parser) shareYears(es []expr) {
	for i := len(es) - 2; i >= 0; i-- {
		e, f := &es[i], &es[i+1]
		gap := f.from - e.to
		if e.kind != kCalendar || e.year != yearOpen || f.kind != kCalendar || f.year == yearOpen || e.m == 0 && e.grain != season || gap < 1 || gap > 2 {
			continue
		}
		if !p.any(e.to, cAnd, cOr, cTo, cUntil) && p.mark(e.to) != '-' && p.mark(e.to) != ',' || gap == 2 && !p.any(e.to, cAnd, cTo) {
			continue
		}
		e.year, e.y = f.year, f.y
		if e.grain != season && f.m != 0 && e.m > f.m {
			e.y--
		}
	}
}

// splitSpans makes two years of "1915-16", which in a story is a time from one to the other, not a season.
func splitSpans(es []expr) []expr {
	n := len(es)
	for i := range es[:n] {
		e := es[i]
		if e.y2 != 0 {
			last := e
			last.y2, last.from, last.rule, last.y = 0, e.to-1, ruleYear, e.y2
			e.y2, e.to, e.rule = 0, e.to-2, ruleYear
			es = append(es, e, last)
			continue
		}
		es = append(es, e)
	}
	return es[n:]
}
