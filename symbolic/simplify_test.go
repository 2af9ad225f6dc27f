package symbolic

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestExpand(t *testing.T) {
	for _, c := range []struct {
		e    Expr
		want string
	}{
		{Mul(k, Sub(s, l0)), "k*s(t) - k*L_0"},
		{PowInt(Add(x, y), 2), "x(t)**2 + 2*x(t)*y(t) + y(t)**2"},
		{Mul(Add(k1, k2), Sub(x, y)), "k_1*x(t) - k_1*y(t) + k_2*x(t) - k_2*y(t)"},
		{Sub(Mul(k, Sub(x, y)), Mul(k, x)), "-k*y(t)"},
		{Sin(Mul(k, Add(x, y))), "sin(k*x(t) + k*y(t))"},
		{Div(Add(x, y), m), "x(t)/m + y(t)/m"},
		{PowInt(Add(x, y), -2), "1/(x(t) + y(t))**2"},
		{PowInt(Add(k, k1, k2, m, lam, l0, x, y), 1000), "(k + k_1 + k_2 + m + lamda + L_0 + x(t) + y(t))**1000"},
	} {
		if got := Sympy(Expand(c.e)); got != c.want {
			t.Errorf("Expand(%v) = %s, want %s", c.e, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		e := anyExpr().Draw(t, "e")
		if !Equivalent(Expand(e), e) {
			t.Fatalf("Expand(%v) = %v", e, Expand(e))
		}
	})
}

func TestSimplify(t *testing.T) {
	for _, c := range []struct {
		e    Expr
		want string
	}{
		{Sub(Mul(k, s), Mul(k, l0)), "k*(s(t) - L_0)"},
		{Div(Sub(PowInt(x, 2), PowInt(y, 2)), Sub(x, y)), "x(t) + y(t)"},
		{Add(Div(one, k1), Div(one, k2)), "(k_1 + k_2)/(k_1*k_2)"},
		{Div(one, Add(Div(one, k1), Div(one, k2))), "k_1*k_2/(k_1 + k_2)"},
		{Sub(k, k), "0"},
		{Add(Mul(k, x), Mul(m, x.D(2)), Mul(lam, x.D(1))), "m*Derivative(x(t), (t, 2)) + lamda*Derivative(x(t), t) + k*x(t)"},
		{Sub(y, x), "-x(t) + y(t)"},
		{Mul(Add(Sqrt(k), one), Sub(Sqrt(k), one)), "k - 1"},
		{Div(Sub(k, m), Sub(m, k)), "-1"},
		{Add(Sin(Sub(x, y)), Sin(Sub(y, x))), "0"},
		{Sub(Cos(Sub(x, y)), Cos(Sub(y, x))), "0"},
		{Sub(Sin(Mul(k, Add(x, y))), Sin(Add(Mul(k, x), Mul(k, y)))), "0"},
		{Sub(Sqrt(Mul(k, Add(x, y))), Sqrt(Add(Mul(k, x), Mul(k, y)))), "0"},
		{Add(Mul(decimal(t, "0.5"), x), Mul(Rat(1, 3), x)), "5*x(t)/6"},
		{Add(Mul(decimal(t, "0.5"), x), Mul(decimal(t, "0.25"), x)), "Rational(3, 4)*x(t)"},
		{Div(k, Sub(m, m)), "k/0"},
		{Mul(Pow(k, x), Pow(k, x)), "k**(2*x(t))"},
	} {
		if got := Sympy(Simplify(c.e)); got != c.want {
			t.Errorf("Simplify(%v) = %s, want %s", c.e, got, c.want)
		}
	}
}

// TestSimplifyIsCanonical holds that equivalent expressions simplify alike, to
// something of the same value.
func TestSimplifyIsCanonical(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := polynomial().Draw(t, "a"), polynomial().Draw(t, "b")
		c := polynomial().Draw(t, "c")
		if IsZero(Simplify(c)) {
			return
		}
		one := Simplify(Div(Add(a, b), c))
		other := Simplify(Add(Div(b, c), Div(Expand(a), c)))
		if !Equal(one, other) {
			t.Fatalf("(%v + %v)/(%v) simplifies to %v and to %v", a, b, c, one, other)
		}
		if again := Simplify(one); !Equal(again, one) {
			t.Fatalf("%v simplifies further to %v", one, again)
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		e := anyExpr().Draw(t, "e")
		env := valueAt(t)
		want, _ := Eval(e, env)
		if got, err := Eval(Simplify(e), env); err != nil || !sameValue(got, want, 0) {
			t.Fatalf("%v = %g simplifies to %v = %g, %v", e, want, Simplify(e), got, err)
		}
	})
}

func TestEquivalentTellsApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := polynomial().Draw(t, "a"), polynomial().Draw(t, "b")
		if Equivalent(a, b) != IsZero(Expand(Sub(a, b))) {
			t.Fatalf("Equivalent(%v, %v) = %v", a, b, Equivalent(a, b))
		}
		if !Equivalent(Mul(Add(a, b), Sub(a, b)), Sub(PowInt(a, 2), PowInt(b, 2))) {
			t.Fatalf("(a+b)(a−b) = a²−b² fails for %v and %v", a, b)
		}
	})
}

// TestLargeInputsEnd gives expressions whose expansion no machine could hold. It
// passes by ending.
func TestLargeInputsEnd(t *testing.T) {
	wide := make([]Expr, 60)
	for i := range wide {
		wide[i] = Sym("a_" + strings.Repeat("x", i+1))
	}
	sum := Add(wide...)
	deepRoot, deepSine := Expr(k), Expr(k)
	for range 200 {
		deepRoot = Sqrt(Add(one, deepRoot))
		deepSine = Sin(Sub(one, deepSine))
	}
	for _, c := range []struct {
		what    string
		e       Expr
		tooMuch bool // Simplify gives up
	}{
		{"power of a sum", Sub(PowInt(sum, 900), k), true},
		{"power of powers", PowInt(Add(PowInt(Add(PowInt(Add(k, m), 99), one), 99), one), 99), true},
		{"sum of reciprocals", reciprocals(wide), true},
		{"power of few terms", PowInt(Add(k, m, x), 999), true},
		{"power of two terms", PowInt(Add(k, x), 300), false},
		{"huge exponent", Sub(PowInt(k, 1e15), m), false},
		{"nested roots", deepRoot, false},
		{"nested sines", deepSine, false},
	} {
		simple := Simplify(c.e)
		if c.tooMuch && simple != c.e {
			t.Errorf("%s: simplified against expectation", c.what)
		}
		if !c.tooMuch && !Equivalent(simple, c.e) {
			t.Errorf("%s: got %.200v", c.what, simple)
		}
		Expand(c.e)
		Sympy(Collect(c.e, k, m))
		Sympy(DiffTime(c.e))
		LinearIn(c.e, []Expr{k, m})
	}
}

func reciprocals(es []Expr) Expr {
	terms := make([]Expr, len(es))
	for i, e := range es {
		terms[i] = Div(one, Add(e, k))
	}
	return Add(terms...)
}

func TestCollect(t *testing.T) {
	c1, c2 := Sym("c_1"), Sym("c_2")
	for _, c := range []struct {
		e    Expr
		xs   []Expr
		want string
	}{
		{Add(Mul(c1, x.D(1)), Mul(c2, x.D(1))), []Expr{x.D(1)}, "(c_1 + c_2)*Derivative(x(t), t)"},
		{Add(Mul(k1, x), Mul(k2, Sub(x, y))), []Expr{x, y}, "(k_1 + k_2)*x(t) - k_2*y(t)"},
		{Sub(Mul(k2, Sub(x, y)), Mul(k1, y)), []Expr{y, x}, "-(k_2 + k_1)*y(t) + k_2*x(t)"},
		{Mul(k, Sub(s, l0)), []Expr{s}, "k*s(t) - k*L_0"},
		{Add(k, Mul(m, PowInt(s, 2)), Mul(lam, s)), []Expr{s}, "m*s(t)**2 + lamda*s(t) + k"},
		{PowInt(Add(x, k), 2), []Expr{x}, "x(t)**2 + 2*k*x(t) + k**2"},
		{PowInt(Add(x, k, m), 2), []Expr{x}, "x(t)**2 + (2*k + 2*m)*x(t) + (k + m)**2"},
		{Mul(Add(k1, k2), Sub(x, y)), []Expr{x, y}, "(k_1 + k_2)*x(t) - (k_1 + k_2)*y(t)"},
		{Mul(k, Sin(x)), []Expr{x}, "k*sin(x(t))"},
		{Sub(Mul(k, x), Mul(k, x)), []Expr{x}, "0"},
	} {
		if got := Sympy(Collect(c.e, c.xs...)); got != c.want {
			t.Errorf("Collect(%v, %v) = %s, want %s", c.e, c.xs, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		e := anyExpr().Draw(t, "e")
		if got := Collect(e, x, k); !Equivalent(got, e) {
			t.Fatalf("Collect(%v) = %v", e, got)
		}
	})
}

func TestLinearIn(t *testing.T) {
	for _, c := range []struct {
		e    Expr
		want string // coefficients of x and y, then the rest; empty when not linear
	}{
		{Add(Mul(k1, Sub(x, l0)), Mul(k2, Sub(x, y))), "k_1 + k_2; -k_2; -k_1*L_0"},
		{Mul(Add(k1, k2), x), "k_1 + k_2; 0; 0"},
		{Div(Sub(x, k), m), "1/m; 0; -k/m"},
		{x.D(1), "0; 0; Derivative(x(t), t)"},
		{Sub(Mul(x, Add(x, k)), PowInt(x, 2)), "k; 0; 0"},
		{Mul(x, y), ""},
		{PowInt(x, 2), ""},
		{Sin(x), ""},
		{Div(k, x), ""},
	} {
		coef, rest, ok := LinearIn(c.e, []Expr{x, y})
		got := ""
		if ok {
			got = Sympy(coef[0]) + "; " + Sympy(coef[1]) + "; " + Sympy(rest)
		}
		if got != c.want {
			t.Errorf("LinearIn(%v) = %q, want %q", c.e, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		e := polynomial().Draw(t, "e")
		coef, rest, ok := LinearIn(e, []Expr{x, y})
		if !ok {
			return
		}
		if back := Add(Mul(coef[0], x), Mul(coef[1], y), rest); !Equivalent(back, e) {
			t.Fatalf("LinearIn(%v) gives %v", e, back)
		}
		if Contains(coef[0], x) || Contains(coef[1], y) || Contains(rest, x) || Contains(rest, y) {
			t.Fatalf("LinearIn(%v) = %v, %v leaves variables", e, coef, rest)
		}
	})
}

func TestQuotient(t *testing.T) {
	for _, c := range []struct {
		e    Expr
		want string
	}{
		{Div(Add(x, k), Add(Mul(k, x), PowInt(x, 2))), "1; x(t)"},
		{Add(Div(x, Int(2)), Rat(1, 3)), "3*x(t) + 2; 6"},
		{Add(Div(one, k), one), "k + 1; k"},
		{Int(0), "0; 1"},
		{Div(k, Add(Mul(k, Sub(m, lam)), Neg(Mul(k, m)), Mul(k, lam))), ""},
	} {
		num, den, ok := Quotient(c.e)
		got := ""
		if ok {
			got = Sympy(num) + "; " + Sympy(den)
		}
		if got != c.want {
			t.Errorf("Quotient(%v) = %q, want %q", c.e, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		e := anyExpr().Draw(t, "e")
		if num, den, ok := Quotient(e); ok && !Equivalent(Div(num, den), e) {
			t.Fatalf("Quotient(%v) = %v, %v", e, num, den)
		}
	})
}
