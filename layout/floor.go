package layout

import (
	"cmp"
	"math"
	"slices"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
)

// floorReach is how far a floor goes on beyond the last body on it.
const floorReach = 0.35

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
	uneven := slices.ContainsFunc(nodes, func(n *node) bool { return n.b-n.below < level-1e-9 || len(n.owners()) > 1 })
	if uneven || len(strip) > 1 && slices.ContainsFunc(strip, func(f floor) bool { return f.moves() }) {
		for _, n := range nodes {
			p.bodyFloor(n)
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

// stretches divides the floor under bodies, given from left to right, among the supports on which they slide. A body that
// rolls on any floor shares that of its neighbours.
func stretches(nodes []*node, level float64) []floor {
	var strip []floor
	for i, n := range nodes {
		o := n.owner()
		if k := len(strip) - 1; k >= 0 {
			f := &strip[k]
			if o == nil || f.el == nil || o == f.el {
				if f.el == nil {
					f.el = o
				}
				f.u1 = math.Max(f.u1, n.u1+floorReach)
				continue
			}
			f.u1 = (nodes[i-1].u1 + n.u0) / 2
		}
		f := floor{el: o, u0: n.u0 - floorReach, u1: n.u1 + floorReach, v: level, first: n}
		if k := len(strip) - 1; k >= 0 {
			f.u0 = strip[k].u1
		}
		strip = append(strip, f)
	}
	return strip
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
			p.floors = append(p.floors, left)
		}
		f.u0 = math.Max(f.u0, g[1])
	}
	if f.u0+floorReach < f.u1 {
		p.floors = append(p.floors, f)
	}
}

// bodyFloor lays the floor of one body, in parts for the supports that it slides on.
func (p *plan) bodyFloor(n *node) {
	owners := n.owners()
	if len(owners) < 2 {
		p.cut(floor{el: n.owner(), u0: n.u0 - floorReach, u1: n.u1 + floorReach, v: n.b - n.below, first: n})
		return
	}
	f := floor{u0: n.u0, v: n.b - n.below, first: n}
	for fl, u := range n.contactsAlong(p.metrics) {
		if f.el != nil && f.el != fl.base {
			f.u1 = u
			p.floors = append(p.floors, f)
			f.u0 = u
		}
		f.el = fl.base
	}
	f.u1 = n.u1
	p.floors = append(p.floors, f)
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

// owners are the supports on which a body slides, in the order of the file; owner is the first of them.
func (n *node) owners() []*graph.Element {
	var all []*graph.Element
	for _, f := range n.contacts {
		if !slices.Contains(all, f.base) {
			all = append(all, f.base)
		}
	}
	return all
}

func (n *node) owner() *graph.Element {
	if o := n.owners(); len(o) > 0 {
		return o[0]
	}
	return nil
}

// grounds draws the floors.
func (d *drafter) grounds() {
	drawn := map[*graph.Element]bool{}
	for _, f := range d.plan.floors {
		a, b := d.place(f.u0, f.v), d.place(f.u1, f.v)
		frame := ink.Frame{Origin: a.Add(b).Scale(0.5), Angle: d.metrics.angle + 90, W: floorDepth, H: f.u1 - f.u0}
		it := Item{Style: "floor", Frame: frame, Strokes: hatching}
		if f.el == nil {
			d.add(f.first.el, it)
			continue
		}
		if f.moves() {
			it = glyph(f.el, frame)
		}
		motion := d.plan.motion(f.el)
		if t := elementText(d.graph, f.el); !drawn[f.el] && motion == nil && !t.empty() && !d.plan.has(f.el) {
			it.Labels = append(it.Labels, beside(t, d.place((f.u0+f.u1)/2, f.v-floorDepth), d.place(0, -1), labelGap))
		}
		d.add(f.el, it)
		if !drawn[f.el] && motion != nil {
			d.drawFloorMotion(motion, f)
		}
		drawn[f.el] = true
	}
}

// has reports whether an element is a node of the plan, and so is drawn besides its floors.
func (p *plan) has(el *graph.Element) bool {
	for _, n := range p.nodes {
		if n.el == el {
			return true
		}
	}
	return false
}

// hatching is a floor.
var hatching = []ink.Stroke{
	&ink.Hatch{A: ink.At(0, 0, -0.5, 0), B: ink.At(0, 0, 0.5, 0), Depth: floorDepth, Pitch: 0.16, Pen: ink.Pen{Weight: ink.Thin}},
	&ink.Line{Pts: []ink.Pt{ink.At(0, 0, -0.5, 0), ink.At(0, 0, 0.5, 0)}},
}
