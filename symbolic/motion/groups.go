package motion

import (
	"fmt"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/symbolic"
)

// A group is a set of nodes that ties hold together, so that one coordinate tells where all of them are. Most groups are one
// node.
type group struct {
	nodes   []*graph.Element // in the order of the file
	support *graph.Element   // the support among them that fixes them all; nil where they are free
	anchor  *graph.Element   // the node whose place the coordinate tells; nil where support is set
	geared  bool             // not all of them move alike
	part    *part
	// parent is the node from which a relative coordinate counts; nil for an absolute one.
	parent *graph.Element
	// ahead is +1 where the group comes after its parent along the axis, -1 where before; 0 where that is left open.
	ahead int
	coord *Coordinate
}

// head is the node that stands for a group: its anchor, or its support.
func (gr *group) head() *graph.Element {
	if gr.anchor != nil {
		return gr.anchor
	}
	return gr.support
}

// A follower is how a node moves with the first node of its group: place = ratio · place of the first + offset.
type follower struct {
	ratio, offset symbolic.Expr
	by            *graph.Element // the tie that leads to it from a node nearer to the first; nil for the first itself
}

// through is how the node at the other end of a tie moves. Rods keep their ends apart by their length, if lengths count.
func (f follower) through(tie, n *graph.Element, lengths bool) follower {
	t, r := tie.Kind.Connector().Tie, tie.Ratio()
	switch {
	case r != nil && (n == tie.From) != tie.Turned: // from the end that the text has first
		return follower{symbolic.Mul(r, f.ratio), symbolic.Mul(r, f.offset), tie}
	case r != nil:
		return follower{symbolic.Div(f.ratio, r), symbolic.Div(f.offset, r), tie}
	case t.Length == nil || !lengths || tie.Domain == component.Rotation:
		return follower{f.ratio, f.offset, tie}
	case n == tie.From:
		return follower{f.ratio, symbolic.Add(f.offset, t.Length(tie.Params)), tie}
	}
	return follower{f.ratio, symbolic.Sub(f.offset, t.Length(tie.Params)), tie}
}

// findGroups walks along the ties from every node not yet in a group.
func (s *topology) findGroups(lengths bool) diag.List {
	var diags diag.List
	used := make([]bool, len(s.g.Elements)) // ties, by Element.ID
	for _, first := range s.g.Nodes {
		if s.of[first.ID] != nil {
			continue
		}
		gr := &group{}
		s.groups = append(s.groups, gr)
		s.of[first.ID], s.follows[first.ID] = gr, follower{ratio: symbolic.Int(1), offset: symbolic.Int(0)}
		queue := []*graph.Element{first}
		for len(queue) > 0 {
			n := queue[0]
			queue = queue[1:]
			for _, tie := range s.g.Connectors(n) {
				if tie.Kind.Connector().Tie == nil || used[tie.ID] {
					continue
				}
				used[tie.ID] = true
				if tie.Ratio() != nil && (tie.From.Fixed() || tie.To.Fixed()) {
					diags = append(diags, problem(s.g, tie, fmt.Sprintf("%s ties %s to %s, so that nothing there can move", tie.Pointed(), tie.From.Phrase(), tie.To.Phrase()),
						"let it join two bodies"))
				}
				other, f := tie.Other(n), s.follows[n.ID].through(tie, n, lengths)
				if s.of[other.ID] == nil {
					s.of[other.ID], s.follows[other.ID] = gr, f
					queue = append(queue, other)
				} else if d, wrong := s.contradicts(tie, f, s.follows[other.ID]); wrong {
					diags = append(diags, d)
				}
				gr.geared = gr.geared || tie.Ratio() != nil
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

// contradicts reports a tie that closes a ring of ties and asks for another place than the rest of them do.
func (s *topology) contradicts(tie *graph.Element, f, known follower) (d diag.Diagnostic, wrong bool) {
	switch {
	case !s.work.Equivalent(f.ratio, known.ratio):
		return problem(s.g, tie, fmt.Sprintf("%s closes a ring of ties in which nothing can move: %s and %s are tied by others already, with another ratio", tie.Pointed(), tie.From.Phrase(), tie.To.Phrase()),
			"make the ratios around the ring agree, or leave it out"), true
	case !s.work.Equivalent(f.offset, known.offset):
		return problem(s.g, tie, fmt.Sprintf("%s fixes the distance between %s and %s, which other rods have already fixed", tie.Pointed(), tie.From.Phrase(), tie.To.Phrase()),
			"give it the same length, or leave it out"), true
	}
	return diag.Diagnostic{}, false
}

// choose finds the group's support, or else the node whose place its coordinate tells: the first whose coordinate the author
// names, else the first body that is no joint.
func (gr *group) choose(s *topology) diag.List {
	var diags diag.List
	named := false
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
		case gr.anchor == nil || !named && (s.named(n) || isJoint(gr.anchor) && !isJoint(n)):
			gr.anchor, named = n, s.named(n)
		}
	}
	if gr.support != nil {
		gr.anchor = nil
	}
	return diags
}

// named reports whether the author names a node's coordinate: by `x=`, or by the label of a displacement.
func (s *topology) named(n *graph.Element) bool {
	if n.Coordinate() != nil {
		return true
	}
	for _, a := range s.g.ActionsOn(n) {
		if a.Kind.Action().Marks && a.Marked.Plain() != "" {
			return true
		}
	}
	return false
}

// alike reports whether a node moves as the node does that stands for its group.
func (s *topology) alike(n *graph.Element) bool {
	gr := s.of[n.ID]
	head := gr.head()
	return !gr.geared || n == head || n.Domain == head.Domain && s.work.Equivalent(s.follows[n.ID].ratio, s.follows[head.ID].ratio)
}

// spread places all nodes of a group, of which one is at a known place.
func (s *topology) spread(m *Model, gr *group, known *graph.Element, at symbolic.Expr) {
	k := s.follows[known.ID]
	for _, n := range gr.nodes {
		f := s.follows[n.ID]
		if !gr.geared {
			m.Positions[n.ID] = symbolic.Add(at, symbolic.Sub(f.offset, k.offset))
			continue
		}
		ratio := s.work.Simplify(symbolic.Div(f.ratio, k.ratio))
		m.Positions[n.ID] = symbolic.Add(symbolic.Mul(ratio, at), symbolic.Sub(f.offset, symbolic.Mul(ratio, k.offset)))
	}
}
