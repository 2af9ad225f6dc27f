package layout

import (
	"math"
	"slices"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
)

// coordinates draws a plan's coordinates: first the arrows at their bodies, then the distances over them, the shorter ones
// lower.
func (d *drafter) coordinates() {
	p := d.plan
	if len(p.marks) == 0 && !slices.ContainsFunc(p.nodes, func(n *node) bool { return n.topping > 0 }) {
		return
	}
	line := newSkyline(p)
	var arrows, distances []*mark
	for _, m := range p.marks {
		switch {
		case m.turns(): // it is drawn round the shaft
		case d.distance(m):
			distances = append(distances, m)
		case !m.mark.Constant:
			arrows = append(arrows, m)
		}
	}
	bare := &skyline{line.from, slices.Clone(line.tops)}
	d.arrows(line, arrows)
	d.toppings(line, bare)
	d.distances(line, distances)
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
	for _, o := range f.first.grounds {
		if before := d.plan.motion(o); o == f.el {
			break
		} else if before != nil {
			drop += markGap + math.Max(2*markTick, d.metrics.across(before.label))
		}
	}
	mid := f.first.c
	if len(f.first.grounds) > 1 {
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

// node finds an element's node; nil where it is drawn within something else.
func (p *plan) node(el *graph.Element) *node {
	for _, n := range p.nodes {
		if n.el == el {
			return n
		}
	}
	return nil
}

// tickHalf is half the height of the tick at the end of a distance.
const tickHalf = 0.1

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
