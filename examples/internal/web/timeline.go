package web

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index"
)

// A timeline is a histogram of hits by date of publication. The axis is linear in time and has a slot for each day, week, month, year,
// ten or hundred years from the first hit to the last. A slot with hits is a link to them, and there the next smaller unit is shown.
// A range is chosen in the form below, which takes days, months and years; brush.js fills it in for whoever drags over the bars, or
// holds Shift and goes from bar to bar with the arrow keys.
type timeline struct {
	Unit          string
	Width, Height int
	Slots         []slot
	Most          int // hits of the fullest slot
	Ticks         []tick
	First, Last   string // of the axis, both included
	Left          int    // hits before the axis, where it would be too long
	Action        string // of the form
	Hidden        []pair
	From, To      string // what the form holds
	Whole         string // link to the query without its dates; "" if it has none
}

// A slot is a bar with the room around it. Without hits it has no Href and no height.
type slot struct {
	X, W     int // of the room, which is as high as the chart
	BX, BW   int // of the bar
	Y, H     int
	From, To string // first and last day
	Label    string
	N        int
	Href     string
}

// A tick is a mark of the axis. X is a part of the width in percent, since text must not be stretched with the bars.
type tick struct{ X, Text, Anchor string }

const (
	maxTicks    = 5
	chartWidth  = 960
	chartHeight = 80
	maxSlots    = 130 // the latest ones, beyond that
)

// A unit divides time. begin is the first day of the unit that holds a day, next that of the unit after it.
type unit struct {
	name        string
	slots       int // as many of them are better than fewer of the next larger unit
	begin, next func(dateline.Day) dateline.Day
	label       func(dateline.Day) string
}

func years(n int) (begin, next func(dateline.Day) dateline.Day) {
	first := func(d dateline.Day) int {
		y := d.Time().Year()
		return y - ((y%n)+n)%n
	}
	return func(d dateline.Day) dateline.Day { return dateline.DayOf(first(d), 1, 1) },
		func(d dateline.Day) dateline.Day { return dateline.DayOf(first(d)+n, 1, 1) }
}

func units() []unit {
	day := func(d dateline.Day) dateline.Day { return d }
	monday := func(d dateline.Day) dateline.Day { return d - dateline.Day((int(d.Time().Weekday())+6)%7) }
	month := func(shift int) func(dateline.Day) dateline.Day {
		return func(d dateline.Day) dateline.Day {
			y, m, _ := d.Time().Date()
			return dateline.DayOf(y, m+time.Month(shift), 1)
		}
	}
	cut := func(n int, after string) func(dateline.Day) string {
		return func(d dateline.Day) string { s := d.String(); return s[:len(s)-n] + after }
	}
	all := []unit{
		{"day", 92, day, func(d dateline.Day) dateline.Day { return d + 1 }, dateline.Day.String},
		{"week", 78, monday, func(d dateline.Day) dateline.Day { return monday(d) + 7 }, func(d dateline.Day) string { return "week of " + d.String() }},
		{"month", maxSlots, month(0), month(1), cut(3, "")},
	}
	for _, u := range []struct {
		name, after string
		n           int
	}{{"year", "", 1}, {"ten years", " and 9 years", 10}, {"hundred years", " and 99 years", 100}} {
		begin, next := years(u.n)
		all = append(all, unit{u.name, maxSlots, begin, next, cut(6, u.after)})
	}
	return all
}

// unitFor is the smallest unit that makes a span of days into few enough slots.
func unitFor(first, last dateline.Day) (u unit) {
	for _, u = range units() {
		n := 1
		for d := u.next(u.begin(first)); d <= last && n <= u.slots; d = u.next(d) {
			n++
		}
		if n <= u.slots {
			return u
		}
	}
	return u
}

// A dayCount is a day with its number of hits.
type dayCount struct {
	day dateline.Day
	n   int
}

func dayCounts(c index.Counted) (out []dayCount) {
	for _, v := range c.Values {
		if d, err := dateline.ParseDay(v.Value); err == nil { // years beyond 9999 have no place on the axis
			out = append(out, dayCount{d, v.N})
		}
	}
	slices.SortFunc(out, func(a, b dayCount) int { return cmp.Compare(a.day, b.day) })
	return out
}

// newTimeline is nil where nothing has a date.
func newTimeline(st state, query index.Query, c index.Counted) *timeline {
	days := dayCounts(c)
	if len(days) == 0 {
		return nil
	}
	first, last := days[0].day, days[len(days)-1].day
	u := unitFor(first, last)
	var starts []dateline.Day
	for d := u.begin(first); d <= last; d = u.next(d) {
		starts = append(starts, d)
	}
	starts = starts[max(0, len(starts)-maxSlots):]
	t := &timeline{Unit: u.name, Width: chartWidth, Height: chartHeight, Most: 1, Action: st.path, Hidden: append([]pair{{"q", st.q}}, st.hidden()...)}
	for i, d := range starts {
		t.Slots = append(t.Slots, slot{X: i * chartWidth / len(starts), W: (i+1)*chartWidth/len(starts) - i*chartWidth/len(starts),
			From: d.String(), To: (u.next(d) - 1).String(), Label: u.label(d)})
	}
	for _, c := range days {
		at, found := slices.BinarySearch(starts, c.day)
		if !found {
			at--
		}
		if at < 0 {
			t.Left += c.n
			continue
		}
		t.Slots[at].N += c.n
		t.Most = max(t.Most, t.Slots[at].N)
	}
	t.First, t.Last = t.Slots[0].From, t.Slots[len(t.Slots)-1].To
	for i := range t.Slots {
		t.Slots[i].bar(st, query, dateline.Interval{From: starts[i], To: u.next(starts[i])}, t.Most)
	}
	t.chosen(st, query)
	t.Ticks = ticks(u.name, starts)
	return t
}

// ticks are the slots at which something larger begins: a month, a year, ten or a hundred years; at most maxTicks of them.
func ticks(unit string, starts []dateline.Day) (out []tick) {
	text := func(d dateline.Day) string { s := d.String(); return s[:len(s)-6] }
	round := func(d dateline.Day, n int) bool { return d.Time().Year()%n == 0 }
	begins := map[string]func(i int) bool{
		"month":     func(i int) bool { return starts[i].Time().Month() == time.January },
		"year":      func(i int) bool { return round(starts[i], 10) },
		"ten years": func(i int) bool { return round(starts[i], 100) },
	}[unit]
	if unit == "day" || unit == "week" {
		text = dateline.Day.String
		begins = func(i int) bool { return i > 0 && starts[i].Time().Month() != starts[i-1].Time().Month() }
	}
	var at, all []int
	for i := range starts {
		all = append(all, i)
		if begins != nil && begins(i) {
			at = append(at, i)
		}
	}
	if len(at) < 3 {
		at = all
		if unit == "month" {
			text = func(d dateline.Day) string { s := d.String(); return s[:len(s)-3] }
		}
	}
	most := maxTicks // as many as have room beside each other where the page is narrow
	switch n := len(text(starts[0])); {
	case n > 7:
		most = 3
	case n > 5:
		most = 4
	}
	step := (len(at) + most - 1) / most
	for k := 0; k < len(at); k += step {
		x := (float64(at[k]) + 0.5) / float64(len(starts)) * 100
		t := tick{X: strconv.FormatFloat(x, 'f', 2, 64), Text: text(starts[at[k]]), Anchor: "middle"}
		if x < 9 && len(starts) > 1 {
			t.Anchor = "start"
		} else if x > 91 {
			t.Anchor = "end"
		}
		out = append(out, t)
	}
	return out
}

// bar gives s its size, and its address where that is narrower than the query is.
func (s *slot) bar(st state, query index.Query, days dateline.Interval, most int) {
	if s.N == 0 {
		return
	}
	s.BW = max(1, min(s.W-min(2, s.W/4), 60))
	s.BX = s.X + (s.W-s.BW)/2
	s.H = max(3, s.N*(chartHeight-4)/most)
	s.Y = chartHeight - s.H
	if own := query.Published; !own.IsZero() {
		days = dateline.Interval{From: max(days.From, own.From), To: min(days.To, own.To)}
		if days == own {
			return
		}
	}
	s.Href = st.hrefOf(during(query, days))
}

// chosen fills the form with the range that the query has.
func (t *timeline) chosen(st state, query index.Query) {
	if query.Published.IsZero() {
		return
	}
	from, to := query.Published.From.String(), (query.Published.To - 1).String()
	days := index.FormatDays(query.Published)
	if len(days) < 2 || days[:2] != ".." {
		t.From = from
	}
	if len(days) < 2 || days[len(days)-2:] != ".." {
		t.To = to
	}
	query.Published = dateline.Interval{}
	t.Whole = st.hrefOf(query)
}

// during is query, of other days of publication.
func during(query index.Query, days dateline.Interval) index.Query {
	if len(query.Or) > 0 {
		return index.Query{Published: days, And: []index.Query{query}}
	}
	query.Published = days
	return query
}
