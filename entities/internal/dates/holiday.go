package dates

import (
	"strings"

	"github.com/dateline-nlp/dateline"
)

// The days that are named. A rule is one of
//
//	12-25          month and day
//	11 thu 4       the fourth Thursday of November; last for the last, +1 after it the day after
//	5 mon last
//	easter -2      days from Western Easter
//	hijri 10-1     month and day of the Islamic calendar, all days of the month for "hijri 9"
//	hebrew 7-10    month and day of the Hebrew calendar, counted from Nisan
//	julian -2      days from Easter of the Julian calendar, which is that of the Orthodox churches
//	chinese        the New Year of the Chinese calendar
//	diwali
//
// Names that differ from country to country (Independence Day, National Day, Labour Day) are not here.
var holidayText = `
christmas eve: 12-24
christmas day: 12-25
christmas: 12-25
xmas: 12-25
chinese new year ' s eve: chinese -1
chinese new year: chinese
lunar new year: chinese
vietnamese new year: chinese
diwali: diwali
islamic new year: hijri 1-1
new year ' s eve: 12-31
new year ' s day: 01-01
new year ' s: 01-01
new year: 01-01
new years eve: 12-31
new years day: 01-01
thanksgiving day: 11 thu 4
thanksgiving: 11 thu 4
black friday: 11 thu 4 +1
cyber monday: 11 thu 4 +4
labor day: 9 mon 1
memorial day: 5 mon last
martin luther king jr . day: 1 mon 3
martin luther king jr day: 1 mon 3
martin luther king day: 1 mon 3
presidents ' day: 2 mon 3
presidents day: 2 mon 3
columbus day: 10 mon 2
mother ' s day: 5 sun 2
mothers day: 5 sun 2
father ' s day: 6 sun 3
fathers day: 6 sun 3
election day: 11 mon 1 +1
inauguration day: 01-20
valentine ' s day: 02-14
valentines day: 02-14
st . patrick ' s day: 03-17
st patrick ' s day: 03-17
st . george ' s day: 04-23
halloween: 10-31
boxing day: 12-26
veterans day: 11-11
veterans ' day: 11-11
armistice day: 11-11
remembrance day: 11-11
earth day: 04-22
bastille day: 07-14
canada day: 07-01
australia day: 01-26
anzac day: 04-25
groundhog day: 02-02
juneteenth: 06-19
cinco de mayo: 05-05
international holocaust remembrance day: 01-27
international women ' s day: 03-08
international workers ' day: 05-01
human rights day: 12-10
world aids day: 12-01
guy fawkes night: 11-05
guy fawkes day: 11-05
bonfire night: 11-05
all saints ' day: 11-01
all souls ' day: 11-02
orthodox easter: julian 0
orthodox good friday: julian -2
orthodox christmas: 01-07
good friday: easter -2
easter sunday: easter 0
easter monday: easter 1
easter: easter 0
maundy thursday: easter -3
palm sunday: easter -7
ash wednesday: easter -46
shrove tuesday: easter -47
mardi gras: easter -47
ascension day: easter 39
pentecost: easter 49
whit monday: easter 50
ramadan: hijri 9
eid al - fitr: hijri 10-1
eid al - adha: hijri 12-10
eid ul - fitr: hijri 10-1
eid ul - adha: hijri 12-10
ashura: hijri 1-10
passover: hebrew 1-15
shavuot: hebrew 3-6
rosh hashanah: hebrew 7-1
yom kippur: hebrew 7-10
sukkot: hebrew 7-15
hanukkah: hebrew 9-25
chanukah: hebrew 9-25
`

// A holiday is a line of holidayText.
type holiday struct {
	words []string
	rule  []string
}

// parseHolidays reads holidayText; holidays with the same first word have to stand together.
func parseHolidays() []holiday {
	var hs []holiday
	for _, line := range strings.Split(strings.TrimSpace(holidayText), "\n") {
		name, rule, _ := strings.Cut(line, ":")
		hs = append(hs, holiday{words: strings.Fields(name), rule: strings.Fields(rule)})
	}
	return hs
}

// holiday reads the name of a holiday and the year that may follow.
func (p *parser) holiday(i int) expr {
	a := p.at(i)
	if a.flags&fCap == 0 && !p.query {
		return expr{}
	}
	hs := lexicon().holidays
	first := hs[a.num].words[0]
	for k := int(a.num); k < len(hs) && hs[k].words[0] == first; k++ {
		end := p.named(i, hs[k].words)
		if end == 0 || first == "new" && len(hs[k].words) == 2 && p.otherNewYear(i, end) {
			continue
		}
		e := p.withYear(expr{grain: day, rule: ruleHoliday, holiday: k + 1}, end)
		if a := p.at(e.to); a.class == cUnit && grain(a.num) == weekend {
			e.grain = weekend
			e.to++
			return e
		}
		if e.year == yearOpen && len(hs[k].words) == 1 && (p.holidayName(e.to) || !p.query && !p.holidayContext(i, hs[k].words[0])) {
			return expr{}
		}
		return p.dayTail(e)
	}
	return expr{}
}

// holidayName reports whether a name goes on at i: "Easter Island", "Christmas Tree".
func (p *parser) holidayName(i int) bool {
	a := p.at(i)
	return a.class == cWord && a.flags&fCap != 0 && a.flags&fSent == 0
}

// holidayContext asks for a word that makes a holiday of one word a date: "on Christmas", not "the Christmas tree".
func (p *parser) holidayContext(i int, word string) bool {
	switch p.at(i - 1).class {
	case cOn, cSince, cUntil, cBy, cLast, cThis, cBefore, cAfter, cAt, cDuring, cEvery, cIn, cMod:
		return p.openClass(i+1) || p.at(i-1).class == cLast
	case cOf:
		if p.at(i-2).class == cPartOf || p.oneOf(i-2, "eve", "month", "day", "days", "week") {
			return p.openClass(i + 1)
		}
		return word != "ramadan" && p.openClass(i+1)
	case cFor, cTo:
		return word != "ramadan" && p.openClass(i+1)
	}
	return false
}

// otherNewYear tells the Lunar New Year and names ("New Year Honours") from 1 January.
func (p *parser) otherNewYear(i, end int) bool {
	before, after := p.at(i-1), p.at(end)
	the := before.class == cThe && !(p.any(i-2, cAnd, cDuring, cBefore, cAfter, cUntil, cIn, cBy, cSince) && p.openClass(end))
	return before.class == cWord && before.flags&fCap != 0 || after.class == cWord && after.flags&fCap != 0 || the
}

// named compares the words at i with a name; its words, but for the smallest, need a capital.
func (p *parser) named(i int, words []string) (end int) {
	for _, w := range words {
		if !isLetter(w[0]) {
			if m := p.mark(i); m != rune(w[0]) {
				return 0
			}
		} else if !p.word(i, w) || len(w) > 2 && !p.is(i, fCap) && w != "day" && !p.query {
			return 0
		}
		i++
	}
	return i
}

// days returns when holiday h falls in a year of the Gregorian calendar.
func (h holiday) days(y int) dateline.Interval {
	switch h.rule[0] {
	case "easter":
		d := easter(y) + dateline.Day(number(h.rule[1]))
		return dateline.Interval{From: d, To: d + 1}
	case "julian":
		d := julianEaster(y) + dateline.Day(number(h.rule[1]))
		return dateline.Interval{From: d, To: d + 1}
	case "chinese":
		i := lunarNewYear(y)
		if len(h.rule) > 1 && !i.IsZero() {
			i.From, i.To = i.From-1, i.To-1
		}
		return i
	case "diwali":
		return diwali(y)
	case "hijri":
		return inCalendar(y, h.rule[1], islamic)
	case "hebrew":
		return inCalendar(y, h.rule[1], hebrew)
	}
	m, dd, _ := strings.Cut(h.rule[0], "-")
	p := point{g: day, y: y, m: number(m), d: number(dd)}
	if len(h.rule) > 1 {
		p = nthWeekday(y, p.m, h.rule)
	}
	return p.interval()
}

func number(s string) (n int) {
	neg := strings.HasPrefix(s, "-")
	for _, c := range strings.TrimLeft(s, "+-") {
		n = n*10 + int(c-'0')
	}
	if neg {
		return -n
	}
	return n
}

// nthWeekday reads a rule such as "11 thu 4 +1".
func nthWeekday(y, m int, rule []string) point {
	wd := strings.Index("montuewedthufrisatsun", rule[1])/3 + 1
	first := point{g: day, y: y, m: m, d: 1}.start()
	d := first + dateline.Day(floorMod(wd-weekdayOf(first), 7))
	if rule[2] == "last" {
		for d+7 < (point{g: month, y: y, m: m}).interval().To {
			d += 7
		}
	} else {
		d += dateline.Day(7 * (number(rule[2]) - 1))
	}
	if len(rule) > 3 {
		d += dateline.Day(number(rule[3]))
	}
	return dayPoint(d)
}

// easter is the Western Easter Sunday of a year, by the anonymous Gregorian computus.
func easter(y int) dateline.Day {
	a, b, c := floorMod(y, 19), floor(y, 100), floorMod(y, 100)
	d, e := floor(b, 4), floorMod(b, 4)
	g := floor(8*b+13, 25)
	h := floorMod(19*a+b-d-g+15, 30)
	i, k := floor(c, 4), floorMod(c, 4)
	l := floorMod(32+2*e+2*i-h-k, 7)
	m := floor(a+11*h+22*l, 451)
	n := h + l - 7*m + 114
	return point{g: day, y: y, m: n / 31, d: n%31 + 1}.start()
}

// julianEaster is the Easter Sunday of the Julian calendar, by Meeus.
func julianEaster(y int) dateline.Day {
	d := floorMod(19*floorMod(y, 19)+15, 30)
	e := floorMod(2*floorMod(y, 4)+4*floorMod(y, 7)-d+34, 7)
	n := d + e + 114
	shift := floor(y, 100) - floor(y, 400) - 2 // days that the Julian calendar is behind
	return point{g: day, y: y, m: n / 31, d: n%31 + 1}.start() + dateline.Day(shift)
}

// inCalendar finds the day "10-1", or all of month "9", of another calendar that begins in the Gregorian year y.
func inCalendar(y int, rule string, f func(y, m, d int) dateline.Day) dateline.Interval {
	ms, ds, day := strings.Cut(rule, "-")
	m, d := number(ms), 1
	if day {
		d = number(ds)
	}
	from := point{g: year, y: y}.interval()
	for k := 0; k < 3; k++ {
		s := f(y+k, m, d)
		if s >= from.From && s < from.To {
			if !day {
				return dateline.Interval{From: s, To: f(y+k, m+1, 1)}
			}
			return dateline.Interval{From: s, To: s + 1}
		}
	}
	return dateline.Interval{}
}

// hijri is a day of the tabular Islamic calendar. Its years are shorter; n counts the tries from the Gregorian year.
func hijri(n, m, d int) dateline.Day {
	y := floor((n-622)*33, 32)
	const epoch = -492148 // 19 July 622 Gregorian, civil reckoning
	return dateline.Day(epoch + d - 1 + 29*(m-1) + m/2 + (y-1)*354 + floor(3+11*y, 30))
}

// hebrew is a day of the Hebrew calendar in the year that begins in autumn n-1; months count from Nisan.
func hebrew(n, m, d int) dateline.Day {
	y := n + 3760
	newYear := hebrewNewYear(y)
	if m >= 7 {
		long := hebrewNewYear(y+1) - newYear
		days := [...]int{7: 0, 8: 30, 9: 59 + b2i(long%10 == 5)}
		return newYear + dateline.Day(days[m]+d-1)
	}
	next := hebrewNewYear(y + 1)
	days := [...]int{1: 177, 2: 147, 3: 118}
	return next - dateline.Day(days[m]) + dateline.Day(d-1)
}

// hebrewNewYear is 1 Tishri of year y, by the molad and the four postponements.
func hebrewNewYear(y int) dateline.Day {
	elapsed := func(y int) int {
		months := floor(235*y-234, 19)
		parts := 12084 + 13753*months
		d := 29*months + floor(parts, 25920)
		if floorMod(3*(d+1), 7) < 3 {
			d++
		}
		return d
	}
	a, b, c := elapsed(y-1), elapsed(y), elapsed(y+1)
	switch {
	case c-b == 356:
		b += 2
	case b-a == 382:
		b++
	}
	return dateline.Day(b - 2092590)
}
