package layout

import "diagram/dsl/graph"

// Margin is what a page has around a drawing, in cm: room for half a line, and for a letter that leans out of its box.
const Margin = 0.1

// fit lays a graph out with the width that the author asks for, by drawing the connectors longer or shorter than usual; letters
// and bodies keep their size. It comes as near as may be: connectors don't shrink until they are no longer known, and on an
// upright axis they are as wide as before. The factor is found by bisection.
func fit(g *graph.Graph, opt Options) *Drawing {
	want := g.Settings.Width - 2*Margin
	width := func(d *Drawing) float64 { return d.Max.X - d.Min.X }
	const limit, exact = 32, 1e-3
	lo, hi := 1.0, 1.0
	natural := layOut(g, opt, 1)
	best := natural
	for width(best) < want && hi < limit {
		lo, hi = hi, 2*hi
		best = layOut(g, opt, hi)
	}
	for width(best) > want && hi == 1 && lo > 1.0/limit {
		lo /= 2
		best = layOut(g, opt, lo)
	}
	switch change := width(best) - width(natural); {
	case change < exact && change > -exact:
		return natural // lengths don't matter
	case hi == 1 && width(best) > want:
		return best // it can't be narrower
	}
	const steps = 24
	for range steps {
		if d := width(best) - want; d < exact && d > -exact {
			break
		}
		mid := (lo + hi) / 2
		if best = layOut(g, opt, mid); width(best) > want {
			hi = mid
		} else {
			lo = mid
		}
	}
	return best
}
