package explain_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"diagram/dsl"
	"diagram/dsl/forms"
	"diagram/emit/internal/explain"
	"diagram/symbolic/motion"

	"github.com/google/go-cmp/cmp"
)

func entries(t testing.TB, src string) []explain.Entry {
	t.Helper()
	g, list := dsl.Compile("x.dg", []byte(src))
	if list.HasErrors() {
		t.Fatal(list)
	}
	m, list := motion.New(g)
	if list.HasErrors() {
		t.Fatal(list)
	}
	x, list := explain.Model(m, "")
	if list.HasErrors() {
		t.Fatal(list)
	}
	return x.Entries
}

func ExampleText() {
	g, _ := dsl.Compile("x.dg", []byte("W = wall; S = spring; T = trolley; W - S - T"))
	m, _ := motion.New(g)
	x, _ := explain.Model(m, "")
	fmt.Print(x.Text())
	// Output:
	// S  k(s − L₀)  k, the stiffness of S, times how far it is stretched: s, the distance from W to T, less L₀, its original length
	// T  m a        m, the mass of T, times a, its acceleration towards W
}

func TestReadings(t *testing.T) {
	tests := []struct {
		name, src, element, terms, reading string
	}{
		{"from where springs are unstretched", "diagram[origin=natural]; W = wall; S = spring; T = mass; W - S - T", "S", "k x",
			"k, the stiffness of S, times how far it is stretched: x, how much the distance from W to T has grown"},
		{"a standing spring", "diagram[axis=vertical]; M = mass; S = spring; N = mass; M - S - N - spring - ground", "S", "k₁(s₁ − s₂ − L₁)",
			"k₁, the stiffness of S, times how far it is stretched: s₁ − s₂, the distance from M to N, less L₁, its original length"},
		{"a rotation", "W = wall; S = spring; R = disc; W - S - R", "S", "κ θ",
			"κ, the stiffness of S, times how far it is twisted: θ, the angle by which R is turned against W"},
		{"two terms", "diagram[origin=natural]; W = wall; S = spring[k3=a]; T = mass; W - S - T", "S", "k x, ax³", "k, the stiffness of S, times how far it is stretched"},
		{"a force", "T = mass; F = force; T - F", "F", "F", "F, the force that acts on T"},
		{"a force against the coordinate", "T = mass; F = force[left]; T - F", "F", "−F", "minus F, the force that acts to the left on T"},
		{"a coordinate towards its wall", "W = wall; S = spring; T = trolley[left]; W - S - T", "S", "k(s + L₀)",
			"k, the stiffness of S, times how far it is compressed: s, minus the distance from W to T, plus L₀, its original length"},
		{"a damper on it", "W = wall; D = damper; T = trolley[left]; W - D - T", "D", "λ ds/dt",
			"λ, the damping of D, times how fast it is pushed together: the rate of s, minus the distance from W to T"},
		{"between two bodies", "A = mass; S = spring; B = mass; wall - spring - A - S - B", "S", "k₁(s₂ − s₁ − L₁)",
			"k₁, the stiffness of S, times how far it is stretched: s₂ − s₁, the distance from A to B, less L₁, its original length; with a minus in the equation of s₁"},
		{"between two bodies, standard form", "diagram[form=standard]; A = mass; S = spring; B = mass; wall - spring - A - S - B", "S", "k₁(s₁ − s₂ + L₁), k₁(s₂ − s₁ − L₁)",
			"k₁, the stiffness of S, times how far it is compressed: s₁ − s₂, minus the distance from A to B, plus L₁, its original length; and k₁, the stiffness of S, times how far it is stretched: s₂ − s₁"},
		{"Newton's form", "diagram[form=newton]; W = wall; S = spring; T = mass; W - S - T", "S", "−k(s − L₀)", "minus k, the stiffness of S, times how far it is stretched: s, the distance"},
		{"from rest", "diagram[origin=equilibrium]; C = ceiling; S = spring; T = mass; C - S - T", "S", "k x",
			"k, the stiffness of S, times how much further than at rest it is stretched: x, how much the distance from C to T has grown"},
		{"the acceleration towards a wall", "W = wall; T = mass; W - spring - T", "T", "m a", "m, the mass of T, times a, its acceleration towards W"},
		{"the acceleration away from it", "W = wall; T = mass; W - spring - T - force", "T", "−m d²s/dt²", "minus m, the mass of T, times d²s/dt², its acceleration away from W"},
		{"a negative stiffness", "W = wall; S = spring[k=-2]; T = mass; W - S - T", "S", "−2(s − L₀)", "−2, the stiffness of S, times how far it is stretched: s, the distance"},
		{"dry friction", "diagram[origin=natural]; T = mass; R = friction[coulomb]; wall - spring - T - R - ground", "R", "μmg sgn(dx/dt)",
			"μ, the coefficient of dry friction between T and the ground, times mg, the force that presses them together, times the sign of how fast T slides to the right along the ground: dx/dt"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, e := range entries(t, tt.src) {
				if e.Element != tt.element {
					continue
				}
				if got := strings.Join(e.Terms, ", "); got != tt.terms {
					t.Errorf("terms %s, want %s", got, tt.terms)
				}
				if !strings.HasPrefix(e.Reading, tt.reading) {
					t.Errorf("reading %q, want %q", e.Reading, tt.reading)
				}
				return
			}
			t.Errorf("nothing about %s", tt.element)
		})
	}
}

// TestSigns holds entries to the signs that a spring between two bodies has: equal and opposite.
func TestSigns(t *testing.T) {
	for _, e := range entries(t, "A = mass; S = spring; B = mass; wall - spring - A - S - B") {
		if e.Element != "S" {
			continue
		}
		want := []explain.Sign{{Coordinate: "s₁", Side: "left", Sign: -1}, {Coordinate: "s₂", Side: "left", Sign: +1}}
		if diff := cmp.Diff(want, e.Equations); diff != "" {
			t.Errorf("signs of S (-want +got):\n%s", diff)
		}
	}
}

func TestNotations(t *testing.T) {
	es := entries(t, "W = wall; S = spring[k=\"|k|\"]; T = mass; W - S - T")
	x := explain.Explanation{Entries: es}
	md := x.Markdown()
	for _, line := range strings.Split(strings.TrimSpace(md), "\n") {
		if n := strings.Count(strings.ReplaceAll(line, `\|`, ""), "|"); n != 4 {
			t.Errorf("a row has %d bars: %s", n, line)
		}
	}
	var back []explain.Entry
	if err := json.Unmarshal([]byte(x.JSON()), &back); err != nil || len(back) != len(es) {
		t.Errorf("%d entries came back of %d: %v", len(back), len(es), err)
	}
}

// TestSilent says why an element gives no term, and what equilibrium holds.
func TestSilent(t *testing.T) {
	tests := []struct{ src, element, reading string }{
		{"wall - rod - mass - force; W = wall; W - spring - mass", "mass1", "gives no term: it can't move"},
		{"wall - rod - mass - force; W = wall; W - spring - mass", "force1", "gives no term: the first mass can't move"},
		{"A = mass; B = mass; wall - spring - A - (rod, damper) - B", "damper1", "gives no term: A and B don't move against each other"},
		{"wall - spring - mass - gravity", "gravity1", "the weight of the mass acts across the axis and gives no term"},
		{"wall - spring - mass[floor] - force[up, label=N]", "force1", "N, the force that acts upwards on the mass, acts across the axis and gives no term"},
		{"ceiling - spring - mass - force[left]", "force1", "F, the force that acts to the left on the mass, acts across the axis and gives no term"},
		{"diagram[origin=equilibrium]; ceiling - spring - mass - gravity", "gravity1", "the weight of the mass is held by the springs' stretch at rest and gives no term"},
		{"diagram[origin=equilibrium]; wall - spring - mass - force[constant, left]", "force1",
			"F, the force that acts to the left on the mass, is held by the springs' stretch at rest and gives no term"},
	}
	for _, tt := range tests {
		es := entries(t, tt.src)
		i := slices.IndexFunc(es, func(e explain.Entry) bool { return e.Element == tt.element })
		if i < 0 || es[i].Reading != tt.reading || len(es[i].Terms) > 0 {
			t.Errorf("%s: %s isn't said to be %q: %+v", tt.src, tt.element, tt.reading, es)
		}
	}
}

// TestNotes says once what the springs' stretch at rest holds, and whose terms are read where a form lists none.
func TestNotes(t *testing.T) {
	note := func(src string, form motion.Form) string {
		g, _ := dsl.Compile("x.dg", []byte(src))
		m, _ := motion.New(g)
		x, list := explain.Model(m, form)
		if list.HasErrors() {
			t.Fatal(list)
		}
		return strings.Join(x.Notes, "\n")
	}
	held := "The springs' stretch at rest holds the weights, so they give no terms."
	if got := note("diagram[origin=equilibrium, gravity]; ceiling - spring - mass", ""); got != held {
		t.Errorf("hanging: %q", got)
	}
	if got := note("diagram[origin=natural, gravity]; ceiling - spring - mass", ""); got != "" {
		t.Errorf("hanging from where the spring is unstretched: %q", got)
	}
	for _, form := range forms.All() {
		want := ""
		if !motion.ListsTerms(form) {
			want = "The " + string(form) + " form doesn't list the elements' terms one by one; these are the terms of the standard form."
		}
		for _, src := range []string{"wall - spring - mass", "diagram[form=" + string(form) + "]; wall - spring - mass"} {
			asked := form
			if strings.HasPrefix(src, "diagram") {
				asked = ""
			}
			if got := note(src, asked); got != want {
				t.Errorf("%s, %s: %q, want %q", src, asked, got, want)
			}
		}
	}
}
