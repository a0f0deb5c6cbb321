package dates

import "github.com/dateline-nlp/dateline"

// A resolver gives expressions their values, in the order of the text, since some point back.
type resolver struct {
	p         *parser
	pub       point // the day of publication; noGrain if unknown
	narrative bool  // relative to the last date mentioned, not to pub
	mixed     bool  // so within a paragraph that gives a year
	last      point // the last date mentioned
	lastPar   int   // the paragraph it stands in
	lastTo    int   // the atom after it
	lastDay   point // the last day mentioned

	// Where the text has been read to, the number of that paragraph, whether it is inside quotation marks, and the last day
	// mentioned outside of them, of those that were over.
	pos, par int
	quoted   bool
	spoken   point
	speech   point // the day on which the quotation was spoken that the weekday being resolved stands in

	story    point // month or year in which a story has arrived
	storyPar int   // paragraph in which its year was last given
	heading  point // the year of the last heading that has one
	reported point // the latest quarter mentioned: what "a year earlier" is compared with
}

// resolve returns the value of e, the k-th of es.
func (r *resolver) resolve(es []expr, k int) dateline.Timex {
	e := &es[k]
	r.read(e.from)
	t := dateline.Timex{Type: e.typ, Mod: modNames[e.mod]}
	switch e.kind {
	case kRef:
		t.Value = refNames[e.ref]
	case kDuration:
		if r.ahead(e) {
			e.kind, e.typ, e.rule, e.dir = kOffset, dateline.TimexDate, ruleAgo, 1
			t.Type = e.typ
			r.offset(es, k, &t)
			return t
		}
		t.Value, t.Mod = duration(e.qty, e.unit), modNames[e.qty.mod]
		t.Interval = r.span(e)
	case kSet:
		t.Value = setValue(e)
	case kUnit:
		r.finish(e, &t, r.unit(es, k))
	case kOffset:
		r.offset(es, k, &t)
	case kCalendar:
		r.calendar(es, k, &t)
	}
	return t
}

// finish writes the value of p, with the time of day of e, and remembers p as the last date.
func (r *resolver) finish(e *expr, t *dateline.Timex, p point) {
	if p.g == noGrain {
		t.Value = openValue(e)
		return
	}
	if !p.valid() {
		return
	}
	t.Value, t.Interval = p.value(), p.interval()
	if e.typ == dateline.TimexTime {
		t.Value += timeOfDay(e)
	}
	if e.typ == dateline.TimexDate || e.typ == dateline.TimexTime {
		r.last, r.lastPar, r.lastTo = p, r.par, e.to
		r.move(e, p)
		switch p.g {
		case day:
			r.lastDay = p
			if !r.quoted && (r.pub.g == noGrain || p.start() <= r.pub.start()) {
				r.spoken = p
			}
		case quarter:
			if r.reported.g == noGrain || p.start() > r.reported.start() && (r.pub.g == noGrain || p.end(p.start()) <= r.pub.start()) {
				r.reported = p
			}
		}
	}
}

func timeOfDay(e *expr) string {
	if !e.clock.set {
		return partCodes[e.part]
	}
	s := "T" + two(int(e.clock.h)) + ":" + two(max(int(e.clock.m), 0))
	if e.clock.s >= 0 {
		s += ":" + two(int(e.clock.s))
	}
	if e.clock.utc {
		s += "Z"
	}
	return s
}

// openValue writes what is known where the context gives no year.
func openValue(e *expr) string {
	v := "XXXX"
	switch {
	case e.kind == kUnit && e.unit == week:
		v += "-WXX"
	case e.kind == kUnit && e.unit == weekend:
		v += "-WXX-WE"
	case e.kind == kUnit && e.unit == month:
		v += "-XX"
	case e.kind == kUnit && e.unit == day, e.m == 0 && (e.wd == 0 || e.d > 0) && e.grain <= day:
		v += "-XX-XX"
		if e.d > 0 {
			v = "XXXX-XX-" + two(e.d)
		}
	case e.kind == kUnit && e.unit == quarter:
		v += "-QX"
	case e.wd > 0 && e.d == 0:
		v += "-WXX-" + string(rune('0'+e.wd))
	case e.grain == season:
		v += "-" + seasonCodes[e.n]
	case e.grain == quarter:
		v += "-Q" + string(rune('0'+e.n))
	case e.grain == half:
		v += "-H" + string(rune('0'+e.n))
	case e.m > 0 && e.grain == day && e.nthDay == 0:
		v += "-" + two(e.m) + "-" + two(e.d)
	case e.m > 0:
		v += "-" + two(e.m)
	}
	if e.typ == dateline.TimexTime {
		v += timeOfDay(e)
	}
	return v
}

// base returns the point that e counts from. In news, a date long ago in another paragraph is not what "the next day" counts from.
func (r *resolver) base(e *expr) point {
	switch {
	case r.last.g == noGrain:
	case r.narrative:
		return r.last
	case e.dir > 0 && e.unit >= year && r.last.start() < r.pub.start()-366 && r.p.tense(e) == tenseFuture: // born in 1922, to be beatified in the next year
	case e.anchor == fromLast && (r.lastPar == r.par || e.unit >= year || e.unit >= month && r.last.start() > r.pub.start()-366 || r.pub.g == noGrain ||
		r.last.start() > r.pub.start()-nearby && r.last.start() <= r.pub.start()):
		return r.last
	}
	return r.pub
}

// nearby is how many days before publication a date still belongs to the news.
const nearby = 30

// unit resolves "last week", "the following day", "that year", "tomorrow".
func (r *resolver) unit(es []expr, k int) point {
	e := &es[k]
	b := r.base(e)
	if r.narrative && e.rule == ruleToday {
		b = r.pub
	}
	if e.rule == ruleToday || e.rule == rulePart || e.rule == ruleUnit && e.anchor == fromPublication && !r.narrative {
		if d := r.said(es, k); d.g == day {
			b = d
		}
	}
	if b.g == noGrain {
		return b
	}
	if e.unit <= week && b.g > e.unit && b.g != week {
		if r.lastDay.g == noGrain || !within(r.lastDay, b) {
			switch {
			case r.narrative && (e.dir == 0 && e.anchor == fromLast || r.lastDay.g == noGrain):
				return point{}
			case r.narrative:
				b = r.lastDay
			default:
				b = r.pub
			}
		} else {
			b = r.lastDay
		}
	}
	if b.g == noGrain {
		return b
	}
	if e.unit == weekend && e.dir == 0 && b.g == day && r.p.tense(e) != tenseFuture && weekdayOf(b.start()) < 5 {
		return b.at(weekend).shift(-1, weekend)
	}
	if e.unit == quarter && e.latest && b.g != quarter {
		return b.at(quarter).shift(-1, quarter)
	}
	if e.unit == week && e.dir == 0 && e.anchor == fromPublication && b == r.pub && weekdayOf(b.start()) == 7 && r.p.tense(e) == tenseFuture {
		return b.at(week).shift(1, week) // on a Sunday, what will be this week
	}
	if e.back != 0 && b.g == day {
		b = b.dayBefore(e.back, e.backUnit)
	}
	if e.unit == year && e.latest && e.dir > 0 && b.month().m < 3 {
		return b.at(year) // the new year has begun
	}
	if r.overtakes(e, b) {
		if b = r.recentDay(); b.g == noGrain {
			return b
		}
	}
	return b.at(e.unit).shift(int(e.dir), e.unit)
}

// recentDay returns the last day mentioned, if it still belongs to the news.
func (r *resolver) recentDay() point {
	if r.lastDay.g == noGrain || r.lastDay.start() < r.pub.start()-nearby {
		return point{}
	}
	return r.lastDay
}

// overtakes reports whether e, counted on from what is told, would lie after the day of publication b although it is past: "The next day
// police found the car."
func (r *resolver) overtakes(e *expr, b point) bool {
	return e.anchor == fromLast && e.dir > 0 && !r.narrative && b == r.pub && r.p.tense(e) == tensePast
}

func within(p, q point) bool {
	i := q.interval()
	d := p.start()
	return i.From <= d && d < i.To
}
