package layout

import (
	"math"

	"diagram/dsl"
)

// floorReach is how far a floor goes on beyond the last body on it.
const floorReach = 0.35

// grounds lays the floors: one under the bodies of each row, from the support at its end to beyond its last body. Bodies
// with films below them stand on the ground of the support they slide on.
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

// ground lays the floors of one row.
func (p *plan) ground(r *row, nodes []*node) {
	owner, shared := nodes[0].owner(), true
	level := math.Inf(1)
	for _, n := range nodes {
		o := n.owner()
		if owner == nil {
			owner = o
		}
		shared = shared && (o == nil || o == owner) && len(n.owners()) <= 1
		level = math.Min(level, n.b-n.below)
	}
	if !shared {
		for _, n := range nodes {
			for i, o := range n.owners() {
				w := n.width / float64(len(n.owners()))
				p.floors = append(p.floors, floor{el: o, u0: n.u0 + w*float64(i), u1: n.u0 + w*float64(i+1), v: n.b - n.below, first: n})
			}
		}
		return
	}
	f := floor{el: owner, u0: math.Inf(1), u1: math.Inf(-1), v: level, first: nodes[0]}
	for _, n := range nodes {
		f.u0, f.u1 = math.Min(f.u0, n.u0-floorReach), math.Max(f.u1, n.u1+floorReach)
		n.b = level + n.below
	}
	// Where the row hangs on a support, the floor runs up to it and joins its face.
	for _, l := range p.lanes {
		root, _ := l.row.find()
		if root != r {
			continue
		}
		if s := l.from; s.leftmost {
			f.u0 = math.Min(f.u0, s.u0)
			s.b = math.Min(s.b, level)
		}
		if s := l.to; s.rightmost {
			f.u1 = math.Max(f.u1, s.u1)
			s.b = math.Min(s.b, level)
		}
	}
	p.floors = append(p.floors, f)
}

// owners are the supports on which a body slides, in the order of the file; owner is the first of them.
func (n *node) owners() []*dsl.Element {
	var all []*dsl.Element
	for _, f := range n.holds {
		known := false
		for _, o := range all {
			known = known || o == f.base
		}
		if !known {
			all = append(all, f.base)
		}
	}
	return all
}

func (n *node) owner() *dsl.Element {
	if o := n.owners(); len(o) > 0 {
		return o[0]
	}
	return nil
}
