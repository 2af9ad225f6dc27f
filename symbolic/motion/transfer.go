package motion

import (
	"fmt"

	"diagram/dsl/diag"
	"diagram/symbolic"
)

// Transfer is a transfer function: the Laplace transform of a coordinate over that of an input, from rest.
type Transfer struct {
	Input  *symbolic.Function
	Output *Coordinate
	// Over and Under are what the transforms of output and input are called, which with their variable are in Laplace.
	Over, Under symbolic.Name
	*Laplace
	Num, Den symbolic.Expr // polynomials in the variable, without a common factor
}

// Ratio is the numerator over the denominator.
func (t *Transfer) Ratio() symbolic.Expr { return symbolic.Div(t.Num, t.Den) }

// Transfers are the transfer functions from every input to every coordinate, input by input. Constants act as a constant
// offset and have no part in them. A law that isn't linear is an error, and so is a system without inputs.
func (m *Model) Transfers() ([]*Transfer, diag.List) {
	mat, diags := m.Matrices()
	if diags != nil {
		return nil, diags
	}
	if diags := m.steadyLaws("transfer function", true); diags != nil {
		return nil, diags
	}
	if len(m.Inputs) == 0 {
		return nil, diag.List{{File: m.Graph.File, Summary: "nothing drives this diagram, so it has no transfer function", Help: "add an input, as in `T - force`, or a `base` that moves"}}
	}
	var all []*Transfer
	laplace := m.laplace()
	for _, in := range m.Inputs {
		for q := range m.Coordinates {
			t, diags := m.transfer(mat, laplace, in, q)
			if diags != nil {
				return nil, diags
			}
			all = append(all, t)
		}
	}
	return all, nil
}

// Transfer is the transfer function from one input to one coordinate.
func (m *Model) Transfer(input Input, output *Coordinate) (*Transfer, diag.List) {
	mat, diags := m.Matrices()
	if diags != nil {
		return nil, diags
	}
	if diags := m.steadyLaws("transfer function", true); diags != nil {
		return nil, diags
	}
	q, ok := m.index[output.Symbol.Name().Key()]
	if !ok {
		return nil, diag.List{{File: m.Graph.File, Summary: fmt.Sprintf("%s is not a coordinate of this diagram", output.Symbol)}}
	}
	return m.transfer(mat, m.laplace(), input, q)
}

// transfer solves (M s² + C s + K) X = F by Cramer's rule.
func (m *Model) transfer(mat *Matrices, l *Laplace, in Input, q int) (*Transfer, diag.List) {
	s := l.Variable
	n := len(m.Coordinates)
	p := symbolic.NewMatrix(n, n)
	column := make([]symbolic.Expr, n)
	inputs := inputsOf(mat.F)
	b := forcing(mat.F, inputs)
	for i := range n {
		for j := range n {
			p.Set(i, j, symbolic.Add(
				symbolic.Mul(mat.M.At(i, j), symbolic.PowInt(s, 2)),
				symbolic.Mul(mat.C.At(i, j), s),
				mat.K.At(i, j)))
		}
		var sum []symbolic.Expr
		for j, u := range inputs {
			if u.Name().Key() == in.Symbol.Name().Key() {
				sum = append(sum, symbolic.Mul(b.At(i, j), symbolic.PowInt(s, int64(u.Order()))))
			}
		}
		column[i] = symbolic.Add(sum...)
		if symbolic.Contains(b.At(i, len(inputs)), in.Symbol) {
			return nil, diag.List{problem(m.Graph, in.Source, fmt.Sprintf("%s does not enter the equations linearly, so there is no transfer function from it", in.Symbol), "")}
		}
	}
	den, err := p.Det()
	if err != nil {
		return nil, m.failure("the transfer function can't be worked out", err, "")
	}
	if symbolic.IsZero(den) {
		return nil, m.failure("the transfer function can't be worked out", symbolic.ErrSingular, "")
	}
	for i := range n {
		p.Set(i, q, column[i])
	}
	num, err := p.Det()
	if err != nil {
		return nil, m.failure("the transfer function can't be worked out", err, "")
	}
	lead := leadingNumber(den, s)
	num, den = fraction(symbolic.Simplify(symbolic.Div(num, den)))
	num, den = polynomial(num, s), polynomial(den, s)
	if by := symbolic.Div(lead, leadingNumber(den, s)); !symbolic.Equal(by, symbolic.Int(1)) {
		num, den = polynomial(symbolic.Mul(by, num), s), polynomial(symbolic.Mul(by, den), s)
	}
	t := &Transfer{Input: in.Symbol, Output: m.Coordinates[q], Laplace: l, Num: num, Den: den}
	t.Over, t.Under = l.transforms[t.Output.Symbol.Name().Key()], l.transforms[in.Symbol.Name().Key()]
	return t, nil
}

// leadingNumber is the number in front of the highest power of x: a quotient in which it is what the author's numbers
// give, m = 2 and c = 0.5, is easier to recognize than one without fractions. It is 1 where that power's coefficient is
// a sum, or nothing to begin with.
func leadingNumber(e symbolic.Expr, x *symbolic.Symbol) symbolic.Expr {
	coefs, _ := powers(symbolic.Expand(e), x)
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
func polynomial(e symbolic.Expr, x *symbolic.Symbol) symbolic.Expr {
	coefs, orders := powers(symbolic.Expand(e), x)
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
