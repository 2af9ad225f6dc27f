package motion

import (
	"fmt"

	"diagram/dsl"
	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/symbolic"
)

// A group is a set of nodes that rods hold together, so that they move as one. Most groups are one node.
type group struct {
	nodes   []*dsl.Element // in the order of the file
	support *dsl.Element   // the support among them that fixes them all; nil where they are free
	anchor  *dsl.Element   // the node whose place the coordinate tells; nil where support is set
	part    *part
	sense   int  // +1 where the coordinate counts along the axis, -1 where against it
	said    bool // the author chose the sense
	// parent is the node from which a relative coordinate counts; nil for an absolute one.
	parent *dsl.Element
	coord  *Coordinate
}

// A part is a set of groups that connectors join: positions in it have one origin.
type part struct {
	// hold is the first support that a connector reaches: a fixed one whose place isn't given, else a fixed one, else one
	// that moves. It is nil where there is none.
	hold  *dsl.Element
	hangs bool // hold is before what hangs on it along the axis
	// origin is hold where positions are measured from it; nil where they are measured from a fixed point in space.
	origin *dsl.Element
	sense  int // of coordinates, where the side on which they lie doesn't decide
}

// choose makes a support the part's hold if it is better than what was reached before.
func (p *part) choose(n *dsl.Element, first bool) {
	better := func(a, b *dsl.Element) bool {
		if isFixed(a) != isFixed(b) {
			return isFixed(a)
		}
		return isFixed(a) && !a.Given("x") && b.Given("x")
	}
	if p.hold != nil && !better(n, p.hold) {
		return
	}
	p.hold, p.hangs, p.origin = n, first, nil
	if isFixed(n) && !n.Given("x") {
		p.origin = n
	}
}

// skeleton is the graph with its rigid groups and its parts.
type skeleton struct {
	g      *dsl.Graph
	groups []*group
	of     []*group        // by Element.ID
	offset []symbolic.Expr // by Element.ID: how far along the axis from the first node of its group
	// reversed are the connectors whose ends stand the other way round along the axis than they are written.
	reversed map[*dsl.Element]bool
	touch    [][]*dsl.Element // by Element.ID: the node's connectors, in the order of Graph.Edges
	side     []int            // by Element.ID: +1 after its part's origin along the axis, -1 before it
}

func isFixed(n *dsl.Element) bool {
	return n.Kind.Sort == component.Support && n.Kind.Moves == nil
}

func isMoving(n *dsl.Element) bool {
	return n.Kind.Sort == component.Support && n.Kind.Moves != nil
}

// newSkeleton finds groups and parts. With lengths, rods keep their ends apart by their length; otherwise positions are
// displacements and their ends share one.
func newSkeleton(g *dsl.Graph, lengths bool) (*skeleton, diag.List) {
	s := &skeleton{
		g:      g,
		of:     make([]*group, len(g.Elements)),
		offset: make([]symbolic.Expr, len(g.Elements)),
		side:   make([]int, len(g.Elements)),
	}
	touches := make([]int, len(g.Elements))
	for _, e := range g.Edges {
		touches[e.From.ID]++
		if e.To != e.From {
			touches[e.To.ID]++
		}
	}
	s.touch = portions[*dsl.Element](touches)
	for _, e := range g.Edges {
		s.touch[e.From.ID] = append(s.touch[e.From.ID], e)
		if e.To != e.From {
			s.touch[e.To.ID] = append(s.touch[e.To.ID], e)
		}
	}
	s.findOrder()
	diags := s.findGroups(lengths)
	s.findParts()
	s.findSides()
	return s, diags
}

// findGroups walks along the rods from every node not yet in a group.
func (s *skeleton) findGroups(lengths bool) diag.List {
	var diags diag.List
	used := make([]bool, len(s.g.Elements)) // rods, by Element.ID
	for _, first := range s.g.Nodes {
		if s.of[first.ID] != nil {
			continue
		}
		gr := &group{}
		s.groups = append(s.groups, gr)
		s.of[first.ID], s.offset[first.ID] = gr, symbolic.Int(0)
		queue := []*dsl.Element{first}
		for len(queue) > 0 {
			n := queue[0]
			queue = queue[1:]
			for _, rod := range s.touch[n.ID] {
				if rod.Kind.Rigid == nil || used[rod.ID] {
					continue
				}
				used[rod.ID] = true
				length := symbolic.Expr(symbolic.Int(0))
				if l := rod.Kind.Rigid(rod.Params); lengths && l != nil && rod.Domain != component.Rotation {
					length = l
				}
				left, right := s.ends(rod)
				other, at := right, symbolic.Add(s.offset[n.ID], length)
				if n == right {
					other, at = left, symbolic.Sub(s.offset[n.ID], length)
				}
				if s.of[other.ID] == nil {
					s.of[other.ID], s.offset[other.ID] = gr, at
					queue = append(queue, other)
				} else if !symbolic.Equivalent(s.offset[other.ID], at) {
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
func (gr *group) choose(s *skeleton) diag.List {
	var diags diag.List
	for _, n := range gr.nodes {
		switch {
		case n.Kind.Sort == component.Support && gr.support == nil:
			gr.support = n
		case n.Kind.Sort == component.Support && n.Kind.Moves != nil != (gr.support.Kind.Moves != nil):
			diags = append(diags, problem(s.g, n, fmt.Sprintf("rods tie %s to %s, but only one of them moves", gr.support.Phrase(), n.Pointed()),
				"put a spring or a damper between them"))
		case gr.anchor == nil || isJoint(gr.anchor) && !isJoint(n):
			gr.anchor = n
		}
	}
	if gr.support != nil {
		gr.anchor = nil
	}
	return diags
}

// findParts joins the groups that connectors join. A support on which bodies only slide joins nothing.
func (s *skeleton) findParts() {
	joined := forest{}
	for _, e := range s.g.Edges {
		if !e.Kind.Sliding || e.From.Kind.Sort != component.Support && e.To.Kind.Sort != component.Support {
			joined.join(s.of[e.From.ID], s.of[e.To.ID])
		}
	}
	parts := make(map[*group]*part, 1)
	for _, gr := range s.groups {
		root := joined.find(gr)
		if parts[root] == nil {
			parts[root] = &part{}
		}
		gr.part = parts[root]
	}
	for _, e := range s.g.Edges {
		if e.Kind.Sliding {
			continue
		}
		first, last := s.ends(e)
		for _, n := range []*dsl.Element{first, last} {
			if n.Kind.Sort == component.Support {
				s.of[n.ID].part.choose(n, n == first)
			}
		}
	}
}

// findSides finds on which side of its part's origin each node lies: what the connectors lead to, one after the other, is
// after it, what leads to the origin before it. Where neither holds (two bodies that hang on a third from both
// sides), counting connectors decides.
func (s *skeleton) findSides() {
	s.spread(true, false)
	s.spread(false, true)
	s.spread(true, true)
}

// spread walks from the origins over connectors, along the axis, against it or both, counts steps, and gives a side to
// the nodes that have none.
func (s *skeleton) spread(along, against bool) {
	place := make([]int, len(s.g.Elements))
	seen := make([]bool, len(s.g.Elements))
	var queue []*dsl.Element
	for _, n := range s.g.Nodes {
		if s.of[n.ID].part.origin == n {
			seen[n.ID] = true
			queue = append(queue, n)
		}
	}
	for i := 0; i < len(queue); i++ {
		n := queue[i]
		for _, e := range s.touch[n.ID] {
			first, last := s.ends(e)
			other, at, ok := last, place[n.ID]+1, along
			if first != n {
				other, at, ok = first, place[n.ID]-1, against
			}
			if !ok || e.Kind.Sliding || seen[other.ID] {
				continue
			}
			seen[other.ID], place[other.ID] = true, at
			if s.side[other.ID] == 0 {
				s.side[other.ID] = +1
				if at < 0 {
					s.side[other.ID] = -1
				}
			}
			queue = append(queue, other)
		}
	}
}

// portions are empty slices with room for so many values each, cut from one.
func portions[T any](sizes []int) [][]T {
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
func isJoint(n *dsl.Element) bool { return n.Made || n.Kind.Point }

// problem is an error at an element.
func problem(g *dsl.Graph, el *dsl.Element, summary, help string) diag.Diagnostic {
	return diag.Diagnostic{File: g.File, Span: el.Span, Summary: summary, Help: help}
}
