package dateline_test

import (
	"strings"
	"testing"
	"time"

	"github.com/dateline-nlp/dateline"
)

// TestLinear reads texts that invite quadratic work, once and four times as long: the time may grow with the length, not
// with its square. The factor leaves room for noise, the floor for texts that are read too fast to be measured.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("reads some megabytes: not with -short")
	}
	article := loadSample(t, "nato-iraq").article.Text
	for _, c := range []struct{ what, unit string }{
		{"one line without an end", "The minister said the dam in Iraq would hold. "},
		{"a line without spaces", "abcdefghij"},
		{"opening marks", "\"I "},
		{"closing marks", "said.” "},
		{"single marks", "'Tis ' "},
		{"paragraphs that open a quotation", "“We will go on.\n\n"},
		{"names", "Jens Stoltenberg met Bob Davidson. "},
		{"one surname", "Smith said Smith. "},
		{"many surnames", "Anna Abaza, Bert Bibi, "},
		{"dates", "on Monday, Feb. 20, 2017, "},
		{"numbers", "1,2.3-4/"},
		{"pronouns", "He said she said that he told her. "},
		{"parentheses", "("},
		{"acronyms", "North Atlantic Treaty Organization (NATO) "},
		{"blank lines", "\n \n"},
		{"articles", article + "\n\n"},
	} {
		cost := func(size int) time.Duration {
			text := strings.Repeat(c.unit, size/len(c.unit)+1)
			best := time.Duration(1 << 62)
			for range 2 {
				start := time.Now()
				read(dateline.Article{Text: text})
				best = min(best, time.Since(start))
			}
			return best
		}
		const size = 25_000
		short, long := cost(size), cost(4*size)
		t.Logf("%-34s %8.0f kB/s, %4.1f times as long for 4 times the text", c.what, float64(4*size)/1000/long.Seconds(), float64(long)/float64(short))
		if long > 12*short && long > 2*time.Second {
			t.Errorf("%s: %v for %d bytes, %v for %d", c.what, short, size, long, 4*size)
		}
	}
}
