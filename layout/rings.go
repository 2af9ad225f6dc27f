package layout

import (
	"math"
	"slices"

	"diagram/dsl/component"
	"diagram/dsl/graph"
	"diagram/dsl/ink"
)

// What turns about a shaft is drawn round it: an arrow bent into an ellipse that passes before the shaft, beside the disc that it is of. A
// shaft is seen a little from its right end, and an upright one a little from above. Seen from there an arrow that is meant
// to run counter-clockwise runs so on the page, with its front half to the left of the shaft's far half, or below it: on a level
// shaft the front goes down, on an upright one to the right.

// Room in cm.
const (
	ringFirst = 0.1  // between a disc and the first arrow round its shaft
	ringNext  = 0.12 // between two
	ringLast  = 0.1  // beyond the last one on a free end
	ringClear = 0.1  // between the last one and the label or the glyph on the shaft
	ringTip   = 0.04 // how far its tip reaches beyond its curve
)

// ring is an arrow round the shaft beside a node: a torque, or the node's coordinate.
type ring struct {
	action *graph.Element // the torque; nil for a coordinate
	mark   *mark          // the coordinate
	label  text
	turn   int   // +1 counter-clockwise, -1 clockwise
	at     place // where the author wants its label
	beyond bool  // its label stands beyond the free end of the shaft
}

// turning is the sense in which an action turns its node: +1 counter-clockwise, -1 clockwise.
func turning(a *graph.Element, n *node) int {
	if a.Heading.Turn != 0 {
		return a.Heading.Turn
	}
	return n.sense
}

// length is how much of the shaft an arrow takes with its label.
func (r *ring) length(m metrics) float64 {
	length := component.RingWidth
	if r.action != nil {
		length = math.Max(length, r.action.Drawn.Length)
	}
	if r.beyond || r.label.empty() {
		return length
	}
	return math.Max(length, m.along(r.label))
}

// rise is how far an arrow with its label reaches above the axis, and below it.
func (r *ring) rise(m metrics) (up, down float64) {
	up, down = component.RingRadius+ringTip, component.RingRadius+ringTip
	switch {
	case r.label.empty():
	case r.beyond:
		up, down = math.Max(up, m.across(r.label)/2), math.Max(down, m.across(r.label)/2)
	case r.at == under:
		down += labelGap + m.across(r.label)
	default:
		up += labelGap + m.across(r.label)
	}
	return up, down
}

// collar is how much of a shaft the arrows round it take beside a face.
func collar(rings []*ring, m metrics) float64 {
	if len(rings) == 0 {
		return 0
	}
	length := ringFirst
	for i, r := range rings {
		if i > 0 {
			length += ringNext
		}
		length += r.length(m)
	}
	return length
}

// wind puts the arrows that run round the shafts beside their nodes, and makes room for them: on the shafts that are there, else
// on a free end. A coordinate stands on the side that a disc has towards what it hangs on, torques on the other one.
func (p *plan) wind() {
	for _, n := range p.nodes {
		chooseShafts(n.out)
	}
	for _, n := range p.nodes {
		p.windNode(n)
	}
	p.evenDiscs()
	for _, l := range p.lanes {
		if l.shaft {
			l.collars(p.metrics)
		}
	}
}

// windNode finds the faces for a node's arrows.
func (p *plan) windNode(n *node) {
	var marks, torques []*ring
	for _, r := range n.turning {
		if r.action == nil {
			marks = append(marks, r)
		} else {
			torques = append(torques, r)
		}
	}
	if len(marks)+len(torques) == 0 {
		return
	}
	var free, shaft [2]bool
	for side, face := range [][]*lane{n.in, n.out} {
		free[side] = len(face) == 0 && !n.support
		shaft[side] = slices.ContainsFunc(face, func(l *lane) bool { return l.shaft })
	}
	side := 1
	if free[0] && !free[1] || !free[1] && !shaft[1] {
		side = 0
	}
	other := 1 - side
	if !shaft[other] {
		other = side // one free end is enough
	}
	n.rings[other] = append(n.rings[other], marks...)
	n.rings[side] = append(n.rings[side], torques...)
	for side, rings := range n.rings {
		if len(rings) > 0 && free[side] {
			p.freeEnd(n, side)
		} else {
			n.collars[side] = collar(rings, p.metrics)
		}
	}
}

// freeEnd makes a short end of a shaft for the arrows at a face where nothing is joined.
func (p *plan) freeEnd(n *node, side int) {
	rings := n.rings[side]
	last := rings[len(rings)-1]
	last.beyond = len(rings) == 1 && !last.label.empty() && last.at != over && last.at != under
	l := &lane{index: math.MaxInt - 1 + side, action: n.el, stub: true, shaft: true, length: collar(rings, p.metrics) + ringLast}
	if last.action != nil {
		l.action = last.action
	}
	for _, r := range rings {
		up, down := r.rise(p.metrics)
		l.up, l.down = math.Max(l.up, up), math.Max(l.down, down)
	}
	l.end = l.length
	if last.beyond {
		l.length += labelGap + p.metrics.along(last.label)
	}
	l.slot.lane = l
	if side == 1 {
		l.from, n.right = n, append(n.right, l)
	} else {
		l.to, n.left = n, append(n.left, l)
	}
}

// carrier is the height of the shaft at one of a node's faces: that of the lane nearest to the axis.
func (n *node) carrier(side int) float64 {
	face := n.fanned
	if side == 0 {
		face = n.entered
	}
	r, o := n.row.find()
	axis := r.v + o
	v, nearest := axis, math.Inf(1)
	for _, l := range face {
		if off := math.Abs(l.v - axis); l.shaft && l.post != n && off < nearest {
			v, nearest = l.v, off
		}
	}
	return v
}

// rings draws the arrows round the shafts beside a node.
func (d *drafter) rings(n *node) {
	for side, rings := range n.rings {
		u, sign := n.u1, 1.0
		if side == 0 {
			u, sign = n.u0, -1
		}
		u += sign * ringFirst
		v := n.carrier(side)
		for _, r := range rings {
			length := r.length(d.metrics)
			d.ring(n, r, u+sign*length/2, v, sign)
			u += sign * (length + ringNext)
		}
	}
}

// ring draws one arrow.
func (d *drafter) ring(n *node, r *ring, u, v, sign float64) {
	const half = component.RingWidth / 2
	angle := d.metrics.seen()
	f := ink.Frame{Origin: d.place(u, v).Sub(unit(angle).Scale(half)), Angle: angle, W: 2 * half, H: 2 * component.RingRadius, Mirror: r.turn < 0}
	it := Item{Style: "rotation", Frame: f, Strokes: rotation}
	if r.action != nil {
		it = glyph(r.action, f)
		face := n.u1
		if sign < 0 {
			face = n.u0
		}
		it.Ports = []Port{{Name: d.names.port(n.el, r.action), Point: d.place(face, v)}}
	}
	if !r.label.empty() {
		side, at := unit(d.metrics.angle+90), d.place(u, v)
		switch {
		case r.beyond:
			away, _ := d.along(sign > 0)
			at, side = d.place(u+sign*(r.length(d.metrics)/2+ringLast), v), unit(away)
		case r.at == under:
			side = side.Scale(-1)
			fallthrough
		default:
			at = at.Add(side.Scale(component.RingRadius + ringTip))
		}
		it.Labels = []Label{beside(r.label, at, side, labelGap)}
	}
	if r.action != nil {
		d.add(r.action, it)
	} else {
		d.addMark(r.mark, it)
	}
}

// freeEnd draws the short end of a shaft.
func (d *drafter) freeEnd(n *node, l *lane) {
	forward := l.from == n
	angle, _ := d.along(forward)
	f := ink.Frame{Origin: d.place(l.face(n), l.v), Angle: angle, W: l.end, H: 2 * component.ShaftRadius}
	d.add(n.el, Item{Style: "shaft", Frame: f, Strokes: shaftEnd})
}

// seen is the direction on the page of the end from which a shaft is seen: to the right, or up.
func (m metrics) seen() float64 {
	if angle := math.Mod(m.angle+360, 180); angle <= 90 {
		return angle
	}
	return math.Mod(m.angle+360, 180) - 180
}

var (
	rotation = []ink.Stroke{component.Ring(ink.Pen{Weight: ink.Thin, Head: ink.OpenHead})}
	shaftEnd = []ink.Stroke{&ink.Line{Pts: []ink.Pt{ink.At(0, 0, 0, component.ShaftRadius), ink.At(1, 0, 0, component.ShaftRadius),
		ink.At(1, 0, 0, -component.ShaftRadius), ink.At(0, 0, 0, -component.ShaftRadius)}}}
)
