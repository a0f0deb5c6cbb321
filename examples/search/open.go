package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/dateline-nlp/dateline/examples/internal/cli"
	"github.com/dateline-nlp/dateline/examples/internal/ingest"
	"github.com/dateline-nlp/dateline/examples/internal/input"
	"github.com/dateline-nlp/dateline/examples/internal/progress"
	"github.com/dateline-nlp/dateline/examples/internal/term"
	"github.com/dateline-nlp/dateline/index"
)

// open opens the index and adds to it what is to be added. The paths are looked at first, so that a wrong one leaves no
// index behind. The second result is cli.ErrSome where some articles could not be read.
func (o *options) open(ctx context.Context) (ix *index.Index, some error, err error) {
	if len(o.add) == 0 {
		if o.dir == "" {
			return nil, nil, cli.Usagef("no index: name one with -index, or articles with -add")
		}
		ix, err = ingest.OpenReadOnly(o.dir)
		return ix, nil, err
	}
	in, err := input.Open(ctx, o.add, input.Options{})
	if err != nil {
		return nil, nil, err
	}
	if o.dir == "" {
		ix, err = index.New()
	} else {
		ix, err = ingest.Open(o.dir)
	}
	if err != nil {
		return nil, nil, err
	}
	result, err := ingest.Add(ctx, ix, in, ingest.Options{Again: o.again, Errors: os.Stderr, Prefix: "search: ", Bar: bar()})
	if err != nil {
		return nil, nil, errors.Join(o.interrupted(ctx, ix, err), ix.Close())
	}
	if o.dir != "" {
		o.summary(ix, result)
	}
	if result.Failed > 0 {
		some = cli.ErrSome
	}
	return ix, some, nil
}

func bar() *progress.Bar {
	if !term.Is(os.Stderr) {
		return nil
	}
	return &progress.Bar{W: os.Stderr, Unit: "articles"}
}

// interrupted says, where err comes of Ctrl-C, what is in the index and how to go on.
func (o *options) interrupted(ctx context.Context, ix *index.Index, err error) error {
	if ctx.Err() == nil || o.dir == "" {
		return err
	}
	articles, quotes, e := ix.Count()
	if e != nil {
		return err
	}
	again := "search -index " + quoted(o.dir)
	for _, path := range o.add {
		again += " -add " + quoted(path)
	}
	fmt.Fprintf(os.Stderr, "search: interrupted; %s and %s are safe in %s. To go on: %s\n",
		progress.Plural(articles, "article"), progress.Plural(quotes, "quote"), o.dir, again)
	return err
}

// quoted is s as a shell takes it for one word.
func quoted(s string) string {
	if s != "" && !strings.ContainsAny(s, " \t\n'\"\\$&|;()<>*?[]#~`!{}") {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// summary tells on standard error what the index holds now.
func (o *options) summary(ix *index.Index, r ingest.Result) {
	articles, quotes, err := ix.Count()
	if err != nil {
		return
	}
	others := ""
	if r.Replaced > 0 {
		others = fmt.Sprintf(", %s in place of others with the same id", progress.Thousands(r.Replaced))
	}
	if r.Skipped > 0 {
		others += fmt.Sprintf(", %s there before", progress.Thousands(r.Skipped))
	}
	fmt.Fprintf(os.Stderr, "search: %s added%s; %s holds %s and %s\n", progress.Plural(r.Added, "article"), others, o.dir,
		progress.Plural(articles, "article"), progress.Plural(quotes, "quote"))
}
