package main

import (
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"slices"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/compile"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/learn"
)

// sampled is the mean number of sentences of the training text for one in the sample.
const sampled = 32

// sentenceSample returns, in order, the hashes of those sentences of our own training gold whose hash is a multiple of sampled: a
// sentence is the kind of its section and its tokens.
func sentenceSample(dir string) ([]uint32, error) {
	file, err := os.Open(filepath.Join(dir, "entities", "train", compile.Sets[0].Name+".jsonl"))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	examples, err := learn.Read(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file.Name(), err)
	}
	var out []uint32
	for _, x := range examples {
		for k := range x.Doc.Sentences {
			if h := sentenceHash(x.Doc, &x.Doc.Sentences[k]); h%sampled == 0 {
				out = append(out, h)
			}
		}
	}
	slices.Sort(out)
	return out, nil
}

func sentenceHash(doc *dateline.Document, s *dateline.Sentence) uint32 {
	h := fnv.New32a()
	for j := s.First; j < s.Limit; j++ {
		if j == s.First {
			h.Write([]byte{byte(doc.SectionAt(doc.Tokens[j].Start))})
		}
		h.Write([]byte(doc.Slice(doc.Tokens[j].Span)))
		h.Write([]byte{0})
	}
	return h.Sum32()
}

// unlike returns the share of two sorted samples that is not in both.
func unlike(a, b []uint32) float64 {
	both := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			both, i, j = both+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	all := len(a) + len(b) - both
	if all == 0 {
		return 0
	}
	return 1 - float64(both)/float64(all)
}
