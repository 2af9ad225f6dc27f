package symbolic

import "diagram/symbolic/poly"

// LinearIn takes e apart as coef[0]·vars[0] + coef[1]·vars[1] + … + rest, where
// neither the coefficients nor the rest contain any of vars. Coefficients keep the
// factoring that e has. It reports false when e is not linear in vars.
func LinearIn(e Expr, vars []Expr) (coef []Expr, rest Expr, ok bool) {
	return NewWork().LinearIn(e, vars)
}

func linearIn(w *Work, e Expr, vars []Expr) (coef []Expr, rest Expr, ok bool) {
	l := linearizer{ring: w.ring, vars: vars, at: make(map[uint64]int, len(vars))}
	for i, v := range vars {
		l.at[v.key()] = i
	}
	parts := make([][]Expr, len(vars))
	var others []Expr
	if !l.split(e, nil, parts, &others) {
		for i := range parts {
			parts[i] = nil
		}
		others = nil
		if !l.split(w.Expand(e), nil, parts, &others) {
			return nil, nil, false
		}
	}
	coef = make([]Expr, len(vars))
	for i, p := range parts {
		coef[i] = Add(p...)
	}
	return coef, Add(others...), true
}

type linearizer struct {
	ring *poly.Ring
	vars []Expr
	at   map[uint64]int
}

// find returns which of the variables e is, or -1.
func (l *linearizer) find(e Expr) int {
	if i, ok := l.at[e.key()]; ok && Equal(l.vars[i], e) {
		return i
	}
	return -1
}

// contains reports whether any variable occurs in e.
func (l *linearizer) contains(e Expr) bool {
	found := false
	Walk(e, func(e Expr) bool {
		found = found || l.find(e) >= 0
		return !found
	})
	return found
}

// split adds the parts of factor·e to the coefficients and the others.
func (l *linearizer) split(e Expr, factor []Expr, parts [][]Expr, others *[]Expr) bool {
	if i := l.find(e); i >= 0 {
		parts[i] = append(parts[i], product(factor))
		return true
	}
	switch e := e.(type) {
	case *Sum:
		for _, t := range e.terms {
			if !l.split(t, factor, parts, others) {
				return false
			}
		}
		return true
	case *Product:
		l.ring.Spend(2 * (len(e.factors) + len(factor)))
		inside := -1
		for i, f := range e.factors {
			if !l.contains(f) {
				continue
			}
			if inside >= 0 {
				return false
			}
			inside = i
		}
		if inside < 0 {
			break
		}
		outer := make([]Expr, 0, len(factor)+len(e.factors))
		outer = append(outer, factor...)
		outer = append(outer, e.coef)
		outer = append(outer, e.factors[:inside]...)
		outer = append(outer, e.factors[inside+1:]...)
		return l.split(e.factors[inside], outer, parts, others)
	default:
		if l.contains(e) {
			return false
		}
	}
	*others = append(*others, product(append(append([]Expr(nil), factor...), e)))
	return true
}

// product multiplies factors, leaving a single one as it is.
func product(factors []Expr) Expr {
	switch len(factors) {
	case 0:
		return one
	case 1:
		return factors[0]
	}
	return Mul(factors...)
}
