package motion

import (
	"fmt"
	"slices"

	"diagram/dsl/diag"
	"diagram/symbolic"
)

// steadyLaws reports an element whose factor of a coordinate changes with time, as that of spring[k=k_0*(1+cos(t))] does, or,
// with inputs, that of an input. What takes these factors for numbers isn't right for it.
func (m *Model) steadyLaws(what string, inputs bool) diag.List {
	for _, terms := range m.terms {
		for _, t := range terms {
			if !m.steadyFactors(t.Expr, inputs) {
				return diag.List{problem(m.Graph, t.Source, fmt.Sprintf("a factor in the law of %s changes with time, so there is no %s", t.Source.Pointed(), what),
					"ask for the form edges, newton, standard, matrix or energy")}
			}
		}
	}
	return nil
}

// steadyFactors reports whether the factors of coordinates, and of inputs if these count, are constant in a linear expression;
// about one that isn't linear it has nothing to say.
func (m *Model) steadyFactors(e symbolic.Expr, inputs bool) bool {
	var coordinates, drives []symbolic.Expr
	for _, f := range symbolic.Functions(e) {
		switch {
		case m.isCoordinate(f):
			coordinates = append(coordinates, f)
		case inputs && m.isInput(f):
			drives = append(drives, f)
		}
	}
	return m.steadyIn(e, coordinates) && m.steadyIn(e, drives)
}

func (m *Model) steadyIn(e symbolic.Expr, vars []symbolic.Expr) bool {
	coefs, _, ok := m.work.LinearIn(e, vars)
	return !ok || !slices.ContainsFunc(coefs, func(c symbolic.Expr) bool { return !isConstant(c) })
}

func (m *Model) isInput(f *symbolic.Function) bool {
	return slices.ContainsFunc(m.Inputs, func(in Input) bool { return in.Symbol.Name().Key() == f.Name().Key() })
}
