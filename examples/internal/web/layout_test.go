package web

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestLayout: no boxes overlap, all lie in the drawing, the same network gives the same drawing, and what is joined is closer together
// than what is not.
func TestLayout(t *testing.T) {
	const wide, high = networkWidth, networkHeight
	for _, n := range []int{1, 2, 5, 20, 40, 60} {
		r := rand.New(rand.NewPCG(uint64(n), 1))
		var sizes []rect
		for range n {
			sizes = append(sizes, rect{w: 30 + 90*r.Float64(), h: 24 + 20*r.Float64()})
		}
		var bonds []bond
		for i := 1; i < n; i++ { // a tree of clusters
			bonds = append(bonds, bond{i, i / 5 * 5 / 2, 1 + r.IntN(9)})
		}
		at := layout(sizes, bonds, wide, high)
		if again := layout(sizes, bonds, wide, high); !slices.Equal(at, again) {
			t.Errorf("%d nodes: another drawing the second time", n)
		}
		joined, apart := 0.0, 0.0
		for i := range at {
			if at[i].x < sizes[i].w/2 || at[i].x > wide-sizes[i].w/2 || at[i].y < sizes[i].h/2 || at[i].y > high-sizes[i].h/2 {
				t.Errorf("%d nodes: node %d sticks out at %v", n, i, at[i])
			}
			for j := range i {
				if math.Abs(at[i].x-at[j].x) < (sizes[i].w+sizes[j].w)/2 && math.Abs(at[i].y-at[j].y) < (sizes[i].h+sizes[j].h)/2 {
					t.Errorf("%d nodes: %d and %d overlap", n, i, j)
				}
				apart += math.Hypot(at[i].x-at[j].x, at[i].y-at[j].y) / float64(n*(n-1)/2)
			}
		}
		for _, b := range bonds {
			joined += math.Hypot(at[b.a].x-at[b.b].x, at[b.a].y-at[b.b].y) / float64(len(bonds))
		}
		if n > 5 && joined > apart*0.7 {
			t.Errorf("%d nodes: joined ones are %.0f apart, any two %.0f", n, joined, apart)
		}
	}
	if got := layout(nil, nil, wide, high); len(got) != 0 {
		t.Errorf("nothing is drawn as %v", got)
	}
}

func BenchmarkLayout(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 1))
	sizes, bonds := make([]rect, 80), []bond{}
	for i := range sizes {
		sizes[i] = rect{w: 100, h: 30}
	}
	for range maxEdges {
		if i, j := r.IntN(80), r.IntN(80); i != j {
			bonds = append(bonds, bond{i, j, 1 + r.IntN(9)})
		}
	}
	for b.Loop() {
		if at := layout(sizes, bonds, networkWidth, networkHeight); len(at) != 80 {
			b.Fatal(at)
		}
	}
}
