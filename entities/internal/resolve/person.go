package resolve

import (
	"slices"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/gazetteer"
)

// Bounds on what is compared, so that a document with very many people of one name costs no more than its length;
// what lies beyond is left as it is.
const (
	maxCandidates = 16 // that one word leads to
	maxNames      = 8  // of one entity that are looked at
)

// linkPeople clusters the names of persons: full names first, the longest before the shorter, then single words.
func (r *resolver) linkPeople() {
	for _, n := range r.byLength(dateline.Person) {
		name := &r.names[n]
		if len(name.words) == 1 {
			if name.family {
				r.found(n)
			} else if !r.joinDefined(n) {
				r.single(n)
			}
			continue
		}
		if particle(name.words[0]) && r.attach(n, r.surnamed(n), ruleSurname) {
			continue
		}
		c, rule := r.matchFull(n)
		switch {
		case c >= 0:
			r.join(n, c, rule)
		case r.joinDefined(n):
			c = name.cluster
		case r.bornAs(n):
			c = name.cluster
		default:
			c = r.found(n)
		}
		r.indexPerson(n, c)
	}
}

// byLength returns the names of one label, most words first, then by first mention. Among single words those with a
// gender come first, so that "Mr. Obama" has an entity before "Obama" is decided.
func (r *resolver) byLength(label dateline.Label) []int32 {
	r.order = r.order[:0]
	for i := range r.names {
		if r.names[i].label == label {
			r.order = append(r.order, int32(i))
		}
	}
	slices.SortFunc(r.order, func(x, y int32) int {
		a, b := &r.names[x], &r.names[y]
		if len(a.words) != len(b.words) {
			return len(b.words) - len(a.words)
		}
		if (a.gender != 0) != (b.gender != 0) {
			if a.gender != 0 {
				return -1
			}
			return 1
		}
		return int(x - y)
	})
	return r.order
}

func (r *resolver) indexPerson(n, c int32) {
	w := r.names[n].words
	last := w[len(w)-1]
	r.index.push(hash(keyLast, last), c)
	var buf [16]byte
	initials := buf[:0]
	for i, x := range w {
		if x == "" {
			continue
		}
		initials = append(initials, x[0])
		if i < len(w)-1 && len(x) > 1 && !particle(x) {
			r.index.push(hash(keyAny, x), c)
		}
	}
	r.index.push(hash(keyInitial, string(initials)), c)
	if len(last) >= 4 {
		r.addSlip(byte(dateline.Person), last, n)
	}
	if len(w[0]) >= 3 {
		r.addSlip(byte(dateline.Person), w[0], n)
	}
	if len(w[0]) >= shortened+3 {
		r.index.push(hash(keyShortened, w[0][:shortened]), c)
	}
}

// shortened is how many letters a given name keeps at least when it is cut short.
const shortened = 4

func particle(w string) bool {
	switch w {
	case "al", "el", "de", "da", "di", "du", "la", "le", "van", "von", "der", "den", "bin", "ibn", "ben", "abu",
		"wa", "dos", "del", "ul", "st", "mac", "y":
		return true
	}
	return false
}

// surnamed returns the clusters that have name n, which begins with a particle like "van", as their surname.
func (r *resolver) surnamed(n int32) []int32 {
	w := r.names[n].words
	var out []int32
	r.index.all(hash(keyLast, w[len(w)-1]), func(c int32) {
		long := r.names[r.clusters[c].main].words
		if len(long) > len(w) && sameWords(w, long[len(long)-len(w):]) {
			out = append(out, c)
		}
	})
	return out
}

// single decides a name of one word: a surname, else a given or middle name, else a nickname, initials or a slip.
func (r *resolver) single(n int32) {
	w := r.names[n].words[0]
	if r.attach(n, r.listed(hash(keyLast, w)), ruleSurname) || r.attach(n, r.listed(hash(keyAny, w)), ruleGivenName) {
		return
	}
	if c, rule := r.indirect(n, w); c >= 0 {
		r.join(n, c, rule)
		return
	}
	if r.shared(n) {
		return
	}
	c := r.found(n)
	if r.names[n].gender != 0 {
		r.index.push(hash(keyLast, w), c)
	}
}

// bornAs joins a name that somebody was born with to the only person so far of the same given name: "She was born
// Ruth Feuerstein".
func (r *resolver) bornAs(n int32) bool {
	first := r.names[n].first
	t := int(r.token[first])
	if w := r.lower(t - 1); w != "born" && w != "née" && w != "nee" {
		return false
	}
	found := int32(-1)
	for i := int(first) - 1; i >= 0 && i > int(first)-20; i-- {
		m := r.name[i]
		if m < 0 || r.names[m].label != dateline.Person || r.names[m].cluster < 0 || len(r.names[m].words) < 2 || r.names[m].words[0] != r.names[n].words[0] {
			continue
		}
		if found >= 0 && found != r.names[m].cluster {
			return false
		}
		found = r.names[m].cluster
	}
	if found < 0 {
		return false
	}
	main := r.clusters[found].main
	r.join(n, found, ruleAlsoKnown)
	r.clusters[found].main = main
	return true
}

// shared gives the first of two given names with one surname, "Bill and Hillary Clinton", that surname.
func (r *resolver) shared(n int32) bool {
	m := int(r.names[n].first)
	if _, _, strong := gazetteer.Given(r.names[n].key); !strong || m+1 >= len(r.mentions) || r.name[m+1] < 0 {
		return false
	}
	other := &r.names[r.name[m+1]]
	gap := r.doc.Text[r.mentions[m].End:r.mentions[m+1].Start]
	if gap != " and " && gap != " & " || other.label != dateline.Person || len(other.words) != 2 || other.cluster < 0 {
		return false
	}
	first, last := r.names[n].words[0], other.words[1]
	_, surname, ok := strings.Cut(other.text, " ")
	if _, _, given := gazetteer.Given(other.words[0]); !given || !ok || first == last {
		return false
	}
	r.words = append(r.words, first, last)
	full := nameNode{label: dateline.Person, key: first + " " + last, text: r.names[n].text + " " + surname, first: r.names[n].first, body: -1, cluster: -1, next: -1,
		words: r.words[len(r.words)-2 : len(r.words) : len(r.words)]}
	id := int32(len(r.names))
	r.names = append(r.names, full)
	c := r.found(id)
	r.indexPerson(id, c)
	r.join(n, c, ruleSharedName)
	return true
}

// listed returns the ids of a key, the first pushed first; nil for none.
func (r *resolver) listed(key uint64) []int32 {
	var out []int32
	r.index.all(key, func(c int32) { out = append(out, c) })
	slices.Reverse(out)
	return out
}

// indirect looks for the one person of whom w is a nickname, the initials, or a slip of the pen.
func (r *resolver) indirect(n int32, w string) (int32, string) {
	var near []int32
	add := func(c int32) { near = appendNew(near, c) }
	for full := range strings.FieldsSeq(gazetteer.Nickname(w)) {
		r.index.all(hash(keyAny, full), add)
	}
	if len(near) == 0 && len(w) >= shortened {
		r.index.all(hash(keyShortened, w[:shortened]), func(c int32) {
			if full := r.names[r.clusters[c].main].words[0]; len(full) >= len(w)+3 && strings.HasPrefix(full, w) {
				add(c) // Chad: Chadwick Boseman
			}
		})
	}
	if len(near) == 1 {
		return near[0], ruleNickname
	}
	if r.names[n].acronym {
		return r.index.only(hash(keyInitial, w)), ruleInitial
	}
	near = near[:0]
	if len(w) >= 5 {
		r.near(byte(dateline.Person), w, func(m int32) {
			v := r.names[m].words
			for i, s := range [...]string{v[len(v)-1], v[0]} {
				if oneSlip(s, w) && s[0] == w[0] && len(s) >= 5 && w != s+"s" && (i == 0 || !genderSlip(s, w)) && r.compatible(n, r.names[m].cluster) {
					near = appendNew(near, r.names[m].cluster)
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
func (r *resolver) attach(n int32, cs []int32, rule string) bool {
	fit := cs[:0]
	for _, c := range cs {
		if r.compatible(n, c) {
			fit = append(fit, c)
		}
	}
	switch len(fit) {
	case 0:
		return false
	case 1:
		r.join(n, fit[0], rule)
	default:
		r.names[n].several, r.names[n].rule = fit, ruleRecent
	}
	return true
}
