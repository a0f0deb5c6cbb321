package index_test

import (
	"testing"

	"github.com/dateline-nlp/dateline/index"
)

// FuzzParseDays: what is read as days is written and read again as itself.
func FuzzParseDays(f *testing.F) {
	for _, s := range []string{"2020-02-12", "2020-02", "2020", "2020-01..2020-03", "2020..", "..2020", "..", "-0043-03-15", "9999-12-31..", "2020..2019", "\xff..", "--1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		days, err := index.ParseDays(s)
		if err != nil {
			return
		}
		again, err := index.ParseDays(index.FormatDays(days))
		if err != nil || again != days {
			t.Fatalf("%q is %v, written %q, read %v, %v", s, days, index.FormatDays(days), again, err)
		}
	})
}

// FuzzParseNear: likewise for circles; and a field's name is its String.
func FuzzParseNear(f *testing.F) {
	for _, s := range []string{"33.3,44.4,50km", "0,0,0", "-90,360,1e300", "nan,1,1", "1,1,-1km", "0x1p4,1,1", "person", "month"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if field, err := index.ParseField(s); err == nil && field.String() != s {
			t.Fatalf("field %q is written %q", s, field)
		}
		near, err := index.ParseNear(s)
		if err != nil {
			return
		}
		if again, err := index.ParseNear(near.String()); err != nil || again != near {
			t.Fatalf("%q is %v, read again %v, %v", s, near, again, err)
		}
	})
}
