package component

import "diagram/dsl/ink"

var arrow = &Kind{
	Name:       "arrow",
	Doc:        "an annotation: points somewhere and gives no term",
	Example:    "wall - spring - trolley - arrow[right]",
	Attributes: []Attribute{direction()},
	Sort:       Action{},
	Glyph: Glyph{
		Size: Size{Width: 0.9, Height: 0.3, MinWidth: 0.6},
		Draw: func(Look) []ink.Stroke {
			return []ink.Stroke{&ink.Line{Pts: []ink.Pt{ink.At(0, 0, 0, 0), ink.At(1, 0, 0, 0)}, Pen: ink.Pen{Head: ink.OpenHead}}}
		},
		LabelAt: ink.At(1, 0, 0, 0),
	},
}
