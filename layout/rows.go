package layout

import (
	"math"
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

// mainBundle is the part of a face's lanes that the body is centred on: the connectors to its one nearest neighbour; its
// actions, where it has no others.
func mainBundle(n *node, face []*lane, right bool) []*lane {
	var near *node
	tie := false
	for _, l := range face {
		if l.isAction() {
			continue
		}
		o := l.other(n)
		dist := func(o *node) float64 {
			if right {
				return o.u0
			}
			return -o.u1
		}
		switch {
		case near == nil || dist(o) < dist(near)-1e-6:
			near, tie = o, false
		case o != near && dist(o) < dist(near)+1e-6:
			tie = true
		}
	}
	if tie {
		return nil
	}
	var main []*lane
	for _, l := range face {
		if near == nil && l.isAction() || near != nil && !l.isAction() && l.other(n) == near {
			main = append(main, l)
		}
	}
	return main
}

// bundle fixes the lanes of a face's main bundle symmetrically about the node's centre.
func (p *plan) bundle(n *node, face, main []*lane) {
	if len(main) == 0 || !consecutive(face, main) {
		return
	}
	pitch := lanePitch
	if small(main) {
		pitch = 0
	}
	for i := 1; i < len(main); i++ {
		pitch = math.Max(pitch, main[i-1].down+p.metrics.air()+main[i].up)
	}
	spread := pitch * float64(len(main)-1) / 2
	n.half = math.Max(n.half, spread+n.margin)
	if !p.rigid {
		return
	}
	for i, l := range main {
		join(n.row, 0, l.row, 0, spread-pitch*float64(i))
	}
}

// small reports whether lanes are flat, such as those of rods without labels.
func small(lanes []*lane) bool {
	for _, l := range lanes {
		if l.up+l.down > 0.5 {
			return false
		}
	}
	return true
}

func consecutive(face, main []*lane) bool {
	i := slices.Index(face, main[0])
	return i >= 0 && i+len(main) <= len(face) && slices.Equal(face[i:i+len(main)], main)
}
