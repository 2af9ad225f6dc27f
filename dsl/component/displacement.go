package component

import "diagram/dsl/ink"

var displacement = &Kind{
	Name:    "displacement",
	Asked:   []string{"coordinate", "position", "dof"},
	Doc:     "draws the coordinate of its body; gives no term",
	Help:    "Its label names the coordinate, in the drawing and in the equation.",
	Example: "wall - spring - trolley - displacement[label=x]",
	Attributes: []Attribute{
		direction(),
	},
	Sort: Action{Marks: true},
	Glyph: Glyph{
		Size: Size{Width: 0.8, Height: 0.4, MinWidth: 0.5},
		Draw: func(Look) []ink.Stroke {
			return []ink.Stroke{
				&ink.Line{Pts: []ink.Pt{ink.At(0, 0, 0, 0), ink.At(1, 0, 0, 0)}, Pen: ink.Pen{Weight: ink.Thin, Head: ink.OpenHead}},
			}
		},
		LabelAt: ink.At(1, 0, 0, 0),
	},
}
