package index

// Checksums of bleve's files, which bleve itself does not look at.
//
// A segment (*.zap) ends in a CRC-32 (IEEE) of all that comes before. root.bolt begins with two meta pages, each with an FNV
// checksum; the newer valid one says how many pages there are. A file that is shorter would be read past its end, which no
// Go program survives.

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"hash/fnv"
	"io"
	"os"

	"github.com/blevesearch/bleve/v2/index/scorch"
	api "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// minSegment is the size of the footer of a segment.
const minSegment = 44

// checkSegment reads a segment and compares its checksum; trusting, it only looks whether it can be one.
func checkSegment(path string, trust bool) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if info.Size() < minSegment {
		return fmt.Errorf("%w: %s has %d bytes", ErrDamaged, path, info.Size())
	}
	if trust {
		return nil
	}
	h := crc32.NewIEEE()
	var sum [4]byte
	if _, err = io.CopyN(h, f, info.Size()-4); err == nil {
		_, err = io.ReadFull(f, sum[:])
	}
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if binary.BigEndian.Uint32(sum[:]) != h.Sum32() {
		return fmt.Errorf("%w: %s has changed", ErrDamaged, path)
	}
	return nil
}

// segmentPaths returns the files that a snapshot reads.
func segmentPaths(r api.IndexReader) (out []string) {
	snapshot, ok := r.(*scorch.IndexSnapshot)
	if !ok {
		return nil
	}
	for _, s := range snapshot.Segments() {
		if p, ok := s.Segment().(segment.PersistedSegment); ok {
			out = append(out, p.Path())
		}
	}
	return out
}

const (
	boltMagic      = 0xED0CDAED
	boltHeader     = 16 // of a page, before its content
	boltMeta       = 64
	boltPages      = 40 // where in the meta the number of pages stands
	boltTx         = 48
	boltSum        = 56
	boltSmallPages = 512 // smallest page that is looked for
)

// checkBolt reports whether root.bolt is as long as it says.
func checkBolt(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	var need, newest uint64
	found := false
	for _, at := range boltMetas(f) {
		meta := make([]byte, boltMeta)
		if _, err := f.ReadAt(meta, at+boltHeader); err != nil || !validMeta(meta) {
			continue
		}
		if tx := binary.NativeEndian.Uint64(meta[boltTx:]); !found || tx > newest {
			found, newest = true, tx
			need = binary.NativeEndian.Uint64(meta[boltPages:]) * uint64(binary.NativeEndian.Uint32(meta[8:]))
		}
	}
	if !found || need > uint64(info.Size()) {
		return fmt.Errorf("%w: %s is cut short or has changed", ErrDamaged, path)
	}
	return nil
}

// boltMetas returns where the meta pages may begin: the second depends on the size of pages, which the first may have lost.
func boltMetas(f *os.File) []int64 {
	out := []int64{0}
	for size := int64(boltSmallPages); size <= 64<<10; size *= 2 {
		out = append(out, size)
	}
	return out
}

func validMeta(meta []byte) bool {
	h := fnv.New64a()
	h.Write(meta[:boltSum])
	return binary.NativeEndian.Uint32(meta) == boltMagic && binary.NativeEndian.Uint64(meta[boltSum:]) == h.Sum64()
}
