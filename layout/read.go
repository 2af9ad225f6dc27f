package layout

import (
	"cmp"
	"math"
	"slices"

	"diagram/dsl/component"
	"diagram/dsl/graph"
	"diagram/dsl/ink"
)

// Room in cm.
const (
	faceMargin    = 0.32 // from the outermost lane to the end of a body's face
	lanePitch     = 0.7  // usual distance of parallel connectors
	laneGap       = 0.12 // air between what lies above each other
	leastGap      = 0.05 // the least that an author may choose
	uprightLength = 0.8  // how long connectors are on an upright axis, as a fraction of their usual length
	bodyGap       = 0.3  // the same where one of them is a body
	arrowGap      = 0.25 // from the end of an action to the next body
	insidePad     = 0.2  // around a label in a body
	floorDepth    = 0.22 // of a floor's hatching
	filmDepth     = 0.12 // of what lies between a sliding body and what it slides on
	leastFilm     = 0.3  // its length under a mere point
	stretchLimit  = 1.7  // how much longer than usual a glyph may grow before it gets leads instead
)

// read makes a plan of each connected part of the diagram.
func read(g *graph.Graph, m metrics, opt Options) []*plan {
	n := len(g.Elements)
	r := reader{graph: g, metrics: m, senses: opt.Sense, nodes: make([]*node, n), order: make([]int, n), bound: make([]bool, n)}
	r.connect()
	for _, el := range g.Nodes {
		r.node(el)
	}
	for _, a := range g.Actions {
		if n := r.nodes[a.On.ID]; n != nil {
			n.acted = true
		}
	}
	for _, mk := range opt.Coordinates {
		if mk.Node != nil {
			r.marked(mk)
		}
	}
	r.threads()
	r.ordered()
	for _, p := range r.plans {
		p.evenDiscs()
	}
	r.contacts()
	for i, a := range g.Actions {
		r.action(a, len(g.Edges)+i)
	}
	r.reserveMarks(inFull(opt.Coordinates, false))
	for _, p := range r.plans {
		r.putOutside(p)
	}
	return r.plans
}

// reader holds what is known while a graph is read.
type reader struct {
	graph   *graph.Graph
	metrics metrics
	senses  func(*graph.Element) int
	sliding []*graph.Element // connectors between a body and the support it slides on
	nodes   []*node          // by ID; nil for supports that are only slid upon, and joints within a lane
	order   []int            // of each connector among the connections, by ID
	bound   []bool           // what slides, or has a place of its own: joints among them are nodes though they merely join two connectors
	plans   []*plan
}

// connect finds what slides and what has a place of its own, and begins a plan for each component of the graph.
func (r *reader) connect() {
	for _, e := range r.graph.Edges {
		if e.OnFloor() {
			r.sliding = append(r.sliding, e)
			r.bound[e.From.ID], r.bound[e.To.ID] = true, true // what slides stands by itself
		}
	}
	for _, b := range r.graph.Nodes {
		if b.SetOn != nil {
			r.bound[b.ID], r.bound[b.SetOn.ID] = true, true
		}
	}
	for _, pair := range r.graph.Before {
		r.bound[pair.First.ID], r.bound[pair.Last.ID] = true, true // what has a place of its own stands by itself
	}
	for _, nodes := range r.graph.Components() {
		r.plans = append(r.plans, &plan{graph: r.graph, metrics: r.metrics, panel: nodes[0].Panel})
	}
}

// plan is the plan of the component to which a node belongs.
func (r *reader) plan(node *graph.Element) *plan { return r.plans[r.graph.Component(node)] }

// slidOnly reports whether a support has sliding connectors only: then it lies under its bodies and is no node of the plan.
func (r *reader) slidOnly(el *graph.Element) bool {
	return el.Kind.IsSupport() && len(r.graph.Along(el)) == 0 && r.bound[el.ID]
}

func (r *reader) node(el *graph.Element) {
	p := r.plan(el)
	if r.slidOnly(el) {
		return
	}
	k := el.Kind
	n := &node{el: el, index: int(el.ID), support: k.IsSupport(), margin: faceMargin}
	n.slot.node = n
	n.sense = r.sense(el)
	n.label = elementText(r.graph, el)
	n.height = k.Glyph.In(el.Look).Height
	upright := r.graph.Settings.Axis == graph.Vertical && el.Domain != component.Rotation
	if n.support {
		n.depth = k.Glyph.In(el.Look).Width
	} else {
		n.width, n.below, n.floor = k.Glyph.Size.Width, k.Glyph.Size.Below, el.Floored()
		if upright && k.Body().Inertia != nil && !n.floor {
			n.width, n.height = n.height, n.width // a block lies on its long side whichever way it moves
		}
		if r.graph.Settings.Axis == graph.Inclined && k.Body().Inertia != nil && el.Domain != component.Rotation {
			n.floor = true // the inclined plane
		}
		if k.Glyph.Size.Height < 0.3 {
			n.margin = 0.14
		}
	}
	r.labelRoom(n)
	if n.sized() {
		n.height = math.Max(n.height, r.metrics.tall) + r.metrics.grow
	}
	along, across := el.Drawn.Width, el.Drawn.Height
	if r.graph.Settings.Axis == graph.Vertical && !n.support {
		along, across = across, along
	}
	if along > 0 {
		n.width, n.long = math.Max(along, 0.05), true
	}
	if across > 0 {
		n.height, n.fixed = math.Max(across, 0.05), true
	}
	if n.labelAt == within && !n.support { // where the author has it
		n.width = math.Max(n.width, r.metrics.along(n.label)+2*markMargin)
		n.height = math.Max(n.height, r.metrics.across(n.label)+2*markMargin)
	}
	if n.support && len(r.graph.Along(el)) == 0 {
		n.lone, n.face = true, n.height
		sin, cos := ink.Sincos(el.Kind.Support().Stands.Facing() - r.metrics.angle)
		n.width = n.face*math.Abs(sin) + 2*n.depth*math.Abs(cos)
		n.height = n.face*math.Abs(cos) + 2*n.depth*math.Abs(sin)
	}
	r.nodes[el.ID] = n
	p.nodes = append(p.nodes, n)
}

// inner reports whether a node is a joint that merely joins two connectors, and has nothing of its own beside it: it lies within
// their lane.
func (r *reader) inner(el *graph.Element) bool {
	n := r.nodes[el.ID]
	at := r.graph.Along(el)
	if n == nil || n.acted || len(n.coords) > 0 || r.overreaches(n) || n.support || r.bound[el.ID] || !el.Kind.Body().Point || len(at) != 2 {
		return false
	}
	return (at[0].To == el) != (at[1].To == el)
}

// threads makes the lanes: chains of connectors from one node through inner joints to the next.
func (r *reader) threads() {
	used := make([]bool, len(r.graph.Elements))
	for i, e := range r.graph.Edges {
		r.order[e.ID] = i
	}
	for _, first := range r.graph.Edges {
		if used[first.ID] || first.OnFloor() {
			continue
		}
		l := r.thread(first)
		for _, pt := range l.parts {
			used[pt.el.ID] = true
		}
		r.metrics.spaceJoints(l)
		l.lengths()
		r.metrics.measure(l)
		p := r.plan(l.from.el)
		p.lanes = append(p.lanes, l)
	}
	for _, p := range r.plans {
		slices.SortFunc(p.lanes, func(a, b *lane) int { return cmp.Compare(a.index, b.index) })
		p.dropInner()
	}
}

// thread follows the chain to which a connector belongs, from its beginning to its end.
func (r *reader) thread(first *graph.Element) *lane {
	start := first
	for r.inner(start.From) {
		start = r.next(start.From, start)
	}
	l := &lane{index: r.order[start.ID], from: r.nodes[start.From.ID]}
	l.slot.lane = l
	for e := start; ; e = r.next(e.To, e) {
		l.index = min(l.index, r.order[e.ID])
		pt := r.connector(e)
		if !r.inner(e.To) {
			l.to = r.nodes[e.To.ID]
			l.parts = append(l.parts, pt)
			return l
		}
		pt.joint, pt.point, pt.gap = e.To, r.nodes[e.To.ID], e.To.Kind.Glyph.Size.Width
		if t := r.nodes[e.To.ID].label; !t.empty() {
			pt.jointLabel = t
			room := e.To.Kind.Glyph.Size.Height/2 + labelGap + r.metrics.across(t)
			if r.nodes[e.To.ID].labelAt == under {
				l.below = math.Max(l.below, room)
			} else {
				l.above = math.Max(l.above, room)
			}
		}
		l.parts = append(l.parts, pt)
	}
}

// next is the other connector of an inner joint.
func (r *reader) next(joint, one *graph.Element) *graph.Element {
	at := r.graph.Along(joint)
	if at[0] == one {
		return at[1]
	}
	return at[0]
}

// dropInner takes the joints that lie within lanes off the nodes.
func (p *plan) dropInner() {
	inner := map[*graph.Element]bool{}
	for _, l := range p.lanes {
		for _, pt := range l.parts {
			if pt.joint != nil {
				inner[pt.joint] = true
			}
		}
	}
	kept := p.nodes[:0]
	for _, n := range p.nodes {
		if !inner[n.el] {
			kept = append(kept, n)
		}
	}
	p.nodes = kept
}

// connector measures one connector of a lane.
func (r *reader) connector(e *graph.Element) part {
	pt := part{el: e, label: elementText(r.graph, e), at: r.metrics.labelPlace(e), length: r.metrics.usual(e)}
	for _, pt.aside = range []bool{true, false} { // where it will lie isn't known yet
		pt.height = math.Max(pt.height, pt.size().Height)
	}
	if w := e.Drawn.Length; w > 0 {
		pt.length, pt.fixed = math.Max(w, 0.1), true
	}
	if span, length := e.Dimension(); length != nil && !(span.Usual && r.graph.Settings.Labels == graph.NoLabels) {
		pt.dim = mathText(shows(r.graph, formulaOf(length), length), r.graph.Settings.FontSize)
	}
	pt.length = math.Max(pt.length, r.metrics.along(pt.label)+0.2)
	return pt
}

// spaceJoints makes the parts beside a joint with a label so long that theirs are clear of it.
func (m metrics) spaceJoints(l *lane) {
	for i := range l.parts {
		between := m.along(l.parts[i].jointLabel)
		if between == 0 {
			continue
		}
		for j := i; j <= i+1 && j < len(l.parts); j++ {
			pt := &l.parts[j]
			pt.length = math.Max(pt.length, m.along(pt.label)+between+2*labelGap)
		}
	}
}

// lengths sums up the lengths of a lane's parts.
func (l *lane) lengths() {
	for _, pt := range l.parts {
		l.length += pt.length + pt.gap
		if wish := pt.el.Drawn.Lane; wish != 0 {
			l.wish = wish
		}
	}
}

// measure finds how far a lane's parts and their labels reach above and below its line.
func (m metrics) measure(l *lane) {
	l.up, l.down = l.above, l.below
	for i := range l.parts {
		pt := &l.parts[i]
		pt.beneath = pt.at == under || pt.at == usual && l.lower
		pt.dimDrop = 0
		l.labelled = math.Max(l.labelled, m.along(pt.label))
		half := pt.height / 2
		up, down := half, half
		lift := 0.0
		if !pt.label.empty() {
			lift = pt.labelLift(pt.height) + labelGap + m.across(pt.label)
		}
		if pt.beneath {
			down = math.Max(down, lift)
			pt.dimDrop = math.Max(0, lift-half)
		} else {
			up = math.Max(up, lift)
		}
		if !pt.dim.empty() {
			down = half + pt.dimDrop + dimensionDrop + dimensionGap + m.across(pt.dim)
		}
		l.up, l.down = math.Max(l.up, up), math.Max(l.down, down)
	}
	l.up, l.down = math.Max(l.up, l.ringUp), math.Max(l.down, l.ringDown)
}

// labelLift is how far above its line a connector's label begins.
func (pt *part) labelLift(height float64) float64 {
	return math.Max(pt.el.Kind.Glyph.LabelAt.Y.In(height), height/2-0.05)
}
