package learn

import "github.com/dateline-nlp/dateline/entities/internal/tagger/crf"

// Early stopping. Every tenth document of the training text is held out; after each epoch of a training on the others its names are
// found with the average of the weights so far that would be kept, and the number of epochs with the best F1 over all types is the
// one that the training on everything gets. The sets for tuning and measuring have no part in it.
//
// Not done: choosing rates, dropout and regularisation in the same way; MODEL.md says on which sets these were compared.

// The distance between documents that are held out, the number of names in them under which nothing is chosen, and the number of
// epochs without a gain after which the search ends.
const (
	heldOut  = 10
	fewNames = 100
	patience = 3
)

// stop returns the number of epochs that is best for names of held-out documents among the first len(gold) of the chains; 0, for all,
// where too few names are held out to tell. Chains of other documents take no part: their labels can come from a teacher that has
// seen gold.
func (r *Recipe) stop(stage string, gold []*Example, chains []Chain, features int, opt Options) int {
	var part, held []Chain
	names := 0
	for k := range chains {
		switch d := chains[k].Doc; {
		case d >= len(gold):
		case d%heldOut == heldOut-1:
			held = append(held, chains[k])
		default:
			part = append(part, chains[k])
		}
	}
	for d := heldOut - 1; d < len(gold); d += heldOut {
		names += len(gold[d].Spans)
	}
	start := r.done
	r.done += opt.Epochs
	if names < fewNames || r.err != nil || opt.Epochs < 2 {
		return 0
	}
	best, at := -1.0, 0
	w := recent{most: max(opt.Average, 1)}
	opt.Epoch = func(epoch int, loss float64, p *Params) bool {
		f := found(gold, held, w.push(p)).F1()
		if f > best {
			best, at = f, epoch+1
		}
		return r.report(Step{Stage: stage, Epoch: epoch + 1, Of: opt.Epochs, Loss: loss, F1: f, Done: start + epoch + 1}) && epoch+1 < at+patience
	}
	Train(part, features, opt)
	return at
}

// A recent averages the last weights that it was given.
type recent struct {
	most int
	last []*Params
}

// push adds a copy of p and returns the average.
func (w *recent) push(p *Params) *Params {
	if len(w.last) == w.most {
		copy(w.last, w.last[1:])
		w.last = w.last[:w.most-1]
	}
	q := new(Params)
	q.add(p)
	w.last = append(w.last, q)
	sum := new(Params)
	for _, q := range w.last {
		sum.add(q)
	}
	sum.scale(1 / float32(len(w.last)))
	return sum
}

// found scores the names that p finds in chains, where the annotation can tell.
func found(gold []*Example, chains []Chain, p *Params) (t Tally) {
	var d crf.Decoder
	seen := map[int]bool{}
	for k := range chains {
		c := &chains[k]
		x := gold[c.Doc]
		if !seen[c.Doc] {
			seen[c.Doc] = true
			t.Gold += len(x.Spans)
		}
		path := c.Decode(&d, p)
		eachName(path, func(from, limit, typ int) {
			if right, known := x.judge(c.First+from, c.First+limit, typ); known {
				t.Found++
				if right {
					t.Right++
				}
			}
		})
	}
	return t
}

// eachName calls f with the names on a path: tokens [from, limit) and type.
func eachName(path []crf.Label, f func(from, limit, typ int)) {
	for k := 0; k < len(path); k++ {
		if path[k].Starts() {
			from := k
			for path[k].Open() {
				k++
			}
			f(from, k+1, path[k].Type())
		}
	}
}
