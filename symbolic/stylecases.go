package symbolic

import "diagram/symbolic/formula"

// clip takes max(0, x) or min(0, x) apart, and a power of either with a whole positive exponent; nil for any other.
func clip(e Expr) (*Call, *Number) {
	n := one
	if p, ok := e.(*Power); ok {
		exp, isNum := p.exp.(*Number)
		if !isNum || !exp.val.IsInt() || exp.val.Sign() < 0 {
			return nil, nil
		}
		e, n = p.base, exp
	}
	if c, ok := e.(*Call); ok && c.fn.clips() {
		return c, n
	}
	return nil, nil
}

// cases lays out the power of a call that is its argument or zero. The condition has what changes with time on its left,
// a positive term in front, and the rest on its right: s < L₀ − d.
func (s Style) cases(c *Call, exp *Number) formula.Node {
	name, sign := "max", ">"
	if c.fn == MinFn {
		name, sign = "min", "<"
	}
	arg := s.Formula(c.arg)
	n := formula.Cases{Of: s.Formula(Pow(c.arg, exp)), Short: formula.Call{Function: name, Arg: formula.Bracketed(formula.List{formula.Number{Digits: "0"}, arg})}}
	if !exp.val.IsOne() {
		n.Short = formula.Power{Base: n.Short, Exp: s.Formula(exp)}
	}
	left, right := sides(c.arg)
	if lead, _ := SplitSign(termsOf(left)[0]); lead < 0 {
		left, right = negated(left), negated(right)
		sign = map[string]string{"<": ">", ">": "<"}[sign]
	}
	n.When = formula.Relation{Sign: sign, Left: s.Formula(left), Right: s.Formula(leading(right))}
	return n
}

// sides splits what is compared with zero into what changes with time and the rest, which stands on the other side; all
// stays where nothing changes.
func sides(e Expr) (left, right Expr) {
	var moving, still []Expr
	for _, t := range termsOf(e) {
		if varies(t) {
			moving = append(moving, t)
		} else {
			still = append(still, Neg(t))
		}
	}
	if moving == nil {
		return e, zero
	}
	return Add(moving...), Add(still...)
}

// leading is a sum with its first positive term in front.
func leading(e Expr) Expr {
	s, ok := e.(*Sum)
	if !ok || !negative(s.terms[0]) {
		return e
	}
	if flipped, ok := flipSum(negateTerms(s)); ok {
		return flipped
	}
	return e
}
