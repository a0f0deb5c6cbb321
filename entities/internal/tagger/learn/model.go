package learn

import (
	"errors"
	"fmt"
	"sort"

	"github.com/dateline-nlp/dateline/entities/internal/tagger"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/crf"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/feature"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/lexicon"
)

// A Recipe says how a model of two passes is trained.
//
// The second pass must see such errors of the first as it will meet in use. So the examples are dealt into folds, and the first
// pass that labels a fold for the second has been trained on the others. It is trained without the examples that only help: with labels
// of a teacher that has seen gold, the second pass learns to trust the first too much (measured: 0.2 to 0.6 points less on the sets in MODEL.md).
//
// The scores are calibrated on names that both passes found in a fold on which neither was trained. For this the first pass does have
// the help: without it the scores would be those of another, less sure model than the one in use.
//
// The number of epochs is chosen on every tenth document of gold, by training on the others: see early.go.
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
	done     int              // epochs of the stages that are over
	helped   bool             // there are examples that only help
}

// total is the number of epochs of all stages, if none ends early.
func (r *Recipe) total() int {
	n := 2*r.First.Epochs + 2*r.Second.Epochs + r.Folds*(r.Fold.Epochs+r.Second.Epochs)
	if r.helped {
		n += r.Folds * r.First.Epochs
	}
	return n
}

// A Step reports the progress of training.
type Step struct {
	Stage string  // "search 1", "first pass", "fold 2 of 4", "search 2", "second pass", "helped fold 3 of 4", "calibration 1 of 4"
	Epoch int     // epochs done, from 1
	Of    int     // epochs in this stage, which may end earlier
	Loss  float64 // summed over the training text
	F1    float64 // in a search for the number of epochs, on the documents held out, in percent; else 0
	Done  int     // epochs done of all stages, those that fell away included
	Total int     // and that there are
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
var ErrEmpty = errors.New(`no name in the training text: mark some, as in "ents": [{"start": 0, "end": 5, "label": "PERSON"}]`)

// Model trains a model. The examples in gold are dealt into folds, choose the number of epochs and calibrate the scores; those in more
// only help the first pass. The error is ErrEmpty or that of Progress.
func (r *Recipe) Model(gold, more []*Example) (*tagger.Weights, error) {
	names := 0
	for _, x := range gold {
		names += len(x.Spans)
	}
	if names == 0 {
		return nil, ErrEmpty
	}
	all := append(append([]*Example(nil), gold...), more...)
	r.helped = len(more) > 0
	ix, chains := r.encode(all)
	r.First.Stop = r.stop("search 1", gold, chains, len(ix.Keys), r.First)
	r.Fold.Stop = r.First.Stop
	first := r.train("first pass", chains, len(ix.Keys), r.First)
	second := r.folds("fold", gold, chains, chains[:of(chains, len(gold))], len(ix.Keys), r.Fold)
	if r.err != nil {
		return nil, r.err
	}
	ix2 := new(Index)
	ix2.CountKeys(second)
	ix2.Cut(r.Floor)
	ix2.Number(second)
	opt := r.Second
	opt.Init = &first.Trans
	opt.Stop = r.stop("search 2", gold, second, len(ix2.Keys), opt)
	last := r.train("second pass", second, len(ix2.Keys), opt)
	w := Pack(first, ix, last, ix2, r.Limit, r.Rows)
	held := second
	if r.helped {
		fold := r.First
		fold.Seed = r.Fold.Seed
		held = r.folds("helped fold", gold, chains, apart(all, len(gold), chains), len(ix.Keys), fold)
		ix2.Number(held)
	}
	w.Calibration = r.calibrate(gold, second, held, len(ix2.Keys), opt)
	return w, r.err
}

// encode numbers the features of examples and returns their chains.
func (r *Recipe) encode(examples []*Example) (*Index, []Chain) {
	ix, view := new(Index), new(feature.View)
	for _, x := range examples {
		Count(ix, x, r.Lex, view)
	}
	ix.Cut(r.Floor)
	var chains []Chain
	for d, x := range examples {
		chains = append(chains, Encode(ix, x, d, r.Lex, view)...)
	}
	return ix, chains
}

// of returns the number of chains of the first n documents.
func of(chains []Chain, n int) int {
	return sort.Search(len(chains), func(k int) bool { return chains[k].Doc >= n })
}

func (r *Recipe) train(stage string, chains []Chain, features int, opt Options) *Params {
	limit := opt.limit()
	opt.Epoch = func(epoch int, loss float64, _ *Params) bool {
		s := Step{Stage: stage, Epoch: epoch + 1, Of: limit, Loss: loss, Done: r.done + epoch + 1}
		if epoch+1 == limit {
			s.Done = r.done + opt.Epochs
		}
		return r.report(s)
	}
	p := Train(chains, features, opt)
	r.done += opt.Epochs
	return p
}

// report tells Progress of a step and returns whether to go on.
func (r *Recipe) report(s Step) bool {
	if r.Progress != nil {
		s.Total = r.total()
		r.err = r.Progress(s)
	}
	return r.err == nil
}

// folds returns the second-pass chains of gold, whose documents come first in the numbering of chains. The first pass of a fold is trained
// on those of the chains in text that do not belong to it.
func (r *Recipe) folds(stage string, gold []*Example, chains, text []Chain, features int, opt Options) (out []Chain) {
	byDoc := make([][]Chain, len(gold))
	for _, c := range chains[:of(chains, len(gold))] {
		byDoc[c.Doc] = append(byDoc[c.Doc], c)
	}
	s := &Second{Lex: r.Lex}
	for f := 0; f < r.Folds && r.err == nil; f++ {
		p := r.train(r.fold(stage, f), r.without(f, len(gold), text), features, opt)
		var w crf.Weights
		w.Exp(&p.Trans)
		for d := f; d < len(gold); d += r.Folds {
			out = append(out, s.Chains(gold[d], byDoc[d], p, &w)...)
		}
	}
	return out
}

func (r *Recipe) fold(stage string, f int) string {
	return fmt.Sprintf("%s %d of %d", stage, f+1, r.Folds)
}

// without returns the chains that do not belong to fold f of the first n documents.
func (r *Recipe) without(f, n int, chains []Chain) (out []Chain) {
	for k := range chains {
		if d := chains[k].Doc; d >= n || d%r.Folds != f {
			out = append(out, chains[k])
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
