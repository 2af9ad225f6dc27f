package layout

import (
	"cmp"
	"math"
	"slices"
)

// A row is what keeps one height: a body, the connectors to its nearest neighbours at their distances above and below
// its centre, the next body, and so on. Lanes that skip bodies are rows by themselves. The sweep says which row lies above
// which; their heights are the mean of the arrangement that is packed to the bottom and the one packed to the top, which
// centres what has room to spare.
type row struct {
	parent   *row // of the union-find structure
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

// find is the row's representative, and the row's height above it.
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

// small tells whether lanes are flat, such as those of rods without labels.
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

// bound is an inequality: the height of variable b is at least d more than that of a.
type bound struct {
	a, b int
	d    float64
}

// solve finds heights that keep what lies above each other apart. It fails where the rows, taken as straight, contradict each
// other; that can't happen to single lanes and bodies.
func (p *plan) solve() bool {
	rows := p.numberRows()
	vars := len(rows)
	for _, n := range p.stands() {
		n.top, n.foot = vars, vars+1
		vars += 2
	}
	var bounds []bound
	ok := true
	add := func(a int, b int, d float64) {
		if a != b {
			bounds = append(bounds, bound{a, b, d})
		} else if d > 1e-6 {
			ok = false
		}
	}
	p.level()
	for _, n := range p.stands() {
		r, o := n.row.find()
		add(r.id, n.top, o+n.half)
		add(n.foot, r.id, n.half-o)
		if r.floor && !n.support {
			add(n.foot, r.id, r.drop-n.standing())
		}
		for _, face := range [][]*lane{n.fanned, n.entered} {
			for _, l := range face {
				rl, ol := l.row.find()
				if n.support && rl.floor {
					add(n.foot, rl.id, rl.drop-floorDepth)
				}
				if rl != r {
					add(rl.id, n.top, ol+n.margin)
					add(n.foot, rl.id, n.keel(l, p.metrics)-ol)
				}
			}
		}
	}
	for _, t := range p.touching {
		a, da := t.lower.ceiling()
		b, db := t.upper.base()
		gap := p.metrics.air()
		if t.upper.node != nil || t.lower.node != nil {
			gap = math.Max(gap, bodyGap*0.6)
		}
		if t.upper.node != nil && t.lower.node != nil {
			gap = math.Max(gap, bodyGap)
		}
		if a == b && t.upper.lane != nil && t.lower.lane != nil {
			db = t.upper.lane.down - t.upper.offset() // the floor is below the whole row
		}
		add(a, b, da+db+gap)
	}
	if !ok {
		return false
	}
	lo, hi, order, sound := pack(vars, bounds)
	if !sound {
		return false
	}
	p.settleRows(rows, lo, hi, order, bounds)
	return true
}

// offset is a lane's height above its row's.
func (s *slot) offset() float64 {
	_, o := s.lane.row.find()
	return o
}

// ceiling is the variable and distance of the upper end of what a slot holds; base that of its lower end, downwards.
func (s *slot) ceiling() (int, float64) {
	if s.node != nil {
		return s.node.top, s.node.over
	}
	r, o := s.lane.row.find()
	return r.id, o + s.lane.up
}

func (s *slot) base() (int, float64) {
	if s.node != nil {
		return s.node.foot, s.node.under + s.node.standing()
	}
	r, o := s.lane.row.find()
	down := s.lane.down
	if r.floor {
		down = math.Max(down, r.drop+o)
	}
	return r.id, down - o
}

// standing is how far a node and the floor under it reach below the box.
func (n *node) standing() float64 {
	if n.floor {
		return n.below + floorDepth
	}
	return n.below
}

// keel is how far a node reaches below a lane at its face: as far as above, and on a floor at least so far that what is
// drawn below the lane stays clear of it.
func (n *node) keel(l *lane, m metrics) float64 {
	if n.floor {
		return math.Max(n.margin, l.down+m.air()-n.below)
	}
	return n.margin
}

// stands are the nodes and the further faces of supports.
func (p *plan) stands() []*node { return append(p.nodes[:len(p.nodes):len(p.nodes)], p.pieces...) }

// level gives the bodies that stand on the floor of one row the same height, and finds how far that row reaches down.
func (p *plan) level() {
	for _, n := range p.stands() {
		r, o := n.row.find()
		for _, face := range [][]*lane{n.fanned, n.entered} {
			for _, l := range face {
				if rl, ol := l.row.find(); rl == r {
					n.half = math.Max(n.half, math.Abs(ol-o)+n.keel(l, p.metrics))
				}
			}
		}
		if n.floor {
			r.half = math.Max(r.half, n.half)
		}
	}
	for _, n := range p.stands() {
		if r, o := n.row.find(); n.floor {
			n.half = r.half
			r.floor = true
			r.drop = math.Max(r.drop, n.half-o+n.standing())
		}
	}
	for _, n := range p.stands() {
		if r, o := n.row.find(); r.floor && !n.floor && !n.support {
			r.drop = math.Max(r.drop, n.half-o+n.under+p.metrics.air()+floorDepth)
		}
	}
	for _, l := range p.lanes {
		if r, o := l.row.find(); r.floor {
			r.drop = math.Max(r.drop, l.down-o+p.metrics.air()+floorDepth)
		}
	}
}

// numberRows lists the rows' representatives in the order of the file.
func (p *plan) numberRows() []*row {
	var rows []*row
	visit := func(x *row) *row {
		r, _ := x.find()
		if !r.numbered {
			r.numbered = true
			r.id = len(rows)
			rows = append(rows, r)
		}
		return r
	}
	for _, n := range p.stands() {
		visit(n.row).bodies = true
		for _, l := range n.left {
			visit(l.row)
		}
		for _, l := range n.right {
			visit(l.row)
		}
	}
	for _, l := range p.lanes {
		visit(l.row)
	}
	return rows
}

// pack solves the inequalities by longest ways: lo as low as may be, hi as high as the whole needs; order is one in which
// every variable comes after those below it. It isn't sound where inequalities form a ring.
func pack(vars int, bounds []bound) (lo, hi []float64, order []int, sound bool) {
	lo, hi = make([]float64, vars), make([]float64, vars)
	start := make([]int, vars+1)
	pending := make([]int, vars)
	for _, b := range bounds {
		start[b.a+1]++
		pending[b.b]++
	}
	for i := range vars {
		start[i+1] += start[i]
	}
	out := make([]bound, len(bounds))
	fill := slices.Clone(start)
	for _, b := range bounds {
		out[fill[b.a]] = b
		fill[b.a]++
	}
	order = make([]int, 0, vars)
	for i := range vars {
		if pending[i] == 0 {
			order = append(order, i)
		}
	}
	height := 0.0
	for i := 0; i < len(order); i++ {
		a := order[i]
		height = math.Max(height, lo[a])
		for _, b := range out[start[a]:start[a+1]] {
			lo[b.b] = math.Max(lo[b.b], lo[a]+b.d)
			if pending[b.b]--; pending[b.b] == 0 {
				order = append(order, b.b)
			}
		}
	}
	if len(order) < vars {
		return nil, nil, nil, false
	}
	for i := range hi {
		hi[i] = height
	}
	for _, a := range slices.Backward(order) {
		for _, b := range out[start[a]:start[a+1]] {
			hi[a] = math.Min(hi[a], hi[b.b]-b.d)
		}
	}
	return lo, hi, order, true
}

// settleRows fixes the rows with bodies at the mean of their bounds, then draws the lanes that skip bodies close to them.
func (p *plan) settleRows(rows []*row, lo, hi []float64, order []int, bounds []bound) {
	fixed := make([]bool, len(lo))
	value := make([]float64, len(lo))
	for _, r := range rows {
		if r.bodies {
			fixed[r.id], value[r.id] = true, (lo[r.id]+hi[r.id])/2
		}
	}
	rank := make([]int, len(order))
	for i, v := range order {
		rank[v] = i
	}
	// First what hangs below its bodies, as high as may be; then the rest, as low as may be.
	upper := slices.Clone(hi)
	byLower := slices.Clone(bounds)
	slices.SortFunc(byLower, func(a, b bound) int { return cmp.Compare(rank[b.a], rank[a.a]) })
	take := func(b []float64, i int) float64 {
		if fixed[i] {
			return value[i]
		}
		return b[i]
	}
	for _, b := range byLower {
		upper[b.a] = math.Min(upper[b.a], take(upper, b.b)-b.d)
	}
	for _, r := range rows {
		if !r.bodies && r.side < 0 {
			fixed[r.id], value[r.id] = true, upper[r.id]
		}
	}
	lower := slices.Clone(lo)
	byUpper := slices.Clone(bounds)
	slices.SortFunc(byUpper, func(a, b bound) int { return cmp.Compare(rank[a.b], rank[b.b]) })
	for _, b := range byUpper {
		lower[b.b] = math.Max(lower[b.b], take(lower, b.a)+b.d)
	}
	for _, r := range rows {
		if fixed[r.id] {
			r.v = value[r.id]
		} else {
			r.v = lower[r.id]
		}
	}
	p.readHeights()
}

// readHeights takes the rows' heights over to lanes and nodes.
func (p *plan) readHeights() {
	height := func(r *row) float64 {
		root, o := r.find()
		return root.v + o
	}
	for _, l := range p.lanes {
		l.v = height(l.row)
	}
	for _, n := range p.stands() {
		for _, l := range n.left {
			l.v = height(l.row)
		}
		for _, l := range n.right {
			l.v = height(l.row)
		}
	}
	for _, n := range p.stands() {
		v := height(n.row)
		n.t, n.b = v+n.half, v-n.half
		for _, face := range [][]*lane{n.fanned, n.entered} {
			for _, l := range face {
				n.t, n.b = math.Max(n.t, l.v+n.margin), math.Min(n.b, l.v-n.keel(l, p.metrics))
			}
		}
	}
}
