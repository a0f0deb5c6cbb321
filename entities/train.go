package entities

import (
	"context"
	"fmt"
	"io"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/tagger"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/crf"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/learn"
)

// ErrCorpus reports a line of training text that is no annotated document, ErrNoNames training text without a single
// name.
var (
	ErrCorpus  = learn.ErrCorpus
	ErrNoNames = learn.ErrEmpty
)

// TrainOptions steer Train. The zero value works.
type TrainOptions struct {
	// Epochs is the greatest number of passes over the text in the first stages; zero stands for 7. How many of them are best
	// is measured.
	Epochs int

	// HeldOut: every HeldOut-th document is kept out of training, to measure with. Zero stands for 10, less than 0 for none.
	HeldOut int

	// Progress is called after each pass. May be nil.
	Progress func(TrainingStep)
}

// A TrainingStep tells how far training is.
type TrainingStep struct {
	Stage string  // "search 1", "first pass", "fold 2 of 4", "search 2", "second pass", "calibration 1 of 4"
	Done  int     // passes over the text that are done, of all stages; a stage that ends early counts whole
	Of    int     // and that there are
	Loss  float64 // what the stage makes smaller: negative log-likelihood of the annotation
}

// A TrainingReport tells what came out.
type TrainingReport struct {
	Documents int                             // trained on
	HeldOut   int                             // measured on
	Labels    map[dateline.Label]LabelQuality // on the held-out documents; labels that occur neither there nor in the answer are left out
	All       LabelQuality                    // all labels together
}

// LabelQuality compares answers with gold: a name is right if span and label are.
type LabelQuality struct{ Right, Found, Gold int }

// Precision is the share of the names found that are right, Recall that of the gold names that were found, F1 their
// harmonic mean: all from 0 to 1, and 0 where there is nothing to divide by.
func (q LabelQuality) Precision() float64 { return ratio(q.Right, q.Found) }
func (q LabelQuality) Recall() float64    { return ratio(q.Right, q.Gold) }
func (q LabelQuality) F1() float64        { return ratio(2*q.Right, q.Found+q.Gold) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// Train makes a model from annotated text, one document a line: {"text": ..., "ents": [{"start", "end", "label"}]},
// positions in code points, labels PERSON, ORG, PLACE, NORP and MISC (others are dropped). The model knows the word
// lists of this module and nothing else but the text: to be better than the one that comes with it, it needs some
// 100,000 words. The same text gives the same model. Errors wrap ErrCorpus (with the number of the line) or
// ErrNoNames, or are those of r and of ctx, which is looked at after each pass.
func Train(ctx context.Context, r io.Reader, o TrainOptions) (*Model, *TrainingReport, error) {
	examples, err := learn.Read(r)
	if err != nil {
		return nil, nil, fmt.Errorf("entities: training text: %w", err)
	}
	train, test := split(examples, o.HeldOut)
	recipe := learn.DefaultRecipe(tagger.Lexicon())
	if o.Epochs > 0 {
		recipe.First.Epochs, recipe.First.Average = o.Epochs, min(recipe.First.Average, o.Epochs)
	}
	recipe.Folds = min(recipe.Folds, max(len(train), 1))
	recipe.Progress = func(s learn.Step) error {
		if o.Progress != nil {
			o.Progress(TrainingStep{Stage: s.Stage, Done: s.Done, Of: s.Total, Loss: s.Loss})
		}
		return ctx.Err()
	}
	weights, err := recipe.Model(train, nil)
	if err != nil {
		return nil, nil, fmt.Errorf("entities: %w", err)
	}
	m, err := tagger.New(weights, tagger.Lexicon())
	if err != nil {
		return nil, nil, err
	}
	return &Model{m}, report(m, len(train), test), nil
}

func split(examples []*learn.Example, every int) (train, test []*learn.Example) {
	if every == 0 {
		every = 10
	}
	for k, x := range examples {
		if every > 0 && k%every == every-1 {
			test = append(test, x)
		} else {
			train = append(train, x)
		}
	}
	return train, test
}

func report(m *tagger.Model, documents int, test []*learn.Example) *TrainingReport {
	r := &TrainingReport{Documents: documents, HeldOut: len(test), Labels: map[dateline.Label]LabelQuality{}}
	for t, s := range learn.Evaluate(m, test) {
		if s.Found+s.Gold > 0 {
			r.Labels[crf.Name(t)] = LabelQuality(s)
		}
		r.All = LabelQuality{r.All.Right + s.Right, r.All.Found + s.Found, r.All.Gold + s.Gold}
	}
	return r
}
