package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
)

// agencies are the owners of pictures. A credit that is not "Name/Owner" has to name one.
var agencies = []string{
	"Reuters", "REUTERS", "Associated Press", "ASSOCIATED PRESS", "CANADIAN PRESS", "AP Photo", "AP Images", "Getty",
	"GETTY", "AFP", "Canadian Press", "EPA", "Shutterstock", "iStock", "Bloomberg", "Xinhua", "Anadolu",
	"Press Association", "PA Wire", "PA Media", "Alamy", "Postmedia", "Photo", "photo", "PHOTO", "Photograph",
	"Picture:", "Image:", "Submitted", "Courtesy", "courtesy", "Contributed", "Handout", "handout", "Supplied",
	"Screenshot", "screengrab", "Wikimedia", "Flickr", "Google Maps", "Facebook", "Twitter", "Instagram", "Unsplash",
	"Pixabay", "Creative Commons", "CC BY", "File", "FILE", "Zuma", "ZUMA", "UPI", "USA TODAY", "Imagn", "Newsquest",
	"SWNS", "AAP", "PTI", "ANI", "DPA", "dpa", "Kyodo", "ABC News:",
}

// sources may stand alone in brackets as the credit of a picture, or of an item of a digest.
var sources = []string{
	"(AP)", "(Reuters)", "(REUTERS)", "(AFP)", "(CBC)", "(CBC News)", "(BBC)",
	"(CTV)", "(Bloomberg)", "(CP)", "(PA)", "(EPA)", "(Xinhua)",
}

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
	if capitals(s) && (strings.Contains(s, " for The ") || strings.Contains(s, " via ")) {
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
		(words > 1 || owns(owner) || owns(maker))
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
	"and": true, "of": true, "the": true, "for": true, "by": true, "via": true, "in": true, "at": true, "from": true,
	"de": true, "la": true, "le": true, "du": true, "van": true, "von": true, "der": true, "den": true, "bin": true,
	"al": true, "el": true, "da": true, "dos": true, "di": true, "photo": true, "file": true, "image": true,
	"handout": true, "courtesy": true, "with": true, "photograph": true, "pool": true, "y": true, "e": true,
	"wa": true, "ibn": true, "&": true,
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
	"FILE - ", "FILE – ", "FILE — ", "File - ", "FILE PHOTO", "File photo", "FILE: ", "Photo: ", "PHOTO: ",
	"Photos: ", "Photograph: ", "Image: ", "Image caption", "Media caption", "Picture: ", "Pictured: ", "PICTURED: ",
	"Illustration: ", "Pic: ",
}

// creditLabels go before the credit at the end of a caption.
var creditLabels = []string{
	"Photo: ", "PHOTO: ", "Photo | ", "PHOTO | ", "Photo / ", "Photograph: ", "Picture: ", "Image: ", "Pic: ", "Pics: ", "Photo by ", "PHOTO BY ",
	"Photo By ", "Photograph by ", "Picture by ", "Image by ", "Photo Credit: ", "Photo credit: ", "Credit: ",
	"Credit...", "Credit…",
}

// caption reports whether p ends in the credit of a picture or begins like a caption.
func caption(p *paragraph) bool {
	if p.words > 100 {
		return false
	}
	for _, s := range captionStarts {
		if prefixFold(p.text, s) {
			return true
		}
	}
	if g := lastGroup(p.text); g != "" && credits(g) {
		return true
	}
	for _, s := range [...]string{"File photo", "File picture", "File image", "File photograph"} {
		if n := len(p.text) - len(s); n > 0 && p.words <= 40 && strings.EqualFold(p.text[n:], s) {
			return true
		}
	}
	// "... on Monday. REUTERS/Jane Doe"
	if i := strings.LastIndex(p.text, ". "); i > 0 && i > len(p.text)-80 {
		last := p.text[i+2:]
		if k := strings.IndexByte(last, '/'); k > 0 && slashCredit(last[:k], last[k+1:]) && (owns(last[:k]) || owns(last[k+1:])) {
			return true
		}
	}
	// "... on Monday. Photo: Jane Doe/Reuters", "... | Photo Credit: PTI"
	from := max(0, len(p.text)-90)
	for _, s := range creditLabels {
		if i := strings.Index(p.text[from:], s); i >= 0 && capitals(p.text[from+i+len(s):]) {
			return true
		}
	}
	return false
}

// creditStarts begin a line that is just a credit.
var creditStarts = []string{
	"Source: ", "Sources: ", "SOURCE: ", "Credit: ", "Credits: ", "Credit...", "Image copyright", "Image source",
	"Image credit", "Image courtesy", "Photo by ", "PHOTO BY ", "Photos by ", "Photo courtesy", "Photo credit",
	"Photo Credit", "Photograph by ", "Photographs by ", "Photography by ", "Photograph of ", "Pictures by ",
	"Picture by ", "Illustration by ", "Illustrations by ", "Video by ", "Graphic by ", "Graphics by ",
}

func prefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// credit reports whether p is just a credit: of a picture, or of other sources of the story.
func credit(p *paragraph) bool {
	if p.words > 14 {
		return false
	}
	for _, s := range creditStarts {
		if prefixFold(p.text, s) {
			return p.words <= 8 || capitals(p.text)
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

// pictures finds the lines that belong to a caption or credit beside them: the caption below a bare "Image caption,",
// the description above "Image source, ...", and a line that the caption below it says again.
func pictures(paras []paragraph) {
	for i := range paras {
		p := &paras[i]
		low := ""
		if len(p.text) < 60 && (p.kind == dateline.SectionCaption || p.kind == dateline.SectionCredit) {
			low = strings.ToLower(p.text)
		}
		switch strings.TrimRight(low, " ,:") {
		case "image caption", "media caption", "caption":
			if i+1 < len(paras) && paras[i+1].kind == dateline.SectionNone && paras[i+1].words <= 40 {
				paras[i+1].kind = dateline.SectionCaption
			}
		}
		if i < 2 || paras[i-1].kind != dateline.SectionNone || paras[i-1].words > 40 {
			continue
		}
		prev := &paras[i-1]
		if strings.HasPrefix(low, "image source") && !prev.stop ||
			p.kind == dateline.SectionCaption && prev.words >= 3 && strings.HasPrefix(p.text, strings.TrimRight(prev.text, ".")) {
			prev.kind = dateline.SectionCaption
		}
	}
}
