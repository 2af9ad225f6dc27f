package layout

import (
	"math"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/symbolic"
)

// Room in cm.
const (
	fallLength = 0.6 // of the arrow of gravity
	fallAir    = 0.15
)

// downwards is the arrow of gravity.
var downwards = []ink.Stroke{
	&ink.Line{Pts: []ink.Pt{ink.At(0, 0, 0, 0), ink.At(1, 0, 0, 0)}, Pen: ink.Pen{Weight: ink.Thin, Head: ink.OpenHead}},
}

// gravity draws the acceleration of gravity as an arrow that points down the page: in a corner of the first part that is free,
// else to the right of it.
func (d *drafter) gravity(g symbolic.Expr) {
	s := &d.graph.Settings
	if g == nil || s.Labels == graph.NoLabels || s.Marks == graph.NoMarks || len(d.sheets) == 0 || d.sheets[0].box.Empty() {
		return
	}
	all := d.sheets
	d.sheets = d.sheets[:1]
	label := mathText(shows(d.graph, formulaOf(g), g), s.FontSize)
	at := d.corner(ink.Point{X: tipHalf + labelGap + label.width, Y: math.Max(fallLength, label.tall())})
	f := ink.Frame{Origin: at.Add(ink.Point{X: tipHalf}), Angle: -90, W: fallLength}
	it := Item{Name: d.names.of("gravity"), Style: "gravitation", Frame: f, Strokes: downwards}
	it.Labels = []Label{beside(label, f.Local(fallLength/2, 0), ink.Point{X: 1}, labelGap)}
	d.addLoose(it)
	d.sheets = all
}

// tipHalf is half the width of an arrow's tip.
const tipHalf = ink.OpenWidth / 2

// corner finds the upper left corner of a place for something of a size: in a corner of the part at hand where nothing is, else
// to the right of all.
func (d *drafter) corner(size ink.Point) ink.Point {
	b, inked := d.sheets[len(d.sheets)-1].box, d.inked()
	right, low := b.Max.X-size.X, b.Min.Y+size.Y
	for _, at := range []ink.Point{{X: right, Y: b.Max.Y}, {X: b.Min.X, Y: b.Max.Y}, {X: right, Y: low}, {X: b.Min.X, Y: low}} {
		place := ink.Box{Min: ink.Point{X: at.X, Y: at.Y - size.Y}, Max: ink.Point{X: at.X + size.X, Y: at.Y}}
		if b.With(place.Min).With(place.Max) == b && free(turnedBox(place.Grow(fallAir), -d.metrics.angle), inked) {
			return at
		}
	}
	return ink.Point{X: b.Max.X + 2*fallAir, Y: b.Max.Y}
}

// free reports whether none of some boxes reaches into a place.
func free(place ink.Box, inked []ink.Box) bool {
	for _, b := range inked {
		if b.Min.X < place.Max.X && place.Min.X < b.Max.X && b.Min.Y < place.Max.Y && place.Min.Y < b.Max.Y {
			return false
		}
	}
	return true
}
