// Command train makes the tagger's lexicon and model from ../shared. Run it by go generate in entities/internal/tagger.
//
// The same inputs give the same bytes: training is sequential and every draw comes from a fixed seed.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/dateline-nlp/dateline/entities/internal/tagger/compile"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/learn"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/lexicon"
)

func main() {
	dir := flag.String("data", filepath.Join("..", "..", "..", "..", "shared", "data"), "folder shared/data")
	out := flag.String("out", ".", "folder to write lexicon.bin and model.bin to")
	flag.Parse()
	if err := run(*dir, *out); err != nil {
		log.Fatal(err)
	}
}

func run(dir, out string) error {
	lex, file, err := makeLexicon(dir)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "lexicon.bin"), file, 0o644); err != nil {
		return err
	}
	var gold []*learn.Example
	for k := range compile.Sets {
		x, err := compile.Sets[k].Read(dir, lex)
		if err != nil {
			return err
		}
		gold = append(gold, x...)
	}
	lists, err := compile.Lists(dir)
	if err != nil {
		return err
	}
	sport, err := lists.Sport(800, 7)
	if err != nil {
		return err
	}
	r := learn.DefaultRecipe(lex)
	r.Progress = func(s learn.Step) error {
		fmt.Fprintf(os.Stderr, "%s: epoch %d of %d, loss %.0f\n", s.Stage, s.Epoch, s.Of, s.Loss)
		return nil
	}
	w, err := r.Model(append(gold, sport...), nil)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "model.bin"), w.Marshal(lex.Sum), 0o644); err != nil {
		return err
	}
	return writeSums(dir, out)
}

func setNames() (out []string) {
	for _, s := range compile.Sets {
		out = append(out, s.Name)
	}
	return out
}

// makeLexicon compiles the lexicon. The words inside names come from the training sets, which are read with a first lexicon.
func makeLexicon(dir string) (*lexicon.Lexicon, []byte, error) {
	b, err := compile.Lists(dir)
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
		x, err := compile.Sets[k].Read(dir, first)
		if err != nil {
			return nil, nil, err
		}
		b.InnerWords(x)
	}
	file := b.Marshal()
	lex, err := lexicon.Parse(string(file))
	return lex, file, err
}
