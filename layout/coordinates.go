package layout

import (
	"cmp"
	"math"
	"slices"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
)

// distancePitch is how far distances lie apart that are drawn one above the other, distanceRise how far they lie above what is
// below them, where their labels leave so much.
const (
	distancePitch = 0.55
	distanceRise  = 0.2
	nextLabel     = 0.4 // how near a label may be beside which a coordinate would seem to belong to it
)

// coordinates draws a plan's coordinates: first the arrows at their bodies, then the distances over them, the shorter ones
// lower.
func (d *drafter) coordinates() {
	p := d.plan
	if len(p.marks) == 0 {
		return
	}
	line := newSkyline(p)
	var arrows, distances []*mark
	for _, m := range p.marks {
		switch {
		case d.distance(m):
			distances = append(distances, m)
		case !m.mark.Constant:
			arrows = append(arrows, m)
		}
	}
	d.arrows(line, arrows)
	slices.SortStableFunc(distances, func(a, b *mark) int {
		return cmp.Compare(math.Abs(a.u1-a.u0), math.Abs(b.u1-b.u0))
	})
	rise := distanceRise
	for _, m := range distances {
		rise = math.Min(rise, distancePitch-m.tall(d.metrics))
	}
	rise = math.Max(rise, tickHalf+0.03)
	var references []reference
	for _, m := range distances {
		v := d.drawDistance(line, m, rise)
		references = m.refer(d.plan.node(m.mark.From), m.u0, v, references)
		references = m.refer(m.node, m.u1, v, references)
	}
	for _, r := range references {
		d.refer(r)
	}
}

// moves is the mark of a node's motion; nil where none is drawn.
func (n *node) moves() *mark {
	for _, m := range n.coords {
		if !m.mark.Constant {
			return m
		}
	}
	return nil
}

// distance finds where a coordinate begins and ends that is drawn in full; false where it isn't: it isn't measured from
// anything in the drawing, or counts towards what it is measured from.
func (d *drafter) distance(m *mark) bool {
	if m.mark.From == nil || !d.inFull {
		return false
	}
	n, o := m.node, d.plan.node(m.mark.From)
	if o == nil || o == n {
		return false
	}
	m.u0, m.u1 = o.u1, n.u0
	if o.c > n.c {
		m.u0, m.u1 = o.u0, n.u1
	}
	forward := (m.mark.Sense >= 0) != d.plan.flipped
	const least = 0.4
	return math.Abs(m.u1-m.u0) > least && (m.mark.Constant || (m.u1 > m.u0) == forward)
}

// tall is the room that a distance's label takes over its line.
func (m *mark) tall(metrics metrics) float64 { return labelGap + metrics.across(m.label) + 0.04 }

// drawDistance draws a coordinate in full, with its label in the middle, so far above what lies below. It returns the height of its line.
func (d *drafter) drawDistance(line *skyline, m *mark, rise float64) float64 {
	mid, half := (m.u0+m.u1)/2, math.Max(math.Abs(m.u1-m.u0), d.metrics.along(m.label))/2-markMargin
	base := line.raise(mid-half, mid+half, math.Inf(-1), math.Max(distancePitch, rise+m.tall(d.metrics))) + rise
	angle, mirror := d.along(m.u1 >= m.u0)
	f := ink.Frame{Origin: d.place(m.u0, base), Angle: angle, W: math.Abs(m.u1 - m.u0), H: 2 * tickHalf, Mirror: mirror}
	it := Item{Style: "distance", Frame: f, Strokes: distance}
	if m.mark.Constant {
		it.Style, it.Strokes = "dimension", dimensionLine
	}
	gap := labelGap
	if d.metrics.along(m.label)+2*ink.OpenLength > f.W {
		gap += tickHalf // above the ticks where it doesn't fit between them
	}
	if !m.label.empty() {
		it.Labels = []Label{beside(m.label, f.Local(f.W/2, 0), unit(d.metrics.angle+90), gap)}
	}
	d.addMark(m, it)
	return base
}

// reference is a line up from the corner of a node to the highest distance that begins or ends there.
type reference struct {
	mark *mark
	node *node
	u, v float64
}

// refer raises the reference line at a corner to a height, or begins one.
func (m *mark) refer(n *node, u, v float64, all []reference) []reference {
	for i := range all {
		if all[i].node == n && all[i].u == u {
			all[i].v = math.Max(all[i].v, v)
			return all
		}
	}
	return append(all, reference{m, n, u, v})
}

// refer draws a reference line, unless something is in its way.
func (d *drafter) refer(r reference) {
	top := r.v + tickHalf
	if r.node.inner != nil || d.blocked(r.node.el, r.u, r.node.t+2*markMargin, top-2*tickHalf-markMargin) {
		return
	}
	angle := d.metrics.angle + 90
	m := *r.mark
	if r.node != m.node {
		m = mark{node: r.node}
	}
	d.addMark(&m, Item{Style: "reference", Strokes: dashedLine,
		Frame: ink.Frame{Origin: d.place(r.u, r.node.t), Angle: angle, W: top - r.node.t}})
}

// blocked reports whether anything that is drawn, besides an element itself, lies on a line across the axis.
func (d *drafter) blocked(el *graph.Element, u, from, to float64) bool {
	if d.plan.flipped {
		u = -u
	}
	turned := func(p ink.Point) ink.Point { return p.Rotate(-d.metrics.angle) }
	hit := func(b ink.Box) bool {
		return b.Min.X-markMargin < u && u < b.Max.X+markMargin && b.Min.Y < to && b.Max.Y > from
	}
	for _, i := range d.parts[len(d.parts)-1].items {
		it := &d.buckets[i[0]][i[1]]
		f := it.Frame
		f.Origin, f.Angle = turned(f.Origin), f.Angle-d.metrics.angle
		own := it.Element == el && !IsMark(it.Style) || IsMark(it.Style) && (math.Abs(f.Origin.X-u) < 1e-6 || math.Abs(f.Local(f.W, 0).X-u) < 1e-6)
		if b := ink.BoundsOf(it.Strokes, f); !own && !b.Empty() && hit(b) {
			return true
		}
		for j := 1; j < len(it.Route); j++ {
			if hit(ink.EmptyBox().With(turned(it.Route[j-1])).With(turned(it.Route[j]))) {
				return true
			}
		}
		for _, l := range it.Labels {
			b := l.Box()
			if hit(ink.EmptyBox().With(turned(b.Min)).With(turned(b.Max)).With(turned(ink.Point{X: b.Min.X, Y: b.Max.Y})).With(turned(ink.Point{X: b.Max.X, Y: b.Min.Y}))) {
				return true
			}
		}
	}
	return false
}

// addMark adds a mark to its element, or its displacement: what is asked of a body's pen isn't meant for its coordinate.
func (d *drafter) addMark(m *mark, it Item) {
	el := m.node.el
	if m.el != nil {
		el = m.el
	}
	d.add(el, it)
	if m.el == nil {
		last := &d.buckets[el.ID][len(d.buckets[el.ID])-1]
		last.Thick, last.Dashed = false, false
	}
}

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
			if o.u0 != s.u0 && o.lo < s.u0 && s.u0 < o.hi {
				s.foot = math.Max(s.foot, o.base+o.room(d.metrics)+markMargin) // over one that begins at the other corner
			}
		}
		lower[s.node] = append(lower[s.node], s)
		d.drawArrow(s)
	}
}

// row is the row on which a mark's node lies.
func (m *mark) row() *row {
	at := m.node.row
	if m.node.inner != nil {
		at = m.node.inner.row
	}
	r, _ := at.find()
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
	case m.turns():
		m.u0, m.u1 = n.c, n.c+sign*markTurn
		s.span(n.c-sign*(markTurn+markMargin), n.c+sign*(reach-markTurn))
	case n.support && n.width == 0 || n.inner != nil:
		m.u0 = n.c
	case side > 0 == n.thin:
		m.u0 = n.u1
	default:
		m.u0 = n.u0
	}
	if !m.turns() {
		m.u1 = m.u0 + sign*markArrow
		s.span(m.u0, m.u0+sign*reach)
	}
	own := n.t
	if n.inner != nil {
		l := n.inner
		own = l.v + l.up - l.marks
		s.foot = l.v + n.el.Kind.Glyph.Size.Height/2
	}
	if n.thin || n.turns() || n.support {
		own += n.over
	}
	if n.over > 0 && (n.thin || n.support) && n.posted(true) == 0 {
		s.foot += n.over + markMargin
	}
	top := line.top(s.lo+0.01, s.hi-0.01)
	if n.support || n.thin || n.inner != nil {
		top = math.Max(top, line.top(s.lo-nextLabel, s.hi+nextLabel)) // not beside the label of a connector
	}
	kept := m.kept && !n.support && !(m.turns() && n.posted(true) > 0)
	room := n.lift // in which there can be nothing but what belongs to the node
	if kept && n.inner == nil {
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

// drawArrow draws a short arrow, straight or bent, with its label at the tip.
func (d *drafter) drawArrow(s *stub) {
	m := s.mark
	v := s.base + m.rise(d.metrics)
	angle, mirror := d.along(m.u1 >= m.u0)
	f := ink.Frame{Origin: d.place(m.u0, v), Angle: angle, W: math.Abs(m.u1 - m.u0), H: 2 * markOver, Mirror: mirror}
	it := Item{Style: "coordinate", Frame: f, Strokes: coordinate}
	if m.turns() {
		it.Style, it.Strokes = "rotation", angleOf
		it.Frame.H = 2 * markTick
	} else {
		d.addMark(m, Item{Style: "reference", Strokes: dashedLine,
			Frame: ink.Frame{Origin: d.place(m.u0, s.foot), Angle: d.metrics.angle + 90, W: v + markOver - s.foot}})
	}
	if !m.label.empty() {
		it.Labels = []Label{beside(m.label, f.Local(f.W, 0), unit(angle), labelGap)}
	}
	d.addMark(m, it)
}

// motion is that of a support which lies under what slides on it; nil where it doesn't move.
func (p *plan) motion(el *graph.Element) *mark {
	for _, m := range p.motions {
		if m.mark.Node == el {
			return m
		}
	}
	return nil
}

// drawFloorMotion draws the motion of a floor below the first body on it.
func (d *drafter) drawFloorMotion(m *mark, f floor) {
	drop := f.first.drop + markGap + math.Max(markOver, d.metrics.across(m.label)/2)
	for _, o := range f.first.owners() {
		if before := d.plan.motion(o); o == f.el {
			break
		} else if before != nil {
			drop += markGap + math.Max(2*markTick, d.metrics.across(before.label))
		}
	}
	mid := f.first.c
	if len(f.first.owners()) > 1 {
		mid = (f.u0 + f.u1) / 2
	}
	angle, mirror := d.metrics.angle, true
	if m.mark.Sense < 0 {
		angle, mirror = angle+180, false
	}
	at := d.place(mid, f.v-floorDepth-drop)
	if f.first.drop > 0 {
		drop = markOver // what lies below the floor is in the way
	} else {
		drop -= markMargin
	}
	it := Item{Style: "coordinate", Strokes: coordinate,
		Frame: ink.Frame{Origin: at.Sub(unit(angle).Scale(markArrow / 2)), Angle: angle, W: markArrow, H: 2 * markOver, Mirror: mirror}}
	d.add(m.mark.Node, Item{Style: "reference", Strokes: dashedLine,
		Frame: ink.Frame{Origin: it.Frame.Origin.Sub(unit(d.metrics.angle + 90).Scale(markOver)), Angle: d.metrics.angle + 90, W: drop + markOver}})
	it.Labels = []Label{beside(m.label, it.Frame.Local(markArrow, 0), unit(angle), labelGap)}
	d.add(m.mark.Node, it)
}

// node finds an element's node, or the joint within a lane that it is.
func (p *plan) node(el *graph.Element) *node {
	for _, n := range p.nodes {
		if n.el == el {
			return n
		}
	}
	for _, m := range p.marks {
		if m.node.el == el {
			return m.node
		}
	}
	return nil
}

// tickHalf is half the height of the tick at the end of a distance.
const tickHalf = 0.1

// angleOf is an arrow bent over a disc, which clockwise ends at the right.
var angleOf = []ink.Stroke{&ink.Arc{Center: ink.At(0, 0, 0, -markTick), Radius: markTurn, From: 170, To: 10,
	Pen: ink.Pen{Weight: ink.Thin, Head: ink.OpenHead}}}

// coordinate is a thin arrow; distance one from tick to tick. A dashed line from the corner of a body leads to either.
var (
	coordinate = []ink.Stroke{
		&ink.Line{Pts: []ink.Pt{ink.At(0, 0, 0, 0), ink.At(1, 0, 0, 0)}, Pen: ink.Pen{Weight: ink.Thin, Head: ink.OpenHead}},
	}
	distance = []ink.Stroke{
		&ink.Line{Pts: []ink.Pt{ink.At(0, 0, 0, -tickHalf), ink.At(0, 0, 0, tickHalf)}, Pen: ink.Pen{Weight: ink.Thin}},
		&ink.Line{Pts: []ink.Pt{ink.At(1, 0, 0, -tickHalf), ink.At(1, 0, 0, tickHalf)}, Pen: ink.Pen{Weight: ink.Thin}},
		&ink.Line{Pts: []ink.Pt{ink.At(0, 0, 0, 0), ink.At(1, 0, 0, 0)}, Pen: ink.Pen{Weight: ink.Thin, Head: ink.OpenHead}},
	}
	dashedLine = []ink.Stroke{
		&ink.Line{Pts: []ink.Pt{ink.At(0, 0, 0, 0), ink.At(1, 0, 0, 0)}, Pen: ink.Pen{Weight: ink.Thin, Dashed: true}},
	}
)
