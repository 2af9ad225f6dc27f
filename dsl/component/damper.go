package component

import (
	"diagram/dsl/ink"
	"diagram/dsl/unit"
	"diagram/symbolic"
)

var damperSize = Size{Width: 1.6, Height: 0.56, MinWidth: 0.9}

var damper = &Kind{
	Name:    "damper",
	Aliases: []string{"dashpot"},
	Asked:   []string{"absorber", "shock", "shocks", "shockabsorber", "dampener", "damping", "viscous", "dash", "snubber", "dashpod", "attenuator", "buffer", "torsiondamper", "dämpfer", "daempfer", "amortisseur", "amortiguador", "smorzatore", "amortecedor", "demper", "tłumik", "демпфер"},
	Doc:     "pulls its ends together by its damping times how fast it is drawn out",
	Example: "wall - damper - trolley",
	Hints: map[string]string{
		"linear":   "leave it out: a damper is linear unless c2 is given",
		"viscous":  "leave it out: dampers are viscous",
		"massless": "leave it out: dampers have no mass",
	},
	Main: "c",
	Attributes: []Attribute{
		{Name: "c", Type: Parameter, Asked: []string{"damping", "viscosity", "dampingcoefficient", "coefficient", "eta", "b", "d", "r", "lambda"}, Doc: "damping", Positive: true, Default: "lambda", RotDefault: "beta", Dim: unit.Damping, RotDim: unit.TorsionDamp},
		{Name: "c2", Type: Parameter, Beside: true, Asked: []string{"quadratic"}, Doc: "quadratic damping: adds c2 times the rate times its magnitude", Dim: unit.QuadDamping, RotDim: unit.Inertia},
		adjustable(),
	},
	Sort: Connector{
		Law: func(p Params, e Extension) []symbolic.Expr {
			terms := []symbolic.Expr{symbolic.Mul(p["c"], e.Rate)}
			if c2 := p["c2"]; c2 != nil {
				terms = append(terms, symbolic.Mul(c2, e.Rate, symbolic.Abs(e.Rate)))
			}
			return terms
		},
		Dissipation: func(p Params, e Extension) symbolic.Expr {
			d := symbolic.Mul(symbolic.Rat(1, 2), p["c"], symbolic.PowInt(e.Rate, 2))
			if c2 := p["c2"]; c2 != nil {
				d = symbolic.Add(d, symbolic.Mul(symbolic.Rat(1, 3), c2, symbolic.PowInt(symbolic.Abs(e.Rate), 3)))
			}
			return d
		},
	},
	Read: func(p Params, s Saying) []Reading {
		of := &Extent{Order: 1, Forth: "how fast it is drawn out", Back: "how fast it is pushed together"}
		if s.Rotation {
			of.Forth, of.Back = "how fast it is twisted", "how fast it is twisted back"
		}
		all := []Reading{product(p["c"], "the damping of "+s.Name, of)}
		if c2 := p["c2"]; c2 != nil {
			squared := *of
			squared.Shape = Squared
			all = append(all, product(c2, "the quadratic damping of "+s.Name, &squared))
		}
		return all
	},
	Glyph: Glyph{
		Size:     damperSize,
		Slanted:  isAdjustable,
		Sized:    func(l Look) Size { return adjustedSize(l, shafted(l, damperSize, 0.8)) },
		Variants: []string{"adjustable"},
		// The piston stands inside a cup that opens towards the first end.
		Draw: func(l Look) []ink.Stroke {
			strokes := append(lead(l, ink.At(0, 0, 0, 0), ink.At(0.5, 0.04, 0, 0)),
				&ink.Rect{A: ink.At(0.5, 0.045, 0, -0.15), B: ink.At(0.5, 0.065, 0, 0.15)},
				&ink.Line{Pts: []ink.Pt{ink.At(0.5, -0.28, 0, 0.22), ink.At(0.5, 0.28, 0, 0.22), ink.At(0.5, 0.28, 0, -0.22), ink.At(0.5, -0.28, 0, -0.22)}})
			return adjusted(l, append(strokes, lead(l, ink.At(0.5, 0.28, 0, 0), ink.At(1, 0, 0, 0))...))
		},
		LabelAt: ink.At(0.5, 0, 0.5, 0),
	},
}
