// Package ink is the small alphabet of strokes that glyphs are made of.
//
// A kind of element (a spring, a wall) draws itself once, as a list of strokes in a Frame: a box whose corner,
// turn and size the layout decides later. Positions in a frame are elastic (Coord): a fraction of the frame's extent
// plus a fixed number of centimetres. So "the zigzag from 3 mm after the left end to 3 mm before the right end" is one
// glyph for springs of every length, and every emitter prints the same picture from it: TikZ as a style with the
// frame's size as its argument, SVG and PDF as flattened paths.
//
// All lengths are centimetres, y grows upwards, angles are degrees counted counter-clockwise.
package ink

import "math"

// Point is a place on the page, in cm, y upwards.
type Point struct{ X, Y float64 }

// Add returns p moved by q.
func (p Point) Add(q Point) Point { return Point{p.X + q.X, p.Y + q.Y} }

// Sub returns the vector from q to p.
func (p Point) Sub(q Point) Point { return Point{p.X - q.X, p.Y - q.Y} }

// Scale returns p times k.
func (p Point) Scale(k float64) Point { return Point{p.X * k, p.Y * k} }

// Len is the distance of p from the origin.
func (p Point) Len() float64 { return math.Hypot(p.X, p.Y) }

// Rotate turns p about the origin. Multiples of 90° are exact, so that level lines stay level.
func (p Point) Rotate(degrees float64) Point {
	s, c := Sincos(degrees)
	return Point{p.X*c - p.Y*s, p.X*s + p.Y*c}
}

// Sincos returns sine and cosine of an angle in degrees, exact for multiples of 90°.
func Sincos(degrees float64) (sin, cos float64) {
	if degrees == 0 { // as most are
		return 0, 1
	}
	quarters := degrees / 90
	if quarters != math.Trunc(quarters) {
		return math.Sincos(degrees * math.Pi / 180)
	}
	switch int(quarters) & 3 {
	case 0:
		return 0, 1
	case 1:
		return 1, 0
	case 2:
		return 0, -1
	}
	return -1, 0
}

// Coord is an elastic coordinate: Frac of the frame's extent plus Off cm.
type Coord struct{ Frac, Off float64 }

// In is the coordinate's value in a frame of the given extent.
func (c Coord) In(extent float64) float64 { return c.Frac*extent + c.Off }

// Pt is an elastic position in a Frame.
type Pt struct{ X, Y Coord }

// At is the elastic position (fx·W+dx, fy·H+dy).
func At(fx, dx, fy, dy float64) Pt { return Pt{Coord{fx, dx}, Coord{fy, dy}} }

// Frame is the box in which a glyph is drawn: it reaches from (0,0) to (W,H) in its own coordinates, is turned by Angle
// about its origin and placed with its origin at Origin. With Mirror its own y axis is flipped first.
//
// What the frame of an element is depends on its sort. Connectors: the origin is the registration point on the first
// node, x runs to the one on the second, W is their distance, y = 0 is the line between them and H its lane's
// width. Bodies: the origin is the centre, x runs along the axis, W×H is the body without its wheels; Y.Frac runs from
// -1/2 to 1/2, and so does X.Frac. Supports: the origin is the middle of the face, x points out of the material towards
// what hangs on it, H is the length of the face and Y.Frac runs from -1/2 to 1/2. Actions: the origin is where the
// action's arrow begins, x its direction, W its length.
type Frame struct {
	Origin Point
	Angle  float64
	W, H   float64
	Mirror bool
}

// Map takes a glyph's elastic position to the page.
func (f Frame) Map(p Pt) Point { return f.Local(p.X.In(f.W), p.Y.In(f.H)) }

// Local takes a position in the frame's own centimetres to the page.
func (f Frame) Local(x, y float64) Point {
	if f.Mirror {
		y = -y
	}
	return f.Origin.Add(Point{x, y}.Rotate(f.Angle))
}

// Weight is a pen's line width.
type Weight uint8

// The pens of a textbook figure: Normal for outlines, Thin for hatching, dimension lines and reference ticks, Thick for
// what an author wants to stand out.
const (
	Normal Weight = iota
	Thin
	Thick
)

// Fill is what a closed stroke is filled with.
type Fill uint8

// Paper hides what lies behind (white on a white page), and so does Blank; Shade is a light grey; Solid is ink. Asked is the
// colour that an author asks for the inside of an element, in place of Paper and Shade. What stays white, such as a wheel, is Blank.
const (
	NoFill Fill = iota
	Paper
	Blank
	Shade
	Solid
	Asked
)

// Inside reports whether a stroke is filled with the colour that an author asks for the inside of its element.
func (f Fill) Inside() bool { return f == Paper || f == Shade }

// Hides reports whether a stroke is filled with paper, whatever its author asks for.
func (f Fill) Hides() bool { return f == Paper || f == Blank }

// Head is an arrow's tip, at the last point of a stroke.
type Head uint8

// SolidHead is the filled tip of forces, OpenHead the thin one of coordinates; BothHeads puts thin tips on both ends, as
// dimension lines have.
const (
	NoHead Head = iota
	SolidHead
	OpenHead
	BothHeads
)

// Pen says how a stroke is inked.
type Pen struct {
	Weight Weight
	Fill   Fill
	Head   Head
	Dashed bool
	NoLine bool // filled only
}

// Stroke is one mark of a glyph: *Line, *Curve, *Rect, *Circle, *Arc, *Zigzag, *Coil or *Hatch.
type Stroke interface{ stroke() }

// Line is a polyline through its points.
type Line struct {
	Pts    []Pt
	Closed bool
	Pen    Pen
}

// Curve runs smoothly through its points. With Back it goes on by straight lines through those, and is closed.
type Curve struct {
	Pts, Back []Pt
	Pen       Pen
}

// Rect is the rectangle with opposite corners A and B, its corners rounded by Round cm.
type Rect struct {
	A, B  Pt
	Round float64
	Pen   Pen
}

// Circle is a full circle of Radius cm, plus RadiusFrac of the frame's height.
type Circle struct {
	Center     Pt
	Radius     float64
	RadiusFrac float64
	Pen        Pen
}

// Arc is part of a circle from angle From to angle To (degrees in the frame; To < From runs clockwise); a head sits at To. With Squeeze it is
// part of an ellipse, whose width is so much of its height; its angles are those of the circle that is squeezed.
type Arc struct {
	Center     Pt
	Radius     float64
	RadiusFrac float64
	Squeeze    float64
	From, To   float64
	Pen        Pen
}

// Radii are half the width and half the height of an arc in a frame of a height.
func (a *Arc) Radii(height float64) (rx, ry float64) {
	ry = a.Radius + a.RadiusFrac*height
	if a.Squeeze > 0 {
		return a.Squeeze * ry, ry
	}
	return ry, ry
}

// Zigzag runs from A to B with straight leads of Lead cm and Teeth whole teeth of ±Amplitude cm between them. Where Every is given,
// the teeth are as many as there is room for, one about every so many cm.
type Zigzag struct {
	A, B      Pt
	Lead      float64
	Amplitude float64
	Teeth     int
	Every     float64
	Pen       Pen
}

// Coil is a helical spring seen from the side: Turns loops of ±Amplitude cm from A to B with straight leads of Lead cm.
type Coil struct {
	A, B      Pt
	Lead      float64
	Amplitude float64
	Turns     int
	Pen       Pen
}

// Hatch is the hatching behind a face from A to B: oblique ticks of Depth cm, Pitch cm apart, on the left of A→B
// (on the right where Depth is negative).
type Hatch struct {
	A, B  Pt
	Depth float64
	Pitch float64
	Pen   Pen
}

func (*Line) stroke()   {}
func (*Curve) stroke()  {}
func (*Rect) stroke()   {}
func (*Circle) stroke() {}
func (*Arc) stroke()    {}
func (*Zigzag) stroke() {}
func (*Coil) stroke()   {}
func (*Hatch) stroke()  {}
