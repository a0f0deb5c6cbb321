package score

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A Misquote is a quoted segment or a reported clause that the system got wrong.
type Misquote struct {
	ID     string // of the article
	Kind   string // "direct" (a segment in quotation marks) or "indirect" (a reported clause)
	Fault  string // "missed", "spurious" or "speaker"
	Text   string // what was said, of the gold where it has it
	Length int    // in code points
	Want   string // the speaker of the gold, "-" for none; empty where Fault is "spurious"
	Got    string // the speaker of the system, likewise
}

// Misquotes lists the errors in quoted segments of any length and in reported clauses with a verb of speech, the longest first: what
// is lost or put into somebody's mouth with them is the most.
func Misquotes(gold, system []Doc) (out []Misquote) {
	byID := index(system)
	for _, gd := range gold {
		text := []rune(gd.Text)
		want := segments(text, gd.Quotes, 1)
		got := keep(want, segments(text, byID[gd.ID].Quotes, 1), gd)
		out = append(out, misquotes(gd.ID, "direct", text, segmentUnits(want), segmentUnits(got), 0.8)...)
		clauses, rest := clausesOf(gd.Quotes, true)
		found, _ := clausesOf(byID[gd.ID].Quotes, false)
		found = withoutStrays(clauses, rest, found)
		out = append(out, misquotes(gd.ID, "indirect", text, clauses.units(), found.units(), 0.5)...)
	}
	slices.SortStableFunc(out, func(a, b Misquote) int { return cmp.Compare(b.Length, a.Length) })
	return out
}

// A unit is what is matched: a segment or a clause.
type unit struct {
	cover cover
	quote *Quote
}

func segmentUnits(list []segment) (out []unit) {
	for _, s := range list {
		out = append(out, unit{coverOf([]Span{s.Span}), s.quote})
	}
	return out
}

func (r *reported) units() (out []unit) {
	for i, q := range r.quotes {
		out = append(out, unit{r.covers[i], q})
	}
	return out
}

func misquotes(id, kind string, text []rune, want, got []unit, least float64) (out []Misquote) {
	var c []pair
	for i, x := range want {
		for j, y := range got {
			both := x.cover.shared(y.cover)
			if v := float64(both) / float64(x.cover.size()+y.cover.size()-both); both > 0 && v >= least {
				c = append(c, pair{v, i, j})
			}
		}
	}
	ug, up := map[int]bool{}, map[int]bool{}
	for _, m := range greedy(c) {
		ug[m.g], up[m.p] = true, true
		if x, y := want[m.g].quote, got[m.p].quote; !speakerOK(text, x, y, false) {
			out = append(out, misquote(id, kind, "speaker", text, want[m.g], x, y))
		}
	}
	for i, x := range want {
		if !ug[i] {
			out = append(out, misquote(id, kind, "missed", text, x, x.quote, nil))
		}
	}
	for j, y := range got {
		if !up[j] {
			out = append(out, misquote(id, kind, "spurious", text, y, nil, y.quote))
		}
	}
	return out
}

func misquote(id, kind, fault string, text []rune, of unit, want, got *Quote) Misquote {
	var parts []string
	for _, s := range of.cover {
		parts = append(parts, cut(text, s))
	}
	return Misquote{id, kind, fault, strings.Join(parts, " ... "), of.cover.size(), whose(want), whose(got)}
}

// whose names the speaker of a quotation; that of none is empty.
func whose(q *Quote) string {
	switch {
	case q == nil:
		return ""
	case q.SpeakerIs != "":
		return q.SpeakerIs
	case q.Speaker != nil && q.Speaker.Text != "":
		return q.Speaker.Text
	}
	return "-"
}

// PrintMisquotes prints the first n of list, a line each.
func PrintMisquotes(w io.Writer, list []Misquote, n int) {
	fmt.Fprintf(w, "errors, the longest first, %d of %d:\n", min(n, len(list)), len(list))
	for _, m := range list[:min(n, len(list))] {
		said := []rune(strings.Join(strings.Fields(m.Text), " "))
		if len(said) > 100 {
			said = append(said[:99:99], '…')
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%q", m.Fault, m.Kind, m.ID, string(said))
		switch m.Fault {
		case "missed":
			fmt.Fprintf(w, "\tof %s\n", m.Want)
		case "spurious":
			fmt.Fprintf(w, "\tof %s\n", m.Got)
		default:
			fmt.Fprintf(w, "\tof %s, not %s\n", m.Want, m.Got)
		}
	}
}
