package layout_test

import (
	"fmt"
	"math"
	"slices"

	"diagram/dsl/ink"
	"diagram/layout"
)

// figure is an item's true outline: the chords of its strokes and leads, and its labels' boxes.
type figure struct {
	item   *layout.Item
	lines  []chord
	leads  []chord // bare lines, as far as they are straight
	hops   []chord // the half circles amid them
	labels []ink.Box
	box    ink.Box
}

type chord struct{ a, b ink.Point }

func figures(d *layout.Drawing) []figure {
	var all []figure
	for i := range d.Items {
		it := &d.Items[i]
		f := figure{item: it, box: ink.EmptyBox()}
		for _, p := range ink.FlattenAll(it.Strokes, it.Frame) {
			for _, run := range p.Polyline(0.005) {
				for j := 1; j < len(run); j++ {
					f.lines = append(f.lines, chord{run[j-1], run[j]})
				}
			}
		}
		before, after := it.Leads()
		for _, lead := range [][]layout.Waypoint{before, after} {
			if len(lead) > 0 {
				f.lead(lead)
			}
		}
		for _, c := range slices.Concat(f.lines, f.leads, f.hops) {
			f.box = f.box.With(c.a).With(c.b)
		}
		for _, l := range it.Labels {
			f.labels = append(f.labels, l.Box())
			f.box = f.box.Union(l.Box())
		}
		all = append(all, f)
	}
	return all
}

// lead takes a line with its hops apart.
func (f *figure) lead(way []layout.Waypoint) {
	last := way[0].Point
	for i, w := range way[1:] {
		if w.Hop == nil {
			f.leads = append(f.leads, chord{last, w.Point})
			last = w.Point
			continue
		}
		back := way[i].Sub(w.Point)
		back = back.Scale(layout.HopRadius / back.Len())
		f.leads = append(f.leads, chord{last, w.Add(back)})
		last = w.Add(back)
		up := w.Hop.Top.Sub(w.Point)
		for k := 1; k <= 12; k++ {
			sin, cos := math.Sincos(math.Pi * float64(k) / 12)
			next := w.Add(back.Scale(cos)).Add(up.Scale(sin))
			f.hops = append(f.hops, chord{last, next})
			last = next
		}
	}
}

func side(a, b, p ink.Point) float64 {
	return (b.X-a.X)*(p.Y-a.Y) - (b.Y-a.Y)*(p.X-a.X)
}

// crosses reports whether two chords cross, with more than a touch.
func crosses(p, q chord) bool {
	const touch = 1e-7
	a, b := side(p.a, p.b, q.a), side(p.a, p.b, q.b)
	c, d := side(q.a, q.b, p.a), side(q.a, q.b, p.b)
	return (a > touch && b < -touch || a < -touch && b > touch) && (c > touch && d < -touch || c < -touch && d > touch)
}

func overlap(a, b ink.Box) bool {
	return a.Min.X < b.Max.X && b.Min.X < a.Max.X && a.Min.Y < b.Max.Y && b.Min.Y < a.Max.Y
}

// cuts reports whether a chord passes through a box.
func cuts(c chord, b ink.Box) bool {
	lo, hi := 0.0, 1.0
	clip := func(p, d, lower, upper float64) bool {
		if math.Abs(d) < 1e-12 {
			return p > lower && p < upper
		}
		t0, t1 := (lower-p)/d, (upper-p)/d
		lo, hi = math.Max(lo, math.Min(t0, t1)), math.Min(hi, math.Max(t0, t1))
		return lo < hi
	}
	d := c.b.Sub(c.a)
	return clip(c.a.X, d.X, b.Min.X, b.Max.X) && clip(c.a.Y, d.Y, b.Min.Y, b.Max.Y)
}

// within reports whether a point lies in the box of a body, by more than a touch.
func within(it *layout.Item, p ink.Point) bool {
	q := p.Sub(it.Frame.Origin).Rotate(-it.Frame.Angle)
	return math.Abs(q.X) < it.Frame.W/2-1e-6 && math.Abs(q.Y) < it.Frame.H/2-1e-6
}

// overlaps finds the first overlap in a drawing; "" where there is none. Bare leads cross where one of them hops over the other,
// and so do thin lines that lead up to a coordinate.
func overlaps(d *layout.Drawing) string {
	all := figures(d)
	for i := range all {
		f := &all[i]
		for _, l := range f.labels {
			for _, c := range slices.Concat(f.lines, f.leads, f.hops) {
				if cuts(c, l) {
					return fmt.Sprintf("the label of %s lies on its own line", f.item.Name)
				}
			}
		}
		for j := range f.labels {
			for k := range j {
				if overlap(f.labels[j], f.labels[k]) {
					return fmt.Sprintf("two labels of %s overlap", f.item.Name)
				}
			}
		}
		for j := range all {
			g := &all[j]
			if i == j || !overlap(f.box, g.box) {
				continue
			}
			if why := between(f, g); why != "" {
				return fmt.Sprintf("%s (%s) and %s (%s): %s", f.item.Name, f.item.Style, g.item.Name, g.item.Style, why)
			}
		}
	}
	return ""
}

// encircles reports whether an item is an arrow round a shaft, and a chord lies on that shaft.
func (f *figure) encircles(c chord) bool {
	round := slices.ContainsFunc(f.item.Strokes, func(s ink.Stroke) bool { a, is := s.(*ink.Arc); return is && a.Squeeze > 0 })
	local := func(p ink.Point) ink.Point { return p.Sub(f.item.Frame.Origin).Rotate(-f.item.Frame.Angle) }
	a, b := local(c.a), local(c.b)
	return round && math.Abs(a.Y) < 0.12 && math.Abs(a.Y-b.Y) < 1e-6
}

func between(f, g *figure) string {
	if passesThrough(f.item, g.item) || passesThrough(g.item, f.item) {
		return ""
	}
	for _, p := range f.lines {
		if !overlap(chordBox(p).Grow(1e-3), g.box) {
			continue
		}
		for _, q := range g.lines {
			if crosses(p, q) && !f.encircles(q) && !g.encircles(p) {
				return fmt.Sprintf("outlines cross at %.3f,%.3f", p.a.X, p.a.Y)
			}
		}
		for _, q := range g.leads {
			if crosses(p, q) && !f.encircles(q) {
				return fmt.Sprintf("a lead crosses an outline at %.3f,%.3f", p.a.X, p.a.Y)
			}
		}
		for _, l := range g.labels {
			if cuts(p, l) {
				return fmt.Sprintf("a label lies on a line at %.3f,%.3f", p.a.X, p.a.Y)
			}
		}
	}
	for _, p := range f.leads {
		for _, q := range g.leads {
			if crosses(p, q) {
				return fmt.Sprintf("leads cross without a hop at %.3f,%.3f", p.a.X, p.a.Y)
			}
		}
		for _, h := range g.hops {
			if crosses(p, h) && !g.over(p) {
				return "a lead crosses a hop that isn't made for it"
			}
		}
		for _, l := range g.labels {
			if cuts(p, l) {
				return "a label lies on a lead"
			}
		}
	}
	for _, h := range f.hops {
		near := chordBox(h).Grow(beside)
		for _, q := range g.hops {
			if overlap(near, chordBox(q)) {
				return "a hop is beside another"
			}
		}
		for _, q := range g.lines {
			if cuts(q, near) {
				return fmt.Sprintf("a hop is beside an outline at %.3f,%.3f", h.a.X, h.a.Y)
			}
		}
		for _, l := range g.labels {
			if overlap(near, l) {
				return "a hop is beside a label"
			}
		}
	}
	for _, l := range f.labels {
		for _, m := range g.labels {
			if overlap(l, m) {
				return "labels overlap"
			}
		}
	}
	if e := f.item.Element; e != nil && e.Kind.IsBody() && !marking(f.item.Style) && f.item.Style != "floor" {
		for _, q := range slices.Concat(g.lines, g.leads, g.hops) {
			if within(f.item, q.a) || within(f.item, q.b) || within(f.item, q.a.Add(q.b).Scale(0.5)) {
				return "one lies in the other's body"
			}
		}
		for _, l := range g.labels {
			if within(f.item, l.Min.Add(l.Max).Scale(0.5)) {
				return "a label lies in another's body"
			}
		}
	}
	return ""
}

// beside is how near to a hop nothing may lie.
const beside = 0.03

// over reports whether one of an item's hops is over a line.
func (f *figure) over(c chord) bool {
	for _, h := range f.item.Hops {
		if d := c.b.Sub(c.a); math.Abs(side(c.a, c.b, h.At)) < 1e-6*d.Len() && math.Abs(side(ink.Point{}, d, h.Top.Sub(h.At))) < 1e-6*d.Len() {
			return true
		}
	}
	return false
}

// passesThrough reports whether an arrow points down from a body between its wheels, through the line of the floor.
func passesThrough(floor, arrow *layout.Item) bool {
	return floor.Style == "bare floor" && arrow.Element != nil && arrow.Element.On == floor.Element
}

func chordBox(c chord) ink.Box { return ink.EmptyBox().With(c.a).With(c.b) }

// marking tells the styles of what is drawn beside an element to say where it is.
func marking(style string) bool {
	return style == "coordinate" || style == "distance" || style == "rotation" || style == "dimension" || style == "reference" || style == "shaft"
}
