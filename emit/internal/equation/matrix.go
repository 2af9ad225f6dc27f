package equation

import (
	"diagram/dsl/diag"
	"diagram/symbolic"
	"diagram/symbolic/motion"
)

// matrixForm is M q̈ + C q̇ + K q = f with its matrices written out; a matrix of zeros is left out.
func matrixForm(m *motion.Model, _ Options) ([]line, diag.List) {
	mat, list := m.Matrices()
	if list.HasErrors() {
		return nil, list
	}
	l := line{right: []part{{factors: []factor{{grid: column(mat.F)}}}}}
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
		l.left = append(l.left, part{factors: []factor{{grid: grid(t.a)}, {grid: column(q)}}})
		accumulate(zeros, t.a, q, 1)
	}
	for i, f := range mat.F {
		zeros[i] = append(zeros[i], symbolic.Neg(f))
	}
	l.zeros = sums(zeros)
	return []line{l}, list
}

// stateSpaceForm is ż = A z + B u + w with its matrices written out.
func stateSpaceForm(m *motion.Model, _ Options) ([]line, diag.List) {
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
	l := line{
		left:  []part{{factors: []factor{{grid: column(rates)}}}},
		right: []part{{factors: []factor{{grid: grid(ss.A)}, {grid: column(state)}}}},
		where: ss.Static,
	}
	zeros := make([][]symbolic.Expr, len(state))
	for i, r := range rates {
		zeros[i] = []symbolic.Expr{r}
	}
	accumulate(zeros, ss.A, state, -1)
	if len(inputs) > 0 {
		l.right = append(l.right, part{factors: []factor{{grid: grid(ss.B)}, {grid: column(inputs)}}})
		accumulate(zeros, ss.B, inputs, -1)
	}
	offset := false
	for i, w := range ss.Offset {
		offset = offset || !symbolic.IsZero(w)
		zeros[i] = append(zeros[i], symbolic.Neg(w))
	}
	if offset {
		l.right = append(l.right, part{factors: []factor{{grid: column(ss.Offset)}}})
	}
	l.zeros = sums(zeros)
	for _, d := range ss.Static {
		l.zeros = append(l.zeros, symbolic.Sub(d.Symbol, d.Value))
	}
	return []line{l}, list
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

func grid(a *symbolic.Matrix) [][]symbolic.Expr {
	rows := make([][]symbolic.Expr, a.Rows())
	for i := range rows {
		for j := range a.Cols() {
			rows[i] = append(rows[i], a.At(i, j))
		}
	}
	return rows
}

func column(es []symbolic.Expr) [][]symbolic.Expr {
	rows := make([][]symbolic.Expr, len(es))
	for i, e := range es {
		rows[i] = []symbolic.Expr{e}
	}
	return rows
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

// matrices is for JSON, which has the matrices of every linear system: only what is in their way is to be said.
func (d *Document) matrices(m *motion.Model, _ printer) diag.List {
	_, list := m.Matrices()
	return list
}

func (d *Document) stateSpace(m *motion.Model, p printer) diag.List {
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
	return nil
}
