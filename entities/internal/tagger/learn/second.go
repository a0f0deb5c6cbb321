package learn

import (
	"github.com/dateline-nlp/dateline/entities/internal/tagger/crf"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/feature"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/lexicon"
)

// A Second turns the chains of the first pass into those of the second: their features are the document's votes, their base the first
// pass's scores.
type Second struct {
	Lex     *lexicon.Lexicon
	view    feature.View
	votes   feature.Votes
	lattice crf.Lattice
	decoder crf.Decoder
	rows    []feature.Row
	active  []int32 // index in rows, plus 1, of each token; 0: not active
	first   int     // the chain at hand: tokens first..limit-1
	limit   int
	keys    []feature.Key
}

// Chains returns the second-pass chains of x, whose first-pass chains are given. p must not have been trained on x. The ids of the result
// are keys, to be numbered by Number.
func (s *Second) Chains(x *Example, chains []Chain, p *Params, w *crf.Weights) []Chain {
	s.view.Load(x.Doc, s.Lex)
	s.active = append(s.active[:0], make([]int32, len(x.Doc.Tokens))...)
	total := 0
	for k := range chains {
		total += chains[k].Len()
	}
	s.rows = append(s.rows[:0], make([]feature.Row, total)...)
	s.votes.Reset(total)
	out := make([]Chain, len(chains))
	at := 0
	for k := range chains {
		c := &chains[k]
		o := &out[k]
		*o = Chain{Doc: c.Doc, First: c.First, allow: c.allow, weight: c.weight, base: make([]float32, c.Len()*crf.Stride)}
		c.Emissions(p, o.base)
		s.vote(o, p, w, at)
		at += c.Len()
	}
	for k := range out {
		s.encode(&out[k])
	}
	return out
}

// vote adds a chain to the votes.
func (s *Second) vote(c *Chain, p *Params, w *crf.Weights, at int) {
	n := c.Len()
	s.lattice.Sum(c.base, n, w, nil)
	path := make([]crf.Label, n)
	s.decoder.Best(c.base, n, &p.Trans, path)
	for k := 0; k < n; k++ {
		j := c.First + k
		s.active[j] = int32(at + k + 1)
		row := &s.rows[at+k]
		for y := range row {
			row[y] = float32(s.lattice.Marginal(k, crf.Label(y)))
		}
		s.votes.Add(&s.view, j, row)
	}
	for k := 0; k < n; k++ {
		if path[k].Starts() {
			from := k
			for path[k].Open() {
				k++
			}
			s.votes.AddName(&s.view, c.First+from, c.First+k+1, path[k].Type())
		}
	}
}

func (s *Second) encode(c *Chain) {
	s.first, s.limit = c.First, c.First+c.Len()
	c.starts = []uint32{0}
	for j := s.first; j < s.limit; j++ {
		s.keys = s.votes.Features(&s.view, j, s.row, s.keys[:0])
		c.ids = append(c.ids, s.keys...)
		c.starts = append(c.starts, uint32(len(c.ids)))
	}
}

func (s *Second) row(j int) *feature.Row {
	if j < s.first || j >= s.limit {
		return nil
	}
	return &s.rows[s.active[j]-1]
}

// CountKeys counts the keys of chains whose ids are keys.
func (x *Index) CountKeys(chains []Chain) {
	for k := range chains {
		for _, key := range chains[k].ids {
			x.count(key)
		}
	}
}

// Number replaces the keys of the chains by their numbers.
func (x *Index) Number(chains []Chain) {
	for k := range chains {
		c := &chains[k]
		n, from := uint32(0), uint32(0)
		for t := 0; t < c.Len(); t++ {
			to := c.starts[t+1]
			for _, key := range c.ids[from:to] {
				if id, ok := x.ID(key); ok {
					c.ids[n] = id
					n++
				}
			}
			from, c.starts[t+1] = to, n
		}
		c.ids = c.ids[:n]
	}
}
