package layout

import (
	"cmp"
	"math"
	"slices"

	"diagram/dsl/graph"
)

// floorReach is how far a floor goes on beyond the last body on it.
const floorReach = 0.35

// passage is how far the hatching of a floor keeps from the middle of an arrow that points through it, seenBelow how much of that
// there is below the hatching.
const (
	passage   = 0.16
	seenBelow = 0.5
)

// grounds lays the floors: one under the bodies of each row, from the support at its end to beyond its last body. Bodies
// with contacts below them stand on the ground of the support they slide on.
func (p *plan) grounds() {
	var rows []*row
	members := map[*row][]*node{}
	for _, n := range p.nodes {
		if !n.floor || n.support {
			continue
		}
		r, _ := n.row.find()
		if members[r] == nil {
			rows = append(rows, r)
		}
		members[r] = append(members[r], n)
	}
	for _, r := range rows {
		p.ground(r, members[r])
	}
}

// ground lays the floors of one row: a strip under all its bodies, in stretches for the supports on which they slide.
func (p *plan) ground(r *row, nodes []*node) {
	level := r.v - r.drop + floorDepth
	slices.SortStableFunc(nodes, func(a, b *node) int { return cmp.Compare(a.c, b.c) })
	strip := stretches(nodes, level)
	// A body that reaches down to lanes of other rows stands lower than the rest; then each has a floor of its own.
	uneven := slices.ContainsFunc(nodes, func(n *node) bool { return n.b-n.below < level-1e-9 })
	if uneven || len(strip) > 1 && slices.ContainsFunc(strip, func(f floor) bool { return f.moves() }) {
		for _, n := range nodes {
			for _, f := range n.stretches(n.b - n.below) {
				p.cut(f)
			}
		}
		return
	}
	for _, n := range nodes {
		n.b = level + n.below
	}
	// Where the row hangs on a support, the floor runs up to it and joins its face.
	first, last := &strip[0], &strip[len(strip)-1]
	for _, l := range p.lanes {
		if root, _ := l.row.find(); root != r {
			continue
		}
		for _, s := range []*node{l.from, l.to.faceOf(l)} {
			if !s.support {
				continue
			}
			s.land(level)
			if s.leftmost && !first.moves() {
				first.u0 = math.Min(first.u0, s.u0)
			}
			if s.rightmost && !last.moves() {
				last.u1 = math.Max(last.u1, s.u1)
			}
		}
	}
	for _, f := range strip {
		p.cut(f)
	}
}

// stretches divides the floor under bodies, given from left to right, among the supports on which they stand. A body that
// stands on any floor shares that of its neighbours.
func stretches(nodes []*node, level float64) []floor {
	var strip []floor
	for _, n := range nodes {
		for i, own := range n.stretches(level) {
			k := len(strip) - 1
			switch {
			case k < 0:
			case own.el == nil || strip[k].el == nil || own.el == strip[k].el:
				if strip[k].el == nil && own.el != nil {
					strip[k].el, strip[k].first = own.el, own.first
				}
				strip[k].u1 = math.Max(strip[k].u1, own.u1)
				continue
			case i > 0:
				strip[k].u1 = own.u0
			default:
				between := (strip[k].u1 + own.u0) / 2
				strip[k].u1, own.u0 = between, between
			}
			strip = append(strip, own)
		}
	}
	return strip
}

// stretches are those of the floor under one body, for the supports on which it stands.
func (n *node) stretches(level float64) []floor {
	all := []floor{{el: n.owner(), u0: n.u0 - floorReach, v: level, first: n}}
	for f, u := range n.contactsAlong() {
		if last := &all[len(all)-1]; f.base != last.el {
			last.u1 = u[0]
			all = append(all, floor{el: f.base, u0: u[0], v: level, first: n})
		}
	}
	all[len(all)-1].u1 = n.u1 + floorReach
	return all
}

// moves reports whether a floor belongs to a support that moves.
func (f *floor) moves() bool { return f.el != nil && f.el.Kind.Support().Moves != nil }

// cut lays a floor, broken where a support or a body without wheels stands in its way, or a post passes through it.
func (p *plan) cut(f floor) {
	var gaps [][2]float64
	for _, s := range p.stands() {
		if s.b >= f.v || s.t <= f.v || s.u1 < f.u0 || s.u0 > f.u1 {
			continue
		}
		gap := [2]float64{s.u0, s.u1}
		if !s.support {
			gap = [2]float64{s.u0 - laneGap, s.u1 + laneGap}
		}
		if !s.leftmost && !s.rightmost {
			gaps = append(gaps, gap)
		}
	}
	for _, n := range p.nodes {
		for _, l := range n.posts {
			if lo, hi := n.post(l); lo < f.v && f.v < hi && l.postU > f.u0 && l.postU < f.u1 {
				gaps = append(gaps, [2]float64{l.postU - postPitch/2, l.postU + postPitch/2})
			}
		}
	}
	slices.SortFunc(gaps, func(a, b [2]float64) int { return cmp.Compare(a[0], b[0]) })
	for _, g := range gaps {
		if g[0] > f.u0+floorReach {
			left := f
			left.u1 = g[0]
			p.hatch(left)
		}
		f.u0 = math.Max(f.u0, g[1])
	}
	if f.u0+floorReach < f.u1 {
		p.hatch(f)
	}
}

// hatch lays a floor, with gaps in its hatching for what points down through it.
func (p *plan) hatch(f floor) {
	add := func(f floor) {
		if f.u1-f.u0 > 1e-6 {
			p.floors = append(p.floors, f)
		}
	}
	for _, g := range p.passages(f) {
		left, bare := f, f
		left.u1, bare.u0, bare.u1, bare.bare = g.u0, g.u0, g.u1, g.first
		add(left)
		add(bare)
		f.u0 = g.u1
	}
	add(f)
}

// passages are the stretches of a floor where something points down through it, from left to right, with the bodies that it
// acts on.
func (p *plan) passages(f floor) []floor {
	var all []floor
	for _, n := range p.nodes {
		if !n.floor || math.Abs(n.b-n.below-f.v) > 1e-6 {
			continue
		}
		for _, c := range n.across {
			if !n.above(c) {
				u := n.footing(c)
				lean := c.u / math.Abs(c.v)
				a, b := u+lean*n.rise(), u+lean*(n.rise()+floorDepth)
				if g := (floor{u0: math.Min(a, b) - passage, u1: math.Max(a, b) + passage, first: n}); g.u0 < f.u1 && g.u1 > f.u0 {
					all = append(all, g)
				}
			}
		}
	}
	slices.SortFunc(all, func(a, b floor) int { return cmp.Compare(a.u0, b.u0) })
	// What lies close together is one gap, and none reaches beyond the floor.
	merged := all[:0]
	for _, g := range all {
		g.u0, g.u1 = math.Max(g.u0, f.u0), math.Min(g.u1, f.u1)
		if k := len(merged) - 1; k >= 0 && g.u0 < merged[k].u1+passage {
			merged[k].u1 = math.Max(merged[k].u1, g.u1)
		} else {
			merged = append(merged, g)
		}
	}
	return merged
}

// faceOf is the one of a support's faces at which a lane ends.
func (n *node) faceOf(l *lane) *node {
	for _, piece := range n.pieces {
		if slices.Contains(piece.entered, l) {
			return piece
		}
	}
	return n
}

// land lets a support end on a floor, unless it holds something farther down.
func (n *node) land(level float64) {
	lowest := math.Inf(1)
	for _, face := range [][]*lane{n.fanned, n.entered} {
		for _, l := range face {
			lowest = math.Min(lowest, l.v)
		}
	}
	if lowest > level {
		n.b = level
	}
}

// owner is the first of the supports on which a body stands; nil where it stands on any floor.
func (n *node) owner() *graph.Element {
	if len(n.grounds) > 0 {
		return n.grounds[0]
	}
	return nil
}
