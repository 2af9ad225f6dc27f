package rows

import (
	"diagram/emit/internal/lines"
	"diagram/layout/mathbox"
	"diagram/symbolic"
)

// Rows of a display stand at least a \baselineskip apart, and a \jot more.
const (
	baselineSkip = 12
	jot          = 3
)

// Size is how wide and high a block is, set in a display, in points.
func (b Block) Size(style symbolic.Style) (width, height float64) {
	var left, right float64
	for _, r := range b.Rows {
		if r.Words != nil {
			box := mathbox.Typeset(r.Words.Formula(style), mathbox.Options{})
			right, height = max(right, box.Width), height+apart(box)
			continue
		}
		before, after := r.size()
		if r.GoesOn {
			after.width += quad
		}
		if b.Flush {
			before, after = extent{}, extent{before.width + after.width, max(before.height, after.height)}
		}
		left, right = max(left, before.width), max(right, after.width)
		height += max(before.height, after.height)
	}
	return left + right, height
}

// extent is how wide and high a side is.
type extent struct{ width, height float64 }

// size is the extents of a row's left side, and of its equals sign with what follows.
func (r Row) size() (left, right extent) {
	if r.HasLeft() {
		left = sideExtent(r.Left)
	}
	if r.HasRight() {
		right = sideExtent(r.Right)
	}
	if r.Equals {
		right.width += equalsWidth
	}
	right.width += wordsWidth(r.Tail.Line())
	return left, right
}

func sideExtent(parts []lines.Part) extent {
	e := extent{measureSide(parts).width(), baselineSkip + jot}
	for i := range parts {
		e.height = max(e.height, apart(mathbox.Typeset(parts[i].Formula(), mathbox.Options{Display: true})))
	}
	return e
}

// apart is how far a row is from the next.
func apart(box *mathbox.Box) float64 { return max(box.Height+box.Depth, baselineSkip) + jot }
