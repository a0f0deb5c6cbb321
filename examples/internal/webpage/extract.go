package webpage

import (
	"regexp"
	"slices"
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
	unlikely = regexp.MustCompile(`(?i)-ad-|banner|breadcrumb|combx|comment|community|cover-wrap|disqus|extra|footer|next-?(story|post|article)|gdpr|header|legends|menu|` +
		`newsletter|recirc|related|remark|replies|rss|share|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|` +
		`ad-break|agegate|pagination|pager|popup|signup|toolbar|trending|yom-remote`)
	likely   = regexp.MustCompile(`(?i)article|body|column|content|main|shadow|entry|story|post|text`)
	roles    = regexp.MustCompile(`^(menu|menubar|complementary|navigation|alert|alertdialog|dialog|banner|contentinfo|search)$`)
	positive = regexp.MustCompile(`(?i)article|body|content|entry|hentry|h-entry|main|page|pagination|post|text|blog|story`)
	negative = regexp.MustCompile(`(?i)-ad-|hidden|^hid$| hid$| hid |^hid |banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta|outbrain|` +
		`promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget`)
	// extra are names of boxes inside an article that do not belong to it.
	extra = regexp.MustCompile(`(?i)share|social|newsletter|sign-?up|subscri|related|recirc|promo|read-?(more|next)|also-?(like|read)|recommend|outbrain|` +
		`taboola|advert|(^|[^a-z])ads?([^a-z]|$)|cookie|consent|gdpr|comment|breadcrumb|(^|[^a-z])tags?([^a-z]|$)|topics|disclosure|disclaimer|` +
		`app-(section|promo|banner|download)|next-?(story|post|article)|more-(from|on|stories)|(author|writer)[-_]*(bio|box|info|card)|about-?(the-?)?author|` +
		`trending|most-?(read|popular)|widget|toolbar|follow-us`)
	invisible = regexp.MustCompile(`(?i)display\s*:\s*none|visibility\s*:\s*hidden`)
)

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
	return unlikely.MatchString(names(n)) && !likely.MatchString(names(n))
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
	best := all.best(doc)
	if best == nil {
		return bodyOf(doc)
	}
	out := all.parts(best)
	for _, n := range out {
		clean(n, all)
	}
	return out
}

// parts are the best element, its siblings like it and, where an article is cut into parts with boxes of other things between
// them, the other elements of the same class in the same article.
func (m measures) parts(best *html.Node) (out []*html.Node) {
	limit := max(10, m.points(best)*0.2)
	class := attr(best, "class")
	for n := best.Parent.FirstChild; n != nil; n = n.NextSibling {
		bonus := 0.0
		if class != "" && attr(n, "class") == class {
			bonus = m.points(best) * 0.2
		}
		if n == best || m.joins(n, limit, bonus) {
			out = append(out, n)
		}
	}
	whole := best.Parent
	for inside(whole) && whole.DataAtom != atom.Article && whole.DataAtom != atom.Main {
		whole = whole.Parent
	}
	if class == "" || len(out) > 1 || !inside(whole) {
		return out
	}
	out = nil
	walk(whole, func(n *html.Node) bool {
		c := m[n]
		same := n == best || n.DataAtom == best.DataAtom && attr(n, "class") == class && c != nil && c.text > 80 && c.density() < 0.25
		if same {
			out = append(out, n)
		}
		return !same
	}, nil)
	return out
}

// topMost is how many candidates are compared.
const topMost = 5

// best is the element that holds the main text.
func (m measures) best(doc *html.Node) *html.Node {
	var top []*html.Node               // those with most points
	for n := range doc.Descendants() { // in order of the page, so that equal ones are told apart always alike
		c := m[n]
		if c == nil || c.points == 0 {
			continue
		}
		c.points *= 1 - c.density()
		i := len(top)
		for i > 0 && m.points(top[i-1]) < c.points {
			i--
		}
		if top = slices.Insert(top, i, n); len(top) > topMost {
			top = top[:topMost]
		}
	}
	if len(top) == 0 {
		return nil
	}
	best := m.together(top)
	// An only child shares the main text with its parent, whose other children may hold the rest of it.
	for inside(best.Parent) && only(best) {
		best = best.Parent
	}
	return best
}

func inside(n *html.Node) bool {
	return n != nil && n.Type == html.ElementNode && n.DataAtom != atom.Body && n.DataAtom != atom.Html
}

// together returns the first element above the best candidate that holds two others nearly as good, or else the best itself: an
// article may be cut into parts.
func (m measures) together(top []*html.Node) *html.Node {
	above := map[*html.Node]int{} // how many of the others are below
	for _, n := range top[1:] {
		if m.points(n) >= 0.75*m.points(top[0]) {
			for p := n.Parent; inside(p); p = p.Parent {
				above[p]++
			}
		}
	}
	for p := top[0].Parent; inside(p); p = p.Parent {
		if above[p] >= 3 {
			return p
		}
	}
	return top[0]
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

// maxCommas is how many commas of a paragraph count: more of them make a list.
const maxCommas = 10

func (m measures) award(n *html.Node) {
	c := m[n]
	if c.text < 25 {
		return
	}
	points := 1 + min(float64(strings.Count(textOf(n), ",")), maxCommas) + min(float64(c.text)/100, 3)
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
func (m measures) joins(n *html.Node, limit, bonus float64) bool {
	c := m[n]
	if c == nil || c.text < smallBox && extra.MatchString(names(n)) {
		return false
	}
	if picture(n, c.text) {
		return true
	}
	if c.points+bonus >= limit {
		return true
	}
	return n.DataAtom == atom.P && (c.text > 80 && c.density() < 0.25 || c.text > 0 && c.links == 0 && strings.ContainsAny(textOf(n), ".!?"))
}

// picture reports whether n is a figure, or an element with little in it but the caption of one.
func picture(n *html.Node, text int) bool {
	if n.DataAtom == atom.Figure {
		return true
	}
	for d := range n.Descendants() {
		if d.DataAtom == atom.Figcaption {
			return 3*len(squeeze(textOf(d))) > 2*text
		}
	}
	return false
}

// smallBox is the most text, in bytes, that a box with a name like "related" is taken out with.
const smallBox = 700

// shortLine is the length in bytes of a paragraph that leads elsewhere: "Read more: ...".
const shortLine = 150

// clean takes lists of links, boxes that have more links than text, and small boxes named as extra out of the main text.
func clean(root *html.Node, all measures) {
	whole := all[root].text
	walk(root, func(n *html.Node) bool { return true }, func(n *html.Node) {
		c := all[n]
		if n == root || c == nil || n.Parent == nil {
			return
		}
		if c.text < smallBox && 4*c.text < whole && extra.MatchString(names(n)) {
			n.Parent.RemoveChild(n)
			return
		}
		switch n.DataAtom {
		case atom.Ul, atom.Ol, atom.Div, atom.Section, atom.Table, atom.Td, atom.Dl:
			if c.density() > 0.5 && c.text < 1000 || c.density() > 0.8 {
				n.Parent.RemoveChild(n)
			}
		case atom.P:
			if c.density() > 0.6 && c.text < shortLine {
				n.Parent.RemoveChild(n)
			}
		}
	})
}
