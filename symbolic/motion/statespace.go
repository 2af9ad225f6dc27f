package motion

import (
	"errors"
	"fmt"
	"slices"

	"diagram/dsl/diag"
	"diagram/symbolic"
)

// StateSpace is a linear system in first-order form, ż = A z + B u + w. The state holds the coordinates and the velocities
// of those that have inertia; joints that only springs hold are expressed by the others and are no part of it.
type StateSpace struct {
	State  []*symbolic.Function // q and dq/dt
	Inputs []*symbolic.Function // u: the inputs, and derivatives of moving supports where dampers feel them
	A, B   *symbolic.Matrix
	// Offset is w: what constants and given functions of time add to ż. All zero in most systems about equilibrium.
	Offset []symbolic.Expr
	// Static are the joints that were left out, by the other coordinates and inputs.
	Static []Definition
}

// StateSpace brings a linear system into first-order form. An element whose law isn't linear is an error, and so is a
// massless joint whose motion its dampers don't determine.
func (m *Model) StateSpace() (*StateSpace, diag.List) {
	return answer(m, "the state space", (*Model).stateSpace, (*StateSpace).entries)
}

func (m *Model) stateSpace() (*StateSpace, diag.List) {
	mat, diags := m.matrices()
	if diags.HasErrors() {
		return nil, diags
	}
	sys, err := reduceStatic(m.work, mat)
	if err != nil {
		return nil, m.failure("the joints can't be expressed by the other coordinates", err, "")
	}
	n := len(sys.keep)
	if n == 0 {
		return nil, diag.List{problem(m.Graph, m.Coordinates[0].Node, "nothing here has a mass or a damper, so the system has no state", "add one, or ask for the form standard")}
	}
	// heavy coordinates have a velocity of their own in the state; the light ones move as their dampers say.
	var light, heavy []int
	for i := range n {
		if zeroRow(sys.m, i) {
			light = append(light, i)
		} else {
			heavy = append(heavy, i)
		}
	}
	ss := &StateSpace{Static: sys.static}
	for _, q := range sys.keep {
		ss.State = append(ss.State, m.Coordinates[q].Symbol)
	}
	for _, i := range heavy {
		ss.State = append(ss.State, m.Coordinates[sys.keep[i]].Symbol.D(1))
	}
	// The highest derivatives h = (q̈ of heavy, q̇ of light) solve H h = -(rest) for each equation.
	h := symbolic.NewMatrix(n, n)
	right := symbolic.NewMatrix(n, len(ss.State)+len(sys.inputs)+1)
	for i := range n {
		for c, j := range heavy {
			h.Set(i, c, sys.m.At(i, j))
			right.Set(i, n+c, symbolic.Neg(sys.c.At(i, j)))
		}
		for c, j := range light {
			h.Set(i, len(heavy)+c, sys.c.At(i, j))
		}
		for j := range n {
			right.Set(i, j, symbolic.Neg(sys.k.At(i, j)))
		}
		for j := range len(sys.inputs) + 1 {
			right.Set(i, len(ss.State)+j, sys.b.At(i, j))
		}
	}
	x, err := divide(m.work, h, right)
	if err != nil {
		if len(light) > 0 && errors.Is(err, symbolic.ErrSingular) {
			node := m.Coordinates[sys.keep[light[0]]].Node
			return nil, diag.List{problem(m.Graph, node, fmt.Sprintf("%s has no mass, and the dampers on it don't determine how it moves", node.Pointed()), "give it a mass, or ask for --eliminate")}
		}
		return nil, m.failure("the inertias can't be separated", err, "")
	}
	ss.Inputs = sys.inputs
	states, inputs := len(ss.State), len(sys.inputs)
	ss.A, ss.B, ss.Offset = symbolic.NewMatrix(states, states), symbolic.NewMatrix(states, inputs), make([]symbolic.Expr, states)
	fill := func(to, from int) {
		for j := range states {
			ss.A.Set(to, j, x.At(from, j))
		}
		for j := range inputs {
			ss.B.Set(to, j, x.At(from, states+j))
		}
		ss.Offset[to] = x.At(from, states+inputs)
	}
	for c, j := range heavy {
		ss.A.Set(j, n+c, symbolic.Int(1))
		ss.Offset[j] = symbolic.Int(0)
		fill(n+c, c)
	}
	for c, j := range light {
		fill(j, len(heavy)+c)
	}
	return ss, nil
}

// divide solves h x = right, with the short way for diagonal matrices that absolute coordinates give.
func divide(w *symbolic.Work, h, right *symbolic.Matrix) (*symbolic.Matrix, error) {
	n := h.Rows()
	for i := range n {
		for j := range n {
			if i != j && !symbolic.IsZero(h.At(i, j)) {
				if n > maxSolve {
					return nil, symbolic.ErrTooLarge
				}
				return w.Solve(h, right)
			}
		}
		if symbolic.IsZero(h.At(i, i)) {
			return nil, symbolic.ErrSingular
		}
	}
	x := symbolic.NewMatrix(n, right.Cols())
	for i := range n {
		for j := range right.Cols() {
			if e := right.At(i, j); !symbolic.IsZero(e) {
				x.Set(i, j, w.Simplify(symbolic.Div(e, h.At(i, i))))
			}
		}
	}
	return x, nil
}

// reduced is a linear system without the coordinates that only springs move: M q̈ + C q̇ + K q = b (u, 1).
type reduced struct {
	keep    []int // the coordinates left
	m, c, k *symbolic.Matrix
	b       *symbolic.Matrix // a column for each input, and one for what else acts
	inputs  []*symbolic.Function
	static  []Definition
}

// reduceStatic expresses the coordinates without inertia and damping by the others.
func reduceStatic(w *symbolic.Work, mat *Matrices) (*reduced, error) {
	n := len(mat.Coordinates)
	out := &reduced{inputs: inputsOf(mat.F)}
	var drop []int
	for i := range n {
		if zeroRow(mat.M, i) && zeroRow(mat.C, i) {
			drop = append(drop, i)
		} else {
			out.keep = append(out.keep, i)
		}
	}
	b := forcing(w, mat.F, out.inputs)
	all := make([]int, b.Cols())
	for j := range all {
		all[j] = j
	}
	out.m, out.c = sub(mat.M, out.keep, out.keep), sub(mat.C, out.keep, out.keep)
	out.k, out.b = sub(mat.K, out.keep, out.keep), sub(b, out.keep, all)
	if len(drop) == 0 {
		return out, nil
	}
	if len(drop) > maxSolve {
		return nil, symbolic.ErrTooLarge
	}
	// K_dd q_d = b_d - K_dk q_k
	kdk, bd := sub(mat.K, drop, out.keep), sub(b, drop, all)
	right := symbolic.NewMatrix(len(drop), len(out.keep)+b.Cols())
	for i := range drop {
		for j := range out.keep {
			right.Set(i, j, symbolic.Neg(kdk.At(i, j)))
		}
		for j := range all {
			right.Set(i, len(out.keep)+j, bd.At(i, j))
		}
	}
	x, err := w.Solve(sub(mat.K, drop, drop), right)
	if err != nil {
		return nil, err
	}
	for i, q := range out.keep {
		for j := range out.keep {
			sum := []symbolic.Expr{out.k.At(i, j)}
			for d, p := range drop {
				sum = append(sum, symbolic.Mul(mat.K.At(q, p), x.At(d, j)))
			}
			out.k.Set(i, j, w.Simplify(symbolic.Add(sum...)))
		}
		for j := range all {
			sum := []symbolic.Expr{out.b.At(i, j)}
			for d, p := range drop {
				sum = append(sum, symbolic.Neg(symbolic.Mul(mat.K.At(q, p), x.At(d, len(out.keep)+j))))
			}
			out.b.Set(i, j, w.Simplify(symbolic.Add(sum...)))
		}
	}
	for d, p := range drop {
		var sum []symbolic.Expr
		for j, q := range out.keep {
			sum = append(sum, symbolic.Mul(x.At(d, j), mat.Coordinates[q].Symbol))
		}
		for j, u := range out.inputs {
			sum = append(sum, symbolic.Mul(x.At(d, len(out.keep)+j), u))
		}
		sum = append(sum, x.At(d, len(out.keep)+len(out.inputs)))
		out.static = append(out.static, Definition{Symbol: mat.Coordinates[p].Symbol, Value: symbolic.Add(sum...), Remark: "held by springs alone"})
	}
	return out, nil
}

// inputsOf are the functions of time in what acts, each order of derivative on its own.
func inputsOf(f []symbolic.Expr) []*symbolic.Function {
	var inputs []*symbolic.Function
	for _, e := range f {
		inputs = append(inputs, symbolic.Functions(e)...)
	}
	slices.SortFunc(inputs, func(a, b *symbolic.Function) int { return symbolic.Compare(a, b) })
	return slices.CompactFunc(inputs, func(a, b *symbolic.Function) bool { return symbolic.Equal(a, b) })
}

// forcing takes what acts apart: a column for each input, and a last one for constants and given functions of time.
// What holds an input nonlinearly counts among the latter.
func forcing(w *symbolic.Work, f []symbolic.Expr, inputs []*symbolic.Function) *symbolic.Matrix {
	vars := make([]symbolic.Expr, len(inputs))
	for i, u := range inputs {
		vars[i] = u
	}
	b := symbolic.NewMatrix(len(f), len(inputs)+1)
	for i, e := range f {
		coefs, rest, ok := w.LinearIn(e, vars)
		if !ok {
			coefs, rest = nil, e
		}
		for j, c := range coefs {
			b.Set(i, j, c)
		}
		b.Set(i, len(inputs), rest)
	}
	return b
}

// sub is the matrix of some rows and columns.
func sub(m *symbolic.Matrix, rows, cols []int) *symbolic.Matrix {
	out := symbolic.NewMatrix(len(rows), len(cols))
	for i, r := range rows {
		for j, c := range cols {
			out.Set(i, j, m.At(r, c))
		}
	}
	return out
}

// zeroRow reports whether a row of a matrix holds only zeros.
func zeroRow(m *symbolic.Matrix, i int) bool {
	for j := range m.Cols() {
		if !symbolic.IsZero(m.At(i, j)) {
			return false
		}
	}
	return true
}
