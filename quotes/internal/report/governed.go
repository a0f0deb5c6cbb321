package report

import (
	"strings"

	"github.com/dateline-nlp/dateline/quotes/internal/clause"
	"github.com/dateline-nlp/dateline/quotes/internal/cue"
)

// governed finds the clause behind its verb.
func (f *finder) governed(s *clause.Sentence, k int) (Report, bool) {
	fr := &s.Frames[k]
	fm := fr.Verb.Frame
	i := fr.Limit
	if fr.Link == clause.ByInversion || fr.Link == clause.ByAgent && fr.Subject.First < i+3 {
		i = fr.Subject.Limit
	}
	if j, ok := f.complementizer(s, i, fr); ok {
		return f.report(s, k, j, "name-verb-that")
	}
	if f.introduces(s, i) {
		return Report{}, false
	}
	if fr.Link == clause.ByAgent && fm&cue.As == 0 {
		return Report{}, false // reported by NAME on Monday
	}
	if fm&cue.Order != 0 && (f.notNamed(s, i) || fr.Verb.Lemma == "ask" && i+1 < s.Limit && f.Items[i].Is(cue.Object) && f.Is(i+1, "for", "about")) {
		return Report{}, false
	}
	behind := i
	i = f.skipAsides(s, i)
	if i > behind && i+1 < s.Limit && f.Items[i].Mark == ',' && f.clauseAt(s, i+1) {
		i++ // noted on Monday, C
	}
	if i >= s.Limit || f.Items[i].Mark == ':' {
		return Report{}, false
	}
	if r, ok := f.deed(s, k, i); ok {
		return r, ok
	}
	if r, ok, found := f.introduced(s, k, i); found {
		return r, ok
	}
	return f.bare(s, k, i)
}

// introduced finds a clause that a small word or a quotation at item i introduces: vowed to C, asked whether C, described Y as C.
// The last result tells whether there is such a word, which need not govern a clause.
func (f *finder) introduced(s *clause.Sentence, k, i int) (r Report, ok, found bool) {
	fr := &s.Frames[k]
	fm := fr.Verb.Frame
	rule := ""
	it := &f.Items[i]
	switch {
	case it.Kind == clause.Quote && fm&cue.As != 0 && i+2 < s.Limit && f.Is(i+1, "as"):
		rule = "name-verb-as" // described "A" as a farce
	case it.Kind == clause.Quote && i == fr.Limit && f.whole(s, i):
		return Report{}, false, true
	case it.Is(cue.To) && fm&cue.Infinite != 0 && fr.Verb.Lemma == "refuse" && i+1 < s.Limit &&
		f.Is(i+1, "say", "comment", "answer", "tell", "disclose", "reveal", "discuss", "confirm", "elaborate"):
		return Report{}, false, true
	case it.Is(cue.To) && fm&cue.Infinite != 0:
		rule = "name-verb-to"
	case it.Is(cue.Wh) && fm&cue.Clause != 0 && !it.Is(cue.Relative) || f.Is(i, "whether", "if", "what", "why", "how"):
		rule = "name-verb-wh"
	case fm&cue.As != 0:
		if f.asFollows(s, i) {
			rule = "name-verb-as"
		}
	case fm&cue.Name != 0 && i+1 < s.Limit && f.evaluates(s, i):
		rule = "name-verb-as"
	}
	if rule == "" {
		return Report{}, false, false
	}
	r, ok = f.report(s, k, i, rule)
	return r, ok, true
}

// asFollows reports whether an "as" stands behind item i, before a comma.
func (f *finder) asFollows(s *clause.Sentence, i int) bool {
	for j := i; j < s.Limit && j < i+14; j++ {
		if f.Is(j, "as") {
			return true
		}
		if f.Items[j].Mark == ',' {
			break
		}
	}
	return false
}

// bare finds a clause that begins at item i, or behind the hearer there, without a word that introduces it: said C, told Y C, urged
// Y to C, announced a plan.
func (f *finder) bare(s *clause.Sentence, k, i int) (Report, bool) {
	fr := &s.Frames[k]
	fm := fr.Verb.Frame
	if f.askedWhen(s, i) {
		return Report{}, false
	}
	if fm&cue.Order != 0 {
		if j := f.infinitive(s, i); j > 0 {
			return f.report(s, k, j, "name-verb-order")
		}
	}
	if fm&cue.Addressee != 0 {
		if j := f.afterAddressee(s, i, fr); j > 0 && !f.askedWhen(s, j) {
			return f.report(s, k, j, "name-verb-clause")
		}
		if fm&cue.Clause == 0 || f.Is(fr.Cue, "told", "tells", "tell", "telling") {
			return Report{}, false
		}
	}
	if fm&cue.Bare != 0 && (fm&cue.NoObject != 0 || f.clauseAt(s, i)) {
		if r, ok := f.zeroThat(s, k, i); ok {
			return r, ok
		}
	}
	return f.notion(s, k, i)
}

// notNamed reports whether a wish of the source stands at item i: asked not to be named.
func (f *finder) notNamed(s *clause.Sentence, i int) bool {
	return i+3 < s.Limit && f.Is(i, "not") && f.Is(i+1, "to") && f.Is(i+2, "be")
}

// askedWhen reports whether item i begins what made somebody speak: "A," NAME said when asked about it.
func (f *finder) askedWhen(s *clause.Sentence, i int) bool {
	return i+1 < s.Limit && f.Is(i, "when", "after") && f.Is(i+1, "asked", "pressed", "questioned", "quizzed", "confronted")
}

// deed is NAME confessed to doing it, NAME apologized for being late.
func (f *finder) deed(s *clause.Sentence, k, i int) (Report, bool) {
	if lemma := s.Frames[k].Verb.Lemma; i+2 >= s.Limit || !f.Is(i, "to", "for") || !f.Gerund(i+1) ||
		lemma != "confess" && lemma != "admit" && lemma != "apologize" && lemma != "apologise" {
		return Report{}, false
	}
	return f.report(s, k, i+1, "name-verb-object")
}

// notion is NAME announced plans, NAME denied doing it: what was said, as a noun phrase.
func (f *finder) notion(s *clause.Sentence, k, i int) (Report, bool) {
	fr := &s.Frames[k]
	switch fr.Verb.Lemma {
	case "post", "publish", "share", "read", "show", "submit", "broadcast":
		return Report{}, false // posted pictures: the thing is no message
	}
	if fr.Verb.Frame&(cue.Notion|cue.Clause) == 0 || fr.Verb.Frame&cue.NoObject != 0 || fr.Verb.Tier > 2 || i != fr.Limit || i+3 > s.Limit {
		return Report{}, false
	}
	if it := &f.Items[i]; it.Kind == clause.Punct || it.Kind == clause.Quote || it.Kind == clause.Word &&
		it.Any(1<<cue.Prep|1<<cue.Coord|1<<cue.To|1<<cue.Adverb) && !it.Is(cue.Det) {
		return Report{}, false
	}
	return f.report(s, k, i, "name-verb-object")
}

// evaluates reports whether an object and what it is called follow: called it a storm, called the plan "A".
func (f *finder) evaluates(s *clause.Sentence, i int) bool {
	it := &f.Items[i]
	if it.Kind == clause.Word && it.Any(1<<cue.Object) {
		return f.Items[i+1].Kind == clause.Quote || i+2 < s.Limit && f.Items[i+2].Kind == clause.Quote ||
			f.Items[i+1].Kind != clause.Punct && i-1 > s.First && !f.Gerund(i-1)
	}
	if !f.CanBegin(i) {
		return false
	}
	return s.Limit-i > 3 || f.quoteIn(i+1, s.Limit)
}

// zeroThat is NAME said C.
func (f *finder) zeroThat(s *clause.Sentence, k, i int) (Report, bool) {
	it := &f.Items[i]
	if it.Kind == clause.Word && it.Is(cue.Relative) && !it.Any(1<<cue.Det|1<<cue.That) {
		return Report{}, false // "A," said NAME, who was there
	}
	if it.Kind == clause.Punct && !currency(it) || it.Kind == clause.Word && it.Any(1<<cue.Prep|1<<cue.Coord|1<<cue.To) &&
		!it.Any(1<<cue.Det|1<<cue.Someone|1<<cue.Subord) && !f.Is(i, "in", "at", "on", "during", "under", "about", "between",
		"over", "around", "near", "nearly", "up", "among") {
		return Report{}, false
	}
	if s.Limit-i < 2 || (!f.Pronoun(i) || f.Is(i, "it")) && !f.HasFinite(i, s.Limit) && !f.maybeFinite(i, s.Limit) && !f.quoteIn(i, s.Limit) {
		return Report{}, false
	}
	return f.report(s, k, i, "name-verb-clause")
}

// introduces reports whether items from i on are an aside before a quotation: said after the match, "A".
func (f *finder) introduces(s *clause.Sentence, i int) bool {
	for j := i; j < s.Limit && j < i+16; j++ {
		if f.Items[j].Kind == clause.Quote {
			return j > i && (f.Items[j-1].Mark == ',' || f.Items[j-1].Mark == ':' || f.Items[i].Is(cue.Prep) && f.sentence(j))
		}
		if f.Finite(j) || f.Past(j) {
			return false
		}
	}
	return false
}

// sentence reports whether the quotation at item q looks like a whole sentence: a capital, four words, an end.
func (f *finder) sentence(q int) bool {
	in := f.Text.Text(f.Stretches[f.Items[q].Stretch].Inner)
	last := in[len(in)-1]
	return in[0] >= 'A' && in[0] <= 'Z' && strings.Count(in, " ") >= 3 && (last == '.' || last == '!' || last == '?')
}

// currency reports whether an item is a sign that stands before a number.
func currency(it *clause.Item) bool { return it.Mark == '$' || it.Mark == '*' }

func (f *finder) quoteIn(i, limit int) bool {
	for ; i < limit; i++ {
		if f.Items[i].Kind == clause.Quote {
			return true
		}
	}
	return false
}

// maybeFinite reports whether a word among items i to limit looks like a verb that no list knows.
func (f *finder) maybeFinite(i, limit int) bool {
	for j := i + 1; j < limit; j++ {
		if it := &f.Items[j]; it.Kind == clause.Word && !it.Cap {
			s := f.String(j)
			if len(s) > 3 && (s[len(s)-2:] == "ed" || s[len(s)-1] == 's' && s[len(s)-2] != 's') {
				return true
			}
		}
	}
	return false
}

// infinitive returns the item of "to" behind an object: urged Y to go.
func (f *finder) infinitive(s *clause.Sentence, i int) int {
	for j := i; j < s.Limit && j < i+12; j++ {
		it := &f.Items[j]
		if it.Is(cue.To) && j+2 < s.Limit && f.Is(j+1, "be") && f.Is(j+2, "named", "identified", "quoted") {
			return 0 // asked not to be named
		}
		if it.Is(cue.To) && it.Kind == clause.Word && j > i && j+1 < s.Limit {
			n := &f.Items[j+1]
			if n.Kind == clause.Quote || n.Kind == clause.Word && !n.Cap && !n.Any(1<<cue.Det|1<<cue.Possess|1<<cue.Prep) || n.Is(cue.Adverb) {
				return j
			}
		}
		if it.Kind == clause.Punct && it.Mark != '-' || it.Kind == clause.Quote || f.Finite(j) {
			return 0
		}
	}
	return 0
}

// afterAddressee returns where the clause begins behind the hearer: told Y C.
func (f *finder) afterAddressee(s *clause.Sentence, i int, fr *clause.Frame) int {
	if i >= s.Limit || f.Items[i].Kind == clause.Punct || f.Items[i].Kind == clause.Word &&
		f.Items[i].Any(1<<cue.Prep|1<<cue.To|1<<cue.Coord|1<<cue.That) && !f.Items[i].Any(1<<cue.Det) {
		return 0
	}
	j := i + 1
	if f.Items[i].Is(cue.Det) { // told the trial he was ill
		for k := i + 2; k < s.Limit && k < i+6; k++ {
			if f.Pronoun(k) && f.clauseAt(s, k) {
				return k
			}
		}
	}
	if f.Items[i].Kind == clause.Word && !f.Items[i].Any(1<<cue.Object|1<<cue.Hearer) {
		for j < s.Limit && j < i+8 && f.Items[j].Kind != clause.Punct && !f.Items[j].Any(1<<cue.Hearer|1<<cue.Role) &&
			f.Items[j].Kind != clause.Name {
			j++
		}
		j++
	}
	if j+2 < s.Limit && f.Items[j].Mark == '-' && f.Is(j+1, "based") {
		for j += 2; j < s.Limit && j < i+8 && f.Items[j].Kind == clause.Word && !f.Items[j].Any(1<<cue.Hearer); j++ {
		}
		j++
	}
	if j+1 < s.Limit && f.Is(j, "of") && f.Items[j-1].Kind == clause.Name && f.Items[j+1].Kind == clause.Name {
		j += 2 // told the Herald of Madrid
	}
	j = f.skipAsides(s, j)
	if j+1 < s.Limit && f.Items[j].Mark == ',' && fr.Verb.Forms == cue.Gerund {
		return 0 // besides asking NAME, others asked
	}
	if j+1 < s.Limit && f.Items[j].Mark == ',' {
		if j++; f.Items[j].Kind == clause.Quote || f.Items[j].Kind == clause.Word && f.Items[j].Is(cue.Relative) && !f.Items[j].Is(cue.That) {
			return 0 // told NAME, who was there
		}
		if f.Is(j, "a", "an") && !f.Main(j, s.Limit) {
			return 0 // told NAME, a sentence that means much
		}
	}
	if j < s.Limit && f.clauseAt(s, j) {
		return j
	}
	return 0
}

// clauseAt reports whether a clause with a subject begins at item i.
func (f *finder) clauseAt(s *clause.Sentence, i int) bool {
	if i >= s.Limit {
		return false
	}
	it := &f.Items[i]
	if f.Is(i, "there", "whether", "if", "how", "why", "what") {
		return true
	}
	if f.Is(i, "at") && i+2 < s.Limit && f.Is(i+1, "least", "most") {
		i += 2
		it = &f.Items[i]
	}
	if it.Kind == clause.Punct && !currency(it) || it.Kind == clause.Word && it.Any(1<<cue.Prep|1<<cue.Coord|1<<cue.To) &&
		!it.Any(1<<cue.Det|1<<cue.Someone|1<<cue.Subord) {
		return false
	}
	// a finite verb must follow before the phrase of the subject ends
	commas := 0
	for j := i + 1; j < s.Limit && j < i+24; j++ {
		w := &f.Items[j]
		if f.Finite(j) || w.Kind == clause.Quote || f.Past(j) {
			return true
		}
		switch {
		case w.Mark == ';' || w.Mark == ':', w.Is(cue.To) && w.Kind == clause.Word && j+1 < s.Limit && !f.CanBegin(j+1) &&
			j-1 >= i && f.Items[j-1].Mark != ',', f.Pronoun(j), f.Gerund(j) && f.Items[j-1].Is(cue.Prep):
			return false
		case w.Kind == clause.Word && w.Is(cue.Subord) && !w.Is(cue.Prep):
			return false
		case w.Mark == ',' || w.Is(cue.Relative) && w.Kind == clause.Word:
			if commas++; commas > 2 {
				return false
			}
		}
	}
	return false
}

// that is NAME's claim that C.
func (f *finder) that(s *clause.Sentence, k int) (Report, bool) {
	fr := &s.Frames[k]
	return f.report(s, k, fr.Limit+1, "noun-that")
}

func (f *finder) report(s *clause.Sentence, k, i int, rule string) (Report, bool) {
	if i < s.Limit && f.Items[i].Mark == ',' {
		i++ // said that, while it rains, C
	}
	stop := f.rightBorder(s, k, i)
	c := f.span(i, stop)
	return Report{Content: c, Rule: rule, first: i}, len(c) > 0 && stop-i >= 2
}
