package report

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/dateline-nlp/dateline"
)

// Value is the meaning of a time for a reader: "2020-02-12", "early 2011", "more than 10 years", "19th century". What has no
// plainer form stands as in TIMEX3, with the days of its interval where there is one.
func Value(t dateline.Timex) string {
	s := plain(t.Value)
	if s == "" {
		return "?"
	}
	if mod := mods[t.Mod]; mod != "" {
		s = mod + " " + s
	} else if t.Mod != "" {
		s += " " + strings.ToLower(t.Mod)
	}
	if i := t.Interval; !i.IsZero() && i.To-i.From > 1 && strings.Contains(t.Value, "-") && strings.ContainsAny(t.Value, "WQSFP/") {
		s += fmt.Sprintf(" (%s to %s)", i.From, i.To-1)
	}
	return s
}

var mods = map[string]string{
	"APPROX": "about", "START": "early", "MID": "mid", "END": "late", "MORE_THAN": "more than", "LESS_THAN": "less than",
	"EQUAL_OR_MORE": "at least", "EQUAL_OR_LESS": "at most", "BEFORE": "before", "AFTER": "after", "ON_OR_BEFORE": "on or before", "ON_OR_AFTER": "on or after",
}

var refs = map[string]string{"PAST_REF": "the past", "PRESENT_REF": "the present", "FUTURE_REF": "the future"}

func plain(value string) string {
	if ref := refs[value]; ref != "" {
		return ref
	}
	digits := strings.TrimPrefix(value, "BC")
	n, err := strconv.Atoi(digits)
	bc := ""
	if digits != value {
		bc = " BC"
	}
	switch {
	case strings.HasPrefix(value, "P"):
		if s := length(value[1:]); s != "" { // "P" alone and "P1WE" are no plain lengths
			return s
		}
	case err == nil && len(digits) == 4:
		if bc != "" || n < 1000 {
			return strconv.Itoa(n) + bc
		}
	case err == nil && len(digits) == 3:
		return fmt.Sprintf("%ds%s", 10*n, bc)
	case err == nil && len(digits) == 2:
		return ordinal(n+1) + " century" + bc
	}
	return value
}

// units of lengths of time: days and longer, then hours and shorter.
var units = [2]map[byte]string{
	{'D': "day", 'W': "week", 'M': "month", 'Y': "year"},
	{'H': "hour", 'M': "minute", 'S': "second"},
}

// length puts a TIMEX3 duration, without its "P", into words, as in "2 days", "1 hour 30 minutes", "months"; "" where it has other
// units.
func length(s string) string {
	var words []string
	of := units[0]
	for s != "" {
		if s[0] == 'T' {
			of, s = units[1], s[1:]
			continue
		}
		end := strings.IndexFunc(s, func(r rune) bool { return (r < '0' || r > '9') && r != '.' && r != 'X' })
		if end <= 0 || of[s[end]] == "" {
			return ""
		}
		number, unit := s[:end], of[s[end]]
		s = s[end+1:]
		switch {
		case strings.Contains(number, "X"):
			words = append(words, unit+"s")
		case number == "1":
			words = append(words, "1 "+unit)
		default:
			words = append(words, number+" "+unit+"s")
		}
	}
	return strings.Join(words, " ")
}

func ordinal(n int) string {
	suffix := "th"
	if n/10%10 != 1 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}
