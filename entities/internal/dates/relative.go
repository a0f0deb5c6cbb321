package dates

import "github.com/dateline-nlp/dateline"

// the reads what begins with "the", as far as the article belongs to the expression: "the 1990s", "the third quarter", "the end of
// June", "the past two years", "the following day", "the summer of 2019", "the weekend", "the future", "the year 1950".
func (p *parser) the(i int) expr {
	k := i + 1
	var e expr
	switch a := p.at(k); a.class {
	case cOrd, cNum, cCard, cUnit:
		e = p.theNumbered(k)
	case cMonth:
		return expr{}
	case cLast, cSame, cCurrent, cRecent:
		e = p.reference(i, k)
	case cMod, cPartOf:
		e = p.modified(k)
	case cSeason:
		if e = p.season(k); e.ok() && e.year == yearOpen && p.nounAfter(e.to) {
			e.kind, e.typ, e.from = kCalendar, dateline.TimexDate, k
			return e
		}
		e.kind, e.typ = kCalendar, dateline.TimexDate
	case cPart:
		e = p.partOfDay(k)
	case cFiscal:
		e = p.date(k)
	case cNow:
		if p.word(k, "future") && p.at(k+1).class != cOf {
			e = expr{to: k + 1, kind: kRef, ref: futureRef, rule: ruleRef, typ: dateline.TimexDate}
		}
	default:
		if e = p.decadeWord(k); !e.ok() {
			e = p.otherThe(i, k)
		}
	}
	if e.ok() && !(e.from == k && p.leavesThe(e, k)) {
		e.from = i
	}
	return e
}

// leavesThe reports whether an article before e, at k, belongs to what follows: "the 1990 invasion", "the two-week crisis".
func (p *parser) leavesThe(e expr, k int) bool {
	switch e.rule {
	case ruleYear:
		return p.at(k).class == cNum && p.at(e.to-1).class == cNum || p.at(k).class == cCard
	case ruleDayMonth, ruleMonthDayYear, ruleDayMonthYear, ruleMonth, ruleMonthDay:
		return p.at(k).class == cNum && p.at(k+1).class != cNth
	case ruleDuration:
		u := p.at(e.to - 1)
		return p.mark(e.to-2) == '-' || u.class == cUnit && u.flags&fPlural == 0 || p.at(e.to).class == cOf
	case ruleAgo:
		return p.at(k).class == cUnit && p.mark(e.to-2) == '-' && p.at(e.to-1).class != cUnit && p.at(e.to-1).class != cTimeWord
	}
	return false
}

// nounAfter guesses that the word at i is a noun that the expression before it qualifies.
func (p *parser) nounAfter(i int) bool {
	a := p.at(i)
	return a.class == cWord && (a.flags&fCap != 0 || !p.is(i, fAbbr)) && !p.verbish(i)
}

// verbish guesses that the unknown word at i is a verb in the past, an adverb or a pronoun.
func (p *parser) verbish(i int) bool {
	s := p.str(i)
	n := len(s)
	return n > 3 && (s[n-2:] == "ed" || s[n-2:] == "ly") || n <= 3 || p.at(i).class != cWord
}

// theNumbered reads "the 19th century", "the third quarter", "the 1990s", "the 20th of February", "the 1988 second quarter",
// "the year 1950", "the three years", "the week", "the day before".
func (p *parser) theNumbered(k int) expr {
	if e := p.decadeWord(k); e.ok() {
		return e
	}
	if y, end := p.fullYear(k); end > 0 && p.at(k).class == cNum && y > 1000 {
		if b := p.at(end); b.class == cUnit && grain(b.num) == quarter && b.flags&fPlural == 0 || p.word(end, "period") {
			return expr{from: k, to: end + 1, kind: kCalendar, typ: dateline.TimexDate, rule: ruleQuarter, grain: year, year: yearGiven, y: y, latest: true}
		}
		if q := p.ordinal(end); q.ok() && (q.grain == quarter || q.grain == half) && q.year == yearOpen {
			q.year, q.y, q.kind, q.typ = yearGiven, y, kCalendar, dateline.TimexDate
			return q
		}
	}
	if p.at(k).class == cUnit && p.at(k).num != int32(second) {
		return p.theUnit(k)
	}
	if e := p.date(k); e.ok() {
		if (e.rule == ruleQuarter || e.rule == ruleCentury) && p.mark(k+1) == '-' {
			return expr{}
		}
		return e
	}
	if n, end := p.ordWord(k, 31); end > 0 && p.at(k).class == cNum && p.at(k-2).class == cOn && !p.nounAfter(end) && p.at(end).class != cUnit {
		return expr{from: k - 1, to: end, kind: kCalendar, typ: dateline.TimexDate, d: n, grain: day, rule: ruleDayOfMonth}
	}
	if p.at(k).class == cOrd {
		return p.firstSpan(k)
	}
	return p.length(k, k)
}

// firstSpan reads the lengths "first nine months", "first two years", "final three weeks".
func (p *parser) firstSpan(k int) expr {
	q, end := p.quantity(k + 1)
	if end == 0 || q.plain {
		return expr{}
	}
	if u, e := p.unit(end); e > 0 {
		return expr{from: k, to: e, kind: kDuration, typ: dateline.TimexDuration, rule: ruleSpan, qty: q, unit: u}
	}
	return expr{}
}

// theUnit reads "the weekend", "the year 1950", "the day before", "the week after", "the year-earlier quarter", "the quarter".
func (p *parser) theUnit(k int) expr {
	g, end := p.unit(k)
	if end == 0 || p.at(k).flags&fPlural != 0 {
		return expr{}
	}
	e := expr{from: k, to: end, kind: kUnit, typ: dateline.TimexDate, rule: ruleUnit, unit: g}
	if y, n := p.fullYear(end); n > 0 && g == year {
		return expr{from: k, to: n, kind: kCalendar, typ: dateline.TimexDate, rule: ruleYear, grain: year, year: yearGiven, y: y}
	}
	if h := p.hyphen(end); h > end || p.at(end).class == cBefore || p.at(end).class == cAfter || p.at(end).class == cLater {
		if f := p.yearAgo(k, h); f.ok() {
			return f
		}
		a := p.at(h)
		if h == end && (a.class == cBefore || a.class == cAfter) && g >= day && (g == day || !p.clauseAfter(end+1)) {
			e.kind, e.rule, e.qty, e.anchor, e.dir, e.to = kOffset, ruleLater, quantity{n: 1}, fromLast, 1, end+1
			if a.class == cBefore {
				e.dir = -1
			}
			if p.at(end+1).class == cLast && p.at(end+1).num < 0 {
				e.to++
			}
			return e
		}
		return expr{}
	}
	if w := p.weekOf(k); w.ok() {
		return w
	}
	before := p.at(k - 2)
	switch g {
	case weekend:
		return e
	case week, month, quarter, year:
		if g == year && (p.word(end, "ended") || p.word(end, "ending")) {
			return expr{from: k, to: end, kind: kDuration, typ: dateline.TimexDuration, rule: ruleDuration, qty: quantity{n: 1}, unit: g}
		}
		if before.class == cFor || before.class == cOf || before.class == cIn && g != year || before.class == cDuring || before.class == cBy {
			if p.at(end).class == cOf {
				return expr{}
			}
			e.latest = true
			return p.onlyIf(e, p.openClass(end) && !p.is(k, fCap))
		}
	}
	return expr{}
}

// weekOf reads "week of March 6": the week that the day is in.
func (p *parser) weekOf(k int) expr {
	g, end := p.unit(k)
	if g != week && g != weekend || p.at(end).class != cOf || p.is(k, fPlural) {
		return expr{}
	}
	d := p.date(end + 1)
	if !d.ok() || d.grain != day || d.typ != dateline.TimexDate {
		return expr{}
	}
	d.from, d.rule, d.unit = k, ruleWeekOf, g
	return d
}

// openClass reports whether the expression that ends at i is complete there: a mark, break or function word follows.
func (p *parser) openClass(i int) bool {
	a := p.at(i)
	return a.class != cWord || p.verbish(i)
}

// clauseAfter reports whether a clause or noun follows "before" or "after", so that "the day before" is counted from what it names.
func (p *parser) clauseAfter(i int) bool {
	a := p.at(i)
	return a.class != cMark && a.class != cBreak && a.class != cAnd && a.class != cIn && a.class != cOn && a.class != cAt && a.class != cBy && a.class != cLast
}

// yearAgo reads "year-ago quarter", "year-earlier period", "year ago"; k is at the unit, h after the hyphen.
func (p *parser) yearAgo(k, h int) expr {
	g, _ := p.unit(k)
	a := p.at(h)
	if a.class != cAgo && !(a.class == cLater && a.num < 0) || h == k+1 {
		return expr{}
	}
	e := expr{from: k, to: h + 1, kind: kOffset, typ: dateline.TimexDate, rule: ruleAgo, unit: g, qty: quantity{n: 1}, dir: -1, anchor: fromLast}
	if b := p.at(h + 1); b.class == cUnit && grain(b.num) == quarter || b.class == cTimeWord && p.word(h+1, "period") {
		e.to++
	}
	return e
}

// otherThe reads "the near future", "the foreseeable future", "the full year".
func (p *parser) otherThe(i, k int) expr {
	if p.word(k+1, "future") && (p.word(k, "near") || p.word(k, "foreseeable") || p.word(k, "immediate") || p.word(k, "distant")) {
		return expr{from: i, to: k + 2, kind: kRef, ref: futureRef, rule: ruleRef, typ: dateline.TimexDate}
	}
	if p.at(k).class == cFull && !p.word(k, "more") {
		if g, end := p.unit(k + 1); end > 0 && p.at(k+1).flags&fPlural == 0 && g >= month {
			return expr{from: i, to: end, kind: kUnit, typ: dateline.TimexDate, rule: ruleUnit, unit: g, latest: true}
		}
	}
	return expr{}
}

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
	}
	return p.referred(e, k, i)
}

func sign(n int32) int8 {
	if n < 0 {
		return -1
	}
	return 1
}

// referred reads what a word of reference at k points to; i is after it.
func (p *parser) referred(e expr, k, i int) expr {
	plural := p.is(i, fPlural)
	a := p.at(i)
	for a.class == cFull || a.class == cFiscal || a.class == cCurrent || a.class == cFew && a.flags&fAbbr != 0 {
		i++
		a = p.at(i)
		plural = p.is(i, fPlural)
	}
	switch {
	case a.class == cUnit && a.flags&fAbbr == 0 && !plural, a.class == cUnit && p.at(k).class == cLast && !plural && a.num != int32(second):
		return p.referredUnit(e, k, i)
	case a.class == cUnit && plural && p.at(k).class != cSame && p.at(k).class != cThat:
		return p.referredUnits(e, k, i)
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
	if g < day || p.is(i, fCap) && !p.is(i, fUpper) {
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
	if a := p.at(i); !d.ok() && a.class == cMonth && p.at(k).class != cCurrent && a.flags&fCap != 0 {
		d = expr{kind: kCalendar, typ: dateline.TimexDate, m: int(a.num), grain: month, rule: ruleMonth, to: p.dot(i + 1)}
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
	g, n := p.unit(end)
	if n == 0 {
		return expr{}
	}
	e.kind, e.typ, e.rule, e.qty, e.unit, e.to = kDuration, dateline.TimexDuration, ruleSpan, q, g, n
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
	if p.word(i, "tonight") {
		e.part, e.typ = 4, dateline.TimexTime
		return e
	}
	return p.timeAfter(e)
}
