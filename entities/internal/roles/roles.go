// Package roles finds what people are: titles and affiliations beside their names.
//
// # Grammar
//
// A title is a noun phrase whose head is a noun for what somebody is (minister, commander, professor: see
// lexicon.go), with the words before it that belong to it and sometimes a complement ("secretary of state",
// "professor of law"). It is looked for
//
//	before the name        NATO Secretary General Jens Stoltenberg; Gen. Ann Lee; President of France Emmanuel Macron
//	before it and a comma  the country's newly appointed prime minister, Ann Lee; a nurse, Ann Lee,   (definite.go)
//	after it               Ann Lee, a professor at Yale University,; Ann Lee, 45, of Leeds,; Ann Lee (R-Texas)   (after.go, noun.go)
//	in a clause            Ann Lee, who was Canada's representative in Brussels until 2016,; Ann Lee resigned as mayor   (clause.go)
//	of a pronoun           She was mayor of Leeds until 2016   (Told)
//	in a row               Senators Ann Lee and Bob Ray; Ann Lee and Bob Ray, both engineers at Acme; an actor, director and teacher   (several.go)
//	where it is given      The board named Ann Lee as its president   (after.go)
//
// The affiliation is the organization, place or nationality beside the title: right before it, with or without a
// possessive, or after "of", "at", "for", "in", "with", "to", or the place where somebody is based ("Lyon-based"); that of a
// member of parliament may be the constituency after the name. A word like "former" or "then", or a clause in the past
// tense, makes the role a former one.
//
// Not done: roles told of a noun, family relations, roles in other sentences, verbs that name an office
// ("who heads Acme"), titles whose noun is not in the list.
package roles

import (
	"slices"
	"strings"
	"sync"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/gazetteer"
)

// A Found is a role of the person named by a mention.
type Found struct {
	Person   int           // index of the person's mention
	Role     dateline.Role // all but AffiliationEntity
	Affil    int           // index of the mention of the affiliation, -1 if there is none
	Owner    int           // token of a noun whose title it is ("the country's prime minister"), -1 if there is none
	Definite bool          // the title is a definite noun phrase that names the person by itself, as in "the prime minister, Ann Lee,"
}

// Find returns the roles of the people in mentions, in order of the mentions. first has the first token of each
// mention.
func Find(doc *dateline.Document, mentions []dateline.Mention, first []int32) []Found {
	f := &finder{doc: doc, mentions: mentions, lex: lexicon(), carried: carried{person: -1}}
	f.cover(first)
	defer f.release()
	s := 0
	for i := range mentions {
		if mentions[i].Label != dateline.Person || mentions[i].Form != dateline.FormName || int(first[i]) >= len(doc.Tokens) {
			continue
		}
		t := int(first[i])
		for s < len(doc.Sentences) && doc.Sentences[s].Limit <= t {
			s++
		}
		if s == len(doc.Sentences) {
			break
		}
		f.from, f.to = doc.Sentences[s].First, doc.Sentences[s].Limit
		next := t + 1
		for next < f.to && doc.Tokens[next].Start < mentions[i].End {
			next++
		}
		f.person, f.first, f.next, f.own = i, t, next, len(f.out)
		f.carry()
		f.before(t)
		f.after(t, next)
	}
	return f.out
}

// Told returns the roles that clauses tell of the pronouns at tokens at, "She was mayor of Leeds until 2016". Found.Person
// is an index into at.
func Told(doc *dateline.Document, mentions []dateline.Mention, first []int32, at []int) []Found {
	f := &finder{doc: doc, mentions: mentions, lex: lexicon(), carried: carried{person: -1}}
	f.cover(first)
	defer f.release()
	for i, t := range at {
		s := doc.SentenceAt(doc.Tokens[t].Start)
		if s < 0 {
			continue
		}
		f.from, f.to = doc.Sentences[s].First, doc.Sentences[s].Limit
		f.person, f.first, f.next, f.own = i, t, t+1, len(f.out)
		f.clause(t + 1)
	}
	return f.out
}

// finder reads one document; from and to are the limits of the sentence at hand, in tokens.
type finder struct {
	doc      *dateline.Document
	mentions []dateline.Mention
	room     *[]int32 // of in
	in       []int32  // for each token the index of the mention that it is in, from 1; 0 for none
	lex      *words
	from, to int
	person   int
	first    int // the first token of the person's name
	next     int // the token after it
	carried  carried
	own      int // where the person's roles begin in out
	out      []Found
}

// cover notes which mention each token is in.
func (f *finder) cover(first []int32) {
	f.room = rooms.Get().(*[]int32)
	*f.room = slices.Grow((*f.room)[:0], len(f.doc.Tokens))
	f.in = (*f.room)[:len(f.doc.Tokens)]
	clear(f.in)
	for i := range f.mentions {
		if f.mentions[i].Label == dateline.Misc && f.isTitle(int(first[i]), f.mentions[i].End) {
			continue
		}
		for t := int(first[i]); t < len(f.in) && f.doc.Tokens[t].Start < f.mentions[i].End; t++ {
			f.in[t] = int32(i + 1)
		}
	}
}

// isTitle reports whether another named thing that begins at token t is a title: "Player of the Year".
func (f *finder) isTitle(t, end int) bool {
	last := t
	for last+1 < len(f.doc.Tokens) && f.doc.Tokens[last+1].Start < end {
		last++
	}
	return last < len(f.doc.Tokens) && (f.lex.head(f.word(t)) || f.lex.head(f.word(last)))
}

// word is token t in lower case, in whichever sentence.
func (f *finder) word(t int) string {
	return gazetteer.Lower(f.doc.Text[f.doc.Tokens[t].Start:f.doc.Tokens[t].End])
}

// rooms keeps the memory of finder.in.
var rooms = sync.Pool{New: func() any { return new([]int32) }}

// release gives that memory back.
func (f *finder) release() {
	if cap(*f.room) <= 1<<16 {
		rooms.Put(f.room)
	}
}

func (f *finder) text(t int) string {
	if t < f.from || t >= f.to {
		return ""
	}
	return f.doc.Text[f.doc.Tokens[t].Start:f.doc.Tokens[t].End]
}

func (f *finder) lower(t int) string { return gazetteer.Lower(f.text(t)) }

// mention returns the mention that token t is in, or -1.
func (f *finder) mention(t int) int {
	if t < f.from || t >= f.to {
		return -1
	}
	return int(f.in[t]) - 1
}

// body returns the mention at token t if an affiliation can be named by it.
func (f *finder) body(t int) int {
	m := f.mention(t)
	if m >= 0 {
		switch f.mentions[m].Label {
		case dateline.Org, dateline.Place, dateline.Norp:
			return m
		}
	}
	return -1
}

// start returns the first token of the mention that token t is in.
func (f *finder) start(t int) int {
	for t > f.from && f.in[t-1] == f.in[t] {
		t--
	}
	return t
}

// end returns the token after the mention that token t is in.
func (f *finder) end(t int) int {
	for t < f.to && f.in[t] != 0 && t+1 < f.to && f.in[t+1] == f.in[t] {
		t++
	}
	return t + 1
}

// possessive reports whether token t is the ending of a possessive.
func (f *finder) possessive(t int) bool {
	switch f.text(t) {
	case "'s", "’s", "'", "’":
		return true
	}
	return false
}

// add keeps a role whose title is tokens [a, b); a == b for none.
func (f *finder) add(a, b int, r Found) {
	r.Person = f.person
	if a < b {
		r.Role.Span = dateline.Span{Start: f.doc.Tokens[a].Start, End: f.doc.Tokens[b-1].End}
		r.Role.Title = f.doc.Slice(r.Role.Span)
		for _, over := range [...]string{"ex-", "Ex-", "then-"} {
			if strings.HasPrefix(r.Role.Title, over) {
				r.Role.Span.Start += len(over)
				r.Role.Title, r.Role.Former = r.Role.Title[len(over):], true
			}
		}
	} else if r.Affil >= 0 {
		r.Role.Span = f.mentions[r.Affil].Span
	}
	if r.Affil >= 0 {
		r.Role.Affiliation = f.doc.Slice(f.mentions[r.Affil].Span)
	}
	f.out = append(f.out, r)
}
