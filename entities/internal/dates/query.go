package dates

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/dateline-nlp/dateline"
)

// What Parse may find wrong.
var (
	ErrSyntax      = errors.New("not a date")
	ErrNoReference = errors.New("a relative date without a day that it is relative to")
	ErrNoDay       = errors.New("no such day")
)

// maxQuery is the longest text that Parse looks at, in bytes.
const maxQuery = 200

// Parse reads a date as a user types it in a query: "2019", "2019-07", "July 2019", "20/02/2017", "last week", "between 2010 and
// 2012", "44 BC". The whole of s has to be one expression with a place on the calendar. Relative dates are relative to ref; with a
// zero ref they give ErrNoReference. A day that is none, or a range that ends before it begins, gives ErrNoDay, all else ErrSyntax.
func Parse(s string, ref time.Time) (dateline.Timex, error) {
	text := strings.TrimSpace(s)
	if len(text) > maxQuery {
		return dateline.Timex{}, fmt.Errorf("%w: longer than %d bytes", ErrSyntax, maxQuery)
	}
	p := &parser{text: text, atoms: lex(text, nil, nil), query: true}
	doc := &dateline.Document{Article: dateline.Article{Text: text, Published: ref}}
	es := p.parse(nil)
	p.shareYears(es)
	r := &resolver{p: p, pub: p.published(doc, nil)}
	if err := p.covers(es); err != nil {
		return dateline.Timex{}, fmt.Errorf("%w: %q", err, s)
	}
	t := r.resolve(es, 0)
	if len(es) == 2 {
		u := r.resolve(es, 1)
		if !t.Interval.IsZero() && !u.Interval.IsZero() && t.From < u.To {
			t = dateline.Timex{Type: dateline.TimexDate, Value: t.Value + "/" + u.Value, Interval: dateline.Interval{From: t.From, To: u.To}}
		} else {
			t.Interval = dateline.Interval{}
		}
	}
	if t.Interval.IsZero() {
		return t, fmt.Errorf("%w: %q", p.lacks(es, r), s)
	}
	return t, nil
}

// covers reports whether es, one or two expressions, are all that there is but for words such as "between", "and", "since".
func (p *parser) covers(es []expr) error {
	if len(es) == 0 || len(es) > 2 {
		return ErrSyntax
	}
	k, words := 0, 0
	for i := 0; i <= len(es); i++ {
		end := len(p.atoms)
		if i < len(es) {
			end = es[i].from
		}
		for ; k < end; k++ {
			switch a := p.at(k); a.class {
			case cBreak:
			case cAnd, cTo, cUntil:
				if i != 1 || len(es) == 1 {
					return ErrSyntax
				}
				words++
			case cBetween, cFrom, cIn, cOn, cThe:
				if i != 0 {
					return ErrSyntax
				}
			case cMark:
				if i != 1 || len(es) == 1 || a.num != '-' && a.num != '.' && a.num != '—' && a.num != '/' {
					return ErrSyntax
				}
				words++
			default:
				return ErrSyntax
			}
		}
		if i < len(es) {
			k = es[i].to
		}
	}
	if len(es) == 2 && words == 0 {
		return ErrSyntax
	}
	return nil
}

// lacks tells why es have no interval.
func (p *parser) lacks(es []expr, r *resolver) error {
	for i := range es {
		e := &es[i]
		switch {
		case e.kind == kRef || e.kind == kSet || e.kind == kDuration && e.rule != ruleSpan || e.qty.open:
			return ErrSyntax
		case r.pub.g == noGrain && (e.kind != kCalendar || e.year != yearGiven):
			return ErrNoReference
		}
	}
	return ErrNoDay
}
