package equation

import (
	"slices"
	"strings"

	"diagram/symbolic"
	"diagram/symbolic/motion"
	"diagram/symbolic/naming"
)

// A part that is wider than a page by itself is made narrower: a matrix is set small, a product of a long sum is cut
// within the sum, and a transfer function names the polynomials over and under its line.

// narrow makes parts narrower that are wider than a row, and measures all.
func (p printer) narrow(parts []part, room float64) ([]part, []float64) {
	widths := p.widths(parts)
	if len(parts) == 0 || slices.Max(widths) <= room {
		return parts, widths
	}
	var out []part
	for i, part := range parts {
		if widths[i] > room {
			out = append(out, p.pieces(part)...)
		} else {
			out = append(out, part)
		}
	}
	return out, p.widths(out)
}

// pieces are a part in narrower parts, where there is a way.
func (p printer) pieces(whole part) []part {
	for _, f := range whole.factors {
		if f.grid != nil {
			whole.small, whole.wide = true, 0
			return []part{whole}
		}
	}
	if len(whole.factors) != 1 || whole.factors[0].expr == nil {
		return []part{whole}
	}
	before, sum, after := aroundSum(whole.factors[0].expr)
	if sum == nil {
		return []part{whole}
	}
	terms := sum.Terms()
	pieces := make([]part, len(terms))
	for i, t := range terms {
		sign, e := symbolic.SplitSign(t)
		piece := part{source: whole.source, minus: sign < 0}
		r := raw{latex: symbolic.LaTeX(e, p.style), mathml: symbolic.MathML(e, p.style)}
		if i == 0 {
			piece.minus, piece.first, piece.only = whole.minus, whole.first, whole.only
			r = raw{latex: "(" + symbolic.LaTeX(t, p.style), mathml: "<mo>(</mo>" + symbolic.MathML(t, p.style)}
			if before != nil {
				r.latex = symbolic.LaTeX(before, p.style) + r.latex
				r.mathml = symbolic.MathML(before, p.style) + r.mathml
			}
		}
		if i == len(terms)-1 {
			r.latex += ")"
			r.mathml += "<mo>)</mo>"
			if after != nil {
				r.latex += symbolic.LaTeX(after, p.style)
				r.mathml += symbolic.MathML(after, p.style)
			}
		}
		piece.factors = []factor{{raw: &r}}
		pieces[i] = piece
	}
	return pieces
}

// aroundSum finds the longest sum in a product written on one line, and what stands before and after it.
func aroundSum(e symbolic.Expr) (before symbolic.Expr, sum *symbolic.Sum, after symbolic.Expr) {
	if s, ok := e.(*symbolic.Sum); ok {
		return nil, s, nil
	}
	product, ok := e.(*symbolic.Product)
	if !ok {
		return nil, nil, nil
	}
	factors := product.Factors()
	at := -1
	for i, f := range factors {
		switch f := f.(type) {
		case *symbolic.Sum:
			if sum == nil || len(f.Terms()) > len(sum.Terms()) {
				at, sum = i, f
			}
		case *symbolic.Power:
			if sign, _ := symbolic.SplitSign(f.Exp()); sign < 0 {
				return nil, nil, nil // it stands under a line
			}
		case *symbolic.Number:
			if strings.Contains(symbolic.LaTeX(f, symbolic.Style{}), `\frac`) {
				return nil, nil, nil
			}
		}
	}
	if at > 0 {
		before = symbolic.Mul(factors[:at]...)
	}
	if at >= 0 && at+1 < len(factors) {
		after = symbolic.Mul(factors[at+1:]...)
	}
	return before, sum, after
}

// paged lets transfer functions that are wider than a page name their polynomials: N₁(s)/Δ(s), and what those are.
func (p printer) paged(lines []line) []line {
	out := lines[:len(lines):len(lines)]
	var over, under []line
	for i, l := range lines {
		if l.ratio == nil || p.fits(l) {
			continue
		}
		if len(over)+len(under) == 0 {
			out = append([]line(nil), lines...)
		}
		t := l.ratio
		den := p.named(&under, t.Dens, t.Den, t)
		sign, num := symbolic.SplitSign(t.Num)
		above := raw{latex: symbolic.LaTeX(num, p.style), mathml: symbolic.MathML(num, p.style)}
		if width(above.latex) > textWidth/2 {
			above = p.named(&over, t.Nums, num, t)
		}
		out[i].right = alone(factor{raw: &raw{
			latex:  `\frac{` + above.latex + "}{" + den.latex + "}",
			mathml: "<mfrac>" + above.mathml + den.mathml + "</mfrac>",
		}})
		out[i].right[0].minus = sign < 0
	}
	return append(append(out, over...), under...)
}

// named is the name of a polynomial, with a line that says what it is unless there is one already.
func (p printer) named(lines *[]line, names []naming.Name, polynomial symbolic.Expr, t *motion.Transfer) raw {
	n := len(*lines)
	for i, l := range *lines {
		if symbolic.Equal(l.polynomial, polynomial) {
			n = i
		}
	}
	name := of(names[n], t.Variable)
	if n < len(*lines) {
		return name
	}
	right := alone(factor{expr: polynomial})
	if sum, ok := polynomial.(*symbolic.Sum); ok {
		right = summands(sum)
	}
	*lines = append(*lines, line{left: alone(factor{raw: &name}), right: right, polynomial: polynomial})
	return name
}
