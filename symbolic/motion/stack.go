package motion

import (
	"cmp"
	"slices"

	"diagram/dsl/component"
	"diagram/dsl/graph"
	"diagram/symbolic"
)

// A stack is what lies on what. Sliding connectors tell: a body that slides on a support lies on it, and one that slides on
// another body lies on that where it is the only way down. A body on wheels stands on its own floor.
type stack struct {
	down map[*graph.Element]*graph.Element   // what a body lies on; nil where that isn't said
	up   map[*graph.Element][]*graph.Element // the bodies that lie on a body
}

func newStack(g *graph.Graph) *stack {
	s := &stack{map[*graph.Element]*graph.Element{}, map[*graph.Element][]*graph.Element{}}
	level := map[*graph.Element]int{} // how many sliding connectors a node is above the floor, plus one
	var queue []*graph.Element
	for _, n := range g.Nodes {
		if n.Kind.IsSupport() {
			level[n] = 1
			queue = append(queue, n)
		}
	}
	for _, n := range g.Nodes {
		if n.Kind.Glyph.Size.Floor {
			level[n] = 2
			queue = append(queue, n)
		}
	}
	slices.SortStableFunc(queue, func(a, b *graph.Element) int { return cmp.Compare(level[a], level[b]) })
	for ; len(queue) > 0; queue = queue[1:] {
		for _, e := range g.Connectors(queue[0]) {
			if n := e.Other(queue[0]); e.Kind.Connector().Sliding && level[n] == 0 {
				level[n] = level[queue[0]] + 1
				queue = append(queue, n)
			}
		}
	}
	for _, n := range g.Nodes {
		if level[n] < 3 {
			continue
		}
		var below []*graph.Element
		for _, e := range g.Connectors(n) {
			if o := e.Other(n); e.Kind.Connector().Sliding && level[o] == level[n]-1 && !slices.Contains(below, o) {
				below = append(below, o)
			}
		}
		for _, o := range below {
			s.up[o] = append(s.up[o], n)
		}
		if len(below) == 1 {
			s.down[n] = below[0]
		}
	}
	return s
}

// upper is which of a sliding connector's ends lies on the other; nil where that isn't said.
func (s *stack) upper(e *graph.Element) *graph.Element {
	switch {
	case e.To.Kind.IsSupport():
		return e.From
	case e.From.Kind.IsSupport():
		return e.To
	case s.down[e.From] == e.To:
		return e.From
	case s.down[e.To] == e.From:
		return e.To
	}
	return nil
}

// load is a body and all that lies on it; nil where one of them lies on something else as well.
func (s *stack) load(n *graph.Element) []*graph.Element {
	all := []*graph.Element{n}
	for i := 0; i < len(all); i++ {
		for _, o := range s.up[all[i]] {
			if s.down[o] != all[i] {
				return nil
			}
			all = append(all, o)
		}
	}
	slices.SortFunc(all, func(a, b *graph.Element) int { return cmp.Compare(a.ID, b.ID) })
	return all
}

// normal is the force that presses a sliding connector's ends together: the weight of what lies on the lower one there, as far
// as it doesn't act along the axis. It is nil where it isn't known.
func (a *assembly) normal(e *graph.Element) symbolic.Expr {
	if e.Domain == component.Rotation || symbolic.IsZero(a.axis.cos) {
		return nil
	}
	if a.stack == nil {
		a.stack = newStack(a.g)
	}
	upper := a.stack.upper(e)
	if upper == nil {
		return nil
	}
	// Bodies with one acceleration of gravity share it: (m₁ + m₂)g.
	var masses [][]symbolic.Expr
	var pulls []symbolic.Expr
	for _, n := range a.stack.load(upper) {
		if n.Kind.Body().Inertia == nil {
			continue
		}
		inertia, g := n.Inertia(), a.gravity
		if g == nil {
			g = a.g.Settings.G
		}
		if w := a.weights[n]; w != nil {
			g = w.Kind.Action().Acts(w.Params, symbolic.Int(1))
		}
		at := slices.IndexFunc(pulls, func(p symbolic.Expr) bool { return symbolic.Equal(p, g) })
		if at < 0 {
			at, pulls, masses = len(pulls), append(pulls, g), append(masses, nil)
		}
		masses[at] = append(masses[at], inertia)
	}
	if len(pulls) == 0 {
		return nil
	}
	weights := make([]symbolic.Expr, len(pulls))
	for i, g := range pulls {
		weights[i] = symbolic.Mul(symbolic.Add(masses[i]...), g)
	}
	return symbolic.Mul(symbolic.Add(weights...), a.axis.cos)
}
