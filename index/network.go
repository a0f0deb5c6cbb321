package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"
)

// A Named is a name with what it is the name of.
type Named struct {
	Field Field // FieldPerson, FieldOrg, FieldPlace, FieldCountry, FieldSource or FieldSpeaker
	Name  string
}

// A Node is a name with the number of hits that have it.
type Node struct {
	Named
	N int
}

// An Edge joins two names with the number of hits that have both. Between speaker and named it leads from the speaker.
type Edge struct {
	From, To Named
	N        int
}

// A Network is who is named with whom.
type Network struct {
	Directed bool
	Nodes    []Node // commonest first, equal ones by field and name
	Edges    []Edge // commonest first, equal ones by names
}

// NetworkOptions say what a Network is made of. The zero NetworkOptions join people and organizations named together.
type NetworkOptions struct {
	Target   Target  // what two names stand together in: an article, or a quote with its sentences
	Fields   []Field // whose names; none: people and organizations
	Speakers bool    // join the speaker of a quote to the names in it instead of these to one another
	Size     int     // number of nodes, the commonest ones; 0: 50. Time and memory grow with its square
}

// Network returns who is named with whom in what q finds. The edges of one name are its co-mentions; all of them are the
// matrix of pairs.
func (ix *Index) Network(ctx context.Context, q Query, opt NetworkOptions) (n *Network, err error) {
	err = ix.during(ctx, func(s *session) error {
		n, err = s.network(&q, opt)
		return err
	})
	return n, err
}

func (opt *NetworkOptions) fill(q *Query) (level, error) {
	if len(opt.Fields) == 0 {
		opt.Fields = []Field{FieldPerson, FieldOrg}
	}
	if opt.Size <= 0 {
		opt.Size = 50
	}
	var once []Field
	for _, f := range opt.Fields {
		if f.values() == "" || f >= FieldYear {
			return 0, fmt.Errorf("index: a network of %s", f)
		}
		once = appendNew(once, f)
	}
	opt.Fields = once
	if opt.Speakers {
		opt.Target = Quotes
	}
	return opt.Target.level(q), nil
}

// names returns the names of a document. With speakers, they come first.
func (opt *NetworkOptions) names(out []Named, v values) (names []Named, speakers int) {
	out = out[:0]
	if opt.Speakers {
		for _, s := range v[fieldSpeakerF] {
			out = append(out, Named{FieldSpeaker, s})
		}
		speakers = len(out)
	}
	for _, f := range opt.Fields {
		for _, name := range v[f.values()] {
			if opt.Speakers && speakers > 0 && sameValue(name, out[0].Name) {
				continue // the speaker is no subject of his own
			}
			out = append(out, Named{f, name})
		}
	}
	return out, speakers
}

func (s *session) network(q *Query, opt NetworkOptions) (*Network, error) {
	l, err := opt.fill(q)
	if err != nil {
		return nil, err
	}
	var fields []string
	for _, f := range opt.Fields {
		fields = appendNew(fields, f.values())
	}
	if opt.Speakers {
		fields = appendNew(fields, fieldSpeakerF)
	}
	counts := map[Named]int{}
	var names []Named
	err = s.scan(q, l, fields, func(v values) error {
		speakers := 0
		names, speakers = opt.names(names, v)
		if opt.Speakers && speakers == 0 {
			return nil
		}
		for _, n := range names {
			counts[n]++
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	net := &Network{Directed: opt.Speakers}
	var index map[Named]int
	if net.Nodes, index, err = nodes(s.ctx, counts, opt.Size); err != nil {
		return nil, err
	}
	pairs := map[[2]int]int{}
	err = s.scan(q, l, fields, func(v values) error {
		speakers := 0
		names, speakers = opt.names(names, v)
		return countPairs(s.ctx, pairs, index, names, speakers, opt.Speakers)
	})
	if err != nil {
		return nil, err
	}
	for p, n := range pairs {
		net.Edges = append(net.Edges, Edge{net.Nodes[p[0]].Named, net.Nodes[p[1]].Named, n})
	}
	net.Edges, err = sortWithin(s.ctx, net.Edges, func(a, b Edge) int {
		return cmp.Or(cmp.Compare(b.N, a.N), a.From.compare(b.From), a.To.compare(b.To))
	})
	if err != nil {
		return nil, err
	}
	return net, nil
}

// countPairs counts the pairs of names that are nodes: of each speaker with each name, or of all names.
func countPairs(ctx context.Context, pairs map[[2]int]int, index map[Named]int, names []Named, speakers int, directed bool) error {
	for i, a := range names {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		x, ok := index[a]
		if !ok || directed && i >= speakers {
			continue
		}
		rest := names[i+1:]
		if directed {
			rest = names[speakers:]
		}
		for _, b := range rest {
			if y, ok := index[b]; ok && x != y {
				p := [2]int{x, y}
				if !directed && x > y {
					p = [2]int{y, x}
				}
				pairs[p]++
			}
		}
	}
	return nil
}

func (n Named) compare(m Named) int {
	return cmp.Or(cmp.Compare(n.Field, m.Field), cmp.Compare(n.Name, m.Name))
}

// nodes joins the values of each field and returns the commonest ones, with the number of the node of each value.
func nodes(ctx context.Context, counts map[Named]int, size int) (list []Node, index map[Named]int, err error) {
	byField := map[Field]map[string]int{}
	for n, c := range counts {
		if byField[n.Field] == nil {
			byField[n.Field] = map[string]int{}
		}
		byField[n.Field][n.Name] = c
	}
	merged := map[Named]int{}
	values := map[Named][]string{}
	for f, c := range byField {
		list, _, err := spellings(ctx, c, size)
		if err != nil {
			return nil, nil, err
		}
		for _, s := range list {
			n := Named{f, s.name}
			merged[n], values[n] = s.n, s.values
		}
	}
	list = topNodes(merged, size)
	index = map[Named]int{}
	for i, n := range list {
		for _, v := range values[n.Named] {
			index[Named{n.Field, v}] = i
		}
	}
	return list, index, nil
}

func sameValue(a, b string) bool {
	_, x, _ := splitValue(a)
	_, y, _ := splitValue(b)
	return x == y
}

func topNodes(counts map[Named]int, size int) []Node {
	nodes := make([]Node, 0, len(counts))
	for n, c := range counts {
		nodes = append(nodes, Node{n, c})
	}
	slices.SortFunc(nodes, func(a, b Node) int { return cmp.Or(cmp.Compare(b.N, a.N), a.compare(b.Named)) })
	return slices.Clone(nodes[:min(size, len(nodes))])
}
