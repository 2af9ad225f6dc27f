package layout

import (
	"math"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
)

// place is where a label goes, in the axis frame.
type place uint8

// usual is where the kind has its label, within its box; over and under are where v grows and falls, ahead and behind where
// u does.
const (
	usual place = iota
	within
	over
	under
	ahead
	behind
	outside // not in the box, in which it doesn't fit
)

// labelPlace is where the author wants an element's label.
func (m metrics) labelPlace(el *graph.Element) place {
	var u, v float64
	switch el.Drawn.LabelAt {
	case graph.Above:
		u, v = m.toAxis(0, 1)
	case graph.Below:
		u, v = m.toAxis(0, -1)
	case graph.Left:
		u, v = m.toAxis(-1, 0)
	case graph.Right:
		u, v = m.toAxis(1, 0)
	case graph.Inside:
		return within
	default:
		return usual
	}
	switch {
	case math.Abs(v) >= math.Abs(u) && v > 0:
		return over
	case math.Abs(v) >= math.Abs(u):
		return under
	case u > 0:
		return ahead
	}
	return behind
}

// labelRoom keeps room for a node's label: in its box, above it, or on another side where the author wishes and there can be
// room. Along the axis a label takes a lane at its face, as an action's arrow does; at an edge it stands beside what else
// stands there.
func (r *reader) labelRoom(n *node) {
	if n.label.empty() {
		return
	}
	m := r.metrics
	at := m.labelPlace(n.el)
	point := n.el.Kind.Body().Point
	switch {
	case n.support:
		if at != over && at != under {
			at = usual
		}
	case point && at == within:
		at = over
	case at == within:
		n.label, _ = m.boxed(n)
	case at == usual:
		switch inner, fits := m.boxed(n); {
		case point:
			at = over
		case fits && n.el.Kind.Glyph.Inside:
			n.label, at = inner, within
		default:
			at = outside
		}
	}
	n.labelAt = at
	tall, half := labelGap+m.across(n.label), m.along(n.label)/2
	switch {
	case at == within:
		n.width = math.Max(n.width, m.along(n.label)+2*n.pad())
		n.height = math.Max(n.height, m.across(n.label)+2*n.pad())
	case at == over && n.support:
		n.over, n.clear = tall, half
	case at == under && n.support:
		n.under, n.clear = floorDepth+tall, half // a floor may end at its foot
	case at == ahead, at == behind:
		l := &lane{index: len(r.graph.Edges) + len(r.graph.Actions), action: n.el, length: labelGap + m.along(n.label), heading: 1}
		if at == behind {
			l.heading = -1
		}
		l.up, l.down = m.across(n.label)/2, m.across(n.label)/2
		l.slot.lane = l
		n.actions = append(n.actions, l)
		n.acted = true
	}
}

// bareLead is how much of a lane beside a face has nothing but a line.
const bareLead = 0.2

// overreaches reports whether a body's label, beside the body, is so wide that it comes near the glyphs of its lanes.
func (r *reader) overreaches(n *node) bool {
	return !n.label.empty() && r.metrics.along(n.label) > n.width+2*bareLead
}

// labelBelow keeps room for a label that the author wants below a point, or under the floor of a body and what lies there.
func (r *reader) labelBelow(n *node) {
	if n.labelAt != under || n.support || !n.floor && !n.el.Kind.Body().Point {
		return
	}
	n.sunk = n.under
	n.under += labelGap + r.metrics.across(n.label)
	n.clear = math.Max(n.clear, r.metrics.along(n.label)/2)
}

// label places a body's label. One above all else has its place later.
func (d *drafter) label(n *node, f ink.Frame) Label {
	up := d.metrics.angle + 90
	switch n.labelAt {
	case within:
		if !n.el.Kind.Glyph.Inside {
			return inside(n.label, f.Origin)
		}
		return inside(n.label, f.Map(n.el.Kind.Glyph.LabelAt))
	case ahead, behind:
		for _, face := range [][]*lane{n.left, n.right} {
			for _, l := range face {
				if l.action == n.el {
					away, _ := d.along(l.from == n)
					return beside(n.label, d.place(l.face(n), l.v), unit(away), labelGap)
				}
			}
		}
	}
	for _, c := range n.across {
		if c.el == n.el {
			v, side := n.t, up
			if c.v < 0 {
				v, side = n.b, up+180
			}
			return beside(n.label, d.place(n.footing(c), v), unit(side), labelGap)
		}
	}
	u := n.c
	if n.posted(n.labelAt == over) > 0 {
		u = n.u1 + labelGap + d.metrics.along(n.label)/2
	}
	if n.labelAt == under {
		return beside(n.label, d.place(u, n.b-n.standing()-n.sunk), unit(up+180), labelGap)
	}
	return beside(n.label, d.place(u, n.t), unit(up), labelGap)
}
