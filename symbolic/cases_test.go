package symbolic

import (
	"strings"
	"testing"
)

// TestCases prints what is its argument or zero, as a textbook would.
func TestCases(t *testing.T) {
	ks, d, ell := Sym("k_s"), Sym("d"), Sym("ell")
	cases := func(of, when string) string {
		return `\begin{cases} ` + of + " & " + when + ` \\ 0 & \text{otherwise} \end{cases}`
	}
	for _, c := range []struct {
		e                  Expr
		latex, text, sympy string
	}{
		{Mul(ks, Min0(Add(x, d))), "k_s" + cases("x+d", "x < -d"), "kₛ min(0, x + d)", "k_s*Min(0, x(t) + d)"},
		{Mul(ks, Min0(Sub(d, x))), "k_s" + cases("d-x", "x > d"), "kₛ min(0, d − x)", "k_s*Min(0, d - x(t))"},
		{Mul(ks, Min0(Add(Neg(x), d))), "-k_s" + cases("x-d", "x > d"), "−kₛ max(0, x − d)", "-k_s*Max(0, x(t) - d)"},
		{Max0(Neg(Add(x, d))), "-" + cases("x+d", "x < -d"), "−min(0, x + d)", "-Min(0, x(t) + d)"},
		{Max0(x), cases("x", "x > 0"), "max(0, x)", "Max(0, x(t))"},
		{Min0(Add(s2, Neg(s1), Neg(l0), d)), cases("s_2-s_1-L_0+d", "s_2-s_1 < L_0-d"), "min(0, s₂ − s₁ − L₀ + d)", "Min(0, s_2(t) - s_1(t) - L_0 + d)"},
		{Min0(Add(ell, Neg(s), Neg(l0))), cases(`\ell-s-L_0`, `s > \ell-L_0`), "min(0, ℓ − s − L₀)", "Min(0, ell - s(t) - L_0)"},
		{Min0(Add(s, Neg(d), l0)), cases("s-d+L_0", "s < d-L_0"), "min(0, s − d + L₀)", "Min(0, s(t) - d + L_0)"},
		{Min0(Add(s, Neg(l0), d)), cases("s-L_0+d", "s < L_0-d"), "min(0, s − L₀ + d)", "Min(0, s(t) - L_0 + d)"},
		{Max0(Sub(k, m)), cases("k-m", "k-m > 0"), "max(0, k − m)", "Max(0, k - m)"},
		{Mul(half, ks, PowInt(Min0(Add(x, d)), 2)), `\frac{1}{2}k_s` + cases("(x+d)^2", "x < -d"), "(1/2)kₛ min(0, x + d)²", "k_s*Min(0, x(t) + d)**2/2"},
		{Sqrt(Max0(x)), `\sqrt{` + cases("x", "x > 0") + "}", "√(max(0, x))", "sqrt(Max(0, x(t)))"},
		{Mul(Max0(x), k, Sin(Time())), `k\sin(t)` + cases("x", "x > 0"), "k sin(t) max(0, x)", "Max(0, x(t))*k*sin(t)"},
		{Div(Mul(ks, Max0(x)), m), `\frac{k_s}{m}` + cases("x", "x > 0"), "(kₛ/m) max(0, x)", "k_s*Max(0, x(t))/m"},
		{Add(Mul(Int(2), Max0(x)), Max0(y)), "2" + cases("x", "x > 0") + "+" + cases("y", "y > 0"), "2 max(0, x) + max(0, y)", "2*Max(0, x(t)) + Max(0, y(t))"},
		{Max0(Int(-3)), "0", "0", "0"},
		{Min0(Int(-3)), "-3", "−3", "-3"},
	} {
		if got := LaTeX(c.e, Style{}); got != c.latex {
			t.Errorf("LaTeX: got %s, want %s", got, c.latex)
		}
		if got := Text(c.e, Style{}); got != c.text {
			t.Errorf("text: got %s, want %s", got, c.text)
		}
		if got := Sympy(c.e); got != c.sympy {
			t.Errorf("SymPy: got %s, want %s", got, c.sympy)
		}
	}
	mathml := MathML(Min0(Add(x, d)), Style{})
	for _, want := range []string{"<mo>{</mo>", `<mtable columnalign="left">`, "<mtext>otherwise</mtext>", "<mo>&lt;</mo>"} {
		if !strings.Contains(mathml, want) {
			t.Errorf("MathML %s lacks %s", mathml, want)
		}
	}
}

// TestFlipCases: a minus passes through, and turns the larger of two into the smaller.
func TestFlipCases(t *testing.T) {
	d := Sym("d")
	for _, c := range []struct {
		e    Expr
		want string
	}{
		{Mul(k, Min0(Add(s2, Neg(s1), d))), "k*Max(0, s_1(t) - s_2(t) - d)"},
		{Mul(k, Max0(Sub(s1, d))), "k*Min(0, d - s_1(t))"},
		{Mul(k, Min0(Add(s1, d))), "-k*Min(0, s_1(t) + d)"},
	} {
		got := Flip(c.e)
		if Sympy(got) != c.want {
			t.Errorf("Flip(%v) = %s, want %s", c.e, Sympy(got), c.want)
		}
		if !Equivalent(got, Neg(c.e)) {
			t.Errorf("Flip(%v) = %v", c.e, got)
		}
	}
}

// TestEquivalentCases: max(0, u) is −min(0, −u), however u is written, and neither is the other's.
func TestEquivalentCases(t *testing.T) {
	u, v := Sub(Mul(k, x), Mul(k, l0)), Mul(k, Sub(x, l0))
	if !Equivalent(Max0(u), Max0(v)) || !Equivalent(Max0(u), Neg(Min0(Mul(k, Sub(l0, x))))) {
		t.Error("max(0, u) isn't itself")
	}
	if Equivalent(Max0(u), Min0(u)) || Equivalent(Max0(u), Max0(Neg(u))) {
		t.Error("max(0, u) is min(0, u)")
	}
}

// TestDiffCases: the square is smooth, and its derivative has no step.
func TestDiffCases(t *testing.T) {
	u := Add(x, Sym("d"))
	for _, c := range []struct {
		e    Expr
		want string
	}{
		{PowInt(Min0(u), 2), "2*Min(0, x(t) + d)"},
		{PowInt(Max0(Mul(Int(3), x)), 2), "6*Max(0, 3*x(t))"},
		{Max0(u), "(1 + sign(x(t) + d))/2"},
		{Min0(u), "(1 - sign(x(t) + d))/2"},
	} {
		if got := Sympy(Diff(c.e, x)); got != c.want {
			t.Errorf("d/dx %v = %s, want %s", c.e, got, c.want)
		}
	}
}
