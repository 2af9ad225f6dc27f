package symbolic

import "slices"

// Flip returns −e with the minus taken in by a factor that is a sum, whose terms
// are reordered so that a positive one leads: Flip(k·(s₂−s₁−L)) = k·(s₁−s₂+L). The
// minus also passes through odd functions and odd powers; a magnitude of the
// same sum turns with it. When nothing can take it in, Flip returns Neg(e).
func Flip(e Expr) Expr {
	if negative(e) {
		return Neg(e)
	}
	if out, ok := flipFactor(e); ok {
		return out
	}
	p, ok := e.(*Product)
	if !ok {
		return Neg(e)
	}
	for i, f := range p.factors {
		flipped, ok := flipFactor(f)
		if !ok {
			continue
		}
		factors := slices.Clone(p.factors)
		for j, g := range factors {
			if c, ok := g.(*Call); ok && j != i && c.fn == AbsFn && Equal(c.arg, f) {
				factors[j] = newCall(AbsFn, flipped)
			}
		}
		factors[i] = flipped
		return newProduct(p.coef, factors)
	}
	return Neg(e)
}

// flipFactor returns −e when e can take the minus in without a sign in front.
func flipFactor(e Expr) (Expr, bool) {
	switch e := e.(type) {
	case *Sum:
		return flipSum(e)
	case *Power:
		n, ok := e.exp.(*Number)
		if !ok {
			return nil, false
		}
		if k, whole := n.val.Int64(); !whole || k%2 == 0 {
			return nil, false
		}
		if base, ok := flipFactor(e.base); ok {
			return newPower(base, e.exp), true
		}
	case *Call:
		other, ok := e.fn.mirror()
		if !ok {
			return nil, false
		}
		if arg, ok := flipFactor(e.arg); ok {
			return newCall(other, arg), true
		}
	}
	return nil, false
}

func flipSum(s *Sum) (Expr, bool) {
	lead := slices.IndexFunc(s.terms, negative)
	if lead < 0 {
		return nil, false
	}
	terms := make([]Expr, 0, len(s.terms))
	terms = append(terms, Neg(s.terms[lead]))
	for i, t := range s.terms {
		if i != lead {
			terms = append(terms, Neg(t))
		}
	}
	return newSum(terms), true
}
