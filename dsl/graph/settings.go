package graph

import (
	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/forms"
	"diagram/dsl/unit"
	"diagram/symbolic"
	"diagram/symbolic/formula"
)

// Origin is from where positions are measured.
type Origin uint8

// FromWall measures from the first support; FromNatural from where the connectors are unstretched; FromEquilibrium from
// static equilibrium.
const (
	FromWall Origin = iota
	FromNatural
	FromEquilibrium
)

func (o Origin) String() string { return [...]string{"wall", "natural", "equilibrium"}[o] }

// Coordinates is what positions are relative to.
type Coordinates uint8

// Absolute coordinates share one origin; a Relative one counts from the node that the body's first connector comes from.
const (
	Absolute Coordinates = iota
	Relative
)

func (c Coordinates) String() string { return [...]string{"absolute", "relative"}[c] }

// Direction is how the axis runs.
type Direction uint8

// A Horizontal axis runs from left to right, a Vertical one from top to bottom, an Inclined one upwards to the right.
const (
	Horizontal Direction = iota
	Vertical
	Inclined
)

func (d Direction) String() string { return [...]string{"horizontal", "vertical", "inclined"}[d] }

// Labels is what labels show.
type Labels uint8

// Symbols shows parameters' symbols, Values their values where quantities give them, Both both, and NoLabels nothing.
const (
	Symbols Labels = iota
	Values
	Both
	NoLabels
)

func (l Labels) String() string { return [...]string{"symbols", "values", "both", "none"}[l] }

// Marks is which coordinates are drawn besides those that the author asks for.
type Marks uint8

// BodyMarks draws those of bodies and not those of massless points, NoMarks none, AllMarks all.
const (
	BodyMarks Marks = iota
	NoMarks
	AllMarks
)

// Settings are what the text says about the whole diagram, with the defaults filled in.
type Settings struct {
	Origin      Origin
	Coordinates Coordinates
	// Axis is how the axis runs: as said, or vertical where the elements say so. AxisGiven reports whether diagram[axis=…] did.
	Axis      Direction
	AxisGiven bool
	// Angle is an inclined axis's slope in degrees; Slope is the same as it is written: a number of degrees, or a symbol
	// for an angle that isn't given, which is drawn at 30°. Both are unset for other axes.
	Angle float64
	Slope symbolic.Expr
	// Gravity is the gravitational acceleration that gives every body its weight; nil where weight is left out.
	Gravity symbolic.Expr
	// G is the symbol of the gravitational acceleration where something needs one and the text gives none.
	G           *symbolic.Symbol
	Derivatives formula.DerivativeStyle
	// DerivativesGiven reports whether the text says how derivatives are written.
	DerivativesGiven bool
	Form             forms.Form // of the equations; "" where none is asked for
	Title            Words      // the caption
	Alt              string
	Labels           Labels
	Marks            Marks
	Spacing          float64 // distance between elements, in cm; 0 where none is asked for
	Width, Height    float64 // of the drawing, in cm; 0 where none is asked for
	FontSize         float64 // of labels, in points

	Spans map[string]diag.Span // where each is given, by its name
}

// Span is where a setting is given; it isn't valid for one that isn't.
func (s *Settings) Span(name string) diag.Span { return s.Spans[name] }

// The settings that are parameters, as sentences name them.
var (
	Gravitation = &component.Attribute{Name: "gravity", Doc: "gravitational acceleration", Dim: unit.Acceleration}
	SlopeOfAxis = &component.Attribute{Name: "axis", Doc: "slope of the axis", Dim: unit.None}
)

// UsualFontSize is the size of labels where nothing is said, in points.
const UsualFontSize = 10
