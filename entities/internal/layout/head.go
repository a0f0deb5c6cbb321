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
	for i < len(paras) && (paras[i].kind != dateline.SectionNone || above(paras, i)) {
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
	case paras[i-1].kind == dateline.SectionByline && !p.stop && p.words <= 6 && jobLine(p.text):
		p.kind = dateline.SectionAuthor
	case dateLine(p) && signed(p), nameLine(p) && i+1 < len(paras):
		p.kind = dateline.SectionByline
	case dateLine(p):
		p.kind = dateline.SectionDateline
	case strings.Contains(p.text, " | ") && !p.stop && p.words <= 8:
		p.kind = dateline.SectionBoilerplate // "Peer-reviewed | Observational study"
	case paras[i-1].kind == dateline.SectionByline && (!p.stop && p.words <= 8 && (hasJob(p.text) || outlet(p.text)) || authorNote(p.text)):
		p.kind = dateline.SectionAuthor
	case paras[i-1].kind == dateline.SectionByline && !p.stop && p.words <= 8 && strings.HasPrefix(p.text, "For ") && capitals(p.text[4:]):
		p.kind = dateline.SectionByline // "For the Springfield Gazette"
	default:
		return false
	}
	return true
}

// jobLine reports whether s is a journalist's job and no name: "Staff Reporter", "Environment correspondent".
func jobLine(s string) bool {
	first, _, _ := strings.Cut(strings.ToLower(s), " ")
	return hasJob(s) && (jobs[first] || departments[first] || first == "local")
}

// outlet reports whether s is the name of a publisher, as below a byline: "Nation Media Group".
func outlet(s string) bool {
	if !capitals(s) {
		return false
	}
	for w := range strings.FieldsSeq(s) {
		switch strings.ToLower(w) {
		case "media", "news", "press", "agency", "times", "herald", "tribune", "gazette", "post", "chronicle", "mail", "echo", "correspondent", "bureau", "newspapers", "wire":
			return true
		}
	}
	return false
}

// highlight reports whether paragraph i goes on with a list under "Story highlights".
func highlight(paras []paragraph, i int) bool {
	if paras[i].stop && paras[i].words > 14 || paras[i].words > 25 {
		return false
	}
	for i--; i > 0 && paras[i].kind == dateline.SectionSummary; i-- {
	}
	return paras[i].kind == dateline.SectionBoilerplate && highlights(paras[i].text)
}

// highlights reports whether s is the label of a list of what the story says.
func highlights(s string) bool {
	switch strings.ToLower(strings.TrimRight(s, ":")) {
	case "what you need to know", "in summary", "in brief", "quick read", "the facts", "key facts", "the essentials", "story highlights", "highlights", "key points", "at a glance", "in short", "summary", "key takeaways":
		return true
	}
	return false
}

// menu reports whether s is nothing but departments in a row: "News Sport Opinion".
func menu(s string) bool {
	n := 0
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		if w != "|" && w != "&" && w != "more" && !departments[w] {
			return false
		}
		n++
	}
	return n > 1
}

// maxAbove is how many lines of the site may stand above the headline, in paragraphs.
const maxAbove = 8

// above decides paragraph i, the first that is undecided, if it is a line of the site above the headline, and reports
// whether it did: a department, a rule, one or two words, or a date that has the headline below it.
func above(paras []paragraph, i int) bool {
	p := &paras[i]
	switch {
	case kicker(paras, i), i+2 < len(paras) && p.words <= 10 && menu(p.text):
		p.kind = dateline.SectionBoilerplate
	case i >= maxAbove || !titleBelow(paras, i+1):
		return false
	case dateLine(p):
		p.kind = dateline.SectionDateline
	case p.words <= 2 && !p.stop, p.words <= 5 && !p.stop && outlet(p.text), i > 0 && p.words <= 4 && !p.stop && capitals(p.text) && !capitals(paras[i+1].text) && paras[i-1].kind == dateline.SectionBoilerplate:
		p.kind = dateline.SectionBoilerplate
	default:
		return false
	}
	return true
}

// titleBelow reports whether one of the next three undecided paragraphs from i on can be a headline: four words or more
// without a stop, with a story below it.
func titleBelow(paras []paragraph, i int) bool {
	for n := 0; i < len(paras)-1 && n < 3; i++ {
		p := &paras[i]
		if p.kind != dateline.SectionNone {
			continue
		}
		if p.words >= 4 && p.words <= 25 && !p.stop && !dateLine(p) && !nameLine(p) && follows(paras, i+1) {
			return true
		}
		if p.stop {
			return false
		}
		n++
	}
	return false
}

// kicker reports whether paragraph i is the name of a department above a headline.
func kicker(paras []paragraph, i int) bool {
	if paras[i].words > 4 || i+2 >= len(paras) || paras[i+1].words < 3 || paras[i+1].running() && paras[i+1].stop {
		return false
	}
	low := string(appendLower(nil, paras[i].text))
	if departments[low] {
		return true
	}
	next := &paras[i+1]
	if next.words < 5 || next.stop || paras[i].stop || strings.ContainsAny(paras[i].text, ",:'\"’") {
		return false
	}
	return shouts(paras[i].text) && !shouts(next.text) || departments[low[strings.LastIndexByte(low, ' ')+1:]]
}

var departments = map[string]bool{
	"for immediate release": true, "press release": true, "news release": true, "news": true, "world": true,
	"politics": true, "opinion": true, "business": true, "sport": true, "sports": true, "analysis": true,
	"breaking": true, "breaking news": true, "local news": true, "world news": true, "technology": true,
	"health": true, "science": true, "entertainment": true, "national": true, "international": true, "culture": true,
	"lifestyle": true, "commentary": true, "editorial": true, "exclusive": true, "home": true, "top stories": true,
	"middle east": true, "europe": true, "africa": true, "asia": true, "u.s.": true, "uk": true, "canada": true,
	"us news": true, "uk news": true, "video": true, "live": true, "environment": true, "education": true, "crime": true, "money": true,
	"economy": true, "markets": true, "features": true, "nation": true, "metro": true, "weather": true, "travel": true, "arts": true,
	"football": true, "cricket": true, "rugby": true, "basketball": true, "tennis": true, "obituaries": true, "elections": true,
	"companies": true, "media": true, "society": true, "regional": true, "latest": true, "americas": true, "asia pacific": true,
}

// headline reports whether paragraph i, the first that is undecided, is the title of what follows.
func headline(paras []paragraph, i int) bool {
	p := &paras[i]
	if i+1 >= len(paras) || p.words > 25 || len(p.text) > 220 || strings.HasSuffix(p.text, ":") || dateLine(p) {
		return false
	}
	next := &paras[i+1]
	switch {
	case !follows(paras, i+1):
		return dateLine(next)
	case !p.stop || strings.HasSuffix(p.text, "?"):
		r, _ := utf8.DecodeLastRuneInString(p.text)
		return p.words >= 2 && r != ','
	case shouts(p.text), next.kind == dateline.SectionByline, dateLine(next), nameLine(next) && !next.stop && next.words >= 2:
		return true
	}
	return p.words >= 3 && p.words <= 18 && titleCase(p.text)
}

// follows reports whether something comes soon from paragraph i on that a headline can be the headline of.
func follows(paras []paragraph, i int) bool {
	for limit := min(len(paras), i+headLines); i < limit; i++ {
		if paras[i].running() || paras[i].kind == dateline.SectionByline {
			return true
		}
	}
	return false
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
		return p.words <= 35 && !datelined(p.text) && (next.kind == dateline.SectionByline || dateLine(next) || nameLine(next))
	}
	next := &paras[i+1]
	r, _ := utf8.DecodeRuneInString(p.text)
	return bullet(p.text) || p.words >= 5 && p.words <= 40 && !unicode.IsLower(r) &&
		(next.kind != dateline.SectionNone || next.running() || dateLine(next) || nameLine(next))
}

// datelined reports whether s begins with a place in capitals and a dash, as the story does: "LISBON, Portugal (AP) —".
func datelined(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	if first = strings.TrimRight(first, ","); len(first) < 3 || !shouts(first) {
		return false
	}
	head := s[:min(len(s), 60)]
	return strings.Contains(head, " — ") || strings.Contains(head, " – ") || strings.Contains(head, " - ") || strings.Contains(head, " -- ")
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
