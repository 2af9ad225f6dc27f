package layout

import (
	"math"

	"diagram/dsl/component"
	"diagram/dsl/graph"
	"diagram/dsl/ink"
)

// heading is where an action points, in the axis frame: (1,0) along the axis, (0,1) to its left.
func (r *reader) heading(a *graph.Element, n *node) (u, v float64) {
	if a.Kind.Action().Weight {
		return r.metrics.toAxis(0, -1)
	}
	if h := a.Heading; h.Along != 0 || h.Across != 0 {
		return float64(h.Along), float64(h.Across)
	}
	return float64(n.sense), 0
}

// sense is the positive sense of a node along the axis or about it: what the mechanics say, else the author.
func (r *reader) sense(el *graph.Element) int {
	if r.senses != nil {
		if s := r.senses(el); s != 0 {
			return s
		}
	}
	if s := el.Positive.Sense(); s != 0 {
		return s
	}
	return 1
}

// action puts an action on its node's face, or over or under its box where it points across the axis.
func (r *reader) action(a *graph.Element, index int) {
	n := r.nodes[a.On.ID]
	if n == nil {
		return
	}
	if a.Kind.Action().Marks {
		r.displacement(a, n)
		return
	}
	length := a.Kind.Glyph.Size.Width
	if w := a.Drawn.Length; w > 0 {
		length = math.Max(w, 0.1)
	}
	label := elementText(r.graph, a)
	if a.Kind.Domain == component.Rotation {
		n.turning = append(n.turning, &ring{action: a, label: label, turn: turning(a, n), at: r.metrics.labelPlace(a)})
		return
	}
	u, v := r.heading(a, n)
	if math.Abs(v) > 1e-9 {
		n.across = append(n.across, &crossing{el: a, length: length, label: label, u: u, v: v})
		r.reserve(n)
		return
	}
	l := &lane{index: index, action: a, length: length, label: label, at: r.metrics.labelPlace(a)}
	l.slot.lane = l
	l.heading = int(math.Copysign(1, u))
	half := a.Kind.Glyph.Size.Height / 2
	l.up, l.down = half, half
	switch tall := half + labelGap + r.metrics.across(label); {
	case label.empty():
	case l.at == over:
		l.up, l.length = tall, math.Max(length, r.metrics.along(label))
	case l.at == under:
		l.down, l.length = tall, math.Max(length, r.metrics.along(label))
	default:
		l.length += labelGap + r.metrics.along(label)
		l.up = math.Max(l.up, r.metrics.across(label)/2)
		l.down = math.Max(l.down, r.metrics.across(label)/2)
	}
	n.actions = append(n.actions, l)
}

// faces chooses the face at which each action along the axis is drawn: the one towards which it points; the other where
// only there it can sit on the axis, and then the arrow points at the body.
func (p *plan) faces() {
	for _, n := range p.nodes {
		for _, l := range n.actions {
			ahead, behind := n.out, n.in
			forward := l.heading > 0 != p.flipped
			if !forward {
				ahead, behind = behind, ahead
			}
			if len(ahead) > 0 && (len(behind) == 0 || !l.axial(n, ahead) && l.axial(n, behind)) && !n.el.Kind.Body().Point && !l.isLabel() {
				l.inward, forward = true, !forward
			}
			if forward {
				l.from = n
				n.right = append(n.right, l)
			} else {
				l.to = n
				n.left = append(n.left, l)
			}
		}
	}
}

// axial reports whether an action can sit on the axis of a body among the connectors at one of its faces, where no other
// may stand at their far end.
func (l *lane) axial(n *node, face []*lane) bool {
	for _, o := range face {
		if !face[0].parallel(o) || len(o.other(n).actions) > 0 {
			return false
		}
	}
	return len(face) == 0 || len(face)%2 == 0 && l.up+l.down <= nestLimit
}

// crossing is an action that points across the axis, such as weight on a level floor.
type crossing struct {
	el     *graph.Element
	length float64
	label  text
	u, v   float64 // where it points, in the axis frame
}

// above reports whether the arrow stands over the box: it points up, or down at a body through whose floor it can't pass.
func (n *node) above(c *crossing) bool { return c.v > 0 || n.support || n.floor && !n.passage }

// reserve keeps room over and under a node's box for what points across the axis.
func (r *reader) reserve(n *node) {
	over, under := 0, 0
	for _, c := range n.across {
		if n.passage && c.v < 0 && c.length > 0 {
			c.length = math.Max(c.length, (n.rise()+floorDepth+seenBelow)/math.Abs(c.v))
		}
		room := c.length*math.Abs(c.v) + labelGap + r.metrics.across(c.label) + 0.05
		reach := c.length*math.Abs(c.u) + labelGap + r.metrics.along(c.label)
		if n.above(c) {
			n.over = math.Max(n.over, room)
			over++
		} else {
			if n.passage {
				room -= n.rise() + floorDepth
			}
			n.under = math.Max(n.under, room)
			under++
		}
		n.clear = math.Max(n.clear, reach)
		if k := max(over, under); k > 1 {
			n.width = math.Max(n.width, float64(k)*c.breadth(r.metrics))
		}
	}
}

// breadth is how much of an edge an arrow and its label take.
func (c *crossing) breadth(m metrics) float64 { return 0.2 + m.along(c.label) }

// turn is the angle of a direction given in the axis frame, on the page.
func (m metrics) turn(u, v float64) float64 {
	switch {
	case v == 0 && u > 0:
		return m.angle
	case v == 0:
		return m.angle + 180
	case u == 0 && v > 0:
		return m.angle + 90
	case u == 0:
		return m.angle - 90
	}
	return m.angle + math.Atan2(v, u)*180/math.Pi
}

// unit is the page direction of an angle.
func unit(angle float64) ink.Point { return ink.Point{X: 1}.Rotate(angle) }
