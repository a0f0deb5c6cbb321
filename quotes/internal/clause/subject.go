package clause

import (
	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/quotes/internal/cue"
)

// subjectBefore finds the subject of the verb group that starts at item g, looking back as far as lo. The second result names
// how: "name-verb", "apposition", "relative", "shared".
//
//	NAME said   the mayor of X , who ... , said   NAME (R-Ohio) said   NAME , who said   NAME came and said
func (t *Text) subjectBefore(lo, g int) (NP, Link) {
	i := t.skipBack(lo, g-1)
	if i < lo {
		return NP{}, NoLink
	}
	it := &t.Items[i]
	switch {
	case it.Mark == ',' || it.Mark == '-':
		return t.apposition(lo, i, true)
	case it.Kind == Punct || it.Kind == Quote:
		return NP{}, NoLink
	case it.Is(cue.Relative) && !it.Is(cue.That):
		if it.Is(cue.Possess) || t.is(i, "where", "whom") {
			return NP{}, NoLink
		}
		if i-1 > lo && t.Items[i-1].Mark == ',' {
			if n, _ := t.apposition(lo, i-1, false); n.OK() {
				return n, ByRelative
			}
		}
		if n := t.antecedent(lo, i); n.OK() {
			return n, ByRelative
		}
	case it.Is(cue.That) && t.antecedentNoun(lo, i):
		return t.antecedent(lo, i), ByRelative
	case it.Is(cue.Coord):
		return t.ClauseSubject(lo, i), ByShared
	case it.Kind == Word && it.Is(cue.Subject) && !t.is(i, "it") || it.Kind == Word && it.Is(cue.Subject):
		return NP{Span: it.Span, First: i, Limit: i + 1, Head: i, Pronoun: true}, BySubject
	}
	if t.isBorder(i) {
		return NP{}, NoLink
	}
	if n := t.phraseEnding(lo, i); n.OK() {
		if who := t.restricted(lo, n.First-1); who.OK() {
			return who, BySubject
		}
		return n, BySubject
	}
	return t.ClauseSubject(lo, i), ByShared
}

// restricted finds the real subject where the phrase before a verb is the object of a relative clause without commas:
// NAME who sponsored the bill said. Item i is the verb of that clause.
func (t *Text) restricted(lo, i int) NP {
	if i <= lo || !t.finite(i) {
		return NP{}
	}
	for i > lo && (t.finite(i) || t.Items[i].Kind == Word && t.Items[i].Any(1<<cue.Aux|1<<cue.Modal|1<<cue.Adverb|1<<cue.Neg)) {
		i--
	}
	if i <= lo || !t.is(i, "who", "which") || t.Items[i-1].Kind == Punct {
		return NP{}
	}
	return t.antecedent(lo, i)
}

// skipBack passes over adverbs, dates and asides before a verb.
func (t *Text) skipBack(lo, i int) int {
	for i >= lo {
		it := &t.Items[i]
		switch {
		case it.Kind == When && i > lo:
			i--
			if t.Items[i].Kind == Word && t.Items[i].Is(cue.Prep) {
				i--
			}
			continue
		case it.Kind == Paren, it.Kind == Word && it.Is(cue.Adverb) && !it.Any(1<<cue.Coord|1<<cue.Det|1<<cue.Role):
			i--
			continue
		case it.Kind == Word && it.Is(cue.Time) && !it.Cap && i > lo && t.Items[i-1].Any(1<<cue.Time|1<<cue.Prep|1<<cue.Adverb|1<<cue.Det):
			i--
			continue
		case it.Kind == Word && it.Is(cue.Time) && (it.Cap || t.is(i, "today", "yesterday", "earlier", "later", "recently", "tonight")):
			i--
			if i >= lo && t.is(i, "on") {
				i--
			}
			continue
		}
		break
	}
	return i
}

func (t *Text) antecedentNoun(lo, i int) bool {
	return i > lo && (t.Items[i-1].Any(1<<cue.Role|1<<cue.Document) || t.Items[i-1].Kind == Name)
}

// antecedent is the phrase before a relative pronoun at i.
func (t *Text) antecedent(lo, i int) NP {
	j := i - 1
	for j > lo && (t.Items[j].Mark == ',' || t.Items[j].Kind == Paren || isNumber(t.String(j)) || t.Items[j].Kind == Word && t.Items[j].Any(1<<cue.Prep)) {
		j--
	}
	if j < lo || t.isBorder(j) {
		return NP{}
	}
	if it := &t.Items[j]; it.Kind == Name || it.Kind == Phrase {
		return NP{Span: it.Span, First: j, Limit: j + 1, Head: j}
	}
	n := t.phraseEnding(lo, j)
	if n.OK() {
		return n
	}
	first := j
	for first > lo && !t.isBorder(first-1) && !t.preposition(first-1) && !t.Items[first-1].Is(cue.Coord) {
		first--
	}
	return t.nounPhrase(first, j+1)
}

// phraseEnding is the noun phrase whose last item is i. It reaches back to the nearest border; where a verb is met behind an
// "and", the phrase begins after that.
func (t *Text) phraseEnding(lo, i int) NP {
	first, and := i+1, -1
	for first > lo && i-first < 24 {
		j := first - 1
		it := &t.Items[j]
		if it.Kind == Word && it.Is(cue.Coord) && !it.Any(1<<cue.Neg) {
			if t.is(j, "but", "so", "yet", "nor") {
				break
			}
			if and < 0 {
				and = j
			}
		} else if t.isBorder(j) {
			if and >= 0 && (it.Kind == Word || it.Mark == ',') {
				if it.Kind == Word || !t.list(and, i) {
					first = and + 1
				}
			}
			break
		} else if it.Kind == Word && it.Is(cue.Subject) && !it.Any(1<<cue.Possess) && first <= i {
			if and >= 0 {
				first = and + 1
			}
			break
		}
		first = j
	}
	if and >= first && and+1 <= i && !t.list(and, i) {
		first = and + 1
	}
	return t.nounPhrase(first, i+1)
}

// list reports whether the "and" at and joins two names or nouns that act together.
func (t *Text) list(and, i int) bool {
	if and == 0 {
		return false
	}
	l, r := &t.Items[and-1], &t.Items[and+1]
	switch {
	case l.Kind == Name && r.Kind == Name:
		return true
	case l.Kind == Word && (l.Verb == 0 || l.Is(cue.Role)) && r.Kind == Word && !r.Any(1<<cue.Det|1<<cue.Subject):
		return true
	case l.Kind == Name && (r.Is(cue.Det) || r.Any(1<<cue.Role|1<<cue.Honorific|1<<cue.Someone) || r.Is(cue.Possess)):
		return true
	}
	return false
}

// apposition finds the subject before a comma or dash at i that ends an apposition, a relative clause or an aside:
// NAME , a doctor at X , said; NAME , who lives there , said; He , however , said.
//
// Where all before is a clause of its own, shared tells whether its subject will do.
func (t *Text) apposition(lo, i int, shared bool) (NP, Link) {
	best := -1
	limit := i
	for k := 0; k < 6; k++ {
		first := t.segment(lo, limit)
		if first == limit {
			break
		}
		typ := t.segmentType(first, limit)
		if typ == segClause && best >= 0 && t.person(limit-1) && !t.bareName(t.segment(lo, best), best) {
			// The work was led by NAME, a doctor, who said
			it := &t.Items[limit-1]
			return NP{Span: it.Span, First: limit - 1, Limit: limit, Head: limit - 1}, ByApposition
		}
		if typ == segClause || typ == segQuote {
			break
		}
		if typ == segPhrase {
			best = limit
			if t.bareName(first, limit) {
				break
			}
		} else if typ == segAside && best >= 0 {
			break
		}
		if first <= lo || t.Items[first-1].Mark != ',' && t.Items[first-1].Mark != '-' {
			break
		}
		limit = first - 1
	}
	if best < 0 && !shared {
		return NP{}, NoLink
	}
	if best < 0 {
		if n := t.ClauseSubject(lo, i); n.OK() {
			return n, ByShared
		}
		return NP{}, NoLink
	}
	if n := t.phraseEnding(lo, best-1); n.OK() {
		return n, ByApposition
	}
	return NP{}, NoLink
}

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

const (
	segPhrase   = iota // a noun phrase
	segRelative        // who lives there
	segAside           // speaking on Monday; in a statement; however; 45
	segClause          // has a verb of its own
	segQuote
)

func (t *Text) segmentType(first, limit int) int {
	for i := first; i < limit; i++ {
		if t.Items[i].Kind == Quote {
			return segQuote
		}
	}
	for first+1 < limit && t.Items[first].Kind == Word && t.is(first, "even", "only", "now", "then", "also", "and", "but", "later", "both", "just") {
		first++
	}
	it := &t.Items[first]
	if it.Kind == Word && it.Any(1<<cue.Relative|1<<cue.Wh) && !it.Is(cue.Subord) || t.is(first, "where") ||
		first+1 < limit && it.Is(cue.Prep) && t.Items[first+1].Any(1<<cue.Relative) || t.is(first, "of") {
		return segRelative
	}
	gerund := it.Kind == Word && t.words.VerbAt(it.Word).Forms&cue.Gerund != 0 || it.Kind == Word && !it.Cap && len(t.String(first)) > 5 && hasSuffix(t.String(first), "ing")
	if gerund || it.Kind == When || it.Kind == Word && (it.Any(1<<cue.Prep|1<<cue.Subord|1<<cue.To) || it.Any(1<<cue.Adverb|1<<cue.According) && !it.Any(1<<cue.Role|1<<cue.Det)) {
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
		return segAside
	}
	return segPhrase
}

// partyTag reports whether s is the party and state of a politician: R-Ky.
func partyTag(s string) bool {
	return len(s) > 2 && len(s) < 9 && s[1] == '-' && (s[0] == 'R' || s[0] == 'D' || s[0] == 'I')
}

func isNumber(s string) bool { return s[0] >= '0' && s[0] <= '9' }

func hasSuffix(s, end string) bool { return len(s) >= len(end) && s[len(s)-len(end):] == end }

// bareName reports whether items first to limit are a person's name, perhaps with titles before it, or an organization's: it is no apposition, but what
// an apposition explains.
func (t *Text) bareName(first, limit int) bool {
	for limit > first && t.Items[limit-1].Kind == Paren {
		limit--
	}
	if limit > first && t.label(limit-1) == dateline.Org && !partyTag(t.String(limit-1)) && (limit == first+1 || limit == first+2 && t.is(first, "the")) {
		return true
	}
	if limit == first || !t.person(limit-1) || partyTag(t.String(limit-1)) || t.Items[first].Any(1<<cue.Det|1<<cue.Possess) && t.Items[first].Kind == Word {
		return false
	}
	for i := first; i < limit-1; i++ {
		if t.preposition(i) {
			return false
		}
	}
	return true
}

// ClauseSubject is the subject of the clause that item i stands in or ends: the first noun phrase of the clause that no
// preposition governs.
func (t *Text) ClauseSubject(lo, i int) NP {
	start := t.dateline(lo, i)
	for k := start; k < i; k++ {
		switch it := &t.Items[k]; {
		case it.Mark == ';' || it.Mark == ':':
			start = k + 1
		case it.Kind == Word && it.Is(cue.Subord) && t.is(k, "while", "because", "although", "whereas", "though") && k > lo && t.hasFinite(k+2, i):
			start = k + 1
		case it.Kind == Word && it.Is(cue.Subord) && k > lo && k+2 < i && (t.pronoun(k+1) || !it.Is(cue.Prep) && (t.canBegin(k+1) || t.Items[k+1].Is(cue.Honorific))) && t.hasFinite(k+2, i):
			start = k + 1
		case it.Mark == ',' && k+2 < i && t.Items[k+1].Is(cue.Coord) && t.canBegin(k+2) && t.hasFinite(k+3, i):
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
		if (t.pronoun(k) || t.person(k)) && t.hasFinite(k+1, k+2) {
			return NP{Span: t.Items[k].Span, First: k, Limit: k + 1, Head: k, Pronoun: t.pronoun(k)}
		}
	}
	return NP{}
}

// dateline returns the item behind the dateline that a sentence may begin with: WASHINGTON (AP) — Maria Lopez; else lo.
func (t *Text) dateline(lo, limit int) int {
	for i := lo; i < limit && i < lo+7; i++ {
		it := &t.Items[i]
		if it.Mark == '-' && t.wide(i) && i > lo {
			return i + 1
		}
		if it.Kind == Word && !it.Cap || it.Kind == Quote || it.Kind == Punct && it.Mark != ',' && it.Mark != '.' && it.Mark != '/' {
			break
		}
	}
	return lo
}

// placeOnly reports whether the phrase is a place between commas: in Salem, New Hampshire, NAME said.
func (t *Text) placeOnly(n NP, limit int) bool {
	return n.First > 0 && t.Items[n.First-1].Mark == ',' && n.Limit < limit && t.Items[n.Limit].Mark == ',' && n.Head == n.First && t.label(n.Head) == dateline.Place
}

func (t *Text) pronoun(i int) bool {
	it := &t.Items[i]
	return it.Kind == Word && it.Is(cue.Subject) && !it.Is(cue.Relative)
}

func (t *Text) canBegin(i int) bool {
	it := &t.Items[i]
	return it.Kind == Name || it.Kind == Phrase || it.Kind == Word && it.Any(1<<cue.Det|1<<cue.Possess|1<<cue.Subject|1<<cue.Someone)
}

func (t *Text) hasFinite(i, limit int) bool {
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
	if it.Kind == Word {
		s := t.String(i)
		if it.Is(cue.Prep) && !it.Is(cue.Subord) {
			stop := i
			for stop < limit && !t.isBorder(stop) {
				stop++
			}
			return t.nounPhrase(i, stop)
		}
		if it.Any(1<<cue.Prep|1<<cue.To|1<<cue.According) || it.Is(cue.Subord) || t.words.VerbAt(it.Word).Forms&cue.Gerund != 0 || hasSuffix(s, "ing") && len(s) > 5 && !it.Any(1<<cue.Role) || it.Any(1<<cue.Relative|1<<cue.That) && !it.Is(cue.Det) {
			return NP{}
		}
	}
	if t.isBorder(i) {
		return NP{}
	}
	return t.Explained(t.PhraseAt(i, limit), limit)
}

// Explained widens a phrase behind its cue by the apposition that follows it: "the mayor, NAME," is about NAME; "NAME, a doctor,"
// ends after the second comma.
func (t *Text) Explained(n NP, limit int) NP {
	if !n.OK() || n.Limit+1 >= limit || t.Items[n.Limit].Mark != ',' {
		return n
	}
	first := n.Limit + 1
	for first < limit && t.is(first, "formerly", "now", "then", "also") {
		first++
	}
	reach := n.Limit + 14
	if first < limit && t.is(first, "who", "which", "whose") {
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
	case t.bareName(first, end) && !t.person(n.Head) && (t.Items[n.Head].Kind != Name || t.label(n.Head) == dateline.LabelNone):
		for t.Items[end-1].Kind == Paren {
			end--
		}
		return NP{Span: t.Items[end-1].Span, First: n.First, Limit: end, Head: end - 1}
	case end < limit && t.Items[end].Mark == ',' && t.Items[first].Kind == Word && t.Items[first].Any(1<<cue.Det|1<<cue.Role|1<<cue.Relative) && !t.pronoun(first) &&
		(t.is(first, "who", "which", "whose") || !t.hasFinite(first, end)) && !(next < limit && next > end+1 && t.bareName(end+1, next)):
		n.Limit = end
	}
	return n
}
