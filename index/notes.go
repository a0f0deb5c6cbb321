package index

// The annotations of a Document in their stored form: every field but those of tokens, in the order of the declarations in
// package dateline. Scores are rounded to 4 decimals.

import (
	"fmt"

	"github.com/dateline-nlp/dateline"
)

// A noter writes the annotations of one Document and checks them. Its first error stays.
type noter struct {
	*packer
	d   *dateline.Document
	err error
}

// packNotes returns the annotations of d. Positions that do not fit its text, and ids that no entity has, are an error.
func packNotes(d *dateline.Document) ([]byte, error) {
	n := &noter{packer: newPacker(), d: d}
	n.uint(len(d.Sections))
	for _, s := range d.Sections {
		n.place("section", s.Span)
		packKind(n, s.Kind, dateline.ParseSectionKind)
	}
	n.uint(len(d.Sentences))
	for _, s := range d.Sentences {
		n.place("sentence", s.Span)
	}
	n.uint(len(d.Mentions))
	for i := range d.Mentions {
		n.mention(&d.Mentions[i])
	}
	n.uint(len(d.Entities))
	for i := range d.Entities {
		n.entity(&d.Entities[i])
	}
	n.uint(len(d.Quotes))
	for i := range d.Quotes {
		n.quote(&d.Quotes[i])
	}
	return n.b, n.err
}

func (n *noter) fail(format string, args ...any) {
	if n.err == nil {
		n.err = fmt.Errorf(format, args...)
	}
}

// place writes a span of the text.
func (n *noter) place(what string, s dateline.Span) {
	switch text := n.d.Text; {
	case s.Start < 0 || s.Start > s.End || s.End > len(text):
		n.fail("%s: bytes %d to %d do not lie in a text of %d", what, s.Start, s.End, len(text))
	case !startsRune(text, s.Start) || !startsRune(text, s.End):
		n.fail("%s: bytes %d to %d do not lie on rune boundaries", what, s.Start, s.End)
	default:
		n.span(s)
	}
}

func (n *noter) places(what string, list []dateline.Span) {
	n.uint(len(list))
	for _, s := range list {
		n.place(what, s)
	}
}

// packKind writes the name of a kind; one that has none is an error, since it could not be read again.
func packKind[T fmt.Stringer](n *noter, kind T, parse func(string) (T, error)) {
	name := kind.String()
	if _, err := parse(name); err != nil {
		n.fail("%v", err)
	}
	n.str(name)
}

func unpackKind[T any](u *unpacker, parse func(string) (T, error)) T {
	kind, err := parse(u.str())
	if err != nil {
		u.fail()
	}
	return kind
}

// id writes the number of an entity, which must be there.
func (n *noter) id(what string, id dateline.EntityID) {
	if id != 0 && n.d.Entity(id) == nil {
		n.fail("%s: there is no entity %d", what, id)
		return
	}
	n.uint(int(id))
}

func (n *noter) mention(m *dateline.Mention) {
	what := "mention"
	n.place(what, m.Span)
	packKind(n, m.Label, dateline.ParseLabel)
	packKind(n, m.Form, dateline.ParseForm)
	n.id(what, m.Entity)
	n.score(m.Score)
	n.str(m.Rule)
	n.bool(m.Time != nil)
	if t := m.Time; t != nil {
		packKind(n, t.Type, dateline.ParseTimexType)
		n.str(t.Value)
		n.str(t.Mod)
		n.interval(t.Interval)
	}
}

func (u *unpacker) mention() (m dateline.Mention) {
	m.Span = u.span()
	m.Label = unpackKind(u, dateline.ParseLabel)
	m.Form = unpackKind(u, dateline.ParseForm)
	m.Entity = dateline.EntityID(u.uint())
	m.Score = u.score()
	m.Rule = u.str()
	if u.bool() {
		m.Time = &dateline.Timex{Type: unpackKind(u, dateline.ParseTimexType), Value: u.str(), Mod: u.str(), Interval: u.interval()}
	}
	return m
}

// interval writes the number of days, and the first of them where there is one.
func (p *packer) interval(i dateline.Interval) {
	if i.IsZero() {
		p.uint(0)
		return
	}
	p.uint(int(i.To) - int(i.From))
	p.int(int(i.From))
}

func (u *unpacker) interval() (i dateline.Interval) {
	if n := u.uint(); n > 0 {
		i.From = dateline.Day(u.int())
		i.To = i.From + dateline.Day(n)
	}
	return i
}

func (n *noter) entity(e *dateline.Entity) {
	what := fmt.Sprintf("entity %d", e.ID)
	if n.d.Entity(e.ID) != e {
		n.fail("%s: it does not stand at its place among the entities", what)
	}
	packKind(n, e.Label, dateline.ParseLabel)
	n.str(e.Name)
	n.uint(len(e.Aliases))
	for _, a := range e.Aliases {
		n.str(a)
	}
	n.int(e.Count)
	n.place(what, e.First)
	n.uint(len(e.Roles))
	for i := range e.Roles {
		n.role(what, &e.Roles[i])
	}
	n.bool(e.Geo != nil)
	if g := e.Geo; g != nil {
		if g.Lat-g.Lat+(g.Lon-g.Lon) != 0 { // NaN and infinity, which JSON cannot hold either
			n.fail("%s: %g, %g are no coordinates", what, g.Lat, g.Lon)
		}
		n.int(g.GeoNames)
		n.str(g.Country)
		n.degrees(g.Lat)
		n.degrees(g.Lon)
	}
	n.id(what, e.Of)
	n.str(e.Country)
	packKind(n, e.Gender, dateline.ParseGender)
	n.score(e.Score)
}

func (u *unpacker) entity(id int) (e dateline.Entity) {
	e.ID = dateline.EntityID(id)
	e.Label = unpackKind(u, dateline.ParseLabel)
	e.Name = u.str()
	for range u.count() {
		e.Aliases = append(e.Aliases, u.str())
	}
	e.Count = u.int()
	e.First = u.span()
	for range u.count() {
		e.Roles = append(e.Roles, u.role())
	}
	if u.bool() {
		e.Geo = &dateline.Geo{GeoNames: u.int(), Country: u.str(), Lat: u.degrees(), Lon: u.degrees()}
	}
	e.Of = dateline.EntityID(u.uint())
	e.Country = u.str()
	e.Gender = unpackKind(u, dateline.ParseGender)
	e.Score = u.score()
	return e
}

func (n *noter) role(what string, r *dateline.Role) {
	n.str(r.Title)
	n.place("role of "+what, r.Span)
	n.str(r.Affiliation)
	n.id("role of "+what, r.AffiliationEntity)
	n.str(r.From)
	n.str(r.Until)
	n.bool(r.Former)
}

func (u *unpacker) role() dateline.Role {
	return dateline.Role{Title: u.str(), Span: u.span(), Affiliation: u.str(), AffiliationEntity: dateline.EntityID(u.uint()),
		From: u.str(), Until: u.str(), Former: u.bool()}
}

func (n *noter) quote(q *dateline.Quote) {
	n.place("quote", q.Span)
	packKind(n, q.Kind, dateline.ParseQuoteKind)
	n.places("content of a quote", q.Content)
	n.places("content of a quote", q.Quoted)
	n.place("cue of a quote", q.Cue)
	n.place("speaker of a quote", q.Speaker.Span)
	n.id("speaker of a quote", q.Speaker.Entity)
	n.str(q.Speaker.Name)
	n.bool(q.Nested)
	n.score(q.Score)
	n.str(q.Rule)
}

func (u *unpacker) quote() (q dateline.Quote) {
	q.Span = u.span()
	q.Kind = unpackKind(u, dateline.ParseQuoteKind)
	q.Content, q.Quoted, q.Cue = u.spans(), u.spans(), u.span()
	q.Speaker = dateline.Speaker{Span: u.span(), Entity: dateline.EntityID(u.uint()), Name: u.str()}
	q.Nested = u.bool()
	q.Score = u.score()
	q.Rule = u.str()
	return q
}

// unpackNotes gives d, whose text is there, the annotations that packNotes wrote.
func unpackNotes(d *dateline.Document, notes []byte) error {
	u := newUnpacker(notes, len(d.Text))
	for range u.count() {
		d.Sections = append(d.Sections, dateline.Section{Span: u.span(), Kind: unpackKind(u, dateline.ParseSectionKind)})
	}
	for range u.count() {
		d.Sentences = append(d.Sentences, dateline.Sentence{Span: u.span()})
	}
	for range u.count() {
		d.Mentions = append(d.Mentions, u.mention())
	}
	for i := range u.count() {
		d.Entities = append(d.Entities, u.entity(i+1))
	}
	for range u.count() {
		d.Quotes = append(d.Quotes, u.quote())
	}
	if len(u.b) > 0 {
		u.fail()
	}
	return u.err
}
