package symbolic

import (
	"testing"

	"diagram/symbolic/naming"
)

// A label of several operands is one symbol, and must read as one wherever it stands.
func TestCompoundNames(t *testing.T) {
	x := Sym("x")
	for _, test := range []struct {
		name        string
		expr        func(a Expr) Expr
		latex, text string
	}{
		{`m_1+m_2`, func(a Expr) Expr { return Mul(a, x) }, `(m_1+m_2)x`, "(m₁+m₂)x"},
		{`m_1+m_2`, func(a Expr) Expr { return Div(a, x) }, `\frac{m_1+m_2}{x}`, "(m₁+m₂)/x"},
		{`m_1+m_2`, func(a Expr) Expr { return Sub(x, a) }, `x-(m_1+m_2)`, "x − (m₁+m₂)"},
		{`\frac{k}{2}`, func(a Expr) Expr { return Mul(a, x) }, `\frac{k}{2}x`, "(k/2) x"},
		{`\frac{k}{2}`, func(a Expr) Expr { return Pow(a, Int(2)) }, `\left(\frac{k}{2}\right)^2`, "(k/2)²"},
		{`2k`, func(a Expr) Expr { return Pow(a, Int(2)) }, `(2k)^2`, "(2k)²"},
		{`\Delta x`, func(a Expr) Expr { return Mul(Sym("k"), a, Sym("y")) }, `k\,\Delta x\,y`, "k Δx y"},
		{`\lambda_0 g`, func(a Expr) Expr { return Mul(Int(2), a) }, `2\,\lambda_0g`, "2 λ₀g"},
		{`mg`, func(a Expr) Expr { return Mul(Sym("k"), a, Sym("y")) }, `k\mathit{mg}y`, "k mg y"},
		{`k_1`, func(a Expr) Expr { return Pow(a, Int(2)) }, `k_1^2`, "k₁²"},
		{`\dot m_1`, func(a Expr) Expr { return Pow(a, Int(2)) }, `\dot m_1^2`, "m\u0307₁²"},
		{`k/2`, func(a Expr) Expr { return Div(x, a) }, `\frac{x}{k/2}`, "x/(k/2)"},
	} {
		n, err := naming.Parse(test.name)
		if err != nil {
			t.Fatal(err)
		}
		e := test.expr(NewSymbol(n))
		if got := LaTeX(e, Style{}); got != test.latex {
			t.Errorf("%s: LaTeX %s, want %s", test.name, got, test.latex)
		}
		if got := Text(e, Style{}); got != test.text {
			t.Errorf("%s: text %s, want %s", test.name, got, test.text)
		}
	}
}

// Where a name of several letters is a factor, MathML sets it apart as LaTeX does.
func TestSeveralLettersInMathML(t *testing.T) {
	got := MathML(Mul(Sym("k"), Sym(`\Delta x`)), Style{})
	want := `<mrow><mi>k</mi>` + "<mo>\u2062</mo>" + `<mspace width="0.17em"/><mi>Δ</mi><mi>x</mi></mrow>`
	if got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
