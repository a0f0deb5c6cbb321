package index

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/dateline-nlp/dateline"
)

// A Query says what is looked for. Every field that is set must hold, so the zero Query finds everything.
//
// Fields of words (Text, Said, Role) hold words that must all occur, in any order, and phrases in quotation marks; a word
// may end in * (any word that begins so), ~ or ~2 (one or two letters differ). Fields of names (Speaker, About, Person, Org,
// Place) hold one name, which is found by any of its aliases, may end in * or ~ as well, and is compared without regard to
// case and diacritics.
//
// A hit is a quote or an article. For a quote, Text, About, Person, Org, Place, Near, Country and Mentioned speak of the
// quote and the sentences that it stands in. For an article they speak of all of it, and the fields of quotes (Said,
// Speaker, Role, Kind, Section, MinScore) ask for one quote that they all are true of: the alternatives and exclusions (Or,
// Not, And) that hold such fields only are about the same quote.
type Query struct {
	Text    string // words of the text
	Said    string // words of what was said
	Speaker string // who said it
	Role    string // words of the speaker's titles and affiliations
	About   string // a name of any kind, in the quote or beside it, but for the speaker's own
	Person  string
	Org     string
	Place   string
	Country string // ISO 3166 alpha-2 code of a country that a place lies in or a nationality belongs to

	Near      Near               // a place within the circle
	Published dateline.Interval  // publication date; see ParseDays
	Mentioned dateline.Interval  // a date of the text overlaps it
	Source    string             // publisher, whole name
	Kind      dateline.QuoteKind // of the quote
	Section   dateline.SectionKind
	MinScore  float64 // least Score of the quote, in steps of 0.001

	In  *Query  // on quotes: the article as a whole is found by it
	And []Query // all of these
	Or  []Query // at least one of these, where there are any
	Not []Query // none of these
}

// IsZero reports whether q finds everything.
func (q *Query) IsZero() bool { return q.leafless() && len(q.And)+len(q.Or)+len(q.Not) == 0 }

func (q *Query) leafless() bool { return !q.hasQuoteLeaf() && !q.hasSharedLeaf() && q.In == nil }

func (q *Query) hasQuoteLeaf() bool {
	return q.Said != "" || q.Speaker != "" || q.Role != "" || q.Kind != 0 || q.Section != 0 || q.MinScore > 0
}

func (q *Query) hasSharedLeaf() bool {
	return q.Text != "" || q.About != "" || q.Person != "" || q.Org != "" || q.Place != "" || q.Country != "" || !q.Near.IsZero() ||
		!q.Published.IsZero() || !q.Mentioned.IsZero() || q.Source != ""
}

// ofQuotes reports whether q, or a part of it, has a field of quotes.
func (q *Query) ofQuotes() bool {
	return q.hasQuoteLeaf() || q.In != nil || anyQuery(q.And, (*Query).ofQuotes) || anyQuery(q.Or, (*Query).ofQuotes) || anyQuery(q.Not, (*Query).ofQuotes)
}

// onlyQuotes reports whether q has fields of quotes and no others.
func (q *Query) onlyQuotes() bool {
	other := func(p *Query) bool { return !p.onlyQuotes() }
	return !q.hasSharedLeaf() && q.In == nil && q.ofQuotes() && !anyQuery(q.And, other) && !anyQuery(q.Or, other) && !anyQuery(q.Not, other)
}

func anyQuery(list []Query, f func(*Query) bool) bool {
	for i := range list {
		if f(&list[i]) {
			return true
		}
	}
	return false
}

// checkDepth refuses a query whose parts nest deeper than maxDepth, before anything else walks through them.
func (q *Query) checkDepth() error {
	if q.within(maxDepth) {
		return nil
	}
	return &QueryError{Msg: msgDeep}
}

// within reports whether q nests no deeper than depth.
func (q *Query) within(depth int) bool {
	deeper := func(p *Query) bool { return !p.within(depth - 1) }
	return depth > 0 && (q.In == nil || q.In.within(depth-1)) && !anyQuery(q.And, deeper) && !anyQuery(q.Or, deeper) && !anyQuery(q.Not, deeper)
}

// split parts q, for articles, into what one quote must fulfil and what the article must; either may be zero.
func (q *Query) split() (quote, article Query) {
	article = *q
	quote.Said, quote.Speaker, quote.Role = q.Said, q.Speaker, q.Role
	quote.Kind, quote.Section, quote.MinScore = q.Kind, q.Section, q.MinScore
	article.Said, article.Speaker, article.Role, article.Kind, article.Section, article.MinScore = "", "", "", 0, 0, 0
	quote.And, article.And = splitList(q.And)
	if anyQuery(q.Or, func(p *Query) bool { return !p.onlyQuotes() }) {
		article.Or = q.Or
	} else {
		quote.Or, article.Or = q.Or, nil
	}
	quote.Not, article.Not = splitList(q.Not)
	if !quote.hasQuoteLeaf() && len(quote.And)+len(quote.Or) == 0 && len(quote.Not) > 0 {
		article.Not, quote.Not = q.Not, nil // nothing is asked of a quote: no quote of the article may be like that
	}
	return quote, article
}

func splitList(list []Query) (quote, article []Query) {
	for _, p := range list {
		if p.onlyQuotes() {
			quote = append(quote, p)
		} else {
			article = append(article, p)
		}
	}
	return quote, article
}

// A QueryError is a Query or its text that cannot be answered.
type QueryError struct {
	Field string // the field, as in "said"; "" if the error is one of syntax
	Text  string // the text of the query, where it was parsed
	Pos   int    // byte of Text at which reading failed
	Msg   string // what is wrong
	Hint  string // what would be right; may be empty
}

func (e *QueryError) Error() string {
	var b strings.Builder
	b.WriteString("index: query")
	if e.Text != "" {
		fmt.Fprintf(&b, " %s, column %d", excerpt(e.Text, e.Pos), e.Pos+1)
	}
	if e.Field != "" {
		b.WriteString(": " + e.Field)
	}
	b.WriteString(": " + e.Msg)
	if e.Hint != "" {
		b.WriteString(" (" + e.Hint + ")")
	}
	return b.String()
}

// excerpt quotes text, of a long one what is near pos.
func excerpt(text string, pos int) string {
	const around = 60
	from, to := max(0, pos-around), min(len(text), pos+around)
	s := strconv.Quote(strings.ToValidUTF8(text[from:to], ""))
	if from > 0 {
		s = "..." + s
	}
	if to < len(text) {
		s += "..."
	}
	return s
}

// A term is one word or phrase of a field of words, or the name of a field of names.
type term struct {
	text   string
	phrase bool
	prefix bool
	fuzzy  int
}

// parseTerms splits the value of a field of words.
func parseTerms(field, value string) (out []term, err error) {
	for value != "" {
		switch c := value[0]; {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			value = value[1:]
		case c == '"':
			end := strings.IndexByte(value[1:], '"')
			if end < 0 {
				return nil, &QueryError{Field: field, Msg: "a quotation mark is not closed", Hint: `as in "Islamic State"`}
			}
			out = append(out, term{text: value[1 : 1+end], phrase: true})
			value = value[end+2:]
		default:
			end := strings.IndexAny(value, " \t\r\n\"")
			if end < 0 {
				end = len(value)
			}
			t, err := parseTerm(field, value[:end])
			if err != nil {
				return nil, err
			}
			out = append(out, t)
			value = value[end:]
		}
	}
	return out, nil
}

// parseTerm reads the marks at the end of a word or name.
func parseTerm(field, s string) (term, error) {
	t := term{text: s}
	switch {
	case strings.HasSuffix(s, "~1"), strings.HasSuffix(s, "~2"):
		t.text, t.fuzzy = s[:len(s)-2], int(s[len(s)-1]-'0')
	case strings.HasSuffix(s, "~"):
		t.text, t.fuzzy = s[:len(s)-1], 1
	case strings.HasSuffix(s, "*"):
		t.text, t.prefix = s[:len(s)-1], true
	}
	if strings.HasPrefix(t.text, "*") || t.prefix && nameKey(t.text) == "" {
		return t, &QueryError{Field: field, Msg: "a * must follow the beginning of a word", Hint: "as in stolten*; a * in front would read the whole index"}
	}
	return t, nil
}
