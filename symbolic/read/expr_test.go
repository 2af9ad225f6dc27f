package read_test

import (
	"encoding/xml"
	"errors"
	"strings"
	"testing"

	"diagram/symbolic"
	"diagram/symbolic/formula"
	"diagram/symbolic/read"
)

func TestParseExpr(t *testing.T) {
	for src, want := range map[string]string{
		"3*k/2":                  "3*k/2",
		"mu*M*g":                 "mu*M*g",
		"F_0*sin(Omega*t)":       "F_0*sin(Omega*t)",
		"k":                      "k",
		"  k_1 + k_2 ":           "k_1 + k_2",
		"λ·2":                    "2*lamda",
		"-x^2":                   "-x**2",
		"(-x)^2":                 "x**2",
		"2^3^2":                  "512",
		"2^-1":                   "Rational(1, 2)",
		"x**2":                   "x**2",
		"a-b-c":                  "a - b - c",
		"a-(b-c)":                "a - b + c",
		"a/b/c":                  "a/(b*c)",
		"a/(b/c)":                "a*c/b",
		"-(a+b)":                 "-(a + b)",
		"--a":                    "a",
		"a−b":                    "a - b",
		"0.1*k":                  "Rational(1, 10)*k",
		"1e-3":                   "Rational(1, 1000)",
		"2e":                     "",
		"pi":                     "pi",
		"2*π":                    "2*pi",
		"sqrt(k/m)":              "sqrt(k/m)",
		"abs(v)*sgn(v)":          "Abs(v)*sign(v)",
		"max(0, v) + min(0,k-v)": "Max(0, v) + Min(0, k - v)",
		"exp(-t)+log(x)+tan(x)":  "exp(-t) + log(x) + tan(x)",
		"lambda*2":               "2*lamda",
		`\lambda_1*\pi`:          "lamda_1*pi",
		"k*(L_0-s)":              "k*(L_0 - s)",
		"2^(10^9)":               "2**1000000000",
		"x^(10^9)":               "x**1000000000",
		"9^9^9^9":                "9**(9**387420489)",
		"K_t*i(t)":               "K_t*i(t)",
		"-y (t)/2":               "-y(t)/2",
		`r*\tau(t)`:              "r*tau(t)",
		`\hat K*\dot u_1(t)^2`:   "hat_K*dot_u_1(t)**2",
		`2*k_{12}`:               "2*k_12",
		`\dot x^2`:               "dot_x**2",
		"t(t)":                   "",
		"pi(t)":                  "",
		"f(t)(t)":                "",
		`\dot u_1 v`:             "",
		"x^{2}":                  "x**2",
		"x^{-1}":                 "1/x",
		`x^{\alpha}`:             "x**alpha",
		"x^{n}*y":                "x**n*y",
		`x^\prime`:               "", // names with a mark, no powers
		`x^\mathrm{max}`:         "",
		"x^{eq}":                 "",
	} {
		e, err := read.Expr(src)
		if want == "" {
			if err == nil {
				t.Errorf("read.Expr(%q) = %v, want an error", src, e)
			}
			continue
		}
		if err != nil {
			t.Errorf("read.Expr(%q): %v", src, err)
		} else if got := symbolic.Sympy(e); got != want {
			t.Errorf("read.Expr(%q) = %s, want %s", src, got, want)
		}
	}
	if e, err := read.Expr("F_0*sin(Omega*t)"); err != nil || symbolic.Sympy(symbolic.DiffTime(e)) != "F_0*Omega*cos(Omega*t)" {
		t.Errorf("t should be the time: %v, %v", e, err)
	}
}

func TestParseExprErrors(t *testing.T) {
	for _, c := range []struct {
		src    string
		offset int
		msg    string
	}{
		{"", 0, "an expression is missing"},
		{"  ", 2, "an expression is missing"},
		{"k*", 2, "ends where an operand"},
		{"k 2", 2, `expected an operator such as * or + before "2"`},
		{"2k", 1, `expected an operator such as * or + before "k"`},
		{"(k", 2, "a closing bracket is missing"},
		{"(k m)", 3, `before "m"`},
		{"k)", 1, "no opening bracket"},
		{"f(x)", 0, `there is no function "f"`},
		{"max(v)", 4, "max takes 0 and an expression"},
		{"1+min(1, v)", 6, "min takes 0 and an expression"},
		{"k*sin", 2, "sin needs its argument in brackets"},
		{"k/0", 2, "divides by zero"},
		{"k/(2-2)", 2, "divides by zero"},
		{"0^-1", 2, "divides by zero"},
		{"k + $", 4, `before "$"`},
		{"1.2.3", 0, "not a number"},
		{"1e999999999", 0, "exponent"},
		{"k_", 0, "name"},
		{"*k", 0, `before "*"`},
		{`k*\input`, 2, "not allowed in a symbol"},
		{"k,m", 1, `before ","`},
		{strings.Repeat("(", 1000), 250, "nests"},
		{strings.Repeat("-", 1000), 250, "nests"},
		{strings.Repeat("k^", 1000), 500, "nests"},
		{strings.Repeat("k+", 4000), 4096, "bytes"},
		{"\xff", 0, "before"},
	} {
		e, err := read.Expr(c.src)
		var at read.SyntaxError
		if !errors.As(err, &at) || at.Offset != c.offset || !strings.Contains(at.Msg, c.msg) {
			t.Errorf("read.Expr(%.20q) = %v, %#v; want offset %d, %q", c.src, e, err, c.offset, c.msg)
		}
	}
}

func TestParseSympy(t *testing.T) {
	for _, src := range []string{
		"k*(s(t) - L_0) + lamda*Derivative(s(t), t)", "Derivative(s(t), (t, 2))", "Rational(-1, 2)", "-Rational(1, 3)*k",
		"sqrt(k/m)", "sign(x(t))*Abs(x(t))", "1/sqrt(k)", "k**Rational(3, 2)", "(-2)**k", "k**(-m)", "(k**m)**l", "k**m**l", "exp(-t)",
		"Max(0, x(t) - d)*Min(0, x(t))", "pi_*pi", "sin_(t)*sin(t)", "_2k + I + S", "-(k + m)",
	} {
		e, err := read.Sympy(src)
		if err != nil {
			t.Errorf("read.Sympy(%q): %v", src, err)
			continue
		}
		again, err := read.Sympy(symbolic.Sympy(e))
		if err != nil || !symbolic.Equal(again, e) {
			t.Errorf("%q prints as %q and reads back as %v, %v", src, symbolic.Sympy(e), again, err)
		}
	}
	for _, src := range []string{
		"Derivative(k, t)", "Derivative(s(t), (t, -1))", "Derivative(s(t), (t, 1e9))", "Derivative(s(t))", "Rational(1, 0)", "Rational(k, 2)",
		"Rational(1)", "s(u)", "s(t", "s()", "sin()", "Derivative", "k k", "lambda x",
	} {
		if e, err := read.Sympy(src); err == nil {
			t.Errorf("read.Sympy(%q) = %v, want an error", src, e)
		}
	}
}

func FuzzParseExpr(f *testing.F) {
	for _, src := range []string{"3*k/2", "F_0*sin(Omega*t)", "-(a+b)^2", "2^(10^9)", "1e-3", "((((", "k/0", "sqrt(8)*π", `\hat K*\dot u_{12}(t)^2`, "\\\x80"} {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) { checkParsed(t, src, read.Expr) })
}

func FuzzParseSympy(f *testing.F) {
	for _, src := range []string{"k*(s(t) - L_0)", "Derivative(s(t), (t, 2))", "Rational(1, 10)", "sign(x(t))**2", "sqrt(2)*pi"} {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) { checkParsed(t, src, read.Sympy) })
}

// checkParsed holds a parser to errors inside the source and to expressions that
// every printer can print and SymPy's notation brings back.
func checkParsed(t *testing.T, src string, parse func(string) (symbolic.Expr, error)) {
	e, err := parse(src)
	if err != nil {
		var at read.SyntaxError
		if !errors.As(err, &at) || at.Offset < 0 || at.Offset > len(src) {
			t.Fatalf("%q: %#v", src, err)
		}
		return
	}
	for _, style := range []symbolic.Style{{Derivatives: formula.Leibniz}, {Derivatives: formula.Dot}, {Derivatives: formula.Prime}} {
		if symbolic.LaTeX(e, style) == "" || symbolic.Text(e, style) == "" {
			t.Fatalf("%q prints nothing", src)
		}
		mathml := symbolic.MathML(e, style)
		if err := xml.Unmarshal([]byte(mathml), new(struct{})); err != nil {
			t.Fatalf("%q: %s: %v", src, mathml, err)
		}
	}
	printed := symbolic.Sympy(e)
	if strings.Contains(printed, "/0") {
		return // two powers met in a division by zero
	}
	back, err := read.Sympy(printed)
	// SymPy's notation spells symbols, and doesn't tell what they look like: \hat k, the word "as".
	if err != nil || !symbolic.Equal(back, e) && symbolic.Sympy(back) != printed {
		t.Fatalf("%q prints as %q and reads back as %v, %v", src, printed, back, err)
	}
	if !symbolic.Equivalent(symbolic.Add(symbolic.Flip(e), e), symbolic.Int(0)) {
		t.Fatalf("Flip(%v) = %v", e, symbolic.Flip(e))
	}
	symbolic.DiffTime(e)
}
