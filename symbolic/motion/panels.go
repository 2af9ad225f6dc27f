package motion

import (
	"diagram/dsl/graph"
	"diagram/symbolic"
)

// Panels are the systems of the parts of the figure, in their order, each with the coordinates, inputs and equations of its own:
// nothing joins them. What a part's forms name (ω_n, ζ, T) bears its letter, so that it means one thing on the page. A figure
// that the text doesn't divide is the model itself; parts in which nothing moves are left out.
func (m *Model) Panels() []*Model {
	if len(m.Graph.Panels) == 0 || len(m.Coordinates) == 0 {
		return []*Model{m}
	}
	var all []*Model
	for i, p := range m.Graph.Panels {
		if own := m.within(i, p); len(own.Coordinates) > 0 {
			all = append(all, own)
		}
	}
	if len(all) > 1 {
		for _, own := range all {
			own.kin.names.mark = own.Panel.Letter
			if own.Panel.Letter == "" {
				own.kin.names.mark = string(rune('A' + own.panel))
			}
		}
	}
	return all
}

// within is the model of one part of the figure.
func (m *Model) within(i int, p *graph.Panel) *Model {
	own, kin := *m, *m.kin
	own.kin, own.Panel, own.panel, own.among = &kin, p, i, m.Coordinates
	own.Coordinates, own.Equations, own.terms, own.index = nil, nil, nil, map[string]int{}
	for q, c := range m.Coordinates {
		if c.Node.Panel == i {
			own.index[c.Symbol.Name().Key()] = len(own.Coordinates)
			own.Coordinates = append(own.Coordinates, c)
			own.Equations = append(own.Equations, m.Equations[q])
			own.terms = append(own.terms, m.terms[q])
		}
	}
	own.Inputs, own.Varying = nil, nil
	own.findInputs()
	own.work = symbolic.NewWork()
	return &own
}

// holds reports whether an element is one of those that the model is of.
func (m *Model) holds(el *graph.Element) bool { return m.Panel == nil || el.Panel == m.panel }

// figure are the coordinates of all parts of the figure, among which those of one are numbered.
func (m *Model) figure() []*Coordinate {
	if m.among != nil {
		return m.among
	}
	return m.Coordinates
}
