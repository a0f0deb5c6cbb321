package dates

import (
	"errors"
	"testing"
	"time"

	"github.com/dateline-nlp/dateline"
)

func TestParse(t *testing.T) {
	ref := time.Date(2020, 2, 12, 23, 0, 0, 0, time.FixedZone("", -5*3600))
	for _, c := range []struct{ query, value, interval string }{
		{"2019", "2019", "2019-01-01/2020-01-01"},
		{"2019-w23", "2019-W23", "2019-06-03/2019-06-10"},
		{"2019-q3", "2019-Q3", "2019-07-01/2019-10-01"},
		{"year 1", "0001", "0001-01-01/0002-01-01"},
		{"the year 79", "0079", "0079-01-01/0080-01-01"},
		{"diwali 2022", "2022-10-24", "2022-10-24"},
		{"first half of the 1990s", "199", "1990-01-01/2000-01-01"},
		{"476", "0476", "0476-01-01/0477-01-01"},
		{"2019-07", "2019-07", "2019-07-01/2019-08-01"},
		{"2011-12", "2011-12", "2011-12-01/2012-01-01"},
		{"2019-07-04", "2019-07-04", "2019-07-04"},
		{"20/02/2017", "2017-02-20", "2017-02-20"},
		{"July 2019", "2019-07", "2019-07-01/2019-08-01"},
		{"july 2019", "2019-07", "2019-07-01/2019-08-01"},
		{"4 july 2019", "2019-07-04", "2019-07-04"},
		{"may", "2020-05", "2020-05-01/2020-06-01"},
		{"in March 2019", "2019-03", "2019-03-01/2019-04-01"},
		{"summer 2019", "2019-SU", "2019-06-01/2019-09-01"},
		{"Q3 2019", "2019-Q3", "2019-07-01/2019-10-01"},
		{"2Q 2019", "2019-Q2", "2019-04-01/2019-07-01"},
		{"2h19", "2019-H2", "2019-07-01/2020-01-01"},
		{"March quarter 2019", "2019-Q1", "2019-01-01/2019-04-01"},
		{"week of 5 March 2018", "2018-W10", "2018-03-05/2018-03-12"},
		{"first tuesday in november 2016", "2016-11-01", "2016-11-01"},
		{"FY 2017-18", "2017/2018", "2017-01-01/2019-01-01"},
		{"470s BC", "BC047", "-0478-01-01/-0468-01-01"},
		{"a year ago today", "2019-02-12", "2019-02-12"},
		{"the 1990s", "199", "1990-01-01/2000-01-01"},
		{"19th century", "18", "1800-01-01/1900-01-01"},
		{"44 BC", "BC0044", "-0043-01-01/-0042-01-01"},
		{"today", "2020-02-12", "2020-02-12"},
		{"yesterday", "2020-02-11", "2020-02-11"},
		{"monday", "2020-02-10", "2020-02-10"},
		{" last week ", "2020-W06", "2020-02-03/2020-02-10"},
		{"last year", "2019", "2019-01-01/2020-01-01"},
		{"two years ago", "2018", "2018-01-01/2019-01-01"},
		{"the past three months", "P3M", "2019-11-12/2020-02-13"},
		{"christmas 2019", "2019-12-25", "2019-12-25"},
		{"between 2010 and 2012", "2010/2012", "2010-01-01/2013-01-01"},
		{"from May 2019 to July 2019", "2019-05/2019-07", "2019-05-01/2019-08-01"},
		{"May 5-7, 2019", "2019-05-05/2019-05-07", "2019-05-05/2019-05-08"},
		{"2010..2012", "2010/2012", "2010-01-01/2013-01-01"},
		{"2019–20", "2019/2020", "2019-01-01/2021-01-01"},
	} {
		got, err := Parse(c.query, ref)
		if err != nil || got.Value != c.value || got.Interval.String() != c.interval {
			t.Errorf("%q -> %s %s %v, want %s %s", c.query, got.Value, got.Interval, err, c.value, c.interval)
		}
	}
}

func TestParseErrors(t *testing.T) {
	ref := time.Date(2020, 2, 12, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		query string
		ref   time.Time
		want  error
	}{
		{"", ref, ErrSyntax},
		{"yesterday's news", ref, ErrSyntax},
		{"2019 elections", ref, ErrSyntax},
		{"2019 2020", ref, ErrSyntax},
		{"three years", ref, ErrSyntax},
		{"recently", ref, ErrSyntax},
		{"every day", ref, ErrSyntax},
		{"last week", time.Time{}, ErrNoReference},
		{"monday", time.Time{}, ErrNoReference},
		{"July 4", time.Time{}, ErrNoReference},
		{"31 February 2019", ref, ErrNoDay},
		{"between 2012 and 2010", ref, ErrNoDay},
	} {
		if _, err := Parse(c.query, c.ref); !errors.Is(err, c.want) {
			t.Errorf("%q -> %v, want %v", c.query, err, c.want)
		}
	}
}

func TestDescribe(t *testing.T) {
	for _, c := range []struct {
		typ              dateline.TimexType
		value, mod, want string
	}{
		{dateline.TimexDate, "2020-02-12", "", "12 February 2020"},
		{dateline.TimexDate, "2020-02", "MID", "the middle of February 2020"},
		{dateline.TimexDate, "2011", "START", "early 2011"},
		{dateline.TimexDate, "2011", "ON_OR_BEFORE", "on or before 2011"},
		{dateline.TimexNone, "P1DT12H", "", "1 day 12 hours"},
		{dateline.TimexNone, "2020-02-12TEV", "", "the evening of 12 February 2020"},
		{dateline.TimexDate, "2020-W07", "", "the week of 10 February 2020"},
		{dateline.TimexDate, "2020-W07-WE", "", "the weekend of 15 February 2020"},
		{dateline.TimexDate, "2019-Q3", "", "the third quarter of 2019"},
		{dateline.TimexDate, "2019-H1", "", "the first half of 2019"},
		{dateline.TimexDate, "2019-WI", "", "winter 2019"},
		{dateline.TimexDate, "0079", "", "AD 79"},
		{dateline.TimexDate, "199", "", "the 1990s"},
		{dateline.TimexDate, "18", "", "the 19th century"},
		{dateline.TimexDate, "BC0044", "", "44 BC"},
		{dateline.TimexDate, "BC03", "", "the 4th century BC"},
		{dateline.TimexDate, "BC0044-03-15", "", "15 March 44 BC"},
		{dateline.TimexDate, "2019/2020", "", "2019 to 2020"},
		{dateline.TimexDate, "XXXX-WXX-1", "", "Monday"},
		{dateline.TimexDate, "XXXX-02-12", "", "12 February"},
		{dateline.TimexDate, "PAST_REF", "", "in the past"},
		{dateline.TimexDate, "XXXX-XX-XX", "", "some day"},
		{dateline.TimexTime, "2020-02-12T17:00", "", "12 February 2020, 17:00"},
		{dateline.TimexTime, "2020-02-12TNI", "", "the night of 12 February 2020"},
		{dateline.TimexTime, "2020-02-12TMO", "START", "the early morning of 12 February 2020"},
		{dateline.TimexDuration, "P3Y", "", "3 years"},
		{dateline.TimexDuration, "P1Y6M", "MORE_THAN", "more than 1 year 6 months"},
		{dateline.TimexDuration, "PT1H30M", "", "1 hour 30 minutes"},
		{dateline.TimexDuration, "PXD", "", "some days"},
		{dateline.TimexSet, "P1D", "", "every day"},
		{dateline.TimexSet, "P2W", "", "every 2 weeks"},
		{dateline.TimexSet, "XXXX-WXX-1", "", "every Monday"},
		{dateline.TimexDate, "FY2019", "", "FY2019"},
	} {
		if got := Describe(dateline.Timex{Type: c.typ, Value: c.value, Mod: c.mod}); got != c.want {
			t.Errorf("%s %s -> %q, want %q", c.value, c.mod, got, c.want)
		}
	}
}
