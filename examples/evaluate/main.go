// Command evaluate scores what the library finds against gold annotations, digit for digit as the scorers in ../shared/eval do.
package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
	"github.com/dateline-nlp/dateline/examples/internal/cli"
	"github.com/dateline-nlp/dateline/examples/internal/score"
	"github.com/dateline-nlp/dateline/index/jsonl"
	"github.com/dateline-nlp/dateline/quotes"
)

func main() { program.Main() }

var program = &cli.Program{
	Name:     "evaluate",
	Synopsis: "-task entities|dates|quotes [flags] gold.jsonl [system.jsonl]",
	About: `
Scores mentions, dates or quotations against annotated articles, one JSON object a line, positions in code points.
With two files the second one is scored: the output of facts -format jsonl, or of any other program in the form of the
gold. With one file the articles of the gold are read by this library.`,
	Examples: `
evaluate -task entities gold.jsonl                     # how good are the names?
evaluate -task entities -labels PERSON,NORP gold.jsonl # of these labels
evaluate -task entities -errors 10 gold.jsonl          # and what is taken for what, and where
evaluate -task dates -types DATE -errors 20 gold.jsonl # and what is wrong
evaluate -task quotes -errors 20 gold.jsonl            # who was misquoted
evaluate -task quotes gold.jsonl system.jsonl          # another program's output`,
	Flags: flags,
}

// known has the kinds that a gold file may lack without its being a slip of the pen.
var known = map[string][]string{"entities": {"PERSON", "ORG", "PLACE", "NORP", "DATE", "MISC"}, "dates": {"DATE", "TIME", "DURATION", "SET"}}

func flags(fs *flag.FlagSet) func(context.Context, []string) error {
	var (
		task    = cli.Choice(fs, "task", "what is scored, a `task`", "entities", "dates", "quotes")
		labels  = fs.String("labels", "PERSON,ORG,PLACE", "entities: the `labels` that count")
		types   = fs.String("types", "", "dates: TIMEX3 `types` that count, as in DATE,TIME; all of them if not given")
		noVague = fs.Bool("no-vague", false, "dates: leave out PRESENT_REF, PAST_REF and FUTURE_REF")
		lenient = fs.Bool("lenient-value", false, "dates: PT24H is as good as P1D, and the like")
		errs    = fs.Int("errors", 0, "dates: print `n` errors; quotes: the n longest; entities: the n most frequent confusions and the n worst documents")
	)
	return func(ctx context.Context, args []string) error {
		if len(args) < 1 || len(args) > 2 {
			return cli.Usagef("one or two files are needed, gold and system")
		}
		if *errs < 0 {
			return cli.Usagef("invalid value %d for flag -errors: write how many", *errs)
		}
		gold, err := score.Load(args[0])
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(gold, func(d score.Doc) bool { return d.Annotated(*task, "") }) {
			return fmt.Errorf("%s: no %s are annotated in this file", args[0], *task)
		}
		kinds, list := "labels", *labels
		if *task == "dates" {
			kinds, list = "types", *types
		}
		if *task != "quotes" && cli.Given(fs, kinds) {
			if err := checkKinds(os.Stderr, *task, kinds, list, gold, args[0]); err != nil {
				return err
			}
		}
		var system []score.Doc
		if len(args) == 2 {
			system, err = score.Load(args[1])
		} else {
			system, err = read(ctx, gold)
		}
		if err != nil {
			return err
		}
		if err := score.Check(gold, system); err != nil {
			return err
		}
		o := score.DateOptions{NoVague: *noVague, LenientValue: *lenient, Errors: *errs}
		if *types != "" {
			o.Types = strings.Split(*types, ",")
		}
		out := bufio.NewWriter(os.Stdout)
		if err := compare(out, *task, gold, system, strings.Split(*labels, ","), o); err != nil {
			return err
		}
		return out.Flush()
	}
}

// checkKinds wants each kind in list, the value of a flag, to be one of the task. Of those that the gold lacks it tells on w.
func checkKinds(w io.Writer, task, flag, list string, gold []score.Doc, path string) error {
	for kind := range strings.SplitSeq(list, ",") {
		switch {
		case kind == "":
			return cli.Usagef("invalid value %q for flag -%s: write names with commas between them, as in %s", list, flag, strings.Join(known[task][:2], ","))
		case slices.ContainsFunc(gold, func(d score.Doc) bool { return d.Annotated(task, kind) }):
		case slices.Contains(known[task], kind):
			fmt.Fprintf(w, "evaluate: no %s of the kind %s are annotated in %s: what the system finds of it counts as wrong\n", task, kind, path)
		default:
			return cli.Usagef("invalid value %q for flag -%s: no %s of this kind are annotated in %s", kind, flag, task, path)
		}
	}
	return nil
}

func compare(w io.Writer, task string, gold, system []score.Doc, labels []string, o score.DateOptions) error {
	switch task {
	case "dates":
		r, err := score.Dates(gold, system, o)
		if err != nil {
			return err
		}
		r.Print(w)
	case "quotes":
		score.Quotes(gold, system).Print(w)
		if o.Errors > 0 {
			score.PrintMisquotes(w, score.Misquotes(gold, system), o.Errors)
		}
	default:
		score.Entities(gold, system, labels).Print(w)
		if o.Errors > 0 {
			score.Errors(gold, system, labels).Print(w, o.Errors)
		}
	}
	return nil
}

// read lets the library read the articles of the gold.
func read(ctx context.Context, gold []score.Doc) (system []score.Doc, err error) {
	articles := func(yield func(dateline.Article) bool) {
		for _, g := range gold {
			a := dateline.Article{ID: g.ID, Text: g.Text}
			if a.Published, err = jsonl.ParseTime(g.Published); err != nil {
				err = fmt.Errorf("article %s: %w", g.ID, err)
				return
			}
			if !yield(a) {
				return
			}
		}
	}
	tagger := &entities.Tagger{Misc: true}
	for doc, e := range tagger.TagAll(ctx, articles) {
		if e != nil {
			return nil, e
		}
		doc.Quotes = quotes.Attribute(doc)
		system = append(system, score.FromDocument(doc))
	}
	return system, err
}
