package index

// The text form of a Query is written here and read in parse.go.
//
//	query  = and { "OR" and }
//	and    = not { [ "AND" ] not }
//	not    = [ "NOT" | "-" ] atom
//	atom   = group | "*" | field ":" ( value | group ) | value
//	group  = "(" [ "OR" ] query ")"
//	value  = word | phrase | days | circle
//
// In a group after a field, values without a field belong to that one, as in said:(ISIS OR "Islamic State"); elsewhere they
// are of text. Fields: text said speaker role about person org place country near published mentioned source kind section
// score in. Days: 2020, 2020-01, 2020-01-15, 2020-01..2020-03, 2020.., ..2020. A circle is near:33.3,44.4,50km. A backslash
// takes the meaning from the character that follows.
//
// The fields of a Query are written in the order above, joined by AND; a part that is a Query stands in parentheses, Or as
// "(a OR b)", or "(OR a)" for a single alternative. Reading fills the same field of the same Query, so what is written and
// read again is equal.

import (
	"strconv"
	"strings"

	"github.com/dateline-nlp/dateline"
)

// String returns q as text, in the form that ParseQuery reads. The zero Query is "*".
func (q Query) String() string {
	var b strings.Builder
	q.write(&b)
	return b.String()
}

func (q *Query) write(b *strings.Builder) {
	n := b.Len()
	part := func(s string) {
		if b.Len() > n {
			b.WriteString(" AND ")
		}
		b.WriteString(s)
	}
	for _, f := range queryFields {
		if v := f.format(q); v != "" {
			part(f.name + ":" + v)
		}
	}
	group := func(begin string, list ...Query) {
		part(begin)
		for i := range list {
			if i > 0 {
				b.WriteString(" OR ")
			}
			list[i].write(b)
		}
		b.WriteString(")")
	}
	if q.In != nil {
		group("in:(", *q.In)
	}
	for _, sub := range q.And {
		group("(", sub)
	}
	switch len(q.Or) {
	case 0:
	case 1:
		group("(OR ", q.Or...)
	default:
		group("(", q.Or...)
	}
	for _, sub := range q.Not {
		group("NOT (", sub)
	}
	if b.Len() == n {
		b.WriteString("*")
	}
}

// A queryField reads and writes one field of a Query.
type queryField struct {
	name   string
	format func(*Query) string
	set    func(*Query, string) error // takes the value as the field of Query holds it
	words  bool                       // a field of words, which takes several and keeps quotation marks
	at     func(*Query) *string       // where the value stands; nil where it is no string
}

func stringField(name string, words bool, at func(*Query) *string) queryField {
	return queryField{
		name:  name,
		words: words,
		at:    at,
		format: func(q *Query) string {
			if words {
				return quoteWords(*at(q))
			}
			return quoteName(*at(q))
		},
		set: func(q *Query, v string) error { *at(q) = v; return nil },
	}
}

var queryFields = []queryField{
	stringField("text", true, func(q *Query) *string { return &q.Text }),
	stringField("said", true, func(q *Query) *string { return &q.Said }),
	stringField("speaker", false, func(q *Query) *string { return &q.Speaker }),
	stringField("role", true, func(q *Query) *string { return &q.Role }),
	stringField("about", false, func(q *Query) *string { return &q.About }),
	stringField("person", false, func(q *Query) *string { return &q.Person }),
	stringField("org", false, func(q *Query) *string { return &q.Org }),
	stringField("place", false, func(q *Query) *string { return &q.Place }),
	stringField("country", false, func(q *Query) *string { return &q.Country }),
	{name: "near", format: func(q *Query) string { return q.Near.String() }, set: func(q *Query, v string) (err error) {
		q.Near, err = ParseNear(v)
		return err
	}},
	daysField("published", func(q *Query) *dateline.Interval { return &q.Published }),
	daysField("mentioned", func(q *Query) *dateline.Interval { return &q.Mentioned }),
	stringField("source", false, func(q *Query) *string { return &q.Source }),
	{name: "kind", format: func(q *Query) string { return q.Kind.String() }, set: func(q *Query, v string) (err error) {
		q.Kind, err = dateline.ParseQuoteKind(v)
		return err
	}},
	{name: "section", format: func(q *Query) string { return q.Section.String() }, set: func(q *Query, v string) (err error) {
		q.Section, err = dateline.ParseSectionKind(v)
		return err
	}},
	{name: "score", format: func(q *Query) string {
		if !(q.MinScore > 0) {
			return ""
		}
		return strconv.FormatFloat(q.MinScore, 'g', -1, 64)
	}, set: setScore},
}
