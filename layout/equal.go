package layout

import "math"

// equalize gives the bodies of a chain, which are those of one row, one size across the axis, unless the author says, and the
// supports at the ends of the chain faces that are no smaller.
func (p *plan) equalize() {
	for _, n := range p.stands() {
		switch r, o := n.row.find(); {
		case !r.centred(o):
		case n.sized():
			r.size = math.Max(r.size, n.half)
		case n.support:
			r.face = math.Max(r.face, n.half)
		}
	}
	for _, n := range p.stands() {
		switch r, o := n.row.find(); {
		case !r.centred(o):
		case n.sized():
			n.half = r.size
		case n.support && !n.fixed && !n.lone:
			n.half = math.Max(r.face, r.size)
		}
	}
}

// centred reports whether what lies at a height of a row is on the row's axis, which its first node defines.
func (r *row) centred(o float64) bool {
	if !r.axial {
		r.axial, r.axis = true, o
	}
	return math.Abs(o-r.axis) < 1e-6
}

// sized reports whether a node has the size of the others in its chain: a body with a mass or moment of inertia for which the
// author didn't ask for another.
func (n *node) sized() bool { return n.el.Kind.Body().Inertia != nil && !n.fixed }

// likeLimit is up to what size bodies of different parts of a figure are drawn alike: that of three connectors side by side.
const likeLimit = 2.4

// alike is the size across the axis which the bodies of all parts of a figure share, so that they can be compared; 0 where there
// is only one part, or a body is so large that it would make giants of the others.
func alike(d *Drawing) float64 {
	if len(d.Graph.Panels) < 2 || d.tall > likeLimit {
		return 0
	}
	return d.tall
}

// alignFaces gives the supports at the two ends of the axis faces of equal height.
func (p *plan) alignFaces() {
	var ends []*node
	for _, n := range p.nodes {
		switch {
		case !n.leftmost && !n.rightmost:
		case n.fixed || len(n.pieces) > 0:
			return
		default:
			ends = append(ends, n)
		}
	}
	if len(ends) != 2 || ends[0].leftmost == ends[1].leftmost {
		return
	}
	top, foot := math.Max(ends[0].t, ends[1].t), math.Min(ends[0].b, ends[1].b)
	for _, n := range ends {
		n.t, n.b = top, foot
	}
}
