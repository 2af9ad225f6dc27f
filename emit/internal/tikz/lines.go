package tikz

import (
	"diagram/dsl/ink"
	"diagram/layout"
)

// path writes an item whose glyph runs from end to end.
func (p *printer) path(it *piece) {
	f, g := p.frame(it.Frame), it.glyph
	from, to := f.Origin, f.Local(f.W, 0)
	before, after := p.route(it)
	if len(before)+len(after) > 0 {
		p.routed(it, before, after)
		return
	}
	a, b := p.ends(it, from, to)
	p.put("  \\draw")
	p.style(it)
	p.labelsAt(it, away, from, to)
	p.put(" ")
	p.end(a)
	p.labelsAt(it, first, from, to)
	p.put(" ", g.link())
	p.labelsAt(it, middle, from, to)
	p.put(" ")
	p.end(b)
	p.labelsAt(it, final, from, to)
	p.put(";\n")
	for i := 1; i < len(g.layers); i++ {
		p.put("  \\draw", brackets(append([]string{"diagram/" + g.layer(i)}, p.look(it, ink.Pen{})...)), " ")
		p.end(a)
		p.put(" to ")
		p.end(b)
		p.put(";\n")
	}
}

// spot is where a label of a path is written.
type spot uint8

const (
	away   spot = iota // before the path
	first              // at its beginning
	middle             // beside its middle
	final              // at its end
)

// labelsAt writes those labels of a path whose spot it is.
func (p *printer) labelsAt(it *piece, where spot, from, to ink.Point) {
	for i := range it.Labels {
		l := &it.Labels[i]
		if p.spot(it, l, from, to) != where {
			continue
		}
		switch where {
		case away:
			p.apart(l, p.far(it, to))
		case first:
			p.node(l, from)
		case middle:
			p.midway(l, from.Add(to).Scale(0.5), to.Sub(from))
		case final:
			p.node(l, to)
		}
	}
}

// spot is where a label of a path belongs.
func (p *printer) spot(it *piece, l *layout.Label, from, to ink.Point) spot {
	mid := from.Add(to).Scale(0.5)
	switch {
	case p.atMiddle(l, mid, to) && p.atMiddle(l, mid, from):
		return middle
	case p.turn(l.At).Sub(from).Len() < p.turn(l.At).Sub(to).Len():
		return first
	case it.glyph.form == along: // a to path doesn't say where it ends
		return away
	}
	return final
}

// link is the path operation that draws a glyph between its ends.
func (g *glyph) link() string {
	if g.form == along {
		return "to"
	}
	return "--"
}

// end is an end of a path: a place, a step on from where the path is, or one from a place.
type end struct {
	place place
	step  ink.Point
	is    endForm
}

type endForm uint8

const (
	placed endForm = iota
	stepped
	placedAndStepped
)

func (t *text) end(e end) {
	if e.is != stepped {
		t.place(e.place)
	}
	if e.is == placedAndStepped {
		t.put(" ")
	}
	if e.is != placed {
		t.put("+")
		t.at(e.step)
	}
}

// ends are the two ends of an item without leads.
func (p *printer) ends(it *piece, from, to ink.Point) (a, b end) {
	switch {
	case len(it.Ports) > 1:
		x, y := p.endPlaces(it)
		return end{place: x}, end{place: y}
	case len(it.Ports) == 1:
		held, s, ok := p.port(it, it.Ports[0])
		if !ok && s != nil {
			held = place{at: held.at}
		}
		if near(held.at, to) && !near(held.at, from) {
			return end{held, from.Sub(to), placedAndStepped}, end{place: held}
		}
		return end{place: held}, end{step: to.Sub(held.at), is: stepped}
	}
	if it.glyph.bars[1] != 0 {
		if x, y, ok := p.measured(it, from, to); ok {
			return end{place: x}, end{place: y}
		}
	}
	start := p.owner(it).from(from)
	if el := it.Element; el != nil && el.Kind.IsConnector() {
		if owner := p.connectors[el]; owner != nil {
			x, _ := p.endPlaces(owner)
			start = x.moved(from)
		}
	}
	return end{place: start}, end{step: to.Sub(from), is: stepped}
}

// far is where an item ends.
func (p *printer) far(it *piece, q ink.Point) place {
	if len(it.Ports) < 2 {
		return place{at: q}
	}
	_, to := p.endPlaces(it)
	return to
}

// measured says a distance from the two sides between which it lies, at its own height.
func (p *printer) measured(it *piece, from, to ink.Point) (a, b place, ok bool) {
	upright := same(from.X, to.X)
	if upright == same(from.Y, to.Y) {
		return a, b, false
	}
	says := func(q ink.Point) place {
		name := p.edge(it, q, upright, func(*station) bool { return true })
		switch {
		case name == "":
			return place{}
		case upright:
			return named(num(q.X)+",0 |- "+name, q)
		}
		return named(name+" |- 0,"+num(q.Y), q)
	}
	a, b = says(from), says(to)
	return a, b, a.name != "" && b.name != ""
}

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
