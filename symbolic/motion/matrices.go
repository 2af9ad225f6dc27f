package motion

import (
	"errors"
	"fmt"

	"diagram/dsl/diag"
	"diagram/symbolic"
)

// Limits on what can be written out with symbols; a reader could take in far less.
const (
	maxMatrix = 500 // coordinates of matrices
	maxSolve  = 100 // unknowns of a system that is solved
	maxJoints = 24  // joints that hang together and are eliminated
)

// tooLarge is the error that a diagram has too many coordinates for a form.
func (m *Model) tooLarge(limit int, form string) diag.List {
	if len(m.Coordinates) <= limit {
		return nil
	}
	return diag.List{{File: m.Graph.File, Summary: fmt.Sprintf("%s of %d coordinates is too large to write out", form, len(m.Coordinates)),
		Help: fmt.Sprintf("the limit is %d; ask for the form edges, newton or standard", limit)}}
}

// Matrices are a linear system's M q̈ + C q̇ + K q = f. On one axis M, C and K are symmetric, since every term comes
// from a virtual work.
type Matrices struct {
	Coordinates []*Coordinate
	M, C, K     *symbolic.Matrix
	// F is what doesn't depend on the coordinates, moved to the right: Constant plus what varies with time.
	F        []symbolic.Expr
	Constant []symbolic.Expr
}

// entry is a number of a sparse row: the coefficient of a coordinate's derivative of some order.
type entry struct {
	col, order int
	coef       []symbolic.Expr // summands
}

// row is a linear equation: the sum of its entries equals f.
type row struct {
	entries []entry
	f       []symbolic.Expr // summands
}

// at finds or makes the entry of a coordinate's derivative.
func (r *row) at(col, order int) *entry {
	for i := range r.entries {
		if e := &r.entries[i]; e.col == col && e.order == order {
			return e
		}
	}
	r.entries = append(r.entries, entry{col: col, order: order})
	return &r.entries[len(r.entries)-1]
}

// linear reads the equations as linear ones, or says which element is in the way.
func (m *Model) linear() ([]row, diag.List) {
	if len(m.Coordinates) == 0 {
		return nil, m.immobile()
	}
	var diags diag.List
	blamed := map[int64]bool{}
	rows := make([]row, len(m.terms))
	for q, terms := range m.terms {
		for _, t := range terms {
			if blamed[t.Source.ID] {
				continue
			}
			if order(t.Expr) > 2 {
				blamed[t.Source.ID] = true
				diags = append(diags, problem(m.Graph, t.Source, fmt.Sprintf("without its joints the equation of %s is of order %d, too high for matrices", t.Source.Pointed(), order(t.Expr)),
					"ask for the form standard, or leave out --eliminate"))
			} else if !m.linearTerm(&rows[q], t) {
				blamed[t.Source.ID] = true
				diags = append(diags, problem(m.Graph, t.Source, fmt.Sprintf("the law of %s isn't linear", t.Source.Pointed()),
					"ask for the form edges, newton, standard or energy"))
			}
		}
	}
	if diags.HasErrors() {
		return nil, diags
	}
	return rows, nil
}

func (m *Model) linearTerm(r *row, t Term) bool {
	var vars []symbolic.Expr
	var cols []int
	for _, f := range symbolic.Functions(t.Expr) {
		if q, ok := m.index[f.Name().Key()]; ok {
			vars, cols = append(vars, f), append(cols, q)
		}
	}
	coefs, rest, ok := m.work.LinearIn(t.Expr, vars)
	if !ok {
		return false
	}
	minus := t.Sign < 0 != (t.Role == Applied)
	signed := func(e symbolic.Expr) symbolic.Expr {
		if minus {
			return symbolic.Neg(e)
		}
		return e
	}
	for i, c := range coefs {
		e := r.at(cols[i], vars[i].(*symbolic.Function).Order())
		e.coef = append(e.coef, signed(c))
	}
	if !symbolic.IsZero(rest) {
		r.f = append(r.f, symbolic.Neg(signed(rest)))
	}
	return true
}

// Matrices are the matrices of a linear system. An element whose law isn't linear is an error.
func (m *Model) Matrices() (*Matrices, diag.List) {
	return answer(m, "the matrices", (*Model).matrices, (*Matrices).entries)
}

func (m *Model) matrices() (*Matrices, diag.List) {
	if diags := m.tooLarge(maxMatrix, "a matrix"); diags.HasErrors() {
		return nil, diags
	}
	rows, diags := m.linear()
	if diags.HasErrors() {
		return nil, diags
	}
	n := len(rows)
	out := &Matrices{
		Coordinates: m.Coordinates,
		M:           symbolic.NewMatrix(n, n), C: symbolic.NewMatrix(n, n), K: symbolic.NewMatrix(n, n),
		F: make([]symbolic.Expr, n), Constant: make([]symbolic.Expr, n),
	}
	for i, r := range rows {
		for _, e := range r.entries {
			[]*symbolic.Matrix{out.K, out.C, out.M}[e.order].Set(i, e.col, symbolic.Add(e.coef...))
		}
		out.F[i] = symbolic.Add(r.f...)
		out.Constant[i], _ = steady(m.work, out.F[i])
	}
	return out, nil
}

// steady splits a sum into what is constant and what varies with time. Where they are factors of each other, and only
// there, it is multiplied out.
func steady(w *symbolic.Work, e symbolic.Expr) (constant, varying symbolic.Expr) {
	var still, moving []symbolic.Expr
	for _, t := range summands(e) {
		if isConstant(t) {
			still = append(still, t)
			continue
		}
		for _, t := range summands(w.Expand(t)) {
			if isConstant(t) {
				still = append(still, t)
			} else {
				moving = append(moving, t)
			}
		}
	}
	return symbolic.Add(still...), symbolic.Add(moving...)
}

// summands are the terms of a sum; of anything else, itself.
func summands(e symbolic.Expr) []symbolic.Expr {
	if s, ok := e.(*symbolic.Sum); ok {
		return s.Terms()
	}
	return []symbolic.Expr{e}
}

// failure is the error that an algebraic operation failed.
func (m *Model) failure(summary string, err error, help string) diag.List {
	if errors.Is(err, symbolic.ErrTooLarge) {
		help = "give some of the parameters as numbers, as in `k=200`, or draw fewer bodies"
	}
	return diag.List{{File: m.Graph.File, Summary: summary + ": " + err.Error(), Help: help}}
}
