package document

import (
	"diagram/dsl/diag"
	"diagram/dsl/forms"
	"diagram/emit/internal/lines"
	"diagram/symbolic"
	"diagram/symbolic/formula"
	"diagram/symbolic/motion"
)

// describers fill in what one form alone gives. A form that lists terms has none.
var describers = map[forms.Form]func(*Document, *motion.Model) diag.List{
	forms.Normalized: (*Document).normalized,
	forms.Matrix:     (*Document).matrices,
	forms.StateSpace: (*Document).stateSpace,
	forms.Transfer:   (*Document).transfers,
	forms.Energy:     (*Document).energy,
	forms.Modes:      (*Document).modes,
}

// special fills in what only one form has.
func (d *Document) special(m *motion.Model, f forms.Form) diag.List {
	if problem := lines.TooLarge(m, f); problem != nil {
		return diag.List{*problem}
	}
	if describe := describers[f]; describe != nil {
		return describe(d, m)
	}
	return nil
}

// Linear is the matrices of a linear system, row by row, in the order of the coordinates.
type Linear struct {
	M [][]string `json:"M"`
	C [][]string `json:"C"`
	K [][]string `json:"K"`
	F []string   `json:"f"`
}

// Normalized is the equation of one coordinate in its natural frequency and damping ratio: left less right is zero.
type Normalized struct {
	LaTeX    string       `json:"latex"`
	Residual string       `json:"sympy"`
	Where    []Definition `json:"where"`
	Regime   string       `json:"regime,omitempty"`
	Words    string       `json:"words"`
}

// StateSpace is ż = A z + B u + w.
type StateSpace struct {
	State  []string     `json:"state"`
	Inputs []string     `json:"inputs"`
	A      [][]string   `json:"A"`
	B      [][]string   `json:"B"`
	Offset []string     `json:"offset"`
	Static []Definition `json:"static,omitempty"` // coordinates that are no part of the state, by the others
}

// Transfer is the transfer function from an input to a coordinate.
type Transfer struct {
	Input    string `json:"input"`
	Output   string `json:"output"`
	Variable string `json:"variable"`
	Num      string `json:"num"`
	Den      string `json:"den"`
	LaTeX    string `json:"latex"`
}

// Energy is kinetic energy T, potential energy V and dissipation function D, each with its summands' elements, and what
// Lagrange's equations make of them.
type Energy struct {
	T        []Term   `json:"T"`
	V        []Term   `json:"V"`
	D        []Term   `json:"D"`
	Lagrange []string `json:"lagrange"` // for each coordinate, an expression that is zero
}

func (d *Document) normalized(m *motion.Model) diag.List {
	n, list := m.Normalized()
	if list.HasErrors() {
		return list
	}
	style := m.Style()
	d.Normalized = &Normalized{
		LaTeX:    formula.LaTeX(style.Formula(n.Left)) + " = " + formula.LaTeX(style.Formula(n.Right)),
		Residual: symbolic.Sympy(symbolic.Sub(n.Left, n.Right)),
		Where:    definitions(n.Where, style),
		Regime:   n.Regime.String(),
		Words:    n.Words.Text(style),
	}
	return nil
}

// matrices only says what is in their way: every linear system has its matrices.
func (d *Document) matrices(m *motion.Model) diag.List {
	_, list := m.Matrices()
	return list
}

func (d *Document) stateSpace(m *motion.Model) diag.List {
	ss, list := m.StateSpace()
	if list.HasErrors() {
		return list
	}
	d.StateSpace = &StateSpace{
		State: sympyAll(ss.State), Inputs: sympyAll(ss.Inputs), A: sympyRows(ss.A), B: sympyRows(ss.B), Offset: sympyAll(ss.Offset),
		Static: definitions(ss.Static, m.Style()),
	}
	return nil
}

func (d *Document) transfers(m *motion.Model) diag.List {
	transfers, list := m.Transfers()
	if list.HasErrors() {
		return list
	}
	for _, t := range transfers {
		d.Transfer = append(d.Transfer, Transfer{
			Input:    t.Input.Name().Plain(),
			Output:   t.Output.Symbol.Name().Plain(),
			Variable: t.Variable.Name().Plain(),
			Num:      symbolic.Sympy(t.Num),
			Den:      symbolic.Sympy(t.Den),
			LaTeX:    formula.LaTeX(m.Style().Formula(t.Ratio())),
		})
	}
	return nil
}

func (d *Document) energy(m *motion.Model) diag.List {
	en, list := m.Energy()
	if list.HasErrors() {
		return list
	}
	style := m.Style()
	d.Energy = &Energy{T: energies(en.T, style), V: energies(en.V, style), D: energies(en.D, style), Lagrange: sympyAll(en.Lagrange())}
	return nil
}

// energies are summands, which have no side of an equation and no role in one.
func energies(summands []motion.Term, style symbolic.Style) []Term {
	out := terms("", summands, nil, style)
	for i := range out {
		out[i].Role = ""
	}
	return out
}

func linearSystem(m *motion.Model) *Linear {
	if len(m.Coordinates) > lines.MostCoordinates {
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

func sympyAll[E symbolic.Expr](es []E) []string {
	out := make([]string, len(es))
	for i, e := range es {
		out[i] = symbolic.Sympy(e)
	}
	return out
}
