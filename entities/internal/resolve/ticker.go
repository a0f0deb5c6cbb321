package resolve

import (
	"strings"

	"github.com/dateline-nlp/dateline"
)

// tickerOf returns the name of the company whose ticker mention i is, as in "the company (OSE: HALV)": the nearest
// before it that the ticker abbreviates; -1 for none.
func (r *resolver) tickerOf(i int) int32 {
	n := &r.names[r.name[i]]
	if n.label != dateline.Org || !n.acronym || len(n.words) != 1 {
		return -1
	}
	m, text := r.mentions[i], r.doc.Text
	open := strings.LastIndexByte(text[max(0, m.Start-12):m.Start], '(')
	if open < 0 || !strings.HasPrefix(text[m.End:], ")") {
		return -1
	}
	if before := text[max(0, m.Start-12)+open : m.Start]; !strings.HasSuffix(before, ": ") && !strings.HasSuffix(before, ":") {
		return -1
	}
	for k := i - 1; k >= max(0, i-30); k-- {
		if c := r.name[k]; c >= 0 && c != r.name[i] && r.names[c].label == dateline.Org && !r.names[c].acronym && abbreviates(n.words[0], r.names[c].words) {
			return c
		}
	}
	return -1
}
