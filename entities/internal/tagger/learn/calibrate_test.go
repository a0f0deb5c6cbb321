package learn

import "testing"

// TestJudge holds what counts as right, and where the annotation cannot tell.
func TestJudge(t *testing.T) {
	x := &Example{Spans: []Span{{2, 4, 1 << 1}}, Free: []Span{{First: 6, Limit: 8}}, Outside: 1 << 3}
	for _, c := range []struct {
		first, limit, typ int
		right, known      bool
	}{
		{2, 4, 1, true, true},
		{2, 4, 0, false, true},
		{2, 3, 1, false, true},
		{5, 7, 1, false, false},
		{4, 5, 3, false, false},
	} {
		if right, known := x.judge(c.first, c.limit, c.typ); right != c.right || known != c.known {
			t.Errorf("[%d, %d) of type %d: %v, %v", c.first, c.limit, c.typ, right, known)
		}
	}
}
