package dsl

import (
	"slices"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/symbolic"
)

// Heading is a direction on the page or a sense of turning, as the axis of the diagram sees it. The zero Heading is that of an
// element that was told none.
type Heading struct {
	Along  int // +1 the way the axis runs, -1 the other way
	Across int // +1 to the left of the axis, -1 to its right
	Turn   int // +1 anticlockwise, -1 clockwise
}

// Sense is +1 along the axis or anticlockwise, -1 against the axis or clockwise, and 0 across the axis.
func (h Heading) Sense() int { return h.Along + h.Turn }

// heading is what a word means on the axis. On an incline left and right are up or down the slope, whichever goes there.
func (s *Settings) heading(word string) Heading {
	x, y := 0, 0
	switch word {
	case "right":
		x = 1
	case "left":
		x = -1
	case "up":
		y = 1
	case "down":
		y = -1
	case "ccw":
		return Heading{Turn: +1}
	case "cw":
		return Heading{Turn: -1}
	}
	run, rise := 1, 0 // the signs of the way that the axis runs on the page
	switch {
	case s.Axis == Vertical:
		run, rise = 0, -1
	case s.Axis == Inclined && s.Angle < 0:
		rise = -1
	case s.Axis == Inclined:
		rise = 1
	}
	if along := x*run + y*rise; along != 0 {
		return Heading{Along: along}
	}
	return Heading{Across: y*run - x*rise}
}

// Drawn is what the author says of how an element is drawn.
type Drawn struct {
	Colour        string // a colour's name or #rrggbb; empty where none is asked for
	Thick, Dashed bool
	NoLabel       bool
	LabelAt       Place
	// Length, Width and Height are in cm; 0 where none is asked for.
	Length, Width, Height float64
	Lane                  int // of a connector: +1 above, -1 below, 0 where it doesn't matter
}

// Place is where a label goes.
type Place uint8

// Usual is where the kind has its label.
const (
	Usual Place = iota
	Above
	Below
	Left
	Right
	Inside
)

// answers sets what the rest of the program asks about an element: what the author wrote, as types instead of words.
func (c *checker) answers(e *Element) {
	s, d := &c.graph.Settings, &e.Drawn
	for i := range e.given {
		g := &e.given[i]
		place := slices.Index(g.attribute.Words, g.text)
		switch g.attribute.Name {
		case "direction":
			e.Heading = s.heading(g.text)
		case "positive":
			e.Positive = s.heading(g.text)
		case "color":
			d.Colour = g.text
		case "thick":
			d.Thick = true
		case "dashed":
			d.Dashed = true
		case "nolabel":
			d.NoLabel = true
		case "labelat":
			d.LabelAt = Above + Place(place)
		case "side":
			d.Lane = 1 - 2*place
		case "length":
			d.Length = g.number
		case "width":
			d.Width = g.number
		case "height":
			d.Height = g.number
		}
	}
}

// Said is what the author wrote for an attribute, without quotes, and whether anything was. A flag is "true".
func (e *Element) Said(a *component.Attribute) (string, bool) {
	g := e.find(a.Name)
	switch {
	case g == nil:
		return "", false
	case a.Type == component.Flag:
		return "true", true
	}
	return g.text, true
}

// Labelled reports whether the author gave the element a label.
func (e *Element) Labelled() bool { return e.find("label") != nil }

// LabelSpan is where the author gave the element its label; where none was given, the element's span.
func (e *Element) LabelSpan() diag.Span { return e.attributeSpan("label") }

// Main is the parameter for which the element's label stands; nil where there is none.
func (e *Element) Main() symbolic.Expr {
	if main := e.main(); main != nil {
		return e.Params[main.Name]
	}
	return nil
}

// Dimension is the parameter that the author wants drawn as a dimension line, such as a natural length; nil where there is none.
func (e *Element) Dimension() symbolic.Expr { return e.Params[e.word("show")] }

// Place is where the author put a support along the axis; nil where that isn't said.
func (e *Element) Place() symbolic.Expr {
	if !e.Kind.IsSupport() {
		return nil
	}
	return e.Params[placeAttribute]
}

// Coordinate is what the author calls the coordinate of a body; nil where that isn't said.
func (e *Element) Coordinate() *symbolic.Symbol {
	if !e.Kind.IsBody() {
		return nil
	}
	s, _ := e.Params[placeAttribute].(*symbolic.Symbol)
	return s
}

// placeAttribute names a body's coordinate, or says where a support stands.
const placeAttribute = "x"

// Inertia is the mass or moment of inertia of a body; nil where it has none.
func (e *Element) Inertia() symbolic.Expr {
	inertia := e.Kind.Body().Inertia
	if inertia == nil {
		return nil
	}
	return inertia(e.Params)
}

// Force is the force or torque of an action, before its direction; nil for what doesn't act.
func (e *Element) Force() symbolic.Expr {
	acts := e.Kind.Action().Acts
	if acts == nil {
		return nil
	}
	return acts(e.Params, e.On.Inertia())
}
