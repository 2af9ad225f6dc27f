package tikz

import (
	"fmt"
	"math"
	"strings"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/layout"
)

// print writes the picture: first what other places are said from, the boxes, then the coordinates on their sides, the faces of
// supports, and the rest in the order of the file.
func (p *printer) print() {
	d := p.drawing
	done := map[*layout.Item]bool{}
	each := func(want func(s *station) bool, write func(it *layout.Item, s *station)) {
		for i := range d.Items {
			if it := &d.Items[i]; p.standing[it] != nil && want(p.standing[it]) {
				write(it, p.standing[it])
				done[it] = true
			}
		}
	}
	each(func(s *station) bool { return !s.line }, p.box)
	p.ports()
	each(func(s *station) bool { return s.line && !s.level() }, p.face)
	each(func(s *station) bool { return s.level() }, p.face)
	for i := range d.Items {
		if it := &d.Items[i]; !done[it] {
			p.item(it)
		}
	}
}

// style are the options of an item's path: its style and what its author asked for.
func (p *printer) style(it *layout.Item, g *glyph, more ...string) string {
	return brackets(append(append([]string{"diagram/" + g.name}, more...), p.look(it, g.pen)...))
}

// box writes a body: a node with its label, and what is drawn at it.
func (p *printer) box(it *layout.Item, s *station) {
	g := p.glyphs[it]
	fmt.Fprintf(&p.b, "  \\path %s node%s (%s) {}", at(s.c), p.style(it, g, size(s)...), s.name)
	p.boxLabels(it, s)
	p.b.WriteString(";\n")
	p.extras(it, g, s)
}

// size are the options for the size of a box.
func size(s *station) []string {
	w, h := num(2*s.hx)+"cm", num(2*s.hy)+"cm"
	if w == h {
		return []string{"minimum size=" + w}
	}
	return []string{"minimum width=" + w, "minimum height=" + h}
}

func (p *printer) boxLabels(it *layout.Item, s *station) {
	for i := range it.Labels {
		l := &it.Labels[i]
		from := s.anchor(p.turn(l.At))
		if !near(from.at, s.c) {
			p.b.WriteString(from.before())
		}
		p.b.WriteString(p.node(l, from.at, p.ink(it)...))
	}
}

// extras writes what belongs to a body beside its outline, such as wheels; strokes of one pen on one line.
func (p *printer) extras(it *layout.Item, g *glyph, s *station) {
	f := p.frame(it.Frame)
	for _, layer := range layers(g.strokes) {
		from := place{}
		if s != nil {
			from = s.anchor(ink.BoundsOf(layer[:1], f).Min.Add(ink.BoundsOf(layer[:1], f).Max).Scale(0.5))
		}
		more := pen(ink.PenOf(layer[len(layer)-1]))
		if strings.Join(more, ",") == strings.Join(pen(g.pen), ",") {
			more = nil
		}
		fmt.Fprintf(&p.b, "  \\draw%s%s;\n", p.style(it, g, more...), inline(layer, f, from))
	}
}

// ports names the places on the sides of bodies where something is joined to them, those of one body on a line. A place in the middle of
// a side has a name already.
func (p *printer) ports() {
	at := map[*station][]layout.Port{}
	for i := range p.drawing.Items {
		it := &p.drawing.Items[i]
		for _, port := range it.Ports {
			s := p.portStation(it, p.turn(port.Point))
			if s == nil || s.line || s.el.Kind.IsSupport() {
				continue
			}
			if side, ok := s.side(p.turn(port.Point)); ok && !near(side.at, p.turn(port.Point)) {
				at[s] = append(at[s], port)
			}
		}
	}
	for _, s := range p.stations {
		var last place
		for i, port := range at[s] {
			q := p.turn(port.Point)
			side, _ := s.side(q)
			if i == 0 {
				p.b.WriteString("  \\path")
			}
			if side != last {
				p.b.WriteString(side.before())
			}
			fmt.Fprintf(&p.b, " %s coordinate (%s)", side.to(q), port.Name)
			last = side
		}
		if len(at[s]) > 0 {
			p.b.WriteString(";\n")
		}
	}
}

// portStation is the node on which an item's registration point lies.
func (p *printer) portStation(it *layout.Item, q ink.Point) *station {
	if it.Element == nil {
		return nil
	}
	return p.stationAt(q, nodesOf(it.Element)...)
}

// nodesOf are the nodes that an element is joined to, or the node that it is.
func nodesOf(el *graph.Element) []*graph.Element {
	var all []*graph.Element
	for _, n := range []*graph.Element{el.From, el.To, el.On} {
		if n != nil {
			all = append(all, n)
		}
	}
	if len(all) == 0 {
		all = append(all, el)
	}
	return all
}

// port is the place of a registration point on a body; false where it is on a support or on nothing, so that another place has to say where.
func (p *printer) port(it *layout.Item, port layout.Port) (place, *station, bool) {
	q := p.turn(port.Point)
	s := p.portStation(it, q)
	if s == nil || s.line || s.el.Kind.IsSupport() {
		return place{at: q}, s, false
	}
	side, ok := s.side(q)
	switch {
	case !ok:
		return s.from(q), s, true
	case near(side.at, q):
		return side, s, true
	}
	return place{name: port.Name, at: q}, s, true
}

// endPlaces are the places of a connector's registration points. A support meets it where the other end is.
func (p *printer) endPlaces(it *layout.Item) (from, to place) {
	a, b := it.Ports[0], it.Ports[len(it.Ports)-1]
	from, s, fixed := p.port(it, a)
	to, t, held := p.port(it, b)
	if !fixed && s != nil {
		from = s.meet(to, from.at)
	}
	if !held && t != nil {
		to = t.meet(from, to.at)
	}
	return from, to
}

// meet is the place on a support that is level or upright with another, as far as it is so drawn.
func (s *station) meet(other place, q ink.Point) place {
	if strings.Contains(other.name, "|-") {
		other = place{at: q}
	}
	if !same(other.at.X, q.X) && !same(other.at.Y, q.Y) {
		lined := s.project(other, q)
		if s.upright() {
			lined.at.Y = other.at.Y
		} else {
			lined.at.X = other.at.X
		}
		return lined.moved(q)
	}
	return s.project(other, q)
}

// item writes the line of one element or mark.
func (p *printer) item(it *layout.Item) {
	g := p.glyphs[it]
	switch {
	case g == nil:
		p.caption(it)
	case g.form == straight || g.form == along:
		p.path(it, g)
	case g.form == face:
		p.face(it, nil)
	default:
		p.loose(it, g)
	}
}

// caption writes an item that is only words: below all that is drawn before it.
func (p *printer) caption(it *layout.Item) {
	if it.Element != nil {
		p.words(it)
		return
	}
	p.b.WriteString("  \\path (current bounding box.south)")
	for i := range it.Labels {
		down := layout.CaptionGap + it.Labels[0].At.Y - it.Labels[i].At.Y
		fmt.Fprintf(&p.b, " node[anchor=north, outer sep=%s] {%s}", mm(down), content(&it.Labels[i]))
	}
	p.b.WriteString(";\n")
}

// words writes an item's labels only.
func (p *printer) words(it *layout.Item) {
	if len(it.Labels) == 0 {
		return
	}
	fmt.Fprintf(&p.b, "  \\path%s", brackets(p.look(it, ink.Pen{})))
	for i := range it.Labels {
		p.b.WriteString(p.apart(&it.Labels[i], place{at: p.turn(it.Frame.Origin)}))
	}
	p.b.WriteString(";\n")
}

// loose writes an item whose glyph lies about a point.
func (p *printer) loose(it *layout.Item, g *glyph) {
	f := p.frame(it.Frame)
	s := p.owner(it)
	from := place{}
	if s != nil && !s.line {
		from = s.anchor(f.Origin)
	}
	strokes := layers(it.Strokes) // which may differ from those of others of its style, as angles do
	if g.form == box {            // whose keys are for nodes as well
		p.words(it)
		strokes = append([][]ink.Stroke{{g.outline}}, layers(g.strokes)...)
	}
	for i, layer := range strokes {
		var more []string
		if i > 0 {
			more = pen(ink.PenOf(layer[len(layer)-1]))
		}
		fmt.Fprintf(&p.b, "  \\draw%s", p.style(it, g, more...))
		for j := range it.Labels {
			if i == 0 && g.form != box { // before the strokes, at whose end may be a tip
				p.b.WriteString(p.apart(&it.Labels[j], from))
			}
		}
		p.b.WriteString(inline(layer, f, from) + ";\n")
	}
}

// owner is the station of the node that an item belongs to: the one nearest to it where the node is drawn in several pieces.
func (p *printer) owner(it *layout.Item) *station {
	if it.Element == nil {
		return nil
	}
	var best *station
	nearest := math.Inf(1)
	q := p.turn(it.Frame.Origin)
	for _, el := range nodesOf(it.Element) {
		for _, s := range p.of[el] {
			if d := s.c.Sub(q).Len(); d < nearest {
				best, nearest = s, d
			}
		}
	}
	return best
}
