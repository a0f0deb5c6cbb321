package resolve

import (
	"strings"

	"github.com/dateline-nlp/dateline"
)

// Interviews mark who asks by initials before each turn: "WN: ...", "((WN)) ...". Such a label stands for the only
// organization that begins with its first letter and has its other letters in order, Wikinews here.

// turnLabels joins the initials before turns to the organizations that they stand for.
func (r *resolver) turnLabels() {
	for i := range r.names {
		n := &r.names[i]
		if !n.acronym || n.label != dateline.Org || n.cluster < 0 || r.clusters[n.cluster].size != 1 || n.key == "" || len(n.key) > 4 || !r.opensTurn(int(n.first)) {
			continue
		}
		found, several := int32(-1), false
		for j := range r.names {
			m := &r.names[j]
			if m.label != dateline.Org || m.acronym || m.cluster < 0 || m.cluster == found || len(m.words) != 1 || m.key == "" || m.key[0] != n.key[0] || !abbreviates(n.key, m.words) {
				continue
			}
			several = several || found >= 0
			found = m.cluster
		}
		if found >= 0 && !several {
			r.join(int32(i), found, ruleAcronym)
		}
		return
	}
}

// opensTurn reports whether mention i stands at the start of a line, with a colon or brackets.
func (r *resolver) opensTurn(i int) bool {
	m := r.mentions[i]
	before := strings.TrimRight(r.doc.Text[max(0, m.Start-3):m.Start], "([")
	if before != "" && before[len(before)-1] != '\n' {
		return false
	}
	after := r.doc.Text[m.End:min(len(r.doc.Text), m.End+2)]
	return strings.HasPrefix(after, ":") || strings.HasPrefix(after, "))") || strings.HasPrefix(after, "]")
}
