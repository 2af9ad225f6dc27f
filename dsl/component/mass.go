package component

import (
	"diagram/dsl/ink"
	"diagram/dsl/unit"
	"diagram/symbolic"
)

var mass = &Kind{
	Name:       "mass",
	Aliases:    []string{"block"},
	Asked:      []string{"box", "body", "bob", "object", "particle", "crate", "brick", "weight", "slab", "seat", "person", "masse", "masa", "massa", "körper", "масса", "тело"},
	Domain:     Translation,
	Doc:        "a body that moves along the axis",
	Example:    "wall - spring - mass",
	Hints:      massHints,
	Main:       "m",
	Attributes: massAttributes(),
	Sort:       Body{Inertia: func(p Params) symbolic.Expr { return p["m"] }},
	Read:       readMass,
	Glyph: Glyph{
		Size: Size{Width: 1.2, Height: 0.8},
		Draw: func(Look) []ink.Stroke {
			return []ink.Stroke{box()}
		},
		Inside: true,
	},
}

// massAttributes are those of every body with a mass.
func massAttributes() []Attribute {
	return []Attribute{
		{Name: "m", Type: Parameter, Asked: []string{"mass"}, Doc: "mass", Positive: true, Default: "m", Dim: unit.Mass},
		{Name: "floor", Type: Flag, Doc: "stands on a floor of its own, without friction"},
	}
}

var massHints = map[string]string{
	"weight": "m is the mass; diagram[gravity] gives the bodies weight",
	"fixed":  "what stands still is a support: wall, ground or ceiling",
}

func readMass(p Params, s Saying) []Reading {
	return []Reading{{Factors: []Factor{{p["m"], "the mass of " + s.Name}}, Motion: "its acceleration"}}
}

// box is the outline of a body that fills its frame; it hides what lies behind.
func box() ink.Stroke {
	return &ink.Rect{A: ink.At(-0.5, 0, -0.5, 0), B: ink.At(0.5, 0, 0.5, 0), Pen: ink.Pen{Fill: ink.Paper}}
}
