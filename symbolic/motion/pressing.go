package motion

import (
	"slices"

	"diagram/dsl/component"
	"diagram/dsl/graph"
	"diagram/symbolic"
)

// normal is the force that presses a sliding connector's ends together: the weight of what lies on the lower one there, as far
// as it doesn't act along the axis. It is nil where it isn't known.
func (a *assembly) normal(e *graph.Element) symbolic.Expr {
	if e.Domain == component.Rotation || symbolic.IsZero(a.axis.cos) {
		return nil
	}
	upper := a.g.Upper(e)
	if upper == nil {
		return nil
	}
	// Bodies with one acceleration of gravity share it: (m₁ + m₂)g.
	var masses [][]symbolic.Expr
	var pulls []symbolic.Expr
	for _, n := range a.g.Load(upper) {
		if n.Kind.Body().Inertia == nil {
			continue
		}
		inertia, g := n.Inertia(), a.gravity
		if g == nil {
			g = a.g.Settings.G
		}
		if w := a.weights[n]; w != nil {
			g = w.Kind.Action().Acts(w.Params, symbolic.Int(1))
		}
		at := slices.IndexFunc(pulls, func(p symbolic.Expr) bool { return symbolic.Equal(p, g) })
		if at < 0 {
			at, pulls, masses = len(pulls), append(pulls, g), append(masses, nil)
		}
		masses[at] = append(masses[at], inertia)
	}
	if len(pulls) == 0 {
		return nil
	}
	weights := make([]symbolic.Expr, len(pulls))
	for i, g := range pulls {
		weights[i] = symbolic.Mul(symbolic.Add(masses[i]...), g)
	}
	return symbolic.Mul(symbolic.Add(weights...), a.axis.cos)
}
