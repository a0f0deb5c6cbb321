package feature

import (
	"unicode"
	"unicode/utf8"
)

// chars is what the characters of a word tell.
type chars struct {
	shape uint32 // hash of the shape
	flags Flags  // Cap, Upper, Digit, Alpha
	wide  bool   // has bytes outside ASCII
}

// scan reads the characters of a word. The shape has X for capitals, x for other letters, d for digits, other characters as they
// are, runs collapsed.
func scan(s string) chars {
	var c chars
	var upper, lower int
	h, last := uint64(0xcbf29ce484222325), rune(-1)
	for k := 0; k < len(s); {
		r, n := rune(s[k]), 1
		var class rune
		switch {
		case 'a' <= r && r <= 'z':
			lower++
			class = 'x'
		case 'A' <= r && r <= 'Z':
			upper++
			class = 'X'
		case '0' <= r && r <= '9':
			c.flags |= Digit
			class = 'd'
		case r < utf8.RuneSelf:
			class = r
		default:
			c.wide = true
			r, n = utf8.DecodeRuneInString(s[k:])
			class = wideClass(r)
			switch class {
			case 'X':
				upper++
			case 'x':
				lower++
			case 'd':
				c.flags |= Digit
			}
		}
		if class != last {
			h = (h ^ uint64(class)) * 0x100000001b3
			last = class
		}
		k += n
	}
	if upper > 0 {
		c.flags |= Cap
	}
	if upper >= 2 && lower == 0 {
		c.flags |= Upper
	}
	if upper+lower > 0 {
		c.flags |= Alpha
	}
	c.shape = uint32(h ^ h>>32)
	return c
}

func wideClass(r rune) rune {
	switch {
	case r == '’' || r == '‘':
		return '\''
	case r == '–' || r == '‐' || r == '‑':
		return '-'
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return 'X'
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return 'x'
	case unicode.IsDigit(r):
		return 'd'
	}
	return r
}

// counts is a hash table from a lower-case word to how the document writes it.
type counts struct {
	slots []count
	stamp uint32
}

type count struct {
	low, stamp          uint32
	lower, title, upper uint8
}

// reset empties the table and makes room for n words.
func (c *counts) reset(n int) {
	c.stamp++
	if len(c.slots) < 2*n || c.stamp == 0 {
		size := 64
		for size < 2*n {
			size *= 2
		}
		c.slots, c.stamp = make([]count, size), 1
	}
}

func (c *counts) slot(low uint32) *count {
	mask := uint32(len(c.slots) - 1)
	for s := low & mask; ; s = (s + 1) & mask {
		if e := &c.slots[s]; e.low == low && e.stamp == c.stamp || e.stamp != c.stamp {
			return e
		}
	}
}

// get returns the record of a word, nil if the document does not have it in running text.
func (c *counts) get(low uint32) *count {
	if e := c.slot(low); e.stamp == c.stamp {
		return e
	}
	return nil
}

// add counts one occurrence; the first words of sentences tell nothing unless they are acronyms.
func (c *counts) add(t *Token) {
	e := c.slot(t.Low)
	if e.stamp != c.stamp {
		*e = count{low: t.Low, stamp: c.stamp}
	}
	switch {
	case t.Flags&Upper != 0:
		e.upper = inc(e.upper)
	case t.Flags&Cap == 0:
		e.lower = inc(e.lower)
	case t.Flags&First == 0:
		e.title = inc(e.title)
	}
}

func inc(n uint8) uint8 { return n + (1 - n>>7) }
