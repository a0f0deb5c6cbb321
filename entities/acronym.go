package entities

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
)

// maxAcronym is the most bytes an acronym has.
const maxAcronym = 16

// acronyms makes a name of the acronym in brackets behind a name, with that name's label, where the model saw none:
//
//	"the Alliance of the Volcanoes (ADV)"   ADV is a name
//	"Kaziranga National Park (KNP)"         where the model saw one, it keeps its label: it is as often right as that of the long name
//	"Chief of Army Staff (COAS)"            nothing, where the long form is not a name
//
// The names are in order. Where nothing has to be added, the result is names itself.
func acronyms(doc *dateline.Document, names []dateline.Mention) []dateline.Mention {
	out, added := names, false
	for i, m := range names {
		if added {
			out = append(out, m)
		}
		a, ok := acronymBehind(doc.Text, m)
		if !ok || i+1 < len(names) && names[i+1].Start < a.End {
			continue
		}
		if !added {
			out, added = slices.Clone(names[:i+1]), true
		}
		out = append(out, a)
	}
	return out
}

// acronymBehind returns the acronym of m in the brackets behind it, as a mention like m.
func acronymBehind(text string, m dateline.Mention) (dateline.Mention, bool) {
	rest := text[m.End:]
	if m.Label == dateline.Date || !strings.HasPrefix(rest, " (") {
		return m, false
	}
	rest = rest[len(" ("):]
	end := strings.IndexAny(rest[:min(len(rest), maxAcronym+1)], "),;")
	if end < 2 || !abbreviates(rest[:end], text[m.Start:m.End]) {
		return m, false
	}
	m.Start = m.End + len(" (")
	m.End = m.Start + end
	m.Rule = "acronym"
	return m, true
}

// abbreviates reports whether acronym has the first letters of the words of name that have capitals, two or more, in their order,
// beginning with the first, and at most two letters else: of small words ("DOJ"), or of the name in another language ("ADV").
func abbreviates(acronym, name string) bool {
	count, extra := 0, 0
	for word := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == '-' || unicode.IsSpace(r) }) {
		first, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsUpper(first) {
			continue
		}
		k := strings.IndexRune(acronym, first)
		if k < 0 || count == 0 && k > 0 {
			return false
		}
		extra += k
		acronym = acronym[k+utf8.RuneLen(first):]
		count++
	}
	return count >= 2 && extra+len(acronym) <= 2 && strings.IndexFunc(acronym, unicode.IsLower) < 0
}
