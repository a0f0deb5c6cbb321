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
	if v.Words == 0 || v.Words == 1 && t.Items[i].Is(cue.Aux) || t.nounUse(i, v) || v.Lemma == "use" && !t.usesWord(s, i) ||
		v.Lemma == "write" && t.off(s, i) {
		return
	}
	f := Frame{Verb: v, Cue: i, Limit: i + int(v.Words)}
	f.Span = dateline.Span{Start: t.Items[i].Start, End: t.Items[f.Limit-1].End}
	g := t.group(s, &f)
	if g < 0 {
		return
	}
	t.findSubject(s, &f)
	if !f.Subject.OK() && !f.Passive && f.Link != BySubject && !(f.First > s.First && t.Is(f.First-1, "when")) {
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
	if f.Link == ByShared && t.Is(max(f.First-1, 0), "or", "nor") && len(s.Frames) > 0 && s.Frames[len(s.Frames)-1].Negated {
		f.Negated = true // did not concede or admit
	}
	if f.Subject.OK() && (t.Is(f.Subject.First, "no", "nobody", "none", "neither") || f.Subject.First > s.First && t.Is(f.Subject.First-1, "no")) {
		f.Negated = true
	}
	opens := f.Limit < s.Limit && (t.Items[f.Limit].Kind == Quote || t.Items[f.Limit].Kind == Punct && f.Limit+1 < s.Limit &&
		t.Items[f.Limit+1].Kind == Quote)
	if f.Subject.OK() && !f.Animate && !(opens && v.Tier == 2 && f.Link == BySubject) &&
		(v.Tier > 2 || v.Tier == 2 && v.Frame&(cue.Clause|cue.Order|cue.As|cue.Infinite) == 0) {
		return
	}
	s.Frames = append(s.Frames, f)
}

// usesWord reports whether the verb at i is to use a word: used the term "A".
func (t *Text) usesWord(s *Sentence, i int) bool {
	return i+2 < s.Limit && t.Is(i+1, "the", "a", "such") && t.Is(i+2, "word", "words", "term", "terms", "phrase", "phrases",
		"slogan", "expression", "hashtag", "line", "name")
}

// off reports whether "off" follows the verb at i and its short object: wrote her off.
func (t *Text) off(s *Sentence, i int) bool {
	for j := i + 1; j < s.Limit && j < i+4; j++ {
		if t.Is(j, "off") {
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
	return it.Kind != Word || n.Pronoun || it.Any(1<<cue.Role|1<<cue.Document|1<<cue.Someone|1<<cue.Subject|1<<cue.Hearer) ||
		it.Cap && n.Limit-n.First == 1
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
			be = be || !f.Passive && t.Is(j, "is", "are", "was", "were", "be", "been", "being", "am", "'re", "'m")
			continue
		case it.Is(cue.Modal):
			modal = true
			continue
		case it.Is(cue.Neg):
			f.Negated = true
			continue
		case it.Is(cue.To) && !aux && v.Forms&cue.Base != 0:
			to = true
			if j > s.First && t.Is(j-1, "went", "goes", "continued", "proceeded", "came", "has", "had") ||
				j > s.First+1 && t.Is(j-1, "on") && t.Is(j-2, "went", "goes", "going") {
				to = false
				j--
				if t.Is(j, "on") {
					j--
				}
				f.First = j
				continue
			}
			if j > s.First && t.Is(j-1, "refused", "refuses", "refuse", "refusing", "declined", "declines", "decline",
				"declining", "failed", "fails") {
				f.Negated = true
			}
		case it.Is(cue.Adverb) && !it.Any(1<<cue.Coord|1<<cue.Det|1<<cue.Role):
			continue
		case t.Is(j, "yet") && j > s.First && t.Items[j-1].Is(cue.Neg):
			continue
		case j-2 >= s.First && t.Is(j, "past") && t.Is(j-1, "the") && t.Is(j-2, "in"):
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
		if j < s.First || !t.pluralSubject(s, j) && !t.Items[j].Is(cue.Coord) && t.Items[j].Kind != Quote &&
			t.Items[j].Mark != ',' && t.Items[j].Kind != Paren && !t.pluralHead(s, j) {
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
	return t.plural(j) || it.Is(cue.Relative) || isNumber(t.String(j)) ||
		t.Is(j, "media", "data", "press", "police", "staff", "team", "government", "others")
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
	if v.Frame&cue.As != 0 && v.Forms&cue.Participle != 0 && f.First == f.Cue && f.Limit < s.Limit && t.Is(f.Limit, "as") && !t.fronts(s, f.Cue) {
		f.Passive = true // NAME, often referred to as "A"
	}
	if v.Forms&cue.Participle != 0 && f.First == f.Cue && f.Limit+1 < s.Limit && t.Is(f.Limit, "by") && f.Cue > s.First &&
		t.Items[f.Cue-1].Kind != Quote && !t.Is(f.Limit+1, means...) {
		f.Passive = true // a plan described by NAME
	}
	if f.Passive {
		if t.Is(f.Cue, "quoted", "cited") && f.Limit+1 < s.Limit && t.Is(f.Limit, "as", "by") {
			f.Subject, f.Link = t.SubjectBefore(s.First, f.First)
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
	if f.First > s.First && f.First < f.Cue && t.Items[f.First].Is(cue.To) || f.First > s.First &&
		t.Items[f.First-1].Kind == Word && t.Items[f.First-1].Is(cue.To) {
		j := f.First
		for j > s.First && j > f.First-2 && t.Items[j].Kind == Word && (t.Items[j].Is(cue.To) || t.Items[j].Is(cue.Adverb) || j == f.First) {
			j--
		}
		if t.finite(j) || t.HasFinite(j, j+1) { // NAME failed to say
			if f.Subject, f.Link = t.SubjectBefore(s.First, j); f.Subject.OK() {
				return
			}
		}
		f.Subject, f.Link = t.ClauseSubject(s.First, f.First), ByShared
		return
	}
	f.Subject, f.Link = t.SubjectBefore(s.First, f.First)
}

// means are what one speaks by: said by telephone.
var means = []string{"telephone", "phone", "email", "e-mail", "text", "fax", "letter", "video", "videolink", "radio",
	"satellite", "message", "post", "text-message"}

// fronts reports whether the object of the verb at i stands before its subject: which he described as "A".
func (t *Text) fronts(s *Sentence, i int) bool {
	for j := i - 1; j >= s.First && j > i-5; j-- {
		if t.Pronoun(j) || t.Is(j, "which", "what", "whom") {
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
	if f.Limit < s.Limit && t.Is(f.Limit, "by") {
		return f.Limit
	}
	if f.Limit >= s.Limit || !t.Is(f.Limit, "as") {
		return 0
	}
	for i := f.Limit + 1; i < s.Limit && i < f.Limit+8; i++ {
		if t.Items[i].Kind == Quote && i+1 < s.Limit && t.Is(i+1, "by") {
			return i + 1
		}
		if t.Items[i].Kind == Punct {
			break
		}
		if t.Is(i, "by") && i > f.Limit+1 && i+1 < s.Limit && (t.CanBegin(i+1) || t.Items[i+1].Any(1<<cue.Role)) {
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
