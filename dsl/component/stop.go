package component

import (
	"diagram/dsl/ink"
	"diagram/dsl/unit"
	"diagram/symbolic"
)

var stop = &Kind{
	Name:  "stop",
	Asked: []string{"bumper", "bumpstop", "bump", "buffer", "snubber", "endstop", "stopper", "gap", "clearance", "play", "freeplay", "backlash", "deadzone", "deadband", "contact", "impact", "anschlag", "puffer", "butée", "tope", "fermo", "batente", "aanslag", "odbojnik", "упор"},
	Doc:   "pushes its ends apart while its gap is closed, and never pulls",
	Help: "Its gap is what is open where positions count from: where springs are unstretched, or at rest. With origin=wall it touches " +
		"where its ends are L0 less gap apart, so that L0 is its own length where no gap is given. It is drawn with the gap at its first " +
		"end and its spring at the second: trolley - stop - wall has it on the wall.",
	Example: "diagram[origin=natural]; W1 = wall; T = trolley; W2 = wall; W1 - spring - T - stop - W2",
	Hints: map[string]string{
		"c":       "a stop has no damping; what is damped all the time has a damper beside it: (stop, damper)",
		"damping": "a stop has no damping; what is damped all the time has a damper beside it: (stop, damper)",
		"rubber":  "write bumper",
		"rigid":   "a stop gives way by its stiffness k; for a hard one, give k a large value",
	},
	Main: "k",
	Attributes: []Attribute{
		{Name: "k", Type: Parameter, Asked: []string{"stiffness", "rate", "contactstiffness", "kc"}, Doc: "stiffness", Positive: true, Default: "k", RotDefault: "kappa", Dim: unit.Stiffness, RotDim: unit.Torque},
		{Name: "gap", Type: Parameter, Beside: true, Asked: []string{"clearance", "play", "freeplay", "backlash", "d", "delta", "distance", "open"}, Doc: "clearance: how far it is open where positions count from", Unsigned: true, Zero: shut, Default: "d", RotDefault: "delta", Grown: true, Dim: unit.Length},
		{Name: "L0", Type: Parameter, Asked: []string{"naturallength", "freelength", "l"}, Doc: "with origin=wall: how far apart its ends are with the gap; its own length where no gap is given", Default: "L_0", Dim: unit.Length},
		{Name: "bumper", Type: Flag, Doc: "draw a rubber block in place of the spring"},
	},
	Sort: Connector{
		Law: func(p Params, e Extension) []symbolic.Expr {
			return []symbolic.Expr{symbolic.Mul(p["k"], pressed(p, e))}
		},
		Potential: func(p Params, e Extension) symbolic.Expr {
			return symbolic.Mul(symbolic.Rat(1, 2), p["k"], symbolic.PowInt(pressed(p, e), 2))
		},
		Gap: func(p Params) symbolic.Expr { return p["gap"] },
	},
	Read: func(p Params, s Saying) []Reading {
		of := &Extent{Shape: Pressed, Forth: "how far it is pressed in, counted as negative", Back: "how far it is pressed in"}
		if gap := p["gap"]; gap == nil || symbolic.IsZero(gap) {
			of.Less, of.Else = &Factor{p["L0"], "its length"}, "nothing while it isn't touched"
		} else {
			of.Less, of.Plus, of.Else = &Factor{p["L0"], "its length with the gap"}, &Factor{gap, "its gap"}, "nothing while its gap is open"
		}
		return []Reading{product(p["k"], "the stiffness of "+s.Name, of)}
	},
	Glyph: Glyph{
		Size:     Size{Width: 1.5, Height: 0.5, MinWidth: 0.9},
		Variants: []string{"bumper", shut},
		Spans: func(p Params) []Span {
			length := Span{Of: "L0", To: ink.Coord{Frac: 1}}
			if p["gap"] == nil {
				length.From = touched.X
			}
			return []Span{{Of: "gap", To: touched.X, Usual: true}, length}
		},
		Draw: func(l Look) []ink.Stroke {
			if l.Rotation {
				return jaws(l)
			}
			return bump(l)
		},
		LabelAt: ink.At(0.5, 0, 0, 0.25),
	},
}

// shut is the look of a stop without a gap.
const shut = "shut"

// touched is where a stop is touched, with its gap open.
var touched = ink.At(0.22, 0.05, 0, 0)

// pressed is how far a stop is pressed in, as a change of its extension: negative, and zero while its gap is open.
func pressed(p Params, e Extension) symbolic.Expr {
	away := e.Stretch(p["L0"])
	if gap := p["gap"]; gap != nil {
		away = symbolic.Add(away, gap)
	}
	return symbolic.Min0(away)
}

// bump is a plate on a short spring, or a rubber block.
func bump(l Look) []ink.Stroke {
	near := touched.X
	if l.Has(shut) {
		near = ink.Coord{Off: 0.06}
	}
	at := func(frac, dx, y float64) ink.Pt { return ink.At(near.Frac+frac, near.Off+dx, 0, y) }
	end := ink.At(1, 0, 0, 0)
	if l.Has("bumper") {
		return []ink.Stroke{
			&ink.Rect{A: at(0, 0, -0.15), B: at(0, 0.34, 0.15), Round: 0.12, Pen: ink.Pen{Fill: ink.Shade}},
			&ink.Line{Pts: []ink.Pt{at(0, 0.34, -0.2), at(0, 0.34, 0.2)}},
			&ink.Line{Pts: []ink.Pt{at(0, 0.34, 0), end}},
		}
	}
	return []ink.Stroke{
		&ink.Line{Pts: []ink.Pt{at(0, 0, -0.2), at(0, 0, 0.2)}},
		&ink.Zigzag{A: at(0, 0, 0), B: at(0.4, 0, 0), Amplitude: 0.14, Teeth: 4},
		&ink.Line{Pts: []ink.Pt{at(0.4, 0, 0), end}},
	}
}

// jaws are the two halves of a coupling with play: a claw of either stands in the gap of the other.
func jaws(l Look) []ink.Stroke {
	const half, tooth, play = 0.22, 0.24, 0.07
	gap := play
	if l.Has(shut) {
		gap = 0
	}
	claw := func(x, dx, sense float64) ink.Stroke { // from the lead at x
		root, tip := dx, dx+sense*tooth
		return &ink.Line{Pts: []ink.Pt{
			ink.At(x, root, 0, -sense*half), ink.At(x, root, 0, sense*half), ink.At(x, tip, 0, sense*half), ink.At(x, tip, 0, sense*gap/2), ink.At(x, root, 0, sense*gap/2),
		}}
	}
	const apart = tooth/2 + 0.06
	return []ink.Stroke{
		&ink.Line{Pts: []ink.Pt{ink.At(0, 0, 0, 0), ink.At(0.5, -apart, 0, 0)}},
		claw(0.5, -apart, 1),
		claw(0.5, apart, -1),
		&ink.Line{Pts: []ink.Pt{ink.At(0.5, apart, 0, 0), ink.At(1, 0, 0, 0)}},
	}
}
