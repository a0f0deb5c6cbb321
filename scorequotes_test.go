package dateline_test

import (
	"slices"
	"sort"
	"strings"

	"github.com/dateline-nlp/dateline"
)

// Comparing quotations with the gold: passages in marks, and reported clauses.

// A saying is a quotation of the system cut to what the gold counts.
type saying struct {
	spans []dateline.Span
	quote *dateline.Quote
}

// stretches returns the passages in marks, each its own, those within other quotations included.
func stretches(doc *dateline.Document) []saying {
	var out []saying
	for i := range doc.Quotes {
		if q := &doc.Quotes[i]; q.Kind == dateline.Direct || q.Kind == dateline.Mixed {
			for _, s := range q.Quoted {
				out = append(out, saying{[]dateline.Span{s}, q})
			}
		}
	}
	return out
}

// clauses returns the reported clauses: indirect speech, and mixed speech that says more than its marks hold, "called it
// 'a joke'". A clause that is given in both ways counts once.
func clauses(doc *dateline.Document) []saying {
	var out []saying
	for i := range doc.Quotes {
		q := &doc.Quotes[i]
		if q.Nested || q.Kind == dateline.Direct || q.Kind == dateline.Mixed && length(q.Content) <= length(q.Quoted)+4 {
			continue
		}
		twin := func(o saying) bool { return iou(o.spans, q.Content) >= 0.8 }
		if !slices.ContainsFunc(out, twin) {
			out = append(out, saying{q.Content, q})
		}
	}
	return out
}

func scoreStretches(c *scores, s *sample, doc *dateline.Document) {
	var wanted []goldQuote
	for _, q := range s.gold.quotes {
		if q.kind == "direct" || q.kind == "mixed" {
			wanted = append(wanted, q)
		}
	}
	reported := slices.DeleteFunc(stretches(doc), func(x saying) bool { // the gold has only what stands in no other marks
		return inTurn(s, x, wanted) || x.quote.Nested && len(align(wanted, []saying{x}, 0.8)) == 0
	})
	pairs := align(wanted, reported, 0.8)
	found := tally{len(pairs), len(reported), len(wanted)}
	c.count("stretches", found)
	found.found = countSpeakers(c, s, doc, "speakers", wanted, reported, pairs)
	c.count("speakers", found)
	for j, x := range reported {
		if !slices.ContainsFunc(pairs, func(p [2]int) bool { return p[1] == j }) {
			c.wrong("stretches", "%.80q is reported as speech of %q by %s", doc.Slice(x.spans[0]), x.quote.Speaker.Name, x.quote.Rule)
		}
	}
}

func scoreClauses(c *scores, s *sample, doc *dateline.Document) {
	var wanted []goldQuote
	for _, q := range s.gold.quotes {
		if q.kind == "indirect" {
			wanted = append(wanted, q)
		}
	}
	reported := slices.DeleteFunc(clauses(doc), func(x saying) bool { return inTurn(s, x, wanted) })
	reported = slices.DeleteFunc(reported, func(x saying) bool { // mixed speech is asked for as a stretch: it need not be a clause
		return x.quote.Kind == dateline.Mixed && len(align(wanted, []saying{x}, 0.5)) == 0
	})
	pairs := align(wanted, reported, 0.5)
	n := tally{0, len(reported), len(wanted)}
	n.found = countSpeakers(c, s, doc, "clauses", wanted, reported, pairs)
	c.count("clauses", n)
	for j, x := range reported {
		if !slices.ContainsFunc(pairs, func(p [2]int) bool { return p[1] == j }) {
			c.wrong("clauses", "%.80q is reported as said by %q by %s", doc.Slice(x.spans[0]), x.quote.Speaker.Name, x.quote.Rule)
		}
	}
}

// countSpeakers returns how many pairs have the right speaker, and notes what is missing or wrong.
func countSpeakers(c *scores, s *sample, doc *dateline.Document, unit string, wanted []goldQuote, reported []saying, pairs [][2]int) int {
	n := 0
	for i, want := range wanted {
		k := slices.IndexFunc(pairs, func(p [2]int) bool { return p[0] == i })
		if k < 0 {
			c.wrong(unit, "not found: %.80q of %q", s.text(want.Span), want.speaker)
			continue
		}
		q := reported[pairs[k][1]].quote
		if rightSpeaker(s, q, want) {
			n++
		} else {
			c.wrong(unit, "%.60q is said by %q (%q, %s), want %q", s.text(want.Span), q.Speaker.Name, doc.Slice(q.Speaker.Span), q.Rule, want.speaker)
		}
	}
	return n
}

// rightSpeaker compares a speaker with the gold's: the same name; for somebody nameless, words that overlap those of the
// text; for nobody, nobody.
func rightSpeaker(s *sample, q *dateline.Quote, want goldQuote) bool {
	if want.speaker == "" {
		return !q.Speaker.Known()
	}
	return slices.ContainsFunc(strings.Split(want.speaker, " / "), func(speaker string) bool {
		if sameName(q.Speaker.Name, speaker) {
			return true
		}
		isName := slices.ContainsFunc(s.gold.mentions, func(m goldMention) bool { return m.key == speaker })
		got, wanted := fold(q.Speaker.Name), fold(speaker)
		return !isName && got != "" && (strings.Contains(wanted, got) || strings.Contains(got, wanted))
	})
}

// inTurn reports whether x lies in a turn of an interview and matches nothing wanted: allowed, but not asked for.
func inTurn(s *sample, x saying, wanted []goldQuote) bool {
	if len(align(wanted, []saying{x}, 0.5)) > 0 {
		return false
	}
	return slices.ContainsFunc(s.gold.quotes, func(q goldQuote) bool { return q.kind == "turn" && q.Overlaps(x.spans[0]) })
}

// align pairs gold with reports, one to one, best first, where they agree to at least the threshold.
func align(wanted []goldQuote, reported []saying, threshold float64) [][2]int {
	type candidate struct {
		value float64
		pair  [2]int
	}
	var all []candidate
	for i, w := range wanted {
		for j, r := range reported {
			if v := iou([]dateline.Span{w.Span}, r.spans); v >= threshold {
				all = append(all, candidate{v, [2]int{i, j}})
			}
		}
	}
	sort.SliceStable(all, func(a, b int) bool { return all[a].value > all[b].value })
	usedGold, usedReport := map[int]bool{}, map[int]bool{}
	var out [][2]int
	for _, c := range all {
		if i, j := c.pair[0], c.pair[1]; !usedGold[i] && !usedReport[j] {
			usedGold[i], usedReport[j] = true, true
			out = append(out, c.pair)
		}
	}
	return out
}

// iou is the number of bytes that a and b have in common over the number that they have together.
func iou(a, b []dateline.Span) float64 {
	common := 0
	for _, x := range a {
		for _, y := range b {
			common += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	return float64(common) / float64(max(1, length(a)+length(b)-common))
}

func length(spans []dateline.Span) int {
	n := 0
	for _, s := range spans {
		n += s.Len()
	}
	return n
}
