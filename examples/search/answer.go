package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/examples/internal/cli"
	"github.com/dateline-nlp/dateline/examples/internal/progress"
	"github.com/dateline-nlp/dateline/examples/internal/table"
	"github.com/dateline-nlp/dateline/examples/internal/term"
	"github.com/dateline-nlp/dateline/index"
)

// usage is an error of the value of a flag.
func usage(flag, value string, err error) error {
	return cli.Usagef("invalid value %q for flag -%s: %s", value, flag, strings.TrimPrefix(err.Error(), "index: "))
}

// published reads the flags -from and -to.
func (o *options) published() (days dateline.Interval, err error) {
	if o.from+o.to == "" {
		return days, nil
	}
	if days, err = index.ParseDays(o.from + ".." + o.to); err == nil {
		return days, nil
	}
	if _, e := index.ParseDays(o.from); o.from == "" || e == nil {
		return days, usage("to", o.to, err)
	}
	return days, usage("from", o.from, err)
}

// request turns flags and the words of the query into a request. Its errors are of usage.
func (o *options) request(text string) (req index.Request, err error) {
	q := o.query
	if o.size < 0 {
		return req, cli.Usagef("invalid value %d for flag -n: write a number of hits, or 0 for all", o.size)
	}
	if q.Published, err = o.published(); err != nil {
		return req, err
	}
	if o.mention != "" {
		if q.Mentioned, err = index.ParseDays(o.mention); err != nil {
			return req, usage("mentioned", o.mention, err)
		}
	}
	if q.Kind, err = dateline.ParseQuoteKind(o.kind); err != nil {
		return req, usage("kind", o.kind, errors.New("use direct, mixed or indirect"))
	}
	if o.whoSaid != "" {
		q.Said = strings.TrimSpace(q.Said + " " + o.whoSaid)
		o.facets = strings.Trim("speaker,"+o.facets, ",")
	}
	if strings.TrimSpace(text) != "" {
		words, err := index.ParseQuery(text)
		if err != nil {
			return req, cli.Usagef("%s", strings.TrimPrefix(err.Error(), "index: "))
		}
		if q.IsZero() {
			q = words
		} else {
			q.And = append(q.And, words)
		}
	}
	req = index.Request{Query: q, Size: o.size, After: o.after, Collapse: o.collapse}
	req.Target = map[string]index.Target{"quotes": index.Quotes, "articles": index.Articles}[o.target]
	if o.target == "auto" && (o.query.About != "" || o.whoSaid != "" || strings.Contains(o.facets, "speaker")) {
		req.Target = index.Quotes
	}
	req.Order = map[string]index.Order{"score": index.ByScore, "newest": index.Newest, "oldest": index.Oldest, "id": index.ByID}[o.order]
	if o.facets != "" {
		for name := range strings.SplitSeq(o.facets, ",") {
			f, err := index.ParseField(strings.TrimSpace(name))
			if err != nil {
				return req, usage("facets", o.facets, err)
			}
			req.Facets = append(req.Facets, index.Facet{Field: f, Size: 10})
		}
	}
	if o.bar != "none" {
		f, err := index.ParseField(o.bar)
		if err != nil {
			return req, usage("timeline", o.bar, err)
		}
		req.Facets = append(req.Facets, index.Facet{Field: f, Size: -1})
	}
	return req, nil
}

// asked reports whether there is anything to answer: articles may also just be added.
func (o *options) asked(req index.Request) bool {
	return !req.Query.IsZero() || len(req.Facets) > 0 || o.csv || o.jsonl || o.target != "auto" || len(o.add) == 0
}

// answer writes what req finds. With facets there are no hits, unless they were asked for as a table.
func (o *options) answer(ctx context.Context, w io.Writer, ix *index.Index, req index.Request) error {
	if !o.asked(req) {
		return nil
	}
	if o.csv || o.jsonl {
		most := req.Size
		if req.Size = 0; !o.sized {
			most = 0
		}
		req.Facets = nil
		return o.tables(ctx, w, ix, req, most)
	}
	if len(req.Facets) > 0 {
		req.Size, req.Plain = 1, true // one hit tells what is counted
	} else if req.Size == 0 {
		req.Size = 1 << 20
	}
	page, err := ix.Find(ctx, req)
	if err != nil {
		return find(err)
	}
	p := &table.Printer{W: w, Width: term.Width(os.Stdout), Painter: term.Painter(term.Colour(os.Stdout))}
	fmt.Fprintf(w, "%s\n\n", count(page, req))
	for i, f := range page.Facets {
		values := f.Values
		if o.bar != "none" && i == len(page.Facets)-1 {
			values = table.Fill(values)
		}
		if err := p.Counts(f.Field.String(), values); err != nil {
			return err
		}
	}
	if len(req.Facets) > 0 {
		return nil
	}
	if err := p.Hits(page.Hits, 1); err != nil {
		return err
	}
	if page.Next != "" {
		fmt.Fprintf(w, "%s more: -after %s\n", progress.Thousands(page.Total-len(page.Hits)), page.Next)
	}
	return nil
}

// count says how many hits there are, and of what.
func count(page *index.Page, req index.Request) string {
	switch {
	case page.Total == 0:
		return "Nothing found."
	case req.Target == index.Quotes, len(page.Hits) > 0 && page.Hits[0].Quote >= 0:
		return progress.Plural(page.Total, "quote")
	case req.Target == index.Articles, len(page.Hits) > 0:
		return progress.Plural(page.Total, "article")
	}
	return progress.Plural(page.Total, "hit")
}

// tables writes hits as a table, all of them or the first most.
func (o *options) tables(ctx context.Context, w io.Writer, ix *index.Index, req index.Request, most int) error {
	out := bufio.NewWriter(w)
	head := true
	written := 0
	for h, err := range ix.All(ctx, req) {
		if err != nil {
			return find(err)
		}
		if o.csv {
			err = table.CSV(out, []index.Hit{h}, head)
		} else {
			err = table.JSONL(out, []index.Hit{h})
		}
		if err != nil {
			return err
		}
		head = false
		if written++; written == most {
			break
		}
	}
	if o.csv && head {
		if err := table.CSV(out, nil, true); err != nil {
			return err
		}
	}
	return out.Flush()
}

// find makes an error of the query one of usage.
func find(err error) error {
	var q *index.QueryError
	if errors.As(err, &q) {
		return cli.Usagef("%s", strings.TrimPrefix(err.Error(), "index: "))
	}
	if errors.Is(err, index.ErrCursor) {
		return cli.Usagef("-after: the mark belongs to another query")
	}
	return err
}
