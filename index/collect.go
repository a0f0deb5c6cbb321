package index

// Going through the matches of a searcher: which are the best, how many there are.

import (
	"cmp"
	"container/heap"
	"context"
	"math"
	"slices"
	"strconv"

	"github.com/blevesearch/bleve/v2/search"
	api "github.com/blevesearch/bleve_index_api"
)

// each calls f for every match, in the order of the index. The match is valid until f returns.
func each(ctx context.Context, r api.IndexReader, s search.Searcher, f func(*search.DocumentMatch) error) error {
	sc := &search.SearchContext{DocumentMatchPool: search.NewDocumentMatchPool(s.DocumentMatchPoolSize()+1, 0), IndexReader: r}
	for n := 0; ; n++ {
		if n%256 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		m, err := s.Next(sc)
		if err != nil || m == nil {
			return err
		}
		if err := f(m); err != nil {
			return err
		}
		sc.DocumentMatchPool.Put(m)
	}
}

// A match is a document that was found, with what it is ordered by.
type match struct {
	score float64
	day   string // 8 hexadecimal digits, "" unknown
	key   string // external id
	num   api.IndexInternalID
	part  int      // of the session
	terms []string // of its text, where distinct ones are asked for
}

// An Order is the order of hits. Hits that are equal in it are ordered by id of article and place in the text.
type Order uint8

// The orders.
const (
	ByDefault Order = iota // ByScore where the query has words, else Newest
	ByScore                // best first
	Newest                 // latest publication first; without a date last
	Oldest                 // earliest publication first; without a date last
	ByID                   // by id of article
)

func (o Order) String() string {
	names := [...]string{"default", "score", "newest", "oldest", "id"}
	if int(o) < len(names) {
		return names[o]
	}
	return strconv.Itoa(int(o))
}

// before reports whether a comes before b.
func (o Order) before(a, b *match) bool {
	switch {
	case o == ByScore && a.score != b.score:
		return a.score > b.score
	case o == Newest && a.day != b.day:
		return a.day > b.day
	case o == Oldest && a.day != b.day:
		return b.day == "" || a.day != "" && a.day < b.day
	}
	return compareKeys(a.key, b.key) < 0
}

// A top keeps the first matches of an order: a heap whose root is the last of them.
type top struct {
	order Order
	size  int
	list  []*match
}

func (t *top) Len() int           { return len(t.list) }
func (t *top) Less(i, j int) bool { return t.order.before(t.list[j], t.list[i]) }
func (t *top) Swap(i, j int)      { t.list[i], t.list[j] = t.list[j], t.list[i] }
func (t *top) Push(x any)         { t.list = append(t.list, x.(*match)) }
func (t *top) Pop() any {
	x := t.list[len(t.list)-1]
	t.list = t.list[:len(t.list)-1]
	return x
}

// A collector goes through the matches of one request, in one snapshot after the other.
type collector struct {
	reader api.IndexReader // of the snapshot at hand
	level  level
	order  Order
	after  *match // only what comes behind it; nil: all
	group  bool   // one of each article
	sieve  *sieve // leaves near-duplicates out; nil: all
	top    top
	total  int // hits, of groups one each
	seen   int // matches
	groups map[string]*match
	all    []*match // for the sieve
	err    error
}

// run collects from s, and calls visit, which may be nil, for every match.
func (c *collector) run(p *part, s search.Searcher, visit func(api.IndexInternalID) error) error {
	c.reader = p.reader
	read, err := c.valueReader(len(p.skip) > 0)
	if err != nil {
		return err
	}
	if c.group && c.groups == nil {
		c.groups = map[string]*match{}
	}
	var cur match // what is kept of it is a copy
	return each(p.ctx, p.reader, s, func(m *search.DocumentMatch) error {
		cur = match{score: roundScore(m.Score), num: m.IndexInternalID, part: p.n}
		article, err := read(&cur)
		if err != nil || p.skip[article] {
			return err
		}
		c.seen++
		switch {
		case c.group:
			c.addGroup(article, &cur)
		case c.sieve != nil:
			c.key(&cur)
			c.all = append(c.all, cur.clone())
		default:
			c.add(&cur)
		}
		if c.err == nil && visit != nil {
			c.err = visit(m.IndexInternalID)
		}
		return c.err
	})
}

// roundScore leaves out the last bits of a score, which depend on the order in which the engine added its terms up.
func roundScore(score float64) float64 {
	score = float64(float32(score))
	if math.IsNaN(score) || math.IsInf(score, 0) {
		return 0
	}
	return score
}

// finish returns the first matches in order.
func (c *collector) finish(ctx context.Context) ([]*match, error) {
	c.total = c.seen
	if c.group {
		for _, m := range c.groups {
			c.all = append(c.all, m)
		}
	}
	if c.group || c.sieve != nil {
		if err := c.settle(ctx); err != nil {
			return nil, err
		}
	}
	list, err := sortWithin(ctx, c.top.list, c.order.compare)
	return list, cmp.Or(c.err, err)
}

func (o Order) compare(a, b *match) int {
	switch {
	case o.before(a, b):
		return -1
	case o.before(b, a):
		return 1
	}
	return 0
}

// settle adds what is left of groups and near-duplicates.
func (c *collector) settle(ctx context.Context) (err error) {
	if c.sieve != nil {
		if c.all, err = sortWithin(ctx, c.all, c.order.compare); err != nil {
			return err
		}
		c.all = slices.DeleteFunc(c.all, func(m *match) bool {
			if ctx.Err() != nil || c.sieve.like(m.terms) >= 0 {
				return true
			}
			c.sieve.keep(m.terms)
			return false
		})
	}
	c.total = len(c.all)
	for _, m := range c.all {
		c.add(m)
	}
	return ctx.Err()
}

// valueReader returns the function that reads what a match is ordered, grouped and compared by.
func (c *collector) valueReader(skips bool) (func(*match) (article string, err error), error) {
	id, day, print := c.level.field(fieldID), c.level.field(fieldDayF), c.level.field(fieldPrintF)
	var fields []string
	if c.order == Newest || c.order == Oldest {
		fields = append(fields, day)
	}
	if c.group || skips {
		fields = append(fields, id)
	}
	if c.sieve != nil {
		fields = append(fields, print)
	}
	if len(fields) == 0 {
		return func(*match) (string, error) { return "", nil }, nil
	}
	values, err := c.reader.DocValueReader(fields)
	if err != nil {
		return nil, err
	}
	var cur *match
	var article string
	days := map[string]string{} // few, of many documents
	see := func(field string, term []byte) {
		switch field {
		case id:
			article = string(term)
		case day:
			if d, ok := days[string(term)]; ok {
				cur.day = d
			} else {
				cur.day = string(term)
				days[cur.day] = cur.day
			}
		case print:
			cur.terms = append(cur.terms, string(term))
		}
	}
	return func(m *match) (string, error) {
		cur, article = m, ""
		err := values.VisitDocValues(m.num, see)
		return article, err
	}, nil
}

func (m *match) clone() *match {
	own := *m
	own.num = slices.Clone(m.num)
	return &own
}

// key fills in the external id, which is read only where it decides.
func (c *collector) key(m *match) {
	if m.key == "" && c.err == nil {
		m.key, c.err = c.reader.ExternalID(m.num)
	}
}

// tied reports whether the order is decided by id.
func (c *collector) tied(a, b *match) bool {
	switch c.order {
	case ByScore:
		return a.score == b.score
	case Newest, Oldest:
		return a.day == b.day
	}
	return true
}

func (c *collector) add(m *match) {
	if c.after != nil {
		if c.tied(m, c.after) {
			c.key(m)
		}
		if !c.order.before(c.after, m) {
			return
		}
	}
	if c.top.size == 0 {
		return
	}
	if len(c.top.list) == c.top.size {
		last := c.top.list[0]
		if c.tied(m, last) {
			c.key(m)
		}
		if !c.order.before(m, last) {
			return
		}
	}
	c.key(m)
	if len(c.top.list) == c.top.size {
		c.top.list[0] = m.clone()
		heap.Fix(&c.top, 0)
		return
	}
	heap.Push(&c.top, m.clone())
}

// addGroup keeps the first match of each article.
func (c *collector) addGroup(article string, m *match) {
	old := c.groups[article]
	if old == nil || c.tied(m, old) {
		c.key(m)
	}
	if old == nil || c.order.before(m, old) {
		c.key(m)
		c.groups[article] = m.clone()
	}
}
