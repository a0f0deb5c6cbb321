package dates

import "github.com/dateline-nlp/dateline"

// ordinal reads what an ordinal number opens: a century, quarter or half, a day of a month, a week or weekday of a month.
func (p *parser) ordinal(i int) expr {
	n, k := p.ordWord(i, 40)
	if k == 0 && p.oneOf(i, "last", "final") {
		n, k = last, i+1
	}
	if k == 0 {
		return expr{}
	}
	if p.mark(k) == '-' {
		k++
	}
	switch unit := p.at(k); {
	case unit.class == cUnit && (unit.flags&fPlural == 0 || p.word(k, "centuries") && p.any(i-1, cAnd, cOr, cTo, cMod)):
		return p.ordinalUnit(n, grain(unit.num), k)
	case unit.class == cHalf && (n == 1 || n == 2 || n == last):
		return p.halfYear(n, k+1)
	case unit.class == cWeekday:
		return p.nthWeekday(n, k)
	case unit.class == cUnit, n == last:
		return expr{}
	}
	if p.toCenturies(k) {
		return p.counting(n, 100, century, k)
	}
	return p.dayFirst(i)
}

// toCenturies reports whether "and 19th centuries" or its like stands at i, behind the number of another century.
func (p *parser) toCenturies(i int) bool {
	if !p.any(i, cAnd, cOr, cTo) && p.mark(i-1) != '-' {
		return false
	}
	i += b2i(p.mark(i-1) != '-')
	if p.at(i).class == cThe {
		i++
	}
	if p.at(i).class == cMod {
		i++
	}
	n, end := p.ordWord(i, 40)
	return n > 0 && p.oneOf(end, "centuries", "century")
}

// last is the number of what is counted from the end.
const last = -1

// halfYear reads the year of a half, without which it is one of a game.
func (p *parser) halfYear(n, i int) expr {
	if n == last {
		n = 2
	}
	e := p.ofYear(expr{grain: half, n: n, rule: ruleHalf}, i)
	if u := p.at(i + 2); e.year == yearOpen && p.at(i).class == cOf && p.at(i+1).class == cThe && u.class == cUnit && grain(u.num) == year {
		e.year, e.to = yearRelative, i+3
	}
	if e.year == yearOpen && p.at(i).class == cOf {
		return p.halfOf(n, i+1)
	}
	return p.onlyIf(e, e.year != yearOpen || p.mark(i-2) == '-' && p.account(i))
}

// account reports whether the word at i is what a company reports on: "first-half profit", not "first-half goal".
func (p *parser) account(i int) bool {
	return p.oneOf(i, "profit", "profits", "earnings", "results", "sales", "revenue", "revenues", "income", "loss", "losses", "net", "pretax", "operating",
		"underlying", "turnover", "gdp", "growth", "figures", "output", "production", "dividend")
}

// nthWeekday reads "first Tuesday in November", "last Friday of May 2016", "second Sunday of each month"; the weekday stands at k.
func (p *parser) nthWeekday(n, k int) expr {
	if n > 5 || !p.any(k+1, cOf, cIn) || p.is(k, fAbbr|fPlural) {
		return expr{}
	}
	wd := int(p.at(k).num)
	if u := p.at(k + 3); n > 0 && p.any(k+2, cEvery, cThe) && u.class == cUnit && grain(u.num) == month && u.flags&fPlural == 0 {
		return expr{grain: day, wd: wd, typ: dateline.TimexSet, rule: ruleSet, to: k + 4}
	}
	m, end := p.monthName(k + 2)
	if end == 0 {
		return expr{}
	}
	return p.withYear(expr{grain: day, m: m, n: n, nthDay: wd, rule: ruleDayOfMonth}, end)
}

// halfOf reads the month, decade or century, at i, whose half it is: "May", "the 1990s", "the 5th century BC". The first is its
// start, the second its end.
func (p *parser) halfOf(n, i int) expr {
	if p.halving {
		return expr{} // the half of a half
	}
	p.halving = true
	defer func() { p.halving = false }()
	m := modStart
	if n != 1 {
		m = modEnd
	}
	e := p.edge(i, i, m, false)
	return p.onlyIf(e, e.kind == kCalendar && (e.grain == month || e.grain == decade || e.grain == century))
}

// ordinalUnit reads the n-th unit, which stands at k.
func (p *parser) ordinalUnit(n int, g grain, k int) expr {
	switch {
	case g == century && n > 0:
		name := p.is(k, fCap) && p.holidayName(k+1) && p.mark(k-1) != '-' // 21st Century Fox
		return p.onlyIf(p.counting(n, 100, century, k+1), !name)
	case g == millennium && n > 0:
		return p.counting(n, 1000, millennium, k+1)
	case g == quarter && n <= 4:
		if n == last {
			n = 4
		}
		e := p.ofYear(expr{grain: quarter, n: n, rule: ruleQuarter}, k+1)
		return p.onlyIf(e, e.year != yearOpen || !p.ofGame(k))
	case (g == week || g == weekend) && n < 6 && p.at(k+1).class == cOf:
		if m, end := p.monthName(k + 2); end > 0 {
			return p.withYear(expr{grain: g, m: m, n: n, rule: ruleWeekOf}, end)
		}
	}
	return expr{}
}

// ofGame reports whether the words around atom i speak of a game, whose quarters are none of a year.
func (p *parser) ofGame(i int) bool {
	for k := i - tenseReach; k < i+tenseReach; k++ {
		if p.oneOf(k, "game", "touchdown", "touchdowns", "yard", "yards", "quarterback", "halftime", "overtime", "scored", "rebounds", "goal", "playoff") {
			return true
		}
	}
	return false
}

// counting makes the n-th period of so many years, and reads the era at i.
func (p *parser) counting(n, years int, g grain, i int) expr {
	e := expr{grain: g, rule: ruleCentury, year: yearGiven, y: (n - 1) * years, to: i}
	if sign, end := p.era(i); end > 0 {
		e.to = end
		if sign < 0 {
			e.y = 1 - n*years
		}
	}
	return e
}

// ofYear reads the year of a quarter or half: "2019", "of 2019", "of last year", "of fiscal 1990", "in 2009".
func (p *parser) ofYear(e expr, i int) expr {
	f := p.withYear(e, i)
	if f.year != yearOpen {
		return f
	}
	k := i
	if p.at(k).class == cOf || p.at(k).class == cIn {
		k++
	}
	if k > i && p.at(k).class == cFiscal {
		k++
	}
	if k > i {
		if y, end := p.fullYear(k); end > 0 {
			f.year, f.y, f.to = yearGiven, y, end
		}
	}
	return f
}
