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
	}
	if names := strings.Fields(sympyNames); !slices.IsSorted(names) {
		t.Error("the list of SymPy's names is not in order")
	}
}
