package check

import (
	"fmt"

	"diagram/dsl/component"
	"diagram/dsl/graph"
)

// loners warns of bodies and supports that nothing joins to the others: most often a connection was forgotten, or a name
// mistyped. A body that is a diagram by itself is a free body, and so is one on which a force acts.
func (c *checker) loners() {
	g := c.graph
	var partners []*graph.Element
	for _, n := range g.Nodes {
		actions := g.ActionsOn(n)
		acted := false
		for _, a := range actions {
			acted = acted || a.Kind.Action().Acts != nil
		}
		if acted || len(g.Components()[g.Component(n)]) > 1 || len(g.Edges) == 0 && (len(g.Nodes) == 1 || len(actions) > 0) {
			continue
		}
		if partners == nil {
			partners = c.partners()
		}
		c.doubt(n.Span, fmt.Sprintf("nothing joins %s to the others", n.Pointed()), joining(n, partners))
	}
}

// partners are nodes with names to which others can be joined: the first two of each sort and domain.
func (c *checker) partners() []*graph.Element {
	type class struct {
		support bool
		domain  component.Domain
	}
	seen := map[class]int{}
	all := []*graph.Element{}
	for _, n := range c.graph.Nodes {
		k := class{n.Kind.IsSupport(), n.Domain}
		if !n.Anonymous && seen[k] < 2 {
			seen[k]++
			all = append(all, n)
		}
	}
	return all
}

// joining says how a node is joined.
func joining(n *graph.Element, partners []*graph.Element) string {
	other := "wall"
	if n.Kind.IsSupport() {
		other = "mass"
	}
	for _, o := range partners {
		if a, b := o.Kind.IsSupport(), n.Kind.IsSupport(); o != n && !(a && b) && (a || b || o.Domain == n.Domain) {
			other = o.Written()
			break
		}
	}
	return fmt.Sprintf("join it by a connector, as in %s - spring - %s, or remove it", other, n.Written())
}
