package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/quotes/internal/clause"
	"github.com/dateline-nlp/dateline/quotes/internal/cue"
)

// no answers, with an empty Answer, for what stands in quotation marks without being speech: titles, nicknames, names given to
// things, headings, and all that the site adds around the article.
func (f *finder) no(si, q int) (Answer, bool) {
	s := &f.Sentences[si]
	kind := f.Paras[s.Para].Kind
	switch {
	case kind == dateline.SectionBoilerplate || kind == dateline.SectionAuthor || kind == dateline.SectionCredit || kind == dateline.SectionByline:
		return Answer{}, true
	case f.heading(s, q, kind), f.nickname(s, q), f.naming(s, q):
		return Answer{}, true
	case kind != dateline.SectionHeadline && f.titleCase(q) && f.titlePlace(s, q), f.show(s, q):
		return Answer{}, true
	}
	return Answer{}, false
}

// heading reports whether the quotation is a line of its own, short and without an end: 'Scaling up and doing more'.
func (f *finder) heading(s *clause.Sentence, q int, kind dateline.SectionKind) bool {
	if !f.standsAlone(s, q) || f.Stretches[f.Items[q].Stretch].Outer != f.Paras[s.Para].Span {
		return false
	}
	if kind == dateline.SectionSubhead || kind == dateline.SectionHeadline {
		return true
	}
	n := f.words(q)
	return f.Stretches[f.Items[q].Stretch].Single && n <= 10 || n <= 8 && f.titleCase(q)
}

// nickname is NAME "A" NAME.
func (f *finder) nickname(s *clause.Sentence, q int) bool {
	return q > s.First && q+1 < s.Limit && f.Items[q-1].Kind == clause.Name && f.Items[q+1].Kind == clause.Name && f.words(q) <= 3 && f.upperFirst(q)
}

// naming reports whether the quotation is a name that its sentence gives to something: a process called "A", titled "A", known
// as "A". What somebody called "A" is speech, and so is calling somebody "A".
func (f *finder) naming(s *clause.Sentence, q int) bool {
	if q+2 < s.Limit && f.capitals(q, 4) && f.Is(q+1, "star", "stars", "co-star", "host", "author", "director", "singer",
		"creator", "contestant", "actor", "actress", "producer", "trilogy", "franchise") &&
		!isMark(f.lastByte(q)) {
		return true // "Avatar" star NAME said
	}
	if q > s.First && f.Is(q-1, "so-called", "marked", "stamped", "nickname", "pseudonym", "alias", "codename", "moniker") ||
		f.identified(s, q-2) || f.object(s, q) {
		return true
	}
	i := q - 1
	if i >= s.First && f.Is(i, "the", "a", "an", "as") {
		i--
	}
	if i <= s.First {
		return false
	}
	if f.Is(i, "titled", "entitled", "nicknamed", "codenamed", "captioned", "headlined", "named", "known", "renamed", "styled", "subtitled") {
		return true
	}
	if !f.Is(i, "called", "dubbed", "termed", "labelled", "labeled") {
		return false
	}
	for _, fr := range s.Frames {
		if fr.Cue == i {
			if fr.Passive {
				return fr.Link != clause.ByAgent
			}
			return !f.afterWhat(s, fr.Subject)
		}
	}
	return true
}

// isMark reports whether c ends a sentence or a part of it.
func isMark(c byte) bool { return c == ',' || c == '.' || c == '!' || c == '?' }

// identified reports whether item i ends "identified only", with "as" behind: what follows is the name that somebody goes by.
func (f *finder) identified(s *clause.Sentence, i int) bool {
	return i > s.First && f.Is(i+1, "as") && f.Is(i, "only", "simply", "publicly", "merely") && f.Is(i-1, "identified", "named", "known", "listed")
}

// object reports whether the quotation is what somebody describes as something, a title: described "A" as a farce.
func (f *finder) object(s *clause.Sentence, q int) bool {
	if q+2 >= s.Limit || !f.Is(q+1, "as") || !f.upperFirst(q) || f.words(q) > 6 {
		return false
	}
	for k := range s.Frames {
		if fr := &s.Frames[k]; fr.Limit == q && fr.Verb.Frame&cue.As != 0 {
			return true
		}
	}
	return false
}

// afterWhat reports whether a "what" or "which" stands before the subject: what he called "A".
func (f *finder) afterWhat(s *clause.Sentence, n clause.NP) bool {
	return n.OK() && n.First > s.First && f.Items[n.First-1].Any(1<<cue.Wh|1<<cue.Relative)
}

// titlePlace reports whether the quotation stands where a name would, not where speech begins.
func (f *finder) titlePlace(s *clause.Sentence, q int) bool {
	if q == s.First {
		return false
	}
	it := &f.Items[q-1]
	if it.Kind == clause.Punct {
		return false
	}
	for _, fr := range s.Frames {
		if fr.Limit == q && fr.Verb.Tier <= 2 || fr.Verb.Frame&cue.Name != 0 && fr.Limit < q && q-fr.Limit <= 4 &&
			f.Items[q-1].Kind == clause.Name || fr.Limit < q && fr.Verb.Frame&cue.As != 0 && f.Is(q-1, "as") {
			return false
		}
	}
	if it.Kind == clause.Word && it.Any(1<<cue.Aux) && !it.Is(cue.PosS) && len(s.Frames) > 0 {
		return false // found that it was "Mostly False"
	}
	return it.Kind == clause.Name || it.Kind == clause.Phrase || it.Kind == clause.When || !it.Is(cue.That) && !it.Is(cue.Object) && it.Verb == 0
}

// works are the nouns that the name of a work explains.
var works = []string{"program", "programme", "show", "series", "book", "novel", "memoir", "film", "movie", "documentary", "song",
	"album", "podcast", "play", "musical", "column", "poem", "essay", "game",
	"event", "exhibition", "festival", "tour", "concert", "lecture", "talk"}

// show reports whether the quotation names a show or a work: CBS's "A," NAME said; on her program, "A B," broadcast.
func (f *finder) show(s *clause.Sentence, q int) bool {
	if q < s.First+2 || !f.capitals(q, 8) {
		return false
	}
	if p := &f.Items[q-1]; p.Kind == clause.Word && p.Is(cue.PosS) {
		return f.capitals(q, 4) && f.labelOf(q-2) == dateline.Org || f.capitals(q, 4) && f.Is(q-2, "television", "radio", "tv", "network", "channel")
	}
	if before := &f.Items[q-2]; f.Is(q-1, works...) && (before.Kind == clause.Name || before.Any(1<<cue.Det|1<<cue.Possess|1<<cue.PosS)) {
		return true // on the show "A B"
	}
	return f.Items[q-1].Mark == ',' && f.Is(q-2, works...) && q+1 < s.Limit
}

func (f *finder) labelOf(i int) dateline.Label {
	if m := f.Items[i].Mention; m >= 0 {
		return f.Doc.Mentions[m].Label
	}
	return dateline.LabelNone
}

// capitals reports whether the quotation has most words and all of them but small ones have capitals.
func (f *finder) capitals(q, most int) bool {
	words := 0
	for w := range strings.FieldsSeq(f.Text.Text(f.Stretches[f.Items[q].Stretch].Inner)) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) && (words == 0 || len(w) > 4) {
			return false
		}
		words++
	}
	return words > 0 && words <= most
}

// titleCase reports whether the quotation has two words or more and all but its small words have capitals.
func (f *finder) titleCase(q int) bool {
	text := f.Text.Text(f.Stretches[f.Items[q].Stretch].Inner)
	words, caps := 0, 0
	for i := 0; i < len(text); {
		for i < len(text) && text[i] == ' ' {
			i++
		}
		j := i
		for j < len(text) && text[j] != ' ' {
			j++
		}
		if i == j {
			break
		}
		words++
		r, _ := utf8.DecodeRuneInString(text[i:j])
		switch w := text[i:j]; w {
		case "is", "are", "was", "were", "am", "do", "does", "did", "it", "you", "he", "she", "we", "they", "it's", "it’s":
			return false // in a title they have capitals
		}
		switch {
		case unicode.IsUpper(r) || unicode.IsDigit(r):
			caps++
		case unicode.IsLetter(r) && j-i > 4:
			return false
		case words == 1:
			return false
		}
		i = j
	}
	return words >= 2 && words <= 12 && caps*2 >= words && caps >= 2
}

func (f *finder) upperFirst(q int) bool {
	r, _ := utf8.DecodeRuneInString(f.Text.Text(f.Stretches[f.Items[q].Stretch].Inner))
	return unicode.IsUpper(r)
}
