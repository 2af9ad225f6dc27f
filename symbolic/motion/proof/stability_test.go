//go:build slow

package proof

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"diagram/symbolic"
	"diagram/symbolic/motion"
)

// TestAccelerationIsTowardsTheWall holds us to the sign of a. Where the edges form reads "pulls = ma", a is said beside
// it to count against the coordinate. So read, a system comes to rest or swings on; with a = +d²s/dt² it runs away.
func TestAccelerationIsTowardsTheWall(t *testing.T) {
	example, err := os.ReadFile("../../../examples/trolley.dg")
	if err != nil {
		t.Fatal(err)
	}
	systems := append(corpus(t), &textbookSystem{name: "trolley", text: example})
	var right, wrong []*trial
	for _, s := range systems {
		g, m, why := compile(s.name, s.text)
		if why != "" {
			t.Errorf("%s: %s", s.name, why)
			continue
		}
		equations, diags := m.Arrange(motion.EdgesForm)
		if diags.HasErrors() {
			t.Fatal(diags.Error())
		}
		driven := func(eq *motion.Equation) bool { return len(eq.Where) == 0 }
		mat, diags := m.Matrices()
		if diags.HasErrors() || slices.ContainsFunc(equations, driven) || len(equations) > 3 || isZero(mat.K) || varies(mat.K) {
			continue
		}
		tr := newTrial(s.name, s.text, g, m)
		tr.add("as it is said", claim{"form": "stable", "equations": zeros(equations)})
		right = append(right, tr)
		tr = newTrial(s.name, s.text, g, m)
		tr.add("with the opposite sign", claim{"form": "stable", "equations": zeros(turned(equations))})
		wrong = append(wrong, tr)
	}
	if !slices.ContainsFunc(right, func(tr *trial) bool { return tr.Name == "trolley" }) || len(right) < 20 {
		t.Errorf("only %d systems", len(right))
	}
	accept(t, right)
	for i, results := range judge(t, wrong) {
		if results[0] == "" {
			t.Errorf("%s: nobody noticed the sign of a", wrong[i].Name)
		}
	}
}

// varies reports whether an entry changes with time.
func varies(m *symbolic.Matrix) bool {
	for _, row := range rows(m) {
		if regexp.MustCompile(`\bt\b`).MatchString(strings.Join(row, " ")) {
			return true
		}
	}
	return false
}

// turned are the equations with accelerations that count along the coordinates.
func turned(equations []*motion.Equation) []*motion.Equation {
	var out []*motion.Equation
	for _, eq := range equations {
		other := *eq
		other.Where = nil
		for _, d := range eq.Where {
			d.Value = symbolic.Neg(d.Value)
			other.Where = append(other.Where, d)
		}
		out = append(out, &other)
	}
	return out
}

func isZero(m *symbolic.Matrix) bool {
	for i := range m.Rows() {
		for j := range m.Cols() {
			if !symbolic.IsZero(m.At(i, j)) {
				return false
			}
		}
	}
	return true
}
