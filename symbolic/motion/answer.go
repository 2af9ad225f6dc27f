package motion

import (
	"diagram/dsl/diag"
	"diagram/symbolic"
)

// answer works something out on a budget of its own, to which printing it counts, and refuses what outgrows it.
func answer[T any](m *Model, what string, find func(*Model) (T, diag.List), printed func(T) []symbolic.Expr) (T, diag.List) {
	own := *m
	own.work = symbolic.NewWork()
	found, diags := find(&own)
	if !diags.HasErrors() {
		own.work.Print(printed(found)...)
	}
	if err := own.work.Err(); err != nil { // without it, another reason given may not be the true one
		var none T
		return none, own.failure(what+" can't be written out", err, "")
	}
	return found, diags
}

// termsOf are the expressions of a model's equations.
func termsOf(m *Model) []symbolic.Expr {
	var es []symbolic.Expr
	for _, terms := range m.terms {
		for _, t := range terms {
			es = append(es, t.Expr)
		}
	}
	return es
}

// values are the expressions of definitions.
func values(defs []Definition) []symbolic.Expr {
	es := make([]symbolic.Expr, len(defs))
	for i, d := range defs {
		es[i] = d.Value
	}
	return es
}

// parts are the expressions of a normalized equation.
func (n *Normalized) parts() []symbolic.Expr {
	return append(values(n.Where), n.Left, n.Right)
}

// entries are the expressions of the matrices.
func (m *Matrices) entries() []symbolic.Expr {
	return append(entries(m.M, m.C, m.K), m.F...)
}

// entries are the expressions of the matrices and of what isn't in them.
func (s *StateSpace) entries() []symbolic.Expr {
	return append(append(entries(s.A, s.B), s.Offset...), values(s.Static)...)
}

// entries are those of matrices that aren't 0, which print cheaply.
func entries(ms ...*symbolic.Matrix) []symbolic.Expr {
	var es []symbolic.Expr
	for _, m := range ms {
		for i := range m.Rows() {
			for j := range m.Cols() {
				if e := m.At(i, j); !symbolic.IsZero(e) {
					es = append(es, e)
				}
			}
		}
	}
	return es
}
