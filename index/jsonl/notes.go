package jsonl

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/dateline-nlp/dateline"
)

// MarshalNotes is Marshal without the article: only what was found in it. Annotate is its inverse.
func MarshalNotes(d *dateline.Document, unit Unit) ([]byte, error) {
	e := newEncoder(d, unit)
	e.bare = true
	o := e.object(true)
	if e.err != nil {
		return nil, fmt.Errorf("jsonl: document %q: %w", d.ID, e.err)
	}
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	err := enc.Encode(o)
	return bytes.TrimSuffix(buf.Bytes(), []byte("\n")), err
}

// Annotate replaces the sections, sentences, mentions, entities and quotes of d by those in line, whose positions, in unit,
// are positions in d.Text. Other fields of the line are passed over. After an error d is as before.
func Annotate(d *dateline.Document, line []byte, unit Unit) error {
	var o object
	if err := json.Unmarshal(line, &o); err != nil {
		return jsonError(line, err)
	}
	full := &dateline.Document{Article: d.Article}
	dec := &decoder{doc: full, off: NewOffsets(d.Text, unit), unit: unit}
	if dec.object(&o); dec.err == nil {
		*d = *full
	}
	return dec.err
}
