package dates

import (
	"strings"

	"github.com/dateline-nlp/dateline"
)

// weekday reads "Monday", "Mon.", "Monday, May 5", "Sunday 25 June", "Friday the 13th", "Monday of last week", "Thursday night";
// "Mondays" is a set.
func (p *parser) weekday(i int) expr {
	a := p.at(i)
	e := expr{wd: int(a.num), grain: day, rule: ruleWeekday, to: i + 1}
	if a.flags&fAbbr != 0 {
		return p.weekdayAbbr(e, i)
	}
	if p.namesPaper(i) {
		return expr{}
	}
	if a.flags&fPlural != 0 {
		e.typ, e.rule = dateline.TimexSet, ruleSet
		return p.onlyIf(e, !p.any(i-1, cNum, cCard, cFew))
	}
	if d := p.dateAfter(i + 1); d.ok() {
		d.wd, d.rule = e.wd, ruleWeekdayDate
		return d
	}
	k := i + 1
	if p.at(k).class == cThe {
		k++
	}
	if n, end := p.ordWord(k, 31); end > 0 && p.at(k).class == cNum && p.at(end).class != cWord && !p.any(end, cUnit, cOf) {
		e.d, e.rule, e.to = n, ruleWeekdayDate, end
		return e
	}
	k = i + 1
	if p.at(k).class == cOf {
		k++
	}
	if rel, end := p.relativeWeek(k); end > 0 {
		e.dir, e.dirSet, e.unit, e.to = rel, true, week, end
		return e
	}
	return p.dayTail(e)
}

// weekdayAbbr takes an abbreviation only with a date or a full stop after it: "Mon., May 5".
func (p *parser) weekdayAbbr(e expr, i int) expr {
	if !p.is(i, fCap) {
		return expr{}
	}
	k := p.dot(i + 1)
	if d := p.dateAfter(k); d.ok() {
		d.wd, d.rule = e.wd, ruleWeekdayDate
		return d
	}
	return expr{}
}

// dateAfter reads the month and day after a weekday.
func (p *parser) dateAfter(i int) expr {
	k := p.comma(i)
	if p.at(k).class == cThe {
		k++
	}
	var d expr
	switch p.at(k).class {
	case cMonth:
		d = p.monthFirst(k)
	case cNum, cOrd:
		d = p.dayFirst(k)
		if !d.ok() && p.at(k).class == cNum && k > i {
			d = p.numeric(k)
		}
	}
	if d.ok() && d.d == 0 {
		return expr{}
	}
	return d
}

// namesPaper tells "Sunday Times", "Black Friday" and "Sheffield Wednesday" from days.
func (p *parser) namesPaper(i int) bool {
	after, before := p.at(i+1), p.at(i-1)
	if after.flags&(fCap|fSent) == fCap {
		switch p.str(i + 1) {
		case "Times", "Telegraph", "Mirror", "Mail", "Express", "Herald", "Post", "Star", "People", "World", "Independent", "Tribune", "Mercury", "Sun", "Night", "School":
			return true
		}
	}
	if before.class == cTitle && before.flags&fCap != 0 || before.class == cMark && before.num == '.' && p.glued(i-1) && p.at(i-2).class == cTitle {
		return true // Mr. Sunday
	}
	if before.class == cWord && before.flags&fCap != 0 {
		switch p.str(i - 1) {
		case "Black", "Holy", "Bloody", "Super", "Sheffield", "Freaky", "Ruby", "Casual":
			return true
		}
	}
	return false
}

func (p *parser) relativeWeek(i int) (dir int8, end int) {
	a, b := p.at(i), p.at(i+1)
	if b.class == cUnit && grain(b.num) == week && b.flags&fPlural == 0 {
		switch {
		case a.class == cThis:
			return 0, i + 2
		case a.class == cLast && (a.num == -1 || a.num == 1):
			return int8(a.num), i + 2
		}
	}
	return 0, 0
}

// season reads "summer 2019", "winter of 2019-20", "spring"; "fall" and "spring" alone need a word that makes them a season.
func (p *parser) season(i int) expr {
	a := p.at(i)
	e := expr{grain: season, n: int(a.num), rule: ruleSeason}
	if a.flags&fPlural != 0 {
		e.typ, e.rule, e.to = dateline.TimexSet, ruleSet, i+1
		return p.onlyIf(e, a.num == summer || a.num == winter)
	}
	e = p.withYear(e, i+1)
	if e.year != yearOpen {
		if b := p.at(e.to + 1); p.mark(e.to) == '-' && p.glued(e.to) && p.glued(e.to+1) && b.class == cNum && (b.size == 2 || b.size == 4) {
			e.to += 2
		}
		return e
	}
	if a.num == fall && p.at(i+1).class == cOf {
		return expr{} // the fall of Rome
	}
	before := p.at(i - 1)
	if p.query {
		return e
	}
	if b := p.at(i + 1); a.flags&fCap != 0 && b.flags&fCap != 0 && b.class == cWord && b.flags&fSent == 0 {
		return expr{} // Summer Olympics, Winter Palace
	}
	if p.mark(i-1) == '-' && p.glued(i) && p.at(i-2).class == cWord || p.mark(i+1) == '-' && p.glued(i+1) && p.at(i+2).class == cWord {
		return expr{}
	}
	if p.any(i-1, cThe, cOf, cAnd, cTo, cIn, cA) && p.at(i+1).class == cWord && !p.is(i+1, fCap) && !p.verbish(i+1) && !p.word(i+1, "when") &&
		(before.class == cThe || !strings.HasSuffix(p.str(i+1), "ing")) {
		return expr{} // the winter storm, its summer and winter habitats
	}
	switch before.class {
	case cThe, cLast, cThis, cThat, cMod, cIn, cBy, cUntil, cSince, cOf, cEvery, cDuring, cSame, cPartOf, cLater, cBefore, cAnd:
		if a.num == spring || a.num == fall {
			return p.onlyIf(e, (before.class != cOf && before.class != cAnd || a.flags&fCap == 0) && (before.class != cIn || p.openClass(i+1)))
		}
		return e
	}
	return p.onlyIf(e, (a.num == summer || a.num == winter || a.num == fall && a.flags&fAbbr == 0) && p.openClass(i+1) && a.flags&fCap == 0)
}

func (p *parser) onlyIf(e expr, ok bool) expr {
	if !ok {
		return expr{}
	}
	return e
}

// ordinal reads what an ordinal number opens: a century, quarter or half, a day of a month, a week of a month.
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
	case unit.class == cUnit && unit.flags&fPlural == 0:
		return p.ordinalUnit(n, grain(unit.num), k)
	case unit.class == cHalf && (n == 1 || n == 2 || n == last):
		return p.halfYear(n, k+1)
	case unit.class == cWeekday, unit.class == cUnit, n == last:
		return expr{}
	}
	return p.dayFirst(i)
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
	return p.onlyIf(e, e.year != yearOpen)
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

// fiscal reads "fiscal 2020", "fiscal year 2020", "fiscal year".
func (p *parser) fiscal(i int) expr {
	k := i + 1
	if q := p.ordinal(p.hyphen(k)); q.ok() && q.grain == quarter {
		return q
	}
	e := expr{grain: year, rule: ruleFiscal}
	if b := p.at(k); b.class == cUnit && grain(b.num) == year && b.flags&fPlural == 0 {
		k++
		e.to = k
	}
	if y, end := p.fullYear(k); end > 0 {
		e.year, e.y, e.to = yearGiven, y, end
		return e
	}
	return expr{}
}

// coded reads "Q3 2019", "Q3", "H1 2020", "FY2019".
func (p *parser) coded(i int) expr {
	a, b := p.at(i), p.at(i+1)
	if a.flags&fCap == 0 || b.class != cNum || b.flags&fGroup != 0 {
		return expr{}
	}
	g := grain(a.num)
	if g == year {
		if b.size == 4 {
			return expr{grain: year, rule: ruleFiscal, year: yearGiven, y: int(b.num), to: i + 2}
		}
		return p.onlyIf(expr{grain: year, rule: ruleFiscal, year: yearGiven, y: pivot(int(b.num)), to: i + 2}, b.size == 2 && p.glued(i+1))
	}
	limit := int32(4)
	r := ruleQuarter
	if g == half {
		limit, r = 2, ruleHalf
	}
	if !p.glued(i+1) || b.size != 1 || b.num < 1 || b.num > limit || p.glues(i+2) {
		return expr{}
	}
	k := i + 2
	if b := p.at(k); b.class == cWord && p.word(k, "fy") {
		k++
	}
	e := p.ofYear(expr{grain: g, n: int(b.num), rule: r}, k)
	return p.onlyIf(e, g != half || e.year != yearOpen)
}

// eraFirst reads "AD 79" and "A.D. 79".
func (p *parser) eraFirst(i int) expr {
	sign, k := p.era(i)
	b := p.at(k)
	if k == 0 || sign < 0 || b.class != cNum || b.size > 4 || b.flags&fGroup != 0 || b.num == 0 || p.glues(k+1) {
		return expr{}
	}
	return expr{grain: year, rule: ruleEra, year: yearGiven, y: int(b.num), to: k + 1}
}

var decadeWords = [...]string{"twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"}

// decadeWord reads "nineties" after "the", "early", ...
func (p *parser) decadeWord(i int) expr {
	k := i
	if p.at(i).class == cCard && p.at(i).num == 19 {
		k++
		if p.mark(k) == '-' {
			k++
		}
	}
	if p.word(k, "noughties") && k == i {
		return expr{kind: kCalendar, typ: dateline.TimexDate, grain: decade, rule: ruleDecade, year: yearGiven, y: 2000, from: i, to: k + 1}
	}
	for n, w := range decadeWords {
		if p.word(k, w) {
			return expr{kind: kCalendar, typ: dateline.TimexDate, grain: decade, rule: ruleDecade, year: yearGiven, y: 1920 + 10*n, from: i, to: k + 1}
		}
	}
	return expr{}
}
