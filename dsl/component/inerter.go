package component

import (
	"diagram/dsl/ink"
	"diagram/dsl/unit"
	"diagram/symbolic"
)

var inerterSize = Size{Width: 1.6, Height: 0.56, MinWidth: 1}

// The inerter is M. C. Smith's mechanical capacitor: Synthesis of Mechanical Networks: The Inerter, IEEE Trans. Automatic
// Control 47 (2002).
var inerter = &Kind{
	Name:    "inerter",
	Doc:     "pulls its ends together by its inertance times their relative acceleration",
	Example: "wall - (spring, inerter) - trolley",
	Main:    "b",
	Attributes: []Attribute{
		{Name: "b", Type: Parameter, Asked: []string{"inertance", "m", "mass"}, Doc: "inertance", Positive: true, Default: "b", RotDefault: "b", Dim: unit.Mass, RotDim: unit.Inertia},
		adjustable(),
	},
	Sort: Connector{
		Law: func(p Params, e Extension) []symbolic.Expr {
			return []symbolic.Expr{symbolic.Mul(p["b"], e.Accel)}
		},
		Kinetic: func(p Params, e Extension) symbolic.Expr {
			return symbolic.Mul(symbolic.Rat(1, 2), p["b"], symbolic.PowInt(e.Rate, 2))
		},
	},
	Read: func(p Params, s Saying) []Reading {
		of := &Extent{Order: 2, Forth: "how fast its ends accelerate apart", Back: "how fast its ends accelerate together"}
		if s.Rotation {
			of.Forth, of.Back = "how fast its twist accelerates", "how fast its twist accelerates backwards"
		}
		return []Reading{product(p["b"], "the inertance of "+s.Name, of)}
	},
	Glyph: Glyph{
		Size:     inerterSize,
		Slanted:  isAdjustable,
		Sized:    func(l Look) Size { return adjustedSize(l, shafted(l, inerterSize, 0.9)) },
		Variants: []string{"adjustable"},
		// A flywheel in a housing, turned by the rack that enters at the first end.
		Draw: func(l Look) []ink.Stroke {
			strokes := append(lead(l, ink.At(0, 0, 0, 0), ink.At(0.5, -0.36, 0, 0)), lead(l, ink.At(0.5, 0.36, 0, 0), ink.At(1, 0, 0, 0))...)
			return adjusted(l, append(strokes,
				&ink.Rect{A: ink.At(0.5, -0.36, 0, -0.22), B: ink.At(0.5, 0.36, 0, 0.22)},
				&ink.Line{Pts: []ink.Pt{ink.At(0.5, -0.36, 0, 0), ink.At(0.5, -0.14, 0, 0)}},
				&ink.Circle{Center: ink.At(0.5, 0, 0, 0), Radius: 0.14},
				&ink.Circle{Center: ink.At(0.5, 0, 0, 0), Radius: hubRadius}))
		},
		LabelAt: ink.At(0.5, 0, 0.5, 0),
	},
}
