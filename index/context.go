package index

import (
	"context"
	"slices"

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
	n   int // read since the last look at the context
}

// ctxEvery is how many documents, or twice as many positions in documents, are read between two looks at the context.
const ctxEvery = 1024

func (t *ctxTerm) check() error {
	if t.n++; t.n >= ctxEvery {
		t.n = 0
		return t.ctx.Err()
	}
	return nil
}

// read counts the positions in d.
func (t *ctxTerm) read(d *api.TermFieldDoc, err error) (*api.TermFieldDoc, error) {
	if d != nil {
		t.n += len(d.Vectors) / 2
	}
	return d, err
}

// Next is that of the snapshot, ending with the context.
func (t *ctxTerm) Next(d *api.TermFieldDoc) (*api.TermFieldDoc, error) {
	if err := t.check(); err != nil {
		return nil, err
	}
	return t.read(t.TermFieldReader.Next(d))
}

// Advance is that of the snapshot, ending with the context.
func (t *ctxTerm) Advance(id api.IndexInternalID, d *api.TermFieldDoc) (*api.TermFieldDoc, error) {
	if err := t.check(); err != nil {
		return nil, err
	}
	return t.read(t.TermFieldReader.Advance(id, d))
}

// Optimize hands on what bleve's searchers offer of their own accord.
func (t *ctxTerm) Optimize(kind string, o api.OptimizableContext) (api.OptimizableContext, error) {
	if opt, ok := t.TermFieldReader.(api.Optimizable); ok {
		return opt.Optimize(kind, o)
	}
	return nil, nil
}

// sortWithin is slices.SortStableFunc, ending with ctx.
func sortWithin[T any](ctx context.Context, list []T, compare func(a, b T) int) ([]T, error) {
	const run = 4096
	for part := range slices.Chunk(list, run) {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		slices.SortStableFunc(part, compare)
	}
	if len(list) <= run {
		return list, nil
	}
	from, to := list, make([]T, len(list))
	for size := run; size < len(list); size *= 2 {
		for at := 0; at < len(list); at += 2 * size {
			mid, end := min(at+size, len(list)), min(at+2*size, len(list))
			if err := merge(ctx, to[at:end], from[at:mid], from[mid:end], compare); err != nil {
				return nil, err
			}
		}
		from, to = to, from
	}
	return from, nil
}

// merge fills out with the elements of a and b, which are sorted, in order.
func merge[T any](ctx context.Context, out, a, b []T, compare func(a, b T) int) error {
	for n := range out {
		if n%ctxEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if len(b) == 0 || len(a) > 0 && compare(a[0], b[0]) <= 0 {
			out[n], a = a[0], a[1:]
		} else {
			out[n], b = b[0], b[1:]
		}
	}
	return nil
}
