package component

import (
	"fmt"

	"diagram/dsl/unit"
	"diagram/layout/ink"
	"diagram/symbolic"
)

var _ = register(&Kind{
	Name:    "spring",
	Sort:    Connector,
	Doc:     "pulls its ends together by its stiffness times how far it is stretched",
	Example: "wall - spring - trolley",
	Main:    "k",
	Attributes: []Attribute{
		{Name: "k", Type: Parameter, Doc: "stiffness", Default: "k", RotDefault: "kappa", Dim: unit.Stiffness, RotDim: unit.Torque},
		{Name: "L0", Type: Parameter, Doc: "natural length", Default: "L_0", Dim: unit.Length},
		{Name: "k3", Type: Parameter, Doc: "cubic stiffness: adds k3 times the cube of the stretch", Dim: unit.CubicStiff, RotDim: unit.Torque},
		{Name: "coil", Type: Flag, Doc: "draw a helix in place of the zigzag"},
	},
	Law: func(p Params, e Extension) []symbolic.Expr {
		stretch := e.Stretch(p["L0"])
		terms := []symbolic.Expr{symbolic.Mul(p["k"], stretch)}
		if k3 := p["k3"]; k3 != nil {
			terms = append(terms, symbolic.Mul(k3, symbolic.PowInt(stretch, 3)))
		}
		return terms
	},
	Potential: func(p Params, e Extension) symbolic.Expr {
		stretch := e.Stretch(p["L0"])
		v := symbolic.Mul(symbolic.Rat(1, 2), p["k"], symbolic.PowInt(stretch, 2))
		if k3 := p["k3"]; k3 != nil {
			v = symbolic.Add(v, symbolic.Mul(symbolic.Rat(1, 4), k3, symbolic.PowInt(stretch, 4)))
		}
		return v
	},
	Read: func(p Params, r Reading) string {
		s := fmt.Sprintf("%s, the stiffness of %s, times how far it is ", r.Param("k"), r.Name)
		switch {
		case r.Rotation:
			s += "twisted"
		default:
			s += "stretched"
		}
		s += fmt.Sprintf(": %s, %s", r.Length, r.Distance)
		if l0 := r.Param("L0"); l0 != "" && !r.Grown {
			s += fmt.Sprintf(", less %s, its original length", l0)
		}
		if k3 := r.Param("k3"); k3 != "" {
			s += fmt.Sprintf("; and %s times the cube of the same", k3)
		}
		return s
	},
	Size: Size{Width: 2.2, Height: 0.5, MinWidth: 1.2},
	// A spring that is drawn longer is drawn out a little, and has longer leads.
	Glyph: func(l Look) []ink.Stroke {
		a, b := ink.At(0.3, -0.14, 0, 0), ink.At(0.7, 0.14, 0, 0)
		var turns ink.Stroke = &ink.Zigzag{A: a, B: b, Amplitude: 0.2, Teeth: 6}
		if l.Flag("coil") || l.Rotation {
			turns = &ink.Coil{A: a, B: b, Amplitude: 0.2, Turns: 7}
		}
		return []ink.Stroke{
			&ink.Line{Pts: []ink.Pt{ink.At(0, 0, 0, 0), a}},
			turns,
			&ink.Line{Pts: []ink.Pt{b, ink.At(1, 0, 0, 0)}},
		}
	},
	LabelAt: ink.At(0.5, 0, 0, 0.25),
})
