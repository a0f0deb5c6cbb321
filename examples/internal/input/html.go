package input

import (
	"bytes"
	"errors"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/dateline-nlp/dateline"
)

// readHTML takes the article out of a web page: headline, byline and main text as readability finds them, one block of the
// page a paragraph. Captions stand as paragraphs of their own where the page has them. What the text loses of the page
// (links, pictures, tables' columns) is gone; positions are positions in this text, not in the page.
func readHTML(page []byte) (dateline.Article, error) {
	parser := readability.NewParser()
	found, err := parser.Parse(bytes.NewReader(page), nil)
	if err != nil {
		return dateline.Article{}, err
	}
	if found.Node == nil {
		return dateline.Article{}, errors.New("no article text in this page")
	}
	a := dateline.Article{Headline: squeeze(found.Title()), Source: squeeze(found.SiteName())}
	if t, err := found.PublishedTime(); err == nil {
		a.Published = t
	}
	b := &blocks{}
	b.add(a.Headline)
	if by := squeeze(found.Byline()); by != "" {
		if !strings.HasPrefix(strings.ToLower(by), "by ") {
			by = "By " + by
		}
		b.add(by)
	}
	b.node(found.Node)
	b.end()
	a.Text = strings.Join(b.done, "\n\n")
	return a, nil
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

// node walks a tree without recursion: pages nest as deep as they like.
func (b *blocks) node(root *html.Node) {
	for n := root; n != nil; {
		if n.Type == html.TextNode {
			b.line.WriteString(n.Data)
		}
		block := n.Type == html.ElementNode && breaks[n.DataAtom]
		if block {
			b.end()
		}
		if n.FirstChild != nil && !hidden(n) {
			n = n.FirstChild
			continue
		}
		for n != root && n.NextSibling == nil {
			n = n.Parent
			if n.Type == html.ElementNode && breaks[n.DataAtom] {
				b.end()
			}
		}
		if n == root {
			return
		}
		if n.Type == html.ElementNode && breaks[n.DataAtom] {
			b.end()
		}
		n = n.NextSibling
	}
}

func hidden(n *html.Node) bool {
	return n.DataAtom == atom.Script || n.DataAtom == atom.Style || n.DataAtom == atom.Noscript
}

// breaks are the elements that start and end a paragraph.
var breaks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Header: true, atom.Footer: true, atom.Aside: true, atom.Main: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Ul: true, atom.Ol: true, atom.Li: true,
	atom.Blockquote: true, atom.Figure: true, atom.Figcaption: true, atom.Table: true, atom.Tr: true, atom.Td: true, atom.Th: true,
	atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Br: true, atom.Hr: true, atom.Pre: true,
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
