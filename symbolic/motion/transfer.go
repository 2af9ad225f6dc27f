package motion

import (
	"fmt"

	"diagram/dsl/diag"
	"diagram/symbolic"
	"diagram/symbolic/naming"
)

// Transfer is a transfer function: the Laplace transform of a coordinate over that of an input, from rest.
type Transfer struct {
	Input  *symbolic.Function
	Output *Coordinate
	// Over and Under are what the transforms of output and input are called, which with their variable are in Laplace.
	Over, Under naming.Name
	*Laplace
	Num, Den symbolic.Expr // polynomials in the variable, without a common factor
}

// Ratio is the numerator over the denominator.
func (t *Transfer) Ratio() symbolic.Expr { return symbolic.Div(t.Num, t.Den) }

// Transfers are the transfer functions from every input to every coordinate, input by input. Constants act as a constant
// offset and have no part in them. A law that isn't linear is an error, and so is a system without inputs.
func (m *Model) Transfers() ([]*Transfer, diag.List) {
	return answer(m, "the transfer function", (*Model).transfers, polynomials)
}

func (m *Model) transfers() ([]*Transfer, diag.List) {
	return m.withJoints().transfersTo(m.index)
}

// withJoints is the model before its joints were taken out: the transfer functions to what is left are the same, and need no
// equations of higher order.
func (m *Model) withJoints() *Model {
	if m.whole == nil {
		return m
	}
	whole := *m.whole
	whole.work = m.work
	return &whole
}

// transfersTo are the transfer functions to some coordinates.
func (m *Model) transfersTo(outputs map[string]int) ([]*Transfer, diag.List) {
	if _, diags := m.linear(); diags.HasErrors() { // which says more than that nothing drives it
		return nil, diags
	}
	if len(m.Inputs) == 0 {
		return nil, diag.List{{File: m.Graph.File, Summary: "nothing drives this diagram, so it has no transfer function", Help: "add an input, as in `T - force`, or a `base` that moves"}}
	}
	sys, diags := m.transformed()
	if diags.HasErrors() {
		return nil, diags
	}
	var all []*Transfer
	for _, in := range m.Inputs {
		for q, c := range m.Coordinates {
			if _, asked := outputs[c.Symbol.Name().Key()]; !asked {
				continue
			}
			t, diags := m.transfer(sys, in, q)
			if diags.HasErrors() {
				return nil, diags
			}
			all = append(all, t)
		}
	}
	return all, nil
}

// Transfer is the transfer function from one input to one coordinate.
func (m *Model) Transfer(input Input, output *Coordinate) (*Transfer, diag.List) {
	all, diags := answer(m, "the transfer function", func(m *Model) ([]*Transfer, diag.List) {
		m = m.withJoints()
		sys, diags := m.transformed()
		if diags.HasErrors() {
			return nil, diags
		}
		q, ok := m.index[output.Symbol.Name().Key()]
		if !ok {
			return nil, diag.List{{File: m.Graph.File, Summary: fmt.Sprintf("%s is not a coordinate of this diagram", output.Symbol)}}
		}
		t, diags := m.transfer(sys, input, q)
		return []*Transfer{t}, diags
	}, polynomials)
	if diags.HasErrors() {
		return nil, diags
	}
	return all[0], nil
}

// polynomials are what is printed of transfer functions.
func polynomials(ts []*Transfer) []symbolic.Expr {
	var es []symbolic.Expr
	for _, t := range ts {
		es = append(es, t.Num, t.Den)
	}
	return es
}

// transformed is a linear system after Laplace's transform: (M s² + C s + K) X = f, with P in the brackets.
type transformed struct {
	*Laplace
	p      *symbolic.Matrix
	den    symbolic.Expr // the determinant of p
	inputs []*symbolic.Function
	f      *symbolic.Matrix // a column for each input, as forcing has them
}

func (m *Model) transformed() (*transformed, diag.List) {
	mat, diags := m.matrices()
	if diags.HasErrors() {
		return nil, diags
	}
	if diags := m.steadyLaws("transfer function", true); diags.HasErrors() {
		return nil, diags
	}
	n := len(m.Coordinates)
	sys := &transformed{Laplace: m.laplace(), p: symbolic.NewMatrix(n, n), inputs: inputsOf(mat.F)}
	sys.f = forcing(m.work, mat.F, sys.inputs)
	for i := range n {
		for j := range n {
			sys.p.Set(i, j, symbolic.Add(
				symbolic.Mul(mat.M.At(i, j), symbolic.PowInt(sys.Variable, 2)),
				symbolic.Mul(mat.C.At(i, j), sys.Variable),
				mat.K.At(i, j)))
		}
	}
	var err error
	if sys.den, err = m.work.Det(sys.p); err == nil && symbolic.IsZero(sys.den) {
		err = symbolic.ErrSingular
	}
	if err != nil {
		return nil, m.failure("the transfer function can't be worked out", err, "")
	}
	return sys, nil
}

// transfer solves the transformed system by Cramer's rule.
func (m *Model) transfer(sys *transformed, in Input, q int) (*Transfer, diag.List) {
	s := sys.Variable
	n := len(m.Coordinates)
	p := symbolic.NewMatrix(n, n)
	for i := range n {
		var sum []symbolic.Expr
		for j, u := range sys.inputs {
			if u.Name().Key() == in.Symbol.Name().Key() {
				sum = append(sum, symbolic.Mul(sys.f.At(i, j), symbolic.PowInt(s, int64(u.Order()))))
			}
		}
		if symbolic.Contains(sys.f.At(i, len(sys.inputs)), in.Symbol) {
			return nil, diag.List{problem(m.Graph, in.Source, fmt.Sprintf("%s does not enter the equations linearly, so there is no transfer function from it", in.Symbol), "")}
		}
		for j := range n {
			p.Set(i, j, sys.p.At(i, j))
		}
		p.Set(i, q, symbolic.Add(sum...))
	}
	num, err := m.work.Det(p)
	if err != nil {
		return nil, m.failure("the transfer function can't be worked out", err, "")
	}
	lead := leadingNumber(m.work, sys.den, s)
	num, den := fraction(m.work.Simplify(symbolic.Div(num, sys.den)))
	num, den = polynomial(m.work, num, s), polynomial(m.work, den, s)
	if by := symbolic.Div(lead, leadingNumber(m.work, den, s)); !symbolic.Equal(by, symbolic.Int(1)) {
		num, den = polynomial(m.work, symbolic.Mul(by, num), s), polynomial(m.work, symbolic.Mul(by, den), s)
	}
	t := &Transfer{Input: in.Symbol, Output: m.Coordinates[q], Laplace: sys.Laplace, Num: num, Den: den}
	t.Over, t.Under = sys.transforms[t.Output.Symbol.Name().Key()], sys.transforms[in.Symbol.Name().Key()]
	return t, nil
}

// leadingNumber is the number in front of the highest power of x: a quotient in which it is what the author's numbers
// give, m = 2 and c = 0.5, is easier to recognize than one without fractions. It is 1 where that power's coefficient is
// a sum, or nothing to begin with.
func leadingNumber(w *symbolic.Work, e symbolic.Expr, x *symbolic.Symbol) symbolic.Expr {
	coefs, _ := powers(w, w.Expand(e), x)
	switch c := coefs[0].(type) {
	case *symbolic.Number:
		if !symbolic.IsZero(c) {
			return c
		}
	case *symbolic.Product:
		return c.Coef()
	}
	return symbolic.Int(1)
}

// polynomial writes an expression in falling powers of x.
func polynomial(w *symbolic.Work, e symbolic.Expr, x *symbolic.Symbol) symbolic.Expr {
	coefs, orders := powers(w, w.Expand(e), x)
	terms := make([]symbolic.Expr, len(coefs))
	for i, c := range coefs {
		terms[i] = symbolic.Mul(c, symbolic.PowInt(x, int64(orders[i])))
	}
	return symbolic.Add(terms...)
}

// fraction takes a quotient apart into numerator and denominator.
func fraction(e symbolic.Expr) (num, den symbolic.Expr) {
	factors := []symbolic.Expr{e}
	if p, ok := e.(*symbolic.Product); ok {
		factors = p.Factors()
	}
	var above, below []symbolic.Expr
	for _, f := range factors {
		switch f := f.(type) {
		case *symbolic.Power:
			if n, ok := f.Exp().(*symbolic.Number); ok && n.Value().Sign() < 0 {
				below = append(below, symbolic.Pow(f.Base(), symbolic.Neg(n)))
				continue
			}
		case *symbolic.Number:
			above = append(above, symbolic.Int(1))
			p, q, ok := f.Value().Small()
			if ok && q != 1 {
				above = append(above, symbolic.Int(p))
				below = append(below, symbolic.Int(q))
				continue
			}
		}
		above = append(above, f)
	}
	return symbolic.Mul(above...), symbolic.Mul(below...)
}
