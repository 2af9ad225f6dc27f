package component

import (
	"diagram/dsl/ink"
	"diagram/dsl/unit"
	"diagram/symbolic"
)

var base = &Kind{
	Name:    "base",
	Asked:   []string{"shaker", "moving", "excitation", "vibrator", "seismic", "foundation", "platform"},
	Doc:     "a support that moves as a given function of time",
	Example: "base[label=y] - (spring, damper) - mass",
	Main:    "y",
	Attributes: []Attribute{
		{Name: "y", Type: Input, Asked: []string{"motion", "displacement", "position", "excitation", "amplitude", "u", "z"}, Doc: "its motion as a function of time", Default: "y", RotDefault: "y", Dim: unit.Length},
		{Name: "positive", Type: Choice, Words: []string{"left", "right", "up", "down", "cw", "ccw"}, Doc: "sense in which its motion counts"},
		constant(),
	},
	Sort: Support{Moves: func(p Params) symbolic.Expr { return p["y"] }},
	Read: func(p Params, s Saying) []Reading {
		return []Reading{product(p["y"], "the motion of "+s.Name+" "+s.Way(s.Sense), nil)}
	},
	Glyph: Glyph{
		Size: Size{Width: 0.24, Height: 1},
		// A plate, in place of the hatching of what stands still.
		Draw: func(Look) []ink.Stroke {
			return []ink.Stroke{&ink.Rect{A: ink.At(0, -0.24, -0.5, 0), B: ink.At(0, 0, 0.5, 0), Pen: ink.Pen{Fill: ink.Shade}}}
		},
		LabelAt: ink.At(0, -0.24, 0, 0),
	},
}
