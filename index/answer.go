package index

import "github.com/dateline-nlp/dateline"

func (s *session) find(req *Request) (*Page, error) {
	if err := req.Query.checkDepth(); err != nil {
		return nil, err
	}
	l := req.Target.level(&req.Query)
	order := req.Order
	if order == ByDefault {
		order = Newest
		if req.Query.hasWords(l) {
			order = ByScore
		}
	}
	size := req.Size
	if size == 0 {
		size = DefaultSize
	}
	after, err := decodeCursor(req, order)
	if err != nil {
		return nil, err
	}
	ans, err := s.answer(req, l, order, after, size)
	if err != nil {
		return nil, err
	}
	page := &Page{Generation: s.writes, Total: ans.total, Facets: cloneFacets(ans.facets)}
	matches := ans.matches
	if len(matches) > size && size > 0 {
		matches = matches[:size]
		page.Next = encodeCursor(req, order, matches[size-1])
	}
	page.Hits, err = s.hits(&req.Query, l, matches, req.Plain)
	return page, err
}

// answer collects what req finds. With facets, which take longest, the answer is kept for as long as the index stays as it is.
func (s *session) answer(req *Request, l level, order Order, after *match, size int) (ans answer, err error) {
	key := ""
	if len(req.Facets) > 0 {
		key = cacheKey(req, order)
		if ans, ok := s.ix.caches.get(s.generation, key); ok {
			kept := ans.matches
			ans.matches = nil
			for _, m := range kept { // the engine may have renumbered them since
				own := *m
				own.num = nil
				ans.matches = append(ans.matches, &own)
			}
			return ans, nil
		}
	}
	col := &collector{level: l, order: order, after: after, group: req.Collapse && l == quoteLevel, top: top{order: order}}
	if req.Distinct {
		col.sieve = newSieve(l)
	}
	if size > 0 {
		col.top.size = size + 1 // one more tells whether there is another page
	}
	count := &counter{facets: req.Facets}
	for _, p := range s.parts {
		if err := p.gather(req, l, col, count); err != nil {
			return ans, err
		}
	}
	if ans.matches, err = col.finish(s.ctx); err != nil {
		return ans, err
	}
	ans.total = col.total
	if ans.facets, err = count.result(s.ctx, col.seen); err != nil {
		return ans, err
	}
	if key != "" {
		s.ix.caches.put(s.generation, key, ans)
	}
	return ans, nil
}

// gather adds what req finds in p.
func (p *part) gather(req *Request, l level, col *collector, count *counter) error {
	visit, err := count.visitor(p.reader, l)
	if err != nil {
		return err
	}
	sr, err := p.compile(&req.Query, l, false)
	if err != nil {
		return err
	}
	defer sr.Close()
	return col.run(p, sr, visit)
}

// hits loads the matches and, unless plain, finds the words of the query in them.
func (s *session) hits(q *Query, l level, matches []*match, plain bool) ([]Hit, error) {
	said, _ := q.split() // what articles are found by the quotes of is marked in these
	inQuotes := !plain && l == articleLevel && said.hasWords(quoteLevel)
	marks := !plain && q.hasWords(l)
	loaders := make([]*loader, len(s.parts))
	for _, p := range s.parts {
		var own []*match
		for _, m := range matches {
			if m.part == p.n {
				own = append(own, m)
			}
		}
		ld := &loader{reader: p.snapshot, level: l}
		loaders[p.n] = ld
		if len(own) == 0 {
			continue
		}
		var err error
		if marks {
			ld.marks, err = p.marks(q, l, own)
		}
		if err == nil && inQuotes {
			err = p.quoteMarks(&said, own, ld)
		}
		if err != nil {
			return nil, err
		}
	}
	out := make([]Hit, 0, len(matches))
	for _, m := range matches {
		if s.ctx.Err() != nil {
			return nil, s.ctx.Err()
		}
		h, err := loaders[m.part].load(m)
		if err != nil {
			return nil, err
		}
		out = append(out, h)
	}
	return out, nil
}

// marks finds the words of q in the matches.
func (p *part) marks(q *Query, l level, matches []*match) (map[string][]mark, error) {
	sr, err := p.compile(q, l, true)
	if err != nil {
		return nil, err
	}
	defer sr.Close()
	return findMarks(p.reader, sr, matches)
}

// quoteMarks gives ld the words of q in those quotes of the articles that it finds.
func (p *part) quoteMarks(q *Query, articles []*match, ld *loader) error {
	ids := make([]string, 0, len(articles))
	for _, m := range articles {
		ids = append(ids, m.key[1:])
	}
	quotes, err := p.quotesOf(q, ids)
	if err != nil {
		return err
	}
	quoted := &loader{reader: p.snapshot, level: quoteLevel}
	if quoted.marks, err = p.marks(q, quoteLevel, quotes); err != nil {
		return err
	}
	ld.spans = map[string][]dateline.Span{}
	for _, m := range quotes {
		h, err := quoted.load(m)
		if err != nil {
			return err
		}
		for _, f := range h.Fragments {
			ld.spans[h.ID] = append(ld.spans[h.ID], f.Marks...)
		}
	}
	return nil
}

// quotesOf finds the first quotes that q finds in the articles with the ids.
func (p *part) quotesOf(q *Query, ids []string) ([]*match, error) {
	c := &compiler{ctx: p.ctx, reader: p.reader, places: p.ix.caches.placeTable(p.generation), level: quoteLevel}
	cl := &clause{}
	filter, err := c.terms(fieldID, ids)
	if err != nil {
		return nil, err
	}
	cl.filter = append(cl.filter, filter)
	found, err := c.query(q)
	if err != nil {
		cl.close()
		return nil, err
	}
	cl.scored = append(cl.scored, found)
	sr, err := c.join(cl)
	if err != nil {
		return nil, err
	}
	defer sr.Close()
	col := &collector{level: quoteLevel, order: ByID, top: top{order: ByID, size: maxFragments * len(ids)}}
	if err := col.run(p, sr, nil); err != nil {
		return nil, err
	}
	return col.finish(p.ctx)
}
