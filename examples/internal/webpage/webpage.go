// Package webpage takes the news article out of a web page.
//
// The main text is found after the method of Arc90's Readability: what cannot be text is pruned (navigation, forms, what is
// hidden), every paragraph gives points to the elements around it, the element with most points and least links is the main
// text, and siblings like it are joined (extract.go). Headline, byline, date and publisher come from the head of the page and
// from what stands above the text (head.go, byline.go, date.go, linked.go). Headline and byline begin the text, then comes one
// block of the page a paragraph; a caption is a paragraph that begins with "Image caption:", the credit of a picture one that
// begins with "Image credit:", so that the layout of an article knows them.
//
// Why this and not a library: go-readability v2, the best kept one, was measured beside it (go run . in bench, which is a module of its
// own). On the 153 English pages of go-trafilatura's evaluation set, passages of the text are found at F1 91.6, by go-readability at
// 91.0; titles are right on 106 of 131 pages against 92, authors on 81 of 104 against 70, dates, on which the meaning of "Monday"
// hangs, on 102 of 120 against 76. On the 16 pages in testdata it is 100.0 to 97.4, and go-readability does not keep captions apart.
// Linking it makes a program 5 MB larger.
//
// What the text loses of the page (links, pictures, columns of tables) is gone: positions are positions in this text, not in
// the page. Not done: pages whose text only a script brings, unless it stands in their linked data; pages that nest
// deeper than the 512 elements that the parser allows; other character sets than UTF-8 and Windows-1252.
package webpage

import (
	"bytes"
	"errors"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/dateline-nlp/dateline"
)

// ErrNoText says that a page has no text of an article.
var ErrNoText = errors.New("no article text in this page")

// Read returns the article of a page: its Text, and Headline, Source and Published where the page tells them.
func Read(data []byte) (dateline.Article, error) {
	h, b, err := read(data, true)
	if err != nil {
		return dateline.Article{}, err
	}
	if b.size() < fewBytes { // too much was pruned: once more, by what elements are and not by what they are called
		_, all, err := read(data, false)
		if err != nil {
			return dateline.Article{}, err
		}
		if all.size() > 2*b.size() {
			b = all
		}
	}
	if linked := paragraphs(h.body); size(linked) > 2*b.size() {
		b = &blocks{done: linked}
	}
	if len(b.done) == 0 {
		return dateline.Article{}, ErrNoText
	}
	if h.published.IsZero() {
		h.published = lineDate(b.done)
	}
	h.title = shownTitle(h.title, b.done)
	a := dateline.Article{Headline: h.title, Source: h.site, Published: h.published}
	a.Text = strings.Join(append(h.top(), h.withoutTop(b.done)...), "\n\n")
	return a, nil
}

// shownTitle is the line above the text that is most of the title, which names the site or a section too; else the title.
func shownTitle(title string, text []string) string {
	for i := 0; i < len(text) && i <= farTop; i++ {
		if p := text[i]; len(p) < len(title) && 2*len(p) > len(title) && (strings.HasSuffix(title, " "+p) || strings.HasPrefix(title, p+" ")) {
			return p
		}
	}
	return title
}

// fewBytes of main text make the pruning doubtful.
const fewBytes = 2000

func read(data []byte, byName bool) (head, *blocks, error) {
	doc, err := parse(data)
	if err != nil {
		return head{}, nil, err
	}
	h := readHead(doc)
	b := &blocks{}
	main := extract(doc, byName)
	for _, n := range preamble(doc, h.title, main) {
		b.node(n)
		b.end()
	}
	for _, n := range main {
		b.node(n)
	}
	b.end()
	b.withoutEnd()
	return h, b, nil
}

// top are the paragraphs that stand above the main text.
func (h *head) top() []string {
	b := &blocks{}
	b.add(h.title)
	if h.author != "" {
		b.add("By " + h.author)
	}
	return b.done
}

// farTop is how many short paragraphs may stand above the headline in the main text.
const farTop = 4

// withoutTop takes headline, byline and date off the beginning of the main text, and what stands above the headline.
func (h *head) withoutTop(text []string) []string {
	for i := 0; i < len(text) && i <= farTop && len(text[i]) < max(60, len(h.title)+1); i++ {
		if strings.EqualFold(text[i], h.title) {
			text = text[i+1:]
			break
		}
	}
	n := min(len(text), farTop+3)
	out := slices.DeleteFunc(slices.Clone(text[:n]), func(p string) bool {
		return strings.EqualFold(p, h.title) || h.author != "" && strings.EqualFold(cleanByline(p), h.author) ||
			len(p) < 80 && !h.published.IsZero() && stamp.MatchString(p)
	})
	return append(out, text[n:]...)
}

// stamp is a line that tells when the article was published.
var stamp = regexp.MustCompile(`(?i)^((first )?(published|updated|posted|last (modified|updated))\b.*\d{4}.*|[a-z]{3,9}\.? \d{1,2},? \d{4}|\d{1,2} [a-z]{3,9}\.? \d{4})$`)

// parse reads a page in UTF-8, or else in Windows-1252, which is what English pages are in that are not in UTF-8, whatever
// they say.
func parse(data []byte) (*html.Node, error) {
	if utf8.Valid(data) {
		return html.Parse(bytes.NewReader(data))
	}
	return html.Parse(strings.NewReader(Windows1252(data)))
}

// Windows1252 decodes text in Windows-1252, of which ISO 8859-1 is a part.
func Windows1252(data []byte) string {
	var b strings.Builder
	b.Grow(len(data) + len(data)/8)
	for _, c := range data {
		if c >= 0x80 && c < 0xa0 {
			b.WriteRune(windows1252[c-0x80])
		} else {
			b.WriteRune(rune(c))
		}
	}
	return b.String()
}

// windows1252 are the letters of bytes 0x80 to 0x9f; the others are as in Unicode.
var windows1252 = [32]rune{
	'€', '\ufffd', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\ufffd', 'Ž', '\ufffd',
	'\ufffd', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\ufffd', 'ž', 'Ÿ',
}

// walk visits root and all below it in order: enter before the children of a node, which it passes over where enter returns
// false, leave behind them. It does not recurse. Leave may take the node out of the tree.
func walk(root *html.Node, enter func(*html.Node) bool, leave func(*html.Node)) {
	n := root
	for {
		if enter(n) && n.FirstChild != nil {
			n = n.FirstChild
			continue
		}
		for {
			next, parent := n.NextSibling, n.Parent
			if leave != nil {
				leave(n)
			}
			if n == root {
				return
			}
			if next != nil {
				n = next
				break
			}
			n = parent
		}
	}
}

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

// names are what the author of the page calls an element.
func names(n *html.Node) string {
	if len(n.Attr) == 0 {
		return ""
	}
	return attr(n, "class") + " " + attr(n, "id")
}

// textOf is the text of n and all below it, but for scripts and styles, with a space between blocks.
func textOf(n *html.Node) string {
	var b strings.Builder
	walk(n, func(n *html.Node) bool {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case breaks[n.DataAtom], n.DataAtom == atom.Time:
			b.WriteByte(' ')
		}
		return n.DataAtom != atom.Script && n.DataAtom != atom.Style
	}, nil)
	return b.String()
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
