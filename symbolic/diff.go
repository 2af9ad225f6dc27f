package symbolic

// Diff returns the partial derivative of e with respect to x, a *Symbol or a
// *Function. Derivatives of a function of other orders are independent of it.
// The derivative of sgn, which is zero wherever it exists, is zero; that of max(0, x) is
// (1 + sgn x)/2.
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
	if c, n := clipped(e); c != nil { // n·max(0, x)ⁿ⁻¹·x′: where the power is smooth, so is its derivative
		return Mul(n, Pow(c, Add(n, minusOne)), derive(c.arg, leaf))
	}
	if !IsZero(db) { // n·bⁿ⁻¹·b′
		ds = append(ds, Mul(e.exp, Pow(e.base, Add(e.exp, minusOne)), db))
	}
	if !IsZero(de) { // bⁿ·ln b·n′
		ds = append(ds, Mul(e, Log(e.base), de))
	}
	return Add(ds...)
}

// clipped returns max(0, x) or min(0, x) and the number above 1 of which e is the power; nil for any other.
func clipped(e *Power) (*Call, *Number) {
	c, ok := e.base.(*Call)
	n, isNum := e.exp.(*Number)
	if !ok || !isNum || !c.fn.clips() || n.val.Cmp(one.val) <= 0 {
		return nil, nil
	}
	return c, n
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
	case MaxFn:
		return Mul(half, Add(one, Sgn(e.arg)), d)
	case MinFn:
		return Mul(half, Sub(one, Sgn(e.arg)), d)
	}
	return zero
}
