// Command search puts news articles into an index and answers who said what about whom, where and when.
package main

import (
	"context"
	"errors"
	"flag"
	"os"
	"strings"

	"github.com/dateline-nlp/dateline/examples/internal/cli"
	"github.com/dateline-nlp/dateline/index"
)

func main() { program.Main() }

var program = &cli.Program{
	Name:     "search",
	Synopsis: "[-index folder] [-add path ...] [flags] [query]",
	About: `
Reads articles into an index (-add: files, folders, .jsonl, "-" for standard input) and answers queries over it. With -index the
index stays in a folder and later calls find it there; without, it is in memory for this one call. Articles that the index has
are passed over, so that the same -add goes on where it was interrupted, and takes what is new in a folder.
A query is words of the text, or fields, as in: speaker:Stoltenberg said:"training mission" -place:Kabul published:2020..2021
Fields: text said speaker role about person org place country near published mentioned source kind section score.
The flags -speaker, -said and so on say the same. With a field of quotes the hits are quotes, else articles.`,
	Examples: `
search -index news.idx -add articles/                         # make an index of a folder, or add to it
search -index news.idx -speaker Davidson -said "NATO mission" # who said it, in which words, where
search -index news.idx -place Iraq -from 2020-01 -to 2020-03  # articles
search -index news.idx -who-said "climate change"             # who speaks of it, and how often
search -index news.idx -about "Justin Trudeau" -csv > q.csv   # quotes about him, for a spreadsheet
search -index news.idx -facets speaker,source -timeline month # counts as bars
search -add article.txt 'said:(ISIS OR "Islamic State")'      # one article, no index on disk`,
	Flags: flags,
}

// options are the flags.
type options struct {
	dir   string
	add   list
	again bool

	query                             index.Query
	from, to, kind, whoSaid, mention  string
	target, order, after, facets, bar string
	size                              int
	csv, jsonl, collapse, sized       bool
}

// A list is a flag that may be given several times.
type list []string

func (l *list) String() string     { return strings.Join(*l, " ") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

func flags(fs *flag.FlagSet) func(context.Context, []string) error {
	o := &options{}
	q := &o.query
	fs.StringVar(&o.dir, "index", "", "`folder` of the index; none: in memory")
	fs.Var(&o.add, "add", "read the articles at `path` into the index; may be given several times")
	fs.BoolVar(&o.again, "again", false, "with -add: read articles anew that the index has with the same id and text")
	fs.StringVar(&q.Speaker, "speaker", "", "who said it, a `name`")
	fs.StringVar(&q.Said, "said", "", "`words` of what was said; a phrase stands in quotation marks")
	fs.StringVar(&q.About, "about", "", "whom or what the quote, or the article, is about, a `name`")
	fs.StringVar(&q.Person, "person", "", "a person named, a `name`")
	fs.StringVar(&q.Org, "org", "", "an organization named, a `name`")
	fs.StringVar(&q.Place, "place", "", "a place named, a `name`")
	fs.StringVar(&q.Source, "source", "", "publisher, a `name`")
	fs.StringVar(&o.from, "from", "", "published on or after this `date`, as in 2020, 2020-02 or 2020-02-12")
	fs.StringVar(&o.to, "to", "", "published on or before this `date`")
	fs.StringVar(&o.mention, "mentioned", "", "a date of the text lies in this `range`, as in 2020-01..2020-03")
	fs.StringVar(&o.kind, "kind", "", "of the quote, a `kind`: direct, mixed, indirect")
	fs.StringVar(&o.whoSaid, "who-said", "", "count the speakers of these `words`")
	target := cli.Choice(fs, "find", "what the hits are, a `target`", "auto", "quotes", "articles")
	order := cli.Choice(fs, "sort", "`order` of the hits", "default", "score", "newest", "oldest", "id")
	timeline := cli.Choice(fs, "timeline", "count the hits by date of publication, a `unit`", "none", "year", "month", "day")
	fs.StringVar(&o.facets, "facets", "", "count the hits by `fields`, as in speaker,source: person org place country speaker source")
	fs.IntVar(&o.size, "n", index.DefaultSize, "`number` of hits; 0: all; of rows, with -csv and -jsonl, where it is given")
	fs.StringVar(&o.after, "after", "", "the next page: the `mark` that ends the page before")
	fs.BoolVar(&o.collapse, "collapse", false, "one quote of an article")
	fs.BoolVar(&o.csv, "csv", false, "write all hits as CSV")
	fs.BoolVar(&o.jsonl, "jsonl", false, "write all hits as JSON Lines")
	return func(ctx context.Context, args []string) error {
		o.target, o.order, o.bar, o.sized = *target, *order, *timeline, cli.Given(fs, "n")
		req, err := o.request(strings.Join(args, " "))
		if err != nil {
			return err
		}
		ix, some, err := o.open(ctx)
		if err != nil {
			return err
		}
		err = o.answer(ctx, os.Stdout, ix, req)
		if e := ix.Close(); err == nil {
			err = e
		}
		return errors.Join(err, some)
	}
}
