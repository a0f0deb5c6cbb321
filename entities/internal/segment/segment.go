// Package segment splits text into sentences and tokens without losing a byte.
//
// # Tokens
//
// One pass over the text, left to right, with no look-back beyond the token at hand. A token is, in the order tried:
//
//  1. a web address, an e-mail address, a @handle or a #hashtag, whole;
//  2. a word: letters, combining marks and digits, with what holds words together between them: the dots of U.S. and 3.5, the
//     commas of 1,200, the colon of 12:30, the apostrophe of O'Brien, the ampersand of AT&T, the slash of 9/11;
//  3. a clitic: n't, 's, 're, 've, 'll, 'd, 'm, with either apostrophe; the apostrophe of "Iraqis'" is a token by itself;
//  4. a run of one mark ("...", "--", "!!"), or else a single mark, symbol, zero-width or control character.
//
// A hyphen is a token of its own where the part before or after it has a capital or a digit, because names begin and
// end at such hyphens: U.S. - led, anti - ISIS, Israeli - Palestinian, al - Qaeda, COVID - 19. Between lower-case
// parts it stays: secretary-general, re-brand. Measured on the training gold: keeping all hyphens loses 0.5% of the
// mention boundaries, this policy none of them. Dates of the form 2020-02-12 stay whole. Dashes are always tokens; so
// are slashes between letters.
//
// Abbreviations keep their dot: see abbrev.go. Zero-width characters stay inside a word, and are tokens of their own
// at its edges. A byte that is no UTF-8 counts as a letter, so that a word in Latin-1 stays whole.
//
// # Sentences
//
// A sentence ends at the end of its line or section, or after ". ! ? ..." with the closing marks that touch it,
// unless what follows shows that it goes on: see sentence.go.
//
// Not done: words in scripts without spaces are not divided; lines that were broken at a fixed width are not joined.
package segment

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
)

// Split returns the sentences and tokens of text. Every byte that is not space is in exactly one token; sentences
// partition the tokens and do not cross sections, which must be in order, nor line breaks.
func Split(text string, sections []dateline.Section) ([]dateline.Sentence, []dateline.Token) {
	s := &splitter{text: text}
	s.tokens = make([]dateline.Token, 0, len(text)/5+8)
	s.sentences = make([]dateline.Sentence, 0, len(text)/100+4)
	pos := 0
	for _, sec := range sections {
		if sec.Start < pos || sec.End < sec.Start || sec.End > len(text) {
			continue
		}
		s.split(pos, sec.Start)
		s.split(sec.Start, sec.End)
		pos = sec.End
	}
	s.split(pos, len(text))
	return s.sentences, s.tokens
}

// A splitter holds what Split has found so far.
type splitter struct {
	text      string
	end       int // where the section ends; no token goes beyond
	at        int // position of the next "@" at or after the token at hand, for e-mail addresses; end if none
	tokens    []dateline.Token
	sentences []dateline.Sentence
	first     int // first token of the line at hand
}

// split reads text[start:end].
func (s *splitter) split(start, end int) {
	s.end, s.at = end, -1
	for i := start; i < end; {
		if c := s.text[i]; c < utf8.RuneSelf {
			switch {
			case classes[c] == classSpace:
				i++
			case classes[c] == classBreak:
				s.endLine()
				i++
			default:
				i = s.token(i)
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(s.text[i:end])
		switch {
		case r == '\u0085' || r == '\u2028' || r == '\u2029':
			s.endLine()
			i += n
		case unicode.IsSpace(r):
			i += n
		default:
			i = s.token(i)
		}
	}
	s.endLine()
}

// add appends the token text[start:end] and returns end.
func (s *splitter) add(start, end int) int {
	if len(s.tokens) == cap(s.tokens) {
		s.grow(end)
	}
	s.tokens = append(s.tokens, dateline.Token{Span: dateline.Span{Start: start, End: end}})
	return end
}

// grow makes room for tokens to the end of the text, if it goes on as it did up to end, rather than to move them time and again.
func (s *splitter) grow(end int) {
	n := len(s.tokens)
	s.tokens = slices.Grow(s.tokens, n/8+8+int(int64(n)*int64(len(s.text)-end)/int64(end)))
}

// A class tells what a character may be part of.
type class uint8

const (
	classSpace  class = iota
	classBreak        // ends a line
	classLower        // letter, not a capital; invalid UTF-8; combining mark
	classUpper        // capital
	classDigit        // digit
	classJoiner       // zero-width, inside a word or by itself
	classMark         // all else
)

var classes = func() (t [utf8.RuneSelf]class) {
	for c := range t {
		switch {
		case c == ' ' || c == '\t':
			t[c] = classSpace
		case c == '\n' || c == '\r' || c == '\v' || c == '\f':
			t[c] = classBreak
		case 'a' <= c && c <= 'z':
			t[c] = classLower
		case 'A' <= c && c <= 'Z':
			t[c] = classUpper
		case '0' <= c && c <= '9':
			t[c] = classDigit
		default:
			t[c] = classMark
		}
	}
	return t
}()

// class returns the class and length of the character at i, classSpace and 0 at the end.
func (s *splitter) class(i int) (class, int) {
	if i >= s.end {
		return classSpace, 0
	}
	if c := s.text[i]; c < utf8.RuneSelf {
		return classes[c], 1
	}
	r, n := utf8.DecodeRuneInString(s.text[i:s.end])
	return runeClass(r, n), n
}

func runeClass(r rune, n int) class {
	switch {
	case r == utf8.RuneError && n == 1:
		return classLower
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return classUpper
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return classLower
	case unicode.IsDigit(r):
		return classDigit
	case r == '\u0085' || r == '\u2028' || r == '\u2029':
		return classBreak
	case unicode.IsSpace(r):
		return classSpace
	case r == '\u00AD' || r == '\u200C' || r == '\u200D' || r == '\u2060':
		return classJoiner
	}
	return classMark
}

// word reports whether c may be part of a word.
func (c class) word() bool { return c == classLower || c == classUpper || c == classDigit }
