package dateline_test

import (
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
)

// FuzzParseDay: what is read as a day is written again as itself; the error names what was not read.
func FuzzParseDay(f *testing.F) {
	for _, s := range []string{"2020-02-12", "-0043-03-15", "0000-01-01", "9999-12-31", "2020-02-30", "10000-01-01", "--2020-02-12", "+2020-02-12", "2020-2-12", "2020-W07", "", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := dateline.ParseDay(s)
		if err != nil {
			if !strings.Contains(err.Error(), "dateline: ") {
				t.Fatalf("%q: error %v", s, err)
			}
			return
		}
		if d.String() != s {
			t.Fatalf("%q is read as %s", s, d)
		}
		if y, m, day := d.Time().Date(); dateline.DayOf(y, m, day) != d {
			t.Fatalf("%q is day %d, and back day %d", s, d, dateline.DayOf(y, m, day))
		}
	})
}

// FuzzParseKinds: of every kind, what is read as one of its values is written again as itself.
func FuzzParseKinds(f *testing.F) {
	for _, s := range []string{"", "-", "body", "NNP", "PRP$", "PERSON", "nominal", "female", "direct", "DATE", "person", "\xff", " body"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		written(t, s, dateline.ParseSectionKind)
		written(t, s, dateline.ParsePOS)
		written(t, s, dateline.ParseLabel)
		written(t, s, dateline.ParseGender)
		written(t, s, dateline.ParseQuoteKind)
		written(t, s, dateline.ParseTimexType)
		if s != "" { // stands for a name
			written(t, s, dateline.ParseForm)
		}
	})
}

func written[T kind](t *testing.T, s string, parse func(string) (T, error)) {
	t.Helper()
	if v, err := parse(s); err == nil && v.String() != s {
		t.Fatalf("%q is read as %T %q", s, v, v)
	}
}

// FuzzSlice: any span of any text is within it or empty, and any place is in one sentence and section, or in none.
func FuzzSlice(f *testing.F) {
	f.Add("Title\n\nBody of it.", 7, 11)
	f.Add("é", 1, 1<<62)
	f.Add("", -1, -2)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		doc := &dateline.Document{Article: dateline.Article{Text: text}}
		got := doc.Slice(dateline.Span{Start: start, End: end})
		if inside := 0 <= start && start < end && end <= len(text); inside != (got != "") || inside && got != text[start:end] {
			t.Fatalf("%d to %d of %q is %q", start, end, text, got)
		}
		if doc.SentenceAt(start) != -1 || doc.SectionAt(start) != dateline.SectionNone || doc.Entity(dateline.EntityID(end)) != nil {
			t.Fatalf("something at %d of a document without anything", start)
		}
		s, o := dateline.Span{Start: start, End: end}, dateline.Span{Start: len(text) / 2, End: len(text)}
		if s.Overlaps(o) != o.Overlaps(s) || s.Contains(o) && o.Len() > 0 && !s.Overlaps(o) {
			t.Fatalf("%v and %v", s, o)
		}
	})
}
