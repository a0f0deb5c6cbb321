package crf

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/dateline-nlp/dateline"
)

// paths calls f with every legal path of n tokens between two O.
func paths(n int, f func([]Label)) {
	path := make([]Label, n)
	var walk func(k int, last Label)
	walk = func(k int, last Label) {
		if k == n {
			if !last.Open() {
				f(path)
			}
			return
		}
		for y := Label(0); y < Labels; y++ {
			if Legal(last, y) {
				path[k] = y
				walk(k+1, y)
			}
		}
	}
	walk(0, O)
}

func score(emit []float32, tr *Transitions, path []Label) float64 {
	s, last := 0.0, O
	for k, y := range path {
		s += float64(emit[k*Stride+int(y)]) + float64(tr[last][y])
		last = y
	}
	return s + float64(tr[last][O])
}

func draw(t *rapid.T, n int) ([]float32, *Transitions) {
	number := rapid.Float32Range(-3, 3)
	emit := make([]float32, n*Stride)
	for k := range emit {
		if k%Stride < Labels {
			emit[k] = number.Draw(t, "emit")
		}
	}
	tr := new(Transitions)
	for x := range tr {
		for y := range tr[x] {
			tr[x][y] = number.Draw(t, "transition")
		}
	}
	return emit, tr
}

// TestBest compares with all paths.
func TestBest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 3).Draw(t, "n")
		emit, tr := draw(t, n)
		want := math.Inf(-1)
		paths(n, func(p []Label) { want = max(want, score(emit, tr, p)) })
		var d Decoder
		path := make([]Label, n)
		d.Best(emit, n, tr, path)
		if got := score(emit, tr, path); math.Abs(got-want) > 1e-4 {
			t.Fatalf("path %v scores %v, the best %v", path, got, want)
		}
		last := O
		for _, y := range append(path, O) {
			if !Legal(last, y) {
				t.Fatalf("illegal path %v", path)
			}
			last = y
		}
	})
}

// TestLattice compares sums, marginals and mentions with sums over all paths.
func TestLattice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 3).Draw(t, "n")
		emit, tr := draw(t, n)
		allow := make([]Mask, n)
		for k := range allow {
			allow[k] = 1 | Mask(rapid.Uint32().Draw(t, "allow"))
		}
		var total, mention float64
		var marginal [Labels]float64
		at := n - 1
		paths(n, func(p []Label) {
			for k, y := range p {
				if !allow[k].Has(y) {
					return
				}
			}
			e := math.Exp(score(emit, tr, p))
			total += e
			marginal[p[at]] += e
			if n == 1 && p[0] == Unit(2) || n > 1 && p[0] == Begin(2) && p[n-1] == Last(2) && (n < 3 || p[1] == Inside(2)) {
				mention += e
			}
		})
		var w Weights
		w.Exp(tr)
		var a Lattice
		a.Sum(emit, n, &w, allow)
		if math.Abs(a.LogZ-math.Log(total)) > 1e-6 {
			t.Fatalf("LogZ %v, want %v", a.LogZ, math.Log(total))
		}
		for y := Label(0); y < Labels; y++ {
			if got := a.Marginal(at, y); math.Abs(got-marginal[y]/total) > 1e-6 {
				t.Fatalf("marginal of %d: %v, want %v", y, got, marginal[y]/total)
			}
		}
		if got := a.Mention(0, n, 2, &w); math.Abs(got-mention/total) > 1e-6 {
			t.Fatalf("mention: %v, want %v", got, mention/total)
		}
	})
}

func TestLabels(t *testing.T) {
	for typ := 0; typ < Types; typ++ {
		if TypeOf(Name(typ)) != typ {
			t.Errorf("type %d has the name %v", typ, Name(typ))
		}
		for _, y := range []Label{Begin(typ), Inside(typ), Last(typ), Unit(typ)} {
			if y.Type() != typ || !TypeMask(typ).Has(y) {
				t.Errorf("label %d is of type %d, want %d", y, y.Type(), typ)
			}
		}
	}
	if TypeOf(dateline.Date) >= 0 {
		t.Error("dates are no names")
	}
	for _, c := range []struct {
		x, y Label
		want bool
	}{
		{O, O, true}, {O, Begin(0), true}, {O, Inside(0), false}, {Begin(0), O, false}, {Begin(0), Last(0), true},
		{Begin(0), Last(1), false}, {Last(0), Begin(1), true}, {Unit(1), Last(1), false}, {Inside(2), Inside(2), true},
	} {
		if got := Legal(c.x, c.y); got != c.want {
			t.Errorf("Legal(%d, %d) = %v", c.x, c.y, got)
		}
	}
}
