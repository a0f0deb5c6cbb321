package quotes_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/dateline-nlp/dateline"
)

type seedQuote struct {
	Spans   [][2]int
	Speaker string
}

// TestSeed holds what a careful reader finds in the sample article: every quotation with its speaker, every reported clause,
// and nothing else.
func TestSeed(t *testing.T) {
	dir := filepath.Join("..", "..", "shared", "articles")
	text, err := os.ReadFile(filepath.Join(dir, "nato-iraq.txt"))
	if err != nil {
		t.Skip("needs ../shared/articles: not here")
	}
	var gold struct {
		Quotes, Indirect []seedQuote
		NotQuotes        []struct{ Start, End int } `json:"not_quotes"`
		Entities         map[string]struct{ Name string }
	}
	b, err := os.ReadFile(filepath.Join(dir, "nato-iraq.gold.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &gold); err != nil {
		t.Fatal(err)
	}
	var at []int
	for i := range string(text) {
		at = append(at, i)
	}
	at = append(at, len(text))
	doc, _ := read(string(text))

	var marked, clauses []saying
	for i := range doc.Quotes {
		q := &doc.Quotes[i]
		if q.Kind == dateline.Indirect {
			clauses = append(clauses, saying{q.Content[0], q})
			continue
		}
		for _, s := range q.Quoted {
			marked = append(marked, saying{s, q})
		}
	}
	compare := func(what string, want []seedQuote, got []saying, iou float64) {
		t.Helper()
		found := 0
		for _, w := range want {
			for _, sp := range w.Spans {
				s := dateline.Span{Start: at[sp[0]], End: at[sp[1]]}
				name := gold.Entities[w.Speaker].Name
				ok := false
				for _, g := range got {
					ok = ok || overlap(g.span, s) >= iou && g.quote.Speaker.Name == name && g.quote.Speaker.Entity != 0
				}
				if found++; !ok {
					t.Errorf("%s: %q by %s is missing", what, doc.Slice(s), name)
				}
			}
		}
		if len(got) != found {
			for _, g := range got {
				t.Logf("%s: %q by %s", what, doc.Slice(g.span), g.quote.Speaker.Name)
			}
			t.Errorf("%s: %d reported, %d in the gold", what, len(got), found)
		}
	}
	compare("in marks", gold.Quotes, marked, 0.8)
	compare("reported", gold.Indirect, clauses, 0.5)
	for _, n := range gold.NotQuotes {
		s := dateline.Span{Start: at[n.Start], End: at[n.End]}
		for _, g := range marked {
			if g.span.Overlaps(s) {
				t.Errorf("%q is no quotation", doc.Slice(s))
			}
		}
	}
}

// A saying is a passage with its quote.
type saying struct {
	span  dateline.Span
	quote *dateline.Quote
}

func overlap(a, b dateline.Span) float64 {
	both := min(a.End, b.End) - max(a.Start, b.Start)
	return float64(max(both, 0)) / float64(max(a.End, b.End)-min(a.Start, b.Start))
}
