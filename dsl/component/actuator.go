package component

import (
	"fmt"

	"diagram/dsl/ink"
	"diagram/dsl/unit"
	"diagram/symbolic"
)

var actuatorSize = Size{Width: 1.6, Height: 0.56, MinWidth: 1.1}

var actuator = &Kind{
	Name:    "actuator",
	Asked:   []string{"motor", "piston", "hydraulic", "muscle", "servo"},
	Doc:     "pushes its two ends apart with a force that is a function of time",
	Example: "wall - (spring, actuator) - trolley",
	Main:    "F",
	Attributes: []Attribute{
		{Name: "F", Type: Input, Asked: []string{"force", "magnitude", "amplitude", "value", "thrust", "u", "p"}, Doc: "the force that pushes the ends apart", Default: "F", RotDefault: "tau", Dim: unit.Force, RotDim: unit.Torque},
		constant(),
	},
	Sort: Connector{
		Applied: true,
		Law: func(p Params, _ Extension) []symbolic.Expr {
			return []symbolic.Expr{symbolic.Neg(p["F"])}
		},
	},
	Read: func(p Params, s Saying) []Reading {
		if s.Rotation {
			return []Reading{product(p["F"], fmt.Sprintf("the torque with which %s turns %s against %s", s.Name, s.To.Name, s.From.Name), nil)}
		}
		return []Reading{product(p["F"], fmt.Sprintf("the force with which %s pushes %s and %s apart", s.Name, s.From.Name, s.To.Name), nil)}
	},
	Glyph: Glyph{
		Size:  actuatorSize,
		Sized: func(l Look) Size { return shafted(l, actuatorSize, 1) },
		Draw: func(l Look) []ink.Stroke {
			strokes := append(lead(l, ink.At(0, 0, 0, 0), ink.At(0.5, -0.42, 0, 0)), lead(l, ink.At(0.5, 0.42, 0, 0), ink.At(1, 0, 0, 0))...)
			return append(strokes,
				&ink.Rect{A: ink.At(0.5, -0.42, 0, -0.2), B: ink.At(0.5, 0.42, 0, 0.2)},
				&ink.Line{Pts: []ink.Pt{ink.At(0.5, -0.3, 0, 0), ink.At(0.5, 0.3, 0, 0)}, Pen: ink.Pen{Head: ink.BothHeads}})
		},
		LabelAt: ink.At(0.5, 0, 0.5, 0),
	},
}
