package layout

import "diagram/dsl/ink"

// What belongs to no element (the slope of the axis, gravity) goes where the rest leaves room for it.

// addLoose adds an item without an element to the part that is being drawn.
func (d *drafter) addLoose(it Item) {
	last := len(d.buckets) - 1
	s := &d.sheets[len(d.sheets)-1]
	s.items = append(s.items, [2]int{last, len(d.buckets[last])})
	s.box = s.box.Union(it.bounds())
	d.buckets[last] = append(d.buckets[last], it)
}

// sheetItems are the items of the part that is being drawn.
func (d *drafter) sheetItems() []*Item {
	s := &d.sheets[len(d.sheets)-1]
	all := make([]*Item, len(s.items))
	for i, at := range s.items {
		all[i] = &d.buckets[at[0]][at[1]]
	}
	return all
}

// inked are boxes in the frame of the axis that hold all that the part at hand has so far.
func (d *drafter) inked() []ink.Box {
	var all []ink.Box
	turned := func(p ink.Point) ink.Point { return p.Rotate(-d.metrics.angle) }
	for _, it := range d.sheetItems() {
		f := it.Frame
		f.Origin, f.Angle = turned(f.Origin), f.Angle-d.metrics.angle
		if b := ink.BoundsOf(it.Strokes, f); !b.Empty() {
			all = append(all, b)
		}
		for j := 1; j < len(it.Route); j++ {
			all = append(all, ink.EmptyBox().With(turned(it.Route[j-1])).With(turned(it.Route[j])))
		}
		for _, l := range it.Labels {
			all = append(all, turnedBox(l.Box(), -d.metrics.angle))
		}
	}
	return all
}

// turnedBox holds a box that is turned about the origin.
func turnedBox(b ink.Box, degrees float64) ink.Box {
	all := ink.EmptyBox()
	for _, p := range []ink.Point{b.Min, b.Max, {X: b.Min.X, Y: b.Max.Y}, {X: b.Max.X, Y: b.Min.Y}} {
		all = all.With(p.Rotate(degrees))
	}
	return all
}
