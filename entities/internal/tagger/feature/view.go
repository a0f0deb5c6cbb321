// Package feature turns a Document into what the tagger's model sees: a record for each token (View) and, for each token that
// can be part of a name, a list of 32-bit feature keys (View.Features). Trainer and decoder share it.
//
// # Active tokens
//
// Only some tokens can be part of a name: those with a capital, and near these digits, marks and the lower-case words that
// occur inside names ("of", "de", "war"), and names of sites ("news.com.au"). All others are O by construction, which divides a text into
// short chains and makes decoding fast. 0.7 % of the names in our training gold cannot be found for it, most of them MISC ("2010 strikes in France").
//
// # Views
//
// A line in capitals is read as if it were written in mixed case: each word the way it is written elsewhere in the document,
// else the way unlabelled text writes it. Digits are all alike ("1996" is "0000").
//
// Not done: parts of speech (slow), character n-grams inside words, context beyond two words except through the run of
// capitalised words and the document's statistics.
package feature

import (
	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/lexicon"
)

// A Style is the way a sentence or line is written.
type Style uint8

// The styles.
const (
	StyleText  Style = iota // running text
	StyleCaps               // all in capitals
	StyleTitle              // most words capitalised
)

// A Token is what is known of one token. Hashes are 0 where there is nothing. Its fields stand so that it has 32 bytes.
type Token struct {
	Entry  lexicon.Entry // of the lower-case word
	Form   uint32        // hash of the word as viewed
	Low    uint32        // hash of the word in lower case
	Shape  uint32        // hash of the collapsed shape: Xx, X., x-Xx
	Flags  Flags
	Cased  uint8 // class of the word as viewed
	Style  Style
	Phrase lexicon.Phrase // lists that hold the longest phrase over this token
	Place  uint8          // where in that phrase: 0 none, 1 first, 2 inside, 3 last, 4 the only word
	Lower  uint8          // how often the document has the word in lower case, up to 3
	Title  uint8          // and capitalised within a sentence, up to 3
	Length uint8          // bytes, up to 255
	Kind   uint8          // the kind of section that holds it
}

// Flags are properties of a token.
type Flags uint16

// The flags.
const (
	Cap     Flags = 1 << iota // begins with a capital or holds one, as viewed
	Upper                     // all letters are capitals, at least two, as viewed
	Digit                     // holds a digit
	Alpha                     // holds a letter
	First                     // first word of its sentence
	Active                    // can be part of a name
	Quoted                    // an odd number of quotation marks before it in its sentence
	Bracket                   // within parentheses
)

// A View is a Document as the model sees it. Its zero value works; it keeps its space from one document to the next.
type View struct {
	Tokens []Token
	doc    *dateline.Document
	lex    *lexicon.Lexicon
	sent   []int32 // sentence of each token
	runs   []run   // of each token, the run of capitalised words that it stands in
	buf    []byte
	counts counts
}

// A run is a stretch of capitalised words, with the hyphens between them.
type run struct{ first, limit int32 }

// Load reads doc's Text, Sections, Sentences and Tokens.
func (v *View) Load(doc *dateline.Document, lex *lexicon.Lexicon) {
	v.doc, v.lex = doc, lex
	v.grow(len(doc.Tokens))
	v.counts.reset(len(doc.Tokens))
	section := 0
	for k := range doc.Sentences {
		kind := dateline.SectionNone
		if s := &doc.Sentences[k]; s.First < s.Limit {
			section, kind = v.section(section, doc.Tokens[s.First].Start)
		}
		v.words(k, uint8(kind))
	}
	for k := range doc.Sentences {
		if s := &doc.Sentences[k]; s.First < s.Limit && v.Tokens[s.First].Style == StyleCaps {
			v.recase(s)
		}
	}
	for k := range doc.Sentences {
		s := &doc.Sentences[k]
		v.statistics(s)
		v.activate(s)
		v.findRuns(s)
		v.phrases(s)
	}
}

// grow makes room for n tokens: for a text longer than any article just as many, since that room is not kept.
func (v *View) grow(n int) {
	if room := n + n/2; cap(v.Tokens) < n {
		if n > 1<<18 {
			room = n
		}
		v.Tokens, v.sent, v.runs = make([]Token, room), make([]int32, room), make([]run, room)
	}
	v.Tokens, v.sent, v.runs = v.Tokens[:n], v.sent[:n], v.runs[:n]
}

// section returns the section at pos, searching from number k on, and its kind. No sentence crosses a section.
func (v *View) section(k, pos int) (int, dateline.SectionKind) {
	for k < len(v.doc.Sections) && v.doc.Sections[k].End <= pos {
		k++
	}
	if k < len(v.doc.Sections) && v.doc.Sections[k].Start <= pos {
		return k, v.doc.Sections[k].Kind
	}
	return k, dateline.SectionNone
}

// words fills the records of sentence k, which stands in a section of the given kind, except for what depends on other sentences.
func (v *View) words(k int, kind uint8) {
	s := &v.doc.Sentences[k]
	style := v.style(s)
	var state Flags
	first := First
	for j := s.First; j < s.Limit; j++ {
		t := &v.Tokens[j]
		*t = Token{Style: style, Kind: kind}
		v.sent[j] = int32(k)
		text := v.doc.Slice(v.doc.Tokens[j].Span)
		v.word(t, text)
		state = mark(state, text)
		t.Flags |= state
		if t.Flags&(Alpha|Digit) != 0 {
			t.Flags |= first
			first = 0
		}
		if style == StyleText && t.Flags&Alpha != 0 {
			v.counts.add(t)
		}
	}
}

// mark returns the quotation and bracket state after a token.
func mark(state Flags, text string) Flags {
	switch text {
	case `"`, "“", "”":
		return state ^ Quoted
	case "(", "[":
		return state | Bracket
	case ")", "]":
		return state &^ Bracket
	}
	return state
}

// word fills in what follows from the token's own text.
func (v *View) word(t *Token, text string) {
	t.Length = uint8(min(len(text), 255))
	c := scan(text)
	t.Shape, t.Flags = c.shape, c.flags
	v.buf = v.buf[:0]
	if c.flags&Digit != 0 {
		v.buf = appendDigits(v.buf, text)
		t.Form = lexicon.Hash(v.buf)
	} else {
		t.Form = lexicon.Hash(text)
	}
	if c.flags&Cap != 0 || c.wide {
		v.buf = lexicon.AppendLower(v.buf[:0], text)
		if c.flags&Digit != 0 {
			zero(v.buf)
		}
		t.Low = lexicon.Hash(v.buf)
	} else {
		t.Low = t.Form
	}
	t.Entry = v.lex.Word(t.Low)
	t.Cased = v.lex.Cased(t.Form)
}

func appendDigits(dst []byte, s string) []byte {
	dst = append(dst, s...)
	zero(dst)
	return dst
}

func zero(b []byte) {
	for k, c := range b {
		if '0' <= c && c <= '9' {
			b[k] = '0'
		}
	}
}

// The shapes of "news.com" and "news.com.au".
var domainShape, longDomainShape = scan("a.b").shape, scan("a.b.c").shape

// activate marks the tokens of a sentence that can be part of a name.
func (v *View) activate(s *dateline.Sentence) {
	tok := v.Tokens
	capital := func(j int) bool {
		return j >= s.First && j < s.Limit && tok[j].Flags&Cap != 0
	}
	for j := s.First; j < s.Limit; j++ {
		t := &tok[j]
		f := t.Flags
		near := capital(j-1) || capital(j+1) || capital(j-2) || capital(j+2)
		switch {
		case f&Cap != 0, t.Style == StyleCaps && f&Alpha != 0:
			t.Flags |= Active
		case f&Alpha != 0:
			if near && (t.Entry.Inner() || f&Digit != 0 || v.hyphened(j, s)) || t.Shape == domainShape || t.Shape == longDomainShape {
				t.Flags |= Active
			}
		case f&Digit != 0:
			if near || capital(j+3) {
				t.Flags |= Active
			}
		case j > s.First && j+1 < s.Limit && (tok[j-1].Flags|tok[j+1].Flags)&Cap != 0 || capital(j-1) || near && t.Entry.Inner():
			t.Flags |= Active
		}
	}
}

// hyphened reports whether token j hangs on a capitalised word by a hyphen: the second half of "Yoon Suk-yeol", the first of "al-Shabaab".
func (v *View) hyphened(j int, s *dateline.Sentence) bool {
	bound := func(k int) bool { // a hyphen at k between words, without space
		span := v.doc.Tokens[k].Span
		return span.Len() == 1 && v.doc.Text[span.Start] == '-' && v.doc.Tokens[k-1].End == span.Start && v.doc.Tokens[k+1].Start == span.End
	}
	return j-2 >= s.First && v.Tokens[j-2].Flags&Cap != 0 && bound(j-1) || j+2 < s.Limit && v.Tokens[j+2].Flags&Cap != 0 && bound(j+1)
}

// findRuns finds the runs of capitalised words.
func (v *View) findRuns(s *dateline.Sentence) {
	for j := s.First; j < s.Limit; {
		if v.Tokens[j].Flags&Cap == 0 {
			v.runs[j] = run{int32(j), int32(j + 1)}
			j++
			continue
		}
		e := j + 1
		for e < s.Limit {
			if v.Tokens[e].Flags&Cap != 0 {
				e++
			} else if e+1 < s.Limit && v.Tokens[e].Length <= 3 && v.Tokens[e].Flags&(Alpha|Digit) == 0 && v.joint(e) && v.Tokens[e+1].Flags&Cap != 0 {
				e += 2
			} else {
				break
			}
		}
		for k := j; k < e; k++ {
			v.runs[k] = run{int32(j), int32(e)}
		}
		j = e
	}
}

// joint reports whether token e is a mark that joins the words of a name: "-", "&", "'" without space around it.
func (v *View) joint(e int) bool {
	span := v.doc.Tokens[e].Span
	switch v.doc.Text[span.Start] {
	case '&':
		return true
	case '-', '\'', '/':
		return v.doc.Tokens[e-1].End == span.Start && v.doc.Tokens[e+1].Start == span.End
	}
	return v.doc.Slice(span) == "–" && v.doc.Tokens[e-1].End == span.Start
}

// maxPhrase is the longest phrase looked up, in tokens.
const maxPhrase = 8

// phrases finds the longest listed phrase at each capitalised word, left to right.
func (v *View) phrases(s *dateline.Sentence) {
	for j := s.First; j < s.Limit; {
		if v.Tokens[j].Flags&Active == 0 || v.Tokens[j].Flags&Cap == 0 {
			j++
			continue
		}
		n, found := v.phrase(j, min(s.Limit, j+maxPhrase))
		if n == 0 {
			j++
			continue
		}
		for k := j; k < j+n; k++ {
			t := &v.Tokens[k]
			t.Phrase = found
			switch {
			case n == 1:
				t.Place = 4
			case k == j:
				t.Place = 1
			case k == j+n-1:
				t.Place = 3
			default:
				t.Place = 2
			}
		}
		j += n
	}
}

func (v *View) phrase(from, limit int) (n int, found lexicon.Phrase) {
	h := uint32(0)
	for k := from; k < limit; k++ {
		h = lexicon.Join(h, v.Tokens[k].Low)
		p := v.lex.Phrase(h)
		if p&^lexicon.PhrasePrefix != 0 {
			n, found = k+1-from, p&^lexicon.PhrasePrefix
		}
		if p&lexicon.PhrasePrefix == 0 {
			break
		}
	}
	return n, found
}
