package proof

import (
	"slices"
	"testing"

	"diagram/dsl"
	"diagram/symbolic"
	"diagram/symbolic/motion"
	"diagram/symbolic/naming"
	"diagram/symbolic/read"
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
	e, err := read.Sympy(sympy)
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
		out[eq.Coordinate.Symbol.Name().Plain()] = eq.Residual()
	}
	return out
}

// equalUpToSign reports whether two expressions that are zero are the same equation.
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
				names = append(names, c.Symbol.Name().Plain())
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
			s.checkFrequencies(t, m)
			s.checkEnergies(t, m)
			s.checkTransfers(t, m)
			s.checkEliminated(t, m)
			s.checkStateSpace(t, m)
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

// checkFrequencies compares natural frequency and damping ratio.
func (s *textbookSystem) checkFrequencies(t *testing.T, m *motion.Model) {
	if s.scalars["omega_n"] == "" {
		return
	}
	n, diags := m.Normalized()
	if diags.HasErrors() {
		t.Fatal(diags.Error())
	}
	ours := make(map[string]symbolic.Expr)
	var pairs []symbolic.Pair
	for _, d := range n.Where {
		ours[plainName(d.Symbol)] = d.Value
		pairs = append(pairs, symbolic.Pair{From: d.Symbol, To: d.Value})
	}
	for _, name := range []string{"omega_n", "zeta", "omega_d"} {
		want := s.scalars[name]
		if want == "" {
			continue
		}
		if got := ours[name]; got == nil {
			t.Errorf("%s is missing", name)
		} else if w := symbolic.Substitute(parse(t, want), pairs...); !symbolic.Equivalent(symbolic.PowInt(symbolic.Substitute(got, pairs...), 2), symbolic.PowInt(w, 2)) {
			t.Errorf("%s: got %s, want %s", name, symbolic.Sympy(got), want)
		}
	}
}

// plainName is the plain name of a symbol or a function of time.
func plainName(e symbolic.Expr) string {
	return e.(interface{ Name() naming.Name }).Name().Plain()
}

// checkEnergies compares T, V and D.
func (s *textbookSystem) checkEnergies(t *testing.T, m *motion.Model) {
	en, diags := m.Energy()
	if diags.HasErrors() {
		t.Fatal(diags.Error())
	}
	for name, terms := range map[string][]motion.Term{"T": en.T, "V": en.V, "D": en.D} {
		if s.scalars[name] == "" {
			continue
		}
		got := symbolic.Expr(symbolic.Int(0))
		for _, term := range terms {
			got = symbolic.Add(got, term.Signed())
		}
		if want := s.scalars[name]; !symbolic.Equivalent(got, parse(t, want)) {
			t.Errorf("%s: got %s, want %s", name, symbolic.Sympy(got), want)
		}
	}
}

// checkTransfers compares transfer functions.
func (s *textbookSystem) checkTransfers(t *testing.T, m *motion.Model) {
	if len(s.transfers) == 0 {
		return
	}
	all, diags := m.Transfers()
	if diags.HasErrors() {
		t.Fatal(diags.Error())
	}
	for _, want := range s.transfers {
		found := false
		for _, f := range all {
			if symbolic.Sympy(f.Input) != want.input || symbolic.Sympy(f.Output.Symbol) != want.output {
				continue
			}
			found = true
			if !symbolic.Equivalent(f.Ratio(), parse(t, want.value)) {
				t.Errorf("%s to %s: got %s, want %s", want.input, want.output, symbolic.Sympy(f.Ratio()), want.value)
			}
		}
		if !found {
			t.Errorf("no transfer function from %s to %s", want.input, want.output)
		}
	}
}

// checkEliminated compares the equations without massless joints, up to a common factor.
func (s *textbookSystem) checkEliminated(t *testing.T, m *motion.Model) {
	if len(s.eliminated) == 0 {
		return
	}
	e, diags := m.Eliminate()
	if diags.HasErrors() {
		t.Fatal(diags.Error())
	}
	ours := residuals(t, e, motion.StandardForm)
	if len(ours) != len(s.kept) {
		t.Fatalf("%d coordinates are left, want %s", len(ours), s.kept)
	}
	for i, want := range s.eliminated {
		if got := ours[s.kept[i]]; !proportional(t, got, parse(t, want)) {
			t.Errorf("%s: got %s, want %s", s.kept[i], symbolic.Sympy(got), want)
		}
	}
}

// proportional reports whether two expressions that are zero, linear in functions of time, differ by a factor that is
// none.
func proportional(t *testing.T, a, b symbolic.Expr) bool {
	t.Helper()
	var vars []symbolic.Expr
	for _, f := range symbolic.Functions(symbolic.Add(a, symbolic.Mul(symbolic.Sym("other"), b))) {
		vars = append(vars, f)
	}
	ca, ra, ok1 := symbolic.LinearIn(a, vars)
	cb, rb, ok2 := symbolic.LinearIn(b, vars)
	if !ok1 || !ok2 {
		t.Fatal("not linear")
	}
	ca, cb = append(ca, ra), append(cb, rb)
	lead := slices.IndexFunc(ca, func(e symbolic.Expr) bool { return !symbolic.IsZero(e) })
	if lead < 0 || symbolic.Equivalent(cb[lead], symbolic.Int(0)) {
		return false
	}
	for i := range ca {
		if !symbolic.Equivalent(symbolic.Mul(ca[i], cb[lead]), symbolic.Mul(cb[i], ca[lead])) {
			return false
		}
	}
	return true
}

// checkStateSpace compares A and B, whatever the order of the states.
func (s *textbookSystem) checkStateSpace(t *testing.T, m *motion.Model) {
	if len(s.states) == 0 {
		return
	}
	ss, diags := m.StateSpace()
	if diags.HasErrors() {
		t.Fatal(diags.Error())
	}
	at := func(list []*symbolic.Function, name string) int {
		i := slices.IndexFunc(list, func(f *symbolic.Function) bool { return symbolic.Sympy(f) == name })
		if i < 0 {
			t.Fatalf("%s is not among %v", name, list)
		}
		return i
	}
	if len(ss.State) != len(s.states) {
		t.Fatalf("%d states, want %d", len(ss.State), len(s.states))
	}
	for i, z := range s.states {
		row := at(ss.State, z)
		for j, other := range s.states {
			if got := ss.A.At(row, at(ss.State, other)); !symbolic.Equivalent(got, parse(t, s.a[i][j])) {
				t.Errorf("A[%s, %s]: got %s, want %s", z, other, symbolic.Sympy(got), s.a[i][j])
			}
		}
		for j, u := range s.inputs {
			if got := ss.B.At(row, at(ss.Inputs, s.expand(u))); !symbolic.Equivalent(got, parse(t, s.b[i][j])) {
				t.Errorf("B[%s, %s]: got %s, want %s", z, u, symbolic.Sympy(got), s.b[i][j])
			}
		}
	}
}
