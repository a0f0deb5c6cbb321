package tagger

import (
	"errors"
	"fmt"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/segment"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/crf"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/lexicon"
)

// A Name is an entry of a user's list.
type Name struct {
	Text  string         // as written in running text; in lines of capitals it is found in capitals too
	Label dateline.Label // Person, Org, Place, Norp or Misc
	Vote  bool           // just a vote for Label, which the context can outweigh; else the name always has this label
}

// ErrName reports an entry without words, or with a label that is no label of names.
var ErrName = errors.New("bad name in a gazetteer")

// Names is a user's list, ready for use. It is safe for concurrent use.
type Names struct {
	byFirst map[uint32][]entry // by hash of the first word; longest first, then in the order given
}

type entry struct {
	words []string
	typ   int
	vote  bool
}

// NewNames prepares a list. Of two entries with the same words the first counts. The error wraps ErrName.
func NewNames(list []Name) (*Names, error) {
	n := &Names{byFirst: make(map[uint32][]entry, len(list))}
	for k, x := range list {
		text := strings.Join(strings.Fields(x.Text), " ")
		typ := crf.TypeOf(x.Label)
		_, tokens := segment.Split(text, nil)
		if typ < 0 || len(tokens) == 0 {
			return nil, fmt.Errorf("%w: entry %d: %q with label %v", ErrName, k, x.Text, x.Label)
		}
		e := entry{typ: typ, vote: x.Vote}
		for _, t := range tokens {
			e.words = append(e.words, text[t.Start:t.End])
		}
		n.insert(e)
	}
	return n, nil
}

func (n *Names) insert(e entry) {
	for _, first := range []string{e.words[0], strings.ToUpper(e.words[0])} {
		h := lexicon.Hash(first)
		list := n.byFirst[h]
		at := len(list)
		for at > 0 && len(list[at-1].words) < len(e.words) {
			at--
		}
		list = append(list, entry{})
		copy(list[at+1:], list[at:])
		list[at] = e
		n.byFirst[h] = list
		if first == strings.ToUpper(e.words[0]) {
			return
		}
	}
}

// A hint is what a list says about tokens [first, limit).
type hint struct {
	first, limit int
	entry        *entry
}

// find returns the hints for doc, in order, not overlapping: at each token the longest name, left to right.
func (n *Names) find(doc *dateline.Document, out []hint) []hint {
	for s := range doc.Sentences {
		sent := &doc.Sentences[s]
		for j := sent.First; j < sent.Limit; {
			e := n.at(doc, j, sent.Limit)
			if e == nil {
				j++
				continue
			}
			out = append(out, hint{j, j + len(e.words), e})
			j += len(e.words)
		}
	}
	return out
}

func (n *Names) at(doc *dateline.Document, j, limit int) *entry {
	list := n.byFirst[lexicon.Hash(doc.Slice(doc.Tokens[j].Span))]
	for k := range list {
		if e := &list[k]; j+len(e.words) <= limit && e.match(doc, j) {
			return e
		}
	}
	return nil
}

func (e *entry) match(doc *dateline.Document, j int) bool {
	same, upper := true, true
	for k, w := range e.words {
		text := doc.Slice(doc.Tokens[j+k].Span)
		same = same && text == w
		upper = upper && text == strings.ToUpper(w)
	}
	return same || upper
}

// The weight of a vote, in log-odds, and of an order.
const (
	voteWeight  = 4
	orderWeight = 1000
)

// bend changes the scores of the hinted tokens in favour of what the list says. emit is the row of the first of them.
func (h *hint) bend(emit []float32) {
	weight := float32(orderWeight)
	if h.entry.vote {
		weight = voteWeight
	}
	n := h.limit - h.first
	for k := 0; k < n; k++ {
		y := crf.Inside(h.entry.typ)
		switch {
		case n == 1:
			y = crf.Unit(h.entry.typ)
		case k == 0:
			y = crf.Begin(h.entry.typ)
		case k == n-1:
			y = crf.Last(h.entry.typ)
		}
		emit[k*crf.Stride+int(y)] += weight
	}
}
