package motion

import (
	"fmt"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/symbolic"
)

// A group is a set of nodes that rods hold together, so that they move as one. Most groups are one node.
type group struct {
	nodes   []*graph.Element // in the order of the file
	support *graph.Element   // the support among them that fixes them all; nil where they are free
	anchor  *graph.Element   // the node whose place the coordinate tells; nil where support is set
	part    *part
	sense   int  // +1 where the coordinate counts along the axis, -1 where against it
	said    bool // the author chose the sense
	// parent is the node from which a relative coordinate counts; nil for an absolute one.
	parent *graph.Element
	// ahead is +1 where the group comes after its parent along the axis, -1 where before; 0 where that is left open.
	ahead int
	coord *Coordinate
}

// id is the ID of a group's first node.
func (gr *group) id() int64 { return gr.nodes[0].ID }

// A part is a part of the graph with what the equations add to it.
type part struct {
	*graph.Part
	sense int // of coordinates, where the side on which they lie doesn't decide
}

// topology is the graph with its rigid groups and its parts.
type topology struct {
	work   *symbolic.Work
	g      *graph.Graph
	groups []*group
	of     []*group        // by Element.ID
	offset []symbolic.Expr // by Element.ID: how far along the axis from the first node of its group
}

func isMoving(n *graph.Element) bool { return n.Kind.Support().Moves != nil }

// newTopology finds groups and parts. With lengths, rods keep their ends apart by their length; otherwise positions are
// displacements and their ends share one.
func newTopology(g *graph.Graph, lengths bool) (*topology, diag.List) {
	s := &topology{
		work:   symbolic.NewWork(),
		g:      g,
		of:     make([]*group, len(g.Elements)),
		offset: make([]symbolic.Expr, len(g.Elements)),
	}
	diags := s.findGroups(lengths)
	s.findParts()
	return s, diags
}

// findGroups walks along the rods from every node not yet in a group.
func (s *topology) findGroups(lengths bool) diag.List {
	var diags diag.List
	used := make([]bool, len(s.g.Elements)) // rods, by Element.ID
	for _, first := range s.g.Nodes {
		if s.of[first.ID] != nil {
			continue
		}
		gr := &group{}
		s.groups = append(s.groups, gr)
		s.of[first.ID], s.offset[first.ID] = gr, symbolic.Int(0)
		queue := []*graph.Element{first}
		for len(queue) > 0 {
			n := queue[0]
			queue = queue[1:]
			for _, rod := range s.g.Connectors(n) {
				if rod.Kind.Connector().Rigid == nil || used[rod.ID] {
					continue
				}
				used[rod.ID] = true
				length := symbolic.Expr(symbolic.Int(0))
				if l := rod.Kind.Connector().Rigid(rod.Params); lengths && l != nil && rod.Domain != component.Rotation {
					length = l
				}
				left, right := rod.From, rod.To
				other, at := right, symbolic.Add(s.offset[n.ID], length)
				if n == right {
					other, at = left, symbolic.Sub(s.offset[n.ID], length)
				}
				if s.of[other.ID] == nil {
					s.of[other.ID], s.offset[other.ID] = gr, at
					queue = append(queue, other)
				} else if !s.work.Equivalent(s.offset[other.ID], at) {
					diags = append(diags, problem(s.g, rod, fmt.Sprintf("%s fixes the distance between %s and %s, which other rods have already fixed", rod.Pointed(), rod.From.Phrase(), rod.To.Phrase()),
						"give it the same length, or leave it out"))
				}
			}
		}
	}
	for _, n := range s.g.Nodes {
		gr := s.of[n.ID]
		gr.nodes = append(gr.nodes, n)
	}
	for _, gr := range s.groups {
		diags = append(diags, gr.choose(s)...)
	}
	return diags
}

// choose finds the group's support, or else the node whose place its coordinate tells: a body that is no joint first.
func (gr *group) choose(s *topology) diag.List {
	var diags diag.List
	for _, n := range gr.nodes {
		switch {
		case n.Kind.IsSupport() && gr.support == nil:
			gr.support = n
		case n.Kind.IsSupport() && isMoving(n) != isMoving(gr.support):
			diags = append(diags, problem(s.g, n, fmt.Sprintf("rods tie %s to %s, but only one of them moves", gr.support.Phrase(), n.Pointed()),
				"put a spring or a damper between them"))
		case isMoving(n) && !symbolic.Equal(n.Kind.Support().Moves(n.Params), gr.support.Kind.Support().Moves(gr.support.Params)):
			diags = append(diags, problem(s.g, n, fmt.Sprintf("rods tie %s to %s, but each moves as it is told", gr.support.Phrase(), n.Pointed()),
				"put a spring or a damper between them, or give both the same motion"))
		case n.Kind.IsSupport():
		case gr.anchor == nil || isJoint(gr.anchor) && !isJoint(n):
			gr.anchor = n
		}
	}
	if gr.support != nil {
		gr.anchor = nil
	}
	return diags
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
