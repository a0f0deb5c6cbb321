package index

// dateline.json holds what the index must be: generation, numbers of documents, a digest of their ids. The same is written
// into the index with every batch. bleve falls back to an older snapshot where the newest cannot be read, without an error;
// the generation inside is then behind that in the file. The file is written after the batch, so it is never ahead unless
// something was lost.
//
// After a clean Close it also holds the checksum of root.bolt, which has none of its own. While the index is open for writing,
// and after a crash, it does not; opening then compares the digest with the ids that are really there.

import (
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"hash/fnv"
	"io"
	"os"
	"path/filepath"
)

const stateFile = "dateline.json"

// stateKey is the key of the state inside the index.
var stateKey = []byte("dateline")

type state struct {
	Format     int    `json:"format"`
	Generation uint64 `json:"generation"`
	Articles   int    `json:"articles"`
	Quotes     int    `json:"quotes"`
	Digest     uint64 `json:"digest"` // sum over hashID of every document
	Clean      bool   `json:"clean"`  // closed, and Bolt is the checksum of root.bolt
	Bolt       uint32 `json:"bolt,omitempty"`
}

func hashID(key string) uint64 {
	h := fnv.New64a()
	io.WriteString(h, key)
	return h.Sum64()
}

func (s state) encode() []byte {
	s.Clean, s.Bolt = false, 0
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // numbers only
	}
	return b
}

// same reports whether s and t describe the same content.
func (s state) same(t state) bool {
	s.Clean, s.Bolt, t.Clean, t.Bolt = false, 0, false, 0
	return s == t
}

func isIndex(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, stateFile))
	return err == nil
}

func loadState(dir string) (s state, err error) {
	b, err := os.ReadFile(filepath.Join(dir, stateFile))
	if errors.Is(err, os.ErrNotExist) {
		if _, err := os.Stat(dir); err != nil {
			return s, fmt.Errorf("index: %w", err)
		}
		return s, fmt.Errorf("%w: %s has no %s", ErrNotIndex, dir, stateFile)
	}
	if err != nil {
		return s, fmt.Errorf("index: %w", err)
	}
	if err := json.Unmarshal(b, &s); err != nil {
		return s, fmt.Errorf("%w: %s: %v", ErrDamaged, filepath.Join(dir, stateFile), err)
	}
	if s.Format != formatVersion {
		return s, fmt.Errorf("%w: %s has format %d, this is %d", ErrVersion, dir, s.Format, formatVersion)
	}
	return s, nil
}

// save replaces the file as a whole.
func (s state) save(dir string) error {
	b, err := json.Marshal(s)
	if err == nil {
		err = writeFile(filepath.Join(dir, stateFile), append(b, '\n'))
	}
	if err != nil {
		return fmt.Errorf("index: %w", err)
	}
	return nil
}

// writeFile writes a file so that it is there in the old or the new form, whatever happens.
func writeFile(path string, data []byte) error {
	tmp := path + ".new"
	f, err := os.OpenFile(tmp, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(tmp, path)
	}
	if err != nil {
		os.Remove(tmp)
		return err
	}
	syncDir(filepath.Dir(path))
	return nil
}

// syncDir makes a renamed file last. Not every system can sync a directory, so that failing is no error.
func syncDir(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}

// saveClean is save after a clean Close.
func (s state) saveClean(dir string) error {
	sum, err := checksum(boltPath(dir))
	if err != nil {
		return fmt.Errorf("index: %w", err)
	}
	s.Clean, s.Bolt = true, sum
	return s.save(dir)
}

func storePath(dir string) string { return filepath.Join(dir, "store") }

func boltPath(dir string) string { return filepath.Join(storePath(dir), "root.bolt") }

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func checksum(path string) (uint32, error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	h := crc32.New(castagnoli)
	_, err = io.Copy(h, f)
	return h.Sum32(), err
}
