package motion

import (
	"diagram/dsl/graph"
	"diagram/symbolic"
)

// A mesh is how connectors join the groups, with all that supports fix as one, the nil group. A walk over it finds the
// bridges, the connectors without which it falls apart (Tarjan, Information Processing Letters 2, 1974).
type mesh struct {
	links       map[*group][]link
	first, last map[*group]int // how many groups the walk has entered when it comes to a group, and when it leaves it
	beyondIt    map[*graph.Element]*group
}

type link struct {
	by *graph.Element
	to *group
}

// newMesh finds the bridges among some connectors.
func (a *assembly) newMesh(connectors []*graph.Element) *mesh {
	m := &mesh{map[*group][]link{}, map[*group]int{}, map[*group]int{}, map[*graph.Element]*group{}}
	for _, e := range connectors {
		if from, to := a.free(e.From), a.free(e.To); from != to {
			m.links[from] = append(m.links[from], link{e, to})
			m.links[to] = append(m.links[to], link{e, from})
		}
	}
	m.walk(nil, nil)
	for _, gr := range a.groups {
		if _, seen := m.first[gr]; !seen && gr.support == nil {
			m.walk(gr, nil)
		}
	}
	return m
}

// walk visits what can be reached from a group, to which a connector has led, and returns the earliest group to which there
// is a way back.
func (m *mesh) walk(at *group, by *graph.Element) (low int) {
	low = len(m.first)
	m.first[at] = low
	for _, l := range m.links[at] {
		if l.by == by {
			continue
		}
		back, seen := m.first[l.to]
		if !seen {
			if back = m.walk(l.to, l.by); back > m.first[at] {
				m.beyondIt[l.by] = l.to
			}
		}
		low = min(low, back)
	}
	m.last[at] = len(m.first)
	return low
}

// loadBeyond reports whether a connector is the only way to what lies beyond it, and then a loaded node there; nil where the
// constant forces there add up to nothing.
func (m *mesh) loadBeyond(e *graph.Element, a *assembly) (loaded *graph.Element, only bool) {
	gr, only := m.beyondIt[e]
	if !only {
		return nil, false
	}
	var forces []symbolic.Expr
	for _, l := range a.loads {
		on := a.free(l.on)
		if at := m.first[on]; on == nil || at < m.first[gr] || at >= m.last[gr] {
			continue
		}
		if loaded == nil {
			loaded = l.on
		}
		forces = append(forces, l.force)
	}
	if a.m.work.Equivalent(symbolic.Add(forces...), symbolic.Int(0)) {
		return nil, true
	}
	return loaded, true
}
