package index

import (
	"cmp"
	"slices"

	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/searcher"
	api "github.com/blevesearch/bleve_index_api"
)

// A phraseSearcher finds the documents in which words follow one another. It goes through the positions of the words once, in
// their order, where bleve's own searcher of phrases makes maps of them for every document.
type phraseSearcher struct {
	search.Searcher           // the documents that hold all the words, with their positions
	words           []string  // of the phrase
	offsets         []uint64  // of each word, from the first
	places          []posting // of each word in the document at hand
	marked          bool      // a match is left just the locations of the phrase, not those of all its words
}

// A posting is a run of locations of one word.
type posting []search.FieldTermLocation

// phrase returns the searcher of the words, of which "" stands for any. The first is none of these.
func (c *compiler) phrase(field string, words []string) (search.Searcher, error) {
	p := &phraseSearcher{marked: c.vector}
	opt := c.scored()
	opt.IncludeTermVectors = true
	var list []search.Searcher
	for i, w := range words {
		if w == "" {
			continue
		}
		if !slices.Contains(p.words, w) {
			s, err := c.term(field, w, opt)
			if err != nil {
				closeAll(list)
				return nil, err
			}
			list = append(list, s)
		}
		p.words, p.offsets = append(p.words, w), append(p.offsets, uint64(i))
	}
	p.places = make([]posting, len(p.words))
	must, err := searcher.NewConjunctionSearcher(c.ctx, c.reader, list, opt)
	if err != nil {
		closeAll(list)
		return nil, err
	}
	p.Searcher = must
	return p, nil
}

// Next returns the next document with the phrase.
func (p *phraseSearcher) Next(sc *search.SearchContext) (*search.DocumentMatch, error) {
	for {
		m, err := p.Searcher.Next(sc)
		if err != nil || m == nil || p.holds(m) {
			return m, err
		}
		sc.DocumentMatchPool.Put(m)
	}
}

// Advance returns the first document with the phrase that is id or comes behind it.
func (p *phraseSearcher) Advance(sc *search.SearchContext, id api.IndexInternalID) (*search.DocumentMatch, error) {
	m, err := p.Searcher.Advance(sc, id)
	if err != nil || m == nil || p.holds(m) {
		return m, err
	}
	sc.DocumentMatchPool.Put(m)
	return p.Next(sc)
}

// holds reports whether m has the phrase.
func (p *phraseSearcher) holds(m *search.DocumentMatch) bool {
	all := m.FieldTermLocations
	for i, w := range p.words {
		from := slices.IndexFunc(all, func(l search.FieldTermLocation) bool { return l.Term == w })
		if from < 0 {
			return false
		}
		to := from
		for to < len(all) && all[to].Term == w {
			to++
		}
		p.places[i] = all[from:to]
	}
	var found []search.FieldTermLocation
	for _, first := range p.places[0] {
		whole := true
		for i := 1; i < len(p.places) && whole; i++ {
			rest := p.places[i]
			for len(rest) > 0 && before(&rest[0].Location, &first.Location, p.offsets[i]) < 0 {
				rest = rest[1:]
			}
			p.places[i] = rest
			whole = len(rest) > 0 && before(&rest[0].Location, &first.Location, p.offsets[i]) == 0
		}
		switch {
		case whole && !p.marked:
			return true
		case whole:
			found = append(found, own(first))
			for i := 1; i < len(p.places); i++ {
				found = append(found, own(p.places[i][0]))
			}
		}
	}
	if len(found) > 0 {
		m.FieldTermLocations = found
	}
	return len(found) > 0
}

// own returns l with memory of its own: bleve uses that of a match again, and a location may be part of two phrases.
func own(l search.FieldTermLocation) search.FieldTermLocation {
	l.Location.ArrayPositions = slices.Clone(l.Location.ArrayPositions)
	return l
}

// before compares the place of l with that which is offset words behind first, in the same value of the field.
func before(l, first *search.Location, offset uint64) int {
	return cmp.Or(slices.Compare(l.ArrayPositions, first.ArrayPositions), cmp.Compare(l.Pos, first.Pos+offset))
}
