package component

import (
	"diagram/dsl/ink"
	"diagram/dsl/unit"
	"diagram/symbolic"
)

const torsional = "leave it out: a spring between discs is torsional, and drawn as a shaft unless coil is said"

var springSize = Size{Width: 1.6, Height: 0.5, MinWidth: 0.9}

var spring = &Kind{
	Name:    "spring",
	Asked:   []string{"elastic", "elasticity", "coil", "stiffness", "springs", "feder", "ressort", "resorte", "muelle", "molla", "mola", "veer", "fjäder", "sprężyna", "пружина", "shaft", "torsionspring", "torsionbar", "torsion", "leafspring", "airspring", "rubber", "bungee", "tire", "tyre", "cushion"},
	Doc:     "pulls its ends together by its stiffness times how far it is stretched",
	Example: "wall - spring - trolley",
	Hints: map[string]string{
		"angle":     "all elements lie along one axis; springs at an angle are not available yet",
		"linear":    "leave it out: a spring is linear unless k3 is given",
		"massless":  "leave it out: springs have no mass",
		"torsional": torsional, "rotational": torsional, "helical": "write coil", "helix": "write coil", "shaft": torsional, "torsion": torsional,
	},
	Main: "k",
	Attributes: []Attribute{
		{Name: "k", Type: Parameter, Asked: []string{"stiffness", "rate", "springconstant", "springrate"}, Doc: "stiffness", Positive: true, Default: "k", RotDefault: "kappa", Dim: unit.Stiffness, RotDim: unit.Torque},
		{Name: "L0", Type: Parameter, Asked: []string{"naturallength", "restlength", "rest", "unstretched", "freelength", "free", "length0", "l", "x0"}, Doc: "natural length", Default: "L_0", Dim: unit.Length},
		{Name: "k3", Type: Parameter, Beside: true, Asked: []string{"cubic", "nonlinear", "duffing"}, Doc: "cubic stiffness: adds k3 times the cube of the stretch", Dim: unit.CubicStiff, RotDim: unit.Torque},
		{Name: "drawn", Type: Choice, Asked: []string{"shape", "style", "look", "glyph"}, Words: []string{"coil", "zigzag"}, Doc: "as a helix, or as a zigzag; without it, a zigzag, and between discs the shaft that twists"},
		adjustable(),
	},
	Sort: Connector{
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
	},
	Read: func(p Params, s Saying) []Reading {
		forth, back := "how far it is ", "how far it is "
		done, undone := "stretched", "compressed"
		if s.Rotation {
			done, undone = "twisted", "twisted back"
		}
		if s.Rest {
			forth, back = "how much further than at rest it is ", "how much less than at rest it is "
			undone = done
		}
		of := &Extent{Less: &Factor{p["L0"], "its original length"}, Forth: forth + done, Back: back + undone}
		all := []Reading{product(p["k"], "the stiffness of "+s.Name, of)}
		if k3 := p["k3"]; k3 != nil {
			cubed := *of
			cubed.Shape = Cubed
			all = append(all, product(k3, "the cubic stiffness of "+s.Name, &cubed))
		}
		return all
	},
	Glyph: Glyph{
		Size:     springSize,
		Slanted:  isAdjustable,
		Sized:    sizeOfSpring,
		Variants: []string{"coil", "zigzag", "adjustable"},
		Draw:     drawSpring,
		// It is drawn stretched, so the natural length is shorter.
		Spans:   func(Params) []Span { return []Span{{Of: "L0", To: ink.Coord{Frac: 0.8}}} },
		LabelAt: ink.At(0.5, 0, 0.5, 0),
	},
}

// isShaft reports whether a spring is drawn as the shaft that twists.
func isShaft(l Look) bool { return l.onAxis() && !l.Has("coil") && !l.Has("zigzag") }

func sizeOfSpring(l Look) Size {
	s := springSize
	if isShaft(l) {
		s = shafted(l, s, 0.4)
		s.Height = 4 * ShaftRadius
	}
	return adjustedSize(l, s)
}

// A spring that is drawn longer is drawn out a little, and has longer leads. Between discs it is a shaft; a coil, where it
// stands beside the shaft.
func drawSpring(l Look) []ink.Stroke {
	if isShaft(l) {
		return adjusted(l, Shaft(ink.At(0, 0, 0, 0), ink.At(1, 0, 0, 0)))
	}
	a, b := ink.At(0.3, -0.14, 0, 0), ink.At(0.7, 0.14, 0, 0)
	var turns ink.Stroke = &ink.Zigzag{A: a, B: b, Amplitude: 0.2, Teeth: 6}
	if l.Has("coil") || l.Rotation && !l.Has("zigzag") {
		turns = &ink.Coil{A: a, B: b, Amplitude: 0.2, Turns: 7}
	}
	return adjusted(l, []ink.Stroke{
		&ink.Line{Pts: []ink.Pt{ink.At(0, 0, 0, 0), a}},
		turns,
		&ink.Line{Pts: []ink.Pt{b, ink.At(1, 0, 0, 0)}},
	})
}
