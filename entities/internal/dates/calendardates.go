package dates

import "github.com/dateline-nlp/dateline"

// calendar resolves an expression that names slots of the calendar, filling those it leaves open.
func (r *resolver) calendar(es []expr, k int, t *dateline.Timex) {
	e := &es[k]
	switch {
	case e.typ == dateline.TimexSet:
		t.Value = setOf(e)
		return
	case e.y2 != 0:
		a, b := point{g: year, y: e.y}, point{g: year, y: e.y2}
		t.Value = a.value() + "/" + b.value()
		t.Interval = dateline.Interval{From: a.interval().From, To: b.interval().To}
		r.last = a
		return
	}
	if e.wd > 0 && e.d == 0 && !r.narrative {
		r.speech = r.saidBehind(es, k)
	}
	p := r.slots(e)
	r.speech = point{}
	switch {
	case e.grain == noGrain && k+1 < len(es) && es[k+1].from == e.to+1 && r.p.at(e.to).class == cOn && es[k+1].kind == kCalendar && es[k+1].grain == day:
		p = r.slots(&es[k+1]) // "9 a.m. on Sunday"
	case e.eve && p.g == day:
		p = p.shift(-1, day)
	case e.wd > 0 && e.n > 0 && p.g == day:
		p = p.shift(e.n, day)
	case e.back != 0 && p.g == day:
		p = p.dayBefore(e.back, e.backUnit)
	case e.holiday > 0 && e.grain == day:
		if i := lexicon().holidays[e.holiday-1].days(p.y); i.To > i.From+1 {
			t.Value, t.Interval = i.From.String()+"/"+(i.To-1).String(), i
			return
		}
	case e.rule == ruleWeekOf && p.g == day:
		p = p.at(e.unit)
	case k > 0 && e.year == yearOpen && !r.narrative:
		p = r.until(&es[k-1], e, p)
	}
	r.finish(e, t, p)
	if e.rule == ruleFiscal && p.g == year && r.p.at(e.from).class == cQ {
		t.Value = "FY" + t.Value
	}
}

// until moves the end of a range, p, behind its beginning: the October of "April to October", the Friday of "Monday through Friday".
func (r *resolver) until(before, e *expr, p point) point {
	if before.kind != kCalendar || e.from-before.to != 1 || !r.p.any(before.to, cTo, cUntil) && r.p.mark(before.to) != '-' {
		return p
	}
	if !p.valid() || r.last.g != p.g || p.start() >= r.last.start() {
		return p
	}
	if e.wd > 0 && e.d == 0 {
		return dayPoint(p.start() + 7)
	}
	return r.inYear(e, p.y+1)
}

func (r *resolver) slots(e *expr) point {
	switch {
	case e.year == yearRelative:
		b := r.base(e)
		if b.g == noGrain {
			return b
		}
		return r.inYear(e, b.y+e.y)
	case e.year == yearTold:
		b := r.last
		if b.g == noGrain {
			b = r.pub
		}
		if b.g == noGrain {
			return b
		}
		return r.inYear(e, b.y+e.y)
	case e.year == yearGiven:
		return r.inYear(e, e.y)
	case e.wd > 0 && e.d == 0:
		return r.weekday(e)
	case e.grain == noGrain:
		return r.dayOfTime(e)
	case e.m == 0 && e.d > 0:
		return r.dayOfMonth(e)
	case e.m == 9 && e.d == 11 && r.pub.y > 2001 && r.p.attacks(e.to):
		return r.inYear(e, 2001)
	}
	return r.openYear(e)
}

// inYear fills in the year.
func (r *resolver) inYear(e *expr, y int) point {
	if e.holiday > 0 {
		i := lexicon().holidays[e.holiday-1].days(y)
		if i.IsZero() {
			return point{}
		}
		p := dayPoint(i.From)
		if e.grain == weekend {
			return weekendOf(p)
		}
		return p
	}
	p := point{g: e.grain, y: y, m: e.m, d: e.d, n: e.n}
	switch e.grain {
	case day:
		if e.nthDay > 0 {
			return nthInMonth(p, e.nthDay)
		}
	case year:
		if e.latest && r.reported.g == quarter {
			return point{g: quarter, y: y, n: r.reported.n}
		}
	case week, weekend:
		if e.d > 0 {
			return weekendOf(point{g: day, y: y, m: e.m, d: e.d})
		}
		if e.m == 0 { // 2019-W23: the first week has the 4th of January
			w := point{g: day, y: y, m: 1, d: 4}.at(week).shift(e.n-1, week)
			if _, n := isoWeek(w.start()); n != e.n {
				return point{g: day, y: y} // no such week
			}
			return w
		}
		return weekOfMonth(p)
	}
	return p
}

// weekendOf returns the long weekend of a holiday; that of a Monday ends with it.
func weekendOf(p point) point {
	if !p.valid() {
		return p
	}
	if weekdayOf(p.start()) <= 2 {
		return p.at(weekend).shift(-1, weekend)
	}
	return p.at(weekend)
}

// nthInMonth returns the n-th such weekday of a month, the last for n below 0.
func nthInMonth(p point, wd int) point {
	m := point{g: month, y: p.y, m: p.m}.interval()
	d := m.From + dateline.Day(floorMod(wd-weekdayOf(m.From), 7)+7*(p.n-1))
	if p.n < 0 {
		d = m.To - 1 - dateline.Day(floorMod(weekdayOf(m.To-1)-wd, 7))
	}
	if d >= m.To {
		return point{g: day, y: p.y, m: p.m} // no fifth one
	}
	return dayPoint(d)
}

// weekOfMonth returns the n-th week or weekend of a month, the last for n below 0. A week belongs to the month of its Thursday.
func weekOfMonth(p point) point {
	m := point{g: month, y: p.y, m: p.m}.interval()
	wd := 4
	if p.g == weekend {
		wd = 6
	}
	if p.n < 0 || p.n > 5 {
		return dayPoint(m.To - 1 - dateline.Day(floorMod(weekdayOf(m.To-1)-wd, 7))).at(p.g)
	}
	first := dayPoint(m.From + dateline.Day(floorMod(wd-weekdayOf(m.From), 7)))
	return first.at(p.g).shift(p.n-1, p.g)
}

// dayOfTime is the day of a time e that has none: the last day mentioned, else that of publication, which is also that of a live page's
// stamps: a time on a line of its own, "Updated at 16.31 GMT".
func (r *resolver) dayOfTime(e *expr) point {
	alone := r.p.at(e.from-1).class == cBreak && r.p.at(e.to).class == cBreak
	if r.pub.g == day && (alone || r.p.word(e.from-1, "at") && r.p.word(e.from-2, "updated") && r.p.at(e.from-3).class == cBreak) {
		return r.pub
	}
	if r.last.g == day {
		return r.last
	}
	if r.narrative && r.lastDay.g == day {
		return r.lastDay
	}
	return r.pub
}

func (r *resolver) dayOfMonth(e *expr) point {
	b := r.pub
	if r.last.g == day || r.last.g == month {
		b = r.last
	}
	if b.g == noGrain {
		return b
	}
	if e.wd > 0 { // Friday the 13th
		for _, n := range [...]int{0, -1, 1, -2, 2, -3, 3} {
			m := monthsOn(b.month(), n)
			if p := (point{g: day, y: m.y, m: m.m, d: e.d}); p.valid() && weekdayOf(p.start()) == e.wd {
				return p
			}
		}
	}
	return point{g: day, y: b.y, m: b.m, d: e.d}
}

// weekday resolves the name of a day: in news the last such day, that of publication included, or the next where the tense says so.
func (r *resolver) weekday(e *expr) point {
	b := r.pub
	if r.narrative && r.lastDay.g == day {
		b = r.lastDay
	}
	if r.speech.g == day {
		b = r.speech
	}
	if e.anchor == fromLast && r.lastDay.g == day {
		b = r.lastDay
	}
	if b.g == noGrain {
		return b
	}
	s := b.start()
	back := floorMod(weekdayOf(s)-e.wd, 7)
	switch {
	case e.unit == week:
		return dayPoint(b.at(week).shift(int(e.dir), week).start() + dateline.Day(e.wd-1))
	case e.dirSet && e.dir < 0:
		if back == 1 { // not what is called yesterday
			return dayPoint(s - 8)
		}
		return dayPoint(b.at(week).start() + dateline.Day(e.wd-8))
	case e.dirSet && e.dir > 0:
		if back == 6 && r.p.word(e.from, "next") { // not what is called tomorrow
			return dayPoint(s + 8)
		}
		return dayPoint(s + dateline.Day(7-back))
	case e.dirSet:
		return dayPoint(b.at(week).start() + dateline.Day(e.wd-1))
	case r.p.tense(e) == tenseFuture:
		if back == 0 {
			return dayPoint(s)
		}
		return dayPoint(s + dateline.Day(7-back))
	}
	return dayPoint(s - dateline.Day(back))
}

// openYear finds the year of a month, season, quarter or day that has none.
func (r *resolver) openYear(e *expr) point {
	if (r.narrative || e.anchor == fromLast) && r.last.g != noGrain {
		return r.storyYear(e)
	}
	if r.pub.g == noGrain {
		return r.pub
	}
	if !e.dirSet && r.last.g <= month && r.story == r.last.month() && r.storyPar == r.par && r.story.y < r.pub.y-lifetime {
		return r.storyYear(e) // in March 1348; by July
	}
	if r.mixed && !e.dirSet && r.p.tense(e) != tenseFuture {
		switch {
		case r.story.g != noGrain && r.storyPar == r.par:
			if r.story.y < r.pub.y-1 {
				return r.storyYear(e)
			}
		case r.heading.g == year:
			return r.inYear(e, r.heading.y)
		}
	}
	y := r.pub.y
	if e.wd > 0 && e.d > 0 {
		for _, c := range [...]int{y, y - 1, y + 1} {
			if p := r.inYear(e, c); p.valid() && weekdayOf(p.start()) == e.wd {
				return p
			}
		}
	}
	this := r.inYear(e, y)
	switch dir := e.dir; {
	case e.dirSet && dir < 0:
		if this.interval().To > r.pub.start() {
			return r.inYear(e, y-1)
		}
		return this
	case e.dirSet && dir > 0:
		if this.start() <= r.pub.start() {
			return r.inYear(e, y+1)
		}
		return this
	case e.dirSet:
		return this
	}
	return r.nearest(e, this)
}

// nearest chooses the year by tense, or as near to the day of publication as can be.
func (r *resolver) nearest(e *expr, this point) point {
	if !this.valid() {
		return this
	}
	pub, in := r.pub.start(), this.interval()
	tense := r.p.tense(e)
	if e.holiday > 0 {
		tense = tenseOpen
	}
	before, after := int(pub-in.To), int(in.From-pub)
	switch {
	case e.grain == season && tense == tenseOpen && before > 150:
		return r.inYear(e, this.y+1) // "Ask me in the spring", in November
	case after > 0 && r.p.over(e):
		return r.inYear(e, this.y-1)
	case after > 92 && e.grain == quarter && tense != tenseFuture, after > 0 && e.grain == half && tense != tenseFuture:
		return r.inYear(e, this.y-1)
	case after > 10 && (e.grain == month || e.grain == day) && r.p.pastIn(e):
		return r.inYear(e, this.y-1)
	case after > 0 && (tense == tensePast && (after > 120 || after > 60 && e.grain == month && r.p.at(e.from-1).class == cIn) || tense == tenseOpen && after > 213 || after > 300):
		return r.inYear(e, this.y-1)
	case before > 0 && (tense == tenseFuture && before > 60 || tense == tenseOpen && before > 213):
		return r.inYear(e, this.y+1)
	}
	return this
}

// lifetime is how many years ago a date has to be for what follows in its paragraph not to be of today.
const lifetime = 100

// turn is how many months back a month without a year has to lie to be taken for one of the next year.
const turn = 9

// storyYear takes the year that the story has reached; a story that was in December goes on to January of the next year.
func (r *resolver) storyYear(e *expr) point {
	s := r.story
	if s.g == noGrain {
		s = r.last
	}
	p := r.inYear(e, s.y)
	switch {
	case e.dirSet && e.dir > 0 && e.anchor == fromLast: // the following summer
		if r.last.g >= year || p.valid() && p.start() <= r.last.start() {
			return r.inYear(e, s.y+1)
		}
	case e.dirSet && e.dir < 0 && e.anchor == fromLast: // the previous April
		if r.last.g >= year || p.valid() && p.end(p.start()) > r.last.start() {
			return r.inYear(e, s.y-1)
		}
	case s.g == month && e.m > 0 && s.m-e.m >= turn:
		return r.inYear(e, s.y+1)
	}
	return p
}

// move takes a story on to p. A year alone does that where it opens a sentence, stands in a heading or is one of the next years:
// elsewhere it is an aside.
func (r *resolver) move(e *expr, p point) {
	was := r.story
	switch {
	case e.kind == kOffset && e.dir < 0, p.g >= year && r.story.g != noGrain && p.y > r.story.y && r.p.tense(e) == tenseFuture:
	case p.g <= month:
		r.story = p.month()
	case p.g == year && e.rule != ruleYear, p.g == season, p.g == quarter, p.g == half:
		r.story = point{g: year, y: p.y}
	case p.g == year && (r.story.g == noGrain || r.p.opens(e.from) || p.y > r.story.y && p.y <= r.story.y+stride):
		r.story = point{g: year, y: p.y}
	}
	if e.year == yearGiven && r.p.heads(e) {
		r.heading = point{g: year, y: p.y}
		r.story = r.heading
	}
	if e.year == yearGiven && r.story != was {
		r.storyPar = r.par
	}
}

// stride is how many years on the next year of a story can be.
const stride = 3

// headingAtoms is the length of a heading.
const headingAtoms = 12

// heads reports whether e stands in a heading: a short paragraph that does not end as a sentence does.
func (p *parser) heads(e *expr) bool {
	from, to := e.from, e.to
	for from > e.from-headingAtoms && p.at(from-1).class != cBreak {
		from--
	}
	for to < e.to+headingAtoms && p.at(to).class != cBreak {
		to++
	}
	return p.at(from-1).class == cBreak && p.at(to).class == cBreak && to-from <= headingAtoms && p.mark(to-1) != '.' && p.mark(to-1) != '"'
}

// opens reports whether atom i is among the first of its sentence.
func (p *parser) opens(i int) bool {
	for k := i; k > i-3; k-- {
		if p.is(k, fSent) || p.at(k).class == cBreak {
			return true
		}
	}
	return false
}
