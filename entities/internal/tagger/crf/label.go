// Package crf is a linear-chain conditional random field over BILOU labels.
//
// A chain is a run of tokens with an "outside" token (real or virtual) on both sides. Each token has a row of emission scores,
// one for each label; a pair of neighbouring labels has a transition score. Illegal pairs (B-PERSON O, O I-ORG, B-ORG L-PLACE)
// do not exist: the loops below run over the legal ones only. Best decodes exactly (Viterbi); Lattice sums over all paths
// (forward-backward) for training and for the probability of a mention.
//
// Not done: higher-order transitions, transitions that look at the words.
package crf

import "github.com/dateline-nlp/dateline"

// A Label is O or one of B, I, L, U with a type: 0 is O, 1+4t..4+4t are B, I, L, U of type t.
type Label uint8

// Sizes of the label set, and the distance between rows of emission scores.
const (
	Types  = 5
	Labels = 1 + 4*Types
	Stride = 24
)

// The positions within a type: B and I go on, L and U end a mention, B and U begin one.
const (
	O Label = 0
	b Label = 1
	i Label = 2
	l Label = 3
	u Label = 4
)

// typeLabels gives the name of each type.
var typeLabels = [Types]dateline.Label{dateline.Person, dateline.Org, dateline.Place, dateline.Norp, dateline.Misc}

// TypeOf returns the index of the type for a name label, or -1.
func TypeOf(name dateline.Label) int {
	for t, n := range typeLabels {
		if n == name {
			return t
		}
	}
	return -1
}

// Name returns the name label of type t.
func Name(t int) dateline.Label { return typeLabels[t] }

// Begin, Inside, Last and Unit return the labels of type t.
func Begin(t int) Label  { return b + Label(4*t) }
func Inside(t int) Label { return i + Label(4*t) }
func Last(t int) Label   { return l + Label(4*t) }
func Unit(t int) Label   { return u + Label(4*t) }

// Type returns the index of y's type; O has none.
func (y Label) Type() int { return int(y-1) / 4 }

// Open reports whether y is followed by another token of the same mention.
func (y Label) Open() bool { return y != O && (y-1)%4 < 2 }

// Starts reports whether y begins a mention.
func (y Label) Starts() bool { return y != O && ((y-1)%4 == 0 || (y-1)%4 == 3) }

// Legal reports whether y may follow x in a chain.
func Legal(x, y Label) bool {
	if x.Open() {
		return y != O && !y.Starts() && x.Type() == y.Type()
	}
	return y == O || y.Starts()
}

// closed lists the labels after which no mention is open, entry those that may follow them.
var closed, entry = func() (c, e [1 + 2*Types]Label) {
	for t := 0; t < Types; t++ {
		c[1+2*t], c[2+2*t] = Last(t), Unit(t)
		e[1+2*t], e[2+2*t] = Begin(t), Unit(t)
	}
	return c, e
}()

// A Mask is a set of labels; bit y stands for Label y.
type Mask uint32

// All holds every label.
const All Mask = 1<<Labels - 1

// Has reports whether y is in m.
func (m Mask) Has(y Label) bool { return m>>y&1 != 0 }

// TypeMask returns the four labels of type t.
func TypeMask(t int) Mask { return 0xf << (1 + 4*t) }

// Transitions holds the score of each pair of labels, [previous][next]; illegal pairs are never read.
type Transitions [Labels][Labels]float32
