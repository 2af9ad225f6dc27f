package component

import (
	"diagram/dsl/ink"
	"diagram/dsl/unit"
	"diagram/symbolic"
)

var gravity = &Kind{
	Name:      "gravity",
	Asked:     []string{"weight"},
	Uncounted: true,
	Domain:    Translation,
	Doc:       "the weight of one body",
	Help:      "diagram[gravity] puts a weight on every body; this kind on one.",
	Example:   "ceiling - spring - mass - gravity",
	Main:      "g",
	Attributes: []Attribute{
		{Name: "g", Type: Parameter, Asked: []string{"acceleration", "gravity"}, Doc: "gravitational acceleration", Default: "g", Dim: unit.Acceleration},
	},
	Sort: Action{
		Weight: true,
		Acts: func(p Params, inertia symbolic.Expr) symbolic.Expr {
			return symbolic.Mul(inertia, p["g"])
		},
	},
	Read: func(_ Params, s Saying) []Reading {
		return []Reading{{Factors: []Factor{{Is: "the weight of " + s.On.Name}}}}
	},
	Glyph: Glyph{
		Size: Size{Width: 0.8, Height: 0.3, MinWidth: 0.6},
		Draw: func(Look) []ink.Stroke {
			return []ink.Stroke{&ink.Line{Pts: []ink.Pt{ink.At(0, 0, 0, 0), ink.At(1, 0, 0, 0)}, Pen: ink.Pen{Weight: ink.Thick, Head: ink.SolidHead}}}
		},
		LabelAt: ink.At(1, 0, 0, 0),
	},
}
