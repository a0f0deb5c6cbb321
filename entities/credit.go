package entities

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/gazetteer"
)

// splitCredits makes two names of one that holds a photographer and an agency, which a model that has seen few credits
// takes for one:
//
//	"(Virginia Mayo/The Associated Press)"   Virginia Mayo, a person; The Associated Press, an organization
//	"Wakil Kohsar/AFP"                       likewise: where only a credit or caption stands, the given name need not be known
//	"a Reuters/Ipsos poll", "S&P/TOPIX 150"  stay as they are
//
// Where there is nothing to split, the result is names itself.
func splitCredits(doc *dateline.Document, names []dateline.Mention) []dateline.Mention {
	out, split := names, false
	for i, m := range names {
		person, agency, ok := credit(doc, m)
		if ok && !split {
			out, split = slices.Clone(names[:i]), true
		}
		if ok {
			out = append(out, person, agency)
		} else if split {
			out = append(out, m)
		}
	}
	return out
}

// credit splits one name at its only slash, if what stands before it is a photographer.
func credit(doc *dateline.Document, m dateline.Mention) (person, agency dateline.Mention, ok bool) {
	before, after, ok := strings.Cut(doc.Slice(m.Span), "/")
	if !ok || m.Label == dateline.Date || !capital(after) || strings.Contains(after, "/") || !photographer(doc, m.Start, before) {
		return person, agency, false
	}
	person, agency = m, m
	person.End = person.Start + len(before)
	agency.Start = person.End + len("/")
	person.Label, agency.Label = dateline.Person, dateline.Org
	person.Rule, agency.Rule = "credit", "credit"
	return person, agency, true
}

// photographer reports whether name, at start, can be the person whom a credit names: two to four words with capitals of
// which the first is a given name, or any such words in a place where only a credit or caption stands.
func photographer(doc *dateline.Document, start int, name string) bool {
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 4 || !capital(words[0]) || !capital(words[len(words)-1]) || gazetteer.Org(name) != "" {
		return false
	}
	if _, known, _ := gazetteer.Given(words[0]); known {
		return true
	}
	kind := doc.SectionAt(start)
	return kind == dateline.SectionCredit || kind == dateline.SectionCaption
}

// capital reports whether s begins with a capital letter.
func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
