package proof

import (
	"slices"
	"testing"

	"diagram/dsl"
	"diagram/symbolic"
	"diagram/symbolic/motion"
)

// model compiles a diagram that must have equations.
func model(t testing.TB, name string, text []byte) *motion.Model {
	t.Helper()
	g, diags := dsl.Compile(name+".dg", text)
	if diags.HasErrors() {
		t.Fatal(diags.Error())
	}
	m, diags := motion.New(g)
	if diags.HasErrors() {
		t.Fatal(diags.Error())
	}
	return m
}

func parse(t testing.TB, sympy string) symbolic.Expr {
	t.Helper()
	e, err := symbolic.ParseSympy(sympy)
	if err != nil {
		t.Fatalf("%s: %v", sympy, err)
	}
	return e
}

// residuals are a model's equations, zero each, by coordinate.
func residuals(t testing.TB, m *motion.Model, form motion.Form) map[string]symbolic.Expr {
	t.Helper()
	equations, diags := m.Arrange(form)
	if diags.HasErrors() {
		t.Fatal(diags.Error())
	}
	out := make(map[string]symbolic.Expr, len(equations))
	for _, eq := range equations {
		out[eq.Coordinate.Symbol.Name().Plain] = eq.Residual()
	}
	return out
}

// equalUpToSign tells whether two expressions that are zero are the same equation.
func equalUpToSign(a, b symbolic.Expr) bool {
	return symbolic.Equivalent(a, b) || symbolic.Equivalent(a, symbolic.Neg(b))
}

// TestTextbooks holds our equations to what the sources print: the equations themselves, and those that the sources'
// matrices stand for.
func TestTextbooks(t *testing.T) {
	for _, s := range corpus(t) {
		t.Run(s.name, func(t *testing.T) {
			m := model(t, s.name, s.text)
			var names []string
			for _, c := range m.Coordinates {
				names = append(names, c.Symbol.Name().Plain)
			}
			if len(s.equations)+len(s.matrices) > 0 && !slices.Equal(names, s.coordinates) {
				t.Fatalf("coordinates %s, want %s", names, s.coordinates)
			}
			for _, form := range []motion.Form{motion.EdgesForm, motion.NewtonForm, motion.StandardForm} {
				ours := residuals(t, m, form)
				for i, want := range s.equations {
					if got := ours[s.coordinates[i]]; !equalUpToSign(got, parse(t, want)) {
						t.Errorf("%s form of %s: got %s, want %s", form, s.coordinates[i], symbolic.Sympy(got), want)
					}
				}
			}
			s.checkMatrices(t, m)
		})
	}
}

// checkMatrices compares the coefficients of our equations with the source's matrices.
func (s *textbookSystem) checkMatrices(t *testing.T, m *motion.Model) {
	ours := residuals(t, m, motion.StandardForm)
	for i, q := range s.coordinates {
		rest := ours[q]
		for order, name := range []string{"K", "C", "M"} {
			var vars []symbolic.Expr
			for _, c := range s.coordinates {
				vars = append(vars, parse(t, c+"(t)").(*symbolic.Function).D(order))
			}
			if s.matrices[name] == nil && s.matrices["f"] == nil {
				continue
			}
			coef, left, ok := symbolic.LinearIn(rest, vars)
			if !ok {
				t.Fatalf("%s is not linear in %v", symbolic.Sympy(rest), vars)
			}
			rest = left
			if s.matrices[name] == nil {
				continue
			}
			for j, want := range s.matrices[name][i] {
				if !symbolic.Equivalent(coef[j], parse(t, want)) {
					t.Errorf("%s[%d,%d]: got %s, want %s", name, i, j, symbolic.Sympy(coef[j]), want)
				}
			}
		}
		if f := s.matrices["f"]; f != nil {
			if got := symbolic.Neg(rest); !symbolic.Equivalent(got, parse(t, f[0][i])) {
				t.Errorf("f[%d]: got %s, want %s", i, symbolic.Sympy(got), f[0][i])
			}
		}
	}
}
