package learn

import "math"

// A point is a probability, and whether it came true.
type point struct {
	p     float64
	right bool
}

// fewPoints is the number of points under which nothing is fitted.
const fewPoints = 50

// logistic fits slope and offset of a logistic curve over log-odds to points, by Newton's method; 0, 0 where there are too few.
func logistic(points []point) (slope, offset float32) {
	if len(points) < fewPoints {
		return 0, 0
	}
	a, b := 1.0, 0.0
	for n := 0; n < 25; n++ {
		var ga, gb float64
		haa, hab, hbb := 1e-3, 0.0, 1e-3
		for _, q := range points {
			p := min(max(q.p, 1e-6), 1-1e-6)
			x := math.Log(p / (1 - p))
			e := 1 / (1 + math.Exp(-a*x-b))
			y := 0.0
			if q.right {
				y = 1
			}
			ga += (y - e) * x
			gb += y - e
			v := e * (1 - e)
			haa += v * x * x
			hab += v * x
			hbb += v
		}
		det := haa*hbb - hab*hab
		if det <= 0 {
			break
		}
		a += (ga*hbb - gb*hab) / det
		b += (gb*haa - ga*hab) / det
	}
	if math.IsNaN(a) || math.IsNaN(b) || a <= 0.05 {
		return 0, 0
	}
	return float32(a), float32(b)
}
