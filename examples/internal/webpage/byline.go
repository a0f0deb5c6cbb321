package webpage

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// author is who wrote the article: as the head of the page tells it, or as it stands on the page where that tells more or the
// head tells nothing. What stands on the page is taken out of it.
func (s *survey) author(site string) string {
	author := ""
	for _, key := range []string{"author", "ld:author", "parsely-author", "sailthru.author", "dc.creator", "article:author", "byl"} {
		if a := byline(s.values[key], site); a != "" {
			author = a
			break
		}
	}
	for _, n := range s.bylines {
		text := textOf(n)
		if len(text) > maxAround {
			continue
		}
		by := byline(text, site)
		if by == "" {
			continue
		}
		n, by = widest(n, by)
		if author == "" || holdsNames(by, author) {
			author = by
		}
		if len(squeeze(textOf(n))) < 2*len(by)+60 && n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
		return author
	}
	if author == "" && len(s.authors) > 0 {
		author = s.authors[0]
	}
	return author
}

// byline is cleanByline of text that names somebody other than the site.
func byline(text, site string) string {
	by := cleanByline(squeeze(text))
	if sameSite(by, site) || nobody.MatchString(by) {
		return ""
	}
	return by
}

// widest is the element around n that holds the whole byline of which n has a part or all.
func widest(n *html.Node, by string) (*html.Node, string) {
	for p := n.Parent; inside(p); p = p.Parent {
		text := textOf(p)
		if len(text) > 500 {
			break
		}
		text = squeeze(text)
		switch more := cleanByline(text); {
		case more == by:
			n = p
		case strings.Contains(more, by) && lead.MatchString(text):
			n, by = p, more
		default:
			return n, by
		}
	}
	return n, by
}

// holdsNames reports whether every name of author, which are joined by commas, stands in by too.
func holdsNames(by, author string) bool {
	for name := range strings.SplitSeq(strings.ToLower(author), ",") {
		if !strings.Contains(strings.ToLower(by), strings.TrimSpace(name)) {
			return false
		}
	}
	return true
}

var (
	// nobody are authors that name nobody.
	nobody = regexp.MustCompile(`(?i)^(no author|admin(istrator)?|staff|editor(s|ial)?|newsroom|web ?master|unknown|guest|author|by|authors?|contributors?)$`)
	// lead are the words before a name in a byline.
	lead = regexp.MustCompile(`(?i)^[|·•\s]*((written|story|words|report(ed|ing)?|posted|published|reviewed|edited|analysis|text)\s+by\s*:?|by\s*:|by\s|authors?\s*:|from\s|byline\s*:)\s*`)
	// after are what ends a byline: marks, a date, a time of reading.
	after = regexp.MustCompile(`(?i)[|·•\n]|\s[–—-]\s|\s/\s|\b(published|updated|posted|last modified|first published|share|follow|min read|minute read|email the author|view comments)\b|` +
		`\b(mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d|\d|@`)
	// sentence are words of a note about an author, which is no byline.
	sentence = regexp.MustCompile(`(?i)\b(is|was|are|were|has|have|covers|writes|joined|about)\b`)
)

// cleanByline takes names, and what they are, out of a byline: without "By" and the date behind. It is "" for what is none.
func cleanByline(s string) string {
	if len(s) > maxAround {
		s = strings.ToValidUTF8(s[:maxAround], "")
	}
	for {
		short := lead.ReplaceAllString(s, "")
		if short == s {
			break
		}
		s = short
	}
	if m := after.FindStringIndex(s); m != nil {
		s = s[:m[0]]
	}
	s = strings.Trim(s, " ,;:-–—/|(")
	if strings.HasSuffix(s, " on") || strings.HasSuffix(s, " at") {
		s = strings.TrimRight(s[:len(s)-3], " ,")
	}
	if len(s) > maxByline || sentence.MatchString(s) || strings.Contains(s, "://") || strings.Contains(s, "www.") || len(strings.Fields(s)) > 20 {
		return ""
	}
	if r, _ := utf8.DecodeRuneInString(s); unicode.IsLower(r) && !strings.Contains(s, " ") {
		return "" // the name of an account
	}
	return s
}

// Lengths in bytes.
const (
	maxByline = 160
	maxAround = 1000 // of the text in which a byline is looked for, and of its element
)
