package index

// Keys of names. A name is found by its key, by the keys of its aliases in the article, and by keys derived from it:
//
//	person        surname, with and without its particle; first and last name without those between
//	organization  acronym from the capitals ("NATO" for North Atlantic Treaty Organization), also with its small words; the
//	              name without its legal form ("Bank of America" for Bank of America Corp.)
//	place         the short forms of placeShort ("UK")
//
// A query for a full name looks for the acronym as well: "North Atlantic Treaty Organization" finds an article that only
// says NATO. Initials of any place would find Wall Rock in Window Rock. Not done: nicknames, names in other languages, words in another order.

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
)

// nameKey folds a name: words as in text but not stemmed, joined by spaces, a leading article left out.
func nameKey(name string) string {
	text := []byte(name)
	var b strings.Builder
	for at := 0; at < len(text); {
		start, end := nextWord(text, at)
		if start == end {
			break
		}
		at = end
		w := fold(text[start:end])
		if len(w) == 0 || b.Len() == 0 && end < len(text) && isArticle(string(w)) && hasWord(text[end:]) {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.Write(w)
		if b.Len() > 4*maxTerm {
			break
		}
	}
	return b.String()
}

func isArticle(w string) bool { return w == "the" || w == "a" || w == "an" }

func hasWord(text []byte) bool {
	start, end := nextWord(text, 0)
	return start < end
}

// nameKeys returns the keys under which a name is indexed, without repetitions.
func nameKeys(label dateline.Label, name string) []string {
	key := nameKey(name)
	if key == "" {
		return nil
	}
	keys := []string{key}
	add := func(k string) {
		if k != "" && !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	switch label {
	case dateline.Person:
		for _, k := range personKeys(strings.Fields(key)) {
			add(k)
		}
	case dateline.Org:
		add(withoutForm(key))
		add(acronym(name, false))
		add(acronym(name, true))
	case dateline.Place:
		add(placeShort[key])
	}
	return keys
}

// queryKeys returns the keys that a name in a query is looked for under.
func queryKeys(label dateline.Label, name string) []string {
	key := nameKey(name)
	if key == "" {
		return nil
	}
	keys := []string{key}
	a := ""
	switch label {
	case dateline.Org:
		if a = acronym(name, false); utf8.RuneCountInString(a) < 3 {
			a = ""
		}
		if k := withoutForm(key); k != "" && k != key {
			keys = append(keys, k)
		}
	case dateline.Place:
		a = placeShort[key]
	}
	if a != "" && a != key {
		keys = append(keys, a)
	}
	return keys
}

// placeShort has the short forms of places that news uses without explaining them.
var placeShort = map[string]string{
	"united states": "us", "united states of america": "usa", "united kingdom": "uk", "united arab emirates": "uae", "democratic republic of congo": "drc",
	"democratic republic of the congo": "drc", "central african republic": "car", "soviet union": "ussr", "new zealand": "nz", "papua new guinea": "png",
	"saudi arabia": "ksa", "people republic of china": "prc", "north korea": "dprk", "hong kong": "hk", "northern ireland": "ni", "new south wales": "nsw",
	"british columbia": "bc", "prince edward island": "pei", "los angeles": "la", "new york city": "nyc", "district of columbia": "dc", "puerto rico": "pr",
}

var particles = map[string]bool{
	"de": true, "del": true, "della": true, "da": true, "do": true, "dos": true, "di": true, "du": true, "la": true, "le": true, "van": true, "der": true,
	"den": true, "ter": true, "von": true, "zu": true, "al": true, "el": true, "bin": true, "ibn": true, "ben": true, "abu": true, "wa": true, "st": true,
}

var suffixes = map[string]bool{"jr": true, "sr": true, "ii": true, "iii": true, "iv": true}

func personKeys(words []string) (keys []string) {
	for len(words) > 2 && suffixes[words[len(words)-1]] {
		words = words[:len(words)-1]
		keys = append(keys, strings.Join(words, " "))
	}
	n := len(words)
	if n < 2 {
		return keys
	}
	last := n - 1
	keys = append(keys, words[last])
	first := last
	for first > 1 && particles[words[first-1]] {
		first--
	}
	if first < last {
		keys = append(keys, strings.Join(words[first:], " "))
	}
	if first > 1 {
		keys = append(keys, words[0]+" "+strings.Join(words[first:], " "))
	}
	return keys
}

var legalForms = map[string]bool{
	"inc": true, "corp": true, "corporation": true, "co": true, "company": true, "ltd": true, "limited": true, "llc": true, "llp": true, "plc": true, "ag": true,
	"sa": true, "nv": true, "gmbh": true, "spa": true, "ab": true, "asa": true, "oyj": true,
}

func withoutForm(key string) string {
	words := strings.Fields(key)
	n := len(words)
	for n > 1 && legalForms[words[n-1]] {
		n--
	}
	return strings.Join(words[:n], " ")
}

// acronym returns the folded initials of a name of two or more capitalised words; with small, those of its small words too.
func acronym(name string, small bool) string {
	var b strings.Builder
	capitals := 0
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || r == '-' }) {
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r):
			if len(w) > 1 && strings.ToUpper(w) == w {
				return "" // one of the words is an acronym itself
			}
			capitals++
		case !unicode.IsLetter(r) || !small || isArticle(strings.ToLower(w)):
			continue
		}
		if isArticle(strings.ToLower(w)) {
			capitals--
			continue
		}
		b.WriteRune(r)
	}
	if capitals < 2 {
		return ""
	}
	return string(fold([]byte(b.String())))
}
