package content

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
)

// An opened mark waits on the stack for its end.
type opened struct {
	mark
	weak dateline.Span // singles: a mark that closes only if no better one comes (plural possessives: Iraqis')
	slip dateline.Span // doubles: a single mark that ends it if no double mark does

	around bool // singles: a double mark has been opened inside
}

type scanner struct {
	Options
	text   string
	out    []Stretch
	buf    []mark
	spare  []int
	stack  []opened
	inner  []Stretch // of the paragraph, in order of their ends
	unshut bool      // the paragraph before ended inside a double stretch
	para   int
}

func (s *scanner) paragraph(p dateline.Span, para int, nextOpens bool) {
	ms := s.marks(p)
	took := s.unshut && len(ms) > 0 && ms[0].pos == p.Start && ms[0].double
	s.unshut = false
	if len(ms) == 0 {
		return
	}
	s.para, s.stack, s.inner = para, s.stack[:0], s.inner[:0]
	spare := s.spareClosers(ms)
	for i, m := range ms {
		if m.double {
			s.doubleMark(m, spare[i], p)
		} else {
			s.singleMark(m, p)
		}
	}
	s.endParagraph(p, nextOpens)
	s.emit(p, took)
}

// spareClosers tells, for each mark, how many closing double marks to its right have no opening mark of their own there. It
// decides between a stretch in a stretch and a stretch whose closing mark was forgotten.
func (s *scanner) spareClosers(ms []mark) []int {
	s.spare = slices.Grow(s.spare[:0], len(ms))[:len(ms)]
	n := 0
	for i := len(ms) - 1; i >= 0; i-- {
		s.spare[i] = n
		if m := ms[i]; m.double && m.canClose && (!m.tex || s.Apostrophes) {
			n++
		} else if m.double && m.canOpen && n > 0 {
			n--
		}
	}
	return s.spare
}

// openDouble returns the index on the stack of the innermost open double mark, -1 if there is none.
func (s *scanner) openDouble() int {
	for i := len(s.stack) - 1; i >= 0 && i >= len(s.stack)-2; i-- { // a double has at most one single above it
		if s.stack[i].double {
			return i
		}
	}
	return -1
}

func (s *scanner) doubleMark(m mark, spare int, p dateline.Span) {
	at := s.openDouble()
	if m.tex && !m.canOpen && !s.Apostrophes && (at < 0 || !s.stack[at].tex) {
		return // two apostrophes that close no ``
	}
	switch {
	case at >= 0 && m.canClose:
		s.closeAt(at, m.pos, m.pos+m.len)
	case at >= 0 && m.canOpen:
		if o := s.stack[at]; spare < 2 && o.pos != p.Start {
			s.abandon(at)
		}
		s.pushDouble(m, p)
	case m.canOpen:
		s.pushDouble(m, p)
	case m.canClose && len(s.stack) > 0 && !s.stack[0].double:
		s.closeAt(0, m.pos, m.pos+m.len) // 'A," he said
	}
}

// pushDouble opens a double mark. An open single mark stays below it if it is surely one: ‘I said, “A,”’ she says.
func (s *scanner) pushDouble(m mark, p dateline.Span) {
	if top := len(s.stack) - 1; top >= 0 && !s.stack[top].double {
		if o := &s.stack[top]; o.len > 1 || o.pos == p.Start {
			o.around = true
		} else {
			s.dropSingle()
		}
	}
	s.stack = append(s.stack, opened{mark: m})
}

// abandon takes the double mark at index at off the stack: its closing mark was forgotten or is a single one.
func (s *scanner) abandon(at int) {
	if o := s.stack[at]; !o.slip.IsZero() {
		s.add(o, o.slip.Start, o.slip.End, true, at)
	}
	s.stack = s.stack[:at]
}

func (s *scanner) singleMark(m mark, p dateline.Span) {
	top := len(s.stack) - 1
	open := top >= 0 && !s.stack[top].double
	switch {
	case open && m.canClose && !m.canOpen:
		if s.possessive(m, p) {
			if s.stack[top].weak.IsZero() {
				s.stack[top].weak = dateline.Span{Start: m.pos, End: m.pos + m.len}
			}
			return
		}
		s.closeAt(top, m.pos, m.pos+m.len)
	case m.canOpen:
		s.dropSingle()
		s.stack = append(s.stack, opened{mark: m})
	case top >= 0 && m.canClose && s.stack[top].slip.IsZero() && s.afterPunct(m.pos) && s.stack[top].double:
		s.stack[top].slip = dateline.Span{Start: m.pos, End: m.pos + m.len}
	}
}

// possessive reports whether a closing single mark may be the apostrophe of a plural: an s before it, a small letter after.
func (s *scanner) possessive(m mark, p dateline.Span) bool {
	if m.pos == 0 || s.text[m.pos-1] != 's' {
		return false
	}
	rest := s.text[m.pos+m.len : p.End]
	if len(rest) < 2 || rest[0] != ' ' {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest[1:])
	return unicode.IsLower(r)
}

func (s *scanner) afterPunct(pos int) bool {
	if pos == 0 {
		return false
	}
	switch s.text[pos-1] {
	case ',', '.', '!', '?', ';':
		return true
	}
	return false
}

// dropSingle ends an open single mark on top of the stack: at its weak closing mark, or as an apostrophe.
func (s *scanner) dropSingle() {
	top := len(s.stack) - 1
	if top < 0 || s.stack[top].double {
		return
	}
	if o := s.stack[top]; !o.weak.IsZero() && !o.around {
		s.add(o, o.weak.Start, o.weak.End, true, top)
	}
	s.stack = s.stack[:top]
}

// closeAt ends the mark at index at on the stack, and drops what is open inside it.
func (s *scanner) closeAt(at, inner, outer int) {
	for len(s.stack)-1 > at {
		if s.stack[len(s.stack)-1].double {
			s.abandon(len(s.stack) - 1)
		} else {
			s.dropSingle()
		}
	}
	s.add(s.stack[at], inner, outer, true, at)
	s.stack = s.stack[:at]
}

func (s *scanner) endParagraph(p dateline.Span, nextOpens bool) {
	for len(s.stack) > 0 {
		top := len(s.stack) - 1
		o := s.stack[top]
		switch {
		case !o.double:
			s.dropSingle()
			continue
		case top > 0 || !o.slip.IsZero() && !nextOpens:
			s.abandon(top)
			continue
		}
		s.add(o, p.End, p.End, false, 0)
		s.unshut = true
		s.stack = s.stack[:top]
	}
}

func (s *scanner) add(o opened, inner, outer int, closed bool, depth int) {
	in := trim(s.text, dateline.Span{Start: o.pos + o.len, End: inner})
	if in.Start >= in.End {
		return
	}
	s.inner = append(s.inner, Stretch{
		Outer: dateline.Span{Start: o.pos, End: outer}, Inner: in,
		Para: s.para, Depth: depth, Single: !o.double, Closed: closed,
	})
}

// emit sorts the stretches of the paragraph by their starts, which puts outer ones first, and sets their final depths: marks
// that were dropped count no longer.
func (s *scanner) emit(p dateline.Span, took bool) {
	slices.SortFunc(s.inner, func(a, b Stretch) int { return a.Outer.Start - b.Outer.Start })
	var ends []int
	for i := range s.inner {
		st := &s.inner[i]
		for len(ends) > 0 && ends[len(ends)-1] <= st.Outer.Start {
			ends = ends[:len(ends)-1]
		}
		st.Depth = len(ends)
		ends = append(ends, st.Outer.End)
		st.Continues = took && st.Outer.Start == p.Start && !st.Single
	}
	s.out = append(s.out, s.inner...)
}
