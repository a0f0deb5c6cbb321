package resolve

import (
	"sort"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/gazetteer"
)

// people is the index of the names of persons.
type people struct {
	*resolver
	last     map[string][]int32 // last word of a full name -> clusters
	any      map[string][]int32 // any other word -> clusters
	slips    slipIndex          // given name and surname, each of full names -> names
	initials map[string][]int32 // initials of full names -> clusters
}

// maxCandidates bounds what one word may lead to; a document with more people of one name is left as it is.
const maxCandidates = 64

// linkPeople clusters the names of persons: full names first, the longest before the shorter, then single words.
func (r *resolver) linkPeople() {
	p := &people{resolver: r, last: map[string][]int32{}, any: map[string][]int32{}, slips: slipIndex{}, initials: map[string][]int32{}}
	order := r.byLength(dateline.Person)
	for _, n := range order {
		name := &r.names[n]
		if len(name.words) == 1 {
			if !r.joinDefined(n) {
				p.single(n)
			}
			continue
		}
		if particle(name.words[0]) && p.attach(n, p.surnamed(n), ruleSurname) {
			continue
		}
		c, rule := p.matchFull(n)
		switch {
		case c >= 0:
			r.join(n, c, rule)
		case r.joinDefined(n):
			c = name.cluster
		default:
			c = r.found(n)
		}
		p.index(n, c)
	}
}

// byLength returns the names of one label, most words first, then by first mention. Among single words those with a gender come first, so
// that "Mr. Obama" has an entity before "Obama" is decided.
func (r *resolver) byLength(label dateline.Label) []int32 {
	var order []int32
	for i := range r.names {
		if r.names[i].label == label {
			order = append(order, int32(i))
		}
	}
	sort.SliceStable(order, func(i, j int) bool {
		a, b := &r.names[order[i]], &r.names[order[j]]
		if len(a.words) != len(b.words) {
			return len(a.words) > len(b.words)
		}
		return a.gender != 0 && b.gender == 0
	})
	return order
}

func push(m map[string][]int32, key string, c int32) {
	b := m[key]
	if len(b) < maxCandidates {
		for _, x := range b {
			if x == c {
				return
			}
		}
		m[key] = append(b, c)
	}
}

func (p *people) index(n, c int32) {
	w := p.names[n].words
	push(p.last, w[len(w)-1], c)
	for _, x := range w[:len(w)-1] {
		if len(x) > 1 && !particle(x) {
			push(p.any, x, c)
		}
	}
	var initials []byte
	for _, x := range w {
		initials = append(initials, x[0])
	}
	push(p.initials, string(initials), c)
	p.slips.add(w[len(w)-1], n)
	p.slips.add(w[0], n)
}

func particle(w string) bool {
	switch w {
	case "al", "el", "de", "da", "di", "du", "la", "le", "van", "von", "der", "den", "bin", "ibn", "ben", "abu", "wa", "dos", "del", "ul", "st", "mac", "y":
		return true
	}
	return false
}

// surnamed returns the clusters that have name n, which begins with a particle like "van", as their surname.
func (p *people) surnamed(n int32) []int32 {
	w := p.names[n].words
	var out []int32
	for _, c := range p.last[w[len(w)-1]] {
		long := p.names[p.clusters[c].main].words
		if len(long) > len(w) && sameWords(w, long[len(long)-len(w):]) {
			out = append(out, c)
		}
	}
	return out
}

// matchFull looks for the one cluster that a name of several words belongs to.
func (p *people) matchFull(n int32) (int32, string) {
	name := &p.names[n]
	w := name.words
	for _, rank := range fullRanks {
		best, several := int32(-1), false
		try := func(c int32) {
			if c != best && p.compatible(n, c) && rank.fits(p.resolver, n, c) {
				several = best >= 0
				if best < 0 {
					best = c
				}
			}
		}
		if rank.slip {
			p.slips.near(w[len(w)-1], func(m int32) { try(p.names[m].cluster) })
			p.slips.near(w[0], func(m int32) { try(p.names[m].cluster) })
		} else {
			for _, c := range p.last[w[len(w)-1]] {
				try(c)
			}
			for _, c := range p.any[w[len(w)-1]] {
				try(c)
			}
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
	for i, m := range r.clusters[c].names {
		if i == maxCandidates {
			break
		}
		if len(r.names[m].words) > 1 && test(&r.names[n], &r.names[m]) {
			return true
		}
	}
	return false
}

// compatible reports whether nothing speaks against name n being cluster c.
func (p *people) compatible(n, c int32) bool {
	a := &p.names[n]
	if p.clusters[c].label != dateline.Person {
		return false
	}
	if g := p.clusters[c].gender; g != 0 && a.gender != 0 && g != a.gender {
		return false
	}
	for i, m := range p.clusters[c].names {
		if i == maxCandidates {
			break
		}
		b := &p.names[m]
		if suffixesDiffer(a, b) {
			return false
		}
	}
	if a.gender != 0 && p.clusters[c].gender == 0 {
		main := &p.names[p.clusters[c].main]
		if g, _, strong := gazetteer.Given(main.words[0]); len(main.words) > 1 && strong && g != 0 && g != a.gender {
			return false
		}
	}
	return true
}

// suffixesDiffer tells father from son: Jr. and Sr., or Jr. and the same name without it.
func suffixesDiffer(a, b *nameNode) bool {
	if a.suffix == b.suffix || len(a.words) == 1 || len(b.words) == 1 {
		return false
	}
	return a.suffix != "" && b.suffix != "" || sameWords(a.words, b.words)
}

// isPart: all words of a stand in b in order, first and last word of a among them as they should: same surname, or a name that goes on.
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

// together reports whether name n and a name of c stand in one sentence, as two people's names do: looked for at the first mention of each.
func (r *resolver) together(n, c int32) bool {
	a := r.doc.SentenceAt(r.mentions[r.names[n].first].Start)
	for i, m := range r.clusters[c].names {
		if i == maxCandidates {
			break
		}
		if a >= 0 && r.doc.SentenceAt(r.mentions[r.names[m].first].Start) == a {
			return true
		}
	}
	return false
}

// single decides a name of one word: a surname, else a given or middle name, else a slip of a surname.
func (p *people) single(n int32) {
	w := p.names[n].words[0]
	if p.attach(n, p.last[w], ruleSurname) || p.attach(n, p.any[w], ruleGivenName) {
		return
	}
	if c, rule := p.indirect(n, w); c >= 0 {
		p.join(n, c, rule)
		return
	}
	c := p.found(n)
	if p.names[n].gender != 0 {
		push(p.last, w, c)
	}
}

// indirect looks for the one person of whom w is a nickname, the initials, or a slip of the pen.
func (p *people) indirect(n int32, w string) (int32, string) {
	var near []int32
	for full := range strings.FieldsSeq(gazetteer.Nickname(w)) {
		for _, c := range p.any[full] {
			near = appendNew(near, c)
		}
	}
	if len(near) == 1 {
		return near[0], ruleNickname
	}
	if p.names[n].acronym {
		if cs := p.initials[w]; len(cs) == 1 {
			return cs[0], ruleInitial
		}
		return -1, ""
	}
	near = near[:0]
	if len(w) >= 5 {
		p.slips.near(w, func(m int32) {
			v := p.names[m].words
			for _, s := range [...]string{v[len(v)-1], v[0]} {
				if oneSlip(s, w) && s[0] == w[0] && len(s) >= 5 && !genderSlip(s, w) && p.compatible(n, p.names[m].cluster) {
					near = appendNew(near, p.names[m].cluster)
				}
			}
		})
	}
	if len(near) == 1 {
		return near[0], ruleSpelling
	}
	return -1, ""
}

func appendNew(s []int32, x int32) []int32 {
	for _, y := range s {
		if x == y {
			return s
		}
	}
	return append(s, x)
}

// attach joins n to the only compatible cluster among cs; where there are several it is left to each mention.
func (p *people) attach(n int32, cs []int32, rule string) bool {
	var fit []int32
	for _, c := range cs {
		if p.compatible(n, c) {
			fit = append(fit, c)
		}
	}
	switch len(fit) {
	case 0:
		return false
	case 1:
		p.join(n, fit[0], rule)
	default:
		p.names[n].several, p.names[n].rule = fit, ruleRecent
	}
	return true
}
