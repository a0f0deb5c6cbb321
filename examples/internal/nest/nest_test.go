package nest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
)

// mark writes the pieces as "(n" and "n)" around the text, n the number of the span, with a dash where a span is in parts.
func mark(text string, spans []dateline.Span) string {
	var b strings.Builder
	Walk(text, dateline.Span{End: len(text)}, spans, Handler{
		Open: func(s, part int) {
			if part > 0 {
				b.WriteString("-")
			}
			fmt.Fprintf(&b, "(%d", s)
		},
		Close: func(s int, last bool) {
			fmt.Fprintf(&b, "%d)", s)
			if !last {
				b.WriteString("-")
			}
		},
		Text: func(s string) { b.WriteString(s) },
	})
	return b.String()
}

func TestWalk(t *testing.T) {
	for _, c := range []struct {
		spans []dateline.Span
		want  string
	}{
		{nil, "abcdef"},
		{[]dateline.Span{{Start: 1, End: 3}}, "a(0bc0)def"},
		{[]dateline.Span{{Start: 0, End: 6}, {Start: 0, End: 2}, {Start: 4, End: 6}}, "(0(1ab1)cd(2ef2)0)"},
		{[]dateline.Span{{Start: 2, End: 4}, {Start: 0, End: 6}}, "(1ab(0cd0)ef1)"},
		{[]dateline.Span{{Start: 0, End: 4}, {Start: 2, End: 6}}, "(0ab(1cd1)-0)-(1ef1)"},
		{[]dateline.Span{{Start: 1, End: 2}, {Start: 1, End: 2}}, "a(0(1b1)0)cdef"},
		{[]dateline.Span{{Start: 3, End: 3}, {Start: -5, End: 1}, {Start: 5, End: 99}}, "(1a1)bcde(2f2)"},
		{[]dateline.Span{{Start: 0, End: 2}, {Start: 2, End: 4}}, "(0ab0)(1cd1)ef"},
	} {
		if got := mark("abcdef", c.spans); got != c.want {
			t.Errorf("%v: %s, want %s", c.spans, got, c.want)
		}
	}
}

// TestNested checks on random spans that pieces nest, that no text is lost, and that every byte lies in the spans that hold it.
func TestNested(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	const text = "abcdefghijklmnopqrst"
	for range 2000 {
		var spans []dateline.Span
		for range rng.IntN(8) {
			a, b := rng.IntN(len(text)+1), rng.IntN(len(text)+1)
			spans = append(spans, dateline.Span{Start: min(a, b), End: max(a, b)})
		}
		var stack []int
		pos := 0
		Walk(text, dateline.Span{End: len(text)}, spans, Handler{
			Open: func(s, _ int) { stack = append(stack, s) },
			Close: func(s int, last bool) {
				if top := stack[len(stack)-1]; top != s {
					t.Fatalf("%v: %d closed inside %d", spans, s, top)
				}
				stack = stack[:len(stack)-1]
				if last != (spans[s].End == pos) {
					t.Fatalf("%v: last of span %d is %v at %d", spans, s, last, pos)
				}
			},
			Text: func(piece string) {
				if !strings.HasPrefix(text[pos:], piece) {
					t.Fatalf("%v: %q at %d", spans, piece, pos)
				}
				for i, s := range spans {
					in := false
					for _, o := range stack {
						in = in || o == i
					}
					if want := s.Start <= pos && pos+len(piece) <= s.End; in != want {
						t.Fatalf("%v: span %d open %v around %q at %d", spans, i, in, piece, pos)
					}
				}
				pos += len(piece)
			},
		})
		if pos != len(text) || len(stack) > 0 {
			t.Fatalf("%v: ended at %d with %v open", spans, pos, stack)
		}
	}
}
