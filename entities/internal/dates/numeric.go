package dates

import "github.com/dateline-nlp/dateline"

// digitDate reads what begins with digits: ISO and numeric dates, "20 February 2017", "2019", "2019-20", "1990s", "20th century".
func (p *parser) digitDate(i int) expr {
	if p.glued(i) && p.at(i-1).class != cMark {
		return expr{}
	}
	if e := p.numeric(i); e.ok() {
		return e
	}
	if e := p.dayFirst(i); e.ok() {
		return e
	}
	if e := p.ordinal(i); e.ok() {
		return e
	}
	if e := p.decadeDigits(i); e.ok() {
		return e
	}
	return p.bareYear(i)
}

// numeric reads 2017-02-20, 2017/02/20, 20170220T10:00, 20/02/2017, 2/20/17, 20.02.2017.
func (p *parser) numeric(i int) expr {
	a := p.at(i)
	if a.size == 8 && a.flags&fGroup == 0 && !p.glues(i+1) && p.mark(i-1) != '/' {
		e := expr{rule: ruleISO, grain: day, year: yearGiven, y: int(a.num / 10000), m: int(a.num / 100 % 100), d: int(a.num % 100), to: i + 1}
		return p.onlyIf(e, e.y >= 1900 && e.y < 2100 && point{g: day, y: e.y, m: e.m, d: e.d}.valid())
	}
	sep := p.mark(i + 1)
	if sep != '-' && sep != '/' && sep != '.' || !p.glued(i+1) || !p.glued(i+2) || a.flags&fGroup != 0 || p.before(i, sep) {
		return expr{}
	}
	b, c := p.at(i+2), p.at(i+4)
	if b.class != cNum || b.flags&fGroup != 0 || b.size > 2 {
		return expr{}
	}
	if a.size == 4 && b.size == 2 && b.num >= 1 && b.num <= 12 && sep == '-' && !(p.mark(i+3) == sep && p.glued(i+3)) && a.num > 1000 {
		if b.num > a.num%100 && !p.query { // 2011-12 is a season, 2019-07 a month: only what cannot be a span of years
			return expr{}
		}
		return p.isoMonth(i)
	}
	if p.mark(i+3) != sep || c.class != cNum || !p.glued(i+3) || !p.glued(i+4) || p.before(i+6, sep) && p.glued(i+5) && p.at(i+6).class == cNum {
		return expr{}
	}
	e := expr{rule: ruleNumeric, grain: day, year: yearGiven, to: i + 5}
	switch {
	case a.size == 4 && c.size <= 2:
		e.rule = ruleISO
		e.y, e.m, e.d = int(a.num), int(b.num), int(c.num)
	case a.size <= 2 && (c.size == 4 || c.size == 2 && sep != '.') && b.size <= 2:
		e.m, e.d, e.y = int(a.num), int(b.num), int(c.num)
		e.dayFirst = a.num > 12 || sep == '.'
		e.twoWays = !e.dayFirst && a.num <= 12 && b.num <= 12
		if e.dayFirst {
			e.m, e.d = e.d, e.m
		}
		if c.size == 2 {
			e.y = pivot(e.y)
		}
	default:
		return expr{}
	}
	if e.m < 1 || e.m > 12 || e.d < 1 || e.d > 31 {
		return expr{}
	}
	if p.word(e.to, "t") && p.glued(e.to) {
		if c, end := p.clockDigits(e.to + 1); end > 0 {
			e.clock, e.typ, e.to = c, dateline.TimexTime, end
		}
	}
	return p.dayTail(e)
}

// before reports whether the number at i continues a longer chain of numbers with the same separator.
func (p *parser) before(i int, sep rune) bool {
	return p.mark(i-1) == sep && p.glued(i) && p.glued(i-1) && p.at(i-2).class == cNum
}

func (p *parser) isoMonth(i int) expr {
	return expr{rule: ruleISO, grain: month, year: yearGiven, y: int(p.at(i).num), m: int(p.at(i + 2).num), to: i + 3}
}

// dayFirst reads "20 February 2017", "20th of February", "6-7 February" (as far as the 6), "25 July, 1918".
func (p *parser) dayFirst(i int) expr {
	d, k := p.dayNumber(i)
	if k == 0 {
		return expr{}
	}
	h := k
	if p.mark(h) == '-' {
		h++
	}
	if p.at(h).class == cOf {
		h++
	}
	e := expr{d: d, grain: day, rule: ruleDayMonth}
	if m, end := p.monthName(h); end > 0 {
		e.m = m
		if p.mark(end) == '-' && p.mark(h-1) == '-' {
			end++
		}
		e = p.withYear(e, end)
		if e.year != yearOpen {
			e.rule = ruleDayMonthYear
		}
		return p.dayTail(e)
	}
	return p.rangeStart(e, k)
}

// rangeStart reads the 6 of "6-7 February 1920", "6 and 7 February", "6 to 7 February": a day whose month stands after the next day.
func (p *parser) rangeStart(e expr, k int) expr {
	h := k
	switch a := p.at(k); {
	case a.class == cMark && (a.num == '-' || a.num == ',' || a.num == '/'), a.class == cAnd, a.class == cTo, a.class == cOr:
		h++
	default:
		return expr{}
	}
	_, end := p.dayNumber(h)
	if end == 0 {
		return expr{}
	}
	if p.at(end).class == cOf {
		end++
	}
	m, end := p.monthName(end)
	if end == 0 {
		return expr{}
	}
	e.m, e.rule = m, ruleRange
	if y := p.withYear(expr{}, end); y.year != yearOpen {
		e.year, e.y = y.year, y.y
	}
	e.to = k
	return e
}

// rangeTail reads the 7 of "May 5-7" and "May 5 and 7", after e. A year behind it is the year of both.
func (p *parser) rangeTail(e *expr) expr {
	if e.rule == ruleYear && e.kind == kCalendar && e.y > 1000 && p.at(e.to-1).class == cNum && p.at(e.to-1).size == 4 {
		return p.yearTail(e)
	}
	if e.kind != kCalendar || e.typ != dateline.TimexDate || e.grain != day || e.m == 0 {
		return expr{}
	}
	switch e.rule {
	case ruleMonthDay, ruleMonthDayYear, ruleWeekdayDate:
	default:
		return expr{}
	}
	if k := e.to - 1; p.at(k).class != cNum && p.at(k).class != cNth || p.at(k).size > 2 {
		return expr{}
	}
	k := e.to
	switch a := p.at(k); {
	case a.class == cMark && a.num == '-', a.class == cAnd, a.class == cTo, a.class == cOr, a.class == cMark && a.num == '/':
		k++
	case a.class == cMark && a.num == ',' && p.at(k+1).class == cAnd:
		k += 2
	default:
		return expr{}
	}
	d, end := p.dayNumber(k)
	if end == 0 || p.at(k).class != cNum || p.isCount(end) || p.any(end, cMonth, cUnit) || p.glues(end) || d <= e.d && p.at(k+1).class == cWord {
		return expr{} // "May 5 and 3 others"
	}
	t := calendarExpr(k, end, ruleRange, day)
	t.m, t.d, t.year, t.y = e.m, d, e.year, e.y
	t = p.withYear(t, end)
	if p.at(t.to).class == cOf {
		return expr{}
	}
	if e.year == yearOpen && t.year != yearOpen {
		e.year, e.y = t.year, t.y
	}
	return t
}

// yearTail reads the 18 of "1914-18".
func (p *parser) yearTail(e *expr) expr {
	k := p.hyphen(e.to)
	b := p.at(k)
	if k == e.to || b.class != cNum || b.size != 2 || b.flags&fGroup != 0 || int(b.num) <= e.y%100 || p.glues(k+1) || p.mark(k+1) == '-' {
		return expr{}
	}
	t := calendarExpr(k, k+1, ruleYear, year)
	t.year, t.y = yearGiven, e.y-e.y%100+int(b.num)
	return t
}

// dayTail reads a time of day after the date.
func (p *parser) dayTail(e expr) expr {
	if e.grain != day || e.typ != dateline.TimexNone {
		return e
	}
	return p.timeAfter(e)
}

// decadeDigits reads "1990s", "90s", "1990's".
func (p *parser) decadeDigits(i int) expr {
	a := p.at(i)
	k := i + 1
	if p.mark(k) == '\'' && p.glued(k) {
		k++
	}
	if a.class != cNum || a.num%10 != 0 || a.flags&fGroup != 0 || !p.word(k, "s") || !p.glued(k) {
		return expr{}
	}
	e := expr{rule: ruleDecade, grain: decade, year: yearGiven, y: int(a.num), to: k + 1}
	switch {
	case a.size == 4 && a.num >= 1000 && a.num < 2000 && a.num%100 == 0:
		e.grain, e.rule = century, ruleCentury
	case a.size == 4 && a.num >= 1000 && a.num < 2100:
	case a.size == 2 && a.num >= 20 && k == i+1 && p.decadeContext(i):
		e.y = 1900 + int(a.num)
	default:
		return expr{}
	}
	return e
}

// decadeContext tells "the 90s" from "in his 90s" and "temperatures in the 90s" as far as the words before show it.
func (p *parser) decadeContext(i int) bool {
	if p.isCount(i+2) || p.word(i+2, "fahrenheit") {
		return false
	}
	k := i - 1
	if p.mark(k) == '-' {
		k--
	}
	switch p.at(k).class {
	case cMod:
		return p.at(k-1).class == cThe
	case cThe, cAnd, cTo:
		return k == i-1
	}
	return p.mark(i-1) == '\''
}

// shortYear reads "'98" and "'90s".
func (p *parser) shortYear(i int) expr {
	a := p.at(i + 1)
	if a.class != cNum || a.size != 2 || !p.glued(i+1) || p.glued(i) && p.at(i-1).class != cMark {
		return expr{}
	}
	if e := p.decadeDigits(i + 1); e.ok() {
		return e
	}
	if p.glues(i+2) || p.mark(i+2) == '\'' || p.isCount(i+2) {
		return expr{}
	}
	return expr{rule: ruleYear, grain: year, year: yearGiven, y: pivot(int(a.num)), to: i + 2}
}

// bareYear reads a year that stands alone: "2019", "1917-1920" (as two), "2019-20" (as one span), "476 AD", "44 BC".
func (p *parser) bareYear(i int) expr {
	a := p.at(i)
	e := expr{rule: ruleYear, grain: year, year: yearGiven, y: int(a.num), to: i + 1}
	if a.flags&fGroup != 0 || a.size > 4 {
		return expr{}
	}
	if sign, end := p.era(i + 1); end > 0 && a.num > 0 && p.at(i-1).class != cMonth {
		e.rule, e.to = ruleEra, end
		if sign < 0 {
			e.y = 1 - e.y
		}
		return e
	}
	if p.query && a.num > 0 {
		return e
	}
	if a.size != 4 || !p.yearHere(i) {
		return expr{}
	}
	if b := p.at(i + 2); p.mark(i+1) == '-' || p.mark(i+1) == '/' {
		if p.glued(i+1) && p.glued(i+2) && b.class == cNum && b.size == 2 && !p.glues(i+3) && int(b.num) == (int(a.num)+1)%100 {
			e.rule, e.y2, e.to = ruleYearSpan, e.y+1, i+3
		}
	}
	return e
}

// yearHere decides whether the four digits at i are a year by what stands around them.
func (p *parser) yearHere(i int) bool {
	a, before, after := p.at(i), p.at(i-1), p.at(i+1)
	y := a.num
	if y < 1000 || y > 2199 || p.glues(i+1) {
		return false
	}
	switch before.class {
	case cNotYear, cMore, cMonth:
		return false
	case cThan:
		if p.at(i-2).class == cMore || y%10 == 0 {
			return false
		}
	case cMark:
		switch before.num {
		case '$', '£', '€', '#', '+', '.', '*', ':', '@', '_', '=':
			return before.num == ':' && !p.glued(i) || before.num == '.' && !p.glued(i)
		case '-', '/', ',':
			if p.glued(i) && p.glued(i-1) && p.at(i-2).class == cNum && (p.at(i-2).size != 4 || before.num == ',') {
				return false
			}
			if p.glued(i) && p.glued(i-1) && before.num == '-' && p.is(i-2, fUpper) {
				return false
			}
		}
	}
	if p.isCount(i+1) || p.at(i+1).class == cUnit && !p.unitAfterYear(i+1) || p.at(i+1).class == cZone || p.at(i+1).class == cMeridiem {
		return false
	}
	if h := p.hyphen(i + 1); h > i+1 && p.at(h).class == cNum && p.at(h).size < 3 && p.mark(h+1) == '-' && p.glued(h+1) {
		return false
	}
	if p.inName(i) || p.hyphen(i+1) > i+1 && p.at(i+2).class != cNum && !p.word(i+2, "to") && !p.word(i+2, "present") {
		return false
	}
	strong := before.class == cIn || before.class == cSince || before.class == cUntil || before.class == cBy || before.class == cMod
	if y >= 1900 && y <= 2035 || strong {
		plural := after.class == cWord && after.flags&fCap == 0 && p.text[after.end-1] == 's' && after.size > 3
		return !(y%100 == 0 && plural && before.class != cThe && !strong)
	}
	if y < 1500 && !(before.class == cMark && before.num == '(' && p.mark(i+1) == ')') || y > 2035 || !p.oldYear(i) && !p.possessive(i-1) {
		return false
	}
	if p.any(i-1, cThe, cA, cThis) || p.possessive(i-1) {
		return !p.plural(i + 1)
	}
	return !(after.class == cWord && after.flags&fCap == 0 && after.size > 3)
}

// possessive reports whether atom i is the s of "government's".
func (p *parser) possessive(i int) bool {
	return p.word(i, "s") && p.glued(i) && p.mark(i-1) == '\''
}

// oldYear asks for a word before the year at i that makes it one: years before 1900 are rarer than other numbers.
func (p *parser) oldYear(i int) bool {
	switch b := p.at(i - 1); b.class {
	case cMark:
		return b.num == '(' || b.num == '-' || b.num == ','
	case cOf, cFrom, cTo, cBetween, cThe, cThis, cA, cAnd, cBreak, cAfter, cBefore, cDuring, cWithin, cApprox, cUnit, cFor, cLater, cOr:
		return true
	}
	return false
}

// inName reports whether the year at i is part of a name: "2020 Olympics", "Terrorism Act 2000", "the 2011 Libyan civil war",
// "presidential election, 2008".
func (p *parser) inName(i int) bool {
	before, after := p.at(i-1), p.at(i+1)
	switch before.class {
	case cIn, cSince, cUntil, cBy, cFrom, cMod, cBefore, cAfter, cDuring, cMonth, cOf, cTo, cBetween:
		if before.class != cOf && before.class != cTo {
			return false
		}
	case cWord:
		if before.flags&fCap != 0 && p.capName(i-1) {
			return true
		}
	case cMark:
		if before.num == ',' && p.titleWord(i-2) {
			return true
		}
		if before.num == '/' && p.glued(i) && p.glued(i-1) {
			return true
		}
	}
	if before.class == cOf && p.word(i-2, "act") && p.is(i-2, fCap) {
		return true
	}
	if after.class == cMark && after.num == '-' && p.glued(i+1) && p.glued(i+2) && p.at(i+2).class == cNum {
		after = p.at(i + 3)
	}
	if after.flags&fCap == 0 || after.flags&(fSent|fSpace) != fSpace {
		return false
	}
	switch after.class {
	case cWord, cSeason, cHoliday, cCount, cPast, cTitle:
		return true
	}
	return false
}

// titleWord reports whether atom i heads the title of an event that a comma and its year follow: "presidential election, 2008".
func (p *parser) titleWord(i int) bool {
	return p.oneOf(i, "election", "elections", "conclave", "referendum", "championship", "act")
}

// capName reports whether the capitalised word at i, right before a year, makes a name with it: "Windows Server 2003", "Euro 2016".
// A word that begins its sentence may be a preposition.
func (p *parser) capName(i int) bool {
	return !p.is(i, fSent) && p.at(i-1).class != cBreak && p.at(i).size > 1 && !p.word(i, "throughout")
}

// unitAfterYear allows "the 1988 second quarter", "1989 quarter".
func (p *parser) unitAfterYear(i int) bool {
	g := grain(p.at(i).num)
	return g == quarter || g == half || g == season || g == second && p.at(i).flags&fPlural == 0 || g == year || g == week
}
