package table

import (
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index"
)

// hit is the quote of two pieces in `"The bridge is safe," she said. "Very safe."` with words marked.
func hit(marks ...dateline.Span) *index.Hit {
	return &index.Hit{
		ID: "a", Quote: 0, Kind: dateline.Direct, Speaker: "Anna\x1b[2J Larsen", Text: "The bridge is safe, ... Very safe.", Span: dateline.Span{End: 43},
		Content: []dateline.Span{{Start: 1, End: 20}, {Start: 32, End: 42}}, Fragments: []index.Fragment{{Marks: marks}},
	}
}

func TestMarkQuote(t *testing.T) {
	for _, c := range []struct {
		marks []dateline.Span
		want  string
	}{
		{nil, "The bridge is safe, … Very safe."},
		{[]dateline.Span{{Start: 5, End: 11}}, "The [bridge] is safe, … Very safe."},
		{[]dateline.Span{{Start: 1, End: 4}, {Start: 5, End: 11}}, "[The bridge] is safe, … Very safe."},
		{[]dateline.Span{{Start: 15, End: 19}, {Start: 37, End: 41}}, "The bridge is [safe], … Very [safe]."},
		{[]dateline.Span{{Start: 22, End: 25}, {Start: 99, End: 105}}, "The bridge is safe, … Very safe."}, // outside of what was said
		{[]dateline.Span{{Start: 0, End: 4}, {Start: 37, End: 41}}, "The bridge is safe, … Very [safe]."},
	} {
		if got := MarkQuote(hit(c.marks...), "[", "]"); got != c.want {
			t.Errorf("%v: %s, want %s", c.marks, got, c.want)
		}
	}
}

func TestPrinter(t *testing.T) {
	var b strings.Builder
	p := &Printer{W: &b, Width: 60}
	if err := p.Hits([]index.Hit{*hit(dateline.Span{Start: 5, End: 11})}, 7); err != nil {
		t.Fatal(err)
	}
	want := "  7. Anna[2J Larsen\n     “The *bridge* is safe, … Very safe.”\n     a · bytes 0 to 43\n\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
	b.Reset()
	bad := hit()
	bad.ID, bad.Headline, bad.Source = "a\x1b[31m", "b\x1b[31m", "c\x1b[31m"
	if err := p.Hits([]index.Hit{*bad}, 1); err != nil || strings.Contains(b.String(), "\x1b") {
		t.Errorf("escape sequences go to the terminal: %v\n%q", err, b.String())
	}
	b.Reset()
	mixed := hit()
	mixed.Kind = dateline.Mixed
	if err := p.Hits([]index.Hit{*mixed}, 1); err != nil || !strings.Contains(b.String(), "“The bridge is safe, … Very safe.”") {
		t.Errorf("words in quotation marks have none: %v\n%s", err, b.String())
	}
	b.Reset()
	if err := p.Counts("speaker", []index.Count{{Value: "Anna Larsen", N: 1200}, {Value: "Bo", N: 300}, {Value: "Cy", N: 1}}); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(b.String(), "\n")
	if lines[0] != "SPEAKER" || !strings.HasPrefix(lines[1], "  Anna Larsen  1,200  ████") || !strings.HasPrefix(lines[3], "  Cy               1  ▏") {
		t.Errorf("got\n%s", b.String())
	}
	if a, c := strings.Count(lines[1], "█"), strings.Count(lines[2], "█"); c*4 < a-4 || c*4 > a {
		t.Errorf("bars of %d and %d columns for 1,200 and 300", a, c)
	}
}

func TestTables(t *testing.T) {
	var b strings.Builder
	if err := CSV(&b, []index.Hit{*hit()}, true); err != nil {
		t.Fatal(err)
	}
	if want := "a,0,Anna\x1b[2J Larsen,direct,\"The bridge is safe, ... Very safe.\",,,,,0,43,\n"; !strings.HasSuffix(b.String(), want) {
		t.Errorf("CSV %q", b.String())
	}
	b.Reset()
	if err := JSONL(&b, []index.Hit{*hit(dateline.Span{Start: 5, End: 11})}); err != nil {
		t.Fatal(err)
	}
	if want := `"content":[[1,20],[32,42]],"start":0,"end":43,"marks":[[5,11]]}`; !strings.HasSuffix(b.String(), want+"\n") {
		t.Errorf("JSON Lines %s", b.String())
	}
}

func TestFill(t *testing.T) {
	for _, c := range [][2]string{
		{"", ""},
		{"2016", "2016"},
		{"2016 2017 2019", "2016 2017 2018 2019"},
		{"2019-11 2020-02", "2019-11 2019-12 2020-01 2020-02"},
		{"2020-02-27 2020-03-01", "2020-02-27 2020-02-28 2020-02-29 2020-03-01"},
		{"1000-01-01 2020-03-01", "1000-01-01 2020-03-01"},
		{"2019 2016", "2019 2016"},
		{"Oslo Paris", "Oslo Paris"},
		{"2016 Paris", "2016 Paris"},
	} {
		var values []index.Count
		for _, v := range strings.Fields(c[0]) {
			values = append(values, index.Count{Value: v, N: 1})
		}
		var got []string
		sum := 0
		for _, v := range Fill(values) {
			got = append(got, v.Value)
			sum += v.N
		}
		if strings.Join(got, " ") != c[1] || sum != len(values) {
			t.Errorf("%s: %v, %d in all", c[0], got, sum)
		}
	}
}
