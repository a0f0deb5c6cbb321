package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
)

// form gives paragraphs the kind that their own words show.
func form(paras []paragraph) {
	var low []byte
	bare := 0 // paragraphs that end in nothing but the name of a source: "(Reuters)"
	for i := range paras {
		p := &paras[i]
		if p.words >= maxWords {
			continue
		}
		low = appendLower(low[:0], p.text)
		var strong bool
		strong, p.weak, p.address = signs(low)
		switch {
		case strong && p.words <= 30 && !(p.words > 12 && strings.ContainsAny(p.text, "\"“”")):
			p.kind = dateline.SectionBoilerplate
		case credit(p):
			p.kind = dateline.SectionCredit
		case caption(p):
			p.kind = dateline.SectionCaption
		case byline(p):
			p.kind = dateline.SectionByline
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

// agencies are the owners of pictures. A credit that is not "Name/Owner" has to name one.
var agencies = []string{
	"Reuters", "REUTERS", "Associated Press", "AP Photo", "AP Images", "Getty", "GETTY", "AFP", "Canadian Press", "EPA",
	"Shutterstock", "iStock", "Bloomberg", "Xinhua", "Anadolu", "Press Association", "PA Wire", "PA Media", "Alamy", "Postmedia",
	"Photo", "photo", "PHOTO", "Photograph", "Picture:", "Image:", "Submitted", "Courtesy", "courtesy", "Contributed", "Handout", "handout",
	"Supplied", "Screenshot", "screengrab", "Wikimedia", "Flickr", "Google Maps", "Facebook", "Twitter", "Instagram", "Unsplash", "Pixabay",
	"Creative Commons", "CC BY", "File", "FILE", "Zuma", "ZUMA", "UPI", "USA TODAY", "Imagn", "Newsquest", "SWNS",
}

// sources may stand alone in brackets as the credit of a picture, or of an item of a digest.
var sources = []string{"(AP)", "(Reuters)", "(REUTERS)", "(AFP)", "(CBC)", "(CBC News)", "(BBC)", "(CTV)", "(Bloomberg)", "(CP)", "(PA)", "(EPA)", "(Xinhua)"}

func bareSource(p *paragraph) bool {
	for _, s := range sources {
		if strings.HasSuffix(p.text, s) {
			return p.words > 3
		}
	}
	return false
}

// lastGroup returns the bracketed group at the end of s, without its brackets; "" if there is none.
func lastGroup(s string) string {
	s = strings.TrimSuffix(s, ".")
	if s == "" {
		return ""
	}
	open := byte('(')
	switch s[len(s)-1] {
	case ')':
	case ']':
		open = '['
	default:
		return ""
	}
	i := strings.LastIndexByte(s, open)
	if i < 0 || len(s)-i > 120 {
		return ""
	}
	return s[i+1 : len(s)-1]
}

// credits reports whether s, from within brackets or by itself, names the maker or owner of a picture.
func credits(s string) bool {
	s = strings.TrimSuffix(s, ".")
	if s == "" || countWords(s) > 14 {
		return false
	}
	if i := strings.LastIndexByte(s, '/'); i > 0 && i+1 < len(s) && slashCredit(s[:i], s[i+1:]) {
		return true
	}
	for _, a := range agencies {
		if i := strings.Index(s, a); i >= 0 && capitals(s) {
			return len(s) > len(a) || strings.HasPrefix(a, "Getty") // a bare source: see form
		}
	}
	return false
}

// slashCredit reports whether maker and owner are names: "Ryan Remiorz" and "The Canadian Press".
func slashCredit(maker, owner string) bool {
	maker = strings.TrimPrefix(strings.TrimPrefix(maker, "Photo: "), "File: ")
	words := countWords(maker)
	return words <= 6 && countWords(owner) <= 6 && capitals(maker) && capitals(owner) && !strings.ContainsAny(maker, ",0123456789") &&
		(words > 1 || owns(owner))
}

// owns reports whether s names an owner of pictures.
func owns(s string) bool {
	for _, a := range agencies {
		if strings.Contains(s, a) {
			return true
		}
	}
	for _, a := range sources {
		if s == a[1:len(a)-1] {
			return true
		}
	}
	return false
}

// small are the words without a capital that may stand in a name or credit.
var small = map[string]bool{
	"and": true, "of": true, "the": true, "for": true, "by": true, "via": true, "in": true, "at": true, "from": true, "de": true, "la": true, "le": true,
	"du": true, "van": true, "von": true, "der": true, "den": true, "bin": true, "al": true, "el": true, "da": true, "dos": true, "di": true, "photo": true, "file": true,
	"image": true, "handout": true, "courtesy": true, "with": true, "photograph": true, "pool": true, "y": true, "e": true, "wa": true, "ibn": true, "&": true,
}

// capitals reports whether every word of s begins with a capital, but for small words; at least one does.
func capitals(s string) bool {
	some := false
	for w := range strings.FieldsSeq(s) {
		w = strings.TrimLeft(w, "(\"'“‘[@—–-|·•")
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r):
			some = true
		case unicode.IsLower(r) && !small[strings.TrimRight(w, ",.:;/")]:
			return false
		}
	}
	return some
}

// captionStarts begin a caption or credit.
var captionStarts = []string{
	"FILE - ", "FILE – ", "FILE — ", "File - ", "FILE PHOTO", "File photo", "FILE: ", "Photo: ", "PHOTO: ", "Photo by ", "Photos: ", "Photograph: ", "Photograph by ",
	"Image: ", "Image caption", "Image credit", "Image copyright", "Image source", "Media caption", "Picture: ", "Pictured: ", "Photo credit", "Photo Credit", "Photo courtesy",
	"Image courtesy", "Illustration by ", "Illustration: ", "Video by ",
}

// caption reports whether p ends in the credit of a picture or begins like a caption.
func caption(p *paragraph) bool {
	if p.words > 100 {
		return false
	}
	for _, s := range captionStarts {
		if strings.HasPrefix(p.text, s) {
			return true
		}
	}
	if g := lastGroup(p.text); g != "" && credits(g) {
		return true
	}
	// "... on Monday. Photo: Jane Doe/Reuters", "... | Photo Credit: PTI"
	from := max(0, len(p.text)-90)
	for _, s := range []string{"Photo: ", "PHOTO: ", "Photograph: ", "Picture: ", "Image: ", "Photo by ", "Photo Credit: ", "Photo credit: ", "Credit: "} {
		if i := strings.LastIndex(p.text[from:], s); i >= 0 && capitals(p.text[from+i+len(s):]) {
			return true
		}
	}
	return false
}

// creditStarts begin a line that is just a credit.
var creditStarts = []string{"With files from ", "With a file from ", "Source: ", "Sources: ", "Credit: ", "Credits: ", "Additional reporting by ", "— With files"}

// credit reports whether p is just a credit: of a picture, or of other sources of the story.
func credit(p *paragraph) bool {
	if p.words > 14 {
		return false
	}
	for _, s := range creditStarts {
		if strings.HasPrefix(p.text, s) {
			return true
		}
	}
	if g := lastGroup(p.text); g != "" && len(g)+2 == len(strings.TrimSuffix(p.text, ".")) {
		return credits(g) || bareSource(&paragraph{text: p.text, words: maxWords})
	}
	text := strings.TrimLeft(p.text, "—–- ")
	if text != p.text || p.words <= 3 {
		for _, s := range sources {
			if text == s[1:len(s)-1] || text == "The Canadian Press" || text == "The Associated Press" || text == "Getty Images" {
				return true
			}
		}
	}
	if p.words <= 8 && !p.stop {
		if i := strings.IndexByte(p.text, '/'); i > 0 && i == strings.LastIndexByte(p.text, '/') && slashCredit(p.text[:i], p.text[i+1:]) {
			return owns(p.text[i+1:])
		}
	}
	return false
}

// byline reports whether p says in so many words who wrote it: "By Jane Doe", "Reporting by Jane Doe; editing by John Roe".
func byline(p *paragraph) bool {
	text := strings.TrimLeft(p.text, "(—–- ")
	if p.words <= 40 {
		for _, s := range []string{"Reporting by ", "Additional reporting by ", "Written by ", "Edited by ", "Compiled by ", "Writing by ", "Editing by ", "Story by ", "Words by "} {
			if strings.HasPrefix(text, s) {
				return nameStart(text[len(s):])
			}
		}
	}
	rest, ok := strings.CutPrefix(text, "By ")
	if !ok {
		rest, ok = strings.CutPrefix(text, "BY ")
	}
	if !ok || p.words > 16 || p.words < 2 || p.stop && p.words > 8 {
		return false
	}
	return bylineRest(rest)
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
