package index

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/blevesearch/bleve/v2/document"
	api "github.com/blevesearch/bleve_index_api"

	"github.com/dateline-nlp/dateline"
)

// Add adds the article of d and its quotes, in place of what the index holds under d.ID. When it returns nil they are on
// disk; after an error nothing has changed, but that after ErrBroken they may be there once the index is opened again. For
// many documents AddAll is several times faster.
func (ix *Index) Add(ctx context.Context, d *dateline.Document) error {
	docs, err := records(d)
	if err != nil {
		return fmt.Errorf("index: add %q: %w", d.ID, err)
	}
	_, err = ix.apply(ctx, []change{{id: d.ID, docs: docs}})
	return err
}

// Delete removes articles and their quotes and returns how many of the ids there were.
func (ix *Index) Delete(ctx context.Context, ids ...string) (int, error) {
	var list []change
	seen := map[string]bool{}
	for _, id := range ids {
		if !seen[id] && checkID(id) == nil {
			seen[id] = true
			list = append(list, change{id: id})
		}
	}
	more, err := ix.apply(ctx, list)
	return -more, err
}

// A change replaces what the index holds of one article; no docs: removes it.
type change struct {
	id   string
	docs []*document.Document
}

// beginWrite waits for the write under way and keeps others out; the caller calls endWrite where the error is nil.
func (ix *Index) beginWrite(ctx context.Context) error {
	if ix.readOnly {
		return ErrReadOnly
	}
	select {
	case ix.writing <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	err := ix.broken
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		ix.endWrite()
	}
	return err
}

func (ix *Index) endWrite() { <-ix.writing }

// apply makes the changes, of different articles, in one batch, and returns how many articles there are more than before.
func (ix *Index) apply(ctx context.Context, list []change) (more int, err error) {
	if err := ix.enter(); err != nil {
		return 0, err
	}
	defer ix.leave()
	if err := ix.beginWrite(ctx); err != nil {
		return 0, err
	}
	defer ix.endWrite()
	if len(list) == 0 {
		return 0, nil
	}
	batch := api.NewBatch()
	next := ix.state
	next.Generation++
	if err := guard(func() error { return ix.fill(batch, list, &next) }); err != nil {
		return 0, err
	}
	batch.SetInternal(stateKey, next.encode())
	// From here on there is no way back: an error leaves the engine in a state in which its next batch would panic.
	if err := guard(func() error { return ix.engine.Batch(batch) }); err != nil {
		ix.broken = errors.Join(ErrBroken, err)
		return 0, ix.broken
	}
	more = next.Articles - ix.state.Articles
	ix.mu.Lock()
	ix.state = next
	ix.mu.Unlock()
	if ix.dir != "" {
		if err := next.save(ix.dir); err != nil {
			ix.broken = errors.Join(ErrBroken, err)
			return 0, ix.broken
		}
	}
	ix.caches.drop()
	return more, nil
}

// fill turns changes into a batch and brings the state up to date.
func (ix *Index) fill(batch *api.Batch, list []change, next *state) error {
	r, err := ix.engine.Reader()
	if err != nil {
		return err
	}
	defer r.Close()
	for _, c := range list {
		old, err := keysOf(r, c.id)
		if err != nil {
			return err
		}
		for _, key := range old {
			batch.Delete(key)
			next.count(key, -1)
		}
		for i, d := range c.docs {
			if i == 0 {
				stamp := &builder{articleLevel, d}
				stamp.stored(fieldBatch, strconv.AppendUint(nil, next.Generation, 10))
			}
			batch.Update(d)
			next.count(d.ID(), 1)
		}
	}
	return nil
}

// count adds n documents of a key.
func (s *state) count(key string, n int) {
	if key[0] == byte(articleLevel) {
		s.Articles += n
	} else {
		s.Quotes += n
	}
	s.Digest += uint64(n) * hashID(key)
}

// keysOf returns the keys of the documents of an article.
func keysOf(r api.IndexReader, id string) (keys []string, err error) {
	key := articleKey(id)
	num, err := r.InternalID(key)
	if err != nil || num == nil {
		return nil, err
	}
	keys = append(keys, key)
	quotes, err := r.TermFieldReader(context.Background(), []byte(id), quoteLevel.field(fieldID), false, false, false)
	if err != nil {
		return nil, err
	}
	defer quotes.Close()
	for {
		t, err := quotes.Next(nil)
		if err != nil || t == nil {
			return keys, err
		}
		key, err := r.ExternalID(t.ID)
		if err != nil {
			return nil, err
		}
		keys = append(keys, key)
	}
}
