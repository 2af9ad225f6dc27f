package symbolic

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// Names that tests share.
var (
	k, k1, k2 = Sym("k"), Sym("k_1"), Sym("k_2")
	m, lam    = Sym("m"), Sym("lambda")
	l0        = Sym("L_0")
	s, s1, s2 = function("s"), function("s_1"), function("s_2")
	x, y      = function("x"), function("y")
	theta     = function("theta")
)

func function(name string) *Function { return NewFunction(Sym(name).Name()) }

func decimal(t testing.TB, src string) *Number {
	t.Helper()
	n, err := ParseNumber(src)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// polynomial draws expressions of sums, products and small powers.
func polynomial() *rapid.Generator[Expr] { return randomExpr(2, false) }

// anyExpr draws expressions of every kind.
func anyExpr() *rapid.Generator[Expr] { return randomExpr(3, true) }

func randomExpr(depth int, calls bool) *rapid.Generator[Expr] {
	leaf := rapid.Custom(func(t *rapid.T) Expr {
		switch rapid.SampledFrom([]int{0, 1, 2}).Draw(t, "leaf") {
		case 0:
			return Rat(rapid.Int64Range(-5, 5).Draw(t, "p"), rapid.Int64Range(1, 4).Draw(t, "q"))
		case 1:
			return rapid.SampledFrom([]Expr{x, x.D(1), x.D(2), y, y.D(1)}).Draw(t, "function")
		}
		return rapid.SampledFrom([]Expr{k, k1, k2, m, lam, l0}).Draw(t, "symbol")
	})
	if depth == 0 {
		return leaf
	}
	return rapid.Custom(func(t *rapid.T) Expr {
		sub := func() Expr { return randomExpr(depth-1, calls).Draw(t, "sub") }
		// SampledFrom is fair where IntRange prefers small numbers.
		kinds := []int{0, 2, 2, 3, 4, 5, 6}
		if calls {
			kinds = append(kinds, 7, 8, 9)
		}
		switch rapid.SampledFrom(kinds).Draw(t, "kind") {
		case 0:
			return leaf.Draw(t, "leaf")
		case 2:
			return Add(sub(), sub(), sub())
		case 3:
			return Sub(sub(), sub())
		case 4, 5:
			return Mul(sub(), sub())
		case 6:
			return PowInt(sub(), rapid.Int64Range(0, 3).Draw(t, "n"))
		case 7:
			d := sub()
			if Equivalent(d, zero) {
				return d
			}
			return Div(sub(), d)
		case 8:
			return rapid.SampledFrom([]func(Expr) Expr{Sin, Cos, Abs, Sgn, Exp, Max0, Min0}).Draw(t, "call")(sub())
		}
		return Sqrt(sub())
	})
}

// valueAt draws values for the symbols and functions of the generated expressions.
func valueAt(t *rapid.T) func(Expr) (float64, bool) {
	values := map[string]float64{}
	return func(e Expr) (float64, bool) {
		name := Sympy(e)
		if _, ok := values[name]; !ok {
			values[name] = rapid.Float64Range(0.5, 2).Draw(t, name)
		}
		return values[name], true
	}
}

// sameValue reports whether two numeric results agree, or whether nothing can be
// said because the expression is not defined or ill-conditioned there.
func sameValue(a, b, scale float64) bool {
	if math.IsNaN(a) || math.IsNaN(b) || math.IsNaN(scale) || math.IsInf(a, 0) || math.IsInf(b, 0) {
		return true
	}
	return math.Abs(a-b) <= 1e-6*(1+scale+math.Abs(a)+math.Abs(b))
}
