package dates

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/cputime"
)

// TestSample reads the sample article: eleven dates with their values.
func TestSample(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "..", "shared", "articles")
	text, err := os.ReadFile(filepath.Join(dir, "nato-iraq.txt"))
	if err != nil {
		t.Skip("needs ../shared/articles/nato-iraq.txt: not here")
	}
	data, err := os.ReadFile(filepath.Join(dir, "nato-iraq.gold.json"))
	if err != nil {
		t.Fatal(err)
	}
	var gold struct {
		Published string
		Mentions  []struct {
			Start, End         int
			Text, Label, Value string
		}
	}
	if err := json.Unmarshal(data, &gold); err != nil {
		t.Fatal(err)
	}
	doc := document(string(text), gold.Published)
	found := map[int]dateline.Mention{}
	for _, m := range Find(doc) {
		found[utf8.RuneCountInString(doc.Text[:m.Start])] = m
	}
	n := 0
	for _, g := range gold.Mentions {
		if g.Label != "DATE" {
			continue
		}
		n++
		m, ok := found[g.Start]
		if !ok {
			t.Errorf("%q at %d is not found", g.Text, g.Start)
		} else if got := doc.Slice(m.Span); got != g.Text || m.Time.Value != g.Value {
			t.Errorf("%q is %s, want %q, %s", got, m.Time.Value, g.Text, g.Value)
		}
	}
	if n != 11 {
		t.Errorf("the gold has %d dates, want 11", n)
	}
}

// TestInterval checks that intervals agree with the values they stand beside.
func TestInterval(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"It fell on February 29, 2020.", "2020-02-29"},
		{"It fell in February 2020.", "2020-02-01/2020-03-01"},
		{"It fell in 2020.", "2020-01-01/2021-01-01"},
		{"It fell in the 1990s.", "1990-01-01/2000-01-01"},
		{"It fell in the 19th century.", "1800-01-01/1900-01-01"},
		{"It fell in the third quarter of 2019.", "2019-07-01/2019-10-01"},
		{"It fell in the first half of 2019.", "2019-01-01/2019-07-01"},
		{"It fell in summer 2019.", "2019-06-01/2019-09-01"},
		{"It fell in the winter of 2019.", "2019-12-01/2020-03-01"},
		{"It fell last week.", "2020-02-03/2020-02-10"},
		{"It fell over the weekend.", "2020-02-08/2020-02-10"},
		{"It fell over the past three months.", "2019-11-12/2020-02-13"},
		{"It falls over the next two weeks.", "2020-02-12/2020-02-27"},
		{"It fell in the 2019-20 season.", "2019-01-01/2021-01-01"},
		{"It fell in 44 BC.", "-0043-01-01/-0042-01-01"},
		{"It fell in the 4th century BC.", "-0399-01-01/-0299-01-01"},
		{"They fast during Ramadan.", "2020-04-24/2020-05-24"},
		{"It fell at 5 p.m. Monday.", "2020-02-10"},
		{"It fell on 31 February 2019.", ""},
		{"It fell every day.", ""},
		{"It lasted for three days.", ""},
		{"It fell in recent years.", ""},
	} {
		ms := Find(document(c.text, "2020-02-12"))
		if len(ms) != 1 {
			t.Errorf("%q: %d expressions", c.text, len(ms))
		} else if got := ms[0].Time.Interval.String(); got != c.want {
			t.Errorf("%q -> %s, want %s", c.text, got, c.want)
		}
	}
}

// TestDecades checks that a decade has the years whose digits are its value.
func TestDecades(t *testing.T) {
	for _, y := range []int{-8, -9, -39, -43, -48, 10, 1999} {
		p := point{g: decade, y: y}
		i := p.interval()
		for d := i.From; d < i.To; d += 30 {
			if v := yearText(dayPoint(d).y); !strings.HasPrefix(v, p.value()) {
				t.Errorf("%s, %s, holds %s", p.value(), i, v)
			}
		}
		if !within(point{g: year, y: y}, p) {
			t.Errorf("%s, %s, does not hold %d", p.value(), i, y)
		}
	}
}

// TestEveryYear reads every year there is.
func TestEveryYear(t *testing.T) {
	for y := 1; y <= 9999; y++ {
		p := point{g: year, y: y}
		text := "It fell on March 5, " + yearText(y) + "."
		ms := Find(document(text, "2020-02-12"))
		if len(ms) != 1 || ms[0].Time.Value != p.value()+"-03-05" || ms[0].Time.From != dateline.DayOf(y, 3, 5) {
			t.Fatalf("%q -> %s", text, show(ms))
		}
		if tm, err := Parse(yearText(y)+" BC", time.Time{}); err != nil || tm.From != dateline.DayOf(1-y, 1, 1) {
			t.Fatalf("%d BC -> %v, %v", y, tm, err)
		}
	}
}

// TestNoPublication takes the date from the article where it has one, and else leaves values open.
func TestNoPublication(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"CAIRO, Feb. 12, 2020 (AP) -- He left on Monday.", "2020-02-12; 2020-02-10"},
		{"A storm\n\nFebruary 12, 2020\n\nHe left on Monday.", "2020-02-12; 2020-02-10"},
		{"He left on Monday.", "XXXX-WXX-1"},
		{"He left last week.", "XXXX-WXX"},
		{"He left last month.", "XXXX-XX"},
		{"He left yesterday.", "XXXX-XX-XX"},
		{"He left on Friday the 13th.", "XXXX-XX-13"},
		{"He left on February 12.", "XXXX-02-12"},
		{"He left in summer.", "XXXX-SU"},
		{"He left in the third quarter.", "XXXX-Q3"},
		{"He left in March 1998.", "1998-03"},
		{"He left two years ago.", "XXXX"},
	} {
		ms := Find(document(c.text, ""))
		if got := show(ms); got != c.want {
			t.Errorf("%q -> %s, want %s", c.text, got, c.want)
		}
		for _, m := range ms {
			if strings.Contains(m.Time.Value, "X") && !m.Time.Interval.IsZero() {
				t.Errorf("%q: %s has interval %s", c.text, m.Time.Value, m.Time.Interval)
			}
		}
	}
}

// TestStamps takes the stamps of a live page for times of the day on which it appeared, whatever day was told of before.
func TestStamps(t *testing.T) {
	text := "They had sailed on Wednesday at 9pm.\n\n16.15 GMT\n\nThe crew left at 3pm.\n\nUpdated at 16.31 GMT\n\nIt had begun on Wednesday.\n\nAt 7pm they met."
	want := "2023-12-06; 2023-12-06T21:00 TIME; 2023-12-07T16:15Z TIME; 2023-12-07T15:00 TIME; 2023-12-07T16:31Z TIME; 2023-12-06; 2023-12-06T19:00 TIME"
	if got := show(Find(document(text, "2023-12-07"))); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestNarrative reads a story of long ago against itself.
func TestNarrative(t *testing.T) {
	text := "The war began in 1618. In May 1620 the army marched. On 8 November it won. The next day the king fled. " +
		"In January he was banned. By 1622 it was over. Two years later it began again. In 1625 a new king came. " +
		"In 1626 he lost. In 1629 he made peace. That year an edict was signed. In 1631 a city burned."
	want := "1618; 1620-05; 1620-11-08; 1620-11-09; 1621-01; 1622; 1624; 1625; 1626; 1629; 1629; 1631"
	if got := show(Find(document(text, "2009-12-19"))); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestLexicon checks that no word is given twice and that none is too long to be found.
func TestLexicon(t *testing.T) {
	seen := map[string]bool{}
	for _, group := range lexiconText {
		for _, f := range strings.Fields(group.words) {
			w := strings.TrimRight(f, "+~")
			w, _, _ = strings.Cut(w, "=")
			if seen[w] || len(w) > longestWord {
				t.Errorf("%q is given twice, or longer than %d", w, longestWord)
			}
			seen[w] = true
		}
	}
	last := map[string]int{}
	for i, h := range lexicon().holidays {
		if k, ok := last[h.words[0]]; ok && k != i-1 {
			t.Errorf("the holiday %v does not stand with those that begin like it", h.words)
		}
		last[h.words[0]] = i
		if e := lexicon().find(hashOf(h.words[0]), h.words[0]); e == nil || e.class != cHoliday && e.class != cNth {
			t.Errorf("the holiday %v does not begin with a word of its own", h.words)
		}
	}
}

func hashOf(s string) uint32 {
	h := uint32(hashSeed)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * hashPrime
	}
	return h
}

// TestHolidays checks that each holiday lies in its year, in every age, and a few against the almanac.
func TestHolidays(t *testing.T) {
	hs := lexicon().holidays
	for _, y := range []int{-9999, -44, 0, 1, 622, 1582, 1900, 2000, 2024, 9999} {
		for _, h := range hs {
			i := h.days(y)
			if i.IsZero() {
				moon := h.rule[0] == "chinese" || h.rule[0] == "diwali"
				if h.rule[0] != "hijri" && !(moon && (y < firstMoon || y > lastMoon)) { // a year of twelve moons may miss one of ours
					t.Errorf("%v has no day in %d", h.words, y)
				}
			} else if got := i.From.Time().Year(); got != y {
				t.Errorf("%v of %d is in %d", h.words, y, got)
			}
		}
	}
	for _, c := range []struct {
		name string
		year int
		want string
	}{
		{"easter", 1961, "1961-04-02"}, {"easter", 2008, "2008-03-23"}, {"easter", 2038, "2038-04-25"},
		{"thanksgiving", 2012, "2012-11-22"}, {"election day", 2016, "2016-11-08"}, {"memorial day", 2021, "2021-05-31"},
		{"yom kippur", 1973, "1973-10-06"}, {"rosh hashanah", 2023, "2023-09-16"}, {"passover", 2024, "2024-04-23"}, {"hanukkah", 2024, "2024-12-26"},
		{"orthodox easter", 2016, "2016-05-01"}, {"orthodox easter", 2019, "2019-04-28"}, {"orthodox easter", 2023, "2023-04-16"}, {"orthodox easter", 2024, "2024-05-05"},
		{"chinese new year", 1968, "1968-01-30"}, {"chinese new year", 1985, "1985-02-20"}, {"chinese new year", 2000, "2000-02-05"},
		{"chinese new year", 2007, "2007-02-18"}, {"chinese new year", 2012, "2012-01-23"}, {"chinese new year", 2015, "2015-02-19"},
		{"chinese new year", 2020, "2020-01-25"}, {"chinese new year", 2023, "2023-01-22"}, {"chinese new year", 2024, "2024-02-10"},
		{"chinese new year", 2026, "2026-02-17"}, {"chinese new year", 2034, "2034-02-19"},
		{"diwali", 2010, "2010-11-05"}, {"diwali", 2012, "2012-11-13"}, {"diwali", 2014, "2014-10-23"}, {"diwali", 2016, "2016-10-30"},
		{"diwali", 2018, "2018-11-07"}, {"diwali", 2019, "2019-10-27"}, {"diwali", 2020, "2020-11-14"}, {"diwali", 2021, "2021-11-04"},
		{"diwali", 2022, "2022-10-24"}, {"diwali", 2023, "2023-11-12"}, {"diwali", 2024, "2024-10-31"}, {"diwali", 2025, "2025-10-20"},
	} {
		for _, h := range hs {
			if strings.Join(h.words, " ") == c.name {
				if got := h.days(c.year).String(); got != c.want {
					t.Errorf("%s %d is %s, want %s", c.name, c.year, got, c.want)
				}
			}
		}
	}
}

// islamicDays are the days on which Ramadan and the feasts began in Saudi Arabia, 2010 to 2025.
var islamicDays = map[string]string{
	"ramadan": `2010-08-11 2011-08-01 2012-07-20 2013-07-10 2014-06-28 2015-06-18 2016-06-06 2017-05-27 2018-05-17 2019-05-06 2020-04-24
		2021-04-13 2022-04-02 2023-03-23 2024-03-11 2025-03-01`,
	"eid al - fitr": `2010-09-10 2011-08-30 2012-08-19 2013-08-08 2014-07-28 2015-07-17 2016-07-06 2017-06-25 2018-06-15 2019-06-04 2020-05-24
		2021-05-13 2022-05-02 2023-04-21 2024-04-10 2025-03-30`,
	"eid al - adha": `2010-11-16 2011-11-06 2012-10-26 2013-10-15 2014-10-04 2015-09-24 2016-09-12 2017-09-01 2018-08-21 2019-08-11 2020-07-31
		2021-07-20 2022-07-09 2023-06-28 2024-06-16 2025-06-06`,
}

// TestIslamicDays checks that they are never wrong by more than a day, and rarely by one: the crescent is seen or not.
func TestIslamicDays(t *testing.T) {
	right := 0
	for _, h := range lexicon().holidays {
		for _, s := range strings.Fields(islamicDays[strings.Join(h.words, " ")]) {
			d, err := time.Parse("2006-01-02", s)
			if err != nil {
				t.Fatal(err)
			}
			switch got := h.days(d.Year()).From; got - dateline.DayOf(d.Year(), d.Month(), d.Day()) {
			case 0:
				right++
			case -1, 1:
			default:
				t.Errorf("%v %d is %s, was %s", h.words, d.Year(), got, s)
			}
		}
	}
	if right < 43 {
		t.Errorf("%d of 48 days are right, want 43", right)
	}
}

func TestSameTwice(t *testing.T) {
	for _, g := range shared(t, "dev/dateline-news") {
		doc := document(g.Text, g.DCT)
		a, b := Find(doc), Find(doc)
		if !reflect.DeepEqual(a, b) {
			t.Fatalf("%s: two runs differ", g.ID)
		}
	}
}

// TestTogether reads the same documents in several goroutines.
func TestTogether(t *testing.T) {
	var docs []*dateline.Document
	for _, p := range pairs(t, "testdata/rules.txt") {
		docs = append(docs, document(p.text, p.published))
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for _, d := range docs {
				a, b := Find(d), Find(d)
				if !reflect.DeepEqual(a, b) {
					t.Errorf("%q: %s, then %s", d.Text, show(a), show(b))
				}
			}
		})
	}
	wg.Wait()
}

// TestWithoutSegments reads a document that has neither sections nor sentences.
func TestWithoutSegments(t *testing.T) {
	doc := &dateline.Document{Article: dateline.Article{Text: "He left on Feb. 3, 2019.\nIn March\n2019 he came.", Published: time.Date(2020, 2, 12, 0, 0, 0, 0, time.UTC)}}
	if got := show(Find(doc)); got != "2019-02-03; 2020-03; 2019" {
		t.Errorf("got %s", got)
	}
}

// check holds what is true of the answer for any document.
func check(t *testing.T, doc *dateline.Document) {
	t.Helper()
	end := 0
	for _, m := range Find(doc) {
		if m.Start < end || m.Start >= m.End || m.End > len(doc.Text) {
			t.Fatalf("span %v after %d in %d bytes", m.Span, end, len(doc.Text))
		}
		end = m.End
		if !utf8.RuneStart(doc.Text[m.Start]) || m.End < len(doc.Text) && utf8.ValidString(doc.Text) && !utf8.RuneStart(doc.Text[m.End]) {
			t.Fatalf("span %v cuts a rune of %q", m.Span, doc.Text)
		}
		if m.Label != dateline.Date || m.Time == nil || m.Time.Type == dateline.TimexNone || m.Rule == "" || m.Score <= 0 || m.Score > 1 {
			t.Fatalf("%+v", m)
		}
		if m.Time.From > m.Time.To {
			t.Fatalf("%q: interval %v", doc.Slice(m.Span), m.Time.Interval)
		}
		if Describe(*m.Time) == "" && m.Time.Value != "" {
			t.Fatalf("%q: %s has no words", doc.Slice(m.Span), m.Time.Value)
		}
	}
}

func FuzzFind(f *testing.F) {
	data, err := os.ReadFile("testdata/rules.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, line := range strings.Split(string(data), "\n") {
		if m := pairLine.FindStringSubmatch(line); m != nil {
			text, _ := unbracket(m[1])
			f.Add(text, 2020)
		}
	}
	for _, s := range []string{
		strings.Repeat("1,", 300), strings.Repeat("9", 400), strings.Repeat("12.", 200), strings.Repeat("20/02/", 100), strings.Repeat("1999-", 100),
		strings.Repeat("the last two ", 60), strings.Repeat("early mid-", 60), strings.Repeat("\"today", 60), strings.Repeat("one hundred and ", 60),
		"May\u00a05,\u00a02017", "\xff\xfe1999", "31 February 9999", "January 1, 0000", "9999 BC", "Éire 2019–20", "½ 2 ½ years ago", "a\n\nb\n2019\n",
	} {
		f.Add(s, 1)
	}
	f.Fuzz(func(t *testing.T, text string, y int) {
		check(t, &dateline.Document{Article: dateline.Article{Text: text}})
		doc := document(text, "")
		doc.Published = time.Date(y%10000, 2, 12, 0, 0, 0, 0, time.UTC)
		check(t, doc)
		if tm, err := Parse(text, doc.Published); err == nil && tm.Interval.IsZero() {
			t.Fatalf("%q: no interval and no error", text)
		}
	})
}

// TestLinear checks that thirty times the text takes nothing like thirty times thirty as long, for text made to be looked at twice.
func TestLinear(t *testing.T) {
	for _, s := range []string{"1,", "9", "12.", "20/02/", "1999-", "the last two ", "early mid-", "\"today ", "one hundred and ", "May 5-", "a ", "the year ", "on the same day ", "'", "latest ", "full current ",
		"the last half of ", "first - half of ", "fiscal last half of "} {
		doc := func(n int) *dateline.Document {
			return &dateline.Document{Article: dateline.Article{Text: strings.Repeat(s, n/len(s))}}
		}
		short, long := doc(10_000), doc(300_000)
		small, large := time.Hour, time.Hour
		slow := func() bool { return large > 200*small+50*time.Millisecond }
		for i := 0; i < 3 || slow() && i < 12; i++ { // longer where the machine is busy
			small = min(small, cputime.Of(func() { Find(short) }))
			large = min(large, cputime.Of(func() { Find(long) }))
		}
		if slow() {
			t.Errorf("%q: 10 kB take %v, 300 kB take %v", s, small, large)
		}
	}
}
