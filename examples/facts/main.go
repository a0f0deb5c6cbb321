// Command facts reads news articles and tells who and what they name, which dates they give, and who said what.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"sync/atomic"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
	"github.com/dateline-nlp/dateline/examples/internal/cli"
	"github.com/dateline-nlp/dateline/examples/internal/formats"
	"github.com/dateline-nlp/dateline/examples/internal/input"
	"github.com/dateline-nlp/dateline/examples/internal/sure"
	"github.com/dateline-nlp/dateline/examples/internal/term"
	"github.com/dateline-nlp/dateline/index/jsonl"
	"github.com/dateline-nlp/dateline/quotes"
)

func main() { program.Main() }

var program = &cli.Program{
	Name:     "facts",
	Synopsis: "[flags] [file or folder ...]",
	About: `
Reads news articles and writes the people, organizations, places, nationalities and dates in them, and who said what.
Articles come as .txt, .html or .jsonl files (also with .gz), in folders, or on standard input.
"Monday" gets a date where the date of publication is known: from -published, from the "published" of a line of .jsonl,
from the page, or from a file article.meta.json beside article.txt: {"published": "2020-02-12", "source": "CBC News"}.`,
	Examples: `
facts article.txt                                    # a report to read
facts -published 2020-02-12 article.txt              # relative dates get their values
facts -format jsonl articles/ > facts.jsonl          # everything, for other programs, one article a line
facts -format html -o article.html article.txt       # a page with the article highlighted
facts -format csv -rows quotes articles/ > said.csv  # a table of quotations for a spreadsheet
zcat archive.jsonl.gz | facts -format jsonl -        # from standard input`,
	Flags: flags,
}

func flags(fs *flag.FlagSet) func(context.Context, []string) error {
	var (
		format    = cli.Choice(fs, "format", "what to write, a `format`", formats.Names()...)
		rows      = cli.Choice(fs, "rows", "what a row of -format csv is, a `kind`", "mentions", "entities", "quotes")
		offsets   = cli.Choice(fs, "offsets", "`unit` of positions in -format jsonl and csv", "rune", "byte", "utf16")
		published = cli.Date(fs, "published", "`date` of publication, as in 2020-02-12, of articles that do not tell it")
		source    = fs.String("source", "", "publisher, a `name`, of articles that do not tell it")
		out       = fs.String("o", "", "write to `path` in place of standard output; -format brat needs a folder")
		model     = fs.String("model", "", "find names with the model in `file`, made by the program train")
		least     = fs.Float64("min-score", 0, "leave out names, dates and quotes with a `score` below, 0 to 1: the surer, the fewer")
		misc      = fs.Bool("misc", false, "report events, laws, works and products too")
		colour    = cli.Choice(fs, "color", "colours in the report, `when`", "auto", "always", "never")
		width     = fs.Int("width", 0, "`columns` of the report; 0: those of the terminal, else 100")
	)
	return func(ctx context.Context, paths []string) error {
		if len(paths) == 0 {
			if term.Is(os.Stdin) {
				return cli.Usagef("no article given")
			}
			paths = []string{"-"}
		}
		switch {
		case !(*least >= 0 && *least <= 1): // NaN is none
			return cli.Usagef("invalid value %v for flag -min-score: write a number from 0 to 1", *least)
		case *width < 0:
			return cli.Usagef("invalid value %d for flag -width: write a number of columns", *width)
		case cli.Given(fs, "rows") && *format != "csv":
			return cli.Usagef("-rows goes with -format csv")
		}
		unit, err := jsonl.ParseUnit(*offsets)
		if err != nil {
			return err
		}
		tagger := &entities.Tagger{Misc: *misc}
		if tagger.Model, err = readModel(*model); err != nil {
			return err
		}
		in, err := input.Open(ctx, paths, input.Options{Published: *published, Source: *source})
		if err != nil {
			return err
		}
		opts := formats.Options{Unit: unit, Rows: *rows, Width: *width, Colour: *colour == "always"}
		if *out == "" {
			opts.Colour = opts.Colour || *colour == "auto" && term.Colour(os.Stdout)
			if opts.Width == 0 {
				opts.Width = term.Width(os.Stdout)
			}
		}
		return formats.To(*out, *format, opts, func(w formats.Writer) error {
			return facts(ctx, tagger, in, *least, w, os.Stderr)
		})
	}
}

// readModel reads a model; without a path there is none, and the module's own is used.
func readModel(path string) (*entities.Model, error) {
	if path == "" {
		return nil, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, &input.Error{Path: path, Err: err}
	}
	defer f.Close()
	model, err := entities.ReadModel(f)
	if err != nil {
		return nil, &input.Error{Path: path, Err: err}
	}
	return model, nil
}

// facts writes all articles of in to w. It tells of those that cannot be read on errs, and goes on with the others.
func facts(ctx context.Context, tagger *entities.Tagger, in *input.Reader, least float64, w formats.Writer, errs io.Writer) error {
	var failed atomic.Bool
	articles := func(yield func(dateline.Article) bool) {
		for a, err := range in.All() {
			if ctx.Err() != nil {
				return
			}
			if err != nil {
				failed.Store(true)
				fmt.Fprintln(errs, "facts:", term.Clean(err.Error()))
			} else if !yield(a) {
				return
			}
		}
	}
	for doc, err := range tagger.TagAll(ctx, articles) {
		if err != nil {
			return err
		}
		doc.Quotes = quotes.Attribute(doc)
		sure.Filter(doc, least)
		if err := w.Write(doc); err != nil {
			return err
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if failed.Load() {
		return cli.ErrSome
	}
	return nil
}
