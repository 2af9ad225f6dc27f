package ink

import "math"

// coilAspect is how far a coil's loops lean over, as a fraction of its amplitude: the aspect of TikZ's coil decoration.
const coilAspect = 0.4

// Flatten turns a glyph's stroke, seen in frame f, into paths on the page: what SVG, PDF and PNG draw and what overlaps are
// measured by. The shapes are those of TikZ's decorations zigzag, coil and border, so that both print one picture.
func Flatten(s Stroke, f Frame) []Path { return AppendFlat(nil, s, f) }

// AppendFlat appends a stroke's paths to others.
func AppendFlat(to []Path, s Stroke, f Frame) []Path {
	switch s := s.(type) {
	case *Line:
		p := Path{Pen: s.Pen, Closed: s.Closed, Segs: make([]Seg, len(s.Pts))}
		for i, q := range s.Pts {
			p.Segs[i] = Seg{Op: LineTo, To: f.Map(q)}
		}
		if len(p.Segs) > 0 {
			p.Segs[0].Op = Move
		}
		return headed(to, p)
	case *Curve:
		return append(to, s.flatten(f))
	case *Rect:
		return append(to, s.flatten(f))
	case *Circle:
		r := s.Radius + s.RadiusFrac*f.H
		p := arc(f, s.Center, r, r, 0, 360, s.Pen)
		p.Closed = true
		return append(to, p)
	case *Arc:
		return append(to, s.flatten(f)...)
	case *Zigzag:
		return headed(to, s.flatten(f))
	case *Coil:
		return append(to, s.flatten(f))
	case *Hatch:
		return append(to, s.flatten(f)...)
	}
	return to
}

// FlattenAll flattens strokes one after the other.
func FlattenAll(strokes []Stroke, f Frame) []Path {
	var paths []Path
	for _, s := range strokes {
		paths = AppendFlat(paths, s, f)
	}
	return paths
}

// span is a stroke's line from A to B in a frame: its length, and the map of positions along it (x) and to its left (y), in
// the frame's own sense.
func span(f Frame, a, b Pt) (length float64, local func(x, y float64) Point) {
	from := Point{a.X.In(f.W), a.Y.In(f.H)}
	to := Point{b.X.In(f.W), b.Y.In(f.H)}
	d := to.Sub(from)
	length = d.Len()
	if length == 0 {
		return 0, func(float64, float64) Point { return f.Local(from.X, from.Y) }
	}
	e := d.Scale(1 / length)
	return length, func(x, y float64) Point { return f.Local(from.X+e.X*x-e.Y*y, from.Y+e.Y*x+e.X*y) }
}

// lead is the straight part before and after the teeth of a line of the given length: as asked, but never more than leaves a
// third of the line to the teeth.
func lead(asked, length float64) float64 { return math.Min(asked, length/3) }

// Pitch is the length of one tooth in a frame; Leads that of the straight part on each side.
func (s *Zigzag) Pitch(f Frame) (pitch, leads float64) {
	length, _ := span(f, s.A, s.B)
	leads = lead(s.Lead, length)
	return (length - 2*leads) / float64(s.teeth(length-2*leads)), leads
}

// Count is the number of teeth in a frame.
func (s *Zigzag) Count(f Frame) int {
	length, _ := span(f, s.A, s.B)
	return s.teeth(length - 2*lead(s.Lead, length))
}

// teeth is the number of teeth on a line of the given length.
func (s *Zigzag) teeth(length float64) int {
	if s.Every > 0 {
		return max(1, int(math.Round(length/s.Every)))
	}
	return max(1, s.Teeth)
}

// A tooth begins on the axis, is at +Amplitude after a quarter of its pitch and at -Amplitude after three quarters.
func (s *Zigzag) flatten(f Frame) Path {
	length, local := span(f, s.A, s.B)
	pitch, leads := s.Pitch(f)
	teeth := s.teeth(length - 2*leads)
	segs := make([]Seg, 0, 2*teeth+4)
	segs = append(segs, Seg{To: local(0, 0)}, Seg{Op: LineTo, To: local(leads, 0)})
	for i := range teeth {
		x := leads + float64(i)*pitch
		segs = append(segs, Seg{Op: LineTo, To: local(x+pitch/4, s.Amplitude)}, Seg{Op: LineTo, To: local(x+3*pitch/4, -s.Amplitude)})
	}
	segs = append(segs, Seg{Op: LineTo, To: local(length-leads, 0)}, Seg{Op: LineTo, To: local(length, 0)})
	return Path{Pen: s.Pen, Segs: segs}
}

// Pitch is the advance of one turn in a frame, TikZ's segment length; Leads the straight part on each side; aspect TikZ's
// segment aspect. Besides its whole turns a coil has half a turn more, which brings it back to its axis.
func (s *Coil) Pitch(f Frame) (pitch, leads, aspect float64) {
	length, _ := span(f, s.A, s.B)
	leads = lead(s.Lead, length)
	inner := length - 2*leads
	aspect = coilAspect
	if lean := 2 * aspect * s.Amplitude; lean > inner/3 && s.Amplitude > 0 {
		aspect = inner / 6 / s.Amplitude
	}
	return (inner - 2*aspect*s.Amplitude) / (float64(max(1, s.Turns)) + 0.5), leads, aspect
}

func (s *Coil) flatten(f Frame) Path {
	length, local := span(f, s.A, s.B)
	pitch, leads, aspect := s.Pitch(f)
	p := polyline(s.Pen, false, local(0, 0), local(leads, 0))
	x0 := leads
	on := func(x, y float64, twelfths int) Point {
		return local(x0+aspect*s.Amplitude*x+float64(twelfths)*pitch/12, s.Amplitude*y)
	}
	upper := func() {
		p.Segs = append(p.Segs,
			Seg{Cubic, on(0, 0.555, 1), on(0.445, 1, 2), on(1, 1, 3)},
			Seg{Cubic, on(1.555, 1, 4), on(2, 0.555, 5), on(2, 0, 6)})
	}
	for range max(1, s.Turns) {
		upper()
		p.Segs = append(p.Segs,
			Seg{Cubic, on(2, -0.555, 7), on(1.555, -1, 8), on(1, -1, 9)},
			Seg{Cubic, on(0.445, -1, 10), on(0, -0.555, 11), on(0, 0, 12)})
		x0 += pitch
	}
	upper()
	p.Segs = append(p.Segs, Seg{Op: LineTo, To: local(length, 0)})
	return p
}

// The ticks start on the face, from A on, and lean towards B by 45°. Each has a pitch to itself, and none reaches beyond B.
func (s *Hatch) flatten(f Frame) []Path {
	if s.Pitch <= 0 {
		return nil
	}
	length, local := span(f, s.A, s.B)
	n := int((length-s.Margin())/s.Pitch - 1e-6)
	if n <= 0 {
		return nil
	}
	p := Path{Pen: s.Pen, Segs: make([]Seg, 0, 2*n)}
	for i := range n {
		x := float64(i) * s.Pitch
		p.Segs = append(p.Segs,
			Seg{Op: Move, To: local(x, 0)},
			Seg{Op: LineTo, To: local(x+math.Abs(s.Depth), s.Depth)})
	}
	return []Path{p}
}

// Margin is the end of a face where no tick begins, so that none reaches beyond it.
func (s *Hatch) Margin() float64 { return math.Max(0, math.Abs(s.Depth)-s.Pitch) }

// kappa places the control points of a Bézier that stands for a quarter of a circle.
const kappa = 0.5522847498

// Controls are the control points of the Bézier from one of a curve's points to the next (a Catmull–Rom spline): there it runs parallel
// to the line between its neighbours.
func (s *Curve) Controls(i int) (c1, c2 Pt) {
	at := func(i int) Pt { return s.Pts[max(0, min(i, len(s.Pts)-1))] }
	ahead := func(p, from, to Pt, k float64) Pt {
		along := func(c, a, b Coord) Coord { return Coord{c.Frac + k*(b.Frac-a.Frac), c.Off + k*(b.Off-a.Off)} }
		return Pt{along(p.X, from.X, to.X), along(p.Y, from.Y, to.Y)}
	}
	return ahead(at(i), at(i-1), at(i+1), 1./6), ahead(at(i+1), at(i), at(i+2), -1./6)
}

func (s *Curve) flatten(f Frame) Path {
	p := Path{Pen: s.Pen, Closed: len(s.Back) > 0, Segs: []Seg{{Op: Move, To: f.Map(s.Pts[0])}}}
	for i, q := range s.Pts[1:] {
		c1, c2 := s.Controls(i)
		p.Segs = append(p.Segs, Seg{Cubic, f.Map(c1), f.Map(c2), f.Map(q)})
	}
	for _, q := range s.Back {
		p.Segs = append(p.Segs, Seg{Op: LineTo, To: f.Map(q)})
	}
	return p
}

// A rectangle runs from A along its second side first, as TikZ's does: so its dashes agree.
func (s *Rect) flatten(f Frame) Path {
	x0, y0 := s.A.X.In(f.W), s.A.Y.In(f.H)
	x1, y1 := s.B.X.In(f.W), s.B.Y.In(f.H)
	r := math.Min(s.Round, math.Min(math.Abs(x1-x0), math.Abs(y1-y0))/2)
	if r <= 0 {
		return polyline(s.Pen, true, f.Local(x0, y0), f.Local(x0, y1), f.Local(x1, y1), f.Local(x1, y0))
	}
	dx, dy := math.Copysign(r, x1-x0), math.Copysign(r, y1-y0)
	kx, ky := dx*(1-kappa), dy*(1-kappa)
	p := polyline(s.Pen, true, f.Local(x0, y0+dy), f.Local(x0, y1-dy))
	p.Segs = append(p.Segs,
		Seg{Cubic, f.Local(x0, y1-ky), f.Local(x0+kx, y1), f.Local(x0+dx, y1)},
		Seg{Op: LineTo, To: f.Local(x1-dx, y1)},
		Seg{Cubic, f.Local(x1-kx, y1), f.Local(x1, y1-ky), f.Local(x1, y1-dy)},
		Seg{Op: LineTo, To: f.Local(x1, y0+dy)},
		Seg{Cubic, f.Local(x1, y0+ky), f.Local(x1-kx, y0), f.Local(x1-dx, y0)},
		Seg{Op: LineTo, To: f.Local(x0+dx, y0)},
		Seg{Cubic, f.Local(x0+kx, y0), f.Local(x0, y0+ky), f.Local(x0, y0+dy)})
	return p
}

// arc is part of an ellipse in Béziers of at most a quarter turn each.
func arc(f Frame, center Pt, rx, ry, from, to float64, pen Pen) Path {
	cx, cy := center.X.In(f.W), center.Y.In(f.H)
	n := max(1, int(math.Ceil(math.Abs(to-from)/90-1e-9)))
	step := (to - from) / float64(n)
	k := 4.0 / 3 * math.Tan(step*math.Pi/180/4)
	at := func(a float64) (p, tangent Point) {
		sin, cos := Sincos(a)
		return Point{cx + rx*cos, cy + ry*sin}, Point{-rx * sin, ry * cos}
	}
	q, t := at(from)
	p := Path{Pen: pen, Segs: make([]Seg, 1, 1+n)}
	p.Segs[0].To = f.Local(q.X, q.Y)
	for i := range n {
		q1, t1 := at(from + step*float64(i+1))
		c1, c2 := q.Add(t.Scale(k)), q1.Sub(t1.Scale(k))
		p.Segs = append(p.Segs, Seg{Cubic, f.Local(c1.X, c1.Y), f.Local(c2.X, c2.Y), f.Local(q1.X, q1.Y)})
		q, t = q1, t1
	}
	return p
}

// The tip of a bent arrow lies along the chord of its own length, as with TikZ's bending library.
func (s *Arc) flatten(f Frame) []Path {
	rx, ry := s.Radii(f.H)
	pen := s.Pen
	pen.Head = NoHead
	if s.Pen.Head == NoHead || rx <= 0 {
		return []Path{arc(f, s.Center, rx, ry, s.From, s.To, pen)}
	}
	on := func(angle float64) Point {
		sin, cos := Sincos(angle)
		return f.Local(s.Center.X.In(f.W)+rx*cos, s.Center.Y.In(f.H)+ry*sin)
	}
	length := headLength(s.Pen.Head)
	back := s.back(on, s.To, s.From, length)
	to := s.To
	if s.Pen.Head == SolidHead {
		to = back
	}
	paths := []Path{arc(f, s.Center, rx, ry, s.From, to, pen), tip(s.Pen, on(back), on(s.To))}
	if s.Pen.Head == BothHeads {
		paths = append(paths, tip(s.Pen, on(s.back(on, s.From, s.To, length)), on(s.From)))
	}
	return paths
}

// back is the angle, from one end of an arc towards the other, at which the chord to that end has a length.
func (s *Arc) back(on func(angle float64) Point, end, other, length float64) float64 {
	if s.Squeeze == 0 {
		r := on(0).Sub(on(180)).Len() / 2
		return end - math.Copysign(2*math.Asin(math.Min(1, length/2/r))*180/math.Pi, end-other)
	}
	lo, hi := 0.0, 1.0 // of the way
	const exact = 40
	for range exact {
		mid := (lo + hi) / 2
		if on(end+mid*(other-end)).Sub(on(end)).Len() < length {
			lo = mid
		} else {
			hi = mid
		}
	}
	return end + hi*(other-end)
}

// headed appends a path of straight lines with its arrow heads, if it has any.
func headed(to []Path, p Path) []Path {
	head, n := p.Pen.Head, len(p.Segs)
	p.Pen.Head = NoHead
	if head == NoHead || n < 2 {
		return append(to, p)
	}
	pen := p.Pen
	pen.Head = head
	end, before := p.Segs[n-1].To, p.Segs[n-2].To
	if d := end.Sub(before); head == SolidHead && d.Len() > SolidLength {
		p.Segs[n-1].To = end.Sub(d.Scale(SolidLength / d.Len()))
	}
	to = append(to, p, tip(pen, before, end))
	if head == BothHeads {
		to = append(to, tip(pen, p.Segs[1].To, p.Segs[0].To))
	}
	return to
}

func headLength(h Head) float64 {
	if h == SolidHead {
		return SolidLength
	}
	return OpenLength
}

// tip is the arrow head whose point is at end, seen from the direction of from: a filled triangle, or two barbs.
func tip(pen Pen, from, end Point) Path {
	length, width := OpenLength, OpenWidth
	if pen.Head == SolidHead {
		length, width = SolidLength, SolidWidth
	}
	d := end.Sub(from)
	if d.Len() == 0 {
		d = Point{1, 0}
	}
	d = d.Scale(1 / d.Len())
	base := end.Sub(d.Scale(length))
	side := Point{-d.Y, d.X}.Scale(width / 2)
	if pen.Head == SolidHead {
		return polyline(Pen{Fill: Solid, NoLine: true}, true, base.Add(side), end, base.Sub(side))
	}
	return polyline(Pen{Weight: pen.Weight}, false, base.Add(side), end, base.Sub(side))
}
