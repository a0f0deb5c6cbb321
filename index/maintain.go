package index

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	api "github.com/blevesearch/bleve_index_api"

	"github.com/dateline-nlp/dateline"
)

// A Health is what Check found.
type Health struct {
	Articles   int
	Quotes     int
	Generation uint64
	Problems   []error // in the order in which they were found; none: the index is whole
}

// Check reads every file and every record of the index and compares what it finds with what must be there. The error is one
// of checking; what is wrong with the index stands in Health.Problems, each an ErrDamaged.
func (ix *Index) Check(ctx context.Context) (Health, error) {
	var h Health
	s, err := ix.session(ctx)
	if err != nil {
		return h, err
	}
	defer s.close()
	for _, p := range s.parts {
		want, err := innerState(p.snapshot)
		if err != nil {
			return h, err
		}
		h.Generation += want.Generation
		for _, path := range segmentPaths(p.snapshot) {
			if err := checkSegment(path, false); err != nil {
				h.Problems = append(h.Problems, err)
			}
			if ctx.Err() != nil {
				return h, ctx.Err()
			}
		}
		if err := checkRecords(ctx, p.snapshot, want, &h); err != nil {
			return h, err
		}
	}
	return h, nil
}

// checkRecords reads every article and compares ids and numbers of quotes.
func checkRecords(ctx context.Context, r api.IndexReader, want state, h *Health) error {
	problem := func(format string, args ...any) {
		h.Problems = append(h.Problems, fmt.Errorf("%w: "+format, append([]any{ErrDamaged}, args...)...))
	}
	var ids []string
	quotes := map[string]int{}
	got := state{Format: formatVersion, Generation: want.Generation}
	err := guard(func() error {
		return eachID(r, func(key string) error {
			got.count(key, 1)
			if key[0] == byte(articleLevel) {
				ids = append(ids, key[1:])
			} else {
				id, _ := splitKey(key)
				quotes[id]++
			}
			return ctx.Err()
		})
	})
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		problem("the list of documents: %v", err)
		return nil
	}
	h.Articles, h.Quotes = h.Articles+got.Articles, h.Quotes+got.Quotes
	if !got.same(want) {
		problem("%d articles and %d quotes are there, %d and %d should be, or they are others", got.Articles, got.Quotes, want.Articles, want.Quotes)
	}
	for _, id := range ids {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		d, err := loadDocument(r, id)
		if err != nil {
			h.Problems = append(h.Problems, err)
		} else if len(d.Quotes) != quotes[id] {
			problem("article %q has %d quotes, %d are indexed", id, len(d.Quotes), quotes[id])
		}
		delete(quotes, id)
	}
	for id := range quotes {
		problem("quotes of %q are there without it", id)
	}
	return nil
}

// Copy writes a copy of the index, as it is now, into dir, which must not exist or be empty. The index can be used, and
// written to, meanwhile.
func (ix *Index) Copy(ctx context.Context, dir string) error {
	if err := ix.enter(); err != nil {
		return err
	}
	defer ix.leave()
	if err := ctx.Err(); err != nil {
		return err
	}
	if list, err := os.ReadDir(dir); err == nil && len(list) > 0 {
		return fmt.Errorf("%w: %s", ErrExists, dir)
	}
	c, ok := ix.bleve.(bleve.IndexCopyable)
	if !ok || ix.dir == "" {
		return errors.New("index: an index in memory is copied by adding its Documents to another")
	}
	err := guard(func() error { return c.CopyTo(bleve.FileSystemDirectory(dir)) })
	if err == nil {
		err = adoptCopy(dir)
	}
	if err != nil {
		return fmt.Errorf("index: copy to %s: %w", dir, err)
	}
	return nil
}

// Compact merges the files of the index into one, as after the last of many documents: it takes a sixth less of the disk, and
// searches are a little faster. It needs the room of a second index meanwhile. It changes nothing that is found.
func (ix *Index) Compact(ctx context.Context) error {
	if err := ix.enter(); err != nil {
		return err
	}
	defer ix.leave()
	if err := ix.beginWrite(ctx); err != nil {
		return err
	}
	defer ix.endWrite()
	s, ok := ix.engine.(*scorch.Scorch)
	if !ok || ix.dir == "" {
		return nil
	}
	if err := guard(func() error { return s.ForceMerge(ctx, nil) }); err != nil {
		return fmt.Errorf("index: compact %s: %w", ix.dir, err)
	}
	return nil
}

// adoptCopy writes the state file of a copy, from what is in it.
func adoptCopy(dir string) error {
	b, err := openBleve(dir, Options{}, true)
	if err != nil {
		return err
	}
	ix, err := start(b, dir, true, state{Format: formatVersion})
	if err == nil {
		err = ix.adopt(state{Format: formatVersion})
	}
	if cerr := guard(b.Close); err == nil {
		err = cerr
	}
	if err != nil {
		return err
	}
	return ix.state.saveClean(dir)
}

// Repair makes a new index of every article that can still be read in dir and of the documents of source, which may be nil
// and win over those in dir. It then stands in dir; what stood there is kept beside it, with ".damaged" added to the name.
// The Report lists what could not be read. Where a file is damaged the others are read by themselves, and articles that were
// deleted before may come back. It is also the way to bring an index to a new version, or to rebuild it from JSON
// Lines where nothing can be read: Reader.Documents of package jsonl is a source.
func Repair(ctx context.Context, dir string, source iter.Seq2[*dateline.Document, error], opt AddOptions) (Report, error) {
	dir = filepath.Clean(dir)
	if _, err := os.Stat(dir); err != nil {
		return Report{}, fmt.Errorf("index: %w", err)
	}
	fresh, kept := dir+".new", dir+".damaged"
	if _, err := os.Stat(kept); err == nil {
		return Report{}, fmt.Errorf("%w: %s, from an earlier repair", ErrExists, kept)
	}
	if !looksLikeIndex(dir) {
		return Report{}, fmt.Errorf("%w: %s has none of its files", ErrNotIndex, dir)
	}
	want, _ := loadState(dir)
	if verifyFiles(dir, want, Options{}) == nil { // the engine must not see a damaged file, not even to ask for the lock
		if b, err := openBleve(dir, Options{}, true); errors.Is(err, ErrLocked) {
			return Report{}, err
		} else if err == nil {
			_ = guard(b.Close)
		}
	}
	if err := os.RemoveAll(fresh); err != nil {
		return Report{}, fmt.Errorf("index: %w", err)
	}
	ix, err := Create(fresh, Options{})
	if err != nil {
		return Report{}, err
	}
	report, err := ix.AddAll(ctx, both(salvage(ctx, dir), source), opt)
	if cerr := ix.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Rename(dir, kept)
	}
	if err == nil {
		if err = os.Rename(fresh, dir); err != nil {
			err = errors.Join(err, os.Rename(kept, dir))
		}
	}
	if err != nil {
		return report, fmt.Errorf("index: repair %s: %w", dir, errors.Join(err, os.RemoveAll(fresh)))
	}
	return report, nil
}

// looksLikeIndex reports whether dir is empty or holds anything that an index is made of: a directory of something else is
// not to be moved aside.
func looksLikeIndex(dir string) bool {
	list, err := os.ReadDir(dir)
	return err == nil && (len(list) == 0 || slices.ContainsFunc(list, func(e os.DirEntry) bool {
		return e.Name() == stateFile || e.Name() == "index_meta.json" || e.Name() == filepath.Base(storePath(dir))
	}))
}
