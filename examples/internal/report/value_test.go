package report

import (
	"testing"

	"github.com/dateline-nlp/dateline"
)

func TestValue(t *testing.T) {
	for _, c := range []struct{ value, mod, want string }{
		{"2020-02-12", "", "2020-02-12"},
		{"2020-02", "MID", "the middle of February 2020"},
		{"2011", "START", "early 2011"},
		{"199", "", "the 1990s"},
		{"18", "", "the 19th century"},
		{"20", "", "the 21st century"},
		{"0476", "", "AD 476"},
		{"BC0044", "", "44 BC"},
		{"BC04", "", "the 5th century BC"},
		{"BC0044-03-15", "", "15 March 44 BC"},
		{"P2D", "", "2 days"},
		{"P10Y", "MORE_THAN", "more than 10 years"},
		{"P1W", "", "1 week"},
		{"PXM", "", "some months"},
		{"PT1H30M", "APPROX", "about 1 hour 30 minutes"},
		{"P1DT12H", "", "1 day 12 hours"},
		{"P1.5Y", "", "1.5 years"},
		{"P2DE", "", "2 decades"},
		{"P1WE", "", "1 weekend"},
		{"P", "", "P"},
		{"PRESENT_REF", "", "now"},
		{"XXXX-WXX-1", "", "Monday"},
		{"2020-02-12TEV", "", "the evening of 12 February 2020"},
		{"2020", "UNHEARD_OF", "2020"},
		{"", "", "?"},
	} {
		if got := Value(dateline.Timex{Value: c.value, Mod: c.mod}); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.value, c.mod, got, c.want)
		}
	}
	for value, want := range map[string]string{
		"2020-W07": "the week of 10 February 2020",
		"2020-SU":  "summer 2020 (2020-02-10 to 2020-02-16)",
		"2020-02":  "2020-02",
	} {
		week := dateline.Interval{From: dateline.Day(18302), To: dateline.Day(18309)}
		if got := Value(dateline.Timex{Value: value, Interval: week}); got != want {
			t.Errorf("%s: %q, want %q", value, got, want)
		}
	}
}
