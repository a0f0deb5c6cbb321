package index

import (
	"context"
	"errors"
	"fmt"

	"github.com/blevesearch/bleve/v2/search"
	api "github.com/blevesearch/bleve_index_api"
)

// A session is one state of an index, for one operation.
type session struct {
	ctx        context.Context
	ix         *Index
	parts      []*part // one, or one for each index that was joined
	generation uint64  // tells states apart, for what is kept of them
	writes     uint64  // acknowledged, as Index.Generation counts
	locked     bool    // none of the indexes can be closed
}

// A part is one snapshot.
type part struct {
	ix         *Index
	n          int // its place among the parts
	ctx        context.Context
	snapshot   api.IndexReader
	reader     api.IndexReader // of snapshot, ending with ctx
	generation uint64
	skip       map[string]bool // articles that an earlier part has too
}

// during runs f over the present state.
func (ix *Index) during(ctx context.Context, f func(*session) error) error {
	s, err := ix.session(ctx)
	if err != nil {
		return err
	}
	defer s.close()
	return guard(func() error { return f(s) })
}

// session takes the present state. The caller closes it.
func (ix *Index) session(ctx context.Context) (*session, error) {
	s := &session{ctx: ctx, ix: ix}
	if err := s.lock(); err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		s.close()
		return nil, err
	}
	for n, m := range ix.parts() {
		p, err := m.part(ctx, n)
		if err != nil {
			s.close()
			return nil, err
		}
		s.parts = append(s.parts, p)
		s.generation = s.generation*1_000_003 + p.generation
		s.writes += p.generation
	}
	if err := s.findSkips(); err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

// parts returns the indexes that are searched.
func (ix *Index) parts() []*Index {
	if len(ix.members) > 0 {
		return ix.members
	}
	return []*Index{ix}
}

func (ix *Index) part(ctx context.Context, n int) (*part, error) {
	r, err := ix.engine.Reader()
	if err != nil {
		return nil, fmt.Errorf("index: %s: %w", ix.dir, err)
	}
	st, err := innerState(r)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("index: %s: %w", ix.dir, err), r.Close())
	}
	return &part{ix: ix, n: n, ctx: ctx, snapshot: r, reader: withContext(ctx, r), generation: st.Generation}, nil
}

// lock keeps the indexes from being closed.
func (s *session) lock() error {
	if err := s.ix.enter(); err != nil {
		return err
	}
	for i, m := range s.ix.members {
		if err := m.enter(); err != nil {
			for _, m := range s.ix.members[:i] {
				m.leave()
			}
			s.ix.leave()
			return fmt.Errorf("%w: %s", err, m.dir)
		}
	}
	s.locked = true
	return nil
}

func (s *session) unlock() {
	if !s.locked {
		return
	}
	s.locked = false
	for _, m := range s.ix.members {
		m.leave()
	}
	s.ix.leave()
}

func (s *session) close() {
	for _, p := range s.parts {
		_ = p.snapshot.Close()
	}
	s.unlock()
}

// findSkips notes which articles an earlier part has too.
func (s *session) findSkips() error {
	if len(s.parts) < 2 {
		return nil
	}
	skips, ok := s.ix.caches.skipped(s.generation)
	if !ok {
		seen := map[string]bool{}
		for _, p := range s.parts {
			ids, err := articleIDs(p.ctx, p.snapshot)
			if err != nil {
				return fmt.Errorf("index: %s: %w", p.ix.dir, err)
			}
			var skip map[string]bool
			for _, id := range ids {
				if seen[id] {
					if skip == nil {
						skip = map[string]bool{}
					}
					skip[id] = true
				}
				seen[id] = true
			}
			skips = append(skips, skip)
		}
		s.ix.caches.putSkipped(s.generation, skips)
	}
	for i, p := range s.parts {
		p.skip = skips[i]
	}
	return nil
}

// compile returns the searcher of q. The caller closes it.
func (p *part) compile(q *Query, l level, vector bool) (search.Searcher, error) {
	if err := q.checkDepth(); err != nil {
		return nil, err
	}
	c := &compiler{ctx: p.ctx, reader: p.reader, places: p.ix.caches.placeTable(p.generation), level: l, vector: vector}
	return c.query(q)
}

// values are the doc values of one document, by the name of the field without its level. They are good until the next one.
type values map[string][]string

// scan calls f with the doc values of everything that q finds, in no order that means something.
func (s *session) scan(q *Query, l level, fields []string, f func(values) error) error {
	for _, p := range s.parts {
		if err := p.scan(q, l, fields, f); err != nil {
			return err
		}
	}
	return nil
}

func (p *part) scan(q *Query, l level, fields []string, f func(values) error) error {
	sr, err := p.compile(q, l, false)
	if err != nil {
		return err
	}
	defer sr.Close()
	var names []string
	for _, name := range fields {
		names = append(names, l.field(name))
	}
	if len(p.skip) > 0 {
		names = appendNew(names, l.field(fieldID))
	}
	reader, err := p.reader.DocValueReader(names)
	if err != nil {
		return err
	}
	v := values{}
	visit := func(field string, term []byte) { v[field[1:]] = append(v[field[1:]], string(term)) }
	return each(p.ctx, p.reader, sr, func(m *search.DocumentMatch) error {
		for k := range v {
			v[k] = v[k][:0]
		}
		if err := reader.VisitDocValues(m.IndexInternalID, visit); err != nil {
			return err
		}
		if id := v[fieldID]; len(p.skip) > 0 && len(id) == 1 && p.skip[id[0]] {
			return nil
		}
		return f(v)
	})
}
