// Package resolve decides which mentions are one entity.
//
// # Order of work
//
// The most precise rules come first; each answer names its rule (see rules.go).
//
//  1. Names. Mentions with the same label and key (case, accents and punctuation aside) are one name; everything after that
//     compares distinct names, found through an index of their words, never all pairs.
//     Longer names first: a shorter one joins the entity that it is a part, a short form or a slip of, when exactly one fits.
//  2. A one-word name that fits several people ("Clinton") is decided for each mention by who was named last; see recent.go.
//  3. Roles: titles beside names, by package roles.
//  4. Nominals ("the secretary-general") and pronouns, sentence by sentence, by gender, number, recency and position; see discourse.go.
//  5. Places on the map; see geo.go.
//
// A mention whose name is its entity's main name keeps the rule by which it was found; a mention joined by another rule carries
// that rule instead. Where nothing fits well the mention stays open: a name is an entity of its own, a pronoun has Entity 0.
//
// Not done: no knowledge of the world beyond the lists (a person known by two unrelated names is two entities), no syntax tree, no
// bridging ("the company's chairman"), "they" only in the singular, "it" only right after an organization has spoken.
package resolve

import (
	"sort"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/gazetteer"
)

// Resolve returns doc's mentions, with nominals and pronouns added and entities assigned, and the entities. It reads Text, Sections,
// Sentences, Tokens, Source and the name and date mentions in Mentions, which must be in order and not overlap; those that do not fit
// are dropped. Personal pronouns that could not be resolved are there with Entity 0.
func Resolve(doc *dateline.Document) ([]dateline.Mention, []dateline.Entity) {
	r := &resolver{doc: doc, mentions: fitting(doc), moved: map[int32]int32{}}
	r.collect()
	r.defined = r.definitions()
	r.linkPeople()
	r.linkOrgs()
	r.linkPlaces()
	r.relabelAcronyms()
	r.linkNorps()
	r.decideRecent()
	r.geography()
	r.genders()
	r.findRoles()
	r.indexTitles()
	r.discourse()
	ents := r.entities()
	return r.mentions, ents
}

// resolver holds the names and clusters of one document.
type resolver struct {
	doc       *dateline.Document
	mentions  []dateline.Mention
	name      []int32    // for each mention its name, -1 for a date
	cluster   []int32    // for each mention its cluster, -1 for none
	rule      []string   // for each mention the rule that joined it, "" if it is its own
	names     []nameNode // distinct names, by first mention
	clusters  []cluster
	token     []int32 // for each mention the index of its first token
	defined   map[int32]definition
	moved     map[int32]int32  // clusters that geography joined to others
	roles     [][]affiliated   // for each cluster
	titled    map[string]int32 // titles that one person only has
	apposed   []apposed
	countries map[string]int32 // code -> cluster
	kinds     map[string]int32 // noun -> the only organization of that kind, -1
}

// nameNode is a distinct name: a label and a key.
type nameNode struct {
	label   dateline.Label
	key     string
	words   []string // of the key, without titles and legal forms
	text    string   // as first written
	suffix  string   // jr, sr, ii, iii, iv
	gender  dateline.Gender
	first   int32 // first mention
	count   int32
	cluster int32 // -1 before it is decided
	several []int32
	rule    string
	acronym bool
}

// cluster is an entity in the making.
type cluster struct {
	label   dateline.Label
	main    int32 // its fullest name
	names   []int32
	gender  dateline.Gender
	country string
	of      int32
	score   float64
	votes   [3]int32 // evidence for each gender
	place   *gazetteer.Place
}

// fitting returns the mentions that lie in the text, in order, without overlaps.
func fitting(doc *dateline.Document) []dateline.Mention {
	ms := make([]dateline.Mention, 0, len(doc.Mentions)+len(doc.Mentions)/2+8)
	for _, m := range doc.Mentions {
		if m.Start >= 0 && m.Start < m.End && m.End <= len(doc.Text) {
			ms = append(ms, m)
		}
	}
	if !sort.SliceIsSorted(ms, func(i, j int) bool { return ms[i].Start < ms[j].Start }) {
		sort.SliceStable(ms, func(i, j int) bool { return ms[i].Start < ms[j].Start })
	}
	kept := ms[:0]
	end := 0
	for _, m := range ms {
		if m.Start >= end {
			m.Entity = 0
			kept = append(kept, m)
			end = m.End
		}
	}
	return kept
}

// nameKey is what makes two mentions one name.
type nameKey struct {
	label  dateline.Label
	gender dateline.Gender
	key    string
}

// collect makes the distinct names and finds each mention's first token.
func (r *resolver) collect() {
	n := len(r.mentions)
	r.name, r.cluster, r.token = make([]int32, n), make([]int32, n), make([]int32, n)
	r.rule = make([]string, n)
	seen := make(map[nameKey]int32, n/2)
	tok := 0
	var buf []byte
	for i := range r.mentions {
		m := &r.mentions[i]
		for tok < len(r.doc.Tokens) && r.doc.Tokens[tok].End <= m.Start {
			tok++
		}
		r.token[i], r.name[i], r.cluster[i] = int32(tok), -1, -1
		if m.Label == dateline.Date || m.Label == dateline.LabelNone || m.Form != dateline.FormName {
			continue
		}
		buf = gazetteer.AppendKey(buf[:0], r.doc.Text[m.Start:m.End])
		k := nameKey{label: m.Label, gender: r.honorific(i, tok)}
		id, ok := seen[nameKey{k.label, k.gender, string(buf)}]
		if !ok {
			k.key = string(buf)
			id = int32(len(r.names))
			seen[k] = id
			r.names = append(r.names, newName(k, r.doc.Text[m.Start:m.End], int32(i)))
		}
		r.names[id].count++
		r.name[i] = id
	}
}

// join puts name n into cluster c by rule.
func (r *resolver) join(n, c int32, rule string) {
	r.names[n].cluster, r.names[n].rule = c, rule
	cl := &r.clusters[c]
	cl.names = append(cl.names, n)
	if g := r.names[n].gender; g != dateline.GenderUnknown {
		cl.gender = g
	}
	if r.fuller(n, cl.main) {
		cl.main = n
	}
}

// joinDefined joins n to the name that the text says it is, if that one is decided.
func (r *resolver) joinDefined(n int32) bool {
	d, ok := r.defined[n]
	if !ok || r.names[d.other].cluster < 0 {
		return false
	}
	r.join(n, r.names[d.other].cluster, d.rule)
	return true
}

// found makes a cluster for name n.
func (r *resolver) found(n int32) int32 {
	c := int32(len(r.clusters))
	r.clusters = append(r.clusters, cluster{label: r.names[n].label, main: n, names: []int32{n}, gender: r.names[n].gender, score: 1})
	r.names[n].cluster = c
	return c
}

// fuller reports whether name a says more than name b: more words, or as many and used more often, or as often and longer. Of the names of a
// well-known organization a paraphrase ("the North Atlantic alliance") says least.
func (r *resolver) fuller(a, b int32) bool {
	x, y := &r.names[a], &r.names[b]
	if x.label == dateline.Org {
		if k := gazetteer.Org(x.key); k != "" && k == gazetteer.Org(y.key) {
			if p, q := paraphrase(x.text), paraphrase(y.text); p != q {
				return q
			}
		}
	}
	if x.acronym != y.acronym {
		return y.acronym
	}
	if len(x.words) != len(y.words) {
		return len(x.words) > len(y.words)
	}
	if x.label == dateline.Person && x.count != y.count {
		return x.count > y.count
	}
	return len(x.text) > len(y.text)
}

// paraphrase reports whether a name ends in a word without a capital.
func paraphrase(s string) bool {
	i := strings.LastIndexByte(s, ' ')
	return i >= 0 && i+1 < len(s) && s[i+1] >= 'a' && s[i+1] <= 'z'
}
