// Package ingest reads articles into an index: what the example programs share of filling one.
package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
	"github.com/dateline-nlp/dateline/examples/internal/input"
	"github.com/dateline-nlp/dateline/examples/internal/progress"
	"github.com/dateline-nlp/dateline/examples/internal/term"
	"github.com/dateline-nlp/dateline/index"
	"github.com/dateline-nlp/dateline/quotes"
)

// Options say how articles are read. The zero value reads all of them in silence.
type Options struct {
	Again  bool          // read articles anew that the index has with the same id and text
	Errors io.Writer     // where articles that cannot be read are told of, one a line; nil: nowhere
	Prefix string        // what such a line begins with, as in "search: "
	Bar    *progress.Bar // nil: none
}

// A Result counts the articles.
type Result struct {
	Added    int // new ones
	Replaced int // took the place of one with the same id: of two the later counts
	Skipped  int // the index had them, with the same text
	Failed   int // could not be read
}

// Add reads the articles of in and puts them into ix. When ctx ends, what was added by then stays, and the error is that of ctx.
func Add(ctx context.Context, ix *index.Index, in *input.Reader, o Options) (r Result, err error) {
	bar := o.Bar
	if bar == nil {
		bar = &progress.Bar{}
	}
	defer bar.Clear()
	articles := func(yield func(dateline.Article) bool) {
		for a, err := range in.All() {
			if ctx.Err() != nil {
				return
			}
			if err == nil && a.ID == "" {
				err = errors.New("an article without an id")
			}
			if err != nil {
				r.Failed++
				o.tell(bar, err)
				continue
			}
			if !yield(a) {
				return
			}
		}
	}
	before, _, err := ix.Count()
	if err != nil {
		return r, err
	}
	wanted := iter.Seq[dateline.Article](articles)
	if !o.Again {
		wanted = missing(ix, articles, &r.Skipped)
	}
	read := 0
	docs := func(yield func(*dateline.Document, error) bool) {
		for doc, err := range entities.TagAll(ctx, wanted) {
			if err == nil {
				doc.Quotes = quotes.Attribute(doc)
				read++
				part := -1.0
				if done, total := in.Progress(); total > 0 {
					part = float64(done) / float64(total)
				}
				bar.Show(time.Now(), read, part)
			}
			if !yield(doc, err) {
				return
			}
		}
	}
	report, err := ix.AddAll(ctx, docs, index.AddOptions{})
	for _, e := range report.Errors {
		o.tell(bar, e)
	}
	after, _, e := ix.Count()
	r.Added, r.Replaced, r.Failed = after-before, read-report.Failed-(after-before), r.Failed+report.Failed
	if err == nil {
		err = e
	}
	return r, err
}

// missing returns the articles that the index does not hold with the same text, and counts the others. An article whose id came before
// is passed on whatever the index holds: the one before it may be on its way there.
func missing(ix *index.Index, articles iter.Seq[dateline.Article], skipped *int) iter.Seq[dateline.Article] {
	return func(yield func(dateline.Article) bool) {
		passed := map[string]bool{}
		for a := range articles {
			wanted := passed[a.ID]
			for range ix.Missing(slices.Values([]dateline.Article{a})) {
				wanted = true
			}
			if !wanted {
				*skipped++
				continue
			}
			passed[a.ID] = true
			if !yield(a) {
				return
			}
		}
	}
}

// tell writes of something that failed, above the bar.
func (o *Options) tell(bar *progress.Bar, err error) {
	if o.Errors != nil {
		bar.Clear()
		fmt.Fprintln(o.Errors, o.Prefix+term.Clean(err.Error()))
	}
}

// OpenReadOnly opens the index in dir to ask it. Where there is none, the error says how to make one.
func OpenReadOnly(dir string) (*index.Index, error) {
	ix, err := index.OpenReadOnly(dir, index.Options{})
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: no index is there: search -index %[1]s -add FOLDER makes one of the articles in FOLDER", dir)
	}
	return ix, err
}

// Open opens the index in dir for writing, or makes it if there is none.
func Open(dir string) (*index.Index, error) {
	ix, err := index.Open(dir, index.Options{})
	if errors.Is(err, fs.ErrNotExist) {
		return index.Create(dir, index.Options{})
	}
	if err != nil {
		if why := unwritable(dir); why != nil {
			err = fmt.Errorf("%s cannot be added to: %w", dir, why)
		}
	}
	return ix, err
}

// unwritable tells why the index in dir cannot be written, such as fs.ErrPermission; nil: that is not why it cannot be opened.
func unwritable(dir string) error {
	f, err := os.OpenFile(filepath.Join(dir, "dateline.json"), os.O_WRONLY, 0)
	if err == nil {
		return f.Close()
	}
	var p *fs.PathError
	if errors.Is(err, fs.ErrNotExist) || !errors.As(err, &p) {
		return nil
	}
	return p.Err
}
