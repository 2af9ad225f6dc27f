package motion_test

import (
	"math"
	"math/cmplx"
	"strings"
	"testing"

	"diagram/symbolic"
	"diagram/symbolic/linear"
	"diagram/symbolic/motion"

	"pgregory.net/rapid"
)

var anything = wish{
	origins:   []string{"wall", "natural"},
	coords:    []string{"absolute", "relative"},
	maxBodies: 5,
}

// randomModel draws a diagram that has equations.
func randomModel(t *rapid.T, tb testing.TB, w wish) (*motion.Model, string) {
	src := diagramSource(t, w)
	m := modelOf(tb, src)
	if len(m.Coordinates) == 0 {
		t.Skip("nothing moves")
	}
	return m, src
}

func arranged(t *rapid.T, m *motion.Model, f motion.Form) []*motion.Equation {
	eqs, diags := m.Arrange(f)
	if diags != nil {
		t.Fatal(diags)
	}
	return eqs
}

// residual is an equation's residual with inertia on the left; edges has it on the right of what acts where no
// connector pulls (F = m a).
func residual(eq *motion.Equation) symbolic.Expr {
	if len(eq.Left) > 0 && eq.Left[0].Role == motion.Applied {
		return symbolic.Neg(eq.Residual())
	}
	return eq.Residual()
}

// All forms say the same, and it is what Lagrange's equations say, which come from the elements' energies and not from
// their laws.
func TestFormsAgreeWithLagrange(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		m, src := randomModel(r, t, anything)
		energy, diags := m.Energy()
		if diags != nil {
			r.Fatal(diags)
		}
		lagrange := energy.Lagrange()
		for _, form := range []motion.Form{motion.EdgesForm, motion.NewtonForm, motion.StandardForm} {
			for i, eq := range arranged(r, m, form) {
				if !same(t, residual(eq), lagrange[i]) {
					r.Fatalf("%s\n%s, %s: %v\nLagrange: %v", src, form, eq.Coordinate.Symbol, residual(eq), lagrange[i])
				}
			}
		}
	})
}

// A single term whose sign is wrong must be noticed by that comparison.
func TestWrongSignIsNoticed(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		m, src := randomModel(r, t, anything)
		energy, diags := m.Energy()
		if diags != nil {
			r.Fatal(diags)
		}
		lagrange := energy.Lagrange()
		eqs := arranged(r, m, motion.NewtonForm)
		q := rapid.IntRange(0, len(eqs)-1).Draw(r, "equation")
		eq := *eqs[q]
		terms := append(append([]motion.Term(nil), eq.Left...), eq.Right...)
		if len(terms) == 0 {
			r.Skip("no terms")
		}
		at := rapid.IntRange(0, len(terms)-1).Draw(r, "term")
		terms[at].Sign = -terms[at].Sign
		eq.Left, eq.Right = terms[:len(eq.Left)], terms[len(eq.Left):]
		if same(t, residual(&eq), lagrange[q]) {
			r.Fatalf("%s\nthe sign of %v in the equation of %s can be flipped unnoticed", src, terms[at].Expr, eq.Coordinate.Symbol)
		}
	})
}

// Springs, dampers and actuators pull both ends alike, so over a system without supports they cancel.
func TestPullsCancel(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		m, src := randomModel(r, t, wish{free: true, origins: anything.origins, coords: []string{"absolute"}, maxBodies: 5})
		var sum []symbolic.Expr
		for _, eq := range arranged(r, m, motion.NewtonForm) {
			for _, t := range eq.Right {
				if t.Source.Kind.IsConnector() {
					sum = append(sum, symbolic.Mul(symbolic.Int(int64(eq.Coordinate.Sense)), t.Signed()))
				}
			}
		}
		if e := symbolic.Add(sum...); !symbolic.IsZero(e) && !strings.Contains(src, "friction") && !same(t, e, symbolic.Int(0)) {
			r.Fatalf("%s\nthe pulls add up to %v", src, e)
		}
	})
}

func TestMatricesAreSymmetric(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		m, src := randomModel(r, t, wish{linear: true, origins: anything.origins, coords: anything.coords, maxBodies: 5})
		mat, diags := m.Matrices()
		if diags != nil {
			r.Fatal(diags)
		}
		for name, x := range map[string]*symbolic.Matrix{"M": mat.M, "C": mat.C, "K": mat.K} {
			if !x.IsSymmetric() {
				r.Fatalf("%s\n%s = %s", src, name, x.Text(symbolic.Style{}))
			}
		}
		// M q̈ + C q̇ + K q − f is the residual.
		for i, eq := range arranged(r, m, motion.StandardForm) {
			sum := []symbolic.Expr{symbolic.Neg(mat.F[i])}
			for j, c := range mat.Coordinates {
				sum = append(sum, symbolic.Mul(mat.M.At(i, j), c.Symbol.D(2)), symbolic.Mul(mat.C.At(i, j), c.Symbol.D(1)), symbolic.Mul(mat.K.At(i, j), c.Symbol))
			}
			if !symbolic.Equivalent(symbolic.Add(sum...), eq.Residual()) {
				r.Fatalf("%s\nrow %d of the matrices isn't the equation %v", src, i, eq.Residual())
			}
		}
	})
}

// Turning the sense of one coordinate round turns its sign and that of its equation, and nothing else.
func TestTurningASense(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		m, src := randomModel(r, t, wish{pointed: true, noRods: true, origins: anything.origins, coords: anything.coords, maxBodies: 4})
		q := rapid.IntRange(0, len(m.Coordinates)-1).Draw(r, "turned")
		c := m.Coordinates[q]
		word := map[bool]map[int]string{
			false: {+1: "left", -1: "right"},
			true:  {+1: "up", -1: "down"},
		}[strings.Contains(src, "axis=vertical")][c.Sense]
		var lines []string
		for _, line := range strings.Split(src, "\n") {
			if strings.HasPrefix(line, c.Node.Name+" = ") {
				kind, said, _ := strings.Cut(line, "[")
				line = kind + "[positive=" + word
				if at := strings.Index(said, "m="); at >= 0 {
					line += ", " + said[at:len(said)-1]
				}
				line += "]"
			}
			lines = append(lines, line)
		}
		turned := modelOf(t, strings.Join(lines, "\n"))
		if turned.Coordinates[q].Sense != -c.Sense {
			r.Fatalf("%s\nthe sense of %s didn't turn", src, c.Symbol)
		}
		was, is := arranged(r, m, motion.StandardForm), arranged(r, turned, motion.StandardForm)
		for i := range was {
			want := symbolic.Substitute(was[i].Residual(), symbolic.Pair{From: c.Symbol, To: symbolic.Neg(c.Symbol)})
			if i == q {
				want = symbolic.Neg(want)
			}
			if !same(t, want, is[i].Residual()) {
				r.Fatalf("%s\nafter turning %s: %v, want %v", src, c.Symbol, is[i].Residual(), want)
			}
		}
	})
}

// Measured from where it rests, a linear system's equations are those from the wall with the place of rest added to every
// coordinate.
func TestEquilibriumIsAShift(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		m, src := randomModel(r, t, wish{linear: true, pointed: true, origins: []string{"wall"}, coords: anything.coords, maxBodies: 2})
		rest, diags := m.StaticOffset()
		if diags != nil {
			r.Skip("no single place of rest")
		}
		g := graphOf(t, strings.Replace(src, "origin=wall", "origin=equilibrium", 1))
		shifted, diags := motion.New(g)
		if diags.HasErrors() {
			r.Fatalf("%s\n%v", src, diags)
		}
		var pairs []symbolic.Pair
		for i, c := range m.Coordinates {
			d := shifted.Coordinates[i]
			move := symbolic.Expr(d.Symbol)
			if c.Sense != d.Sense {
				move = symbolic.Neg(move)
			}
			pairs = append(pairs, symbolic.Pair{From: c.Symbol, To: symbolic.Add(rest[i].Value, move)})
		}
		was, is := arranged(r, m, motion.StandardForm), arranged(r, shifted, motion.StandardForm)
		for i := range was {
			want := symbolic.Substitute(was[i].Residual(), pairs...)
			if m.Coordinates[i].Sense != shifted.Coordinates[i].Sense {
				want = symbolic.Neg(want)
			}
			if !same(t, want, is[i].Residual()) {
				r.Fatalf("%s\nfrom equilibrium: %v, want %v", src, is[i].Residual(), want)
			}
		}
	})
}

// The forms for linear systems agree with the matrices at any complex frequency: the transfer functions, the state
// space with its static joints, and what is left when joints are eliminated.
func TestLinearFormsAgree(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		m, src := randomModel(r, t, wish{linear: true, origins: []string{"natural"}, coords: anything.coords, maxBodies: 3})
		if len(m.Inputs) == 0 {
			r.Skip("nothing drives it")
		}
		value := valueAt(1)
		sys, err := linear.With(m, value)
		if err != nil {
			r.Fatal(err)
		}
		in := m.Inputs[rapid.IntRange(0, len(m.Inputs)-1).Draw(r, "input")].Symbol
		sixteenths := rapid.IntRange(3, 32).Draw(r, "sixteenths")
		p := complex(float64(sixteenths)/16, 0) // a growing motion, far from all poles
		x, err := sys.Solve(p, forcingAt(sys, in, p))
		if err != nil {
			r.Skip("a joint that nothing moves")
		}
		// at gives every function of time its Laplace transform at p.
		at := func(e symbolic.Expr) (float64, bool) {
			f, ok := e.(*symbolic.Function)
			if !ok {
				return value(e)
			}
			power := real(cmplx.Pow(p, complex(float64(f.Order()), 0)))
			for i, c := range m.Coordinates {
				if c.Symbol.Name() == f.Name() {
					return power * real(x[i]), true
				}
			}
			if f.Name() == in.Name() {
				return power, true
			}
			return 0, true
		}
		transfers, diags := m.Transfers()
		if diags == nil {
			for _, tf := range transfers {
				if tf.Input.Name() != in.Name() {
					continue
				}
				got := number(t, symbolic.Substitute(tf.Ratio(), symbolic.Pair{From: tf.Variable, To: symbolic.Rat(int64(sixteenths), 16)}), value)
				if want, _ := at(tf.Output.Symbol); !near(got, want) {
					r.Fatalf("%s\n%s/%s at %v is %v, want %v", src, tf.Output.Symbol, in, p, got, want)
				}
			}
		}
		if ss, diags := m.StateSpace(); diags == nil {
			for i, z := range ss.State {
				want, _ := at(z.D(1))
				sum := []symbolic.Expr{ss.Offset[i]}
				for j, y := range ss.State {
					sum = append(sum, symbolic.Mul(ss.A.At(i, j), y))
				}
				for j, u := range ss.Inputs {
					sum = append(sum, symbolic.Mul(ss.B.At(i, j), u))
				}
				// Constants have no transform at p ≠ 0.
				got := number(t, symbolic.Add(sum...), at) - number(t, ss.Offset[i], value)
				if !near(got, want) {
					r.Fatalf("%s\nd%s/dt is %v, want %v", src, z, got, want)
				}
			}
		}
		if less, diags := m.Eliminate(); diags == nil {
			for _, form := range []motion.Form{motion.EdgesForm, motion.StandardForm} {
				for _, eq := range arranged(r, less, form) {
					scale := 0.0
					for _, t := range append(append([]motion.Term(nil), eq.Left...), eq.Right...) {
						scale += math.Abs(number(r, symbolic.Substitute(t.Expr, definitions(eq)...), at))
					}
					constant := number(r, eq.Residual(), func(e symbolic.Expr) (float64, bool) {
						if _, ok := e.(*symbolic.Function); ok {
							return 0, true
						}
						return value(e)
					})
					if got := number(r, eq.Residual(), at) - constant; math.Abs(got) > 1e-7*(1+scale) {
						r.Fatalf("%s\nwithout joints, %s: %v is %v", src, form, eq.Residual(), got)
					}
				}
			}
		} else if !strings.Contains(diags.Error(), "none would be left") && !strings.Contains(diags.Error(), "singular") {
			r.Fatalf("%s\n%v", src, diags)
		}
	})
}

func definitions(eq *motion.Equation) []symbolic.Pair {
	var pairs []symbolic.Pair
	for _, d := range eq.Where {
		pairs = append(pairs, symbolic.Pair{From: d.Symbol, To: d.Value})
	}
	return pairs
}

func forcingAt(sys *linear.System, in *symbolic.Function, p complex128) []complex128 {
	f := make([]complex128, len(sys.Coordinates))
	for _, input := range sys.Inputs {
		if input.Symbol.Name() != in.Name() {
			continue
		}
		power := complex(1, 0)
		for _, gains := range input.Gain {
			for i, g := range gains {
				f[i] += power * complex(g, 0)
			}
			power *= p
		}
	}
	return f
}

type fataler interface{ Fatal(args ...any) }

func number(t fataler, e symbolic.Expr, at func(symbolic.Expr) (float64, bool)) float64 {
	v, err := symbolic.Eval(e, at)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-6*(1+math.Abs(a)+math.Abs(b)) }
