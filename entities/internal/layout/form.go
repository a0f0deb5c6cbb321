package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
)

// form gives paragraphs the kind that their own words show.
func form(paras []paragraph) {
	var room [maxPlain]byte
	low := room[:0]
	bare := 0 // paragraphs that end in nothing but the name of a source: "(Reuters)"
	for i := range paras {
		p := &paras[i]
		if p.words >= maxWords {
			continue
		}
		low = appendLower(low[:0], p.text)
		f := signs(low)
		p.weak, p.address = f.weak, f.address
		said := p.words > 12 && strings.ContainsAny(p.text, "\"“”")
		switch {
		case f.strong && p.words <= 30 && !said, f.start && p.words <= 60, f.label && p.words <= 40 && i > 0, furniture(p), crumbs(p.text), contact(p, low), (i > 0 || len(paras) > 3) && button(low):
			p.kind = dateline.SectionBoilerplate
			p.inner = f.inner || !strings.ContainsFunc(p.text, unicode.IsLetter) || button(low) && !f.start && !f.label
		case i > 0 && clockLine(p.text):
			p.kind = dateline.SectionDateline
		case byline(p):
			p.kind = dateline.SectionByline
		case credit(p):
			p.kind = dateline.SectionCredit
		case caption(p):
			p.kind = dateline.SectionCaption
		case bareSource(p):
			bare++
		}
	}
	// Captions may end in a bare "(CBC)", but so do the items of news digests, and then most of them do.
	if bare == 0 || bare > 2 && 4*bare > len(paras) {
		return
	}
	for i := 1; i < len(paras); i++ {
		if p := &paras[i]; p.kind == dateline.SectionNone && p.words <= 60 && bareSource(p) && !paras[0].running() {
			p.kind = dateline.SectionCaption
		}
	}
}

// appendLower appends s to b with its ASCII capitals in lower case and curly apostrophes straight.
func appendLower(b []byte, s string) []byte {
	b = slices.Grow(b, len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case c == 0xE2 && strings.HasPrefix(s[i:], "’"):
			c = '\''
			i += 2
		}
		b = append(b, c)
	}
	return b
}

// furniture reports whether p is no words at all, or none of a story: a rule ("* * *"), an address, a telephone
// number, a copyright, the initials of a desk ("bur-tk/ecl/mbo").
func furniture(p *paragraph) bool {
	if p.words > 30 {
		return false
	}
	if strings.HasPrefix(p.text, "©") || strings.HasPrefix(p.text, "(c) ") || strings.HasPrefix(p.text, "(C) ") {
		return true
	}
	if p.words > 8 {
		return false
	}
	if prefixFold(p.text, "follow @") {
		return true
	}
	letters, digits, slashes, others := 0, 0, 0, 0
	for _, r := range p.text {
		switch {
		case r == '/':
			slashes++
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLower(r):
			letters++
		case unicode.IsLetter(r):
			letters += 100
		case !unicode.IsSpace(r) && !strings.ContainsRune("_-*=~•·+()#—–.", r):
			others++
		}
	}
	switch {
	case letters+others == 0:
		return digits == 0 || digits >= 7 && p.text[0] == '+' || 10 <= digits && digits <= 15 && p.words > 1
	case p.words == 1 && slashes > 0 && digits+others == 0 && letters < 25:
		return true
	}
	return p.words == 1 && (strings.Contains(p.text, "://") || strings.HasPrefix(p.text, "www.") || strings.Contains(p.text, ".com/") ||
		strings.LastIndexByte(p.text, '@') > 0 && strings.Contains(p.text, "."))
}

// crumbs reports whether s is the way to a page through the departments of a site: "Home / Business / Shipping".
func crumbs(s string) bool {
	if len(s) > 100 {
		return false
	}
	for _, sep := range [...]string{" / ", " > ", " » ", " › "} {
		if n := strings.Count(s, sep); n >= 2 || n == 1 && prefixFold(s, "home"+sep) {
			return !stops(s) && !strings.Contains(s, ":") && capitals(s) && longParts(s, sep)
		}
	}
	return false
}

// longParts reports whether what stands between the separators are words, not the letters of a table of results.
func longParts(s, sep string) bool {
	for part := range strings.SplitSeq(s, sep) {
		if first, _, _ := strings.Cut(part, " "); len(first) < 3 {
			return false
		}
	}
	return true
}

// contact reports whether p, low in lower case, tells how to reach somebody: "Contact Jane Doe at 715-555-0142."
func contact(p *paragraph, low []byte) bool {
	if p.words > 16 {
		return false
	}
	begins := func(s string) bool { return len(low) >= len(s) && string(low[:len(s)]) == s }
	if (begins("follow ") || begins("visit ")) && strings.Contains(p.text, "://") {
		return true
	}
	starts := false
	for _, s := range [...]string{"contact ", "email ", "e-mail ", "call ", "phone: ", "tel: ", "tel. ", "reach reporter "} {
		starts = starts || begins(s)
	}
	if !starts {
		return false
	}
	digits := 0
	for _, b := range low {
		if '0' <= b && b <= '9' {
			digits++
		}
	}
	return digits >= 7 || strings.Contains(p.text, "@") && strings.Contains(p.text, ".")
}

// bylineStarts begin a line on who wrote the story, or helped to.
var bylineStarts = []string{
	"Reporting by ", "Additional reporting by ", "Written by ", "Edited by ", "Compiled by ", "Writing by ",
	"Editing by ", "Story by ", "Words by ", "With assistance from ", "With assistance by ", "With reporting by ",
	"With reporting from ", "With contributions from ", "Interview by ", "Interview conducted by ",
	"With inputs from ", "With input from ", "With files from ", "With a file from ", "With agency inputs",
	"With additional reporting by ", "With a report from ", "With reports from ", "—With a report from ", "Analysis by ", "Report by ",
	"Text by ",
}

// byline reports whether p says in so many words who wrote it: "By Jane Doe", "Reporting by Jane Doe; editing by John
// Roe".
func byline(p *paragraph) bool {
	text := strings.TrimLeft(p.text, "([—–- ")
	if p.words <= 40 {
		for _, s := range bylineStarts {
			if strings.HasPrefix(text, s) {
				return nameStart(text[len(s):]) || p.words <= 6
			}
		}
	}
	rest, ok := "", false
	for _, by := range [...]string{"By ", "BY ", "By: ", "BY: ", "By:", "Words: ", "Author: ", "Reporter: "} {
		if rest, ok = strings.CutPrefix(text, by); ok {
			break
		}
	}
	if !ok || p.words > 16 || p.words < 2 || p.stop && p.words > 8 {
		return false
	}
	return bylineRest(strings.TrimSpace(rest))
}

// bylineRest reports whether s is names and jobs: capitals, but for small words and jobs.
func bylineRest(s string) bool {
	if !nameStart(s) {
		return false
	}
	for w := range strings.FieldsSeq(s) {
		r, _ := utf8.DecodeRuneInString(w)
		w = strings.TrimRight(w, ",.;:|")
		if unicode.IsLower(r) && !small[w] && !jobs[w] {
			return false
		}
	}
	return true
}

// nameStart reports whether s begins with a capital.
func nameStart(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
