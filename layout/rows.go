package layout

import (
	"slices"
)

// A row is what keeps one height: a body, the connectors to its nearest neighbours at their distances above and below
// its centre, the next body, and so on. Lanes that skip bodies are rows by themselves. The sweep says which row lies above
// which; their heights are the mean of the arrangement that is packed to the bottom and the one packed to the top, which
// centres what has room to spare.
type row struct {
	parent   *row // of the weighted union-find
	offset   float64
	id       int
	bodies   bool
	side     int // of a lane by itself: -1 where it hangs below its bodies
	v        float64
	drop     float64 // how far the row reaches below its centre where it stands on a floor of its own
	half     float64 // of the bodies on that floor
	foot     float64 // how far they reach below their boxes
	deep     float64 // how far the floor lies below the centre for the sake of what doesn't stand on it
	axial    bool
	axis     float64 // the height of the bodies' centres
	size     float64 // half of the boxes of the bodies of the row
	face     float64 // half of the faces of the supports of the row
	floor    bool
	numbered bool
}

// find is the representative of the row's set, and the row's height above it (weighted union-find: each row knows its height
// above its parent).
func (r *row) find() (*row, float64) {
	if r.parent == nil {
		return r, 0
	}
	root, off := r.parent.find()
	r.parent, r.offset = root, r.offset+off
	return root, r.offset
}

// join fixes b at d above a; it does nothing where another height is fixed already.
func join(a *row, ad float64, b *row, bd float64, d float64) {
	ra, oa := a.find()
	rb, ob := b.find()
	if ra == rb {
		return
	}
	// height(b)+bd = height(a)+ad+d
	rb.parent = ra
	rb.offset = oa + ad + d - bd - ob
}

// lay gives every node and lane its height.
func (p *plan) lay() {
	for _, rigid := range []bool{true, false} {
		p.rigid = rigid
		p.makeRows()
		if p.solve() {
			return
		}
	}
}

// makeRows builds the rows.
func (p *plan) makeRows() {
	lone := func(l *lane) {
		l.row = &row{side: l.side}
	}
	p.labelSides()
	for _, l := range p.lanes {
		lone(l)
	}
	for _, n := range p.stands() {
		n.row = &row{bodies: true}
		n.half = n.height / 2
		for _, l := range append(slices.Clone(n.left), n.right...) {
			lone(l)
			l.row.side = 1
		}
	}
	for _, n := range p.stands() {
		p.bundle(n, n.fanned, mainBundle(n, n.fanned, true))
		p.bundle(n, n.entered, mainBundle(n, n.entered, false))
	}
}
