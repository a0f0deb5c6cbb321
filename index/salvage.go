package index

// What can still be read of a damaged index.
//
// Where files and ids are as they should be, as of an index of another version, the engine reads it. Else it is not asked,
// because it trusts what it reads: each segment whose checksum is right is read by itself. Of several versions of an article
// the one of the latest batch counts; what was deleted is not known then.

import (
	"context"
	"iter"
	"maps"
	"path/filepath"
	"slices"
	"strconv"

	zap "github.com/blevesearch/zapx/v17"

	segment "github.com/blevesearch/scorch_segment_api/v2"

	"github.com/dateline-nlp/dateline"
)

func both(a, b iter.Seq2[*dateline.Document, error]) iter.Seq2[*dateline.Document, error] {
	return func(yield func(*dateline.Document, error) bool) {
		for _, seq := range []iter.Seq2[*dateline.Document, error]{a, b} {
			if seq == nil {
				continue
			}
			for d, err := range seq {
				if !yield(d, err) {
					return
				}
			}
		}
	}
}

// salvage returns what can be read in a damaged index.
func salvage(ctx context.Context, dir string) iter.Seq2[*dateline.Document, error] {
	want, _ := loadState(dir) // one that cannot be read asks for nothing
	err := verifyFiles(dir, want, Options{})
	if err == nil {
		err = verifyContent(dir, want, Options{})
	}
	if err == nil {
		return salvageWhole(ctx, dir)
	}
	return func(yield func(*dateline.Document, error) bool) {
		if !yield(nil, err) {
			return
		}
		list, err := filepath.Glob(filepath.Join(storePath(dir), "*.zap"))
		if err != nil {
			yield(nil, err)
			return
		}
		salvageSegments(ctx, list, yield)
	}
}

// salvageWhole reads an index that is whole, but for the file of its state.
func salvageWhole(ctx context.Context, dir string) iter.Seq2[*dateline.Document, error] {
	return func(yield func(*dateline.Document, error) bool) {
		b, err := openBleve(dir, Options{}, true)
		if err != nil {
			yield(nil, err)
			return
		}
		defer func() { _ = guard(b.Close) }()
		ix, err := start(b, dir, true, state{})
		if err != nil {
			yield(nil, err)
			return
		}
		for d, err := range ix.Documents(ctx) {
			if !yield(d, err) {
				return
			}
		}
	}
}

// A version is an article as it stands in a segment.
type version struct {
	segment segment.Segment
	num     uint64
	batch   uint64
}

// salvageSegments yields the latest version of every article in the segments that are as they were written.
func salvageSegments(ctx context.Context, paths []string, yield func(*dateline.Document, error) bool) {
	latest := map[string]version{}
	for _, path := range paths {
		var s segment.Segment
		err := checkSegment(path, false)
		if err == nil {
			err = guard(func() (err error) {
				if s, err = (&zap.ZapPlugin{}).Open(path); err == nil {
					err = listVersions(s, latest)
				}
				return err
			})
		}
		if s != nil {
			defer s.Close()
		}
		if err != nil && !yield(nil, err) {
			return
		}
	}
	for _, id := range slices.Sorted(maps.Keys(latest)) {
		v := latest[id]
		var d *dateline.Document
		err := guard(func() error {
			stored, err := storedIn(v.segment, v.num)
			if err == nil {
				d, err = decodeDocument(id, stored)
			}
			return err
		})
		if ctx.Err() != nil || !yield(d, err) {
			return
		}
	}
}

// listVersions notes the articles of s that are later than those known.
func listVersions(s segment.Segment, latest map[string]version) error {
	for num := range s.Count() {
		key, err := s.DocID(num)
		if err != nil {
			return err
		}
		if len(key) < 2 || key[0] != byte(articleLevel) {
			continue
		}
		stored, err := storedIn(s, num, articleLevel.field(fieldBatch))
		if err != nil {
			return err
		}
		batch, _ := strconv.ParseUint(string(stored[articleLevel.field(fieldBatch)]), 10, 64)
		if old, ok := latest[string(key[1:])]; !ok || batch > old.batch {
			latest[string(key[1:])] = version{s, num, batch}
		}
	}
	return nil
}

// storedIn returns stored fields of a document of s: those with one of the names, or all.
func storedIn(s segment.Segment, num uint64, names ...string) (map[string][]byte, error) {
	out := map[string][]byte{}
	err := s.VisitStoredFields(num, func(name string, _ byte, value []byte, _ []uint64) bool {
		if len(names) == 0 || slices.Contains(names, name) {
			out[name] = append([]byte(nil), value...)
		}
		return true
	})
	return out, err
}
