package index

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// maxDepth is how deep queries may nest, the whole one included.
const maxDepth = 100

const msgDeep = "groups are nested deeper than 100"

// ParseQuery reads a query written as text, as in
//
//	speaker:"Jens Stoltenberg" AND said:(ISIS OR "Islamic State") AND place:Iraq AND mentioned:2020-01
//
// Fields: text said speaker role about person org place country near published mentioned source kind section score in. Words
// without a field are of text. AND may be left out; NOT or - excludes; OR binds least; groups stand in parentheses. A word
// may end in * or ~, a phrase stands in quotation marks, a range of dates is 2020-01..2020-03, a circle near:33.3,44.4,50km.
// ParseQuery(q.String()) is equal to q, up to spaces between words. The error is a *QueryError.
func ParseQuery(text string) (Query, error) {
	p := &parser{text: text}
	list, err := p.or("")
	if err == nil && p.pos < len(p.text) {
		err = p.fail("there is no group to close here", "")
	}
	if err != nil {
		return Query{}, err
	}
	if len(list) == 1 {
		return list[0], nil
	}
	return Query{Or: list}, nil
}

type parser struct {
	text  string
	pos   int
	depth int
}

func (p *parser) fail(msg, hint string) error { return p.failAt(p.pos, "", msg, hint) }

func (p *parser) failAt(pos int, field, msg, hint string) error {
	return &QueryError{Field: field, Text: p.text, Pos: pos, Msg: msg, Hint: hint}
}

func (p *parser) tooDeep() error { return p.fail(msgDeep, "") }

func (p *parser) space() {
	for p.pos < len(p.text) && strings.IndexByte(spaces, p.text[p.pos]) >= 0 {
		p.pos++
	}
}

// peek returns the next byte, -1 at the end.
func (p *parser) peek() int {
	p.space()
	if p.pos == len(p.text) {
		return -1
	}
	return int(p.text[p.pos])
}

// keyword takes the word k if it is next.
func (p *parser) keyword(k string) bool {
	p.space()
	rest := p.text[p.pos:]
	if !strings.HasPrefix(rest, k) || len(rest) > len(k) && strings.IndexByte(spaces+`()"`, rest[len(k)]) < 0 {
		return false
	}
	p.pos += len(k)
	return true
}

// or reads alternatives up to the end or a closing parenthesis. Values without a field belong to field, "" for text.
func (p *parser) or(field string) (list []Query, err error) {
	if p.depth++; p.depth > maxDepth {
		return nil, p.tooDeep()
	}
	defer func() { p.depth-- }()
	for {
		q, err := p.and(field)
		if err != nil {
			return nil, err
		}
		list = append(list, q)
		if !p.keyword("OR") {
			return list, nil
		}
	}
}

func (p *parser) and(field string) (q Query, err error) {
	for n := 0; ; n++ {
		p.space()
		at := p.pos
		if n > 0 && p.keyword("AND") {
			if c := p.peek(); c < 0 || c == ')' {
				return q, p.failAt(at, "", "nothing follows AND", "as in a AND b")
			}
		}
		c := p.peek()
		start := p.pos
		end := c < 0 || c == ')'
		if !end && p.keyword("OR") {
			p.pos, end = start, true
		}
		if end {
			if n == 0 {
				return q, p.fail("a word or a field is missing", `as in said:"Islamic State"; * finds everything`)
			}
			return q, nil
		}
		if p.keyword("AND") {
			return q, p.failAt(start, "", "AND has nothing on its left", `a word "AND" is written \AND`)
		}
		if err := p.factor(&q, field); err != nil {
			return q, err
		}
	}
}

// factor reads one part of a conjunction into q.
func (p *parser) factor(q *Query, field string) error {
	switch c := p.peek(); {
	case p.not():
		sub, err := p.negated(field)
		q.Not = append(q.Not, sub)
		return err
	case c == '(':
		list, alt, err := p.group(field)
		if err == nil {
			q.addGroup(list, alt)
		}
		return err
	case p.keyword("*"):
		return nil
	}
	return p.leaf(q, field)
}

// not takes NOT, or a - in front of something.
func (p *parser) not() bool {
	if p.keyword("NOT") {
		return true
	}
	if p.pos+1 < len(p.text) && p.text[p.pos] == '-' && strings.IndexByte(spaces+")", p.text[p.pos+1]) < 0 {
		p.pos++
		return true
	}
	return false
}

func (p *parser) negated(field string) (q Query, err error) {
	if c := p.peek(); c < 0 || c == ')' {
		return q, p.fail("nothing follows NOT", "as in NOT said:war")
	}
	if p.peek() != '(' {
		if p.depth++; p.depth > maxDepth {
			return q, p.tooDeep()
		}
		defer func() { p.depth-- }()
		return q, p.factor(&q, field)
	}
	list, alt, err := p.group(field)
	switch {
	case err != nil:
		return q, err
	case alt:
		return Query{Or: list}, nil
	}
	return list[0], nil
}

// group reads "(...)"; alt tells that it holds alternatives, else there is one Query.
func (p *parser) group(field string) (list []Query, alt bool, err error) {
	start := p.pos
	p.pos++
	alt = p.keyword("OR")
	list, err = p.or(field)
	if err != nil {
		return nil, false, err
	}
	if p.peek() != ')' {
		return nil, false, p.failAt(start, "", "the group is not closed", "a ) is missing")
	}
	p.pos++
	return list, alt || len(list) > 1, nil
}

// addGroup adds a group to the conjunction q.
func (q *Query) addGroup(list []Query, alt bool) {
	switch {
	case alt && q.Or == nil:
		q.Or = list
	case alt:
		q.And = append(q.And, Query{Or: list})
	default:
		q.And = append(q.And, list[0])
	}
}

// leaf reads a value, with or without a field.
func (p *parser) leaf(q *Query, field string) error {
	start := p.pos
	if name, ok := p.fieldName(); ok {
		field = name
		if c := p.peek(); c < 0 || c == ')' {
			return p.fail("there is no value", "as in "+field+":value")
		}
		if p.peek() == '(' {
			return p.fieldGroup(q, field)
		}
	}
	if field == "" {
		field = "text"
	}
	i := slices.IndexFunc(queryFields, func(f queryField) bool { return f.name == field })
	if i < 0 {
		return p.failAt(start, "", fmt.Sprintf("there is no field %q", field), p.suggest(field))
	}
	f := &queryFields[i]
	at := p.pos
	value, err := p.value(f.words)
	if err != nil {
		return err
	}
	if err := q.addLeaf(f, value); err != nil {
		return p.failAt(at, field, err.Error(), fieldHints[field])
	}
	return nil
}

var fieldHints = map[string]string{
	"published": "as in 2020, 2020-01, 2020-01-15, 2020-01..2020-03, 2020.. or ..2020",
	"mentioned": "as in 2020, 2020-01, 2020-01-15, 2020-01..2020-03, 2020.. or ..2020",
	"near":      "degrees north, degrees east, kilometres, as in 33.3,44.4,50km",
	"kind":      "direct, mixed or indirect",
	"section":   "headline, summary, body, caption, ...",
	"score":     "as in 0.8",
}

// addLeaf sets a field of q, or adds to it what it already holds.
func (q *Query) addLeaf(f *queryField, value string) error {
	old := f.format(q)
	if old == "" {
		return f.set(q, value)
	}
	if f.words {
		*f.at(q) += " " + value
		return nil
	}
	var sub Query
	err := f.set(&sub, value)
	q.And = append(q.And, sub)
	return err
}

// fieldName takes "name:" if it is next.
func (p *parser) fieldName() (string, bool) {
	end := p.pos
	for end < len(p.text) && (p.text[end]|0x20 >= 'a' && p.text[end]|0x20 <= 'z' || p.text[end] == '_') {
		end++
	}
	if end == p.pos || end == len(p.text) || p.text[end] != ':' {
		return "", false
	}
	name := strings.ToLower(p.text[p.pos:end])
	p.pos = end + 1
	return name, true
}

// fieldGroup reads the group after "field:".
func (p *parser) fieldGroup(q *Query, field string) error {
	at := p.pos
	inner := field
	if field == "in" {
		inner = ""
	} else if !slices.ContainsFunc(queryFields, func(f queryField) bool { return f.name == field }) {
		return p.failAt(at, "", fmt.Sprintf("there is no field %q", field), p.suggest(field))
	}
	list, alt, err := p.group(inner)
	if err != nil {
		return err
	}
	if field == "in" {
		in := &Query{Or: list}
		if !alt {
			in = &list[0]
		}
		if q.In == nil {
			q.In = in
		} else {
			q.And = append(q.And, Query{In: in})
		}
		return nil
	}
	for i := range queryFields {
		f := &queryFields[i]
		if f.name != field || alt || !f.words {
			continue
		}
		rest := list[0]
		*f.at(&rest) = ""
		if value := *f.at(&list[0]); value != "" && rest.IsZero() {
			return q.addLeaf(f, value)
		}
	}
	q.addGroup(list, alt)
	return nil
}

// value reads a word or a phrase; a phrase of a field of words keeps its marks.
func (p *parser) value(words bool) (string, error) {
	start := p.pos
	if p.text[p.pos] == '"' {
		s, err := p.quoted()
		if err != nil || !words {
			return s, err
		}
		return `"` + strings.ReplaceAll(s, `"`, " ") + `"`, nil
	}
	var b strings.Builder
	for p.pos < len(p.text) && strings.IndexByte(spaces+`()"`, p.text[p.pos]) < 0 {
		if p.text[p.pos] == '\\' {
			if p.pos++; p.pos == len(p.text) {
				return "", p.failAt(start, "", "nothing follows the backslash", `\\ is a backslash`)
			}
		}
		n := runeLen(p.text[p.pos:])
		b.WriteString(p.text[p.pos : p.pos+n])
		p.pos += n
	}
	if b.Len() == 0 {
		return "", p.fail("a word is missing", "")
	}
	return b.String(), nil
}

func runeLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

// quoted reads a phrase and returns what stands between its marks.
func (p *parser) quoted() (string, error) {
	var b strings.Builder
	for i := p.pos + 1; i < len(p.text); i++ {
		switch c := p.text[i]; {
		case c == '\\' && i+1 < len(p.text):
			i++
			b.WriteByte(p.text[i])
		case c == '"':
			p.pos = i + 1
			return b.String(), nil
		default:
			b.WriteByte(c)
		}
	}
	return "", p.fail("the quotation mark is not closed", `as in "Islamic State"`)
}

// suggest names the fields, the most similar one first if one is near.
func (p *parser) suggest(name string) string {
	var all []string
	for _, f := range queryFields {
		if len(name) > 2 && (strings.HasPrefix(f.name, name[:2]) || strings.HasSuffix(f.name, name[2:])) {
			return fmt.Sprintf(`is it %s? A colon in a word is written \:`, f.name)
		}
		all = append(all, f.name)
	}
	return "fields are " + strings.Join(append(all, "in"), ", ") + `; a colon in a word is written \:`
}
