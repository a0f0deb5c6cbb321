package feature

import (
	"math/bits"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/lexicon"
)

// style tells how a sentence is written.
func (v *View) style(s *dateline.Sentence) Style {
	var words, caps, upper, letters int
	for j := s.First; j < s.Limit; j++ {
		text := v.doc.Slice(v.doc.Tokens[j].Span)
		c := text[0]
		up, low := 'A' <= c && c <= 'Z', 'a' <= c && c <= 'z'
		if c >= 0x80 {
			f := scan(text).flags
			up, low = f&Cap != 0, f&Cap == 0 && f&Alpha != 0
		}
		if !up && !low {
			continue
		}
		if len(text) > 3 || low && s.Limit-s.First < 4 || up && allCaps(text) {
			words++
			if up {
				caps++
			}
		}
		letters += len(text)
		if up && allCaps(text) {
			upper++
		} else if low {
			upper -= 2
		} else {
			upper--
		}
	}
	switch {
	case upper > 0 && letters >= 5 && upper*5 >= (s.Limit-s.First)*2:
		return StyleCaps
	case words >= 4 && caps*10 >= words*7 && s.Limit-s.First < 40:
		return StyleTitle
	}
	return StyleText
}

func allCaps(s string) bool {
	for k := 0; k < len(s); k++ {
		if 'a' <= s[k] && s[k] <= 'z' {
			return false
		}
	}
	return true
}

// recase gives the words of a line in capitals the form they have elsewhere.
func (v *View) recase(s *dateline.Sentence) {
	for j := s.First; j < s.Limit; j++ {
		t := &v.Tokens[j]
		if t.Flags&Upper == 0 && (t.Flags&Cap == 0 || t.Length > 1) {
			continue
		}
		text := v.doc.Slice(v.doc.Tokens[j].Span)
		v.buf = lexicon.AppendLower(v.buf[:0], text)
		switch v.written(t) {
		case lexicon.CaseLower:
			t.Form = t.Low
			t.Flags &^= Upper | Cap
		case lexicon.CaseUpper:
			continue
		default:
			if c := v.buf[0]; 'a' <= c && c <= 'z' {
				v.buf[0] = c - ('a' - 'A')
			}
			t.Form = lexicon.Hash(v.buf)
			t.Flags &^= Upper
		}
		t.Cased = v.lex.Cased(t.Form)
		t.Shape = scan(string(v.buf)).shape
	}
}

// written decides how a word in a line of capitals is to be read: CaseLower, CaseTitle or CaseUpper.
func (v *View) written(t *Token) lexicon.Case {
	if c := v.counts.get(t.Low); c != nil && c.lower+c.title+c.upper > 0 {
		switch {
		case c.upper > c.title && c.upper > c.lower:
			return lexicon.CaseUpper
		case c.title >= c.lower:
			return lexicon.CaseTitle
		}
		return lexicon.CaseLower
	}
	switch t.Entry.Case() {
	case lexicon.CaseLower, lexicon.CaseMostLower:
		return lexicon.CaseLower
	case lexicon.CaseUpper:
		return lexicon.CaseUpper
	case lexicon.CaseUnknown:
		if t.Entry.Known() && t.Entry.Sur() == 0 && t.Entry.Given() == 0 && t.Entry.Place() == 0 {
			return lexicon.CaseLower
		}
	}
	return lexicon.CaseTitle
}

// statistics fills in how the document writes each word.
func (v *View) statistics(s *dateline.Sentence) {
	for j := s.First; j < s.Limit; j++ {
		t := &v.Tokens[j]
		if t.Flags&Alpha == 0 {
			continue
		}
		if c := v.counts.get(t.Low); c != nil {
			t.Lower, t.Title = min(c.lower, 3), min(c.title+c.upper, 3)
		}
	}
}

// counts is a hash table from a lower-case word to how the document writes it.
type counts struct {
	slots []count
	stamp uint32
	used  int
}

type count struct {
	low, stamp          uint32
	lower, title, upper uint8
}

// manySlots is the number of slots from which on the table grows with the words that it has, not with those that it may get.
const manySlots = 1 << 14

// reset empties the table and makes room for n words, or for as many as manySlots can hold.
func (c *counts) reset(n int) {
	c.stamp++
	c.used = 0
	if size := min(2*n, manySlots); len(c.slots) < size || c.stamp == 0 {
		c.slots, c.stamp = make([]count, powerOfTwo(size)), 1
	}
}

// powerOfTwo returns the least power of two that is n or more, and 64 or more.
func powerOfTwo(n int) int { return max(64, 1<<bits.Len(uint(n-1))) }

// grow doubles the table.
func (c *counts) grow() {
	old := c.slots
	c.slots = make([]count, 2*len(old))
	for _, e := range old {
		if e.stamp == c.stamp {
			*c.slot(e.low) = e
		}
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
		if c.used++; 2*c.used > len(c.slots) {
			c.grow()
			e = c.slot(t.Low)
		}
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
