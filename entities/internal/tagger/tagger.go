// Package tagger finds names: a linear-chain conditional random field over the tokens of a Document.
//
//	feature   what the model sees of a token; shared with training
//	lexicon   word classes, capital statistics and name lists
//	crf       labels, decoding, probabilities
//	learn     training; compile makes the lexicon; train is the program behind go generate
//
// Tag makes two passes. The first decodes every sentence by itself. The second adds to the scores of the first what the rest of the
// document says about the same words (feature.Votes) and decodes again, so that one name tends to get one label. MODEL.md
// describes the model that comes with the module and what it reaches.
//
// Not done: names without a capital, discontinuous and nested names.
package tagger

//go:generate go run ./train

import (
	_ "embed"
	"runtime"
	"slices"
	"sort"
	"sync"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/crf"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/feature"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/lexicon"
)

//go:embed lexicon.bin
var lexiconFile string

//go:embed model.bin
var modelFile string

// A Model is a trained tagger. It is safe for concurrent use.
type Model struct {
	file        string
	lex         *lexicon.Lexicon
	table       table
	scale       float32
	trans       [2]crf.Transitions
	weights     [2]crf.Weights // exp of trans
	calibration Calibration
	pool        sync.Pool // of *worker
}

var (
	lexiconOnce   sync.Once
	lexiconShared *lexicon.Lexicon
	lexiconErr    error
	defaultOnce   sync.Once
	defaultModel  *Model
)

// sharedLexicon returns the lexicon that comes with the module.
func sharedLexicon() (*lexicon.Lexicon, error) {
	lexiconOnce.Do(func() { lexiconShared, lexiconErr = lexicon.Parse(lexiconFile) })
	return lexiconShared, lexiconErr
}

// Lexicon returns the lexicon that comes with the module.
func Lexicon() *lexicon.Lexicon {
	lex, err := sharedLexicon()
	if err != nil {
		return new(lexicon.Lexicon) // only in a damaged build; the tests look
	}
	return lex
}

// Default returns the model that comes with the module. It is loaded by the first call.
func Default() *Model {
	defaultOnce.Do(func() {
		m, err := parse(modelFile, Lexicon())
		if err != nil {
			m = &Model{lex: Lexicon()} // only in a damaged build; the tests look
			m.table = newTable(0)
			m.finish()
		}
		defaultModel = m
	})
	return defaultModel
}

// New returns a model of weights that were trained with lex.
func New(w *Weights, lex *lexicon.Lexicon) (*Model, error) {
	return parse(string(w.Marshal(lex.Sum)), lex)
}

// finish completes a model that has been read.
func (m *Model) finish() {
	for p := range m.trans {
		m.weights[p].Exp(&m.trans[p])
	}
	m.pool.New = func() any { return new(worker) }
}

// A worker is the scratch space of one call of Tag.
type worker struct {
	view            feature.View
	votes           feature.Votes
	rows            []feature.Row // what the first pass thinks of the active tokens
	keys            []feature.Key
	at              [feature.MaxFeatures]uint32 // their rows in the table
	touched         uint64                      // see table.find
	emit            []float32                   // of the active tokens, in order
	chains          []chain
	sentence, token int    // where the next block begins
	hints           []hint // of the user's list, in order
	atHint          int    // the next of them
	paths           []crf.Label
	decoder         crf.Decoder
	lattice         crf.Lattice
}

// A chain is a run of active tokens: n of them from token first, whose scores begin at row.
type chain struct{ first, n, row int }

// Tag returns the name mentions of doc, Misc included, in order, not overlapping. It reads Text, Sections, Sentences and Tokens.
func (m *Model) Tag(doc *dateline.Document) []dateline.Mention { return m.TagWith(doc, nil) }

// TagWith is Tag with a list of the user's; names may be nil. Mentions that the list decided have the rule "gazetteer" and score 1.
func (m *Model) TagWith(doc *dateline.Document, names *Names) []dateline.Mention {
	return m.AppendTo(nil, doc, names)
}

// AppendTo appends to out what TagWith returns.
func (m *Model) AppendTo(out []dateline.Mention, doc *dateline.Document, names *Names) []dateline.Mention {
	if len(doc.Tokens) == 0 {
		return out
	}
	w := m.pool.Get().(*worker)
	defer m.release(w)
	w.view.Load(doc, m.lex)
	w.hints = w.hints[:0]
	if names != nil {
		w.hints = names.find(doc, w.hints)
		for _, h := range w.hints {
			for j := h.first; j < h.limit; j++ {
				w.view.Tokens[j].Flags |= feature.Active
			}
		}
	}
	w.sentence, w.token, w.atHint = 0, 0, 0
	for w.sentence < len(doc.Sentences) {
		hint := w.atHint
		w.votes.Reset(w.findChains(doc))
		for _, c := range w.chains {
			m.firstPass(w, c)
		}
		next := w.atHint
		for _, c := range w.chains {
			m.secondPass(w, c)
		}
		w.atHint = hint
		out = m.mentions(out, w, doc)
		w.atHint = next
	}
	return out
}

// release keeps w for the next call. What a monstrous text has made large goes at once: the collector lets the heap grow to twice what
// it found in use the last time, so that the stages to come would pay for it.
func (m *Model) release(w *worker) {
	if cap(w.view.Tokens) <= 1<<20 {
		m.pool.Put(w)
		return
	}
	*w = worker{}
	runtime.GC()
}

// maxRows bounds the memory: a text with more active tokens (a book of some 400,000 words) is read in blocks, whose words vote among
// themselves, and a longer run of them is cut, but not within an entry of the user's list.
const maxRows = 1 << 17

// firstPass scores a chain and casts its votes.
func (m *Model) firstPass(w *worker, c chain) {
	emit, path := w.emit[c.row*crf.Stride:], w.paths[c.row:c.row+c.n]
	for k := 0; k < c.n; k++ {
		w.keys = w.view.Features(c.first+k, w.keys[:0])
		clear(emit[k*crf.Stride : (k+1)*crf.Stride])
		m.add(w, (*[crf.Stride]float32)(emit[k*crf.Stride:]))
	}
	w.bend(c)
	w.lattice.Sum(emit, c.n, &m.weights[0], nil)
	w.decoder.Best(emit, c.n, &m.trans[0], path)
	for k := 0; k < c.n; k++ {
		row := &w.rows[c.row+k]
		for y := range row {
			row[y] = float32(w.lattice.Marginal(k, crf.Label(y)))
		}
		w.votes.Add(&w.view, c.first+k, row)
	}
	for k := 0; k < c.n; k++ {
		if path[k].Starts() {
			from := k
			for path[k].Open() {
				k++
			}
			w.votes.AddName(&w.view, c.first+from, c.first+k+1, path[k].Type())
		}
	}
}

// bend applies the hints within a chain. Chains come in order.
func (w *worker) bend(c chain) {
	for w.atHint < len(w.hints) && w.hints[w.atHint].first < c.first+c.n {
		h := &w.hints[w.atHint]
		h.bend(w.emit[(c.row+h.first-c.first)*crf.Stride:])
		w.atHint++
	}
}

// ordered reports whether a hint demands a mention of just these tokens. Mentions come in order.
func (w *worker) ordered(first, limit int) bool {
	for w.atHint < len(w.hints) && w.hints[w.atHint].first < first {
		w.atHint++
	}
	if w.atHint == len(w.hints) {
		return false
	}
	h := &w.hints[w.atHint]
	return !h.entry.vote && h.first == first && h.limit == limit
}

// secondPass adds what the document says to the scores of a chain and decodes it.
func (m *Model) secondPass(w *worker, c chain) {
	emit := w.emit[c.row*crf.Stride:]
	rows := func(j int) *feature.Row {
		if j < c.first || j >= c.first+c.n {
			return nil
		}
		return &w.rows[c.row+j-c.first]
	}
	for k := 0; k < c.n; k++ {
		w.keys = w.votes.Features(&w.view, c.first+k, rows, w.keys[:0])
		m.add(w, (*[crf.Stride]float32)(emit[k*crf.Stride:]))
	}
	w.decoder.Best(emit, c.n, &m.trans[1], w.paths[c.row:])
}

// findChains finds the runs of active tokens of the next block, makes room for their scores and returns the number of tokens in them.
func (w *worker) findChains(doc *dateline.Document) (rows int) {
	w.chains = w.chains[:0]
	for ; w.sentence < len(doc.Sentences) && rows < maxRows; w.sentence++ {
		s := &doc.Sentences[w.sentence]
		j := max(s.First, w.token)
		for j < s.Limit && rows < maxRows {
			if w.view.Tokens[j].Flags&feature.Active == 0 {
				j++
				continue
			}
			first := j
			for j < s.Limit && w.view.Tokens[j].Flags&feature.Active != 0 && (j-first < maxRows || w.withinHint(j)) {
				j++
			}
			w.chains = append(w.chains, chain{first, j - first, rows})
			rows += j - first
		}
		if w.token = j; j < s.Limit {
			break
		}
	}
	if cap(w.emit) < rows*crf.Stride {
		n := rows + rows/2
		w.emit, w.paths, w.rows = make([]float32, n*crf.Stride), make([]crf.Label, n), make([]feature.Row, n)
	}
	return rows
}

// withinHint reports whether a hint holds the tokens before and after the place before token j.
func (w *worker) withinHint(j int) bool {
	k := sort.Search(len(w.hints), func(k int) bool { return w.hints[k].limit > j })
	return k < len(w.hints) && w.hints[k].first < j
}

// add adds the sum of the rows of w.keys to the scores of a token.
func (m *Model) add(w *worker, emit *[crf.Stride]float32) {
	at := w.at[:len(w.keys)]
	found := m.table.find(w.keys, at)
	even, odd, summed := m.table.sum(at)
	w.touched = found | summed
	base := int32(128 * len(at))
	for k := range even {
		e, o := even[k], odd[k]
		for y := 8 * k; y < 8*k+8; y += 2 {
			emit[y] += float32(float32(int32(e&0xffff)-base) * m.scale)
			emit[y+1] += float32(float32(int32(o&0xffff)-base) * m.scale)
			e, o = e>>16, o>>16
		}
	}
}

// mentions reads the names off the paths, gives them their scores and appends them to out.
func (m *Model) mentions(out []dateline.Mention, w *worker, doc *dateline.Document) []dateline.Mention {
	n := 0
	for _, c := range w.chains {
		for _, y := range w.paths[c.row : c.row+c.n] {
			if y.Starts() {
				n++
			}
		}
	}
	out = slices.Grow(out, n)
	for _, c := range w.chains {
		path, summed := w.paths[c.row:c.row+c.n], false
		for k := 0; k < c.n; k++ {
			if !path[k].Starts() {
				continue
			}
			if !summed {
				w.lattice.Sum(w.emit[c.row*crf.Stride:], c.n, &m.weights[1], nil)
				summed = true
			}
			from := k
			for path[k].Open() {
				k++
			}
			t := path[k].Type()
			p := m.calibration.apply(w.lattice.Mention(from, k+1, t, &m.weights[1]), t)
			span := dateline.Span{Start: doc.Tokens[c.first+from].Start, End: doc.Tokens[c.first+k].End}
			rule := "model"
			if w.ordered(c.first+from, c.first+k+1) {
				rule, p = "gazetteer", 1
			}
			out = append(out, dateline.Mention{Span: span, Label: crf.Name(t), Score: p, Rule: rule})
		}
	}
	return out
}
