package quotes

import (
	"sort"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/quotes/internal/clause"
	"github.com/dateline-nlp/dateline/quotes/internal/report"
	"github.com/dateline-nlp/dateline/quotes/internal/source"
)

// join makes quotes of the answers; an answer that is Joined goes on with the quote before.
func join(t *clause.Text, answers []source.Answer) []dateline.Quote {
	var out []dateline.Quote
	for _, a := range answers {
		content, outer := a.Content, a.Content
		if a.Stretch >= 0 {
			outer = t.Stretches[a.Stretch].Outer
			if content.IsZero() {
				content = t.Stretches[a.Stretch].Inner
			}
		}
		if n := len(out); a.Joined && n > 0 {
			q := &out[n-1]
			q.End = outer.End
			q.Content = append(q.Content, content)
			q.Quoted = append(q.Quoted, content)
			continue
		}
		q := dateline.Quote{Span: outer, Kind: dateline.Direct, Content: []dateline.Span{content}, Cue: a.Cue,
			Speaker: a.Speaker, Score: a.Score, Rule: a.Rule}
		if a.Stretch >= 0 {
			q.Quoted = []dateline.Span{content}
		}
		if a.Stretch < 0 {
			q.Kind = dateline.Indirect // a turn of an interview without marks
		} else if a.Embedded || a.Mixed {
			q.Kind = dateline.Mixed
		}
		out = append(out, q)
	}
	return out
}

// reported makes quotes of the reported clauses. Where a clause is partly in quotation marks, the parts in marks are quotes of
// their own already, of kind Mixed; the clause is Indirect, with the same parts in Quoted.
func reported(t *clause.Text, speakers [][]dateline.Speaker, marked []dateline.Quote) []dateline.Quote {
	found := report.Find(t)
	if len(found) == 0 {
		return nil
	}
	out := make([]dateline.Quote, 0, len(found))
	next := 0
	for _, r := range found {
		if speakers[r.Sentence] == nil {
			continue // in a turn of an interview
		}
		fr := &t.Sentences[r.Sentence].Frames[r.Frame]
		q := dateline.Quote{Kind: dateline.Indirect, Content: r.Content, Cue: fr.Span, Score: r.Score, Rule: r.Rule}
		q.Span = dateline.Span{Start: r.Content[0].Start, End: r.Content[len(r.Content)-1].End}
		if !r.Unnamed {
			q.Speaker = speakers[r.Sentence][r.Frame]
		}
		sentence := t.Items[t.Sentences[r.Sentence].First].Start
		for next < len(marked) && marked[next].End <= sentence {
			next++
		}
		for i := next; i < len(marked) && marked[i].Start < q.End; i++ {
			parts := marked[i].Quoted
			for j := sort.Search(len(parts), func(j int) bool { return parts[j].Start >= q.Start }); j < len(parts) && parts[j].End <= q.End; j++ {
				if within(q.Content, parts[j]) {
					q.Quoted = append(q.Quoted, parts[j])
				}
			}
		}
		if allMarked(&q) {
			continue
		}
		for i := len(out) - 1; i >= 0 && out[i].End > q.Start; i-- {
			switch other := &out[i]; {
			case other.Span == q.Span:
			case other.Start <= q.Start && other.End >= q.End:
				q.Nested = true
			case other.Start >= q.Start && other.End <= q.End:
				other.Nested = true // NAME said that C, according to a spokesperson
			}
		}
		out = append(out, q)
	}
	return out
}

// allMarked reports whether all that was said stands in quotation marks: then the quotation tells it all.
func allMarked(q *dateline.Quote) bool {
	rest := 0
	for _, c := range q.Content {
		rest += c.Len()
	}
	for _, c := range q.Quoted {
		rest -= c.Len()
	}
	return len(q.Quoted) > 0 && rest <= 4
}

func within(content []dateline.Span, s dateline.Span) bool {
	for _, c := range content {
		if c.Contains(s) {
			return true
		}
	}
	return false
}
