package report

import (
	"fmt"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
)

// Value is the meaning of a time for a reader: a plain day, month or year as in TIMEX3, "2020-02-12", and everything else in words,
// "early 2011", "the week of 10 February 2020", "more than 10 years", as entities.DescribeDate writes them. Quarters, halves and seasons
// have their days behind them.
func Value(t dateline.Timex) string {
	switch {
	case t.Value == "":
		return "?"
	case t.Mod == "" && strings.Trim(t.Value, "0123456789-") == "" && len(t.Value) >= len("2020") && t.Value[0] != '0':
		return t.Value
	}
	s := entities.DescribeDate(t)
	if i := t.Interval; !i.IsZero() && i.To-i.From > 1 && t.Mod == "" && strings.ContainsAny(t.Value, "QHSF/") {
		s += fmt.Sprintf(" (%s to %s)", i.From, i.To-1)
	}
	return s
}
