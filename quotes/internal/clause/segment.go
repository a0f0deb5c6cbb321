package clause

import (
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/quotes/internal/cue"
)

// Kinds of segments: what stands between commas before a verb.
const (
	segPhrase   = iota // a noun phrase
	segRelative        // who lives there
	segAside           // speaking on Monday; in a statement; however; 45
	segClause          // has a verb of its own
	segQuote
)

// segment returns the first item of the stretch without comma or dash that ends before limit.
func (t *Text) segment(lo, limit int) int {
	i := limit
	for i > lo {
		it := &t.Items[i-1]
		if it.Kind == Quote || it.Kind == Punct && (it.Mark == ',' || it.Mark == '-' && t.wide(i-1) || it.Mark == ';' || it.Mark == ':') {
			break
		}
		i--
	}
	return i
}

// segmentType tells the kind of items first to limit.
func (t *Text) segmentType(first, limit int) int {
	for i := first; i < limit; i++ {
		if t.Items[i].Kind == Quote {
			return segQuote
		}
	}
	for first+1 < limit && t.Items[first].Kind == Word && t.Is(first, "even", "only", "now", "then", "also", "and", "but", "later", "both", "just") {
		first++
	}
	if first+1 < limit && t.Is(first, "about", "around", "over", "under", "at") &&
		(isNumber(t.String(first+1)) || t.Is(first+1, "least", "most", "half")) {
		first++ // About 40 people
	}
	if first+1 < limit && t.Items[first].Kind == When && t.Items[first+1].Kind == Name {
		first++ // Now NAME
	}
	it := &t.Items[first]
	if it.Kind == Word && it.Any(1<<cue.Relative|1<<cue.Wh) && !it.Is(cue.Subord) || t.Is(first, "where") ||
		first+1 < limit && it.Is(cue.Prep) && t.Items[first+1].Any(1<<cue.Relative) || t.Is(first, "of") {
		return segRelative
	}
	if it.Kind == Word && !it.Cap && len(t.String(first)) > 4 && hasSuffix(t.String(first), "ed") && first+1 < limit &&
		t.Items[first+1].Kind == Word && t.Items[first+1].Is(cue.Prep) {
		return segAside // reached by telephone
	}
	if first > 0 && t.Items[first-1].Mark == ',' && first+1 < limit && t.finite(first) && !t.Items[first+1].Is(cue.Prep) {
		return segClause // NAME, who lives there, learned the trade
	}
	gerund := it.Kind == Word && t.words.VerbAt(it.Word).Forms&cue.Gerund != 0 || it.Kind == Word && !it.Cap &&
		len(t.String(first)) > 5 && hasSuffix(t.String(first), "ing")
	if gerund || it.Kind == When || it.Kind == Word && (it.Any(1<<cue.Prep|1<<cue.Subord|1<<cue.To) ||
		it.Any(1<<cue.Adverb|1<<cue.According) && !it.Any(1<<cue.Role|1<<cue.Det)) {
		return segAside
	}
	for i := first; i < limit; i++ {
		if w := &t.Items[i]; w.Kind == Word && w.Any(1<<cue.Relative) && i > first {
			break
		} else if i > first && (w.Kind == Word && w.Any(1<<cue.Aux|1<<cue.Modal) && !w.Is(cue.PosS) || t.finite(i)) {
			return segClause
		}
	}
	if isNumber(t.String(first)) && t.Items[limit-1].Kind != Name {
		return segRelative // 45
	}
	if limit == first+1 && (t.label(first) == dateline.Place || it.Kind == Name && partyTag(t.String(first))) {
		return segRelative // Ohio
	}
	return segPhrase
}

// partyTag reports whether s is the party and state of a politician or the abbreviation of a state: R-Ky, Mich.
func partyTag(s string) bool {
	if len(s) > 2 && len(s) < 7 && s[len(s)-1] == '.' {
		return true // Mich.
	}
	return len(s) > 2 && len(s) < 9 && s[1] == '-' && (s[0] == 'R' || s[0] == 'D' || s[0] == 'I')
}

func isNumber(s string) bool { return s[0] >= '0' && s[0] <= '9' }

func hasSuffix(s, end string) bool { return len(s) >= len(end) && s[len(s)-len(end):] == end }

// bareName reports whether items first to limit are a name that other phrases explain, not an apposition themselves.
func (t *Text) bareName(first, limit int) bool { return t.nameIn(first, limit) >= 0 }

// personIn reports whether the segment first to limit is about a person's name that a stage before has found.
func (t *Text) personIn(first, limit int) bool {
	if first >= limit {
		return false
	}
	n := t.nameIn(first, limit)
	return n >= 0 && t.label(n) == dateline.Person
}

// nameIn returns the item of the name that the segment first to limit is about: a person's name, perhaps with titles before it and
// an "of Sudan" behind, or an organization's name alone; -1 if it is about something else.
func (t *Text) nameIn(first, limit int) int {
	for i := first + 1; i < limit; i++ {
		if t.preposition(i) || t.Items[i].Kind == Paren {
			limit = i
			break
		}
	}
	if first >= limit {
		return -1
	}
	last := limit - 1
	if t.label(last) == dateline.Org && !partyTag(t.String(last)) && (last == first || last == first+1 && t.Is(first, "the")) {
		return last
	}
	if !t.person(last) || partyTag(t.String(last)) || t.Items[last].Mention < 0 && t.Items[last].Is(cue.Role) {
		return -1
	}
	if it := &t.Items[first]; it.Kind == Word && (it.Is(cue.Prep) || it.Any(1<<cue.Det|1<<cue.Possess) &&
		!(t.Is(first, "the") && t.Items[first+1].Cap && t.Items[first+1].Kind == Word)) {
		return -1
	}
	return last
}

// ClauseSubject is the subject of the clause that item i stands in or ends: the first noun phrase of the clause that no
// preposition governs.
func (t *Text) ClauseSubject(lo, i int) NP {
	start := t.Dateline(lo, i)
	for k := start; k < i; k++ {
		switch it := &t.Items[k]; {
		case it.Mark == ';' || it.Mark == ':':
			start = k + 1
		case it.Kind == Word && it.Is(cue.Subord) && t.Is(k, "while", "because", "although", "whereas", "though") && k > lo && t.HasFinite(k+2, i):
			start = k + 1
		case it.Kind == Word && it.Is(cue.Subord) && k > lo && k+2 < i &&
			(t.Pronoun(k+1) || !it.Is(cue.Prep) && (t.CanBegin(k+1) || t.Items[k+1].Is(cue.Honorific))) && t.HasFinite(k+2, i):
			start = k + 1
		case it.Mark == ',' && k+2 < i && t.Items[k+1].Is(cue.Coord) && t.CanBegin(k+2) && t.HasFinite(k+3, i):
			start = k + 2
		}
	}
	for n := 0; start < i && n < 6; n++ {
		np := t.subjectAt(start, i)
		if np.OK() && !t.placeOnly(np, i) {
			return np
		}
		for start < i && t.Items[start].Mark != ',' && t.Items[start].Kind != Quote {
			start++
		}
		start++
	}
	for k := i - 2; k >= lo; k-- { // When he came he began by saying
		if (t.Pronoun(k) || t.person(k)) && t.HasFinite(k+1, k+2) {
			return NP{Span: t.Items[k].Span, First: k, Limit: k + 1, Head: k, Pronoun: t.Pronoun(k)}
		}
	}
	return NP{}
}

// Dateline returns the item behind the dateline that a sentence may begin with: WASHINGTON (AP) — Maria Lopez; GUWAHATI: The
// flood; else lo.
func (t *Text) Dateline(lo, limit int) int {
	for i := lo; i < limit && i < lo+7; i++ {
		it := &t.Items[i]
		if i > lo && (it.Mark == '-' && t.wide(i) || it.Mark == ':' && t.label(i-1) == dateline.Place && t.capitals(i-1)) {
			return i + 1
		}
		if it.Kind == Word && !it.Cap || it.Kind == Quote || it.Kind == Punct && it.Mark != ',' && it.Mark != '.' && it.Mark != '/' {
			break
		}
	}
	return lo
}

// capitals reports whether item i has no small letters.
func (t *Text) capitals(i int) bool {
	s := t.String(i)
	return strings.ToUpper(s) == s
}

// placeOnly reports whether the phrase is a place between commas: in Salem, New Hampshire, NAME said.
func (t *Text) placeOnly(n NP, limit int) bool {
	return n.First > 0 && t.Items[n.First-1].Mark == ',' && n.Limit < limit && t.Items[n.Limit].Mark == ',' &&
		n.Head == n.First && t.label(n.Head) == dateline.Place
}

// Pronoun reports whether item i is a pronoun that can be a subject.
func (t *Text) Pronoun(i int) bool {
	it := &t.Items[i]
	return it.Kind == Word && it.Is(cue.Subject) && !it.Is(cue.Relative)
}

// CanBegin reports whether a noun phrase can begin at item i.
func (t *Text) CanBegin(i int) bool {
	it := &t.Items[i]
	return it.Kind == Name || it.Kind == Phrase || it.Kind == Word && it.Any(1<<cue.Det|1<<cue.Possess|1<<cue.Subject|1<<cue.Someone)
}

// HasFinite reports whether a finite verb stands among items i to limit.
func (t *Text) HasFinite(i, limit int) bool {
	for ; i < limit; i++ {
		if it := &t.Items[i]; it.Kind == Word && it.Any(1<<cue.Aux|1<<cue.Modal) && !it.Is(cue.PosS) || t.finite(i) {
			return true
		}
	}
	return false
}

// subjectAt reads a subject at item i, none where a preposition, a participle or a conjunction begins an aside there.
func (t *Text) subjectAt(i, limit int) NP {
	for i < limit && (t.Items[i].Kind == Paren || t.Items[i].Kind == Quote && i+1 < limit || t.Items[i].Kind == Punct ||
		t.Items[i].Kind == Word && t.Items[i].Any(1<<cue.Coord|1<<cue.Adverb) && !t.Items[i].Any(1<<cue.Det|1<<cue.Someone|1<<cue.Role)) {
		i++
	}
	if i >= limit {
		return NP{}
	}
	it := &t.Items[i]
	if it.Kind == When && i+1 < limit {
		return t.subjectAt(i+1, limit)
	}
	if next := min(i+1, limit-1); t.Is(i, "late", "early") && (t.Items[next].Kind == When || t.Items[next].Is(cue.Prep)) {
		return NP{} // Late on Sunday, NAME
	}
	if it.Kind == Word {
		s := t.String(i)
		if it.Is(cue.Prep) && !it.Is(cue.Subord) {
			stop := i
			for stop < limit && !t.isBorder(stop) {
				stop++
			}
			n := t.nounPhrase(i, stop)
			if n.OK() && stop < limit && t.Items[stop].Mark == ',' && t.label(n.Head) == dateline.Place {
				return NP{} // On her way to the United States, NAME
			}
			return n
		}
		if it.Any(1<<cue.Prep|1<<cue.To|1<<cue.According) || it.Is(cue.Subord) ||
			t.words.VerbAt(it.Word).Forms&cue.Gerund != 0 || hasSuffix(s, "ing") && len(s) > 5 && !it.Any(1<<cue.Role) ||
			it.Any(1<<cue.Relative|1<<cue.That) && !it.Is(cue.Det) {
			return NP{}
		}
		if !it.Cap && len(s) > 4 && hasSuffix(s, "ed") && i+1 < limit && t.Items[i+1].Kind == Word && t.Items[i+1].Is(cue.Prep) {
			return NP{} // armed with the poll
		}
	}
	if t.isBorder(i) {
		return NP{}
	}
	return t.Explained(t.PhraseAt(i, t.pastVerb(i, limit)), limit)
}

// pastVerb is the first item from i on that is probably the past tense of a verb that no list knows, with its object behind it:
// NAME delivered a speech; limit if there is none.
func (t *Text) pastVerb(i, limit int) int {
	for j := i + 1; j+1 < limit && j < i+8 && !t.isBorder(j); j++ {
		if it := &t.Items[j]; it.Kind != Word || it.Cap || !t.Past(j) {
			continue
		}
		if next := &t.Items[j+1]; next.Kind == Name || next.Kind == Word && next.Any(1<<cue.Det|1<<cue.Possess|1<<cue.To|1<<cue.Object) {
			return j
		}
	}
	return limit
}

// Explained widens a phrase behind its cue by the apposition that follows it: "the mayor, NAME," is about NAME; "NAME, a doctor,"
// ends after the second comma.
func (t *Text) Explained(n NP, limit int) NP {
	if !n.OK() || n.Limit+1 >= limit || t.Items[n.Limit].Mark != ',' {
		return n
	}
	first := n.Limit + 1
	for first < limit && t.Is(first, "formerly", "now", "then", "also") {
		first++
	}
	reach := n.Limit + 14
	if first < limit && t.Is(first, "who", "which", "whose") {
		reach += 20
	}
	end := n.Limit + 1
	for end < limit && end < reach && t.Items[end].Mark != ',' && t.Items[end].Mark != '.' && t.Items[end].Mark != ';' && t.Items[end].Kind != Quote {
		end++
	}
	next := end + 1
	for next < limit && next < end+6 && t.Items[next].Mark != ',' {
		next++
	}
	switch {
	case first >= end:
	case t.bareName(first, end) && !t.person(n.Head) && (t.Items[n.Head].Kind != Name || t.label(n.Head) != dateline.Org):
		name := t.nameIn(first, end)
		return NP{Span: t.Items[name].Span, First: n.First, Limit: end, Head: name}
	case end < limit && t.Items[end].Mark == ',' && t.Items[first].Kind == Word &&
		t.Items[first].Any(1<<cue.Det|1<<cue.Role|1<<cue.Relative) && !t.Pronoun(first) &&
		(t.Is(first, "who", "which", "whose") || !t.HasFinite(first, end) && !t.pastIn(first+1, end)) &&
		!(next < limit && next > end+1 && t.bareName(end+1, next)):
		n.Limit = end
	}
	return n
}

// pastIn reports whether Past holds for one of items i to limit.
func (t *Text) pastIn(i, limit int) bool {
	for ; i < limit; i++ {
		if t.Past(i) {
			return true
		}
	}
	return false
}

// Past reports whether item j is a word in -ed that can be the verb of the noun before it.
func (t *Text) Past(j int) bool {
	if j == 0 {
		return false
	}
	it, prev := &t.Items[j], &t.Items[j-1]
	if it.Kind != Word || it.Cap || it.Class&^(1<<cue.Finite) != 0 {
		return false
	}
	if it.POS != dateline.PosNone {
		return it.POS == dateline.PosVBD
	}
	str := t.String(j)
	if len(str) < 5 || str[len(str)-2:] != "ed" || t.Is(j, "hundred", "speed", "need", "indeed", "proceed", "exceed", "united",
		"based", "named", "called") {
		return false
	}
	if prev.Kind == Word && (prev.Any(1<<cue.Det|1<<cue.Possess|1<<cue.Prep|1<<cue.Adverb|1<<cue.Coord) || prev.Is(cue.PosS)) {
		return false
	}
	return j+1 >= len(t.Items) || !t.Is(j+1, "by")
}
