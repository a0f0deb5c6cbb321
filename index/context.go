package index

import (
	"context"

	"github.com/blevesearch/bleve/v2/index/scorch"
	api "github.com/blevesearch/bleve_index_api"
)

// A ctxReader is a snapshot whose lists of documents end with a context: bleve's searchers may go through millions of
// documents between two results.
type ctxReader struct {
	*scorch.IndexSnapshot
	ctx context.Context
}

// withContext returns r itself where the context cannot end.
func withContext(ctx context.Context, r api.IndexReader) api.IndexReader {
	if s, ok := r.(*scorch.IndexSnapshot); ok && ctx.Done() != nil {
		return &ctxReader{s, ctx}
	}
	return r
}

// TermFieldReader is that of the snapshot, ending with the context.
func (r *ctxReader) TermFieldReader(ctx context.Context, term []byte, field string, freq, norm, vectors bool) (api.TermFieldReader, error) {
	t, err := r.IndexSnapshot.TermFieldReader(ctx, term, field, freq, norm, vectors)
	if err != nil {
		return nil, err
	}
	return &ctxTerm{TermFieldReader: t, ctx: r.ctx}, nil
}

type ctxTerm struct {
	api.TermFieldReader
	ctx context.Context
	n   int
}

// ctxEvery is how many documents are read between two looks at the context.
const ctxEvery = 1024

func (t *ctxTerm) check() error {
	if t.n++; t.n%ctxEvery == 0 {
		return t.ctx.Err()
	}
	return nil
}

// Next is that of the snapshot, ending with the context.
func (t *ctxTerm) Next(d *api.TermFieldDoc) (*api.TermFieldDoc, error) {
	if err := t.check(); err != nil {
		return nil, err
	}
	return t.TermFieldReader.Next(d)
}

// Advance is that of the snapshot, ending with the context.
func (t *ctxTerm) Advance(id api.IndexInternalID, d *api.TermFieldDoc) (*api.TermFieldDoc, error) {
	if err := t.check(); err != nil {
		return nil, err
	}
	return t.TermFieldReader.Advance(id, d)
}

// Optimize hands on what bleve's searchers offer of their own accord.
func (t *ctxTerm) Optimize(kind string, o api.OptimizableContext) (api.OptimizableContext, error) {
	if opt, ok := t.TermFieldReader.(api.Optimizable); ok {
		return opt.Optimize(kind, o)
	}
	return nil, nil
}
