// Package formats writes Documents in the forms that other programs read, one file for each.
package formats

import (
	"io"
	"os"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/examples/internal/cli"
	"github.com/dateline-nlp/dateline/examples/internal/report"
	"github.com/dateline-nlp/dateline/examples/internal/term"
	"github.com/dateline-nlp/dateline/index/jsonl"
)

// A Writer takes the documents one after another. Close writes what stands behind the last one; it closes no file.
type Writer interface {
	Write(*dateline.Document) error
	Close() error
}

// Options are the choices that some formats leave. The zero value is the default of each.
type Options struct {
	Unit   jsonl.Unit // of positions, in jsonl and csv
	Rows   string     // of csv: "mentions", "entities" or "quotes"
	Width  int        // of the report, in columns
	Colour bool       // in the report
}

var makers = []struct {
	name string
	make func(io.Writer, Options) Writer
}{
	{"report", func(w io.Writer, o Options) Writer {
		return &report.Writer{W: w, Width: o.Width, Painter: term.Painter(o.Colour)}
	}},
	{"jsonl", func(w io.Writer, o Options) Writer {
		out := jsonl.NewWriter(w)
		out.Unit, out.Sentences = o.Unit, true
		return closing{out.Write}
	}},
	{"html", newHTML},
	{"csv", newCSV},
	{"conll", newCoNLL},
	{"spacy", newSpaCy},
	{"webannotation", newWebAnnotation},
	{"tei", newTEI},
}

// closing is a Writer of documents that stand each for itself.
type closing struct {
	write func(*dateline.Document) error
}

func (c closing) Write(d *dateline.Document) error { return c.write(d) }
func (c closing) Close() error                     { return nil }

// Names are the names of the formats, the default one first.
func Names() []string {
	var names []string
	for _, m := range makers {
		names = append(names, m.name)
	}
	return append(names, "brat")
}

// New returns a Writer of the named format to w; what it writes of one document it writes in one call of w.Write.
func New(name string, w io.Writer, opts Options) (Writer, error) {
	for _, m := range makers {
		if m.name == name {
			return m.make(w, opts), nil
		}
	}
	return nil, cli.Usagef("unknown format %q", name)
}

// To calls write with a Writer of the named format to the file path, "" for standard output. The file comes into being whole:
// if anything fails, what was there before is still there.
func To(path, name string, opts Options, write func(Writer) error) error {
	if name == "brat" {
		if path == "" {
			return cli.Usagef("-format brat writes files: name a folder for them with -o")
		}
		w, err := newBrat(path)
		if err != nil {
			return err
		}
		return finish(w, write)
	}
	if path == "" {
		w, err := New(name, os.Stdout, opts)
		if err != nil {
			return err
		}
		return finish(w, write)
	}
	return cli.WriteFile(path, func(out io.Writer) error {
		w, err := New(name, out, opts)
		if err != nil {
			return err
		}
		return finish(w, write)
	})
}

// finish runs write, and closes w where something useful was written.
func finish(w Writer, write func(Writer) error) error {
	err := write(w)
	if err == nil || err == cli.ErrSome {
		if e := w.Close(); e != nil {
			return e
		}
	}
	return err
}
