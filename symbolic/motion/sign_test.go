package motion_test

import (
	"testing"

	"diagram/examples"
	"diagram/symbolic"
	"diagram/symbolic/linear"
	"diagram/symbolic/motion"

	"pgregory.net/rapid"
)

// example is the design's first.
var example = examples.Named("trolley")

// stable reports whether an equation in one coordinate, k(s−L₀) + λ ds/dt = ma, lets it come to rest for the given values:
// whether both roots of its characteristic polynomial have a negative real part, which they do when all of its three
// coefficients have one sign (Routh and Hurwitz).
func stable(tb testing.TB, eq *motion.Equation, value func(symbolic.Expr) (float64, bool)) bool {
	tb.Helper()
	s := eq.Coordinate.Symbol
	coefs, _, ok := symbolic.LinearIn(eq.Residual(), []symbolic.Expr{s.D(2), s.D(1), s})
	if !ok {
		tb.Fatalf("%v isn't linear", eq.Residual())
	}
	positive := 0
	for _, c := range coefs {
		v, err := symbolic.Eval(c, value)
		if err != nil {
			tb.Fatal(err)
		}
		if v > 0 {
			positive++
		} else if v == 0 {
			return false
		}
	}
	return positive == 0 || positive == 3
}

// The example's equation, with a = −d²s/dt² as it says beside it, describes a trolley that comes to rest, whatever the
// positive parameters. With a = +d²s/dt² the same line would describe one that runs away.
func TestSignOfTheExample(t *testing.T) {
	m := modelOf(t, string(example))
	eqs, diags := m.Arrange(motion.EdgesForm)
	if diags != nil || len(eqs) != 1 {
		t.Fatal(eqs, diags)
	}
	if got, want := written(eqs), "k(s − L₀) + λ ds/dt = ma; a = −d²s/dt², towards W\n"; got != want {
		t.Fatalf("got %q, want %q", got, want)
	}
	rapid.Check(t, func(r *rapid.T) {
		parameters := map[string]float64{}
		for _, name := range []string{"m", "k", "lamda", "L_0"} {
			parameters[name] = rapid.Float64Range(1e-3, 1e3).Draw(r, name)
		}
		value := func(e symbolic.Expr) (float64, bool) {
			v, ok := parameters[symbolic.Sympy(e)]
			return v, ok
		}
		eq := *eqs[0]
		if !stable(t, &eq, value) {
			r.Fatalf("%v = 0 is unstable", eq.Residual())
		}
		sys, err := linear.With(m, value)
		if err != nil {
			r.Fatal(err)
		}
		poles, err := sys.Poles()
		if err != nil {
			r.Fatal(err)
		}
		for _, p := range poles {
			if real(p.Value) >= 0 {
				r.Fatalf("pole %v for %v", p.Value, parameters)
			}
		}
		def := eq.Where[0]
		def.Value = symbolic.Neg(def.Value)
		eq.Where = []motion.Definition{def}
		if stable(t, &eq, value) {
			r.Fatalf("%v = 0, with the wrong sign, is stable", eq.Residual())
		}
	})
}

// Any chain of bodies between springs and dampers comes to rest by itself, in whatever sense its coordinates count.
func TestChainsAreStable(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		src := "diagram[origin=" + rapid.SampledFrom([]string{"wall", "natural"}).Draw(r, "origin") +
			", coordinates=" + rapid.SampledFrom([]string{"absolute", "relative"}).Draw(r, "coordinates") + "]\nwall"
		for range rapid.IntRange(1, 4).Draw(r, "bodies") {
			src += " - (spring, damper) - mass[positive=" + rapid.SampledFrom([]string{"left", "right"}).Draw(r, "sense") + "]"
		}
		src += "\n"
		sys, err := linear.With(modelOf(t, src), valueAt(rapid.Byte().Draw(r, "seed")))
		if err != nil {
			r.Fatal(err)
		}
		poles, err := sys.Poles()
		if err != nil {
			r.Fatal(err)
		}
		for _, p := range poles {
			if real(p.Value) >= 0 {
				r.Fatalf("%s\npole %v", src, p.Value)
			}
		}
	})
}
