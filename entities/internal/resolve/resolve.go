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
//  3. Places on the map; see geo.go. A name that stands for two places becomes two entities; see sense.go.
//  4. Roles: titles beside names, by package roles; see title.go.
//  5. Nominals ("the secretary-general") and pronouns, sentence by sentence, by gender, number, recency and position; see
//     nominal.go and discourse.go. What clauses tell of a pronoun ("She is mayor of Leeds") are roles too.
//
// Before all that, what was tagged is put right where the text shows it to be something else; see tagged.go.
//
// A mention whose name is its entity's main name keeps the rule by which it was found; a mention joined by another
// rule carries that rule instead. Where nothing fits well the mention stays open: a name is an entity of its own, a
// pronoun has Entity 0.
//
// Not done: no knowledge of the world beyond the lists (a person known by two unrelated names is two entities), no
// syntax tree, no bridging but for the affiliation of a title ("the company's chairman, Ann Lee"), "they" only in the singular, "it" only right after an
// organization has spoken.
package resolve

import (
	"sort"
	"strings"
	"sync"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/gazetteer"
)

// Resolve returns doc's mentions, with nominals and pronouns added and entities assigned, and the entities. It reads
// Text, Sections, Sentences, Tokens, Source, URL and the name and date mentions in Mentions, which must be in order
// and not overlap; those that do not fit are dropped. Personal pronouns that could not be resolved are there with
// Entity 0. A name may take in the common noun after it ("North Atlantic alliance"), and what was tagged as a person's
// surname the legal form after it, by which it is a company ("Halvorsen ASA"); a full name loses an abbreviated title
// before it and letters after it ("Cllr Ann Lee KC"). It is safe for concurrent use.
func Resolve(doc *dateline.Document) ([]dateline.Mention, []dateline.Entity) {
	r := pool.Get().(*resolver)
	defer r.release()
	r.begin(doc)
	r.companies()
	r.untitled()
	r.demonyms()
	r.collect()
	r.defined = r.definitions()
	r.linkPeople()
	r.linkOrgs()
	r.turnLabels()
	r.linkPlaces()
	r.relabelAcronyms()
	r.linkNorps()
	r.decideRecent()
	r.geography()
	r.findRoles()
	r.genders()
	r.indexTitles()
	r.discourse()
	r.toldRoles()
	return r.results()
}

// pool keeps the working memory of documents that are done.
var pool = sync.Pool{New: func() any { return new(resolver) }}

// resolver holds the names and clusters of one document.
type resolver struct {
	doc      *dateline.Document
	mentions []dateline.Mention
	name     []int32    // for each mention its name, -1 for a date
	cluster  []int32    // for each mention its cluster, -1 for none
	rule     []string   // for each mention the rule that joined it, "" if it is its own
	token    []int32    // for each mention the index of its first token
	names    []nameNode // distinct names, by first mention
	words    []string   // of all names
	clusters []cluster
	index    table
	order    []int32 // of names, while they are linked

	defined map[int32]definition
	also    []alsoNamed     // names that stand for several people
	moved   map[int32]int32 // clusters that geography joined to others
	roles   []affiliated
	titled  map[string]int32 // titles, to the only person that has them or -2
	kinds   map[string]int32 // nouns, to the only organization of that kind or -1
	apposed []apposed
	places  atlas
	talk    discourse
}

// nameNode is a distinct name: a label and a key.
type nameNode struct {
	label   dateline.Label
	gender  dateline.Gender
	acronym bool
	family  bool // the Koch brothers: no one person
	kin     bool // first named as somebody's relative: "her mother, Ann Lee"
	key     string
	words   []string // of the key, without titles
	text    string   // as first written
	suffix  string   // jr, sr, ii, iii, iv
	rule    string   // that joined it to its cluster
	first   int32    // first mention
	body    int32    // first mention in running text, -1 for none
	count   int32
	cluster int32 // -1 before it is decided, and for a name of several
	next    int32 // next name of the cluster, -1 at the end
	several []int32
}

// cluster is an entity in the making. Its names are a list: see resolver.namesOf.
type cluster struct {
	label   dateline.Label
	gender  dateline.Gender
	main    int32 // its fullest name
	head    int32 // first of its names
	tail    int32 // last of its names
	size    int32 // number of its names
	role    int32 // first of its roles, -1 for none
	place   int32 // index in places.found, -1 for none
	country string
	votes   [3]int32 // evidence for each gender
}

// alsoNamed says that a cluster has a name that others have too.
type alsoNamed struct{ cluster, name int32 }

// maxKept is how many mentions a document may have for its working memory to be kept.
const maxKept = 1 << 14

// begin takes the mentions of doc that lie in its text, in order, without overlaps.
func (r *resolver) begin(doc *dateline.Document) {
	r.doc = doc
	r.index.reset()
	ms := r.mentions[:0]
	sorted := true
	for _, m := range doc.Mentions {
		if m.Start >= 0 && m.Start < m.End && m.End <= len(doc.Text) {
			sorted = sorted && (len(ms) == 0 || ms[len(ms)-1].Start <= m.Start)
			ms = append(ms, m)
		}
	}
	if !sorted {
		sort.SliceStable(ms, func(i, j int) bool { return ms[i].Start < ms[j].Start })
	}
	kept, end := ms[:0], 0
	for _, m := range ms {
		if m.Start >= end {
			m.Entity = 0
			kept = append(kept, m)
			end = m.End
		}
	}
	r.mentions = kept
	r.names, r.words, r.clusters, r.also, r.roles, r.apposed = r.names[:0], r.words[:0], r.clusters[:0], r.also[:0], r.roles[:0], r.apposed[:0]
}

// release gives the working memory back, without what points into the document.
func (r *resolver) release() {
	if cap(r.mentions) > maxKept {
		return
	}
	r.doc = nil
	clear(r.mentions[:cap(r.mentions)])
	clear(r.names[:cap(r.names)])
	clear(r.words[:cap(r.words)])
	clear(r.roles[:cap(r.roles)])
	clear(r.defined)
	clear(r.moved)
	clear(r.titled)
	clear(r.kinds)
	r.talk.resolver = nil
	pool.Put(r)
}

// collect makes the distinct names and finds each mention's first token.
func (r *resolver) collect() {
	n := len(r.mentions)
	r.name, r.cluster, r.token, r.rule = resize(r.name, n), resize(r.cluster, n), resize(r.token, n), resize(r.rule, n)
	tok := 0
	var buf [96]byte
	for i := range r.mentions {
		m := &r.mentions[i]
		for tok < len(r.doc.Tokens) && r.doc.Tokens[tok].End <= m.Start {
			tok++
		}
		r.token[i], r.name[i], r.cluster[i], r.rule[i] = int32(tok), -1, -1, ""
		if m.Label == dateline.Date || m.Label == dateline.LabelNone || m.Form != dateline.FormName {
			continue
		}
		r.extend(i, tok)
		text := r.doc.Text[m.Start:m.End]
		r.name[i] = r.nameFor(m.Label, r.honorific(i, tok), r.family(i, tok), gazetteer.AppendKey(buf[:0], text), text, int32(i))
		n := &r.names[r.name[i]]
		if n.count == 0 && m.Label == dateline.Person {
			n.kin = r.kinBefore(tok)
		}
		if n.count++; n.body < 0 && m.Label == dateline.Person && r.doc.SectionAt(m.Start) == dateline.SectionBody {
			n.body = int32(i)
		}
	}
}

// extend takes the common noun after a name into it where only both together are a listed organization: "the North Atlantic alliance".
func (r *resolver) extend(i, tok int) {
	m := &r.mentions[i]
	if m.Label == dateline.Person || m.Label == dateline.Norp {
		return
	}
	for tok < len(r.doc.Tokens) && r.doc.Tokens[tok].Start < m.End {
		tok++
	}
	if tok == len(r.doc.Tokens) || !oneSpace(r.doc.Text[m.End:r.doc.Tokens[tok].Start]) || !letters(r.lower(tok)) || r.capital(tok) {
		return
	}
	end := r.doc.Tokens[tok].End
	if i+1 < len(r.mentions) && r.mentions[i+1].Start < end {
		return
	}
	if function(r.lower(tok)) || preposition(r.lower(tok)) || finite(r.lower(tok)) {
		return
	}
	if gazetteer.Org(r.doc.Text[m.Start:end]) != "" && gazetteer.Org(r.doc.Text[m.Start:m.End]) == "" {
		m.End, m.Label, m.Rule = end, dateline.Org, ruleKnownName
	}
}

// nameFor returns the distinct name of a mention, which it makes where it is new.
func (r *resolver) nameFor(label dateline.Label, g dateline.Gender, family bool, key []byte, text string, mention int32) int32 {
	h := hash(keyName, string(key)) + uint64(label)<<8 + uint64(g)
	if family {
		h += 1 << 16
	}
	for k := r.index.first(h); k >= 0; k = r.index.links[k].next {
		if n := &r.names[r.index.links[k].id]; n.label == label && n.family == family && n.key == string(key) {
			if shouted(n.text) && !shouted(text) {
				n.text, n.acronym = text, isAcronym(text) // LONDON in a dateline is London
			}
			return r.index.links[k].id
		}
	}
	id := int32(len(r.names))
	r.index.push(h, id)
	n := nameNode{label: label, gender: g, key: string(key), text: text, first: mention, body: -1, cluster: -1, next: -1, acronym: isAcronym(text), family: family}
	r.takeApart(&n)
	r.names = append(r.names, n)
	return id
}

// shouted reports whether a name of more than four letters is all in capitals.
func shouted(s string) bool { return len(s) > 4 && allUpper(s) }

// resize returns s with length n; what it holds is of no meaning.
func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4+8)
	}
	return s[:n]
}

// join puts name n into cluster c by rule.
func (r *resolver) join(n, c int32, rule string) {
	r.names[n].cluster, r.names[n].rule = c, rule
	cl := &r.clusters[c]
	r.names[cl.tail].next, r.names[n].next = n, -1
	cl.tail = n
	cl.size++
	if g := r.names[n].gender; g != dateline.GenderUnknown {
		cl.gender = g
	}
	if r.fuller(n, cl.main) {
		cl.main = n
	}
}

// namesOf calls yield with the names of c, as many as are looked at, until it returns false.
func (r *resolver) namesOf(c int32, yield func(int32) bool) {
	for i, n := 0, r.clusters[c].head; n >= 0 && i < maxNames; i, n = i+1, r.names[n].next {
		if !yield(n) {
			return
		}
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
	r.clusters = append(r.clusters, cluster{label: r.names[n].label, main: n, head: n, tail: n, size: 1, gender: r.names[n].gender, place: -1, role: -1})
	r.names[n].cluster = c
	return c
}

// fuller reports whether name a says more than name b: more words, or as many and used more often, or as often and
// longer; one in Latin letters more than one in others. Of the names of a well-known organization a paraphrase ("the North Atlantic alliance") says less than the
// acronym.
func (r *resolver) fuller(a, b int32) bool {
	x, y := &r.names[a], &r.names[b]
	if x.label == dateline.Norp { // Democrats rather than Democratic; of a nation the form that came first
		return strings.HasSuffix(x.key, "s") && !strings.HasSuffix(y.key, "s") && gazetteer.Demonym(x.text) == ""
	}
	if p, q := otherScript(x.text), otherScript(y.text); p != q {
		return q
	}
	if x.label == dateline.Org {
		if k := gazetteer.Org(x.key); k != "" && k == gazetteer.Org(y.key) {
			if p, q := y.acronym && paraphrase(x.text), x.acronym && paraphrase(y.text); p || q {
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
