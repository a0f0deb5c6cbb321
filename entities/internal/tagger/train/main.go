// Command train makes the tagger's lexicon and model from ../shared. Run it by go generate in entities/internal/tagger.
//
// The same inputs give the same bytes: training is sequential and every draw comes from a fixed seed.
//
// With -without it leaves something out, to see what it is worth; with -measure it prints scores. MODEL.md has the results.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-nlp/dateline/entities/internal/tagger"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/compile"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/learn"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/lexicon"
)

// A job is one training.
type job struct {
	dir     string   // shared/data
	out     string   // folder of the results
	without []string // what is left out: lists, classes, case, second, sport, teacher, or the name of a training set
	measure bool
}

func main() {
	var j job
	flag.StringVar(&j.dir, "data", filepath.Join("..", "..", "..", "..", "shared", "data"), "`folder` shared/data")
	flag.StringVar(&j.out, "out", ".", "`folder` for lexicon.bin, model.bin and inputs.sum")
	without := flag.String("without", "", "leave out `parts`: lists, classes, case, second, sport, teacher, or a training set")
	flag.BoolVar(&j.measure, "measure", false, "print scores on the sets for tuning and measuring")
	flag.Parse()
	j.without = strings.Split(*without, ",")
	if err := j.run(); err != nil {
		log.Fatal(err)
	}
}

func (j *job) has(part string) bool { return !slices.Contains(j.without, part) }

func (j *job) run() error {
	lex, file, err := j.lexicon()
	if err != nil {
		return err
	}
	gold, more, err := j.examples(lex)
	if err != nil {
		return err
	}
	r := learn.DefaultRecipe(lex)
	if !j.has("second") {
		r.Folds = 0
	}
	r.Progress = func(s learn.Step) error {
		fmt.Fprintf(os.Stderr, "%s: epoch %d of %d, loss %.0f", s.Stage, s.Epoch, s.Of, s.Loss)
		if s.F1 > 0 {
			fmt.Fprintf(os.Stderr, ", F1 of the names held out %.2f", s.F1)
		}
		fmt.Fprintln(os.Stderr)
		return nil
	}
	w, err := r.Model(gold, more)
	if err != nil {
		return err
	}
	if j.measure {
		if err := j.print(w, lex); err != nil {
			return err
		}
	}
	if err := os.WriteFile(filepath.Join(j.out, "lexicon.bin"), file, 0o644); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(j.out, "model.bin"), w.Marshal(lex.Sum), 0o644); err != nil {
		return err
	}
	return writeSums(j.dir, j.out)
}

// examples reads the training text: what both passes learn from, and what only helps the first.
func (j *job) examples(lex *lexicon.Lexicon) (gold, more []*learn.Example, err error) {
	for k := range compile.Sets {
		if s := &compile.Sets[k]; j.has(s.Name) {
			x, err := s.Read(j.dir, lex)
			if err != nil {
				return nil, nil, err
			}
			gold = append(gold, x...)
		}
	}
	if j.has("sport") {
		lists, err := compile.Lists(j.dir)
		if err != nil {
			return nil, nil, err
		}
		x, err := lists.Sport(800, 7)
		if err != nil {
			return nil, nil, err
		}
		gold = append(gold, x...)
	}
	if j.has("teacher") {
		more, err = compile.Taught(filepath.Join("train", "teacher.labels"), j.dir, 0.5)
	}
	return gold, more, err
}

// lexicon compiles the lexicon. The words inside names come from the training sets, which are read with a first lexicon.
func (j *job) lexicon() (*lexicon.Lexicon, []byte, error) {
	b, err := compile.Lists(j.dir)
	if err != nil {
		return nil, nil, err
	}
	if err := b.Cases(); err != nil {
		return nil, nil, err
	}
	first, err := lexicon.Parse(string(b.Marshal()))
	if err != nil {
		return nil, nil, err
	}
	for k := range compile.Sets {
		x, err := compile.Sets[k].Read(j.dir, first)
		if err != nil {
			return nil, nil, err
		}
		b.InnerWords(x)
	}
	for _, part := range []string{"lists", "classes", "case"} {
		if !j.has(part) {
			b.Without(part)
		}
	}
	file := b.Marshal()
	lex, err := lexicon.Parse(string(file))
	return lex, file, err
}

// print prints the scores of a model, and what the lists alone reach.
func (j *job) print(w *tagger.Weights, lex *lexicon.Lexicon) error {
	m, err := tagger.New(w, lex)
	if err != nil {
		return err
	}
	for _, name := range []string{"dev/dateline-news", "measure/worldwide-dev", "measure/conll2003-dev"} {
		f, err := os.Open(filepath.Join(j.dir, "entities", filepath.FromSlash(name)+".jsonl"))
		if err != nil {
			return err
		}
		x, err := learn.Read(f)
		f.Close()
		if err != nil {
			return fmt.Errorf("%s: %w", f.Name(), err)
		}
		s, l := learn.Evaluate(m, x), learn.Lookup(lex, x)
		fmt.Printf("%-22s %s\n%-22s %s\n", name, s.String(), "  lists alone", l.String())
	}
	return nil
}
