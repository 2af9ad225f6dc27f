package layout

import (
	"math"
	"strings"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/layout/mathbox"
	"diagram/symbolic"
)

// cmPerPt is TeX's point in cm.
const cmPerPt = 2.54 / 72.27

// labelSize is the size of labels' type, in points; labelGap the air between a label and what it belongs to.
const (
	labelSize = 10
	labelGap  = 0.07
)

// text is a label before it has a place.
type text struct {
	math, said           string
	width, height, depth float64 // cm
}

func (t text) empty() bool { return t.math == "" }

func (t text) tall() float64 { return t.height + t.depth }

// metrics measures labels, and knows how the axis lies on the page.
type metrics struct {
	angle    float64 // of the axis
	sin, cos float64
	spacing  float64 // the author's least distance between elements
}

// air is the least room between what lies above each other.
func (m metrics) air() float64 { return math.Max(laneGap, m.spacing) }

func newMetrics(angle, spacing float64) metrics {
	sin, cos := ink.Sincos(angle)
	return metrics{angle: angle, sin: sin, cos: cos, spacing: spacing}
}

// reading is +1 where what comes first in the text lies to the left of the axis, that is above it; -1 on a vertical axis,
// where the left of the page is to its right.
func (m metrics) reading() int {
	if m.cos < 1e-9 {
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

// mathText measures math; a label that can't be typeset counts as wide as its source, so that nothing is drawn over it.
func mathText(latex string) text {
	if latex == "" {
		return text{}
	}
	box, err := mathbox.Typeset(latex, mathbox.Options{Size: labelSize})
	if err != nil {
		return text{math: latex, width: 0.18 * float64(len([]rune(latex))), height: 0.3, depth: 0.1}
	}
	return text{math: latex, width: box.Width * cmPerPt, height: box.Height * cmPerPt, depth: box.Depth * cmPerPt}
}

// upright measures a line of words, given in parts with blanks between them.
func upright(parts []graph.Words) text {
	var latex, said []string
	for _, p := range parts {
		latex, said = append(latex, p.LaTeX()), append(said, p.Text())
	}
	t := mathText(`\text{` + strings.Join(latex, " ") + `}`)
	t.said = strings.Join(said, " ")
	return t
}

// beside places a label at a distance of gap from a point, on the side to which the page direction n (of length 1) points.
func beside(t text, p, n ink.Point, gap float64) Label {
	l := Label{Math: t.math, Text: t.said, Width: t.width, Height: t.height, Depth: t.depth}
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
	return Label{Math: t.math, Text: t.said, Width: t.width, Height: t.height, Depth: t.depth, At: p, Anchor: Center}
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

// latexOf is an expression as a label.
func latexOf(e symbolic.Expr) string { return symbolic.LaTeX(e, symbolic.Style{}) }
