package index

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2"
	api "github.com/blevesearch/bleve_index_api"
)

// open opens and verifies. What could be damaged is looked at before the engine opens it for writing, because the engine
// would delete what it cannot read.
func open(dir string, opt Options, readOnly bool) (*Index, error) {
	for try := 0; ; try++ {
		want, err := loadState(dir)
		if err != nil {
			return nil, err
		}
		verr := verifyFiles(dir, want, opt)
		if verr == nil && !want.Clean {
			verr = verifyContent(dir, want, opt)
		}
		if errors.Is(verr, ErrLocked) {
			return nil, verr
		}
		ix, again, err := openAs(dir, opt, readOnly, want, verr)
		if !again || try == 3 {
			return ix, err
		}
	}
}

// openAs opens the index that was found to be as want, or damaged for the reason verr. Another process may have written in
// between; then again is true.
func openAs(dir string, opt Options, readOnly bool, want state, verr error) (ix *Index, again bool, err error) {
	if verr != nil {
		now, err := loadState(dir)
		if err == nil && now != want {
			return nil, true, verr
		}
		return nil, false, verr
	}
	b, err := openBleve(dir, opt, readOnly)
	if err != nil {
		return nil, false, err
	}
	now, err := loadState(dir)
	if err != nil || now != want {
		return nil, err == nil, errors.Join(err, guard(b.Close))
	}
	ix, err = start(b, dir, readOnly, want)
	if err == nil {
		err = ix.adopt(want)
	}
	if err == nil && !readOnly {
		s := ix.state
		s.Clean, s.Bolt = false, 0
		ix.state = s
		err = s.save(dir)
	}
	if err != nil {
		_ = guard(b.Close)
		return nil, false, err
	}
	return ix, false, nil
}

func openBleve(dir string, opt Options, readOnly bool) (b bleve.Index, err error) {
	gerr := guard(func() error {
		b, err = bleve.OpenUsing(dir, config(opt, readOnly))
		return nil
	})
	switch {
	case gerr != nil:
		return nil, gerr
	case err != nil && err.Error() == "timeout": // of bolt, waiting for the lock
		return nil, fmt.Errorf("%w: %s is locked", ErrLocked, boltPath(dir))
	case err != nil:
		return nil, fmt.Errorf("%w: %s: %v", ErrDamaged, dir, err)
	}
	return b, nil
}

// adopt takes over the state inside the index, which may be one batch ahead of the file after a crash.
func (ix *Index) adopt(want state) error {
	return guard(func() error {
		r, err := ix.engine.Reader()
		if err != nil {
			return err
		}
		defer r.Close()
		got, err := innerState(r)
		if err != nil {
			return err
		}
		if got.Generation < want.Generation || got.Generation == want.Generation && !got.same(want) {
			return fmt.Errorf("%w: %s holds generation %d, not %d: acknowledged documents are missing", ErrDamaged, ix.dir, got.Generation, want.Generation)
		}
		n, err := r.DocCount()
		if err != nil {
			return err
		}
		if int(n) != got.Articles+got.Quotes {
			return fmt.Errorf("%w: %s holds %d documents, not %d", ErrDamaged, ix.dir, n, got.Articles+got.Quotes)
		}
		got.Clean, got.Bolt = want.Clean, want.Bolt
		ix.state = got
		return nil
	})
}

// innerState reads the state that the last batch wrote; that of an empty index is zero but for the format.
func innerState(r api.IndexReader) (s state, err error) {
	b, err := r.GetInternal(stateKey)
	if err != nil {
		return s, err
	}
	if b == nil {
		return state{Format: formatVersion}, nil
	}
	if err := json.Unmarshal(b, &s); err != nil {
		return s, fmt.Errorf("%w: its own record: %v", ErrDamaged, err)
	}
	if !bytes.Equal(s.encode(), b) {
		return s, fmt.Errorf("%w: its own record has changed", ErrDamaged)
	}
	return s, nil
}

// verifyContent compares, in an index that was not closed, the ids that are there with the digest.
func verifyContent(dir string, want state, opt Options) error {
	b, err := openBleve(dir, opt, true)
	if err != nil {
		return err
	}
	defer func() { _ = guard(b.Close) }()
	ix, err := start(b, dir, true, want)
	if err != nil {
		return err
	}
	if err := ix.adopt(want); err != nil {
		return err
	}
	return guard(func() error {
		r, err := ix.engine.Reader()
		if err != nil {
			return err
		}
		defer r.Close()
		digest := uint64(0)
		err = eachID(r, func(key string) error {
			digest += hashID(key)
			return nil
		})
		if err == nil && digest != ix.state.Digest {
			err = fmt.Errorf("%w: %s holds other documents than it should", ErrDamaged, dir)
		}
		return err
	})
}

// eachID calls f with the external id of every document.
func eachID(r api.IndexReader, f func(key string) error) error {
	ids, err := r.DocIDReaderAll()
	if err != nil {
		return err
	}
	defer ids.Close()
	for {
		num, err := ids.Next()
		if err != nil || num == nil {
			return err
		}
		key, err := r.ExternalID(num)
		if err != nil {
			return err
		}
		if err := f(key); err != nil {
			return err
		}
	}
}

// verifyFiles checks what can be checked without the engine, which must not see a damaged segment: it takes a length from it
// and ends the process when there is not so much memory.
func verifyFiles(dir string, want state, opt Options) error {
	if _, err := os.Stat(filepath.Join(dir, "index_meta.json")); err != nil {
		return fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	var bolt []byte // of an index that was not closed
	if want.Clean {
		sum, err := checksum(boltPath(dir))
		if err != nil {
			return fmt.Errorf("%w: %v", ErrDamaged, err)
		}
		if sum != want.Bolt {
			return fmt.Errorf("%w: %s has changed", ErrDamaged, boltPath(dir))
		}
	} else {
		err := checkBolt(boltPath(dir))
		if err == nil {
			bolt, err = os.ReadFile(boltPath(dir))
		}
		if err != nil {
			return fmt.Errorf("%w: %w", ErrDamaged, err)
		}
	}
	list, err := filepath.Glob(filepath.Join(storePath(dir), "*.zap"))
	if err != nil {
		return fmt.Errorf("index: %w", err)
	}
	for _, path := range list {
		err := checkSegment(path, opt.Trust && want.Clean)
		if err == nil || errors.Is(err, os.ErrNotExist) { // gone: merged away meanwhile, or missed by the engine
			continue
		}
		if !want.Clean && !bytes.Contains(bolt, []byte(filepath.Base(path))) {
			continue // a crash left it half-written: root.bolt does not name it, so that nobody reads it
		}
		return err
	}
	return nil
}
