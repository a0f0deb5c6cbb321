package score

import (
	"slices"
	"strings"
	"unicode"
)

// Where quotation marks open and close: qcommon.py's quoted_regions. A region is an inner range, marks excluded.

const (
	opening  = "\u201c\u201e\u00ab\u201f"
	closing  = "\u201d\u00bb"
	straight = "\"\uff02"
	allMarks = "\u201c\u201d\u201e\u201f\u00ab\u00bb\"\uff02`"
)

// trimMarks strips white space and quotation marks at both ends.
func trimMarks(text []rune, s Span) Span {
	drop := func(r rune) bool { return isSpace(r) || strings.ContainsRune(allMarks, r) }
	for s.Start < s.End && drop(text[s.Start]) {
		s.Start++
	}
	for s.End > s.Start && drop(text[s.End-1]) {
		s.End--
	}
	return s
}

// quotedParts are the parts of spans that lie in regions.
func quotedParts(text []rune, spans, regions []Span) (out []Span) {
	for _, s := range spans {
		for _, r := range regions {
			if x := trimIf(text, Span{max(s.Start, r.Start), min(s.End, r.End)}); x.Start < x.End {
				out = append(out, x)
			}
		}
	}
	slices.SortFunc(out, func(a, b Span) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return a.End - b.End
	})
	return out
}

func trimIf(text []rune, s Span) Span {
	if s.Start >= s.End {
		return Span{}
	}
	return trimMarks(text, s)
}

// quotedRegions finds the regions line by line; an opening mark that is not closed runs to the end of its line.
func quotedRegions(text []rune) (out []Span) {
	for a := 0; a <= len(text); {
		b := a
		for b < len(text) && text[b] != '\n' {
			b++
		}
		out = append(out, lineRegions(text, a, b)...)
		a = b + 1
	}
	return out
}

func lineRegions(text []rune, a, b int) (out []Span) {
	start := -1 // inner start of the open region
	for i := a; i < b; {
		kind, width := markAt(text, i, a, b, start >= 0)
		switch {
		case kind == 'o' && start < 0:
			start = i + width
		case kind == 'c' && start >= 0:
			if i > start {
				out = append(out, Span{start, i})
			}
			start = -1
		}
		i += width
	}
	if start >= 0 && b > start {
		e := b
		for e > start && isSpace(text[e-1]) {
			e--
		}
		if e > start {
			out = append(out, Span{start, e})
		}
	}
	return out
}

// markAt tells whether a mark at i opens ('o') or closes ('c') a quotation, 0 for neither, and how wide it is.
func markAt(text []rune, i, a, b int, open bool) (kind byte, width int) {
	c := text[i]
	prev, next := ' ', ' '
	if i > a {
		prev = text[i-1]
	}
	width = 1
	double := i+1 < len(text) && text[i+1] == c
	switch {
	case c == '`' && double:
		kind, width = 'o', 2
	case c == '\'' && double && open:
		kind, width = 'c', 2
	case strings.ContainsRune(opening, c):
		kind = 'o'
	case strings.ContainsRune(closing, c):
		kind = 'c'
	case strings.ContainsRune(straight, c):
		kind = 's'
	default:
		return 0, 1
	}
	if i+width < b {
		next = text[i+width]
	}
	alnum := unicode.IsLetter(next) || unicode.IsNumber(next)
	switch {
	case kind == 'o' && open && !isSpace(prev) && !strings.ContainsRune("([\u2014\u2013-", prev) && !alnum:
		kind = 'c' // a closing mark of the wrong form
	case kind == 'c' && !open && (isSpace(prev) || strings.ContainsRune("([\u2014\u2013", prev)) && !isSpace(next):
		kind = 'o'
	case kind == 's' && open:
		kind = 'c'
	case kind == 's' && unicode.IsDigit(prev) && !alnum: // inches
		kind = 0
	case kind == 's' && !isSpace(prev) && !strings.ContainsRune("([\u2014\u2013-/", prev) && !alnum: // closes nothing
		kind = 0
	case kind == 's':
		kind = 'o'
	}
	return kind, width
}
