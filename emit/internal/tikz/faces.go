package tikz

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"diagram/dsl/ink"
	"diagram/layout"
)

func hasProjection(name string) bool { return strings.Contains(name, "|-") }

// face writes a line with hatching behind it. One that is a station has its name at its beginning.
func (p *printer) face(it *piece) {
	f := p.frame(it.Frame)
	l := it.glyph.strokes[1].(*ink.Line)
	a, b := f.Map(l.Pts[0]), f.Map(l.Pts[1])
	from, to := end{place: place{at: a}}, end{step: b.Sub(a), is: stepped}
	if same(a.Y, b.Y) && layout.IsMark(it.Style) {
		if x, y := p.floor(it, a, b), p.floor(it, b, a); x.name != "" || y.name != "" {
			from, to = end{place: x}, end{place: y}
		}
	}
	p.put("  \\draw")
	p.style(it)
	p.put(" ")
	p.end(from)
	if it.station != nil {
		p.put(" coordinate (", it.station.name, ")")
	}
	p.put(" --")
	for i := range it.Labels {
		p.midway(&it.Labels[i], a.Add(b).Scale(0.5), b.Sub(a))
	}
	p.put(" ")
	p.end(to)
	p.put(";\n")
}

// floorReach is how far above a floor the bodies that stand on it are at most.
const floorReach = 1

// floor says one end of a level floor: it begins at a support that stands there, or where a body stands on it; its height is that of a
// body on it.
func (p *printer) floor(it *piece, q, other ink.Point) place {
	lo, hi := math.Min(q.X, other.X), math.Max(q.X, other.X)
	var first, last, level *station
	for _, s := range p.within(lo, hi) {
		above := s.c.Y - s.hy - q.Y
		if above < -tolerance || above > floorReach {
			continue
		}
		if first == nil {
			first = s
		}
		last = s
		if level == nil || s.el == it.Element || level.el != it.Element && above < level.c.Y-level.hy-q.Y {
			level = s
		}
	}
	if level == nil {
		return place{at: q}
	}
	ground := level.corner(0, -1)
	if name := p.edge(it, q, false, func(s *station) bool { return s.el.Kind.IsSupport() }); name != "" {
		return named(name+" |- "+ground.name, ink.Point{X: q.X, Y: ground.at.Y}).moved(q)
	}
	if q.X == lo {
		last = first
	}
	side := math.Copysign(1, q.X-last.c.X)
	if last == level {
		return level.corner(side, -1).moved(q)
	}
	edge := last.corner(side, 0)
	return named(edge.name+" |- "+ground.name, ink.Point{X: edge.at.X, Y: ground.at.Y}).moved(q)
}

// within are the bodies with a mass whose middle lies between two places, from left to right.
func (p *printer) within(lo, hi float64) []*station {
	if p.masses == nil {
		for _, s := range p.stations {
			if !s.line && s.el.Kind.Body().Inertia != nil {
				p.masses = append(p.masses, s)
			}
		}
		slices.SortStableFunc(p.masses, func(a, b *station) int { return cmp.Compare(a.c.X, b.c.X) })
	}
	from, _ := slices.BinarySearchFunc(p.masses, lo, func(s *station, x float64) int { return cmp.Compare(s.c.X, x) })
	to, _ := slices.BinarySearchFunc(p.masses, hi, func(s *station, x float64) int { return cmp.Compare(s.c.X, x) })
	return p.masses[from:max(from, to)]
}
