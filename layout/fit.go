package layout

import (
	"math"

	"diagram/dsl/graph"
)

// Margin is what a page has around a drawing, in cm: room for half a line, and for a letter that leans out of its box.
const Margin = 0.1

// tuning is in what a drawing departs from its usual size: connectors are longer by a factor, bodies with a mass larger across the
// axis by some cm, and by themselves no smaller than tall. Rows are how many systems stand on each line; nil: as many as fit.
type tuning struct {
	stretch, grow, tall float64
	rows                []int
}

// usualSize is that of a drawing of which nothing is asked.
var usualSize = tuning{stretch: 1}

// Unmet is a size that the author asks for and a drawing can't have.
type Unmet struct {
	Setting    string  // width, height or spacing
	Asked, Got float64 // cm
}

// Sizes that are asked for, and how near to them a drawing comes.
const (
	longest = 32 // times the usual length of a connector
	exact   = 1e-3
)

// fit lays a graph out in the size that the author asks for. Along the axis connectors are drawn longer or shorter than usual,
// across it bodies are drawn larger; letters keep their size. It comes as near as may be: connectors don't shrink until they are
// no longer known, and no body is smaller than usual.
func fit(g *graph.Graph, opt Options, t tuning) *Drawing {
	s := &g.Settings
	width := func(d *Drawing) float64 { return d.Max.X - d.Min.X + 2*Margin }
	height := func(d *Drawing) float64 { return d.Max.Y - d.Min.Y + 2*Margin }
	along, across, lengthwise, crosswise := s.Width, s.Height, width, height
	if s.Axis == graph.Vertical || s.Axis == graph.Inclined && s.Width == 0 {
		along, across, lengthwise, crosswise = s.Height, s.Width, height, width
	}
	if s.Width > 0 && len(g.Components()) > 1 { // as many as can be made to fit
		least := t
		if s.Axis != graph.Vertical {
			least.stretch = 1.0 / longest
		}
		t.rows = layOut(g, opt, least).rows
	}
	if along > 0 {
		at := func(x float64) float64 {
			t.stretch = x
			return lengthwise(layOut(g, opt, t))
		}
		t.stretch = solve(at, along, 1.0/longest, 1, longest)
	}
	if across > 0 && s.Axis != graph.Inclined {
		at := func(x float64) float64 {
			t.grow = x
			return crosswise(layOut(g, opt, t))
		}
		t.grow = solve(at, across, 0, 0, across)
	}
	d := layOut(g, opt, t)
	for _, wish := range []Unmet{{"width", s.Width, width(d)}, {"height", s.Height, height(d)}} {
		if wish.Asked > 0 && math.Abs(wish.Got-wish.Asked) > 10*exact {
			d.Unmet = append(d.Unmet, wish)
		}
	}
	return d
}

// solve finds where a function that rises, in straight pieces, is what is wanted, between the least and the most that may be tried,
// beginning with the usual: by the Illinois method, a secant that keeps the root between its ends. Where the function doesn't
// get there, it is the nearest end; where it doesn't depend on what is tried, the usual.
func solve(at func(float64) float64, want, least, usual, most float64) float64 {
	lo, hi := usual, usual
	yLo := at(usual) - want
	yHi := yLo
	switch natural := yLo; {
	case math.Abs(natural) < exact:
		return usual
	case natural > 0:
		if lo, yLo = least, at(least)-want; natural-yLo < exact {
			return usual
		}
		if yLo > -exact {
			return least
		}
	default:
		for hi < most && yHi < 0 {
			lo, yLo = hi, yHi
			hi = math.Min(most, math.Max(2*hi, most/longest))
			yHi = at(hi) - want
		}
		if yHi < exact {
			if yHi-natural < exact {
				return usual
			}
			return hi
		}
	}
	const steps = 40
	side := 0
	best := hi
	for range steps {
		x := (lo*yHi - hi*yLo) / (yHi - yLo)
		y := at(x) - want
		best = x
		if math.Abs(y) < exact {
			break
		}
		if y > 0 {
			hi, yHi = x, y
			if side > 0 {
				yLo /= 2
			}
			side = +1
		} else {
			lo, yLo = x, y
			if side < 0 {
				yHi /= 2
			}
			side = -1
		}
	}
	return best
}

// crowded reports how close elements may be where the author wants them closer.
func crowded(g *graph.Graph) (Unmet, bool) {
	wish := Unmet{Setting: "spacing", Asked: g.Settings.Spacing}
	for _, e := range g.Edges {
		if least := leastLength(e); e.Drawn.Length == 0 && !e.OnFloor() {
			wish.Got = math.Max(wish.Got, least)
		}
	}
	return wish, wish.Asked > 0 && wish.Asked < wish.Got
}
