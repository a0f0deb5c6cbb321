package score

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index/jsonl"
)

// record is a line of a gold file, of a system file in the scorers' form, or of what examples/facts writes.
type record struct {
	ID        string  `json:"id"`
	Text      string  `json:"text"`
	Published string  `json:"published"`
	DCT       string  `json:"dct"`
	Ents      []Ent   `json:"ents"`
	Timex     []Timex `json:"timex"`
	Mentions  []struct {
		Start int    `json:"start"`
		End   int    `json:"end"`
		Text  string `json:"text"`
		Label string `json:"label"`
		Form  string `json:"form"`
		Timex string `json:"timex"`
		Value string `json:"value"`
	} `json:"mentions"`
}

// Load reads a gold or system file. Positions are code points.
func Load(path string) ([]Doc, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	in := bufio.NewReader(f)
	var docs []Doc
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if len(line) > 1 {
			var r record
			if err := json.Unmarshal(line, &r); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", path, n, err)
			}
			docs = append(docs, r.doc())
		}
		if err == io.EOF {
			return docs, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
}

func (r *record) doc() Doc {
	d := Doc{ID: r.ID, Text: r.Text, Published: r.Published, Ents: r.Ents, Timex: r.Timex}
	if d.Published == "" {
		d.Published = r.DCT
	}
	for _, m := range r.Mentions {
		switch {
		case m.Label == "DATE":
			if m.Timex == "" {
				m.Timex = "DATE"
			}
			d.Timex = append(d.Timex, Timex{m.Start, m.End, m.Text, m.Timex, m.Value})
			fallthrough
		default:
			if m.Form == "" || m.Form == "name" {
				d.Ents = append(d.Ents, Ent{m.Start, m.End, m.Label})
			}
		}
	}
	return d
}

// FromDocument is what the scorers look at in doc.
func FromDocument(doc *dateline.Document) Doc {
	off := jsonl.NewOffsets(doc.Text, jsonl.Runes)
	d := Doc{ID: doc.ID, Text: doc.Text}
	for _, m := range doc.Mentions {
		start, end := off.FromByte(m.Start), off.FromByte(m.End)
		if m.Label == dateline.Date {
			x := Timex{Start: start, End: end, Text: doc.Slice(m.Span), Type: "DATE"}
			if m.Time != nil {
				x.Type, x.Value = m.Time.Type.String(), m.Time.Value
			}
			d.Timex = append(d.Timex, x)
		}
		if m.Form == dateline.FormName {
			d.Ents = append(d.Ents, Ent{start, end, m.Label.String()})
		}
	}
	return d
}
