// Command train makes a model for names from annotated text, and tells how good it is on documents that it kept apart.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
	"github.com/dateline-nlp/dateline/examples/internal/cli"
	"github.com/dateline-nlp/dateline/examples/internal/progress"
	"github.com/dateline-nlp/dateline/examples/internal/term"
)

func main() { program.Main() }

var program = &cli.Program{
	Name:     "train",
	Synopsis: "[flags] text.jsonl ...",
	About: `
Trains a model on annotated text: JSON Lines of {"text": ..., "ents": [{"start", "end", "label"}]}, positions in code points,
labels PERSON, ORG, PLACE, NORP and MISC; or on what facts -misc -format jsonl wrote and somebody corrected. Every tenth document
is kept apart, to measure precision, recall and F1 with. To be better than the model that comes with the library, one needs some
100,000 words of the kind of text that it is for. facts -model uses a model, and so does a Go program: see entities.ReadModel.`,
	Examples: `
train -o court.model court-reports.jsonl        # train and measure
train -epochs 12 -held-out 5 a.jsonl b.jsonl    # longer, a fifth of the documents to measure with
facts -model court.model new-report.txt         # use it`,
	Flags: flags,
}

func flags(fs *flag.FlagSet) func(context.Context, []string) error {
	var (
		out     = fs.String("o", "names.model", "write the model to `file`")
		epochs  = fs.Int("epochs", 0, "go at most `n` times over the text; 0: the default")
		heldOut = fs.Int("held-out", 10, "keep every `n`th document apart; 0: none")
	)
	return func(ctx context.Context, args []string) error {
		if len(args) == 0 {
			return cli.Usagef("no file with annotated text is given")
		}
		if *epochs < 0 {
			return cli.Usagef("invalid value %d for flag -epochs: write how many times", *epochs)
		}
		if *heldOut == 1 {
			return cli.Usagef("invalid value 1 for flag -held-out: no document would be left to train with")
		}
		if _, err := os.Stat(filepath.Dir(*out)); err != nil { // to tell now and not after the work
			return err
		}
		o := entities.TrainOptions{Epochs: *epochs, HeldOut: *heldOut}
		if *heldOut <= 0 {
			o.HeldOut = -1
		}
		text, err := open(args)
		if err != nil {
			return err
		}
		bar := &progress.Bar{Unit: "passes"}
		if term.Is(os.Stderr) {
			bar.W = os.Stderr
		}
		o.Progress = func(s entities.TrainingStep) {
			bar.Unit = "passes, " + s.Stage
			bar.Show(time.Now(), s.Done, float64(s.Done)/float64(s.Of))
		}
		model, report, err := entities.Train(ctx, text, o)
		bar.Clear()
		if err != nil {
			return text.locate(err)
		}
		print(os.Stdout, report)
		return write(*out, model)
	}
}

func print(w io.Writer, r *entities.TrainingReport) {
	fmt.Fprintf(w, "trained on %s", progress.Plural(r.Documents, "document"))
	if r.HeldOut == 0 {
		fmt.Fprintln(w)
		return
	}
	fmt.Fprintf(w, ", measured on %s:\n", progress.Plural(r.HeldOut, "other"))
	line := func(name string, q entities.LabelQuality) {
		fmt.Fprintf(w, "%-7s P %5.1f  R %5.1f  F1 %5.1f  of %d names\n", name, 100*q.Precision(), 100*q.Recall(), 100*q.F1(), q.Gold)
	}
	for l := dateline.Person; l <= dateline.Misc; l++ {
		if q, ok := r.Labels[l]; ok {
			line(l.String(), q)
		}
	}
	line("ALL", r.All)
}

// write writes the model file, whole or not at all.
func write(name string, m *entities.Model) error {
	var n int64
	err := cli.WriteFile(name, func(w io.Writer) (err error) {
		n, err = m.WriteTo(w)
		return err
	})
	if err == nil {
		fmt.Printf("wrote %s, %s bytes\n", name, progress.Thousands(int(n)))
	}
	return err
}
