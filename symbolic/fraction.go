package symbolic

import (
	"cmp"
	"math/big"
	"slices"

	"diagram/symbolic/poly"
	"diagram/symbolic/rational"
)

// Simplify returns e as one fraction in lowest terms, with what divides a whole
// numerator or denominator in front of it. Functions and roots are opaque, but
// √x·√x = x. Equivalent expressions give Equal results. An expression whose
// polynomials grow too large is returned as it is.
func Simplify(e Expr) Expr { return NewWork().Simplify(e) }

func simplify(e Expr, shared *effort) Expr {
	f := newField(shared, e)
	frac, ok := f.fraction(e)
	if !ok {
		return e
	}
	if out := f.expr(frac); f.ring.Err() == nil {
		return out
	}
	return e
}

// Quotient returns e as num/den in lowest terms, both multiplied out and with
// whole coefficients. It reports false when the polynomials grow too large or e
// divides by zero.
func Quotient(e Expr) (num, den Expr, ok bool) { return NewWork().Quotient(e) }

func quotient(e Expr, shared *effort) (num, den Expr, ok bool) {
	f := newField(shared, e)
	frac, ok := f.fraction(e)
	if !ok {
		return nil, nil, false
	}
	c, _, _ := frac.Num.Content()
	whole := rational.FromBig(new(big.Rat).SetInt(c.Den()))
	num, den = f.sum(frac.Num.Scale(whole)), f.sum(frac.Den.Scale(whole))
	return num, den, f.ring.Err() == nil
}

// Equivalent reports whether a and b are equal as fractions of polynomials in
// their symbols, functions and calls. Identities between calls, such as
// sin² + cos² = 1, are not known. When a and b are too large to tell, the answer is
// that of Equal.
func Equivalent(a, b Expr) bool { return NewWork().Equivalent(a, b) }

func equivalent(a, b Expr, shared *effort) bool {
	if Equal(a, b) {
		return true
	}
	d := Sub(a, b)
	if n, ok := d.(*Number); ok {
		return n.val.IsZero()
	}
	if shared.err() != nil {
		return false
	}
	f := newField(shared, d)
	frac, ok := f.fraction(d)
	return ok && frac.Num.IsZero()
}

// fraction returns e in lowest terms. It reports false when that is too much work
// or e divides by zero.
func (f *field) fraction(e Expr) (poly.Frac, bool) {
	frac, ok := f.convert(e)
	if !ok {
		return frac, false
	}
	if frac, ok = f.reduceRoots(frac); !ok {
		return frac, false
	}
	frac = f.ring.Lowest(frac)
	return frac, f.ring.Err() == nil
}

func (f *field) convert(e Expr) (poly.Frac, bool) {
	switch e := e.(type) {
	case *Number:
		return poly.Whole(poly.Const(e.val)), true
	case *Symbol, *Function:
		return poly.Whole(poly.Var(f.find(e))), true
	case *Sum:
		parts := make([]poly.Frac, len(e.terms))
		for i, t := range e.terms {
			var ok bool
			if parts[i], ok = f.convert(t); !ok {
				return poly.Frac{}, false
			}
		}
		return f.checked(f.ring.SumFrac(parts))
	case *Product:
		out := poly.Whole(poly.Const(e.coef.val))
		for _, t := range e.factors {
			part, ok := f.convert(t)
			if !ok {
				return part, false
			}
			out = f.ring.MulFrac(out, part)
		}
		return f.checked(out)
	case *Power:
		if n, ok := polyExponent(e); ok {
			base, ok := f.convert(e.base)
			if !ok {
				return base, false
			}
			return f.power(base, n)
		}
		return f.convertOpaque(e)
	case *Call:
		return f.convertOpaque(e)
	}
	return poly.Frac{}, false
}

func (f *field) checked(frac poly.Frac) (poly.Frac, bool) { return frac, f.ring.Err() == nil }

func (f *field) power(base poly.Frac, n int) (poly.Frac, bool) {
	if n < 0 {
		if reduced, ok := f.reduceRoots(base); !ok || reduced.Num.IsZero() {
			return base, false
		}
		base, n = poly.Frac{Num: base.Den, Den: base.Num}, -n
	}
	return f.checked(poly.Frac{Num: f.ring.Pow(base.Num, n), Den: f.ring.Pow(base.Den, n)})
}

func (f *field) convertOpaque(e Expr) (poly.Frac, bool) {
	to := f.canonical(e)
	if root, _, ok := rootOf(to); ok {
		p, _, _ := to.(*Power).exp.(*Number).val.Small()
		if p > maxPolyExponent || p < -maxPolyExponent {
			return poly.Frac{}, false
		}
		return f.power(poly.Whole(poly.Var(f.find(root))), int(p))
	}
	if opaque(to) {
		return poly.Whole(poly.Var(f.find(to))), true
	}
	return f.convert(to)
}

// reduceRoots replaces the q-th power of each q-th root by what is under it.
func (f *field) reduceRoots(frac poly.Frac) (poly.Frac, bool) {
	for again := true; again; {
		again = false
		for v, a := range f.atoms {
			if a.root == 0 || frac.Num.Degree(v) < a.root && frac.Den.Degree(v) < a.root {
				continue
			}
			again = true
			num, ok1 := f.reduceRoot(frac.Num, v)
			den, ok2 := f.reduceRoot(frac.Den, v)
			if !ok1 || !ok2 || den.Num.IsZero() {
				return frac, false
			}
			frac = f.ring.MulFrac(num, poly.Frac{Num: den.Den, Den: den.Num})
		}
	}
	return f.checked(frac)
}

func (f *field) reduceRoot(p poly.Poly, v int) (poly.Frac, bool) {
	a := f.atoms[v]
	var parts []poly.Frac
	for k, c := range p.Coefficients(v) {
		under, ok := f.power(a.radic, k/a.root)
		if !ok {
			return poly.Frac{}, false
		}
		rest := f.ring.Mul(c, f.ring.Pow(poly.Var(v), k%a.root))
		parts = append(parts, f.ring.MulFrac(poly.Whole(rest), under))
	}
	return f.checked(f.ring.SumFrac(parts))
}

// expr turns a fraction in lowest terms back into an expression.
func (f *field) expr(frac poly.Frac) Expr {
	if frac.Num.IsZero() {
		return zero
	}
	c, m, num := frac.Num.Content()
	d, n, den := frac.Den.Content()
	factors := []Expr{number(c.Quo(d), f.decimal)}
	factors = append(factors, f.mono(m, 1)...)
	if !num.IsOne() {
		factors = append(factors, f.sum(num))
	}
	factors = append(factors, f.mono(n, -1)...)
	if !den.IsOne() {
		factors = append(factors, Pow(f.sum(den), minusOne))
	}
	if len(factors) == 2 && factors[0].(*Number).val.IsMinusOne() {
		if s, ok := factors[1].(*Sum); ok {
			return negateTerms(s) // −a + b rather than −(a − b)
		}
	}
	return Mul(factors...)
}

// sum turns a polynomial into a sum; once the budget is spent, into anything.
func (f *field) sum(p poly.Poly) Expr {
	terms := make([]Expr, 0, len(p))
	for _, t := range p {
		if !f.ring.Spend(stepsToBuild + len(t.Mono)/2) { // which is the longer the more factors it has
			return zero
		}
		terms = append(terms, Mul(append([]Expr{number(t.Coef, f.decimal)}, f.mono(t.Mono, 1)...)...))
	}
	return Add(terms...)
}

// stepsToBuild is what a term of a sum costs.
const stepsToBuild = 10

// mono returns the factors of a monomial to the power ±1: symbols before functions,
// each in the order in which the expression named them.
func (f *field) mono(m poly.Mono, sign int) []Expr {
	powers := m.Powers()
	slices.SortFunc(powers, func(a, b poly.Power) int {
		x, y := f.atoms[a.Var], f.atoms[b.Var]
		_, xs := x.expr.(*Symbol)
		_, ys := y.expr.(*Symbol)
		switch {
		case xs && !ys:
			return -1
		case ys && !xs:
			return 1
		}
		return cmp.Compare(x.seen, y.seen)
	})
	out := make([]Expr, len(powers))
	for i, p := range powers {
		out[i] = Pow(f.atoms[p.Var].expr, number(rational.Int(int64(sign*p.Exp)), false))
	}
	return out
}
