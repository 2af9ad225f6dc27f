package component

import (
	"fmt"

	"diagram/dsl/ink"
	"diagram/dsl/unit"
	"diagram/symbolic"
)

var frictionSize = Size{Width: 0.4, Height: 0.9, MinWidth: 0.2}

// sizeOfFriction is another one where it lies in a line.
func sizeOfFriction(l Look) Size {
	switch {
	case l.Inline && l.onAxis():
		return shafted(l, Size{Width: 1.2, Height: 0.6}, 0.7)
	case l.Inline:
		return Size{Width: 1.2, Height: 0.3, MinWidth: 1.2}
	}
	return frictionSize
}

var friction = &Kind{
	Name:      "friction",
	Asked:     []string{"drag", "sliding", "brake", "rubbing"},
	Uncounted: true,
	Doc:       "resists two nodes that slide past each other, most often a body and the ground",
	Help: "Viscous: b times the sliding speed. With coulomb: mu times the normal force N, against the motion; N is the body's weight " +
		"where it isn't given. Giving mu or N implies coulomb. With b as well: their sum.",
	Example: "wall - spring - mass - friction - ground",
	Main:    "b",
	Attributes: []Attribute{
		{Name: "law", Type: Choice, Words: []string{"viscous", "coulomb"}, Doc: "proportional to the speed, or of constant size"},
		{Name: "b", Type: Parameter, Beside: true, Asked: []string{"damping", "viscosity", "c", "d"}, Doc: "friction per speed", Default: "b", RotDefault: "b", Unless: []string{"coulomb"}, Dim: unit.Damping, RotDim: unit.TorsionDamp},
		{Name: "mu", Type: Parameter, Beside: true, Asked: []string{"coefficient", "frictioncoefficient"}, Doc: "coefficient of dry friction", Default: "mu", RotDefault: "mu", If: "coulomb", Implies: "coulomb"},
		{Name: "N", Type: Parameter, Beside: true, Asked: []string{"normal", "normalforce"}, Doc: "normal force; without it the weight of what lies there", Dim: unit.Force, RotDim: unit.Torque, Implies: "coulomb"},
	},
	Sort: Connector{
		Sliding: true,
		Law: func(p Params, e Extension) []symbolic.Expr {
			var terms []symbolic.Expr
			if b := p["b"]; b != nil {
				terms = append(terms, symbolic.Mul(b, e.Rate))
			}
			if grip := grip(p, e); grip != nil {
				terms = append(terms, symbolic.Mul(grip, symbolic.Sgn(e.Rate)))
			}
			return terms
		},
		Dissipation: func(p Params, e Extension) symbolic.Expr {
			d := symbolic.Expr(symbolic.Int(0))
			if b := p["b"]; b != nil {
				d = symbolic.Mul(symbolic.Rat(1, 2), b, symbolic.PowInt(e.Rate, 2))
			}
			if grip := grip(p, e); grip != nil {
				d = symbolic.Add(d, symbolic.Mul(grip, symbolic.Abs(e.Rate)))
			}
			return d
		},
	},
	Read: func(p Params, s Saying) []Reading {
		// The one that slides along the other, and the sense along the axis in which it does so when the extension grows.
		mover, floor, sense := s.From.Name, s.To.Name, -1
		if s.From.Stands {
			mover, floor, sense = floor, mover, +1
		}
		how := func(sense int) string {
			if s.Rotation {
				return fmt.Sprintf("how fast %s turns %s against %s", mover, s.Way(sense), floor)
			}
			return fmt.Sprintf("how fast %s slides %s along %s", mover, s.Way(sense), floor)
		}
		of := &Extent{Order: 1, Forth: how(sense), Back: how(-sense), Bare: true}
		both := mover + " and " + floor
		var all []Reading
		if b := p["b"]; b != nil {
			all = append(all, product(b, "the coefficient of viscous friction between "+both, of))
		}
		if normal := pressing(p, s.Extension); normal != nil && p["mu"] != nil {
			sign := *of
			sign.Shape = Signed
			all = append(all, Reading{Of: &sign, Factors: []Factor{
				{p["mu"], "the coefficient of dry friction between " + both},
				{normal, "the force that presses them together"},
			}})
		}
		return all
	},
	Glyph: Glyph{
		Size:     frictionSize,
		Sized:    sizeOfFriction,
		Variants: []string{"coulomb"},
		// A film of oil between the two faces, or their roughness; in a line, between two plates of its own, and on a shaft between
		// two discs.
		Draw: func(l Look) []ink.Stroke {
			switch {
			case l.Inline && l.onAxis():
				return clutch(l)
			case l.Inline:
				return plates(l)
			}
			if l.Has("coulomb") {
				return []ink.Stroke{
					&ink.Rect{A: ink.At(0, 0, -0.5, 0), B: ink.At(1, 0, 0.5, 0), Pen: ink.Pen{Weight: ink.Thin}},
					&ink.Zigzag{A: ink.At(0.5, 0, -0.5, 0), B: ink.At(0.5, 0, 0.5, 0), Amplitude: 0.05, Every: 0.13, Pen: ink.Pen{Weight: ink.Thin}},
				}
			}
			return []ink.Stroke{&ink.Rect{A: ink.At(0, 0, -0.5, 0), B: ink.At(1, 0, 0.5, 0), Pen: ink.Pen{Fill: ink.Shade, Weight: ink.Thin}}}
		},
		LabelAt: ink.At(0.5, 0, 0.5, 0),
	},
}

// plates are two that overlap, one on each lead, with what resists their sliding between them.
func plates(l Look) []ink.Stroke {
	const half = 0.1
	film := ink.Stroke(&ink.Rect{A: ink.At(0.3, 0, 0, -half), B: ink.At(0.7, 0, 0, half), Pen: ink.Pen{Fill: ink.Shade, Weight: ink.Thin, NoLine: true}})
	if l.Has("coulomb") {
		film = &ink.Zigzag{A: ink.At(0.3, 0, 0, 0), B: ink.At(0.7, 0, 0, 0), Amplitude: 0.06, Teeth: 5, Pen: ink.Pen{Weight: ink.Thin}}
	}
	return []ink.Stroke{
		film,
		&ink.Line{Pts: []ink.Pt{ink.At(0, 0, 0, 0), ink.At(0.2, 0, 0, 0), ink.At(0.2, 0, 0, half), ink.At(0.7, 0, 0, half)}},
		&ink.Line{Pts: []ink.Pt{ink.At(1, 0, 0, 0), ink.At(0.8, 0, 0, 0), ink.At(0.8, 0, 0, -half), ink.At(0.3, 0, 0, -half)}},
	}
}

// clutch is two discs on two shafts, with what resists their sliding between them.
func clutch(l Look) []ink.Stroke {
	const half, gap, disc = 0.3, 0.07, 0.06
	film := ink.Stroke(&ink.Rect{A: ink.At(0.5, -gap, 0, -half), B: ink.At(0.5, gap, 0, half), Pen: ink.Pen{Fill: ink.Shade, Weight: ink.Thin, NoLine: true}})
	if l.Has("coulomb") {
		film = &ink.Zigzag{A: ink.At(0.5, 0, 0, -half), B: ink.At(0.5, 0, 0, half), Amplitude: 0.05, Teeth: 5, Pen: ink.Pen{Weight: ink.Thin}}
	}
	strokes := append([]ink.Stroke{film}, lead(l, ink.At(0, 0, 0, 0), ink.At(0.5, -gap-disc, 0, 0))...)
	strokes = append(strokes,
		&ink.Rect{A: ink.At(0.5, -gap-disc, 0, -half), B: ink.At(0.5, -gap, 0, half)},
		&ink.Rect{A: ink.At(0.5, gap, 0, -half), B: ink.At(0.5, gap+disc, 0, half)})
	return append(strokes, lead(l, ink.At(0.5, gap+disc, 0, 0), ink.At(1, 0, 0, 0))...)
}

// grip is the size of dry friction, mu·N; nil where there is none.
func grip(p Params, e Extension) symbolic.Expr {
	normal := pressing(p, e)
	if p["mu"] == nil || normal == nil {
		return nil
	}
	return symbolic.Mul(p["mu"], normal)
}

// pressing is the normal force; nil where it isn't known.
func pressing(p Params, e Extension) symbolic.Expr {
	if n := p["N"]; n != nil {
		return n
	}
	return e.Normal
}
