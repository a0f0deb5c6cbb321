package entities_test

import (
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
	"github.com/dateline-nlp/dateline/quotes"
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
	"quotations":  "\"Yes,\" said Jens Stoltenberg, \"it is.\" ",
	"speech":      "Jens Stoltenberg said that it was so. ",
	"curly":       "“",
	"two marks":   "'' ",
	"paragraphs":  "\"It is.\n\n",
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

// TestLinear holds that a byte of a long text costs no more than three times what one of a short text does, from text to
// quotes, and that it never takes more than 3000 bytes of memory, what was given back on the way included.
func TestLinear(t *testing.T) {
	cost(seedArticle(t).Text) // load all models
	const small = 1 << 14
	large := 1 << 19
	if testing.Short() {
		large = 1 << 16
	}
	for name := range growing {
		little, much := grown(name, small), grown(name, large)
		ratio, memory := 0.0, 0.0
		for range 4 { // a busy machine may spoil one measurement, not all
			time1, _ := cost(little, little, little, little)
			time2, bytes := cost(much)
			ratio = float64(time2) / float64(time1+time.Millisecond) * float64(4*len(little)) / float64(len(much))
			memory = float64(bytes) / float64(len(much))
			t.Logf("%-12s %8v for 4 x %d KB, %8v for %d KB: time a byte grows by %.2f; %4.0f bytes a byte",
				name, time1.Round(time.Millisecond/10), small>>10, time2.Round(time.Millisecond/10), large>>10, ratio, memory)
			if ratio < 3 {
				break
			}
		}
		if ratio >= 3 || memory > 3000 {
			t.Errorf("%s: a byte takes %.1f times the time, and %.0f bytes", name, ratio, memory)
		}
	}
}

// cost returns the processor time and the memory that it takes to read texts, results included.
func cost(texts ...string) (time.Duration, uint64) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := spent()
	for _, text := range texts {
		doc := entities.Tag(dateline.Article{Text: text, Published: time.Date(2020, 2, 12, 0, 0, 0, 0, time.UTC)})
		doc.Quotes = quotes.Attribute(doc)
	}
	took := spent() - start
	runtime.ReadMemStats(&after)
	return took, after.TotalAlloc - before.TotalAlloc
}
