package feature

import (
	"github.com/dateline-nlp/dateline/entities/internal/tagger/crf"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/lexicon"
)

// A Row is the probability of each label at one token, as the first pass sees it.
type Row = [crf.Labels]float32

// Votes holds what the first pass thought of each word and each pair of neighbouring words, summed over the document. Its zero value
// works; Reset empties it.
type Votes struct {
	words, pairs voteTable
	initials     map[uint32]uint8 // hash of the initials of names of several words -> set of types
	buf          []byte
}

type vote struct {
	key, stamp uint32
	n          float32
	mass       Row
}

type voteTable struct {
	slots []vote
	stamp uint32
}

func (t *voteTable) reset(n int) {
	t.stamp++
	if len(t.slots) < 2*n || t.stamp == 0 {
		size := 64
		for size < 2*n {
			size *= 2
		}
		t.slots, t.stamp = make([]vote, size), 1
	}
}

func (t *voteTable) slot(key uint32) *vote {
	mask := uint32(len(t.slots) - 1)
	for s := key & mask; ; s = (s + 1) & mask {
		if v := &t.slots[s]; v.stamp != t.stamp || v.key == key {
			return v
		}
	}
}

func (t *voteTable) add(key uint32) *vote {
	v := t.slot(key)
	if v.stamp != t.stamp {
		*v = vote{key: key, stamp: t.stamp}
	}
	v.n++
	return v
}

// Reset prepares for a document with n active tokens.
func (s *Votes) Reset(n int) {
	s.words.reset(n)
	s.pairs.reset(n)
	clear(s.initials)
}

// pairKey is the key of tokens j and j+1.
func (v *View) pairKey(j int) uint32 {
	next := uint32(2)
	if k := j + 1; k < len(v.Tokens) && v.sent[k] == v.sent[j] {
		next = v.Tokens[k].Low
	}
	return lexicon.Join(v.Tokens[j].Low, next)
}

// Add counts token j, at which the first pass has the probabilities m.
func (s *Votes) Add(v *View, j int, m *Row) {
	w := s.words.add(v.Tokens[j].Low)
	for y, p := range m {
		w.mass[y] += p
	}
	pair := s.pairs.add(v.pairKey(j))
	for t := 0; t < crf.Types; t++ {
		pair.mass[t] += m[crf.Begin(t)] + m[crf.Inside(t)]
	}
}

// AddName records the initials of a name, tokens first..limit-1, of type t.
func (s *Votes) AddName(v *View, first, limit, t int) {
	if limit-first < 2 {
		return
	}
	s.buf = s.buf[:0]
	for j := first; j < limit; j++ {
		if v.Tokens[j].Flags&Cap != 0 {
			s.buf = append(s.buf, lower(v.doc.Text[v.doc.Tokens[j].Start]))
		}
	}
	if len(s.buf) < 2 {
		return
	}
	if s.initials == nil {
		s.initials = map[uint32]uint8{}
	}
	s.initials[lexicon.Hash(s.buf)] |= 1 << t
}

// acronym returns the types of the names whose initials token j is.
func (s *Votes) acronym(v *View, j int) uint8 {
	if len(s.initials) == 0 || v.Tokens[j].Flags&Upper == 0 {
		return 0
	}
	s.buf = s.buf[:0]
	text := v.doc.Slice(v.doc.Tokens[j].Span)
	for k := 0; k < len(text); k++ {
		if text[k] != '.' {
			s.buf = append(s.buf, lower(text[k]))
		}
	}
	return s.initials[lexicon.Hash(s.buf)]
}

// others returns what the other occurrences of a word say: their number, and their share of each type, O last.
func others(w *vote, m *Row) (n float32, share [crf.Types + 1]float32) {
	n = w.n - 1
	if n < 0.5 {
		return 0, share
	}
	for t := 0; t < crf.Types; t++ {
		for y := crf.Begin(t); y <= crf.Unit(t); y++ {
			share[t] += (w.mass[y] - m[y]) / n
		}
	}
	share[crf.Types] = (w.mass[0] - m[0]) / n
	return n, share
}

func bucket(p float32) uint32 {
	switch {
	case p < 0.05:
		return 0
	case p < 0.3:
		return 1
	case p < 0.6:
		return 2
	case p < 0.9:
		return 3
	}
	return 4
}

func crowd(n float32) uint32 {
	switch {
	case n < 0.5:
		return 0
	case n < 1.5:
		return 1
	case n < 3.5:
		return 2
	}
	return 3
}

// top returns the greatest share.
func top(share []float32) (best int) {
	for t, p := range share {
		if p > share[best] {
			best = t
		}
	}
	return best
}

// Features appends the keys of the second pass for token j. rows(k) gives the probabilities of token k, nil if it is not active.
func (s *Votes) Features(v *View, j int, rows func(int) *Row, dst []Key) []Key {
	m := rows(j)
	own := uint32(top(m[:]))
	certain := bucket(m[own])
	dst = append(dst, key(200, own, certain), key(201, own, uint32(v.Tokens[j].Style)))
	w := s.words.slot(v.Tokens[j].Low)
	n, share := others(w, m)
	crowded := crowd(n)
	if crowded == 0 {
		dst = append(dst, key(202, own, certain))
	} else {
		best := uint32(top(share[:]))
		dst = append(dst, key(203, best<<8|bucket(share[best]), crowded), key(204, best<<8|bucket(share[best]), own<<8|certain),
			key(205, best<<8|bucket(share[best]), situation(&v.Tokens[j])))
		for t, p := range share {
			dst = append(dst, key(206, uint32(t)<<8|bucket(p), crowded))
		}
		for y, p := range w.mass {
			if p -= m[y]; p > 0.4 && y > 0 {
				dst = append(dst, key(207, uint32(y), crowd(p)), key(208, uint32(y)<<8|own, certain))
			}
		}
	}
	dst = s.pairFeatures(v, j, m, 210, dst)
	if p := rows(j - 1); p != nil {
		dst = s.pairFeatures(v, j-1, p, 215, dst)
		dst = s.neighbour(v, j-1, p, 220, own, dst)
	}
	if p := rows(j + 1); p != nil {
		dst = s.neighbour(v, j+1, p, 225, own, dst)
	}
	if a := s.acronym(v, j); a != 0 {
		dst = append(dst, key(230, uint32(a), 0), key(231, uint32(a), own))
	}
	return dst
}

// pairFeatures tells whether tokens j and j+1 are in one name elsewhere.
func (s *Votes) pairFeatures(v *View, j int, m *Row, template uint32, dst []Key) []Key {
	w := s.pairs.slot(v.pairKey(j))
	n := w.n - 1
	if n < 0.5 {
		return dst
	}
	var share [crf.Types]float32
	sum := float32(0)
	for t := range share {
		share[t] = (w.mass[t] - m[crf.Begin(t)] - m[crf.Inside(t)]) / n
		sum += share[t]
	}
	best := uint32(top(share[:]))
	return append(dst, key(template, bucket(sum), crowd(n)), key(template+1, best<<8|bucket(share[best]), crowd(n)))
}

// neighbour tells what the document thinks of the word beside.
func (s *Votes) neighbour(v *View, k int, m *Row, template uint32, own uint32, dst []Key) []Key {
	n, share := others(s.words.slot(v.Tokens[k].Low), m)
	if n == 0 {
		return dst
	}
	best := uint32(top(share[:]))
	return append(dst, key(template, best<<8|bucket(share[best]), crowd(n)), key(template+1, best<<8|bucket(share[best]), own))
}
