package entities

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/dateline-nlp/dateline"
)

// merges are names, dates and what comes of them: label, range and score of each mention.
var merges = []struct{ names, dates, want, misc string }{
	{"", "", "", ""},
	{"PERSON 0-4", "DATE 5-9", "PERSON 0-4, DATE 5-9", "PERSON 0-4, DATE 5-9"},
	{"PERSON 5-9", "DATE 0-4", "DATE 0-4, PERSON 5-9", "DATE 0-4, PERSON 5-9"},
	{"MISC 0-13", "DATE 0-4", "", "MISC 0-13"},                 // 2020 Olympics
	{"PERSON 0-11", "DATE 8-11", "PERSON 0-11", "PERSON 0-11"}, // Theresa May
	{"PERSON 0-3", "DATE 0-5", "DATE 0-5", "DATE 0-5"},         // May 5
	{"PERSON 3-6", "DATE 0-9", "DATE 0-9", "DATE 0-9"},         // 5 May 2020
	{"PERSON 0-5", "DATE 0-5", "PERSON 0-5", "PERSON 0-5"},     // April, surely a woman
	{"PERSON 0-5 0.3", "DATE 0-5", "DATE 0-5", "DATE 0-5"},     // April, hardly a woman
	{"ORG 0-12", "DATE 8-20", "ORG 0-12", "ORG 0-12"},          // the first of two that cross
	{"ORG 8-20", "DATE 0-12", "DATE 0-12", "DATE 0-12"},        //
	{"DATE 0-4", "", "", ""},                                   // a date without a value
	{"PLACE 0-4, PLACE 5-9", "DATE 2-7", "PLACE 0-4, PLACE 5-9", "PLACE 0-4, PLACE 5-9"},
	{"PLACE 0-2, PLACE 5-9", "DATE 0-9", "DATE 0-9", "DATE 0-9"},
	{"PLACE 5-9, PLACE 0-2", "", "PLACE 0-2, PLACE 5-9", "PLACE 0-2, PLACE 5-9"}, // out of order
	{"PLACE 3-3", "", "", ""},
	{"ORG 27-34", "DATE 27-31, DATE 32-34", "DATE 27-31, DATE 32-34", "DATE 27-31, DATE 32-34"}, // 1990-94
}

func mentions(t *testing.T, s string) []dateline.Mention {
	var ms []dateline.Mention
	for f := range strings.SplitSeq(s, ", ") {
		if f == "" {
			continue
		}
		m := dateline.Mention{Score: 1}
		var label string
		if n, _ := fmt.Sscanf(f, "%s %d-%d %g", &label, &m.Start, &m.End, &m.Score); n < 3 {
			t.Fatalf("cannot read %q", f)
		}
		var err error
		if m.Label, err = dateline.ParseLabel(label); err != nil {
			t.Fatal(err)
		}
		ms = append(ms, m)
	}
	return ms
}

const mergeText = "abcdefghijklmnopqrstuvwxyz 1990-94 abcdefghijklmnopqr"

func TestMerge(t *testing.T) {
	for _, m := range merges {
		for misc, want := range map[bool]string{false: m.want, true: m.misc} {
			var got []string
			doc := &dateline.Document{Mentions: merge(nil, mergeText, mentions(t, m.names), mentions(t, m.dates))}
			if !misc {
				dropMisc(doc)
			}
			for _, m := range doc.Mentions {
				got = append(got, fmt.Sprintf("%v %d-%d", m.Label, m.Start, m.End))
			}
			if strings.Join(got, ", ") != want {
				t.Errorf("merge(%s; %s; %v) = %s, want %s", m.names, m.dates, misc, strings.Join(got, ", "), want)
			}
		}
	}
}

// TestHolidayOrEvent holds that the name of a holiday is a date where its words are used as one, and else the event.
func TestHolidayOrEvent(t *testing.T) {
	name := dateline.Mention{Span: dateline.Span{Start: 5, End: 14}, Label: dateline.Misc, Score: 1}
	for _, c := range []struct {
		rule  string
		score float64
		want  dateline.Label
	}{
		{"date:holiday", 0.7, dateline.Date}, // before Labor Day
		{"date:holiday", 0.4, dateline.Misc}, // to mark Labor Day
		{"date:year", 0.9, dateline.Misc},    // 1989, the album
	} {
		date := dateline.Mention{Span: name.Span, Label: dateline.Date, Rule: c.rule, Score: c.score}
		got := merge(nil, mergeText, []dateline.Mention{name}, []dateline.Mention{date})
		if len(got) != 1 || got[0].Label != c.want {
			t.Errorf("%s %g: %v, want %v", c.rule, c.score, got, c.want)
		}
	}
}

// TestMergeAny holds that whatever comes in, nothing overlaps and nothing is made up.
func TestMergeAny(t *testing.T) {
	mention := rapid.Custom(func(t *rapid.T) dateline.Mention {
		start := rapid.IntRange(0, 40).Draw(t, "start")
		return dateline.Mention{
			Span:  dateline.Span{Start: start, End: start + rapid.IntRange(0, 8).Draw(t, "length")},
			Label: dateline.Label(rapid.IntRange(1, 6).Draw(t, "label")),
			Score: rapid.Float64Range(0, 1).Draw(t, "score"),
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SliceOf(mention).Draw(t, "names")
		dates := rapid.SliceOf(mention).Draw(t, "dates")
		known := map[dateline.Mention]bool{}
		for _, m := range append(append([]dateline.Mention{}, names...), dates...) {
			known[m] = true
			for cut := m; cut.End > cut.Start; cut.End-- {
				known[cut] = true // names may lose their end to a date
			}
		}
		pos := 0
		for _, m := range merge(nil, mergeText, names, dates) {
			if m.Start < pos || m.Len() <= 0 || !known[m] {
				t.Fatalf("%v after %d", m, pos)
			}
			pos = m.End
		}
	})
}

// TestCut holds what is left of a name (first) with a date (second) in it.
func TestCut(t *testing.T) {
	for _, c := range []struct {
		label            dateline.Label
		text, name, want string
		date             string
		rule             string
		score            float64
	}{
		{dateline.Place, "in Brussels Jan. 6, 2020.", "Brussels Jan. 6", "Brussels", "Jan. 6, 2020", "", 1},
		{dateline.Person, "Harjit Sajjan Wednesday said", "Harjit Sajjan Wednesday", "Harjit Sajjan", "Wednesday", "", 1},
		{dateline.Person, "Theresa May resigned", "Theresa May", "Theresa May", "May", "", 1},
		{dateline.Person, "Wednesday Addams", "Wednesday Addams", "Wednesday Addams", "Wednesday", "", 1},
		{dateline.Org, "the Boston Globe Sunday", "Boston Globe Sunday", "Boston Globe Sunday", "Sunday", "", 1},
		{dateline.Org, "told Reuters Friday that", "Reuters Friday", "Reuters", "Friday", "date:weekday", 1},
		{dateline.Org, "the Mail on Sunday", "Mail on Sunday", "Mail on Sunday", "Sunday", "date:weekday", 1},
		{dateline.Misc, "in the Rose Garden Wednesday.", "Rose Garden Wednesday", "Rose Garden", "Wednesday", "date:weekday", 0.5},
		{dateline.Misc, "in Any Given Sunday.", "Any Given Sunday", "Any Given Sunday", "Sunday", "date:weekday", 0.9},
		{dateline.Misc, "2003: Invasion of Iraq", "2003: Invasion of Iraq", "Invasion of Iraq", "2003", "date:year", 0.9},
		{dateline.Misc, "the 2020 Olympics", "2020 Olympics", "2020 Olympics", "2020", "date:year", 0.9},
	} {
		at := func(s string) dateline.Span {
			i := strings.Index(c.text, s)
			return dateline.Span{Start: i, End: i + len(s)}
		}
		name := dateline.Mention{Span: at(c.name), Label: c.label, Score: c.score}
		got := cut(c.text, name, []dateline.Mention{{Span: at(c.date), Label: dateline.Date, Rule: c.rule}})
		if s := c.text[got.Start:got.End]; s != c.want {
			t.Errorf("%q: %q, want %q", c.text, s, c.want)
		}
	}
}
