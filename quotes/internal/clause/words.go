package clause

import (
	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/quotes/internal/cue"
)

// plural reports whether item j is a word in the plural, as far as its ending tells.
func (t *Text) plural(j int) bool {
	it := &t.Items[j]
	if it.Kind != Word {
		return false
	}
	s := t.String(j)
	return t.Is(j, "they", "we", "you", "i", "some", "many", "few", "several", "others", "people", "police", "two", "three",
		"four", "half", "most", "majority") || (!it.Cap || t.startsSentence(j)) && len(s) > 3 && hasSuffix(s, "s") && !hasSuffix(s, "ss")
}

// subjectLike reports whether item j can be the last word of a plural subject or of a name.
func (t *Text) subjectLike(j int) bool {
	it := &t.Items[j]
	if it.Kind == Name || it.Kind == Phrase || it.Any(1<<cue.Subject|1<<cue.Someone|1<<cue.Role|1<<cue.Relative|1<<cue.Document) {
		return true
	}
	s := t.String(j)
	return s[len(s)-1] == 's'
}

// Is reports whether item i is one of the words, which are in lower case.
func (t *Text) Is(i int, words ...string) bool {
	s := t.String(i)
	for _, w := range words {
		if equalFold(s, w) {
			return true
		}
	}
	return false
}

// equalFold compares s with w, which is in lower case and ASCII.
func equalFold(s, w string) bool {
	if len(s) != len(w) {
		return false
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != w[i] {
			return false
		}
	}
	return true
}

// label returns the label of the mention at item i.
func (t *Text) label(i int) dateline.Label {
	if m := t.Items[i].Mention; m >= 0 {
		return t.Doc.Mentions[m].Label
	}
	return dateline.LabelNone
}

func (t *Text) person(i int) bool {
	it := &t.Items[i]
	return it.Kind == Name && (t.label(i) == dateline.Person || it.Mention < 0 && !it.Is(cue.Document))
}
