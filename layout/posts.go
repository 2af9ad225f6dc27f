package layout

import (
	"cmp"
	"math"
	"slices"
)

// post lets the lanes outside the main group come down on the node's edges.
func (s *sweeper) post(n *node, runs [][]*lane, main []*lane) {
	for _, run := range runs {
		if run[0] == main[0] {
			continue
		}
		for _, l := range run {
			l.post = n
			n.posts = append(n.posts, l)
		}
	}
	// Walk away from the node on both sides: what lies nearer than the farthest post is crossed by it.
	for _, step := range []func(*slot) *slot{func(a *slot) *slot { return a.prev }, func(a *slot) *slot { return a.next }} {
		var between []*slot
		for a := step(&n.slot); a != &s.head && a != &s.tail; a = step(a) {
			if a.lane == nil || a.lane.post != n {
				between = append(between, a)
				continue
			}
			for _, b := range between {
				if b.node != nil {
					s.conflict(b.node, n)
				} else if b.lane.isAction() {
					s.conflict(b.lane.body(), n)
				} else if k := len(b.lane.crossed); k == 0 || b.lane.crossed[k-1] != n {
					b.lane.crossed = append(b.lane.crossed, n)
				}
			}
		}
	}
}

// erect places the posts on their nodes' edges and the glyphs of the lanes where no post crosses them.
func (p *plan) erect() {
	for _, n := range p.nodes {
		var upper, lower []*lane
		for _, l := range n.posts {
			if l.v > n.t {
				upper = append(upper, l)
			} else {
				lower = append(lower, l)
			}
		}
		// The lane nearest to the body ends first, so that no post crosses a lane to the same body.
		slices.SortStableFunc(upper, func(a, b *lane) int { return cmp.Compare(a.v, b.v) })
		slices.SortStableFunc(lower, func(a, b *lane) int { return cmp.Compare(b.v, a.v) })
		for _, posts := range [][]*lane{upper, lower} {
			for i, l := range posts {
				over := l.v > n.t
				lo, hi := n.edge(over)
				l.postU = lo + (hi-lo)*(float64(i)+0.5)/float64(len(posts)+n.standingOn(over))
				l.u1 = l.postU
			}
		}
	}
	for _, l := range p.lanes {
		l.barred = l.barred[:0]
		for _, n := range l.crossed {
			for _, o := range n.posts {
				if lo, hi := n.post(o); lo < l.v && l.v < hi && o.postU < l.u1 {
					l.barred = append(l.barred, bar{o.postU, o})
				}
			}
		}
		slices.SortFunc(l.barred, func(a, b bar) int { return cmp.Compare(a.u, b.u) })
	}
}

// post is the extent of the post by which a lane comes down on a node's edge.
func (n *node) post(l *lane) (lo, hi float64) {
	if l.v > n.t {
		return n.t, l.v
	}
	return l.v, n.b
}

// standingOn is the number of arrows across the axis that share an edge with posts.
func (n *node) standingOn(over bool) int {
	k := 0
	for _, c := range n.across {
		if n.above(c) == over {
			k++
		}
	}
	return k
}

// posted is the number of posts on the upper or lower edge.
func (n *node) posted(over bool) int {
	k := 0
	for _, l := range n.posts {
		if (l.v > n.t) == over {
			k++
		}
	}
	return k
}

// postPitch is the least distance of posts on a body.
const postPitch = 0.3

// widen makes room for the nodes' posts; it reports whether any node grew.
func (p *plan) widen() bool {
	grew := false
	for _, n := range p.nodes {
		pitch := postPitch
		grew = n.shareEdge(p.metrics) || grew
		for _, c := range n.across {
			pitch = math.Max(pitch, c.breadth(p.metrics))
		}
		need := 0.0
		if k := len(n.posts); k > 0 {
			need = pitch * float64(k+len(n.across))
			if n.markRoom > 0 && !n.thin {
				need += n.marksReach()
			}
		}
		if !n.support && need > n.width {
			n.width, grew = need, true
		}
		// The label of a mere point stands beside posts, above the labels of the lanes there.
		if clear := n.width/2 + 2*labelGap + p.metrics.along(n.label); need > 0 && n.el.Kind.Body().Point && !n.label.empty() && clear > n.clear {
			n.clear, grew = clear, true
			for _, lanes := range [][]*lane{n.in, n.out} {
				for _, l := range lanes {
					n.margin = math.Max(n.margin, math.Max(l.up, l.down))
				}
			}
		}
	}
	return p.evenDiscs() || grew
}

// free is the longest stretch of a lane that no post crosses.
func (l *lane) free() (from, to float64) {
	start, end := l.u0, l.u1
	if len(l.barred) > 0 { // beside the arrows round the shaft
		start, end = start+l.parts[0].ends[0], end-l.parts[len(l.parts)-1].ends[1]
	}
	from, to = start, start
	last := start
	for i := 0; i <= len(l.barred); i++ {
		next := end
		if i < len(l.barred) {
			next = l.barred[i].u - postPitch/2
		}
		if next-last > to-from+1e-9 {
			from, to = last, next
		}
		if i < len(l.barred) {
			last = l.barred[i].u + postPitch/2
		}
	}
	return from, to
}

// spread lengthens the lanes in which posts leave no stretch long enough for a glyph and its label; it reports whether there
// are any.
func (p *plan) spread() bool {
	grew := false
	for _, l := range p.lanes {
		grew = l.strays(p.metrics) || grew
		if len(l.barred) == 0 {
			continue
		}
		from, to := l.free()
		room, total := to-from, 0.0
		for _, pt := range l.parts {
			room -= pt.gap
			total += pt.length
		}
		for _, pt := range l.parts {
			least := math.Max(pt.size().MinWidth, p.metrics.along(pt.label)+2*labelGap)
			if lack := least*total/pt.length - room; lack > 1e-9 {
				// What stands between the lane's ends takes part of what it gains.
				l.length, grew = math.Max(l.length, l.u1-l.u0)+2*lack, true
				break
			}
		}
	}
	return grew
}
