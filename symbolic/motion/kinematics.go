package motion

import (
	"container/heap"
	"fmt"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/symbolic"
)

// kinematics says where every node is.
type kinematics struct {
	*topology
	axis        axis
	distances   bool // origin=wall: positions are distances, extensions have their natural lengths
	relative    bool
	equilibrium bool
	gravity     symbolic.Expr // of the setting; nil without it
	names       names
	marks       map[*graph.Element]*graph.Element // by body: the displacement that draws its coordinate
	order       []*group                          // groups so that a parent comes before what counts from it
	sense       []int                             // by Element.ID: +1 where a node's motion counts along the axis, -1 where against it
	diags       diag.List
}

// newKinematics reads the graph's settings and finds groups, parts and senses; it places nothing yet.
func newKinematics(g *graph.Graph) *kinematics {
	k := &kinematics{
		axis:        axisOf(g.Settings),
		distances:   g.Settings.Origin == graph.FromWall,
		equilibrium: g.Settings.Origin == graph.FromEquilibrium,
		relative:    g.Settings.Coordinates == graph.Relative,
		gravity:     g.Settings.Gravity,
		marks:       map[*graph.Element]*graph.Element{},
	}
	k.topology, k.diags = newTopology(g, k.distances)
	for _, a := range g.Actions {
		if a.Kind.Action().Marks && k.marks[a.On] == nil {
			k.marks[a.On] = a
		}
	}
	return k
}

func (k *kinematics) report(el *graph.Element, summary, help string) {
	k.diags = append(k.diags, problem(k.g, el, summary, help))
}

// place gives every node its position, making the coordinates on the way.
func (k *kinematics) place(m *Model) {
	k.takeParameters()
	k.order = k.groups
	if k.relative {
		k.chooseParents() // which says whose place a rigid group's coordinate tells, and so its sense
	}
	k.chooseSenses()
	wanted := k.wantCoordinates()
	k.nameStands()
	k.nameCoordinates(m, wanted)
	m.Positions = make([]symbolic.Expr, len(k.g.Elements))
	k.placeSupports(m)
	for _, gr := range k.order {
		if gr.support == nil {
			k.placeGroup(m, gr)
		}
	}
}

// placeSupports puts fixed supports at constants and moving ones at their inputs, and with them the bodies on rods.
func (k *kinematics) placeSupports(m *Model) {
	for _, gr := range k.groups {
		n := gr.support
		if n == nil {
			continue
		}
		at := symbolic.Expr(symbolic.Int(0))
		if k.distances {
			at = k.supportOffset(n)
		}
		if isMoving(n) {
			motion := n.Kind.Support().Moves(n.Params)
			if constant, varying := steady(m.work, motion); k.equilibrium && !symbolic.IsZero(constant) {
				motion = varying // the place of rest has moved by the constant
			}
			if k.sense[n.ID] < 0 {
				motion = symbolic.Neg(motion)
			}
			at = symbolic.Add(motion, at)
		}
		k.spread(m, gr, n, at)
		for _, other := range gr.nodes { // further supports on the same rods
			switch {
			case !other.Fixed() || other == n:
			case !k.distances:
				m.Positions[other.ID] = symbolic.Int(0)
			case other.Place() != nil:
				m.Positions[other.ID] = k.supportOffset(other)
			}
		}
	}
}

// supportOffset is where a support stands along the axis, from its part's origin: at a symbol's distance, unless it is the
// origin itself or bodies only slide on it.
func (k *kinematics) supportOffset(n *graph.Element) symbolic.Expr {
	x := k.names.stands[n]
	if x == nil {
		return symbolic.Int(0)
	}
	sense := k.g.Side(n)
	switch p := k.of[n.ID].part; {
	case isMoving(n):
		sense = k.sense[n.ID]
	case n.Domain == component.Rotation:
		sense = +1
	case p.Origin == nil || sense == 0:
		sense = p.sense
	}
	return times(x, symbolic.Int(int64(sense)))
}

// placeGroup gives a free group its coordinate's position.
func (k *kinematics) placeGroup(m *Model, gr *group) {
	at := symbolic.Expr(gr.coord.Symbol)
	if k.sense[gr.anchor.ID] < 0 {
		at = symbolic.Neg(at)
	}
	if gr.parent != nil {
		at = m.offsetFrom(m.Positions[gr.parent.ID], at)
	}
	k.spread(m, gr, gr.anchor, at)
}

// offsetFrom is a position plus a coordinate, written with the coordinates first and then inputs and constants: x₁ + x₂ + y.
func (m *Model) offsetFrom(parent, at symbolic.Expr) symbolic.Expr {
	terms := []symbolic.Expr{parent}
	if s, ok := parent.(*symbolic.Sum); ok {
		terms = s.Terms()
	}
	var coords, others []symbolic.Expr
	for _, t := range terms {
		if _, f := symbolic.SplitSign(t); m.isCoordinate(f) {
			coords = append(coords, t)
		} else {
			others = append(others, t)
		}
	}
	return symbolic.Add(append(append(coords, at), others...)...)
}

// chooseSenses finds in which sense along the axis the motion of each node counts: one for all nodes of a group that move alike.
func (k *kinematics) chooseSenses() {
	k.sense = make([]int, len(k.g.Elements))
	for _, gr := range k.groups {
		if gr.part.sense == 0 {
			gr.part.sense = k.partSense(gr.part)
		}
	}
	for _, gr := range k.groups {
		common := k.defaultSense(gr.head())
		var by *graph.Element // said the common sense
		for _, n := range gr.nodes {
			sense, said := k.said(n)
			switch {
			case !k.alike(n):
				if k.sense[n.ID] = sense; !said {
					k.sense[n.ID] = k.defaultSense(n)
				}
			case !said:
			case by != nil && sense != common:
				k.report(n, fmt.Sprintf("%s and %s move as one, but count as positive in opposite senses", by.Phrase(), n.Pointed()),
					"write `positive=` on only one of them")
			default:
				common, by = sense, n
			}
		}
		for _, n := range gr.nodes {
			if k.sense[n.ID] == 0 {
				k.sense[n.ID] = common
			}
		}
	}
}

// said is the sense that the author asked for on a node: by `positive=`, or by the direction of a displacement.
func (k *kinematics) said(n *graph.Element) (sense int, ok bool) {
	h := n.Positive
	if mark := k.marks[n]; h == (graph.Heading{}) && mark != nil {
		h = mark.Heading
	}
	return h.Sense(), h.Sense() != 0
}

// partSense is the sense in which a part's coordinates count where its origin doesn't decide: to the right, downwards
// where the part hangs or is held by nothing, and upwards where it stands.
func (k *kinematics) partSense(p *part) int {
	suspended := p.Reference == nil || p.Suspended
	switch {
	case k.axis.run != 0:
		return k.axis.run // right
	case suspended:
		return -k.axis.rise // down
	}
	return k.axis.rise // up
}

// defaultSense is a node's sense where the author doesn't say.
func (k *kinematics) defaultSense(n *graph.Element) int {
	p := k.of[n.ID].part
	switch {
	case n.Domain == component.Rotation:
		return +1
	case k.distances && p.Origin != nil && k.g.Side(n) != 0:
		return k.g.Side(n)
	}
	return p.sense
}

// chooseParents finds for relative coordinates from which node each group's counts: starting from the supports, always
// by the first connector in the order of the file that leads to a node not yet reached.
func (k *kinematics) chooseParents() {
	rank := make([]int, len(k.g.Elements))
	for i, e := range k.g.Edges {
		rank[e.ID] = i
	}
	var next edgeHeap
	reached := make(map[*group]bool, len(k.groups))
	k.order = make([]*group, 0, len(k.groups))
	reach := func(gr *group) {
		reached[gr] = true
		k.order = append(k.order, gr)
		for _, n := range gr.nodes {
			for _, e := range k.g.Connectors(n) {
				if !e.Kind.Connector().Sliding {
					heap.Push(&next, rank[e.ID])
				}
			}
		}
	}
	grow := func() {
		for len(next) > 0 {
			e := k.g.Edges[heap.Pop(&next).(int)]
			from, to := e.From, e.To
			if reached[k.of[to.ID]] {
				from, to = to, from
			}
			gr := k.of[to.ID]
			if reached[gr] {
				continue
			}
			if !k.named(gr.anchor) && (!to.Made || gr.anchor.Made) { // else a body on a rod beyond it is what a reader sees
				gr.anchor = to
			}
			k.lead(gr, from, e)
			reach(gr)
		}
	}
	for _, gr := range k.groups {
		if gr.support != nil {
			reach(gr)
		}
	}
	grow()
	for _, seen := range []bool{true, false} { // nothing counts from a joint that nobody can see, if it can be helped
		for _, gr := range k.groups {
			if !reached[gr] && gr.anchor.Made != seen {
				reach(gr)
				grow()
			}
		}
	}
}

// lead makes a node, from which a connector leads, the parent of a group. Instead of a joint that the text doesn't mention
// and nobody can see it is the node beyond.
func (k *kinematics) lead(gr *group, from, by *graph.Element) {
	gr.parent, gr.ahead = from, +1
	if by.To == from {
		gr.ahead = -1
	}
	for gr.parent.Made {
		joint := k.of[gr.parent.ID]
		switch {
		case joint.support != nil: // on a rod
			gr.parent = joint.support
		case joint.anchor != gr.parent:
			gr.parent = joint.anchor
		case joint.parent == nil:
			return
		default:
			if joint.ahead != gr.ahead {
				gr.ahead = 0
			}
			gr.parent = joint.parent
		}
	}
}

type edgeHeap []int

func (h edgeHeap) Len() int           { return len(h) }
func (h edgeHeap) Less(i, j int) bool { return h[i] < h[j] }
func (h edgeHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *edgeHeap) Push(x any)        { *h = append(*h, x.(int)) }
func (h *edgeHeap) Pop() any {
	last := len(*h) - 1
	x := (*h)[last]
	*h = (*h)[:last]
	return x
}
