package term

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// FuzzWrap: text for a terminal has no controls, lines are no wider than asked unless a single word is, and no word is lost.
func FuzzWrap(f *testing.F) {
	f.Add("The \x1b[31mred\x1b[0m \u202eword, 東京 e\u0301 👩‍👩‍👧", 10)
	f.Add("\xff a\u00a0b\u0085c", 0)
	f.Add("", -1)
	f.Fuzz(func(t *testing.T, s string, n int) {
		n %= 200
		clean := Clean(s)
		if !utf8.ValidString(clean) || strings.ContainsFunc(clean, unicode.IsControl) || Clean(clean) != clean {
			t.Fatalf("%q is cleaned to %q", s, clean)
		}
		lines := Wrap(clean, n)
		if got := strings.Join(lines, " "); got != clean {
			t.Fatalf("%q is wrapped to %q", clean, lines)
		}
		for _, l := range lines {
			if Columns(l) > n && strings.Contains(l, " ") {
				t.Fatalf("line %q has %d columns of %d", l, Columns(l), n)
			}
		}
		if n >= 1 && Columns(Cut(clean, n)) > n {
			t.Fatalf("%q is cut to %q, %d columns of %d", clean, Cut(clean, n), Columns(Cut(clean, n)), n)
		}
		if n >= Columns(clean) && Columns(Pad(clean, n)) != n {
			t.Fatalf("%q is padded to %d columns of %d", clean, Columns(Pad(clean, n)), n)
		}
	})
}
