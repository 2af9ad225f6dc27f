package tikz

import (
	"math"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/layout"
)

// station is a node of the picture from which other places are said, so that they move with it: the box of a body or of a
// support that moves, or a coordinate on the face of a support.
type station struct {
	name   string
	el     *graph.Element
	c      ink.Point // the middle of the box, or a point of the face
	hx, hy float64   // half the box
	lo, hi ink.Point // the face from end to end
	round  bool
	line   bool // it is a face
	rank   int  // among all stations
	// corners are its anchors' names, those that have been asked for.
	corners [9]string
}

// level and upright tell how a face lies.
func (s *station) upright() bool { return s.line && near(ink.Point{X: s.lo.X}, ink.Point{X: s.hi.X}) }
func (s *station) level() bool   { return s.line && near(ink.Point{X: s.lo.Y}, ink.Point{X: s.hi.Y}) }

// tolerance is the distance at which two numbers print alike.
const tolerance = 5e-4

func same(a, b float64) bool { return math.Abs(a-b) < tolerance }

// on reports whether a place is on the station's outline.
func (s *station) on(q ink.Point) bool {
	if s.line {
		return same(s.lo.Sub(q).Len()+q.Sub(s.hi).Len(), s.lo.Sub(s.hi).Len())
	}
	d := q.Sub(s.c)
	x, y := math.Abs(d.X), math.Abs(d.Y)
	return x < s.hx+tolerance && y < s.hy+tolerance && (x > s.hx-tolerance || y > s.hy-tolerance)
}

// place is a place of the picture: one that has a name of TikZ's, or is seen from one; where there is none, its numbers say it.
type place struct {
	name  string
	at    ink.Point
	named ink.Point // where the name is
}

func named(name string, at ink.Point) place { return place{name, at, at} }

// simple reports whether a place is one name.
func (p place) simple() bool { return p.name != "" && !p.isMoved() && !hasProjection(p.name) }

func (p place) isMoved() bool { return p.name != "" && !near(p.at, p.named) }

// moved is a place said from the name of another.
func (p place) moved(q ink.Point) place { return place{p.name, q, p.named} }

// bare is the place without its parentheses, as a part of a projection.
func (p place) bare() string {
	if p.name != "" {
		return p.name
	}
	s := at(p.at)
	return s[1 : len(s)-1]
}

func (t *text) place(p place) {
	if p.name == "" {
		t.at(p.at)
		return
	}
	t.put("(")
	switch d := p.at.Sub(p.named); {
	case same(d.X, 0) && same(d.Y, 0):
	case same(d.X, 0):
		t.put("[yshift=", mm(d.Y), "]")
	case same(d.Y, 0):
		t.put("[xshift=", mm(d.X), "]")
	default:
		t.put("[shift={")
		t.at(d)
		t.put("}]")
	}
	t.put(p.name, ")")
}

// before writes what brings a path to a place, so that others can be seen from there.
func (t *text) before(p place) {
	if p.name != "" {
		t.put(" ")
		t.place(p)
	}
}

// from writes a place as it is seen from another.
func (t *text) from(p place, q ink.Point) {
	if p.name == "" {
		t.at(q)
		return
	}
	t.put("+")
	t.at(q.Sub(p.at))
}

// anchor is the one of a box's anchors from which a place is best said: one that lies level or upright with it, on the
// side where the place is.
func (s *station) anchor(q ink.Point) place {
	if s.line {
		return named(s.name, s.c)
	}
	d := q.Sub(s.c)
	side := func(x, half float64) float64 {
		switch {
		case same(x, 0):
			return 0
		case math.Abs(x) > half-tolerance:
			return math.Copysign(1, x)
		}
		return 0
	}
	x, y := side(d.X, s.hx), side(d.Y, s.hy)
	if s.round && x != 0 && y != 0 {
		x = 0 // a circle's corners lie on its line
	}
	return s.corner(x, y)
}

// compass are TikZ's anchors, from the lower left one by rows; the middle one is the box itself.
var compass = [9]string{".south west", ".south", ".south east", ".west", "", ".east", ".north west", ".north", ".north east"}

// corner is a box's anchor by its signs: (1, 0) is east.
func (s *station) corner(x, y float64) place {
	i := 4 + sign(x) + 3*sign(y)
	if s.corners[i] == "" {
		s.corners[i] = s.name + compass[i]
	}
	return named(s.corners[i], s.c.Add(ink.Point{X: x * s.hx, Y: y * s.hy}))
}

func sign(x float64) int {
	switch {
	case x > 0:
		return 1
	case x < 0:
		return -1
	}
	return 0
}

// from says a place from a station; by its numbers where there is none.
func (s *station) from(q ink.Point) place {
	if s == nil || s.line {
		return place{at: q}
	}
	return s.anchor(q).moved(q)
}

// project is the place on a station's side, level or upright with another place.
func (s *station) project(other place, q ink.Point) place {
	if other.isMoved() {
		other = place{at: other.at} // a projection has no room for a shift
	}
	side, upright := named(s.name, s.c), s.upright()
	if !s.line {
		side, _ = s.side(q)
		upright = same(side.at.Y, s.c.Y)
	}
	if upright {
		return named(side.name+" |- "+other.bare(), q)
	}
	return named(other.bare()+" |- "+side.name, q)
}

// side is the side of a box on which a place lies, and false where it isn't on one.
func (s *station) side(q ink.Point) (place, bool) {
	d := q.Sub(s.c)
	switch {
	case same(math.Abs(d.X), s.hx) && math.Abs(d.Y) < s.hy+tolerance:
		return s.corner(math.Copysign(1, d.X), 0), true
	case same(math.Abs(d.Y), s.hy) && math.Abs(d.X) < s.hx+tolerance:
		return s.corner(0, math.Copysign(1, d.Y)), true
	}
	return place{}, false
}

// stand notes the station that an item is, if it is one.
func (p *printer) stand(it *piece) {
	el := it.Element
	if el == nil || !el.Kind.IsNode() {
		return
	}
	s := &station{name: it.Name, el: el, rank: len(p.stations)}
	f := p.frame(it.Frame)
	switch g := it.glyph; g.form {
	case box:
		if !quarter(f.Angle) {
			return
		}
		lo, hi := corners(g.outline, f)
		s.c, s.hx, s.hy = lo.Add(hi).Scale(0.5), (hi.X-lo.X)/2, (hi.Y-lo.Y)/2
		_, s.round = g.outline.(*ink.Circle)
	case face:
		if layout.IsMark(it.Style) && !el.Kind.IsSupport() {
			return // a floor that is there for its body
		}
		l := g.strokes[1].(*ink.Line)
		s.lo, s.hi, s.line = f.Map(l.Pts[0]), f.Map(l.Pts[1]), true
		s.c = s.lo
		if !s.upright() && !s.level() {
			return
		}
	default:
		return
	}
	it.station = s
	p.stations = append(p.stations, s)
	p.edges.note(s)
	p.of[el] = append(p.of[el], s)
}

// corners are those of an outline on the page.
func corners(k ink.Stroke, f ink.Frame) (lo, hi ink.Point) {
	switch k := k.(type) {
	case *ink.Rect:
		a, b := f.Map(k.A), f.Map(k.B)
		return ink.Point{X: min(a.X, b.X), Y: min(a.Y, b.Y)}, ink.Point{X: max(a.X, b.X), Y: max(a.Y, b.Y)}
	case *ink.Circle:
		r := k.Radius + k.RadiusFrac*f.H
		c := f.Map(k.Center)
		return c.Sub(ink.Point{X: r, Y: r}), c.Add(ink.Point{X: r, Y: r})
	}
	panic("tikz: no outline")
}

// stationAt is the station of one of the nodes of an element at a place; nil where none is.
func (p *printer) stationAt(q ink.Point, el *graph.Element) *station {
	for _, n := range nodesOf(el) {
		for _, s := range p.of[n] {
			if s.on(q) {
				return s
			}
		}
	}
	return nil
}
