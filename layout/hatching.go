package layout

import (
	"diagram/dsl/graph"
	"diagram/dsl/ink"
)

// grounds draws the floors.
func (d *drafter) grounds() {
	drawn := map[*graph.Element]bool{}
	for i, f := range d.plan.floors {
		a, b := d.place(f.u0, f.v), d.place(f.u1, f.v)
		frame := ink.Frame{Origin: a.Add(b).Scale(0.5), Angle: d.metrics.angle + 90, W: floorDepth, H: f.u1 - f.u0}
		it := Item{Style: "floor", Frame: frame, Strokes: hatching}
		switch {
		case f.bare != nil:
			angle, _ := d.along(true)
			it = Item{Style: "bare floor", Strokes: bare, Frame: ink.Frame{Origin: a, Angle: angle, W: f.u1 - f.u0}}
			d.add(f.bare.el, it)
			continue
		case f.el == nil:
			d.add(f.first.el, it)
			continue
		case f.moves():
			it = glyph(f.el, frame)
		}
		motion := d.plan.motion(f.el)
		if t := elementText(d.graph, f.el); d.plan.namesFloor(i) && motion == nil && !t.empty() && !d.plan.has(f.el) {
			it.Labels = append(it.Labels, beside(t, d.place(d.plan.floorLabel(i, d.metrics.along(t)/2), f.v-floorDepth), d.place(0, -1), labelGap))
		}
		d.add(f.el, it)
		if !drawn[f.el] && motion != nil {
			d.drawFloorMotion(motion, f)
		}
		drawn[f.el] = true
	}
}

// namesFloor reports whether a stretch of floor is the longest of its support's, where that has its label; the first of several.
func (p *plan) namesFloor(i int) bool {
	own, long := &p.floors[i], -1.0
	first := -1
	for j := range p.floors {
		f := &p.floors[j]
		if f.el == own.el && f.bare == nil && f.u1-f.u0 > long+1e-6 {
			first, long = j, f.u1-f.u0
		}
	}
	return first == i
}

// floorLabel is where the middle of a label below a stretch of floor goes, given half its length: in the middle, but clear of a gap
// at an end.
func (p *plan) floorLabel(i int, half float64) float64 {
	f := &p.floors[i]
	mid := (f.u0 + f.u1) / 2
	if half <= (f.u1-f.u0)/2 {
		return mid
	}
	gap := func(j int) bool { return j >= 0 && j < len(p.floors) && p.floors[j].bare != nil }
	switch before, after := gap(i-1), gap(i+1); {
	case before && !after:
		return f.u0 + half
	case after && !before:
		return f.u1 - half
	}
	return mid
}

// has reports whether an element is a node of the plan, and so is drawn besides its floors.
func (p *plan) has(el *graph.Element) bool {
	for _, n := range p.nodes {
		if n.el == el {
			return true
		}
	}
	return false
}

// hatching is a floor; bare one is its line alone.
var (
	hatching = []ink.Stroke{
		&ink.Hatch{A: ink.At(0, 0, -0.5, 0), B: ink.At(0, 0, 0.5, 0), Depth: floorDepth, Pitch: 0.16, Pen: ink.Pen{Weight: ink.Thin}},
		&ink.Line{Pts: []ink.Pt{ink.At(0, 0, -0.5, 0), ink.At(0, 0, 0.5, 0)}},
	}
	bare = []ink.Stroke{&ink.Line{Pts: []ink.Pt{ink.At(0, 0, 0, 0), ink.At(1, 0, 0, 0)}}}
)

// passable reports whether what points down from a body passes through its floor, in which it has a gap: unless something else is
// below the floor or under the wheels, or these are in the way.
func (r *reader) passable(n *node) bool {
	if !n.floor || n.labelAt == under || len(n.contacts) > 2 {
		return false
	}
	for _, o := range n.grounds {
		if o.Kind.Support().Moves != nil {
			return false
		}
	}
	downwards := 0
	for _, a := range r.graph.ActionsOn(n.el) {
		if _, v := r.heading(a, n); v < -1e-9 && !a.Kind.Action().Marks {
			downwards++
		}
	}
	wheels := n.below > n.film
	return !wheels || downwards < 2 && n.film == 0
}

// rise is how far above its floor an arrow begins that points down from a body: at its box, or below its film.
func (n *node) rise() float64 {
	if n.film > 0 {
		return 0
	}
	return n.below
}
