package jsonl

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
)

// A Writer writes Documents, one a line. NewWriter makes one; set its fields before the first Write. It is not safe for
// concurrent use.
type Writer struct {
	Unit      Unit // how positions are counted; zero: code points
	Sentences bool // write the sentences too, as "sentences": [[start, end], ...]

	w   io.Writer
	buf bytes.Buffer
}

// NewWriter returns a Writer to w. Each Document is one call of w.Write, so w need not be buffered, and a line is never half
// a document unless w itself fails.
func NewWriter(w io.Writer) *Writer { return &Writer{w: w} }

// Write writes d. Where a position of d does not fit its text, an entity id does not exist or a kind has no name, nothing
// is written and the error says which. A Document without annotations is written as an article.
func (w *Writer) Write(d *dateline.Document) error {
	w.buf.Reset()
	if err := encode(&w.buf, d, w.Unit, w.Sentences); err != nil {
		return err
	}
	_, err := w.w.Write(w.buf.Bytes())
	return err
}

// Marshal returns the line of d, without a newline, its positions in unit and its sentences included.
func Marshal(d *dateline.Document, unit Unit) ([]byte, error) {
	var buf bytes.Buffer
	if err := encode(&buf, d, unit, true); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(buf.Bytes(), []byte("\n")), nil
}

func encode(buf *bytes.Buffer, d *dateline.Document, unit Unit, sentences bool) error {
	e := newEncoder(d, unit)
	o := e.object(sentences)
	if e.err != nil {
		return fmt.Errorf("jsonl: document %q: %w", d.ID, e.err)
	}
	o.ID, o.Published, o.Text = text(d.ID), formatTime(d.Published), &e.text
	o.Source, o.URL, o.Headline = d.Source, d.URL, d.Headline
	enc := json.NewEncoder(buf)
	enc.SetEscapeHTML(false)
	return enc.Encode(o)
}

// An encoder turns the parts of one Document into objects of a line. Its first error stays.
type encoder struct {
	doc    *dateline.Document
	text   string   // as written, without invalid bytes
	unit   *Offsets // of text
	runes  *Offsets // where bytes were replaced: of the original and, in fixed, of text
	fixed  *Offsets
	offset func(int) int
	err    error
}

func newEncoder(d *dateline.Document, unit Unit) *encoder {
	e := &encoder{doc: d, text: validText(d.Text)}
	e.unit = NewOffsets(e.text, unit)
	e.offset = e.unit.FromByte
	if e.text != d.Text { // bytes of the original -> code points, equal in both -> bytes of the text as written -> unit
		e.runes, e.fixed = NewOffsets(d.Text, Runes), NewOffsets(e.text, Runes)
		e.offset = func(pos int) int { return e.unit.FromByte(e.fixed.ToByte(e.runes.FromByte(pos))) }
	}
	return e
}

// object returns the annotations.
func (e *encoder) object(sentences bool) *object {
	d, o := e.doc, &object{}
	for _, s := range d.Sections {
		p := e.span(s.Span, "section", s.Kind)
		o.Sections = append(o.Sections, section{p[0], p[1], named(e, s.Kind, dateline.ParseSectionKind)})
	}
	if sentences {
		for i, s := range d.Sentences {
			o.Sentences = append(o.Sentences, e.span(s.Span, "sentence", i))
		}
	}
	for i := range d.Mentions {
		o.Mentions = append(o.Mentions, e.mention(&d.Mentions[i]))
	}
	for i := range d.Entities {
		o.Entities = append(o.Entities, e.entity(&d.Entities[i]))
	}
	for i := range d.Quotes {
		o.Quotes = append(o.Quotes, e.quote(&d.Quotes[i]))
	}
	return o
}

// validText replaces each invalid byte by U+FFFD.
func validText(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	for _, r := range s {
		b.WriteRune(r)
	}
	return b.String()
}

func (e *encoder) fail(format string, args ...any) {
	if e.err == nil {
		e.err = fmt.Errorf(format, args...)
	}
}

// named writes a kind by its name; one that has none is an error, since it could not be read again.
func named[T fmt.Stringer](e *encoder, kind T, parse func(string) (T, error)) string {
	s := kind.String()
	if _, err := parse(s); err != nil {
		e.fail("%v", err)
	}
	return s
}

// span converts s, which must lie within the text and on rune boundaries.
func (e *encoder) span(s dateline.Span, what string, which any) pair {
	if s.Start < 0 || s.Start > s.End || s.End > len(e.doc.Text) {
		e.fail("%s %v: bytes %d to %d do not lie in a text of %d", what, which, s.Start, s.End, len(e.doc.Text))
		return pair{}
	}
	if !boundary(e.doc.Text, s.Start) || !boundary(e.doc.Text, s.End) {
		e.fail("%s %v: bytes %d to %d do not lie on rune boundaries", what, which, s.Start, s.End)
		return pair{}
	}
	return pair{e.offset(s.Start), e.offset(s.End)}
}

// boundary reports whether a rune, or an invalid byte, ends or begins at pos.
func boundary(s string, pos int) bool {
	if pos == 0 || pos == len(s) || utf8.RuneStart(s[pos]) {
		return true
	}
	for i := max(0, pos-utf8.UTFMax+1); i < pos; i++ { // a continuation byte: part of a valid rune that began before it?
		if _, n := utf8.DecodeRuneInString(s[i:]); i+n > pos && n > 1 {
			return false
		}
	}
	return true
}

func (e *encoder) slice(s dateline.Span) string { return validText(e.doc.Slice(s)) }

func (e *encoder) id(id dateline.EntityID, what string, which any) int {
	if id != 0 && e.doc.Entity(id) == nil {
		e.fail("%s %v: there is no entity %d", what, which, id)
	}
	return int(id)
}

func (e *encoder) mention(m *dateline.Mention) mention {
	p := e.span(m.Span, "mention", m.Span)
	x := mention{
		Start: p[0], End: p[1], Text: e.slice(m.Span), Label: named(e, m.Label, dateline.ParseLabel), Form: named(e, m.Form, dateline.ParseForm),
		Entity: e.id(m.Entity, "mention", m.Span), Score: round(m.Score), Rule: m.Rule,
	}
	if t := m.Time; t != nil {
		x.Timex, x.Value, x.Mod = named(e, t.Type, dateline.ParseTimexType), t.Value, t.Mod
		if !t.Interval.IsZero() {
			x.From, x.To = t.From.String(), t.To.String()
		}
	}
	return x
}

func (e *encoder) entity(n *dateline.Entity) entity {
	x := entity{
		ID: int(n.ID), Label: named(e, n.Label, dateline.ParseLabel), Name: n.Name, Aliases: n.Aliases, Count: n.Count,
		Of: e.id(n.Of, "entity", n.ID), Country: n.Country, Gender: named(e, n.Gender, dateline.ParseGender), Score: round(n.Score),
	}
	if !n.First.IsZero() {
		p := e.span(n.First, "first mention of entity", n.ID)
		x.First = &p
	}
	if e.doc.Entity(n.ID) != n {
		e.fail("entity %d: it does not stand at its place among the entities", n.ID)
	}
	for _, r := range n.Roles {
		p := e.span(r.Span, "role of entity", n.ID)
		x.Roles = append(x.Roles, role{
			Title: r.Title, Start: start(r.Span, p), End: p[1], Affiliation: r.Affiliation,
			AffiliationEntity: e.id(r.AffiliationEntity, "role of entity", n.ID), From: r.From, Until: r.Until, Former: r.Former,
		})
	}
	if g := n.Geo; g != nil {
		if x := g.Lat - g.Lat + (g.Lon - g.Lon); x != 0 { // JSON holds neither NaN nor infinity
			e.fail("entity %d: %g, %g are no coordinates", n.ID, g.Lat, g.Lon)
		}
		x.Geo = &geo{g.GeoNames, g.Country, g.Lat, g.Lon}
	}
	return x
}

func (e *encoder) quote(q *dateline.Quote) quote {
	p := e.span(q.Span, "quote", q.Span)
	x := quote{
		Kind: named(e, q.Kind, dateline.ParseQuoteKind), Start: p[0], End: p[1], Content: e.spans(q.Content, q.Span), Quoted: e.spans(q.Quoted, q.Span),
		Nested: q.Nested, Score: round(q.Score), Rule: q.Rule,
	}
	if !q.Cue.IsZero() {
		c := cue(e.span(q.Cue, "cue of quote", q.Span))
		x.Cue = &c
	}
	if s := q.Speaker; s.Known() {
		p := e.span(s.Span, "speaker of quote", q.Span)
		x.Speaker = &speaker{
			Entity: e.id(s.Entity, "speaker of quote", q.Span), Name: s.Name, Start: start(s.Span, p), End: p[1], Text: e.slice(s.Span),
		}
	}
	return x
}

// start is the start of a span that may be none: 0 is left out only then.
func start(s dateline.Span, p pair) *int {
	if s.IsZero() {
		return nil
	}
	return &p[0]
}

func (e *encoder) spans(list []dateline.Span, of dateline.Span) (out []pair) {
	for _, s := range list {
		out = append(out, e.span(s, "content of quote", of))
	}
	return out
}
