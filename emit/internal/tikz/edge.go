package tikz

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"diagram/dsl/ink"
)

// edges are the sides of stations along the one and the other axis of the picture, so that what lies level with a side is found
// among any number of them.
type edges struct {
	ways   [2][]edge
	sorted bool // by their places
}

// edge is a side of a box, or a face.
type edge struct {
	at   float64 // along the axis
	s    *station
	x, y float64 // its anchor by its signs
}

const (
	uprights = 0 // sides that run up and down, by their x
	levels   = 1 // level ones, by their y
)

func (e edge) name() string {
	if e.s.line {
		return e.s.name
	}
	return e.s.corner(e.x, e.y).name
}

// note adds a station's sides.
func (e *edges) note(s *station) {
	add := func(way int, at, x, y float64) { e.ways[way] = append(e.ways[way], edge{at, s, x, y}) }
	switch {
	case s.upright():
		add(uprights, s.c.X, 0, 0)
	case s.level():
		add(levels, s.c.Y, 0, 0)
	case !s.line:
		for _, side := range []float64{-1, 1} {
			add(uprights, s.c.X+side*s.hx, side, 0)
			add(levels, s.c.Y+side*s.hy, 0, side)
		}
	}
}

// along are the sides at a place along an axis.
func (e *edges) along(way int, at float64) []edge {
	if !e.sorted {
		for _, all := range e.ways {
			slices.SortFunc(all, func(a, b edge) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.s.rank, b.s.rank)) })
		}
		e.sorted = true
	}
	all := e.ways[way]
	from := sort.Search(len(all), func(i int) bool { return all[i].at > at-tolerance })
	to := from
	for to < len(all) && same(all[to].at, at) {
		to++
	}
	return all[from:to]
}

// edge names a side at the same place along the axis, here the upright one or the level one: of the item's own node, else of the
// nearest node that will do.
func (p *printer) edge(it *piece, q ink.Point, upright bool, will func(*station) bool) string {
	way, at := uprights, q.X
	if upright {
		way, at = levels, q.Y
	}
	own, best, nearest := p.owner(it), edge{}, math.Inf(1)
	for _, e := range p.edges.along(way, at) {
		if !will(e.s) {
			continue
		}
		d := e.s.c.Sub(q)
		far := math.Abs(d.Y)
		if upright {
			far = math.Abs(d.X)
		}
		if e.s == own {
			far = -1
		}
		if far < nearest {
			best, nearest = e, far
		}
	}
	if best.s == nil {
		return ""
	}
	return best.name()
}
