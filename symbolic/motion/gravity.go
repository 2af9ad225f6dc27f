package motion

import (
	"diagram/dsl/graph"
	"diagram/symbolic"
)

// Gravity is the acceleration of gravity of which the equations speak though no element stands for it: that of weights which
// the settings ask for, or which press together what slides. It is nil where the equations don't mention it.
func (m *Model) Gravity() symbolic.Expr {
	g := m.Graph.Settings.Gravity
	if g == nil {
		g = m.Graph.Settings.G
	}
	for _, terms := range m.terms {
		for _, t := range terms {
			weight := t.Role == Applied && t.Source.Kind.IsBody()
			if weight || m.pressed(t.Source) && mentions(t.Expr, g) {
				return g
			}
		}
	}
	return nil
}

// pressed reports whether what presses the ends of a sliding connector together counts in its law, and isn't given.
func (m *Model) pressed(el *graph.Element) bool {
	kind := el.Kind.Connector()
	if !kind.Sliding || m.normal[el] == nil {
		return false
	}
	x := m.Extension(el)
	law := kind.Law(el.Params, x)
	x.Normal = nil
	return len(kind.Law(el.Params, x)) != len(law)
}

// mentions reports whether one expression is a part of another.
func mentions(e, part symbolic.Expr) bool {
	found := false
	symbolic.Walk(e, func(e symbolic.Expr) bool {
		found = found || symbolic.Equal(e, part)
		return !found
	})
	return found
}
