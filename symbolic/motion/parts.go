package motion

import (
	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/symbolic"
)

// A part is a part of the graph with what the equations add to it.
type part struct {
	*graph.Part
	sense int // of coordinates, where the side on which they lie doesn't decide
}

// topology is the graph with its groups and its parts.
type topology struct {
	work    *symbolic.Work
	g       *graph.Graph
	groups  []*group
	of      []*group   // by Element.ID
	follows []follower // by Element.ID
}

func isMoving(n *graph.Element) bool { return n.Kind.Support().Moves != nil }

// newTopology finds groups and parts. With lengths, rods keep their ends apart by their length; otherwise positions are
// displacements and their ends share one.
func newTopology(g *graph.Graph, lengths bool) (*topology, diag.List) {
	s := &topology{
		work:    symbolic.NewWork(),
		g:       g,
		of:      make([]*group, len(g.Elements)),
		follows: make([]follower, len(g.Elements)),
	}
	diags := s.findGroups(lengths)
	s.findParts()
	return s, diags
}

// findParts notes the part of each group.
func (s *topology) findParts() {
	parts := make(map[*graph.Part]*part, len(s.g.Parts))
	for _, p := range s.g.Parts {
		parts[p] = &part{Part: p}
	}
	for _, gr := range s.groups {
		gr.part = parts[s.g.Part(gr.nodes[0])]
		if o := gr.part.Origin; o != nil && s.of[o.ID] == gr {
			gr.support = o // from which the others on its rods are placed
		}
	}
}

// sliceArena returns empty slices with room for so many values each, cut from one.
func sliceArena[T any](sizes []int) [][]T {
	total := 0
	for _, n := range sizes {
		total += n
	}
	all, out := make([]T, total), make([][]T, len(sizes))
	for i, n := range sizes {
		out[i], all = all[:0:n], all[n:]
	}
	return out
}

// isJoint tells a point where connectors meet from a body that a learner would count.
func isJoint(n *graph.Element) bool { return n.Made || n.Kind.Body().Point }

// problem is an error at an element.
func problem(g *graph.Graph, el *graph.Element, summary, help string) diag.Diagnostic {
	return diag.Diagnostic{File: g.File, Span: el.Span, Summary: summary, Help: help}
}
