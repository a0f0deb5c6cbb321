package index

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/dateline-nlp/dateline"
)

func genInterval(t *rapid.T, label string) dateline.Interval {
	from := rapid.OneOf(rapid.Int64Range(-30_000, 30_000), rapid.Int64Range(math.MinInt32, math.MaxInt32-1)).Draw(t, label)
	size := rapid.OneOf(rapid.Int64Range(1, 800), rapid.Int64Range(1, 40_000), rapid.Int64Range(1, 1<<32)).Draw(t, label+" size")
	return dateline.Interval{From: dateline.Day(from), To: dateline.Day(min(from+size, math.MaxInt32))}
}

func common(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// A point has a term of a range where it lies in it, two intervals where they overlap.
func TestCells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := genInterval(t, "a"), genInterval(t, "b")
		if got := common(dayCells(a), overlapTerms(b)); got != a.Overlaps(b) {
			t.Errorf("%s and %s overlap: %t", a, b, got)
		}
		// The last of all days stands for no end.
		day := rapid.SampledFrom([]dateline.Day{a.From, a.From - 1, a.To - 1, a.To, b.From}).Draw(t, "day")
		if got, want := common(pointCells(day), rangeTerms(a)), a.From <= day && day < a.To; got != want && day != lastDay {
			t.Errorf("%s in %s: %t", day, a, got)
		}
		if n := len(cover(a)); n > 200 {
			t.Errorf("%s takes %d cells", a, n)
		}
		at := int64(a.From)
		for _, c := range cover(a) {
			from, to := c.bounds()
			if from != at || to > int64(a.To) {
				t.Fatalf("%s: cell %s from %d to %d, want from %d", a, c, from, to, at)
			}
			at = to
		}
		if at != int64(a.To) {
			t.Errorf("%s is covered up to %d of %d", a, at, a.To)
		}
	})
	for _, tt := range []struct {
		days string
		want int
	}{{"2020", 1}, {"2020-02", 1}, {"2020-02-12", 1}, {"2020..2029", 1}, {"..", 1}, {"2020-02-01..2020-02-14", 14}, {"2019-12..2021-01", 3}, {"2020..", 47}, {"..2020", 11}} {
		i, err := ParseDays(tt.days)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(cover(i)); n != tt.want {
			t.Errorf("%s takes %d cells, want %d", tt.days, n, tt.want)
		}
	}
}

func TestScoreCells(t *testing.T) {
	for n := range 1001 {
		for _, least := range []int{0, 1, 9, 10, 99, 500, 850, 999, 1000} {
			if got := common(scoreCells(n), scoreTerms(least)); got != (n >= least) {
				t.Errorf("%d is at least %d: %t", n, least, got)
			}
		}
	}
}

// Words and names, in the forms in which they are indexed.
func TestAnalyze(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"The NATO missions", "nato mission"},
		{"anti-ISIS U.S.-led", "anti isi us led"},
		{"O’Brien's and D'Souza’s", "obrien dsouza"},
		{"don't 1,000.50 G20", "dont 100050 g20"},
		{"Ngũgĩ wa Thiong’o, Erdoğan", "ngugi wa thiongo erdogan"},
		{"São\u00a0Paulo co\u00adoperate", "sao paulo cooper"},
		{"東京 Tokyo", "東 京 tokyo"},
		{"a.b.c. end. U.N.", "abc end un"},
		{"'quoted' ''", "quot"},
		{"", ""},
	} {
		var got string
		for i, tok := range textAnalyzer().Analyze([]byte(tt.text)) {
			if i > 0 {
				got += " "
			}
			got += string(tok.Term)
		}
		if got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestNameKeys(t *testing.T) {
	for _, tt := range []struct {
		label dateline.Label
		name  string
		want  []string
	}{
		{dateline.Person, "Jens Stoltenberg", []string{"jens stoltenberg", "stoltenberg"}},
		{dateline.Person, "Ngũgĩ wa Thiong'o", []string{"ngugi wa thiongo", "thiongo", "wa thiongo"}},
		{dateline.Person, "John F. Kennedy Jr.", []string{"john f kennedy jr", "john f kennedy", "kennedy", "john kennedy"}},
		{dateline.Person, "Cher", []string{"cher"}},
		{dateline.Org, "North Atlantic Treaty Organization", []string{"north atlantic treaty organization", "nato"}},
		{dateline.Org, "the Department of Justice", []string{"department of justice", "dj", "doj"}},
		{dateline.Org, "Bank of America Corp.", []string{"bank of america corp", "bank of america", "bac", "boac"}},
		{dateline.Org, "NATO Council", []string{"nato council"}},
		{dateline.Place, "United States", []string{"united states", "us"}},
		{dateline.Place, "U.S.", []string{"us"}},
		{dateline.Place, "al-Anbar", []string{"al anbar"}},
		{dateline.Org, "The", []string{"the"}},
		{dateline.Org, "...", nil},
	} {
		if got := nameKeys(tt.label, tt.name); !slices.Equal(got, tt.want) {
			t.Errorf("%s %q: %q, want %q", tt.label, tt.name, got, tt.want)
		}
	}
}
