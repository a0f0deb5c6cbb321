package quotes

import (
	"strings"

	"github.com/dateline-nlp/dateline"
)

// Archives of newspapers write ''A'' for "A". The marks are read as marks where the text has few others, so that attributions and
// clauses are found alike; what stands in them is told as a reported clause, as Reader.Apostrophes explains.

// apostrophes reports whether text writes its quotation marks as two apostrophes: there are two of them at least, and more than
// half of all double marks.
func apostrophes(text string) bool {
	n := strings.Count(text, "''")
	return n >= 2 && n > strings.Count(text, `"`)+strings.Count(text, "“")+strings.Count(text, "”")
}

// asClauses makes reported clauses of the quotations between two apostrophes. A fragment that a clause holds already is left out.
func asClauses(text string, marked, clauses []dateline.Quote) []dateline.Quote {
	var out []dateline.Quote
	next := 0
	for _, q := range marked {
		if len(q.Quoted) == 0 || !strings.HasPrefix(text[q.Start:], "''") {
			out = append(out, q)
			continue
		}
		for next < len(clauses) && clauses[next].End <= q.Start {
			next++
		}
		if q.Kind == dateline.Mixed && next < len(clauses) && within(clauses[next].Content, q.Content[0]) {
			continue
		}
		q.Kind = dateline.Indirect
		out = append(out, q)
	}
	return out
}
