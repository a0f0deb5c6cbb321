package entities_test

import (
	"errors"
	"testing"
	"time"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
)

// FuzzParseDate: whatever a user types is a date with a place on the calendar or one of the errors that are promised.
func FuzzParseDate(f *testing.F) {
	for _, s := range []string{
		"2019", "2019-07", "July 2019", "20 Feb 2017", "summer 2019", "the 1990s", "44 BC", "between 2010 and 2012", "last week", "two years ago", "tea time",
		"31 February 2019", "99999999999 years ago", "Q4 0000", "2020-W53", "\xff", "the 21st century BC", "12/31/9999", "since May",
	} {
		f.Add(s, 18304)
	}
	f.Fuzz(func(t *testing.T, s string, day int) {
		ref := time.Time{}
		if day != 0 {
			ref = dateline.Day(int32(day)).Time()
		}
		got, err := entities.ParseDate(s, ref)
		if err != nil {
			if !errors.Is(err, entities.ErrDateSyntax) && !errors.Is(err, entities.ErrNoReferenceDate) && !errors.Is(err, entities.ErrNoSuchDay) {
				t.Fatalf("%q: error %v", s, err)
			}
			return
		}
		if got.From >= got.To || got.Value == "" || got.Type == dateline.TimexNone {
			t.Fatalf("%q: %+v", s, got)
		}
		if entities.DescribeDate(got) == "" {
			t.Fatalf("%q: no words for %+v", s, got)
		}
	})
}

// FuzzDescribeDate: any value is described, or left as it is, without a panic and always alike.
func FuzzDescribeDate(f *testing.F) {
	for _, s := range []string{"2020-02-12", "2020-W07", "P3D", "XXXX-02-12", "2020-SU", "199X", "-0043-03-15", "PRESENT_REF", "P", "PT", "2010/2012", "T24:00", "X"} {
		f.Add(s, "APPROX", uint8(1), int32(18304), int32(18305))
	}
	f.Fuzz(func(t *testing.T, value, mod string, typ uint8, from, to int32) {
		x := dateline.Timex{Type: dateline.TimexType(typ), Value: value, Mod: mod, Interval: dateline.Interval{From: dateline.Day(from), To: dateline.Day(to)}}
		if a, b := entities.DescribeDate(x), entities.DescribeDate(x); a != b {
			t.Fatalf("%+v is %q, then %q", x, a, b)
		}
	})
}

// FuzzGazetteer: any list is refused with ErrName or used, and what it finds keeps the promises of a Document.
func FuzzGazetteer(f *testing.F) {
	f.Add("Old Ferry", "widget", uint8(2), "Maria Costa of Old Ferry sold a widget in Lisbon.")
	f.Add("U.S.-led", "", uint8(3), "The U.S.-led force.")
	f.Add("\"", "''", uint8(1), "\"\" ''\"")
	f.Add("a\xff b", "a", uint8(1), "a\xff b a")
	f.Fuzz(func(t *testing.T, one, two string, label uint8, text string) {
		g, err := entities.NewGazetteer(entities.Name{Text: one, Label: dateline.Label(label)}, entities.Name{Text: two, Label: dateline.Org, Vote: true})
		if err != nil {
			if !errors.Is(err, entities.ErrName) {
				t.Fatalf("error %v", err)
			}
			return
		}
		check(t, (&entities.Tagger{Gazetteer: g}).Tag(dateline.Article{Text: text}))
	})
}
