package motion_test

import (
	"fmt"
	"testing"

	"diagram/dsl"
	"diagram/symbolic/motion"
)

// An input that is an expression never takes a coordinate's name away: what it mentions is either something else or refused.
func TestInputsLeaveCoordinatesTheirNames(t *testing.T) {
	coordinates := func(src string) (names string, ok bool) {
		g, _ := dsl.Compile("test.dg", []byte(src))
		if g == nil {
			return "", false
		}
		m, diags := motion.New(g)
		if diags.HasErrors() {
			t.Fatalf("%s: %v", src, diags)
		}
		for _, c := range m.Coordinates {
			names += c.Symbol.Name().Plain() + " "
		}
		return names, true
	}
	symbols := []string{"s", "x", "s_1", "x_1", "x1", "s_2", "x_3", "x_s", "s_us", "x_us", "x_j", "x_j1", "theta", "theta_1", "theta_a", `\dot x`, `\ddot s_1`, "q", "z", "phi"}
	refused := 0
	for _, system := range []string{
		"W = wall; T = mass; W - spring - T; T - force[F=%s]",
		"W = wall; T = mass; W - spring - damper - T; T - force[F=%s]",
		"W = wall; T = mass; W - spring - damper - inerter - T; T - force[F=%s]",
		"T = mass; base - spring - T; T - force[F=%s]",
		"W = wall; S = mass; T = mass; W - spring - S - spring - T; T - force[F=%s]",
		"W = wall; S = mass[m=m_s]; T = mass[m=m_us]; W - spring - S - spring - T; S - actuator[F=%s] - T",
		"W = wall; S = mass[m=m_1]; T = mass[m=m_3]; W - spring - S - spring - T; S - actuator[F=%s] - T",
		"W = wall; S = mass[x=z]; T = mass; W - spring - S - spring - T; T - force[F=%s]",
		"W = wall; T = mass; W - spring - T - displacement[label=z]; T - force[F=%s]",
		"W = wall; T = disc; W - spring - T; T - torque[tau=%s]",
		"W = wall; S = disc[J=J_a]; T = disc[J=J_b]; W - spring - S - spring - T; T - torque[tau=%s]",
	} {
		for _, origin := range []string{"wall", "natural", "equilibrium"} {
			head := "diagram[origin=" + origin + "]; "
			want, ok := coordinates(head + fmt.Sprintf(system, "f(t)"))
			if !ok {
				t.Fatalf("%s isn't right", system)
			}
			for _, symbol := range symbols {
				for _, form := range []string{"-%s/2", "2*%s*sin(w*t)", "K*%s*f(t)", "%s(t)/2", "%s"} {
					src := head + fmt.Sprintf(system, `"`+fmt.Sprintf(form, symbol)+`"`)
					if got, ok := coordinates(src); !ok {
						refused++
					} else if got != want {
						t.Errorf("%s: coordinates %s, not %s", src, got, want)
					}
				}
			}
		}
	}
	if refused == 0 {
		t.Error("nothing was refused")
	}
}
