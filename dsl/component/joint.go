package component

import "diagram/dsl/ink"

var joint = &Kind{
	Name:    "joint",
	Asked:   []string{"node", "point", "junction", "knot", "connection"},
	Doc:     "a massless point where connectors meet: the pulls on it cancel",
	Example: "wall - spring - joint - damper - trolley",
	Sort:    Body{Point: true, InSeries: true},
	Glyph: Glyph{
		Size: Size{Width: 0.1, Height: 0.1},
		Draw: func(Look) []ink.Stroke {
			return []ink.Stroke{&ink.Circle{Center: ink.At(0, 0, 0, 0), Radius: 0.05, Pen: ink.Pen{Fill: ink.Solid}}}
		},
		LabelAt: ink.At(0, 0, 0.5, 0.05),
	},
}
