package tikz

import (
	"fmt"

	"diagram/dsl/ink"
	"diagram/layout"
)

// path writes an item whose glyph runs from end to end.
func (p *printer) path(it *layout.Item, g *glyph) {
	f := p.frame(it.Frame)
	from, to := f.Origin, f.Local(f.W, 0)
	before, after := p.route(it)
	if len(before)+len(after) > 0 {
		p.routed(it, g, before, after)
		return
	}
	a, b := p.ends(it, g, from, to)
	mid := from.Add(to).Scale(0.5)
	var away, midway, first, last string
	for i := range it.Labels {
		switch l := &it.Labels[i]; {
		case p.atMiddle(l, mid, to) && p.atMiddle(l, mid, from):
			midway += p.midway(l, mid, to.Sub(from))
		case p.turn(l.At).Sub(from).Len() < p.turn(l.At).Sub(to).Len():
			first += p.node(l, from)
		case g.form == along: // before the to path, which doesn't say where it ends
			away += p.apart(l, p.end(it, to))
		default:
			last += p.node(l, to)
		}
	}
	fmt.Fprintf(&p.b, "  \\draw%s%s %s%s %s%s %s%s;\n", p.style(it, g), away, a, first, g.link(), midway, b, last)
	for i := 1; i < len(g.layers); i++ {
		p.b.WriteString("  \\draw" + brackets(append([]string{"diagram/" + g.layer(i)}, p.look(it, ink.Pen{})...)) + " " + a + " to " + b + ";\n")
	}
}

// link is the path operation that draws a glyph between its ends.
func (g *glyph) link() string {
	if g.form == along {
		return "to"
	}
	return "--"
}

// ends prints the two ends of an item without leads.
func (p *printer) ends(it *layout.Item, g *glyph, from, to ink.Point) (a, b string) {
	switch {
	case len(it.Ports) > 1:
		x, y := p.endPlaces(it)
		return x.String(), y.String()
	case len(it.Ports) == 1:
		held, s, ok := p.port(it, it.Ports[0])
		if !ok && s != nil {
			held = place{at: held.at}
		}
		if near(held.at, to) && !near(held.at, from) {
			return held.String() + " " + "+" + at(from.Sub(to)), held.String()
		}
		return held.String(), "+" + at(to.Sub(held.at))
	}
	if g.bars[1] != 0 {
		if x, y, ok := p.measured(it, from, to); ok {
			return x, y
		}
	}
	start := p.owner(it).from(from)
	if el := it.Element; el != nil && el.Kind.IsConnector() {
		if owner := p.connectors[el]; owner != nil {
			x, _ := p.endPlaces(owner)
			start = x.moved(from)
		}
	}
	return start.String(), "+" + at(to.Sub(from))
}

// end is where an item ends.
func (p *printer) end(it *layout.Item, q ink.Point) place {
	if len(it.Ports) < 2 {
		return place{at: q}
	}
	_, to := p.endPlaces(it)
	return to
}

// measured says a distance from the two sides between which it lies, at its own height.
func (p *printer) measured(it *layout.Item, from, to ink.Point) (a, b string, ok bool) {
	upright := same(from.X, to.X)
	if upright == same(from.Y, to.Y) {
		return "", "", false
	}
	says := func(q ink.Point) string {
		name := p.edge(it, q, upright, func(*station) bool { return true })
		switch {
		case name == "":
			ok = false
			return ""
		case upright:
			return "(" + num(q.X) + ",0 |- " + name + ")"
		}
		return "(" + name + " |- 0," + num(q.Y) + ")"
	}
	ok = true
	a, b = says(from), says(to)
	return a, b, ok
}

// route are an item's leads, in the frame of the picture.
func (p *printer) route(it *layout.Item) (before, after []layout.Waypoint) {
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
func (p *printer) routed(it *layout.Item, g *glyph, before, after []layout.Waypoint) {
	f := p.frame(it.Frame)
	from, to := f.Origin, f.Local(f.W, 0)
	first, last := p.endPlaces(it)
	if len(before) == 0 {
		before = []layout.Waypoint{{Point: from}}
	}
	if len(after) == 0 {
		after = []layout.Waypoint{{Point: to}}
	}
	line := func(points []layout.Waypoint, near, far place) string {
		s := ""
		for i, q := range points {
			if i > 0 {
				s += " -- "
			}
			if q.Hop != nil {
				s += p.hop(q.Hop, points[i-1].Point, near, far)
				continue
			}
			s += levelled(q.Point, near, far).String()
		}
		return s
	}
	mid := from.Add(to).Scale(0.5)
	labels := ""
	for i := range it.Labels {
		labels += p.midway(&it.Labels[i], mid, to.Sub(from))
	}
	start, end := line(before, first, last), line(after, last, first)
	if len(g.layers) <= 1 && (g.form == straight || reaches(g.layers[0])) {
		fmt.Fprintf(&p.b, "  \\draw%s %s %s%s %s;\n", p.style(it, g), start, g.link(), labels, end)
		return
	}
	fmt.Fprintf(&p.b, "  \\draw%s %s %s;\n", brackets(p.look(it, ink.Pen{})), start, end)
	a, b := levelled(from, first, last), levelled(to, last, first)
	for i := range max(1, len(g.layers)) {
		fmt.Fprintf(&p.b, "  \\draw%s %s %s%s %s;\n", brackets(append([]string{"diagram/" + g.layer(i)}, p.look(it, ink.Pen{})...)), a, g.link(), labels, b)
		labels = ""
	}
}

// hop says a half circle over another connector's line, for one who comes from a place of a line that runs between two others:
// where the line is level or upright with the end of the other connector that is upright or level with it, so that it stays
// where the two cross.
func (p *printer) hop(h *layout.Hop, from ink.Point, near, far place) string {
	at := p.turn(h.At)
	centre := near.moved(at)
	a, b := p.endPlaces(p.connectors[h.Over])
	for _, end := range []place{far, near} {
		for _, foot := range []place{a, b} {
			switch {
			case !simple(end) || !simple(foot):
			case same(foot.at.X, at.X) && same(end.at.Y, at.Y):
				centre = place{name: foot.name + " |- " + end.name, at: at}
			case same(foot.at.Y, at.Y) && same(end.at.X, at.X):
				centre = place{name: end.name + " |- " + foot.name, at: at}
			}
		}
	}
	back := from.Sub(at)
	begin, end := h.Turn(p.page(from))
	begin, end = begin-p.angle, end-p.angle
	if begin < -180+tolerance {
		begin, end = begin+360, end+360
	}
	return fmt.Sprintf("%s arc[start angle=%s, end angle=%s, radius=%s]", centre.moved(at.Add(back.Scale(layout.HopRadius/back.Len()))),
		num(begin), num(end), mm(layout.HopRadius))
}

// levelled says a place from the near end of a route; where it lies level or upright with the far end only, as where a post leads
// away from it, from that as well.
func levelled(q ink.Point, near, far place) place {
	d, e := q.Sub(near.at), q.Sub(far.at)
	plain := simple(near) && simple(far)
	switch {
	case same(d.X, 0) || same(d.Y, 0) || !plain:
		return near.moved(q)
	case same(e.Y, 0):
		return place{name: near.name + " |- " + far.name, at: ink.Point{X: near.at.X, Y: far.at.Y}}.moved(q)
	case same(e.X, 0):
		return place{name: far.name + " |- " + near.name, at: ink.Point{X: far.at.X, Y: near.at.Y}}.moved(q)
	}
	return near.moved(q)
}

// simple reports whether a place is one name.
func simple(p place) bool { return p.name != "" && p.name[0] != '[' && !hasProjection(p.name) }
