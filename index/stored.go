package index

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/blevesearch/bleve/v2/index/scorch"
	api "github.com/blevesearch/bleve_index_api"
)

// readStored is readFields for a document by its key.
func readStored(r api.IndexReader, key string, names ...string) (map[string][]byte, error) {
	num, err := r.InternalID(key)
	if err != nil {
		return nil, err
	}
	if num == nil {
		return nil, fmt.Errorf("%w: document %q is not there", ErrDamaged, key)
	}
	return readFields(r, num, names...)
}

// readFields returns the stored fields of a document with one of the names; no names: all of them. It reads past bleve's
// Document, which looks the number up again and copies every field.
func readFields(r api.IndexReader, num api.IndexInternalID, names ...string) (map[string][]byte, error) {
	out := make(map[string][]byte, len(names))
	var snapshot *scorch.IndexSnapshot
	switch r := r.(type) {
	case *scorch.IndexSnapshot:
		snapshot = r
	case *ctxReader:
		snapshot = r.IndexSnapshot
	default:
		return nil, fmt.Errorf("index: stored fields of a %T", r)
	}
	n := num.Value()
	for _, s := range snapshot.Segments() {
		if size := uint64(s.FullSize()); n >= size {
			n -= size
			continue
		}
		err := s.VisitDocument(n, func(name string, _ byte, value []byte, _ []uint64) bool {
			if len(names) == 0 || slices.Contains(names, name) {
				out[name] = append([]byte(nil), value...)
			}
			return len(names) == 0 || len(out) < len(names)
		})
		return out, err
	}
	return nil, fmt.Errorf("%w: there is no document %d", ErrDamaged, num.Value())
}

func unmarshalStored(key string, b []byte, to any) error {
	if err := json.Unmarshal(b, to); err != nil {
		return fmt.Errorf("%w: document %q: %v", ErrDamaged, key, err)
	}
	return nil
}
