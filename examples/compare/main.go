// Command compare tells how two outputs of facts -format jsonl differ: what was found before and after a change.
package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/examples/internal/cli"
	"github.com/dateline-nlp/dateline/examples/internal/diff"
	"github.com/dateline-nlp/dateline/examples/internal/input"
	"github.com/dateline-nlp/dateline/examples/internal/term"
	"github.com/dateline-nlp/dateline/index/jsonl"
)

func main() { program.Main() }

var program = &cli.Program{
	Name:     "compare",
	Synopsis: "[-quiet] old.jsonl new.jsonl",
	About: `
Compares two outputs of facts -format jsonl, article by article: "-" was found before only, "+" is found now only, "~" has another
entity, value or speaker. Names and dates are the same if they have the same place and label, quotations if the same words.`,
	Examples: `
facts -format jsonl articles/ > before.jsonl
facts -format jsonl articles/ > after.jsonl    # of another version
compare before.jsonl after.jsonl               # every difference, and counts
compare -quiet before.jsonl after.jsonl        # counts alone`,
	Flags: func(fs *flag.FlagSet) func(context.Context, []string) error {
		quiet := fs.Bool("quiet", false, "only the counts")
		return func(_ context.Context, args []string) error {
			if len(args) != 2 {
				return cli.Usagef("two files are needed, old and new")
			}
			old, _, err := load(args[0])
			if err != nil {
				return err
			}
			new, order, err := load(args[1])
			if err != nil {
				return err
			}
			out := bufio.NewWriter(os.Stdout)
			compare(out, old, new, order, *quiet)
			return out.Flush()
		}
	},
}

// load reads documents by id, and their ids in order.
func load(path string) (docs map[string]*dateline.Document, order []string, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, &input.Error{Path: path, Err: err}
	}
	defer f.Close()
	docs = map[string]*dateline.Document{}
	for doc, err := range jsonl.NewReader(f, path).Documents() {
		if err != nil {
			return nil, nil, err
		}
		if docs[doc.ID] == nil {
			order = append(order, doc.ID)
		}
		docs[doc.ID] = doc
	}
	return docs, order, nil
}

func compare(w io.Writer, old, new map[string]*dateline.Document, order []string, quiet bool) {
	var mentions, quotes diff.Counts
	var other, changed int
	for _, id := range order {
		a, b := old[id], new[id]
		if a == nil || a.Text != b.Text {
			other++
			continue
		}
		m, mn := diff.Mentions(a, b)
		q, qn := diff.Quotes(a, b)
		mentions.Add(mn)
		quotes.Add(qn)
		if len(m)+len(q) == 0 {
			continue
		}
		changed++
		if quiet {
			continue
		}
		fmt.Fprintln(w, term.Clean(id))
		for _, c := range append(m, q...) {
			fmt.Fprintf(w, "  %c %d %s\n", c.Sign, c.Pos, c.Text)
		}
	}
	gone := 0
	for id := range old {
		if new[id] == nil {
			gone++
		}
	}
	fmt.Fprintf(w, "articles  %d compared, %d with differences, %d only in one or with another text\n", len(order)-other, changed, other+gone)
	for _, r := range []struct {
		name string
		n    diff.Counts
	}{{"mentions", mentions}, {"quotes", quotes}} {
		fmt.Fprintf(w, "%-9s %d same, %d gone, %d new, %d changed\n", r.name, r.n.Same, r.n.Gone, r.n.New, r.n.Changed)
	}
}
