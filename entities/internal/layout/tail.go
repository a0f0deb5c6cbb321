package layout

import (
	"strings"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
)

// maxGap is how many short lines without a sign of their own may stand between two that have one, below the story.
const maxGap = 3

// tail decides the paragraphs below the running text, which begins at paragraph body, from the end upwards.
func tail(paras []paragraph, body int) {
	names := writersOf(paras)
	start, gap := links(paras, body), 0 // paras[start:] is below the story
	for i := start - 1; i > body && gap <= maxGap; i-- {
		p := &paras[i]
		switch {
		case p.kind == dateline.SectionCaption, p.inner:
			continue
		case p.kind == dateline.SectionBoilerplate, p.kind == dateline.SectionByline, p.kind == dateline.SectionCredit:
		case authorNote(p.text), about(p.text, names):
			p.kind = dateline.SectionAuthor
		case siteText(p), p.address && p.weak > 0 && start < len(paras) && paras[start].kind == dateline.SectionBoilerplate && !quoted(p.text):
			p.kind = dateline.SectionBoilerplate
		case start == len(paras) && nameLine(p) && p.words <= 3 && paras[i-1].running():
			p.kind = dateline.SectionByline // signed below the story
		case p.words <= 12 && !(p.stop && start == len(paras)) && !said(p.text):
			gap++
			continue
		default:
			gap = maxGap + 1
			continue
		}
		start, gap = i, 0
	}
	start = authorHead(paras, start, body)
	for i := start; i < len(paras); i++ {
		if p := &paras[i]; p.kind == dateline.SectionNone {
			p.kind = dateline.SectionBoilerplate
		}
	}
}

// said reports whether s begins with a quotation.
func said(s string) bool {
	return strings.HasPrefix(s, "\"") || strings.HasPrefix(s, "'") || strings.HasPrefix(s, "“") || strings.HasPrefix(s, "‘")
}

// quoted reports whether s has a quotation in it.
func quoted(s string) bool { return strings.ContainsAny(s, "\"“") }

// linked makes the lines below a label for links boilerplate, up to the next sentence.
func linked(paras []paragraph) {
	for i := 0; i < len(paras); i++ {
		p := &paras[i]
		if p.kind != dateline.SectionBoilerplate && p.kind != dateline.SectionNone || p.words > 6 || !linkLabel(strings.ToLower(p.text)) {
			continue
		}
		p.kind = dateline.SectionBoilerplate
		if end := events(paras, i+1); end > i+1 {
			i = end - 1
			continue
		}
		for n := 0; n < maxLinks && i+1 < len(paras); n++ {
			if p := &paras[i+1]; p.kind == dateline.SectionBoilerplate && p.words <= 4 || departments[string(appendLower(nil, p.text))] {
				p.kind = dateline.SectionBoilerplate
				i++
				continue
			}
			if p := &paras[i+1]; p.kind != dateline.SectionNone || p.stop && !strings.HasSuffix(p.text, "?") || p.words > 18 || said(p.text) {
				break
			}
			i++
			paras[i].kind = dateline.SectionBoilerplate
		}
	}
}

// events makes the list of what happened, "18.02 AEDT" and "Minister quits" in turn, boilerplate from paragraph i on, as
// far as the title is followed by another time, not by a story. It returns the paragraph after the list.
func events(paras []paragraph, i int) int {
	for n := 0; n < maxLinks && i+2 < len(paras) && clockLine(paras[i].text) && paras[i+1].words <= 18 && clockLine(paras[i+2].text); n++ {
		paras[i].kind, paras[i+1].kind = dateline.SectionBoilerplate, dateline.SectionBoilerplate
		i += 2
	}
	return i
}

// entries finds the names of writers below the times of a live report.
func entries(paras []paragraph) {
	for i := 1; i < len(paras); i++ {
		if p := &paras[i]; p.kind == dateline.SectionNone && paras[i-1].kind == dateline.SectionDateline && clockLine(paras[i-1].text) && nameLine(p) && p.words <= 4 {
			p.kind = dateline.SectionByline
		}
	}
}

// company makes what a firm says about itself below its press release boilerplate: "About Acme" and the lines down to
// the end or to other boilerplate.
func company(paras []paragraph) {
	for i := len(paras) / 2; i < len(paras); i++ {
		p := &paras[i]
		if p.kind != dateline.SectionNone || p.stop || p.words > 8 || !strings.HasPrefix(p.text, "About ") && !strings.HasPrefix(p.text, "ABOUT ") || !capitals(p.text) {
			continue
		}
		end := i + 1
		for end < len(paras) && paras[end].kind == dateline.SectionNone && end-i <= 4 {
			end++
		}
		if end < len(paras) && paras[end].kind == dateline.SectionNone {
			continue
		}
		for ; i < end; i++ {
			paras[i].kind = dateline.SectionBoilerplate
		}
	}
}

// maxWriters is how many names of writers are kept.
const maxWriters = 16

// writersOf returns the names that the bylines "By Jane Doe" give.
func writersOf(paras []paragraph) (names []string) {
	for i := range paras {
		p := &paras[i]
		if len(names) >= maxWriters {
			break
		}
		if p.kind != dateline.SectionByline || p.words > 16 {
			continue
		}
		text := p.text
		if prefixFold(text, "by ") {
			text = text[len("by "):]
		}
		if k := strings.IndexAny(text, ",|·•("); k >= 0 {
			text = text[:k]
		}
		for name := range strings.SplitSeq(text, " and ") {
			if n := countWords(name); n >= 2 && n <= 4 {
				names = append(names, strings.TrimSpace(name))
			}
		}
	}
	return names
}

// doings go on after the name in a note about a writer.
var doings = []string{
	" is ", " teaches ", " writes ", " covers ", " reports ", " works ", " lives ", " has written ", " has covered ",
	", a ", ", an ", ", the ",
}

// about reports whether s tells, in the present tense, what one of the writers does.
func about(s string, names []string) bool {
	for _, verb := range doings {
		i := strings.Index(s[:min(len(s), 60)], verb)
		if i <= 0 {
			continue
		}
		for _, name := range names {
			if strings.EqualFold(s[:i], name) || verb[0] == ' ' && isPart(s[:i], name) {
				return true
			}
		}
	}
	return false
}

// isPart reports whether s is one or more of the words of a name, from its first on.
func isPart(s, name string) bool {
	return len(s) < len(name) && prefixFold(name, s) && name[len(s)] == ' '
}

// between makes short lines without a stop boilerplate that stand between boilerplate, as the titles of videos
// between their buttons.
func between(paras []paragraph) {
	for i := 1; i+1 < len(paras); i++ {
		p := &paras[i]
		if p.kind == dateline.SectionNone && !p.stop && p.words <= 12 && !said(p.text) &&
			paras[i-1].kind == dateline.SectionBoilerplate && paras[i+1].kind == dateline.SectionBoilerplate {
			p.kind = dateline.SectionBoilerplate
		}
	}
}

// links returns where the lines at the end begin that follow a label of the site, as the headlines of other stories
// do, however many they are; len(paras) if there are none.
func links(paras []paragraph, body int) int {
	start := len(paras)
	for i := len(paras) - 1; i > body; i-- {
		switch p := &paras[i]; {
		case p.kind == dateline.SectionBoilerplate && !p.inner && (p.words <= 6 || start < len(paras)):
			start = i
		case p.kind == dateline.SectionNone && authorNote(p.text):
			p.kind = dateline.SectionAuthor
		case p.inner:
		case p.running(), p.stop && p.words > 3 && !strings.HasSuffix(p.text, "?"), p.kind != dateline.SectionNone, start-i > maxLinks:
			return start
		}
	}
	return start
}

// maxLinks is how many lines that are no sentences one label may govern.
const maxLinks = 12

// authorHead looks above the tail's start, and within it, for the lines that belong to a note about an author: the
// name and the job. It returns where the tail now starts.
func authorHead(paras []paragraph, start, body int) int {
	for i := max(start-2, body+1); i < len(paras); i++ {
		p := &paras[i]
		if p.kind != dateline.SectionNone || p.stop {
			continue
		}
		next := dateline.SectionNone
		if i+1 < len(paras) {
			next = paras[i+1].kind
		}
		switch {
		case nameLine(p) && !outlet(p.text) && (next == dateline.SectionAuthor || i+1 < len(paras) && paras[i+1].words <= 8 && (hasJob(paras[i+1].text) || outlet(paras[i+1].text))):
			p.kind = dateline.SectionByline
		case p.words <= 10 && (hasJob(p.text) || outlet(p.text)) && i > 0 && (next == dateline.SectionAuthor || paras[i-1].kind == dateline.SectionByline):
			p.kind = dateline.SectionAuthor
		default:
			continue
		}
		start = min(start, i)
	}
	return start
}

// siteText reports whether p, below the story, is what the site adds: its weak signs are dense enough for its length,
// where words to the reader count too.
func siteText(p *paragraph) bool {
	if p.words > 12 && quoted(p.text) {
		return false // somebody says it
	}
	weak := p.weak
	if p.address && weak > 0 {
		weak++
		if !p.stop {
			weak++ // no sentence of an essay that speaks to its readers
		}
	}
	switch {
	case p.words <= 15:
		return weak >= 3 || weak >= 2 && !p.stop
	case p.words <= 50:
		return weak >= 4
	}
	return p.words < maxWords && weak >= 5
}

// jobs are what people who write news are.
var jobs = map[string]bool{
	"reporter": true, "editor": true, "correspondent": true, "writer": true, "columnist": true, "journalist": true,
	"staff": true, "producer": true, "reporters": true, "photographer": true, "contributor": true, "bureau": true,
	"chief": true, "freelance": true, "news": true, "senior": true, "political": true, "sports": true,
	"business": true, "intern": true, "blogger": true, "anchor": true, "associate": true, "assistant": true,
	"special": true, "agencies": true,
}

// writers are the jobs that make a line or note one about an author.
var writers = []string{
	"reporter", "correspondent", "journalist", "columnist", "editor", "staff writer", "senior writer",
	"defence writer", "freelance", "bureau chief", "producer", "is a writer", "is the author of", "is an author",
	"contributor", "playwright", "is a fellow", "a senior fellow", "is a professor", "is an associate professor",
	"is an assistant professor", "teaches at", "is a novelist", "is a photographer", "photojournalist",
}

// hasJob reports whether s names the job of a journalist.
func hasJob(s string) bool {
	low := strings.ToLower(s)
	for _, w := range writers {
		if strings.Contains(low, w) {
			return true
		}
	}
	return strings.Contains(low, "writer")
}

// authorNote reports whether s is a note about an author: "NAME is a reporter for ...", "About the author", "Follow
// her on Twitter".
func authorNote(s string) bool {
	low := strings.ToLower(s[:min(len(s), 220)])
	switch {
	case strings.HasPrefix(low, "about the author"), strings.HasPrefix(low, "the writer is "), strings.HasPrefix(low, "the author is "):
		return true
	case strings.Contains(low, " can be reached at "), strings.Contains(low, " can be contacted at "),
		strings.HasPrefix(low, "reach her at"), strings.HasPrefix(low, "reach him at"):
		return true
	case strings.HasPrefix(low, "twitter: @"), strings.HasPrefix(low, "on twitter: @"):
		return true
	case strings.HasPrefix(low, "follow ") && !strings.HasPrefix(low, "follow @") && (strings.Contains(low, " on twitter") || strings.Contains(low, "@")):
		return true
	case len(s) < 220 && reported(s):
		return true
	}
	// A name, then a present tense, then the job.
	i := strings.Index(low, " is ")
	if k := strings.Index(low, " covers "); k > 0 && (i < 0 || k < i) {
		return k < 40 && capitals(s[:k])
	}
	if i < 3 || i > 60 || !utf8.ValidString(low) || len(low) != min(len(s), 220) || !capitals(s[:i]) {
		return false
	}
	note := low[i:]
	if end := strings.Index(note, ". "); end > 0 {
		note = note[:end]
	}
	return hasJob(note)
}

// reported reports whether s tells who worked on the story: "O'Brien reported from Window Rock, Arizona.", "Jane Doe
// contributed to this report."
func reported(s string) bool {
	for _, phrase := range []string{" reported from ", " contributed to this ", " contributed reporting", " contributed from ", " also contributed"} {
		if i := strings.Index(s, phrase); i > 0 && (capitals(s[:i]) || strings.Contains(s[:i], "writer") || strings.Contains(s[:i], "reporter")) {
			return true
		}
	}
	return false
}
