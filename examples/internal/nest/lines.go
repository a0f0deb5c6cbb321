package nest

import (
	"sort"
	"strings"

	"github.com/dateline-nlp/dateline"
)

// Lines calls f for each line of text that is not blank, without the space around it, in order, with the spans that reach into
// it: which holds their indexes in spans. It takes time linear in the text and the spans it hands out.
func Lines(text string, spans []dateline.Span, f func(line dateline.Span, which []int)) {
	waiting := make([]int, len(spans))
	for i := range waiting {
		waiting[i] = i
	}
	sort.SliceStable(waiting, func(i, j int) bool { return spans[waiting[i]].Start < spans[waiting[j]].Start })
	var open []int
	pos := 0
	for l := range strings.Lines(text) {
		trimmed := strings.TrimSpace(l)
		start := pos + strings.Index(l, trimmed)
		line := dateline.Span{Start: start, End: start + len(trimmed)}
		pos += len(l)
		if trimmed == "" {
			continue
		}
		for len(waiting) > 0 && spans[waiting[0]].Start < line.End {
			open = append(open, waiting[0])
			waiting = waiting[1:]
		}
		n := 0
		for _, i := range open {
			if spans[i].End > line.Start {
				open[n] = i
				n++
			}
		}
		open = open[:n]
		which := append([]int(nil), open...)
		sort.Ints(which)
		f(line, which)
	}
}

// Pick returns the spans with the indexes in which.
func Pick(spans []dateline.Span, which []int) []dateline.Span {
	out := make([]dateline.Span, len(which))
	for k, i := range which {
		out[k] = spans[i]
	}
	return out
}
