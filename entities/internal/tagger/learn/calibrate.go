package learn

import (
	"github.com/dateline-nlp/dateline/entities/internal/tagger"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/crf"
)

// calibrate fits the calibration to names that a second pass, trained on the other folds of chains, finds in a fold of held. Only the
// examples with the greatest weight count: those whose text and annotation are most like what the model is for.
func (r *Recipe) calibrate(gold []*Example, chains, held []Chain, features int, opt Options) (c tagger.Calibration) {
	top := float32(0)
	for _, x := range gold {
		top = max(top, x.Weight)
	}
	var points [crf.Types][]point
	for f := 0; f < r.Folds && r.err == nil; f++ {
		p := r.train(r.fold("calibration", f), r.without(f, len(gold), chains), features, opt)
		for k := range held {
			if d := held[k].Doc; d%r.Folds == f && gold[d].Weight == top {
				held[k].points(gold[d], p, &points)
			}
		}
	}
	for t := range points {
		c[2*t], c[2*t+1] = logistic(points[t])
	}
	return c
}

// points adds the names that p finds in a chain of x.
func (c *Chain) points(x *Example, p *Params, out *[crf.Types][]point) {
	var w crf.Weights
	w.Exp(&p.Trans)
	var a crf.Lattice
	emit := make([]float32, c.Len()*crf.Stride)
	c.Emissions(p, emit)
	a.Sum(emit, c.Len(), &w, nil)
	eachName(c.Decode(new(crf.Decoder), p), func(from, limit, t int) {
		if right, known := x.judge(c.First+from, c.First+limit, t); known {
			out[t] = append(out[t], point{a.Mention(from, limit, t, &w), right})
		}
	})
}

// judge tells whether a name is right, and whether the annotation can tell.
func (x *Example) judge(first, limit, t int) (right, known bool) {
	for _, s := range x.Spans {
		if s.First == first && s.Limit == limit && s.Types>>t&1 != 0 {
			return true, true
		}
	}
	for _, s := range x.Free {
		if first < s.Limit && s.First < limit {
			return false, false
		}
	}
	return false, x.Outside>>t&1 == 0
}
