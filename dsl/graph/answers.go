package graph

import (
	"diagram/dsl/component"
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

// Drawn is what the author says of how an element is drawn.
type Drawn struct {
	Colour        string // as package colour reads it; empty where none is asked for
	Fill          string // of a body's inside, likewise
	Thick, Dashed bool
	NoLabel       bool
	LabelAt       Place
	// Length, Width and Height are in cm; 0 where none is asked for.
	Length, Width, Height float64
	Lane                  int    // of a connector: +1 above, -1 below, 0 where it doesn't matter
	Dimension             string // a parameter, such as a natural length, that is drawn as a dimension line; empty where none is
}

// Across reports whether an action points across the axis: it does nothing, and is drawn all the same.
func (e *Element) Across() bool { return e.Heading.Across != 0 }

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

// Said is what the author wrote for an attribute, and whether anything was.
func (e *Element) Said(a *component.Attribute) (string, bool) {
	for _, o := range e.Options {
		if o.Attribute.Name == a.Name {
			return o.Text, true
		}
	}
	return "", false
}

// Labelled reports whether the author gave the element a label.
func (e *Element) Labelled() bool { return e.LabelSpan.IsValid() }

// Says reports whether the author said a bare word of the element.
func (e *Element) Says(word string) bool {
	a := e.Kind.Word(word)
	if a == nil {
		return false
	}
	text, said := e.Said(a)
	return said && (a.Type == component.Flag || text == word)
}

// Main is what the element's label stands for, most often a parameter; nil where there is nothing.
func (e *Element) Main() symbolic.Expr {
	switch {
	case e.Titular != nil:
		return e.Params[e.Titular.Name]
	case e.Kind.Title != nil:
		return e.Kind.Title(e.Params)
	}
	return nil
}

// Ratio is how far the end of a tie that the text has second moves for each unit by which the first does; nil where both move
// alike, and for what is no tie.
func (e *Element) Ratio() symbolic.Expr {
	if t := e.Kind.Connector().Tie; t != nil && t.Ratio != nil {
		return t.Ratio(e.Params, e.Says)
	}
	return nil
}

// Dimension is the length that is drawn as a dimension line, and the parameter that says how long it is: that which the author
// wants, else one that usually is; nil where there is none.
func (e *Element) Dimension() (component.Span, symbolic.Expr) {
	if e.Kind.Glyph.Spans == nil || e.Domain == component.Rotation {
		return component.Span{}, nil
	}
	for _, s := range e.Kind.Glyph.Spans(e.Params) {
		asked := s.Of == e.Drawn.Dimension || s.Usual && e.Drawn.Dimension == "" && !e.Drawn.NoLabel
		if length := e.Params[s.Of]; asked && length != nil && !symbolic.IsZero(length) {
			return s, length
		}
	}
	return component.Span{}, nil
}

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
