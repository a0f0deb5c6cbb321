package webpage

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

var standfirstName = regexp.MustCompile(`(?i)standfirst|(^|[^a-z])de[ck]k?([^a-z]|$)|sub-?(title|head|line)|summary|abstract|(^|[^a-z])intro|excerpt|(^|[^a-z])lede?([^a-z]|$)`)

// longestStandfirst is the length of the longest standfirst in bytes.
const longestStandfirst = 600

// preamble returns what belongs to an article and stands between its headline and its main text, in other elements: the standfirst
// and pictures with their captions.
func preamble(doc *html.Node, title string, main []*html.Node) []*html.Node {
	if len(main) == 0 {
		return nil
	}
	var found []*html.Node
	below, reached := false, false
	walk(doc, func(n *html.Node) bool {
		switch {
		case reached || n == main[0]:
			reached = true
			return false
		case n.DataAtom == atom.H1 && strings.EqualFold(squeeze(textOf(n)), title):
			below, found = true, nil
			return false
		case !below:
			return true
		case n.DataAtom == atom.Figure || n.DataAtom == atom.Figcaption:
			found = append(found, n)
			return false
		case standfirstName.MatchString(names(n)):
			if size := len(squeeze(textOf(n))); size > 20 && size < longestStandfirst {
				found = append(found, n)
				return false
			}
		}
		return true
	}, nil)
	if !below || !reached {
		return nil
	}
	return found
}
