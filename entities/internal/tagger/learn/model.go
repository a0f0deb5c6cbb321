package learn

import (
	"errors"

	"github.com/dateline-nlp/dateline/entities/internal/tagger"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/crf"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/feature"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/lexicon"
)

// A Recipe says how a model of two passes is trained.
//
// The second pass must see such errors of the first as it will meet in use. So the examples are dealt into folds, and the first
// pass that labels a fold for the second has been trained on the others.
type Recipe struct {
	Lex      *lexicon.Lexicon
	First    Options
	Second   Options
	Folds    int              // 0: no second pass
	Fold     Options          // first pass of a fold
	Floor    uint32           // occurrences that a feature needs, in the first pass
	Limit    float32          // greatest weight that is kept
	Rows     int              // greatest number of rows of the first pass that are kept; 0: all
	Progress func(Step) error // called after each epoch; an error ends the training
	err      error            // of Progress
}

// A Step reports the progress of training.
type Step struct {
	Stage string  // "first pass", "fold 2 of 4", "second pass"
	Epoch int     // epochs done, from 1
	Of    int     // epochs in this stage
	Loss  float64 // summed over the training text
}

// DefaultRecipe returns what the module's own model was trained with.
func DefaultRecipe(lex *lexicon.Lexicon) Recipe {
	return Recipe{
		Lex:    lex,
		First:  Options{Epochs: 7, Rate: 0.04, L2: 3e-3, Dropout: 0.4, Average: 3, Seed: 1},
		Fold:   Options{Epochs: 5, Rate: 0.04, L2: 3e-3, Dropout: 0.4, Average: 2, Seed: 2},
		Second: Options{Epochs: 6, Rate: 0.05, L2: 1e-3, Dropout: 0.1, Average: 3, Seed: 3},
		Folds:  4, Floor: 3, Limit: 3,
	}
}

// ErrEmpty reports examples without a single name.
var ErrEmpty = errors.New("no name in the training text")

// Model trains a model. The examples in gold are dealt into folds and calibrate the scores; those in more only help the first pass. The
// error is ErrEmpty or that of Progress.
func (r *Recipe) Model(gold, more []*Example) (*tagger.Weights, error) {
	names := 0
	for _, x := range gold {
		names += len(x.Spans)
	}
	if names == 0 {
		return nil, ErrEmpty
	}
	all := append(append([]*Example(nil), gold...), more...)
	ix, view := new(Index), new(feature.View)
	for _, x := range all {
		Count(ix, x, r.Lex, view)
	}
	ix.Cut(r.Floor)
	var chains []Chain
	for d, x := range all {
		chains = append(chains, Encode(ix, x, d, r.Lex, view)...)
	}
	first := r.train("first pass", chains, len(ix.Keys), r.First)
	second := r.folds(gold, chains, len(ix.Keys))
	if r.err != nil {
		return nil, r.err
	}
	ix2 := new(Index)
	ix2.CountKeys(second)
	ix2.Cut(r.Floor)
	ix2.Number(second)
	opt := r.Second
	opt.Init = &first.Trans
	last := r.train("second pass", second, len(ix2.Keys), opt)
	if r.err != nil {
		return nil, r.err
	}
	w := Pack(first, ix, last, ix2, r.Limit, r.Rows)
	w.Calibration = calibrate(gold, second, last)
	return w, nil
}

func (r *Recipe) train(stage string, chains []Chain, features int, opt Options) *Params {
	if r.Progress != nil {
		opt.Epoch = func(epoch int, loss float64, _ *Params) bool {
			r.err = r.Progress(Step{Stage: stage, Epoch: epoch + 1, Of: opt.Epochs, Loss: loss})
			return r.err == nil
		}
	}
	return Train(chains, features, opt)
}

// folds returns the second-pass chains of gold, whose documents come first in the numbering of chains. The other documents take no
// part: they may be the same texts with labels from a teacher that has seen gold (measured: it costs one point).
func (r *Recipe) folds(gold []*Example, chains []Chain, features int) (out []Chain) {
	byDoc := make([][]Chain, len(gold))
	for _, c := range chains {
		if c.Doc < len(gold) {
			byDoc[c.Doc] = append(byDoc[c.Doc], c)
		}
	}
	s := &Second{Lex: r.Lex}
	for f := 0; f < r.Folds && r.err == nil; f++ {
		var part []Chain
		for k := range chains {
			if d := chains[k].Doc; d < len(gold) && d%r.Folds != f {
				part = append(part, chains[k])
			}
		}
		p := r.train("fold "+string(rune('1'+f))+" of "+string(rune('0'+r.Folds)), part, features, r.Fold)
		var w crf.Weights
		w.Exp(&p.Trans)
		for d := f; d < len(gold); d += r.Folds {
			out = append(out, s.Chains(gold[d], byDoc[d], p, &w)...)
		}
	}
	return out
}

// Evaluate scores a model on examples.
func Evaluate(m *tagger.Model, examples []*Example) (s Score) {
	for _, x := range examples {
		s.Add(x.Gold, m.Tag(x.Doc))
	}
	return s
}

// calibrate fits the calibration to the names that the second pass finds in gold.
func calibrate(gold []*Example, chains []Chain, p *Params) (c tagger.Calibration) {
	var points [crf.Types][]point
	var w crf.Weights
	w.Exp(&p.Trans)
	var d crf.Decoder
	var a crf.Lattice
	for k := range chains {
		c := &chains[k]
		x := gold[c.Doc]
		path := c.Decode(&d, p)
		emit := make([]float32, c.Len()*crf.Stride)
		c.Emissions(p, emit)
		a.Sum(emit, c.Len(), &w, nil)
		for k := 0; k < len(path); k++ {
			if !path[k].Starts() {
				continue
			}
			from := k
			for path[k].Open() {
				k++
			}
			t := path[k].Type()
			if right, known := x.judge(c.First+from, c.First+k+1, t); known {
				points[t] = append(points[t], point{a.Mention(from, k+1, t, &w), right, float64(c.weight)})
			}
		}
	}
	for t := range points {
		c[2*t], c[2*t+1] = logistic(points[t])
	}
	return c
}

// judge tells whether a name is right, and whether the annotation can tell.
func (x *Example) judge(first, limit, t int) (right, known bool) {
	for _, s := range x.Spans {
		if s.First == first && s.Limit == limit && s.Types>>t&1 != 0 {
			return true, true
		}
	}
	return false, x.Outside>>t&1 == 0
}
