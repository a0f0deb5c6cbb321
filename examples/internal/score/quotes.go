package score

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// A Quote is a quotation of a gold or system file.
type Quote struct {
	Spans     []Span
	Quoted    []Span // the parts in quotation marks; nil: to be worked out from the text
	Type      string // "direct", "mixed" or "indirect"
	Nested    bool
	NoSpeech  bool     // an attribution without a verb of speech (a belief, a plan)
	Speaker   *Speaker // nil: no mention
	SpeakerIs string   // name of the entity; "": none
}

// A Speaker is the mention that names the source.
type Speaker struct {
	Span
	Text string
	Head *Span  // of a corpus that has it
	Kind string // "name", "nominal" or "pronoun" where the corpus says so
}

// A QuoteResult is the score of one system, in the order and words of score_quotes.py.
type QuoteResult struct{ groups []quoteGroup }

type quoteGroup struct {
	name string
	rows [][2]string
}

func (g *quoteGroup) add(name, text string) { g.rows = append(g.rows, [2]string{name, text}) }

// ratio is precision, recall and F1 of counts, rounded to four decimals and then printed with three.
func ratio(tp, system, gold int) string {
	p, r, f := 0.0, 1.0, 0.0
	if system > 0 {
		p = float64(tp) / float64(system)
	} else if gold == 0 {
		p = 1
	}
	if gold > 0 {
		r = float64(tp) / float64(gold)
	}
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return fmt.Sprintf("P %.3f R %.3f F1 %.3f (tp %d sys %d gold %d)", round4(p), round4(r), round4(f), tp, system, gold)
}

func round4(x float64) float64 {
	v, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'f', 4, 64), 64)
	return v
}

// share is n of m as Python prints it: None where m is 0, and a decimal point always.
func share(n, m int) string {
	if m == 0 {
		return "None"
	}
	s := strconv.FormatFloat(round4(float64(n)/float64(m)), 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}

// Quotes scores quoted segments with their speakers, and reported clauses.
func Quotes(gold, system []Doc) *QuoteResult {
	r := &QuoteResult{}
	byID := index(system)
	for _, g := range []struct {
		name string
		min  int
	}{{"direct_all", 1}, {"direct_3plus_words", 3}, {"direct_6plus_words", 6}} {
		r.groups = append(r.groups, direct(g.name, g.min, gold, byID))
	}
	r.groups = append(r.groups, indirect("indirect_all", gold, byID, false), indirect("indirect_speech_cue", gold, byID, true))
	return r
}

// Print writes the result as score_quotes.py does.
func (r *QuoteResult) Print(w io.Writer) {
	for _, g := range r.groups {
		fmt.Fprintln(w, g.name)
		for _, row := range g.rows {
			fmt.Fprintf(w, "   %-26s %s\n", row[0], row[1])
		}
	}
}

// A segment is a stretch between quotation marks.
type segment struct {
	Span
	quote *Quote
}

// segments returns the quoted segments of at least a number of words.
func segments(text []rune, quotes []Quote, minWords int) (out []segment) {
	regions := quotedRegions(text)
	for i := range quotes {
		q := &quotes[i]
		if q.Nested || q.Type != "direct" && q.Type != "mixed" {
			continue
		}
		parts := q.Quoted
		if parts == nil {
			parts = quotedParts(text, q.Spans, regions)
			if len(parts) == 0 && q.Type == "direct" {
				for _, s := range q.Spans {
					parts = append(parts, trimMarks(text, s))
				}
			}
		}
		for _, s := range parts {
			if words(cut(text, s)) >= minWords {
				out = append(out, segment{s, q})
			}
		}
	}
	return out
}

// A pair is a gold and a system unit that fit, with how well.
type pair struct {
	iou  float64
	g, p int
}

// greedy takes pairs one to one, the best first.
func greedy(c []pair) (out []pair) {
	slices.SortFunc(c, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.iou, a.iou), cmp.Compare(a.g, b.g), cmp.Compare(a.p, b.p))
	})
	ug, up := map[int]bool{}, map[int]bool{}
	for _, x := range c {
		if !ug[x.g] && !up[x.p] {
			ug[x.g], up[x.p] = true, true
			out = append(out, x)
		}
	}
	return out
}

func direct(name string, minWords int, gold []Doc, byID map[string]Doc) quoteGroup {
	var g, p, exact, goldKeys, systemKeys, matched, ok, strict int
	kinds := map[string]*[2]int{}
	for _, gd := range gold {
		text := []rune(gd.Text)
		want := segments(text, gd.Quotes, minWords)
		got := keep(want, segments(text, byID[gd.ID].Quotes, minWords), gd)
		g, p = g+len(want), p+len(got)
		gk, pk := keys(text, want), keys(text, got)
		goldKeys, systemKeys = goldKeys+len(gk), systemKeys+len(pk)
		for k := range gk {
			if pk[k] {
				exact++
			}
		}
		var c []pair
		for i, x := range want {
			for j, y := range got {
				if v := spanIoU(x.Span, y.Span); v >= 0.8 {
					c = append(c, pair{v, i, j})
				}
			}
		}
		for _, m := range greedy(c) {
			matched++
			x, y := want[m.g].quote, got[m.p].quote
			right := speakerOK(text, x, y, false)
			kind := kinds[goldKind(text, x)]
			if kind == nil {
				kind = new([2]int)
				kinds[goldKind(text, x)] = kind
			}
			kind[1]++
			if right {
				ok++
				kind[0]++
			}
			if speakerOK(text, x, y, true) {
				strict++
			}
		}
	}
	out := quoteGroup{name: name}
	out.add("exact", ratio(exact, systemKeys, goldKeys))
	out.add("iou0.8", ratio(matched, p, g))
	out.add("speaker_acc_on_matched", share(ok, matched))
	out.add("speaker_acc_strict", share(strict, matched))
	out.add("speaker_acc_by_gold_kind", kindTable(kinds))
	out.add("end_to_end", ratio(ok, p, g))
	out.add("end_to_end_strict", ratio(strict, p, g))
	return out
}

func kindTable(kinds map[string]*[2]int) string {
	var names []string
	for k := range kinds {
		names = append(names, k)
	}
	slices.Sort(names)
	for i, k := range names {
		names[i] = fmt.Sprintf("'%s': [%d, %d]", k, kinds[k][0], kinds[k][1])
	}
	return "{" + strings.Join(names, ", ") + "}"
}

func goldKind(text []rune, q *Quote) string {
	switch {
	case q.Speaker == nil:
		return "none"
	case q.Speaker.Kind != "":
		return q.Speaker.Kind
	}
	return speakerKind(text, q.Speaker.Span)
}

// keep drops system segments that lie mostly in what the gold ignores, or in a nested quote of it, and match no gold segment.
func keep(want, got []segment, gd Doc) (out []segment) {
	drop := slices.Clone(gd.Ignore)
	for _, q := range gd.Quotes {
		if q.Nested {
			drop = append(drop, q.Spans...)
		}
	}
	for _, x := range got {
		fits := slices.ContainsFunc(want, func(g segment) bool {
			return 2*common(x.Span, g.Span) > max(x.End, g.End)-min(x.Start, g.Start)
		})
		ignored := slices.ContainsFunc(drop, func(y Span) bool { return 2*common(x.Span, y) > x.End-x.Start })
		if fits || !ignored {
			out = append(out, x)
		}
	}
	return out
}

func common(a, b Span) int { return max(0, min(a.End, b.End)-max(a.Start, b.Start)) }

func spanIoU(a, b Span) float64 {
	o := common(a, b)
	if o == 0 {
		return 0
	}
	return float64(o) / float64(max(a.End, b.End)-min(a.Start, b.Start))
}

// keys are the boundaries of segments, without marks and punctuation at the edges.
func keys(text []rune, list []segment) map[Span]bool {
	out := map[Span]bool{}
	for _, x := range list {
		s := trimMarks(text, x.Span)
		for s.Start < s.End && strings.ContainsRune(edge, text[s.Start]) {
			s.Start++
		}
		for s.End > s.Start && strings.ContainsRune(edge, text[s.End-1]) {
			s.End--
		}
		out[s] = true
	}
	return out
}

const edge = " \t\n\u00a0.,;:!?\u2026\u2014-\u2019'\u2018()[]"
