package explain_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"diagram/dsl"
	"diagram/emit/explain"
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
