package content

import (
	"testing"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
)

// FuzzScan: paragraphs and stretches lie in order and nest, on the bounds of characters, whatever the text and its sections.
func FuzzScan(f *testing.F) {
	for _, c := range scanTests {
		f.Add(c.text, uint16(0), uint16(0), false)
	}
	f.Add("“A\n\n”\u2028‘\xff``''", uint16(3), uint16(900), true)
	f.Fuzz(func(t *testing.T, text string, a, b uint16, apostrophes bool) {
		var sections []dateline.Section
		if a > 0 {
			sections = []dateline.Section{{Span: dateline.Span{Start: start(text, a), End: start(text, b)}, Kind: dateline.SectionBody}}
		}
		paras, stretches := Scan(text, sections, Options{Apostrophes: apostrophes})
		end := 0
		for i, p := range paras {
			good(t, text, p.Span)
			if p.Start < end || p.First > p.Limit || p.Limit > len(stretches) || i > 0 && p.First != paras[i-1].Limit {
				t.Fatalf("paragraph %+v after %d", p, end)
			}
			end = p.End
		}
		var open []Stretch
		for _, s := range stretches {
			good(t, text, s.Outer)
			good(t, text, s.Inner)
			for len(open) > 0 && (open[len(open)-1].Para != s.Para || open[len(open)-1].Outer.End <= s.Outer.Start) {
				open = open[:len(open)-1]
			}
			if !s.Outer.Contains(s.Inner) || !paras[s.Para].Contains(s.Outer) || s.Depth != len(open) {
				t.Fatalf("%q: stretch %+v in %+v", text, s, open)
			}
			if len(open) > 0 && !open[len(open)-1].Outer.Contains(s.Outer) {
				t.Fatalf("%q: stretch %+v crosses %+v", text, s, open)
			}
			open = append(open, s)
		}
	})
}

// start returns a place in text near n that begins a character.
func start(text string, n uint16) int {
	at := min(int(n), len(text))
	for at > 0 && at < len(text) && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}

func good(t *testing.T, text string, s dateline.Span) {
	t.Helper()
	if s.Start < 0 || s.Start >= s.End || s.End > len(text) {
		t.Fatalf("%v in %d bytes", s, len(text))
	}
	for _, at := range []int{s.Start, s.End} {
		if at < len(text) && !utf8.RuneStart(text[at]) && utf8.ValidString(text) {
			t.Fatalf("%v cuts a character of %q", s, text)
		}
	}
}
