package index

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"unicode"
)

// WriteGraphML writes n as GraphML, for Gephi, Cytoscape, networkx, igraph. Nodes have name, kind and count, edges a weight.
func (n *Network) WriteGraphML(w io.Writer) error {
	x := &xmlWriter{w: w}
	x.line(`<?xml version="1.0" encoding="UTF-8"?>`)
	x.line(`<graphml xmlns="http://graphml.graphdrawing.org/xmlns">`)
	for _, k := range []string{"name:node:string", "kind:node:string", "count:node:int", "weight:edge:int"} {
		f := strings.Split(k, ":")
		x.line(`  <key id="%s" for="%s" attr.name="%s" attr.type="%s"/>`, f[0], f[1], f[0], f[2])
	}
	x.line(`  <graph edgedefault="%s">`, n.direction())
	ids := n.ids()
	for i, node := range n.Nodes {
		x.line(`    <node id="n%d"><data key="name">%s</data><data key="kind">%s</data><data key="count">%d</data></node>`,
			i, escape(node.Name), node.Field, node.N)
	}
	for i, e := range n.Edges {
		x.line(`    <edge id="e%d" source="n%d" target="n%d"><data key="weight">%d</data></edge>`, i, ids[e.From], ids[e.To], e.N)
	}
	x.line(`  </graph>`)
	x.line(`</graphml>`)
	return x.err
}

// WriteGEXF writes n as GEXF 1.3, the format of Gephi.
func (n *Network) WriteGEXF(w io.Writer) error {
	x := &xmlWriter{w: w}
	x.line(`<?xml version="1.0" encoding="UTF-8"?>`)
	x.line(`<gexf xmlns="http://gexf.net/1.3" version="1.3">`)
	x.line(`  <graph defaultedgetype="%s">`, n.direction())
	x.line(`    <attributes class="node"><attribute id="0" title="kind" type="string"/><attribute id="1" title="count" type="integer"/></attributes>`)
	x.line(`    <nodes>`)
	ids := n.ids()
	for i, node := range n.Nodes {
		x.line(`      <node id="%d" label="%s"><attvalues><attvalue for="0" value="%s"/><attvalue for="1" value="%d"/></attvalues></node>`,
			i, escape(node.Name), node.Field, node.N)
	}
	x.line(`    </nodes>`)
	x.line(`    <edges>`)
	for i, e := range n.Edges {
		x.line(`      <edge id="%d" source="%d" target="%d" weight="%d"/>`, i, ids[e.From], ids[e.To], e.N)
	}
	x.line(`    </edges>`)
	x.line(`  </graph>`)
	x.line(`</gexf>`)
	return x.err
}

func (n *Network) direction() string {
	if n.Directed {
		return "directed"
	}
	return "undirected"
}

func (n *Network) ids() map[Named]int {
	out := make(map[Named]int, len(n.Nodes))
	for i, node := range n.Nodes {
		out[node.Named] = i
	}
	return out
}

// An xmlWriter writes lines until one fails.
type xmlWriter struct {
	w   io.Writer
	err error
}

func (x *xmlWriter) line(format string, args ...any) {
	if x.err == nil {
		_, x.err = fmt.Fprintf(x.w, format+"\n", args...)
	}
}

// escape makes s the content of an element or attribute; what XML cannot hold becomes U+FFFD.
func escape(s string) string {
	var b strings.Builder
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == 0xFFFE || r == 0xFFFF {
			return unicode.ReplacementChar
		}
		return r
	}, s)
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		return ""
	}
	return b.String()
}
