package index

import (
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/searcher"
	api "github.com/blevesearch/bleve_index_api"
)

// fewIDs is how many articles are looked up one by one; beyond it the documents of the other level are filtered.
const fewIDs = 1000

// articlesOf is the searcher of the articles that have a quote found by q.
func (c *compiler) articlesOf(q *Query) (search.Searcher, error) {
	ids, err := c.at(quoteLevel).ids(q)
	if err != nil {
		return nil, err
	}
	if len(ids) <= fewIDs {
		keys := make([]string, 0, len(ids))
		for id := range ids {
			keys = append(keys, articleKey(id))
		}
		return searcher.NewDocIDSearcher(c.ctx, c.reader, keys, 1, unscored)
	}
	return c.havingID(ids)
}

// in is the searcher of the documents of the level whose article is found by q.
func (c *compiler) in(q *Query) (search.Searcher, error) {
	a := c.at(articleLevel)
	if c.level == articleLevel {
		return a.query(q)
	}
	ids, err := a.ids(q)
	if err != nil {
		return nil, err
	}
	if len(ids) > fewIDs {
		return c.havingID(ids)
	}
	keys := make([]string, 0, len(ids))
	for id := range ids {
		keys = append(keys, id)
	}
	return c.terms(fieldID, keys)
}

// ids returns the ids of the articles of what q finds.
func (c *compiler) ids(q *Query) (map[string]bool, error) {
	plain := *c
	plain.vector = false
	s, err := plain.query(q)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	ids := map[string]bool{}
	values, err := c.reader.DocValueReader([]string{c.level.field(fieldID)})
	if err != nil {
		return nil, err
	}
	add := func(_ string, term []byte) { ids[string(term)] = true }
	return ids, each(c.ctx, c.reader, s, func(m *search.DocumentMatch) error {
		return values.VisitDocValues(m.IndexInternalID, add)
	})
}

// havingID is the searcher of the documents of the level whose article is among ids.
func (c *compiler) havingID(ids map[string]bool) (search.Searcher, error) {
	all, err := c.term(fieldType, string(rune(c.level)), unscored)
	if err != nil {
		return nil, err
	}
	values, err := c.reader.DocValueReader([]string{c.level.field(fieldID)})
	if err != nil {
		all.Close()
		return nil, err
	}
	return searcher.NewFilteringSearcher(c.ctx, all, idFilter(values, ids)), nil
}

func idFilter(values api.DocValueReader, ids map[string]bool) searcher.FilterFunc {
	found := false
	visit := func(_ string, term []byte) { found = found || ids[string(term)] }
	return func(_ *search.SearchContext, m *search.DocumentMatch) bool {
		found = false
		err := values.VisitDocValues(m.IndexInternalID, visit)
		return err == nil && found
	}
}
