package symbolic

import "diagram/symbolic/poly"

// Bounds on what is multiplied out; products and powers beyond them stay as they
// are.
const (
	maxTerms    = 5000
	maxPower    = 100
	maxProducts = 50 * maxTerms // before like terms are gathered
)

// multiplying returns how many steps it takes to multiply terms by terms.
func multiplying(p, q []Expr) int {
	return len(p) * len(q) * (8 + 2*(factorsIn(p)+factorsIn(q)))
}

// factorsIn returns how many factors the longest of a few terms has.
func factorsIn(terms []Expr) int {
	n := 1
	for i, t := range terms {
		if p, ok := t.(*Product); ok && i < 3 {
			n = max(n, len(p.factors))
		}
	}
	return n
}

// Expand multiplies out products and whole powers of sums, inside the arguments of
// functions as well. A product that would give a huge number of terms stays.
func Expand(e Expr) Expr { return NewWork().Expand(e) }

// expansion multiplies out within a budget.
type expansion struct{ ring *poly.Ring }

func (x expansion) expand(e Expr) Expr {
	if x.ring.Err() != nil {
		return e
	}
	switch e := e.(type) {
	case *Sum:
		terms := make([]Expr, len(e.terms))
		for i, t := range e.terms {
			terms[i] = x.expand(t)
		}
		return Add(terms...)
	case *Product:
		return x.product(e)
	case *Power:
		return x.power(e)
	case *Call:
		return call(e.fn, x.expand(e.arg))
	}
	return e
}

// product multiplies out all of a product or, where that gives too many terms, none of it: multiplied out in part it is
// larger still.
func (x expansion) product(e *Product) Expr {
	factors, terms := make([]Expr, len(e.factors)), 1
	for i, f := range e.factors {
		factors[i] = x.expand(f)
		terms = min(terms*len(termsOf(factors[i])), maxTerms+1)
	}
	out := Expr(e.coef)
	if terms > maxTerms {
		return Mul(append([]Expr{out}, factors...)...)
	}
	for _, f := range factors {
		var ok bool
		if out, ok = x.distribute(out, f); !ok {
			return e
		}
	}
	return out
}

func (x expansion) power(e *Power) Expr {
	base, exp := x.expand(e.base), x.expand(e.exp)
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
		if out, ok = x.distribute(out, base); !ok {
			return Pow(base, exp)
		}
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

// distribute multiplies two expanded expressions term by term. It reports false when that is too much work.
func (x expansion) distribute(a, b Expr) (Expr, bool) {
	p, q := termsOf(a), termsOf(b)
	if len(p) == 1 && len(q) == 1 {
		return Mul(a, b), true
	}
	if len(p)*len(q) > maxProducts || !x.ring.Spend(multiplying(p, q)) {
		return nil, false
	}
	terms := make([]Expr, 0, len(p)*len(q))
	for _, s := range p {
		for _, t := range q {
			terms = append(terms, Mul(s, t))
		}
	}
	return Add(terms...), true
}
