// Package score measures what a system found against what people annotated. It computes what the scorers in ../shared/eval
// compute, digit for digit, and prints it in their form:
//
//	Entities   strict and lenient precision, recall and F1 of names            score_entities.py
//	Dates      TempEval-3: span, type and value of expressions of time         score_dates.py
//	Quotes     quoted segments, their speakers, and reported clauses           score_quotes.py
//
// All positions are code points, as in the files.
package score

import (
	"fmt"
	"io"
	"slices"
	"sort"
)

// A Span is a range of code points.
type Span struct{ Start, End int }

func (s Span) overlaps(t Span) bool { return s.Start < t.End && s.End > t.Start }

// An Ent is a name with its label.
type Ent struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Label string `json:"label"`
}

// A Doc is one document of a gold or system file, as much of it as the scorers look at.
type Doc struct {
	ID        string
	Text      string
	Published string // as in 2020-02-12
	Ents      []Ent
	Timex     []Timex
	Quotes    []Quote
	Ignore    []Span // where quotes of the system count neither way
}

// counts are the true positives, false positives and false negatives of one label.
type counts struct{ tp, fp, fn int }

func (c *counts) add(d counts) { c.tp, c.fp, c.fn = c.tp+d.tp, c.fp+d.fp, c.fn+d.fn }

// prf returns precision, recall and F1 in percent.
func (c counts) prf() (p, r, f float64) {
	if c.tp+c.fp > 0 {
		p = float64(c.tp) / float64(c.tp+c.fp)
	}
	if c.tp+c.fn > 0 {
		r = float64(c.tp) / float64(c.tp+c.fn)
	}
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return 100 * p, 100 * r, 100 * f
}

// An EntityResult holds the counts of the labels that were scored.
type EntityResult struct {
	labels          []string
	strict, lenient map[string]*counts
	missing         int // documents that the system does not have
}

// Entities compares names of the given labels: strict wants the same span and label, lenient an overlap and the same label,
// one to one from left to right.
func Entities(gold, system []Doc, labels []string) *EntityResult {
	r := &EntityResult{labels: labels, strict: map[string]*counts{}, lenient: map[string]*counts{}}
	for _, l := range labels {
		r.strict[l], r.lenient[l] = &counts{}, &counts{}
	}
	byID := index(system)
	for _, g := range gold {
		s, ok := byID[g.ID]
		if !ok {
			r.missing++
		}
		for _, l := range labels {
			want, got := spansOf(g.Ents, l), spansOf(s.Ents, l)
			tp := 0
			for _, x := range got {
				if slices.Contains(want, x) {
					tp++
				}
			}
			r.strict[l].add(counts{tp, len(got) - tp, len(want) - tp})
			tp = oneToOne(want, got)
			r.lenient[l].add(counts{tp, len(got) - tp, len(want) - tp})
		}
	}
	return r
}

func index(docs []Doc) map[string]Doc {
	m := make(map[string]Doc, len(docs))
	for _, d := range docs {
		m[d.ID] = d
	}
	return m
}

// spansOf returns the distinct spans with a label, in order.
func spansOf(ents []Ent, label string) []Span {
	var out []Span
	for _, e := range ents {
		if e.Label == label {
			out = append(out, Span{e.Start, e.End})
		}
	}
	sort.Slice(out, func(i, j int) bool {
		return out[i].Start < out[j].Start || out[i].Start == out[j].Start && out[i].End < out[j].End
	})
	return slices.Compact(out)
}

func oneToOne(want, got []Span) int {
	used := make([]bool, len(want))
	n := 0
	for _, p := range got {
		for k, g := range want {
			if !used[k] && p.overlaps(g) {
				used[k] = true
				n++
				break
			}
		}
	}
	return n
}

// Strict returns strict precision, recall and F1 in percent over all labels.
func (r *EntityResult) Strict() (p, rec, f float64) { return total(r.strict).prf() }

func total(m map[string]*counts) counts {
	var t counts
	for _, c := range m {
		t.add(*c)
	}
	return t
}

// Print writes the result as score_entities.py does.
func (r *EntityResult) Print(w io.Writer) {
	line := func(name string, s, l counts) {
		p, rec, f := s.prf()
		_, _, lf := l.prf()
		fmt.Fprintf(w, "%-7s strict P %5.1f R %5.1f F1 %5.1f   lenient F1 %5.1f\n", name, p, rec, f, lf)
	}
	for _, l := range r.labels {
		line(l, *r.strict[l], *r.lenient[l])
	}
	if r.missing > 0 {
		fmt.Fprintf(w, "%d documents missing from the prediction\n", r.missing)
	}
	line("ALL", total(r.strict), total(r.lenient))
}
