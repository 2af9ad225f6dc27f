package layout

import (
	"cmp"
	"math"
	"slices"

	"diagram/dsl/toposort"
)

// bound is a difference constraint: the height of variable b is at least d more than that of a.
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
		n.findEaves()
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
					add(rl.id, n.top, ol+n.room(l))
					add(n.foot, rl.id, n.depthBelow(l, p.metrics)-ol)
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
		for _, l := range t.lower.topmost(p.metrics) { // beside the node itself lie its lanes
			if r, o := l.row.find(); r.id != b {
				add(r.id, b, o+l.up+db+gap)
			}
		}
		for _, l := range t.upper.lowest(p.metrics) {
			if r, o := l.row.find(); r.id != a {
				add(a, r.id, da+l.down-o+gap)
			}
		}
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

// topmost and lowest are the outermost lanes at the faces of a node beside which it takes so much room along the axis that the
// labels of the lanes lie there.
func (s *slot) topmost(m metrics) []*lane {
	return s.outermost(m, func(face []*lane) *lane { return face[0] })
}

func (s *slot) lowest(m metrics) []*lane {
	return s.outermost(m, func(face []*lane) *lane { return face[len(face)-1] })
}

func (s *slot) outermost(m metrics, of func(face []*lane) *lane) []*lane {
	n := s.node
	if n == nil || n.support {
		return nil
	}
	var all []*lane
	for i, face := range [][]*lane{n.entered, n.fanned} {
		if side := 2*i - 1; len(face) > 0 && of(face).bare(m, side) < n.verge(side) {
			all = append(all, of(face))
		}
	}
	return all
}

// bare is how far the label of a lane's connector is from the end of the lane: the last of it, for what enters a node.
func (l *lane) bare(m metrics, side int) float64 {
	if l.isAction() {
		return 0
	}
	pt := l.parts[0]
	if side < 0 {
		pt = l.parts[len(l.parts)-1]
	}
	return (pt.length - m.along(pt.label)) / 2
}

// offset is a lane's height above its row's.
func (s *slot) offset() float64 {
	_, o := s.lane.row.find()
	return o
}

// ceiling is the variable and distance of the upper end of what a slot holds; base that of its lower end, downwards.
func (s *slot) ceiling() (int, float64) {
	if s.node != nil {
		return s.node.top, math.Max(s.node.over+s.node.lift+s.node.markRoom+s.node.topping, s.node.eaves[1])
	}
	r, o := s.lane.row.find()
	return r.id, o + s.lane.up
}

func (s *slot) base() (int, float64) {
	if s.node != nil {
		return s.node.foot, math.Max(s.node.under+s.node.standing(), s.node.eaves[0])
	}
	r, o := s.lane.row.find()
	down := s.lane.down
	if r.floor {
		down = math.Max(down, r.drop+o)
	}
	return r.id, down - o
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

// pack solves the difference constraints by longest paths: lo as low as may be, hi as high as the whole needs;
// order is one in which every variable comes after those below it. It isn't sound where constraints form a ring.
func pack(vars int, bounds []bound) (lo, hi []float64, order []int, sound bool) {
	up := toposort.New(vars, bounds, func(b bound) (from, to int) { return b.a, b.b })
	if order = up.Sort(); len(order) < vars {
		return nil, nil, nil, false
	}
	lo, hi = make([]float64, vars), make([]float64, vars)
	height := 0.0
	for _, a := range order {
		height = math.Max(height, lo[a])
		for _, b := range up.After(a) {
			lo[b.b] = math.Max(lo[b.b], lo[a]+b.d)
		}
	}
	for i := range hi {
		hi[i] = height
	}
	for _, a := range slices.Backward(order) {
		for _, b := range up.After(a) {
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
				n.t, n.b = math.Max(n.t, l.v+n.room(l)), math.Min(n.b, l.v-n.depthBelow(l, p.metrics))
			}
		}
	}
	p.alignFaces()
}
