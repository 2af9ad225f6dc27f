package check

import (
	"fmt"
	"slices"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/dsl/syntax"
)

// actions hangs the actions of a chain on their nodes and returns the other pieces.
func (c *checker) actions(pieces []piece) []piece {
	if !slices.ContainsFunc(pieces, piece.action) {
		return pieces
	}
	var rest []piece
	for i, p := range pieces {
		if !p.action() {
			rest = append(rest, p)
			continue
		}
		acts := p.actions
		if acts == nil {
			acts = []*graph.Element{p.element}
		}
		var node *piece
		switch {
		case len(pieces) == 1:
			c.misplaced(acts, p.span, "an action can't be in parallel with connectors", "join it to its body: trolley - "+c.word(acts[0]))
		case i > 0 && i < len(pieces)-1:
			c.misplaced(acts, p.span, fmt.Sprintf("%s acts on one body, so it can't go between two elements", c.said(acts[0])),
				fmt.Sprintf("write it at an end of the connection, or on a line of its own: trolley - %s", c.word(acts[0])))
			rest = append(rest, piece{element: unknownElement, span: p.span})
		case i == 0:
			node = &pieces[1]
		default:
			node = &pieces[i-1]
		}
		if node == nil {
			continue
		}
		if c.hang(acts, p.span, *node); node.connector() {
			rest = append(rest, piece{element: unknownElement, span: p.span})
		}
	}
	return rest
}

// misplaced reports actions that stand where none can.
func (c *checker) misplaced(acts []*graph.Element, span diag.Span, summary, help string) {
	for _, a := range acts {
		c.uses[a.ID].broken = true
	}
	c.report(span, summary, help)
}

// hang makes actions act on a node.
func (c *checker) hang(acts []*graph.Element, span diag.Span, node piece) {
	a := acts[0]
	switch {
	case node.unknown():
		for _, a := range acts {
			c.uses[a.ID].broken = true
		}
		return
	case node.action() && (c.uses[a.ID].broken || c.uses[node.first().ID].broken):
		c.uses[a.ID].broken = true
		return
	case node.action():
		c.misplaced(acts, span, fmt.Sprintf("%s and %s act on bodies, not on each other", c.said(a), c.said(node.first())), "join each to a body: trolley - "+c.word(a))
		c.uses[node.first().ID].broken = true
		return
	case node.connector():
		what, from := "a group of connectors", "(…)"
		if node.element != nil {
			what, from = "a "+node.element.Kind.Name, c.word(node.element)
			c.uses[node.element.ID].broken = true
		}
		c.misplaced(acts, span, fmt.Sprintf("%s can't act on %s", c.said(a), what),
			fmt.Sprintf("put a body or a %[1]s between them: %[2]s - %[1]s - %[3]s", c.kinds.InSeries().Name, from, c.word(a)))
		return
	}
	for _, a := range acts {
		c.act(a, span, node.element)
	}
}

// act makes an action act on a node.
func (c *checker) act(a *graph.Element, span diag.Span, on *graph.Element) {
	switch {
	case a.On != nil:
		c.uses[a.ID].broken = true
		summary := fmt.Sprintf("%s acts on two bodies", a.Name)
		if a.On == on {
			summary = fmt.Sprintf("%s is joined to %s twice", a.Name, on.Name)
		}
		c.report(c.uses[a.ID].second, summary, "declare a second "+a.Kind.Name,
			diag.Related{Span: c.uses[a.ID].first, Message: a.Name + " is used here first"})
		return
	case a.Kind.Action().Weight && on.Kind.Body().Inertia == nil:
		c.report(span, fmt.Sprintf("%s has no mass, so it has no weight", c.said(on)), "join it to a body with a mass")
		return
	case a.Kind.Action().Acts != nil && on.Kind.IsSupport():
		c.report(span, fmt.Sprintf("%s can't move %s, which is a support", c.said(a), c.said(on)), "join it to a body")
		return
	}
	if u := &c.uses[on.ID]; a.Kind.Action().Weight {
		if u.weight {
			c.report(span, fmt.Sprintf("%s already has its weight", c.said(on)), "remove one "+a.Kind.Name)
			return
		}
		u.weight = true
	}
	a.On = on
	c.graph.Actions = append(c.graph.Actions, a)
}

// first is the element, or the first action of a group of actions.
func (p piece) first() *graph.Element {
	if p.actions != nil {
		return p.actions[0]
	}
	return p.element
}

// actionGroup makes the elements of a group that holds actions only, as in trolley - (force, gravity); nil for others.
func (c *checker) actionGroup(g *syntax.Group) []*graph.Element {
	if !c.holdsOnly(g, (*component.Kind).IsAction) {
		return nil
	}
	var acts []*graph.Element
	for _, chain := range g.Chains {
		if p := c.piece(chain.Ends, 0); p.actions != nil {
			acts = append(acts, p.actions...)
		} else {
			acts = append(acts, p.element)
		}
	}
	return acts
}

// holdsOnly reports whether a group holds, in parallel, nothing but elements of some kinds.
func (c *checker) holdsOnly(g *syntax.Group, wanted func(*component.Kind) bool) bool {
	for _, chain := range g.Chains {
		if len(chain.Ends) != 1 {
			return false
		}
		switch end := chain.Ends[0].(type) {
		case *syntax.Group:
			if !c.holdsOnly(end, wanted) {
				return false
			}
		case *syntax.ElementNode:
			if kind := c.kindOf(end); kind == nil || !wanted(kind) {
				return false
			}
		}
	}
	return true
}
