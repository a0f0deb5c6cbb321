package crf

import "math"

// A Decoder finds best paths. Its zero value works; it keeps scratch space, so use one per goroutine.
type Decoder struct {
	score []float32
	back  []Label
}

// Best writes the best path of a chain of n tokens to path. emit holds Stride scores a token. Ties go to the lower label.
func (d *Decoder) Best(emit []float32, n int, tr *Transitions, path []Label) {
	if cap(d.score) < 2*Stride {
		d.score = make([]float32, 2*Stride)
	}
	if cap(d.back) < n*Stride {
		d.back = make([]Label, 2*n*Stride)
	}
	cur, prev := d.score[:Stride], d.score[Stride:2*Stride]
	for k := 0; k < n; k++ {
		row, back := emit[k*Stride:k*Stride+Labels], d.back[k*Stride:k*Stride+Labels]
		if k == 0 {
			first(cur, row, tr)
		} else {
			step(cur, prev, row, back, tr)
		}
		cur, prev = prev, cur
	}
	y, best := O, float32(math.Inf(-1))
	for _, x := range closed {
		if s := prev[x] + tr[x][O]; s > best {
			y, best = x, s
		}
	}
	for k := n - 1; k >= 0; k-- {
		path[k] = y
		y = d.back[k*Stride+int(y)]
	}
}

// first fills the scores of the first token, which follows an O and opens no mention that began before.
func first(cur, row []float32, tr *Transitions) {
	for y := range cur {
		cur[y] = float32(math.Inf(-1))
	}
	for _, y := range entry {
		cur[y] = row[y] + tr[O][y]
	}
}

// step is one step of Viterbi.
func step(cur, prev, row []float32, back []Label, tr *Transitions) {
	for _, y := range entry {
		x, best := O, float32(math.Inf(-1))
		for _, p := range closed {
			if s := prev[p] + tr[p][y]; s > best {
				x, best = p, s
			}
		}
		cur[y], back[y] = best+row[y], x
	}
	for t := 0; t < Types; t++ {
		bt, it := Begin(t), Inside(t)
		for y := it; y <= Last(t); y++ {
			x, best := bt, prev[bt]+tr[bt][y]
			if s := prev[it] + tr[it][y]; s > best {
				x, best = it, s
			}
			cur[y], back[y] = best+row[y], x
		}
	}
}

// Weights holds exp of Transitions, once for many chains.
type Weights [Labels][Labels]float64

// Exp fills w from tr.
func (w *Weights) Exp(tr *Transitions) {
	for x := Label(0); x < Labels; x++ {
		for y := Label(0); y < Labels; y++ {
			if Legal(x, y) {
				w[x][y] = math.Exp(float64(tr[x][y]))
			}
		}
	}
}

// A Lattice sums over the paths of one chain. Its zero value works; it keeps its space from one chain to the next.
type Lattice struct {
	n              int
	emit, fwd, bwd []float64 // Stride a token; emit is exp(score - max), fwd and bwd are scaled
	scale          []float64 // fwd row k was divided by scale[k]
	LogZ           float64   // logarithm of the sum over all paths
}

// Sum computes forward and backward sums over the paths that allow permits; allow nil permits all. If no path is permitted, LogZ is
// negative infinity and the marginals are undefined.
func (a *Lattice) Sum(emit []float32, n int, w *Weights, allow []Mask) {
	a.grow(n)
	a.LogZ = a.exponents(emit, allow)
	for k := 0; k < n; k++ {
		cur := a.fwd[k*Stride : k*Stride+Labels]
		if k == 0 {
			for y := range cur {
				cur[y] = 0
			}
			for _, y := range entry {
				cur[y] = w[O][y] * a.emit[y]
			}
		} else {
			forward(cur, a.fwd[(k-1)*Stride:k*Stride], a.emit[k*Stride:k*Stride+Labels], w)
		}
		a.scale[k] = normalize(cur)
		a.LogZ += math.Log(a.scale[k])
	}
	a.backward(w)
}

func (a *Lattice) grow(n int) {
	a.n = n
	if cap(a.emit) < n*Stride {
		a.emit, a.fwd, a.bwd = make([]float64, 2*n*Stride), make([]float64, 2*n*Stride), make([]float64, 2*n*Stride)
	}
	if cap(a.scale) < n+1 {
		a.scale = make([]float64, 2*n+2)
	}
	a.emit, a.fwd, a.bwd, a.scale = a.emit[:n*Stride], a.fwd[:n*Stride], a.bwd[:n*Stride], a.scale[:n+1]
}

// exponents fills a.emit and returns the sum of what was taken out of each row.
func (a *Lattice) exponents(emit []float32, allow []Mask) (shift float64) {
	for k := 0; k < a.n; k++ {
		row, out := emit[k*Stride:k*Stride+Labels], a.emit[k*Stride:k*Stride+Labels]
		top := row[0]
		for _, s := range row[1:] {
			top = max(top, s)
		}
		shift += float64(top)
		for y, s := range row {
			if d := s - top; d < -30 || allow != nil && !allow[k].Has(Label(y)) {
				out[y] = 0
				if d < -30 && (allow == nil || allow[k].Has(Label(y))) {
					out[y] = 1e-13
				}
			} else {
				out[y] = math.Exp(float64(d))
			}
		}
	}
	return shift
}

func forward(cur, prev, emit []float64, w *Weights) {
	for _, y := range entry {
		sum := 0.0
		if emit[y] != 0 {
			for _, x := range closed {
				sum += prev[x] * w[x][y]
			}
		}
		cur[y] = sum * emit[y]
	}
	for t := 0; t < Types; t++ {
		bt, it := Begin(t), Inside(t)
		for y := it; y <= Last(t); y++ {
			cur[y] = (prev[bt]*w[bt][y] + prev[it]*w[it][y]) * emit[y]
		}
	}
}

func normalize(row []float64) float64 {
	sum := 0.0
	for _, v := range row {
		sum += v
	}
	if sum <= 0 {
		return 0
	}
	for y := range row {
		row[y] /= sum
	}
	return sum
}

// backward fills bwd so that fwd[k][y]*bwd[k][y] is the marginal of y at k.
func (a *Lattice) backward(w *Weights) {
	if a.n == 0 {
		return
	}
	last, total := a.bwd[(a.n-1)*Stride:a.n*Stride], 0.0
	for y := range last {
		last[y] = 0
	}
	for _, x := range closed {
		last[x] = w[x][O]
		total += a.fwd[(a.n-1)*Stride+int(x)] * w[x][O]
	}
	a.scale[a.n] = total
	a.LogZ += math.Log(total)
	if total <= 0 {
		return
	}
	for y := range last {
		last[y] /= total
	}
	for k := a.n - 2; k >= 0; k-- {
		a.backstep(k, w)
	}
}

func (a *Lattice) backstep(k int, w *Weights) {
	var next [Labels]float64
	for y := range next {
		next[y] = a.bwd[(k+1)*Stride+y] * a.emit[(k+1)*Stride+y] / a.scale[k+1]
	}
	cur := a.bwd[k*Stride : k*Stride+Labels]
	for _, x := range closed {
		sum := 0.0
		for _, y := range entry {
			sum += w[x][y] * next[y]
		}
		cur[x] = sum
	}
	for t := 0; t < Types; t++ {
		it, lt := Inside(t), Last(t)
		for x := Begin(t); x <= it; x++ {
			cur[x] = w[x][it]*next[it] + w[x][lt]*next[lt]
		}
	}
}

// Marginal returns the probability of y at token k.
func (a *Lattice) Marginal(k int, y Label) float64 {
	return a.fwd[k*Stride+int(y)] * a.bwd[k*Stride+int(y)]
}

// Pair returns the probability of x at token k-1 and y at k; k 0 and k n stand for the virtual O before and after the chain.
func (a *Lattice) Pair(k int, x, y Label, w *Weights) float64 {
	switch k {
	case 0:
		return a.Marginal(0, y)
	case a.n:
		return a.Marginal(a.n-1, x)
	}
	return a.fwd[(k-1)*Stride+int(x)] * w[x][y] * a.emit[k*Stride+int(y)] / a.scale[k] * a.bwd[k*Stride+int(y)]
}

// Mention returns the probability that exactly the tokens from..to-1 are a mention of type t.
func (a *Lattice) Mention(from, to, t int, w *Weights) float64 {
	if to-from == 1 {
		return a.Marginal(from, Unit(t))
	}
	x := Begin(t)
	p := a.fwd[from*Stride+int(x)]
	for k := from + 1; k < to; k++ {
		y := Inside(t)
		if k == to-1 {
			y = Last(t)
		}
		p *= w[x][y] * a.emit[k*Stride+int(y)] / a.scale[k]
		x = y
	}
	return p * a.bwd[(to-1)*Stride+int(x)]
}
