package equation

import (
	"diagram/dsl/diag"
	"diagram/symbolic"
	"diagram/symbolic/motion"
)

// special fills in what only one form has.
func (d *Document) special(m *motion.Model, form motion.Form) diag.List {
	if list := tooLarge(m, form); list.HasErrors() {
		return list
	}
	p := newPrinter(m, Options{})
	switch form {
	case motion.MatrixForm:
		_, list := m.Matrices() // only to say what is in the way
		return list
	case motion.NormalizedForm:
		n, list := m.Normalized()
		if list.HasErrors() {
			return list
		}
		d.Normalized = &Normalized{
			LaTeX:    symbolic.LaTeX(n.Left, p.style) + " = " + symbolic.LaTeX(n.Right, p.style),
			Residual: symbolic.Sympy(symbolic.Sub(n.Left, n.Right)),
			Where:    p.definitions(n.Where),
			Regime:   n.Regime.String(),
			Words:    n.Words.Text(p.style),
		}
	case motion.StateSpaceForm:
		ss, list := m.StateSpace()
		if list.HasErrors() {
			return list
		}
		d.StateSpace = &StateSpace{A: sympyRows(ss.A), B: sympyRows(ss.B), Offset: sympyAll(ss.Offset), Static: p.definitions(ss.Static)}
		for _, z := range ss.State {
			d.StateSpace.State = append(d.StateSpace.State, symbolic.Sympy(z))
		}
		d.StateSpace.Inputs = []string{}
		for _, u := range ss.Inputs {
			d.StateSpace.Inputs = append(d.StateSpace.Inputs, symbolic.Sympy(u))
		}
	case motion.TransferForm:
		transfers, list := m.Transfers()
		if list.HasErrors() {
			return list
		}
		for _, t := range transfers {
			d.Transfer = append(d.Transfer, Transfer{
				Input:    t.Input.Name().Plain,
				Output:   t.Output.Symbol.Name().Plain,
				Variable: t.Variable.Name().Plain,
				Num:      symbolic.Sympy(t.Num),
				Den:      symbolic.Sympy(t.Den),
				LaTeX:    symbolic.LaTeX(t.Ratio(), p.style),
			})
		}
	case motion.EnergyForm:
		en, list := m.Energy()
		if list.HasErrors() {
			return list
		}
		d.Energy = &Energy{
			T:        p.energies(en.T),
			V:        p.energies(en.V),
			D:        p.energies(en.D),
			Lagrange: sympyAll(en.Lagrange()),
		}
	}
	return nil
}

// energies are summands, which have no side of an equation and no role in one.
func (p printer) energies(terms []motion.Term) []Term {
	out := p.terms("", terms, nil)
	for i := range out {
		out[i].Role = ""
	}
	return out
}

func linear(m *motion.Model) *Linear {
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
