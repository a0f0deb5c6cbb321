package learn

import (
	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/crf"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/feature"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/lexicon"
)

// A Chain is a run of active tokens with the labels that the annotation permits.
type Chain struct {
	Doc, First int // index of the document, first token
	ids        []uint32
	starts     []uint32 // ids[starts[k]:starts[k+1]] are the features of token k
	allow      []crf.Mask
	weight     float32
	base       []float32 // emission scores of an earlier pass, Stride a token; nil if none
}

// Len is the number of tokens.
func (c *Chain) Len() int { return len(c.allow) }

// An Index numbers the feature keys that occur often enough.
type Index struct {
	slots []indexSlot
	used  int
	Keys  []feature.Key // by number, after Cut
}

type indexSlot struct{ key, n uint32 }

const dropped = ^uint32(0)

// count counts one occurrence.
func (x *Index) count(key uint32) {
	if key == 0 {
		key = 1
	}
	if x.used*2 >= len(x.slots) {
		x.grow()
	}
	s := x.find(key)
	if s.key == 0 {
		s.key = key
		x.used++
	}
	s.n++
}

func (x *Index) find(key uint32) *indexSlot {
	mask := uint32(len(x.slots) - 1)
	for s := key * 0x9e3779b1 >> 3 & mask; ; s = (s + 1) & mask {
		if x.slots[s].key == key || x.slots[s].key == 0 {
			return &x.slots[s]
		}
	}
}

func (x *Index) grow() {
	old := x.slots
	x.slots = make([]indexSlot, max(1<<16, 2*len(old)))
	for _, s := range old {
		if s.key != 0 {
			*x.find(s.key) = s
		}
	}
}

// Cut numbers the keys that were counted at least floor times and drops the others.
func (x *Index) Cut(floor uint32) {
	for k := range x.slots {
		s := &x.slots[k]
		if s.key == 0 {
			continue
		}
		if s.n < floor {
			s.n = dropped
			continue
		}
		s.n = uint32(len(x.Keys))
		x.Keys = append(x.Keys, s.key)
	}
}

// ID returns the number of a key.
func (x *Index) ID(key uint32) (uint32, bool) {
	if key == 0 {
		key = 1
	}
	s := x.find(key)
	return s.n, s.key != 0 && s.n != dropped
}

// Count adds the features of x to the index.
func Count(ix *Index, x *Example, lex *lexicon.Lexicon, v *feature.View) {
	v.Load(x.Doc, lex)
	var buf [feature.MaxFeatures]feature.Key
	for j := range v.Tokens {
		if v.Tokens[j].Flags&feature.Active != 0 {
			for _, k := range v.Features(j, buf[:0]) {
				ix.count(k)
			}
		}
	}
}

// Encode returns the chains of x, document number d.
func Encode(ix *Index, x *Example, d int, lex *lexicon.Lexicon, v *feature.View) []Chain {
	v.Load(x.Doc, lex)
	allow := x.Masks(v)
	var out []Chain
	var buf [feature.MaxFeatures]feature.Key
	for s := range x.Doc.Sentences {
		sent := &x.Doc.Sentences[s]
		for j := sent.First; j < sent.Limit; {
			if v.Tokens[j].Flags&feature.Active == 0 {
				j++
				continue
			}
			c := Chain{Doc: d, First: j, weight: x.Weight, starts: []uint32{0}}
			for ; j < sent.Limit && v.Tokens[j].Flags&feature.Active != 0; j++ {
				for _, k := range v.Features(j, buf[:0]) {
					if id, ok := ix.ID(k); ok {
						c.ids = append(c.ids, id)
					}
				}
				c.starts = append(c.starts, uint32(len(c.ids)))
				c.allow = append(c.allow, allow[j])
			}
			c.ids = append([]uint32(nil), c.ids...) // without the room that append left
			out = append(out, c)
		}
	}
	return out
}

// Masks returns the labels that the annotation permits at each token. A name with an inactive token cannot be found: its tokens are
// left free, so that nothing false is learned.
func (x *Example) Masks(v *feature.View) []crf.Mask {
	outside := crf.Mask(1)
	for t := 0; t < crf.Types; t++ {
		if x.Outside>>t&1 != 0 {
			outside |= crf.TypeMask(t)
		}
	}
	out := make([]crf.Mask, len(v.Tokens))
	for j := range out {
		out[j] = outside
	}
	for _, s := range x.Spans {
		lost := false
		for j := s.First; j < s.Limit; j++ {
			lost = lost || v.Tokens[j].Flags&feature.Active == 0
		}
		for j := s.First; j < s.Limit; j++ {
			out[j] = s.mask(j)
			if lost {
				out[j] = crf.All
			}
		}
	}
	for _, s := range x.Free {
		for j := s.First; j < s.Limit; j++ {
			out[j] = crf.All
		}
	}
	return out
}

// mask returns the labels permitted at token j of s.
func (s *Span) mask(j int) (m crf.Mask) {
	for t := 0; t < crf.Types; t++ {
		if s.Types>>t&1 == 0 {
			continue
		}
		switch {
		case s.Limit-s.First == 1:
			m |= 1 << crf.Unit(t)
		case j == s.First:
			m |= 1 << crf.Begin(t)
		case j == s.Limit-1:
			m |= 1 << crf.Last(t)
		default:
			m |= 1 << crf.Inside(t)
		}
	}
	return m
}

// Decode returns the best path of the chain.
func (c *Chain) Decode(d *crf.Decoder, p *Params) []crf.Label {
	n := c.Len()
	emit, path := make([]float32, n*crf.Stride), make([]crf.Label, n)
	c.Emissions(p, emit)
	d.Best(emit, n, &p.Trans, path)
	return path
}

// Emissions writes the emission scores of the chain, Stride a token.
func (c *Chain) Emissions(p *Params, emit []float32) {
	for k := 0; k < c.Len(); k++ {
		row := (*[crf.Stride]float32)(emit[k*crf.Stride:])
		*row = [crf.Stride]float32{}
		if c.base != nil {
			copy(row[:], c.base[k*crf.Stride:])
		}
		p.sum(row, c.ids[c.starts[k]:c.starts[k+1]])
	}
}

// Mentions reads the names off a path that begins at token first.
func Mentions(doc *dateline.Document, first int, path []crf.Label) (out []dateline.Mention) {
	for k := 0; k < len(path); k++ {
		if !path[k].Starts() {
			continue
		}
		from := k
		for path[k].Open() {
			k++
		}
		span := dateline.Span{Start: doc.Tokens[first+from].Start, End: doc.Tokens[first+k].End}
		out = append(out, dateline.Mention{Span: span, Label: crf.Name(path[k].Type())})
	}
	return out
}
