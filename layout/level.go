package layout

import "math"

// standing is how far a node and the floor under it reach below the box.
func (n *node) standing() float64 {
	if n.floor {
		return n.below + floorDepth
	}
	return n.below
}

// depthBelow is how far a node reaches below a lane at its face: as far as above, and on a floor at least so far that what is
// drawn below the lane stays clear of it and of the labels of friction there; and clear of a label below the box that is wider than
// the box.
func (n *node) depthBelow(l *lane, m metrics) float64 {
	depth := n.room(l)
	if n.labelAt == under && m.along(n.label) > n.width {
		depth = math.Max(depth, l.down+m.air())
	}
	if n.floor {
		depth = math.Max(depth, l.down+math.Max(m.air(), n.beside(l))-n.below)
	}
	return depth
}

// stands are the nodes and the further faces of supports.
func (p *plan) stands() []*node { return append(p.nodes[:len(p.nodes):len(p.nodes)], p.pieces...) }

// level gives the bodies that stand on the floor of one row the same height, and finds how far that row reaches down.
func (p *plan) level() {
	for _, n := range p.stands() {
		r, o := n.row.find()
		for _, face := range [][]*lane{n.fanned, n.entered} {
			for _, l := range face {
				if rl, ol := l.row.find(); rl == r {
					n.half = math.Max(n.half, math.Abs(ol-o)+n.depthBelow(l, p.metrics))
				}
			}
		}
	}
	p.equalize()
	for _, n := range p.stands() {
		if r, o := n.row.find(); n.floor {
			r.floor = true
			r.half = math.Max(r.half, n.half)
			r.foot = math.Max(r.foot, n.standing()-o)
		}
	}
	for _, l := range p.lanes {
		if r, o := l.row.find(); r.floor {
			r.drop = math.Max(r.drop, l.down-o+p.metrics.air()+floorDepth)
		}
	}
	for _, n := range p.stands() {
		r, o := n.row.find()
		if !r.floor || n.support {
			continue
		}
		// Where the floor lies deeper than the bodies need it, they grow on both sides of the axis.
		r.half = math.Max(r.half, r.drop-r.foot)
		if n.sized() {
			n.half = math.Max(n.half, r.half)
		}
		if n.floor {
			n.half = r.half
			r.drop = math.Max(r.drop, n.half-o+n.standing())
		} else {
			r.deep = math.Max(r.deep, n.half-o+n.under+p.metrics.air()+floorDepth)
		}
	}
	for _, n := range p.stands() {
		r, _ := n.row.find()
		r.drop = math.Max(r.drop, r.deep)
	}
}
