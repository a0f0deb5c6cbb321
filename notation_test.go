package dateline_test

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
)

// Reading the gold: testdata/README.md describes the notation. A paragraph is a line that holds more than space; they
// count from 1. Every text in the gold is looked up in the article, so that a slip of the annotator fails the test
// that reads it and never moves a label silently.

func (s *sample) readGold() error {
	for _, part := range []struct {
		name string
		read func(line string) error
	}{
		{"gold.layout", s.readLayout},
		{"gold.mentions", s.readMentions},
		{"gold.dates", s.readDates},
		{"gold.entities", s.readEntity},
		{"gold.quotes", s.readQuote},
		{"queries", func(line string) error { s.gold.queries = append(s.gold.queries, line); return nil }},
	} {
		for line := range strings.Lines(s.section(part.name)) {
			if line = strings.TrimSpace(line); line == "" {
				continue
			}
			if err := part.read(line); err != nil {
				return fmt.Errorf("%s: %q: %w", part.name, line, err)
			}
		}
	}
	return nil
}

// readLayout reads "kind first words of the paragraph".
func (s *sample) readLayout(line string) error {
	kindName, words, _ := strings.Cut(line, " ")
	kind, err := dateline.ParseSectionKind(kindName)
	if err != nil {
		return err
	}
	n := len(s.gold.layout)
	if n >= len(s.paras) || !strings.HasPrefix(plainSpaces(s.text(s.paras[n])), words) {
		return fmt.Errorf("paragraph %d does not begin like this", n+1)
	}
	s.gold.layout = append(s.gold.layout, kind)
	return nil
}

// readMentions reads "3 NATO=O | Stoltenberg=P>Jens Stoltenberg".
func (s *sample) readMentions(line string) error {
	return s.readItems(line, func(span dateline.Span, text, value string) error {
		letter, key, found := strings.Cut(value, ">")
		if !found {
			key = text
		}
		label, err := labelOf(letter)
		if err != nil {
			return err
		}
		s.gold.mentions = append(s.gold.mentions, goldMention{span, label, key})
		return nil
	})
}

// readDates reads "3 Tuesday=2023-07-18 | May=2023-05".
func (s *sample) readDates(line string) error {
	return s.readItems(line, func(span dateline.Span, text, value string) error {
		s.gold.dates = append(s.gold.dates, goldDate{span, value})
		return nil
	})
}

// readItems reads a paragraph's number and items "text=value", which stand in the order of the text; "text@2=value" is the
// second place from there where text stands as a word.
func (s *sample) readItems(line string, item func(span dateline.Span, text, value string) error) error {
	number, rest, _ := strings.Cut(line, " ")
	para, err := s.paragraph(number)
	if err != nil {
		return err
	}
	from := para.Start
	for _, part := range strings.Split(rest, " | ") {
		eq := strings.LastIndex(part, "=")
		if eq < 0 {
			return fmt.Errorf("%q is no text=value", part)
		}
		text, nth := part[:eq], 1
		if at := strings.LastIndex(text, "@"); at > 0 {
			if n, err := strconv.Atoi(text[at+1:]); err == nil {
				text, nth = text[:at], n
			}
		}
		span, err := s.find(dateline.Span{Start: from, End: para.End}, text, nth)
		if err != nil {
			return err
		}
		if err := item(span, text, part[eq+1:]); err != nil {
			return err
		}
		from = span.End
	}
	return nil
}

// readEntity reads "P Jens Stoltenberg | aka Stoltenberg | role Secretary General of NATO | country NO".
func (s *sample) readEntity(line string) error {
	parts := strings.Split(line, " | ")
	letter, key, _ := strings.Cut(parts[0], " ")
	label, err := labelOf(letter)
	if err != nil {
		return err
	}
	e := goldEntity{label: label, key: key}
	for _, part := range parts[1:] {
		what, value, _ := strings.Cut(part, " ")
		switch what {
		case "aka":
			e.aka = strings.Split(value, ", ")
		case "country":
			e.country = value
		case "role":
			var r goldRole
			value, r.former = strings.CutSuffix(value, " former")
			r.title, r.of, _ = strings.Cut(value, " of ")
			e.roles = append(e.roles, r)
		default:
			return fmt.Errorf("unknown field %q", what)
		}
	}
	s.gold.entities = append(s.gold.entities, e)
	return nil
}

// readQuote reads "kind paragraph | first words ... last words | speaker | mention | cue"; "-" is none.
func (s *sample) readQuote(line string) error {
	f := strings.Split(line, " | ")
	kind, number, _ := strings.Cut(f[0], " ")
	para, err := s.paragraph(number)
	if err != nil {
		return err
	}
	want := 5
	switch kind {
	case "not":
		want = 2
	case "direct", "mixed", "indirect", "turn":
	default:
		return fmt.Errorf("unknown kind %q", kind)
	}
	if len(f) != want {
		return fmt.Errorf("%d fields, want %d", len(f), want)
	}
	first, last, open := strings.Cut(f[1], " ... ")
	span, err := s.find(para, first, 1)
	if err != nil {
		return err
	}
	if open {
		end, err := s.find(dateline.Span{Start: span.End, End: para.End}, last, 1)
		if err != nil {
			return err
		}
		span.End = end.End
	}
	q := goldQuote{Span: span, kind: kind}
	if kind != "not" {
		q.speaker, q.mention, q.cue = none(f[2]), none(f[3]), none(f[4])
		for _, words := range []string{q.mention, q.cue} {
			if words != "" && !strings.Contains(plainSpaces(s.text(para)), words) {
				return fmt.Errorf("%q is not in the paragraph", words)
			}
		}
	}
	s.gold.quotes = append(s.gold.quotes, q)
	return nil
}

func none(field string) string {
	if field == "-" {
		return ""
	}
	return field
}

func (s *sample) text(span dateline.Span) string { return s.article.Text[span.Start:span.End] }

func (s *sample) paragraph(number string) (dateline.Span, error) {
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || n > len(s.paras) {
		return dateline.Span{}, fmt.Errorf("there is no paragraph %q", number)
	}
	return s.paras[n-1], nil
}

// find returns the nth place within in where words stand, not inside longer words. A space in words stands for any one
// space character of the text.
func (s *sample) find(in dateline.Span, words string, nth int) (dateline.Span, error) {
	for pos := in.Start; pos < in.End; pos++ {
		n := matchLen(s.article.Text[pos:in.End], words)
		if n == 0 || !s.wordEdge(pos) || !s.wordEdge(pos+n) {
			continue
		}
		if nth--; nth == 0 {
			return dateline.Span{Start: pos, End: pos + n}, nil
		}
	}
	return dateline.Span{}, fmt.Errorf("%q is not in %.40q (or stands there before the item ahead of it)", words, s.text(in))
}

// matchLen returns how many bytes of text words match, 0 for no match.
func matchLen(text, words string) int {
	n := 0
	for _, want := range words {
		got, size := utf8.DecodeRuneInString(text[n:])
		if got != want && !(want == ' ' && unicode.IsSpace(got)) {
			return 0
		}
		n += size
	}
	return n
}

// wordEdge reports whether a word begins, ends or stays outside at pos.
func (s *sample) wordEdge(pos int) bool {
	before, _ := utf8.DecodeLastRuneInString(s.article.Text[:pos])
	after, _ := utf8.DecodeRuneInString(s.article.Text[pos:])
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return !word(before) || !word(after)
}

func plainSpaces(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, text)
}

func labelOf(letter string) (dateline.Label, error) {
	switch letter {
	case "P":
		return dateline.Person, nil
	case "O":
		return dateline.Org, nil
	case "L":
		return dateline.Place, nil
	case "N":
		return dateline.Norp, nil
	case "M":
		return dateline.Misc, nil
	}
	return dateline.LabelNone, fmt.Errorf("unknown label %q", letter)
}
