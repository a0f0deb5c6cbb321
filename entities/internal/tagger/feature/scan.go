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
