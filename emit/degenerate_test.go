package emit_test

import (
	"fmt"
	"strings"
	"testing"

	"diagram/emit"
)

// Systems without state, mass, stiffness or anything that drives them: every form in every notation is printed or refused.
func TestDegenerateSystems(t *testing.T) {
	for _, src := range []string{
		"wall - spring - bar - force",
		"wall - spring - joint - force",
		"wall - spring - mass[m=0] - force",
		"mass[m=0] - force",
		"mass - force",
		"wall - spring[k=0] - mass",
		"wall - spring[k=0] - mass[m=0] - force",
		"wall - damper[c=0] - mass - force",
		"wall - (spring, damper) - mass[m=0] - force",
		"wall - damper - joint - force",
		"wall - inerter - joint - force",
		"wall - spring - damper - wall",
		"wall - spring - spring - wall",
		"wall - spring - inerter - mass[m=0] - force",
		"A = mass[m=0]; B = mass[m=0]; wall - spring - A - spring - B - force",
		"A = mass[m=0]; B = mass; wall - spring - A - spring - B - force",
		"wall - actuator - bar - spring - wall",
		"wall - actuator - mass[m=0] - force",
		"base - spring - mass[m=0]",
		"diagram[origin=equilibrium]; base - spring - bar",
		"diagram[origin=natural, coordinates=relative]; base - spring - joint - spring - bar - force",
		"wall - spring[k=k-k] - bar - damper - wall",
		"wall - friction - bar - force",
		"wall - spring - disc[J=0] - torque",
		"wall - spring[k=-k] - mass - spring[k=k] - wall",
		"wall - spring[k=-3] - mass - spring[k=3] - wall",
	} {
		d := compiled(t, src)
		for _, form := range emit.Forms() {
			for _, n := range append(emit.Notations(), emit.Display) {
				for _, o := range []emit.EquationOptions{{}, {Eliminate: true}, {Rest: true}, {Eliminate: true, Rest: true}} {
					name := fmt.Sprintf("%s as %s, %s, %+v", src, form, n, o)
					got, list := d.Equation(form, n, o)
					switch {
					case list.HasErrors():
						if strings.TrimSpace(list[0].Summary) == "" {
							t.Errorf("%s: refused without a word", name)
						}
					case strings.TrimSpace(got) == "":
						t.Errorf("%s: neither printed nor refused", name)
					case strings.Contains(got, "%!") || strings.Contains(got, "NaN") || strings.Contains(got, "Inf"):
						t.Errorf("%s: %s", name, got)
					}
				}
			}
		}
	}
}
