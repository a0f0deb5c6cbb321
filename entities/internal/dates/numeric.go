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
	if e := p.shortQuarter(i); e.ok() {
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

// shortQuarter reads "3Q", "1Q24", "4Q 2019", "2H23".
func (p *parser) shortQuarter(i int) expr {
	a, q := p.at(i), p.at(i+1)
	if a.size != 1 || a.num < 1 || a.num > 4 || q.class != cQ || !p.glued(i+1) || q.flags&fCap == 0 && !p.query || q.size != 1 {
		return expr{}
	}
	e := expr{grain: quarter, n: int(a.num), rule: ruleQuarter, to: i + 2}
	if grain(q.num) == half {
		e.grain, e.rule = half, ruleHalf
	}
	if y := p.at(i + 2); y.class == cNum && y.size == 2 && p.glued(i+2) && !p.glues(i+3) {
		e.year, e.y, e.to = yearGiven, pivot(int(y.num)), i+3
	} else {
		e = p.ofYear(e, i+2)
	}
	return p.onlyIf(e, e.grain == quarter || e.year == yearGiven && e.n <= 2)
}

// numeric reads 2017-02-20, 2017/02/20, 20170220, 2017-02-20T10:00, 20/02/2017, 2/20/17, 20.02.2017, 2017-Q3, 2017-W08.
func (p *parser) numeric(i int) expr {
	a := p.at(i)
	if a.size == 8 {
		return p.isoBasic(i)
	}
	if e := p.yearFirst(i); e.ok() {
		return e
	}
	sep := p.mark(i + 1)
	if sep != '-' && sep != '/' && sep != '.' || !p.glued(i+1) || !p.glued(i+2) || a.flags&fGroup != 0 || p.before(i, sep) {
		return expr{}
	}
	b, c := p.at(i+2), p.at(i+4)
	if b.class != cNum || b.flags&fGroup != 0 || b.size > 2 {
		return expr{}
	}
	if p.mark(i+3) != sep || !p.glued(i+3) {
		if sep == '/' && b.num == 11 && (a.num == 9 || a.num == 26) && !p.glues(i+3) && !(p.is(i-1, fCap) && p.at(i-1).class == cWord) && !p.query {
			e := expr{rule: ruleNumeric, grain: day, year: yearGiven, y: 2001, m: 9, d: 11, to: i + 3} // 9/11
			if a.num == 26 {
				e.y, e.m, e.d = 2008, 11, 26 // as Mumbai calls it
			}
			return e
		}
		return p.isoMonth(i, sep)
	}
	if c.class != cNum || !p.glued(i+4) || p.at(i+6).class == cNum && p.before(i+6, sep) {
		return expr{}
	}
	e := p.threeNumbers(i, sep)
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

// yearFirst reads 2019-Q3, "2019 H1" and 2019-W23.
func (p *parser) yearFirst(i int) expr {
	a := p.at(i)
	if a.size != 4 || a.num < 1000 || a.flags&fGroup != 0 {
		return expr{}
	}
	k := p.hyphen(i + 1)
	c, n := p.at(k), p.at(k+1)
	if n.class != cNum || !p.glued(k+1) || p.glues(k+2) || n.flags&fGroup != 0 || c.flags&fCap == 0 && !p.query {
		return expr{}
	}
	e := expr{rule: ruleISO, year: yearGiven, y: int(a.num), n: int(n.num), to: k + 2}
	switch limit := n.num; {
	case c.class == cQ && grain(c.num) == quarter && n.size == 1 && limit >= 1 && limit <= 4:
		e.rule, e.grain = ruleQuarter, quarter
	case c.class == cQ && grain(c.num) == half && n.size == 1 && limit >= 1 && limit <= 2:
		e.rule, e.grain = ruleHalf, half
	case p.word(k, "w") && k > i+1 && n.size == 2 && limit >= 1 && limit <= 53:
		e.grain = week
	default:
		return expr{}
	}
	return e
}

// threeNumbers reads the year, month and day of a numeric date with the separator sep.
func (p *parser) threeNumbers(i int, sep rune) expr {
	a, b, c := p.at(i), p.at(i+2), p.at(i+4)
	e := expr{rule: ruleNumeric, grain: day, year: yearGiven, to: i + 5}
	switch {
	case a.size == 4 && c.size <= 2:
		e.rule, e.y, e.m, e.d = ruleISO, int(a.num), int(b.num), int(c.num)
	case a.size <= 2 && (c.size == 4 || c.size == 2 && sep != '.'):
		e.m, e.d, e.y = int(a.num), int(b.num), int(c.num)
		e.dayFirst = a.num > 12 || sep == '.'
		e.twoWays = !e.dayFirst && b.num <= 12
		if e.dayFirst {
			e.m, e.d = e.d, e.m
		}
		if c.size == 2 {
			e.y = pivot(e.y)
		}
	}
	return e
}

// isoBasic reads 20170220.
func (p *parser) isoBasic(i int) expr {
	n := int(p.at(i).num)
	e := expr{rule: ruleISO, grain: day, year: yearGiven, y: n / 10000, m: n / 100 % 100, d: n % 100, to: i + 1}
	ok := e.y >= 1900 && e.y < 2100 && point{g: day, y: e.y, m: e.m, d: e.d}.valid()
	return p.onlyIf(e, ok && !p.is(i, fGroup) && !p.glues(i+1) && p.mark(i-1) != '/')
}

// isoMonth reads 2019-07. Where 2011-12 may be a span of years it is left to bareYear.
func (p *parser) isoMonth(i int, sep rune) expr {
	a, b := p.at(i), p.at(i+2)
	if a.size != 4 || b.size != 2 || b.num < 1 || b.num > 12 || sep != '-' || a.num < 1000 || b.num > a.num%100 && !p.query {
		return expr{}
	}
	return expr{rule: ruleISO, grain: month, year: yearGiven, y: int(a.num), m: int(b.num), to: i + 3}
}

// before reports whether the number at i continues a longer chain of numbers with the same separator.
func (p *parser) before(i int, sep rune) bool {
	return p.mark(i-1) == sep && p.glued(i) && p.glued(i-1) && p.at(i-2).class == cNum
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
	case ruleMonthDay, ruleMonthDayYear, ruleWeekdayDate, ruleRange:
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
	case a.class == cMark && a.num == ',' && p.at(k+1).class == cNum && p.at(k+2).class == cAnd && p.at(k+3).class == cNum && p.at(k+3).size <= 2:
		k++
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
