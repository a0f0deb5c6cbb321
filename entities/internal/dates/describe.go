package dates

import (
	"strconv"
	"strings"
	"time"

	"github.com/dateline-nlp/dateline"
)

var (
	ordinals    = [...]string{"", "first", "second", "third", "fourth"}
	seasonNames = map[string]string{"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
	weekdays    = [...]string{"", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	modWords    = map[string]string{
		"START": "early ", "MID": "the middle of ", "END": "late ", "APPROX": "about ", "LESS_THAN": "less than ",
		"EQUAL_OR_LESS": "at most ", "MORE_THAN": "more than ", "EQUAL_OR_MORE": "at least ",
		"BEFORE": "before ", "AFTER": "after ", "ON_OR_BEFORE": "on or before ", "ON_OR_AFTER": "on or after ",
	}
	partWords = map[string]string{"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
	refWords  = map[string]string{
		"PAST_REF": "in the past", "PRESENT_REF": "now", "FUTURE_REF": "in the future",
		"XXXX-XX-XX": "some day", "XXXX-WXX": "some week", "XXXX-XX": "some month", "XXXX": "some year",
	}
	unitWords = map[string]string{
		"Y": "year", "M": "month", "W": "week", "D": "day", "Q": "quarter", "WE": "weekend", "DE": "decade", "CE": "century",
		"TH": "hour", "TM": "minute", "TS": "second",
	}
)

// Describe writes t so that a person can read it: "12 February 2020", "the week of 10 February 2020", "early 2011", "the 1990s",
// "44 BC", "3 years", "every day". What it has no words for it writes as the TIMEX3 value.
func Describe(t dateline.Timex) string {
	if s := refWords[t.Value]; s != "" {
		return s
	}
	s := describeLength(t.Value)
	time := s == "" && strings.Contains(t.Value, "T")
	switch {
	case s != "":
	case time:
		s = describeTime(t.Value)
	default:
		s = describeDate(t.Value)
	}
	if s == "" {
		return t.Value
	}
	if t.Type == dateline.TimexSet {
		s = "every " + strings.TrimPrefix(s, "1 ")
	}
	if rest, ok := strings.CutPrefix(s, "the "); ok && time && (t.Mod == "START" || t.Mod == "END") {
		return "the " + modWords[t.Mod] + rest
	}
	return modWords[t.Mod] + s
}

func describeTime(v string) string {
	date, clock, _ := strings.Cut(v, "T")
	day := describeDate(date)
	if w := partWords[clock]; w != "" {
		if day == "" {
			return w
		}
		return "the " + w + " of " + day
	}
	clock = strings.Replace(clock, "Z", " UTC", 1)
	if day == "" {
		return clock
	}
	return day + ", " + clock
}

// describeDate writes a date value; "" if it is none.
func describeDate(v string) string {
	if a, b, ok := strings.Cut(v, "/"); ok {
		if a, b = describeDate(a), describeDate(b); a != "" && b != "" {
			return a + " to " + b
		}
		return ""
	}
	if d, err := dateline.ParseDay(v); err == nil {
		return describeDay(d)
	}
	y, rest, _ := strings.Cut(v, "-")
	year := describeYear(y)
	if rest == "" {
		return year
	}
	if year != "" {
		year = " " + year
	}
	switch {
	case rest == "XX-XX":
		return "a day" + strings.Replace(year, " ", " of ", 1)
	case rest[0] == 'W' && seasonNames[rest] == "":
		return describeWeek(y, rest[1:])
	case rest[0] == 'Q' && len(rest) == 2 && rest[1] >= '1' && rest[1] <= '4':
		return "the " + ordinals[rest[1]-'0'] + " quarter" + strings.Replace(year, " ", " of ", 1)
	case rest[0] == 'H' && len(rest) == 2 && rest[1] >= '1' && rest[1] <= '2':
		return "the " + ordinals[rest[1]-'0'] + " half" + strings.Replace(year, " ", " of ", 1)
	}
	if s := seasonNames[rest]; s != "" {
		return s + year
	}
	m, d, _ := strings.Cut(rest, "-")
	n, err := strconv.Atoi(m)
	if err != nil || n < 1 || n > 12 {
		return ""
	}
	s := time.Month(n).String() + year
	if k, err := strconv.Atoi(d); err == nil {
		s = strconv.Itoa(k) + " " + s
	}
	return s
}

func describeDay(d dateline.Day) string {
	y, m, n := d.Time().Date()
	s := strconv.Itoa(n) + " " + m.String() + " "
	if y <= 0 {
		return s + strconv.Itoa(1-y) + " BC"
	}
	return s + strconv.Itoa(y)
}

// describeYear writes a year, decade ("199") or century ("19"); "" for an open year.
func describeYear(v string) string {
	digits, bc := strings.CutPrefix(v, "BC")
	n, err := strconv.Atoi(digits)
	if err != nil {
		return ""
	}
	s := ""
	switch len(digits) {
	case 4:
		if s = strconv.Itoa(n); n < 1000 && !bc {
			s = "AD " + s
		}
	case 3:
		s = "the " + strconv.Itoa(10*n) + "s"
	case 2:
		s = "the " + strconv.Itoa(n+1) + suffix(n+1) + " century"
	case 1:
		s = "the " + strconv.Itoa(n+1) + suffix(n+1) + " millennium"
	default:
		return ""
	}
	if bc {
		s += " BC"
	}
	return s
}

func suffix(n int) string {
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			return "st"
		case 2:
			return "nd"
		case 3:
			return "rd"
		}
	}
	return "th"
}

// describeWeek writes "07" of a year, "07-WE", "XX-1".
func describeWeek(y, w string) string {
	w, rest, _ := strings.Cut(w, "-")
	n, err1 := strconv.Atoi(w)
	year, err2 := strconv.Atoi(y)
	if err1 != nil || err2 != nil {
		if len(rest) == 1 && rest[0] >= '1' && rest[0] <= '7' {
			return weekdays[rest[0]-'0']
		}
		return map[string]string{"": "a week", "WE": "a weekend"}[rest]
	}
	d := dayPoint(dateline.DayOf(year, 1, 4)).at(week).start() + dateline.Day(7*(n-1))
	if rest == "WE" {
		return "the weekend of " + describeDay(d+5)
	}
	return "the week of " + describeDay(d)
}

// describeLength writes "P3Y" as "3 years", "PXD" as "some days", "PT1H30M" as "1 hour 30 minutes"; "" if v is no length.
func describeLength(v string) string {
	body, ok := strings.CutPrefix(v, "P")
	if !ok {
		return ""
	}
	var out []string
	clock := ""
	for body != "" {
		if body[0] == 'T' {
			body, clock = body[1:], "T"
			continue
		}
		i := strings.IndexFunc(body, func(r rune) bool { return r >= 'A' && r <= 'W' || r == 'Y' })
		if i <= 0 {
			return ""
		}
		j := i + 1
		for j < len(body) && body[j] >= 'A' && body[j] <= 'W' && body[j] != 'T' {
			j++
		}
		unit := unitWords[clock+body[i:j]]
		if unit == "" {
			return ""
		}
		n := body[:i]
		if n != "1" {
			unit = strings.Replace(unit+"s", "centurys", "centuries", 1)
		}
		if n == "X" {
			n = "some"
		}
		out = append(out, n+" "+unit)
		body = body[j:]
	}
	return strings.Join(out, " ")
}
