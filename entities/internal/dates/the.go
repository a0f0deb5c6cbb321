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
		if e = p.date(k); e.rule != ruleQuarter {
			e = p.nameBefore(k)
		}
	case cWeekday:
		e = p.nameBefore(k)
	case cMark:
		if e = p.date(k); e.grain != decade {
			return expr{}
		}
	case cLast, cSame, cCurrent, cRecent:
		e = p.reference(i, k)
	case cBefore:
		if p.prior(k) {
			e = p.reference(i, k)
		}
	case cMod, cPartOf:
		e = p.modified(k)
	case cSeason:
		if e = p.nameBefore(k); e.ok() {
			break
		}
		if e = p.season(k); e.ok() && e.year == yearOpen && p.nounAfter(e.to) {
			e.kind, e.typ, e.from = kCalendar, dateline.TimexDate, k
			return e
		}
		e.kind, e.typ = kCalendar, dateline.TimexDate
	case cPart:
		if e = p.partOfDay(k); !e.ok() {
			e = p.nightBefore(k)
		}
	case cFiscal:
		if e = p.date(k); !e.ok() && p.at(k+1).class == cUnit && grain(p.at(k+1).num) == year {
			if e = p.theUnit(k + 1); e.kind != kDuration {
				return expr{}
			}
			e.from = i
		}
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
	case ruleYearSpan, ruleNumeric, ruleAge:
		return true
	case ruleRange:
		return p.at(k).class == cNum && p.at(k+1).class != cNth && !p.any(k-2, cOn, cFrom, cBetween)
	case ruleYear:
		return p.at(k).class == cNum && p.at(e.to-1).class == cNum || p.at(k).class == cCard
	case ruleDayMonth, ruleMonthDayYear, ruleDayMonthYear, ruleMonth, ruleMonthDay:
		return p.at(k).class == cNum && p.at(k+1).class != cNth && (p.at(k-2).class != cOn || p.nounAfter(e.to))
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
	if n, end := p.ordWord(k, 31); end > 0 && p.at(end).class == cOf && p.at(end+1).class == cEvery && grain(p.at(end+2).num) == month && p.at(end+2).class == cUnit {
		e := calendarExpr(k, end+3, ruleSet, day)
		e.d, e.typ = n, dateline.TimexSet
		return e
	}
	if n, end := p.ordWord(k, 31); end > 0 && p.at(k).class == cNum && p.at(k-2).class == cOn && p.at(end).class != cWord && p.at(end).class != cUnit {
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
	if g == year && p.word(k, "years") && p.word(k-2, "over") && p.openClass(end) {
		return expr{from: k - 1, to: end, kind: kDuration, typ: dateline.TimexDuration, rule: ruleBare, qty: quantity{open: true}, unit: g}
	}
	if end == 0 || p.at(k).flags&fPlural != 0 {
		return expr{}
	}
	if g == year {
		if e := p.yearNamed(k, end); e.ok() {
			return e
		}
	}
	if h := p.hyphen(end); h > end || p.any(end, cBefore, cAfter, cLater) {
		if p.word(k-2, "to") && p.at(k-3).class == cUnit {
			return expr{} // two years to the day after
		}
		return p.unitBefore(k, h)
	}
	if w := p.weekOf(k); w.ok() {
		return w
	}
	e := expr{from: k, to: end, kind: kUnit, typ: dateline.TimexDate, rule: ruleUnit, unit: g}
	if p.word(end, "previous") {
		return p.counted(e, -1, end+1)
	}
	switch g {
	case weekend:
		return e
	case week, month, quarter, year:
		if g == year && (p.oneOf(end, "ended", "ending") || p.word(end, "to") && p.at(end+1).class == cMonth && p.is(end+1, fCap)) {
			e.from, e.kind, e.typ, e.rule, e.qty = k-1, kDuration, dateline.TimexDuration, ruleDuration, quantity{n: 1}
			return e
		}
		e.latest = true
		before := p.any(k-2, cFor, cOf, cDuring, cBy) || p.at(k-2).class == cIn && g != year
		return p.onlyIf(e, before && p.at(end).class != cOf && p.openClass(end) && !p.is(k, fCap))
	}
	return expr{}
}

// yearNamed reads "year 1950", "year two thousand", "year 71".
func (p *parser) yearNamed(k, end int) expr {
	e := calendarExpr(k, end+1, ruleYear, year)
	e.year = yearGiven
	if a := p.at(end); a.class == cNum && a.flags&fGroup == 0 && a.size < 4 && a.num > 0 && !p.isCount(end+1) && p.openClass(end+1) {
		e.y = int(a.num)
		return e
	}
	y, n := p.fullYear(end)
	e.y, e.to = y, n
	return p.onlyIf(e, n > 0)
}

// unitBefore reads "day before", "week after", "year-ago quarter"; k is at the unit, h after a hyphen, if there is one.
func (p *parser) unitBefore(k, h int) expr {
	if e := p.yearAgo(k, h); e.ok() {
		return e
	}
	g, end := p.unit(k)
	a := p.at(h)
	if h > end || a.class == cLater || g < day || g != day && p.clauseAfter(end+1) {
		return expr{}
	}
	e := expr{from: k, typ: dateline.TimexDate, unit: g}
	if dir, ok := p.twiceRemoved(g, end); ok {
		e.kind, e.rule, e.dir, e.to, e.grain = kUnit, ruleUnit, dir, end+2, g
		return e
	}
	if p.at(end+1).class == cLast && p.at(end+1).num < 0 {
		end++ // the day before last Tuesday's
	}
	if a.class == cBefore {
		return p.counted(e, -1, end+1)
	}
	return p.counted(e, 1, end+1)
}

// twiceRemoved reads "before yesterday", "after tomorrow" behind a day, "before last", "after next" behind any unit.
func (p *parser) twiceRemoved(g grain, i int) (dir int8, ok bool) {
	a, b := p.at(i), p.at(i+1)
	switch {
	case a.class == cBefore && (g == day && p.word(i+1, "yesterday") || p.word(i+1, "last") && p.openClass(i+2)):
		return -2, true
	case a.class == cAfter && (g == day && p.word(i+1, "tomorrow") || b.class == cLast && b.num == 1 && p.openClass(i+2)):
		return 2, true
	}
	return 0, false
}

// counted makes e the unit before or after the last date mentioned.
func (p *parser) counted(e expr, dir int8, end int) expr {
	e.kind, e.rule, e.qty, e.anchor, e.dir, e.to = kOffset, ruleLater, quantity{n: 1}, fromLast, dir, end
	return e
}

// weekOf reads "week of March 6", "week beginning 6 March": the week that the day is in.
func (p *parser) weekOf(k int) expr {
	g, end := p.unit(k)
	if g != week && g != weekend || p.at(end).class != cOf && !p.oneOf(end, "beginning", "starting", "commencing") || p.is(k, fPlural) {
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
	return !p.any(i, cMark, cBreak, cAnd, cIn, cOn, cAt, cBy, cLast)
}

// nameBefore reads "summer before", "Friday after": the one before or after the last date mentioned.
func (p *parser) nameBefore(k int) expr {
	if !p.any(k+1, cBefore, cAfter) || p.word(k+1, "prior") || p.clauseAfter(k+2) || p.at(k+2).class == cLast || p.is(k, fPlural|fAbbr) && p.at(k).class != cSeason {
		return expr{}
	}
	e := calendarExpr(k, k+2, ruleAnaphor, season)
	switch a := p.at(k); a.class {
	case cSeason:
		e.n = int(a.num)
	case cMonth:
		e.m, e.grain = int(a.num), month
	case cWeekday:
		e.wd, e.grain = int(a.num), day
	}
	e.dir, e.dirSet, e.anchor = 1, true, fromLast
	if p.at(k+1).class == cBefore {
		e.dir = -1
	}
	return e
}

// nightBefore reads "night before", "morning after".
func (p *parser) nightBefore(k int) expr {
	e := expr{from: k, typ: dateline.TimexTime, unit: day, part: part(p.at(k).num)}
	if !p.any(k+1, cBefore, cAfter) || p.is(k, fPlural) || p.clauseAfter(k+2) {
		return expr{}
	}
	e = p.counted(e, 1, k+2)
	if p.at(k+1).class == cBefore {
		e.dir = -1
	}
	e.rule = rulePart
	return e
}

// yearAgo reads "year-ago quarter", "year-earlier period", "year ago"; k is at the unit, h after the hyphen.
func (p *parser) yearAgo(k, h int) expr {
	g, _ := p.unit(k)
	a := p.at(h)
	if a.class != cAgo && !(a.class == cLater && a.num < 0) || h == k+1 {
		return expr{}
	}
	if q := p.ordinal(h + 1); g == year && q.ok() && q.grain == quarter && q.year == yearOpen {
		q.from, q.kind, q.typ, q.year, q.y = k, kCalendar, dateline.TimexDate, yearRelative, -1
		return q
	}
	e := expr{from: k, to: h + 1, kind: kOffset, typ: dateline.TimexDate, rule: ruleAgo, unit: g, qty: quantity{n: 1}, dir: -1}
	e.anchor = fromLast
	if b := p.at(h + 1); b.class == cUnit && grain(b.num) == quarter || b.class == cTimeWord && p.word(h+1, "period") {
		e.to++
	}
	return e
}

// otherThe reads "the near future", "the full year", "the latter half of 2008", "the eve of Ramadan".
func (p *parser) otherThe(i, k int) expr {
	switch {
	case p.word(k, "latter") && p.at(k+1).class == cHalf:
		e := p.halfYear(2, k+2)
		e.kind, e.typ = kCalendar, dateline.TimexDate
		return p.onlyIf(e, e.ok())
	case p.word(k, "latter") && p.word(k+1, "part") && p.at(k+2).class == cOf:
		return p.edge(i, k+3, modEnd, false)
	case p.word(k, "new") && !p.is(k, fCap) && p.word(k+1, "year") && p.openClass(k+2) && !(p.at(i-1).class == cBefore && p.at(i-2).class == cUnit):
		return expr{to: k + 2, kind: kUnit, typ: dateline.TimexDate, rule: ruleUnit, unit: year, dir: 1, latest: true, mod: modStart}
	case p.word(k, "eve") && p.at(k+1).class == cOf:
		e := p.date(k + 2)
		e.eve = true
		return p.onlyIf(e, e.ok() && e.grain == day && e.typ == dateline.TimexDate)
	}
	if p.word(k+1, "term") && p.oneOf(k, "long", "short", "near", "medium") && p.openClass(k+2) {
		return expr{from: i, to: k + 2, kind: kRef, ref: futureRef, rule: ruleRef, typ: dateline.TimexDate}
	}
	if p.word(k+1, "future") && (p.word(k, "near") || p.word(k, "immediate") || p.word(k, "distant")) {
		return expr{from: i, to: k + 2, kind: kRef, ref: futureRef, rule: ruleRef, typ: dateline.TimexDate}
	}
	if p.at(k).class == cFull && !p.word(k, "more") {
		if g, end := p.unit(k + 1); end > 0 && p.at(k+1).flags&fPlural == 0 && g >= month {
			return expr{from: i, to: end, kind: kUnit, typ: dateline.TimexDate, rule: ruleUnit, unit: g, latest: true}
		}
	}
	return expr{}
}
