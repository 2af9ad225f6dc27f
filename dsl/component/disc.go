package component

import (
	"diagram/dsl/ink"
	"diagram/dsl/unit"
	"diagram/symbolic"
)

const discHint = "a disc has a moment of inertia; that of a solid one is J=m*r^2/2"

var disc = &Kind{
	Name:    "disc",
	Asked:   []string{"disk", "wheel", "rotor", "flywheel", "inertia", "gyro", "drum"},
	Domain:  Rotation,
	Doc:     "a body that turns about the axis",
	Example: "wall - spring - disc",
	Hints:   map[string]string{"m": discHint, "mass": discHint},
	Main:    "J",
	Attributes: []Attribute{
		{Name: "J", Type: Parameter, Asked: []string{"inertia", "momentofinertia", "moment", "i"}, Doc: "moment of inertia about the axis", Positive: true, RotDefault: "J", Dim: unit.Inertia, RotDim: unit.Inertia},
	},
	Sort: Body{Inertia: func(p Params) symbolic.Expr { return p["J"] }},
	Read: func(p Params, s Saying) []Reading {
		return []Reading{{Factors: []Factor{{p["J"], "the moment of inertia of " + s.Name}}, Motion: "its angular acceleration"}}
	},
	Glyph: Glyph{
		Size: Size{Width: 0.5, Height: 1.5},
		// Seen from the side, with its shaft through it.
		Draw: func(Look) []ink.Stroke {
			return []ink.Stroke{&ink.Rect{A: ink.At(-0.5, 0, -0.5, 0), B: ink.At(0.5, 0, 0.5, 0), Round: 0.08, Pen: ink.Pen{Fill: ink.Paper}}}
		},
		Inside: true,
	},
}
