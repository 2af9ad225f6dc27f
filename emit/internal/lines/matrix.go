package lines

import (
	"diagram/dsl/diag"
	"diagram/symbolic"
	"diagram/symbolic/formula"
	"diagram/symbolic/motion"
)

// matrix is M q̈ + C q̇ + K q = f with its matrices written out; a matrix of zeros is left out.
func matrix(m *motion.Model, _ Options) ([]Line, diag.List) {
	mat, list := m.Matrices()
	if list.HasErrors() {
		return nil, list
	}
	style := m.Style()
	l := Line{Right: Alone(column(mat.F, style))}
	zeros := make([][]symbolic.Expr, len(mat.F))
	for _, t := range []struct {
		a     *symbolic.Matrix
		order int
	}{{mat.M, 2}, {mat.C, 1}, {mat.K, 0}} {
		q := make([]symbolic.Expr, len(mat.Coordinates))
		for i, c := range mat.Coordinates {
			q[i] = c.Symbol.D(t.order)
		}
		if isZero(t.a) {
			continue
		}
		l.Left = append(l.Left, Part{Factors: []formula.Node{grid(t.a, style), column(q, style)}})
		accumulate(zeros, t.a, q, 1)
	}
	for i, f := range mat.F {
		zeros[i] = append(zeros[i], symbolic.Neg(f))
	}
	l.Zeros = sums(zeros)
	return []Line{l}, list
}

// stateSpace is ż = A z + B u + w with its matrices written out.
func stateSpace(m *motion.Model, _ Options) ([]Line, diag.List) {
	ss, list := m.StateSpace()
	if list.HasErrors() {
		return nil, list
	}
	state, rates := make([]symbolic.Expr, len(ss.State)), make([]symbolic.Expr, len(ss.State))
	for i, z := range ss.State {
		state[i], rates[i] = z, z.D(1)
	}
	inputs := make([]symbolic.Expr, len(ss.Inputs))
	for i, u := range ss.Inputs {
		inputs[i] = u
	}
	style := m.Style()
	l := Line{
		Left:  Alone(column(rates, style)),
		Right: Alone(grid(ss.A, style), column(state, style)),
		Where: defined(ss.Static, style),
	}
	zeros := make([][]symbolic.Expr, len(state))
	for i, r := range rates {
		zeros[i] = []symbolic.Expr{r}
	}
	accumulate(zeros, ss.A, state, -1)
	if len(inputs) > 0 {
		l.Right = append(l.Right, Part{Factors: []formula.Node{grid(ss.B, style), column(inputs, style)}})
		accumulate(zeros, ss.B, inputs, -1)
	}
	offset := false
	for i, w := range ss.Offset {
		offset = offset || !symbolic.IsZero(w)
		zeros[i] = append(zeros[i], symbolic.Neg(w))
	}
	if offset {
		l.Right = append(l.Right, Part{Factors: []formula.Node{column(ss.Offset, style)}})
	}
	l.Zeros = sums(zeros)
	for _, d := range ss.Static {
		l.Zeros = append(l.Zeros, symbolic.Sub(d.Symbol, d.Value))
	}
	return []Line{l}, list
}

// accumulate adds ±A x to the rows of a sum.
func accumulate(rows [][]symbolic.Expr, a *symbolic.Matrix, x []symbolic.Expr, sign int64) {
	for i := range rows {
		for j := range x {
			if e := a.At(i, j); !symbolic.IsZero(e) {
				rows[i] = append(rows[i], symbolic.Mul(symbolic.Int(sign), e, x[j]))
			}
		}
	}
}

// sums adds up rows. One that is nothing but a name for a derivative adds up to 0 and is left out.
func sums(rows [][]symbolic.Expr) []symbolic.Expr {
	var out []symbolic.Expr
	for _, r := range rows {
		if sum := symbolic.Add(r...); !symbolic.IsZero(sum) {
			out = append(out, sum)
		}
	}
	return out
}

func grid(a *symbolic.Matrix, style symbolic.Style) formula.Node {
	rows := make([][]formula.Node, a.Rows())
	for i := range rows {
		for j := range a.Cols() {
			rows[i] = append(rows[i], style.Formula(a.At(i, j)))
		}
	}
	return formula.Grid{Rows: rows}
}

func column(es []symbolic.Expr, style symbolic.Style) formula.Node {
	rows := make([][]formula.Node, len(es))
	for i, e := range es {
		rows[i] = []formula.Node{style.Formula(e)}
	}
	return formula.Grid{Rows: rows}
}

func isZero(a *symbolic.Matrix) bool {
	for i := range a.Rows() {
		for j := range a.Cols() {
			if !symbolic.IsZero(a.At(i, j)) {
				return false
			}
		}
	}
	return true
}
