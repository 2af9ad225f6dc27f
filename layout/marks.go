package layout

import (
	"cmp"
	"math"
	"slices"

	"diagram/dsl/component"
	"diagram/dsl/graph"
	"diagram/dsl/ink"
)

// mark is a coordinate on its way to being drawn.
type mark struct {
	mark   Mark
	el     *graph.Element // the displacement element, if there is one
	label  text
	node   *node
	u0, u1 float64 // where its arrow begins and ends along the axis
}

// marked notes a coordinate to be drawn.
func (r *reader) marked(mk Mark) {
	n := r.nodes[mk.Node.ID]
	if n == nil {
		if t := elementText(r.graph, mk.Node); !mk.Constant && !t.empty() {
			p := r.plan(mk.Node)
			p.motions = append(p.motions, &mark{mark: mk, label: t})
		}
		return
	}
	m := &mark{mark: mk, node: n, label: mathText(mk.Formula)}
	if n.support && !mk.Constant {
		m.label = n.label // what stands beside a plate that moves is its motion
		if m.label.empty() {
			return
		}
	}
	n.coords = append(n.coords, m)
	p := r.plan(mk.Node)
	p.marks = append(p.marks, m)
}

// displacement gives the coordinate of a node its element, or draws one that wasn't asked for.
func (r *reader) displacement(a *graph.Element, n *node) {
	for _, m := range n.coords {
		if m.el == nil && !m.mark.Constant {
			m.el = a
			return
		}
	}
	m := &mark{mark: Mark{Node: n.el, Sense: 1}, el: a, node: n, label: elementText(r.graph, a)}
	if n.support && m.label.empty() {
		m.label = n.label
	}
	if u, _ := r.heading(a, n); u < 0 {
		m.mark.Sense = -1
	}
	n.coords = append(n.coords, m)
	p := r.plan(n.el)
	p.marks = append(p.marks, m)
}

// Coordinates are drawn above the rest, each as low as what lies below it allows.
const (
	markArrow  = 0.8  // the usual length of a coordinate's arrow
	markGap    = 0.22 // between it and what lies below
	markTick   = 0.16 // half the height of its reference tick
	markTurn   = 0.3  // the radius of an angle's arrow
	markMargin = 0.1  // on either side of it
	markAlign  = 0.6  // how far an arrow is raised to stand as high as others
	fullLimit  = 6    // how many distances a diagram may have that are drawn in full
)

// inFull tells how a diagram's coordinates are drawn that are distances: all of them in full, from what they are measured
// from; or, where these would pile up, all of them as short arrows at their bodies. So one picture has one convention, and
// its area stays in proportion to its elements.
func inFull(marks []Mark) bool {
	distances := 0
	for _, m := range marks {
		if m.From != nil {
			distances++
		}
	}
	return distances <= fullLimit
}

// coordinates draws a plan's coordinates: first the arrows at their bodies, then the distances over them, the shorter ones
// lower.
func (d *drafter) coordinates() {
	p := d.plan
	if len(p.marks) == 0 {
		return
	}
	line := newSkyline(p)
	var arrows, distances []*mark
	for _, m := range p.marks {
		switch {
		case m.node.beside() == m:
		case d.distance(m):
			distances = append(distances, m)
		case !m.mark.Constant:
			arrows = append(arrows, m)
		}
	}
	d.arrows(line, arrows)
	slices.SortStableFunc(distances, func(a, b *mark) int {
		return cmp.Compare(math.Abs(a.u1-a.u0), math.Abs(b.u1-b.u0))
	})
	for _, m := range distances {
		d.drawDistance(line, m)
	}
}

// beside is the motion that is drawn beside a plate rather than above it: that of a support at an end of the axis.
func (n *node) beside() *mark {
	if !n.leftmost && !n.rightmost || n.el.Domain == component.Rotation {
		return nil
	}
	for _, m := range n.coords {
		if !m.mark.Constant {
			return m
		}
	}
	return nil
}

// distance finds where a coordinate begins and ends that is drawn in full; false where it isn't: it isn't measured from
// anything in the drawing, or counts towards what it is measured from.
func (d *drafter) distance(m *mark) bool {
	if m.mark.From == nil || !d.inFull {
		return false
	}
	n, o := m.node, d.plan.node(m.mark.From)
	if o == nil || o == n {
		return false
	}
	m.u0, m.u1 = o.u1, n.u0
	if o.c > n.c {
		m.u0, m.u1 = o.u0, n.u1
	}
	forward := (m.mark.Sense >= 0) != d.plan.flipped
	const least = 0.4
	return math.Abs(m.u1-m.u0) > least && (m.mark.Constant || (m.u1 > m.u0) == forward)
}

// drawDistance draws a coordinate in full, with its label in the middle.
func (d *drafter) drawDistance(line *skyline, m *mark) {
	mid, half := (m.u0+m.u1)/2, math.Max(math.Abs(m.u1-m.u0), d.metrics.along(m.label))/2+markMargin
	room := markGap + 2*markTick + labelGap + d.metrics.across(m.label) + 0.05
	base := line.raise(mid-half, mid+half, math.Inf(-1), room) + markGap + markTick
	angle, mirror := d.along(m.u1 >= m.u0)
	f := ink.Frame{Origin: d.place(m.u0, base), Angle: angle, W: math.Abs(m.u1 - m.u0), H: 2 * markTick, Mirror: mirror}
	it := Item{Style: "distance", Frame: f, Strokes: distance}
	if m.mark.Constant {
		it.Style, it.Strokes = "dimension", dimensionLine
	}
	gap := labelGap
	if d.metrics.along(m.label)+2*ink.OpenLength > f.W {
		gap += markTick // above the ticks where it doesn't fit between them
	}
	it.Labels = []Label{beside(m.label, f.Local(f.W/2, 0), unit(d.metrics.angle+90), gap)}
	d.add(m.element(), it)
}

// element is what a coordinate's item belongs to.
func (m *mark) element() *graph.Element {
	if m.el != nil {
		return m.el
	}
	return m.node.el
}

// arrows draws coordinates as short arrows at their bodies, at one height where that is nearly so by itself.
func (d *drafter) arrows(line *skyline, marks []*mark) {
	type stub struct {
		*mark
		lo, hi, half float64 // its room along the axis and, from the middle, across it
		base         float64
	}
	stubs := make([]stub, len(marks))
	for i, m := range marks {
		s := &stubs[i]
		s.mark = m
		reach := markArrow
		forward := (m.mark.Sense >= 0) != d.plan.flipped
		m.u0 = m.node.c
		if m.node.el.Domain == component.Rotation {
			reach = markTurn
			forward = (m.mark.Sense < 0) != d.plan.flipped // over the shaft, clockwise is forwards
		}
		s.lo, s.hi = m.node.c-markMargin, m.node.c+reach+labelGap+d.metrics.along(m.label)+markMargin
		if m.node.el.Domain == component.Rotation {
			s.lo -= markTurn
		}
		m.u1 = m.node.c + reach
		if !forward {
			m.u1 = m.node.c - reach
			s.lo, s.hi = 2*m.node.c-s.hi, 2*m.node.c-s.lo
		}
		s.half = math.Max(markTick, d.metrics.across(m.label)/2)
		s.base = line.top(s.lo, s.hi)
	}
	// The highest arrow lifts those that are a little lower.
	order := make([]*stub, len(stubs))
	for i := range stubs {
		order[i] = &stubs[i]
	}
	slices.SortStableFunc(order, func(a, b *stub) int { return cmp.Compare(b.base, a.base) })
	for i := 1; i < len(order); i++ {
		if a, b := order[i-1], order[i]; a.base-b.base < markAlign {
			b.base = a.base
		}
	}
	for i := range stubs {
		s := &stubs[i]
		base := line.raise(s.lo, s.hi, s.base, markGap+2*s.half) + markGap + s.half
		d.drawArrow(s.mark, base)
	}
}

// drawArrow draws a short arrow, straight or bent, with its label at the tip.
func (d *drafter) drawArrow(m *mark, base float64) {
	angle, mirror := d.along(m.u1 >= m.u0)
	f := ink.Frame{Origin: d.place(m.u0, base), Angle: angle, W: math.Abs(m.u1 - m.u0), H: 2 * markTick, Mirror: mirror}
	it := Item{Style: "coordinate", Frame: f, Strokes: coordinate}
	if m.node.el.Domain == component.Rotation {
		it.Style, it.Strokes = "rotation", angleOf
	}
	it.Labels = []Label{beside(m.label, f.Local(f.W, 0), unit(angle), labelGap)}
	d.add(m.element(), it)
}

// drawMotion draws the motion of a plate behind it, given the place and direction in which its material lies.
func (d *drafter) drawMotion(m *mark, back ink.Point, away float64) {
	start := back.Add(unit(away).Scale(markGap))
	f := ink.Frame{Origin: start, Angle: away, W: markArrow, H: 2 * markTick}
	forward, _ := d.along((m.mark.Sense >= 0) != d.plan.flipped)
	end, gap := f.Local(f.W, 0), labelGap
	if math.Cos((forward-away)*math.Pi/180) < 0 {
		f.Origin, f.Angle = end, away+180
		gap += markTick * math.Abs(unit(away).Y) // a level tick close above a label would read as a bar over it
	}
	it := Item{Style: "coordinate", Frame: f, Strokes: coordinate}
	it.Labels = []Label{beside(m.label, end, unit(away), gap)}
	d.add(m.element(), it)
}

// motion is that of a support which lies under what slides on it; nil where it doesn't move.
func (p *plan) motion(el *graph.Element) *mark {
	for _, m := range p.motions {
		if m.mark.Node == el {
			return m
		}
	}
	return nil
}

// drawFloorMotion draws the motion of a floor below the first body on it.
func (d *drafter) drawFloorMotion(m *mark, f floor) {
	drop := floorDepth + f.first.drop + markGap + math.Max(markTick, d.metrics.across(m.label)/2)
	angle, mirror := d.metrics.angle, false
	if m.mark.Sense < 0 {
		angle, mirror = angle+180, true
	}
	mid := d.place(f.first.c, f.v-drop)
	it := Item{Style: "coordinate", Strokes: coordinate,
		Frame: ink.Frame{Origin: mid.Sub(unit(angle).Scale(markArrow / 2)), Angle: angle, W: markArrow, H: 2 * markTick, Mirror: mirror}}
	it.Labels = []Label{beside(m.label, it.Frame.Local(markArrow, 0), unit(angle), labelGap)}
	d.add(m.mark.Node, it)
}

// node finds an element's node, or the joint within a lane that it is.
func (p *plan) node(el *graph.Element) *node {
	for _, n := range p.nodes {
		if n.el == el {
			return n
		}
	}
	for _, m := range p.marks {
		if m.node.el == el {
			return m.node
		}
	}
	return nil
}

// angleOf is an arrow bent over a disc, which clockwise ends at the right.
var angleOf = []ink.Stroke{&ink.Arc{Center: ink.At(0, 0, 0, -markTick), Radius: markTurn, From: 170, To: 10,
	Pen: ink.Pen{Weight: ink.Thin, Head: ink.OpenHead}}}

// coordinate is a reference tick from which a thin arrow counts; distance the same with a tick at its end as well.
var (
	coordinate = []ink.Stroke{
		&ink.Line{Pts: []ink.Pt{ink.At(0, 0, 0, -markTick), ink.At(0, 0, 0, markTick)}, Pen: ink.Pen{Weight: ink.Thin}},
		&ink.Line{Pts: []ink.Pt{ink.At(0, 0, 0, 0), ink.At(1, 0, 0, 0)}, Pen: ink.Pen{Weight: ink.Thin, Head: ink.OpenHead}},
	}
	distance = []ink.Stroke{
		&ink.Line{Pts: []ink.Pt{ink.At(0, 0, 0, -markTick), ink.At(0, 0, 0, markTick)}, Pen: ink.Pen{Weight: ink.Thin}},
		&ink.Line{Pts: []ink.Pt{ink.At(1, 0, 0, -markTick), ink.At(1, 0, 0, markTick)}, Pen: ink.Pen{Weight: ink.Thin}},
		&ink.Line{Pts: []ink.Pt{ink.At(0, 0, 0, 0), ink.At(1, 0, 0, 0)}, Pen: ink.Pen{Weight: ink.Thin, Head: ink.OpenHead}},
	}
)
