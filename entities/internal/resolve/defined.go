package resolve

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/gazetteer"
)

// definition is what the text itself says two names to be: one thing.
type definition struct {
	other int32
	rule  string
}

// definitions finds the names that the text explains: "Human Rights Watch (HRW)", "HRW (Human Rights Watch)", "Ann
// Lee, also known as Jo Bo". Each name of such a pair leads to the other.
func (r *resolver) definitions() map[int32]definition {
	out := r.defined
	for i := 0; i+1 < len(r.mentions); i++ {
		a, b := r.name[i], r.name[i+1]
		if a < 0 || b < 0 || a == b {
			continue
		}
		if c := r.tickerOf(i + 1); c >= 0 {
			if out == nil {
				out = map[int32]definition{}
			}
			if _, dup := out[b]; !dup {
				out[b] = definition{c, ruleParenthesis}
			}
			continue
		}
		gap := r.doc.Text[r.mentions[i].End:r.mentions[i+1].Start]
		if len(gap) < 2 || len(gap) > 40 {
			continue
		}
		rule := ""
		switch {
		case r.explained(i, gap, a, b):
			rule = ruleParenthesis
		case r.names[a].label == r.names[b].label && alsoKnown(gap) && !r.compared(i+1):
			rule = ruleAlsoKnown
		default:
			continue
		}
		if out == nil {
			out = map[int32]definition{}
		}
		if _, dup := out[a]; !dup {
			out[a] = definition{b, rule}
		}
		if _, dup := out[b]; !dup {
			out[b] = definition{a, rule}
		}
	}
	return out
}

// explained reports whether mention i+1 stands in a parenthesis after mention i, alone, and one is short for the other.
func (r *resolver) explained(i int, gap string, a, b int32) bool {
	if open := strings.TrimRight(gap, "\"“'‘ "); len(gap) > 6 || !strings.HasSuffix(open, "(") || strings.HasSuffix(open, "((") {
		return false
	}
	end := r.mentions[i+1].End
	rest := strings.TrimLeft(r.doc.Text[end:min(end+6, len(r.doc.Text))], "\"”'’ ")
	if !strings.HasPrefix(rest, ")") && !strings.HasPrefix(rest, ",") && !strings.HasPrefix(rest, ";") {
		return false
	}
	x, y := &r.names[a], &r.names[b]
	if x.label == y.label && otherScript(x.text) != otherScript(y.text) {
		return true // Yuri Shargin (Юрий Шаргин)
	}
	if len(x.words) == 1 && len(y.words) > 1 {
		x, y = y, x
	}
	if x.label == dateline.Person || y.label == dateline.Person || x.label == dateline.Norp || y.label == dateline.Norp || len(y.words) == 0 {
		return false
	}
	if n := len(y.words) - 1; n > 0 { // First Moscow State Medical University (First MSMU)
		return n < len(x.words) && sameWords(y.words[:n], x.words[:n]) && len(y.words[n]) > 1 && abbreviates(y.words[n], x.words[n:])
	}
	// A foreign acronym (Social Democrats, SPD) need not fit letter by letter, as long as both are bodies.
	return abbreviates(y.words[0], x.words) || y.acronym && len(x.words) > 1 && x.label == dateline.Org && y.label == dateline.Org
}

// otherScript reports whether a name begins with a letter that is not Latin.
func otherScript(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(c) && !unicode.Is(unicode.Latin, c)
}

// abbreviates reports whether the letters of short stand in long in order, the first of them first in one of its words.
func abbreviates(short string, long []string) bool {
	if len(short) < 2 {
		return false
	}
	for i, w := range long {
		if w == "" || w[0] != short[0] {
			continue
		}
		rest := strings.Join(long[i:], "")
		j := 0
		for k := 0; k < len(rest) && j < len(short); k++ {
			if rest[k] == short[j] {
				j++
			}
		}
		if j == len(short) {
			return true
		}
	}
	return false
}

// compared reports whether mention i is a comparison, no name: "the Kim Kardashian of Pakistan".
func (r *resolver) compared(i int) bool {
	t := int(r.token[i])
	for t < len(r.doc.Tokens) && r.doc.Tokens[t].Start < r.mentions[i].End {
		t++
	}
	return r.mentions[i].Label == dateline.Person && r.lower(t) == "of"
}

// alsoKnown reports whether the words between two names say that they are one.
func alsoKnown(gap string) bool {
	if strings.ContainsAny(gap, ".;\n") && !strings.Contains(gap, "a.k.a.") {
		return false
	}
	for _, s := range [...]string{" known as ", " aka ", " a.k.a. ", " also called ", " nicknamed ", " dubbed ", " alias ", "real name ", "(born ", "formerly known as ",
		" formerly ", " known by ", "whose real name is ", ", born ", " under the name ", " under the stage name ", " under the ring name ", " under the pen name ", " under the pseudonym ",
		" known professionally as ", " takes the name ", " took the name ", " known locally as "} {
		if i := strings.Index(gap, s); i >= 0 && len(gap)-i-len(s) <= 5 {
			return true
		}
	}
	return false
}

// relabelAcronyms looks for acronyms that no name of their own label explains among the names of other labels: then
// the acronym was given the wrong label, and its mentions join the entity of the full name.
func (r *resolver) relabelAcronyms() {
	for i := range r.names {
		n := &r.names[i]
		if !n.acronym || n.cluster < 0 || len(n.words) != 1 || len(n.key) < 3 || r.clusters[n.cluster].size != 1 || n.label == dateline.Norp ||
			r.clusters[n.cluster].country != "" || !allUpper(n.text) {
			continue
		}
		if code := gazetteer.Country(n.text); code != "" && n.label != dateline.Place {
			if k := r.index.first(hash(keyCountry, code)); k >= 0 {
				r.join(int32(i), r.index.links[k].id, ruleCountry) // DPRK, taken for an organization
			}
			continue
		}
		found, several := int32(-1), false
		for _, label := range [...]dateline.Label{dateline.Org, dateline.Place, dateline.Misc} {
			r.index.all(hash(labelled(keyAcronym, label), n.key), func(c int32) {
				several = several || found >= 0 && found != c
				found = c
			})
		}
		if found >= 0 && !several && found != n.cluster && r.clusters[found].label != n.label {
			r.join(int32(i), found, ruleAcronym)
		}
	}
}

func allUpper(s string) bool {
	for len(s) > 0 {
		c, n := utf8.DecodeRuneInString(s)
		if unicode.IsLower(c) {
			return false
		}
		s = s[n:]
	}
	return true
}
