package symbolic

// Diff returns the partial derivative of e with respect to x, a *Symbol or a
// *Function. Derivatives of a function of other orders are independent of it.
// The derivative of sgn, which is zero wherever it exists, is zero.
func Diff(e, x Expr) Expr {
	return derive(e, func(leaf Expr) Expr {
		if Equal(leaf, x) {
			return one
		}
		return zero
	})
}

// DiffTime returns the total time derivative of e: functions rise by one order,
// symbols other than the time itself stay constant. Factoring is kept, so
// d/dt[k·(s₂−s₁)] = k·(ds₂/dt − ds₁/dt).
func DiffTime(e Expr) Expr {
	return derive(e, func(leaf Expr) Expr {
		switch leaf := leaf.(type) {
		case *Function:
			return leaf.D(1)
		case *Symbol:
			if isTime(leaf) {
				return one
			}
		}
		return zero
	})
}

// derive applies the rules of differentiation with the given derivatives of
// symbols and functions.
func derive(e Expr, leaf func(Expr) Expr) Expr {
	switch e := e.(type) {
	case *Symbol, *Function:
		return leaf(e)
	case *Sum:
		ds := make([]Expr, 0, len(e.terms))
		for _, t := range e.terms {
			if d := derive(t, leaf); !IsZero(d) {
				ds = append(ds, d)
			}
		}
		return Add(ds...)
	case *Product:
		return deriveProduct(e, leaf)
	case *Power:
		return derivePower(e, leaf)
	case *Call:
		d := derive(e.arg, leaf)
		if IsZero(d) {
			return zero
		}
		return deriveCall(e, d)
	}
	return zero
}

func deriveProduct(e *Product, leaf func(Expr) Expr) Expr {
	if len(e.factors) == 1 {
		return Mul(e.coef, derive(e.factors[0], leaf))
	}
	var ds []Expr
	for i, f := range e.factors {
		d := derive(f, leaf)
		if IsZero(d) {
			continue
		}
		factors := make([]Expr, 0, len(e.factors)+1)
		factors = append(factors, e.coef)
		factors = append(factors, e.factors[:i]...)
		factors = append(factors, d)
		factors = append(factors, e.factors[i+1:]...)
		ds = append(ds, Mul(factors...))
	}
	return Add(ds...)
}

func derivePower(e *Power, leaf func(Expr) Expr) Expr {
	db, de := derive(e.base, leaf), derive(e.exp, leaf)
	var ds []Expr
	if !IsZero(db) { // n·bⁿ⁻¹·b′
		ds = append(ds, Mul(e.exp, Pow(e.base, Add(e.exp, minusOne)), db))
	}
	if !IsZero(de) { // bⁿ·ln b·n′
		ds = append(ds, Mul(e, Log(e.base), de))
	}
	return Add(ds...)
}

func deriveCall(e *Call, d Expr) Expr {
	switch e.fn {
	case SinFn:
		return Mul(d, Cos(e.arg))
	case CosFn:
		return Neg(Mul(d, Sin(e.arg)))
	case TanFn:
		return Mul(d, PowInt(Cos(e.arg), -2))
	case ExpFn:
		return Mul(d, e)
	case LogFn:
		return Div(d, e.arg)
	case AbsFn:
		return Mul(d, Sgn(e.arg))
	}
	return zero
}

// Integrate returns an antiderivative of e with respect to x when e is a
// polynomial in x. Powers of x + c keep their shape: k·(x − L) gives
// k·(x − L)²/2, which differs from the integral of the expanded form by a
// constant.
func Integrate(e, x Expr) (Expr, bool) {
	if !Contains(e, x) {
		return Mul(e, x), true
	}
	if s, ok := e.(*Sum); ok {
		out := make([]Expr, len(s.terms))
		for i, t := range s.terms {
			if out[i], ok = Integrate(t, x); !ok {
				return nil, false
			}
		}
		return Add(out...), true
	}
	if out, ok := integrateTerm(e, x); ok {
		return out, true
	}
	if s, ok := Expand(e).(*Sum); ok {
		for _, t := range s.terms {
			if _, sum := t.(*Sum); sum {
				return nil, false
			}
		}
		out := make([]Expr, len(s.terms))
		for i, t := range s.terms {
			if !Contains(t, x) {
				out[i] = Mul(t, x)
			} else if out[i], ok = integrateTerm(t, x); !ok {
				return nil, false
			}
		}
		return Add(out...), true
	}
	return nil, false
}

// integrateTerm integrates c·(a·x + b)ⁿ by the power rule.
func integrateTerm(e, x Expr) (Expr, bool) {
	p := factorsOf(e)
	at := -1
	for i, f := range p {
		if !Contains(f, x) {
			continue
		}
		if at >= 0 {
			return nil, false
		}
		at = i
	}
	base, exp := asPower(p[at])
	n, ok := exp.(*Number)
	if !ok || !n.val.IsInt() || n.val.Sign() < 0 {
		return nil, false
	}
	slope := Diff(base, x)
	if Contains(slope, x) {
		return nil, false
	}
	coef, _ := splitCoef(e)
	up := Add(n, one).(*Number)
	factors := append([]Expr{Div(coef, up)}, p...)
	factors[at+1] = Mul(Pow(base, up), Pow(slope, minusOne))
	return Mul(factors...), true
}
