package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
)

// headLines is how far down a headline's company (decks, bylines, dates, captions) may reach, in paragraphs.
const headLines = 14

// head decides the paragraphs above the running text, and returns the index of its first paragraph.
//
// All that stands above the story's "By Jane Doe", or its date, is head, even whole sentences; what follows is, as
// long as each line is one of the head by itself.
func head(paras []paragraph) int {
	i := 0
	for i < len(paras) && (paras[i].kind != dateline.SectionNone || kicker(paras, i)) {
		if paras[i].kind == dateline.SectionNone {
			paras[i].kind = dateline.SectionBoilerplate
		}
		i++
	}
	if i == len(paras) || !headline(paras, i) {
		return i
	}
	paras[i].kind = dateline.SectionHeadline
	i++
	for end := headEnd(paras, i); i < end; i++ {
		p := &paras[i]
		if p.kind != dateline.SectionNone || headLine(paras, i) {
			continue
		}
		p.kind = dateline.SectionSummary
		if !p.stop && p.words <= 4 && !bullet(p.text) {
			p.kind = dateline.SectionBoilerplate
		}
	}
	for limit := min(len(paras), i+headLines); i < limit; i++ {
		p := &paras[i]
		switch {
		case p.kind != dateline.SectionNone, headLine(paras, i):
		case highlights(p.text):
			p.kind = dateline.SectionBoilerplate
		case deck(paras, i), highlight(paras, i):
			p.kind = dateline.SectionSummary
		default:
			return i
		}
	}
	return i
}

// headEnd returns the index after the last sure line of the head from i on, i if there is none: a byline or date with
// not more than three other lines above it, two of them sentences, or the bare name of a writer with no sentence. The
// story has to begin below.
func headEnd(paras []paragraph, i int) int {
	end, others, sentences := i, 0, 0
	for k := i; k < min(len(paras)-1, i+2*headLines) && others <= 3 && sentences <= 2; k++ {
		p := &paras[k]
		sure := false
		switch {
		case p.kind == dateline.SectionByline:
			sure = strings.HasPrefix(p.text, "By ") || strings.HasPrefix(p.text, "BY ")
		case p.kind != dateline.SectionNone:
		case p.running():
			sentences++
			others++
		case dateLine(p) && (sentences == 0 || dated(p.text)), sentences == 0 && !p.stop && k > i && nameLine(p):
			sure = true
		default:
			others++
		}
		if sure && storyBelow(paras, k+1) {
			end = k + 1
		}
	}
	return end
}

// storyBelow reports whether running text comes within the next few undecided paragraphs from i on.
func storyBelow(paras []paragraph, i int) bool {
	for n, limit := 0, min(len(paras), i+2*headLines); i < limit && n < 4; i++ {
		if paras[i].kind == dateline.SectionNone {
			if paras[i].running() {
				return true
			}
			n++
		}
	}
	return false
}

var datedWords = []string{
	"publish", "updated", "posted", "modified",
	" gmt", " bst", " est", " edt", " et", " pt", " ist", " a.m.", " p.m.", "am ", "pm ",
}

// dated reports whether a line with a date says that it is the story's: it names the hour, or publication.
func dated(s string) bool {
	low := strings.ToLower(s)
	for _, w := range datedWords {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// headLine decides paragraph i if it is a date, byline or the like by itself, and reports whether it did.
func headLine(paras []paragraph, i int) bool {
	p := &paras[i]
	switch {
	case dateLine(p) && signed(p), nameLine(p) && i+1 < len(paras):
		p.kind = dateline.SectionByline
	case dateLine(p):
		p.kind = dateline.SectionDateline
	case strings.Contains(p.text, " | ") && !p.stop && p.words <= 8:
		p.kind = dateline.SectionBoilerplate // "Peer-reviewed | Observational study"
	case paras[i-1].kind == dateline.SectionByline && (!p.stop && p.words <= 8 && hasJob(p.text) || authorNote(p.text)):
		p.kind = dateline.SectionAuthor
	case paras[i-1].kind == dateline.SectionByline && !p.stop && p.words <= 8 && strings.HasPrefix(p.text, "For ") && capitals(p.text[4:]):
		p.kind = dateline.SectionByline // "For the Springfield Gazette"
	default:
		return false
	}
	return true
}

// highlight reports whether paragraph i goes on with a list under "Story highlights".
func highlight(paras []paragraph, i int) bool {
	if paras[i].stop && paras[i].running() || paras[i].words > 25 {
		return false
	}
	for i--; i > 0 && paras[i].kind == dateline.SectionSummary; i-- {
	}
	return paras[i].kind == dateline.SectionBoilerplate && highlights(paras[i].text)
}

// highlights reports whether s is the label of a list of what the story says.
func highlights(s string) bool {
	switch strings.ToLower(strings.TrimRight(s, ":")) {
	case "story highlights", "highlights", "key points", "at a glance", "in short", "summary", "key takeaways":
		return true
	}
	return false
}

// kicker reports whether paragraph i is the name of a department above a headline.
func kicker(paras []paragraph, i int) bool {
	if paras[i].words > 3 || i+2 >= len(paras) || paras[i+1].words < 3 || paras[i+1].running() && paras[i+1].stop {
		return false
	}
	return departments[string(appendLower(nil, paras[i].text))]
}

var departments = map[string]bool{
	"for immediate release": true, "press release": true, "news release": true, "news": true, "world": true,
	"politics": true, "opinion": true, "business": true, "sport": true, "sports": true, "analysis": true,
	"breaking": true, "breaking news": true, "local news": true, "world news": true, "technology": true,
	"health": true, "science": true, "entertainment": true, "national": true, "international": true, "culture": true,
	"lifestyle": true, "commentary": true, "editorial": true, "exclusive": true, "home": true, "top stories": true,
	"middle east": true, "europe": true, "africa": true, "asia": true, "u.s.": true, "uk": true, "canada": true,
	"us news": true, "uk news": true, "video": true, "live": true,
}

// headline reports whether paragraph i, the first that is undecided, is the title of what follows.
func headline(paras []paragraph, i int) bool {
	p := &paras[i]
	if i+1 >= len(paras) || p.words > 25 || len(p.text) > 220 || strings.HasSuffix(p.text, ":") || dateLine(p) {
		return false
	}
	follows := false // something that a headline can be the headline of
	for k := i + 1; k < len(paras) && k <= i+headLines; k++ {
		follows = follows || paras[k].running() || paras[k].kind == dateline.SectionByline
	}
	next := &paras[i+1]
	switch {
	case !follows:
		return dateLine(next)
	case !p.stop || strings.HasSuffix(p.text, "?"):
		r, _ := utf8.DecodeLastRuneInString(p.text)
		return p.words >= 2 && r != ','
	case shouts(p.text), next.kind == dateline.SectionByline, dateLine(next), nameLine(next) && !next.stop && next.words >= 2:
		return true
	}
	return p.words >= 3 && p.words <= 18 && titleCase(p.text)
}

// shouts reports whether s has capitals and no small letters.
func shouts(s string) bool {
	upper := false
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		upper = upper || unicode.IsUpper(r)
	}
	return upper
}

// titleCase reports whether at least four in five of the words of s that are capitalised in titles begin with a
// capital, as in hardly any sentence, even one full of names.
func titleCase(s string) bool {
	upper, lower := 0, 0
	for w := range strings.FieldsSeq(s) {
		w = strings.TrimLeft(w, "\"'“‘(")
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r) && len(w) >= 4:
			lower++
		}
	}
	return upper >= 3 && upper >= 4*lower
}

// deck reports whether paragraph i, below the headline, is a standfirst: a line without a stop, a bullet, or what the
// body says again.
func deck(paras []paragraph, i int) bool {
	p := &paras[i]
	if i+1 >= len(paras) || p.words < 3 || p.words > 60 {
		return false
	}
	body := false
	for k := i + 1; k < len(paras) && k <= i+headLines; k++ {
		if q := &paras[k]; q.kind == dateline.SectionNone {
			if q.text == p.text || p.words >= 8 && strings.HasPrefix(q.text, strings.TrimRight(p.text, ".")) {
				return true
			}
			body = body || q.running() && q.stop
		}
	}
	if !body {
		return false
	}
	if p.stop && !bullet(p.text) {
		// A whole sentence is a deck only above the byline or date of the story.
		next := &paras[i+1]
		return p.words <= 35 && (next.kind == dateline.SectionByline || dateLine(next) || nameLine(next))
	}
	next := &paras[i+1]
	r, _ := utf8.DecodeRuneInString(p.text)
	return bullet(p.text) || p.words >= 5 && p.words <= 40 && !unicode.IsLower(r) &&
		(next.kind != dateline.SectionNone || next.running() || dateLine(next) || nameLine(next))
}

func bullet(s string) bool {
	return strings.HasPrefix(s, "•") || strings.HasPrefix(s, "- ") || strings.HasPrefix(s, "* ") || strings.HasPrefix(s, "– ")
}

// signed reports whether a line with a date begins with who wrote it: "Jane Doe · CBC News · Posted: Feb 12, 2020".
func signed(p *paragraph) bool {
	i := strings.IndexAny(p.text, "|·•")
	if i < 0 {
		return false
	}
	words, _ := nameWords(p.text[:i])
	return words >= 2 && words <= 4 && strings.IndexFunc(p.text[:i], unicode.IsDigit) < 0 || hasJob(p.text)
}

// nameLine reports whether p is nothing but the names of one or two people, with a job, place or publisher perhaps:
// "Murray Brewster", "Jane Doe and John Roe", "Jane Doe, Staff Reporter", "Jane Doe Environment correspondent", "Jane
// Doe · CBC News", "Jane Doe in Oslo".
func nameLine(p *paragraph) bool {
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
	"will": true,
}
