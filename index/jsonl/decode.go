package jsonl

import (
	"fmt"
	"sort"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
)

// A decoder fills one Document from the objects of a line. Its first error stays.
type decoder struct {
	doc  *dateline.Document
	off  *Offsets
	unit Unit
	n    int                       // number of entities
	ids  map[int]dateline.EntityID // from the ids of the line; nil where they count 1, 2, 3, ...
	err  error
}

func (d *decoder) fail(what string, i int, err error) {
	if d.err == nil && err != nil {
		d.err = fmt.Errorf("%s %d: %w", what, i+1, err)
	}
}

func (d *decoder) object(o *object) {
	d.n = len(o.Entities)
	for i, e := range o.Entities {
		if e.ID != i+1 {
			d.ids = entityIDs(o.Entities)
			break
		}
	}
	for i := range o.Entities {
		x, err := d.entity(&o.Entities[i])
		x.ID = dateline.EntityID(i + 1)
		d.doc.Entities = append(d.doc.Entities, x)
		d.fail("entity", i, err)
	}
	for i, s := range o.Sections {
		span, e1 := d.span(s.Start, s.End)
		kind, e2 := dateline.ParseSectionKind(s.Kind)
		d.doc.Sections = append(d.doc.Sections, dateline.Section{Span: span, Kind: kind})
		d.fail("section", i, first(e1, e2))
	}
	for i, s := range o.Sentences {
		span, err := d.span(s[0], s[1])
		d.doc.Sentences = append(d.doc.Sentences, dateline.Sentence{Span: span})
		d.fail("sentence", i, err)
	}
	d.mentions(o)
	for i := range o.Quotes {
		q, err := d.quote(&o.Quotes[i])
		d.doc.Quotes = append(d.doc.Quotes, q)
		d.fail("quote", i, err)
	}
	sort.SliceStable(d.doc.Quotes, func(i, j int) bool { return d.doc.Quotes[i].Start < d.doc.Quotes[j].Start })
}

func entityIDs(list []entity) map[int]dateline.EntityID {
	ids := make(map[int]dateline.EntityID, len(list))
	for i, e := range list {
		if ids[e.ID] == 0 {
			ids[e.ID] = dateline.EntityID(i + 1)
		}
	}
	return ids
}

func (d *decoder) id(id int) (dateline.EntityID, error) {
	n := dateline.EntityID(id)
	if d.ids != nil {
		n = d.ids[id]
	}
	if id != 0 && (n < 1 || int(n) > d.n) {
		return 0, fmt.Errorf("there is no entity %d", id)
	}
	return n, nil
}

// first returns the first error that is not nil.
func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// span converts a position, which must lie within the text and on the boundary of a rune.
func (d *decoder) span(start, end int) (dateline.Span, error) {
	a, ok1 := d.byte(start)
	b, ok2 := d.byte(end)
	if !ok1 || !ok2 || start > end {
		return dateline.Span{}, fmt.Errorf("%d to %d is no span of the text, counted in %ss", start, end, d.unit)
	}
	return dateline.Span{Start: a, End: b}, nil
}

// maybe is span for a span that may be left out.
func (d *decoder) maybe(start *int, end int) (dateline.Span, error) {
	if start == nil {
		return d.span(0, end)
	}
	return d.span(*start, end)
}

func (d *decoder) byte(pos int) (int, bool) {
	if pos < 0 {
		return 0, false
	}
	b := d.off.ToByte(pos)
	if d.off.FromByte(b) != pos {
		return 0, false
	}
	return b, b == len(d.doc.Text) || utf8.RuneStart(d.doc.Text[b])
}

func (d *decoder) mentions(o *object) {
	add := func(what string, list []mention) {
		for i := range list {
			x, err := d.mention(&list[i])
			d.doc.Mentions = append(d.doc.Mentions, x)
			d.fail(what, i, err)
		}
	}
	add("mention", o.Mentions)
	add("ent", o.Ents)
	for i, t := range o.Timex {
		if t.Type == "" {
			t.Type = dateline.TimexDate.String()
		}
		x, err := d.mention(&mention{Start: t.Start, End: t.End, Label: dateline.Date.String(), Timex: t.Type, Value: t.Value, Mod: t.Mod})
		d.doc.Mentions = append(d.doc.Mentions, x)
		d.fail("timex", i, err)
	}
	sort.SliceStable(d.doc.Mentions, func(i, j int) bool { return d.doc.Mentions[i].Start < d.doc.Mentions[j].Start })
}

func (d *decoder) mention(m *mention) (dateline.Mention, error) {
	span, e1 := d.span(m.Start, m.End)
	label, e2 := dateline.ParseLabel(m.Label)
	form, e3 := dateline.ParseForm(m.Form)
	id, e4 := d.id(m.Entity)
	x := dateline.Mention{Span: span, Label: label, Form: form, Entity: id, Score: m.Score, Rule: m.Rule}
	if e1 == nil && m.Text != "" && m.Text != d.doc.Slice(span) {
		e1 = fmt.Errorf("%d to %d is %q, not %q: are positions counted in %ss?", m.Start, m.End, clip(d.doc.Slice(span)), clip(m.Text), d.unit)
	}
	var e5, e6 error
	if m.Timex != "" || m.Value != "" || m.From != "" {
		x.Time = &dateline.Timex{Value: m.Value, Mod: m.Mod}
		x.Time.Type, e5 = dateline.ParseTimexType(m.Timex)
		x.Time.Interval, e6 = parseInterval(m.From, m.To)
	}
	return x, first(e1, e2, e3, e4, e5, e6)
}

func clip(s string) string {
	for i := range s {
		if i > 40 {
			return s[:i] + "..."
		}
	}
	return s
}

func (d *decoder) entity(e *entity) (dateline.Entity, error) {
	label, e1 := dateline.ParseLabel(e.Label)
	gender, e2 := dateline.ParseGender(e.Gender)
	of, e3 := d.id(e.Of)
	x := dateline.Entity{
		Label: label, Name: e.Name, Aliases: e.Aliases, Count: e.Count, Of: of, Country: e.Country, Gender: gender, Score: e.Score,
	}
	err := first(e1, e2, e3)
	if e.First != nil {
		var e4 error
		x.First, e4 = d.span(e.First[0], e.First[1])
		err = first(err, e4)
	}
	if g := e.Geo; g != nil {
		x.Geo = &dateline.Geo{GeoNames: g.GeoNames, Country: g.Country, Lat: g.Lat, Lon: g.Lon}
	}
	for _, r := range e.Roles {
		span, e5 := d.maybe(r.Start, r.End)
		aff, e6 := d.id(r.AffiliationEntity)
		x.Roles = append(x.Roles, dateline.Role{
			Title: r.Title, Span: span, Affiliation: r.Affiliation, AffiliationEntity: aff, From: r.From, Until: r.Until, Former: r.Former,
		})
		err = first(err, e5, e6)
	}
	return x, err
}

func (d *decoder) quote(q *quote) (x dateline.Quote, err error) {
	if q.Kind == "" {
		q.Kind = q.Type
	}
	content := q.Content
	if len(content) == 0 {
		content = q.Spans
	}
	var errs [6]error
	x = dateline.Quote{Nested: q.Nested, Score: q.Score, Rule: q.Rule}
	x.Kind, errs[0] = dateline.ParseQuoteKind(q.Kind)
	x.Content, errs[1] = d.spans(content)
	x.Quoted, errs[2] = d.spans(q.Quoted)
	if len(q.Content) == 0 && len(q.Quoted) == 0 && x.Kind == dateline.Direct {
		x.Quoted = append(x.Quoted, x.Content...)
	}
	if q.End != 0 {
		x.Span, errs[3] = d.span(q.Start, q.End)
	} else if n := len(x.Content); n > 0 {
		x.Span = dateline.Span{Start: x.Content[0].Start, End: x.Content[n-1].End}
	}
	if q.Cue != nil {
		x.Cue, errs[4] = d.span(q.Cue[0], q.Cue[1])
	}
	x.Speaker, errs[5] = d.speaker(q)
	return x, first(errs[:]...)
}

func (d *decoder) speaker(q *quote) (x dateline.Speaker, err error) {
	x.Name = q.SpeakerEntity
	if s := q.Speaker; s != nil {
		var e1, e2 error
		x.Span, e1 = d.maybe(s.Start, s.End)
		x.Entity, e2 = d.id(s.Entity)
		if s.Name != "" {
			x.Name = s.Name
		}
		err = first(e1, e2)
	}
	return x, err
}

func (d *decoder) spans(list []pair) (out []dateline.Span, err error) {
	for _, p := range list {
		s, e := d.span(p[0], p[1])
		if err == nil {
			err = e
		}
		out = append(out, s)
	}
	return out, err
}
