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

// place is a place of the picture: a name of TikZ's, or none where only its numbers say it.
type place struct {
	name  string
	at    ink.Point
	stem  string    // of one that is moved: the name that it is moved from
	whose ink.Point // and where that is
}

// String is the place as TikZ reads it.
func (p place) String() string {
	if p.name == "" {
		return at(p.at)
	}
	return "(" + p.name + ")"
}

// bare is the place without its parentheses, as a part of a projection.
func (p place) bare() string {
	s := p.String()
	return s[1 : len(s)-1]
}

// before is what brings a path to the place, and to another place seen from there.
func (p place) before() string {
	if p.name == "" {
		return ""
	}
	return " " + p.String()
}

func (p place) to(q ink.Point) string {
	if p.name == "" {
		return at(q)
	}
	return "+" + at(q.Sub(p.at))
}

// moved is a place given by its distance from a named one.
func (p place) moved(q ink.Point) place {
	if p.stem != "" {
		p = place{name: p.stem, at: p.whose} // a place has one shift
	}
	d := q.Sub(p.at)
	shift := "shift={" + at(d) + "}"
	switch x, y := same(d.X, 0), same(d.Y, 0); {
	case p.name == "" || x && y:
		return place{name: p.name, at: q}
	case x:
		shift = "yshift=" + mm(d.Y)
	case y:
		shift = "xshift=" + mm(d.X)
	}
	return place{"[" + shift + "]" + p.name, q, p.name, p.at}
}

// anchor is the one of a box's anchors from which a place is best said: one that lies level or upright with it, on the
// side where the place is.
func (s *station) anchor(q ink.Point) place {
	if s.line {
		return place{name: s.name, at: s.c}
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

// corner is a box's anchor by its signs: (1, 0) is east.
func (s *station) corner(x, y float64) place {
	name := s.name
	switch {
	case y > 0:
		name += ".north"
	case y < 0:
		name += ".south"
	}
	switch {
	case x == 0:
	case y == 0 && x > 0:
		name += ".east"
	case y == 0:
		name += ".west"
	case x > 0:
		name += " east"
	default:
		name += " west"
	}
	return place{name: name, at: s.c.Add(ink.Point{X: x * s.hx, Y: y * s.hy})}
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
	if other.stem != "" {
		other = place{at: other.at} // a projection has no room for a shift
	}
	side, upright := place{name: s.name, at: s.c}, s.upright()
	if !s.line {
		side, _ = s.side(q)
		upright = same(side.at.Y, s.c.Y)
	}
	if upright {
		return place{name: side.name + " |- " + other.bare(), at: q}
	}
	return place{name: other.bare() + " |- " + side.name, at: q}
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
func (p *printer) stand(it *layout.Item, g *glyph) {
	el := it.Element
	if el == nil || !el.Kind.IsNode() {
		return
	}
	s := &station{name: it.Name, el: el}
	f := p.frame(it.Frame)
	switch g.form {
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
	p.stations = append(p.stations, s)
	p.edges.note(s)
	p.standing[it] = s
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

// stationAt is the station of one of some elements at a place; nil where none is.
func (p *printer) stationAt(q ink.Point, elements ...*graph.Element) *station {
	for _, el := range elements {
		for _, s := range p.of[el] {
			if s.on(q) {
				return s
			}
		}
	}
	return nil
}
