package dates

import "github.com/dateline-nlp/dateline"

// offset resolves "two years ago", "five days later".
func (r *resolver) offset(es []expr, k int, t *dateline.Timex) {
	e := &es[k]
	n := e.qty.n
	t.Mod = modNames[e.qty.mod]
	if e.qty.open || n >= 1000 {
		t.Value = refNames[pastRef]
		if e.dir > 0 {
			t.Value = refNames[futureRef]
			if e.rule == ruleLater && r.last.g != noGrain && r.base(e) == r.last && (r.pub.g == noGrain || r.last.start() < r.pub.start()) {
				t.Value = openLater(e.unit) // some day after what is told
			}
		}
		return
	}
	if e.unit == year && n == 1 && !e.qty.half && e.dir < 0 && !r.narrative && r.reported.g == quarter {
		keep := *r // results are compared with the quarter reported on, not with one another
		r.finish(e, t, r.reported.shift(-4, quarter))
		r.last, r.reported = keep.last, keep.reported
		return
	}
	b := r.base(e)
	if e.rule == ruleAgo && !(r.narrative && r.quoted) {
		b = r.pub
	}
	if b.g == noGrain {
		t.Value = "XXXX"
		return
	}
	if p := r.apposed(es, k); p.g != noGrain {
		r.finish(e, t, p)
		return
	}
	if r.overtakes(e, b) && !r.beside(e) {
		if b = r.recentDay(); b.g == noGrain || b.start() == r.pub.start() {
			t.Value = openLater(e.unit)
			return
		}
	}
	unit := e.unit
	if r.beside(e) {
		n = 0
	}
	switch {
	case e.qty.half && unit == year:
		n, unit = 12*n+6, month
	case unit == decade:
		n, unit = 10*n+5*b2i(e.qty.half), year
	case unit == century:
		n, unit = 100*n+50*b2i(e.qty.half), year
	case unit < day:
		n, unit = 0, day
	}
	if unit <= week && b.g > week && r.lastDay.g != noGrain && within(r.lastDay, b) {
		b = r.lastDay
	}
	r.finish(e, t, b.shift(n*int(e.dir), unit))
}

// openLater is the value of so many units later, where the number is not known.
func openLater(unit grain) string {
	switch {
	case unit < week:
		return "XXXX-XX-XX"
	case unit == week:
		return "XXXX-WXX"
	case unit < year:
		return "XXXX-XX"
	}
	return "XXXX"
}

// apposed returns the day or period that stands beside "two years later" and is the same: "On 4 July, five years later, it arrived",
// "Six days later, on 7 October". It has no finer grain than the units counted.
func (r *resolver) apposed(es []expr, k int) point {
	e, p := &es[k], r.p
	if e.rule != ruleLater || e.dir < 0 || p.at(e.to-1).class != cLater {
		return point{}
	}
	if k > 0 && es[k-1].to == e.from-1 && p.mark(e.from-1) == ',' && p.any(e.to, cMark, cBreak) && r.lastTo == es[k-1].to && r.last.g <= e.unit {
		return r.last.atLeast(min(e.unit, year))
	}
	if k+1 == len(es) {
		return point{}
	}
	f, i := &es[k+1], p.comma(e.to)
	if p.any(i, cOn, cIn) {
		i++
	}
	if i == e.to || i != f.from || f.kind != kCalendar || f.typ != dateline.TimexDate || f.grain > e.unit || f.wd > 0 || f.y2 > 0 {
		return point{}
	}
	if f.year == yearOpen && f.m > 0 && r.base(e) == r.last {
		f.anchor = fromLast
	}
	return r.slots(f).atLeast(min(e.unit, year))
}

// beside reports whether "the day after" counts from an event that a clause tells, so that it is itself the day of what is told beside
// it: "on 2 October, the day after they crossed", or, in news whose paragraph names no day, that of publication.
func (r *resolver) beside(e *expr) bool {
	if e.rule != ruleLater || e.unit != day || e.qty.n != 1 || r.p.at(e.to-1).class == cLater || !r.p.clauseAfter(e.to) {
		return false
	}
	if r.last.g == day && r.lastPar == r.par && r.lastTo >= e.from-2 {
		return true
	}
	return !r.narrative && (r.last.g == noGrain || r.lastPar != r.par) && r.base(e) == r.pub
}

// span returns the days of a length that touches the publication date: "the past three months".
func (r *resolver) span(e *expr) dateline.Interval {
	if e.rule != ruleSpan || !e.dirSet || e.dir == 0 || e.anchor != fromPublication || r.narrative || r.pub.g == noGrain || e.qty.open || e.qty.n > 5000 || e.unit < day {
		return dateline.Interval{}
	}
	from := r.pub.start()
	q := r.pub
	switch n := e.qty.n * int(e.dir); e.unit {
	case day, week, weekend:
		q = dayPoint(from + dateline.Day(n*map[grain]int{day: 1, week: 7, weekend: 7}[e.unit]))
	default:
		m := n * map[grain]int{month: 1, quarter: 3, half: 6, season: 3, year: 12, decade: 120, century: 1200, millennium: 12000}[e.unit]
		t := monthsOn(q.month(), m)
		q = point{g: day, y: t.y, m: t.m, d: min(q.d, daysIn(t.y, t.m))}
	}
	if !q.valid() {
		return dateline.Interval{}
	}
	if e.dir < 0 {
		return dateline.Interval{From: q.start(), To: from + 1}
	}
	return dateline.Interval{From: from, To: q.start() + 1}
}

// ahead reports whether a length is really a date to come, as in "will open in two months"; not so "for the first time in two months",
// "the worst in two months".
func (r *resolver) ahead(e *expr) bool {
	p := r.p
	if e.rule == ruleDuration && !e.qty.open && e.unit >= day && e.unit <= year && p.at(e.from-1).class == cIn && !r.narrative && r.pub.g != noGrain && p.inTime(e.to) {
		return true // in two weeks' time
	}
	if e.rule != ruleDuration || e.qty.open || e.qty.plain || e.unit < day || e.unit > year || p.at(e.from-1).class != cIn || p.at(e.from).class == cThe || r.narrative || r.pub.g == noGrain {
		return false
	}
	if p.at(e.from-2).class == cPlan { // the final report is expected in two months
		return p.cue(e.from-2) == tenseFuture
	}
	for i := e.from - 2; i > e.from-2*tenseReach; i-- {
		a := p.at(i)
		if a.class == cBreak || a.flags&fSent != 0 {
			break
		}
		if i < e.from-8 && a.class != cOrd {
			continue // the first to be executed there in 50 years
		}
		if a.class == cTimeWord || a.class == cOrd || p.word(i, "once") || p.word(i, "completed") || a.class == cWord && a.size > 4 && p.text[a.end-3:a.end] == "est" {
			return false
		}
	}
	return p.tense(e) == tenseFuture || p.possible(e)
}

// inTime reads "' time" and "'s time" at i.
func (p *parser) inTime(i int) bool {
	if p.mark(i) != '\'' {
		return false
	}
	return p.word(i+1, "time") || p.word(i+1, "s") && p.word(i+2, "time")
}

// possible reports whether the clause before e speaks of what may come: "could return in two weeks".
func (p *parser) possible(e *expr) bool {
	for i := e.from - 2; i > e.from-8 && !p.clauseEnd(i); i-- {
		if p.oneOf(i, "could", "may", "might", "should", "can", "let") && !p.word(i+1, "have") {
			return true
		}
	}
	return false
}
