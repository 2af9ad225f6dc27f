package ink

import "math"

// Path is a figure on the page, ready to be inked: absolute, of straight lines and cubic Béziers. Its pen has no arrow
// heads any more; those are paths of their own.
type Path struct {
	Segs   []Seg
	Closed bool
	Pen    Pen
}

// Seg is one step of a path: a move of the pen to To (the first of every path), a line to To, or a cubic Bézier to To with
// the control points C1 and C2.
type Seg struct {
	Op         Op
	C1, C2, To Point
}

// Op is what a Seg does.
type Op uint8

// The three steps of a path.
const (
	Move Op = iota
	LineTo
	Cubic
)

// polyline is the open or closed path through points.
func polyline(pen Pen, closed bool, points ...Point) Path {
	p := Path{Pen: pen, Closed: closed, Segs: make([]Seg, 0, len(points))}
	for i, q := range points {
		op := LineTo
		if i == 0 {
			op = Move
		}
		p.Segs = append(p.Segs, Seg{Op: op, To: q})
	}
	return p
}

// Polyline is the path as points no farther than tolerance from it, one list for each of its moves.
func (p Path) Polyline(tolerance float64) [][]Point {
	var runs [][]Point
	var at Point
	for _, s := range p.Segs {
		switch s.Op {
		case Move:
			runs = append(runs, []Point{s.To})
		case LineTo:
			runs[len(runs)-1] = append(runs[len(runs)-1], s.To)
		case Cubic:
			n := steps(at, s, tolerance)
			for i := 1; i <= n; i++ {
				runs[len(runs)-1] = append(runs[len(runs)-1], s.at(at, float64(i)/float64(n)))
			}
		}
		at = s.To
	}
	if p.Closed {
		for i := range runs {
			runs[i] = append(runs[i], runs[i][0])
		}
	}
	return runs
}

// steps is how many chords approximate a Bézier: its flatness bounds the error, which falls with their square.
func steps(from Point, s Seg, tolerance float64) int {
	d1 := from.Sub(s.C1.Scale(2)).Add(s.C2)
	d2 := s.C1.Sub(s.C2.Scale(2)).Add(s.To)
	bend := 0.75 * math.Max(d1.Len(), d2.Len())
	return max(1, min(64, int(math.Ceil(math.Sqrt(bend/math.Max(tolerance, 1e-6))))))
}

// at is the point of the Bézier at parameter t.
func (s Seg) at(from Point, t float64) Point {
	u := 1 - t
	return from.Scale(u * u * u).Add(s.C1.Scale(3 * u * u * t)).Add(s.C2.Scale(3 * u * t * t)).Add(s.To.Scale(t * t * t))
}

// Box is an upright rectangle; the zero Box is one point at the origin, EmptyBox has none.
type Box struct{ Min, Max Point }

// EmptyBox is the neutral element of Union.
func EmptyBox() Box {
	inf := math.Inf(1)
	return Box{Point{inf, inf}, Point{-inf, -inf}}
}

// Empty reports whether the box holds no point.
func (b Box) Empty() bool { return b.Min.X > b.Max.X || b.Min.Y > b.Max.Y }

// With is the least box that holds b and p.
func (b Box) With(p Point) Box {
	return Box{
		Point{math.Min(b.Min.X, p.X), math.Min(b.Min.Y, p.Y)},
		Point{math.Max(b.Max.X, p.X), math.Max(b.Max.Y, p.Y)},
	}
}

// Union is the least box that holds both.
func (b Box) Union(c Box) Box {
	if c.Empty() {
		return b
	}
	return b.With(c.Min).With(c.Max)
}

// Grow is the box with d more on every side.
func (b Box) Grow(d float64) Box {
	if b.Empty() {
		return b
	}
	return Box{Point{b.Min.X - d, b.Min.Y - d}, Point{b.Max.X + d, b.Max.Y + d}}
}

// Bounds is a box that holds the inked paths, line widths included. A curve counts with its control points, between which
// it lies.
func Bounds(paths ...Path) Box {
	all := EmptyBox()
	for _, p := range paths {
		b := EmptyBox()
		for _, s := range p.Segs {
			b = b.With(s.To)
			if s.Op == Cubic {
				b = b.With(s.C1).With(s.C2)
			}
		}
		all = all.Union(b.Grow(p.Pen.reach()))
	}
	return all
}

// BoundsOf is a box that holds strokes in a frame, found without flattening teeth, ticks and circles.
func BoundsOf(strokes []Stroke, f Frame) Box {
	all := EmptyBox()
	for _, s := range strokes {
		switch s := s.(type) {
		case *Circle:
			r, c := s.Radius+s.RadiusFrac*f.H, f.Map(s.Center)
			all = all.Union(Box{c, c}.Grow(r + s.Pen.reach()))
		case *Zigzag:
			all = all.Union(band(f, s.A, s.B, s.Amplitude, -s.Amplitude, 0).Grow(s.Pen.reach()))
		case *Coil:
			all = all.Union(band(f, s.A, s.B, s.Amplitude, -s.Amplitude, 0).Grow(s.Pen.reach()))
		case *Hatch:
			over := math.Max(0, math.Abs(s.Depth)-s.Pitch) + s.Pitch/2
			all = all.Union(band(f, s.A, s.B, s.Depth, 0, over).Grow(s.Pen.reach()))
		default:
			all = all.Union(Bounds(Flatten(s, f)...))
		}
	}
	return all
}

// band is the box of what reaches from y0 to y1 beside the line from a to b, and over its end.
func band(f Frame, a, b Pt, y0, y1, over float64) Box {
	length, local := span(f, a, b)
	return EmptyBox().With(local(0, y0)).With(local(0, y1)).With(local(length+over, y0)).With(local(length+over, y1))
}

// reach is how far ink lies beside the pen's line.
func (p Pen) reach() float64 {
	if p.NoLine {
		return 0
	}
	return p.Weight.Width() / 2
}
