package web

import (
	"context"
	"math"
	"net/http"
	"strconv"
	"strings"

	"github.com/dateline-nlp/dateline/examples/internal/progress"
	"github.com/dateline-nlp/dateline/examples/internal/term"
	"github.com/dateline-nlp/dateline/index"
)

// A networkView is who is named with whom in what a query finds: a drawing whose nodes lead to the pages of names, and a table of pairs
// that lead to what names both.
type networkView struct {
	Width, Height int
	Nodes         []node
	Edges         []edge
	Pairs         []namePair
	Count         string
	None          bool
	Directed      bool
	Kinds, Sizes  []choice
	Query         string
	Exports       []link
}

type node struct {
	Name, Kind, Href string
	N                int
	X, Y, R          int
	Text             int // baseline of the name
}

type edge struct {
	A, B           int // numbers of the nodes
	X1, Y1, X2, Y2 int
	W              string // width
}

type namePair struct {
	From, To link
	N        int
	Href     string
}

// A choice is an option of a form.
type choice struct {
	Value, Text string
	Current     bool
}

const (
	networkWidth  = 960
	networkHeight = 680
	maxEdges      = 300 // drawn
	maxPairs      = 40  // in the table
	nameColumns   = 26  // of a name in the drawing
	usualEdge     = 6   // hits of the thickest line, where none has more
)

var networkKinds = []choice{
	{Value: "quotes", Text: "named together in a quote"}, {Value: "articles", Text: "named together in an article"},
	{Value: "speakers", Text: "who speaks of whom"},
}

var networkSizes = []int{20, 40, 80}

// networkOptions reads in= and size=; what they do not know is the default.
func networkOptions(in, size string) (string, index.NetworkOptions) {
	opt := index.NetworkOptions{Target: index.Quotes, Size: networkSizes[1]}
	for _, n := range networkSizes {
		if strconv.Itoa(n) == size {
			opt.Size = n
		}
	}
	switch in {
	case "articles":
		opt.Target = index.Articles
	case "speakers":
		opt.Speakers = true
	default:
		in = "quotes"
	}
	return in, opt
}

func (s *Server) networkPage(w http.ResponseWriter, r *http.Request) {
	st := readState(r)
	in, opt := networkOptions(r.URL.Query().Get("in"), r.URL.Query().Get("size"))
	st.tab, st.sort, st.more = "", "", []string{"in", in, "size", strconv.Itoa(opt.Size)}
	s.view(w, r, st, "Network", func(ctx context.Context, p *page, query index.Query) error {
		net, err := s.ix.Network(ctx, query, opt)
		if err != nil {
			return err
		}
		p.Network = newNetwork(st, query, net, in, opt)
		return nil
	})
}

func newNetwork(st state, query index.Query, net *index.Network, in string, opt index.NetworkOptions) *networkView {
	v := &networkView{Width: networkWidth, Height: networkHeight, Directed: net.Directed, Query: st.q, None: len(net.Edges) == 0}
	for _, k := range networkKinds {
		k.Current = k.Value == in
		v.Kinds = append(v.Kinds, k)
	}
	for _, n := range networkSizes {
		v.Sizes = append(v.Sizes, choice{Value: strconv.Itoa(n), Text: strconv.Itoa(n) + " names", Current: n == opt.Size})
	}
	for _, as := range []string{"GraphML", "GEXF"} {
		v.Exports = append(v.Exports, link{Text: as, Href: address("/export", append([]string{"q", st.q, "as", strings.ToLower(as)}, st.more...)...)})
	}
	v.draw(net)
	v.Count = progress.Plural(len(v.Nodes), "name") + " and " + progress.Plural(len(net.Edges), "pair")
	to := state{path: "/", tab: "quotes"}
	if opt.Target == index.Articles {
		to.tab = "articles"
	}
	for _, e := range net.Edges[:min(maxPairs, len(net.Edges))] {
		both := with(with(query, e.From.Field.String(), e.From.Name), e.To.Field.String(), e.To.Name)
		v.Pairs = append(v.Pairs, namePair{nameLink(e.From), nameLink(e.To), e.N, to.hrefOf(both)})
	}
	return v
}

func nameLink(n index.Named) link { return link{Text: short(n.Name), Href: pageOf(n)} }

// draw places the names of the commonest pairs; names that stand alone are left out.
func (v *networkView) draw(net *index.Network) {
	if v.None {
		return
	}
	paired := map[index.Named]bool{}
	for _, e := range net.Edges[:min(maxEdges, len(net.Edges))] {
		paired[e.From], paired[e.To] = true, true
	}
	number := map[index.Named]int{}
	var sizes []rect
	most := float64(net.Nodes[0].N)
	for _, n := range net.Nodes {
		if !paired[n.Named] {
			continue
		}
		number[n.Named] = len(v.Nodes)
		name := term.Cut(short(n.Name), nameColumns)
		r := 4 + 14*math.Sqrt(float64(n.N)/most)
		v.Nodes = append(v.Nodes, node{Name: name, Kind: n.Field.String(), Href: pageOf(n.Named), N: n.N, R: int(r)})
		sizes = append(sizes, rect{w: math.Max(2*r, 8*float64(term.Columns(name))), h: 2*r + 16})
	}
	var bonds []bond
	for _, e := range net.Edges[:min(maxEdges, len(net.Edges))] {
		bonds = append(bonds, bond{number[e.From], number[e.To], e.N})
	}
	at := layout(sizes, bonds, networkWidth, networkHeight)
	for i := range v.Nodes {
		n := &v.Nodes[i] // the circle stands above its name, both in the middle of the box
		n.X, n.Y = int(math.Round(at[i].x)), int(math.Round(at[i].y-8))
		n.Text = n.Y + n.R + 13
	}
	heaviest := float64(max(net.Edges[0].N, usualEdge))
	for _, b := range bonds {
		p, q := v.Nodes[b.a], v.Nodes[b.b]
		width := 0.8 + 4*float64(b.n)/heaviest
		v.Edges = append(v.Edges, edge{A: b.a, B: b.b, X1: p.X, Y1: p.Y, X2: q.X, Y2: q.Y, W: strconv.FormatFloat(width, 'f', 1, 64)})
	}
}
