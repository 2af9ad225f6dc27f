package dsl

import (
	"fmt"

	"diagram/dsl/component"
	"diagram/dsl/diag"
)

// mark is a word about the axis: the element's that says it, or the settings' where there is none.
type mark struct {
	axis Direction
	by   *Element
	span diag.Span
}

// axis finds out how the axis runs: as the settings say, else as the elements say, which must agree.
func (c *checker) axis() {
	s := &c.graph.Settings
	decided := mark{axis: s.Axis, span: s.Span("axis")}
	known := s.AxisGiven
	slides := c.slidesOnly()
	for _, e := range c.graph.Elements {
		m, ok := c.axisMark(e, slides)
		switch {
		case !ok:
		case !known:
			decided, known = m, true
		case decided.axis != m.axis:
			help := "mark all elements alike"
			if s.AxisGiven {
				help = "change the one or the other"
			}
			c.report(m.span, fmt.Sprintf("%s, but %s", c.saidBy(m), c.saidBy(decided)), help, diag.Related{Span: decided.span, Message: "that is said here"})
		}
	}
	if known {
		s.Axis = decided.axis
	}
	for _, e := range c.graph.Elements {
		c.sense(e)
	}
}

// axisMark is what an element says about the axis. A wall that is reached by nothing but friction is a floor to slide on.
func (c *checker) axisMark(e *Element, slides []bool) (mark, bool) {
	word := e.Word("orientation")
	span := e.AttributeSpan("orientation")
	if c.uses[e.ID].first.IsValid() && word == "" {
		span = c.uses[e.ID].first
	}
	support := e.Kind.Sort == component.Support
	switch {
	case e.Kind.Name == "ceiling":
		return mark{Vertical, e, span}, true
	case support && slides[e.ID], word == "":
		return mark{}, false
	case support == (word == "horizontal"): // a support is marked by how its face runs, across the axis
		return mark{Vertical, e, span}, true
	}
	return mark{Horizontal, e, span}, true
}

// saidBy says where a mark comes from.
func (c *checker) saidBy(m mark) string {
	switch {
	case m.by == nil:
		return "the axis is " + m.axis.String()
	case m.by.Kind.Name == "ceiling":
		return "below a ceiling the axis is vertical"
	case m.by.Kind.Sort == component.Support:
		return fmt.Sprintf("at a %s wall the axis is %v", m.by.Word("orientation"), m.axis)
	}
	return fmt.Sprintf("%s is %v", c.said(m.by), m.axis)
}

// slidesOnly tells of each element, by its ID, whether sliding connectors reach it and no others do.
func (c *checker) slidesOnly() []bool {
	slides, holds := make([]bool, len(c.graph.Elements)), make([]bool, len(c.graph.Elements))
	for _, e := range c.graph.Edges {
		for _, n := range []*Element{e.From, e.To} {
			if e.Kind.Sliding {
				slides[n.ID] = true
			} else {
				holds[n.ID] = true
			}
		}
	}
	for i := range slides {
		slides[i] = slides[i] && !holds[i]
	}
	return slides
}

// sense checks that a direction can be one on the axis, or about it.
func (c *checker) sense(e *Element) {
	axis := c.graph.Settings.Axis
	for _, name := range []string{"positive", "direction"} {
		word := e.Word(name)
		if word == "" || e.Kind.Name == "arrow" {
			continue
		}
		turns := word == "cw" || word == "ccw"
		upright := word == "up" || word == "down"
		span := e.AttributeSpan(name)
		switch {
		case turns && e.Domain != component.Rotation:
			c.report(span, fmt.Sprintf("%s moves along the axis, so %s is no sense of it", c.said(e), word), "use left or right, or up or down on a vertical axis")
		case !turns && e.Domain == component.Rotation:
			c.report(span, fmt.Sprintf("%s turns, so %s is no sense of it", c.said(e), word), "use cw (clockwise) or ccw (counter-clockwise)")
		case turns || axis == Inclined:
		case upright && axis == Horizontal:
			c.report(span, fmt.Sprintf("%s can't be the sense of %s: the axis is horizontal", word, c.said(e)), "use left or right, or make the axis vertical: diagram[axis=vertical]")
		case !upright && axis == Vertical:
			c.report(span, fmt.Sprintf("%s can't be the sense of %s: the axis is vertical", word, c.said(e)), "use up or down")
		}
	}
}
