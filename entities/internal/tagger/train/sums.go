package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"github.com/dateline-nlp/dateline/entities/internal/tagger/compile"
)

// The file inputs.sum beside the model says what it was made from: a line for the trainer's sources, one for each file of the shared
// data, one for each file that came out, and a sample of the sentences that layout and segment made of the training text. TestFresh
// compares it with what is there. It asks for equality, except for the sample: where 2 % of the sentences has other words or
// another kind of section, the model was trained on something else than what it reads.
const sumsFile = "inputs.sum"

// sourceFolders hold the code on which the model depends. What it depends on in other rooms (layout, segment) is watched by the sample.
var sourceFolders = []string{"crf", "feature", "lexicon", "learn", "compile", "train"}

// sourceSum is the hash of the sources under root without comments and layout, so that only a change of the program counts.
func sourceSum(root string) (string, error) {
	h := sha256.New()
	if labels, err := os.ReadFile(filepath.Join(root, "train", "teacher.labels")); err == nil {
		h.Write(labels)
	}
	for _, folder := range sourceFolders {
		files, err := filepath.Glob(filepath.Join(root, folder, "*.go"))
		if err != nil {
			return "", err
		}
		sort.Strings(files)
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			set := token.NewFileSet()
			f, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
			if err != nil {
				return "", err
			}
			bare(f)
			var b bytes.Buffer
			if err := printer.Fprint(&b, token.NewFileSet(), f); err != nil {
				return "", err
			}
			fmt.Fprintf(h, "%s\n%s\n", filepath.Base(name), strings.Join(strings.Fields(b.String()), " "))
		}
	}
	return fmt.Sprintf("%x", h.Sum(nil)[:16]), nil
}

// bare takes the comments out of f.
func bare(f *ast.File) {
	f.Comments, f.Doc = nil, nil
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GenDecl:
			n.Doc = nil
		case *ast.FuncDecl:
			n.Doc = nil
		case *ast.Field:
			n.Doc, n.Comment = nil, nil
		case *ast.ValueSpec:
			n.Doc, n.Comment = nil, nil
		case *ast.TypeSpec:
			n.Doc, n.Comment = nil, nil
		case *ast.ImportSpec:
			n.Doc, n.Comment = nil, nil
		}
		return true
	})
}

// fileSum is the hash of one file.
func fileSum(name string) (string, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(data)
	return fmt.Sprintf("%x", sum[:16]), nil
}

// inputs are the files of the shared data that training reads.
func inputs() []string {
	var out []string
	for _, set := range setNames() {
		out = append(out, "entities/train/"+set+".jsonl")
	}
	for _, l := range []string{"cased_exchange256", "demonyms", "given_names", "glove100.hier", "places", "subdivisions", "surnames", "titles"} {
		out = append(out, "lists/ship/"+l+".tsv")
	}
	return append(out, "unlabelled/current-events.txt", "unlabelled/masc-written.txt", "unlabelled/wikinews.txt")
}

// writeSums writes the sums of sources, inputs under dir and outputs in out.
func writeSums(dir, out string) error {
	sum, err := sourceSum(".")
	if err != nil {
		return err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s sources\n", sum)
	for _, name := range inputs() {
		if sum, err = fileSum(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			return err
		}
		fmt.Fprintf(&b, "%s data/%s\n", sum, name)
	}
	for _, name := range outputs {
		if sum, err = fileSum(filepath.Join(out, name)); err != nil {
			return err
		}
		fmt.Fprintf(&b, "%s %s\n", sum, name)
	}
	sample, err := sentenceSample(dir)
	if err != nil {
		return err
	}
	for part := range slices.Chunk(sample, 12) {
		for k, h := range part {
			if k > 0 {
				b.WriteByte(',')
			}
			fmt.Fprintf(&b, "%08x", h)
		}
		b.WriteString(" sentences\n")
	}
	return os.WriteFile(filepath.Join(out, sumsFile), []byte(b.String()), 0o644)
}

var outputs = []string{"lexicon.bin", "model.bin"}

func setNames() (out []string) {
	for _, s := range compile.Sets {
		out = append(out, s.Name)
	}
	return out
}
