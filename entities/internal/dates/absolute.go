package dates

import "github.com/dateline-nlp/dateline"

// date reads a calendar expression: a day, month, year or other period that is named, not counted.
func (p *parser) date(i int) expr {
	var e expr
	switch a := p.at(i); a.class {
	case cNum:
		e = p.digitDate(i)
	case cMonth:
		e = p.monthFirst(i)
	case cWeekday:
		e = p.weekday(i)
	case cSeason:
		e = p.season(i)
	case cHoliday, cNth:
		e = p.holiday(i)
	case cOrd, cUnit, cCard:
		e = p.ordinal(i)
	case cFiscal:
		e = p.fiscal(i)
	case cQ:
		e = p.coded(i)
	case cEra, cA:
		e = p.eraFirst(i)
	case cMark:
		if a.num == '\'' {
			e = p.shortYear(i)
		}
	}
	if e.ok() {
		e.from, e.kind = i, kCalendar
		if e.typ == dateline.TimexNone {
			e.typ = dateline.TimexDate
		}
	}
	return e
}

// dayNumber reads the day of a month: "20", "20th", "twentieth", "twenty-first".
func (p *parser) dayNumber(i int) (d, end int) {
	switch a := p.at(i); {
	case a.class == cNum && a.size <= 2 && a.flags&fGroup == 0 && a.num >= 1 && a.num <= 31:
		if p.at(i+1).class == cNth && p.glued(i+1) {
			return int(a.num), i + 2
		}
		if b := p.at(i + 1); p.glued(i+1) && b.class != cMark && b.class != cBreak && b.class != cMonth {
			return 0, 0
		}
		return int(a.num), i + 1
	default:
		return p.ordWord(i, 31)
	}
}

// ordWord reads an ordinal number: "first", "twenty-first", "20th".
func (p *parser) ordWord(i, limit int) (n, end int) {
	a := p.at(i)
	switch {
	case a.class == cOrd && int(a.num) <= limit && a.flags&fAbbr == 0:
		return int(a.num), i + 1
	case a.class == cUnit && a.num == int32(second) && a.flags&fPlural == 0:
		return 2, i + 1
	case a.class == cNum && p.at(i+1).class == cNth && p.glued(i+1) && a.num >= 1 && int(a.num) <= limit && a.flags&fGroup == 0:
		return int(a.num), i + 2
	case a.class == cCard && a.num >= 20:
		k := i + 1
		if p.mark(k) == '-' {
			k++
		}
		if b := p.at(k); (b.class == cOrd && b.num < 10) && int(a.num+b.num) <= limit {
			return int(a.num + b.num), k + 1
		}
		if b := p.at(k); b.class == cUnit && b.num == int32(second) && int(a.num)+2 <= limit {
			return int(a.num) + 2, k + 1
		}
	}
	return 0, 0
}

// monthName reads the name of a month. "May" and "March" need their capital, abbreviations too.
func (p *parser) monthName(i int) (m, end int) {
	a := p.at(i)
	if a.class != cMonth || a.flags&fCap == 0 && !p.lowerMonth(i) && !p.query {
		return 0, 0
	}
	end = i + 1
	if a.flags&fAbbr != 0 && a.num != 5 && a.size <= 4 {
		end = p.dot(end)
	}
	return int(a.num), end
}

// lowerMonth allows "15 july 2016" without a capital for the months that are nothing else.
func (p *parser) lowerMonth(i int) bool { return p.at(i).flags&fAbbr == 0 && p.at(i).size > 3 }

// fullYear reads a year of four digits, or fewer with an era, after a month or day: "2017", "79 AD", "44 BC", "'98", "nineteen ninety".
func (p *parser) fullYear(i int) (y, end int) {
	a := p.at(i)
	switch {
	case a.class == cNum && a.flags&fGroup == 0 && a.size <= 4:
		y, end = int(a.num), i+1
		if sign, k := p.era(end); k > 0 && y > 0 {
			if sign < 0 {
				y = 1 - y
			}
			return y, k
		}
		if a.size == 4 && y > 0 && !p.glues(end) {
			return y, end
		}
	case a.class == cCard:
		return p.yearWords(i)
	case a.class == cMark && a.num == '\'':
		if b := p.at(i + 1); b.class == cNum && b.size == 2 && p.glued(i+1) {
			return pivot(int(b.num)), i + 2
		}
	}
	return 0, 0
}

// glues reports whether something that makes the number before atom i another thing is stuck to it: "1990s", "2,000", "10:30", "50%".
func (p *parser) glues(i int) bool {
	if !p.glued(i) {
		return false
	}
	a := p.at(i)
	switch a.class {
	case cMark:
		switch a.num {
		case '%', '$', '°', '_', '@', '#', '&', '\\':
			return true
		case ',', '.', ':', '/':
			return p.glued(i+1) && p.at(i+1).class == cNum
		}
		return false
	case cBreak:
		return false
	}
	return true
}

// pivot gives a year of two digits its century.
func pivot(y int) int {
	if y < 50 {
		return 2000 + y
	}
	return 1900 + y
}

func (p *parser) era(i int) (sign, end int) {
	if a := p.at(i); a.class == cEra && a.flags&fUpper != 0 {
		return int(a.num), i + 1
	}
	if p.word(i, "b") && p.mark(i+1) == '.' && p.word(i+2, "c") {
		if p.mark(i+3) == '.' && p.glued(i+3) && p.word(i+4, "e") && p.glued(i+4) {
			return -1, p.dot(i + 5)
		}
		return -1, p.dot(i + 3)
	}
	if p.word(i, "c") && p.mark(i+1) == '.' && p.glued(i+1) && p.word(i+2, "e") && p.glued(i+2) {
		return 1, p.dot(i + 3)
	}
	if p.word(i, "a") && p.mark(i+1) == '.' && p.word(i+2, "d") {
		return 1, p.dot(i + 3)
	}
	return 0, 0
}

// yearWords reads "nineteen ninety-six", "twenty twelve", "two thousand", "two thousand and ten".
func (p *parser) yearWords(i int) (y, end int) {
	a, b := p.at(i), p.at(i+1)
	if a.class != cCard {
		return 0, 0
	}
	if a.num >= 15 && a.num <= 20 && b.class == cCard && b.num >= 10 {
		n, e := p.words(i + 1)
		if n < 100 {
			return int(a.num)*100 + n, e
		}
	}
	if a.num == 2 && b.class == cMult && b.num == 3 {
		if n, e := p.words(i); n >= 2000 && n < 2100 {
			return n, e
		}
	}
	return 0, 0
}

// withYear reads the year that may follow a day, month or season: ", 2017", "of last year", "this year".
func (p *parser) withYear(e expr, i int) expr {
	e.to = i
	k := p.comma(i)
	if y, end := p.fullYear(k); end > 0 && (k == i || p.at(k).size == 4 || p.at(k).class != cNum || end > k+1) {
		e.year, e.y, e.to = yearGiven, y, end
		return e
	}
	if p.at(i).class == cOf {
		i++
		if y, end := p.fullYear(i); end > 0 {
			e.year, e.y, e.to = yearGiven, y, end
			return e
		}
		if p.at(i).class == cThe {
			i++
		}
	}
	if e.grain == day && p.mark(i) == ',' && p.at(i+1).class == cLast {
		i++ // December 22, last year
	}
	if rel, end := p.relativeYear(i); end > 0 {
		e.year, e.y, e.to = yearRelative, rel, end
	} else if rel, end := p.toldYear(i); end > 0 {
		e.year, e.y, e.to = yearTold, rel, end
	}
	return e
}

// toldYear reads "that year", "same year", "following year", "previous year".
func (p *parser) toldYear(i int) (rel, end int) {
	a, k := p.at(i), i+1
	if a.class == cThe || a.class == cThat && p.at(k).class == cSame {
		a, k = p.at(k), k+1
	}
	if b := p.at(k); b.class != cUnit || grain(b.num) != year || b.flags&fPlural != 0 {
		return 0, 0
	}
	switch {
	case a.class == cThat, a.class == cSame:
		return 0, k + 1
	case a.class == cLast && (a.num == 3 || a.num == 1):
		return 1, k + 1
	case a.class == cLast && a.num == -3:
		return -1, k + 1
	}
	return 0, 0
}

// relativeYear reads "this year", "last year", "next year".
func (p *parser) relativeYear(i int) (rel, end int) {
	a, b := p.at(i), p.at(i+1)
	if b.class != cUnit || grain(b.num) != year || b.flags&fPlural != 0 {
		return 0, 0
	}
	switch {
	case a.class == cThis:
		return 0, i + 2
	case a.class == cLast && a.num == -1:
		return -1, i + 2
	case a.class == cLast && a.num == 1:
		return 1, i + 2
	}
	return 0, 0
}

// monthFirst reads "Feb. 20, 2017", "May 5", "May 5-7", "March 1998", "October of next year", "May".
func (p *parser) monthFirst(i int) expr {
	m, k := p.monthName(i)
	if k == 0 {
		return expr{}
	}
	if p.word(i, "may") && p.word(k, "day") && p.is(k, fCap) && p.is(k, fSpace) {
		return p.withYear(expr{m: 5, d: 1, rule: ruleHoliday, grain: day}, k+1)
	}
	e := expr{m: m, rule: ruleMonth, grain: month}
	if p.monthQuarter(m, k) {
		return p.ofYear(expr{n: m / 3, rule: ruleQuarter, grain: quarter}, k+1)
	}
	h := k
	if p.mark(h) == '-' && p.glued(h) {
		h++
	}
	if p.at(h).class == cThe {
		h++
	}
	if d, end := p.dayNumber(h); end > 0 && !p.isCount(end) && !(p.mark(end) == ':' && p.glued(end) && p.glued(end+1)) {
		e.d, e.grain, e.rule = d, day, ruleMonthDay
		if h > k && p.mark(h-1) == '-' && p.mark(end) == '-' {
			end++
		}
		e = p.withYear(e, end)
		if e.year != yearOpen {
			e.rule = ruleMonthDayYear
		}
		if p.dayInName(e.to) {
			return expr{}
		}
		if a := p.at(e.to); a.class == cUnit && grain(a.num) == weekend && a.flags&fPlural == 0 {
			e.grain, e.rule, e.to = weekend, ruleWeekOf, e.to+1 // July 4th weekend
			return e
		}
		return p.dayTail(e)
	}
	if p.mark(k) == ',' {
		if d, end := p.dayNumber(k + 1); end > 0 && p.mark(end) == ',' && p.at(end+1).class == cNum && p.at(end+1).size == 4 {
			e.d, e.grain, e.rule = d, day, ruleMonthDayYear
			return p.dayTail(p.withYear(e, end))
		}
	}
	e = p.withYear(e, k)
	if e.year != yearOpen {
		if p.monthQuarter(m, e.to) {
			e.n, e.m, e.rule, e.grain, e.to = m/3, 0, ruleQuarter, quarter, e.to+1
			return e
		}
		if b := p.at(i - 1); (b.class == cBreak || b.class == cMark && b.num == ',') && p.holidayName(e.to) && p.is(e.to, fSpace) {
			return expr{} // April 2006 Nepalese general strike
		}
		e.rule = ruleMonthYear
	} else if !p.monthAlone(i) {
		return expr{}
	}
	return e
}

// monthQuarter reports whether a quarter is called by its last month, m: "the March quarter", "the June 2019 quarter".
func (p *parser) monthQuarter(m, i int) bool {
	a := p.at(i)
	return m%3 == 0 && a.class == cUnit && grain(a.num) == quarter && a.flags&fPlural == 0
}

// dayInName reports whether the day before atom i is part of a name: "the March 23 Movement", "the January 6 commission".
func (p *parser) dayInName(i int) bool {
	return p.word(i, "commission") || p.is(i, fCap) && p.oneOf(i, "movement", "brigade", "committee")
}

// monthAlone tells the month from the name and the verb where nothing but the word is there.
func (p *parser) monthAlone(i int) bool {
	a, before, after := p.at(i), p.at(i-1), p.at(i+1)
	if p.query {
		return true
	}
	if a.flags&fCap == 0 || before.class == cTitle && a.size <= 5 {
		return false
	}
	named := func(b *atom) bool { return b.class == cWord && b.flags&fCap != 0 && b.flags&fSent == 0 }
	switch {
	case a.size <= 4 && a.num != 5 && a.num != 6 && a.num != 7: // Jan, Sept
		return p.mark(i+1) == '.' && p.glued(i+1)
	case a.num == 5 || a.num == 3: // May, March
		switch before.class {
		case cIn, cSince, cUntil, cBy, cLast, cThis, cMod, cOf, cFrom, cDuring, cEvery, cTo, cFor, cBefore, cAfter, cThat, cBetween, cLater, cAnd, cAt, cApprox:
			return !named(after)
		case cMark:
			return before.num == '-' && p.glued(i)
		case cThe:
			return a.flags&fUpper == 0 && !named(after) && !p.any(i+1, cFor, cOn, cOf) // the March for Life
		}
		return (p.possessive(i-1) || p.oneOf(i-1, "his", "her", "its", "their")) && after.class == cWord && after.flags&fCap == 0
	case a.size <= 6 && a.num >= 4 && a.num <= 8: // April, June, August: names of people
		return !named(before) && !(p.is(i, fSent) && named(after))
	}
	return true
}

// isCount reports whether atom i is something that the number before it counts ("people", "%"), so that it is no year or day.
func (p *parser) isCount(i int) bool {
	a := p.at(i)
	return a.class == cCount || a.class == cMult || a.class == cMark && a.num == '%'
}
