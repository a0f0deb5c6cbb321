package resolve

import (
	"slices"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/gazetteer"
	"github.com/dateline-nlp/dateline/entities/internal/roles"
)

// affiliated is a role with the cluster of its affiliation, -1 for none.
type affiliated struct {
	dateline.Role
	key    string // of the title
	affil  int32
	person int32
	next   int32 // next role of the person, -1 at the end
}

// findRoles gives people their roles, each title once: with its affiliation where one mention has it and another has
// not.
func (r *resolver) findRoles() {
	for _, f := range roles.Find(r.doc, r.mentions, r.token) {
		c := r.cluster[f.Person]
		if c < 0 || r.clusters[c].label != dateline.Person {
			continue
		}
		r.take(f, c, f.Person)
		if f.Definite && f.Role.Span.End > f.Role.Span.Start {
			r.apposed = append(r.apposed, apposed{f.Role.Span, c})
		}
	}
}

// take adds role f to person c, told at mention m.
func (r *resolver) take(f roles.Found, c int32, m int) {
	a := affiliated{Role: f.Role, key: gazetteer.Key(f.Role.Title), affil: -1, person: c}
	if f.Affil >= 0 {
		a.affil = r.cluster[f.Affil]
	} else if f.Owner >= 0 {
		a.affil = r.ownerOf(f.Owner, m)
		if a.affil >= 0 {
			a.Affiliation = r.display(r.clusters[a.affil].main)
		}
	}
	r.addRole(a)
}

// sureWho is the score from which a pronoun's clause counts for the person it means.
const sureWho = 0.7

// toldRoles gives people the roles that clauses tell of the pronouns that mean them.
func (r *resolver) toldRoles() {
	var at []int
	var of []int32
	for i := range r.talk.added {
		m, c := &r.talk.added[i], r.talk.addedTo[i]
		if m.Form != dateline.FormPronoun || m.Score < sureWho || c < 0 || r.clusters[c].label != dateline.Person {
			continue
		}
		switch strings.ToLower(r.doc.Text[m.Start:m.End]) {
		case "he", "she":
		default:
			continue
		}
		t, ok := slices.BinarySearchFunc(r.doc.Tokens, m.Start, func(t dateline.Token, at int) int { return t.Start - at })
		if ok && t+1 < len(r.doc.Tokens) && tells(r.lower(t+1)) {
			at, of = append(at, t), append(of, c)
		}
	}
	if len(at) == 0 {
		return
	}
	for _, f := range roles.Told(r.doc, r.mentions, r.token, at) {
		start := r.doc.Tokens[at[f.Person]].Start
		before, _ := slices.BinarySearchFunc(r.mentions, start, func(m dateline.Mention, at int) int { return m.Start - at })
		r.take(f, of[f.Person], before)
	}
}

// tells reports whether a verb like w may tell what somebody is.
func tells(w string) bool {
	switch w {
	case "is", "was", "has", "had", "will", "became", "becomes", "remains", "remained", "serves", "served", "works", "worked", "resigned",
		"retired", "stepped", "took", "founded", "joined", "left":
		return true
	}
	return false
}

// apposed is a definite title beside a name, a mention of the same person.
type apposed struct {
	dateline.Span
	cluster int32
}

// maxRoles bounds the roles that one person can have.
const maxRoles = 16

// addRole adds a to its person's roles, or completes the one with the same title.
func (r *resolver) addRole(a affiliated) {
	n, last := 0, int32(-1)
	for i := r.clusters[a.person].role; i >= 0; i = r.roles[i].next {
		b := &r.roles[i]
		n, last = n+1, i
		if !sameTitle(b, &a) || b.affil >= 0 && a.affil >= 0 && !r.related(b.affil, a.affil) {
			continue
		}
		if b.affil < 0 && a.affil >= 0 {
			b.affil, b.Affiliation = a.affil, a.Affiliation
		}
		if b.From == "" {
			b.From = a.From
		}
		if b.Until == "" {
			b.Until = a.Until
		}
		if len(a.key) > len(b.key)+1 {
			b.key, b.Title, b.Span = a.key, a.Title, a.Span
		}
		b.Former = b.Former || a.Former
		return
	}
	if n == maxRoles {
		return
	}
	a.next = -1
	r.roles = append(r.roles, a)
	if at := int32(len(r.roles) - 1); last < 0 {
		r.clusters[a.person].role = at
	} else {
		r.roles[last].next = at
	}
}

// sameTitle reports whether two roles have one title, spelt alike, in the plural, or as its initials: CEO and Chief
// Executive Officer.
func sameTitle(a, b *affiliated) bool {
	short, long := a.key, b.key
	if len(short) > len(long) {
		short, long = long, short
	}
	if short == long || len(long) == len(short)+1 && long[:len(short)] == short && long[len(short)] == 's' {
		return true
	}
	if len(short) < 2 || len(short) > 4 {
		return false
	}
	i := 0
	for w := range strings.SplitSeq(long, " ") {
		if i >= len(short) || w == "" || w[0] != short[i] {
			return false
		}
		i++
	}
	return i == len(short)
}

// related reports whether two clusters are one affiliation: the same, or of one country.
func (r *resolver) related(a, b int32) bool {
	return a == b || r.clusters[a].country != "" && r.clusters[a].country == r.clusters[b].country
}

// ownerOf returns the cluster that a noun like "the country" or "the alliance" at token t stands for, before mention m:
// the last country, or the only such body; -1 for none.
func (r *resolver) ownerOf(t, m int) int32 {
	w := r.lower(t)
	switch w {
	case "its":
		return r.its(t, m)
	case "country", "nation", "kingdom", "republic":
		for i := m - 1; i >= 0 && i > m-20; i-- {
			c := r.cluster[i]
			if c >= 0 && r.clusters[c].country != "" && (r.clusters[c].label == dateline.Norp || r.isCountry(c)) {
				return r.countryOf(c)
			}
		}
		return -1
	}
	if c := r.kindOf(w); c >= 0 || !kindNoun(w) || !r.possessive(t+1) && w != "company" && w != "firm" {
		return c
	}
	// The company's chief executive: of the company named last.
	for i := m - 1; i >= 0 && i > m-12; i-- {
		if c := r.cluster[i]; c >= 0 && r.clusters[c].label == dateline.Org {
			return c
		}
	}
	return -1
}

// its returns the organization or country that "its" at token t stands for, before mention m: the first one of the
// sentence, if it comes before, else the first one of the sentence before; -1 for none.
func (r *resolver) its(t, m int) int32 {
	s := r.doc.SentenceAt(r.doc.Tokens[t].Start)
	for back := 0; back < 2 && s >= back; back++ {
		found := int32(-1)
		for i := m - 1; i >= 0 && r.mentions[i].Start >= r.doc.Sentences[s-back].Start; i-- {
			if c := r.cluster[i]; c >= 0 && (r.clusters[c].label == dateline.Org || r.isCountry(c)) && r.mentions[i].Start < r.doc.Tokens[t].Start {
				found = c
			}
		}
		if found >= 0 {
			return found
		}
	}
	return -1
}

// possessive reports whether token t is the ending of a possessive.
func (r *resolver) possessive(t int) bool {
	switch r.lower(t) {
	case "'s", "’s", "'", "’":
		return true
	}
	return false
}

// countryOf returns the cluster of the country that c is of, if the text names it, else c.
func (r *resolver) countryOf(c int32) int32 {
	if r.clusters[c].label == dateline.Place {
		return c
	}
	if k := r.index.first(hash(keyCountry, r.clusters[c].country)); k >= 0 && r.isCountry(r.index.links[k].id) {
		return r.index.links[k].id
	}
	return c
}

// kindOf returns the only organization of the document that a common noun can mean; -1 for none or several.
func (r *resolver) kindOf(noun string) int32 {
	if !kindNoun(noun) {
		return -1
	}
	if c, ok := r.kinds[noun]; ok {
		return c
	}
	if r.kinds == nil {
		r.kinds = map[string]int32{}
	}
	found := int32(-1)
	for i := range r.clusters {
		if r.clusters[i].label == dateline.Org && r.isKind(int32(i), noun) {
			if found >= 0 {
				found = -1
				break
			}
			found = int32(i)
		}
	}
	r.kinds[noun] = found
	return found
}

// isKind reports whether one of the names of c says that it is a noun.
func (r *resolver) isKind(c int32, noun string) bool {
	is := false
	r.namesOf(c, func(n int32) bool {
		is = nameIsKind(&r.names[n], noun)
		return !is
	})
	return is
}

func nameIsKind(n *nameNode, noun string) bool {
	if noun == "company" || noun == "firm" {
		if len(bare(n.words)) < len(n.words) {
			return true
		}
	}
	for i, w := range n.words {
		if w == noun || kindOfWord(w) == noun || noun == "club" && w == "united" && i > 0 && i == len(n.words)-1 {
			return true
		}
	}
	return noun == "alliance" && gazetteer.Org(n.key) == "north atlantic treaty organization"
}

// kindNoun lists the nouns by which text calls back an organization.
func kindNoun(w string) bool {
	switch w {
	case "company", "firm", "corporation", "group", "team", "agency", "ministry", "university", "court", "bank",
		"club", "airline", "party", "newspaper", "alliance", "organization", "organisation",
		"union", "commission", "committee", "council", "network", "department", "hospital", "school",
		"foundation", "institute", "association", "league",
		"church", "college", "carmaker", "automaker", "broadcaster":
		return true
	}
	return false
}

func kindOfWord(w string) string {
	switch w {
	case "airlines", "airways", "air", "aviation":
		return "airline"
	case "times", "post", "herald", "gazette", "tribune", "guardian", "telegraph", "chronicle":
		return "newspaper"
	case "motor", "motors":
		return "automaker"
	case "broadcasting", "television":
		return "broadcaster"
	case "bancorp", "banking":
		return "bank"
	case "fc", "cf":
		return "club"
	}
	return ""
}
