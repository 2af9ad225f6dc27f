package motion_test

import (
	"strings"
	"testing"

	"diagram/dsl/diag"
	"diagram/symbolic/motion"
)

func TestDiagnostics(t *testing.T) {
	ask := map[string]func(*motion.Model) diag.List{
		"edges":      func(m *motion.Model) diag.List { _, d := m.Arrange(motion.EdgesForm); return d },
		"nonsense":   func(m *motion.Model) diag.List { _, d := m.Arrange("nonsense"); return d },
		"matrix":     func(m *motion.Model) diag.List { _, d := m.Matrices(); return d },
		"normalized": func(m *motion.Model) diag.List { _, d := m.Normalized(); return d },
		"states":     func(m *motion.Model) diag.List { _, d := m.StateSpace(); return d },
		"transfer":   func(m *motion.Model) diag.List { _, d := m.Transfers(); return d },
		"rest":       func(m *motion.Model) diag.List { _, d := m.StaticOffset(); return d },
		"eliminate":  func(m *motion.Model) diag.List { _, d := m.Eliminate(); return d },
		"energy":     func(m *motion.Model) diag.List { _, d := m.Energy(); return d },
	}
	tests := []struct{ name, src, form, want string }{
		{"a body on nothing", "M = mass; N = mass; wall - spring - N; M - arrow", "", ""},
		{"a joint on nothing", "J = joint; wall - spring - mass; J - arrow", "", "1:1: error: nothing says how J moves: its equation would be 0 = 0"},
		{"a force on a joint that hangs on nothing", "J = joint; J - force", "", "1:1: error: J has no mass and is not connected to anything"},
		{"nothing can move", "wall - spring - wall", "edges", "error: nothing in this diagram can move"},
		{"a rod to the wall", "R = rod; wall - R - mass", "edges", "1:1: error: nothing in this diagram can move: R is rigid"},
		{"rods that contradict", "A = mass; B = mass; A - (rod, rod) - B; wall - spring - A", "", "this rod fixes the distance between A and B, which other rods have already fixed"},
		{"rods between two bases", "A = mass; base - rod - A - rod - base; A - spring - mass", "", "rods tie the first base to this base, but each moves as it is told"},
		{"rods to a wall and to a base", "A = mass; base - rod - A - rod - wall", "", "rods tie the base to this wall, but only one of them moves"},
		{"one name for two coordinates", "wall - spring - mass[x=u] - spring - mass[x=u]", "", "that symbol already belongs to the first mass"},
		{"a coordinate named like a parameter", "wall - spring[k=u] - mass[x=u]", "", "that symbol already belongs to the spring"},
		{"two senses on a rod", "A = mass[positive=left]; B = mass[positive=right]; wall - spring - A - rod - B", "", "A and B move as one, but count as positive in opposite senses"},
		{"two names on a rod", "A = mass[x=u]; B = mass[x=v]; wall - spring - A - rod - B", "", "A and B move as one, but their coordinates have two names"},
		{"unknown normal force", "A = mass; B = mass; R = friction[coulomb]; wall - spring - A; A - R - B - force", "", "how hard A and B are pressed together isn't known"},
		{"two blocks on the floor that rub", "A = mass; B = mass; R = friction[coulomb]; A - R - B; A - friction - ground; B - friction - ground; B - force", "", "how hard A and B are pressed together isn't known"},
		{"a block on two", "A = mass; B = mass; C = mass; R = friction[mu=mu]; A - friction - B; A - friction - C; A - force; B - R - ground; C - friction - ground", "", "are pressed together isn't known"},
		{"no floor on a vertical axis", "A = mass; ceiling - spring - A; A - friction[coulomb] - ground", "", "isn't known"},
		{"a nonlinear law at a loaded equilibrium", "diagram[origin=equilibrium, gravity]; S = spring[k3=k_3]; ceiling - S - mass", "", "static equilibrium can't be the origin: the law of S isn't linear"},
		{"a nonlinear law between walls at equilibrium", "diagram[origin=equilibrium]; S = spring[k3=k_3]; wall - S - mass - spring - wall", "", "the law of S isn't linear, and what else holds its ends may keep it stretched at rest"},
		{"a nonlinear law beside a spring at equilibrium", "diagram[origin=equilibrium]; S = spring[k3=k_3]; wall - (spring, S) - mass", "", "the law of S isn't linear, and what else holds its ends"},
		{"a load far from the nonlinear law that bears it", "diagram[origin=equilibrium]; S = spring[k3=k_3]; M = mass; wall - S - mass - spring - M - force[F=F_0+F_1*sin(w*t)]", "", "the law of S isn't linear, and M is loaded"},
		{"a constant force in a ring", "diagram[origin=equilibrium]; S = spring[k3=k_3]; wall - (spring, S) - disc - torque[constant]", "", "the law of S isn't linear, and the disc is loaded"},
		{"actuators that don't cancel on a nonlinear spring", "diagram[origin=equilibrium]; S = spring[k3=k_3]; A = mass; B = mass; A - S - B; A - actuator[constant] - B", "", "the law of S isn't linear"},
		{"a stop that holds nothing at rest", "diagram[origin=equilibrium, gravity]; M = mass; M - stop - ground", "", "M has no static equilibrium"},
		{"the place of rest beside a stop", "diagram[origin=equilibrium, gravity]; S = stop; ceiling - (spring, S) - mass", "rest", "the law of S isn't linear"},
		{"no equilibrium", "diagram[origin=equilibrium, gravity]; M = mass; ceiling - damper - M", "", "M has no static equilibrium"},
		{"unknown form", "wall - spring - mass", "nonsense", `there is no form "nonsense"`},
		{"a nonlinear law in matrices", "S = spring[k3=k_3]; wall - S - mass", "matrix", "1:1: error: the law of S isn't linear"},
		{"two coordinates normalized", "M = mass; wall - spring - M - spring - mass", "normalized", "this mass has a second one"},
		{"no spring normalized", "M = mass; wall - damper - M", "normalized", "no spring pulls M back"},
		{"no inertia normalized", "J = joint; wall - spring - J - force", "normalized", "J has no inertia"},
		{"a negative inertia normalized", "M = mass[m=-m_0]; wall - spring - M", "normalized", "in the equation of M the inertia is negative"},
		{"a negative stiffness normalized", "k = -3 N/m; M = mass; wall - spring[label=k] - M", "normalized", "in the equation of M the stiffness is negative"},
		{"a negative damping normalized", "M = mass; wall - (spring, damper[c=-c-c_1]) - M", "normalized", "in the equation of M the damping is negative"},
		{"no state", "B = bar; wall - spring - B - force", "states", "1:1: error: nothing here has a mass or a damper, so the system has no state"},
		{"an empty equation", "J = joint; wall - damper[c=0] - J", "", "1:1: error: nothing says how J moves: its equation would be 0 = 0"},
		{"a mass of 0 normalized", "M = mass[m=0]; wall - spring - M", "normalized", "M has no inertia"},
		{"no input", "wall - spring - mass", "transfer", "nothing drives this diagram"},
		{"a joint that its dampers leave free", "J = joint; wall - spring - J - spring - mass; J - inerter - wall", "states", ""},
		{"no place of rest", "mass - spring - mass", "rest", "there is no single place of rest"},
		{"a joint on a nonlinear spring", "S = spring[k3=k_3]; wall - S - spring - mass", "eliminate", "the joint on S can't be eliminated"},
		{"a stiffness that changes with time in a transfer function", "S = spring[k=k_0*cos(w*t)]; wall - S - mass - force", "transfer", "a factor in the law of S changes with time, so there is no transfer function"},
		{"an input with a factor that changes with time", "F = force[F=u(t)*cos(w*t)]; wall - spring - mass - F", "transfer", "a factor in the law of F changes with time"},
		{"a stiffness that is an input as well", `S = spring[k="k(t)"]; wall - S - mass - force[F=2*k(t)]`, "transfer", "a factor in the law of S changes with time"},
		{"two inputs multiplied", "F = force[F=u(t)*v(t)]; wall - spring - mass - F", "transfer", "u(t) does not enter the equations linearly"},
		{"a stiffness that changes with time normalized", `S = spring[k="k(t)"]; wall - S - mass`, "normalized", "a factor in the law of S changes with time, so there is no natural frequency"},
		{"an input with a factor that changes with time normalized", "wall - spring - mass - force[F=u(t)*cos(w*t)]", "normalized", ""},
		{"a stiffness that changes with time at rest", `S = spring[k="k(t)"]; wall - S - mass`, "rest", "a factor in the law of S changes with time, so there is no place of rest"},
		{"a damping that changes with time at a joint", `D = damper[c="c(t)"]; wall - D - spring - mass`, "eliminate", "a factor in the law of D changes with time"},
		{"a stiffness that changes with time at a loaded equilibrium", `diagram[origin=equilibrium, gravity]; S = spring[k="k(t)"]; ceiling - S - mass`, "", "the law of S changes with time, and the mass is loaded"},
		{"a stiffness that changes with time at an equilibrium without loads", `diagram[origin=equilibrium]; S = spring[k="k(t)"]; wall - S - mass`, "", ""},
		{"only joints", "wall - spring - damper - wall", "eliminate", "none would be left"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m, diags := motion.New(graphOf(t, tt.src+"\n"))
			if tt.form != "" {
				if diags.HasErrors() {
					t.Fatal(diags)
				}
				diags = ask[tt.form](m)
			}
			if tt.want == "" && diags == nil {
				return
			}
			if got := diags.Error(); tt.want == "" || !strings.Contains(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// A system at equilibrium may have a nonlinear law where nothing strains it, and constant forces that cancel where nothing
// holds it.
func TestEquilibriumThatExists(t *testing.T) {
	for _, src := range []string{
		"diagram[origin=equilibrium]; wall - spring[k3=k_3] - mass",
		"diagram[origin=equilibrium]; A = mass; B = mass; A - (spring, actuator[constant]) - B",
		"diagram[origin=equilibrium]; A = mass; ceiling - spring - A - spring[k3=k_3] - mass; A - gravity",
		"diagram[origin=equilibrium]; A = mass; wall - spring - A - spring[k3=k_3] - mass; wall - spring - A - spring - wall",
		"diagram[origin=equilibrium]; base[y=y_0, constant] - spring[k3=k_3] - mass",
		"diagram[origin=equilibrium]; wall - (spring, spring[k3=k_3]) - disc - torque",
		"diagram[origin=equilibrium, gravity]; ceiling - (spring, stop) - mass",
	} {
		if _, diags := motion.New(graphOf(t, src+"\n")); diags.HasErrors() {
			t.Errorf("%s: %v", src, diags)
		}
	}
}
