package symbolic

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestDiff(t *testing.T) {
	for _, c := range []struct {
		e, x Expr
		want string
	}{
		{Mul(k, Sub(s, l0)), s, "k"},
		{Mul(k, Sub(s, l0)), k, "s(t) - L_0"},
		{Mul(k, Sub(s, l0)), m, "0"},
		{Mul(lam, s.D(1)), s, "0"},
		{Mul(lam, s.D(1)), s.D(1), "lamda"},
		{Mul(Rat(1, 2), k, PowInt(Sub(s, l0), 2)), s, "k*(s(t) - L_0)"},
		{Div(k, x), x, "-k/x(t)**2"},
		{Sqrt(x), x, "1/(2*sqrt(x(t)))"},
		{Pow(k, x), x, "k**x(t)*log(k)"},
		{Sin(Mul(k, x)), x, "k*cos(k*x(t))"},
		{Cos(x), x, "-sin(x(t))"},
		{Tan(x), x, "1/cos(x(t))**2"},
		{Exp(Mul(Int(2), x)), x, "2*exp(2*x(t))"},
		{Log(x), x, "1/x(t)"},
		{Abs(x), x, "sign(x(t))"},
		{Sgn(x), x, "0"},
		{Mul(x, Sin(x)), x, "sin(x(t)) + x(t)*cos(x(t))"},
	} {
		if got := Sympy(Diff(c.e, c.x)); got != c.want {
			t.Errorf("d(%v)/d(%v) = %s, want %s", c.e, c.x, got, c.want)
		}
	}
}

func TestDiffTime(t *testing.T) {
	for _, c := range []struct {
		e    Expr
		want string
	}{
		{Mul(k, Sub(s2, s1)), "k*(Derivative(s_2(t), t) - Derivative(s_1(t), t))"},
		{Mul(lam, s.D(1)), "lamda*Derivative(s(t), (t, 2))"},
		{k, "0"},
		{Time(), "1"},
		{Mul(Sym("F_0"), Sin(Mul(Sym("Omega"), Time()))), "F_0*Omega*cos(Omega*t)"},
		{PowInt(x, 2), "2*x(t)*Derivative(x(t), t)"},
	} {
		if got := Sympy(DiffTime(c.e)); got != c.want {
			t.Errorf("d/dt %v = %s, want %s", c.e, got, c.want)
		}
	}
}

// TestDiffAgainstDifferences compares derivatives with difference quotients.
func TestDiffAgainstDifferences(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := anyExpr().Draw(t, "e")
		v := rapid.SampledFrom([]Expr{k, m, x, x.D(1)}).Draw(t, "v")
		env := valueAt(t)
		at, _ := env(v)
		value := func(h float64) float64 {
			f, err := Eval(e, func(e Expr) (float64, bool) {
				if Equal(e, v) {
					return at + h, true
				}
				return env(e)
			})
			if err != nil {
				t.Fatal(err)
			}
			return f
		}
		quotient := func(h float64) float64 { return (value(h) - value(-h)) / (2 * h) }
		// Where two step sizes disagree the expression jumps or is too steep to tell.
		coarse, fine := quotient(2e-5), quotient(1e-5)
		if !(math.Abs(coarse-fine) < 1e-4*(1+math.Abs(fine))) || math.Abs(value(0)) > 1e6 {
			return
		}
		got, err := Eval(Diff(e, v), env)
		if err != nil {
			t.Fatal(err)
		}
		if math.IsNaN(got) || math.IsInf(got, 0) {
			return
		}
		if math.Abs(got-fine) > 1e-3*(1+math.Abs(fine)) {
			t.Fatalf("d(%v)/d(%v) = %v is %g, differences give %g", e, v, Diff(e, v), got, fine)
		}
	})
}

func TestSubstitute(t *testing.T) {
	for _, c := range []struct {
		what  string
		e     Expr
		pairs []Pair
		want  string
	}{
		{"a symbol", Mul(k, x), []Pair{{k, Add(k1, k2)}}, "(k_1 + k_2)*x(t)"},
		{"both at once", Sub(k, m), []Pair{{k, m}, {m, k}}, "m - k"},
		{"a function brings its derivatives", Add(x, x.D(2)), []Pair{{x, Sub(s, k)}},
			"s(t) - k + Derivative(s(t), (t, 2))"},
		{"a derivative leaves the function", Add(x, x.D(1), x.D(2)), []Pair{{x.D(1), y}},
			"x(t) + y(t) + Derivative(y(t), t)"},
		{"the higher derivative wins", Add(x, x.D(1)), []Pair{{x, s}, {x.D(1), y}}, "s(t) + y(t)"},
		{"a whole expression", Mul(k, Sub(s, l0)), []Pair{{Sub(s, l0), x}}, "k*x(t)"},
		{"nothing", Mul(k, Sub(s, l0)), []Pair{{m, x}}, "k*(s(t) - L_0)"},
		{"zero", Mul(k, Sub(s, l0)), []Pair{{l0, Int(0)}}, "k*s(t)"},
		{"inside calls and powers", Sin(PowInt(x, 2)), []Pair{{x, Neg(y)}}, "sin(y(t)**2)"},
	} {
		if got := Sympy(Substitute(c.e, c.pairs...)); got != c.want {
			t.Errorf("%s: got %s, want %s", c.what, got, c.want)
		}
	}
	e := Mul(k, Sub(s, l0))
	if Substitute(e, Pair{m, x}) != e {
		t.Error("an expression without the symbol should be returned itself")
	}
}

// TestSubstituteKeepsValues holds that replacing a symbol by an expression is the
// same as giving it the expression's value.
func TestSubstituteKeepsValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e, to := polynomial().Draw(t, "e"), polynomial().Draw(t, "to")
		env := valueAt(t)
		v, _ := Eval(to, env)
		want, _ := Eval(e, func(e Expr) (float64, bool) {
			if Equal(e, k) {
				return v, true
			}
			return env(e)
		})
		got, _ := Eval(Substitute(e, Pair{k, to}), env)
		if math.Abs(got-want) > 1e-6*(1+math.Abs(want)) {
			t.Fatalf("%v with k = %v: got %g, want %g", e, to, got, want)
		}
		if a, b := DiffTime(Substitute(e, Pair{x, y})), Substitute(DiffTime(e), Pair{x, y}); !Equivalent(a, b) {
			t.Fatalf("d/dt and substitution do not commute on %v: %v, %v", e, a, b)
		}
	})
}

func TestLeaves(t *testing.T) {
	e := Add(Mul(k2, x.D(1)), Mul(Sym("k_10"), Sin(Mul(Pi(), x))), Mul(k2, x.D(1)), PowInt(y, 2))
	var got []string
	for _, s := range Symbols(e) {
		got = append(got, Sympy(s))
	}
	for _, f := range Functions(e) {
		got = append(got, Sympy(f))
	}
	want := "k_2 k_10 x(t) Derivative(x(t), t) y(t)"
	if joined := strings.Join(got, " "); joined != want {
		t.Errorf("got %s, want %s", joined, want)
	}
	if !Contains(e, x) || !Contains(e, Sin(Mul(Pi(), x))) || Contains(e, x.D(2)) || Contains(e, k) {
		t.Error("Contains is wrong")
	}
}

func TestEvalNamesWhatIsMissing(t *testing.T) {
	_, err := Eval(Mul(k, Sin(x)), func(e Expr) (float64, bool) { return 1, Equal(e, k) })
	if err == nil || err.Error() != "no value for x" {
		t.Errorf("got %v", err)
	}
	if v, err := Eval(Mul(Int(2), Pi()), func(Expr) (float64, bool) { return 0, false }); err != nil || v != 2*math.Pi {
		t.Errorf("2π = %v, %v", v, err)
	}
}
