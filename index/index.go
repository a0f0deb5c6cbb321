// Package index finds what was said, by whom, about whom, where and when: a full-text index of dateline Documents whose
// hits are quotes or articles.
//
//	ix, err := index.Create(dir, index.Options{})
//	err = ix.Add(ctx, doc)
//	hits, err := ix.Search(ctx, index.Query{Speaker: "Stoltenberg", Said: `"NATO mission"`})
//
// An article is replaced by adding another Document with its id; article and quotes change together or not at all. What Add,
// AddAll or Delete acknowledged is on disk. A Query can also be written as text: see ParseQuery.
//
// # Damage
//
// Beside bleve's files the index keeps a small file of its own, dateline.json, with its generation and a checksum. Opening
// compares both and reads every segment against its checksum, so that damage is an error (ErrDamaged) and never a silent
// return to an older state. Check reads every record as well; Repair makes a new index of what can be read.
//
// # Concurrency
//
// An Index is safe for concurrent use. One process may have an index open for writing, or several for reading. When its
// context ends, a search ends within a tenth of a second, whatever it was asked for, and so does a write that waits for
// another. A batch that is being written, and a file that is being checked or copied, is finished first.
//
// # Not done
//
// Words in other languages than English are found in the form in which they stand. Coordinates come with the Document; there
// is no gazetteer here. Tokens of a Document are not kept.
package index

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	api "github.com/blevesearch/bleve_index_api"
)

// Errors that callers tell apart with errors.Is.
var (
	ErrID       = errors.New("index: the id cannot name an article")
	ErrExists   = errors.New("index: it exists already")
	ErrNotIndex = errors.New("index: it is no index of dateline")
	ErrVersion  = errors.New("index: it was written by another version and must be rebuilt")
	ErrLocked   = errors.New("index: another process has it open")
	ErrReadOnly = errors.New("index: it was opened for reading only")
	ErrClosed   = errors.New("index: it is closed")
	ErrBroken   = errors.New("index: a write failed; close it and open it again (nothing acknowledged is lost)")
	ErrDamaged  = errors.New("index: damaged")
	ErrCursor   = errors.New("index: the cursor belongs to another query")
)

// Options say how an index is opened. The zero Options work.
type Options struct {
	// Trust leaves out the reading of every segment at Open. Opening then takes no longer for a large index (else about
	// half a second for a gigabyte that is in memory), but flipped bytes show only in Check, and may end the process before
	// that. After a crash all is read in any case.
	Trust bool

	// LockWait is how long opening waits for another process to close the index; zero: 2 seconds.
	LockWait time.Duration
}

func (o Options) lockWait() time.Duration {
	if o.LockWait <= 0 {
		return 2 * time.Second
	}
	return o.LockWait
}

// An Index is an open index.
type Index struct {
	dir      string // "" in memory
	readOnly bool
	bleve    bleve.Index
	engine   api.Index
	members  []*Index // of a joined index, which has no engine

	life    sync.RWMutex // held for reading by every operation, for writing by Close
	closed  bool
	writing chan struct{} // holds a token while there is a write: one at a time
	broken  error         // guarded by writing
	mu      sync.Mutex
	state   state // written under writing and mu, read under either
	caches  caches
}

// New returns an empty index in memory.
func New() (*Index, error) {
	b, err := bleve.NewUsing("", newMapping(), scorch.Name, scorch.Name, nil)
	if err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	return start(b, "", false, state{Format: formatVersion})
}

// Create makes an empty index in dir, which must not exist or be empty.
func Create(dir string, opt Options) (*Index, error) {
	if list, err := os.ReadDir(dir); err == nil && len(list) > 0 {
		if isIndex(dir) {
			return nil, fmt.Errorf("%w: %s", ErrExists, dir)
		}
		return nil, fmt.Errorf("index: %s is not empty", dir)
	} else if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("index: %w", err)
	}
	_, err := os.Stat(dir)
	fresh := err != nil
	ix, err := create(dir, opt)
	if err != nil && fresh {
		_ = os.RemoveAll(dir) // nothing half-written
	}
	return ix, err
}

func create(dir string, opt Options) (*Index, error) {
	if err := os.MkdirAll(filepath.Dir(filepath.Clean(dir)), 0o777); err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	b, err := bleve.NewUsing(dir, newMapping(), scorch.Name, scorch.Name, config(opt, false))
	if err != nil {
		return nil, fmt.Errorf("index: %s: %w", dir, err)
	}
	ix, err := start(b, dir, false, state{Format: formatVersion})
	if err == nil {
		err = ix.state.save(dir)
	}
	if err != nil {
		return nil, errors.Join(err, guard(b.Close))
	}
	return ix, nil
}

// Open opens the index in dir for reading and writing. An index that is damaged, or that misses acknowledged documents, is
// not opened: the error is ErrDamaged.
func Open(dir string, opt Options) (*Index, error) { return open(dir, opt, false) }

// OpenReadOnly opens the index in dir for reading; several processes may do so at once.
func OpenReadOnly(dir string, opt Options) (*Index, error) { return open(dir, opt, true) }

func config(opt Options, readOnly bool) map[string]any {
	c := map[string]any{"bolt_timeout": opt.lockWait().String()}
	if readOnly {
		c["read_only"] = true
	}
	return c
}

func start(b bleve.Index, dir string, readOnly bool, s state) (*Index, error) {
	engine, err := b.Advanced()
	if err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	return &Index{dir: dir, readOnly: readOnly, bleve: b, engine: engine, writing: make(chan struct{}, 1), state: s}, nil
}

// Close ends the use of the index, after the operations under way. Closing again does nothing.
func (ix *Index) Close() error {
	ix.life.Lock()
	defer ix.life.Unlock()
	if ix.closed {
		return nil
	}
	ix.closed = true
	if len(ix.members) > 0 {
		return nil
	}
	err := guard(ix.bleve.Close)
	if err != nil {
		err = fmt.Errorf("index: %s: %w", ix.dir, err)
	}
	if ix.dir == "" || ix.readOnly || ix.broken != nil || err != nil {
		return err
	}
	return ix.state.saveClean(ix.dir)
}

// guard turns a panic of the engine, and a fault in a file that it has mapped, which some damage causes, into an error.
func guard(f func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", ErrDamaged, r)
		}
	}()
	return f()
}

// enter begins an operation; the caller calls leave where the error is nil.
func (ix *Index) enter() error {
	ix.life.RLock()
	if ix.closed {
		ix.life.RUnlock()
		return ErrClosed
	}
	return nil
}

func (ix *Index) leave() { ix.life.RUnlock() }

// Count returns the number of articles and of quotes. Of joined indexes an article counts once.
func (ix *Index) Count() (articles, quotes int, err error) {
	if len(ix.members) > 0 {
		return ix.countJoined()
	}
	if err := ix.enter(); err != nil {
		return 0, 0, err
	}
	defer ix.leave()
	s := ix.present()
	return s.Articles, s.Quotes, nil
}

// present returns the state that was acknowledged last.
func (ix *Index) present() state {
	ix.mu.Lock()
	defer ix.mu.Unlock()
	return ix.state
}

// Generation counts the acknowledged writes of the index, of joined indexes those of all; results are the same while it is.
func (ix *Index) Generation() uint64 {
	n := uint64(0)
	for _, m := range ix.parts() {
		n += m.present().Generation
	}
	return n
}

// Dir returns the directory of the index, "" in memory.
func (ix *Index) Dir() string { return ix.dir }
