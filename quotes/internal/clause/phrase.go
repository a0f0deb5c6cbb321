package clause

import (
	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/quotes/internal/cue"
)

// An NP is a noun phrase that may name a speaker. The zero NP is none.
type NP struct {
	dateline.Span
	First, Limit int  // items
	Head         int  // item of the name, pronoun or noun that the phrase is about
	Pronoun      bool // he, she, they, it, who
}

// OK reports whether there is a phrase.
func (n NP) OK() bool { return n.Limit > n.First }

const borders = 1<<cue.That | 1<<cue.Aux | 1<<cue.Modal | 1<<cue.Neg | 1<<cue.Finite

// isBorder reports whether no noun phrase runs across item i.
func (t *Text) isBorder(i int) bool {
	it := &t.Items[i]
	switch it.Kind {
	case Quote:
		return true
	case Punct:
		return it.Mark == ',' || it.Mark == ':' || it.Mark == ';' || it.Mark == '-' && t.wide(i) || it.Mark == '.' || it.Mark == '?' || it.Mark == '!'
	case Word:
		if it.Is(cue.PosS) {
			return false
		}
		if it.Any(borders) || it.Is(cue.Subord) && !it.Is(cue.Prep) || it.Is(cue.Wh) || it.Is(cue.Relative) {
			return true
		}
		return t.finite(i) || i > 0 && t.Items[i-1].Mark == ',' && t.Gerund(i)
	}
	return false
}

// Gerund reports whether item i is a present participle, as far as can be told.
func (t *Text) Gerund(i int) bool {
	it := &t.Items[i]
	if it.Kind != Word || it.Any(1<<cue.Role|1<<cue.Prep) {
		return false
	}
	return it.POS == dateline.PosVBG || t.words.VerbAt(it.Word).Forms&cue.Gerund != 0 ||
		len(t.String(i)) > 5 && hasSuffix(t.String(i), "ing") && it.POS == dateline.PosNone
}

// wide reports whether the dash at i stands between spaces or is no hyphen.
func (t *Text) wide(i int) bool {
	it := &t.Items[i]
	if it.Len() > 1 {
		return true
	}
	text := t.Doc.Text
	return it.Start == 0 || it.End >= len(text) || text[it.Start-1] == ' ' || text[it.End] == ' '
}

// finite reports whether item i is probably a finite verb.
func (t *Text) finite(i int) bool {
	it := &t.Items[i]
	if it.Kind != Word {
		return false
	}
	if it.POS != dateline.PosNone && it.Verb == 0 {
		if prev := i - 1; prev < 0 || t.Items[prev].Kind == Quote || t.Items[prev].Kind == Punct && hasSuffix(t.String(i), "ed") {
			return false // "A," retired general NAME said
		} else if t.Items[prev].Kind == Word && (t.Items[prev].Is(cue.PosS) || t.Items[prev].Any(1<<cue.Det|1<<cue.Possess) &&
			!t.Items[prev].Any(1<<cue.Subject|1<<cue.That)) {
			return false // NAME's conduct
		}
		return it.POS == dateline.PosVBD || it.POS == dateline.PosVBZ || it.POS == dateline.PosVBP
	}
	if it.Is(cue.Finite) || t.unlistedVerb(i) {
		return true
	}
	if it.Cap && i+1 < len(t.Items) && t.Items[i+1].Cap && t.startsSentence(i) {
		return false // State Senator, Report Says
	}
	v := t.words.VerbAt(it.Word)
	if it.Cap && v.Forms&cue.Past == 0 && t.startsSentence(i) {
		return false // State media, Report
	}
	return it.Verb != 0 && v.Forms&(cue.Past|cue.Third|cue.Base) != 0 && v.Tier < 3 && !t.nounUse(i, v)
}

// unlistedVerb reports whether item i, which no list knows, looks like a verb in its place: NAME attacked NAME, NAME blocks the.
func (t *Text) unlistedVerb(i int) bool {
	it := &t.Items[i]
	if it.Cap || it.Verb != 0 && t.words.VerbAt(it.Word).Tier < 3 || it.Class != 0 || i == 0 || i+1 >= len(t.Items) || it.POS != dateline.PosNone {
		return false
	}
	before := i - 1
	for before > 0 && t.Items[before].Kind == Word && t.Items[before].Class == 1<<cue.Adverb {
		before-- // NAME repeatedly invoked NAME
	}
	prev, next := &t.Items[before], &t.Items[i+1]
	if prev.Kind == Word && prev.Is(Subj) && !prev.Is(cue.Relative) {
		s := t.String(i)
		return hasSuffix(s, "ed") || hasSuffix(s, "s")
	}
	s := t.String(i)
	if prev.Kind == Word && prev.Class == 0 && prev.Verb == 0 && len(s) > 3 && hasSuffix(s, "ed") {
		// the campaign sued the party
		return next.Kind == Name || next.Kind == Word && next.Any(1<<cue.Det|1<<cue.Possess) && !next.Any(1<<cue.Prep|1<<cue.That)
	}
	if prev.Kind != Name && prev.Kind != Phrase && !(prev.Kind == Word && prev.Any(1<<Subj|1<<cue.Role)) || prev.Is(cue.PosS) {
		return false
	}
	switch {
	case len(s) > 4 && hasSuffix(s, "ed"):
		return next.Kind != Word || !next.Is(cue.Prep)
	case len(s) > 3 && hasSuffix(s, "s") && !hasSuffix(s, "ss"):
		return next.Kind == Name || next.Kind == Word && (next.Any(1<<cue.Det|1<<cue.Possess|1<<cue.Object) ||
			next.Is(cue.Prep) && t.label(i-1) == dateline.Person)
	}
	return false
}

// Subj is short for the class of pronouns that are subjects.
const Subj = cue.Subject

// nounUse reports whether a verb's word is a noun or an adjective where it stands: the report, Trump's claims, alleged plans.
func (t *Text) nounUse(i int, v cue.Verb) bool {
	it := &t.Items[i]
	if v.Forms&cue.Past == 0 && !(i > 0 && (t.Items[i-1].Kind == Name || t.Items[i-1].Kind == Phrase || t.Pronoun(i-1))) &&
		!(i > 0 && (i+1 == len(t.Items) || t.Is(i+1, "that") || t.Items[i+1].Kind == Punct || t.Items[i+1].Kind == Quote ||
			t.Items[i+1].Kind == Name || t.Pronoun(i+1)) && t.Items[i-1].Any(1<<cue.Document|1<<cue.Role) &&
			(v.Forms&cue.Third != 0 || t.plural(i-1))) {
		never := v.Tier == 1 && v.Forms&cue.Third != 0 && !t.Is(i, nounVerbs...) // announces is no noun, whatever the tagger says
		if never {
		} else if it.POS.Noun() || it.POS >= dateline.PosJJ && it.POS <= dateline.PosJJS {
			return true
		}
	}
	if v.Lemma == "state" && v.Forms&cue.Past == 0 && i > 0 && (t.label(i-1) == dateline.Norp ||
		t.label(i-1) == dateline.Place) && !(i+1 < len(t.Items) && t.Is(i+1, "that")) {
		return true // Syrian state media, U.S. states
	}
	if v.Forms&cue.Past == 0 && i > 1 && t.label(i-1) == dateline.Norp && !hasSuffix(t.String(i-1), "s") &&
		t.Is(i, nounVerbs...) && !t.Items[i-2].Is(cue.Det) && t.Items[i-2].Kind == Word {
		return true // most of Republican claims
	}
	if v.Forms&cue.Past == 0 && v.Forms&(cue.Third|cue.Base) != 0 && i+1 < len(t.Items) && v.Lemma != "say" {
		if n := &t.Items[i+1]; n.Kind == Word && (n.Any(1<<cue.Aux|1<<cue.Modal|1<<cue.Finite) && !n.Is(cue.PosS) ||
			n.Verb != 0 && !n.Is(cue.Role) && t.words.VerbAt(n.Word).Forms&(cue.Past|cue.Base) != 0 && !n.Any(smallWords)) {
			return true // rules permit, reports said
		}
	}
	if i+1 < len(t.Items) && v.Tier > 1 && v.Forms&cue.Participle != 0 && t.Items[i+1].Kind == Word &&
		t.Items[i+1].Any(1<<cue.Aux|1<<cue.Modal) && !t.Items[i+1].Is(cue.PosS) {
		return true // the pardons issued were
	}
	if v.Forms == cue.Base && i > 1 && t.Items[i-1].Kind == Name &&
		(t.Is(i-2, "a", "an") || t.Items[i-2].Kind == Word && t.Items[i-2].Is(cue.Possess)) {
		return true // a Twitter comment
	}
	if v.Forms == cue.Gerund && i > 0 && t.Items[i-1].Kind == Name &&
		(i+1 >= len(t.Items) || t.Items[i+1].Kind == Punct && t.Items[i+1].Mark != ',' && t.Items[i+1].Mark != ':') {
		return true // after the court ruling
	}
	return i > 0 && t.governedNoun(i, v)
}

// governedNoun reports whether the words before item i make a noun or an adjective of it: the claims, his alleged plan.
func (t *Text) governedNoun(i int, v cue.Verb) bool {
	it := &t.Items[i]
	if t.adjectival(i, v) {
		return true
	}
	j := i - 1
	for j > 0 && t.Items[j].Kind == Word && t.Items[j].Is(cue.Adverb) && t.Items[j].Class&^(1<<cue.Adverb) == 0 {
		j--
	}
	p := &t.Items[j]
	if p.Kind != Word {
		return false
	}
	if p.Is(cue.PosS) {
		return v.Forms&cue.Past == 0 || v.Forms&cue.Base != 0
	}
	if p.Any(1<<cue.Det|1<<cue.Possess) && !p.Any(1<<cue.Subject|1<<cue.Object) &&
		!(p.Is(cue.That) || t.Is(j, "this", "both", "all", "those", "these")) {
		return true
	}
	if v.Forms&(cue.Past|cue.Gerund) == 0 && it.POS == dateline.PosNone {
		if v.Tier > 1 && v.Forms&cue.Third != 0 && t.plural(j) || v.Tier > 1 && v.Forms == cue.Base && p.Is(cue.Role) &&
			!t.plural(j) && !t.Is(j, "police", "people") {
			return true
		}
		if p.Is(cue.Coord) && v.Tier == 1 && v.Forms&cue.Third != 0 {
			return false
		}
		return p.Is(cue.Prep) && !p.Is(cue.Subord) || v.Tier > 1 && !t.subjectLike(j) || t.Is(i, nounVerbs...) && !t.subjectLike(j)
	}
	return false
}

// adjectival reports whether the participle at i qualifies the noun behind it: of confirmed cases, several alleged accomplices;
// and whether a gerund there is a noun: the court ruling permitting it.
func (t *Text) adjectival(i int, v cue.Verb) bool {
	if i == 0 || i+1 >= len(t.Items) || v.Forms&(cue.Participle|cue.Gerund) == 0 || v.Forms&cue.Base != 0 {
		return false
	}
	prev, next := &t.Items[i-1], &t.Items[i+1]
	if v.Forms == cue.Gerund {
		noun := prev.Kind == Name && prev.Mention >= 0 && t.label(i-1) == dateline.Org ||
			prev.Kind == Word && prev.Class == 0 && prev.Verb == 0 && !prev.Cap
		return noun && t.Is(i, "ruling", "warning", "finding", "reading") &&
			(t.Gerund(i+1) || next.Kind == Punct && next.Mark == ',' || next.Kind == Word && next.Is(cue.Prep) && !t.Is(i+1, "of"))
	}
	if next.Kind != Word || next.Cap || next.Any(smallWords) || next.Verb != 0 && t.words.VerbAt(next.Word).Tier < 3 {
		return false
	}
	switch {
	case i > 1 && t.Is(i-1, "to") && t.Items[i-2].Is(cue.According):
		return true
	case prev.Kind == Word && prev.Any(1<<cue.Prep) && !prev.Any(1<<cue.Subord|1<<cue.Adverb):
		return !t.Is(i-1, "by", "from", "with") || t.plural(i+1)
	case prev.Kind == Word && prev.Is(cue.Someone) && !prev.Is(cue.Role), isNumber(t.String(i - 1)):
		return t.plural(i+1) && v.Lemma != "say"
	}
	return false
}

// nounVerbs are the verbs of tier 1 that are as often nouns in this form.
var nounVerbs = []string{"report", "reports", "claim", "claims", "comment", "comments", "remark", "remarks", "note", "notes",
	"statement", "statements", "tweet", "tweets",
	"state", "states", "promise", "promises", "pledge", "pledges", "vow", "vows", "reply", "replies", "stress", "joke", "jokes",
	"shout", "shouts", "answer", "counter", "counters"}

// postNominals are letters behind a name: Ann Cole KC said.
var postNominals = []string{"kc", "qc", "sc", "mp", "msp", "mep", "mla", "td", "mbe", "obe", "cbe", "phd", "md", "rn", "esq", "esq.", "jr", "jr.", "sr", "sr.", "ii", "iii"}

// nounPhrase makes the phrase of items first to limit, which hold no border: its head is the last name, pronoun or noun before
// the first preposition, but for a title before a name ("Mayor of Koszalin Piotr Jedlinski").
func (t *Text) nounPhrase(first, limit int) NP {
	for first < limit && t.Items[first].Kind == Word && (t.Items[first].Any(1<<cue.Adverb|1<<cue.Coord) &&
		!t.Items[first].Any(1<<cue.Det|1<<cue.Someone|1<<cue.Role)) {
		first++
	}
	if first+1 < limit && t.Is(first, "about", "around", "over", "nearly", "almost", "roughly") &&
		(isNumber(t.String(first+1)) || t.Items[first+1].Is(cue.Someone)) {
		first++
	}
	if first+2 < limit && t.Is(first, "such") && t.Is(first+1, "as") {
		first++
	}
	if first+1 < limit && t.Is(first, "up", "out", "off", "down", "back") && t.Items[first+1].Any(1<<cue.Det|1<<cue.Possess) {
		first++ // held up a sign
	}
	if first+1 < limit && t.Is(first, "as", "including") {
		first++
	}
	for limit > first && (t.Items[limit-1].Kind == Paren || t.Items[limit-1].Kind == When ||
		limit > first+1 && t.Items[limit-1].Kind == Word && t.Items[limit-1].Class == 1<<cue.Adverb) {
		limit--
	}
	if first >= limit {
		return NP{}
	}
	stop := first
	for stop < limit && !t.preposition(stop) && !(stop > first && t.reduced(stop)) {
		stop++
	}
	if stop == first {
		return t.afterPreposition(first, limit)
	}
	head := stop - 1
	for head > first && (t.Items[head].Kind == Paren || t.Items[head].Kind == Punct || t.Items[head].Kind == When || t.Items[head].Is(cue.PosS) ||
		t.person(head-1) && t.Is(head, postNominals...)) {
		head--
	}
	if last := limit - 1; stop < limit && t.person(last) && !t.person(stop-1) && t.apposed(first, stop, last) {
		return NP{Span: t.Items[last].Span, First: first, Limit: limit, Head: last}
	}
	n := NP{First: first, Limit: limit, Head: head}
	n.Pronoun = t.Items[head].Kind == Word && t.Items[head].Any(1<<cue.Subject|1<<cue.Relative)
	switch it := &t.Items[head]; {
	case it.Kind == Name && it.Mention >= 0 || it.Kind == Phrase || n.Pronoun:
		n.Span = it.Span
		if j := head - 2; j >= first && t.Items[head-1].Is(cue.Coord) && (t.Items[j].Kind == Name) {
			n.Span.Start = t.Items[j].Start
		}
	default:
		n.Span = dateline.Span{Start: t.Items[first].Start, End: t.Items[limit-1].End}
		if limit-first > 12 {
			n.Span.End = it.End
		}
	}
	return n
}

// reduced reports whether a participle that qualifies the noun before it stands at i: NAME speaking to parliament, a show hosted by.
func (t *Text) reduced(i int) bool {
	prev := &t.Items[i-1]
	if t.Items[i].Kind != Word || t.Items[i].Cap || prev.Kind != Name && prev.Kind != Phrase &&
		!prev.Any(1<<cue.Role|1<<cue.Document) && prev.Kind != Paren {
		return false
	}
	return t.Gerund(i) || i+1 < len(t.Items) && (hasSuffix(t.String(i), "ed") ||
		t.Is(i, "seen", "written", "sent", "held", "shown", "drawn", "made", "found", "run", "read")) &&
		t.Items[i+1].Kind == Word && t.Items[i+1].Is(cue.Prep)
}

// preposition reports whether item i begins a phrase that qualifies the noun before it.
func (t *Text) preposition(i int) bool {
	it := &t.Items[i]
	return it.Kind == Word && it.Any(1<<cue.Prep|1<<cue.To) && !it.Is(cue.PosS)
}

// apposed reports whether the person's name at last is what the title before it belongs to: the title has no article, and the
// name no preposition of its own.
func (t *Text) apposed(first, stop, last int) bool {
	if t.Items[first].Any(1<<cue.Det|1<<cue.Possess) && !t.Items[stop-1].Cap {
		j := last - 1
		return j > stop && t.Items[j].Kind == Word && t.Items[j].Is(cue.Role) && t.Items[j-1].Kind == Name && !t.Items[first].Is(cue.Det)
	}
	j := last - 1
	for j > stop && t.Items[j].Kind == Word && t.Items[j].Any(1<<cue.Honorific|1<<cue.Role) {
		j--
	}
	it := &t.Items[j]
	return it.Kind != Word || !it.Any(1<<cue.Prep|1<<cue.To|1<<cue.Det|1<<cue.Coord|1<<cue.Possess)
}

// afterPreposition finds the subject behind an opening phrase without comma: "On Monday the mayor", "In a statement Smith".
func (t *Text) afterPreposition(first, limit int) NP {
	for i := limit - 1; i > first+1; i-- {
		it := &t.Items[i]
		prev := &t.Items[i-1]
		if prev.Any(1<<cue.Prep|1<<cue.To|1<<cue.Det|1<<cue.Honorific|1<<cue.Role|1<<cue.Possess) && prev.Kind == Word {
			continue
		}
		starts := it.Kind == Name && it.Mention >= 0 && (t.person(i) || t.label(i) == dateline.Org) || it.Kind == Phrase ||
			it.Kind == Word && it.Any(1<<cue.Subject|1<<cue.Det|1<<cue.Possess) && !it.Is(cue.That) ||
			prev.Kind == When && (it.Kind == Name || it.Kind == Phrase || it.Any(1<<cue.Role))
		if starts && i > first+1 {
			return t.nounPhrase(i, limit)
		}
	}
	return NP{}
}

// Participle reports whether item i may be a participle before its noun: agreed facts, alleged plans.
func (t *Text) Participle(i int) bool {
	return t.Items[i].Kind == Word && hasSuffix(t.String(i), "ed")
}

// PhraseAt reads the noun phrase that starts at item i, going no further than limit.
func (t *Text) PhraseAt(i, limit int) NP {
	j := i
	for j < limit && (!t.isBorder(j) || j == i && t.Participle(j)) && j < i+16 {
		it := &t.Items[j]
		if it.Kind == Word && it.Any(1<<cue.Subject) && j > i && !it.Any(1<<cue.Det|1<<cue.Possess) {
			break
		}
		if j > i && it.Kind == Word && it.Is(cue.Coord) && !(j+1 < limit &&
			(t.Items[j+1].Kind == Name || t.Items[j+1].Any(1<<cue.Role|1<<cue.Someone|1<<cue.Det))) {
			break
		}
		if it.Kind == When && j > i && !(t.Items[j-1].Kind == Word && t.Items[j-1].Is(cue.Det) && j+1 < limit &&
			t.Items[j+1].Kind == Word && !t.Items[j+1].Any(smallWords)) {
			break // but not in: a Wednesday editorial
		}
		j++
		if it.Kind == Word && it.Any(1<<cue.Subject) && !it.Any(1<<cue.Det|1<<cue.Possess) {
			break
		}
	}
	for j > i && t.Items[j-1].Kind == Word && (t.preposition(j-1) || t.Items[j-1].Any(1<<cue.Coord|1<<cue.Det)) &&
		!t.Items[j-1].Any(1<<cue.Someone|1<<cue.Subject) {
		j--
	}
	return t.nounPhrase(i, j)
}
