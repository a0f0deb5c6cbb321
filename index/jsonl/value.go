package jsonl

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/dateline-nlp/dateline"
)

// text is a string that may stand in JSON as a number.
type text string

func (t *text) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] != '"' && b[0] != 'n' {
		var n json.Number
		if err := json.Unmarshal(b, &n); err != nil {
			return err
		}
		*t = text(n)
		return nil
	}
	var s string
	err := json.Unmarshal(b, &s)
	*t = text(s)
	return err
}

// cue is a pair that may stand in JSON as a list of pairs, of which the first counts.
type cue pair

func (c *cue) UnmarshalJSON(b []byte) error {
	var list []json.RawMessage
	if err := json.Unmarshal(b, &list); err != nil {
		return err
	}
	if len(list) == 0 {
		*c = cue{}
		return nil
	}
	if list[0][0] == '[' {
		b = list[0]
	}
	return json.Unmarshal(b, (*pair)(c))
}

// UnmarshalJSON takes exactly two numbers; encoding/json alone would take any count.
func (p *pair) UnmarshalJSON(b []byte) error {
	var list []int
	if err := json.Unmarshal(b, &list); err != nil {
		return err
	}
	if len(list) != 2 {
		return fmt.Errorf("a span is two numbers, not %s", b)
	}
	*p = pair{list[0], list[1]}
	return nil
}

var layouts = []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02T15:04Z07:00"}

// ParseTime reads a date of publication: a day ("2020-02-12", midnight UTC) or a time as in RFC 3339, which keeps its zone.
// The empty string is the zero Time.
func ParseTime(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	if d, err := parseDay(s); err == nil {
		return d.Time(), nil
	}
	for _, l := range layouts {
		if t, err := time.Parse(l, s); err == nil {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("%q is no date of the form 2020-02-12 or 2020-02-12T15:04:05Z", s)
}

// formatTime writes the day of t in its own zone.
func formatTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return dateline.DayOf(t.Date()).String()
}

// parseDay is dateline.ParseDay without its limit at the year 9999, which the end of an interval may pass.
func parseDay(s string) (dateline.Day, error) {
	if d, err := dateline.ParseDay(s); err == nil {
		return d, nil
	}
	body, sign := strings.TrimPrefix(s, "-"), 1
	if body != s {
		sign = -1
	}
	var n [3]int
	f := strings.Split(body, "-")
	for i := range f {
		v, err := strconv.Atoi(f[i])
		if err != nil || len(f) != 3 || v < 0 || v > 5_000_000 {
			return 0, fmt.Errorf("%q is no date of the form 2020-02-12", s)
		}
		n[i] = v
	}
	if d := dateline.DayOf(sign*n[0], time.Month(n[1]), n[2]); d.String() == s {
		return d, nil
	}
	return 0, fmt.Errorf("%q is no date of the form 2020-02-12", s)
}

func parseInterval(from, to string) (i dateline.Interval, err error) {
	if from == "" && to == "" {
		return i, nil
	}
	var e1, e2 error
	i.From, e1 = parseDay(from)
	i.To, e2 = parseDay(to)
	if err = first(e1, e2); err == nil && i.IsZero() {
		err = fmt.Errorf("the interval from %s to %s is empty", from, to)
	}
	return i, err
}

// round keeps 4 decimals, so that the last bits of a sum do not make two machines' output differ.
func round(x float64) float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return 0
	}
	return math.Round(x*1e4) / 1e4
}
