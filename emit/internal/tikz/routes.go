package tikz

import (
	"diagram/dsl/ink"
	"diagram/layout"
)

// route are an item's leads, in the frame of the picture.
func (p *printer) route(it *piece) (before, after []layout.Waypoint) {
	before, after = it.Leads()
	for _, line := range [][]layout.Waypoint{before, after} {
		for i := range line {
			line[i].Point = p.turn(line[i].Point)
		}
	}
	return before, after
}

// routed writes a connector that doesn't reach from node to node by itself: what leads to it from either side is said from the
// node there.
func (p *printer) routed(it *piece, before, after []layout.Waypoint) {
	f, g := p.frame(it.Frame), it.glyph
	from, to := f.Origin, f.Local(f.W, 0)
	start, stop := p.endPlaces(it)
	if len(before) == 0 {
		before = []layout.Waypoint{{Point: from}}
	}
	if len(after) == 0 {
		after = []layout.Waypoint{{Point: to}}
	}
	labels := func() {
		for i := range it.Labels {
			p.midway(&it.Labels[i], from.Add(to).Scale(0.5), to.Sub(from))
		}
	}
	p.put("  \\draw")
	if len(g.layers) <= 1 && (g.form == straight || reaches(g.layers[0].strokes)) {
		p.style(it)
		p.lead(before, start, stop)
		p.put(" ", g.link())
		labels()
		p.lead(after, stop, start)
		p.put(";\n")
		return
	}
	p.put(brackets(p.look(it, ink.Pen{})))
	p.lead(before, start, stop)
	p.lead(after, stop, start)
	p.put(";\n")
	for i := range max(1, len(g.layers)) {
		p.put("  \\draw", brackets(append([]string{"diagram/" + g.layer(i)}, p.look(it, ink.Pen{})...)), " ")
		p.place(levelled(from, start, stop))
		p.put(" ", g.link())
		if i == 0 {
			labels()
		}
		p.put(" ")
		p.place(levelled(to, stop, start))
		p.put(";\n")
	}
}

// lead writes what leads to a connector's glyph, or away from it.
func (p *printer) lead(points []layout.Waypoint, near, far place) {
	for i, q := range points {
		if i > 0 {
			p.put(" --")
		}
		p.put(" ")
		if q.Hop != nil {
			p.hop(q.Hop, points[i-1].Point, near, far)
			continue
		}
		p.place(levelled(q.Point, near, far))
	}
}

// hop writes a half circle over another connector's line, for one who comes from a place of a line that runs between two others:
// where the line is level or upright with the end of the other connector that is upright or level with it, so that it stays
// where the two cross.
func (p *printer) hop(h *layout.Hop, from ink.Point, near, far place) {
	at := p.turn(h.At)
	centre := near.moved(at)
	a, b := p.endPlaces(p.connectors[h.Over])
	for _, end := range []place{far, near} {
		for _, foot := range []place{a, b} {
			switch {
			case !end.simple() || !foot.simple():
			case same(foot.at.X, at.X) && same(end.at.Y, at.Y):
				centre = named(foot.name+" |- "+end.name, at)
			case same(foot.at.Y, at.Y) && same(end.at.X, at.X):
				centre = named(end.name+" |- "+foot.name, at)
			}
		}
	}
	back := from.Sub(at)
	begin, end := h.Turn(p.page(from))
	begin, end = begin-p.angle, end-p.angle
	if begin < -180+tolerance {
		begin, end = begin+360, end+360
	}
	p.place(centre.moved(at.Add(back.Scale(layout.HopRadius / back.Len()))))
	p.put(" arc[start angle=", num(begin), ", end angle=", num(end), ", radius=", mm(layout.HopRadius), "]")
}

// levelled says a place from the near end of a route; where it lies level or upright with the far end only, as where a post leads
// away from it, from that as well.
func levelled(q ink.Point, near, far place) place {
	d, e := q.Sub(near.at), q.Sub(far.at)
	switch plain := near.simple() && far.simple(); {
	case same(d.X, 0) || same(d.Y, 0) || !plain:
		return near.moved(q)
	case same(e.Y, 0):
		return named(near.name+" |- "+far.name, ink.Point{X: near.at.X, Y: far.at.Y}).moved(q)
	case same(e.X, 0):
		return named(far.name+" |- "+near.name, ink.Point{X: far.at.X, Y: near.at.Y}).moved(q)
	}
	return near.moved(q)
}
