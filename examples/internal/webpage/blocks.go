package webpage

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// blocks collects the paragraphs of a page in order.
type blocks struct {
	done     []string
	line     strings.Builder
	kind     string // what the line begins with: "", captionMark or creditMark
	headings int    // how many paragraphs at the end are headings
}

const (
	captionMark = "Image caption: "
	creditMark  = "Image credit: "
)

var (
	captionName = regexp.MustCompile(`(?i)caption`)
	creditName  = regexp.MustCompile(`(?i)credit|copyright|photographer|img-?source|image-?source|attribution`)
	// marked are beginnings by which a line is known as a caption or credit as it is.
	marked = regexp.MustCompile(`(?i)^(image|photo|photograph|picture|pictured|pic|file|file photo|illustration|video|graphic|credit|source)s?\b` +
		`( (caption|credit|source|copyright|by|courtesy|of)\b|[:-]|\.\.\.|…)`)
	// notice are lines of the page between the paragraphs.
	notice = regexp.MustCompile(`(?i)^((skip )?advertis(ement|ing)( \d+)?|(skip )?ad|sponsored|article content|continue reading( below)?|loading\W*|` +
		`(advertisement\W+)?((story|article) continues|scroll to continue|continue reading).{0,40}|please use .{0,20} browser.*|` +
		`this (advertisement|video) (has not loaded|is no longer).*|\d{1,2}[:.]\d\d( ?[ap]\.?m\.?)?( [A-Z]{2,4})?|share|print|listen|\d+ comments?)$`)
	hiddenLabel = regexp.MustCompile(`(?i)off-?screen|visually-?hidden|sr-only|screen-?reader`)
)

// add ends a paragraph: one that repeats the last one, or is a notice of the page between two, is left out.
func (b *blocks) add(s string) {
	if s == "" || len(b.done) > 0 && b.done[len(b.done)-1] == s || len(s) < 120 && notice.MatchString(s) {
		return
	}
	b.done = append(b.done, s)
}

func (b *blocks) end() {
	s := squeeze(b.line.String())
	b.line.Reset()
	if b.kind == creditMark {
		s = strings.Trim(s, "()[] |")
	}
	if b.kind != "" && s != "" && !marked.MatchString(s) {
		s = b.kind + s
	}
	n := len(b.done)
	if b.add(s); len(b.done) > n {
		b.headings = 0
	}
}

// A label is an element that tells what the text in it is.
type label struct {
	n    *html.Node
	kind string // "" for a figure
}

// node adds what is in root.
func (b *blocks) node(root *html.Node) {
	var open []label
	walk(root, func(n *html.Node) bool {
		if n.Type == html.TextNode {
			b.line.WriteString(n.Data)
			return false
		}
		kind, is := labelOf(n, open)
		if is || breaks[n.DataAtom] {
			b.end()
		}
		if is {
			open = append(open, label{n, kind})
			b.kind = kind
		}
		return true
	}, func(n *html.Node) {
		labelled := len(open) > 0 && open[len(open)-1].n == n
		if n.DataAtom == atom.Span && hiddenLabel.MatchString(names(n)) {
			b.line.WriteByte(' ')
		}
		before, headings := len(b.done), b.headings
		if labelled || breaks[n.DataAtom] {
			b.end()
		}
		if heading[n.DataAtom] && len(b.done) > before {
			b.headings = headings + 1
		}
		if labelled {
			open = open[:len(open)-1]
			b.kind = ""
			if len(open) > 0 {
				b.kind = open[len(open)-1].kind
			}
		}
	})
}

// labelOf tells whether n labels the text in it, inside the labels that are open.
func labelOf(n *html.Node, open []label) (kind string, is bool) {
	inside := ""
	if len(open) > 0 {
		inside = open[len(open)-1].kind
	}
	switch {
	case inside == creditMark:
		return "", false
	case len(open) > 0 && creditName.MatchString(names(n)):
		return creditMark, true
	case inside == captionMark:
		return "", false
	case n.DataAtom == atom.Figcaption || captionName.MatchString(names(n)) && len(textOf(n)) < maxCaption:
		return captionMark, true
	}
	return "", n.DataAtom == atom.Figure
}

// maxCaption is the length of the longest caption in bytes: a longer element of that name holds more than one.
const maxCaption = 1000

// withoutEnd takes off headings that nothing stands below: they belong to a list that was left out.
func (b *blocks) withoutEnd() {
	b.done = b.done[:len(b.done)-b.headings]
	b.headings = 0
}

var heading = map[atom.Atom]bool{atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true}

// breaks are the elements that start and end a paragraph.
var breaks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Header: true, atom.Footer: true, atom.Aside: true, atom.Main: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Ul: true, atom.Ol: true, atom.Li: true,
	atom.Blockquote: true, atom.Figure: true, atom.Figcaption: true, atom.Table: true, atom.Tr: true, atom.Td: true, atom.Th: true,
	atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Br: true, atom.Hr: true, atom.Pre: true, atom.Address: true, atom.Center: true,
	atom.Form: true, atom.Fieldset: true, atom.Details: true, atom.Summary: true,
}

// size is the length of paragraphs in bytes.
func size(paragraphs []string) (n int) {
	for _, s := range paragraphs {
		n += len(s)
	}
	return n
}

func (b *blocks) size() int { return size(b.done) }
