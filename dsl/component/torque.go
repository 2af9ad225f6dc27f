package component

import (
	"fmt"

	"diagram/dsl/ink"
	"diagram/dsl/unit"
	"diagram/symbolic"
)

var torque = &Kind{
	Name:    "torque",
	Asked:   []string{"moment", "couple", "twist", "motor"},
	Domain:  Rotation,
	Doc:     "turns a disc from outside, as a function of time unless constant",
	Example: "wall - spring - disc - torque",
	Main:    "tau",
	Attributes: []Attribute{
		{Name: "tau", Type: Input, Asked: []string{"torque", "moment", "magnitude", "amplitude", "value", "t", "m"}, Doc: "the torque as a function of time", RotDefault: "tau", Dim: unit.Torque, RotDim: unit.Torque},
		{Name: "direction", Type: Choice, Words: []string{"cw", "ccw"}, Doc: "which way it turns; without it, the disc's positive sense"},
		constant(),
	},
	Sort: Action{Acts: func(p Params, _ symbolic.Expr) symbolic.Expr { return p["tau"] }},
	Read: func(p Params, s Saying) []Reading {
		return []Reading{product(p["tau"], fmt.Sprintf("the torque that acts%s on %s", s.Direction, s.On.Name), nil)}
	},
	Glyph: Glyph{
		Size: Size{Width: RingWidth, Height: 2 * RingRadius, MinWidth: RingWidth},
		Draw: func(Look) []ink.Stroke {
			return []ink.Stroke{Ring(ink.Pen{Weight: ink.Thick, Head: ink.SolidHead})}
		},
		LabelAt: ink.At(0.5, 0, 0.5, 0),
	},
}
