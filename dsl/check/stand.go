package check

import (
	"fmt"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/graph"
)

// set is a body that a connection joins to a ground without a connector: it stands there, and slides without friction.
type set struct {
	body, ground *graph.Element
	span         diag.Span // of the later one
	first        *graph.Element
	second       piece
}

// sets notes a body and the ground that it is joined to without a connector, in either order, and reports whether two nodes
// are such.
func (c *checker) sets(at *graph.Element, p piece) bool {
	s := set{body: at, ground: p.element, span: p.span, first: at, second: p}
	if at.Kind.IsSupport() {
		s.body, s.ground = s.ground, s.body
	}
	if !canStand(s.body) || s.ground.Kind.Support().Stands != component.Below {
		return false
	}
	c.standing = append(c.standing, s)
	return true
}

// canStand reports whether an element is a body that can stand on a floor: it has a mass and moves along the axis.
func canStand(e *graph.Element) bool {
	return e.Kind.Body().Inertia != nil && e.Kind.Domain == component.Translation
}

// stand finds out on what the author sets the bodies. On a vertical axis nothing stands: it would be held.
func (c *checker) stand() {
	upright := c.graph.Settings.Axis == graph.Vertical
	for _, s := range c.standing {
		switch {
		case upright:
			c.untied(s.first, s.second)
		case s.body.SetOn == s.ground:
			c.report(s.span, fmt.Sprintf("%s already stands on %s", c.said(s.body), c.said(s.ground)), "remove one of the two")
		case s.body.SetOn != nil:
			c.report(s.span, fmt.Sprintf("%s already stands on %s", c.said(s.body), c.said(s.body.SetOn)), "a body stands on one ground; remove one of the two")
		default:
			s.body.SetOn = s.ground
		}
	}
	for _, e := range c.graph.Edges {
		if !e.OnFloor() {
			continue
		}
		body, floor := e.From, e.To
		if body.Kind.IsSupport() {
			body, floor = floor, body
		}
		if body.SetOn != nil && body.SetOn != floor {
			c.report(c.uses[e.ID].first, fmt.Sprintf("%s stands on %s, so it can't slide on %s", c.said(body), c.said(body.SetOn), c.said(floor)),
				"a body stands on one ground; remove one of the two")
		}
	}
	for _, e := range c.graph.Elements {
		e.OwnFloor = e.Kind.IsBody() && c.of(e).flag("floor")
		if e.OwnFloor && upright {
			c.report(c.attributeSpan(e, "floor"), fmt.Sprintf("%s moves up and down, so a floor would hold it", c.said(e)),
				fmt.Sprintf("leave floor out, and write what holds it: %s - spring - ground, or a rod", c.word(e)))
		}
	}
}
