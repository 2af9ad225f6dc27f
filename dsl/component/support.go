package component

import "diagram/dsl/ink"

// hatchDepth and hatchPitch are those of the hatching behind every face that stands still, in cm.
const (
	hatchDepth = 0.22
	hatchPitch = 0.16
)

// hatched is the glyph of what stands still.
var hatched = Glyph{
	Size:    Size{Width: hatchDepth, Height: 1},
	Draw:    face,
	LabelAt: ink.At(0, -hatchDepth, 0, 0), // behind the hatching
}

// face is a face with the hatching of something that stands still behind it.
func face(Look) []ink.Stroke {
	low, high := ink.At(0, 0, -0.5, 0), ink.At(0, 0, 0.5, 0)
	return []ink.Stroke{
		&ink.Hatch{A: low, B: high, Depth: hatchDepth, Pitch: hatchPitch, Pen: ink.Pen{Weight: ink.Thin}},
		&ink.Line{Pts: []ink.Pt{low, high}},
	}
}

// standsStill is the advice on words that say of a support what it is anyway.
const movingSupport = "a support that moves is a base: base[y=y]"

var standsStill = map[string]string{
	"road":   "only what moves has the profile of a road: base[road]",
	"fixed":  "leave it out: this support always stands still",
	"rigid":  "leave it out: this support always stands still",
	"moving": movingSupport, "y": movingSupport, "motion": movingSupport, "displacement": movingSupport, "velocity": movingSupport,
}
