package tikz

import (
	"math"

	"diagram/dsl/ink"
	"diagram/layout"
)

// edges are the sides of stations by their places along the one and the other axis of the picture, so that what lies level with a side
// is found among any number of them.
type edges [2]map[int][]edge

// edge is a side of a box, or a face.
type edge struct {
	name string
	at   float64 // along the axis
	s    *station
}

const (
	uprights = 0 // sides that run up and down, by their x
	levels   = 1 // level ones, by their y
)

func cell(x float64) int { return int(math.Round(x / (2 * tolerance))) }

func (e *edges) add(way int, x float64, name string, s *station) {
	if e[way] == nil {
		e[way] = map[int][]edge{}
	}
	e[way][cell(x)] = append(e[way][cell(x)], edge{name, x, s})
}

// note adds a station's sides.
func (e *edges) note(s *station) {
	switch {
	case s.upright():
		e.add(uprights, s.c.X, s.name, s)
	case s.level():
		e.add(levels, s.c.Y, s.name, s)
	case !s.line:
		for _, side := range []float64{-1, 1} {
			e.add(uprights, s.c.X+side*s.hx, s.corner(side, 0).name, s)
			e.add(levels, s.c.Y+side*s.hy, s.corner(0, side).name, s)
		}
	}
}

// edge names a side at the same place along the axis, here the upright one or the level one: of the item's own node, else of the
// nearest node that will do.
func (p *printer) edge(it *layout.Item, q ink.Point, upright bool, will func(*station) bool) string {
	way, at := uprights, q.X
	if upright {
		way, at = levels, q.Y
	}
	own, best, nearest := p.owner(it), "", math.Inf(1)
	for k := cell(at) - 1; k <= cell(at)+1; k++ {
		for _, e := range p.edges[way][k] {
			if !will(e.s) || !same(e.at, at) {
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
				best, nearest = e.name, far
			}
		}
	}
	return best
}
