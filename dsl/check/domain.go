package check

import (
	"fmt"

	"diagram/dsl/component"
	"diagram/dsl/disjoint"
	"diagram/dsl/graph"
)

// domains finds out what moves along the axis and what turns about it: a connector takes its domain from its nodes, a
// joint from its connectors. A support has none of its own, so that a wall can hold both.
func (c *checker) domains() {
	// leads joins the connectors and joints that must have one domain.
	leads := disjoint.New(len(c.graph.Elements))
	fixed := make([]*graph.Element, len(c.graph.Elements)) // what decides a class's domain, by the class
	decide := func(member, by *graph.Element) {
		class := leads.Find(member.ID)
		switch first := fixed[class]; {
		case first == nil:
			fixed[class] = by
		case first.Kind.Domain != by.Kind.Domain:
			c.mixed(member, first, by)
		}
	}
	free := func(e *graph.Element) bool { return e.Kind.IsBody() && e.Kind.Domain == component.Either }
	for _, e := range c.graph.Edges {
		for _, n := range []*graph.Element{e.From, e.To} {
			if free(n) {
				leads.Join(e.ID, n.ID)
			}
		}
	}
	for _, e := range c.graph.Edges {
		if e.Kind.Domain != component.Either {
			decide(e, e)
		}
		for _, n := range []*graph.Element{e.From, e.To} {
			if n.Kind.Domain != component.Either {
				decide(e, n)
			}
		}
	}
	for _, a := range c.graph.Actions {
		switch {
		case a.Kind.Domain == component.Either:
		case free(a.On):
			decide(a.On, a)
		case a.On.Kind.Domain != component.Either && a.On.Kind.Domain != a.Kind.Domain:
			c.mixedAction(a)
		}
	}

	for _, e := range c.graph.Elements {
		e.Domain = e.Kind.Domain
		if by := fixed[leads.Find(e.ID)]; by != nil && e.Domain == component.Either {
			e.Domain = by.Kind.Domain
		}
	}
	for _, e := range c.graph.Edges {
		if e.Domain == component.Either {
			e.Domain = component.Translation
		}
		for _, n := range []*graph.Element{e.From, e.To} {
			if n.Domain == component.Either {
				n.Domain = e.Domain
			}
		}
	}
	for _, a := range c.graph.Actions {
		if a.Domain == component.Either {
			a.Domain = a.On.Domain
		}
	}
	for _, e := range c.graph.Elements {
		if e.Domain == component.Either {
			e.Domain = component.Translation
		}
	}
}

// mixed reports an element that has to do with both what moves and what turns.
func (c *checker) mixed(e, a, b *graph.Element) {
	help := "join bodies that move along the axis to each other, and discs to discs"
	if e == a || e == b {
		other := a
		if e == a {
			other = b
		}
		c.report(c.uses[e.ID].first, fmt.Sprintf("%s joins what %s, but %s %s", c.said(e), motionOf(e), c.said(other), motionOf(other)), help)
		return
	}
	if e.Kind.IsAction() || b.Kind.IsAction() {
		c.report(b.Span, fmt.Sprintf("%s acts on what %s, but %s %s", c.said(b), motionOf(b), c.said(e), motionOf(a)), "use force where bodies move and torque where they turn")
		return
	}
	c.report(c.uses[e.ID].first, fmt.Sprintf("%s joins %s, which %s, to %s, which %s", c.said(e), c.said(a), motionOf(a), c.said(b), motionOf(b)), help)
}

// mixedAction reports an action on a body of the other domain.
func (c *checker) mixedAction(a *graph.Element) {
	help := "use a force"
	if a.Kind.Action().Weight {
		help = "only what moves along the axis has weight"
	} else if a.On.Kind.Domain == component.Rotation {
		help = "use a torque"
	}
	c.report(c.uses[a.ID].first, fmt.Sprintf("%s can't act on %s, which %s", c.said(a), c.said(a.On), motionOf(a.On)), help)
}

// motionOf says what an element of a fixed domain does.
func motionOf(e *graph.Element) string {
	if e.Kind.Domain == component.Rotation {
		return "turns"
	}
	return "moves along the axis"
}
