package linear_test

import (
	"errors"
	"fmt"
	"math"
	"math/cmplx"
	"strings"
	"testing"

	"diagram/dsl"
	"diagram/symbolic"
	"diagram/symbolic/linear"
	"diagram/symbolic/motion"

	"pgregory.net/rapid"
)

func modelOf(tb testing.TB, src string) *motion.Model {
	tb.Helper()
	g, diags := dsl.Compile("test.dg", []byte(src))
	if diags.HasErrors() {
		tb.Fatalf("%s\n%v", src, diags)
	}
	m, diags := motion.New(g)
	if diags.HasErrors() {
		tb.Fatalf("%s\n%v", src, diags)
	}
	return m
}

func systemOf(tb testing.TB, src string) *linear.System {
	tb.Helper()
	s, err := linear.New(modelOf(tb, src))
	if err != nil {
		tb.Fatalf("%s\n%v", src, err)
	}
	return s
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*(1+math.Abs(a)+math.Abs(b)) }

// Two equal masses on two equal springs: ω² = (3∓√5)/2 k/m, and the second mass moves (1±√5)/2 as far as the first (Rao,
// Mechanical Vibrations, section 5.3).
func TestModesOfTwoMasses(t *testing.T) {
	s := systemOf(t, "k = 200 N/m; m = 2 kg\ndiagram[origin=natural]\nwall - spring[k=k] - mass[m=m] - spring[k=k] - mass[m=m]\n")
	modes := modesOf(t, s)
	golden := (1 + math.Sqrt(5)) / 2
	for i, want := range []struct {
		square float64
		shape  []complex128
	}{{(3 - math.Sqrt(5)) / 2, shape(golden-1, 1)}, {(3 + math.Sqrt(5)) / 2, shape(1, 1-golden)}} {
		if got := modes[i].Omega * modes[i].Omega / 100; !near(got, want.square) {
			t.Errorf("mode %d: ω²m/k = %v, want %v", i, got, want.square)
		}
		if !sameShape(modes[i].Shape, want.shape) {
			t.Errorf("mode %d: shape %v, want %v", i, modes[i].Shape, want.shape)
		}
	}
}

func modesOf(tb testing.TB, s *linear.System) []linear.Mode {
	tb.Helper()
	modal, err := s.Modes()
	if err != nil {
		tb.Fatal(err)
	}
	return modal.Modes
}

func shape(entries ...float64) []complex128 {
	out := make([]complex128, len(entries))
	for i, v := range entries {
		out[i] = complex(v, 0)
	}
	return out
}

func sameShape(got, want []complex128) bool {
	for i := range want {
		if cmplx.Abs(got[i]-want[i]) > 1e-7 {
			return false
		}
	}
	return len(got) == len(want)
}

// Systems worked out by hand, or in textbooks.
func TestModesByHand(t *testing.T) {
	type mode struct {
		omega, zeta float64
		shape       []complex128
	}
	const natural = "diagram[origin=natural]\n"
	for _, tt := range []struct {
		name, src string
		damping   linear.Damping
		want      []mode
	}{
		{"two equal masses between three equal springs: ω² = k/m and 3k/m (Rao, 5.3)",
			natural + "wall - spring[k=200] - mass[m=2] - spring[k=200] - mass[m=2] - spring[k=200] - wall", linear.Undamped,
			[]mode{{10, 0, shape(1, 1)}, {10 * math.Sqrt(3), 0, shape(1, -1)}}},
		{"a free pair: 0 and ω² = k(1/m₁+1/m₂)", "mass[m=1] - spring[k=6, L0=1] - mass[m=2]", linear.Undamped,
			[]mode{{0, 0, shape(1, 1)}, {3, 0, shape(1, -0.5)}}},
		{"a free pair with equal masses: √(2k/m)", natural + "mass[m=1] - spring[k=8] - mass[m=1]", linear.Undamped,
			[]mode{{0, 0, shape(1, 1)}, {4, 0, shape(1, -1)}}},
		{"m = 1, k = 25, c = 6: ζ = c/(2√(km)) = 0.6", natural + "wall - (spring[k=25], damper[c=6]) - mass[m=1]", linear.Proportional,
			[]mode{{5, 0.6, shape(1)}}},
		{"critical", natural + "wall - (spring[k=1], damper[c=2]) - mass[m=1]", linear.Proportional, []mode{{1, 1, shape(1)}}},
		{"overdamped", natural + "wall - (spring[k=1], damper[c=4]) - mass[m=1]", linear.Proportional, []mode{{1, 2, shape(1)}}},
		{"dampers in proportion to the springs: ζ = βω/2", natural + "wall - (spring[k=1], damper[c=0.1]) - mass[m=1] - (spring[k=1], damper[c=0.1]) - mass[m=1] - (spring[k=1], damper[c=0.1]) - wall", linear.Proportional,
			[]mode{{1, 0.05, shape(1, 1)}, {math.Sqrt(3), 0.05 * math.Sqrt(3), shape(1, -1)}}},
		{"two systems alike in one diagram", natural + "wall - spring[k=4] - mass[m=1]; wall - spring[k=4] - mass[m=1]", linear.Undamped,
			[]mode{{2, 0, shape(1, 0)}, {2, 0, shape(0, 1)}}},
		{"alike but for the damping", natural + "wall - (spring[k=4], damper[c=0.8]) - mass[m=1]; wall - (spring[k=4], damper[c=0.4]) - mass[m=1]", linear.Proportional,
			[]mode{{2, 0.1, shape(0, 1)}, {2, 0.2, shape(1, 0)}}},
		{"springs in series: the joint moves half as far", natural + "wall - spring[k=2] - joint - spring[k=2] - mass[m=1]", linear.Undamped,
			[]mode{{1, 0, shape(0.5, 1)}}},
		{"inertance is inertia: m + b", natural + "wall - (spring[k=8], inerter[b=1]) - mass[m=1]", linear.Undamped, []mode{{2, 0, shape(1)}}},
		{"inerter and spring in series", natural + "wall - inerter[b=1] - joint - spring[k=4] - wall", linear.Undamped, []mode{{2, 0, shape(1)}}},
		{"discs: √(κ/J)", natural + "wall - spring[k=9] - disc[J=1]", linear.Undamped, []mode{{3, 0, shape(1)}}},
		{"nothing pulls it back", natural + "wall - damper[c=2] - mass[m=4]", linear.Proportional, []mode{{0, 0, shape(1)}}},
		{"three masses, drifts: relative coordinates of (1, 0, −1)", "diagram[coordinates=relative, origin=natural]; A = mass[m=1]; B = mass[m=1]; wall - spring[k=1] - A - spring[k=1] - B - spring[k=1] - wall",
			linear.Undamped, []mode{{1, 0, shape(1, 0)}, {math.Sqrt(3), 0, shape(-0.5, 1)}}},
		{"an undamped system beside a creeping one", natural + "wall - spring[k=3] - joint - damper[c=2] - wall; mass[m=1] - spring[k=6] - joint - spring[k=6] - mass[m=1]", linear.General,
			[]mode{{0, 0, shape(0, 1, 1, 1)}, {1.5, 1, shape(1, 0, 0, 0)}, {math.Sqrt(6), 0, shape(0, 1, 0, -1)}}},
		{"Maxwell: a damper holds the joint; creeps at k/c", natural + "wall - spring[k=3] - joint - damper[c=2] - wall", linear.General, []mode{{1.5, 1, shape(1)}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			modal, err := systemOf(t, tt.src+"\n").Modes()
			if err != nil {
				t.Fatal(err)
			}
			if modal.Damping != tt.damping || len(modal.Modes) != len(tt.want) {
				t.Fatalf("damping %s, modes %+v", modal.Damping, modal.Modes)
			}
			for i, want := range tt.want {
				got := modal.Modes[i]
				if !near(got.Omega, want.omega) || !near(got.Zeta, want.zeta) || want.zeta == 0 && got.Zeta != 0 || !sameShape(got.Shape, want.shape) {
					t.Errorf("mode %d is %+v, want %+v", i+1, got, want)
				}
			}
		})
	}
}

// m = 1, k = 25, c = 6: λ = −3 ± 4i, so ω_n = 5, ζ = 0.6, ω_d = 4.
func TestPoles(t *testing.T) {
	poles, err := systemOf(t, "wall - (spring[k=25, L0=0], damper[c=6]) - mass[m=1]\n").Poles()
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []complex128{-3 - 4i, -3 + 4i} {
		p := poles[i]
		if cmplx.Abs(p.Value-want) > 1e-9 || !near(p.Omega(), 5) || !near(p.Zeta(), 0.6) || !near(p.Damped(), 4) {
			t.Errorf("pole %v: ω %v, ζ %v, ω_d %v", p.Value, p.Omega(), p.Zeta(), p.Damped())
		}
	}
}

// The transmissibility of a base at resonance r = 1 is √(1+4ζ²)/(2ζ) (Rao, section 3.6): m = 1, k = 1, c = 2ζ = 0.4.
func TestTransmissibility(t *testing.T) {
	m := modelOf(t, "diagram[origin=natural]; base - (spring[k=1], damper[c=0.4]) - mass[m=1]\n")
	s, err := linear.New(m)
	if err != nil {
		t.Fatal(err)
	}
	x, err := s.Response(m.Inputs[0].Symbol, 1)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := cmplx.Abs(x[0]), math.Sqrt(1+0.16)/0.4; !near(got, want) {
		t.Errorf("transmissibility %v, want %v", got, want)
	}
	if _, err := s.Response(symbolic.NewFunction(symbolic.Sym("F").Name()), 1); err == nil {
		t.Error("a response to what is no input")
	}
}

// A tuned absorber keeps its mass at rest: k₂/m₂ = ω² (Den Hartog, Mechanical Vibrations, section 3.2).
func TestAbsorber(t *testing.T) {
	m := modelOf(t, "diagram[origin=natural]; M = mass[m=10]; wall - spring[k=70] - M - spring[k=8] - mass[m=2]; M - force\n")
	s, err := linear.New(m)
	if err != nil {
		t.Fatal(err)
	}
	x, err := s.Response(m.Inputs[0].Symbol, 2)
	if err != nil {
		t.Fatal(err)
	}
	if cmplx.Abs(x[0]) > 1e-12 || !near(real(x[1]), -1.0/8) {
		t.Errorf("amplitudes %v", x)
	}
	if _, err := systemResponse(t, "diagram[origin=natural]; wall - spring[k=4] - mass[m=1] - force\n", 2); err == nil {
		t.Error("an undamped system has no steady response at its resonance")
	}
}

func systemResponse(t *testing.T, src string, omega float64) ([]complex128, error) {
	m := modelOf(t, src)
	s, err := linear.New(m)
	if err != nil {
		t.Fatal(err)
	}
	return s.Response(m.Inputs[0].Symbol, omega)
}

func TestRest(t *testing.T) {
	x, err := systemOf(t, "g = 9.81 m/s^2; diagram[gravity]; ceiling - spring[k=200, L0=0.3] - mass[m=2]\n").Rest()
	if err != nil || !near(x[0], 0.3+2*9.81/200) {
		t.Errorf("at rest %v, %v", x, err)
	}
}

func TestErrors(t *testing.T) {
	_, err := linear.New(modelOf(t, "k = 200 N/m; wall - (spring, damper) - mass\n"))
	var missing *linear.MissingError
	if !errors.As(err, &missing) || missing.Error() != "no value for m, λ, L₀" {
		t.Errorf("missing values: %v", err)
	}
	if _, err := linear.New(modelOf(t, "wall - spring[k=1, k3=2] - mass[m=1]\n")); err == nil || !strings.Contains(err.Error(), "this spring isn't linear") {
		t.Errorf("a nonlinear law: %v", err)
	}
	for _, src := range []string{"J = joint; wall - spring[k=1, L0=0] - mass[m=1] - rod - J", "mass[m=0] - force", "wall - spring[k=1] - joint - spring[k=-1] - wall", "wall - spring[k=1] - mass[m=-1]"} {
		var wrong *linear.CoordinateError
		m := modelOf(t, "diagram[origin=natural]; "+src+"\n")
		matrices, _ := m.Matrices()
		s, err := linear.Free(matrices, m.Value)
		if err != nil {
			t.Fatal(err)
		}
		if modal, err := s.Modes(); !errors.As(err, &wrong) && !strings.Contains(src, "rod") {
			t.Errorf("%s: %+v, %v", src, modal, err)
		}
	}
	s := systemOf(t, "diagram[origin=natural]; wall - spring[k=1] - joint - spring[k=1] - mass[m=1]\n")
	if _, err := s.Poles(); !errors.Is(err, linear.ErrMassless) {
		t.Errorf("poles with a joint: %v", err)
	}
}

// Without damping the poles are ±iω of the modes.
func TestPolesAreTheModes(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		src := "diagram[origin=natural]\nwall"
		for range rapid.IntRange(1, 5).Draw(r, "bodies") {
			src += fmt.Sprintf(" - spring[k=%d] - mass[m=%d]", rapid.IntRange(1, 9).Draw(r, "k"), rapid.IntRange(1, 9).Draw(r, "m"))
		}
		s := systemOf(t, src+"\n")
		modes := modesOf(t, s)
		poles, err := s.Poles()
		if err != nil {
			r.Fatal(err)
		}
		for _, mode := range modes {
			found := false
			for _, p := range poles {
				found = found || cmplx.Abs(p.Value-complex(0, mode.Omega)) < 1e-6
			}
			if !found {
				r.Fatalf("%s\nω = %v isn't among %v", src, mode.Omega, poles)
			}
		}
	})
}

// Random systems, damped or not, with joints, free or held: every mode satisfies (M p² + C p + K) shape = 0 with its pole p =
// −ζω ± iω√(1−ζ²), and there are as many poles as the system has states.
func TestModesSatisfyTheEquations(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		src := "diagram[origin=natural]\n"
		src += rapid.SampledFrom([]string{"wall", "mass[m=3]"}).Draw(r, "start")
		joints := 0
		for range rapid.IntRange(1, 5).Draw(r, "bodies") {
			spring := fmt.Sprintf("spring[k=%d]", rapid.IntRange(1, 9).Draw(r, "k"))
			if rapid.IntRange(0, 2).Draw(r, "damped") == 0 {
				spring = fmt.Sprintf("(%s, damper[c=%d])", spring, rapid.IntRange(1, 9).Draw(r, "c"))
			}
			body := fmt.Sprintf("mass[m=%d]", rapid.IntRange(1, 9).Draw(r, "m"))
			if rapid.IntRange(0, 3).Draw(r, "joint") == 0 {
				body = "joint"
				joints++
			}
			src += " - " + spring + " - " + body
		}
		src += fmt.Sprintf(" - spring[k=%d] - mass[m=2]\n", rapid.IntRange(1, 9).Draw(r, "last"))
		s := systemOf(t, src)
		modal, err := s.Modes()
		if err != nil {
			r.Fatal(err)
		}
		poles := 0
		for _, mode := range modal.Modes {
			p := -complex(mode.Zeta*mode.Omega, 0) + complex(mode.Omega, 0)*cmplx.Sqrt(complex(mode.Zeta*mode.Zeta-1, 0))
			if mode.Creeps {
				p = complex(mode.Rate, 0)
				poles--
			}
			poles += 2
			scale, worst := 0.0, 0.0
			for i := range mode.Shape {
				sum := complex(0, 0)
				for j, x := range mode.Shape {
					sum += (complex(s.M.At(i, j), 0)*p*p + complex(s.C.At(i, j), 0)*p + complex(s.K.At(i, j), 0)) * x
					scale = max(scale, math.Abs(s.M.At(i, j))*mode.Omega*mode.Omega, math.Abs(s.C.At(i, j))*mode.Omega, math.Abs(s.K.At(i, j)))
				}
				worst = max(worst, cmplx.Abs(sum))
			}
			if worst > 1e-6*scale {
				r.Fatalf("%s\n%s damping, %+v: off by %v of %v", src, modal.Damping, mode, worst, scale)
			}
		}
		if least := 2 * (len(s.Coordinates) - joints); poles < least || poles > least+joints {
			r.Fatalf("%s\n%d poles of %+v, want %d and one for each damped joint", src, poles, modal.Modes, least)
		}
	})
}
