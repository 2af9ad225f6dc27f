package symbolic

import "diagram/symbolic/rational"

// Pow returns base to the power exp. A whole power of a product is the product of
// the powers; powers of numbers are worked out unless the result is huge.
func Pow(base, exp Expr) Expr {
	n, ok := exp.(*Number)
	if !ok {
		if isNumber(base, 1) {
			return one
		}
		return newPower(base, exp)
	}
	if n.val.IsZero() {
		return one
	}
	if n.val.IsOne() {
		return base
	}
	k, whole := n.val.Int64()
	switch b := base.(type) {
	case *Number:
		return powNumber(b, n)
	case *Product:
		if whole {
			return powProduct(b, n)
		}
		if root, ok := b.coef.val.Sqrt(); ok && !root.IsOne() { // (c·x)ᵖᐟ² = (√c)ᵖ·xᵖᐟ²
			if p, q, ok := n.val.Small(); ok && q == 2 {
				return Mul(Pow(number(root, b.coef.decimal), Int(p)), Pow(newProduct(one, b.factors), exp))
			}
		}
	case *Power:
		if inner, ok := b.exp.(*Number); ok && whole {
			return Pow(b.base, number(inner.val.Mul(n.val), false))
		}
		if whole {
			return Pow(b.base, Mul(n, b.exp))
		}
	case *Sum:
		if whole && allNegative(b) {
			p := newPower(negateTerms(b), exp)
			if k%2 == 0 {
				return p
			}
			return Neg(p)
		}
	}
	return newPower(base, exp)
}

func powProduct(b *Product, n *Number) Expr {
	factors := make([]Expr, 0, len(b.factors)+1)
	factors = append(factors, Pow(b.coef, n))
	for _, f := range b.factors {
		factors = append(factors, Pow(f, n))
	}
	return Mul(factors...)
}

// powNumber works out bⁿ: whole powers, and square roots as far as they come out
// (√8 = 2√2, √(1/2) = √2/2).
func powNumber(b, n *Number) Expr {
	if b.val.IsOne() {
		return b
	}
	if b.val.IsZero() && n.val.Sign() > 0 {
		return zero
	}
	if k, ok := n.val.Int64(); ok {
		if v, ok := b.val.Pow(k); ok {
			return number(v, b.decimal)
		}
		return newPower(b, n)
	}
	p, q, ok := n.val.Small()
	if !ok || q != 2 || b.val.Sign() <= 0 {
		return newPower(b, n)
	}
	// bᵖᐟ² = b⁽ᵖ⁻¹⁾ᐟ²·√b with an odd p, hence a whole (p−1)/2.
	floor := (p - 1) / 2
	lead, ok := b.val.Pow(floor)
	if !ok {
		return newPower(b, n)
	}
	out, in, ok := rootParts(b.val)
	if !ok {
		return newPower(b, n)
	}
	lead = lead.Mul(out)
	if in.IsOne() {
		return number(lead, b.decimal)
	}
	return newProduct(number(lead, b.decimal), []Expr{newPower(number(in, false), half)})
}

// rootParts returns √a = out·√in with a whole in that no small square divides.
func rootParts(a rational.Rat) (out, in rational.Rat, ok bool) {
	if root, ok := a.Sqrt(); ok {
		return root, rational.One, true
	}
	p, q, ok := a.Small()
	if !ok {
		return out, in, false
	}
	prod := rational.Int(p).Mul(rational.Int(q)) // √(p/q) = √(p·q)/q
	n, ok := prod.Int64()
	if !ok {
		return out, in, false
	}
	square := int64(1)
	for d := int64(2); d*d <= n && d < 1000; d++ {
		for n%(d*d) == 0 {
			n /= d * d
			square *= d
		}
	}
	return rational.New(square, q), rational.Int(n), true
}

// Sin returns the sine of e.
func Sin(e Expr) Expr { return call(SinFn, e) }

// Cos returns the cosine of e.
func Cos(e Expr) Expr { return call(CosFn, e) }

// Tan returns the tangent of e.
func Tan(e Expr) Expr { return call(TanFn, e) }

// Exp returns the exponential of e.
func Exp(e Expr) Expr { return call(ExpFn, e) }

// Log returns the natural logarithm of e.
func Log(e Expr) Expr { return call(LogFn, e) }

// Abs returns the magnitude of e.
func Abs(e Expr) Expr { return call(AbsFn, e) }

// Sgn returns the sign of e: -1, 0 or 1.
func Sgn(e Expr) Expr { return call(SgnFn, e) }

// Max0 returns e where it is positive and 0 elsewhere: max(0, e).
func Max0(e Expr) Expr { return call(MaxFn, e) }

// Min0 returns e where it is negative and 0 elsewhere: min(0, e).
func Min0(e Expr) Expr { return call(MinFn, e) }

// mirror returns the function g for which fn(−x) = −g(x), if there is one: an odd function itself, and of max(0, x) and
// min(0, x) the other.
func (fn Fn) mirror() (Fn, bool) {
	switch fn {
	case SinFn, TanFn, SgnFn:
		return fn, true
	case MaxFn:
		return MinFn, true
	case MinFn:
		return MaxFn, true
	}
	return fn, false
}

// clips reports whether fn is its argument or zero, by the argument's sign.
func (fn Fn) clips() bool { return fn == MaxFn || fn == MinFn }

// even reports whether fn(−x) = fn(x).
func (fn Fn) even() bool { return fn == CosFn || fn == AbsFn }

// call applies fn, at once where the result is a plain number. A minus in front
// of the argument moves out of odd functions and vanishes in even ones. Out of
// max(0, d − x) and min(0, d − x) it moves where it stands in front of the first term.
func call(fn Fn, arg Expr) Expr {
	if n, ok := arg.(*Number); ok {
		switch {
		case fn == AbsFn:
			return number(n.val.Abs(), n.decimal)
		case fn == SgnFn:
			return Int(int64(n.val.Sign()))
		case fn == MaxFn && n.val.Sign() <= 0, fn == MinFn && n.val.Sign() >= 0:
			return zero
		case fn.clips():
			return n
		case n.val.IsZero() && (fn == SinFn || fn == TanFn):
			return zero
		case n.val.IsZero() && (fn == CosFn || fn == ExpFn):
			return one
		case n.val.IsOne() && fn == LogFn:
			return zero
		}
	}
	minus := negative(arg)
	if s, ok := arg.(*Sum); ok {
		minus = allNegative(s) || fn.clips() && negative(s.terms[0])
	}
	if other, ok := fn.mirror(); minus && ok {
		return Neg(newCall(other, negated(arg)))
	}
	if minus && fn.even() {
		return newCall(fn, Neg(arg))
	}
	return newCall(fn, arg)
}

// negated is −e, term by term where e is a sum.
func negated(e Expr) Expr {
	if s, ok := e.(*Sum); ok {
		return negateTerms(s)
	}
	return Neg(e)
}
