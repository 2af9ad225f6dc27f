package equation

import (
	"strings"

	"diagram/symbolic"
	"diagram/symbolic/motion"
)

// printer spells expressions in one notation.
type printer func(symbolic.Expr, symbolic.Style) string

// spelled is a term with its sign, ready to be joined to others.
type spelled struct {
	minus bool
	text  string // without the sign
	owner string // name of the element that it came from
}

// spell prints the terms of one side of an equation. A term that is itself a sum is put in brackets, unless it stands alone.
func spell(terms []motion.Term, style symbolic.Style, print printer) []spelled {
	out := make([]spelled, len(terms))
	for i, t := range terms {
		sign, e := symbolic.SplitSign(t.Expr)
		s := spelled{minus: sign*t.Sign < 0, text: print(e, style), owner: t.Source.Name}
		if _, sum := e.(*symbolic.Sum); sum && (len(terms) > 1 || s.minus) {
			s.text = bracketed(s.text)
		}
		out[i] = s
	}
	return out
}

// bracketed puts brackets around a sum, of TeX's growing sort where it holds a fraction.
func bracketed(s string) string {
	if strings.Contains(s, `\frac`) {
		return `\left(` + s + `\right)`
	}
	return "(" + s + ")"
}

// residual is the equation as an expression that is zero: its left side less its right one, shorthands written out.
func residual(eq *motion.Equation) symbolic.Expr {
	parts := make([]symbolic.Expr, 0, len(eq.Left)+len(eq.Right))
	for _, t := range eq.Left {
		parts = append(parts, t.Signed())
	}
	for _, t := range eq.Right {
		parts = append(parts, symbolic.Neg(t.Signed()))
	}
	for i, e := range parts {
		parts[i] = writtenOut(e, eq.Where)
	}
	return symbolic.Add(parts...)
}

// writtenOut puts the meaning of shorthands in their place.
func writtenOut(e symbolic.Expr, where []motion.Definition) symbolic.Expr {
	if len(where) == 0 {
		return e
	}
	pairs := make([]symbolic.Pair, len(where))
	for i, d := range where {
		pairs[i] = symbolic.Pair{From: d.Symbol, To: d.Value}
	}
	return symbolic.Substitute(e, pairs...)
}
