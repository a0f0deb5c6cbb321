// Package term knows the terminal: its width, whether it takes colour, and how wide text is in it.
package term

import (
	"os"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/term"
)

// DefaultWidth is the width of output that goes to a file or a pipe.
const DefaultWidth = 100

// Is reports whether f is a terminal.
func Is(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }

// Width is the number of columns of f, DefaultWidth where it is no terminal. COLUMNS in the environment decides over both.
func Width(f *os.File) int {
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		return n
	}
	if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 0 {
		return w
	}
	return DefaultWidth
}

// Colour reports whether to write colours to f: it is a terminal that knows them, and NO_COLOR (no-color.org) is not set.
func Colour(f *os.File) bool {
	return Is(f) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// A Style is an ANSI attribute, "" none.
type Style string

// The styles in use: sixteen-colour codes, which every theme of a terminal shows readably on its own ground.
const (
	Bold    Style = "1"
	Dim     Style = "2"
	Red     Style = "31"
	Green   Style = "32"
	Yellow  Style = "33"
	Blue    Style = "34"
	Magenta Style = "35"
	Cyan    Style = "36"
)

// A Painter applies styles, or none at all if its value is false.
type Painter bool

// Paint returns s in a style.
func (p Painter) Paint(st Style, s string) string {
	if !bool(p) || s == "" || st == "" {
		return s
	}
	return "\x1b[" + string(st) + "m" + s + "\x1b[0m"
}

// Clean makes text from an article harmless on a terminal: control characters (escape sequences begin with one) and marks
// that turn the direction of writing are taken out, and every run of space becomes one space.
func Clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200e, r == 0x200f, r == 0x061c:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	return strings.Join(strings.Fields(s), " ")
}

// Columns is the number of columns that s takes: two for East Asian wide letters and emoji, none for combining marks.
func Columns(s string) int {
	n := 0
	for _, r := range s {
		n += columns(r)
	}
	return n
}

func columns(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case r >= 0x1100 && r <= 0x115f, r >= 0x2e80 && r <= 0xa4cf, r >= 0xac00 && r <= 0xd7a3, r >= 0xf900 && r <= 0xfaff,
		r >= 0xfe30 && r <= 0xfe6f, r >= 0xff00 && r <= 0xff60, r >= 0x1f300 && r <= 0x1f64f, r >= 0x1f900 && r <= 0x1f9ff,
		r >= 0x20000 && r <= 0x3fffd:
		return 2
	}
	return 1
}

// Pad appends spaces to s up to n columns.
func Pad(s string, n int) string { return s + strings.Repeat(" ", max(0, n-Columns(s))) }

// Cut shortens s to n columns, with an ellipsis where something was cut.
func Cut(s string, n int) string {
	if Columns(s) <= n {
		return s
	}
	w := 0
	for i, r := range s {
		if w += columns(r); w > n-1 {
			return strings.TrimRight(s[:i], " ") + "…"
		}
	}
	return s
}

// Wrap breaks s at spaces into lines of at most n columns; a longer word gets a line of its own.
func Wrap(s string, n int) []string {
	var lines []string
	line, w := "", 0
	for _, word := range strings.Fields(s) {
		cw := Columns(word)
		if line != "" && w+1+cw > n {
			lines, line, w = append(lines, line), "", 0
		}
		if line != "" {
			line, w = line+" ", w+1
		}
		line, w = line+word, w+cw
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
