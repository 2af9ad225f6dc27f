package component

import (
	"fmt"

	"diagram/dsl/ink"
	"diagram/dsl/unit"
	"diagram/symbolic"
)

var rod = &Kind{
	Name:    "rod",
	Asked:   []string{"stick", "strut", "link", "tie", "shaft", "rigid", "linkage", "pushrod", "axle", "bolt", "coupling"},
	Doc:     "rigid: keeps its ends apart, so that they share one coordinate",
	Example: "wall - spring - mass - rod - mass",
	Main:    "L",
	Attributes: []Attribute{
		{Name: "L", Type: Parameter, Asked: []string{"distance"}, Doc: "length", Default: "L", Dim: unit.Length},
	},
	Sort: Connector{Tie: &Tie{Length: func(p Params) symbolic.Expr { return p["L"] }}},
	Read: func(_ Params, s Saying) []Reading {
		return []Reading{{Sentence: fmt.Sprintf("%s is rigid: %s and %s move as one", s.Name, s.From.Name, s.To.Name)}}
	},
	Glyph: Glyph{
		Size: Size{Width: 1.2, Height: 0.2, MinWidth: 0.6, Reaches: true},
		// Between discs, a shaft that doesn't twist.
		Draw: func(l Look) []ink.Stroke {
			if l.onAxis() {
				return []ink.Stroke{&ink.Rect{A: ink.At(0, 0, 0, -stiffRadius), B: ink.At(1, 0, 0, stiffRadius), Pen: ink.Pen{Fill: ink.Shade}}}
			}
			return []ink.Stroke{&ink.Rect{A: ink.At(0, 0, 0, -0.05), B: ink.At(1, 0, 0, 0.05), Pen: ink.Pen{Fill: ink.Paper}}}
		},
		LabelAt: ink.At(0.5, 0, 0.5, 0),
	},
}
