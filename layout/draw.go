package layout

import (
	"math"

	"diagram/dsl/component"
	"diagram/dsl/graph"
	"diagram/dsl/ink"
)

// drafter turns plans into items.
type drafter struct {
	graph   *graph.Graph
	metrics metrics
	plan    *plan
	buckets [][]Item // by Element.ID, so that items come in the order of the file; the last is of those without an element
	sheets  []sheet
	box     ink.Box
	names   *names
	rows    []int   // how many systems, or parts of the figure, stand on each line
	tall    float64 // the largest size across the axis of a body with a mass
	inFull  [2]bool // coordinates that are distances are drawn from where they count, not as arrows at their bodies; and so are constant ones
}

// place takes a place in the plan's frame to the page.
func (d *drafter) place(u, v float64) ink.Point {
	if d.plan.flipped {
		u = -u
	}
	return d.metrics.page(u, v)
}

// along is the page angle of the direction of growing u, or of falling u; mirror says that up must be turned round.
func (d *drafter) along(forward bool) (angle float64, mirror bool) {
	if forward != d.plan.flipped {
		return d.metrics.angle, false
	}
	return d.metrics.angle + 180, true
}

// add adds an item for an element and returns it, to be used at once.
func (d *drafter) add(el *graph.Element, it Item) {
	it.Element = el
	it.Name = d.names.of(el.Name)
	it.Colour, it.Thick, it.Dashed = el.Drawn.Colour, el.Drawn.Thick, el.Drawn.Dashed
	it.Fill = el.Drawn.Fill
	s := &d.sheets[len(d.sheets)-1]
	s.items = append(s.items, [2]int{int(el.ID), len(d.buckets[el.ID])})
	s.box = s.box.Union(it.bounds())
	d.buckets[el.ID] = append(d.buckets[el.ID], it)
}

// bounds is the box that holds an item.
func (it *Item) bounds() ink.Box {
	b := ink.BoundsOf(it.Strokes, it.Frame)
	for _, p := range it.Route {
		b = b.With(p)
	}
	for _, h := range it.Hops {
		b = b.With(h.Top)
	}
	for _, l := range it.Labels {
		b = b.Union(l.Box())
	}
	return b
}

// draw makes the items of a plan.
func (d *drafter) draw(p *plan) {
	d.plan = p
	d.sheets = append(d.sheets, sheet{box: ink.EmptyBox(), panel: p.panel})
	for _, n := range p.nodes {
		if n.sized() {
			d.tall = math.Max(d.tall, n.t-n.b)
		}
		if n.support {
			d.support(n)
		} else {
			d.body(n)
		}
		for _, l := range n.left {
			d.action(n, l)
		}
		for _, l := range n.right {
			d.action(n, l)
		}
		d.across(n)
		d.contacts(n)
	}
	for _, l := range p.lanes {
		d.lane(l)
	}
	for _, n := range p.nodes {
		d.rings(n)
	}
	d.grounds()
	d.coordinates()
}

// glyph is an element's picture in a frame.
func glyph(el *graph.Element, f ink.Frame) Item { return drawn(el, lookOf(el), f) }

// lookOf is what an element's glyph depends on.
func lookOf(el *graph.Element) component.Look {
	look := el.Look
	look.Inline = el.Kind.Connector().Sliding && !el.OnFloor()
	return look
}

// drawn is an element's picture of a look.
func drawn(el *graph.Element, look component.Look, f ink.Frame) Item {
	look, mirror := el.Kind.Glyph.Turned(look, f.Angle)
	f.Mirror = f.Mirror || mirror
	return Item{Style: el.Kind.Style(look), Frame: f, Strokes: el.Kind.Glyph.Draw(look)}
}

// support draws a support's face: at the end of the axis one, or a face for each group of its lanes; amid the axis two, back
// to back.
func (d *drafter) support(n *node) {
	face := func(u, t, b float64, forward, labelled bool) {
		angle, _ := d.along(forward)
		f := ink.Frame{Origin: d.place(u, (t+b)/2), Angle: angle, W: n.depth, H: t - b}
		it := glyph(n.el, f)
		switch {
		case !labelled || n.moves() != nil || n.label.empty():
		case n.labelAt == over:
			it.Labels = append(it.Labels, beside(n.label, d.place(n.c, t), unit(d.metrics.angle+90), labelGap))
		case n.labelAt == under:
			it.Labels = append(it.Labels, beside(n.label, d.place(n.c, b-floorDepth), unit(d.metrics.angle-90), labelGap))
		default:
			it.Labels = append(it.Labels, beside(n.label, f.Map(n.el.Kind.Glyph.LabelAt), unit(angle+180), labelGap))
		}
		d.add(n.el, it)
	}
	switch {
	case n.lone:
		d.loneSupport(n)
	case n.rightmost:
		face(n.c, n.t, n.b, false, true)
	case n.leftmost || n.width == 0:
		face(n.c, n.t, n.b, true, true)
	default:
		face(n.u1, n.t, n.b, true, false)
		face(n.u0, n.t, n.b, false, false)
	}
	for _, piece := range n.pieces {
		face(n.u0, piece.t, piece.b, false, false)
	}
}

// loneSupport draws a support to which nothing is joined the way its kind is pictured: a ground lies below, a ceiling above.
func (d *drafter) loneSupport(n *node) {
	f := ink.Frame{Origin: d.place(n.c, (n.t+n.b)/2), Angle: n.el.Kind.Support().Stands.Facing(), W: n.depth, H: n.face}
	it := glyph(n.el, f)
	if !n.label.empty() && n.moves() == nil {
		it.Labels = append(it.Labels, beside(n.label, f.Map(n.el.Kind.Glyph.LabelAt), unit(f.Angle+180), labelGap))
	}
	d.add(n.el, it)
}

// body draws a body's box.
func (d *drafter) body(n *node) {
	f := ink.Frame{Origin: d.place(n.c, (n.t+n.b)/2), Angle: d.metrics.angle, W: n.width, H: n.t - n.b}
	it := glyph(n.el, f)
	if n.el.Kind.Body().Point && len(n.fanned)+len(n.entered) > 0 && n.t-n.b > n.el.Kind.Glyph.Size.Height+0.3 {
		it.Style = "plate"
		it.Strokes = plate
	}
	if !n.label.empty() && n.topping == 0 {
		it.Labels = append(it.Labels, d.label(n, f))
	}
	d.add(n.el, it)
}

// plate is what a joint looks like where several lanes meet: a thin upright bar.
var plate = []ink.Stroke{&ink.Rect{A: ink.At(-0.5, 0, -0.5, 0), B: ink.At(0.5, 0, 0.5, 0), Pen: ink.Pen{Fill: ink.Shade}}}

// action draws an arrow at a node's face.
func (d *drafter) action(n *node, l *lane) {
	switch {
	case l.stub:
		d.freeEnd(n, l)
		return
	case l.isLabel():
		return // it is drawn with its node
	}
	length := l.length
	if !l.label.empty() && l.at != over && l.at != under {
		length -= labelGap + d.metrics.along(l.label)
	}
	outward := l.from == n // at the right face
	face := l.face(n)
	sign := -1.0
	if outward {
		sign = 1
	}
	start, tip := face, face+sign*length
	forward := outward
	if l.inward {
		start, tip = tip, start
		forward = !outward
	}
	angle, _ := d.along(forward)
	f := ink.Frame{Origin: d.place(start, l.v), Angle: angle, W: length, H: l.action.Kind.Glyph.Size.Height}
	it := glyph(l.action, f)
	it.Ports = []Port{{Name: d.names.port(n.el, l.action), Point: d.place(face, l.v)}}
	switch {
	case l.label.empty():
	case l.at == over || l.at == under:
		side := unit(d.metrics.angle + 90)
		if l.at == under {
			side = side.Scale(-1)
		}
		mid := d.place(face+sign*length/2, l.v).Add(side.Scale(f.H / 2))
		it.Labels = append(it.Labels, beside(l.label, mid, side, labelGap))
	default:
		away, _ := d.along(outward)
		it.Labels = append(it.Labels, beside(l.label, d.place(face+sign*length, l.v), unit(away), labelGap))
	}
	d.add(l.action, it)
}

// across draws the actions that point across the axis: over the box, or hanging below it.
func (d *drafter) across(n *node) {
	for _, c := range n.across {
		if c.el == n.el {
			continue // its own label
		}
		over, edge := n.above(c), n.b
		switch {
		case over:
			edge = n.t
		case n.passage:
			edge = n.b - n.below + n.rise()
		}
		angle := d.metrics.turn(c.u, c.v)
		at := d.place(n.footing(c), edge)
		f := ink.Frame{Origin: at, Angle: angle, W: c.length, H: c.el.Kind.Glyph.Size.Height}
		away := unit(angle)
		if over == (c.v < 0) {
			// It points at the box: the tip is at the edge, the label at the other end.
			f.Origin = at.Sub(unit(angle).Scale(c.length))
			away = unit(angle + 180)
		}
		it := glyph(c.el, f)
		it.Ports = []Port{{Name: d.names.port(n.el, c.el), Point: at}}
		if !c.label.empty() {
			it.Labels = append(it.Labels, beside(c.label, at.Add(away.Scale(c.length)), away, labelGap))
		}
		d.add(c.el, it)
	}
}

// footing is the place along the axis where something stands on a box or hangs below it, after the posts at the same edge.
func (n *node) footing(c *crossing) float64 {
	over := n.above(c)
	before := n.posted(over)
	all := before + n.standingOn(over)
	for _, o := range n.across {
		if o == c {
			break
		}
		if n.above(o) == over {
			before++
		}
	}
	lo, hi := n.edge(over)
	return lo + (hi-lo)*(float64(before)+0.5)/float64(all)
}
