package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// nameLine reports whether p is nothing but the names of one or two people, with a job, place or publisher perhaps:
// "Murray Brewster", "Jane Doe and John Roe", "Jane Doe, Staff Reporter", "Jane Doe Environment correspondent", "Jane
// Doe · CBC News", "Jane Doe in Oslo".
func nameLine(p *paragraph) bool {
	if strings.Contains(p.text, " (") {
		if rest := shifts.Replace(p.text); len(rest) < len(p.text) { // "Jane Doe (now) and John Roe (earlier)"
			return nameLine(&paragraph{text: rest, words: countWords(rest), stop: p.stop})
		}
	}
	bars := strings.ContainsAny(p.text, "·|•")
	if p.words < 2 || p.words > 12 && !(bars && p.words <= 26) || p.stop || p.text[0] == '\'' {
		return false
	}
	if !bars && (strings.ContainsAny(p.text, "\"“”‘?!:;/()%$#") || strings.IndexFunc(p.text, unicode.IsDigit) >= 0) {
		return false
	}
	name, rest := p.text, ""
	if i := strings.IndexAny(p.text, ",|·•"); i >= 0 {
		name, rest = p.text[:i], strings.TrimLeft(p.text[i:], ",|·• ")
	}
	words, job := nameWords(name)
	switch {
	case words < 2:
		return bars && hasJob(name)
	case job:
		return true
	case words > 6 || words > 3 && !strings.Contains(name, " and ") && rest == "":
		return false
	}
	return rest == "" || bars || bylineRest(rest) || hasJob(rest)
}

// shifts takes out of the names above a live report which of them wrote when.
var shifts = strings.NewReplacer(" (now)", "", " (earlier)", "", " (until now)", "")

// nameWords counts the capitalised words of s, or returns 0 if it cannot be a name; job is true if it goes on with a
// job or place.
func nameWords(s string) (words int, job bool) {
	for w := range strings.FieldsSeq(s) {
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r) && notNames[strings.ToLower(w)]:
			return 0, false
		case unicode.IsUpper(r):
			words++
		case words >= 2 && words <= 4 && (jobs[w] || w == "in" || w == "at" || w == "reports"):
			i := strings.Index(s, w)
			return words, jobs[w] || capitals(s[i:])
		case !small[w] || notNames[w] && w != "and":
			return 0, false
		}
	}
	return words, false
}

// notNames are capitalised words of headings that no person's name contains.
var notNames = map[string]bool{
	"the": true, "a": true, "an": true, "division": true, "league": true, "results": true, "update": true,
	"news": true, "analysis": true, "opinion": true, "what": true, "how": true, "why": true, "who": true,
	"when": true, "where": true, "our": true, "your": true, "my": true, "is": true, "are": true, "in": true,
	"on": true, "of": true, "for": true, "to": true, "with": true, "at": true, "from": true, "as": true,
	"after": true, "against": true, "new": true, "more": true, "no": true, "not": true, "world": true, "cup": true,
	"round": true, "group": true, "election": true, "house": true, "court": true, "government": true, "police": true,
	"war": true, "city": true, "island": true, "united": true, "states": true, "president": true, "minister": true,
	"background": true, "related": true, "key": true, "points": true, "summary": true, "street": true, "bank": true,
	"council": true, "and": true, "olympics": true, "championship": true, "standings": true, "final": true,
	"day": true, "week": true, "it": true, "we": true, "he": true, "she": true, "they": true, "can": true,
	"will": true, "stories": true, "story": true, "score": true, "box": true, "featured": true,
}
