package dates

import (
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
)

// An atom is the smallest piece that the grammar sees: a run of letters, a run of digits, or one mark. Atoms are finer than
// tokens ("mid-March", "1990s" and "3pm" are two or three), so that the grammar does not depend on where a tokenizer cuts.
type atom struct {
	start, end int32
	num        int32 // value of a number, Unicode code of a mark, lexicon value of a word
	flags      uint16
	class      class
	size       uint8 // digits of a number, letters of a word; 255 for more
}

const (
	fSpace  uint16 = 1 << iota // white space stands before it
	fCap                       // begins with a capital
	fUpper                     // all capitals
	fGroup                     // number with group commas or a decimal part: never a year or a day
	fPlural                    // from the lexicon: plural form
	fAbbr                      // from the lexicon: abbreviation, or a word that is mostly something else
	fSent                      // first atom of a sentence
)

type lexer struct {
	text  string
	table *table
	atoms []atom
	sents []dateline.Sentence
	sent  int
}

// lex cuts text into atoms, with a cBreak atom wherever an expression cannot go on: between sentences that stand on
// different lines, or, without sentences, at every line end.
func lex(text string, sents []dateline.Sentence, atoms []atom) []atom {
	if len(text) > 1<<31-16 {
		text = text[:1<<31-16]
	}
	l := lexer{text: text, table: lexicon(), atoms: atoms[:0], sents: sents}
	space, line := true, false
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c == '\n':
			space, line = true, true
			i++
		case c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v':
			space = true
			i++
		default:
			var sp uint16
			if space {
				sp = fSpace
			}
			if first := l.sentence(i); first {
				sp |= fSent
			}
			if line && (sp&fSent != 0 || len(sents) == 0 || i >= 2 && text[i-1] == '\n' && text[i-2] == '\n') {
				l.atoms = append(l.atoms, atom{start: int32(i), end: int32(i), class: cBreak})
				sp |= fSent
			}
			var blank bool
			i, blank = l.atom(i, sp)
			space, line = blank, false
		}
	}
	return append(l.atoms, atom{start: int32(len(text)), end: int32(len(text)), class: cBreak})
}

// sentence reports whether a sentence starts at byte i; i never falls.
func (l *lexer) sentence(i int) bool {
	for l.sent < len(l.sents) && l.sents[l.sent].Start < i {
		l.sent++
	}
	return l.sent < len(l.sents) && l.sents[l.sent].Start == i
}

// atom reads the atom at byte i and returns the byte after it. A no-break space is no atom: it reports true.
func (l *lexer) atom(i int, flags uint16) (end int, blank bool) {
	switch c := l.text[i]; {
	case isLetter(c):
		return l.word(i, flags), false
	case isDigit(c):
		return l.digits(i, flags), false
	case c < utf8.RuneSelf:
		l.mark(i, i+1, rune(c), flags)
		return i + 1, false
	}
	r, n := utf8.DecodeRuneInString(l.text[i:])
	switch r {
	case 0xA0, 0x2009, 0x202F, 0x3000, 0x2002, 0x2003:
		return i + n, true
	case '‘', '’', 'ʼ':
		r = '\''
	case '–', '‑', '‐', '‒', '−':
		r = '-'
	case '“', '”':
		r = '"'
	case '—', '…', '•', '½', '·', '£', '€', '§', '°', '©':
	default:
		return l.word(i, flags), false
	}
	l.mark(i, i+n, r, flags)
	return i + n, false
}

func (l *lexer) mark(i, end int, r rune, flags uint16) {
	l.atoms = append(l.atoms, atom{start: int32(i), end: int32(end), num: int32(r), class: cMark, flags: flags, size: 1})
}

// word reads a run of letters. Letters outside ASCII belong to it, and make it a word that the lexicon does not have.
func (l *lexer) word(i int, flags uint16) int {
	h, upper, k := uint32(hashSeed), true, i
	for ; k < len(l.text); k++ {
		c := l.text[k]
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(l.text[k:])
			if !wordRune(r) {
				if k == i {
					k += n
				}
				break
			}
			k += n - 1
			h = 0
			continue
		}
		if !isLetter(c) {
			break
		}
		if c >= 'a' {
			upper = false
		}
		h = (h ^ uint32(c|0x20)) * hashPrime
	}
	if l.text[i] < 'a' {
		flags |= fCap
		if upper && k > i+1 {
			flags |= fUpper
		}
	}
	a := atom{start: int32(i), end: int32(k), flags: flags, class: cWord, size: size(k - i)}
	if k-i <= longestWord {
		if e := l.table.find(h, l.text[i:k]); e != nil {
			a.class, a.num = e.class, int32(e.val)
			a.flags |= e.flags
		}
	}
	l.atoms = append(l.atoms, a)
	return k
}

func wordRune(r rune) bool {
	switch r {
	case '‘', '’', '“', '”', '—', '…', '•', '½', '·', '£', '€', '§', '°', '©', 0xA0, 0x2009, 0x202F, 0x3000, 0x2002, 0x2003:
		return false
	}
	return r < 0x2010 || r > 0x2015 && r != '−'
}

// digits reads a number; groups of three after commas ("1,200") and a decimal part ("4.7") belong to it.
func (l *lexer) digits(i int, flags uint16) int {
	k, n := l.run(i)
	size := size(k - i)
	for k-i <= 24 && k+3 < len(l.text) && l.text[k] == ',' && size <= 3 {
		e, m := l.run(k + 1)
		if e != k+4 {
			break
		}
		flags |= fGroup
		if n < 1e6 {
			n = n*1000 + m
		}
		k = e
	}
	dotted := i >= 2 && l.text[i-1] == '.' && isDigit(l.text[i-2])
	if !dotted && k+1 < len(l.text) && l.text[k] == '.' && isDigit(l.text[k+1]) {
		if e, _ := l.run(k + 1); e >= len(l.text) || l.text[e] != '.' {
			flags |= fGroup
			k = e
		}
	}
	l.atoms = append(l.atoms, atom{start: int32(i), end: int32(k), num: n, class: cNum, flags: flags, size: size})
	return k
}

// run returns the end of the run of digits at i and its value, capped.
func (l *lexer) run(i int) (end int, n int32) {
	for ; i < len(l.text) && isDigit(l.text[i]); i++ {
		if n < 1e8 {
			n = n*10 + int32(l.text[i]-'0')
		}
	}
	return i, n
}

func size(n int) uint8 {
	if n > 255 {
		return 255
	}
	return uint8(n)
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
