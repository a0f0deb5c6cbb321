package jsonl

import (
	"fmt"
	"slices"
	"sort"
	"strconv"
	"unicode/utf8"
)

// A Unit is a way of counting positions in text.
type Unit uint8

// The units of position. The zero Unit is code points, as in the project's own files and in Python; Java and JavaScript
// count UTF-16 code units, Go and Rust bytes.
const (
	Runes Unit = iota
	Bytes
	UTF16
)

var unitNames = []string{"rune", "byte", "utf16"}

func (u Unit) String() string {
	if int(u) < len(unitNames) {
		return unitNames[u]
	}
	return strconv.Itoa(int(u))
}

// ParseUnit is the inverse of Unit.String.
func ParseUnit(s string) (Unit, error) {
	if i := slices.Index(unitNames, s); i >= 0 {
		return Unit(i), nil
	}
	return 0, fmt.Errorf("jsonl: unknown unit of offsets %q: use byte, rune or utf16", s)
}

// Offsets converts byte positions of one text to another unit and back. It is safe for concurrent use.
type Offsets struct {
	text  string
	unit  Unit
	marks []mark // one for each offsetStep bytes; nil where byte and unit positions are equal
}

// A mark is a rune boundary with its position in both units.
type mark struct{ byte, unit int }

const offsetStep = 256

// NewOffsets prepares the conversion of positions in text, in time linear in its length. A byte of invalid UTF-8 counts as one rune.
func NewOffsets(text string, unit Unit) *Offsets {
	o := &Offsets{text: text, unit: unit}
	if unit == Bytes || isASCII(text) {
		return o
	}
	n := 0
	for i, r := range text {
		if i >= len(o.marks)*offsetStep {
			o.marks = append(o.marks, mark{i, n})
		}
		n += o.width(r)
	}
	return o
}

// FromByte returns the position in the unit of the byte at pos; a pos inside a rune counts as the rune after it.
func (o *Offsets) FromByte(pos int) int {
	if o.marks == nil {
		return pos
	}
	k := sort.Search(len(o.marks), func(k int) bool { return o.marks[k].byte > pos }) - 1
	m := o.marks[max(k, 0)]
	for i, r := range o.text[m.byte:] {
		if m.byte+i >= pos {
			break
		}
		m.unit += o.width(r)
	}
	return m.unit
}

// ToByte is the inverse of FromByte. A position past the end of the text gives len(text).
func (o *Offsets) ToByte(pos int) int {
	if o.marks == nil {
		return min(pos, len(o.text))
	}
	k := sort.Search(len(o.marks), func(k int) bool { return o.marks[k].unit > pos }) - 1
	m := o.marks[max(k, 0)]
	for i, r := range o.text[m.byte:] {
		if m.unit >= pos {
			return m.byte + i
		}
		m.unit += o.width(r)
	}
	return len(o.text)
}

func (o *Offsets) width(r rune) int {
	if o.unit == UTF16 && r > 0xFFFF {
		return 2
	}
	return 1
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
