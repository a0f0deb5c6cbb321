// Command teacher connects the trainer with the teachers, small encoders that label the unlabelled text and do not ship.
//
//	go run ./train/teacher export DIR    write our tokens, with the labels that the annotation permits, for the Python programs to DIR
//	go run ./train/teacher merge DIR     read DIR/pseudo-*.jsonl, what they found, and write train/teacher.labels
//
// Run it in entities/internal/tagger. The labels are a vote of one or two teachers and the model at hand: see merge.go. Where the vote
// is close, the passage is marked as one from which nothing is to be learned.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"sort"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/tagger"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/compile"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/feature"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/learn"
)

func main() {
	data := flag.String("data", filepath.Join("..", "..", "..", "..", "shared", "data"), "`folder` shared/data")
	flag.Parse()
	var err error
	switch flag.Arg(0) {
	case "export":
		err = export(*data, flag.Arg(1))
	case "merge":
		err = merge(*data, flag.Arg(1))
	default:
		err = errors.New("teacher: export or merge, and a folder")
	}
	if err != nil {
		log.Fatal(err)
	}
}

// A document is a line of the files for teacher.py: the tokens of each sentence, and for training texts the set of labels
// permitted at each token, bit y for label y of package crf.
type document struct {
	Sentences [][]string `json:"s"`
	Masks     [][]uint32 `json:"m,omitempty"`
	Weight    float32    `json:"w"`
}

func export(data, dir string) error {
	view := new(feature.View)
	for k := range compile.Sets {
		s := &compile.Sets[k]
		examples, err := s.Read(data, tagger.Lexicon())
		if err != nil {
			return err
		}
		docs := make([]document, len(examples))
		for i, x := range examples {
			view.Load(x.Doc, tagger.Lexicon())
			masks := x.Masks(view)
			docs[i] = document{Sentences: sentences(x.Doc), Weight: x.Weight}
			for _, sent := range x.Doc.Sentences {
				row := make([]uint32, 0, sent.Limit-sent.First)
				for _, m := range masks[sent.First:sent.Limit] {
					row = append(row, uint32(m))
				}
				docs[i].Masks = append(docs[i].Masks, row)
			}
		}
		if err := write(filepath.Join(dir, "train-"+s.Name+".jsonl"), docs); err != nil {
			return err
		}
	}
	articles, err := compile.Articles(data)
	if err != nil {
		return err
	}
	docs := make([]document, len(articles))
	for i, text := range articles {
		docs[i] = document{Sentences: sentences(learn.Prepare(dateline.Article{Text: text}))}
	}
	return write(filepath.Join(dir, "unlabelled.jsonl"), docs)
}

func sentences(doc *dateline.Document) (out [][]string) {
	for _, s := range doc.Sentences {
		words := make([]string, 0, s.Limit-s.First)
		for _, t := range doc.Tokens[s.First:s.Limit] {
			words = append(words, doc.Slice(t.Span))
		}
		out = append(out, words)
	}
	return out
}

func write(name string, docs []document) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	e := json.NewEncoder(w)
	for _, d := range docs {
		if err := e.Encode(d); err != nil {
			f.Close()
			return err
		}
	}
	return errors.Join(w.Flush(), f.Close())
}

func merge(data, dir string) error {
	files, err := filepath.Glob(filepath.Join(dir, "pseudo-*.jsonl"))
	if err != nil {
		return err
	}
	sort.Strings(files)
	found := map[int][]*finding{}
	for _, name := range files {
		if err := readFound(name, found); err != nil {
			return err
		}
	}
	articles, err := compile.Articles(data)
	if err != nil {
		return err
	}
	exported, err := readExported(filepath.Join(dir, "unlabelled.jsonl"))
	if err != nil {
		return err
	}
	var all []compile.Labels
	for i, text := range articles {
		if f := found[i]; len(f) > 0 && len(f) < len(weights) && i < len(exported) {
			spans, err := exported[i].spans(text)
			if err != nil {
				return fmt.Errorf("article %d: %w", i, err)
			}
			all = append(all, compile.Labels{Article: i, Names: vote(text, spans, f)})
		}
	}
	file, err := compile.MarshalLabels(all)
	if err != nil {
		return err
	}
	fmt.Printf("%d articles, %d bytes\n", len(all), len(file))
	return os.WriteFile(filepath.Join("train", "teacher.labels"), file, 0o644)
}
