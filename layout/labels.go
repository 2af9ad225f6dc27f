package layout

import (
	"math"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/layout/mathbox"
	"diagram/symbolic"
	"diagram/symbolic/formula"
)

// cmPerPt is TeX's point in cm.
const cmPerPt = 2.54 / 72.27

// labelGap is the air between a label and what it belongs to.
const labelGap = 0.07

// text is a label before it has a place.
type text struct {
	math                 formula.Node // nil where there is nothing to say
	said                 string
	size                 float64      // of the type, in points
	width, height, depth float64      // cm
	line                 formula.Line // of words alone: all of them, where it may be broken at its blanks
	whole                bool         // it stands on one line
	box                  *mathbox.Box
}

func (t text) empty() bool { return t.math == nil }

// label is the text as a label without a place.
func (t text) label() Label {
	l := Label{Formula: t.math, Text: t.said, Size: t.size, Width: t.width, Height: t.height, Depth: t.depth, box: t.box}
	if t.empty() {
		l.Formula = formula.Row{}
	}
	return l
}

func (t text) tall() float64 { return t.height + t.depth }

// metrics measures labels, and knows how the axis lies on the page.
type metrics struct {
	angle    float64 // of the axis
	sin, cos float64
	spacing  float64 // the author's distance between elements; 0 where none is asked for
	tuning           // for the whole to have the author's size
}

// air is the least room between what lies above each other.
func (m metrics) air() float64 {
	if m.spacing > 0 {
		return math.Max(leastGap, m.spacing)
	}
	return laneGap
}

// usual is how long a connector is drawn when nothing else is said. On an upright axis its label takes no room along it.
func (m metrics) usual(e *graph.Element) float64 {
	length := e.Kind.Glyph.In(lookOf(e)).Width
	if m.upright() {
		length *= uprightLength
	}
	if m.spacing > 0 {
		length = m.spacing
	}
	return math.Max(length*m.stretch, leastLength(e))
}

// leastLength is how long a connector must be to look like itself.
func leastLength(e *graph.Element) float64 {
	return e.Kind.Glyph.In(lookOf(e)).MinWidth
}

// upright reports whether the axis runs up or down the page.
func (m metrics) upright() bool { return m.cos < 1e-9 }

func newMetrics(s *graph.Settings, t tuning) metrics {
	angle := axisAngle(s)
	sin, cos := ink.Sincos(angle)
	return metrics{angle: angle, sin: sin, cos: cos, spacing: s.Spacing, tuning: t}
}

// reading is +1 where what comes first in the text lies to the left of the axis, that is above it; -1 on a vertical axis,
// where the left of the page is to its right.
func (m metrics) reading() int {
	if m.upright() {
		return -1
	}
	return 1
}

// page takes a place in the axis frame to the page.
func (m metrics) page(u, v float64) ink.Point {
	return ink.Point{X: u*m.cos - v*m.sin, Y: u*m.sin + v*m.cos}
}

// toAxis turns a direction on the page into the axis frame.
func (m metrics) toAxis(x, y float64) (u, v float64) {
	return x*m.cos + y*m.sin, -x*m.sin + y*m.cos
}

// along and across are how much room an upright label takes along the axis and across it.
func (m metrics) along(t text) float64 {
	return t.width*math.Abs(m.cos) + t.tall()*math.Abs(m.sin)
}

func (m metrics) across(t text) float64 {
	return t.width*math.Abs(m.sin) + t.tall()*math.Abs(m.cos)
}

// mathText measures math in a size of type.
func mathText(n formula.Node, size float64) text {
	if n == nil {
		return text{}
	}
	box := mathbox.Typeset(n, mathbox.Options{Size: size})
	return text{math: n, size: size, width: box.Width * cmPerPt, height: box.Height * cmPerPt, depth: box.Depth * cmPerPt, box: box}
}

// beside places a label at a distance of gap from a point, on the side to which the page direction n (of length 1) points.
func beside(t text, p, n ink.Point, gap float64) Label {
	l := t.label()
	const level = 1e-9
	switch {
	case math.Abs(n.X) < level && n.Y > 0:
		l.Anchor, l.At = South, p.Add(n.Scale(gap))
	case math.Abs(n.X) < level:
		l.Anchor, l.At = North, p.Add(n.Scale(gap))
	case math.Abs(n.Y) < level && n.X > 0:
		l.Anchor, l.At = West, p.Add(n.Scale(gap))
	case math.Abs(n.Y) < level:
		l.Anchor, l.At = East, p.Add(n.Scale(gap))
	default:
		reach := t.width/2*math.Abs(n.X) + t.tall()/2*math.Abs(n.Y)
		l.Anchor, l.At = Center, p.Add(n.Scale(gap+reach))
	}
	return l
}

// inside places a label with its centre at a point.
func inside(t text, p ink.Point) Label {
	l := t.label()
	l.At, l.Anchor = p, Center
	return l
}

// Box is the rectangle that a label covers.
func (l Label) Box() ink.Box {
	w, h := l.Width, l.Height+l.Depth
	lo := l.At
	switch l.Anchor {
	case Center:
		lo = lo.Sub(ink.Point{X: w / 2, Y: h / 2})
	case North:
		lo = lo.Sub(ink.Point{X: w / 2, Y: h})
	case South:
		lo = lo.Sub(ink.Point{X: w / 2})
	case East:
		lo = lo.Sub(ink.Point{X: w, Y: h / 2})
	case West:
		lo = lo.Sub(ink.Point{Y: h / 2})
	}
	return ink.Box{Min: lo, Max: lo.Add(ink.Point{X: w, Y: h})}
}

// formulaOf is an expression as a label.
func formulaOf(e symbolic.Expr) formula.Node { return symbolic.Style{}.Formula(e) }
