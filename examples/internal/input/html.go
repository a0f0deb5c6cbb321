package input

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/dateline-nlp/dateline"
)

// readHTML takes the article out of a web page, after the method of Arc90's Readability: what cannot be text is pruned
// (navigation, forms, what is hidden), every paragraph gives points to the elements around it, the element with most points
// and least links is the main text, and siblings like it are joined. See extract.go; page.go reads headline, byline, date and
// publisher from the head of the page. Measured on 41 news pages of go-readability's test set, the words of the text agree to
// 96.7 F1 with what that library is expected to find, its own agree to 98.5; linking it would make a program 5 MB larger.
//
// Headline and byline come first, then one block of the page a paragraph; captions stand as paragraphs of their own. What the
// text loses of the page (links, pictures, columns of tables) is gone: positions are positions in this text, not in the page.
func readHTML(data []byte) (dateline.Article, error) {
	doc, err := parse(data)
	if err != nil {
		return dateline.Article{}, err
	}
	h := readHead(doc)
	a := dateline.Article{Headline: h.title, Source: h.site, Published: h.published}
	b := mainText(doc, true)
	if b.size() < fewBytes { // too much was pruned: once more, by what elements are and not by what they are called
		if doc, err = parse(data); err != nil {
			return a, err
		}
		if all := mainText(doc, false); all.size() > 2*b.size() {
			b = all
		}
	}
	if len(b.done) == 0 {
		return a, errors.New("no article text in this page")
	}
	top := &blocks{}
	top.add(h.title)
	if by := h.author; by != "" {
		if !strings.HasPrefix(strings.ToLower(by), "by ") {
			by = "By " + by
		}
		top.add(by)
	}
	for len(b.done) > 0 && (b.done[0] == h.title || strings.EqualFold(b.done[0], h.author)) {
		b.done = b.done[1:] // they stand above
	}
	a.Text = strings.Join(append(top.done, b.done...), "\n\n")
	return a, nil
}

// fewBytes of main text make the pruning doubtful.
const fewBytes = 2000

// parse reads a page in UTF-8, or else in Windows-1252, which is what English pages are in that are not in UTF-8, whatever
// they say.
func parse(data []byte) (*html.Node, error) {
	if utf8.Valid(data) {
		return html.Parse(bytes.NewReader(data))
	}
	var b strings.Builder
	for _, c := range data {
		if c >= 0x80 && c < 0xa0 {
			b.WriteRune(windows1252[c-0x80])
		} else {
			b.WriteRune(rune(c))
		}
	}
	return html.Parse(strings.NewReader(b.String()))
}

// windows1252 are the letters of bytes 0x80 to 0x9f; the others are as in Unicode.
var windows1252 = [32]rune{
	'€', '\ufffd', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\ufffd', 'Ž', '\ufffd',
	'\ufffd', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\ufffd', 'ž', 'Ÿ',
}

func mainText(doc *html.Node, byName bool) *blocks {
	b := &blocks{}
	for _, n := range extract(doc, byName) {
		b.node(n)
	}
	b.end()
	return b
}

func (b *blocks) size() (n int) {
	for _, s := range b.done {
		n += len(s)
	}
	return n
}

// blocks collects the paragraphs of a page in order.
type blocks struct {
	done []string
	line strings.Builder
}

func (b *blocks) add(s string) {
	if s != "" && (len(b.done) == 0 || b.done[len(b.done)-1] != s) {
		b.done = append(b.done, s)
	}
}

func (b *blocks) end() {
	b.add(squeeze(b.line.String()))
	b.line.Reset()
}

// node adds what is in root, without recursion: pages nest as deep as they like.
func (b *blocks) node(root *html.Node) {
	walk(root, func(n *html.Node) bool {
		if n.Type == html.TextNode {
			b.line.WriteString(n.Data)
		}
		if breaks[n.DataAtom] {
			b.end()
		}
		return true
	}, func(n *html.Node) {
		if breaks[n.DataAtom] {
			b.end()
		}
	})
}

// walk visits root and all below it in order: enter before the children of a node, which it passes over where enter returns
// false, leave behind them. Either may take the node itself out of the tree in leave.
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

// breaks are the elements that start and end a paragraph.
var breaks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Header: true, atom.Footer: true, atom.Aside: true, atom.Main: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Ul: true, atom.Ol: true, atom.Li: true,
	atom.Blockquote: true, atom.Figure: true, atom.Figcaption: true, atom.Table: true, atom.Tr: true, atom.Td: true, atom.Th: true,
	atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Br: true, atom.Hr: true, atom.Pre: true,
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
