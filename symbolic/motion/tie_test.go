package motion_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"diagram/dsl"
	"diagram/dsl/component"
	"diagram/dsl/ink"
	"diagram/symbolic"
	"diagram/symbolic/motion"

	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"
)

// geared are the standard kinds and a tie with a ratio: the second end moves −n times as far as the first.
func geared(tb testing.TB) *component.Catalog {
	tb.Helper()
	kinds, err := component.Standard().With(&component.Kind{
		Name: "mesh", Doc: "turns its ends against each other", Example: "disc - mesh - disc", Main: "n",
		Attributes: []component.Attribute{{Name: "n", Type: component.Parameter, Positive: true, Doc: "ratio", Default: "n", RotDefault: "n"}},
		Sort:       component.Connector{Tie: &component.Tie{Ratio: func(p component.Params, _ func(string) bool) symbolic.Expr { return symbolic.Neg(p["n"]) }}},
		Read:       func(component.Params, component.Saying) []component.Reading { return nil },
		Glyph: component.Glyph{Size: component.Size{Width: 1, Height: 0.2, MinWidth: 0.5}, Draw: func(component.Look) []ink.Stroke {
			return []ink.Stroke{&ink.Line{Pts: []ink.Pt{ink.At(0, 0, 0, 0), ink.At(1, 0, 0, 0)}}}
		}},
	})
	if err != nil {
		tb.Fatal(err)
	}
	return kinds
}

func gearedModel(tb testing.TB, src string) (*motion.Model, string) {
	tb.Helper()
	g, diags := dsl.CompileWith(geared(tb), "x.dg", []byte(src))
	if diags.HasErrors() {
		tb.Fatalf("%s\n%v", src, diags)
	}
	m, diags := motion.New(g)
	if diags.HasErrors() {
		return nil, diags[0].Summary
	}
	return m, ""
}

// TestTiesReduce compares with equations derived by hand.
func TestTiesReduce(t *testing.T) {
	for src, want := range map[string]string{
		"disc[J=J1] - mesh - disc[J=J2] - torque":                                                                         "J₁ d²θ/dt² + n²J₂ d²θ/dt² = −nτ",
		"disc[J=J1] - mesh - disc[J=J2, x=phi] - torque":                                                                  "(J₁/n²) d²φ/dt² + J₂ d²φ/dt² = τ",
		"D = disc[J=J2]; T = torque; disc[J=J1] - mesh - D; D - T":                                                        "J₂ d²θ/dt² + (J₁/n²) d²θ/dt² = τ",
		"wall - spring - disc[J=J1] - mesh - disc[J=J2] - damper - wall":                                                  "J₁ d²θ/dt² + n²J₂ d²θ/dt² + n²β dθ/dt + κθ = 0",
		"disc[J=J1] - mesh[n=2] - disc[J=J2] - mesh[n=3] - disc[J=J3] - torque":                                           "J₁ d²θ/dt² + 4J₂ d²θ/dt² + 36J₃ d²θ/dt² = 6τ",
		"diagram[origin=natural]; wall - spring - mass[m=m1] - mesh - mass[m=m2, x=y] - spring - wall":                    "(m₁/n²) d²y/dt² + m₂ d²y/dt² + (k₁/n²)y + k₂y = 0",
		"diagram[origin=equilibrium]; wall - spring - mass[m=m1] - mesh - mass[m=m2] - force[constant, F=f]":              "m₁ d²x/dt² + n²m₂ d²x/dt² + kx = 0",
		"diagram[origin=natural]; A = mass[m=m1]; A - mesh[n=1/2] - mass[m=m2, positive=left] - force; A - spring - wall": "m₁ d²x/dt² + (1/4)m₂ d²x/dt² + kx = F/2",
	} {
		m, problem := gearedModel(t, src)
		if problem != "" {
			t.Errorf("%s\n%s", src, problem)
			continue
		}
		eqs, _ := m.Arrange(motion.StandardForm)
		if got := strings.TrimSpace(written(eqs)); got != want {
			t.Errorf("%s\n got %s\nwant %s", src, got, want)
		}
	}
}

// TestTiesRefused lists ties that contradict each other, and loads that nothing bears.
func TestTiesRefused(t *testing.T) {
	for src, want := range map[string]string{
		"A = disc; B = disc; C = disc; A - mesh[n=1] - B; B - mesh[n=1] - C; C - mesh[n=1] - A; A - torque":                             "nothing can move",
		"A = disc; B = disc; C = disc; A - mesh[n=2] - B; B - mesh[n=3] - C; A - mesh[n=6] - C; A - torque":                             "nothing can move",
		"A = disc; B = disc; C = disc; A - mesh[n=2] - B; B - mesh[n=3] - C; A - rod - C; A - torque":                                   "nothing can move",
		"diagram[origin=equilibrium]; A = mass; A - mesh - mass - force[constant, F=f]; A - damper - wall":                              "no static equilibrium",
		"diagram[origin=equilibrium]; A = mass; B = mass; A - mesh - B - force[right, constant, F=n*f]; A - force[left, constant, F=f]": "no static equilibrium",
		// These are sound.
		"A = disc; B = disc; C = disc; A - mesh[n=2] - B; B - mesh[n=3] - C; C - mesh[n=1/6] - D; D = disc; D - rod - A; A - torque":     "nothing can move",
		"A = disc; B = disc; A - mesh[n=2] - B; B - mesh[n=1/2] - A; A - torque":                                                         "",
		"diagram[origin=equilibrium]; A = mass; B = mass; A - mesh - B - force[right, constant, F=f]; A - force[right, constant, F=n*f]": "",
		"diagram[origin=equilibrium]; A = mass; B = mass; A - mesh - B - force[right, constant, F=f]; A - spring - B":                    "",
	} {
		_, problem := gearedModel(t, src)
		if (want == "") != (problem == "") || !strings.Contains(problem, want) {
			t.Errorf("%s\n got %s\nwant %s", src, problem, want)
		}
	}
}

// TestTiesProject compares the matrices of random geared systems with those of the untied one, projected by how its discs
// follow those that have the coordinates: M = TᵀM₀T, and so on. The ratios around the generator's trees are summed up here.
func TestTiesProject(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(2, 7).Draw(rt, "discs")
		var src strings.Builder
		value := func(name string) int { return rapid.IntRange(1, 9).Draw(rt, name) }
		size := n + 1 // the wall is the last node, at rest
		m, c, k := mat.NewDense(size, size, nil), mat.NewDense(size, size, nil), mat.NewDense(size, size, nil)
		name := func(i int) string {
			if i == n {
				return "W"
			}
			return fmt.Sprintf("D%d", i)
		}
		src.WriteString("W = wall\n")
		for i := range n {
			j := value("J")
			m.Set(i, i, float64(j))
			fmt.Fprintf(&src, "D%d = disc[J=%d]\n", i, j)
		}
		couple := func(into *mat.Dense, a, b, v int) {
			for _, e := range [][3]int{{a, a, v}, {b, b, v}, {a, b, -v}, {b, a, -v}} {
				into.Set(e[0], e[1], into.At(e[0], e[1])+float64(e[2]))
			}
		}
		head, ratio := make([]int, n), make([]float64, n) // of each disc: the one it follows, and how
		for i := range n {
			head[i], ratio[i] = i, 1
		}
		for i := 1; i < n; i++ {
			j := rapid.IntRange(0, i-1).Draw(rt, "to")
			a, b := i, j
			if rapid.Bool().Draw(rt, "turned") {
				a, b = j, i
			}
			v := value("v")
			switch rapid.IntRange(0, 3).Draw(rt, "joint") {
			case 0:
				couple(k, a, b, v)
				fmt.Fprintf(&src, "%s - spring[k=%d] - %s\n", name(a), v, name(b))
			case 1:
				couple(c, a, b, v)
				fmt.Fprintf(&src, "%s - damper[c=%d] - %s\n", name(a), v, name(b))
			case 2:
				head[i], ratio[i] = head[j], ratio[j]
				fmt.Fprintf(&src, "%s - rod - %s\n", name(a), name(b))
			case 3:
				follows := -float64(v)
				if a == i {
					follows = 1 / follows
				}
				head[i], ratio[i] = head[j], follows*ratio[j]
				fmt.Fprintf(&src, "%s - mesh[n=%d] - %s\n", name(a), v, name(b))
			}
		}
		for range rapid.IntRange(1, 3).Draw(rt, "springs") {
			a, b, v := rapid.IntRange(0, n-1).Draw(rt, "a"), n, value("k")
			if o := rapid.IntRange(0, n).Draw(rt, "b"); o != a {
				b = o
			}
			couple(k, a, b, v)
			fmt.Fprintf(&src, "%s - spring[k=%d] - %s\n", name(a), v, name(b))
		}
		model, problem := gearedModel(t, src.String())
		if problem != "" {
			rt.Fatalf("%s\n%s", src.String(), problem)
		}
		mats, diags := model.Matrices()
		if diags.HasErrors() {
			rt.Fatal(diags)
		}
		project := mat.NewDense(size, len(model.Coordinates), nil)
		for q, coordinate := range model.Coordinates {
			var at int
			fmt.Sscanf(coordinate.Node.Name, "D%d", &at)
			for i := range n {
				if head[i] == head[at] {
					project.Set(i, q, ratio[i]/ratio[at])
				}
			}
		}
		for _, pair := range []struct {
			got  *symbolic.Matrix
			full *mat.Dense
		}{{mats.M, m}, {mats.C, c}, {mats.K, k}} {
			var half, want mat.Dense
			half.Mul(pair.full, project)
			want.Mul(project.T(), &half)
			for i := range pair.got.Rows() {
				for j := range pair.got.Cols() {
					got, _ := symbolic.Eval(pair.got.At(i, j), nil)
					if math.Abs(got-want.At(i, j)) > 1e-9*(1+math.Abs(want.At(i, j))) {
						rt.Fatalf("%s\n%d, %d: %v instead of %v", src.String(), i, j, got, want.At(i, j))
					}
				}
			}
		}
	})
}
