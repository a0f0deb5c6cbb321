package resolve

import (
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/gazetteer"
)

// takeApart fills in the words of a name, which are kept in one list for all names.
func (r *resolver) takeApart(n *nameNode) {
	at := len(r.words)
	for w := range strings.SplitSeq(n.key, " ") {
		r.words = append(r.words, w)
	}
	n.words = r.words[at:len(r.words):len(r.words)]
	switch n.label {
	case dateline.Person:
		n.words, n.suffix, n.gender = trimPerson(n.words, n.gender)
	case dateline.Org, dateline.Misc:
		n.words = trimStorm(orgWords(n.words))
	}
}

// trimPerson drops titles before a name, marks like "jr" after it, and takes gender from the titles.
func trimPerson(words []string, g dateline.Gender) ([]string, string, dateline.Gender) {
	for len(words) > 1 {
		tg, ok := honorifics[words[0]]
		if !ok {
			break
		}
		if g == dateline.GenderUnknown {
			g = tg
		}
		words = words[1:]
	}
	suffix := ""
	if len(words) > 1 {
		switch w := words[len(words)-1]; w {
		case "jr", "sr", "ii", "iii", "iv", "junior", "senior":
			suffix, words = w, words[:len(words)-1]
		}
	}
	switch suffix {
	case "junior":
		suffix = "jr"
	case "senior":
		suffix = "sr"
	}
	return words, suffix, g
}

// honorifics are titles that may stand inside a tagged name or before it, with the gender that they show.
var honorifics = map[string]dateline.Gender{
	"mr": dateline.Male, "mister": dateline.Male, "mrs": dateline.Female, "ms": dateline.Female,
	"miss": dateline.Female, "mme": dateline.Female,
	"madam": dateline.Female, "dame": dateline.Female, "lady": dateline.Female, "queen": dateline.Female,
	"princess": dateline.Female,
	"duchess":  dateline.Female, "countess": dateline.Female, "baroness": dateline.Female,
	"sister": dateline.Female, "empress": dateline.Female,
	"sir": dateline.Male, "king": dateline.Male, "prince": dateline.Male, "emperor": dateline.Male,
	"sheikh": dateline.Male, "sheik": dateline.Male,
	"imam": dateline.Male, "pope": dateline.Male, "father": dateline.Male, "rabbi": 0, "emir": dateline.Male,
	"sultan":    dateline.Male,
	"ayatollah": dateline.Male, "dr": 0, "prof": 0, "professor": 0, "sen": 0, "rep": 0, "gov": 0, "gen": 0,
	"lt": 0, "col": 0, "maj": 0, "capt": 0,
	"sgt": 0, "adm": 0, "rev": 0, "president": 0, "senator": 0, "judge": 0, "justice": 0, "detective": 0,
	"inspector": 0, "general": 0,
	"lord": 0, "saint": 0, "st": 0, "dasho": 0, "datuk": 0, "coun": 0, "cllr": 0, "rt": 0, "hon": 0,
	"ambassador": 0, "revd": 0, "det": 0, "supt": 0, "actress": dateline.Female, "actor": 0,
	"congressman": dateline.Male, "congresswoman": dateline.Female,
	"chairman": dateline.Male, "chairwoman": dateline.Female, "spokeswoman": dateline.Female,
	"spokesman":  dateline.Male,
	"councilman": dateline.Male, "councilwoman": dateline.Female, "businessman": dateline.Male,
	"businesswoman": dateline.Female,
	"assemblyman":   dateline.Male, "assemblywoman": dateline.Female, "policeman": dateline.Male,
	"policewoman": dateline.Female,
	"alderman":    dateline.Male, "monsignor": dateline.Male, "cardinal": dateline.Male, "archbishop": 0, "bishop": 0,
}

// strongHonorific are the ones whose gender tells apart two people with one surname.
func strongHonorific(w string) bool {
	switch w {
	case "mr", "mrs", "ms", "miss", "sir", "dame", "lady", "king", "queen", "prince", "princess":
		return true
	}
	return false
}

// honorific returns the gender shown by the title before a one-word person's name, so that Mr. and Mrs. Obama are two
// names.
func (r *resolver) honorific(m, tok int) dateline.Gender {
	mention := &r.mentions[m]
	if mention.Label != dateline.Person || tok == 0 || tok > len(r.doc.Tokens) {
		return dateline.GenderUnknown
	}
	t := r.doc.Tokens[tok-1]
	if !oneSpace(r.doc.Text[t.End:mention.Start]) || t.Len() > 9 {
		return dateline.GenderUnknown
	}
	w := strings.TrimSuffix(gazetteer.Fold(r.doc.Text[t.Start:t.End]), ".")
	if !strongHonorific(w) || !oneWord(r.doc.Text[mention.Start:mention.End]) {
		return dateline.GenderUnknown
	}
	return honorifics[w]
}

// oneSpace reports whether s is a space, a no-break space or nothing.
func oneSpace(s string) bool { return s == " " || s == "\u00a0" || s == "" }

// oneWord reports whether s has no space in it, of any kind.
func oneWord(s string) bool { return !strings.ContainsAny(s, " \u00a0") }

// family reports whether a one-word person's name stands for several people of that name: "the Koch brothers".
func (r *resolver) family(m, tok int) bool {
	mention := &r.mentions[m]
	if mention.Label != dateline.Person || !oneWord(r.doc.Text[mention.Start:mention.End]) {
		return false
	}
	for tok < len(r.doc.Tokens) && r.doc.Tokens[tok].Start < mention.End {
		tok++
	}
	switch r.lower(tok) {
	case "brothers", "sisters", "siblings", "family", "families", "twins", "dynasty", "clan", "couple":
		return true
	}
	return false
}

// isAcronym reports whether a name is written as one: two to eight letters, all or all but one of them capitals,
// "U.N." included.
func isAcronym(s string) bool {
	letters, upper := 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case 'A' <= c && c <= 'Z':
			upper++
			letters++
		case 'a' <= c && c <= 'z':
			letters++
		case c == '.', c == '&', c == '-':
		case '0' <= c && c <= '9' && i > 0:
			letters++
			upper++
		default:
			return false
		}
	}
	return letters >= 2 && letters <= 8 && upper >= 2 && upper >= letters-1
}

// legalForms are the words that say what kind of company a name is, and nothing else.
var legalForms = map[string]bool{
	"inc": true, "corp": true, "corporation": true, "co": true, "company": true, "ltd": true, "limited": true,
	"plc": true, "llc": true, "llp": true,
	"lp": true, "ag": true, "sa": true, "gmbh": true, "nv": true, "bv": true, "spa": true, "ab": true,
	"asa": true, "oyj": true, "se": true, "kg": true,
	"incorporated": true, "pty": true, "pvt": true, "pte": true, "srl": true, "as": true, "fc": true,
	"afc": true, "cf": true, "sc": true, "holdings": true, "group": true,
}

// orgWords normalises the words of an organization, in place: United States and its short forms become "us", United
// Kingdom "uk", British spellings American ones.
func orgWords(words []string) []string {
	out := words[:0]
	for i := 0; i < len(words); i++ {
		w := words[i]
		if w == "united" && i+1 < len(words) && (words[i+1] == "states" || words[i+1] == "kingdom") {
			i++
			if words[i] == "states" {
				out = append(out, "us")
			} else {
				out = append(out, "uk")
			}
			continue
		}
		switch w {
		case "usa":
			w = "us"
		case "&":
			w = "and"
		case "centre":
			w = "center"
		case "centres":
			w = "centers"
		case "organisation":
			w = "organization"
		case "defence":
			w = "defense"
		case "labor":
			w = "labour"
		case "programme":
			w = "program"
		}
		out = append(out, w)
	}
	return out
}

// trimStorm drops what a storm is called at the time, so that Tropical Storm and Hurricane Lorenzo are one.
func trimStorm(words []string) []string {
	for len(words) > 1 {
		switch words[0] {
		case "tropical", "severe", "cyclonic", "super", "subtropical", "post":
			if len(words) == 2 {
				return words
			}
		case "storm", "hurricane", "typhoon", "cyclone", "depression":
		default:
			return words
		}
		words = words[1:]
	}
	return words
}

// bare drops legal forms from the end.
func bare(words []string) []string {
	for len(words) > 1 && legalForms[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	return words
}

// small reports whether w is a word that acronyms and comparisons pass over.
func small(w string) bool {
	switch w {
	case "of", "the", "and", "for", "in", "on", "to", "at", "de", "du", "la", "le", "des", "del", "y", "et", "a",
		"an", "with", "against", "by":
		return true
	}
	return false
}

// inOrder reports whether the words of short stand in long, in that order.
func inOrder(short, long []string) bool {
	i := 0
	for _, w := range long {
		if i < len(short) && short[i] == w {
			i++
		}
	}
	return i == len(short)
}
