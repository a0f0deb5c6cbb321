package compile

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/crf"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/learn"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/lexicon"
)

// A Set is a training set and where its annotation differs from ours.
type Set struct {
	Name    string
	Weight  float32
	Missing uint8 // types that its annotators left out
	Trim    bool  // leading "the" and titles are inside its names
	Misc    bool  // nationalities are MISC in it
}

const (
	norp = 1 << 3
	misc = 1 << 4
)

// Sets are the training sets. Our own gold counts most.
var Sets = []Set{
	{Name: "dateline-news", Weight: 3},
	{Name: "wikigold", Weight: 1, Misc: true},
	{Name: "crossner-politics", Weight: 1, Misc: true},
	{Name: "uner-ewt", Weight: 1, Missing: norp | misc},
	{Name: "gum-open", Weight: 1, Missing: norp | misc, Trim: true},
	{Name: "redocred", Weight: 0.7, Trim: true},
}

// Read reads a training set under dir, the folder shared/data, and brings it to our conventions as far as rules can.
func (s *Set) Read(dir string, lex *lexicon.Lexicon) ([]*learn.Example, error) {
	file, err := os.Open(filepath.Join(dir, "entities", "train", s.Name+".jsonl"))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	out, err := learn.Read(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file.Name(), err)
	}
	for _, x := range out {
		x.Weight, x.Outside = s.Weight, s.Missing
		for k := range x.Spans {
			s.adapt(x, &x.Spans[k], lex)
		}
	}
	return out, nil
}

func (s *Set) adapt(x *learn.Example, span *learn.Span, lex *lexicon.Lexicon) {
	text := func(j int) string { return x.Doc.Slice(x.Doc.Tokens[j].Span) }
	if s.Misc && span.Types == misc {
		if span.Limit-span.First == 1 && lex.Word(low(text(span.First))).Demonym() {
			span.Types = norp
		}
	}
	if !s.Trim {
		return
	}
	if span.Limit-span.First > 1 && text(span.First) == "the" {
		span.First++
	}
	for span.Types == 1<<crf.TypeOf(dateline.Person) && span.Limit-span.First > 1 && strings.Contains(trimmed, " "+text(span.First)+" ") {
		span.First++
	}
}

// trimmed are titles that stand inside the names of some sets.
const trimmed = ` Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Prof Prof. Professor Emeritus President Vice Prime Minister Secretary General Senator Sen. Rep.
 Representative Governor Gov. Mayor Judge Justice Captain Colonel Lieutenant Major Sergeant Admiral Ambassador Chancellor Foreign Sir Lord Lady
 Pope Cardinal Archbishop Bishop Rev. Reverend Father Sheikh Imam Ayatollah Director Chairman CEO Coach `

// InnerWords marks the lower-case words and marks that occur at least twice inside the names of examples.
func (b *Builder) InnerWords(examples []*learn.Example) {
	seen := map[string]int{}
	for _, x := range examples {
		for _, s := range x.Spans {
			for j := s.First; j < s.Limit; j++ {
				w := x.Doc.Slice(x.Doc.Tokens[j].Span)
				if w == strings.ToLower(w) && !strings.ContainsAny(w, "0123456789") {
					seen[w]++
				}
			}
		}
	}
	for w, n := range seen {
		if n >= 2 {
			b.word(w, lexicon.Entry.WithInner)
		}
	}
}
