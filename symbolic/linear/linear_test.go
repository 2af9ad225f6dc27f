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
	modes, err := s.Modes()
	if err != nil {
		t.Fatal(err)
	}
	golden := (1 + math.Sqrt(5)) / 2
	for i, want := range []struct{ square, ratio float64 }{{(3 - math.Sqrt(5)) / 2, golden}, {(3 + math.Sqrt(5)) / 2, 1 - golden}} {
		if got := modes[i].Omega * modes[i].Omega / 100; !near(got, want.square) {
			t.Errorf("mode %d: ω²m/k = %v, want %v", i, got, want.square)
		}
		if got := modes[i].Shape[1] / modes[i].Shape[0]; !near(got, want.ratio) {
			t.Errorf("mode %d: shape %v, want ratio %v", i, modes[i].Shape, want.ratio)
		}
		if got := 2 * (modes[i].Shape[0]*modes[i].Shape[0] + modes[i].Shape[1]*modes[i].Shape[1]); !near(got, 1) {
			t.Errorf("mode %d: shapeᵀ M shape = %v", i, got)
		}
	}
}

// A free–free pair moves as a whole for nothing, and against each other with ω² = k(1/m₁+1/m₂).
func TestModesOfAFreePair(t *testing.T) {
	modes, err := systemOf(t, "mass[m=1] - spring[k=6, L0=1] - mass[m=2]\n").Modes()
	if err != nil {
		t.Fatal(err)
	}
	if modes[0].Omega != 0 || !near(modes[0].Shape[0], modes[0].Shape[1]) {
		t.Errorf("rigid motion: %v", modes[0])
	}
	if !near(modes[1].Omega, 3) || !near(modes[1].Shape[0], -2*modes[1].Shape[1]) {
		t.Errorf("vibration: %v", modes[1])
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
	if !errors.As(err, &missing) || strings.Join(missing.Symbols, " ") != "m λ L₀" {
		t.Errorf("missing values: %v", err)
	}
	if _, err := linear.New(modelOf(t, "wall - spring[k=1, k3=2] - mass[m=1]\n")); err == nil || !strings.Contains(err.Error(), "this spring isn't linear") {
		t.Errorf("a nonlinear law: %v", err)
	}
	s := systemOf(t, "diagram[origin=natural]; wall - spring[k=1] - joint - spring[k=1] - mass[m=1]\n")
	if _, err := s.Modes(); !errors.Is(err, linear.ErrMassless) {
		t.Errorf("modes with a joint: %v", err)
	}
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
		modes, err := s.Modes()
		if err != nil {
			r.Fatal(err)
		}
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
