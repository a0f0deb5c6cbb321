package clause

import (
	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/quotes/internal/cue"
)

// SubjectBefore finds the subject of the verb group that starts at item g, looking back as far as lo. The second result is
// the way to it.
//
//	NAME said   the mayor of X , who ... , said   NAME (R-Ohio) said   NAME , who said   NAME came and said
func (t *Text) SubjectBefore(lo, g int) (NP, Link) {
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
		if it.Is(cue.Possess) || t.Is(i, "where", "whom") {
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
	case it.Kind == Word && it.Is(cue.Subject) && !t.Is(i, "it") || it.Kind == Word && it.Is(cue.Subject):
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
	if i <= lo || !t.Is(i, "who", "which") || t.Items[i-1].Kind == Punct {
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
		case it.Kind == Word && it.Is(cue.Time) && (it.Cap || t.Is(i, "today", "yesterday", "earlier", "later", "recently", "tonight")):
			i--
			if i >= lo && t.Is(i, "on") {
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
	for j > lo && (t.Items[j].Mark == ',' || t.Items[j].Kind == Paren || isNumber(t.String(j)) ||
		t.Items[j].Kind == Word && t.Items[j].Any(1<<cue.Prep)) {
		j--
	}
	if j < lo || t.isBorder(j) {
		return NP{}
	}
	if it := &t.Items[j]; it.Kind == Name || it.Kind == Phrase {
		return NP{Span: it.Span, First: j, Limit: j + 1, Head: j}
	}
	first := j
	for first > lo && !t.isBorder(first-1) && !t.preposition(first-1) && !t.Items[first-1].Is(cue.Coord) {
		first--
	}
	if first > lo && t.Is(i, "who") && t.Items[j].Is(cue.Role) && t.Is(first-1, "from", "to", "with", "by") {
		return t.nounPhrase(first, j+1) // learned the trade from an uncle, who said
	}
	if n := t.phraseEnding(lo, j); n.OK() {
		return n
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
			if t.Is(j, "but", "so", "yet", "nor") {
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
	sought := false // only a person's name is better than best
	for k := 0; k < 6; k++ {
		first := t.segment(lo, limit)
		if first == limit {
			break
		}
		typ := t.segmentType(first, limit)
		if typ == segRelative && t.label(limit-1) == dateline.Place &&
			(first == lo && limit == lo+1 || first == lo && limit == lo+2 && t.Is(lo, "even", "but", "and")) {
			typ = segPhrase // China, an ally, said
		}
		if typ == segClause && best >= 0 && t.person(limit-1) && !t.bareName(t.segment(lo, best), best) {
			// The work was led by NAME, a doctor, who said
			it := &t.Items[limit-1]
			return NP{Span: it.Span, First: limit - 1, Limit: limit, Head: limit - 1}, ByApposition
		}
		if typ == segClause || typ == segQuote {
			break
		}
		subord := typ == segAside && t.Items[first].Kind == Word && t.Items[first].Is(cue.Subord) // while NAME, a doctor, said
		switch {
		case subord && t.bareName(first+1, limit), (typ == segPhrase) && t.personIn(first, limit):
			best, k = limit, 6
		case typ == segPhrase && !sought:
			best = limit
			sought = t.bareName(first, limit) // NAME, who leads the ministry, X, said
		case typ == segAside && best >= 0:
			sought = true
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
