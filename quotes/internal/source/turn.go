package source

import (
	"strings"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/quotes/internal/clause"
)

// Turns of interviews and transcripts: paragraphs that begin with who speaks.
//
//	Q: What did you see?            WALLACE: Good morning.      "PENCE: Good morning, Chris.
//	A: A light over the harbour.    PENCE: Good morning.        "It is a fine day."
//
// A label is Q, A, initials or a name of at most four words. Without quotation marks, labels count only where two of them take turns in
// three paragraphs at least, since "Note: ..." and "London: ..." look the same.

// A turn is a paragraph with its label.
type turn struct {
	para    int
	label   dateline.Span
	content dateline.Span
}

// findTurns marks the turns among the paragraphs.
func (f *finder) findTurns() {
	f.turns = map[int]turn{}
	var found []turn
	for i, p := range f.Paras {
		if p.Kind != dateline.SectionBody && p.Kind != dateline.SectionNone {
			continue
		}
		if t, ok := f.label(p.Span); ok && letters(f.Text.Text(t.content)) {
			t.para = i
			found = append(found, t)
		}
	}
	count := map[string]int{}
	for _, t := range found {
		count[f.Text.Text(t.label)]++
	}
	for i, t := range found {
		s := f.Text.Text(t.label)
		near := i > 0 && t.para-found[i-1].para <= 4 || i+1 < len(found) && found[i+1].para-t.para <= 4
		if len(found) >= 3 && len(count) >= 2 && near && (count[s] >= 2 || count[f.Text.Text(found[max(i-1, 0)].label)] >= 2) {
			f.turns[t.para] = t
		}
	}
	if len(f.turns) > 0 {
		f.people = newRegister(f.Doc)
	}
}

// letters reports whether s has a word of letters: the columns of a table ("Clinton: 2,316") are no turns.
func letters(s string) bool {
	for i := 0; i+1 < len(s); i++ {
		if s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z' && s[i+1]|0x20 >= 'a' && s[i+1]|0x20 <= 'z' {
			return true
		}
	}
	return false
}

// label reads the label at the start of a paragraph.
func (f *finder) label(p dateline.Span) (turn, bool) {
	text := f.Doc.Text[p.Start:p.End]
	skip := len(text) - len(strings.TrimLeft(text, "\"“"))
	end := strings.IndexByte(text, ':')
	if end <= skip || end > skip+40 || end+2 >= len(text) || text[end+1] != ' ' {
		return turn{}, false
	}
	words := strings.Fields(text[skip:end])
	if len(words) == 0 || len(words) > 4 {
		return turn{}, false
	}
	for _, w := range words {
		if c := w[0]; c < 'A' || c > 'Z' {
			return turn{}, false
		}
	}
	name := strings.TrimRight(text[skip:end], " ")
	return turn{
		label:   dateline.Span{Start: p.Start + skip, End: p.Start + skip + len(name)},
		content: dateline.Span{Start: p.Start + end + 2, End: p.End},
	}, true
}

// turnOf answers with a whole paragraph that is a turn; its Stretch is -1 if it has no quotation marks.
func (f *finder) turnOf(si int) (Answer, bool) {
	s := &f.Sentences[si]
	t, ok := f.turns[s.Para]
	if !ok {
		return Answer{}, false
	}
	a := Answer{Rule: "turn", Stretch: -1, Sentence: si, Item: s.First, Frame: -1, Content: t.content, Score: score("turn", 6)}
	a.Speaker = f.speakerOf(t)
	if it := &f.Items[s.First]; it.Kind == clause.Quote && t.content.Start < f.Stretches[it.Stretch].Inner.End { // else only the label is in marks
		a.Stretch = int(it.Stretch)
		a.Content.End = f.Stretches[it.Stretch].Inner.End
	}
	return a, true
}

// speakerOf is whom a label means: a mention there, an entity of that surname, or the words themselves. Q and A are the
// interviewer and the one who was written about before, if anybody was.
func (f *finder) speakerOf(t turn) dateline.Speaker {
	s := f.Text.Text(t.label)
	switch s {
	case "Q":
		return dateline.Speaker{Span: t.label, Name: s}
	case "A":
		if p := f.who.guest; p.Known() {
			return dateline.Speaker{Span: t.label, Entity: p.Entity, Name: p.Name}
		}
	}
	if e := f.people.labelled(s); e != nil {
		return dateline.Speaker{Span: t.label, Entity: e.ID, Name: e.Name}
	}
	return dateline.Speaker{Span: t.label, Name: s}
}

// A register finds the people of a document by what a label may call them. Of several the first in the document counts.
type register struct {
	byName     map[string]*dateline.Entity // names and the last words of names, in lower case
	byInitials map[string]*dateline.Entity
	mostNamed  *dateline.Entity // nil where there are no people
}

func newRegister(doc *dateline.Document) *register {
	r := &register{byName: map[string]*dateline.Entity{}, byInitials: map[string]*dateline.Entity{}}
	add := func(m map[string]*dateline.Entity, key string, e *dateline.Entity) {
		if m[key] == nil {
			m[key] = e
		}
	}
	for i := range doc.Entities {
		e := &doc.Entities[i]
		if e.Label != dateline.Person {
			continue
		}
		name := strings.ToLower(e.Name)
		add(r.byName, name, e)
		add(r.byName, name[strings.LastIndexByte(name, ' ')+1:], e)
		add(r.byInitials, initials(e.Name), e)
		if r.mostNamed == nil || e.Count > r.mostNamed.Count {
			r.mostNamed = e
		}
	}
	return r
}

// labelled is whom a label means, nil if it is nobody known.
func (r *register) labelled(s string) *dateline.Entity {
	if s == "A" {
		return r.mostNamed
	}
	e, other := r.byName[strings.ToLower(s)], r.byInitials[s]
	if e == nil || other != nil && other.ID < e.ID {
		return other
	}
	return e
}

// initials are the first letters of the words of a name: AD of Amara Diallo.
func initials(name string) string {
	var b strings.Builder
	for _, w := range strings.Fields(name) {
		r, _ := utf8.DecodeRuneInString(w)
		b.WriteRune(r)
	}
	return b.String()
}
