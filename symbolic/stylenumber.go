package symbolic

import "diagram/symbolic/formula"

// number lays out a number without its sign.
func (s Style) number(n *Number) formula.Node {
	if digits, exp10, ok := n.decimalDigits(); ok {
		return formula.Number{Digits: digits, Exp10: exp10}
	}
	num, den := n.val.Abs().Num().String(), n.val.Den().String()
	if den == "1" {
		return formula.Number{Digits: num}
	}
	return formula.Frac{Num: formula.Number{Digits: num}, Den: formula.Number{Digits: den}}
}

// degrees lays out an angle that was given in degrees.
func (s Style) degrees(coef *Number, factors []Expr) (formula.Node, bool) {
	if len(factors) != 1 {
		return nil, false
	}
	pi, ok := factors[0].(*Symbol)
	if !ok || !pi.degrees {
		return nil, false
	}
	n, ok := s.number(scale(Int(180), coef).(*Number)).(formula.Number)
	return formula.Degrees{Number: n}, ok
}

// splitSurds takes the roots of numbers out of factors: they are printed with the
// number in front.
func splitSurds(factors []Expr) (surds, rest []Expr) {
	for i, f := range factors {
		if p, ok := f.(*Power); ok && !isReciprocal(p) && isNum(p.base) && isNum(p.exp) {
			if surds == nil {
				rest = append(rest, factors[:i]...)
			}
			surds = append(surds, f)
		} else if surds != nil {
			rest = append(rest, f)
		}
	}
	if surds == nil {
		return nil, factors
	}
	return surds, rest
}

func isNum(e Expr) bool {
	_, ok := e.(*Number)
	return ok
}

// rootOfFraction returns √510/3 as √(170/3), but √2/2 not as √(1/2).
func rootOfFraction(coef *Number, factors []Expr) (root Expr, ok bool) {
	if len(factors) != 1 {
		return nil, false
	}
	p, ok := factors[0].(*Power)
	if !ok || !isNum(p.base) || !Equal(p.exp, half) {
		return nil, false
	}
	under := coef.val.Mul(coef.val).Mul(p.base.(*Number).val)
	num, den, small := under.Small()
	_, out, whole := coef.val.Small()
	if !small || !whole || num == 1 || out == 1 || den >= out*out {
		return nil, false
	}
	return newPower(number(under, false), half), true
}
