package graph

import (
	"slices"

	"diagram/dsl/component"
	"diagram/dsl/toposort"
)

// Part is a set of nodes that connectors join, other than by sliding on a common support. Positions in it have one origin.
type Part struct {
	// Reference is the first support that a connector other than a sliding one reaches: a fixed one whose place isn't given,
	// else a fixed one, else one that moves. It is nil where there is none.
	Reference *Element
	// Suspended reports whether Reference comes before what it holds, along the axis.
	Suspended bool
	// Origin is Reference where positions are measured from it; nil where they are measured from a fixed point in space.
	Origin *Element

	nodes []*Element
}

// Fixed reports whether the element is a support that stands still.
func (e *Element) Fixed() bool { return e.Kind.IsSupport() && e.Kind.Support().Moves == nil }

// refer makes a support the part's reference if it is better than what was reached before.
func (p *Part) refer(n *Element, first bool) {
	better := func(a, b *Element) bool {
		if a.Fixed() != b.Fixed() {
			return a.Fixed()
		}
		return a.Fixed() && a.Place() == nil && b.Place() != nil
	}
	if p.Reference != nil && !better(n, p.Reference) {
		return
	}
	p.Reference, p.Suspended, p.Origin = n, first, nil
	if n.Fixed() && n.Place() == nil {
		p.Origin = n
	}
}

// findOrigins finds the origin of each part.
func (a *arrangement) findOrigins() {
	for _, e := range a.g.Edges {
		if e.Kind.Connector().Sliding {
			continue
		}
		for _, n := range []*Element{e.From, e.To} {
			if n.Kind.IsSupport() {
				a.g.part[n.ID].refer(n, n == e.From)
			}
		}
	}
}

// findSides finds on which side of its part's origin each node lies: what comes after it, what before it; and what the
// order leaves open, on the side on which it is connected, as it is drawn.
func (a *arrangement) findSides() {
	g := a.g
	g.side = make([]int, len(g.Elements))
	steps := g.steps()
	after := toposort.New(len(g.Elements), steps, g.ends)
	for i, p := range steps {
		steps[i] = Pair{p.Last, p.First}
	}
	before := toposort.New(len(g.Elements), steps, g.ends)
	for _, p := range g.Parts {
		o := p.Origin
		if o == nil {
			continue
		}
		a.lead(o, after, +1)
		a.lead(o, before, -1)
		open := append(a.sideLevels(p), a.openSides(p, after, before)...)
		on := func(side int) bool {
			return slices.ContainsFunc(p.nodes, func(n *Element) bool { return g.side[n.ID] == side })
		}
		if len(open) == 0 || !on(+1) || !on(-1) {
			continue // an origin at an end is drawn there
		}
		for _, n := range open {
			if g.side[n.ID] > 0 {
				g.Before = append(g.Before, Pair{o, n})
			} else {
				g.Before = append(g.Before, Pair{n, o})
			}
		}
	}
}

// lead gives a side to all nodes of a part without one to which steps lead, be it over other parts, and returns them.
func (a *arrangement) lead(from *Element, steps toposort.Steps[Pair], side int) []*Element {
	g := a.g
	a.stamp++
	a.seen[from.ID] = a.stamp
	var given []*Element
	for stack := []*Element{from}; len(stack) > 0; {
		n := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		for _, step := range steps.After(int(g.place(n))) {
			m := step.Last
			inside := g.part[m.ID] == g.part[from.ID]
			if a.seen[m.ID] == a.stamp || inside && g.side[m.ID] != 0 {
				continue // what follows has its side as well
			}
			a.seen[m.ID] = a.stamp
			stack = append(stack, m)
			if inside {
				g.side[m.ID] = side
				given = append(given, m)
			}
		}
	}
	return given
}

// sideLevels puts what is above or below all else in its part on that side, where the order leaves it open. It returns
// those nodes.
func (a *arrangement) sideLevels(p *Part) []*Element {
	if a.g.Settings.Axis != Vertical {
		return nil
	}
	var put []*Element
	for _, n := range p.nodes {
		if n.Kind.Support().Stands == p.Origin.Kind.Support().Stands || a.g.side[n.ID] != 0 {
			continue
		}
		switch n.Kind.Support().Stands {
		case component.Above:
			a.g.side[n.ID] = -1
		case component.Below:
			a.g.side[n.ID] = +1
		default:
			continue
		}
		put = append(put, n)
	}
	return put
}

// openSides gives the nodes of a part whose side the order leaves open that of the nearest node which has one, by
// connectors that don't lead through the origin. What comes after such a node is then on that side as well, or what comes
// before it. It returns those nodes.
func (a *arrangement) openSides(p *Part, after, before toposort.Steps[Pair]) []*Element {
	g := a.g
	var queue []*Element
	for _, n := range p.nodes {
		if g.side[n.ID] != 0 {
			queue = append(queue, n)
		}
	}
	decided := len(queue)
	for i := 0; i < len(queue); i++ {
		n := queue[i]
		visit := func(m *Element) {
			if m == p.Origin || g.side[m.ID] != 0 {
				return
			}
			g.side[m.ID] = g.side[n.ID]
			queue = append(queue, m)
			if g.side[n.ID] > 0 {
				queue = append(queue, a.lead(m, after, +1)...)
			} else {
				queue = append(queue, a.lead(m, before, -1)...)
			}
		}
		for _, e := range g.along[n.ID] {
			visit(e.Other(n))
		}
		for _, m := range g.mates(n) {
			visit(m)
		}
	}
	return queue[decided:]
}

// mates are the body on which one stands, and those that stand on it.
func (g *Graph) mates(n *Element) []*Element {
	var all []*Element
	if o := g.StandsOn(n); o != nil {
		all = append(all, o)
	}
	for _, o := range g.Atop(n) {
		if g.StandsOn(o) == n {
			all = append(all, o)
		}
	}
	return all
}
