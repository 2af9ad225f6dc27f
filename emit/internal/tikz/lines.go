package tikz

import (
	"math"

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
	p.outer(it, from, to)
}

// spot is where a label of a path is written.
type spot uint8

const (
	away   spot = iota // before the path
	first              // at its beginning
	middle             // beside its middle
	final              // at its end
	outer              // beside a broad glyph
)

// broad is half the width of a glyph so broad that its label is said from its edge: in a picture that an author makes larger, a
// distance from its middle would end within it.
const broad = 0.25

// halfWidth is how far a glyph's corners lie from its middle line.
func (g *glyph) halfWidth(height float64) float64 {
	half := 0.0
	for _, k := range g.strokes {
		for _, q := range points(k) {
			half = max(half, math.Abs(q.Y.In(height)))
		}
	}
	return half
}

// outer writes the labels beside a broad glyph, on lines along its edges.
func (p *printer) outer(it *piece, from, to ink.Point) {
	for i := range it.Labels {
		l := &it.Labels[i]
		if p.spot(it, l, from, to) != outer {
			continue
		}
		mid := from.Add(to).Scale(0.5)
		d := p.turn(l.At).Sub(mid)
		edge := d.Scale(it.glyph.halfWidth(it.Frame.H) / d.Len())
		a, b := p.endPlaces(it)
		p.put("  \\path", brackets(p.ink(it)), " ")
		p.place(a.moved(from.Add(edge)))
		p.put(" --")
		p.midway(l, mid.Add(edge), to.Sub(from))
		p.put(" ")
		p.place(b.moved(to.Add(edge)))
		p.put(";\n")
	}
}

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
	mid, at := from.Add(to).Scale(0.5), p.turn(l.At)
	level := beside(l, at.Sub(from)) || beside(l, at.Sub(to)) || beside(l, at.Sub(mid))
	switch {
	case !level && it.glyph.form == along && it.glyph.halfWidth(it.Frame.H) > broad:
		return away // off a corner, which a larger picture has farther out
	case p.atMiddle(l, mid, to) && p.atMiddle(l, mid, from):
		if half := it.glyph.halfWidth(it.Frame.H); half > broad && it.glyph.form == along && len(it.Ports) > 1 && p.turn(l.At).Sub(mid).Len() > half {
			return outer
		}
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
