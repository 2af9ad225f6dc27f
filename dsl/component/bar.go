package component

import "diagram/dsl/ink"

var bar = &Kind{
	Name:    "bar",
	Asked:   []string{"plate", "yoke", "crossbar", "bridge"},
	Doc:     "a massless plate that joins several connectors: the pulls on it cancel",
	Example: "wall - (spring, damper) - bar - spring - mass",
	Sort:    Body{},
	Glyph: Glyph{
		Size: Size{Width: 0.12, Height: 0.9},
		Draw: func(Look) []ink.Stroke {
			return []ink.Stroke{&ink.Rect{A: ink.At(-0.5, 0, -0.5, 0), B: ink.At(0.5, 0, 0.5, 0), Pen: ink.Pen{Fill: ink.Shade}}}
		},
		LabelAt: ink.At(0, 0, 0.5, 0.05),
	},
}
