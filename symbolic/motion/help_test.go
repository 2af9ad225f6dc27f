package motion_test

import (
	"crypto/sha256"
	"encoding/binary"
	"math"
	"strings"
	"testing"

	"diagram/symbolic"
	"diagram/symbolic/motion"
)

func modelOf(tb testing.TB, src string) *motion.Model {
	tb.Helper()
	m, diags := motion.New(graphOf(tb, src))
	if diags.HasErrors() {
		tb.Fatalf("%s\n%v", src, diags)
	}
	return m
}

// written spells equations as text, one a line, with their definitions.
func written(eqs []*motion.Equation) string {
	var b strings.Builder
	for _, eq := range eqs {
		b.WriteString(side(eq.Left) + " = " + side(eq.Right))
		for _, d := range eq.Where {
			b.WriteString("; " + d.Symbol.String() + " = " + d.Value.String() + ", " + d.Remark)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func side(terms []motion.Term) string {
	if len(terms) == 0 {
		return "0"
	}
	var b strings.Builder
	for i, t := range terms {
		switch {
		case t.Sign < 0 && i == 0:
			b.WriteString("−")
		case t.Sign < 0:
			b.WriteString(" − ")
		case i > 0:
			b.WriteString(" + ")
		}
		b.WriteString(t.Expr.String())
	}
	return b.String()
}

// valueAt gives every symbol a positive and every function of time any number, the same for the same name and seed.
func valueAt(seed byte) func(symbolic.Expr) (float64, bool) {
	return func(e symbolic.Expr) (float64, bool) {
		// Of a sum, in which names that are alike don't cancel: b_0 − b_2 + m_2 − m_0 isn't 0.
		h := sha256.Sum256(append([]byte{seed}, symbolic.Sympy(e)...))
		x := float64(binary.BigEndian.Uint32(h[:])%100_000)/100_000 + 0.3
		switch e := e.(type) {
		case *symbolic.Symbol:
			if e.Name().Plain() == "pi" {
				return math.Pi, true
			}
			return x, true
		case *symbolic.Function:
			return 4*x - 3, true
		}
		return 0, false
	}
}

// same reports whether two expressions have the same value at several points. Unlike symbolic.Equivalent it knows that
// |x|² = x² and |x|·sgn x = x.
func same(tb testing.TB, a, b symbolic.Expr) bool {
	tb.Helper()
	for seed := range byte(16) {
		x, err := symbolic.Eval(a, valueAt(seed))
		if err != nil {
			tb.Fatal(err)
		}
		y, err := symbolic.Eval(b, valueAt(seed))
		if err != nil {
			tb.Fatal(err)
		}
		if math.Abs(x-y) > 1e-9*(1+math.Abs(x)+math.Abs(y)) {
			return symbolic.Equivalent(a, b) // numbers may be wrong by much where large ones cancel
		}
	}
	return true
}
