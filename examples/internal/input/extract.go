package input

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// never are elements without text of the article.
var never = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Iframe: true, atom.Svg: true, atom.Form: true,
	atom.Button: true, atom.Input: true, atom.Select: true, atom.Textarea: true, atom.Nav: true, atom.Footer: true, atom.Aside: true,
	atom.Object: true, atom.Embed: true, atom.Video: true, atom.Audio: true, atom.Canvas: true, atom.Head: true, atom.Dialog: true,
}

var (
	unlikely = regexp.MustCompile(`(?i)-ad-|banner|breadcrumb|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr|header|legends|menu|` +
		`newsletter|recirc|related|remark|replies|rss|share|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|` +
		`ad-break|agegate|pagination|pager|popup|signup|toolbar|trending|yom-remote`)
	likely   = regexp.MustCompile(`(?i)article|body|column|content|main|shadow|entry|story|post|text`)
	roles    = regexp.MustCompile(`^(menu|menubar|complementary|navigation|alert|alertdialog|dialog|banner|contentinfo|search)$`)
	positive = regexp.MustCompile(`(?i)article|body|content|entry|hentry|h-entry|main|page|pagination|post|text|blog|story`)
	negative = regexp.MustCompile(`(?i)-ad-|hidden|^hid$| hid$| hid |^hid |banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta|outbrain|` +
		`promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget`)
	invisible = regexp.MustCompile(`(?i)display\s*:\s*none|visibility\s*:\s*hidden`)
)

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// pruned reports whether an element has no place in an article.
func pruned(n *html.Node, byName bool) bool {
	if n.Type == html.CommentNode || never[n.DataAtom] {
		return true
	}
	if n.Type != html.ElementNode || n.DataAtom == atom.Html || n.DataAtom == atom.Body {
		return false
	}
	if has(n, "hidden") || attr(n, "aria-hidden") == "true" || invisible.MatchString(attr(n, "style")) || roles.MatchString(attr(n, "role")) {
		return true
	}
	if !byName || n.DataAtom == atom.A || n.DataAtom == atom.Article || n.DataAtom == atom.Main {
		return false
	}
	names := attr(n, "class") + " " + attr(n, "id")
	return unlikely.MatchString(names) && !likely.MatchString(names)
}

// A candidate is an element that may be the main text.
type candidate struct {
	points float64
	text   int // bytes
	links  int // bytes of text in links
}

func (c *candidate) density() float64 {
	if c.text == 0 {
		return 0
	}
	return float64(c.links) / float64(c.text)
}

// extract returns the elements of the main text, in order; the tree is changed.
func extract(doc *html.Node, byName bool) []*html.Node {
	prune(doc, byName)
	all := measure(doc)
	var best *html.Node
	for n := range doc.Descendants() { // in order of the page, so that equal ones are told apart always alike
		c := all[n]
		if c == nil || c.points == 0 {
			continue
		}
		c.points *= 1 - c.density()
		if best == nil || c.points > all[best].points {
			best = n
		}
	}
	if best == nil {
		return bodyOf(doc)
	}
	// An only child shares the main text with its parent, whose other children may hold the rest of it.
	for p := best.Parent; p != nil && p.DataAtom != atom.Body && p.Type == html.ElementNode && only(best); p = p.Parent {
		best = p
	}
	var out []*html.Node
	limit := max(10, all.points(best)*0.2)
	for n := best.Parent.FirstChild; n != nil; n = n.NextSibling {
		if n == best || joins(n, all, limit) {
			clean(n, all)
			out = append(out, n)
		}
	}
	return out
}

func bodyOf(doc *html.Node) []*html.Node {
	for n := range doc.Descendants() {
		if n.DataAtom == atom.Body {
			return []*html.Node{n}
		}
	}
	return nil
}

func only(n *html.Node) bool {
	for s := n.Parent.FirstChild; s != nil; s = s.NextSibling {
		if s != n && (s.Type == html.ElementNode || strings.TrimSpace(s.Data) != "") {
			return false
		}
	}
	return true
}

func prune(doc *html.Node, byName bool) {
	walk(doc, func(n *html.Node) bool { return !pruned(n, byName) }, func(n *html.Node) {
		if n.Parent != nil && pruned(n, byName) {
			n.Parent.RemoveChild(n)
		}
	})
}

type measures map[*html.Node]*candidate

func (m measures) points(n *html.Node) float64 {
	if c := m[n]; c != nil {
		return c.points
	}
	return 0
}

// measure counts text and links of each element and hands out the points of paragraphs: all to the parent, half to the
// grandparent, less to those above.
func measure(doc *html.Node) measures {
	all := measures{}
	var path []*html.Node
	links := 0 // depth in links
	walk(doc, func(n *html.Node) bool {
		if n.Type == html.TextNode {
			if size := len(squeeze(n.Data)); size > 0 {
				for _, p := range path {
					all[p].text += size
					if links > 0 {
						all[p].links += size
					}
				}
			}
			return false
		}
		if n.DataAtom == atom.A && has(n, "href") {
			links++
		}
		all[n] = &candidate{}
		if len(path) < 200 { // deeper ones are not told apart
			path = append(path, n)
		}
		return true
	}, func(n *html.Node) {
		if n.Type == html.TextNode {
			return
		}
		if n.DataAtom == atom.A && has(n, "href") {
			links--
		}
		if len(path) > 0 && path[len(path)-1] == n {
			path = path[:len(path)-1]
		}
	})
	for n := range doc.Descendants() {
		if paragraph(n) {
			all.award(n)
		}
	}
	return all
}

// paragraph reports whether n holds running text itself: a <p>, or an element like it without blocks inside.
func paragraph(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Pre, atom.Td, atom.Blockquote:
		return true
	case atom.Div, atom.Section, atom.Li:
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if breaks[c.DataAtom] && c.DataAtom != atom.Br {
				return false
			}
		}
		return true
	}
	return false
}

func (m measures) award(n *html.Node) {
	c := m[n]
	if c.text < 25 {
		return
	}
	points := 1 + float64(strings.Count(textOf(n), ",")) + min(float64(c.text)/100, 3)
	for level, p := 0, n.Parent; p != nil && p.Type == html.ElementNode && level < 5; level, p = level+1, p.Parent {
		x := m[p]
		if x.points == 0 {
			x.points = initial(p)
		}
		switch level {
		case 0:
			x.points += points
		case 1:
			x.points += points / 2
		default:
			x.points += points / float64(level*3)
		}
	}
}

// initial are the points of an element for what it is.
func initial(n *html.Node) (points float64) {
	switch n.DataAtom {
	case atom.Article, atom.Main:
		points = 10
	case atom.Div:
		points = 5
	case atom.Pre, atom.Td, atom.Blockquote:
		points = 3
	case atom.Ol, atom.Ul, atom.Dl, atom.Dd, atom.Dt, atom.Li:
		points = -3
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Th:
		points = -5
	}
	for _, s := range []string{attr(n, "class"), attr(n, "id")} {
		if s != "" && negative.MatchString(s) {
			points -= 25
		}
		if s != "" && positive.MatchString(s) {
			points += 25
		}
	}
	if attr(n, "itemprop") == "articleBody" {
		points += 50
	}
	return points
}

// joins reports whether a sibling of the main text belongs to it.
func joins(n *html.Node, all measures, limit float64) bool {
	c := all[n]
	if c == nil {
		return false
	}
	if c.points >= limit {
		return true
	}
	return n.DataAtom == atom.P && (c.text > 80 && c.density() < 0.25 || c.text > 0 && c.links == 0 && strings.ContainsAny(textOf(n), ".!?"))
}

// clean takes lists of links, and boxes that have more links than text, out of the main text.
func clean(root *html.Node, all measures) {
	walk(root, func(n *html.Node) bool { return true }, func(n *html.Node) {
		c := all[n]
		if n == root || c == nil || n.Parent == nil {
			return
		}
		switch n.DataAtom {
		case atom.Ul, atom.Ol, atom.Div, atom.Section, atom.Table, atom.Dl:
			if c.density() > 0.5 && c.text < 1000 || c.density() > 0.8 {
				n.Parent.RemoveChild(n)
			}
		}
	})
}

func textOf(n *html.Node) string {
	var b strings.Builder
	walk(n, func(n *html.Node) bool {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		return true
	}, nil)
	return b.String()
}
