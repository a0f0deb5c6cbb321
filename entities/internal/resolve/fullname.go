package resolve

import (
	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/gazetteer"
)

// When two full names are one person: the ways in which they can be alike, most precise first, and what speaks
// against it.

// matchFull looks for the one cluster that a name of several words belongs to.
func (r *resolver) matchFull(n int32) (int32, string) {
	w := r.names[n].words
	last := w[len(w)-1]
	for i := range fullRanks {
		rank := &fullRanks[i]
		best, several := int32(-1), false
		try := func(c int32) {
			if c != best && r.compatible(n, c) && rank.fits(r, n, c) {
				several = several || best >= 0
				best = c
			}
		}
		if rank.slip {
			named := func(m int32) { try(r.names[m].cluster) }
			if len(last) >= 4 {
				r.near(byte(dateline.Person), last, named)
			}
			if len(w[0]) >= 3 {
				r.near(byte(dateline.Person), w[0], named)
			}
		} else {
			r.index.all(hash(keyLast, last), try)
			r.index.all(hash(keyAny, last), try)
		}
		if best >= 0 && !several {
			return best, rank.rule
		}
	}
	return -1, ""
}

// fullRanks are the ways in which two full names are one person, most precise first.
var fullRanks = []struct {
	rule string
	slip bool
	fits func(*resolver, int32, int32) bool
}{
	{ruleNamePart, false, func(r *resolver, n, c int32) bool { return r.anyName(c, n, isPart) }},
	{ruleInitial, false, func(r *resolver, n, c int32) bool { return r.anyName(c, n, byInitial) }},
	{ruleNickname, false, func(r *resolver, n, c int32) bool { return r.anyName(c, n, byNickname) }},
	{ruleSpelling, true, func(r *resolver, n, c int32) bool { return r.anyName(c, n, bySlip) && !r.together(n, c) }},
}

// anyName reports whether test holds between name n and one of the full names of c.
func (r *resolver) anyName(c, n int32, test func(a, b *nameNode) bool) bool {
	found := false
	r.namesOf(c, func(m int32) bool {
		found = len(r.names[m].words) > 1 && test(&r.names[n], &r.names[m])
		return !found
	})
	return found
}

// compatible reports whether nothing speaks against name n being cluster c.
func (r *resolver) compatible(n, c int32) bool {
	a, cl := &r.names[n], &r.clusters[c]
	if cl.label != dateline.Person || cl.gender != 0 && a.gender != 0 && cl.gender != a.gender {
		return false
	}
	differ := false
	r.namesOf(c, func(m int32) bool {
		differ = suffixesDiffer(a, &r.names[m]) || kinApart(a, &r.names[m]) || r.listedBeside(a, &r.names[m])
		return !differ
	})
	if differ {
		return false
	}
	if a.gender != 0 && cl.gender == 0 {
		main := &r.names[cl.main]
		if g, _, strong := gazetteer.Given(main.words[0]); len(main.words) > 1 && strong && g != 0 && g != a.gender {
			return false
		}
	}
	return true
}

// suffixesDiffer tells father from son: Jr. and Sr., or Jr. and the same name without it.
func suffixesDiffer(a, b *nameNode) bool {
	switch {
	case a.suffix == b.suffix:
		return false
	case a.suffix != "" && b.suffix != "":
		return true // Bill Sr. is not Bill Vance Jr.
	case len(a.words) == 1 || len(b.words) == 1:
		return false
	}
	return sameWords(a.words, b.words)
}

// isPart: all words of a stand in b in order, first and last word of a among them as they should: same surname, or a
// name that goes on.
func isPart(a, b *nameNode) bool {
	if len(a.words) == len(b.words) {
		return sameWords(a.words, b.words)
	}
	return len(a.words) < len(b.words) && inOrder(a.words, b.words)
}

func sameWords(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// byInitial: same surname, and each given name of the one is the other's or its initial.
func byInitial(a, b *nameNode) bool {
	if a.words[len(a.words)-1] != b.words[len(b.words)-1] {
		return false
	}
	x, y := a.words[:len(a.words)-1], b.words[:len(b.words)-1]
	if len(x) > len(y) {
		x, y = y, x
	}
	for i, w := range x {
		v := y[i]
		if w == v {
			continue
		}
		if len(w) != 1 && len(v) != 1 || w[0] != v[0] {
			return false
		}
	}
	return true
}

// byNickname: same surname, and the first names are forms of one.
func byNickname(a, b *nameNode) bool {
	if a.words[len(a.words)-1] != b.words[len(b.words)-1] {
		return false
	}
	if len(a.words) > 2 && len(b.words) > 2 && a.words[1][0] != b.words[1][0] {
		return false
	}
	return gazetteer.SameGiven(a.words[0], b.words[0])
}

// bySlip: all words equal but one, which is a letter away, is no pair like Paul and Paula, and is not short.
func bySlip(a, b *nameNode) bool {
	if len(a.words) != len(b.words) {
		return false
	}
	diff := -1
	for i := range a.words {
		if a.words[i] != b.words[i] {
			if diff >= 0 {
				return false
			}
			diff = i
		}
	}
	if diff < 0 {
		return false
	}
	x, y := a.words[diff], b.words[diff]
	if !oneSlip(x, y) || len(x) < 3 || len(y) < 3 {
		return false
	}
	if diff == len(a.words)-1 {
		return len(x) >= 4 && len(y) >= 4
	}
	if genderSlip(x, y) {
		return false
	}
	// Dan and Don are two people: of two known names of one length neither is a slip.
	_, _, xs := gazetteer.Given(x)
	_, _, ys := gazetteer.Given(y)
	return !(xs && ys && len(x) == len(y))
}

// together reports whether name n and a name of c stand in one sentence, as two people's names do: looked for at the
// first mention of each.
func (r *resolver) together(n, c int32) bool {
	a := r.doc.SentenceAt(r.mentions[r.names[n].first].Start)
	found := false
	r.namesOf(c, func(m int32) bool {
		found = a >= 0 && r.doc.SentenceAt(r.mentions[r.names[m].first].Start) == a
		return !found
	})
	return found
}
