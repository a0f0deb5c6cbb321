package web

// The places of the nodes of a network: forces as in Fruchterman and Reingold (1991), with weights on the edges and a pull to the middle
// that keeps parts without a connection together, then boxes that overlap are pushed apart, so that every name can be read. It starts
// from a spiral, the commonest node in the middle, and takes a fixed number of steps: the same network is always drawn in the same way.

import "math"

// A bond is an edge between two nodes by number, with its weight.
type bond struct{ a, b, n int }

const (
	layoutSteps   = 300
	overlapSteps  = 300
	layoutMargin  = 8.0 // between boxes, and to the edge
	golden        = 2.39996323
	pull          = 1.0  // to the middle, for a unit of the way
	idealDistance = 0.75 // of two nodes, as a part of the distance in a grid of all of them
)

// layout places boxes of the given sizes, each by its middle, in a drawing of wide by high.
func layout(sizes []rect, bonds []bond, wide, high float64) []point {
	at := make([]point, len(sizes))
	for i := range at {
		r, turn := math.Sqrt((float64(i)+0.5)/float64(len(at))), float64(i)*golden
		at[i] = point{wide/2 + r*wide/2.5*math.Cos(turn), high/2 + r*high/2.5*math.Sin(turn)}
	}
	k := idealDistance * math.Sqrt(wide*high/float64(max(1, len(at))))
	weights := weigh(bonds)
	for step := range layoutSteps {
		heat := wide / 10 * (1 - float64(step)/layoutSteps)
		relax(at, bonds, weights, k, heat, point{wide / 2, high / 2})
	}
	stretch(at, sizes, wide, high)
	for range overlapSteps {
		if !part(at, sizes, wide, high) {
			break
		}
	}
	return at
}

type point struct{ x, y float64 }

// weigh gives each bond a weight up to 1, that of the heaviest, growing with the logarithm.
func weigh(bonds []bond) []float64 {
	most := 1
	for _, b := range bonds {
		most = max(most, b.n)
	}
	out := make([]float64, len(bonds))
	for i, b := range bonds {
		w := math.Log1p(float64(b.n)) / math.Log1p(float64(most))
		out[i] = w * w
	}
	return out
}

// relax moves every node by the sum of its forces, no further than heat: two nodes push each other away with k*k/d, where d is their
// distance, and a bond pulls with its weight times d*d/k.
func relax(at []point, bonds []bond, weights []float64, k, heat float64, middle point) {
	force := make([]point, len(at))
	add := func(i, j int, f float64) { // f: of the force, for a unit of the distance
		dx, dy := (at[i].x-at[j].x)*f, (at[i].y-at[j].y)*f
		force[i].x, force[i].y = force[i].x+dx, force[i].y+dy
		force[j].x, force[j].y = force[j].x-dx, force[j].y-dy
	}
	square := func(i, j int) float64 {
		dx, dy := at[i].x-at[j].x, at[i].y-at[j].y
		return math.Max(dx*dx+dy*dy, 1e-4)
	}
	for i := range at {
		for j := range i {
			add(i, j, k*k/square(i, j))
		}
	}
	for n, b := range bonds {
		add(b.a, b.b, -weights[n]*math.Sqrt(square(b.a, b.b))/k)
	}
	for i := range at {
		f := point{force[i].x + pull*(middle.x-at[i].x), force[i].y + pull*(middle.y-at[i].y)}
		d := math.Max(math.Hypot(f.x, f.y), 0.01)
		step := math.Min(d, heat)
		at[i].x, at[i].y = at[i].x+f.x/d*step, at[i].y+f.y/d*step
	}
}

// stretch fills the drawing.
func stretch(at []point, sizes []rect, wide, high float64) {
	low, top := point{math.Inf(1), math.Inf(1)}, point{math.Inf(-1), math.Inf(-1)}
	for _, p := range at {
		low, top = point{math.Min(low.x, p.x), math.Min(low.y, p.y)}, point{math.Max(top.x, p.x), math.Max(top.y, p.y)}
	}
	for i := range at {
		w, h := sizes[i].w/2+layoutMargin, sizes[i].h/2+layoutMargin
		at[i].x = spread(at[i].x, low.x, top.x, w, wide-w)
		at[i].y = spread(at[i].y, low.y, top.y, h, high-h)
	}
}

// spread maps v from one range to another; a range of no length is mapped to the middle.
func spread(v, from, to, low, high float64) float64 {
	if to-from < 1e-6 {
		return (low + high) / 2
	}
	return low + (v-from)/(to-from)*(high-low)
}

// part pushes boxes that overlap apart, along the shorter way, and reports whether there were any.
func part(at []point, sizes []rect, wide, high float64) (moved bool) {
	for i := range at {
		for j := range i {
			dx, dy := at[i].x-at[j].x, at[i].y-at[j].y
			ox := (sizes[i].w+sizes[j].w)/2 + layoutMargin/2 - math.Abs(dx)
			oy := (sizes[i].h+sizes[j].h)/2 + layoutMargin/2 - math.Abs(dy)
			if ox <= 0.01 || oy <= 0.01 {
				continue
			}
			moved = true
			if ox < 2*oy {
				s := math.Copysign(ox/2, dx)
				at[i].x, at[j].x = at[i].x+s, at[j].x-s
			} else {
				s := math.Copysign(oy/2, dy)
				at[i].y, at[j].y = at[i].y+s, at[j].y-s
			}
		}
	}
	for i := range at {
		w, h := sizes[i].w/2+layoutMargin, sizes[i].h/2+layoutMargin
		at[i].x, at[i].y = math.Min(math.Max(at[i].x, w), wide-w), math.Min(math.Max(at[i].y, h), high-h)
	}
	return moved
}
