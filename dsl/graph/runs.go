package graph

import (
	"cmp"
	"math"
	"slices"

	"diagram/dsl/disjoint"
	"diagram/dsl/toposort"
)

// run is connectors that are ordered as a whole.
type run struct {
	connectors []*Element
	ranked     bool // ranks decide which way it runs
}

// turn reverses the run.
func (r *run) turn() {
	for _, e := range r.connectors {
		e.Turn()
	}
}

// findRuns splits the connectors along the axis into runs, and turns those round that lead from higher ranks to lower ones.
// What points tie together is a run where every way through it leads from one node to one other; else what is in series and
// in parallel in it is one, or, where ranks both rise and fall on the way, what lies between those.
func (a *arrangement) findRuns() {
	point := func(n *Element) bool { return n.Kind.Body().Point && !a.floor[n.ID] }
	unranked := func(n *Element) bool { return point(n) && a.rank[n.ID] == nil }
	var edges []*Element
	a.place = make([]int, len(a.g.Elements))
	for i, e := range a.g.Edges {
		if a.place[e.ID] = i; !a.g.Across(e) {
			edges = append(edges, e)
		}
	}
	a.split(edges, point, func(network []*Element) {
		for _, some := range a.reduce(network, point) {
			if !a.addRun(some, point) {
				for _, part := range a.reduce(some, unranked) {
					a.addRun(part, unranked)
				}
			}
		}
	})
	slices.SortStableFunc(a.runs, func(r, s run) int {
		return cmp.Compare(a.place[r.connectors[0].ID], a.place[s.connectors[0].ID])
	})
}

// split makes runs of the connectors that tied nodes hold together. Those that make none go to otherwise.
func (a *arrangement) split(connectors []*Element, tied func(*Element) bool, otherwise func([]*Element)) {
	sets := disjoint.New(len(connectors))
	ties := map[*Element]int64{} // the first connector at each
	loose := func(e *Element) bool { return !tied(e.From) && !tied(e.To) }
	for i, e := range connectors {
		for _, n := range []*Element{e.From, e.To} {
			if first, seen := ties[n]; seen {
				sets.Join(first, int64(i))
			} else if tied(n) {
				ties[n] = int64(i)
			}
		}
	}
	members := make([][]*Element, len(connectors))
	for i, e := range connectors {
		if !loose(e) {
			root := sets.Find(int64(i))
			members[root] = append(members[root], e)
		}
	}
	for i, all := range members {
		if all == nil {
			all = connectors[i : i+1 : i+1]
		}
		if sets.Find(int64(i)) == int64(i) && !a.addRun(all, tied) {
			otherwise(all)
		}
	}
}

// bundle is connectors that all ways through lead from one node to another.
type bundle struct {
	from, to   *Element
	connectors []*Element
}

// reduce makes one bundle of connectors in parallel, and of those in series at a point, as long as there are any
// (series-parallel reduction). What would lead back to where it began stays in two.
func (a *arrangement) reduce(connectors []*Element, tied func(*Element) bool) [][]*Element {
	bundles := map[[2]*Element]*bundle{}
	in, out := map[*Element]int{}, map[*Element]int{} // how many bundles lead to a point, and from it
	add := func(b *bundle) {
		ends := [2]*Element{b.from, b.to}
		if old := bundles[ends]; old != nil {
			old.connectors = append(old.connectors, b.connectors...)
			return
		}
		bundles[ends] = b
		out[b.from]++
		in[b.to]++
	}
	drop := func(b *bundle) {
		delete(bundles, [2]*Element{b.from, b.to})
		out[b.from]--
		in[b.to]--
	}
	var points []*Element
	ends := map[*Element][]*Element{} // of a point: the nodes that bundles have joined it to
	for _, e := range connectors {
		add(&bundle{e.From, e.To, []*Element{e}})
		for _, n := range []*Element{e.From, e.To} {
			if tied(n) && ends[n] == nil {
				points = append(points, n)
			}
			ends[n] = append(ends[n], e.Other(n))
		}
	}
	slices.SortFunc(points, func(m, n *Element) int { // a joint with a name rather ends a bundle
		if m.Made != n.Made {
			if m.Made {
				return -1
			}
			return +1
		}
		return cmp.Compare(m.ID, n.ID)
	})
	for merged := true; merged; {
		merged = false
		for _, n := range points {
			if in[n] != 1 || out[n] != 1 {
				continue
			}
			var before, after *bundle
			for _, m := range ends[n] {
				if b := bundles[[2]*Element{m, n}]; b != nil {
					before = b
				}
				if b := bundles[[2]*Element{n, m}]; b != nil {
					after = b
				}
			}
			if before.from == after.to {
				continue
			}
			drop(before)
			drop(after)
			add(&bundle{before.from, after.to, append(before.connectors, after.connectors...)})
			ends[before.from] = append(ends[before.from], after.to)
			ends[after.to] = append(ends[after.to], before.from)
			merged = true
		}
	}
	all := make([][]*Element, 0, len(bundles))
	for _, b := range bundles {
		slices.SortFunc(b.connectors, func(d, e *Element) int { return cmp.Compare(a.place[d.ID], a.place[e.ID]) })
		all = append(all, b.connectors)
	}
	slices.SortFunc(all, func(b, c []*Element) int { return cmp.Compare(a.place[b[0].ID], a.place[c[0].ID]) })
	return all
}

// addRun adds connectors as a run, and reports whether they are one.
func (a *arrangement) addRun(connectors []*Element, tied func(*Element) bool) bool {
	rises, falls, ok := a.trend(connectors, tied)
	if !ok || rises && falls {
		return false
	}
	r := run{connectors, rises || falls}
	if falls {
		r.turn()
	}
	a.runs = append(a.runs, r)
	return true
}

// trend walks over connectors from their one node without one leading in to their one node without one leading out, and
// reports whether ranks rise and fall on the way. It is not ok where there is no such pair, or a ring.
func (a *arrangement) trend(connectors []*Element, tied func(*Element) bool) (rises, falls, ok bool) {
	if len(connectors) == 1 {
		from, to := a.rank[connectors[0].From.ID], a.rank[connectors[0].To.ID]
		both := from != nil && to != nil
		return both && *from < *to, both && *from > *to, true
	}
	type visit struct {
		node      *Element
		in, out   bool
		low, high float64 // of the ranks on the ways here
	}
	var visits []visit
	number := map[*Element]int{}
	at := func(n *Element) int {
		i, ok := number[n]
		if !ok {
			i = len(visits)
			number[n] = i
			visits = append(visits, visit{node: n, low: math.Inf(1), high: math.Inf(-1)})
		}
		return i
	}
	for _, e := range connectors {
		visits[at(e.From)].out = true
		visits[at(e.To)].in = true
	}
	firsts, lasts := 0, 0
	for _, v := range visits {
		switch {
		case !v.in:
			firsts++
		case !v.out:
			lasts++
		case !tied(v.node):
			return false, false, false
		}
	}
	if firsts != 1 || lasts != 1 {
		return false, false, false
	}
	steps := toposort.New(len(visits), connectors, func(e *Element) (from, to int) { return number[e.From], number[e.To] })
	order := steps.Sort()
	for _, i := range order {
		v := &visits[i]
		if rank := a.rank[v.node.ID]; rank != nil {
			rises, falls = rises || v.low < *rank, falls || v.high > *rank
			v.low, v.high = min(v.low, *rank), max(v.high, *rank)
		}
		for _, e := range steps.After(i) {
			w := &visits[number[e.To]]
			w.low, w.high = min(w.low, v.low), max(w.high, v.high)
		}
	}
	return rises, falls, len(order) == len(visits)
}
