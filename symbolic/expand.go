package symbolic

// Bounds on what is multiplied out; products and powers beyond them stay as they
// are.
const (
	maxTerms = 5000
	maxPower = 100
)

// Expand multiplies out products and whole powers of sums, inside the arguments of
// functions as well. A product that would give a huge number of terms stays.
func Expand(e Expr) Expr {
	switch e := e.(type) {
	case *Sum:
		terms := make([]Expr, len(e.terms))
		for i, t := range e.terms {
			terms[i] = Expand(t)
		}
		return Add(terms...)
	case *Product:
		out := Expr(e.coef)
		for _, f := range e.factors {
			out = distribute(out, Expand(f))
		}
		return out
	case *Power:
		return expandPower(e)
	case *Call:
		return call(e.fn, Expand(e.arg))
	}
	return e
}

func expandPower(e *Power) Expr {
	base, exp := Expand(e.base), Expand(e.exp)
	sum, ok := base.(*Sum)
	n, isNum := exp.(*Number)
	if !ok || !isNum {
		return Pow(base, exp)
	}
	k, whole := n.val.Int64()
	if !whole || k < 2 || k > maxPower || binomialExceeds(len(sum.terms)+int(k)-1, int(k), maxTerms) {
		return Pow(base, exp)
	}
	out := base
	for ; k > 1; k-- {
		out = distribute(out, base)
	}
	return out
}

// binomialExceeds reports whether n over k is greater than limit.
func binomialExceeds(n, k, limit int) bool {
	k = min(k, n-k)
	c := 1
	for i := 1; i <= k; i++ {
		if c = c * (n - k + i) / i; c > limit {
			return true
		}
	}
	return false
}

// termsOf returns the terms of a sum, or e as the only one.
func termsOf(e Expr) []Expr {
	if s, ok := e.(*Sum); ok {
		return s.terms
	}
	return []Expr{e}
}

// distribute multiplies two expanded expressions term by term.
func distribute(a, b Expr) Expr {
	p, q := termsOf(a), termsOf(b)
	if len(p) == 1 && len(q) == 1 || len(p)*len(q) > maxTerms {
		return Mul(a, b)
	}
	terms := make([]Expr, 0, len(p)*len(q))
	for _, s := range p {
		for _, t := range q {
			terms = append(terms, Mul(s, t))
		}
	}
	return Add(terms...)
}
