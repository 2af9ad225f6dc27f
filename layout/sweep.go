package layout

import (
	"cmp"
	"math"
	"slices"
)

// The sweep line moves along the axis from left to right and keeps the list of what it meets, from top to bottom. A
// node takes the place of the lanes that come in on its left, and leaves its place to those that go out on its right. So
// what lies above what is settled before any height is known. Where a node's incoming lanes don't lie side by side, it
// takes the place of those nearest to it, and the others come down on its upper or lower edge by a post: that costs a
// crossing, and the sides of the lanes that skip bodies are chosen to have few of them.

// event is a place on the axis where the list changes.
type event struct {
	u    float64
	rank int // ends before starts, actions between
	seq  int
	node *node
	lane *lane
}

// The ranks of events at one place.
const (
	nodeEnd = iota
	laneEnd
	laneStart
	nodeStart
)

// events lists the changes from left to right.
func (p *plan) events() []event {
	evs := make([]event, 0, 2*len(p.nodes)+8)
	for i, n := range p.nodes {
		start, end := n.u0-n.verge(-1), n.u1+n.verge(+1)
		if n.leftmost {
			start = math.Inf(-1)
		}
		if n.rightmost {
			end = math.Inf(1)
		}
		evs = append(evs, event{start, nodeStart, i, n, nil}, event{end, nodeEnd, i, n, nil})
		for _, l := range n.left {
			evs = append(evs, event{math.Min(l.u0-laneGap, start), laneStart, i, n, l})
		}
		for _, l := range n.right {
			evs = append(evs, event{math.Max(l.u1+laneGap, end), laneEnd, i, n, l})
		}
	}
	slices.SortFunc(evs, func(a, b event) int {
		return cmp.Or(cmp.Compare(a.u, b.u), cmp.Compare(a.rank, b.rank), cmp.Compare(a.seq, b.seq))
	})
	return evs
}

// sweeper is one pass over the events.
type sweeper struct {
	plan       *plan
	head, tail slot
	tag        int
	record     bool // of touching pairs and posts, for the last pass
	breaks     int  // how many lanes need a post
	conflicts  []apart
	standing   []*node
}

// sweep finds what lies above what. It returns the number of posts, and the pairs of nodes that mustn't stand above each
// other because a post of one would hit the other.
func (p *plan) sweep(events []event, record bool) (breaks int, conflicts []apart) {
	s := &sweeper{plan: p, record: record}
	s.head.next, s.tail.prev = &s.tail, &s.head
	if record {
		p.touching, p.pieces = p.touching[:0], nil
	}
	for _, n := range p.nodes {
		n.slot.prev, n.slot.next = nil, nil
		n.posts, n.pieces, n.entered = nil, nil, nil
		for _, lanes := range [][]*lane{n.out, n.left, n.right} {
			for _, l := range lanes {
				l.slot.prev, l.slot.next = nil, nil
				l.post, l.crossed, l.tag = nil, nil, 0
			}
		}
	}
	for _, e := range events {
		switch e.rank {
		case nodeStart:
			s.start(e.node)
		case nodeEnd:
			s.end(e.node)
		case laneStart:
			s.arm(e.node, e.lane)
		case laneEnd:
			s.remove(&e.lane.slot)
		}
	}
	return s.breaks, s.conflicts
}

// insert puts b below a.
func (s *sweeper) insert(a, b *slot) {
	b.prev, b.next = a, a.next
	a.next.prev = b
	a.next = b
	s.noteAdjacent(a, b)
	s.noteAdjacent(b, b.next)
}

func (s *sweeper) remove(a *slot) {
	if a.active() {
		s.replace([]*slot{a}, nil)
	}
}

// replace puts others in the place of slots that lie side by side.
func (s *sweeper) replace(old, others []*slot) {
	prev, next := old[0].prev, old[len(old)-1].next
	for _, a := range old {
		a.prev, a.next = nil, nil
	}
	for _, b := range others {
		prev.next, b.prev = b, prev
		s.noteAdjacent(prev, b)
		prev = b
	}
	prev.next, next.prev = next, prev
	s.noteAdjacent(prev, next)
}

// noteAdjacent notes that a lies right above b.
func (s *sweeper) noteAdjacent(a, b *slot) {
	if s.record && a != &s.head && b != &s.tail {
		s.plan.touching = append(s.plan.touching, pair{a, b})
	}
}

func (s *sweeper) start(n *node) {
	runs := s.runs(n)
	main := s.mainRun(n, runs)
	if main == nil {
		s.insert(s.insertionPoint(n), &n.slot)
		s.noteConflicts(n)
		return
	}
	s.breaks += len(runs) - 1
	s.enter(n, main)
	if len(runs) > 1 && n.support {
		s.split(n, runs, main)
	} else if len(runs) > 1 {
		s.post(n, runs, main)
	}
	s.noteConflicts(n)
}

// noteConflicts notes which nodes stand above each other while one of them has posts.
func (s *sweeper) noteConflicts(n *node) {
	for _, o := range s.standing {
		if len(o.posts) > 0 || len(n.posts) > 0 {
			s.conflict(o, n)
		}
	}
	if !n.leftmost && !n.rightmost {
		s.standing = append(s.standing, n)
	}
}

func (s *sweeper) conflict(a, b *node) {
	if a.whole != nil {
		a = a.whole
	}
	if a == b || a.leftmost || a.rightmost || b.leftmost || b.rightmost {
		return
	}
	s.conflicts = append(s.conflicts, apart{a, b, 2 * bodyGap})
}

func (s *sweeper) end(n *node) {
	if i := slices.Index(s.standing, n); i >= 0 {
		s.standing = slices.Delete(s.standing, i, i+1)
	}
	for _, l := range n.posts {
		s.remove(&l.slot)
	}
	for _, piece := range n.pieces {
		s.remove(&piece.slot)
	}
	s.plan.fan(n)
	out := make([]*slot, len(n.fanned))
	for i, l := range n.fanned {
		out[i] = &l.slot
	}
	s.replace([]*slot{&n.slot}, out)
}

// fan orders what goes out at a node's right face from top to bottom: lanes that skip bodies outermost, the farthest first;
// then actions; then the connectors to the nearest neighbours.
func (p *plan) fan(n *node) {
	n.fanned = append(append(n.fanned[:0], n.right...), n.out...)
	if len(n.fanned) < 2 {
		return
	}
	near := math.Inf(1)
	for _, l := range n.out {
		near = math.Min(near, l.to.u0)
	}
	key := func(l *lane) (band int, far float64) {
		switch {
		case l.isAction():
			return 1, 0
		case l.to.u0 <= near+1e-6:
			return 2, 0
		case l.side < 0:
			return 3, l.to.u0
		}
		return 0, -l.to.u0
	}
	slices.SortStableFunc(n.fanned, func(a, b *lane) int {
		ab, af := key(a)
		bb, bf := key(b)
		if c := cmp.Or(cmp.Compare(ab, bb), cmp.Compare(af, bf)); c != 0 || ab == 1 {
			return c
		}
		return cmp.Or(-cmp.Compare(a.wish, b.wish), p.metrics.reading()*cmp.Compare(a.to.index, b.to.index), p.metrics.reading()*cmp.Compare(a.index, b.index))
	})
	if len(n.right) > 0 {
		n.fanned = nested(n.fanned, func(l *lane) bool { return l.to.u0 <= near+1e-6 })
	}
}

// skips reports whether a lane passes a neighbour of its first node.
func (l *lane) skips() bool {
	for _, o := range l.from.out {
		if o.to.u0 < l.to.u0-1e-6 {
			return true
		}
	}
	return false
}
