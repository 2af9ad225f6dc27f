package emit_test

import (
	"strings"
	"testing"

	"diagram/dsl/forms"
	"diagram/emit"
)

func compiled(t testing.TB, src string) *emit.Diagram {
	t.Helper()
	d, list := emit.Compile("x.dg", []byte(src))
	if list.HasErrors() {
		t.Fatal(list)
	}
	return d
}

func TestDoesNotApply(t *testing.T) {
	tests := []struct {
		src  string
		form emit.Form
		want string
	}{
		{"W = wall; S = spring[k3=a]; T = mass; W - S - T", forms.Matrix, "S"},
		{"wall - spring - mass - spring - T2; T2 = mass", forms.Normalized, "T2"},
		{trolley, forms.Transfer, "nothing drives"},
		{"wall" + strings.Repeat(" - spring - trolley", 101), forms.StateSpace, "at most 100 coordinates"},
		{trolley, "nosuch", "nosuch"},
		{"wall - spring - wall", forms.Newton, "nothing in this diagram can move"},
	}
	for _, tt := range tests {
		for _, n := range []emit.Notation{emit.LaTeX, emit.JSON} {
			d := compiled(t, tt.src)
			if n == emit.JSON && !d.Moves() {
				continue // a graph without equations is still a graph
			}
			text, list := d.Equation(tt.form, n, emit.EquationOptions{})
			if text != "" || !list.HasErrors() || !strings.Contains(list.Error(), tt.want) {
				t.Errorf("%s as %s: %q, %v, want a complaint about %s", tt.form, n, text, list, tt.want)
			}
		}
	}
}

func TestEliminate(t *testing.T) {
	d := compiled(t, "diagram[origin=natural]; wall - spring - spring - trolley")
	got, list := d.Equation(forms.Newton, emit.LaTeX, emit.EquationOptions{Eliminate: true})
	if want := `m\frac{d^2x}{dt^2} = -\frac{k_1k_2}{k_1+k_2}x` + "\n"; got != want || len(list) > 0 {
		t.Errorf("without its joint: %s, %v", got, list)
	}
}
