package index

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/dateline-nlp/dateline"
)

// The first and last day of an interval that is open on one side.
const (
	firstDay = dateline.Day(math.MinInt32)
	lastDay  = dateline.Day(math.MaxInt32)
)

// ParseDays reads a day, month or year ("2020-02-12", "2020-02", "2020"), or a range of these, both ends included
// ("2020-01..2020-03", "2020..", "..2020").
func ParseDays(s string) (dateline.Interval, error) {
	from, to, ranged := strings.Cut(s, "..")
	if !ranged {
		return parsePeriod(s)
	}
	i := dateline.Interval{From: firstDay, To: lastDay}
	if from != "" {
		p, err := parsePeriod(from)
		if err != nil {
			return dateline.Interval{}, err
		}
		i.From = p.From
	}
	if to != "" {
		p, err := parsePeriod(to)
		if err != nil {
			return dateline.Interval{}, err
		}
		i.To = p.To
	}
	if i.IsZero() {
		return i, fmt.Errorf("%q ends before it begins", s)
	}
	return i, nil
}

func parsePeriod(s string) (i dateline.Interval, err error) {
	bad := fmt.Errorf("%q is no day, month or year", s)
	body, sign := strings.TrimPrefix(s, "-"), 1
	if body != s {
		sign = -1
	}
	parts := strings.Split(body, "-")
	n := [3]int{0, 1, 1}
	for k, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil || k > 2 || v < 0 || k == 0 && (len(p) < 4 || v > 6_000_000) || k > 0 && len(p) != 2 {
			return i, bad
		}
		n[k] = v
	}
	first := time.Date(sign*n[0], time.Month(n[1]), n[2], 0, 0, 0, 0, time.UTC)
	if int(first.Month()) != n[1] || first.Day() != n[2] {
		return i, bad
	}
	last := first.AddDate(0, 0, 1)
	switch len(parts) {
	case 1:
		last = first.AddDate(1, 0, 0)
	case 2:
		last = first.AddDate(0, 1, 0)
	}
	from, to := first.Unix()/86400, last.Unix()/86400
	if from < int64(firstDay) || from >= int64(lastDay) {
		return i, bad
	}
	return dateline.Interval{From: dateline.Day(from), To: dateline.Day(min(to, int64(lastDay)))}, nil
}

// FormatDays is the inverse of ParseDays, as short as can be; "" for none.
func FormatDays(i dateline.Interval) string {
	if i.IsZero() {
		return ""
	}
	if i.From != firstDay && i.To != lastDay {
		day := i.From.String()
		for _, s := range []string{day[:len(day)-6], day[:len(day)-3], day} {
			if p, err := parsePeriod(s); err == nil && p == i {
				return s
			}
		}
	}
	s := ".."
	if i.From != firstDay {
		s = i.From.String() + s
	}
	if i.To != lastDay {
		s += (i.To - 1).String()
	}
	return s
}

func daysField(name string, at func(*Query) *dateline.Interval) queryField {
	return queryField{
		name:   name,
		format: func(q *Query) string { return FormatDays(*at(q)) },
		set: func(q *Query, v string) (err error) {
			*at(q), err = ParseDays(v)
			return err
		},
	}
}

// String returns n as in "33.3,44.4,50km", "" for none.
func (n Near) String() string {
	if n.IsZero() {
		return ""
	}
	f := func(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
	return f(n.Lat) + "," + f(n.Lon) + "," + f(n.Km) + "km"
}

// ParseNear reads what Near.String writes: degrees north, degrees east, kilometres.
func ParseNear(s string) (n Near, err error) {
	parts := strings.Split(strings.TrimSuffix(s, "km"), ",")
	if len(parts) != 3 {
		return n, fmt.Errorf("%q is no circle", s)
	}
	var v [3]float64
	for i, p := range parts {
		v[i], err = strconv.ParseFloat(strings.TrimSpace(p), 64)
		if err != nil || math.IsNaN(v[i]) || math.IsInf(v[i], 0) {
			return n, fmt.Errorf("%q is no circle", s)
		}
	}
	n = Near{v[0], v[1], v[2]}
	if math.Abs(n.Lat) > 90 || math.Abs(n.Lon) > 360 || n.IsZero() {
		return Near{}, fmt.Errorf("%q is no circle on the map", s)
	}
	return n, nil
}

func setScore(q *Query, v string) error {
	s, err := strconv.ParseFloat(v, 64)
	if err != nil || !(s > 0 && s <= 1) {
		return fmt.Errorf("%q is no score above 0 and up to 1", v)
	}
	q.MinScore = s
	return nil
}

// quoteName writes the value of a field of names.
func quoteName(s string) string {
	if s == "" || bareName(s) {
		return s
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

func bareName(s string) bool {
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("*~.'’-_&@", r) {
			return false
		}
	}
	return !isKeyword(s)
}

func isKeyword(s string) bool { return s == "AND" || s == "OR" || s == "NOT" }

// quoteWords writes the value of a field of words.
func quoteWords(s string) string {
	var items []string
	for rest := strings.TrimLeft(s, spaces); rest != ""; rest = strings.TrimLeft(rest, spaces) {
		end := strings.IndexAny(rest, spaces+`"`)
		if rest[0] == '"' {
			if n := strings.IndexByte(rest[1:], '"'); n >= 0 {
				items = append(items, `"`+strings.ReplaceAll(rest[1:1+n], `\`, `\\`)+`"`)
				rest = rest[n+2:]
				continue
			}
			end = strings.IndexAny(rest, spaces) // a mark that is not closed: an error in a search, but not here
		}
		if end < 0 {
			end = len(rest)
		}
		items = append(items, escapeWord(rest[:end]))
		rest = rest[end:]
	}
	if len(items) == 1 {
		return items[0]
	}
	if len(items) == 0 {
		return ""
	}
	return "(" + strings.Join(items, " ") + ")"
}

const spaces = " \t\r\n"

func escapeWord(w string) string {
	var b strings.Builder
	for i, r := range w {
		if strings.ContainsRune(`\():"`, r) || i == 0 && (r == '-' || isKeyword(w) || w == "*") {
			b.WriteByte('\\')
		}
		b.WriteString(w[i : i+runeLen(w[i:])])
	}
	return b.String()
}
