package dates

import (
	"strconv"
	"time"

	"github.com/dateline-nlp/dateline"
)

// A grain is the size of a period of time, from small to large.
type grain uint8

const (
	noGrain grain = iota
	second
	minute
	hour
	day
	weekend
	week
	month
	quarter
	half
	season
	year
	decade
	century
	millennium
)

// Seasons, in the order of point.n.
const (
	spring = iota + 1
	summer
	fall
	winter
)

var seasonCodes = [...]string{"", "SP", "SU", "FA", "WI"}

// A point is a period on the calendar: a day, week, month, ... of a year. Only the fields that its grain needs are set; n is the
// number of the quarter, half or season. A week or weekend is kept as the day it starts on (Monday, Saturday). Years count
// astronomically: 0 is 1 BC.
type point struct {
	g       grain
	y, m, d int
	n       int
}

func dayPoint(d dateline.Day) point {
	y, m, dd := d.Time().Date()
	return point{g: day, y: y, m: int(m), d: dd}
}

func (p point) start() dateline.Day {
	switch p.g {
	case quarter:
		return dateline.DayOf(p.y, time.Month(3*p.n-2), 1)
	case half:
		return dateline.DayOf(p.y, time.Month(6*p.n-5), 1)
	case season:
		return dateline.DayOf(p.y, time.Month(3*p.n), 1)
	case year:
		return dateline.DayOf(p.y, 1, 1)
	case decade:
		return dateline.DayOf(firstOfDecade(p.y), 1, 1)
	case century:
		return dateline.DayOf(firstYear(p.y, 100), 1, 1)
	case millennium:
		return dateline.DayOf(firstYear(p.y, 1000), 1, 1)
	case month:
		return dateline.DayOf(p.y, time.Month(p.m), 1)
	}
	return dateline.DayOf(p.y, time.Month(p.m), p.d)
}

// interval returns the days of p. An impossible day, such as 31 February, has none.
func (p point) interval() dateline.Interval {
	if !p.valid() {
		return dateline.Interval{}
	}
	from := p.start()
	return dateline.Interval{From: from, To: p.end(from)}
}

func (p point) end(from dateline.Day) dateline.Day {
	switch p.g {
	case weekend:
		return from + 2
	case week:
		return from + 7
	case month:
		return dateline.DayOf(p.y, time.Month(p.m+1), 1)
	case quarter, season:
		return point{g: month, y: p.y, m: 3*p.n + 1 + 2*b2i(p.g == season)}.start()
	case half:
		return point{g: month, y: p.y, m: 6*p.n + 1}.start()
	case year:
		return dateline.DayOf(p.y+1, 1, 1)
	case decade:
		if p.y <= 0 {
			return dateline.DayOf(min(firstOfDecade(p.y)+10, 1), 1, 1)
		}
		return dateline.DayOf(firstOfDecade(p.y)+10, 1, 1)
	case century:
		return dateline.DayOf(firstYear(p.y, 100)+100, 1, 1)
	case millennium:
		return dateline.DayOf(firstYear(p.y, 1000)+1000, 1, 1)
	}
	return from + 1
}

// firstOfDecade is the first year of the decade that y lies in: the 40s BC are 49 to 40 BC.
func firstOfDecade(y int) int {
	if y <= 0 {
		return -(1-y)/10*10 - 8
	}
	return y / 10 * 10
}

// firstYear is the first of the n years, a century or millennium, that y lies in. Before Christ they are counted backwards: the
// 4th century BC is 400 to 301 BC.
func firstYear(y, n int) int {
	if y <= 0 {
		return -(-y/n*n + n - 1)
	}
	return floor(y, n) * n
}

func (p point) valid() bool {
	if p.g == noGrain || p.y < -9999 || p.y > 9999 {
		return false
	}
	if p.g <= day {
		return p.m >= 1 && p.m <= 12 && p.d >= 1 && p.d <= daysIn(p.y, p.m)
	}
	return true
}

func daysIn(y, m int) int {
	if m < 1 || m > 12 {
		return 0
	}
	return int(dateline.DayOf(y, time.Month(m+1), 1) - dateline.DayOf(y, time.Month(m), 1))
}

// value writes p as a TIMEX3 value.
func (p point) value() string {
	switch p.g {
	case week, weekend:
		y, w := isoWeek(p.start())
		s := yearText(y) + "-W" + two(w)
		if p.g == weekend {
			s += "-WE"
		}
		return s
	case month:
		return yearText(p.y) + "-" + two(p.m)
	case quarter:
		return yearText(p.y) + "-Q" + strconv.Itoa(p.n)
	case half:
		return yearText(p.y) + "-H" + strconv.Itoa(p.n)
	case season:
		return yearText(p.y) + "-" + seasonCodes[p.n]
	case year:
		return yearText(p.y)
	case decade:
		return yearPrefix(p.y, 3)
	case century:
		return yearPrefix(p.y, 2)
	case millennium:
		return yearPrefix(p.y, 1)
	}
	return yearText(p.y) + "-" + two(p.m) + "-" + two(p.d)
}

// yearPrefix writes the digits that the years of a decade (3), century (2) or millennium (1) share.
func yearPrefix(y, digits int) string {
	switch {
	case y <= 0 && digits == 3:
		return yearText(y)[:5]
	case y <= 0:
		s := strconv.Itoa(10000 - y)
		return "BC" + s[1:1+digits]
	}
	return yearText(y)[:digits]
}

func yearText(y int) string {
	if y <= 0 {
		return "BC" + yearText(1-y)
	}
	s := strconv.Itoa(y)
	for len(s) < 4 {
		s = "0" + s
	}
	return s
}

func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// shift moves p by n units; the result has the grain of the unit.
func (p point) shift(n int, unit grain) point {
	switch unit {
	case weekend:
		return dayPoint(p.start() + dateline.Day(7*n)).at(weekend)
	case week:
		return dayPoint(p.start() + dateline.Day(7*n)).at(week)
	case month:
		return monthsOn(p.month(), n)
	case quarter:
		return monthsOn(p.month(), 3*n).at(quarter)
	case half:
		return monthsOn(p.month(), 6*n).at(half)
	case year:
		return point{g: year, y: p.y + n}
	case decade:
		return point{g: decade, y: p.y + 10*n}
	case century:
		return point{g: century, y: p.y + 100*n}
	case millennium:
		return point{g: millennium, y: p.y + 1000*n}
	}
	return dayPoint(p.start() + dateline.Day(n))
}

// dayBefore returns the day so many units before the day p: the same day of the month, the last one of a shorter month.
func (p point) dayBefore(n int, unit grain) point {
	months := n
	switch unit {
	case day:
		return p.shift(-n, day)
	case week:
		return p.shift(-7*n, day)
	case year:
		months = 12 * n
	}
	t := monthsOn(p.month(), -months)
	return point{g: day, y: t.y, m: t.m, d: min(p.d, daysIn(t.y, t.m))}
}

func (p point) month() point {
	if p.g > month {
		return dayPoint(p.start()).month()
	}
	return point{g: month, y: p.y, m: p.m}
}

func monthsOn(p point, n int) point {
	k := p.y*12 + p.m - 1 + n
	return point{g: month, y: floor(k, 12), m: k - floor(k, 12)*12 + 1}
}

// atLeast widens p to a period of grain g, if it is finer.
func (p point) atLeast(g grain) point {
	if p.g == noGrain || !p.valid() || p.g >= g {
		return p
	}
	return p.at(g)
}

// at widens p to the period of grain g that its first day lies in.
func (p point) at(g grain) point {
	s := p.start()
	y, m, d := s.Time().Date()
	switch g {
	case week:
		q := dayPoint(s - dateline.Day(weekdayOf(s)-1))
		q.g = week
		return q
	case weekend:
		q := dayPoint(s + dateline.Day(6-weekdayOf(s)))
		if weekdayOf(s) == 7 {
			q = dayPoint(s - 1)
		}
		q.g = weekend
		return q
	case quarter:
		return point{g: quarter, y: y, n: (int(m)-1)/3 + 1}
	case half:
		return point{g: half, y: y, n: (int(m)-1)/6 + 1}
	case season:
		return point{g: season, y: y - b2i(m < 3), n: [...]int{4, 4, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4}[m-1]}
	case day:
		return point{g: day, y: y, m: int(m), d: d}
	case month:
		return point{g: month, y: y, m: int(m)}
	}
	return point{g: g, y: y}
}

// weekdayOf numbers the days of the week from Monday, 1, to Sunday, 7.
func weekdayOf(d dateline.Day) int { return floorMod(int(d)+3, 7) + 1 }

// isoWeek returns the ISO 8601 year and week of d.
func isoWeek(d dateline.Day) (y, w int) {
	thursday := d + dateline.Day(4-weekdayOf(d))
	y = thursday.Time().Year()
	return y, int(thursday-dateline.DayOf(y, 1, 1))/7 + 1
}

func floor(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func floorMod(a, b int) int { return a - floor(a, b)*b }

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
