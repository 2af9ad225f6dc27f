package layout

import (
	"math"
	"slices"

	"diagram/dsl/graph"
)

// A box grows with its label, up to boxLimit times its usual size or, where that is small, to boxLeast. What is longer than that
// stands outside.
const (
	boxLimit = 1.5
	boxLeast = 1.0
	tallest  = 2.2 // the same for its height
	// A disc, seen on its edge, stays narrow.
	edgeLimit = 0.65
	edgePad   = 0.12
)

// pad is the room around the label in a node.
func (n *node) pad() float64 {
	if n.turns() {
		return edgePad
	}
	return insidePad
}

// boxed is a node's label as it is set in its box, and whether it fits.
func (m metrics) boxed(n *node) (text, bool) {
	wide, tall := n.width, n.height
	if m.upright() {
		wide, tall = tall, wide
	}
	larger := math.Max(1, n.label.size/graph.UsualFontSize)
	wide, tall = math.Max(boxLimit*wide*larger, boxLeast), math.Max(tallest*tall*larger, boxLeast)
	if n.turns() && !m.upright() {
		wide = edgeLimit * larger
	}
	if w := n.el.Drawn.Width; w > 0 {
		wide = w
	}
	if h := n.el.Drawn.Height; h > 0 {
		tall = h
	}
	t := n.label.wrap(wide - 2*n.pad())
	along, across := m.along(t), m.across(t)
	if m.upright() {
		along, across = across, along
	}
	const tolerance = 0.1 // the padding is wider than it must be
	return t, along+2*n.pad() <= wide+tolerance && across+2*n.pad() <= tall+tolerance
}

// outsideWidth is how wide a label of words gets that stands beside a box on an upright axis, where lines are cheaper than height.
const outsideWidth = 3.6

// putOutside finds the room for the labels that stand outside of bodies: on the side that the author wants; else above them, to the
// right on an upright axis, or on the other side where a coordinate or an arrow stands on this one and that one is free.
func (r *reader) putOutside(p *plan) {
	m := r.metrics
	for _, n := range p.nodes {
		switch {
		case n.support, n.label.empty(), n.labelAt == under && (n.floor || n.el.Kind.Body().Point):
			continue
		case n.labelAt == outside:
			n.labelAt = n.freeSide()
		case n.labelAt != over && n.labelAt != under:
			continue
		}
		if m.upright() && !n.thin {
			n.label = n.label.wrap(outsideWidth * n.label.size / graph.UsualFontSize)
			n.width = math.Max(n.width, m.along(n.label)+2*markMargin) // clear of the lines from its corners
		}
		room := labelGap + m.across(n.label) + markMargin
		if n.labelAt == under {
			n.sunk = n.under
			n.under += room
		} else {
			n.topping = room
			if n.el.Kind.Body().Point { // above the labels of what it joins
				for _, l := range r.attached(n) {
					n.topping = math.Max(n.topping, room+l.up-n.height/2)
				}
			}
			if c := n.labelCrossing(); n.markRoom > 0 && !n.thin && !n.turns() && n.marksReach()+c.breadth(m) <= n.width {
				n.across = append(n.across, c) // beside the coordinate
				n.over, n.topping = math.Max(n.over, room), 0
			}
		}
		n.clear = math.Max(n.clear, m.along(n.label)/2)
	}
}

// freeSide is the side on which a label stands best that doesn't fit in the box.
func (n *node) freeSide() place {
	above, below := n.markRoom > 0, n.floor || len(n.contacts) > 0
	for _, c := range n.across {
		above = above || n.above(c)
		below = below || !n.above(c)
	}
	if above && !below {
		return under
	}
	return over
}

// overhang is how far a label above or below a node reaches beyond its box on either side.
func (n *node) overhang() float64 {
	if n.label.empty() || n.labelAt != over && n.labelAt != under || n.support || n.topping > 0 && n.el.Kind.Body().Point {
		return 0
	}
	return math.Max(0, n.clear-n.width/2)
}

// labelsApart is the air between such a label and that of a connector beside it.
const labelsApart = 0.2

// labelCrossing is a node's label as what shares the edge of its box with others.
func (n *node) labelCrossing() *crossing {
	if n.labelAt == under {
		return &crossing{el: n.el, label: n.label, v: -1}
	}
	return &crossing{el: n.el, label: n.label, v: 1}
}

// shareEdge lets a label share the edge of its box with the posts that come down on it; it reports whether it does so from now on.
func (n *node) shareEdge(m metrics) bool {
	if n.el.Kind.Body().Point && n.topping > 0 && len(n.posts) > 0 {
		n.over, n.topping = n.over+n.topping, 0
		return true
	}
	c := n.labelCrossing()
	outside := n.topping > 0 || n.labelAt == under && !n.floor && !n.el.Kind.Body().Point
	if !outside || len(n.posts) == 0 || slices.ContainsFunc(n.across, func(c *crossing) bool { return c.el == n.el }) {
		return false
	}
	n.across = append(n.across, c)
	n.over += n.topping
	n.topping = 0
	n.clear = math.Max(n.clear, labelGap+m.along(n.label))
	return true
}

// findEaves finds how far the labels of connectors that end at a node reach beyond its box, below it and above, where they
// come so near to it that what lies above the node, or the floor under it, lies above them.
func (n *node) findEaves() {
	n.eaves = [2]float64{}
	for i, face := range [][]*lane{n.entered, n.fanned} {
		for _, l := range face {
			if l.isAction() || ((l.u1-l.u0)/float64(len(l.parts))-l.labelled)/2 >= n.verge(2*i-1)+laneGap {
				continue
			}
			n.eaves[0], n.eaves[1] = math.Max(n.eaves[0], l.down-n.room(l)), math.Max(n.eaves[1], l.up-n.room(l))
		}
	}
}

// toppings draws the labels that stand above all else at their bodies, but below the lanes that pass over these. bare is the
// skyline without the coordinates.
func (d *drafter) toppings(line, bare *skyline) {
	for _, n := range d.plan.nodes {
		if n.topping == 0 {
			continue
		}
		half := d.metrics.along(n.label) / 2
		v := n.t + n.over + n.lift
		if bare.top(n.c-half, n.c+half) <= v+n.topping {
			v = math.Max(n.t, line.top(n.c-half, n.c+half))
		} else {
			v += n.markRoom + n.topping - labelGap - d.metrics.across(n.label) - markMargin
		}
		line.cover(n.c-half, n.c+half, v+labelGap+d.metrics.across(n.label))
		it := &d.buckets[n.el.ID][0]
		it.Labels = append(it.Labels, beside(n.label, d.place(n.c, v), unit(d.metrics.angle+90), labelGap))
		s := &d.sheets[len(d.sheets)-1]
		s.box = s.box.Union(it.bounds())
	}
}
