package symbolic

import (
	"slices"
	"strings"
	"testing"
)

// What SymPy would take for something else is written out.
func TestSympyNames(t *testing.T) {
	x := NewFunction(Sym("x").Name())
	for name, want := range map[string]string{
		"k_1": "k_1*x(t)", "beta": "Symbol('beta')*x(t)", "E": "Symbol('E')*x(t)", "E1": "Symbol('E1')*x(t)", "E_1": "E_1*x(t)",
		"zeta": "Symbol('zeta')*x(t)", "zeta_1": "zeta_1*x(t)", "lambda": "lamda*x(t)", "Lambda": "Symbol('Lambda')*x(t)",
		"in": "in_*x(t)", "alpha": "alpha*x(t)", "re": "Symbol('re')*x(t)", `\hat k`: "hat_k*x(t)",
	} {
		if got := Sympy(Mul(Sym(name), x)); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	n := NewFunction(Sym("N").Name())
	for e, want := range map[Expr]string{
		n: "Function('N')(t)", n.D(1): "Derivative(Function('N')(t), t)", n.D(2): "Derivative(Function('N')(t), (t, 2))", Pi(): "pi",
	} {
		if got := Sympy(e); got != want {
			t.Errorf("%s, want %s", got, want)
		}
		if back, err := ParseSympy(want); err != nil || !Equal(back, e) {
			t.Errorf("%s reads back as %v, %v", want, back, err)
		}
	}
	if names := strings.Fields(sympyNames); !slices.IsSorted(names) {
		t.Error("the list of SymPy's names is not in order")
	}
}

func TestCapital(t *testing.T) {
	for src, want := range map[string]spelled{
		"x": {"X", "X", "X"}, "x_1": {"X_1", "X_1", "X₁"}, "k1": {"K1", "K_1", "K₁"}, "F": {"F", "F", "F"}, "F(t)": {"F", "F", "F"},
		"theta": {"Theta", `\Theta`, "Θ"}, "theta_1": {"Theta_1", `\Theta_1`, "Θ₁"}, "tau": {"tau", `\tau`, "τ"},
		"lambda": {"Lambda", `\Lambda`, "Λ"}, "phi": {"Phi", `\Phi`, "Φ"}, `\varphi`: {"Phi", `\Phi`, "Φ"},
		`\dot x`: {"dot_X", `\dot X`, "X\u0307"}, `\hat{x}_1`: {"hat_X_1", `\hat{X}_1`, "X\u0302₁"}, "kk": {"Kk", `\mathit{Kk}`, "Kk"},
		`x'`: {"X_prime", "X'", "X′"}, `\mathbf{u}`: {"bold_U", `\mathbf{U}`, "U"}, "ä": {"Ä", `\text{Ä}`, "Ä"},
	} {
		n, err := ParseName(src)
		if err != nil {
			t.Fatal(err)
		}
		c := n.Capital()
		if got := (spelled{c.Plain, c.LaTeX, c.Text}); got != want {
			t.Errorf("%s: %q, want %q", src, got, want)
		}
		if again, err := ParseName(c.LaTeX); err != nil || again.Key() != c.Key() {
			t.Errorf("%s: %s looks like %s, not %s", src, c.LaTeX, again.Key(), c.Key())
		}
	}
}
