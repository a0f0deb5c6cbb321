package score

import (
	"cmp"
	"fmt"
	"io"
	"slices"
)

// EntityErrors tells what is wrong with the names of a system: which labels it takes for which, and where it errs most.
type EntityErrors struct {
	Confusions []Confusion // most frequent first
	Documents  []DocErrors // worst first; documents without errors are left out
}

// A Confusion is a kind of error: a gold name with the label Gold is found as Found. "other span" after a label says that the name
// found begins or ends elsewhere; "-" stands for nothing.
type Confusion struct {
	Gold, Found string
	Count       int
	Example     string // the first such name in the text
}

// DocErrors counts the names of one document, by strict comparison.
type DocErrors struct {
	ID                   string
	Right, Wrong, Missed int
}

// Errors compares names of the given labels by strict comparison.
func Errors(gold, system []Doc, labels []string) *EntityErrors {
	e := &EntityErrors{}
	kinds := map[[2]string]int{} // index in e.Confusions
	note := func(gold, found, example string) {
		k, ok := kinds[[2]string{gold, found}]
		if !ok {
			k = len(e.Confusions)
			kinds[[2]string{gold, found}] = k
			e.Confusions = append(e.Confusions, Confusion{Gold: gold, Found: found, Example: example})
		}
		e.Confusions[k].Count++
	}
	byID := index(system)
	for _, g := range gold {
		want, got := labelled(g.Ents, labels), labelled(byID[g.ID].Ents, labels)
		d := DocErrors{ID: g.ID}
		text := []rune(g.Text)
		for _, x := range want {
			if slices.Contains(got, x) {
				d.Right++
				continue
			}
			d.Missed++
			note(x.Label, taken(x, got), slice(text, x))
		}
		for _, x := range got {
			if slices.Contains(want, x) {
				continue
			}
			d.Wrong++
			if taken(x, want) == "-" {
				note("-", x.Label, slice(text, x))
			}
		}
		if d.Wrong+d.Missed > 0 {
			e.Documents = append(e.Documents, d)
		}
	}
	slices.SortStableFunc(e.Confusions, func(a, b Confusion) int {
		return cmp.Or(b.Count-a.Count, cmp.Compare(a.Gold, b.Gold), cmp.Compare(a.Found, b.Found))
	})
	slices.SortStableFunc(e.Documents, func(a, b DocErrors) int { return b.Wrong + b.Missed - a.Wrong - a.Missed })
	return e
}

// labelled returns the distinct names with one of the labels, by position.
func labelled(ents []Ent, labels []string) (out []Ent) {
	for _, e := range ents {
		if slices.Contains(labels, e.Label) {
			out = append(out, e)
		}
	}
	slices.SortFunc(out, func(a, b Ent) int {
		return cmp.Or(a.Start-b.Start, a.End-b.End, cmp.Compare(a.Label, b.Label))
	})
	return slices.Compact(out)
}

// taken tells as what x, which is not in names as it is, is there.
func taken(x Ent, names []Ent) string {
	other := "-"
	for _, y := range names {
		switch {
		case y.Start == x.Start && y.End == x.End:
			return y.Label
		case y.Start < x.End && x.Start < y.End && other == "-":
			other = y.Label + ", other span"
		}
	}
	return other
}

func slice(text []rune, e Ent) string {
	if e.Start < 0 || e.End > len(text) || e.Start >= e.End {
		return ""
	}
	return string(text[e.Start:e.End])
}

// Print prints the n most frequent confusions and the n worst documents.
func (e *EntityErrors) Print(w io.Writer, n int) {
	fmt.Fprintln(w, "most frequent confusions, gold -> found:")
	for _, c := range e.Confusions[:min(n, len(e.Confusions))] {
		fmt.Fprintf(w, "%5d  %-6s -> %-18s %q\n", c.Count, c.Gold, c.Found, c.Example)
	}
	fmt.Fprintln(w, "documents with most errors:")
	for _, d := range e.Documents[:min(n, len(e.Documents))] {
		_, _, f := counts{d.Right, d.Wrong, d.Missed}.prf()
		fmt.Fprintf(w, "%5d  %s: F1 %.1f, %d right, %d wrong, %d missed\n", d.Wrong+d.Missed, d.ID, f, d.Right, d.Wrong, d.Missed)
	}
}
