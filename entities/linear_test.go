package entities_test

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
	"github.com/dateline-nlp/dateline/entities/internal/cputime"
	"github.com/dateline-nlp/dateline/quotes"
)

// growing are texts that are repeated until they are long: each is a shape that invites a stage to look back or ahead without end.
var growing = []string{
	// names, titles, pronouns
	"Jens Stoltenberg met Harjit Sajjan of NATO in Baghdad. ", "Jens Stoltenberg met Harjit Sajjan of NATO in Baghdad.\n", "Smith said Smith. ",
	"Anna Abaza, Bert Bibi, ", "NATO Secretary General Jens Stoltenberg, ", "North Atlantic Treaty Organization (NATO) ", "NATO ", "X, a doctor, ",
	"He said she told them that it was theirs. ", "he claims the reports ", "Xx",
	// dates and numbers
	"May 5, 2020 and Monday or last week, ", "2020 12 31 ", "1,2.3-4/", "the last half of ", "the latest current ",
	// without sentences, words or letters
	"the quick brown fox jumps over the lazy dog and ", "x", ". ", "(", "(a ", "U-", "'s ", "\xff\xfe ", "\n \n", "\n\n", "\u00a0", "👩‍👩‍👧",
	// quotation marks, paired and not
	"\"", "“", "'' ", "'Tis ' ", "said.” ", "\"I ", "\"a\" ", "“a 'b ", "a\" ", "\"a's ", "(\" ", "``a ", "“a ", "'a ", "\"a\n", "“We will go on.\n\n",
	// speech
	"\"Yes,\" said Jens Stoltenberg, \"it is.\" ", "\"A,\" he said. ", "Jens Stoltenberg said that it was so. ", "he said \"a\" and ", "he said ", ", who said ",
	"and she said that ", "according to X, ", "Q: a\n", ", and it was ", "to say ", "said, ",
}

// people returns n sentences that name somebody, each somebody else.
func people(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("Mr. ")
		for k := i; ; k /= 20 {
			b.WriteString([]string{"Ba", "Do", "Ki", "Lu", "Me"}[k%5][:1+k%2])
			b.WriteByte("aeiou"[k/4%5])
			if k < 20 {
				break
			}
		}
		b.WriteString("son left. ")
	}
	return b.String()
}

// turns returns n turns of an interview, two of each of its people.
func turns(n int) string {
	return strings.NewReplacer("Mr. ", "Anna ", " left. ", ": It is safe.\n").Replace(strings.Repeat(people(n/2), 2))
}

// facts reads a text from layout to quotes.
func facts(text string) *dateline.Document {
	doc := entities.Tag(dateline.Article{Text: text, Published: time.Date(2020, 2, 12, 0, 0, 0, 0, time.UTC)})
	doc.Quotes = quotes.Attribute(doc)
	return doc
}

// TestLinear holds that a byte of a long text costs no more than three times what one of a short text does, from text to quotes, and
// that it never takes more than 1500 bytes of memory, what was given back on the way included.
func TestLinear(t *testing.T) {
	facts(seedArticle(t).Text) // load all models
	const small, factor = 1 << 14, 16
	for _, shape := range growing {
		little := strings.Repeat(shape, small/len(shape)+1)
		much := strings.Repeat(little, factor)
		var before, after runtime.MemStats
		ratio := cputime.Growth(factor, func() { facts(little) }, func() {
			runtime.ReadMemStats(&before)
			facts(much)
			runtime.ReadMemStats(&after)
		}, 3)
		memory := float64(after.TotalAlloc-before.TotalAlloc) / float64(len(much))
		if t.Logf("%-50q time a byte grows by %.2f, %4.0f bytes a byte", shape, ratio, memory); ratio >= 3 || memory > 1500 {
			t.Errorf("%q: a byte takes %.1f times the time, and %.0f bytes", shape, ratio, memory)
		}
	}
}

// TestGrowth lets one thing grow to sizes that no article has, each step many times the one before, and holds that time per unit stays
// within a factor of 3 of what it was at the sizes before.
func TestGrowth(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 60 MB: not with -short")
	}
	article := facts(seedArticle(t).Text).Text + "\n\n"
	repeat := func(unit string) func(int) string {
		return func(n int) string { return strings.Repeat(unit, (n+len(unit)-1)/len(unit)) }
	}
	for _, c := range []struct {
		what     string
		from, to int // bytes; of people, turns and marks their number
		step     int
		text     func(n int) string
	}{
		{"an article", 1 << 10, 16 << 20, 2, func(n int) string { return strings.Repeat(article, n/len(article)+1)[:n] }},
		{"mentions", 1_000, 100_000, 10, people},
		{"turns of an interview", 1_000, 30_000, 5, turns},
		{"quotation marks", 1_000, 1_000_000, 10, func(n int) string { return strings.Repeat("\"Yes\" ", n/2) }},
		{"nothing but quotation marks", 1_000, 1_000_000, 10, func(n int) string { return strings.Repeat("\"", n) }},
		{"a sentence", 1 << 10, 1 << 20, 4, repeat("the dam in Iraq and the bridge in Ottawa that Jens Stoltenberg had seen and ")},
		{"a word", 1 << 10, 10 << 20, 10, repeat("x")},
		{"a name", 1 << 10, 10 << 20, 10, repeat("Xx")},
	} {
		t.Run(c.what, func(t *testing.T) {
			var costs []float64 // nanoseconds a unit
			for n := c.from; n <= c.to; n *= c.step {
				text := c.text(n)
				times := max(1, (1<<18)/len(text)) // short ones often enough to be measured
				measure := func() float64 {
					took := cputime.Of(func() {
						for range times {
							facts(text)
						}
					})
					return float64(took.Nanoseconds()) / float64(times) / float64(n)
				}
				cost := measure()
				for try := 0; len(costs) > 0 && cost > 3*slices.Min(costs) && try < 4; try++ { // what else the machine does may spoil one
					cost = min(cost, measure())
				}
				t.Logf("%8d: %6.0f ns each", n, cost)
				if len(costs) > 0 && cost > 3*slices.Min(costs) {
					t.Errorf("%d of %s take %.0f ns each, %.1f times what it was", n, c.what, cost, cost/slices.Min(costs))
				}
				costs = append(costs, cost)
			}
		})
	}
}

// TestGrown holds that the large texts of TestGrowth are what they say: all people are found, and all that is said.
func TestGrown(t *testing.T) {
	doc := facts(people(2_000))
	found := map[string]bool{}
	for _, e := range doc.Entities {
		if e.Label == dateline.Person {
			found[e.Name] = true
		}
	}
	if len(found) < 1_500 {
		t.Errorf("%d people of 2,000", len(found))
	}
	var b strings.Builder
	for i := range 500 {
		fmt.Fprintf(&b, "\"It is number %d,\" said Jens Stoltenberg.\n\n", i)
	}
	if n := len(facts(b.String()).Quotes); n != 500 {
		t.Errorf("%d quotes of 500", n)
	}
	if n := len(facts(turns(500)).Quotes); n != 500 {
		t.Errorf("%d turns of 500", n)
	}
}
