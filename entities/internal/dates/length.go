package dates

import (
	"strings"

	"github.com/dateline-nlp/dateline"
)

// count reads what begins with a number or "a": lengths, distances ("two years ago"), rates ("a week") and, failing that, dates.
func (p *parser) count(i int) expr {
	if e := p.length(i, i); e.ok() {
		return e
	}
	if p.at(i).class != cCard {
		return expr{}
	}
	if e := p.date(i); e.ok() {
		return e
	}
	if y, end := p.yearWords(i); end > 0 && p.yearContext(i) && (y >= 1920 && y < 2000 || p.openClass(end)) {
		e := calendarExpr(i, end, ruleYear, year)
		e.year, e.y = yearGiven, y
		return e
	}
	if e := p.decadeWord(i); e.ok() {
		return e
	}
	return p.oClock(i)
}

// yearContext asks for a word before "nineteen ninety-six" that makes it a year; "nineteen" alone nearly does.
func (p *parser) yearContext(i int) bool {
	b := p.at(i - 1)
	return p.any(i-1, cIn, cSince, cUntil, cBy, cOf, cMod, cFrom, cTo) || b.class == cUnit && grain(b.num) == year || p.at(i).num == 19
}

// oClock reads "five o'clock".
func (p *parser) oClock(i int) expr {
	n, end := p.words(i)
	if n >= 1 && n <= 12 && p.word(end, "o") && p.mark(end+1) == '\'' && p.word(end+2, "clock") {
		return expr{from: i, to: end + 3, kind: kCalendar, typ: dateline.TimexTime, rule: ruleClock, clock: clock{set: true, h: int8(n), m: -1, s: -1}}
	}
	return expr{}
}

// numeral reads what begins with digits: a time of day, a date, a length, in this order.
func (p *parser) numeral(i int) expr {
	if e := p.clockTime(i); e.ok() {
		return e
	}
	if e := p.date(i); e.ok() && !(e.rule == ruleYear && p.lengthFollows(i)) {
		return e
	}
	return p.length(i, i)
}

func (p *parser) lengthFollows(i int) bool {
	_, end := p.unit(i + 1)
	return end > 0 && p.is(i+1, fPlural)
}

// length reads a quantity with its unit, and what follows: "three years", "two-day", "two years ago", "five days later", "a year and
// a half", "two to three weeks", "1 hour, 42 minutes". from is where the expression starts, i where the quantity does.
func (p *parser) length(from, i int) expr {
	q, k := p.quantity(i)
	if k == 0 {
		return expr{}
	}
	if p.at(i-1).class == cBetween && p.at(k).class == cAnd && !q.plain {
		return p.between(i, k, q)
	}
	k, h := p.upTo(q, k)
	g, end := p.unit(h)
	if end == 0 || p.at(h).flags&fAbbr != 0 && !p.abbrUnit(q, h) {
		return expr{}
	}
	if p.oneOf(h, "fortnight", "fortnights") {
		q.n *= 2
	}
	plural := p.is(h, fPlural)
	if g == quarter && (q.plain || h > k && plural || p.at(end).class == cOf) {
		return expr{} // a quarter of them
	}
	e := expr{from: from, to: end, kind: kDuration, typ: dateline.TimexDuration, rule: ruleDuration, qty: q, unit: g}
	if h > k {
		return p.hyphenated(e)
	}
	if q.plain && p.hyphen(end) > end && p.andHalf(end) == 0 {
		if p.at(i).class == cA {
			return p.yearAgo(h, p.hyphen(end))
		}
		return expr{}
	}
	if !plural && !q.plain && q.n != 1 && !q.half && (!p.any(i, cNum, cCard) || p.glued(end)) {
		return expr{}
	}
	return p.distance(p.lengthTail(e), i)
}

// upTo skips "to three" in "two to three weeks", where q is the two and k is after it. It returns the end of the last number and,
// behind a hyphen, that of the unit; the first number counts.
func (p *parser) upTo(q quantity, k int) (end, unit int) {
	h := p.hyphen(k)
	if p.any(k, cTo, cOr) || h > k && p.at(h).class == cNum {
		if q2, n := p.number(h + b2i(h == k)); n > 0 && !q.plain && q.n <= q2.n {
			return n, p.hyphen(n)
		}
	}
	return k, h
}

// lengthTail reads "and a half", "or so", "or two" and a smaller unit (", 42 minutes", "and six months") after a length.
func (p *parser) lengthTail(e expr) expr {
	k := e.to
	if h := p.andHalf(k); h > 0 && !e.qty.half {
		e.qty.half, e.to = true, h
		return e
	}
	if p.at(k).class == cOr && (p.word(k+1, "so") || p.at(k+1).class == cMore || p.at(k+1).class == cCard && e.qty.plain) {
		e.qty.mod, e.to = modApprox, k+2
		return e
	}
	if p.mark(k) == ',' || p.at(k).class == cAnd {
		k++
	}
	q, end := p.number(k)
	g, n := p.unit(end)
	if end > 0 && n > 0 && g < e.unit && (g >= day) == (e.unit >= day) && !e.qty.open && !e.qty.half && q.text == "" {
		e.qty.rest, e.qty.restUnit, e.to = q.n, g, n
	}
	return e
}

// between reads the 60 of "between 60 and 90 days": a length whose unit stands after the next number.
func (p *parser) between(i, k int, q quantity) expr {
	_, end := p.number(k + 1)
	if end == 0 {
		return expr{}
	}
	g, h := p.unit(end)
	if h == 0 || p.at(end).flags&(fPlural|fAbbr) != fPlural {
		return expr{}
	}
	return expr{from: i, to: k, kind: kDuration, typ: dateline.TimexDuration, rule: ruleDuration, qty: q, unit: g}
}

// abbrUnit allows "second" as a unit, "night" and "hrs" after a number.
func (p *parser) abbrUnit(q quantity, i int) bool {
	return p.word(i, "second") && q.n == 1 && !q.plain || !p.word(i, "second")
}

// hyphenated reads the rest of "two-day", "27-year", "8-month-old"; the age of a person is no length of time.
func (p *parser) hyphenated(e expr) expr {
	k := e.to
	if p.mark(k) == '-' {
		if p.word(k+1, "old") {
			return expr{}
		}
		if p.word(k+1, "long") {
			e.to = k + 2
		}
	}
	return e
}

// distance reads "ago", "earlier", "later", "before", "after" after a length, which make it a date, and tells rates from lengths.
func (p *parser) distance(e expr, i int) expr {
	k := e.to
	a := p.at(k)
	if p.word(k, "old") || a.class == cOf && p.word(k+1, "age") {
		return expr{}
	}
	switch {
	case a.class == cAgo:
		if d := p.dayAgo(e, k+1); d.ok() {
			return d
		}
		e.kind, e.typ, e.rule, e.dir, e.to = kOffset, dateline.TimexDate, ruleAgo, -1, k+1
		return e
	case a.class == cLater && e.unit >= day && p.at(k+1).class != cThan:
		e.kind, e.typ, e.rule, e.dir, e.anchor, e.to = kOffset, dateline.TimexDate, ruleLater, int8(a.num), fromLast, k+1
		return e
	case (a.class == cBefore && !p.word(k, "prior") || a.class == cAfter) && e.unit >= day && !p.clauseAfter(k+1):
		e.kind, e.typ, e.rule, e.dir, e.anchor, e.to = kOffset, dateline.TimexDate, ruleLater, 1, fromLast, k+1
		if a.class == cBefore {
			e.dir = -1
		}
		return e
	case e.unit >= day && (p.word(k, "previously") || p.word(k, "prior") && p.at(k+1).class != cTo):
		e.kind, e.typ, e.rule, e.dir, e.anchor, e.to = kOffset, dateline.TimexDate, ruleLater, -1, fromLast, k+1
		return e
	case a.class == cFrom && (e.unit == day || e.unit == week) && !e.qty.half && !e.qty.open && e.qty.n < 100 && p.at(k+1).class == cWeekday && !p.is(k+1, fPlural|fAbbr):
		d := calendarExpr(e.from, k+2, ruleWeekday, day) // a week from Tuesday
		d.wd, d.dir, d.dirSet, d.n = int(p.at(k+1).num), 1, true, e.qty.n
		if e.unit == week {
			d.n *= 7
		}
		return d
	case a.class == cFrom && p.word(k+1, "now"):
		e.kind, e.typ, e.rule, e.dir, e.to = kOffset, dateline.TimexDate, ruleAgo, 1, k+2
		return e
	}
	if e.qty.plain && e.unit == day && p.word(i, "one") && (p.at(i-1).class == cFuture || p.oneOf(i-1, "could", "may", "might")) {
		e.kind, e.typ, e.rule, e.ref = kRef, dateline.TimexDate, ruleRef, futureRef // will one day be
		return e
	}
	if e.qty.plain && p.at(i).class == cA && p.rateBefore(i) {
		e.kind, e.typ, e.rule = kSet, dateline.TimexSet, ruleRate
	}
	return e
}

// dayAgo reads the day, week or month after "ago" at i: "a year ago Tuesday", "two weeks ago today", "12 years ago this month".
func (p *parser) dayAgo(e expr, i int) expr {
	if e.unit < week || e.unit > year || e.unit == weekend || e.qty.open || e.qty.half || e.qty.n > 200 {
		return expr{}
	}
	d := calendarExpr(e.from, i+1, ruleAgo, day)
	switch a := p.at(i); {
	case p.word(i, "today"):
		d.kind, d.unit = kUnit, day
	case (p.any(i, cThis) || p.oneOf(i, "last", "next")) && p.at(i+1).class == cUnit && !p.is(i+1, fPlural) && grain(p.at(i+1).num) <= month:
		d.kind, d.unit, d.grain, d.to = kUnit, grain(p.at(i+1).num), grain(p.at(i+1).num), i+2
		if p.at(i).class == cLast {
			d.dir = sign(p.at(i).num)
		}
	case a.class == cWeekday && a.flags&(fPlural|fAbbr) == 0:
		d.wd = int(a.num)
	default:
		return expr{}
	}
	d.back, d.backUnit = e.qty.n, e.unit
	return d
}

// rateBefore tells "$1 billion a year", "twice a week" from "spent a year" by the word before.
func (p *parser) rateBefore(i int) bool {
	a := p.at(i - 1)
	if p.oneOf(i-1, "once", "twice") {
		return true
	}
	switch a.class {
	case cNum, cMult, cCount:
		return true
	case cMark:
		return a.num == '%'
	case cCard:
		return true
	case cUnit:
		return a.flags&fPlural != 0
	case cTimeWord:
		return p.word(i-1, "times")
	case cWord:
		return p.plural(i - 1)
	}
	return false
}

// plural guesses that the word at i is a noun in the plural.
func (p *parser) plural(i int) bool {
	s := p.str(i)
	return len(s) > 4 && s[len(s)-1] == 's' && !strings.ContainsRune("sui", rune(s[len(s)-2])) && !p.is(i, fCap)
}

// bareUnit reads units that stand without a number: "years", "decades ago", "months later", "year-end", "second quarter", "week of 5
// March"; in a query "year 79".
func (p *parser) bareUnit(i int) expr {
	g, end := p.unit(i)
	a := p.at(i)
	if a.num == int32(second) && a.flags&fPlural == 0 {
		return p.date(i)
	}
	if w := p.weekOf(i); w.ok() {
		w.kind, w.typ = kCalendar, dateline.TimexDate
		return w
	}
	if g == month && a.flags&fPlural == 0 {
		if e := p.bareYearUnit(i, end); e.ok() {
			return e
		}
	}
	if h := p.hyphen(end); h > end && a.flags&fPlural == 0 {
		if g == year && p.word(h, "end") {
			return p.withYear(expr{from: i, kind: kCalendar, typ: dateline.TimexDate, rule: ruleEdge, m: 12, d: 31, grain: day}, h+1)
		}
		if g >= day && p.word(h, "long") {
			return expr{from: i, to: h + 1, kind: kDuration, typ: dateline.TimexDuration, rule: ruleBare, qty: quantity{n: 1}, unit: g}
		}
		return p.yearAgo(i, h)
	}
	if g == year && a.flags&fPlural == 0 {
		return p.bareYearUnit(i, end)
	}
	if a.flags&fPlural == 0 || a.flags&fAbbr != 0 || g < day && !p.agoAfter(end) && !p.any(i-1, cFor, cWithin) {
		return expr{}
	}
	e := expr{from: i, to: end, kind: kDuration, typ: dateline.TimexDuration, rule: ruleBare, qty: quantity{open: true}, unit: g}
	switch {
	case p.agoAfter(end):
		return p.distance(e, i)
	case p.hyphen(end) > end:
		if p.word(end+1, "long") || p.word(end+1, "old") {
			e.to = end + 2
			return e
		}
		return expr{}
	}
	switch b := p.at(i - 1); b.class {
	case cFor, cWithin, cIn:
		return e
	case cDuring:
		return p.onlyIf(e, p.word(i-1, "over"))
	case cWord:
		return p.onlyIf(e, p.oneOf(i-1, "took", "take", "spent", "lasted"))
	}
	return expr{}
}

// bareYearUnit reads "year end", "year's end", "month's end" and, in a query, "year 79"; the word is at i, end after it.
func (p *parser) bareYearUnit(i, end int) expr {
	g := grain(p.at(i).num)
	if p.query && g == year {
		if e := p.yearNamed(i, end); e.ok() {
			e.kind, e.typ = kCalendar, dateline.TimexDate
			return e
		}
	}
	k := end
	if p.mark(k) == '\'' && p.word(k+1, "s") {
		k += 2
	}
	e := expr{from: i, to: k + 1, kind: kUnit, typ: dateline.TimexDate, rule: ruleEdge, unit: g, mod: modEnd}
	return p.onlyIf(e, p.word(k, "end") && p.at(k+1).class != cOf)
}

func (p *parser) agoAfter(i int) bool {
	a := p.at(i)
	return a.class == cAgo || a.class == cLater || (a.class == cBefore || a.class == cAfter) && !p.clauseAfter(i+1)
}

// set reads what recurs: "every day", "each July", "every two weeks", "daily", "per month".
func (p *parser) set(i int) expr {
	e := expr{from: i, typ: dateline.TimexSet, kind: kSet, rule: ruleSet, qty: quantity{n: 1}}
	switch a := p.at(i); a.class {
	case cFreq:
		e.unit, e.to, e.rule = grain(a.num), i+1, ruleFreq
		name := p.is(i, fCap) && p.is(i+1, fCap) && !p.is(i+1, fSent) // the Daily Mail
		return p.onlyIf(e, !name && (a.flags&fAbbr == 0 || p.word(i, "annual")))
	case cPer:
		g, end := p.unit(i + 1)
		e.unit, e.to, e.rule = g, end, ruleRate
		return p.onlyIf(e, end > 0 && !p.is(i+1, fPlural) && g >= day)
	}
	if p.word(i, "every") && p.word(i+1, "other") {
		g, end := p.unit(i + 2)
		e.qty.n, e.unit, e.to = 2, g, end
		return p.onlyIf(e, end > 0 && !p.is(i+2, fPlural) && g != second)
	}
	switch b := p.at(i + 1); b.class {
	case cUnit:
		g, end := p.unit(i + 1)
		e.unit, e.to = g, end
		return p.onlyIf(e, b.flags&fPlural == 0 && g != second)
	case cWeekday, cMonth, cSeason, cHoliday:
		d := p.date(i + 1)
		d.from, d.typ, d.rule = i, dateline.TimexSet, ruleSet
		return p.onlyIf(d, d.ok() && d.year == yearOpen)
	case cPart:
		e.unit, e.part, e.to = day, part(b.num), i+2
		return e
	case cNum, cCard, cFew:
		q, k := p.quantity(i + 1)
		g, end := p.unit(k)
		e.qty, e.unit, e.to = q, g, end
		return p.onlyIf(e, k > 0 && end > 0)
	case cOf:
		if p.at(i+2).class == cThe && p.at(i+3).class == cLast {
			d := p.reference(i+2, i+3)
			d.from = i
			return p.onlyIf(d, d.ok() && d.kind == kDuration)
		}
	}
	return expr{}
}
