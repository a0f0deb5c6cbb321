// Package ingest reads articles into an index: what the example programs share of filling one.
package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
	"github.com/dateline-nlp/dateline/examples/internal/input"
	"github.com/dateline-nlp/dateline/examples/internal/progress"
	"github.com/dateline-nlp/dateline/index"
	"github.com/dateline-nlp/dateline/quotes"
)

// Options say how articles are read. The zero value reads all of them in silence.
type Options struct {
	Resume bool          // pass over articles whose id the index has
	Errors io.Writer     // where articles that cannot be read are told of, one a line; nil: nowhere
	Prefix string        // what such a line begins with, as in "search: "
	Bar    *progress.Bar // nil: none
}

// A Result counts the articles.
type Result struct {
	Added   int
	Skipped int // the index had them
	Failed  int // could not be read
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
				if o.Errors != nil {
					bar.Clear()
					fmt.Fprintf(o.Errors, "%s%v\n", o.Prefix, err)
				}
				continue
			}
			if !yield(a) {
				return
			}
		}
	}
	docs := func(yield func(*dateline.Document, error) bool) {
		for doc, err := range entities.TagAll(ctx, articles) {
			if err == nil {
				doc.Quotes = quotes.Attribute(doc)
				part := -1.0
				if done, total := in.Progress(); total > 0 {
					part = float64(done) / float64(total)
				}
				bar.Show(time.Now(), r.Added+r.Skipped, part)
			}
			if !yield(doc, err) {
				return
			}
		}
	}
	for doc, err := range docs {
		if err == nil {
			err = ix.Add(ctx, doc)
		}
		if err != nil {
			return r, err
		}
		r.Added++
	}
	return r, ctx.Err()
}

// Open opens the index in dir for writing, or makes it if there is none.
func Open(dir string) (*index.Index, error) {
	ix, err := index.Open(dir, index.Options{})
	if !errors.Is(err, os.ErrNotExist) {
		return ix, err
	}
	return index.Create(dir, index.Options{})
}
