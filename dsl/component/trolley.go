package component

import (
	"diagram/dsl/ink"
	"diagram/symbolic"
)

// wheelRadius is that of a trolley's wheels, and of their hubs, in cm.
const (
	wheelRadius = 0.14
	hubRadius   = 0.015
)

var trolley = &Kind{
	Name:       "trolley",
	Aliases:    []string{"cart"},
	Asked:      []string{"car", "vehicle", "wagon", "carriage", "truck", "train", "buggy", "slider", "wagen", "chariot", "carro", "carrello", "тележка"},
	Domain:     Translation,
	Doc:        "a body on wheels that rolls on a floor without friction",
	Example:    "wall - spring - trolley",
	Hints:      massHints,
	Main:       "m",
	Attributes: massAttributes(),
	Sort:       Body{Inertia: func(p Params) symbolic.Expr { return p["m"] }},
	Read:       readMass,
	Glyph: Glyph{
		Size: Size{Width: 1.4, Height: 0.8, Below: 2 * wheelRadius, Floor: true},
		Draw: func(Look) []ink.Stroke {
			strokes := []ink.Stroke{box()}
			for _, x := range []float64{-0.28, 0.28} {
				hub := ink.At(x, 0, -0.5, -wheelRadius)
				strokes = append(strokes,
					&ink.Circle{Center: hub, Radius: wheelRadius, Pen: ink.Pen{Fill: ink.Blank}},
					&ink.Circle{Center: hub, Radius: hubRadius})
			}
			return strokes
		},
		Inside: true,
	},
}
