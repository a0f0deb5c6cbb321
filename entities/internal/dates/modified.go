package dates

import "github.com/dateline-nlp/dateline"

// modified reads an expression with "early", "late", "mid-", "the end of", "earlier", "later" before it.
func (p *parser) modified(i int) expr {
	a := p.at(i)
	k := i + 1
	switch a.class {
	case cMod:
		if p.at(k).class == cAge {
			e := p.age(k)
			e.from = i // Late Eocene
			return p.onlyIf(e, e.ok())
		}
		if p.mark(k) == '-' && p.glued(k) {
			k++
		} else if p.at(k).class == cIn {
			k++
		}
		return p.edge(i, k, mod(a.num), true)
	case cPartOf:
		if p.word(i, "middle") && p.word(k, "ages") && p.is(k, fCap) {
			return p.age(i)
		}
		if p.at(k).class == cTo {
			return p.approximate(i)
		}
		if p.at(k).class != cOf {
			if (p.word(i, "end") || p.word(i, "start")) && p.at(i-1).class != cTo {
				return p.edge(i, p.hyphen(k), mod(a.num), false)
			}
			return expr{}
		}
		return p.edge(i, k+1, mod(a.num), false)
	}
	return p.earlier(i, a.num)
}

// edge reads the expression at k and gives it the modifier m, if it is one that can be early or late. "early", "late" and "mid" are
// adjectives: they stand before a part of the day and a decade too.
func (p *parser) edge(i, k int, m mod, adjective bool) expr {
	h := k
	if p.at(k).class == cThe {
		h++
	}
	e := p.edged(i, k, h, adjective)
	if !e.ok() || e.kind == kRef || e.kind == kDuration || e.typ == dateline.TimexSet {
		return expr{}
	}
	e.from, e.mod = i, m
	if e.rule != rulePart {
		e.rule = ruleEdge
	}
	return e
}

// edged reads what follows a modifier at i; an article stands at k where h is not k.
func (p *parser) edged(i, k, h int, adjective bool) (e expr) {
	the := h > k
	switch a := p.at(h); a.class {
	case cMonth, cSeason, cNum, cOrd, cFiscal, cQ, cCard, cMark, cHoliday, cWeekday:
		if e = p.date(h); e.ok() {
			return p.onlyIf(e, !the || e.rule != ruleYear || !p.is(e.to, fCap) || p.is(e.to, fSent)) // the start of the 2020 Olympics
		}
		if a.class == cMonth && a.flags&fCap != 0 && a.size > 2 {
			e = calendarExpr(h, h+1, ruleMonth, month)
			e.m = int(a.num)
			return e
		}
	case cThis, cLast, cThat, cSame, cCurrent:
		return p.reference(h, h)
	case cToday:
		return p.onlyIf(p.today(h), !p.word(h, "tonight"))
	case cUnit:
		if a.num == int32(second) && a.flags&fPlural == 0 {
			return p.date(h) // the end of the second quarter
		}
		if g, end := p.unit(h); p.mark(h-1) == '-' && p.word(i, "mid") && a.flags&fPlural == 0 && (g == week || g == month || g == year) {
			return expr{kind: kUnit, typ: dateline.TimexDate, unit: g, to: end} // by mid-year
		} else if the && a.flags&fPlural == 0 && g >= day && !(g == day && p.word(i, "end") && p.mark(end) == ',') { // At the end of the day, all failed
			return expr{kind: kUnit, typ: dateline.TimexDate, unit: g, to: end, latest: true}
		}
		return expr{}
	case cPart:
		hyphen := p.mark(h-1) == '-' && (p.openClass(h+1) || p.any(h+1, cOf, cToday, cWeekday)) // not a late-night show
		if adjective && a.flags&fPlural == 0 && (hyphen || a.num <= 3 && (the || p.any(i-1, cThe, cBy))) {
			if d := p.partOf24(h); d.ok() {
				return d
			}
			return p.dayOfTime(expr{kind: kCalendar, typ: dateline.TimexTime, part: part(a.num), to: h + 1, rule: rulePart})
		}
		return expr{}
	}
	if the || p.at(i-1).class == cThe {
		return p.decadeWord(h)
	}
	return expr{}
}

// earlier reads "earlier this month", "earlier in the week", "later that year", "earlier today"; "earlier Thursday", "later that day"
// are Thursday and that day.
func (p *parser) earlier(i int, dir int32) expr {
	m := modStart
	if dir > 0 {
		m = modEnd
	}
	k := i + 1
	if p.at(k).class == cIn {
		if !p.any(k+1, cThe, cMonth, cSeason) && !(p.at(k+1).class == cNum && p.at(k+1).size == 4) {
			return p.vague(i)
		}
		k++
	} else {
		switch p.at(k).class {
		case cThis, cThat, cLast, cToday, cSame:
		default:
			return p.vague(i)
		}
	}
	if e := p.edge(i, k, m, false); e.ok() && !(e.kind == kUnit && e.unit == day && e.rule == ruleEdge && p.any(k, cThat, cSame)) {
		return e
	}
	return p.vague(i)
}

// approximate reads what begins with "about", "nearly", "more than", "at least", "over": a length, distance, year or time of day.
func (p *parser) approximate(i int) expr {
	m, k := p.approx(i)
	if k == i {
		return expr{}
	}
	if p.at(k).class == cThe && p.at(k+1).class == cLast || p.at(k).class == cLast {
		return expr{}
	}
	if e := p.length(i, i); e.ok() && e.kind != kSet {
		return p.onlyIf(e, m != noMod)
	}
	switch p.at(k).class {
	case cMonth:
		if e := p.date(k); e.ok() && m == modApprox && e.typ == dateline.TimexDate && (p.word(i, "about") || p.word(i, "around")) {
			e.from, e.mod = i, m
			return e
		}
	case cNum, cPart:
		e := p.clockTime(k)
		if p.at(k).class == cPart {
			e = p.partOfDay(k)
		}
		if e.ok() && e.clock.set && m != noMod {
			e.from, e.mod = i, m
			return e
		}
		if a := p.at(k); p.is(i, fAbbr) && a.flags&fGroup == 0 && (a.size == 3 || a.size == 4) && !p.glues(k+1) {
			if _, end := p.era(k + 1); end == 0 {
				e := calendarExpr(i, k+1, ruleYear, year)
				e.year, e.y, e.mod = yearGiven, int(a.num), m
				return e
			}
		}
		if e := p.bareYear(k); e.ok() && m == modApprox && p.oneOf(i, "circa", "about", "ca", "c") {
			e.from, e.mod, e.kind, e.typ = i, m, kCalendar, dateline.TimexDate
			return e
		}
	}
	return expr{}
}

// vague reads references to the past, present and future that have no place on the calendar.
func (p *parser) vague(i int) expr {
	e := expr{from: i, to: i + 1, kind: kRef, rule: ruleRef, typ: dateline.TimexDate}
	a := p.at(i)
	switch a.class {
	case cNow:
		if a.flags&fAbbr != 0 || p.mark(i+1) == '-' || p.mark(i-1) == '-' || p.word(i, "now") && !p.presentTime(i) {
			return expr{}
		}
		e.ref = uint8(a.num)
		return p.onlyIf(e, !p.word(i, "recently") || !p.oneOf(i-1, "most", "as", "has", "have")) // most recently last October
	}
	return expr{}
}

// presentTime tells "they now own" and "for now" from "Now, he says", "from now on", "the now cancelled" and ages: "James Fields, now 22".
// Between an auxiliary and its verb the word marks a change more than a time: "will now face", "has now been lifted".
func (p *parser) presentTime(i int) bool {
	if p.oneOf(i-1, "will", "would", "can", "could", "may", "might", "must", "should", "has", "have") && p.at(i+1).class != cMark {
		return false
	}
	first := p.is(i, fSent) || p.mark(i-1) == '"' || p.mark(i-1) == '`'
	return !(first && p.mark(i+1) == ',') && !p.any(i-1, cThe, cA, cFrom) && !(p.mark(i-1) == ',' && p.at(i+1).class == cNum)
}

// age reads an age of the world, which is past and has no years here: "Stone Age", "Middle Ages", "Jurassic", "Neolithic period"; not
// the names that begin with one: "Jurassic Park".
func (p *parser) age(i int) expr {
	e := expr{from: i, to: i + 1, kind: kRef, ref: pastRef, rule: ruleAge, typ: dateline.TimexDate}
	k := i + 1
	switch named := p.at(i).class != cAge || p.is(i, fAbbr); {
	case !p.is(i, fCap):
		return expr{}
	case p.oneOf(k, "age", "ages") && p.is(k, fCap):
		e.to++
	case named:
		return expr{}
	case p.oneOf(k, "period", "era", "epoch"):
		e.to++
	}
	if a := p.at(e.to); a.class == cWord && a.flags&(fCap|fSent) == fCap {
		return expr{}
	}
	return e
}
