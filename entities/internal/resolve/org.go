package resolve

import (
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/gazetteer"
)

// bodies is the index of the names of organizations, or of other named things.
type bodies struct {
	*resolver
	label    dateline.Label
	byBare   map[string]int32   // name without legal form -> cluster
	known    map[string]int32   // main name by the list of organizations -> cluster
	initials map[string][]int32 // initials of names of several words -> clusters
	word     map[string][]int32 // first and last words, and the others -> names
	slips    slipIndex          // whole keys
}

// linkOrgs clusters organizations and other things: what parentheses say, then known names, then the longest before the shorter.
func (r *resolver) linkOrgs() {
	for _, label := range []dateline.Label{dateline.Org, dateline.Misc} {
		r.linkBodies(label)
	}
}

func (r *resolver) linkBodies(label dateline.Label) {
	b := &bodies{resolver: r, label: label, byBare: map[string]int32{}, known: map[string]int32{}, initials: map[string][]int32{},
		word: map[string][]int32{}, slips: slipIndex{}}
	for _, n := range r.byLength(label) {
		c, rule := b.match(n)
		if c < 0 {
			c = r.found(n)
		} else {
			r.join(n, c, rule)
		}
		b.index(n, c)
	}
}

func (b *bodies) index(n, c int32) {
	name := &b.names[n]
	w := bare(name.words)
	if k := strings.Join(w, " "); b.byBare[k] == 0 {
		b.byBare[k] = c + 1
	}
	if k := b.mainName(name); k != "" && b.known[k] == 0 {
		b.known[k] = c + 1
	}
	if len(w) > 1 {
		for _, s := range initialForms(w) {
			push(b.initials, s, c)
		}
	}
	for _, x := range w {
		if !small(x) {
			push(b.word, x, n)
		}
	}
	if len(name.key) >= 9 {
		b.slips.add(name.key, n)
	}
}

func (b *bodies) mainName(n *nameNode) string {
	if b.label != dateline.Org {
		return ""
	}
	return gazetteer.Org(n.key)
}

// match looks for the cluster of a name.
func (b *bodies) match(n int32) (int32, string) {
	name := &b.names[n]
	if d, ok := b.defined[n]; ok && b.names[d.other].cluster >= 0 {
		return b.names[d.other].cluster, d.rule
	}
	w := bare(name.words)
	if c := b.byBare[strings.Join(w, " ")]; c > 0 {
		return c - 1, ruleLegalForm
	}
	if k := b.mainName(name); k != "" {
		if c := b.known[k]; c > 0 {
			return c - 1, ruleKnownName
		}
	}
	if name.acronym {
		if cs := b.initials[strings.ReplaceAll(name.key, " ", "")]; len(cs) == 1 {
			return cs[0], ruleAcronym
		}
		if len(w) == 1 {
			return b.shortForm(n, w)
		}
	}
	if len(w) == len(name.words) {
		if c, rule := b.shortForm(n, w); c >= 0 {
			return c, rule
		}
	}
	return b.misspelt(n)
}

// initialForms are the acronyms that words may have: of all words, of those that are not small, and both without a country in front.
func initialForms(words []string) []string {
	var all, big []byte
	for _, w := range words {
		all = append(all, w[0])
		if !small(w) {
			big = append(big, w[0])
		}
		if w == "us" || w == "uk" || w == "un" || w == "eu" {
			all, big = append(all, w[1]), append(big, w[1])
		}
	}
	out := []string{string(big)}
	if len(all) != len(big) {
		out = append(out, string(all))
	}
	if len(words) > 2 && (words[0] == "us" || words[0] == "uk" || gazetteer.Demonym(words[0]) != "") {
		return append(out, initialForms(words[1:])...)
	}
	return out
}

// shortForm looks for the longer name that a name is short for: its words stand in it in order, either first ("Toyota") or last ("Nets",
// "Senate"). Common nouns like "Senate" take the name that came last before them; anything else must fit one cluster only.
func (b *bodies) shortForm(n int32, w []string) (int32, string) {
	if len(w) == 1 && len(w[0]) < 3 && !b.names[n].acronym {
		return -1, ""
	}
	common := commonNoun(w)
	var fit []int32
	key := w[0]
	if common {
		key = w[len(w)-1]
	}
	var latest int32 = -1
	for _, m := range b.word[key] {
		long := bare(b.names[m].words)
		if len(long) <= len(w) || !partOf(w, long, common) {
			continue
		}
		fit = appendNew(fit, b.names[m].cluster)
		if latest < 0 || b.names[m].first < b.names[n].first && b.names[m].first > b.names[latest].first {
			latest = m
		}
	}
	switch {
	case len(fit) == 0:
		return -1, ""
	case common:
		if len(fit) > 3 {
			return -1, ""
		}
		return b.names[latest].cluster, ruleHeadNoun
	case len(fit) == 1:
		return fit[0], ruleShortForm
	}
	return -1, ""
}

// partOf reports whether w is a short form of long, with or without the country or nationality that long begins with: its end ("Nets"), its
// beginning ("Toyota"), or a common noun before "of" or "on" ("Commission").
func partOf(w, long []string, common bool) bool {
	if endOf(w, long, common) || startOf(w, long, common) {
		return true
	}
	if !common {
		return len(long)-1 > len(w) && national(long[0]) && startOf(w, long[1:], common)
	}
	for i := 1; i+len(w) < len(long); i++ {
		if sameWords(w, long[i:i+len(w)]) && small(long[i+len(w)]) {
			return true
		}
	}
	return false
}

func endOf(w, long []string, common bool) bool {
	if before := long[len(long)-len(w)-1]; common && (before == "white" || before == "opera") {
		return false // a White House is no House
	}
	return sameWords(w, long[len(long)-len(w):]) && (!common || !small(long[len(long)-len(w)-1]))
}

func startOf(w, long []string, common bool) bool {
	if !sameWords(w, long[:len(w)]) {
		return false
	}
	next := small(long[len(w)])
	if common {
		return next
	}
	return !weakStart(w) && (!next || len(w) > 1)
}

// national reports whether w is a country or nationality.
func national(w string) bool {
	return w == "us" || w == "uk" || w == "eu" || w == "un" || gazetteer.Demonym(w) != "" || gazetteer.Country(w) != ""
}

// commonNoun reports whether w ends in a noun that many organizations have, so that alone it is no name of its own.
func commonNoun(w []string) bool {
	if len(w) > 2 {
		return false
	}
	return orgHeads[w[len(w)-1]]
}

var orgHeads = map[string]bool{
	"house": true, "senate": true, "congress": true, "parliament": true, "court": true, "council": true, "commission": true, "committee": true,
	"party": true, "ministry": true, "department": true, "university": true, "college": true, "school": true, "church": true, "hospital": true,
	"police": true, "army": true, "navy": true, "government": true, "assembly": true, "bank": true, "agency": true, "authority": true, "board": true,
	"bureau": true, "association": true, "federation": true, "union": true, "league": true, "foundation": true, "institute": true, "society": true,
	"academy": true, "office": true, "service": true, "club": true, "representatives": true, "embassy": true, "cathedral": true, "academia": true,
	"center": true, "tribunal": true, "legislature": true, "cabinet": true, "guard": true, "force": true, "forces": true, "marines": true, "palace": true, "prize": true, "cup": true, "games": true, "act": true, "bill": true,
	"trophy": true, "award": true, "awards": true,
}

// weakStart reports whether one word is too common a beginning to be a short form.
func weakStart(w []string) bool {
	if len(w) != 1 {
		return false
	}
	switch w[0] {
	case "national", "international", "new", "first", "general", "royal", "central", "federal", "american", "united", "global", "world", "north", "south",
		"east", "west", "northern", "southern", "eastern", "western", "us", "uk", "european", "african", "asian", "state", "public", "great", "free":
		return true
	}
	return national(w[0])
}

// misspelt looks for a name of the same words but for one letter.
func (b *bodies) misspelt(n int32) (int32, string) {
	key := b.names[n].key
	if len(key) < 9 {
		return -1, ""
	}
	found := int32(-1)
	several := false
	b.slips.near(key, func(m int32) {
		if c := b.names[m].cluster; c != found && oneSlip(key, b.names[m].key) && !digitsDiffer(key, b.names[m].key) {
			several = found >= 0
			found = c
		}
	})
	if found < 0 || several {
		return -1, ""
	}
	return found, ruleSpelling
}

// digitsDiffer reports whether the one place where a and b differ has a digit: Apollo 11 and Apollo 12 are two.
func digitsDiffer(a, b string) bool {
	return strings.Trim(a, nonDigits) != "" && onlyDigits(a) != onlyDigits(b)
}

const nonDigits = "abcdefghijklmnopqrstuvwxyz "

func onlyDigits(s string) string {
	var d []byte
	for i := 0; i < len(s); i++ {
		if '0' <= s[i] && s[i] <= '9' {
			d = append(d, s[i])
		}
	}
	return string(d)
}
