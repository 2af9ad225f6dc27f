package graph

import (
	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/iterator"
)

// Multigraph is a diagram as gonum's algorithms see it: Nodes joined by Lines, any number between two nodes. To those that
// know no such graphs, two nodes are joined by the first of their lines. Actions are no part of it.
type Multigraph struct{ diagram *Graph }

// Node is a support or body of a Multigraph.
type Node struct{ *Element }

// Line is a connector of a Multigraph.
type Line struct {
	*Element
	reversed bool
}

var (
	_ graph.UndirectedMultigraph = Multigraph{}
	_ graph.Undirected           = Multigraph{}
)

// Multigraph is the diagram as gonum's algorithms see it.
func (g *Graph) Multigraph() Multigraph { return Multigraph{g} }

// ID is the element's ID.
func (n Node) ID() int64 { return n.Element.ID }

// ID is the connector's ID.
func (l Line) ID() int64 { return l.Element.ID }

// From is the end that comes first along the axis, unless the line is reversed.
func (l Line) From() graph.Node {
	if l.reversed {
		return Node{l.Element.To}
	}
	return Node{l.Element.From}
}

// To is the other end.
func (l Line) To() graph.Node { return Line{l.Element, !l.reversed}.From() }

// ReversedLine is the same connector seen from its other end.
func (l Line) ReversedLine() graph.Line { return Line{l.Element, !l.reversed} }

// ReversedEdge is the same connector seen from its other end.
func (l Line) ReversedEdge() graph.Edge { return Line{l.Element, !l.reversed} }

// Node returns the node with the ID, or nil.
func (m Multigraph) Node(id int64) graph.Node {
	if e := m.node(id); e != nil {
		return Node{e}
	}
	return nil
}

func (m Multigraph) node(id int64) *Element {
	if id < 0 || id >= int64(len(m.diagram.Elements)) || !m.diagram.Elements[id].IsNode() {
		return nil
	}
	return m.diagram.Elements[id]
}

// Nodes returns all nodes in the order of the text.
func (m Multigraph) Nodes() graph.Nodes {
	nodes := make([]graph.Node, len(m.diagram.Nodes))
	for i, n := range m.diagram.Nodes {
		nodes[i] = Node{n}
	}
	return iterator.NewOrderedNodes(nodes)
}

// From returns the nodes that a connector joins to the node, each once.
func (m Multigraph) From(id int64) graph.Nodes {
	n := m.node(id)
	if n == nil {
		return graph.Empty
	}
	var nodes []graph.Node
	seen := map[*Element]bool{}
	for _, c := range m.diagram.at[id] {
		if other := c.Other(n); !seen[other] {
			seen[other] = true
			nodes = append(nodes, Node{other})
		}
	}
	return iterator.NewOrderedNodes(nodes)
}

// HasEdgeBetween reports whether a connector joins the two nodes.
func (m Multigraph) HasEdgeBetween(x, y int64) bool { return m.LinesBetween(x, y).Len() > 0 }

// Lines returns the connectors between two nodes as lines from u to v.
func (m Multigraph) Lines(u, v int64) graph.Lines {
	n, other := m.node(u), m.node(v)
	if n == nil || other == nil {
		return graph.Empty
	}
	var lines []graph.Line
	for _, c := range m.diagram.at[u] {
		if c.Other(n) == other {
			lines = append(lines, Line{c, c.From != n})
		}
	}
	return iterator.NewOrderedLines(lines)
}

// LinesBetween returns the connectors between two nodes.
func (m Multigraph) LinesBetween(x, y int64) graph.Lines { return m.Lines(x, y) }

// Edge returns the first connector between two nodes as an edge from u to v, or nil.
func (m Multigraph) Edge(u, v int64) graph.Edge {
	if lines := m.Lines(u, v); lines.Next() {
		return lines.Line().(Line)
	}
	return nil
}

// EdgeBetween returns the first connector between two nodes, or nil.
func (m Multigraph) EdgeBetween(x, y int64) graph.Edge { return m.Edge(x, y) }
