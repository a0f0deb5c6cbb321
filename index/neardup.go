package index

// Near-duplicates: the same wire story in two papers, with another headline, cut shorter, a word changed.
//
// The text is seen as the set of its shingles, three words in a row. Of each of 16 hash functions the least value over the
// set is kept; two texts agree in one of them with the probability of their Jaccard similarity (MinHash). The values are
// joined in pairs to 8 bands, which are indexed as terms. Two articles are near-duplicates where at least 2 bands are equal:
// always for equal texts, 99 times of 100 at a similarity of 0.75, 66 at 0.5, 15 at 0.3, and practically never for different
// stories, which share next to no shingles. Boilerplate, bylines and credits are left out; texts of less than 10 words too.
// Quotes are duplicates where their words are equal; of less than 4 words they are not compared.

import (
	"context"
	"encoding/binary"
	"hash/fnv"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-nlp/dateline"
)

const (
	minHashes   = 16
	bandSize    = 2
	sameBands   = 2 // that near-duplicates share
	shingle     = 3
	minShingles = 8
	minSaid     = 4 // words of a quote
)

// wordHashes returns a hash of each word, whatever its case.
func wordHashes(out []uint64, text string) []uint64 {
	b := []byte(text)
	for at := 0; at < len(b); {
		start, end := nextWord(b, at)
		if start == end {
			break
		}
		h := uint64(14695981039346656037)
		for _, c := range b[start:end] {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			h = (h ^ uint64(c)) * 1099511628211
		}
		out = append(out, h)
		at = end
	}
	return out
}

// mix spreads the bits of x (the finalizer of SplitMix64).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// bands returns the terms of the text of d; none for a short one.
func bands(d *dateline.Document) (out []string) {
	var words []uint64
	if len(d.Sections) == 0 {
		words = wordHashes(nil, d.Text)
	}
	for _, s := range d.Sections {
		switch s.Kind {
		case dateline.SectionBody, dateline.SectionSummary, dateline.SectionSubhead:
			words = wordHashes(words, d.Slice(s.Span))
		}
	}
	if len(words) < minShingles+shingle-1 {
		return nil
	}
	var least [minHashes]uint64
	for i := range least {
		least[i] = math.MaxUint64
	}
	for i := 0; i+shingle <= len(words); i++ {
		h := uint64(0)
		for _, w := range words[i : i+shingle] {
			h = mix(h*31 + w)
		}
		for k := range least {
			least[k] = min(least[k], mix(h+uint64(k)*0x9e3779b97f4a7c15))
		}
	}
	for i := 0; i < minHashes; i += bandSize {
		band := uint64(i)
		for _, h := range least[i : i+bandSize] {
			band = mix(band*31 + h)
		}
		out = append(out, strconv.FormatUint(band>>33, 36)) // 31 bits: two bands must agree
	}
	return out
}

// saidTerm is the term of the words of a quote; none for a short one.
func saidTerm(said []string) []string {
	var words []uint64
	for _, s := range said {
		words = wordHashes(words, s)
	}
	if len(words) < minSaid {
		return nil
	}
	h := fnv.New64a()
	for _, w := range words {
		_ = binary.Write(h, binary.LittleEndian, w)
	}
	return []string{strconv.FormatUint(h.Sum64()>>13, 36)} // 51 bits
}

// A sieve holds the terms of what was kept.
type sieve struct {
	need int
	kept map[string][]int // by term
	n    int
}

func newSieve(l level) *sieve {
	s := &sieve{need: sameBands, kept: map[string][]int{}}
	if l == quoteLevel {
		s.need = 1
	}
	return s
}

// maxBucket is how many of the documents with a term are compared, so that a text found everywhere stays linear.
const maxBucket = 50

// like returns a document that shares enough terms, -1 if there is none.
func (s *sieve) like(terms []string) int {
	shared := map[int]int{}
	for _, t := range terms {
		for _, i := range s.kept[t] {
			if shared[i]++; shared[i] == s.need {
				return i
			}
		}
	}
	return -1
}

// keep adds a document and returns its number.
func (s *sieve) keep(terms []string) int {
	for _, t := range terms {
		if len(s.kept[t]) < maxBucket {
			s.kept[t] = append(s.kept[t], s.n)
		}
	}
	s.n++
	return s.n - 1
}

// NearDuplicates groups the articles that q finds: each group holds the ids of two or more with nearly the same text, in
// order; groups are ordered by their first id. Of three versions the first and the last may differ more.
func (ix *Index) NearDuplicates(ctx context.Context, q Query) (groups [][]string, err error) {
	err = ix.during(ctx, func(s *session) error {
		groups, err = s.nearDuplicates(&q)
		return err
	})
	return groups, err
}

func (s *session) nearDuplicates(q *Query) ([][]string, error) {
	type doc struct {
		id    string
		terms []string
	}
	var docs []doc
	err := s.scan(q, articleLevel, []string{fieldPrintF, fieldID}, func(v values) error {
		if terms := v[fieldPrintF]; len(terms) > 0 && len(v[fieldID]) == 1 {
			docs = append(docs, doc{v[fieldID][0], slices.Clone(terms)})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if docs, err = sortWithin(s.ctx, docs, func(a, b doc) int { return strings.Compare(a.id, b.id) }); err != nil {
		return nil, err
	}
	si := newSieve(articleLevel)
	group := make([]int, len(docs))
	byGroup := map[int][]string{}
	var order []int
	for i, d := range docs {
		if i%ctxEvery == 0 && s.ctx.Err() != nil {
			return nil, s.ctx.Err()
		}
		group[i] = i
		if like := si.like(d.terms); like >= 0 {
			group[i] = group[like]
		}
		si.keep(d.terms)
		if len(byGroup[group[i]]) == 0 {
			order = append(order, group[i])
		}
		byGroup[group[i]] = append(byGroup[group[i]], d.id)
	}
	var out [][]string
	for _, g := range order {
		if len(byGroup[g]) > 1 {
			out = append(out, byGroup[g])
		}
	}
	return out, nil
}
