package component

import (
	"fmt"

	"diagram/dsl/ink"
	"diagram/dsl/unit"
	"diagram/symbolic"
)

var force = &Kind{
	Name:    "force",
	Asked:   []string{"load", "push", "pull", "input", "thrust", "forcing", "kraft", "fuerza", "forza", "força", "kracht", "сила"},
	Domain:  Translation,
	Doc:     "acts on a body from outside, as a function of time unless constant",
	Example: "wall - spring - trolley - force[right]",
	Main:    "F",
	Attributes: []Attribute{
		{Name: "F", Type: Input, Asked: []string{"force", "magnitude", "amplitude", "value", "size", "strength", "load", "a", "p", "q"}, Doc: "the force as a function of time", Default: "F", Dim: unit.Force},
		direction(),
		constant(),
	},
	Sort: Action{Acts: func(p Params, _ symbolic.Expr) symbolic.Expr { return p["F"] }},
	Read: func(p Params, s Saying) []Reading {
		return []Reading{product(p["F"], fmt.Sprintf("the force that acts%s on %s", s.Direction, s.On.Name), nil)}
	},
	Glyph: Glyph{
		Size: Size{Width: 0.9, Height: 0.3, MinWidth: 0.6},
		Draw: func(Look) []ink.Stroke {
			return []ink.Stroke{&ink.Line{Pts: []ink.Pt{ink.At(0, 0, 0, 0), ink.At(1, 0, 0, 0)}, Pen: ink.Pen{Weight: ink.Thick, Head: ink.SolidHead}}}
		},
		LabelAt: ink.At(1, 0, 0, 0),
	},
}

// direction is the attribute of an action that points somewhere.
func direction() Attribute {
	return Attribute{Name: "direction", Type: Choice, Words: []string{"left", "right", "up", "down"}, Doc: "where it points; without it, the body's positive sense"}
}

// constant is the attribute of an input that doesn't change with time.
func constant() Attribute {
	return Attribute{Name: "constant", Type: Flag, Doc: "does not change with time"}
}
