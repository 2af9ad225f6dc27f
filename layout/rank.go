package layout

import (
	"math"
	"slices"

	"diagram/dsl/toposort"
)

// ordered takes over the order of nodes that no lane tells.
func (r *reader) ordered() {
	for _, pair := range r.graph.Before {
		first, last := r.nodes[pair.First.ID], r.nodes[pair.Last.ID]
		if first != nil && last != nil {
			p := r.plan(pair.First)
			p.before = append(p.before, apart{first, last, 2 * bodyGap})
		}
	}
}

// reverse swaps a lane's ends.
func (l *lane) reverse() {
	l.from, l.to = l.to, l.from
	slices.Reverse(l.parts)
	// A joint follows the connector on its left: shift them along.
	for i := range l.parts {
		l.parts[i].reversed = !l.parts[i].reversed
	}
	for i := 0; i+1 < len(l.parts); i++ {
		a, b := &l.parts[i], &l.parts[i+1]
		a.joint, a.point, a.gap, a.jointLabel = b.joint, b.point, b.gap, b.jointLabel
	}
	if n := len(l.parts); n > 0 {
		z := &l.parts[n-1]
		z.joint, z.point, z.gap, z.jointLabel = nil, nil, 0, text{}
	}
}

// topological is an order in which every node comes after those before it along the axis. It is short where the order leads in
// a ring.
func (p *plan) topological() []*node {
	for i, n := range p.nodes {
		n.order = i
	}
	steps := make([]apart, 0, len(p.lanes)+len(p.before))
	for _, l := range p.lanes {
		steps = append(steps, apart{left: l.from, right: l.to})
	}
	steps = append(steps, p.before...)
	sorted := toposort.New(len(p.nodes), steps, func(a apart) (from, to int) { return a.left.order, a.right.order }).Sort()
	order := make([]*node, len(sorted))
	for i, n := range sorted {
		order[i] = p.nodes[n]
	}
	return order
}

// turn decides from which end the part is laid out, so that a diagram and its mirror image come out as mirror images:
// from the end that has more supports, or else the one that the text mentions first.
func (p *plan) turnRound() {
	degree := func(n *node) (in, out int) { return len(n.in), len(n.out) }
	left, right := 0, 0
	var first *node
	for _, n := range p.nodes {
		if !n.support {
			continue
		}
		in, out := degree(n)
		if (in == 0) == (out == 0) {
			continue
		}
		if in == 0 {
			left++
		} else {
			right++
		}
		if first == nil {
			first = n
		}
	}
	switch {
	case left != right:
		p.flipped = right > left
	case first != nil:
		p.flipped = len(first.in) > 0
	default:
		for _, l := range p.lanes { // in the order of the file
			if !l.from.el.Made && !l.to.el.Made { // the mirror image has its joints in another order
				p.flipped = l.from.index > l.to.index
				break
			}
		}
	}
	if !p.flipped {
		return
	}
	for _, l := range p.lanes {
		l.reverse()
	}
	for i := range p.before {
		a := &p.before[i]
		a.left, a.right = a.right, a.left
	}
	for _, n := range p.nodes {
		n.in, n.out = n.out, n.in
		n.markReach[0], n.markReach[1] = n.markReach[1], n.markReach[0]
	}
}

// attach lists each node's lanes.
func (p *plan) attach() {
	for _, l := range p.lanes {
		l.from.out = append(l.from.out, l)
		l.to.in = append(l.to.in, l)
	}
}

// columns places the nodes along the axis, by longest-path layering from both ends. Every connector keeps its two faces at
// least its length apart. Both the arrangement that is packed to the left and the one packed to the right do so, and their mean as well, which is used
// where a node is held from both ends; what hangs on one end only is drawn up to it.
func (p *plan) columns() {
	order := p.topological()
	before := make([][]apart, len(p.nodes))
	after := make([][]apart, len(p.nodes))
	for _, a := range p.before {
		before[a.right.order] = append(before[a.right.order], a)
		after[a.left.order] = append(after[a.left.order], a)
	}
	supported := false
	for _, n := range p.nodes {
		first, last := len(n.in)+len(before[n.order]) == 0, len(n.out)+len(after[n.order]) == 0
		n.leftmost = n.support && first && len(n.out) > 0
		n.rightmost = n.support && last && len(n.in) > 0
		if n.support && !n.lone {
			n.width = 0
			if !n.leftmost && !n.rightmost {
				n.width = 2 * n.depth
			}
		}
		n.anchorL, n.anchorR = n.leftmost, n.rightmost
		supported = supported || n.leftmost || n.rightmost
	}
	p.width = 0
	for _, n := range order {
		n.lo = n.inset(n.left, -1, supported)
		for _, l := range n.in {
			n.lo = math.Max(n.lo, l.from.lo+l.reach())
			n.anchorL = n.anchorL || l.from.anchorL
		}
		for _, a := range before[n.order] {
			n.lo = math.Max(n.lo, a.left.lo+a.reach())
		}
		p.width = math.Max(p.width, n.lo+n.inset(n.right, +1, supported))
	}
	slices.Reverse(order)
	for _, n := range order {
		n.hi = p.width - n.inset(n.right, +1, supported)
		for _, l := range n.out {
			n.hi = math.Min(n.hi, l.to.hi-l.reach())
			n.anchorR = n.anchorR || l.to.anchorR
		}
		for _, a := range after[n.order] {
			n.hi = math.Min(n.hi, a.right.hi-a.reach())
		}
	}
	slices.Reverse(order)
	p.placeBetweenPackings(order, before, after, supported)
	for _, n := range p.nodes {
		n.u0, n.u1 = n.c-n.width/2, n.c+n.width/2
	}
	for _, l := range p.lanes {
		l.u0, l.u1 = l.from.u1, l.to.u0
	}
	for _, n := range p.nodes {
		for _, l := range n.right {
			l.u0, l.u1 = n.u1, n.u1+l.length
		}
		for _, l := range n.left {
			l.u0, l.u1 = n.u0-l.length, n.u0
		}
	}
}

// inset is the least distance of a node's centre from the end of the part, beyond the given actions of that side. The
// supports stand on the ends themselves.
func (n *node) inset(actions []*lane, side int, supported bool) float64 {
	if n.leftmost || n.rightmost {
		return 0
	}
	reach := armSpan(actions)
	if supported {
		reach = math.Max(bodyGap, reach+laneGap)
		if n.floor {
			reach = math.Max(reach, floorReach+laneGap)
		}
		reach = math.Max(reach, n.verge(side)+laneGap)
	}
	return n.width/2 + reach
}

// placeBetweenPackings chooses each node's place between the two packings.
func (p *plan) placeBetweenPackings(order []*node, before, after [][]apart, supported bool) {
	for _, n := range order {
		n.placed = false
		switch {
		case n.leftmost:
			n.c, n.placed = 0, true
		case n.rightmost:
			n.c, n.placed = p.width, true
		case n.anchorL && n.anchorR || !supported:
			n.c, n.placed = (n.lo+n.hi)/2, true
		}
	}
	if !supported {
		// A free end keeps close to what it is joined to.
		for _, n := range order {
			n.placed = len(n.in) > 0 && len(n.out) > 0 || len(n.in)+len(n.out) == 0 || len(before[n.order])+len(after[n.order]) > 0
		}
	}
	hang := func(n *node) bool { return !n.placed && (n.anchorL || !supported && len(n.in) > 0) }
	for _, n := range order {
		if !hang(n) {
			continue
		}
		n.c = math.Inf(-1)
		for _, l := range n.in {
			n.c = math.Max(n.c, l.from.settled(l.from.lo)+l.reach())
		}
		for _, a := range before[n.order] {
			n.c = math.Max(n.c, a.left.settled(a.left.lo)+a.reach())
		}
		n.c = math.Max(n.c, n.lo)
		if !supported && len(n.in) == 1 && len(n.in[0].from.in) == 0 && !n.in[0].from.placed {
			n.c = n.lo
		}
		n.placed = true
	}
	for _, n := range slices.Backward(order) {
		if n.placed {
			continue
		}
		n.c = math.Inf(1)
		for _, l := range n.out {
			n.c = math.Min(n.c, l.to.settled(l.to.hi)-l.reach())
		}
		for _, a := range after[n.order] {
			n.c = math.Min(n.c, a.right.settled(a.right.hi)-a.reach())
		}
		if math.IsInf(n.c, 0) {
			n.c = n.lo
		}
		n.placed = true
	}
	for _, n := range order { // what was chosen with a bound in view gives way to what stands there
		for _, l := range n.in {
			n.c = math.Max(n.c, l.from.c+l.reach())
		}
		for _, a := range before[n.order] {
			n.c = math.Max(n.c, a.left.c+a.reach())
		}
	}
}

// settled is a node's place if it has one, else the given bound.
func (n *node) settled(bound float64) float64 {
	if n.placed {
		return n.c
	}
	return bound
}

// reach is the least distance of a lane's nodes' centres.
func (l *lane) reach() float64 {
	before, after := l.from.verge(+1), l.to.verge(-1)
	gap := math.Max(l.length, before+after+laneGap)
	if slices.ContainsFunc(l.parts, func(pt part) bool { return !pt.dim.empty() }) {
		// A dimension line stands clear of what hangs below the nodes.
		gap = math.Max(gap, l.length+math.Max(0, l.from.clear-l.from.width/2)+math.Max(0, l.to.clear-l.to.width/2))
	}
	if beside := math.Max(l.from.overhang(), l.to.overhang()); beside > 0 {
		gap = math.Max(gap, float64(len(l.parts))*(l.labelled+2*(beside+labelsApart)))
	}
	if arms := armSpan(l.from.right); arms > 0 {
		gap = math.Max(gap, arms+math.Max(arrowGap, 2*laneGap+after))
	}
	if arms := armSpan(l.to.left); arms > 0 {
		gap = math.Max(gap, arms+math.Max(arrowGap, 2*laneGap+before))
	}
	return l.from.width/2 + gap + l.to.width/2
}

func (a apart) reach() float64 {
	return a.left.width/2 + a.gap + armSpan(a.left.right) + armSpan(a.right.left) + a.right.width/2
}

// armSpan is how far actions reach out from a face.
func armSpan(actions []*lane) float64 {
	span := 0.0
	for _, l := range actions {
		span = math.Max(span, l.length)
	}
	return span
}
