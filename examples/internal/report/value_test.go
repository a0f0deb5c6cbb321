package report

import (
	"testing"

	"github.com/dateline-nlp/dateline"
)

func TestValue(t *testing.T) {
	for _, c := range []struct{ value, mod, want string }{
		{"2020-02-12", "", "2020-02-12"},
		{"2020-02", "MID", "mid 2020-02"},
		{"2011", "START", "early 2011"},
		{"199", "", "1990s"},
		{"18", "", "19th century"},
		{"20", "", "21st century"},
		{"0476", "", "476"},
		{"BC0044", "", "44 BC"},
		{"BC04", "", "5th century BC"},
		{"BC0044-03-15", "", "BC0044-03-15"},
		{"P2D", "", "2 days"},
		{"P10Y", "MORE_THAN", "more than 10 years"},
		{"P1W", "", "1 week"},
		{"PXM", "", "months"},
		{"PT1H30M", "APPROX", "about 1 hour 30 minutes"},
		{"P1DT12H", "", "1 day 12 hours"},
		{"P1.5Y", "", "1.5 years"},
		{"P2DE", "", "P2DE"},
		{"P1WE", "", "P1WE"},
		{"P", "", "P"},
		{"PRESENT_REF", "", "the present"},
		{"XXXX-WXX-1", "", "XXXX-WXX-1"},
		{"2020-02-12TEV", "", "2020-02-12TEV"},
		{"2020", "UNHEARD_OF", "2020 unheard_of"},
		{"", "", "?"},
	} {
		if got := Value(dateline.Timex{Value: c.value, Mod: c.mod}); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.value, c.mod, got, c.want)
		}
	}
	for value, want := range map[string]string{
		"2020-W07": "2020-W07 (2020-02-10 to 2020-02-16)",
		"2020-SU":  "2020-SU (2020-02-10 to 2020-02-16)",
		"2020-02":  "2020-02",
	} {
		week := dateline.Interval{From: dateline.Day(18302), To: dateline.Day(18309)}
		if got := Value(dateline.Timex{Value: value, Interval: week}); got != want {
			t.Errorf("%s: %q, want %q", value, got, want)
		}
	}
}
