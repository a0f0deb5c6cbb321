package quotes_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
	"github.com/dateline-nlp/dateline/quotes"
)

// Notation of a quote in the tables: kind, rule, speaker in angle brackets, and what was said, its parts divided by " / ":
//
//	D quote-name-verb <Maria Lopez> It rains, / It pours.
//
// D direct, M mixed, I indirect, a star for nested. The speaker is the entity's name or the words of the text; <> is nobody.

func notation(doc *dateline.Document, q *dateline.Quote) string {
	kind := map[dateline.QuoteKind]string{dateline.Direct: "D", dateline.Mixed: "M", dateline.Indirect: "I"}[q.Kind]
	if q.Nested {
		kind += "*"
	}
	var parts []string
	for _, c := range q.Content {
		parts = append(parts, doc.Slice(c))
	}
	return fmt.Sprintf("%s %s <%s> %s", kind, q.Rule, q.Speaker.Name, strings.Join(parts, " / "))
}

func read(text string) (*dateline.Document, []string) {
	doc := entities.Tag(dateline.Article{Text: text})
	doc.Quotes = quotes.Attribute(doc)
	var got []string
	for i := range doc.Quotes {
		got = append(got, notation(doc, &doc.Quotes[i]))
	}
	return doc, got
}

// A pattern is a text with the quotes that a careful reader finds in it.
type pattern struct {
	name string
	text string
	want string // lines
}

func runPatterns(t *testing.T, patterns []pattern) {
	t.Helper()
	for _, p := range patterns {
		t.Run(p.name, func(t *testing.T) {
			_, got := read(p.text)
			want := strings.Split(strings.TrimSpace(p.want), "\n")
			if p.want == "" {
				want = nil
			}
			if g, w := strings.Join(got, "\n"), strings.Join(trimAll(want), "\n"); g != w {
				t.Errorf("%s\ngot:\n%s\nwant:\n%s", p.text, g, w)
			}
		})
	}
}

func trimAll(lines []string) (out []string) {
	for _, l := range lines {
		out = append(out, strings.TrimSpace(l))
	}
	return out
}
