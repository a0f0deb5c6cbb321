package dates

import "github.com/dateline-nlp/dateline"

// clockDigits reads a time of day in digits: "5 p.m.", "5:30PM", "17:30", "17:30:05 UTC", "1430 GMT", "5 o'clock", "5.30pm".
func (p *parser) clockDigits(i int) (c clock, end int) {
	a := p.at(i)
	if a.class != cNum || a.num < 0 || a.size > 4 {
		return c, 0
	}
	if z := p.zone(i + 1); a.size == 4 && a.num <= 2400 && a.num%100 < 60 && z > 0 && a.flags&fGroup == 0 {
		return clock{set: true, h: int8(a.num / 100), m: int8(a.num % 100), s: -1, utc: p.isUTC(i + 1)}, z
	}
	if a.num > 24 || a.size > 2 {
		return c, 0
	}
	c, end = p.minutes(i)
	if end == 0 {
		return c, 0
	}
	add, k := p.meridiem(end)
	switch {
	case k > 0 && c.h <= 12 && c.h > 0:
		c.h, end = c.h%12+int8(add), k
	case p.word(end, "o") && p.mark(end+1) == '\'' && p.word(end+2, "clock"):
		end += 3
	case c.h == 12 && c.m < 0 && p.word(end, "noon"):
		end++
	case c.h == 12 && c.m < 0 && p.word(end, "midnight"):
		c.h, end = 24, end+1
	case p.word(end, "hrs") || p.word(end, "hours") && c.m >= 0:
		end++
	case p.at(i-1).class == cWord && p.is(i-1, fCap) && p.is(i, fSpace) && p.zone(end) == 0:
		return c, 0 // John 3:16
	case c.m < 0 || p.mark(end) == ':' && p.glued(end) || p.mark(i-1) == ':' && p.glued(i), p.mark(end) == '.' && p.glued(end+1) && p.at(end+1).class == cNum:
		return c, 0 // a number, a score, a longer chain
	}
	if z := p.zone(end); z > 0 {
		c.utc, end = p.isUTC(end), z
	} else if z := p.placeTime(end); z > 0 && (k > 0 || c.m >= 0) {
		end = z
	}
	c.set = true
	return c, end
}

// minutes reads the hour at i and the minutes and seconds that may follow: "17", "17:30", "17:30:05", "5.30" before "pm".
func (p *parser) minutes(i int) (c clock, end int) {
	c = clock{h: int8(p.at(i).num), m: -1, s: -1}
	sixty := func(i int) bool {
		a := p.at(i + 1)
		return p.mark(i) == ':' && p.glued(i) && p.glued(i+1) && a.class == cNum && a.size == 2 && a.num < 60 && a.flags&fGroup == 0
	}
	end = i + 1
	switch {
	case sixty(end):
		c.m, end = int8(p.at(end+1).num), end+2
		if sixty(end) {
			c.s, end = int8(p.at(end+1).num), end+2
		}
	case p.is(i, fGroup):
		if c.m = p.dotMinutes(i); c.m < 0 || p.at(end).class != cMeridiem && !p.spelledMeridiem(end) && p.zone(end) == 0 {
			return c, 0
		}
	}
	return c, end
}

// dotMinutes returns the minutes of "5.30", -1 if it is another decimal.
func (p *parser) dotMinutes(i int) int8 {
	s := p.str(i)
	if n := len(s); n >= 4 && s[n-3] == '.' && s[n-2] < '6' {
		return int8(s[n-2]-'0')*10 + int8(s[n-1]-'0')
	}
	return -1
}

// meridiem reads "am", "p.m.", "PM"; add is 12 after noon.
func (p *parser) meridiem(i int) (add, end int) {
	if a := p.at(i); a.class == cMeridiem {
		if p.word(i, "am") && a.flags&fCap != 0 && a.flags&fUpper == 0 {
			return 0, 0
		}
		return int(a.num), i + 1
	}
	if p.spelledMeridiem(i) {
		add := 0
		if p.word(i, "p") {
			add = 12
		}
		return add, p.dot(i + 3)
	}
	return 0, 0
}

func (p *parser) spelledMeridiem(i int) bool {
	return (p.word(i, "a") || p.word(i, "p")) && p.mark(i+1) == '.' && p.glued(i+1) && p.word(i+2, "m") && p.glued(i+2)
}

// placeTime reads whose time it is: "Eastern", "Beijing time", "Eastern Standard Time".
func (p *parser) placeTime(i int) int {
	if p.at(i).class != cWord || !p.is(i, fCap) || p.is(i, fSent) {
		return 0
	}
	k := i + 1
	if p.at(k).class == cWord && p.is(k, fCap) && !p.word(k, "time") {
		k++
	}
	switch {
	case p.word(k, "time"):
		return k + 1
	case k == i+1 && p.oneOf(i, "eastern", "pacific"):
		return k
	}
	return 0
}

// zone reads a time zone, as in "EST" or "(UTC)".
func (p *parser) zone(i int) int {
	if a := p.at(i); a.class == cZone && a.flags&fUpper != 0 {
		return i + 1
	}
	if p.oneOf(i, "local", "eastern", "pacific", "mountain", "central") && p.word(i+1, "time") {
		return i + 2
	}
	return 0
}

func (p *parser) isUTC(i int) bool { return p.word(i, "utc") || p.word(i, "gmt") }

// timeAfter reads a time of day after a day: "Monday night", "May 8 1:00AM", "Monday at 5 p.m.".
func (p *parser) timeAfter(e expr) expr {
	k := e.to
	if a := p.at(k); a.class == cPart && p.part(k) {
		e.part, e.typ, e.to = part(a.num), dateline.TimexTime, k+1
		if a.flags&fPlural != 0 {
			e.typ, e.rule = dateline.TimexSet, ruleSet
		}
		return e
	}
	if c, end := p.clockDigits(p.comma(k)); end > 0 {
		e.clock, e.typ, e.to = c, dateline.TimexTime, end
	}
	return e
}

// part reports whether the part of the day at i belongs to the day before it.
func (p *parser) part(i int) bool { return p.at(i).flags&fAbbr == 0 }

// clockTime reads a time of day with the day that may follow: "5 p.m. EST Nov. 9", "10 p.m. Wednesday", "6 a.m.", "4 in the morning".
func (p *parser) clockTime(i int) expr {
	c, end := p.clockDigits(i)
	if a := p.at(i); end == 0 && a.num >= 1 && a.num <= 12 && a.size <= 2 && p.word(i+1, "tonight") {
		c, end = clock{set: true, h: int8(a.num%12) + 12, m: -1, s: -1}, i+1
	}
	if end == 0 {
		if a := p.at(i); a.class == cNum && a.num <= 12 && a.size <= 2 && p.at(i+1).class == cIn && p.at(i+2).class == cThe && p.at(i+3).class == cPart {
			h := int8(a.num)
			if p.at(i+3).num != 1 {
				h = h%12 + 12
			}
			return expr{from: i, to: i + 4, kind: kCalendar, typ: dateline.TimexTime, rule: ruleClock, clock: clock{set: true, h: h, m: -1, s: -1}}
		}
		return expr{}
	}
	e := expr{from: i, to: end, kind: kCalendar, typ: dateline.TimexTime, rule: ruleClock, clock: c}
	return p.dayOfTime(e)
}

// dayOfTime reads the day after a time of day: "Wednesday", ", Nov. 6", "yesterday", "on Monday".
func (p *parser) dayOfTime(e expr) expr {
	k := p.comma(e.to)
	d := p.date(k)
	if !d.ok() && k == e.to && p.at(k).class == cToday {
		d = expr{kind: kUnit, unit: day, dir: int8(p.at(k).num), grain: day, to: k + 1}
		if p.at(d.to).class == cPart && e.clock.set {
			d.to++ // 7:30 tomorrow morning
		}
	}
	if !d.ok() || d.grain != day || d.typ != dateline.TimexDate && d.kind != kUnit || d.part != 0 {
		return e
	}
	if p.mark(e.to) == ',' && (d.wd != 0 && d.m == 0 || d.year == yearGiven && p.at(e.to-1).class == cNum) {
		return e
	}
	d.clock, d.part, d.typ, d.rule, d.from = e.clock, e.part, dateline.TimexTime, e.rule, e.from
	return d
}

// partOf24 reads the day of which the part at i is: "night of April 18, 1775", "morning hours of 30 April".
func (p *parser) partOf24(i int) expr {
	k := i + 1
	if p.word(k, "hours") {
		k++
	}
	if p.at(k).class != cOf {
		return expr{}
	}
	d := p.date(k + 1)
	if !d.ok() || d.grain != day || d.typ != dateline.TimexDate {
		return expr{}
	}
	d.part, d.typ, d.rule, d.from = part(p.at(i).num), dateline.TimexTime, rulePart, i
	return d
}

// partOfDay reads "noon Thursday", "midnight", "the night of April 18, 1775", "morning"; most parts say nothing alone.
func (p *parser) partOfDay(i int) expr {
	a := p.at(i)
	if a.flags&fAbbr != 0 {
		return expr{}
	}
	e := expr{from: i, to: i + 1, kind: kCalendar, typ: dateline.TimexTime, rule: rulePart, part: part(a.num)}
	if z := p.zone(i + 1); z > 0 && p.oneOf(i, "noon", "midday", "midnight") {
		e.clock = clock{set: true, h: 12 * int8(a.num-4), s: -1, utc: p.isUTC(i + 1)}
		if f := p.dayOfTime(expr{from: i, to: z, kind: kCalendar, typ: dateline.TimexTime, rule: rulePart, clock: e.clock}); f.ok() {
			return f
		}
	}
	if a.num == 5 || a.num == 6 || a.num == 7 || p.word(i, "overnight") {
		if f := p.dayOfTime(e); f.to > e.to {
			return f
		}
	}
	if d := p.partOf24(i); d.ok() {
		return d
	}
	before := p.at(i - 1)
	if before.class == cThe && a.num <= 3 && a.flags&fPlural == 0 && p.any(i-2, cIn, cDuring) && p.openClass(i+1) {
		return e
	}
	switch {
	case p.word(i, "overnight"), p.word(i, "midnight"), p.word(i, "midday"):
		return e
	case p.word(i, "noon"), p.word(i, "dawn"), p.word(i, "dusk"), p.word(i, "lunchtime"), p.word(i, "sunset"), p.word(i, "sunrise"), p.word(i, "daybreak"), p.word(i, "nightfall"):
		return p.onlyIf(e, before.class == cAt || before.class == cUntil || before.class == cBy || before.class == cBefore || before.class == cAfter ||
			before.class == cApprox || before.class == cSince || before.class == cFrom)
	}
	return expr{}
}
