package dateline_test

import (
	"strings"
	"testing"
	"time"

	"github.com/dateline-nlp/dateline"
	"pgregory.net/rapid"
)

func TestDay(t *testing.T) {
	for _, c := range []struct {
		day  dateline.Day
		want string
	}{
		{0, "1970-01-01"},
		{-1, "1969-12-31"},
		{dateline.DayOf(2020, time.February, 29), "2020-02-29"},
		{dateline.DayOf(2020, time.February, 30), "2020-03-01"}, // carried over
		{dateline.DayOf(2020, 13, 1), "2021-01-01"},
		{dateline.DayOf(0, time.January, 1), "0000-01-01"},   // 1 BC
		{dateline.DayOf(-43, time.March, 15), "-0043-03-15"}, // 44 BC
		{dateline.DayOf(9999, time.December, 31), "9999-12-31"},
	} {
		if got := c.day.String(); got != c.want {
			t.Errorf("Day(%d) is %s, want %s", c.day, got, c.want)
		}
		if got, err := dateline.ParseDay(c.want); err != nil || got != c.day {
			t.Errorf("ParseDay(%q) = %d, %v, want %d", c.want, got, err, c.day)
		}
	}
	for _, bad := range []string{
		"", "2020", "2020-02", "2020-02-30", "2020-13-01", "2020-2-12", "20-02-12", "2020/02/12", "2020-02-12T00:00", "--2020-02-12", "-0000-01-01",
		"+2020-02-12", " 2020-02-12", "2020-W07", "10000-01-01",
	} {
		if got, err := dateline.ParseDay(bad); err == nil || !strings.Contains(err.Error(), bad) {
			t.Errorf("ParseDay(%q) = %s, %v, want an error that names it", bad, got, err)
		}
	}
}

func TestDayProperties(t *testing.T) {
	first, last := dateline.DayOf(-9999, time.January, 1), dateline.DayOf(9999, time.December, 31)
	rapid.Check(t, func(t *rapid.T) {
		d := dateline.Day(rapid.Int32Range(int32(first), int32(last)).Draw(t, "day"))
		if got, err := dateline.ParseDay(d.String()); err != nil || got != d {
			t.Errorf("%d is written %s and read %d, %v", d, d, got, err)
		}
		y, m, day := d.Time().Date()
		if got := dateline.DayOf(y, m, day); got != d {
			t.Errorf("%d has the date %d-%d-%d, which is day %d", d, y, m, day, got)
		}
		if next := (d + 1).Time().Sub(d.Time()); next != 24*time.Hour {
			t.Errorf("day %d has %v", d, next)
		}
	})
}

func TestInterval(t *testing.T) {
	day := dateline.DayOf(2020, time.February, 12)
	week := dateline.Interval{From: day - 2, To: day + 5}
	for _, c := range []struct {
		interval dateline.Interval
		want     string
		zero     bool
		inWeek   bool
	}{
		{dateline.Interval{}, "", true, false},
		{dateline.Interval{From: day, To: day}, "", true, false},
		{dateline.Interval{From: day, To: day - 1}, "", true, false},
		{dateline.Interval{From: day, To: day + 1}, "2020-02-12", false, true},
		{week, "2020-02-10/2020-02-17", false, true},
		{dateline.Interval{From: day - 3, To: day - 2}, "2020-02-09", false, false}, // the day before
		{dateline.Interval{From: day + 5, To: day + 6}, "2020-02-17", false, false}, // the day after
	} {
		if got := c.interval.String(); got != c.want {
			t.Errorf("%v is written %q, want %q", c.interval, got, c.want)
		}
		if got := c.interval.IsZero(); got != c.zero {
			t.Errorf("%v is zero: %v", c.interval, got)
		}
		if got := c.interval.Overlaps(week); !c.zero && got != c.inWeek {
			t.Errorf("%v overlaps the week: %v", c.interval, got)
		}
	}
}

// TestNames writes and reads back every value of every kind.
func TestNames(t *testing.T) {
	check(t, 10, dateline.ParseSectionKind, dateline.SectionNone, dateline.SectionBoilerplate)
	check(t, 37, dateline.ParsePOS, dateline.PosNone, dateline.PosPunct)
	check(t, 6, dateline.ParseLabel, dateline.LabelNone, dateline.Misc)
	check(t, 2, dateline.ParseForm, dateline.FormName, dateline.FormPronoun)
	check(t, 2, dateline.ParseGender, dateline.GenderUnknown, dateline.Male)
	check(t, 3, dateline.ParseQuoteKind, dateline.QuoteNone, dateline.Indirect)
	check(t, 4, dateline.ParseTimexType, dateline.TimexNone, dateline.TimexSet)
	if got, err := dateline.ParseForm(""); got != dateline.FormName || err != nil {
		t.Errorf(`ParseForm("") = %v, %v`, got, err)
	}
}

type kind interface {
	~uint8
	String() string
}

func check[T kind](t *testing.T, last int, parse func(string) (T, error), first, end T) {
	t.Helper()
	if int(end) != last {
		t.Errorf("the last %T is %d, want %d", end, end, last)
	}
	seen := map[string]bool{}
	for v := first; v <= end; v++ {
		s := v.String()
		if got, err := parse(s); err != nil || got != v || seen[s] {
			t.Errorf("%T(%d) is written %q and read %d, %v", v, v, s, got, err)
		}
		seen[s] = true
	}
	if s := (end + 1).String(); seen[s] || s == "" {
		t.Errorf("a %T beyond the last is written %q", end, s)
	}
	if _, err := parse("no such thing"); err == nil || !strings.Contains(err.Error(), "no such thing") {
		t.Errorf("reading no %T gives the error %v", end, err)
	}
}

func TestSpan(t *testing.T) {
	s := dateline.Span{Start: 3, End: 6}
	for _, c := range []struct {
		other              dateline.Span
		overlaps, contains bool
	}{
		{dateline.Span{Start: 3, End: 6}, true, true},
		{dateline.Span{Start: 4, End: 5}, true, true},
		{dateline.Span{Start: 0, End: 3}, false, false},
		{dateline.Span{Start: 6, End: 9}, false, false},
		{dateline.Span{Start: 5, End: 9}, true, false},
		{dateline.Span{Start: 0, End: 9}, true, false},
	} {
		if got := s.Overlaps(c.other); got != c.overlaps {
			t.Errorf("%v overlaps %v: %v", s, c.other, got)
		}
		if got := s.Contains(c.other); got != c.contains {
			t.Errorf("%v contains %v: %v", s, c.other, got)
		}
	}
	if s.Len() != 3 || s.IsZero() || !(dateline.Span{}).IsZero() {
		t.Errorf("%v has length %d", s, s.Len())
	}
}

// TestDocument looks up positions in a document made by hand, with gaps.
func TestDocument(t *testing.T) {
	doc := &dateline.Document{
		Article: dateline.Article{Text: "Title\n\nBody of it."},
		Sections: []dateline.Section{
			{Span: dateline.Span{Start: 0, End: 5}, Kind: dateline.SectionHeadline},
			{Span: dateline.Span{Start: 7, End: 18}, Kind: dateline.SectionBody},
		},
		Sentences: []dateline.Sentence{{Span: dateline.Span{Start: 0, End: 5}}, {Span: dateline.Span{Start: 7, End: 18}}},
		Entities:  []dateline.Entity{{ID: 1, Name: "Body"}},
	}
	for _, c := range []struct {
		pos      int
		section  dateline.SectionKind
		sentence int
	}{
		{-1, dateline.SectionNone, -1},
		{0, dateline.SectionHeadline, 0},
		{4, dateline.SectionHeadline, 0},
		{5, dateline.SectionNone, -1},
		{7, dateline.SectionBody, 1},
		{17, dateline.SectionBody, 1},
		{18, dateline.SectionNone, -1},
	} {
		if got := doc.SectionAt(c.pos); got != c.section {
			t.Errorf("at %d there is section %q, want %q", c.pos, got, c.section)
		}
		if got := doc.SentenceAt(c.pos); got != c.sentence {
			t.Errorf("at %d there is sentence %d, want %d", c.pos, got, c.sentence)
		}
	}
	for _, bad := range []dateline.Span{{}, {Start: -1, End: 3}, {Start: 3, End: 3}, {Start: 4, End: 2}, {Start: 3, End: 19}} {
		if got := doc.Slice(bad); got != "" {
			t.Errorf("%v holds %q", bad, got)
		}
	}
	if got := doc.Slice(dateline.Span{Start: 7, End: 11}); got != "Body" {
		t.Errorf("the slice is %q", got)
	}
	for id, want := range map[dateline.EntityID]bool{-1: false, 0: false, 1: true, 2: false} {
		if got := doc.Entity(id); (got != nil) != want {
			t.Errorf("entity %d is %v", id, got)
		}
	}
}

func TestSpeakerKnown(t *testing.T) {
	for _, c := range []struct {
		speaker dateline.Speaker
		want    bool
	}{
		{dateline.Speaker{}, false},
		{dateline.Speaker{Entity: 1}, true},
		{dateline.Speaker{Name: "a police spokesman"}, true},
		{dateline.Speaker{Span: dateline.Span{Start: 3, End: 5}}, true},
	} {
		if got := c.speaker.Known(); got != c.want {
			t.Errorf("%+v is known: %v", c.speaker, got)
		}
	}
}

func TestPartsOfSpeech(t *testing.T) {
	for tag, want := range map[string]struct{ verb, noun bool }{
		"-": {}, "VB": {verb: true}, "VBZ": {verb: true}, "MD": {}, "NN": {noun: true}, "NNS": {noun: true}, "NNP": {noun: true}, "PDT": {}, "WDT": {}, "PRP$": {},
	} {
		p, err := dateline.ParsePOS(tag)
		if err != nil || p.Verb() != want.verb || p.Noun() != want.noun {
			t.Errorf("%s: verb %v, noun %v, %v", tag, p.Verb(), p.Noun(), err)
		}
	}
}
