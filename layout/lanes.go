package layout

import (
	"math"
	"slices"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
)

// dimensionDrop is how far below a connector its dimension line lies, and dimensionGap how far below that its label.
const (
	dimensionDrop = 0.2
	dimensionGap  = 0.12
)

// share divides the stretch of a lane that no post crosses among its connectors, in proportion to their lengths; what is left
// over at either end they bridge with bare lines.
func (l *lane) share(visit func(pt *part, a, b float64)) {
	from, to := l.free()
	room, total := to-from, 0.0
	for _, pt := range l.parts {
		room -= pt.gap
		total += pt.length
	}
	u := from
	for i := range l.parts {
		pt := &l.parts[i]
		a, b := u, u+room*pt.length/total
		visit(pt, a, b)
		u = b + pt.gap
	}
}

// lane draws the connectors of a lane and the joints between them.
func (d *drafter) lane(l *lane) {
	left, start := l.from.el, l.u0
	l.stand(!l.onAxis())
	l.share(func(pt *part, a, b float64) {
		c := connection{left: left, right: pt.joint, start: start, end: b, a: a, b: b, v: l.v, bars: l.barred}
		if pt.joint == nil {
			c.right, c.end = l.to.el, l.u1
			if l.post != nil {
				edge := l.post.t
				if l.v < l.post.b {
					edge = l.post.b
				}
				q := d.place(l.postU, edge)
				c.post = &q
			}
		}
		d.connector(*pt, c)
		if pt.joint != nil {
			d.dot(*pt, b, l.v)
			left, start = pt.joint, b+pt.gap
		}
	})
}

// connection is where one connector runs: from start to end along the axis, with its glyph between a and b.
type connection struct {
	left, right      *graph.Element
	start, end, a, b float64
	v                float64
	post             *ink.Point // the foot of the post at its right end
	bars             []bar      // where others' posts cross it
}

func (d *drafter) connector(pt part, c connection) {
	el := pt.el
	size := pt.size()
	spans := size.Reaches && len(c.bars) == 0
	switch {
	case spans:
		c.a, c.b = c.start, c.end
	case len(c.bars) == 0:
		c.a, c.b = c.a+pt.ends[0], c.b-pt.ends[1]
	}
	length := c.b - c.a
	usual := pt.length
	if !spans && (length > stretchLimit*usual && el.Kind.Connector().Tie == nil || pt.fixed) {
		length = math.Min(length, usual)
		if !pt.fixed {
			length = math.Min(c.b-c.a, 1.3*usual)
		}
	}
	mid := (c.a + c.b) / 2
	a, b := d.place(mid-length/2, c.v), d.place(mid+length/2, c.v)
	route := []ink.Point{d.place(c.start, c.v), d.place(c.end, c.v)}
	if c.post != nil {
		route = append(route, *c.post)
	}
	forward := !pt.reversed
	hops := d.hops(c.bars, c.v, c.start, c.end)
	if pt.reversed {
		a, b = b, a
		slices.Reverse(hops)
		for i, j := 0, len(route)-1; i < j; i, j = i+1, j-1 {
			route[i], route[j] = route[j], route[i]
		}
		c.left, c.right = c.right, c.left
	}
	angle, _ := d.along(forward)
	f := ink.Frame{Origin: a, Angle: angle, W: length, H: size.Height}
	it := drawn(el, pt.look(), f)
	it.Ports = []Port{
		{d.names.port(c.left, el), route[0]},
		{d.names.port(c.right, el), route[len(route)-1]},
	}
	if c.post != nil || c.end-c.start > length+1e-9 {
		it.Route, it.Hops = route, hops
	}
	up := unit(d.metrics.angle + 90)
	if !pt.label.empty() {
		if pt.beneath {
			up = up.Scale(-1)
		}
		at := a.Add(b).Scale(0.5).Add(up.Scale(pt.labelLift(size.Height)))
		it.Labels = append(it.Labels, beside(pt.label, at, up, labelGap))
	}
	d.add(el, it)
	if !pt.dim.empty() {
		d.dimension(pt, f)
	}
}

// dot draws the joint between two connectors of a lane.
func (d *drafter) dot(pt part, u, v float64) {
	k := pt.joint.Kind
	f := ink.Frame{Origin: d.place(u+pt.gap/2, v), Angle: d.metrics.angle, W: pt.gap, H: k.Glyph.Size.Height}
	it := glyph(pt.joint, f)
	if !pt.jointLabel.empty() {
		up := unit(d.metrics.angle + 90)
		if pt.point.labelAt == under {
			up = up.Scale(-1)
		}
		it.Labels = append(it.Labels, beside(pt.jointLabel, f.Origin.Add(up.Scale(k.Glyph.Size.Height/2)), up, labelGap))
	}
	d.add(pt.joint, it)
}

// dimension draws a length of a connector as a dimension line below it.
func (d *drafter) dimension(pt part, f ink.Frame) {
	down := d.metrics.angle - 90
	drop := unit(down).Scale(pt.height/2 + pt.dimDrop + dimensionDrop)
	span, _ := pt.el.Dimension()
	from, to := span.From.In(f.W), span.To.In(f.W)
	g := ink.Frame{Origin: f.Local(from, 0).Add(drop), Angle: f.Angle, W: to - from, H: dimensionHeight, Mirror: f.Mirror}
	mid := g.Local(g.W/2, 0)
	d.add(pt.el, Item{Style: "dimension", Frame: g, Strokes: dimensionLine,
		Labels: []Label{beside(pt.dim, mid, unit(down), dimensionGap)}})
}

// dimensionHeight is the height of the ticks of a dimension line.
const dimensionHeight = 0.2

var dimensionLine = []ink.Stroke{
	&ink.Line{Pts: []ink.Pt{ink.At(0, 0, -0.5, 0), ink.At(0, 0, 0.5, 0)}, Pen: ink.Pen{Weight: ink.Thin}},
	&ink.Line{Pts: []ink.Pt{ink.At(1, 0, -0.5, 0), ink.At(1, 0, 0.5, 0)}, Pen: ink.Pen{Weight: ink.Thin}},
	&ink.Line{Pts: []ink.Pt{ink.At(0, 0, 0, 0), ink.At(1, 0, 0, 0)}, Pen: ink.Pen{Weight: ink.Thin, Head: ink.BothHeads}},
}
