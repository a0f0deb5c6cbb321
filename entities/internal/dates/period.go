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
	if p.word(i+1, "week") && p.is(i+1, fSpace) && p.openClass(i+2) && p.at(i+2).class != cNum && p.mark(i+2) != '-' && p.mark(i+2) != '\'' {
		e.dir, e.dirSet, e.n, e.to = 1, true, 7, i+2 // the British Thursday week
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
	if p.word(i-1, "on") && p.is(i-2, fCap) && p.oneOf(i-2, "mail", "independent") {
		return true
	}
	if before.flags&fCap != 0 && p.is(i, fSpace) && before.class == cWord && p.oneOf(i-2, "as", "called", "dubbed") {
		return true // known as Grey Tuesday
	}
	if before.flags&fCap != 0 && p.is(i, fSpace) {
		switch p.str(i - 1) {
		case "Black", "Holy", "Bloody", "Super", "Sheffield", "Freaky", "Ruby", "Casual", "Giving", "Fat":
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
	if p.at(i+1).class == cOf && (a.num == fall || p.at(i+2).class == cWord && !p.query) {
		return expr{} // the fall of Rome, the summer of love
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
	if y, end := p.fullYear(k); end > 0 && (!p.is(i, fAbbr) || e.to > 0) {
		e.year, e.y, e.to = yearGiven, y, end
		return p.fiscalSpan(e)
	}
	return expr{}
}

// fiscalSpan reads the 18 of "fiscal 2017-18".
func (p *parser) fiscalSpan(e expr) expr {
	k := p.hyphen(e.to)
	if p.mark(k) == '/' && p.glued(k) && p.glued(k+1) {
		k++
	}
	if b := p.at(k); k > e.to && b.class == cNum && b.size == 2 && int(b.num) == (e.y+1)%100 && !p.glues(k+1) {
		e.y2, e.to = e.y+1, k+1
	}
	return e
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
			return p.fiscalSpan(expr{grain: year, rule: ruleFiscal, year: yearGiven, y: int(b.num), to: i + 2})
		}
		return p.onlyIf(p.fiscalSpan(expr{grain: year, rule: ruleFiscal, year: yearGiven, y: pivot(int(b.num)), to: i + 2}), b.size == 2 && p.glued(i+1))
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
