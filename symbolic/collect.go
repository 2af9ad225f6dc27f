package symbolic

import (
	"slices"
	"strings"

	"diagram/symbolic/poly"
)

// Collect writes e as a polynomial in xs, one term for each product of their
// powers: c₁·x′ + c₂·x′ becomes (c₁+c₂)·x′. Terms come in falling powers of the first
// of xs, then of the next, and what holds none of them comes last; coefficients keep
// their factoring and the order in which e has them.
func Collect(e Expr, xs ...Expr) Expr { return NewWork().Collect(e, xs...) }

func collect(ring *poly.Ring, e Expr, xs []Expr) Expr {
	if ring.Err() != nil {
		return e
	}
	c := collector{linearizer{ring: ring, vars: xs, at: make(map[uint64]int, len(xs))}}
	for i, x := range xs {
		c.at[x.key()] = i
	}
	groups := map[poly.Mono][]Expr{}
	var monos []poly.Mono
	for _, t := range c.terms(e) {
		if groups[t.mono] == nil {
			monos = append(monos, t.mono)
		}
		groups[t.mono] = append(groups[t.mono], t.coef)
	}
	slices.SortFunc(monos, func(a, b poly.Mono) int { return strings.Compare(string(b), string(a)) })
	terms := make([]Expr, len(monos))
	for i, m := range monos {
		factors := []Expr{Add(groups[m]...)}
		for _, p := range m.Powers() {
			factors = append(factors, PowInt(xs[p.Var], int64(p.Exp)))
		}
		terms[i] = product(factors)
	}
	return Add(terms...)
}

// collector finds the terms of an expression in some of its variables.
type collector struct{ linearizer }

// monoTerm is a coefficient times a product of powers of the variables.
type monoTerm struct {
	mono poly.Mono
	coef Expr
}

func (c *collector) terms(e Expr) []monoTerm {
	if i := c.find(e); i >= 0 {
		return []monoTerm{{poly.X(i, 1), one}}
	}
	switch e := e.(type) {
	case *Sum:
		var out []monoTerm
		for _, t := range e.terms {
			out = append(out, c.terms(t)...)
		}
		return out
	case *Product:
		if !c.ring.Spend(stepsToCollect) {
			break
		}
		out := []monoTerm{{"", e.coef}}
		var constant []Expr
		for _, f := range e.factors {
			if !c.contains(f) {
				constant = append(constant, f)
				continue
			}
			next, ok := c.times(out, c.terms(f))
			if !ok {
				return []monoTerm{{"", e}}
			}
			out = next
		}
		if len(constant) > 0 {
			for i := range out {
				out[i].coef = Mul(append(slices.Clone(constant), out[i].coef)...)
			}
		}
		return out
	case *Power:
		n, ok := polyExponent(e)
		if !ok || n < 2 || !c.contains(e.base) {
			break
		}
		base, ok := c.times([]monoTerm{{"", one}}, c.terms(e.base))
		if !ok {
			break
		}
		if len(base) == 1 && base[0].mono == "" || n > maxPower || len(base) > 2 && n > maxCollectPower {
			break
		}
		out := base
		for ; n > 1; n-- {
			next, ok := c.times(out, base)
			if !ok {
				return []monoTerm{{"", e}}
			}
			out = next
		}
		return out
	}
	return []monoTerm{{"", e}}
}

// maxCollectPower bounds the powers of three and more terms, whose coefficients
// nest ever deeper.
const maxCollectPower = 6

// stepsToCollect is what a product of two terms costs.
const stepsToCollect = 30

// times multiplies two lists of terms, gathering equal monomials. It reports false
// when there would be too many.
func (c *collector) times(a, b []monoTerm) ([]monoTerm, bool) {
	if len(a)*len(b) > maxTerms || !c.ring.Spend(stepsToCollect*len(a)*len(b)) {
		return nil, false
	}
	var out []monoTerm
	at := map[poly.Mono]int{}
	for _, s := range a {
		for _, t := range b {
			m, coef := s.mono.Mul(t.mono), Mul(s.coef, t.coef)
			if i, ok := at[m]; ok {
				out[i].coef = Add(out[i].coef, coef)
				continue
			}
			at[m] = len(out)
			out = append(out, monoTerm{m, coef})
		}
	}
	return out, true
}
