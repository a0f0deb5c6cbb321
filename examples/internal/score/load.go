package score

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"unicode/utf8"

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
	Quotes []quoteRecord `json:"quotes"`
	Ignore [][2]int      `json:"ignore"`
}

// quoteRecord is a quote in the form of a gold file (spans, type, speaker_entity) or of a Document (content, kind, speaker.name).
type quoteRecord struct {
	Spans     [][2]int `json:"spans"`
	Content   [][2]int `json:"content"`
	Quoted    [][2]int `json:"quoted"`
	Type      string   `json:"type"`
	Kind      string   `json:"kind"`
	Nested    bool     `json:"nested"`
	SpeechCue *bool    `json:"speech_cue"`
	SpeakerIs string   `json:"speaker_entity"`
	Speaker   *struct {
		Start int     `json:"start"`
		End   int     `json:"end"`
		Text  string  `json:"text"`
		Head  *[2]int `json:"head"`
		Kind  string  `json:"kind"`
		Name  string  `json:"name"`
	} `json:"speaker"`
}

func (r *quoteRecord) quote() Quote {
	q := Quote{Spans: spans(r.Spans), Type: r.Type, Nested: r.Nested, SpeakerIs: r.SpeakerIs, NoSpeech: r.SpeechCue != nil && !*r.SpeechCue}
	if r.Quoted != nil {
		q.Quoted = spans(r.Quoted)
	}
	document := r.Kind != "" // the scorers see no nesting in what a system says
	if document {
		q.Spans, q.Type, q.Nested = spans(r.Content), r.Kind, false
		if len(q.Quoted) == 0 {
			q.Quoted = nil
		}
	}
	if s := r.Speaker; s != nil {
		if document {
			q.SpeakerIs = s.Name
		}
		if !document || s.End > 0 {
			q.Speaker = &Speaker{Span: Span{s.Start, s.End}, Text: s.Text, Kind: s.Kind}
			if s.Head != nil {
				q.Speaker.Head = &Span{s.Head[0], s.Head[1]}
			}
		}
	}
	return q
}

func spans(list [][2]int) []Span {
	out := make([]Span, len(list))
	for i, s := range list {
		out[i] = Span{s[0], s[1]}
	}
	return out
}

// Annotated reports whether d has anything to score a task with ("entities", "dates" or "quotes"): of the given label of entities or
// type of dates, if it is not "".
func (d *Doc) Annotated(task, kind string) bool {
	switch task {
	case "dates":
		return slices.ContainsFunc(d.Timex, func(t Timex) bool { return kind == "" || t.Type == kind })
	case "quotes":
		return len(d.Quotes) > 0
	}
	return slices.ContainsFunc(d.Ents, func(e Ent) bool { return kind == "" || e.Label == kind })
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
			if r.ID == "" {
				return nil, fmt.Errorf("%s:%d: an article without an id", path, n)
			}
			docs = append(docs, r.doc())
		}
		if err == io.EOF {
			return docs, nil
		}
		if err != nil {
			return nil, err // it names the file
		}
	}
}

func (r *record) doc() Doc {
	d := Doc{ID: r.ID, Text: r.Text, Published: cmp.Or(r.Published, r.DCT), Ents: r.Ents, Timex: r.Timex}
	for _, m := range r.Mentions {
		if m.Label == "DATE" {
			d.Timex = append(d.Timex, Timex{m.Start, m.End, m.Text, cmp.Or(m.Timex, "DATE"), m.Value})
		}
		if m.Form == "" || m.Form == "name" {
			d.Ents = append(d.Ents, Ent{m.Start, m.End, m.Label})
		}
	}
	for i := range r.Quotes {
		d.Quotes = append(d.Quotes, r.Quotes[i].quote())
	}
	d.Ignore = spans(r.Ignore)
	return d
}

// Check reports the first range in gold, or in what system says of its articles, that does not lie in the text of the article.
func Check(gold, system []Doc) error {
	byID := index(system)
	for _, g := range gold {
		n := utf8.RuneCountInString(g.Text)
		all := g.ranges()
		if s := byID[g.ID]; s.Text == "" || s.Text == g.Text {
			all = append(all, s.ranges()...)
		}
		for _, s := range all {
			if s.Start < 0 || s.Start > s.End || s.End > n {
				return fmt.Errorf("article %s: %d to %d is no range of its %d code points", g.ID, s.Start, s.End, n)
			}
		}
	}
	return nil
}

// ranges are all that d refers to.
func (d *Doc) ranges() (out []Span) {
	for _, e := range d.Ents {
		out = append(out, Span{e.Start, e.End})
	}
	for _, x := range d.Timex {
		out = append(out, Span{x.Start, x.End})
	}
	for _, q := range d.Quotes {
		out = append(append(out, q.Spans...), q.Quoted...)
		if q.Speaker != nil {
			out = append(out, q.Speaker.Span)
			if q.Speaker.Head != nil {
				out = append(out, *q.Speaker.Head)
			}
		}
	}
	return append(out, d.Ignore...)
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
	at := func(list []dateline.Span) (out []Span) {
		for _, s := range list {
			out = append(out, Span{off.FromByte(s.Start), off.FromByte(s.End)})
		}
		return out
	}
	for i := range doc.Quotes {
		q := &doc.Quotes[i]
		x := Quote{Spans: at(q.Content), Quoted: at(q.Quoted), Type: q.Kind.String(), SpeakerIs: q.Speaker.Name}
		if !q.Speaker.Span.IsZero() {
			x.Speaker = &Speaker{Span: at([]dateline.Span{q.Speaker.Span})[0], Text: doc.Slice(q.Speaker.Span)}
		}
		d.Quotes = append(d.Quotes, x)
	}
	return d
}
