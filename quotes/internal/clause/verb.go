package clause

import (
	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/quotes/internal/cue"
)

// verb adds the frame of the verb at i, if it is used as one.
func (t *Text) verb(s *Sentence, i int) {
	v := t.words.VerbAt(t.Items[i].Word)
	if t.Items[i].Is(cue.MultiVerb) {
		if m := t.words.Multi(t.String(i), func(k int) string {
			if i+k < s.Limit && t.Items[i+k].Kind != Quote {
				return t.String(i + k)
			}
			return ""
		}); m.Words > 0 {
			v = m
		}
	}
	if v.Words == 0 || v.Words == 1 && t.Items[i].Is(cue.Aux) || t.nounUse(i, v) || v.Lemma == "use" && !t.usesWord(s, i) || v.Lemma == "write" && t.off(s, i) {
		return
	}
	f := Frame{Verb: v, Cue: i, Limit: i + int(v.Words)}
	f.Span = dateline.Span{Start: t.Items[i].Start, End: t.Items[f.Limit-1].End}
	g := t.group(s, &f)
	if g < 0 {
		return
	}
	t.findSubject(s, &f)
	if !f.Subject.OK() && !f.Passive && f.Link != BySubject && !(f.First > s.First && t.is(f.First-1, "when")) {
		for k := len(s.Frames) - 1; k >= 0 && !f.Subject.OK(); k-- {
			if g := &s.Frames[k]; g.Link == ByInversion || g.Link == BySubject {
				f.Subject, f.Link = g.Subject, ByShared // "A," said NAME, adding
			}
		}
	}
	if f.Link == NoLink && v.Forms&(cue.Past|cue.Gerund|cue.Third) == 0 {
		return
	}
	f.Animate = f.Subject.OK() && t.animate(f.Subject)
	if f.Link == ByShared && t.is(max(f.First-1, 0), "or", "nor") && len(s.Frames) > 0 && s.Frames[len(s.Frames)-1].Negated {
		f.Negated = true // did not concede or admit
	}
	if f.Subject.OK() && (t.is(f.Subject.First, "no", "nobody", "none", "neither") || f.Subject.First > s.First && t.is(f.Subject.First-1, "no")) {
		f.Negated = true
	}
	opens := f.Limit < s.Limit && (t.Items[f.Limit].Kind == Quote || t.Items[f.Limit].Kind == Punct && f.Limit+1 < s.Limit && t.Items[f.Limit+1].Kind == Quote)
	if f.Subject.OK() && !f.Animate && !(opens && v.Tier == 2 && f.Link == BySubject) && (v.Tier > 2 || v.Tier == 2 && v.Frame&(cue.Clause|cue.Order|cue.As|cue.Infinite) == 0) {
		return
	}
	s.Frames = append(s.Frames, f)
}

// usesWord reports whether the verb at i is to use a word: used the term "A".
func (t *Text) usesWord(s *Sentence, i int) bool {
	return i+2 < s.Limit && t.is(i+1, "the", "a", "such") && t.is(i+2, "word", "words", "term", "terms", "phrase", "phrases", "slogan", "expression", "hashtag", "line", "name")
}

// off reports whether "off" follows the verb at i and its short object: wrote her off.
func (t *Text) off(s *Sentence, i int) bool {
	for j := i + 1; j < s.Limit && j < i+4; j++ {
		if t.is(j, "off") {
			return true
		}
		if it := &t.Items[j]; it.Kind != Name && !(it.Kind == Word && it.Any(1<<cue.Object|1<<cue.Det|1<<cue.Possess)) {
			return false
		}
	}
	return false
}

// animate reports whether the phrase is about somebody or something that can speak: a name, a pronoun, a role, a document.
func (t *Text) animate(n NP) bool {
	it := &t.Items[n.Head]
	return it.Kind != Word || n.Pronoun || it.Any(1<<cue.Role|1<<cue.Document|1<<cue.Someone|1<<cue.Subject|1<<cue.Hearer) || it.Cap && n.Limit-n.First == 1
}

// group finds the start of the verb group (has also said) and what it tells of the verb: negation, passive voice, mere
// possibility. It is -1 where the form cannot be a verb here.
func (t *Text) group(s *Sentence, f *Frame) int {
	v := f.Verb
	j := f.Cue - 1
	aux, be, to, modal := false, false, false, false
	for ; j >= s.First; j-- {
		it := &t.Items[j]
		if it.Kind == When && j > s.First && t.Items[j-1].Kind == Word && t.Items[j-1].Is(cue.Aux) {
			continue // was yesterday reported
		}
		if it.Kind != Word {
			break
		}
		switch {
		case it.Is(cue.Aux) && !(it.Is(cue.PosS) && v.Forms&(cue.Gerund|cue.Participle) == 0):
			aux = true
			be = be || !f.Passive && t.is(j, "is", "are", "was", "were", "be", "been", "being", "am", "'re", "'m")
			continue
		case it.Is(cue.Modal):
			modal = true
			continue
		case it.Is(cue.Neg):
			f.Negated = true
			continue
		case it.Is(cue.To) && !aux && v.Forms&cue.Base != 0:
			to = true
			if j > s.First && t.is(j-1, "went", "goes", "continued", "proceeded", "came", "has", "had") || j > s.First+1 && t.is(j-1, "on") && t.is(j-2, "went", "goes", "going") {
				to = false
				j--
				if t.is(j, "on") {
					j--
				}
				f.First = j
				continue
			}
			if j > s.First && t.is(j-1, "refused", "refuses", "refuse", "refusing", "declined", "declines", "decline", "declining", "failed", "fails") {
				f.Negated = true
			}
		case it.Is(cue.Adverb) && !it.Any(1<<cue.Coord|1<<cue.Det|1<<cue.Role):
			continue
		case t.is(j, "yet") && j > s.First && t.Items[j-1].Is(cue.Neg):
			continue
		case j-2 >= s.First && t.is(j, "past") && t.is(j-1, "the") && t.is(j-2, "in"):
			j -= 2
			continue
		}
		break
	}
	f.First = j + 1
	for f.First < f.Cue && t.Items[f.First].Is(cue.Adverb) && !t.Items[f.First].Any(1<<cue.Aux|1<<cue.Neg) {
		f.First++
	}
	f.Passive = be && v.Forms&cue.Participle != 0 && v.Forms&cue.Gerund == 0
	f.Unreal = to || modal
	return t.groupStart(s, f, aux || modal || to || f.First < f.Cue && !t.Items[f.First].Any(1<<cue.Adverb))
}

// groupStart rejects forms without a way to be a finite verb or a participle of saying.
func (t *Text) groupStart(s *Sentence, f *Frame, helped bool) int {
	v := f.Verb
	if v.Forms == cue.Base && !helped {
		// a bare base form is finite in the plural only: officials say
		j := t.skipBack(s.First, f.Cue-1)
		if j < s.First || !t.pluralSubject(s, j) && !t.Items[j].Is(cue.Coord) && t.Items[j].Kind != Quote && t.Items[j].Mark != ',' && t.Items[j].Kind != Paren && !t.pluralHead(s, j) {
			return -1
		}
	}
	if v.Forms == cue.Participle && !helped {
		return -1
	}
	return f.First
}

// pluralSubject reports whether item j can end the subject of a verb in its base form: officials, they, Democrats, NAME and NAME.
func (t *Text) pluralSubject(s *Sentence, j int) bool {
	it := &t.Items[j]
	if it.Kind == Name || it.Kind == Phrase {
		str := t.String(j)
		k := j - 1
		for k > s.First && t.Items[k].Kind == Word && t.Items[k].Is(cue.Honorific) {
			k--
		}
		return t.label(j) != dateline.Person && it.Mention >= 0 || hasSuffix(str, "s") || k > s.First && t.Items[k].Is(cue.Coord)
	}
	return t.plural(j) || it.Is(cue.Relative) || isNumber(t.String(j)) || t.is(j, "media", "data", "press", "police", "staff", "team", "government", "others")
}

// pluralHead reports whether the phrase that ends at item j is about several: sources close to the campaign.
func (t *Text) pluralHead(s *Sentence, j int) bool {
	if t.isBorder(j) || t.Items[j].Is(cue.Object) || t.preposition(j) {
		return false
	}
	n := t.phraseEnding(s.First, j)
	if who := t.restricted(s.First, n.First-1); n.OK() && who.OK() {
		n, j = who, who.Limit // some who saw it say
	}
	for i := n.First; i < n.Limit && i < j && !t.preposition(i); i++ {
		if t.plural(i) || t.Items[i].Kind == Word && t.Items[i].Is(cue.Someone) {
			return true
		}
	}
	return false
}

// findSubject fills in Subject and Link.
func (t *Text) findSubject(s *Sentence, f *Frame) {
	v := f.Verb
	if v.Frame&cue.As != 0 && v.Forms&cue.Participle != 0 && f.First == f.Cue && f.Limit < s.Limit && t.is(f.Limit, "as") && !t.fronts(s, f.Cue) {
		f.Passive = true // NAME, often referred to as "A"
	}
	if v.Forms&cue.Participle != 0 && f.First == f.Cue && f.Limit+1 < s.Limit && t.is(f.Limit, "by") && f.Cue > s.First && t.Items[f.Cue-1].Kind != Quote && !t.is(f.Limit+1, means...) {
		f.Passive = true // a plan described by NAME
	}
	if f.Passive {
		if t.is(f.Cue, "quoted", "cited") && f.Limit+1 < s.Limit && t.is(f.Limit, "as", "by") {
			f.Subject, f.Link = t.subjectBefore(s.First, f.First)
			f.Passive = false
			return
		}
		if by := t.agent(s, f); by > 0 {
			f.Subject, f.Link = t.Explained(t.PhraseAt(by+1, s.Limit), s.Limit), ByAgent
		}
		return
	}
	if v.Forms == cue.Gerund && f.First == f.Cue {
		t.gerundSubject(s, f)
		return
	}
	if t.inverts(s, f) {
		if n := t.PhraseAt(t.afterAdverbs(f.Limit, s.Limit), s.Limit); n.OK() && !t.objectOnly(n) {
			f.Subject, f.Link = t.Explained(n, s.Limit), ByInversion
			return
		}
	}
	if f.First > s.First && f.First < f.Cue && t.Items[f.First].Is(cue.To) || f.First > s.First && t.Items[f.First-1].Kind == Word && t.Items[f.First-1].Is(cue.To) {
		j := f.First
		for j > s.First && j > f.First-2 && t.Items[j].Kind == Word && (t.Items[j].Is(cue.To) || t.Items[j].Is(cue.Adverb) || j == f.First) {
			j--
		}
		if t.finite(j) || t.hasFinite(j, j+1) { // NAME failed to say
			if f.Subject, f.Link = t.subjectBefore(s.First, j); f.Subject.OK() {
				return
			}
		}
		f.Subject, f.Link = t.ClauseSubject(s.First, f.First), ByShared
		return
	}
	f.Subject, f.Link = t.subjectBefore(s.First, f.First)
}

// means are what one speaks by: said by telephone.
var means = []string{"telephone", "phone", "email", "e-mail", "text", "fax", "letter", "video", "videolink", "radio", "satellite", "message", "post", "text-message"}

// fronts reports whether the object of the verb at i stands before its subject: which he described as "A".
func (t *Text) fronts(s *Sentence, i int) bool {
	for j := i - 1; j >= s.First && j > i-5; j-- {
		if t.pronoun(j) || t.is(j, "which", "what", "whom") {
			return true
		}
		if t.Items[j].Kind == Punct || t.Items[j].Kind == Quote {
			return false
		}
	}
	return false
}

// agent finds the "by" of a passive: was described by NAME; was described as "A" by NAME; 0 if there is none.
func (t *Text) agent(s *Sentence, f *Frame) int {
	if f.Limit < s.Limit && t.is(f.Limit, "by") {
		return f.Limit
	}
	if f.Limit >= s.Limit || !t.is(f.Limit, "as") {
		return 0
	}
	for i := f.Limit + 1; i < s.Limit && i < f.Limit+8; i++ {
		if t.Items[i].Kind == Quote && i+1 < s.Limit && t.is(i+1, "by") {
			return i + 1
		}
		if t.Items[i].Kind == Punct {
			break
		}
		if t.is(i, "by") && i > f.Limit+1 && i+1 < s.Limit && (t.canBegin(i+1) || t.Items[i+1].Any(1<<cue.Role)) {
			return i
		}
	}
	return 0
}

func (t *Text) afterAdverbs(i, limit int) int {
	for i < limit && t.Items[i].Kind == Word && t.Items[i].Is(cue.Adverb) && !t.Items[i].Any(1<<cue.Det|1<<cue.Subject) {
		i++
	}
	return i
}

func (t *Text) objectOnly(n NP) bool {
	it := &t.Items[n.Head]
	return it.Kind == Word && (it.Is(cue.Object) && !it.Is(cue.Subject) || it.Any(1<<cue.Hearer) || it.Is(cue.That))
}

// inverts reports whether the subject may follow the verb: "A," said NAME; A, said NAME; Said NAME: "A".
func (t *Text) inverts(s *Sentence, f *Frame) bool {
	if f.First != f.Cue || f.Verb.Forms&(cue.Past|cue.Third) == 0 && !t.manySay(s, f) || f.Limit >= s.Limit || f.Verb.Tier > 2 && !(f.Cue > s.First && t.Items[f.Cue-1].Kind == Quote && t.Items[f.Limit].Kind == Name) {
		return false
	}
	if f.Verb.Frame&(cue.Addressee|cue.Order|cue.As) != 0 && !t.is(f.Cue, "asked", "warned", "asks", "warns", "advised", "urged") {
		return false
	}
	if next := &t.Items[f.Limit]; next.Kind == Punct || next.Kind == Quote || next.Kind == When || next.Any(1<<cue.That|1<<cue.To) {
		return false
	}
	j := f.Cue - 1
	if j < s.First {
		return true
	}
	prev := &t.Items[j]
	if prev.Kind == Quote {
		return true
	}
	if prev.Mark == '-' && j > s.First && t.Items[j-1].Kind == Quote {
		return true
	}
	if prev.Mark != ',' {
		return false
	}
	if j-1 >= s.First && t.Items[j-1].Kind == Quote {
		return true
	}
	// C, said NAME: nothing before the comma can be the subject's apposition if it has a finite verb of its own
	next := &t.Items[f.Limit]
	return (next.Kind == Name || next.Kind == Phrase || next.Any(1<<cue.Honorific|1<<cue.Role|1<<cue.Det)) && t.contentBefore(s, j, next) && t.endOfAttribution(s, f)
}

// manySay reports whether the subject behind a verb in its base form is in the plural: "A," say experts.
func (t *Text) manySay(s *Sentence, f *Frame) bool {
	if f.Verb.Tier > 1 || f.Verb.Forms&cue.Base == 0 || f.Limit >= s.Limit || f.Cue == s.First {
		return false
	}
	if prev := &t.Items[f.Cue-1]; prev.Mark != ',' && prev.Kind != Quote {
		return false
	}
	n := t.PhraseAt(f.Limit, s.Limit)
	if !n.OK() {
		return false
	}
	head := &t.Items[n.Head]
	return t.plural(n.Head) || head.Kind == Phrase && hasSuffix(t.String(n.Head), "s") || n.Head > n.First && t.pluralHead(s, n.Head)
}

// contentBefore reports whether what stands before the comma at j can be what the next item's owner says: a clause, the rest of
// a sentence that a quotation began, or, before a name, the first part of a clause.
func (t *Text) contentBefore(s *Sentence, j int, next *Item) bool {
	if j <= s.First {
		return false
	}
	seg := t.segment(s.First, j)
	if seg == j {
		return false
	}
	if seg > s.First && t.Items[seg-1].Kind == Quote && t.segmentType(seg, j) == segAside {
		return true // "We are happy" about it, said NAME
	}
	if t.segmentType(seg, j) == segRelative {
		return seg > s.First && t.Items[seg-1].Kind == Quote
	}
	return t.hasFinite(s.First, j) || next.Kind == Name && !t.person(j-1) && seg == s.First || t.Paras[s.Para].Kind == dateline.SectionHeadline && j > s.First+2
}

// endOfAttribution reports whether the phrase after the cue is followed by the end of the clause, as in "C, said NAME, a doctor".
func (t *Text) endOfAttribution(s *Sentence, f *Frame) bool {
	n := t.PhraseAt(f.Limit, s.Limit)
	if !n.OK() {
		return false
	}
	if n.Limit >= s.Limit {
		return true
	}
	it := &t.Items[n.Limit]
	return it.Kind == Punct || it.Kind == Quote || it.Kind == When || it.Kind == Paren || it.Any(1<<cue.Prep|1<<cue.Relative)
}

// gerundSubject finds who is "saying": a name right before, or the subject of the clause.
func (t *Text) gerundSubject(s *Sentence, f *Frame) {
	j := f.Cue - 1
	if j >= s.First && t.is(j, "as") && j > s.First {
		for k := j - 1; k >= s.First && k > j-14; k-- {
			if !t.is(k, "quoted", "cited", "quotes", "cites", "quoting", "citing") {
				continue
			}
			if k == j-1 || t.beQuoted(s.First, k) {
				f.Subject, f.Link = t.ClauseSubject(s.First, k), ByShared
			} else {
				f.Subject, f.Link = t.PhraseAt(k+1, j), BySubject
			}
			return
		}
	}
	if j >= s.First {
		if k := t.with(s.First, j); k > 0 {
			f.Subject, f.Link = t.nounPhrase(k, j+1), BySubject
			return
		}
	}
	if j >= s.First && (t.Items[j].Kind == Name || t.Items[j].Kind == Phrase || t.Items[j].Kind == Word && t.Items[j].Is(cue.Role) && t.plural(j)) {
		if n := t.phraseEnding(s.First, j); n.OK() {
			if n.Head < j && t.is(n.Head+1, "to") {
				if c := t.ClauseSubject(s.First, n.First); c.OK() {
					n = c // NAME wrote a letter to NAME asking
				}
			} else if n.First > s.First && t.addresses(n.First-1) {
				if c := t.ClauseSubject(s.First, n.First); c.OK() && c.Limit < n.First {
					n = c // NAME emailed supporters saying
				}
			}
			f.Subject, f.Link = n, BySubject
			return
		}
	}
	for k := len(s.Frames) - 1; k >= 0; k-- { // C, NAME said, adding
		g := &s.Frames[k]
		end := g.Limit
		if g.Link == ByInversion {
			end = g.Subject.Limit
		}
		if g.Verb.Tier == 1 && (g.Link == ByInversion || g.Link == BySubject) && j >= end && j < end+8 && t.Items[j].Mark == ',' && !t.hasFinite(end, j) {
			f.Subject, f.Link = g.Subject, ByShared
			return
		}
	}
	f.Subject, f.Link = t.ClauseSubject(s.First, f.Cue), ByShared
	if !f.Subject.OK() && (f.Cue == s.First || f.Cue == s.First+1) {
		// Saying "A", NAME left; After saying "A", NAME left
		for k := f.Limit; k < s.Limit; k++ {
			if t.Items[k].Mark == ',' || t.Items[k].Kind == Quote && k > f.Limit {
				if n := t.subjectAt(k+1, s.Limit); n.OK() {
					f.Subject, f.Link = n, ByShared
				}
				return
			}
		}
	}
}

// addresses reports whether item i is a verb whose object is who hears or reads: told, emailed.
func (t *Text) addresses(i int) bool {
	v := t.words.VerbAt(t.Items[i].Word)
	return v.Frame&cue.Addressee != 0 && v.Forms&cue.Past != 0 || t.is(i, "emailed", "texted", "messaged", "wrote", "addressed", "phoned", "called")
}

// beQuoted reports whether the participle at k is passive: was quoted on Monday as saying, quoted by NAME as saying.
func (t *Text) beQuoted(lo, k int) bool {
	if t.is(k+1, "by", "in", "on", "last", "earlier") || t.Items[k+1].Kind == When {
		return true
	}
	k--
	for k > lo && t.Items[k].Kind == Word && t.Items[k].Is(cue.Adverb) {
		k--
	}
	return k >= lo && t.is(k, "was", "were", "is", "are", "been", "being", "be")
}

// with returns where the subject begins that ends at item j, behind a "with": with officials saying; 0 if there is none.
func (t *Text) with(lo, j int) int {
	if it := &t.Items[j]; it.Kind != Name && it.Kind != Phrase && (it.Kind != Word || !it.Any(1<<cue.Role|1<<cue.Document|1<<cue.Hearer|1<<cue.Someone)) {
		return 0
	}
	for k := j - 1; k >= lo && k > j-8; k-- {
		if t.is(k, "with") {
			return k + 1
		}
		if t.isBorder(k) {
			return 0
		}
	}
	return 0
}
