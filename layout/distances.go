package layout

import (
	"cmp"
	"math"
	"slices"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
)

// distancePitch is how far distances lie apart that are drawn one above the other, distanceRise how far they lie above what is
// below them, where their labels leave so much.
const (
	distancePitch = 0.55
	distanceRise  = 0.2
)

// distances draws what is drawn in full, the shorter ones lower, then the lines that lead up to it.
func (d *drafter) distances(line *skyline, distances []*mark) {
	slices.SortStableFunc(distances, func(a, b *mark) int {
		return cmp.Compare(math.Abs(a.u1-a.u0), math.Abs(b.u1-b.u0))
	})
	rise := distanceRise
	for _, m := range distances {
		rise = math.Min(rise, distancePitch-m.tall(d.metrics))
	}
	rise = math.Max(rise, tickHalf+0.03)
	var references []reference
	for _, m := range distances {
		v := d.drawDistance(line, m, rise)
		references = m.refer(d.plan.node(m.mark.From), m.u0, v, references)
		references = m.refer(m.node, m.u1, v, references)
	}
	for _, r := range references {
		d.refer(r)
	}
}

// distance finds where a coordinate begins and ends that is drawn in full; false where it isn't: it isn't measured from
// anything in the drawing, or counts towards what it is measured from.
func (d *drafter) distance(m *mark) bool {
	full := d.inFull[0]
	if m.mark.Constant {
		full = d.inFull[1]
	}
	if m.mark.From == nil || !full {
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

// tall is the room that a distance's label takes over its line.
func (m *mark) tall(metrics metrics) float64 { return labelGap + metrics.across(m.label) + 0.04 }

// drawDistance draws a coordinate in full, with its label in the middle, so far above what lies below. It returns the height of its line.
func (d *drafter) drawDistance(line *skyline, m *mark, rise float64) float64 {
	mid, half := (m.u0+m.u1)/2, math.Max(math.Abs(m.u1-m.u0), d.metrics.along(m.label))/2-markMargin
	base := line.raise(mid-half, mid+half, math.Inf(-1), math.Max(distancePitch, rise+m.tall(d.metrics))) + rise
	angle, mirror := d.along(m.u1 >= m.u0)
	f := ink.Frame{Origin: d.place(m.u0, base), Angle: angle, W: math.Abs(m.u1 - m.u0), H: 2 * tickHalf, Mirror: mirror}
	it := Item{Style: "distance", Frame: f, Strokes: distance}
	if m.mark.Constant {
		it.Style, it.Strokes = "dimension", dimensionLine
	}
	gap := labelGap
	if d.metrics.along(m.label)+2*ink.OpenLength > f.W {
		gap += tickHalf // above the ticks where it doesn't fit between them
	}
	if !m.label.empty() {
		it.Labels = []Label{beside(m.label, f.Local(f.W/2, 0), unit(d.metrics.angle+90), gap)}
	}
	d.addMark(m, it)
	return base
}

// reference is a line up from the corner of a node to the highest distance that begins or ends there.
type reference struct {
	mark *mark
	node *node
	u, v float64
}

// refer raises the reference line at a corner to a height, or begins one.
func (m *mark) refer(n *node, u, v float64, all []reference) []reference {
	for i := range all {
		if all[i].node == n && all[i].u == u {
			all[i].v = math.Max(all[i].v, v)
			return all
		}
	}
	return append(all, reference{m, n, u, v})
}

// refer draws a reference line, unless something is in its way.
func (d *drafter) refer(r reference) {
	top := r.v + tickHalf
	if d.blocked(r.node.el, r.u, r.node.t+2*markMargin, top-2*tickHalf-markMargin) {
		return
	}
	angle := d.metrics.angle + 90
	m := *r.mark
	if r.node != m.node {
		m = mark{node: r.node}
	}
	d.addMark(&m, Item{Style: "reference", Strokes: dashedLine,
		Frame: ink.Frame{Origin: d.place(r.u, r.node.t), Angle: angle, W: top - r.node.t}})
}

// blocked reports whether anything that is drawn, besides an element itself, lies on a line across the axis.
func (d *drafter) blocked(el *graph.Element, u, from, to float64) bool {
	if d.plan.flipped {
		u = -u
	}
	turned := func(p ink.Point) ink.Point { return p.Rotate(-d.metrics.angle) }
	hit := func(b ink.Box) bool {
		return b.Min.X-markMargin < u && u < b.Max.X+markMargin && b.Min.Y < to && b.Max.Y > from
	}
	for _, i := range d.sheets[len(d.sheets)-1].items {
		it := &d.buckets[i[0]][i[1]]
		f := it.Frame
		f.Origin, f.Angle = turned(f.Origin), f.Angle-d.metrics.angle
		own := it.Element == el && !IsMark(it.Style) || IsMark(it.Style) && (math.Abs(f.Origin.X-u) < 1e-6 || math.Abs(f.Local(f.W, 0).X-u) < 1e-6)
		if b := ink.BoundsOf(it.Strokes, f); !own && !b.Empty() && hit(b) {
			return true
		}
		for j := 1; j < len(it.Route); j++ {
			if hit(ink.EmptyBox().With(turned(it.Route[j-1])).With(turned(it.Route[j]))) {
				return true
			}
		}
		for _, l := range it.Labels {
			b := l.Box()
			if hit(ink.EmptyBox().With(turned(b.Min)).With(turned(b.Max)).With(turned(ink.Point{X: b.Min.X, Y: b.Max.Y})).With(turned(ink.Point{X: b.Max.X, Y: b.Min.Y}))) {
				return true
			}
		}
	}
	return false
}
