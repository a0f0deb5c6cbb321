// Package nest turns spans that lie over each other in any way into properly nested ones, as HTML and XML need them.
package nest

import (
	"sort"

	"github.com/dateline-nlp/dateline"
)

// A Handler takes the pieces of a text in order. A span that crosses another one's end is closed there and opened again:
// Open's part counts its pieces from 0, Close's last tells the final one.
type Handler struct {
	Open  func(span, part int)
	Close func(span int, last bool)
	Text  func(string)
}

// Walk calls h for the part of text within a range, spans clipped to it; empty spans are left out. Of two spans that begin
// together the longer one is outside, of equal ones the one that stands first in spans.
func Walk(text string, within dateline.Span, spans []dateline.Span, h Handler) {
	var order, open []int
	clip := make([]dateline.Span, len(spans))
	for i, s := range spans {
		clip[i] = dateline.Span{Start: max(s.Start, within.Start), End: min(s.End, within.End)}
		if clip[i].Start < clip[i].End {
			order = append(order, i)
		}
	}
	sort.SliceStable(order, func(i, j int) bool {
		a, b := clip[order[i]], clip[order[j]]
		return a.Start < b.Start || a.Start == b.Start && a.End > b.End
	})
	parts := make([]int, len(spans))
	pos := within.Start
	for len(order) > 0 || len(open) > 0 {
		next := within.End
		if len(order) > 0 {
			next = clip[order[0]].Start
		}
		for _, i := range open {
			next = min(next, clip[i].End)
		}
		if pos < next {
			h.Text(text[pos:next])
			pos = next
		}
		open = closeAt(pos, open, clip, parts, h)
		for len(order) > 0 && clip[order[0]].Start == pos {
			open = append(open, order[0])
			h.Open(order[0], parts[order[0]])
			order = order[1:]
		}
	}
	if pos < within.End {
		h.Text(text[pos:within.End])
	}
}

// closeAt closes the spans that end at pos, and for their sake those inside them that go on, which it opens again.
func closeAt(pos int, open []int, clip []dateline.Span, parts []int, h Handler) []int {
	low := 0
	for low < len(open) && clip[open[low]].End > pos {
		low++
	}
	inner := open[low:]
	for i := len(inner) - 1; i >= 0; i-- {
		h.Close(inner[i], clip[inner[i]].End == pos)
	}
	open = open[:low]
	for _, i := range inner {
		if clip[i].End > pos {
			parts[i]++
			h.Open(i, parts[i])
			open = append(open, i)
		}
	}
	return open
}
