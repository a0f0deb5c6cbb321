package webpage

import (
	"regexp"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A head is what a page says about its article.
type head struct {
	title, author, site string
	published           time.Time
	body                string // the text as linked data has it, "" where it does not
}

// A survey is what stands on a page, by what names it: the content of <meta> by its property or name, linked data by "ld:" and
// its key, elements by their role. The first one counts.
type survey struct {
	values  map[string]string
	h1      []string
	bylines []*html.Node // elements that say who wrote it, in order
	dates   []*html.Node // elements that say when
	authors []string     // texts of links to pages of authors
}

func (s *survey) set(key, value string) {
	if value = unescape(squeeze(value)); value != "" && s.values[key] == "" {
		s.values[key] = value
	}
}

// unescape undoes a second escaping, as in "&amp;#8217;".
func unescape(s string) string {
	if strings.Contains(s, "&") && strings.Contains(s, ";") {
		return html.UnescapeString(s)
	}
	return s
}

// readHead reads Open Graph and article tags, then schema.org in JSON-LD, then what stands on the page. The byline is taken out of
// the page: it stands above the text.
func readHead(doc *html.Node) head {
	s := &survey{values: map[string]string{}}
	s.read(doc)
	h := head{
		site: s.first("og:site_name", "ld:publisher", "application-name"),
		body: s.values["ld:articlebody"],
	}
	h.title = s.title(h.site)
	h.author = s.author(h.site)
	h.published = s.date()
	return h
}

func (s *survey) first(keys ...string) string {
	for _, k := range keys {
		if s.values[k] != "" {
			return s.values[k]
		}
	}
	return ""
}

var (
	authorLink = regexp.MustCompile(`(?i)/(authors?|writers?|contributors?|by|people|profiles?|staff|journalists?|reporters?|columnists?)/[^/]`)
	bylineName = regexp.MustCompile(`(?i)byline|(^|[^a-z])author|written-?by|posted-?by|(^|[^a-z])creator`)
	dateName   = regexp.MustCompile(`(?i)date|time|publish|posted|pubdate`)
	elsewhere  = regexp.MustCompile(`(?i)comment|related|recirc|sidebar|promo|trending|recommend|most-?read|footer|disqus`)
)

func (s *survey) read(doc *html.Node) {
	walk(doc, func(n *html.Node) bool {
		if n.Type != html.ElementNode {
			return n.Type == html.DocumentNode
		}
		switch n.DataAtom {
		case atom.Meta:
			for _, key := range []string{"property", "name", "itemprop"} {
				s.set(strings.ToLower(attr(n, key)), attr(n, "content"))
			}
		case atom.Link:
			if attr(n, "rel") == "canonical" {
				s.set("canonical", attr(n, "href"))
			}
		case atom.Script:
			if strings.EqualFold(attr(n, "type"), "application/ld+json") && n.FirstChild != nil {
				linkedData(n.FirstChild.Data, s.set)
			}
			return false
		case atom.Title:
			if n.Parent.DataAtom == atom.Head {
				s.set("title", textOf(n))
			}
			return false
		case atom.H1:
			if t := squeeze(textOf(n)); t != "" && len(t) < 500 {
				s.h1 = append(s.h1, t)
			}
		case atom.Nav, atom.Aside, atom.Footer, atom.Style, atom.Svg, atom.Noscript, atom.Template:
			return false
		}
		return s.element(n)
	}, nil)
}

// holder are elements that hold the article whatever they are called.
var holder = map[atom.Atom]bool{atom.Html: true, atom.Body: true, atom.Main: true, atom.Article: true, atom.H1: true}

// element looks at what the names of an element tell, and reports whether to look at what is in it.
func (s *survey) element(n *html.Node) bool {
	name := names(n)
	if elsewhere.MatchString(name) && !likely.MatchString(name) && !holder[n.DataAtom] {
		return false
	}
	if bylineName.MatchString(name) || n.DataAtom == atom.Address || attr(n, "rel") == "author" || strings.HasPrefix(attr(n, "itemprop"), "author") {
		s.bylines = append(s.bylines, n)
	}
	if n.DataAtom == atom.Time || dateName.MatchString(name) || attr(n, "itemprop") == "datePublished" {
		s.dates = append(s.dates, n)
	}
	if n.DataAtom == atom.A && authorLink.MatchString(attr(n, "href")) {
		if t := cleanByline(squeeze(textOf(n))); strings.Contains(t, " ") {
			s.authors = append(s.authors, t)
		}
	}
	return true
}

// title is the heading that readers of the page see, where it has to do with the title for search engines; else that one.
func (s *survey) title(site string) string {
	t := s.first("og:title", "twitter:title", "ld:headline")
	if t == "" {
		t = s.values["title"]
	}
	t = withoutSite(t, site)
	best, most := "", 0
	ofTitle, ofSite := wordsOf(t+" "+s.values["ld:headline"]), wordsOf(site)
	for _, h := range s.h1 {
		if n := shared(h, ofTitle); n > most && shared(h, ofSite) < len(strings.Fields(h)) {
			best, most = h, n
		}
	}
	switch {
	case best != "" && (2*most >= len(strings.Fields(best)) || most >= 3 || len(s.h1) == 1 && strings.Count(best, " ") > 2):
		return withoutSite(best, site)
	case t == "" && len(s.h1) > 0:
		return s.h1[0]
	}
	return t
}

// wordsOf are the words of s in lower case.
func wordsOf(s string) map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), noWord) {
		words[w] = true
	}
	return words
}

// shared counts the words of s that are among words.
func shared(s string, words map[string]bool) (n int) {
	for _, w := range strings.FieldsFunc(strings.ToLower(s), noWord) {
		if words[w] {
			n++
		}
	}
	return n
}

func noWord(r rune) bool {
	return strings.ContainsRune(" \t\n.,:;!?\"'()[]|-–—‘’“”«»/", r)
}

// withoutSite takes the name of the site off the end of a title, or off its beginning.
func withoutSite(title, site string) string {
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: ", " · "} {
		if i := strings.LastIndex(title, sep); i > 0 && sameSite(title[i+len(sep):], site) {
			return title[:i]
		}
		if i := strings.Index(title, sep); i > 0 && sameSite(title[:i], site) {
			return title[i+len(sep):]
		}
	}
	return title
}

func sameSite(s, site string) bool {
	return site != "" && strings.EqualFold(strings.TrimPrefix(strings.ToLower(s), "the "), strings.TrimPrefix(strings.ToLower(site), "the "))
}
