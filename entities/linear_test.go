package entities_test

import (
	"strings"
	"testing"
	"time"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
)

// growing are texts that are repeated until they are long.
var growing = map[string]string{
	"names":       "Jens Stoltenberg met Harjit Sajjan of NATO in Baghdad. ",
	"new lines":   "Jens Stoltenberg met Harjit Sajjan of NATO in Baghdad.\n",
	"pronouns":    "He said she told them that it was theirs. ",
	"one line":    "the quick brown fox jumps over the lazy dog and ",
	"marks":       "\"",
	"brackets":    "(",
	"stops":       ". ",
	"one word":    "x",
	"one name":    "Xx",
	"dates":       "May 5, 2020 and Monday or last week, ",
	"numbers":     "2020 12 31 ",
	"hyphens":     "U-",
	"capitals":    "NATO ",
	"titles":      "NATO Secretary General Jens Stoltenberg, ",
	"not UTF-8":   "\xff\xfe ",
	"apostrophes": "'s ",
	"claims":      "he claims the reports ",
	"many people": "",
}

// grown returns about n bytes of a growing text.
func grown(name string, n int) string {
	if name == "many people" { // each with another name
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
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
	return strings.Repeat(growing[name], n/len(growing[name]))
}

// TestLinear holds that eight times the text takes about eight times as long, within a factor of four.
func TestLinear(t *testing.T) {
	entities.Tag(seedArticle(t)) // load all models
	for name := range growing {
		small, large := 1<<13, 1<<16
		if testing.Short() {
			large = 1 << 15
		}
		took := func(n int) time.Duration {
			a := dateline.Article{Text: grown(name, n), Published: time.Date(2020, 2, 12, 0, 0, 0, 0, time.UTC)}
			shortest := time.Hour
			for range 2 {
				start := time.Now()
				entities.Tag(a)
				shortest = min(shortest, time.Since(start))
			}
			return shortest
		}
		ratio := 0.0
		for range 5 { // a busy machine may spoil one measurement, not all
			a, b := took(small), took(large)
			ratio = float64(b) / float64(a+time.Millisecond) * float64(small) / float64(large)
			t.Logf("%-12s %8v for %d KB, %8v for %d KB: %.2f", name, a.Round(time.Microsecond*100), small>>10, b.Round(time.Microsecond*100), large>>10, ratio)
			if ratio < 4 {
				break
			}
		}
		if ratio >= 4 {
			t.Errorf("%s: time per byte grows by a factor of %.1f", name, ratio)
		}
	}
}
