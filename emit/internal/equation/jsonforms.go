package equation

import (
	"diagram/symbolic"
	"diagram/symbolic/motion"
)

// energies are summands, which have no side of an equation and no role in one.
func (p printer) energies(terms []motion.Term) []Term {
	out := p.terms("", terms, nil)
	for i := range out {
		out[i].Role = ""
	}
	return out
}

func linearSystem(m *motion.Model) *Linear {
	if len(m.Coordinates) > mostCoordinates {
		return nil
	}
	mat, list := m.Matrices()
	if list.HasErrors() {
		return nil
	}
	return &Linear{M: sympyRows(mat.M), C: sympyRows(mat.C), K: sympyRows(mat.K), F: sympyAll(mat.F)}
}

func sympyRows(a *symbolic.Matrix) [][]string {
	out := make([][]string, a.Rows())
	for i := range out {
		out[i] = make([]string, a.Cols())
		for j := range out[i] {
			out[i][j] = symbolic.Sympy(a.At(i, j))
		}
	}
	return out
}

func sympyAll(es []symbolic.Expr) []string {
	out := make([]string, len(es))
	for i, e := range es {
		out[i] = symbolic.Sympy(e)
	}
	return out
}
