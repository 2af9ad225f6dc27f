package mathbox

import (
	"math"
	"strconv"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Outline is a glyph's shape in font units ([UnitsPerEm] to the em), y up, the
// origin on the baseline. It is shared between boxes and must not be changed.
// Its contours are filled with the nonzero rule.
type Outline struct {
	// ID names the glyph: equal IDs are equal shapes, in every run. It is a letter
	// followed by letters, digits and hyphens, so it may be part of an XML id.
	ID                     string
	Segments               []Segment
	MinX, MinY, MaxX, MaxY float64 // what the ink covers
}

// Op is what a Segment does.
type Op uint8

const (
	MoveTo Op = iota // starts a contour at P[0], closing the one before
	LineTo           // to P[0]
	CubeTo           // a cubic Bézier curve by P[0] and P[1] to P[2]
)

// Segment is one step of an outline.
type Segment struct {
	Op Op
	P  [3]Point
}

// Point is a place in font units.
type Point struct{ X, Y float64 }

// Points returns the points that the segment's Op uses.
func (s *Segment) Points() []Point {
	if s.Op == CubeTo {
		return s.P[:3]
	}
	return s.P[:1]
}

func units(x fixed.Int26_6) float64 { return float64(x) / 64 }

func newOutline(face string, glyph int, segments sfnt.Segments) *Outline {
	o := &Outline{ID: face + "-" + strconv.Itoa(glyph), Segments: make([]Segment, len(segments))}
	lo, hi := math.Inf(1), math.Inf(-1)
	o.MinX, o.MinY, o.MaxX, o.MaxY = lo, lo, hi, hi
	for i, s := range segments {
		op, n := MoveTo, 1
		switch s.Op {
		case sfnt.SegmentOpLineTo:
			op = LineTo
		case sfnt.SegmentOpCubeTo:
			op, n = CubeTo, 3
		}
		o.Segments[i].Op = op
		for j := range n {
			p := Point{units(s.Args[j].X), -units(s.Args[j].Y)}
			o.Segments[i].P[j] = p
			// The fonts have their extreme points on the curve, so this is exact for them.
			o.MinX, o.MaxX = min(o.MinX, p.X), max(o.MaxX, p.X)
			o.MinY, o.MaxY = min(o.MinY, p.Y), max(o.MaxY, p.Y)
		}
	}
	if len(segments) == 0 {
		o.MinX, o.MinY, o.MaxX, o.MaxY = 0, 0, 0, 0
	}
	return o
}

// scaled returns the outline with its coordinates multiplied.
func (o *Outline) scaled(sx, sy float64, id string) *Outline {
	s := &Outline{
		ID: id, Segments: make([]Segment, len(o.Segments)),
		MinX: o.MinX * sx, MinY: o.MinY * sy, MaxX: o.MaxX * sx, MaxY: o.MaxY * sy,
	}
	for i, seg := range o.Segments {
		for j := range seg.P {
			seg.P[j].X *= sx
			seg.P[j].Y *= sy
		}
		s.Segments[i] = seg
	}
	return s
}

// appendPath appends path data with every point p at (x + sx·p.X, y + sy·p.Y).
func (o *Outline) appendPath(b []byte, x, y, sx, sy float64) []byte {
	for i := range o.Segments {
		s := &o.Segments[i]
		if s.Op == MoveTo && i > 0 {
			b = append(b, 'Z')
		}
		b = append(b, "MLC"[s.Op])
		for j, p := range s.Points() {
			if j > 0 {
				b = append(b, ' ')
			}
			b = appendNumber(b, x+sx*p.X)
			b = append(b, ' ')
			b = appendNumber(b, y+sy*p.Y)
		}
	}
	if len(o.Segments) > 0 {
		b = append(b, 'Z')
	}
	return b
}

// appendNumber writes a number with at most three decimals and no trailing zeros.
func appendNumber(b []byte, x float64) []byte {
	n := int64(math.Round(x * 1000))
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	b = strconv.AppendInt(b, n/1000, 10)
	if f := n % 1000; f != 0 {
		b = append(b, '.', byte('0'+f/100))
		if f %= 100; f != 0 {
			b = append(b, byte('0'+f/10))
			if f %= 10; f != 0 {
				b = append(b, byte('0'+f))
			}
		}
	}
	return b
}

// AppendPath appends the whole formula's ink as SVG path data: y down, the
// box's reference point (its left end on the baseline) at (x, y), lengths
// multiplied by scale, at most three decimals. Colours are not kept.
func (b *Box) AppendPath(dst []byte, x, y, scale float64) []byte {
	for i := range b.Glyphs {
		g := &b.Glyphs[i]
		dst = g.Outline.appendPath(dst, x+g.X*scale, y-g.Y*scale, g.Scale*scale, -g.Scale*scale)
	}
	for _, r := range b.Rules {
		dst = append(dst, 'M')
		dst = appendNumber(dst, x+r.X*scale)
		dst = append(dst, ' ')
		dst = appendNumber(dst, y-r.Y*scale)
		dst = append(dst, 'h')
		dst = appendNumber(dst, r.W*scale)
		dst = append(dst, 'v')
		dst = appendNumber(dst, -r.H*scale)
		dst = append(dst, 'h')
		dst = appendNumber(dst, -r.W*scale)
		dst = append(dst, 'Z')
	}
	return dst
}

// Pen draws contours to be filled with the nonzero rule; *vector.Rasterizer of
// golang.org/x/image is one.
type Pen interface {
	MoveTo(x, y float32)
	LineTo(x, y float32)
	CubeTo(bx, by, cx, cy, dx, dy float32)
	ClosePath()
}

// Draw draws the whole formula with a pen whose y runs down: the reference point at
// (x, y), scale units to the point.
func (b *Box) Draw(pen Pen, x, y, scale float64) {
	for i := range b.Glyphs {
		b.Glyphs[i].Draw(pen, x, y, scale)
	}
	for _, r := range b.Rules {
		r.Draw(pen, x, y, scale)
	}
}

// Draw draws one glyph of a box whose reference point is at (x, y), y down.
func (g *Glyph) Draw(pen Pen, x, y, scale float64) {
	at := func(p Point) (float32, float32) {
		return float32(x + (g.X+p.X*g.Scale)*scale), float32(y - (g.Y+p.Y*g.Scale)*scale)
	}
	for i := range g.Outline.Segments {
		s := &g.Outline.Segments[i]
		ax, ay := at(s.P[0])
		switch s.Op {
		case MoveTo:
			if i > 0 {
				pen.ClosePath()
			}
			pen.MoveTo(ax, ay)
		case LineTo:
			pen.LineTo(ax, ay)
		case CubeTo:
			bx, by := at(s.P[1])
			cx, cy := at(s.P[2])
			pen.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	if len(g.Outline.Segments) > 0 {
		pen.ClosePath()
	}
}

// Draw draws one rule of a box whose reference point is at (x, y), y down.
func (r Rule) Draw(pen Pen, x, y, scale float64) {
	x0, y0 := float32(x+r.X*scale), float32(y-r.Y*scale)
	x1, y1 := float32(x+(r.X+r.W)*scale), float32(y-(r.Y+r.H)*scale)
	pen.MoveTo(x0, y0)
	pen.LineTo(x1, y0)
	pen.LineTo(x1, y1)
	pen.LineTo(x0, y1)
	pen.ClosePath()
}
