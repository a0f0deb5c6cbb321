package entities

import (
	"strings"
	"unicode"

	"github.com/dateline-nlp/dateline"
)

// Titles are no part of a name of a person. The model leaves out those that it knows; these it often takes in, and papers write the
// military ones without a period:
//
//	"Mullah Omar", "Capt Tom Moore"          the title goes, as does "Tan Sri", whose halves are names
//	"Lt Gen Nyamwasa"                        so does a rank that is a given name too, behind another rank,
//	"Gen Prawit met Gen Anupong"             or where two people of the article bear such a rank
//	"Gen Nakatani, the defense minister"     else it may be a given name: it stays
//
// Not done: Mr, Dr and the like, which the model takes in where they are part of a name ("Dr. Dre").

// isTitle reports whether a word is a title, and whether it is a given name too.
func isTitle(word string) (title, given bool) {
	switch word {
	case "Gen", "Maj", "Col":
		return true, true
	case "Mullah", "Maulana", "Maulvi", "Mufti", "Ustaz", "Pandit", "Shri", "Smt", "Thiru", "Datuk", "Dato", "Seri", "Alhaji", "Alhaja", "Engr", "Cde",
		"Lt", "Capt", "Sgt", "Cpl", "Brig", "Cmdr":
		return true, false
	}
	return false, false
}

// firstWord returns the first of two or more words, and the others.
func firstWord(name string) (word, rest string) {
	k := strings.IndexFunc(name, unicode.IsSpace)
	if k < 0 {
		return "", name
	}
	return name[:k], strings.TrimLeftFunc(name[k:], unicode.IsSpace)
}

// severalRanks reports whether two people of different names bear a rank that is a given name too.
func severalRanks(doc *dateline.Document, names []dateline.Mention) bool {
	one := ""
	for i := range names {
		if m := &names[i]; m.Label == dateline.Person {
			word, rest := firstWord(doc.Slice(m.Span))
			if _, given := isTitle(word); !given {
				continue
			}
			if one != "" && rest != one {
				return true
			}
			one = rest
		}
	}
	return false
}

// cutTitle takes the titles off the beginning of m; ranks is what severalRanks says.
func cutTitle(doc *dateline.Document, m *dateline.Mention, ranks bool) {
	for {
		word, rest := firstWord(doc.Slice(m.Span))
		title, given := isTitle(word)
		if second, others := firstWord(rest); word == "Tan" && (second == "Sri" || second == "Seri") {
			title, rest = true, others
		}
		if !title || !capital(rest) || len(rest) == 1 || given && !ranks && !rankBefore(doc.Text[:m.Start]) {
			return
		}
		m.Start = m.End - len(rest)
	}
}

// rankBefore reports whether text ends in the first word of a rank of two.
func rankBefore(text string) bool {
	text = strings.TrimRight(text[max(0, len(text)-16):], " ")
	switch text[strings.LastIndexByte(text, ' ')+1:] {
	case "Lt", "Lt.", "Lieutenant", "Maj", "Maj.", "Major", "Brig", "Brig.", "Brigadier":
		return true
	}
	return false
}
