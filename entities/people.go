package entities

import (
	"slices"
	"strings"

	"github.com/dateline-nlp/dateline"
)

// mendPeople makes one name of the two halves of a person's, between which stands a particle that the model has not seen in names, and
// leaves out a rank that the model takes for a name before a person's:
//
//	"Bingu wa Mutharika", "Karl-Theodor zu Guttenberg"   one person
//	"Ann Lee and Bo Chen"                                two: only the particles below join, which are no English words
//	"DCI John Smith", "Sen Ted Cruz"                     a person, and neither an organization nor another person before it
//	"FBI John Smith"                                     stays: the ranks below are no names of organizations
//
// The names are in order. Where there is nothing to mend, the result is names itself.
func mendPeople(doc *dateline.Document, names []dateline.Mention) []dateline.Mention {
	out, mended := names, false
	for i, m := range names {
		k := len(out) - 1 // the name before m
		if !mended {
			k = i - 1
		}
		var join, drop bool
		if k >= 0 && m.Label == dateline.Person && m.Rule != gazetteerRule && out[k].Rule != gazetteerRule {
			between := doc.Text[out[k].End:m.Start]
			join = out[k].Label == dateline.Person && particle(between)
			drop = between == " " && rank(doc.Slice(out[k].Span))
		}
		if (join || drop) && !mended {
			out, mended = slices.Clone(names[:i]), true
		}
		switch {
		case join:
			out[k].End, out[k].Rule, out[k].Score = m.End, "particle", min(out[k].Score, m.Score)
		case drop:
			out[k] = m
		case mended:
			out = append(out, m)
		}
	}
	return out
}

// rank reports whether word is a rank or title in short that stands before a name, and nothing else.
func rank(word string) bool {
	switch word {
	case "DCI", "DCS", "DSP", "ASP", "SSP", "ACP", "DCP", "DIG", "IGP", "AVM", "MEP", "MLA", "MNA", "Sen", "Rep", "Gov", "Dep", "Supt", "Insp", "Cllr", "Prof":
		return true
	}
	return false
}

// particle reports whether between is a particle of names with a space on either side.
func particle(between string) bool {
	if len(between) < 4 || len(between) > 8 || between[0] != ' ' {
		return false
	}
	word, ok := strings.CutSuffix(between[1:], " ")
	if !ok {
		return false
	}
	switch word {
	case "wa", "zu", "zum", "zur", "von", "van", "vanden", "vander", "ter", "dela", "della", "dalla", "delle", "degli", "del", "dos", "das", "bin", "ibn",
		"bint":
		return true
	}
	return false
}
