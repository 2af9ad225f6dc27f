package layout

import (
	"math"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/symbolic"
	"diagram/symbolic/formula"
)

// Room in cm.
const (
	slopeRadius = 0.8  // of the arc
	slopeBase   = 1.2  // the least length of the level line
	slopeOver   = 0.15 // how far the other line goes on beyond the arc
	slopeGap    = 0.08 // from what lies above the angle to its upper line
	slopeAir    = 0.06 // between the label and the lines
)

// slope draws the angle of an inclined axis at the foot of what lies on it: a level line and one along the slope, which begin
// under all that is there, so that the angle between them is free.
func (d *drafter) slope() {
	s := &d.graph.Settings
	if s.Axis != graph.Inclined || s.Labels == graph.NoLabels || s.Marks == graph.NoMarks {
		return
	}
	steep := math.Abs(d.metrics.angle)
	label := mathText(shows(d.graph, slopeFormula(s), s.Slope), s.FontSize)
	at, base, reach := besideArc(label, steep)
	foot, uphill, ok := d.foot()
	if !ok {
		return
	}
	lo, hi := foot, foot+uphill*reach
	low := math.Inf(1)
	for _, b := range d.inked() {
		if b.Max.X > math.Min(lo, hi) && b.Min.X < math.Max(lo, hi) {
			low = math.Min(low, b.Min.Y)
		}
	}
	f := ink.Frame{Origin: d.metrics.page(foot, low-slopeGap), W: base, H: slopeRadius}
	if uphill < 0 {
		f.Angle, f.Mirror = 180, true
	}
	it := Item{Name: d.names.of("slope"), Style: "slope", Frame: f, Strokes: angleBetween(base, steep)}
	it.Labels = []Label{inside(label, f.Local(at.X, at.Y))}
	d.addLoose(it)
}

// slopeFormula is the slope as it stands at its angle: a symbol, or how many degrees. Which way it leads is seen.
func slopeFormula(s *graph.Settings) formula.Node {
	if n, ok := s.Slope.(*symbolic.Number); ok {
		_, size := symbolic.SplitSign(n)
		return formulaOf(symbolic.Degrees(size))
	}
	return formulaOf(s.Slope)
}

// besideArc is where the label of an angle goes, seen from its vertex: between the lines beyond the arc or, where they leave no
// room for it, beyond their ends. Base is how long the level line then is, and reach how far from the vertex all of it is at most.
func besideArc(t text, steep float64) (at ink.Point, base, reach float64) {
	w, h := t.width/2, t.tall()/2
	sin, cos := ink.Sincos(steep / 2)
	tilt, level := ink.Sincos(steep)
	far := slopeRadius + labelGap + w*cos + h*sin
	fit := (math.Max(h, w*tilt+h*level) + slopeAir) / sin
	const stray = 0.3 // how much farther from the arc a label may be
	if fit < far+stray {
		far = math.Max(far, fit)
		at = ink.Point{X: far * cos, Y: far * sin}
		return at, math.Max(slopeBase, at.X+w), at.Len() + w + h
	}
	base = slopeRadius + slopeOver
	left := base + labelGap
	at = ink.Point{X: left + w, Y: math.Min(left*tilt/level/2, left*tilt/level-slopeAir-h)}
	return at, base, at.Len() + w + h
}

// angleBetween is the angle between a level line and one that rises to the right.
func angleBetween(base, steep float64) []ink.Stroke {
	thin := ink.Pen{Weight: ink.Thin}
	sin, cos := ink.Sincos(steep)
	far := slopeRadius + slopeOver
	return []ink.Stroke{
		&ink.Line{Pts: []ink.Pt{ink.At(0, base, 0, 0), ink.At(0, 0, 0, 0), ink.At(0, far*cos, 0, far*sin)}, Pen: thin},
		&ink.Arc{Radius: slopeRadius, To: steep, Pen: thin},
	}
}

// foot is the place along the axis of the lower end of the floor or, where there is none, of all that is drawn; uphill is +1
// where the slope rises from there towards larger u, else -1.
func (d *drafter) foot() (u, uphill float64, ok bool) {
	uphill = math.Copysign(1, d.metrics.angle)
	floor, all := math.Inf(1), math.Inf(1) // how far up the slope they begin
	for _, b := range d.inked() {
		all = math.Min(all, math.Min(uphill*b.Min.X, uphill*b.Max.X))
	}
	for _, it := range d.sheetItems() {
		if it.Style == "floor" {
			o := it.Frame.Origin.Rotate(-d.metrics.angle)
			floor = math.Min(floor, uphill*o.X-it.Frame.H/2)
		}
	}
	if math.IsInf(floor, 1) {
		floor = all
	}
	return uphill * floor, uphill, !math.IsInf(floor, 1)
}
