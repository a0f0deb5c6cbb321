package index

// From a Query to bleve's searchers. Words and phrases are scored; names, dates, places and the rest only filter, which lets
// bleve work on bitmaps. Terms of prefixes and fuzzy words are read from the dictionary here, with a limit and with an eye
// on the context, because bleve looks at neither while it expands them.

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/searcher"
	api "github.com/blevesearch/bleve_index_api"

	"github.com/dateline-nlp/dateline"
)

// maxTerms is the largest number of words that a prefix or fuzzy word may stand for.
const maxTerms = 1024

// A compiler makes the searcher of one query over one snapshot.
type compiler struct {
	ctx    context.Context
	reader api.IndexReader
	places *placeTable
	level  level
	vector bool // with positions of words, for highlights
}

func (c *compiler) scored() search.SearcherOptions {
	return search.SearcherOptions{IncludeTermVectors: c.vector}
}

var unscored = search.SearcherOptions{Score: "none"}

func (c *compiler) at(l level) *compiler {
	d := *c
	d.level = l
	return &d
}

// A clause collects the searchers that must all match.
type clause struct {
	scored, filter, not []search.Searcher
}

func (cl *clause) close() {
	for _, list := range [][]search.Searcher{cl.scored, cl.filter, cl.not} {
		for _, s := range list {
			s.Close()
		}
	}
}

// query returns the searcher of q. The caller closes it.
func (c *compiler) query(q *Query) (search.Searcher, error) {
	if err := c.ctx.Err(); err != nil {
		return nil, err
	}
	cl := &clause{}
	if err := c.fill(cl, q); err != nil {
		cl.close()
		return nil, err
	}
	return c.join(cl)
}

func (c *compiler) fill(cl *clause, q *Query) error {
	own := *q
	if c.level == articleLevel {
		quote, article := q.split()
		own = article
		if !quote.IsZero() {
			s, err := c.articlesOf(&quote)
			if err != nil {
				return err
			}
			cl.filter = append(cl.filter, s)
		}
	}
	if err := c.leaves(cl, &own); err != nil {
		return err
	}
	if own.In != nil {
		s, err := c.in(own.In)
		if err != nil {
			return err
		}
		cl.filter = append(cl.filter, s)
	}
	for i := range own.And {
		s, err := c.query(&own.And[i])
		if err != nil {
			return err
		}
		cl.scored = append(cl.scored, s)
	}
	if len(own.Or) > 0 {
		s, err := c.or(own.Or, c.scored())
		if err != nil {
			return err
		}
		cl.scored = append(cl.scored, s)
	}
	for i := range own.Not {
		s, err := c.query(&own.Not[i])
		if err != nil {
			return err
		}
		cl.not = append(cl.not, s)
	}
	return nil
}

func (c *compiler) or(list []Query, opt search.SearcherOptions) (search.Searcher, error) {
	var alt []search.Searcher
	for i := range list {
		s, err := c.query(&list[i])
		if err != nil {
			closeAll(alt)
			return nil, err
		}
		alt = append(alt, s)
	}
	return c.anyOf(alt, opt)
}

func closeAll(list []search.Searcher) {
	for _, s := range list {
		s.Close()
	}
}

// anyOf is the disjunction of list, which it closes on error.
func (c *compiler) anyOf(list []search.Searcher, opt search.SearcherOptions) (search.Searcher, error) {
	switch len(list) {
	case 0:
		return searcher.NewMatchNoneSearcher(c.reader)
	case 1:
		return list[0], nil
	}
	s, err := searcher.NewDisjunctionSearcher(c.ctx, c.reader, list, 1, opt)
	if err != nil {
		closeAll(list)
	}
	return s, err
}

// allOf is the conjunction of list, which it closes on error; nil for none.
func (c *compiler) allOf(list []search.Searcher, opt search.SearcherOptions) (search.Searcher, error) {
	if len(list) < 2 {
		if len(list) == 1 {
			return list[0], nil
		}
		return nil, nil
	}
	s, err := searcher.NewConjunctionSearcher(c.ctx, c.reader, list, opt)
	if err != nil {
		closeAll(list)
	}
	return s, err
}

// join makes one searcher of a clause, which is every document of the level where it is empty.
func (c *compiler) join(cl *clause) (search.Searcher, error) {
	if len(cl.scored)+len(cl.filter) == 0 {
		s, err := c.term(fieldType, string(rune(c.level)), unscored)
		if err != nil {
			cl.close()
			return nil, err
		}
		cl.filter = append(cl.filter, s)
	}
	filter, err := c.allOf(cl.filter, unscored)
	cl.filter = nil // in filter, or closed
	if err != nil {
		cl.close()
		return nil, err
	}
	if filter != nil {
		cl.scored = append(cl.scored, filter)
	}
	must, err := c.allOf(cl.scored, c.scored())
	if err != nil {
		closeAll(cl.not)
		return nil, err
	}
	if len(cl.not) == 0 {
		return must, nil
	}
	not, err := c.anyOf(cl.not, unscored)
	if err != nil {
		must.Close()
		return nil, err
	}
	s, err := searcher.NewBooleanSearcher(c.ctx, c.reader, must, nil, not, c.scored())
	if err != nil {
		closeAll([]search.Searcher{must, not})
		return nil, err
	}
	return s, nil
}

func (c *compiler) term(field, value string, opt search.SearcherOptions) (search.Searcher, error) {
	return searcher.NewTermSearcher(c.ctx, c.reader, value, c.level.field(field), 1, opt)
}

// leaves adds the fields of q.
func (c *compiler) leaves(cl *clause, q *Query) error {
	steps := []struct {
		set bool
		run func() (search.Searcher, error)
	}{
		{q.Source != "", func() (search.Searcher, error) { return c.term(fieldSource, nameKey(q.Source), unscored) }},
		{q.Kind != 0, func() (search.Searcher, error) { return c.term(fieldKind, q.Kind.String(), unscored) }},
		{q.Section != 0, func() (search.Searcher, error) { return c.term(fieldPart, q.Section.String(), unscored) }},
		{q.Country != "", func() (search.Searcher, error) { return c.term(fieldLandF, upper(q.Country), unscored) }},
		{q.MinScore > 0, func() (search.Searcher, error) {
			return c.terms(fieldScore, scoreTerms(floor(q.MinScore)))
		}},
		{!q.Published.IsZero(), func() (search.Searcher, error) {
			return c.terms(fieldDay, rangeTerms(q.Published))
		}},
		{!q.Mentioned.IsZero(), func() (search.Searcher, error) { return c.terms(fieldWhen, overlapTerms(q.Mentioned)) }},
		{!q.Near.IsZero(), func() (search.Searcher, error) { return c.near(q.Near) }},
		{q.Speaker != "", func() (search.Searcher, error) {
			return c.name("speaker", fieldSpeaker, "", dateline.Org, q.Speaker)
		}},
		{q.Person != "", func() (search.Searcher, error) { return c.name("person", fieldName, "p", dateline.Person, q.Person) }},
		{q.Org != "", func() (search.Searcher, error) { return c.name("org", fieldName, "o", dateline.Org, q.Org) }},
		{q.Place != "", func() (search.Searcher, error) { return c.name("place", fieldName, "l", dateline.Place, q.Place) }},
		{q.About != "", func() (search.Searcher, error) { return c.about(q.About) }},
	}
	for _, step := range steps {
		if !step.set {
			continue
		}
		s, err := step.run()
		if err != nil {
			return err
		}
		cl.filter = append(cl.filter, s)
	}
	for _, f := range []struct{ name, field, value string }{{"text", fieldText, q.Text}, {"said", fieldSaid, q.Said}, {"role", fieldRole, q.Role}} {
		list, err := c.words(f.name, f.field, f.value)
		cl.scored = append(cl.scored, list...)
		if err != nil {
			return err
		}
	}
	return nil
}

// terms is a disjunction of terms, which only filters.
func (c *compiler) terms(field string, terms []string) (search.Searcher, error) {
	if len(terms) == 0 {
		return searcher.NewMatchNoneSearcher(c.reader)
	}
	var list []search.Searcher
	for i, t := range terms {
		if i%64 == 63 && c.ctx.Err() != nil {
			closeAll(list)
			return nil, c.ctx.Err()
		}
		s, err := c.term(field, t, unscored)
		if err != nil {
			closeAll(list)
			return nil, err
		}
		list = append(list, s)
	}
	return c.anyOf(list, unscored)
}

// name finds a name by its keys, which begin with the letter of a label or nothing.
func (c *compiler) name(field, index, letter string, label dateline.Label, value string) (search.Searcher, error) {
	keys, err := c.keysOf(field, index, letter, label, value)
	if err != nil {
		return nil, err
	}
	return c.terms(index, keys)
}

func (c *compiler) keysOf(field, index, letter string, label dateline.Label, value string) (keys []string, err error) {
	t, err := parseTerm(field, value)
	if err != nil {
		return nil, err
	}
	if t.prefix || t.fuzzy > 0 {
		return c.expand(field, index, letter, t, nameKey(t.text))
	}
	for _, k := range queryKeys(label, value) {
		keys = append(keys, letter+k)
	}
	if len(keys) == 0 {
		return nil, &QueryError{Field: field, Msg: fmt.Sprintf("%q holds no letter or digit", value)}
	}
	return keys, nil
}

// about finds a name of any kind.
func (c *compiler) about(value string) (search.Searcher, error) {
	letters := []string{"x"}
	if c.level == articleLevel {
		letters = []string{"p", "o", "l", "n", "m"}
	}
	var all []string
	for _, letter := range letters {
		for _, label := range []dateline.Label{dateline.Org, dateline.Place} { // whose acronyms are looked for
			keys, err := c.keysOf("about", fieldName, letter, label, value)
			if err != nil {
				return nil, err
			}
			all = append(all, keys...)
		}
	}
	slices.Sort(all)
	return c.terms(fieldName, slices.Compact(all))
}

// near finds the places in a circle.
func (c *compiler) near(n Near) (search.Searcher, error) {
	terms, err := c.places.within(c, n)
	if err != nil {
		return nil, err
	}
	return c.terms(fieldPlace, terms)
}

// words returns one searcher for each word or phrase of value.
func (c *compiler) words(field, index, value string) ([]search.Searcher, error) {
	terms, err := parseTerms(field, value)
	if err != nil || len(terms) == 0 {
		return nil, err
	}
	var list []search.Searcher
	for _, t := range terms {
		s, err := c.word(field, index, t)
		if errors.Is(err, errCommon) {
			continue
		}
		if err != nil {
			return list, err
		}
		list = append(list, s)
	}
	if len(list) == 0 {
		return nil, &QueryError{Field: field, Msg: fmt.Sprintf("%q has only words that are not indexed", value), Hint: "add a word that is less common"}
	}
	return list, nil
}

var errCommon = errors.New("index: only common words")

func (c *compiler) word(field, index string, t term) (search.Searcher, error) {
	if t.prefix || t.fuzzy > 0 {
		keys, err := c.expandWord(field, index, t)
		if err != nil {
			return nil, err
		}
		return c.scoredTerms(index, keys)
	}
	tokens := textAnalyzer().Analyze([]byte(indexable(t.text)))
	switch len(tokens) {
	case 0:
		return nil, errCommon
	case 1:
		return c.term(index, string(tokens[0].Term), c.scored())
	}
	var phrase []string
	for _, tok := range tokens {
		for len(phrase) > 0 && len(phrase) < tok.Position-tokens[0].Position {
			phrase = append(phrase, "")
		}
		phrase = append(phrase, string(tok.Term))
	}
	return c.phrase(index, phrase)
}

func (c *compiler) scoredTerms(field string, terms []string) (search.Searcher, error) {
	if len(terms) == 0 {
		return searcher.NewMatchNoneSearcher(c.reader)
	}
	return searcher.NewMultiTermSearcher(c.ctx, c.reader, terms, c.level.field(field), 1, c.scored(), false)
}
