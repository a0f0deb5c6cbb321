package dates

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
	case a.size <= 3 && a.num > 0 && p.eraAfter(k+1) != 0:
		_, e.to = p.era(k + 1)
		if p.eraAfter(k+1) < 0 {
			e.y = 1 - e.y
		}
	case a.size == 2 && a.num >= 20 && k == i+1 && p.decadeContext(i):
		e.y = 1900 + int(a.num)
	default:
		return expr{}
	}
	return e
}

func (p *parser) eraAfter(i int) (sign int) {
	sign, _ = p.era(i)
	return sign
}

// decadeContext tells "the 90s" from "in his 90s" and "temperatures in the 90s" as far as the words before show it.
func (p *parser) decadeContext(i int) bool {
	if p.isCount(i+2) || p.word(i+2, "fahrenheit") {
		return false
	}
	for k := i - 1; k > i-8 && !p.clauseEnd(k); k-- {
		if p.oneOf(k, "temperature", "temperatures", "highs", "lows", "mercury", "thermometers") {
			return false
		}
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
	if p.glues(i+2) || p.mark(i+2) == '\'' || p.isCount(i+2) || p.at(i+2).flags&(fCap|fSent) == fCap { // '60 Minutes
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
	if sign := p.eraOfNext(i); sign != 0 {
		e.rule = ruleEra
		if sign < 0 {
			e.y = 1 - e.y
		}
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

// eraOfNext returns the era of the year at i that stands behind the year at the other end of a span: "499-493 BC", "from 264 to 241 BC".
func (p *parser) eraOfNext(i int) (sign int) {
	k := p.hyphen(i + 1)
	if k == i+1 {
		if !p.any(k, cTo, cAnd) || !p.any(i-1, cFrom, cBetween, cOf, cIn) {
			return 0
		}
		k++
	}
	a, b := p.at(i), p.at(k)
	if b.class != cNum || b.size > 4 || b.flags&fGroup != 0 || a.num == 0 {
		return 0
	}
	if sign, _ = p.era(k + 1); sign < 0 && b.num < a.num || sign > 0 && b.num > a.num {
		return sign
	}
	return 0
}

// yearHere decides whether the four digits at i are a year by what stands around them.
func (p *parser) yearHere(i int) bool {
	y := p.at(i).num
	if y < 1000 || y > 2199 || p.glues(i+1) && !p.slashYear(i) || p.notYearBefore(i) || p.notYearAfter(i+1) || p.inName(i) {
		return false
	}
	strong := p.any(i-1, cIn, cSince, cUntil, cBy, cMod) || p.word(i-1, "as") && p.oneOf(i-2, "late", "early", "recently") || p.oneOf(i-1, "around", "about") && p.openClass(i+1) || p.beyondYears(i) || p.mark(i-1) == '-' && p.at(i-2).class == cMod || p.yearRange(i)
	after := p.at(i + 1)
	noun := after.class == cWord && after.flags&fCap == 0 && after.size > 3
	switch {
	case y >= 1900 && y <= 2035 || strong:
		plural := noun && p.text[after.end-1] == 's'
		return y%100 != 0 || !plural || strong || p.at(i-1).class == cThe // "2000 soldiers"
	case y > 2035:
		return false
	case y < 1500:
		return p.mark(i-1) == '(' && p.mark(i+1) == ')'
	case p.any(i-1, cThe, cA, cThis) || p.possessive(i-1):
		return !p.plural(i + 1)
	}
	return p.oldYear(i) && !noun && !p.oneOf(i+1, "had", "have", "were", "are")
}

// beyondYears reports whether the number at i is one of two years: "between 2040 and 2060", "by 2100 or 2120".
func (p *parser) beyondYears(i int) bool {
	if p.any(i-1, cTo, cAnd, cOr) {
		i -= 2
	}
	a, b := p.at(i), p.at(i+2)
	return p.any(i-1, cFrom, cBetween, cBy, cIn) && p.any(i+1, cTo, cAnd, cOr) && a.class == cNum && b.class == cNum && a.size == 4 && b.size == 4 &&
		a.num > 1900 && a.num < b.num && b.num < 2200
}

// yearRange reports whether a later year follows the one at i after a dash: "1558–1603".
func (p *parser) yearRange(i int) bool {
	a, b := p.at(i), p.at(i+2)
	return p.mark(i+1) == '-' && b.class == cNum && b.size == 4 && b.flags&fGroup == 0 && b.num > a.num && b.num < a.num+300 && !p.glues(i+3)
}

// slashYear reports whether "/58" follows 1957.
func (p *parser) slashYear(i int) bool {
	b := p.at(i + 2)
	return p.mark(i+1) == '/' && b.class == cNum && b.size == 2 && b.num == (p.at(i).num+1)%100 && p.glued(i+2) && !p.glues(i+3)
}

// notYearBefore reports whether what stands before the number at i makes it no year: "page 1998", "$1998", "more than 2000".
func (p *parser) notYearBefore(i int) bool {
	before, chain := p.at(i-1), p.glued(i) && p.glued(i-1)
	if p.word(i-1, "pages") || p.mark(i-1) == '-' && p.word(i-3, "pages") {
		return true
	}
	switch before.class {
	case cMore:
		return !p.word(i-1, "least") || !p.any(i-3, cUntil, cBy, cSince, cTo)
	case cNotYear, cMonth:
		return true
	case cThan:
		return p.at(i-2).class == cMore || p.at(i).num%10 == 0
	case cMark:
		switch before.num {
		case '$', '£', '€', '#', '+', '*', '@', '_', '=':
			return true
		case ':', '.':
			return p.glued(i)
		case '-':
			return chain && (p.at(i-2).class == cNum && p.at(i-2).size != 4 || p.is(i-2, fUpper))
		case '/':
			return chain && p.at(i-2).class == cNum && p.at(i-2).size != 4
		case ',':
			return chain && p.at(i-2).class == cNum
		}
	}
	return false
}

// notYearAfter reports whether what begins at i makes the number before it no year: "2000 people", "2019-nCoV", "2011-31-12".
func (p *parser) notYearAfter(i int) bool {
	if p.isCount(i) || p.any(i, cZone, cMeridiem) || p.at(i).class == cUnit && !p.unitAfterYear(i) {
		return true
	}
	h := p.hyphen(i)
	if h == i {
		return false
	}
	if a := p.at(h); a.class == cNum {
		return a.size < 3 && p.mark(h+1) == '-' && p.glued(h+1)
	}
	return !p.oneOf(h, "to", "present")
}

// possessive reports whether atom i is the s of "government's".
func (p *parser) possessive(i int) bool {
	return p.word(i, "s") && p.glued(i) && p.mark(i-1) == '\''
}

// oldYear asks for a word before the year at i that makes it one: years before 1900 are rarer than other numbers.
func (p *parser) oldYear(i int) bool {
	if p.word(i-1, "dated") {
		return true
	}
	switch b := p.at(i - 1); b.class {
	case cMark:
		return b.num == '(' || b.num == '-' || b.num == ','
	case cOf, cFrom, cTo, cBetween, cThe, cThis, cA, cAnd, cBreak, cAfter, cBefore, cDuring, cWithin, cApprox, cUnit, cFor, cLater, cOr:
		return true
	}
	return false
}

// inName reports whether the year at i is part of a name: "2020 Olympics", "Terrorism Act 2000", "the 2011 Libyan civil war",
// "presidential election, 2008", "the Tiananmen Square protests of 1989", "the 2003 invasion of Iraq".
func (p *parser) inName(i int) bool {
	before, after := p.at(i-1), p.at(i+1)
	switch before.class {
	case cIn, cSince, cUntil, cBy, cFrom, cMod, cBefore, cAfter, cDuring, cMonth, cBetween:
		return false
	case cA:
		return p.contest(i + 1) // a 1965 UN resolution
	case cWord, cHoliday, cCount, cUnit:
		if before.flags&fCap != 0 && p.capName(i-1) {
			return !p.yearRange(i) || p.at(i+2).num == p.at(i).num+1 // not Eastern Theater 1861-1863
		}
		if p.oneOf(i-1, "his", "her", "its", "their", "original") || p.possessive(i-1) {
			return p.contest(i + 1)
		}
	case cOf:
		if p.oneOf(i-2, "protests", "riots", "massacre", "uprising", "blizzard") && p.inTitle(i-3) {
			return true
		}
		if p.word(i-2, "act") && p.is(i-2, fCap) {
			return true
		}
	case cMark:
		if before.num == '©' {
			return false
		}
		if p.glued(i) && p.oneOf(i-2, "pre", "post") {
			return false
		}
		if p.markedName(i) {
			return true
		}
	}
	span := after.class == cMark && after.num == '-' && p.glued(i+1) && p.glued(i+2) && p.at(i+2).class == cNum
	if span {
		after = p.at(i + 3)
	}
	if p.word(i+1, "invasion") && p.at(i+2).class == cOf {
		return true
	}
	if after.flags&fCap == 0 || after.flags&(fSent|fSpace) != fSpace {
		return false
	}
	switch after.class {
	case cMonth, cWeekday, cQ, cFiscal, cEra, cZone, cMeridiem:
		return false
	}
	return span || before.class != cThe || p.contest(i+1) // the 1989 Exxon Valdez oil spill
}

// markedName reports whether the year at i ends a name that a mark stands in.
func (p *parser) markedName(i int) bool {
	switch p.mark(i - 1) {
	case ',': // presidential election, 2008
		return p.titleWord(i - 2)
	case '/':
		return p.glued(i) && p.glued(i-1)
	case '-': // Grand Prix 2012–2013
		return p.at(i-2).class == cNum && p.at(i-2).num == p.at(i).num-1 && p.is(i-3, fCap) && p.capName(i-3)
	case '(': // Yemeni Civil War (2015–present)
		return p.inTitle(i-2) && p.mark(i+1) == '-' && p.word(i+2, "present")
	}
	return false
}

// contest reports whether the words at i name an event of a kind whose names begin with the year: "2012–13 Champions League".
func (p *parser) contest(i int) bool {
	if !p.is(i, fCap) && p.mark(i) != '-' {
		return false
	}
	for end := i + 7; i < end && p.at(i).class != cBreak && p.mark(i) != ','; i++ {
		if p.is(i, fSent) {
			break
		}
		if p.oneOf(i, "championship", "championships", "cup", "league", "awards", "award", "conference", "tour", "games", "open", "serie", "election", "prix",
			"elections", "primaries", "primary", "olympics", "paralympics", "war", "season", "protests", "uprising", "revolution", "coup", "tournament",
			"festival", "bowl", "masters", "marathon", "nations", "summit", "riots", "unrest", "earthquake") {
			return true
		}
	}
	return false
}

// inTitle reports whether the word at i, or the one before it, is the capitalised word of a name.
func (p *parser) inTitle(i int) bool {
	return p.is(i, fCap) && !p.is(i, fSent) || p.is(i-1, fCap) && !p.is(i-1, fSent)
}

// titleWord reports whether atom i heads the title of an event that a comma and its year follow: "presidential election, 2008".
func (p *parser) titleWord(i int) bool {
	return p.oneOf(i, "election", "elections", "conclave", "referendum", "championship", "act")
}

// capName reports whether the capitalised word at i, right before a year, makes a name with it: "Windows Server 2003", "Euro 2016".
// A word that begins its sentence may be a preposition, unless people follow: "Tokyo 2020 organisers".
func (p *parser) capName(i int) bool {
	if p.is(i, fSent) || p.at(i-1).class == cBreak {
		return p.at(i).class == cWord && p.is(i+2, fSpace) && p.plural(i+2) && !p.oneOf(i, "throughout", "towards", "toward", "despite", "copyright")
	}
	return p.at(i).size > 1 && !p.word(i, "throughout")
}

// unitAfterYear allows "the 1988 second quarter", "1989 quarter".
func (p *parser) unitAfterYear(i int) bool {
	g := grain(p.at(i).num)
	return g == quarter || g == half || g == season || g == second && p.at(i).flags&fPlural == 0 || g == year || g == week
}
