package entities

import (
	"slices"
	"strings"

	"github.com/dateline-nlp/dateline"
)

// joinParticles makes one name of the two halves of a person's, between which stands a particle that the model has not seen in names:
//
//	"Bingu wa Mutharika", "Karl-Theodor zu Guttenberg"   one person
//	"Ann Lee and Bo Chen"                                two: only the particles below join, which are no English words
//
// The names are in order. Where there is nothing to join, the result is names itself.
func joinParticles(doc *dateline.Document, names []dateline.Mention) []dateline.Mention {
	out, joined := names, false
	for i, m := range names {
		if i > 0 && m.Label == dateline.Person {
			k := i - 1
			if joined {
				k = len(out) - 1
			}
			if before := out[k]; before.Label == dateline.Person && before.Rule != gazetteerRule && m.Rule != gazetteerRule &&
				particle(doc.Text[before.End:m.Start]) {
				if !joined {
					out, joined = slices.Clone(names[:i]), true
				}
				out[k].End, out[k].Rule, out[k].Score = m.End, "particle", min(before.Score, m.Score)
				continue
			}
		}
		if joined {
			out = append(out, m)
		}
	}
	return out
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
