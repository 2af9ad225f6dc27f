package layout

import "math"

// insertionPoint is the slot below which a node without incoming lanes is put: next to a lane that goes where it goes, else
// at the bottom.
func (s *sweeper) insertionPoint(n *node) *slot {
	var best *lane
	for _, l := range n.out {
		for _, o := range l.to.in {
			if o != l && o.slot.active() && (best == nil || l.to.u0 < best.to.u0) {
				best = o
			}
		}
	}
	if best == nil {
		return s.tail.prev
	}
	// The new lanes go below those that lead to the same node.
	at := &best.slot
	for at.next.lane != nil && at.next.lane.to == best.to {
		at = at.next
	}
	return at
}

// arm puts an action that points to the left, or at a left face, above the lanes that will reach the same face.
func (s *sweeper) arm(n *node, l *lane) {
	for _, o := range s.standing {
		if o != n && len(o.posts) > 0 {
			s.conflict(o, n)
		}
	}
	if main := s.mainRun(n, s.runs(n)); len(main) > 0 {
		near := math.Inf(-1)
		for _, o := range main {
			if !o.isAction() {
				near = math.Max(near, o.from.u1)
			}
		}
		if i := nest(main, l, func(o *lane) bool { return o.from.u1 >= near-1e-6 }); i < len(main) {
			s.insert(main[i].slot.prev, &l.slot)
		} else {
			s.insert(&main[len(main)-1].slot, &l.slot)
		}
		return
	}
	s.insert(s.insertionPoint(n), &l.slot)
}

// runs are the lanes that come in at a node's left face, in groups that lie side by side, each from top to bottom.
func (s *sweeper) runs(n *node) [][]*lane {
	s.tag++
	var runs [][]*lane
	each := func(visit func(l *lane)) {
		for _, l := range n.in {
			if l.slot.active() {
				visit(l)
			}
		}
		for _, l := range n.left {
			if l.slot.active() {
				visit(l)
			}
		}
	}
	each(func(l *lane) { l.tag = s.tag })
	beside := func(a, b *slot) bool {
		return a.lane != nil && b.lane != nil && a.lane.tag == s.tag && b.lane.tag == s.tag && n.takes(a.lane, b.lane)
	}
	each(func(l *lane) {
		if beside(l.slot.prev, &l.slot) {
			return
		}
		run := []*lane{l}
		for a := &l.slot; beside(a, a.next); a = a.next {
			run = append(run, a.next.lane)
		}
		runs = append(runs, run)
	})
	return runs
}

// takes reports whether a node's face holds both of two lanes that lie side by side. A disc stays as it is and on its axis: what comes from
// another neighbour stands on its edge.
func (n *node) takes(a, b *lane) bool {
	return n.support || !n.turns() || a.isAction() || b.isAction() || a.from == b.from
}

// mainRun is the group that a node takes the place of: the one with the connector from the nearest neighbour.
func (s *sweeper) mainRun(n *node, runs [][]*lane) []*lane {
	if n.floor && len(runs) > 1 {
		return s.lowest(runs) // no post comes up through a floor
	}
	var main []*lane
	var mainNear float64
	for _, run := range runs {
		near := math.Inf(-1)
		for _, l := range run {
			if l.isAction() {
				near = math.Max(near, l.u0)
			} else {
				near = math.Max(near, l.from.u1)
			}
		}
		if main == nil || near > mainNear || near == mainNear && len(run) > len(main) {
			main, mainNear = run, near
		}
	}
	return main
}

// lowest is the group of lanes that lies below all others.
func (s *sweeper) lowest(runs [][]*lane) []*lane {
	for a := s.tail.prev; a != &s.head; a = a.prev {
		for _, run := range runs {
			if a == &run[len(run)-1].slot {
				return run
			}
		}
	}
	return runs[0]
}

// enter puts a node in the place of lanes that lie side by side.
func (s *sweeper) enter(n *node, run []*lane) {
	in := make([]*slot, len(run))
	for i, l := range run {
		in[i] = &l.slot
	}
	s.replace(in, []*slot{&n.slot})
	n.entered = run
}

// split gives a support a face for each group of lanes.
func (s *sweeper) split(n *node, runs [][]*lane, main []*lane) {
	for _, run := range runs {
		if run[0] == main[0] {
			continue
		}
		piece := &node{el: n.el, whole: n, support: true, margin: n.margin, depth: n.depth, height: 2 * n.margin,
			c: n.c, u0: n.u0, u1: n.u1, rightmost: n.rightmost}
		piece.slot.node = piece
		s.enter(piece, run)
		n.pieces = append(n.pieces, piece)
		if s.record {
			s.plan.pieces = append(s.plan.pieces, piece)
		}
	}
}
