// Package poly is exact arithmetic with polynomials in many variables over the
// rational numbers: sums, products, exact quotients, greatest common divisors,
// fractions in lowest terms, and determinants without fractions.
//
// Polynomials of hostile size are kept in check by a [Ring], which counts the work
// done and gives up at a limit.
package poly

import (
	"slices"
	"strings"

	"diagram/symbolic/rational"
)

// Term is a monomial with its coefficient, which is not zero.
type Term struct {
	Mono Mono
	Coef rational.Rat
}

// Poly is a polynomial: its terms from the greatest monomial to the least. The
// nil Poly is 0. Polynomials are immutable.
type Poly []Term

// One is the polynomial 1.
var One = Const(rational.One)

// Const returns the constant polynomial c.
func Const(c rational.Rat) Poly {
	if c.IsZero() {
		return nil
	}
	return Poly{{"", c}}
}

// Var returns the polynomial x_v.
func Var(v int) Poly { return Poly{{X(v, 1), rational.One}} }

// IsZero reports whether p is 0.
func (p Poly) IsZero() bool { return len(p) == 0 }

// IsOne reports whether p is 1.
func (p Poly) IsOne() bool { return len(p) == 1 && p[0].Mono == "" && p[0].Coef.IsOne() }

// IsConst reports whether no variable occurs in p.
func (p Poly) IsConst() bool { return len(p) == 0 || p[0].Mono == "" }

// Equal reports whether p and q are the same polynomial.
func (p Poly) Equal(q Poly) bool {
	return slices.EqualFunc(p, q, func(a, b Term) bool { return a.Mono == b.Mono && a.Coef.Equal(b.Coef) })
}

// Neg returns −p.
func (p Poly) Neg() Poly { return p.Scale(rational.Int(-1)) }

// Scale returns c·p.
func (p Poly) Scale(c rational.Rat) Poly {
	if c.IsZero() {
		return nil
	}
	if c.IsOne() {
		return p
	}
	out := make(Poly, len(p))
	for i, t := range p {
		out[i] = Term{t.Mono, t.Coef.Mul(c)}
	}
	return out
}

// shift returns p times a monomial, which keeps the order of the terms.
func (p Poly) shift(m Mono) Poly {
	if m == "" {
		return p
	}
	out := make(Poly, len(p))
	for i, t := range p {
		out[i] = Term{t.Mono.Mul(m), t.Coef}
	}
	return out
}

// Content splits p into c·m·q: the rational and the monomial that divide all its
// terms, and the rest, whose coefficients are whole, without common divisor, the
// first of them positive. The content of 0 is 0.
func (p Poly) Content() (c rational.Rat, m Mono, q Poly) {
	if p.IsZero() {
		return rational.Rat{}, "", nil
	}
	m = p[0].Mono
	for _, t := range p {
		c = rational.GCD(c, t.Coef)
		m = m.GCD(t.Mono)
	}
	if p[0].Coef.Sign() < 0 {
		c = c.Neg()
	}
	inv := c.Inv()
	q = make(Poly, len(p))
	for i, t := range p {
		mono, _ := t.Mono.Div(m)
		q[i] = Term{mono, t.Coef.Mul(inv)}
	}
	return c, m, q
}

// primitive returns p without its rational content.
func (p Poly) primitive() Poly {
	_, m, q := p.Content()
	return q.shift(m)
}

// Degree returns the highest exponent of variable v.
func (p Poly) Degree(v int) int {
	d := 0
	for _, t := range p {
		d = max(d, t.Mono.Exp(v))
	}
	return d
}

// Degrees returns the variables of p with their highest exponents, in order.
func (p Poly) Degrees() []Power {
	high := map[int]int{}
	for _, t := range p {
		for m := t.Mono; m != ""; m = m[pairLen:] {
			v := int(m.firstVar())
			high[v] = max(high[v], int(m.firstExp()))
		}
	}
	out := make([]Power, 0, len(high))
	for v, e := range high {
		out = append(out, Power{v, e})
	}
	slices.SortFunc(out, func(a, b Power) int { return a.Var - b.Var })
	return out
}

// Coefficients returns p as a polynomial in variable v alone: the coefficient of
// v⁰, v¹, and so on.
func (p Poly) Coefficients(v int) []Poly {
	out := make([]Poly, p.Degree(v)+1)
	for _, t := range p {
		e := t.Mono.Exp(v)
		out[e] = append(out[e], Term{t.Mono.Without(v), t.Coef})
	}
	return out
}

// sorted brings terms into order and gathers equal monomials.
func sorted(terms Poly) Poly {
	slices.SortFunc(terms, func(a, b Term) int { return strings.Compare(string(b.Mono), string(a.Mono)) })
	out := terms[:0]
	for _, t := range terms {
		if n := len(out); n > 0 && out[n-1].Mono == t.Mono {
			out[n-1].Coef = out[n-1].Coef.Add(t.Coef)
			continue
		}
		if n := len(out); n > 0 && out[n-1].Coef.IsZero() {
			out = out[:n-1]
		}
		out = append(out, t)
	}
	if n := len(out); n > 0 && out[n-1].Coef.IsZero() {
		out = out[:n-1]
	}
	return out
}
