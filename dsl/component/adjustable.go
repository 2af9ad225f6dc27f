package component

import "diagram/dsl/ink"

// adjustable is the attribute of a connector whose parameter can be set while it works, as that of a semi-active damper. Its glyph
// has an arrow through it.
func adjustable() Attribute {
	return Attribute{Name: "adjustable", Type: Flag,
		Asked: []string{"variable", "semiactive", "controllable", "controlled", "tunable", "switchable", "active", "varying", "magnetorheological", "mr", "er"},
		Doc:   "its value can be set while it works: draw an arrow through it"}
}

// adjustableHeight is the height of the arrow through a connector and adjustableReach half its width, in cm.
const (
	adjustableHeight = 0.76
	adjustableReach  = 0.36
)

// adjusted is the glyph of a connector with the arrow through its middle that says that it is adjustable, where it is.
func adjusted(l Look, strokes []ink.Stroke) []ink.Stroke {
	if !isAdjustable(l) {
		return strokes
	}
	along, across := adjustableReach, adjustableHeight/2
	if l.Down {
		along = -along
	}
	return append(strokes, &ink.Line{Pts: []ink.Pt{ink.At(0.5, -along, 0, -across), ink.At(0.5, along, 0, across)}, Pen: ink.Pen{Head: ink.SolidHead}})
}

// isAdjustable reports whether a look has the arrow, which points up the page.
func isAdjustable(l Look) bool { return l.Has("adjustable") }

// adjustedSize is the size of a connector's glyph, with the arrow where it has one.
func adjustedSize(l Look, s Size) Size {
	if isAdjustable(l) {
		s.Height, s.MinWidth = adjustableHeight, max(s.MinWidth, 2*adjustableReach+0.1)
	}
	return s
}
