package layout

import (
	"math"

	"diagram/dsl/component"
	"diagram/dsl/graph"
)

// mark is a coordinate on its way to being drawn.
type mark struct {
	mark   Mark
	el     *graph.Element // the displacement element, if there is one
	label  text
	node   *node
	u0, u1 float64 // where its arrow begins and ends along the axis
	kept   bool    // it has room of its own above its node
	under  float64 // room of the marks below it at the same node
}

// wanted reports whether a coordinate is to be drawn: as the settings say, and where the author asks for it by a displacement
// or, of a point, by a name.
func (r *reader) wanted(mk Mark) bool {
	point := mk.Node.Kind.Body().Point
	switch r.graph.Settings.Marks {
	case graph.AllMarks:
		return true
	case graph.BodyMarks:
		if !point || mk.Node.Named {
			return true
		}
	case graph.NoMarks:
	}
	for _, a := range r.graph.ActionsOn(mk.Node) {
		if a.Kind.Action().Marks {
			return true
		}
	}
	return false
}

// marked notes a coordinate to be drawn.
func (r *reader) marked(mk Mark) {
	if !r.wanted(mk) {
		return
	}
	n := r.nodes[mk.Node.ID]
	if n == nil {
		if t := elementText(r.graph, mk.Node); !mk.Constant && !t.empty() {
			p := r.plan(mk.Node)
			p.motions = append(p.motions, &mark{mark: mk, label: t})
		}
		return
	}
	m := &mark{mark: mk, node: n, label: mathText(mk.Formula, r.graph.Settings.FontSize)}
	if n.support && !mk.Constant {
		m.label = n.label // what stands beside a plate that moves is its motion
		if m.label.empty() {
			return
		}
	}
	n.coords = append(n.coords, m)
	p := r.plan(mk.Node)
	p.marks = append(p.marks, m)
}

// displacement gives the coordinate of a node its element, or draws one that wasn't asked for.
func (r *reader) displacement(a *graph.Element, n *node) {
	for _, m := range n.coords {
		if m.el == nil && !m.mark.Constant {
			m.el = a
			if a.Drawn.NoLabel {
				m.label = text{}
			}
			return
		}
	}
	m := &mark{mark: Mark{Node: n.el, Sense: 1}, el: a, node: n, label: elementText(r.graph, a)}
	if n.support && m.label.empty() && !a.Drawn.NoLabel {
		m.label = n.label
	}
	if u, _ := r.heading(a, n); u < 0 {
		m.mark.Sense = -1
	}
	n.coords = append(n.coords, m)
	p := r.plan(n.el)
	p.marks = append(p.marks, m)
}

// Room in cm.
const (
	markArrow  = 0.7  // the length of a coordinate's arrow
	markRise   = 0.2  // least, from a body's corner to its arrow
	markOver   = 0.1  // how far the reference line goes on beyond the arrow
	markGap    = 0.22 // between the arrow of an angle and what lies below
	markTick   = 0.16 // half the height of that arrow
	markMargin = 0.05 // on either side of an arrow
	thinNode   = 0.6  // the width below which an arrow doesn't stand on a body, but beside it
	fullLimit  = 6    // how many distances a diagram may have that are drawn in full
)

// inFull tells how a diagram's coordinates are drawn that are distances, or those that stay as they are: all of them in full,
// from what they are measured from; or, where these would pile up, all of them as short arrows at their bodies. So one picture
// has one convention, and its area stays in proportion to its elements.
func inFull(marks []Mark, constant bool) bool {
	distances := 0
	for _, m := range marks {
		if m.From != nil && m.Constant == constant {
			distances++
		}
	}
	return distances <= fullLimit
}

// turns reports whether a mark is an arrow round a shaft.
func (m *mark) turns() bool { return m.node.turns() && !m.mark.Constant }

// turn is the sense in which such an arrow runs.
func (m *mark) turn() int {
	if m.mark.Sense < 0 {
		return -1
	}
	return 1
}

// breadth is how far an arrow and its label reach along the axis.
func (m *mark) breadth(metrics metrics) float64 {
	b := markArrow
	if !m.label.empty() {
		b += labelGap + metrics.along(m.label)
	}
	return b + markMargin
}

// rise is how far an arrow lies above what it stands on, and room how high the mark is as a whole.
func (m *mark) rise(metrics metrics) float64 {
	return math.Max(markRise, m.half(metrics)+0.08)
}

func (m *mark) room(metrics metrics) float64 { return m.rise(metrics) + m.half(metrics) + markMargin }

// half is how far a mark reaches above the line of its arrow.
func (m *mark) half(metrics metrics) float64 {
	return math.Max(markOver, metrics.across(m.label)/2)
}

// reserveMarks keeps room for the arrows of coordinates: above the corner of their body from which they count, beside what
// else stands on that edge. Distances that are drawn in full lie above all that is there, and need none.
func (r *reader) reserveMarks(full bool) {
	for _, p := range r.plans {
		for _, m := range p.marks {
			n := m.node
			if m.turns() {
				n.turning = append(n.turning, &ring{mark: m, label: m.label, turn: m.turn()})
				continue
			}
			if m.mark.Constant || full && p.ahead(r, m) {
				continue
			}
			m.kept = true
			m.under = n.markRoom
			n.markRoom += m.room(r.metrics)
			reach := &n.markReach[(m.side(false)+1)/2]
			*reach = math.Max(*reach, m.breadth(r.metrics))
		}
		for _, n := range p.nodes {
			if n.thin = !n.support && n.width < thinNode; n.markRoom > 0 {
				r.standMark(n)
			}
		}
	}
}

// ahead reports whether a coordinate counts away from what it is measured from, as the order along the axis tells: then it is
// drawn in full.
func (p *plan) ahead(r *reader, m *mark) bool {
	if m.mark.From == nil || r.nodes[m.mark.From.ID] == nil {
		return false
	}
	steps := map[*node][]*node{}
	step := func(a, b *node) {
		if m.mark.Sense < 0 {
			a, b = b, a
		}
		steps[a] = append(steps[a], b)
	}
	for _, l := range p.lanes {
		step(l.from, l.to)
	}
	for _, a := range p.before {
		step(a.left, a.right)
	}
	seen := map[*node]bool{}
	for way := []*node{r.nodes[m.mark.From.ID]}; len(way) > 0; {
		n := way[len(way)-1]
		way = way[:len(way)-1]
		for _, next := range steps[n] {
			if next == m.node {
				return true
			}
			if !seen[next] {
				seen[next] = true
				way = append(way, next)
			}
		}
	}
	return false
}

// standMark makes a node wide enough for its coordinate beside what else stands over it. Where the arrow reaches beyond the
// node, it stands above the labels of the lanes there.
func (r *reader) standMark(n *node) {
	if !n.thin {
		over := 0.0
		for _, c := range n.across {
			if n.above(c) {
				over += c.breadth(r.metrics)
			}
		}
		if over > 0 {
			n.width = math.Max(n.width, n.marksReach()+over)
		}
	}
	if math.Max(n.markReach[0], n.markReach[1]) <= n.width-skylineStep && !n.thin {
		return
	}
	for _, lanes := range [][]*lane{r.attached(n), n.actions} {
		for _, l := range lanes {
			n.lift = math.Max(n.lift, l.up-n.room(l))
		}
	}
}

func (n *node) turns() bool { return n.el.Domain == component.Rotation }

// attached are the lanes that end at a node.
func (r *reader) attached(n *node) []*lane {
	var all []*lane
	for _, l := range r.plan(n.el).lanes {
		if l.from == n || l.to == n {
			all = append(all, l)
		}
	}
	return all
}

// marksReach is how much of a node's upper edge its coordinates take.
func (n *node) marksReach() float64 { return n.markReach[0] + n.markReach[1] }

// side is +1 where a short arrow points towards larger u, else -1.
func (m *mark) side(flipped bool) int {
	if (m.mark.Sense >= 0) != flipped {
		return +1
	}
	return -1
}

// verge is how far beyond one of its faces a node has something above it or below it: +1 at larger u, -1 at smaller.
func (n *node) verge(side int) float64 {
	v := math.Max(laneGap/2, n.clear-n.width/2)
	if n.floor {
		v = math.Max(v, floorReach+laneGap)
	}
	if c := n.collars[(side+1)/2]; c > 0 {
		v = math.Max(v, c+ringClear)
	}
	reach := n.markReach[(side+1)/2]
	switch {
	case n.markRoom == 0:
	case n.thin:
		v = math.Max(v, reach)
	default:
		v = math.Max(v, reach-n.width)
	}
	return v
}

// edge is the part of a node's upper or lower edge that is left for posts and for what points across the axis.
func (n *node) edge(over bool) (lo, hi float64) {
	if !over || n.markRoom == 0 || n.thin {
		return n.u0, n.u1
	}
	lo, hi = n.u0+n.markReach[1], n.u1-n.markReach[0]
	if lo > hi {
		return n.c, n.c
	}
	return lo, hi
}
