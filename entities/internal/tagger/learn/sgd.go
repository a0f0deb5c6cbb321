package learn

import (
	"math"

	"github.com/dateline-nlp/dateline/entities/internal/tagger/crf"
)

// Options steer the training of one set of weights. The zero value of a field stands for the default in Train.
type Options struct {
	Epochs  int     // that the steps are planned for: they shrink to a fifth by the last
	Stop    int     // epochs after which training ends; 0: all
	Rate    float64 // step of AdaGrad
	L2      float64 // pull towards zero at each use of a weight
	Dropout float64 // share of the features left out at each use of a token
	Average int     // number of last epochs whose weights are averaged
	Seed    uint64
	Init    *crf.Transitions                              // where the transitions begin; nil: at zero
	Epoch   func(epoch int, loss float64, w *Params) bool // called after each epoch; false stops
}

// limit is the number of epochs that training takes.
func (o *Options) limit() int {
	if o.Stop > 0 {
		return min(o.Stop, o.Epochs)
	}
	return o.Epochs
}

// Params are the weights of a model: a row of Stride emission weights for each feature, and transitions.
type Params struct {
	Rows  []float32
	Trans crf.Transitions
}

// rng is xorshift64*.
type rng uint64

func (r *rng) next() uint64 {
	x := uint64(*r)
	x ^= x >> 12
	x ^= x << 25
	x ^= x >> 27
	*r = rng(x)
	return x * 0x2545f4914f6cdd1d
}

func (r *rng) intn(n int) int { return int((r.next() >> 33) % uint64(n)) }

// A trainer holds the state of stochastic gradient ascent on the conditional log-likelihood of the permitted labels, with the step of
// each weight divided by the root of its summed squared gradients (AdaGrad). Training is sequential and repeatable.
type trainer struct {
	opt        Options
	p          Params
	sq         []float32
	tranGrad   [crf.Labels][crf.Labels]float64
	tranSq     [crf.Labels][crf.Labels]float64
	w          crf.Weights
	free, held crf.Lattice
	emit       []float32
	keep       []uint32 // features of the chain that were not dropped
	starts     []uint32
	rand       rng
	threshold  uint32
	rate, l2   float32
	touched    float32 // so that touch has a result
}

// Train fits weights for features 0..features-1 to the chains.
func Train(chains []Chain, features int, opt Options) *Params {
	t := &trainer{opt: opt, rand: rng(opt.Seed*2 + 0x9e3779b97f4a7c15)}
	t.p.Rows, t.sq = make([]float32, features*crf.Stride), make([]float32, features*crf.Stride)
	if opt.Init != nil {
		t.p.Trans = *opt.Init
	}
	t.threshold = uint32(opt.Dropout * (1 << 32))
	t.l2 = float32(opt.L2)
	order := make([]int, len(chains))
	for k := range order {
		order[k] = k
	}
	var sum Params
	averaged := 0
	limit := opt.limit()
	for epoch := 0; epoch < limit; epoch++ {
		for k := len(order) - 1; k > 0; k-- {
			j := t.rand.intn(k + 1)
			order[k], order[j] = order[j], order[k]
		}
		t.rate = float32(opt.Rate) * (1 - 0.8*float32(epoch)/float32(opt.Epochs))
		loss := t.epoch(chains, order)
		if epoch >= limit-opt.Average {
			sum.add(&t.p)
			averaged++
		}
		if opt.Epoch != nil && !opt.Epoch(epoch, loss, &t.p) {
			break
		}
	}
	if averaged > 1 {
		sum.scale(1 / float32(averaged))
		return &sum
	}
	return &t.p
}

func (p *Params) add(q *Params) {
	if p.Rows == nil {
		p.Rows = make([]float32, len(q.Rows))
	}
	for k, v := range q.Rows {
		p.Rows[k] += v
	}
	for x := range q.Trans {
		for y, v := range q.Trans[x] {
			p.Trans[x][y] += v
		}
	}
}

func (p *Params) scale(f float32) {
	for k := range p.Rows {
		p.Rows[k] *= f
	}
	for x := range p.Trans {
		for y := range p.Trans[x] {
			p.Trans[x][y] *= f
		}
	}
}

func (t *trainer) epoch(chains []Chain, order []int) (loss float64) {
	t.w.Exp(&t.p.Trans)
	for n, k := range order {
		loss += t.chain(&chains[k])
		if n%64 == 63 {
			t.transitions()
		}
	}
	t.transitions()
	return loss
}

// settled is the loss of a chain, and the gradient at a token, under which there is nothing to learn.
const settled = 1e-3

// chain takes one step and returns the loss.
func (t *trainer) chain(c *Chain) float64 {
	n := c.Len()
	t.sample(c)
	t.touch()
	t.emissions(c)
	t.free.Sum(t.emit, n, &t.w, nil)
	t.held.Sum(t.emit, n, &t.w, c.allow)
	if math.IsInf(t.held.LogZ, 0) || math.IsNaN(t.held.LogZ) {
		return 0
	}
	loss := float64(c.weight) * (t.free.LogZ - t.held.LogZ)
	if loss < settled {
		return loss
	}
	var grad [crf.Stride]float32
	for k := 0; k < n; k++ {
		big := float32(0)
		for y := crf.Label(0); y < crf.Labels; y++ {
			g := c.weight * float32(t.held.Marginal(k, y)-t.free.Marginal(k, y))
			grad[y] = g
			big = max(big, g, -g)
		}
		if big > settled {
			t.update(t.keep[t.starts[k]:t.starts[k+1]], &grad)
		}
	}
	t.tally(c)
	return loss
}

// sample draws the features that this step uses.
func (t *trainer) sample(c *Chain) {
	t.keep, t.starts = t.keep[:0], append(t.starts[:0], 0)
	for k := 0; k < c.Len(); k++ {
		for _, id := range c.ids[c.starts[k]:c.starts[k+1]] {
			if t.threshold == 0 || uint32(t.rand.next()>>32) >= t.threshold {
				t.keep = append(t.keep, id)
			}
		}
		t.starts = append(t.starts, uint32(len(t.keep)))
	}
}

// touch reads a value of each row that the step needs. The rows lie far apart in memory: a short loop has the processor fetch many of them
// at once, which makes training twice as fast.
func (t *trainer) touch() {
	sum := float32(0)
	for _, id := range t.keep {
		k := int(id) * crf.Stride
		sum += t.p.Rows[k] + t.p.Rows[k+crf.Labels-1] + t.sq[k] + t.sq[k+crf.Labels-1]
	}
	t.touched = sum
}

func (t *trainer) emissions(c *Chain) {
	n := c.Len()
	if cap(t.emit) < n*crf.Stride {
		t.emit = make([]float32, 2*n*crf.Stride)
	}
	t.emit = t.emit[:n*crf.Stride]
	scale := float32(1 / (1 - t.opt.Dropout))
	for k := 0; k < n; k++ {
		row := (*[crf.Stride]float32)(t.emit[k*crf.Stride:])
		*row = [crf.Stride]float32{}
		t.p.sum(row, t.keep[t.starts[k]:t.starts[k+1]])
		for y := range row {
			row[y] *= scale
		}
		if c.base != nil {
			for y := range row {
				row[y] += c.base[k*crf.Stride+y]
			}
		}
	}
}

func (p *Params) sum(row *[crf.Stride]float32, ids []uint32) {
	for _, id := range ids {
		w := (*[crf.Stride]float32)(p.Rows[int(id)*crf.Stride:])
		for y := 0; y < crf.Labels; y++ {
			row[y] += w[y]
		}
	}
}

func (t *trainer) update(ids []uint32, grad *[crf.Stride]float32) {
	var small [crf.Labels]uint8
	n := 0
	for y := 0; y < crf.Labels; y++ {
		if g := grad[y]; g > 1e-5 || g < -1e-5 {
			small[n] = uint8(y)
			n++
		}
	}
	for _, id := range ids {
		w := (*[crf.Stride]float32)(t.p.Rows[int(id)*crf.Stride:])
		q := (*[crf.Stride]float32)(t.sq[int(id)*crf.Stride:])
		for _, y := range small[:n] {
			g := grad[y] - t.l2*w[y]
			q[y] += g * g
			w[y] += t.rate * g / float32(math.Sqrt(float64(q[y])+1e-2))
		}
	}
}

// tally adds up the gradient of the transitions.
func (t *trainer) tally(c *Chain) {
	n := c.Len()
	for k := 0; k <= n; k++ {
		for x := crf.Label(0); x < crf.Labels; x++ {
			if k == 0 && x != crf.O || k > 0 && t.free.Marginal(k-1, x) < 1e-5 && t.held.Marginal(k-1, x) < 1e-5 {
				continue
			}
			for y := crf.Label(0); y < crf.Labels; y++ {
				if crf.Legal(x, y) && (k < n || y == crf.O) {
					t.tranGrad[x][y] += float64(c.weight) * (t.held.Pair(k, x, y, &t.w) - t.free.Pair(k, x, y, &t.w))
				}
			}
		}
	}
}

// transitions takes the step that tally prepared.
func (t *trainer) transitions() {
	for x := range t.tranGrad {
		for y := range t.tranGrad[x] {
			if g := t.tranGrad[x][y]; g != 0 {
				t.tranSq[x][y] += g * g
				t.p.Trans[x][y] += t.rate * float32(g/math.Sqrt(t.tranSq[x][y]+1))
				t.tranGrad[x][y] = 0
			}
		}
	}
	t.w.Exp(&t.p.Trans)
}
