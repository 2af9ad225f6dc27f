package graph

import (
	"slices"

	"diagram/dsl/disjoint"
)

// What lies on what, across the axis, is decided here, once: the drawing, the order along the axis and the normal forces read it.
//
// A body lies on the supports that it slides on or is set on, and on the body that on= names. Of two bodies that slide past each
// other, the one lies on the other that is farther above a floor, counted in contacts; wheels and floors of their own are floors.

// standing is what lies on what. It is empty where no bodies slide past each other or are set on each other.
type standing struct {
	under  []*Element   // by Element.ID: the one body that a body lies on; nil where there is none, or several
	atop   [][]*Element // by Element.ID: the bodies that lie on a body
	stands []bool       // by Element.ID: a body stands on the one it lies on
	column disjoint.Sets
}

// Under is the body that a body lies on; nil where there is none, or where it isn't one alone.
func (t *Topology) Under(body *Element) *Element {
	if t.under == nil {
		return nil
	}
	return t.under[body.ID]
}

// Atop are the bodies that lie on a body, in the order of the file; some of them may lie on others as well.
func (t *Topology) Atop(body *Element) []*Element {
	if t.atop == nil {
		return nil
	}
	return t.atop[body.ID]
}

// StandsOn is the body on which a body stands; nil where there is none.
func (t *Topology) StandsOn(body *Element) *Element {
	if t.stands == nil || !t.stands[body.ID] {
		return nil
	}
	return t.under[body.ID]
}

// place is the number of a node's place along the axis: that of its column, where it stands on others or they on it.
func (t *Topology) place(n *Element) int64 {
	if t.column == nil {
		return n.ID
	}
	return t.column.Find(n.ID)
}

// Across reports whether a connector lies across the axis, under a body: between it and what it slides on.
func (t *Topology) Across(e *Element) bool {
	return e.OnFloor() || e.Kind.Connector().Sliding && (t.StandsOn(e.From) == e.To || t.StandsOn(e.To) == e.From)
}

// Upper is which of a sliding connector's ends lies on the other; nil where that isn't said.
func (t *Topology) Upper(e *Element) *Element {
	switch {
	case e.To.Kind.IsSupport():
		return e.From
	case e.From.Kind.IsSupport():
		return e.To
	case t.Under(e.From) == e.To:
		return e.From
	case t.Under(e.To) == e.From:
		return e.To
	}
	return nil
}

// Load is a body and all that lies on it, in the order of the file; nil where one of them lies on something else as well.
func (t *Topology) Load(body *Element) []*Element {
	all := []*Element{body}
	for i := 0; i < len(all); i++ {
		for _, o := range t.Atop(all[i]) {
			if t.Under(o) != all[i] {
				return nil
			}
			all = append(all, o)
		}
	}
	slices.SortFunc(all, func(a, b *Element) int { return int(a.ID - b.ID) })
	return all
}

// Floors are the supports on which a body slides or is set, in the order of the file's connections.
func (t *Topology) Floors(body *Element) []*Element {
	var all []*Element
	for _, e := range t.at[body.ID] {
		if o := e.Other(body); e.OnFloor() && !slices.Contains(all, o) {
			all = append(all, o)
		}
	}
	if o := body.SetOn; o != nil && o.Kind.IsSupport() && !slices.Contains(all, o) {
		all = append(all, o)
	}
	return all
}

// Rests reports whether a body stands on a floor or on another body.
func (t *Topology) Rests(body *Element) bool {
	return body.Floored() || len(t.Floors(body)) > 0 || t.StandsOn(body) != nil
}

// Floored reports whether a body stands on a floor of its own: by its wheels, or because the author says so.
func (e *Element) Floored() bool { return e.Kind.Glyph.Size.Floor || e.OwnFloor }

// onBody reports whether the author sets the element on another body.
func (e *Element) onBody() bool { return e.SetOn != nil && e.SetOn.Kind.IsBody() }

// stand finds what lies on what, and what stands.
func (g *Graph) stand() {
	touching := func(e *Element) bool {
		return e.Kind.Connector().Sliding && e.From.Kind.IsBody() && e.To.Kind.IsBody()
	}
	if !slices.ContainsFunc(g.Edges, touching) && !slices.ContainsFunc(g.Nodes, (*Element).onBody) {
		return
	}
	n := len(g.Elements)
	g.standing = standing{make([]*Element, n), make([][]*Element, n), make([]bool, n), disjoint.New(n)}
	below := g.below(g.levels())
	for _, b := range g.Nodes {
		for _, o := range below[b.ID] {
			g.atop[o.ID] = append(g.atop[o.ID], b)
		}
		if len(below[b.ID]) != 1 {
			continue
		}
		g.under[b.ID] = below[b.ID][0]
	}
}

// levels counts how many contacts each node is above a floor, plus one; 0 where none leads down to one.
func (g *Graph) levels() []int {
	level := make([]int, len(g.Elements))
	var queues [2][]*Element // of supports, which are floors, and of what stands on a floor
	for _, n := range g.Nodes {
		switch {
		case n.Kind.IsSupport():
			level[n.ID] = 1
			queues[0] = append(queues[0], n)
		case !n.onBody() && (n.SetOn != nil || n.Floored()):
			level[n.ID] = 2
			queues[1] = append(queues[1], n)
		}
	}
	set := g.setOn()
	queue := append(queues[0], queues[1]...)
	for ; len(queue) > 0; queue = queue[1:] {
		o := queue[0]
		reach := func(n *Element) {
			if level[n.ID] == 0 {
				level[n.ID] = level[o.ID] + 1
				queue = append(queue, n)
			}
		}
		for _, e := range g.at[o.ID] {
			if n := e.Other(o); e.Kind.Connector().Sliding && !n.onBody() {
				reach(n)
			}
		}
		for _, n := range set[o.ID] {
			reach(n)
		}
	}
	return level
}

// setOn lists, by Element.ID, the bodies that the author sets on a body.
func (g *Graph) setOn() [][]*Element {
	set := make([][]*Element, len(g.Elements))
	for _, n := range g.Nodes {
		if n.onBody() {
			set[n.SetOn.ID] = append(set[n.SetOn.ID], n)
		}
	}
	return set
}

// below lists, by Element.ID, the bodies that each body lies on.
func (g *Graph) below(level []int) [][]*Element {
	below := make([][]*Element, len(g.Elements))
	lie := func(n, o *Element) {
		if !slices.Contains(below[n.ID], o) {
			below[n.ID] = append(below[n.ID], o)
		}
	}
	for _, n := range g.Nodes {
		if n.onBody() {
			lie(n, n.SetOn)
		}
	}
	for _, e := range g.Edges {
		if !e.Kind.Connector().Sliding || e.From.SetOn == e.To || e.To.SetOn == e.From {
			continue
		}
		n, o := e.From, e.To // n is the higher one, or the first
		if level[n.ID] < level[o.ID] {
			n, o = o, n
		}
		switch {
		case !n.Kind.IsBody() || !o.Kind.IsBody() || n.onBody():
		case level[o.ID] > 0 && level[n.ID] == level[o.ID]+1:
			lie(n, o)
		}
	}
	return below
}
