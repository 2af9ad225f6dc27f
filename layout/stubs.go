package layout

import (
	"math"

	"diagram/dsl/ink"
)

// nextLabel is how near a label may be beside which a coordinate would seem to belong to it.
const nextLabel = 0.4

// stub is a short arrow at a node, and its place.
type stub struct {
	*mark
	lo, hi float64 // its room along the axis
	foot   float64 // where its reference line begins
	base   float64 // what it stands on
	open   bool    // nothing lies above it
}

// arrows draws coordinates as short arrows at the corners of their bodies, those of one row at one height.
func (d *drafter) arrows(line *skyline, marks []*mark) {
	level := map[*row]float64{} // of the arrows' lines
	stubs := make([]stub, len(marks))
	for i, m := range marks {
		s := &stubs[i]
		*s = d.stub(line, m)
		r := m.row()
		if v, top := level[r]; s.open {
			if line := s.base + m.rise(d.metrics); !top || v < line {
				level[r] = line
			}
		} else if !s.open {
			line.cover(s.lo, s.hi, s.base+s.room(d.metrics))
		}
	}
	lower := map[*node][]*stub{} // that stand already
	for i := range stubs {
		s := &stubs[i]
		if s.open {
			least := level[s.row()] - s.rise(d.metrics)
			if top := line.top(s.lo+0.01, s.hi-0.01); top > s.base+1e-9 {
				s.foot = math.Max(s.foot, top+markMargin) // over another
			}
			s.base = line.raise(s.lo+0.01, s.hi-0.01, least, s.room(d.metrics))
		}
		for _, o := range lower[s.node] {
			if o.base < s.base && o.u0 != s.u0 && o.lo < s.u0 && s.u0 < o.hi {
				s.foot = math.Max(s.foot, o.base+o.room(d.metrics)+markMargin) // over one that begins at the other corner
			}
		}
		lower[s.node] = append(lower[s.node], s)
		d.drawArrow(s)
	}
}

// row is the row on which a mark's node lies.
func (m *mark) row() *row {
	r, _ := m.node.row.find()
	return r
}

// stub finds the place of a short arrow: over its body, from the corner that the motion leaves behind; over the next
// connector, where the node is a mere plate.
func (d *drafter) stub(line *skyline, m *mark) stub {
	n := m.node
	s := stub{mark: m, foot: n.t}
	side := m.side(d.plan.flipped)
	sign, reach := float64(side), m.breadth(d.metrics)
	switch {
	case n.support && n.width == 0:
		m.u0 = n.c
	case side > 0 == n.thin:
		m.u0 = n.u1
	default:
		m.u0 = n.u0
	}
	m.u1 = m.u0 + sign*markArrow
	s.span(m.u0, m.u0+sign*reach)
	own := n.t
	if n.thin || n.support {
		own += n.over
	}
	if n.over > 0 && (n.thin || n.support) && n.posted(true) == 0 {
		s.foot += n.over + markMargin
	}
	top := line.top(s.lo+0.01, s.hi-0.01)
	if n.support || n.thin {
		top = math.Max(top, line.top(s.lo-nextLabel, s.hi+nextLabel)) // not beside the label of a connector
	}
	kept := m.kept
	room := n.lift // in which there can be nothing but what belongs to the node
	if kept {
		room += n.markRoom
	}
	switch {
	case top <= own+room+1e-6:
		s.base, s.open = math.Max(own, top)+m.under, true
	case kept:
		s.base = own + n.lift + m.under
	default:
		s.base, s.open = top, true
		s.foot = math.Max(s.foot, top+markMargin)
	}
	return s
}

// span sets the room along the axis.
func (s *stub) span(a, b float64) { s.lo, s.hi = math.Min(a, b), math.Max(a, b) }

// drawArrow draws a short arrow with its label at the tip.
func (d *drafter) drawArrow(s *stub) {
	m := s.mark
	v := s.base + m.rise(d.metrics)
	angle, mirror := d.along(m.u1 >= m.u0)
	f := ink.Frame{Origin: d.place(m.u0, v), Angle: angle, W: math.Abs(m.u1 - m.u0), H: 2 * markOver, Mirror: mirror}
	it := Item{Style: "coordinate", Frame: f, Strokes: coordinate}
	d.addMark(m, Item{Style: "reference", Strokes: dashedLine,
		Frame: ink.Frame{Origin: d.place(m.u0, s.foot), Angle: d.metrics.angle + 90, W: v + markOver - s.foot}})
	if !m.label.empty() {
		it.Labels = []Label{beside(m.label, f.Local(f.W, 0), unit(angle), labelGap)}
	}
	d.addMark(m, it)
}
