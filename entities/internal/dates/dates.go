// Package dates finds expressions of time and gives them TIMEX3 values.
//
// # Algorithm
//
//	lex       text -> atoms: runs of letters, runs of digits, marks, each with its class from the lexicon      lex.go, lexicon.go
//	parse     atoms -> exprs: at each atom that can begin an expression, the grammar is asked what starts there   parser.go and below
//	published the date of publication: given, or from the dateline or byline                                   published.go
//	narrative does the text tell of its own day, or of times long past?                                        context.go
//	resolve   exprs -> values and days, in the order of the text                                               resolve.go and below
//
// The grammar is written as functions, one for each kind of expression, whose comments list what they read; each rule has its name,
// which is the Rule of a Mention, and its test pairs in testdata/rules.txt. A function looks a fixed number of atoms ahead and
// never tries a second way after a first that consumed, so that reading is linear. What a word can be is in the lexicon alone.
//
//	date       = numeric | month-first | day-first | weekday [date] | season | year | decade | century | quarter | half | holiday
//	edge       = ("early" | "late" | "mid" | ["the"] "end of" | "earlier" | ...) (date | reference) | "the first half of" period
//	reference  = ("this" | "last" | "next" | "the following" | "that" | "the same" | ...) (unit | weekday | month | part | quantity units)
//	distance   = quantity units ("ago" | "earlier" | "later" | "before" | "after" | "from now")
//	time       = (clock | part) [date] | date (clock | part) | ("last" | "this") part
//	duration   = ["more than" | "about" | ...] quantity ["-"] units
//	set        = ("every" | "each") (units | weekday | month) | "daily" | "a" unit after an amount
//	vague      = "now" | "recently" | "the past" | "the future" | "recent years" | ...
//
// # Values
//
// In news a weekday is the last such day, that of publication included, or the next where the words around it speak of a future; a
// month or day without a year is the nearest, unless they speak against it. "The following day", "five years later" count from
// the last date mentioned. In a story of times long past all that is open is taken from the date that the story has reached.
// "Today", "Friday", "next week" in a quotation count from the day on which it was spoken, where the paragraph says so. Without a date of publication values
// stay open: XXXX-02-12, XXXX-WXX-1.
//
// A day that is none (31 February) has neither value nor days. Years before Christ are written as TIMEX3 does: BC0044. The days of
// a part of the calendar are all of its days: "early 2011" is marked START and has those of 2011. Seasons are those of the north,
// by months: winter is December to February of the next year.
//
// # What is not done
//
// Expressions that are counted from an event ("two days after the siege", "the day of the vote") have the length or the unit only.
// Ages are no durations. Fiscal years count as calendar years. National days are not known. Years before 1000 are read with an era or
// after "year" only, but in a full date. Time zones are read, but only UTC is kept, and no time is converted.
package dates

import (
	"slices"
	"sync"

	"github.com/dateline-nlp/dateline"
)

type scratch struct {
	atoms []atom
	exprs []expr
}

var pool = sync.Pool{New: func() any { return new(scratch) }}

// release keeps s for the next call, unless a monstrous text has made it so large that the collector had better have it.
func (s *scratch) release() {
	if cap(s.atoms) <= 1<<20 {
		pool.Put(s)
	}
}

// Find returns the expressions of time in doc, in order, not overlapping. It reads Text and Published, and, where there are any,
// Sections and Sentences; it cuts the text finer than Tokens and does not need them.
func Find(doc *dateline.Document) []dateline.Mention {
	s := pool.Get().(*scratch)
	defer s.release()
	s.atoms = lex(doc.Text, doc.Sentences, slices.Grow(s.atoms[:0], len(doc.Tokens)+1))
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
			Label: dateline.Date, Score: p.score(e), Rule: e.rule.String(), Time: &times[i],
		})
	}
	return out
}

// score is how likely e is an expression of time. The name of a holiday is one where it stands for the day, and else that of an event:
// "on Labor Day", "to mark Labor Day".
func (p *parser) score(e *expr) float64 {
	if e.rule == ruleHoliday && e.year == yearOpen && !e.dirSet && e.grain == day {
		of := p.at(e.from-1).class == cOf && p.word(e.from-2, "ahead")
		if !of && !p.any(e.from-1, cOn, cBy, cSince, cUntil, cBefore, cAfter, cFrom) && !p.word(e.from-1, "over") {
			return 0.4
		}
	}
	return ruleTable[e.rule].score
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
