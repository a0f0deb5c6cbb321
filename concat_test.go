package dateline_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/dateline-nlp/dateline"
)

// TestConcatenation puts paragraphs of each article behind those of each other. Before the joint only names may change of which a word
// comes again behind it, and who is meant by them: the whole text votes on these. A few facts in a thousand change without that: what depends
// on them (a pronoun, the length of a name), and how the last paragraphs of a text are read.
func TestConcatenation(t *testing.T) {
	var stories []string
	for _, name := range sampleNames(t) {
		stories = append(stories, story(t, name))
	}
	day := time.Date(2020, 2, 12, 0, 0, 0, 0, time.UTC)
	kept, voted, changed := 0, 0, 0
	for i, a := range stories {
		alone := placed(read(dateline.Article{Text: a, Published: day}), len(a))
		for k, b := range stories {
			if k == i {
				continue
			}
			again := map[string]bool{}
			for _, w := range letters(b) {
				again[w] = true
			}
			joined := map[string]int{}
			for _, fact := range placed(read(dateline.Article{Text: a + "\n\n" + b, Published: day}), len(a)) {
				joined[fact]++
			}
			for _, fact := range alone {
				switch {
				case joined[fact] > 0:
					joined[fact]--
					kept++
				case comesAgain(fact, again):
					voted++
				default:
					changed++
					t.Logf("%d before %d: %s", i, k, fact)
				}
			}
		}
	}
	if t.Logf("%d facts the same, %d voted on, %d changed", kept, voted, changed); changed*200 > kept || voted*50 > kept || kept < 1_000 {
		t.Error("too many change")
	}
}

// story returns the first paragraphs of an article's body.
func story(t *testing.T, name string) string {
	doc := read(loadSample(t, name).article)
	var paras []string
	for _, s := range doc.Sections {
		if s.Kind == dateline.SectionBody && len(paras) < 10 {
			paras = append(paras, doc.Slice(s.Span))
		}
	}
	return strings.Join(paras, "\n\n")
}

func letters(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// comesAgain reports whether one of the words behind the bar of a fact does.
func comesAgain(fact string, again map[string]bool) bool {
	_, names, _ := strings.Cut(fact, "|")
	return slices.ContainsFunc(letters(names), func(w string) bool { return again[w] })
}

// placed writes the mentions and quotes of doc that end by limit, one a line: where and what, and after a bar the names in them.
func placed(doc *dateline.Document, limit int) (out []string) {
	name := func(id dateline.EntityID) string {
		if e := doc.Entity(id); e != nil {
			return e.Name
		}
		return ""
	}
	for _, m := range doc.Mentions {
		value, words := "", doc.Slice(m.Span)
		if m.Time != nil {
			value = m.Time.Value
		}
		if m.Form == dateline.FormPronoun {
			value, words = words, ""
		}
		if m.End <= limit {
			out = append(out, fmt.Sprintf("%v %v %s|%s %s", m.Span, m.Label, value, words, name(m.Entity)))
		}
	}
	for _, q := range doc.Quotes {
		if q.End <= limit {
			out = append(out, fmt.Sprintf("%v %v %s|%s", q.Span, q.Kind, q.Rule, q.Speaker.Name))
		}
	}
	return out
}
