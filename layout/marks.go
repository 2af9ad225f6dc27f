package layout

import (
	"math"

	"diagram/dsl"
	"diagram/dsl/component"
	"diagram/layout/ink"
)

// mark is a coordinate on its way to being drawn.
type mark struct {
	mark  Mark
	el    *dsl.Element // the displacement element, if there is one
	label text
	node  *node
}

// marked notes a coordinate to be drawn.
func (r *reader) marked(mk Mark) {
	n := r.nodes[mk.Node.ID]
	if n == nil {
		return
	}
	m := &mark{mark: mk, node: n, label: mathText(mk.Math)}
	n.coords = append(n.coords, m)
	p := r.plan(mk.Node)
	p.marks = append(p.marks, m)
}

// displacement gives the coordinate of a node its element, or draws one that wasn't asked for.
func (r *reader) displacement(a *dsl.Element, n *node) {
	for _, m := range n.coords {
		if m.el == nil {
			m.el = a
			return
		}
	}
	m := &mark{mark: Mark{Node: n.el, Sense: 1}, el: a, node: n, label: elementText(r.graph, a)}
	if u, _ := r.heading(a, n); u < 0 {
		m.mark.Sense = -1
	}
	n.coords = append(n.coords, m)
	p := r.plan(n.el)
	p.marks = append(p.marks, m)
}

// Coordinates are drawn above the rest, each as low as what lies below it allows.
const (
	markArrow = 0.8  // the usual length of a coordinate's arrow
	markGap   = 0.22 // between it and what lies below
	markTick  = 0.16 // half the height of its reference tick
	markTurn  = 0.3  // the radius of an angle's arrow
	markSpans = 3    // how many coordinates of a part may be drawn in full from the support they are measured from
)

// coordinates draws a plan's coordinates.
func (d *drafter) coordinates() {
	p := d.plan
	if len(p.marks) == 0 {
		return
	}
	line := newSkyline(p)
	long := 0
	for _, m := range p.marks {
		u0, u1, full := d.extent(m, long)
		if full {
			long++
		}
		reach := math.Abs(u1 - u0)
		f := ink.Frame{W: reach, H: 0.4}
		lo, hi := math.Min(u0, u1), math.Max(u0, u1)
		labelU := d.metrics.along(m.label)
		tall := d.metrics.across(m.label)
		forward := u1 >= u0
		var base float64
		if full {
			lo, hi = lo-0.1, hi+0.1
			base = line.raise(lo, hi, markGap+2*markTick+labelGap+tall+0.05) + markGap + markTick
		} else {
			if forward {
				lo, hi = lo-0.1, hi+labelGap+labelU+0.1
			} else {
				lo, hi = lo-labelGap-labelU-0.1, hi+0.1
			}
			half := math.Max(markTick, tall/2)
			base = line.raise(lo, hi, markGap+2*half) + markGap + half
		}
		angle, mirror := d.along(forward)
		f.Origin, f.Angle, f.Mirror = d.place(u0, base), angle, mirror
		it := Item{Style: "coordinate", Frame: f, Strokes: coordinate}
		if m.node.el.Domain == component.Rotation {
			it.Style, it.Strokes = "angle", angleOf
		}
		if full {
			it.Style, it.Strokes = "distance", distance
			mid := f.Local(reach/2, 0)
			up := unit(d.metrics.angle + 90)
			it.Labels = []Label{beside(m.label, mid, up, labelGap)}
		} else {
			it.Labels = []Label{beside(m.label, f.Local(reach, 0), unit(angle), labelGap)}
		}
		el := m.el
		if el == nil {
			el = m.node.el
		}
		d.add(el, it)
	}
}

// extent is where a coordinate's arrow begins and ends along the axis; full, where it spans the distance that it means.
func (d *drafter) extent(m *mark, long int) (u0, u1 float64, full bool) {
	n := m.node
	forward := (m.mark.Sense >= 0) != d.plan.flipped
	if m.node.el.Domain == component.Rotation {
		if forward {
			return n.c - markTurn, n.c + markTurn, false
		}
		return n.c + markTurn, n.c - markTurn, false
	}
	if from := m.mark.From; from != nil && long < markSpans {
		if o := d.plan.node(from); o != nil && o != n {
			near, far := n.u0, o.u1
			if o.c > n.c {
				near, far = n.u1, o.u0
			}
			if (near > far) == forward && math.Abs(near-far) > 0.5+d.metrics.along(m.label) {
				return far, near, true
			}
		}
	}
	if forward {
		return n.c, n.c + markArrow, false
	}
	return n.c, n.c - markArrow, false
}

// node finds an element's node.
func (p *plan) node(el *dsl.Element) *node {
	for _, n := range p.nodes {
		if n.el == el {
			return n
		}
	}
	return nil
}

// angleOf is an arrow bent over a disc.
var angleOf = []ink.Stroke{&ink.Arc{Center: ink.At(0.5, 0, 0, -markTick), Radius: markTurn, From: 170, To: 10,
	Pen: ink.Pen{Weight: ink.Thin, Head: ink.OpenHead}}}

// coordinate is a reference tick from which a thin arrow counts; distance the same with a tick at its end as well.
var (
	coordinate = []ink.Stroke{
		&ink.Line{Pts: []ink.Pt{ink.At(0, 0, 0, -markTick), ink.At(0, 0, 0, markTick)}, Pen: ink.Pen{Weight: ink.Thin}},
		&ink.Line{Pts: []ink.Pt{ink.At(0, 0, 0, 0), ink.At(1, 0, 0, 0)}, Pen: ink.Pen{Weight: ink.Thin, Head: ink.OpenHead}},
	}
	distance = []ink.Stroke{
		&ink.Line{Pts: []ink.Pt{ink.At(0, 0, 0, -markTick), ink.At(0, 0, 0, markTick)}, Pen: ink.Pen{Weight: ink.Thin}},
		&ink.Line{Pts: []ink.Pt{ink.At(1, 0, 0, -markTick), ink.At(1, 0, 0, markTick)}, Pen: ink.Pen{Weight: ink.Thin}},
		&ink.Line{Pts: []ink.Pt{ink.At(0, 0, 0, 0), ink.At(1, 0, 0, 0)}, Pen: ink.Pen{Weight: ink.Thin, Head: ink.OpenHead}},
	}
)

// skyline is the upper edge of what is placed, in columns of a fixed width.
type skyline struct {
	from float64
	tops []float64
}

const skylineStep = 0.2

func newSkyline(p *plan) *skyline {
	s := &skyline{from: -3}
	for i := 0; i < int((p.width+6)/skylineStep)+2; i++ {
		s.tops = append(s.tops, math.Inf(-1))
	}
	for _, n := range p.stands() {
		clear := math.Max(n.width/2, n.clear) + n.depth
		if n.support && !n.label.empty() {
			clear += labelGap + p.metrics.along(n.label)
		}
		s.cover(n.c-clear, n.c+clear, n.t+n.over)
		for _, l := range n.left {
			s.cover(l.u0, l.u1, l.v+l.up)
		}
		for _, l := range n.right {
			s.cover(l.u0, l.u1, l.v+l.up)
		}
	}
	for _, l := range p.lanes {
		s.cover(l.u0, l.u1, l.v+l.up)
	}
	for _, f := range p.floors {
		s.cover(f.u0, f.u1, f.v)
	}
	return s
}

func (s *skyline) columns(lo, hi float64) (int, int) {
	a := int(math.Floor((lo - s.from) / skylineStep))
	b := int(math.Floor((hi - s.from) / skylineStep))
	return max(0, min(a, len(s.tops)-1)), max(0, min(b, len(s.tops)-1))
}

func (s *skyline) cover(lo, hi, top float64) {
	a, b := s.columns(lo, hi)
	for i := a; i <= b; i++ {
		s.tops[i] = math.Max(s.tops[i], top)
	}
}

// raise finds the height on which something may stand between lo and hi, and covers it with a given height on top.
func (s *skyline) raise(lo, hi, height float64) float64 {
	a, b := s.columns(lo, hi)
	base := math.Inf(-1)
	for i := a; i <= b; i++ {
		base = math.Max(base, s.tops[i])
	}
	if math.IsInf(base, 0) {
		base = 0
	}
	s.cover(lo, hi, base+height)
	return base
}
