package tikz

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/layout"
)

// print writes the picture: first what other places are said from, the boxes, then the coordinates on their sides, the faces of
// supports, and the rest in the order of the file.
func (p *printer) print() {
	each := func(want func(it *piece) bool, write func(it *piece)) {
		for i := range p.pieces {
			if it := &p.pieces[i]; !it.written && want(it) {
				write(it)
				it.written = true
			}
		}
	}
	each(func(it *piece) bool { return it.station != nil && !it.station.line }, p.box)
	p.ports()
	each(func(it *piece) bool { return it.station != nil && !it.station.level() }, p.face)
	each(func(it *piece) bool { return it.station != nil }, p.face)
	each(func(it *piece) bool { return true }, p.item)
}

// style writes the options of an item's path: its style and what its author asked for.
func (p *printer) style(it *piece, more ...string) { p.penned(it, it.glyph.pen, more) }

// penned writes the options of one of an item's paths, which has a pen of its own.
func (p *printer) penned(it *piece, pen ink.Pen, more []string) {
	p.put("[diagram/", it.glyph.name)
	for _, o := range more {
		p.put(", ", o)
	}
	for _, o := range p.look(it, pen) {
		p.put(", ", o)
	}
	p.put("]")
}

// box writes a body: a node with its label, and what is drawn at it.
func (p *printer) box(it *piece) {
	s := it.station
	p.put("  \\path ")
	p.at(s.c)
	p.put(" node")
	p.style(it, size(s)...)
	p.put(" (", s.name, ") {}")
	p.boxLabels(it)
	p.put(";\n")
	p.extras(it)
}

// size are the options for the size of a box.
func size(s *station) []string {
	w, h := num(2*s.hx), num(2*s.hy)
	if w == h {
		return []string{"minimum size=" + w + "cm"}
	}
	return []string{"minimum width=" + w + "cm, minimum height=" + h + "cm"}
}

func (p *printer) boxLabels(it *piece) {
	for i := range it.Labels {
		l := &it.Labels[i]
		from := it.station.anchor(p.turn(l.At))
		if !near(from.at, it.station.c) {
			p.before(from)
		}
		p.node(l, from.at, p.ink(it)...)
	}
}

// extras writes what belongs to a body beside its outline, such as wheels; strokes of one pen on one line.
func (p *printer) extras(it *piece) {
	f := p.frame(it.Frame)
	for _, layer := range it.glyph.layers {
		from := place{}
		if it.station != nil {
			box := ink.BoundsOf(layer.strokes[:1], f)
			from = it.station.anchor(box.Min.Add(box.Max).Scale(0.5))
		}
		p.put("  \\draw")
		p.penned(it, layer.pen, layer.more)
		p.inline(layer.strokes, f, from)
		p.put(";\n")
	}
}

// ports names the places on the sides of bodies where something is joined to them, those of one body on a line. A place in the middle of
// a side has a name already.
func (p *printer) ports() {
	type joined struct {
		s    *station
		side place
		q    ink.Point
		name string
	}
	var all []joined
	for i := range p.pieces {
		it := &p.pieces[i]
		for _, port := range it.Ports {
			q := p.turn(port.Point)
			s := p.portStation(it, q)
			if s == nil || s.line || s.el.Kind.IsSupport() {
				continue
			}
			if side, ok := s.side(q); ok && !near(side.at, q) {
				all = append(all, joined{s, side, q, port.Name})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b joined) int { return cmp.Compare(a.s.rank, b.s.rank) })
	for i, j := range all {
		if i == 0 || all[i-1].s != j.s {
			p.put("  \\path")
		}
		if i == 0 || all[i-1].side != j.side {
			p.before(j.side)
		}
		p.put(" ")
		p.from(j.side, j.q)
		p.put(" coordinate (", j.name, ")")
		if i == len(all)-1 || all[i+1].s != j.s {
			p.put(";\n")
		}
	}
}

// portStation is the node on which an item's registration point lies.
func (p *printer) portStation(it *piece, q ink.Point) *station {
	if it.Element == nil {
		return nil
	}
	return p.stationAt(q, it.Element)
}

// nodesOf are the nodes that an element is joined to, or the node that it is; the others are nil.
func nodesOf(el *graph.Element) [3]*graph.Element {
	if el.From == nil && el.To == nil && el.On == nil {
		return [3]*graph.Element{el}
	}
	return [3]*graph.Element{el.From, el.To, el.On}
}

// port is the place of a registration point on a body; false where it is on a support or on nothing, so that another place has to say where.
func (p *printer) port(it *piece, port layout.Port) (place, *station, bool) {
	q := p.turn(port.Point)
	s := p.portStation(it, q)
	if s == nil {
		if s = p.body(it, q); s != nil {
			return s.from(q), s, true
		}
	}
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
	return named(port.Name, q), s, true
}

// body is the nearest body to which an item is joined at a place that is not on its outline, but on its wheels; nil where there is none.
func (p *printer) body(it *piece, q ink.Point) *station {
	var best *station
	for _, el := range nodesOf(it.Element) {
		for _, s := range p.of[el] {
			if !s.line && el.Kind.IsBody() && el.Kind.Glyph.Size.Below > 0 && (best == nil || s.c.Sub(q).Len() < best.c.Sub(q).Len()) {
				best = s
			}
		}
	}
	return best
}

// endPlaces are the places of a connector's registration points. A support meets it where the other end is.
func (p *printer) endPlaces(it *piece) (from, to place) {
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
			lined.named.Y = other.at.Y
		} else {
			lined.named.X = other.at.X
		}
		return lined.moved(q)
	}
	return s.project(other, q)
}

// item writes the line of one element or mark.
func (p *printer) item(it *piece) {
	switch g := it.glyph; {
	case g == nil:
		p.caption(it)
	case g.form == straight || g.form == along:
		p.path(it)
	case g.form == face:
		p.face(it)
	default:
		p.loose(it)
	}
}

// caption writes an item that is only words: the title below all that is drawn before it.
func (p *printer) caption(it *piece) {
	if it.Element != nil || it.Style != "caption" {
		p.words(it)
		return
	}
	p.put("  \\path (current bounding box.south)")
	for i := range it.Labels {
		p.put(" node[anchor=north, outer sep=")
		p.mm(layout.CaptionGap + it.Labels[0].At.Y - it.Labels[i].At.Y)
		p.put("]")
		p.content(&it.Labels[i])
	}
	p.put(";\n")
}

// words writes an item's labels only.
func (p *printer) words(it *piece) {
	if len(it.Labels) == 0 {
		return
	}
	p.put("  \\path", brackets(p.look(it, ink.Pen{})))
	for i := range it.Labels {
		p.apart(&it.Labels[i], place{at: p.turn(it.Frame.Origin)})
	}
	p.put(";\n")
}

// loose writes an item whose glyph lies about a point: one of a node, or else that gets the item's name.
func (p *printer) loose(it *piece) {
	f, g := p.frame(it.Frame), it.glyph
	from := place{}
	if s := p.owner(it); s != nil && !s.line {
		from = s.anchor(f.Origin)
	} else if it.Element == nil {
		from = named(it.Name, f.Origin)
	}
	all := g.layers
	if g.form == box { // whose keys are for nodes as well
		p.words(it)
		p.put("  \\draw")
		p.style(it)
		p.inline([]ink.Stroke{g.outline}, f, from)
		p.put(";\n")
	} else {
		all = layers(it.Strokes, g.pen) // which may differ from those of others of its style, as angles do
	}
	for i, layer := range all {
		p.put("  \\draw")
		p.penned(it, layer.pen, layer.more)
		if i == 0 && it.Element == nil {
			p.put(" ")
			p.at(f.Origin)
			p.put(" coordinate (", it.Name, ")")
		}
		if i == 0 && g.form != box { // before the strokes, at whose end may be a tip
			for j := range it.Labels {
				p.apart(&it.Labels[j], from)
			}
		}
		p.inline(layer.strokes, f, from)
		p.put(";\n")
	}
}

// owner is the station of the node that an item belongs to: the one nearest to it where the node is drawn in several pieces.
func (p *printer) owner(it *piece) *station {
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
