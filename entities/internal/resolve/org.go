package resolve

import (
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/gazetteer"
)

// linkOrgs clusters organizations and other things: what the text defines, then known names, then the longest before
// the shorter.
func (r *resolver) linkOrgs() {
	for _, label := range []dateline.Label{dateline.Org, dateline.Misc} {
		for _, n := range r.byLength(label) {
			c, rule := r.matchBody(n)
			if c < 0 {
				c = r.found(n)
			} else {
				r.join(n, c, rule)
			}
			r.indexBody(n, c)
		}
	}
}

// labelled tells apart the keys of one kind for several labels.
func labelled(kind byte, label dateline.Label) byte { return kind | byte(label)<<4 }

func (r *resolver) indexBody(n, c int32) {
	name := &r.names[n]
	w := bare(name.words)
	if h := hash(labelled(keyBare, name.label), w...); r.index.first(h) < 0 {
		r.index.push(h, c)
	}
	if h := hash(labelled(keyBare, name.label), "+", squashed(w)); r.index.first(h) < 0 {
		r.index.push(h, c)
	}
	if h, ok := invertedKey(name.label, w); ok && r.index.first(h) < 0 {
		r.index.push(h, c)
	}
	if k := r.mainName(name); k != "" {
		if h := hash(keyKnown, k); r.index.first(h) < 0 {
			r.index.push(h, c)
		}
	}
	if len(w) > 1 {
		initialForms(w, func(s []byte) { r.index.push(hash(labelled(keyAcronym, name.label), string(s)), c) })
	}
	for _, x := range w {
		if !small(x) {
			r.index.push(hash(labelled(keyWord, name.label), x), n)
		}
	}
	if len(name.key) >= 9 {
		r.addSlip(byte(name.label), name.key, n)
	}
}

func (r *resolver) mainName(n *nameNode) string {
	if n.label != dateline.Org {
		return ""
	}
	return gazetteer.Org(n.key)
}

// matchBody looks for the cluster of an organization's or thing's name.
func (r *resolver) matchBody(n int32) (int32, string) {
	name := &r.names[n]
	if d, ok := r.defined[n]; ok && r.names[d.other].cluster >= 0 {
		return r.names[d.other].cluster, d.rule
	}
	w := bare(name.words)
	if k := r.index.first(hash(labelled(keyBare, name.label), w...)); k >= 0 {
		return r.index.links[k].id, ruleLegalForm
	}
	if k := r.mainName(name); k != "" {
		if k := r.index.first(hash(keyKnown, k)); k >= 0 {
			return r.index.links[k].id, ruleKnownName
		}
	}
	if h, ok := invertedKey(name.label, w); ok {
		if k := r.index.first(h); k >= 0 {
			return r.index.links[k].id, ruleInverted
		}
	}
	if name.acronym {
		if c := r.index.only(hash(labelled(keyAcronym, name.label), strings.ReplaceAll(name.key, " ", ""))); c >= 0 {
			return c, ruleAcronym
		}
		if len(w) == 1 {
			return r.shortForm(n, w)
		}
	}
	if len(w) == len(name.words) {
		if c, rule := r.shortForm(n, w); c >= 0 {
			return c, rule
		}
	}
	if k := r.index.first(hash(labelled(keyBare, name.label), "+", squashed(w))); k >= 0 && len(w[0]) > 2 {
		return r.index.links[k].id, ruleSpelling
	}
	return r.misspelt(n)
}

// squashed is a name without spaces and plural: MarineTraffic and Marine Traffic, Houthi and Houthis are spellings of
// one name.
func squashed(words []string) string {
	var buf [64]byte
	b := buf[:0]
	for _, w := range words {
		b = append(b, w...)
	}
	if len(b) > 4 && b[len(b)-1] == 's' && b[len(b)-2] != 's' {
		b = b[:len(b)-1]
	}
	return string(b)
}

// initialForms calls yield with the acronyms that words may have: of those that are not small, of all words, and of
// the end of the name without its first word, and for long names of the beginning. Acronyms have two letters or more,
// those of a part of the name three.
func initialForms(words []string, yield func([]byte)) {
	var a, b [24]byte
	for start := 0; start < 2 && start < len(words); start++ {
		all, big := a[:0], b[:0]
		for _, w := range words[start:] {
			if w == "" || len(all) > 20 {
				continue
			}
			all = append(all, w[0])
			if !small(w) {
				big = append(big, w[0])
			}
			if w == "us" || w == "uk" || w == "un" || w == "eu" {
				all, big = append(all, w[1]), append(big, w[1])
			}
			if start == 0 && len(big) >= 4 && len(words) >= 6 {
				yield(big)
			}
		}
		if len(big) >= 2+start {
			yield(big)
		}
		if len(all) != len(big) && len(all) >= 2+start {
			yield(all)
		}
	}
}

// shortForm looks for the longer name that a name is short for: its words stand in it in order, either first
// ("Toyota") or last ("Nets", "Senate"). Common nouns like "Senate" take the name that came last before them;
// anything else must fit one cluster only.
func (r *resolver) shortForm(n int32, w []string) (int32, string) {
	if len(w) == 1 && len(w[0]) < 3 && !r.names[n].acronym {
		return -1, ""
	}
	common := commonNoun(w)
	key := w[0]
	if common {
		key = w[len(w)-1]
	}
	fit, fits, latest := int32(-1), 0, int32(-1)
	r.index.all(hash(labelled(keyWord, r.names[n].label), key), func(m int32) {
		long := bare(r.names[m].words)
		if w[0] == "european" && len(w) == 2 && len(long) > 2 && small(long[2]) {
			return // the European Council is no Council on Foreign Relations
		}
		if len(long) <= len(w) || !partOf(w, long, common) && !r.firstPartner(w, long, m) || numbered(long) && !numbered(w) {
			return
		}
		if c := r.names[m].cluster; c != fit {
			fit = c
			fits++
		}
		if latest < 0 || r.later(m, latest, n) {
			latest = m
		}
	})
	switch {
	case fits == 0:
		return -1, ""
	case common:
		if fits > 3 {
			return -1, ""
		}
		return r.names[latest].cluster, ruleHeadNoun
	case fits == 1:
		return fit, ruleShortForm
	}
	return -1, ""
}

// invertedKey is the key of an institution under which "Supreme Court of Puerto Rico" and "Puerto Rico Supreme Court",
// "US Department of Defense" and "US Defense Department", "Iraqi Parliament" and "Parliament of Iraq" are one; false
// for a name that has no such other form.
func invertedKey(label dateline.Label, w []string) (uint64, bool) {
	var room [16]string
	nation := ""
	if len(w) > 2 || len(w) == 2 && orgHeads[w[1]] {
		if nation = nationOf(w[0]); nation != "" {
			w = w[1:]
		} else if len(w) > 2 && stateHead(w[len(w)-1]) {
			if nation = nationOf(w[0] + " " + w[1]); nation != "" {
				w = w[2:]
			}
		}
	}
	of := -1
	for i, x := range w {
		if x == "of" {
			if of >= 0 {
				return 0, false
			}
			of = i
		}
	}
	if of < 0 {
		if len(w) < 2 && nation == "" || !stateHead(w[len(w)-1]) {
			return 0, false
		}
		return hash(labelled(keyBare, label), append(append(room[:0], "~", nation), w...)...), true
	}
	if of == 0 || of+1 >= len(w) || !stateHead(w[of-1]) {
		return 0, false
	}
	what := w[of+1:]
	if what[0] == "the" && len(what) > 1 {
		what = what[1:]
	}
	if code := nationOf(strings.Join(what, " ")); code != "" && nation == "" {
		nation, what = code, nil
	}
	form := append(append(room[:0], "~", nation), what...)
	return hash(labelled(keyBare, label), append(form, w[:of]...)...), true
}

// nationOf is the country that a word names, as noun or adjective; "" for none.
func nationOf(w string) string {
	if code := gazetteer.Country(w); code != "" {
		return code
	}
	return gazetteer.Demonym(w)
}

// stateHead reports whether w is what an institution of the state is called, of which a country has one by each name.
func stateHead(w string) bool {
	switch w {
	case "court", "department", "ministry", "parliament", "senate", "constitution", "government", "assembly", "congress", "cabinet", "treasury",
		"navy", "army", "police", "supreme", "legislature":
		return true
	}
	return false
}

// firstPartner reports whether w is the first name of a firm of several: Delmaar, of Delmaar & Zoon.
func (r *resolver) firstPartner(w, long []string, m int32) bool {
	return len(w) == 1 && w[0] == long[0] && len(w[0]) >= 5 && long[1] == "and" && strings.Contains(r.names[m].text, " & ")
}

// later reports whether name a was first mentioned nearer before n than b, or, where neither was mentioned before,
// earlier.
func (r *resolver) later(a, b, n int32) bool {
	x, y, z := r.names[a].first, r.names[b].first, r.names[n].first
	if (x < z) != (y < z) {
		return x < z
	}
	if x < z {
		return x > y
	}
	return x < y
}

// numbered reports whether one of the words has a digit: Windows 10 is more than Windows.
func numbered(words []string) bool {
	for _, w := range words {
		if strings.ContainsAny(w, "0123456789") {
			return true
		}
	}
	return false
}

// partOf reports whether w is a short form of long, with or without the country or nationality that long begins with:
// its end ("Nets"), its beginning ("Toyota"), or a common noun before "of" or "on" ("Commission").
func partOf(w, long []string, common bool) bool {
	if endOf(w, long, common) || startOf(w, long, common) {
		return true
	}
	if n := len(w) - 1; n > 0 && w[n] == long[len(long)-1] && (common || w[0] == long[0]) && inOrder(w, long) && !small(w[0]) {
		return true // Scripps Oceanography, of Scripps Institution of Oceanography; Oversight Committee
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
	"house": true, "senate": true, "congress": true, "parliament": true, "court": true, "council": true,
	"commission": true, "committee": true,
	"party": true, "ministry": true, "department": true, "university": true, "college": true, "school": true,
	"church": true, "hospital": true,
	"police": true, "army": true, "navy": true, "government": true, "assembly": true, "bank": true,
	"agency": true, "authority": true, "board": true,
	"bureau": true, "association": true, "federation": true, "union": true, "league": true, "foundation": true,
	"institute": true, "society": true,
	"academy": true, "office": true, "service": true, "club": true, "representatives": true, "embassy": true,
	"cathedral": true, "academia": true,
	"center": true, "tribunal": true, "legislature": true, "cabinet": true, "guard": true, "force": true,
	"forces": true, "marines": true, "palace": true, "prize": true, "cup": true, "games": true, "act": true,
	"bill":   true,
	"trophy": true, "award": true, "awards": true,
}

// weakStart reports whether one word is too common a beginning to be a short form.
func weakStart(w []string) bool {
	if len(w) != 1 {
		return false
	}
	switch w[0] {
	case "national", "international", "new", "first", "general", "royal", "central", "federal", "american",
		"united", "global", "world", "north", "south",
		"east", "west", "northern", "southern", "eastern", "western", "us", "uk", "european", "african", "asian",
		"state", "public", "great", "free":
		return true
	}
	return national(w[0])
}

// misspelt looks for a name of the same words but for one letter.
func (r *resolver) misspelt(n int32) (int32, string) {
	key := r.names[n].key
	if len(key) < 9 {
		return -1, ""
	}
	found, several := int32(-1), false
	r.near(byte(r.names[n].label), key, func(m int32) {
		if c := r.names[m].cluster; c != found && r.names[m].label == r.names[n].label && oneSlip(key, r.names[m].key) && !digitsDiffer(key, r.names[m].key) {
			several = several || found >= 0
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
