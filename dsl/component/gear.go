package component

import (
	"fmt"

	"diagram/dsl/ink"
	"diagram/dsl/unit"
	"diagram/symbolic"
)

var gearSize = Size{Width: 1.5, Height: 0.9, MinWidth: 1.2}

var gear = &Kind{
	Name:    "gear",
	Aliases: []string{"gearbox"},
	Asked:   []string{"gears", "gearing", "transmission", "spur", "cog", "cogwheel", "getriebe", "engrenage", "engranaje", "ingranaggio"},
	Domain:  Rotation,
	Doc:     "makes one disc turn as another does, in the ratio of their teeth",
	Help: "The first disc has N1 teeth and the second N2, or they have the radii r1 and r2. They turn against each other, and in one sense " +
		"where the gear is internal. With ratio=n the first turns n times as fast as the second, whatever the sign of n says about the sense.",
	Example: "disc - gear[ratio=n] - disc - torque",
	Attributes: []Attribute{
		{Name: "by", Type: Choice, Words: []string{"teeth", "radii", "ratio"}, Doc: "what tells the ratio"},
		{Name: "N1", Type: Parameter, Asked: []string{"n1", "z1", "teeth1"}, Doc: "number of teeth on the first disc", Positive: true, Default: "N", RotDefault: "N", Unless: []string{"radii", "ratio"}, Implies: "teeth"},
		{Name: "N2", Type: Parameter, Asked: []string{"n2", "z2", "teeth2"}, Doc: "number of teeth on the second disc", Positive: true, Default: "N", RotDefault: "N", Unless: []string{"radii", "ratio"}, Implies: "teeth"},
		{Name: "r1", Type: Parameter, Asked: []string{"radius1", "d1"}, Doc: "radius of the first disc's gear", Positive: true, Default: "r", RotDefault: "r", If: "radii", Implies: "radii", RotDim: unit.Length},
		{Name: "r2", Type: Parameter, Asked: []string{"radius2", "d2"}, Doc: "radius of the second disc's gear", Positive: true, Default: "r", RotDefault: "r", If: "radii", Implies: "radii", RotDim: unit.Length},
		{Name: "ratio", Type: Parameter, Asked: []string{"n", "i", "gearratio", "reduction"}, Doc: "how many times as fast the first disc turns as the second", Default: "n", RotDefault: "n", If: "ratio", Implies: "ratio"},
		{Name: "internal", Type: Flag, Asked: []string{"inner", "ring", "annular"}, Doc: "both turn in one sense"},
	},
	Title: gearing,
	Sort: Connector{Tie: &Tie{
		Ratio: func(p Params, says func(string) bool) symbolic.Expr {
			if n := p["ratio"]; n != nil {
				return symbolic.Div(symbolic.Int(1), n)
			}
			if says("internal") {
				return gearing(p)
			}
			return symbolic.Neg(gearing(p))
		},
	}},
	Read: func(p Params, s Saying) []Reading {
		first, second := s.From.Name, s.To.Name
		if s.Turned {
			first, second = second, first
		}
		if n := p["ratio"]; n != nil {
			return []Reading{{Sentence: fmt.Sprintf("%s makes %s turn %s times as fast as %s", s.Name, first, symbolic.Text(n, symbolic.Style{}), second)}}
		}
		sense := "the other way"
		if s.Says("internal") {
			sense = "the same way"
		}
		return []Reading{{Sentence: fmt.Sprintf("%s makes %s turn %s times as fast as %s, %s", s.Name, second, symbolic.Text(gearing(p), symbolic.Style{}), first, sense)}}
	},
	Glyph: Glyph{
		Size:     gearSize,
		Sized:    func(l Look) Size { return shafted(l, gearSize, 1) },
		Variants: []string{"internal", "ratio"},
		// A box with the pitch circles of two wheels; of a ratio alone, a box with a stroke across, as converters have.
		Draw: func(l Look) []ink.Stroke {
			strokes := append(lead(l, ink.At(0, 0, 0, 0), ink.At(0.5, -0.4, 0, 0)), lead(l, ink.At(0.5, 0.4, 0, 0), ink.At(1, 0, 0, 0))...)
			strokes = append(strokes, &ink.Rect{A: ink.At(0.5, -0.4, 0, -0.4), B: ink.At(0.5, 0.4, 0, 0.4)})
			wheel := func(x, r float64) {
				strokes = append(strokes, &ink.Circle{Center: ink.At(0.5, x, 0, 0), Radius: r}, &ink.Circle{Center: ink.At(0.5, x, 0, 0), Radius: 0.015})
			}
			switch {
			case l.Has("ratio"):
				return append(strokes, &ink.Line{Pts: []ink.Pt{ink.At(0.5, -0.4, 0, -0.4), ink.At(0.5, 0.4, 0, 0.4)}})
			case l.Has("internal"):
				wheel(0, 0.31)
				wheel(0.13, 0.18)
			default:
				wheel(-0.19, 0.12)
				wheel(0.12, 0.19)
			}
			return strokes
		},
		LabelAt: ink.At(0.5, 0, 0, 0.4),
	},
}

// gearing is how many times as fast a gear's second disc turns as its first, or with a ratio, the first as the second; nil where
// the text has errors and doesn't say.
func gearing(p Params) symbolic.Expr {
	first, second := p["N1"], p["N2"]
	if p["r1"] != nil {
		first, second = p["r1"], p["r2"]
	}
	switch {
	case p["ratio"] != nil:
		return p["ratio"]
	case first == nil || second == nil:
		return nil
	}
	return symbolic.Div(first, second)
}
