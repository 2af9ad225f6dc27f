package symbolic

import (
	"testing"

	"pgregory.net/rapid"
)

func TestConstructors(t *testing.T) {
	for _, c := range []struct {
		what string
		got  Expr
		want string
	}{
		{"no terms", Add(), "0"},
		{"no factors", Mul(), "1"},
		{"zeros drop", Add(k, Int(0), m), "k + m"},
		{"numbers fold where the first stood", Add(k, Int(1), m, Int(2)), "k + 3 + m"},
		{"opposites cancel", Add(k, m, Neg(k)), "m"},
		{"all cancels", Sub(Mul(k, s), Mul(s, k)), "0"},
		{"numbers gather past what cancelled", Add(k, Int(-1), Neg(k), Int(1), m), "m"},
		{"like terms", Add(k, m, k), "2*k + m"},
		{"like terms in any order of factors", Add(Mul(k, s), Mul(s, k)), "2*k*s(t)"},
		{"like sums", Add(Mul(k, Sub(s, l0)), Mul(k, Sub(s, l0))), "2*k*(s(t) - L_0)"},
		{"sums flatten", Add(Add(k, m), lam), "k + m + lamda"},
		{"negated sums flatten", Sub(k, Sub(m, lam)), "k - m + lamda"},
		{"multiplied sums stay", Add(k, Mul(Int(2), Sub(m, lam))), "k + 2*(m - lamda)"},
		{"a lone negated sum stays", Neg(Sub(m, lam)), "-(m - lamda)"},
		{"a negated sum of negatives turns", Neg(Sub(Neg(m), lam)), "m + lamda"},
		{"a product keeps its factoring", Mul(k, Sub(s, l0)), "k*(s(t) - L_0)"},
		{"a minus moves out", Mul(k, Neg(x)), "-k*x(t)"},
		{"two minus cancel", Mul(Neg(k), Neg(x)), "k*x(t)"},
		{"a common minus moves out", Mul(k, Sub(Neg(x), y)), "-k*(x(t) + y(t))"},
		{"a mixed sum stays", Mul(k, Sub(y, x)), "k*(y(t) - x(t))"},
		{"like factors", Mul(x, k, x), "x(t)**2*k"},
		{"powers gather", Mul(PowInt(x, 2), k, PowInt(x, 3)), "x(t)**5*k"},
		{"factors cancel", Mul(k, Div(m, k)), "m"},
		{"roots gather", Mul(Sqrt(k), Sqrt(k)), "k"},
		{"numbers gather in front", Mul(k, Int(2), m, Rat(1, 4)), "k*m/2"},
		{"zero wins", Mul(k, Int(0), x), "0"},
		{"x^0", PowInt(k, 0), "1"},
		{"x^1", PowInt(k, 1), "k"},
		{"powers of products", PowInt(Mul(Int(-2), k, x), 3), "-8*k**3*x(t)**3"},
		{"powers of powers", PowInt(PowInt(k, 2), 3), "k**6"},
		{"the root of a square stays", Sqrt(PowInt(k, 2)), "sqrt(k**2)"},
		{"the square of a root", PowInt(Sqrt(k), 2), "k"},
		{"squares leave roots", Sqrt(Mul(Int(4), k)), "2*sqrt(k)"},
		{"roots of numbers", Sqrt(Rat(8, 9)), "2*sqrt(2)/3"},
		{"inverse roots of numbers", Pow(Int(8), Rat(-1, 2)), "sqrt(2)/4"},
		{"powers of roots", Pow(Int(2), Rat(5, 2)), "4*sqrt(2)"},
		{"squares come out of odd powers of roots", Pow(Mul(Rat(9, 4), x), Rat(3, 2)), "27*x(t)**Rational(3, 2)/8"},
		{"roots of negative numbers stay", Sqrt(Int(-4)), "sqrt(-4)"},
		{"division by zero stays", Div(k, Int(0)), "k/0"},
		{"huge powers stay", PowInt(Int(2), 1e9), "2**1000000000"},
		{"sine of zero", Sin(Int(0)), "0"},
		{"odd functions", Sin(Neg(x)), "-sin(x(t))"},
		{"even functions", Cos(Neg(x)), "cos(x(t))"},
		{"magnitudes", Abs(Neg(x)), "Abs(x(t))"},
		{"signs", Sgn(Rat(-3, 2)), "-1"},
		{"logarithm", Log(Int(1)), "0"},
		{"derivatives", x.D(1).D(2), "Derivative(x(t), (t, 3))"},
		{"antiderivatives stop", x.D(1).D(-5), "x(t)"},
	} {
		if got := Sympy(c.got); got != c.want {
			t.Errorf("%s: got %s, want %s", c.what, got, c.want)
		}
	}
}

func TestDecimals(t *testing.T) {
	for _, c := range []struct {
		e    Expr
		want string
	}{
		{decimal(t, "0.1"), "0.1"},
		{Add(decimal(t, "0.1"), decimal(t, "0.2")), "0.3"},
		{Mul(decimal(t, "0.5"), Int(3)), "1.5"},
		{Div(decimal(t, "0.5"), Int(3)), "1/6"},
		{Add(Mul(decimal(t, "0.1"), x), Mul(decimal(t, "0.2"), x)), "0.3x"},
		{decimal(t, "2.5e6"), "2500000"},
		{decimal(t, "2.5e12"), "2.5×10¹²"},
		{decimal(t, "1e12"), "10¹²"},
		{decimal(t, "1e-9"), "10⁻⁹"},
		{decimal(t, "123456789012"), "123456789012"},
		{decimal(t, "-0.25"), "−0.25"},
		{Rat(1, 10), "1/10"},
	} {
		if got := c.e.String(); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
	if !Equal(decimal(t, "0.5"), Rat(1, 2)) {
		t.Error("0.5 and 1/2 should be equal")
	}
}

func TestParseNumber(t *testing.T) {
	for src, want := range map[string]string{
		"85": "85", "0.1": "1/10", ".5": "1/2", "3.": "3", "1e-3": "1/1000", "2.5e6": "2500000", "1_000": "1000",
		"2.5E+2": "250", "-7": "-7", "−7": "-7", "007": "7", "1e300": "1" + zeros(300),
	} {
		n, err := ParseNumber(src)
		if err != nil || n.Value().String() != want {
			t.Errorf("ParseNumber(%q) = %v, %v; want %s", src, n, err, want)
		}
	}
	for _, src := range []string{
		"", ".", "-", "e5", "1e", "1e+", "1e301", "1e999999999999999999999", "1.2.3", "1e2e3", "0x10", "1 000", "١", "_1", "1__0",
		"1_", "NaN", "Inf", "1" + zeros(300), "--1",
	} {
		if n, err := ParseNumber(src); err == nil {
			t.Errorf("ParseNumber(%q) = %v, want an error", src, n)
		}
	}
}

func zeros(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = '0'
	}
	return string(b)
}

func TestEqualAndCompare(t *testing.T) {
	sorted := []Expr{
		Int(-1), Rat(1, 2), Int(2), l0, k1, k2, Sym("k_10"), m, s, s.D(1), s1, PowInt(k, 2), Sin(x), Cos(x),
		Mul(Int(2), k), Mul(k, m), Add(k, m),
	}
	for i, a := range sorted {
		for j, b := range sorted {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			if got := Compare(a, b); got != want {
				t.Errorf("Compare(%v, %v) = %d, want %d", a, b, got, want)
			}
			if got := Equal(a, b); got != (i == j) {
				t.Errorf("Equal(%v, %v) = %v", a, b, got)
			}
		}
	}
	if !Equal(Mul(k, Sub(s, l0)), Mul(Add(Neg(l0), s), k)) {
		t.Error("the order of terms and factors should not matter")
	}
	if Equal(Mul(k, Sub(s, l0)), Sub(Mul(k, s), Mul(k, l0))) {
		t.Error("Equal should not expand")
	}
	if Equal(NewSymbol(s.Name()), s) {
		t.Error("a symbol is not a function of the same name")
	}
}

// TestCompareIsConsistent holds Compare to a total order that agrees with Equal.
func TestCompareIsConsistent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := anyExpr().Draw(t, "a"), anyExpr().Draw(t, "b"), anyExpr().Draw(t, "c")
		if Compare(a, b) != -Compare(b, a) {
			t.Fatalf("Compare(%v, %v) is not antisymmetric", a, b)
		}
		if (Compare(a, b) == 0) != Equal(a, b) {
			t.Fatalf("Compare and Equal disagree on %v and %v", a, b)
		}
		if Compare(a, b) <= 0 && Compare(b, c) <= 0 && Compare(a, c) > 0 {
			t.Fatalf("Compare is not transitive on %v, %v, %v", a, b, c)
		}
		if !Equal(Add(a, b), Add(b, a)) || !Equal(Mul(a, b), Mul(b, a)) {
			t.Fatalf("order matters for %v and %v", a, b)
		}
	})
}

// TestConstructorsKeepValues compares what constructors build with arithmetic.
func TestConstructorsKeepValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyExpr().Draw(t, "a"), anyExpr().Draw(t, "b")
		env := valueAt(t)
		va, _ := Eval(a, env)
		vb, _ := Eval(b, env)
		check := func(op string, e Expr, want float64) {
			t.Helper()
			if got, err := Eval(e, env); err != nil || !sameValue(got, want, va*va+vb*vb) {
				t.Fatalf("%s of %v and %v is %v = %g, want %g (%v)", op, a, b, e, got, want, err)
			}
		}
		check("the sum", Add(a, b), va+vb)
		check("the difference", Sub(a, b), va-vb)
		check("the product", Mul(a, b), va*vb)
		check("the square", PowInt(a, 2), va*va)
		check("the negative", Neg(a), -va)
		check("the flip", Flip(a), -va)
		sign, rest := SplitSign(a)
		check("the split", Mul(Int(int64(sign)), rest), va)
	})
}

func TestLongSums(t *testing.T) {
	var terms []Expr
	for range 3 {
		for i := range 100 {
			terms = append(terms, Mul(Sym("k_"+string(rune('a'+i%26))+string(rune('a'+i/26))), x))
		}
	}
	sum, ok := Add(terms...).(*Sum)
	if !ok || len(sum.Terms()) != 100 {
		t.Fatalf("got %v", sum)
	}
	if got := Sympy(sum.Terms()[99]); got != "3*k_vd*x(t)" {
		t.Errorf("the last term is %s", got)
	}
	if d := Sub(sum, Add(terms...)); !IsZero(d) {
		t.Errorf("the difference is %v", d)
	}
}

func TestFlip(t *testing.T) {
	for _, c := range []struct {
		e    Expr
		want string
	}{
		{Mul(k2, Add(s2, Neg(s1), Neg(Sym("L_2")))), "k_2*(s_1(t) - s_2(t) + L_2)"},
		{Mul(lam, Sub(s2.D(1), s1.D(1))), "lamda*(Derivative(s_1(t), t) - Derivative(s_2(t), t))"},
		{Sub(x, y), "y(t) - x(t)"},
		{Add(x, y), "-(x(t) + y(t))"},
		{Mul(k, x), "-k*x(t)"},
		{Neg(Mul(k, x)), "k*x(t)"},
		{Neg(Mul(k, Sub(x, y))), "k*(x(t) - y(t))"},
		{Mul(k, PowInt(Sub(x, y), 3)), "k*(y(t) - x(t))**3"},
		{Mul(k, PowInt(Sub(x, y), 2)), "-k*(x(t) - y(t))**2"},
		{Mul(k, Sin(Sub(x, y))), "k*sin(y(t) - x(t))"},
		{Mul(k, Cos(Sub(x, y))), "-k*cos(x(t) - y(t))"},
		{Mul(k, Abs(Sub(x, y)), Sub(x, y)), "k*Abs(y(t) - x(t))*(y(t) - x(t))"},
		{Mul(k, m, Sgn(Sub(x, y))), "k*m*sign(y(t) - x(t))"},
		{Int(0), "0"},
		{Int(3), "-3"},
	} {
		if got := Sympy(Flip(c.e)); got != c.want {
			t.Errorf("Flip(%v) = %s, want %s", c.e, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		e := anyExpr().Draw(t, "e")
		if !Equivalent(Add(Flip(e), e), zero) {
			t.Fatalf("Flip(%v) = %v", e, Flip(e))
		}
	})
}
