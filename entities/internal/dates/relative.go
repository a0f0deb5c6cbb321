package dates

import "github.com/dateline-nlp/dateline"

// unit reads a unit of time; "night" counts as a day, "fortnight" as a week.
func (p *parser) unit(i int) (g grain, end int) {
	a := p.at(i)
	if a.class == cUnit {
		return grain(a.num), i + 1
	}
	if a.class == cPart && a.num == 4 && (p.word(i, "night") || p.word(i, "nights")) {
		return day, i + 1
	}
	return 0, 0
}

// reference reads "last week", "this past Friday", "next May", "the following day", "the past three months", "recent years",
// "that evening", "the same day". from is where it starts, k the word of reference.
func (p *parser) reference(from, k int) expr {
	e := expr{from: from, typ: dateline.TimexDate, dirSet: true}
	a := p.at(k)
	i := k + 1
	switch a.class {
	case cThis:
		if b := p.at(i); b.class == cLast && (b.num == -2 || b.num == 2) {
			e.dir = int8(b.num) / 2
			i++
		} else if b.class == cCurrent || b.class == cSame {
			i++
		}
	case cThat:
		e.anchor = fromLast
		if p.at(i).class == cSame {
			i++
		}
	case cSame:
		e.anchor = fromLast
	case cLast:
		e.dir = sign(a.num)
		if a.num == 3 || a.num == -3 || a.num == 1 && from < k {
			e.anchor = fromLast
		}
	case cRecent:
		e.dir = -1
	case cBefore:
		e.dir, e.anchor, i = -1, fromLast, p.hyphen(i)
	}
	return p.referred(e, k, i)
}

// prior reports whether "prior" at i says the one before: "the prior year", "prior-quarter".
func (p *parser) prior(i int) bool {
	k := p.hyphen(i + 1)
	return p.word(i, "prior") && (p.at(k).class == cUnit && p.at(k).num >= int32(day) || p.at(k).class == cFiscal || p.any(k, cNum, cCard, cFew) && p.lengthFollows(k))
}

// lastVerb reports whether "last" at i is the verb: "is to last 72 hours", "could last two weeks".
func (p *parser) lastVerb(i int) bool {
	return p.word(i, "last") && !p.any(i+1, cUnit, cWeekday, cMonth, cSeason, cPart, cHoliday) &&
		(p.at(i-1).class == cFuture || p.oneOf(i-1, "to", "could", "may", "might", "can", "should", "not"))
}

func sign(n int32) int8 {
	if n < 0 {
		return -1
	}
	return 1
}

// maxQualifiers is how many words may stand between a word of reference and what it points to: "the last full fiscal year".
const maxQualifiers = 4

// referred reads what a word of reference at k points to; i is after it.
func (p *parser) referred(e expr, k, i int) expr {
	plural := p.is(i, fPlural)
	a := p.at(i)
	for limit := i + maxQualifiers; i < limit && (a.class == cFull || a.class == cFiscal || a.class == cCurrent || a.class == cFew && a.flags&fAbbr != 0); {
		i++
		a = p.at(i)
		plural = p.is(i, fPlural)
	}
	switch {
	case p.word(i, "period") && p.word(k, "latest"):
		e.kind, e.rule, e.unit, e.latest, e.to = kUnit, ruleUnit, quarter, true, i+1
		return e
	case p.word(i, "date") && p.word(k, "that"):
		e.kind, e.rule, e.unit, e.to = kUnit, ruleAnaphor, day, i+1
		return e
	case a.class == cUnit && a.flags&fAbbr == 0 && !plural, a.class == cUnit && p.at(k).class == cLast && !plural && a.num != int32(second):
		return p.referredUnit(e, k, i)
	case a.class == cUnit && plural && p.at(k).class != cSame && p.at(k).class != cThat:
		return p.referredUnits(e, k, i)
	case a.class == cHalf && p.word(k, "last"):
		h := p.ordinal(k)
		h.from, h.kind, h.typ = e.from, kCalendar, dateline.TimexDate
		return p.onlyIf(h, h.ok())
	case a.class == cPart:
		return p.partOf(e, i)
	case a.class == cWeekday, a.class == cMonth, a.class == cSeason, a.class == cHoliday:
		return p.referredName(e, k, i)
	case a.class == cNum || a.class == cCard || a.class == cFew || a.class == cCouple || a.class == cDozen || a.class == cMult && p.at(k).class == cLast || a.class == cA:
		if p.at(k).class == cThat || p.at(k).class == cSame {
			return expr{}
		}
		return p.referredCount(e, k, i)
	case a.class == cOrd && e.anchor == fromPublication && p.at(k).class == cThis:
		return expr{}
	}
	if p.word(k, "past") && e.from < k && p.openClass(i) && a.class != cNum {
		return expr{from: e.from, to: k + 1, kind: kRef, ref: pastRef, rule: ruleRef, typ: dateline.TimexDate}
	}
	return expr{}
}

// referredUnit reads "last week", "the following day", "this year's third quarter", "last year's quarter".
func (p *parser) referredUnit(e expr, k, i int) expr {
	g, end := p.unit(i)
	e.kind, e.unit, e.to, e.rule = kUnit, g, end, ruleUnit
	if g < day || p.is(i, fCap) && !p.is(i, fUpper) || g == day && p.word(k, "last") && p.at(end).class == cOf {
		return expr{}
	}
	if (g == week || g == weekend) && p.word(k, "last") && p.at(end).class == cOf {
		if m, n := p.monthName(end + 1); n > 0 {
			d := p.withYear(expr{kind: kCalendar, typ: dateline.TimexDate, grain: g, m: m, n: -1, rule: ruleWeekOf}, n)
			d.from = e.from
			return d
		}
	}
	if g >= decade && e.dir < 0 && e.anchor == fromPublication && e.from < k {
		e.kind, e.typ, e.rule, e.qty, e.to, e.unit = kDuration, dateline.TimexDuration, ruleSpan, quantity{n: 1}, end, g
		return e
	}
	e.latest = p.word(k, "latest")
	if g == day && e.anchor == fromPublication && p.at(k).class != cThis {
		e.anchor = fromLast
	}
	if e.anchor == fromLast {
		e.rule = ruleAnaphor
	}
	if g == year && (p.mark(end) == '\'' && p.word(end+1, "s") && p.glued(end+1)) && e.anchor == fromPublication {
		if q := p.ordinal(end + 2); q.ok() && (q.grain == quarter || q.grain == half) && q.year == yearOpen {
			q.from, q.kind, q.typ, q.year, q.y = e.from, kCalendar, dateline.TimexDate, yearRelative, int(e.dir)
			return q
		}
	}
	return e
}

// referredUnits reads "recent years", "coming days", "these days", "the past weeks".
func (p *parser) referredUnits(e expr, k, i int) expr {
	g, end := p.unit(i)
	if p.is(i, fCap) && !p.is(i, fUpper) {
		return expr{}
	}
	e.to, e.unit, e.rule, e.kind = end, g, ruleRecent, kRef
	switch c := p.at(k); {
	case c.class == cThis && e.dir == 0:
		if g != day {
			return expr{}
		}
		e.ref = presentRef
	case e.dir < 0:
		e.ref = pastRef
	case e.dir > 0:
		e.ref = futureRef
	default:
		return expr{}
	}
	return e
}

// referredName reads "last Monday", "next May", "this summer", "last Thanksgiving", "next Monday, December 8".
func (p *parser) referredName(e expr, k, i int) expr {
	d := p.date(i)
	if p.at(i).class == cWeekday && p.oneOf(k, "last", "final") {
		if h := p.nthWeekday(last, i); h.ok() {
			h.from, h.kind, h.typ = e.from, kCalendar, dateline.TimexDate
			return h
		}
	}
	if a := p.at(i); !d.ok() && a.class == cMonth && p.at(k).class != cCurrent && a.flags&fCap != 0 {
		d = expr{kind: kCalendar, typ: dateline.TimexDate, m: int(a.num), grain: month, rule: ruleMonth, to: i + 1}
	}
	if !d.ok() || p.at(k).class == cSame || p.at(k).class == cRecent || p.word(k, "following") && e.from == k {
		return expr{}
	}
	d.from = e.from
	if d.year == yearOpen && d.unit == noGrain {
		d.dir, d.dirSet, d.anchor = e.dir, p.at(k).class != cThat, e.anchor
		if p.at(k).class == cLast && p.at(k).num == -2 {
			d.dir = -1
		}
	}
	return d
}

// referredCount reads lengths that touch the present: "the past three months", "the next few days", "these two weeks".
func (p *parser) referredCount(e expr, k, i int) expr {
	q, end := p.quantity(i)
	if end == 0 {
		return expr{}
	}
	end, h := p.upTo(q, end)
	g, n := p.unit(h)
	if n == 0 || h > end && p.mark(end) == '-' && !p.is(h, fPlural) {
		return expr{}
	}
	if q.open && e.dir < 0 && e.anchor == fromPublication && g >= day {
		e.kind, e.ref, e.rule, e.unit, e.to = kRef, pastRef, ruleRecent, g, n
		return e
	}
	e.kind, e.typ, e.rule, e.qty, e.unit, e.to = kDuration, dateline.TimexDuration, ruleSpan, q, g, n
	if p.at(k).class == cLast && p.at(k).num == 1 {
		e.anchor = fromPublication
	}
	if p.at(n).class == cOr && p.word(n+1, "so") {
		e.qty.mod, e.to = modApprox, n+2
	}
	return e
}

// partOf reads the part of a day after a word of reference: "last night", "this morning", "that evening".
func (p *parser) partOf(e expr, i int) expr {
	a := p.at(i)
	if a.flags&fPlural != 0 {
		return expr{}
	}
	e.kind, e.unit, e.rule, e.typ, e.to = kUnit, day, rulePart, dateline.TimexTime, i+1
	e.part = 4
	if a.class == cPart {
		e.part = part(a.num)
	}
	if e.anchor == fromPublication && e.dir > 0 {
		e.anchor = fromLast
	}
	return e
}

// today reads "today", "yesterday morning", "tonight".
func (p *parser) today(i int) expr {
	a := p.at(i)
	if b := p.at(i - 1); a.flags&(fCap|fSent|fUpper) == fCap && b.class != cMark && b.class != cBreak {
		return expr{} // USA Today
	}
	e := expr{from: i, to: i + 1, kind: kUnit, typ: dateline.TimexDate, rule: ruleToday, unit: day, grain: day, dir: int8(a.num)}
	of := p.at(i-1).class == cOf && !p.word(i-2, "as") && p.at(i-3).class != cThe && p.mark(i+1) != '\'' // women of today
	if a.num == 0 && (of || p.oneOf(i-1, "is", "are", "am")) && !p.word(i, "tonight") {                  // nowadays
		e.kind, e.ref = kRef, presentRef
		return e
	}
	if p.word(i, "tonight") {
		e.part, e.typ = 4, dateline.TimexTime
		return e
	}
	return p.timeAfter(e)
}
