package check

import (
	"fmt"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/graph"
)

// mark is a word about the axis: the element's that says it, or the settings' where there is none.
type mark struct {
	axis graph.Direction
	by   *graph.Element
	span diag.Span
}

// axis finds out how the axis runs: as the settings say, else as the elements say, which must agree. Where nothing else is
// said, a ground that holds something makes the axis vertical.
func (c *checker) axis() {
	s := &c.graph.Settings
	decided := mark{axis: s.Axis, span: s.Span("axis")}
	known := s.AxisGiven
	reached := c.reached()
	for _, e := range c.graph.Elements {
		m, ok := c.axisMark(e, reached[e.ID].slides && !reached[e.ID].holds)
		switch {
		case !ok:
		case !known:
			decided, known = m, true
		case decided.axis != m.axis:
			help := "mark all elements alike"
			if s.AxisGiven {
				help = "change one or the other"
			}
			c.report(m.span, fmt.Sprintf("%s, but %s", c.saidBy(m), c.saidBy(decided)), help, diag.Related{Span: decided.span, Message: "that is said here"})
		}
	}
	for _, e := range c.graph.Elements {
		if !known && e.Kind.Support().Stands == component.Below && reached[e.ID].moves {
			decided, known = mark{graph.Vertical, e, c.mentioned(e)}, true
		}
	}
	if known {
		s.Axis = decided.axis
	}
	c.checkBeside(decided, reached)
	for _, e := range c.graph.Elements {
		c.sense(e)
		c.answers(e)
	}
	c.options()
}

// checkBeside reports supports that stand beside what they hold, where others stand above or below it.
func (c *checker) checkBeside(decided mark, reached []reach) {
	if c.graph.Settings.AxisGiven {
		return
	}
	for _, e := range c.graph.Elements {
		if e.Kind.Support().Stands == component.Above && reached[e.ID].moves {
			decided = mark{graph.Vertical, e, c.mentioned(e)}
			break
		}
	}
	by := decided.by
	if by == nil || by.Kind.Support().Stands != component.Above && by.Kind.Support().Stands != component.Below {
		return
	}
	for _, e := range c.graph.Elements {
		if e.Kind.Support().Stands == component.Beside && c.of(e).word("orientation") == "" && reached[e.ID].moves {
			span := c.mentioned(e)
			c.report(span, fmt.Sprintf("%s stands beside what it holds, but %s", c.said(e), c.saidBy(decided)),
				fmt.Sprintf("mark it %s[horizontal] if it is above or below, or use another %s in place of the %s; a diagram has one axis",
					e.Kind.Name, e.Kind.Name, by.Kind.Name), diag.Related{Span: decided.span, Message: "that is said here"})
		}
	}
}

// mentioned is where a connection first names an element; where none does, the element itself.
func (c *checker) mentioned(e *graph.Element) diag.Span {
	if first := c.uses[e.ID].first; first.IsValid() {
		return first
	}
	return e.Span
}

// axisMark is what an element says about the axis. A wall that merely carries what slides on it is a floor.
func (c *checker) axisMark(e *graph.Element, slidOn bool) (mark, bool) {
	word := c.of(e).word("orientation")
	span := c.attributeSpan(e, "orientation")
	if word == "" {
		span = c.mentioned(e)
	}
	support := e.Kind.IsSupport()
	switch {
	case e.Kind.Support().Stands == component.Above:
		return mark{graph.Vertical, e, span}, true
	case support && slidOn, word == "":
		return mark{}, false
	case support == (word == "horizontal"): // a support is marked by how its face runs, across the axis
		return mark{graph.Vertical, e, span}, true
	}
	return mark{graph.Horizontal, e, span}, true
}

// saidBy says where a mark comes from.
func (c *checker) saidBy(m mark) string {
	switch {
	case m.by == nil:
		return "the axis is " + m.axis.String()
	case m.by.Kind.Support().Stands == component.Above:
		return fmt.Sprintf("below a %s the axis is vertical", m.by.Kind.Name)
	case m.by.Kind.Support().Stands == component.Below:
		return fmt.Sprintf("on a %s the axis is vertical", m.by.Kind.Name)
	case m.by.Kind.IsSupport():
		return fmt.Sprintf("at a %s %s the axis is %v", c.of(m.by).word("orientation"), m.by.Kind.Name, m.axis)
	}
	return fmt.Sprintf("%s is %v", c.said(m.by), m.axis)
}

// reach is what reaches an element: connectors that slide on it, others, and others along which bodies move.
type reach struct{ slides, holds, moves bool }

// reached finds what reaches each element, by its ID.
func (c *checker) reached() []reach {
	all := make([]reach, len(c.graph.Elements))
	for _, e := range c.graph.Edges {
		for _, n := range []*graph.Element{e.From, e.To} {
			r := &all[n.ID]
			r.slides = r.slides || e.Kind.Connector().Sliding
			r.holds = r.holds || !e.Kind.Connector().Sliding
			r.moves = r.moves || !e.Kind.Connector().Sliding && e.Domain == component.Translation
		}
	}
	return all
}

// sense checks that a direction can be one on the axis, or about it.
func (c *checker) sense(e *graph.Element) {
	axis := c.graph.Settings.Axis
	for _, name := range []string{"positive", "direction"} {
		word := c.of(e).word(name)
		if word == "" || e.Kind.IsAction() && e.Kind.Action().Acts == nil && !e.Kind.Action().Marks {
			continue
		}
		turns := word == "cw" || word == "ccw"
		upright := word == "up" || word == "down"
		span := c.attributeSpan(e, name)
		switch {
		case turns && e.Domain != component.Rotation:
			c.report(span, fmt.Sprintf("%s moves along the axis, so %s is no sense of it", c.said(e), word), "use left or right, or up or down on a vertical axis")
		case !turns && e.Domain == component.Rotation:
			c.report(span, fmt.Sprintf("%s turns, so %s is no sense of it", c.said(e), word), "use cw (clockwise) or ccw (counter-clockwise)")
		case turns || axis == graph.Inclined || e.Kind.Action().Acts != nil: // a force may act across the axis
		case upright && axis == graph.Horizontal:
			c.report(span, fmt.Sprintf("%s can't be the sense of %s: the axis is horizontal", word, c.said(e)), "use left or right, or make the axis vertical: diagram[axis=vertical]")
		case !upright && axis == graph.Vertical:
			c.report(span, fmt.Sprintf("%s can't be the sense of %s: the axis is vertical", word, c.said(e)), "use up or down")
		}
	}
}
