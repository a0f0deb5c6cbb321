// Package content pairs quotation marks.
//
// A paragraph (a line of one Section) is read from left to right with a stack of open marks. A mark is judged by its form and by
// its neighbours: it can open where space, a bracket or a dash stands before it, and close where none does. Straight marks that
// could do both toggle.
//
//	"A" “A” ”A” „A“ «A» »A« ``A''   double marks
//	'A' ‘A’ ‚A‘ ‹A›                       single marks; an apostrophe opens nothing and closes nothing
//	''A''                                 only with Options.Apostrophes: else no marks at all
//	"A 'B' C"                             a stretch in a stretch has Depth 1
//	"A,' he said, "B"                     a closing single mark after punctuation ends a double stretch that never closes
//	"A                                    unclosed: runs to the end of its paragraph, no further
//	"A / "B"                              unclosed and taken up by a mark at the head of the next paragraph: B Continues A
//
// What is undecidable from marks alone is left to later stages: whether anybody said it. Not done: quotations that a block
// indent or italics set off, and dashes that open a turn of dialogue.
package content

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
)

// A Stretch is a piece of one paragraph between quotation marks.
type Stretch struct {
	Outer     dateline.Span // marks included
	Inner     dateline.Span // marks excluded, space at the edges too; never empty
	Para      int           // index of its Paragraph
	Depth     int           // number of stretches around it
	Single    bool          // in single marks
	Closed    bool          // false: the end of the paragraph ended it
	Continues bool          // takes up the unclosed stretch that ended the paragraph before
}

// A Paragraph is a line of text within one Section.
type Paragraph struct {
	dateline.Span                      // without space at the edges; never empty
	Kind          dateline.SectionKind // of its Section
	First, Limit  int                  // its stretches are Stretches[First:Limit]
}

// Options are choices about marks.
type Options struct {
	Apostrophes bool // two apostrophes are a double mark on both sides, as in ''A''; else only after an opening ``
}

// Scan finds the paragraphs of text and their stretches, both in order of position; an outer stretch comes before its inner
// ones. Without sections the whole text counts as body. Time is linear in the length of text.
func Scan(text string, sections []dateline.Section, o Options) ([]Paragraph, []Stretch) {
	if len(sections) == 0 {
		sections = []dateline.Section{{Span: dateline.Span{End: len(text)}, Kind: dateline.SectionBody}}
	}
	paras := paragraphs(text, sections)
	s := scanner{text: text, Options: o}
	for i := range paras {
		p := &paras[i]
		p.First = len(s.out)
		next := i+1 < len(paras) && opensDouble(text, paras[i+1].Span)
		s.paragraph(p.Span, i, next)
		p.Limit = len(s.out)
	}
	return paras, s.out
}

func paragraphs(text string, sections []dateline.Section) []Paragraph {
	var out []Paragraph
	end := 0
	for _, sec := range sections {
		start := max(sec.Start, end)
		end = min(max(sec.End, start), len(text))
		for pos := start; pos < end; {
			stop := end
			if n := strings.IndexByte(text[pos:end], '\n'); n >= 0 {
				stop = pos + n
			}
			if s := trim(text, dateline.Span{Start: pos, End: stop}); s.Start < s.End {
				out = append(out, Paragraph{Span: s, Kind: sec.Kind})
			}
			pos = stop + 1
		}
	}
	return out
}

// opensDouble reports whether a paragraph starts with a double quotation mark.
func opensDouble(text string, p dateline.Span) bool {
	f, n := form(text[p.Start:p.End])
	return n > 0 && f.double && p.Start+n < p.End
}

// trim shrinks s by the space at its edges.
func trim(text string, s dateline.Span) dateline.Span {
	for s.Start < s.End {
		r, n := utf8.DecodeRuneInString(text[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.Start += n
	}
	for s.Start < s.End {
		r, n := utf8.DecodeLastRuneInString(text[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.End -= n
	}
	return s
}

// A mark is an occurrence of a quotation mark with what its place allows.
type mark struct {
	pos, len          int
	double            bool
	tex               bool // `` or ''
	canOpen, canClose bool
}

// A glyph is what the form of a mark says.
type glyph struct {
	double bool
	tex    bool
	lean   int8 // 1 opens, -1 closes, 0 either
}

// starts holds the bytes with which a quotation mark may start: most bytes of a text are told apart by it alone.
var starts = [256]bool{'"': true, '\'': true, '`': true, 0xC2: true, 0xE2: true, 0xEF: true}

// form returns the quotation mark at the start of s with its length, 0 if there is none.
func form(s string) (glyph, int) {
	switch c := s[0]; {
	case c == '"':
		return glyph{double: true}, 1
	case c == '\'':
		if len(s) > 1 && s[1] == '\'' {
			return glyph{double: true, tex: true}, 2
		}
		return glyph{}, 1
	case c == '`':
		if len(s) > 1 && s[1] == '`' {
			return glyph{double: true, tex: true, lean: 1}, 2
		}
		return glyph{lean: 1}, 1
	case c != 0xC2 && c != 0xE2 && c != 0xEF:
		return glyph{}, 0
	}
	r, n := utf8.DecodeRuneInString(s)
	switch r {
	case '“', '„', '«', '‟':
		return glyph{double: true, lean: 1}, n
	case '”', '»':
		return glyph{double: true, lean: -1}, n
	case '＂':
		return glyph{double: true}, n
	case '‘', '‚', '‹', '‛':
		return glyph{lean: 1}, n
	case '’', '›':
		return glyph{lean: -1}, n
	}
	return glyph{}, 0
}

// marks returns the quotation marks of one paragraph.
func (s *scanner) marks(p dateline.Span) []mark {
	ms := s.buf[:0]
	if p.Len() > 1<<16 {
		ms = slices.Grow(ms, countMarks(s.text[p.Start:p.End]))
	}
	for i := p.Start; i < p.End; {
		if !starts[s.text[i]] {
			i++
			continue
		}
		f, n := form(s.text[i:p.End])
		if n == 0 {
			i++
			continue
		}
		m := judge(s.text, p, i, n, f)
		if f.tex && f.lean == 0 && !s.Apostrophes {
			m.canOpen, m.canClose = false, true
		}
		ms = append(ms, m)
		i += n
	}
	s.buf = ms
	return ms
}

// countMarks returns the number of quotation marks in a text that is so long that room for them should be made only once.
func countMarks(text string) (count int) {
	for i := 0; i < len(text); i++ {
		if _, n := form(text[i:]); n > 0 {
			count++
			i += n - 1
		}
	}
	return count
}

func judge(text string, p dateline.Span, i, n int, f glyph) mark {
	prev, next := ' ', ' '
	if i > p.Start {
		prev, _ = utf8.DecodeLastRuneInString(text[p.Start:i])
	}
	if i+n < p.End {
		next, _ = utf8.DecodeRuneInString(text[i+n : p.End])
	}
	before := unicode.IsSpace(prev) || isOpener(prev) // something may begin here
	after := !unicode.IsSpace(next) && !isEnder(next) // something follows without a gap
	m := mark{pos: i, len: n, double: f.double, tex: f.tex, canOpen: before && after, canClose: !before || i+n == p.End}
	switch {
	case before && !after && i+n < p.End: // a mark with space on both sides, or `"...` and `",`
		m.canOpen, m.canClose = f.lean >= 0 && (unicode.IsSpace(prev) || prev == '('), f.lean <= 0 || !unicode.IsSpace(prev)
	case isDash(prev) && after:
		m.canOpen, m.canClose = f.lean >= 0, f.lean <= 0
	case !before && after && (unicode.IsLetter(prev) || unicode.IsDigit(prev)):
		// inside a word: an apostrophe, or a forgotten space on one side
		m.canOpen, m.canClose = f.double && f.lean > 0, f.double && f.lean <= 0
	case !before && after && f.double && f.lean == 0 && (prev == ':' || prev == ','):
		m.canOpen, m.canClose = true, true // NAME:"A" lacks a space; it closes where something is open
	case !before && after:
		m.canOpen, m.canClose = f.lean > 0, f.lean <= 0 || f.double
	}
	if f.double && unicode.IsDigit(prev) && f.lean == 0 && !after && i > p.Start && inches(text[p.Start:i]) {
		m.canOpen, m.canClose = false, false
	}
	if !f.double && m.canOpen && elision(text[i+n:p.End]) {
		m.canOpen = false
	}
	return m
}

// inches reports whether a straight double mark after s belongs to a number of feet and inches: 6'2".
func inches(s string) bool {
	for i := len(s) - 1; i >= 0; i-- {
		if c := s[i]; c < '0' || c > '9' {
			return c == '\''
		}
	}
	return false
}

var elisions = []string{"em ", "tis ", "twas ", "til ", "cause ", "n' ", "n’ ", "bout ", "round "}

// elision reports whether s, which follows an apostrophe, is a clipped word or year: 'em, '90s.
func elision(s string) bool {
	if len(s) >= 2 && isDigit(s[0]) && isDigit(s[1]) && (len(s) == 2 || s[2] == 's' || s[2] == ' ' || s[2] == ',' || s[2] == '.') {
		return true
	}
	for _, e := range elisions {
		if len(s) >= len(e) && s[:len(e)] == e {
			return true
		}
	}
	return false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isDash(r rune) bool { return r == '—' || r == '–' || r == '-' || r == '/' }

func isOpener(r rune) bool {
	switch r {
	case '(', '[', '{', '"', '“', '„', '«', '‘', '‚', '\'', '`', '¿', '¡':
		return true
	}
	return isDash(r)
}

func isEnder(r rune) bool {
	switch r {
	case '.', ',', ';', ':', '!', '?', ')', ']', '}', '"', '”', '»', '’', '\'', '…':
		return true
	}
	return isDash(r)
}
