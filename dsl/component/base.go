package component

import (
	"diagram/dsl/ink"
	"diagram/dsl/unit"
	"diagram/symbolic"
)

var base = &Kind{
	Name:    "base",
	Asked:   []string{"shaker", "moving", "excitation", "vibrator", "seismic", "foundation", "platform", "road"},
	Doc:     "a support that moves as a given function of time",
	Example: "base[label=y] - (spring, damper) - mass",
	Main:    "y",
	Attributes: []Attribute{
		{Name: "y", Type: Input, Asked: []string{"motion", "displacement", "position", "excitation", "amplitude", "u", "z"}, Doc: "its motion as a function of time", Default: "y", RotDefault: "y", Dim: unit.Length},
		{Name: "positive", Type: Choice, Words: []string{"left", "right", "up", "down", "cw", "ccw"}, Doc: "sense in which its motion counts"},
		{Name: "road", Type: Flag, Asked: []string{"profile", "rough", "bumpy", "uneven", "irregular", "wavy", "terrain", "ground"}, Doc: "draw the profile of a road in place of the plate"},
		constant(),
	},
	Sort: Support{Moves: func(p Params) symbolic.Expr { return p["y"] }},
	Read: func(p Params, s Saying) []Reading {
		return []Reading{product(p["y"], "the motion of "+s.Name+" "+s.Way(s.Sense), nil)}
	},
	Glyph: Glyph{
		Size: baseSize,
		Sized: func(l Look) Size {
			if l.Has("road") {
				return Size{Width: 0.36, Height: 1.4}
			}
			return baseSize
		},
		Variants: []string{"road"},
		// A plate, in place of the hatching of what stands still.
		Draw: func(l Look) []ink.Stroke {
			if l.Has("road") {
				return road()
			}
			return []ink.Stroke{&ink.Rect{A: ink.At(0, -0.24, -0.5, 0), B: ink.At(0, 0, 0.5, 0), Pen: ink.Pen{Fill: ink.Shade}}}
		},
		LabelAt: ink.At(-1, 0, 0, 0),
	},
}

var baseSize = Size{Width: 0.24, Height: 1}

// road is the profile of a road, and the thin plate that follows it, on which connectors stand wherever they do.
func road() []ink.Stroke {
	const plate, inset = 0.04, 0.16
	profile := []ink.Pt{}
	for _, p := range [][2]float64{{-0.5, 0.45}, {-0.38, 0.22}, {-0.24, 0.66}, {-0.11, 0.36}, {0, 0}, {0.12, 0.48}, {0.26, 0.7}, {0.4, 0.26}, {0.5, 0.5}} {
		profile = append(profile, ink.At(-p[1], -plate*(1-p[1]), p[0], 0))
	}
	return []ink.Stroke{
		&ink.Rect{A: ink.At(0, -plate, -0.5, inset), B: ink.At(0, 0, 0.5, -inset), Pen: ink.Pen{Fill: ink.Solid}},
		&ink.Curve{Pts: profile, Back: []ink.Pt{ink.At(-1, 0, 0.5, 0), ink.At(-1, 0, -0.5, 0)}, Pen: ink.Pen{Fill: ink.Shade, NoLine: true}},
		&ink.Curve{Pts: profile},
	}
}
