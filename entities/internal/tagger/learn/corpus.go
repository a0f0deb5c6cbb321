// Package learn trains the tagger's model: corpus, features by number, stochastic gradient, second pass, model file.
package learn

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sort"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/layout"
	"github.com/dateline-nlp/dateline/entities/internal/segment"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/crf"
)

// A Span is an annotated name, in tokens [First, Limit) of its document. Types holds the types that it may have, bit t for type t.
type Span struct {
	First, Limit int
	Types        uint8
}

// An Example is a document with its names.
type Example struct {
	Doc     *dateline.Document
	Gold    []dateline.Mention // as annotated, bytes; what is scored
	Spans   []Span             // what is learned, in tokens
	Free    []Span             // tokens at which any label may be right
	Outside uint8              // types that a token outside the Spans may have nevertheless: those that the annotators left out
	Weight  float32
}

// ErrCorpus reports a line that is no annotated document.
var ErrCorpus = errors.New("not an annotated document")

type line struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	Ents []struct {
		Start int    `json:"start"`
		End   int    `json:"end"`
		Label string `json:"label"`
	} `json:"ents"`
}

// Read reads {"id", "text", "ents": [{"start", "end", "label"}]} lines; positions are code points. Names with a label that the tagger
// does not have (DATE and others) are dropped. An error wraps ErrCorpus and names the line.
func Read(r io.Reader) ([]*Example, error) {
	var out []*Example
	in := bufio.NewReaderSize(r, 1<<20)
	for n := 1; ; n++ {
		data, err := in.ReadBytes('\n')
		if err != nil && err != io.EOF {
			return nil, err
		}
		if len(bytes.TrimSpace(data)) > 0 {
			var l line
			if e := json.Unmarshal(data, &l); e != nil {
				return nil, fmt.Errorf("line %d: %w: %v", n, ErrCorpus, e)
			}
			x, e := l.example()
			if e != nil {
				return nil, fmt.Errorf("line %d: %w: %v", n, ErrCorpus, e)
			}
			out = append(out, x)
		}
		if err == io.EOF {
			return out, nil
		}
	}
}

func (l *line) example() (*Example, error) {
	pos := make([]int, 0, len(l.Text)+1)
	for k := range l.Text {
		pos = append(pos, k)
	}
	pos = append(pos, len(l.Text))
	x := &Example{Doc: Prepare(dateline.Article{ID: l.ID, Text: l.Text}), Weight: 1}
	for _, e := range l.Ents {
		if e.Start < 0 || e.End <= e.Start || e.End >= len(pos) {
			return nil, fmt.Errorf("name at [%d, %d) is outside the text", e.Start, e.End)
		}
		label, err := dateline.ParseLabel(e.Label)
		if err != nil || crf.TypeOf(label) < 0 {
			continue
		}
		x.Gold = append(x.Gold, dateline.Mention{Span: dateline.Span{Start: pos[e.Start], End: pos[e.End]}, Label: label})
	}
	sort.SliceStable(x.Gold, func(i, j int) bool { return x.Gold[i].Start < x.Gold[j].Start })
	x.Align()
	return x, nil
}

// Prepare runs the stages that come before the tagger.
func Prepare(a dateline.Article) *dateline.Document {
	doc := &dateline.Document{Article: a}
	doc.Sections = layout.Sections(a.Text)
	doc.Sentences, doc.Tokens = segment.Split(a.Text, doc.Sections)
	return doc
}

// Teach adds a name of type t at span, or, if t is no type, leaves its tokens free. Spans must come in order.
func (x *Example) Teach(span dateline.Span, t int) {
	tok := x.Doc.Tokens
	first := sort.Search(len(tok), func(k int) bool { return tok[k].End > span.Start })
	limit := first
	for limit < len(tok) && tok[limit].Start < span.End {
		limit++
	}
	if limit == first {
		return
	}
	if t >= crf.Types {
		x.Free = append(x.Free, Span{First: first, Limit: limit})
		return
	}
	x.Spans = append(x.Spans, Span{first, limit, 1 << t})
}

// Align fills Spans from Gold. A name that begins or ends within a token takes in the whole token; names that overlap an earlier one
// are left out.
func (x *Example) Align() {
	x.Spans = x.Spans[:0]
	tok, at := x.Doc.Tokens, 0
	for _, m := range x.Gold {
		for at < len(tok) && tok[at].End <= m.Start {
			at++
		}
		end := at
		for end < len(tok) && tok[end].Start < m.End {
			end++
		}
		if end > at {
			x.Spans = append(x.Spans, Span{at, end, 1 << crf.TypeOf(m.Label)})
			at = end
		}
	}
}
