package graph

import (
	"cmp"
	"slices"

	"diagram/dsl/toposort"
)

// What comes before what along the axis is decided here, once; drawing, equations and words read it from the graph.
//
// The unit of order is the run: what joints tie together between one node and the next, be it one connector, several in
// series, or a group. A run is ordered as a whole. Ranks that the author gave with at= come first. Else a run counts in
// the order of the text, and where it contradicts what earlier runs say, it is turned round.

// Pair is two nodes of which First comes first along the axis.
type Pair struct{ First, Last *Element }

// OnFloor reports whether the element is a sliding connector between a body and the support that it slides on. It lies
// across the axis, under the body, and so has no part in the order along it.
func (e *Element) OnFloor() bool {
	return e.Kind.Connector().Sliding && e.From.Kind.IsSupport() != e.To.Kind.IsSupport()
}

// arrangement orders the nodes of a graph.
type arrangement struct {
	g     *Graph
	floor []bool     // by Element.ID: the node slides, or is slid on
	rank  []*float64 // by Element.ID: the author's at=, as far as it counts
	seen  []int      // by Element.ID: the latest search that came by
	stamp int
	runs  []run // in the order of the text
	place []int // of each connector in the text, by Element.ID
}

// Arrange orders the ends of every connector along the axis, and finds on which side of its part's origin each node lies. The
// graph is linked before, and its connectors run as the text has them.
func (g *Graph) Arrange() {
	n := len(g.Elements)
	a := &arrangement{g: g, floor: make([]bool, n), rank: make([]*float64, n), seen: make([]int, n)}
	for _, e := range g.Edges {
		if e.OnFloor() {
			a.floor[e.From.ID], a.floor[e.To.ID] = true, true
		}
	}
	for _, b := range g.Nodes {
		if b.SetOn != nil {
			a.floor[b.ID], a.floor[b.SetOn.ID] = true, true
		}
	}
	a.orderRanks()
	a.findRuns()
	a.followText()
	a.findOrigins()
	a.findSides()
}

// orderRanks pairs the nodes to which the author gave a rank, those of each rank with those of the next.
func (a *arrangement) orderRanks() {
	var ranked []*Element
	for _, n := range a.g.Nodes {
		if len(a.g.along[n.ID]) == 0 && a.floor[n.ID] && n.Kind.IsSupport() {
			continue // lies under what slides on it
		}
		if n.Rank != nil {
			a.rank[n.ID] = n.Rank
			ranked = append(ranked, n)
		}
	}
	if len(ranked) < 2 {
		return
	}
	of := func(n *Element) (int, float64) { return a.g.Component(n), *n.Rank }
	slices.SortStableFunc(ranked, func(x, y *Element) int {
		cx, rx := of(x)
		cy, ry := of(y)
		return cmp.Or(cmp.Compare(cx, cy), cmp.Compare(rx, ry))
	})
	level := func(from int) int { // the end of the nodes that share a rank
		c, r := of(ranked[from])
		to := from
		for to < len(ranked) {
			if c2, r2 := of(ranked[to]); c2 != c || r2 != r {
				break
			}
			to++
		}
		return to
	}
	for from, to := 0, level(0); to < len(ranked); {
		next := level(to)
		if a.g.Component(ranked[from]) == a.g.Component(ranked[to]) {
			for _, x := range ranked[from:to] {
				for _, y := range ranked[to:next] {
					a.g.Before = append(a.g.Before, Pair{x, y})
				}
			}
		}
		from, to = to, next
	}
}

// followText turns the runs round that contradict the ranks or earlier runs. Most diagrams have none: then there is a
// topological order as they are.
func (a *arrangement) followText() {
	if len(toposort.New(len(a.g.Elements), a.g.steps(), a.g.ends).Sort()) == len(a.g.Elements) {
		return
	}
	k := a.newKnown()
	for _, p := range a.g.Before {
		k.add(p.First, p.Last)
	}
	for _, ranked := range []bool{true, false} {
		for _, r := range a.runs {
			if r.ranked != ranked || k.admit(r) {
				continue
			}
			if r.turn(); k.admit(r) {
				continue
			}
			r.turn() // both ways: each connector by itself
			for i := range r.connectors {
				if one := (run{connectors: r.connectors[i : i+1]}); !k.admit(one) {
					one.turn()
					k.admit(one)
				}
			}
		}
	}
}

// steps are pairs of nodes of which the second comes right after the first along the axis.
func (g *Graph) steps() []Pair {
	pairs := make([]Pair, 0, len(g.Edges)+len(g.Before))
	for _, e := range g.Edges {
		if !g.Across(e) && g.place(e.From) != g.place(e.To) {
			pairs = append(pairs, Pair{e.From, e.To})
		}
	}
	return append(pairs, g.Before...)
}

// ends are the places of a pair's nodes.
func (g *Graph) ends(p Pair) (first, last int) { return int(g.place(p.First)), int(g.place(p.Last)) }
