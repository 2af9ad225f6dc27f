package symbolic

import (
	"diagram/symbolic/formula"
	"diagram/symbolic/naming"
)

// Style says how an expression is printed.
type Style struct {
	Derivatives formula.DerivativeStyle
	NamedExp    bool // exp(x), for e^x where e is a symbol
}

// LaTeX returns e as LaTeX math, for use between dollar signs. Apart from TeX's own
// commands it needs amsmath's \operatorname, and \text where a name has it.
func LaTeX(e Expr, s Style) string { return formula.LaTeX(s.Formula(e)) }

// Text returns e as a line of Unicode text: k(s − L₀) + λ ds/dt.
func Text(e Expr, s Style) string { return formula.Text(s.Formula(e)) }

// MathML returns e as a presentation MathML fragment, one <mrow>, to put inside a
// <math> element. It is well-formed XML without named entities.
func MathML(e Expr, s Style) string { return formula.MathML(s.Formula(e)) }

// Formula turns e into the tree of a formula.
func (s Style) Formula(e Expr) formula.Node {
	if sum, ok := e.(*Sum); ok {
		out := make(formula.Sum, len(sum.terms))
		for i, t := range sum.terms {
			sign, rest := SplitSign(t)
			out[i] = formula.Signed{Minus: sign < 0, Of: s.term(rest)}
			if sign < 0 && isOpen(out[i].Of) {
				out[i].Of = formula.Bracketed(out[i].Of)
			}
		}
		return out
	}
	sign, rest := SplitSign(e)
	b := s.term(rest)
	if sign < 0 {
		if isOpen(b) {
			b = formula.Bracketed(b)
		}
		return formula.Minus{Of: b}
	}
	return b
}

// term lays out an expression without a leading minus.
func (s Style) term(e Expr) formula.Node {
	switch e := e.(type) {
	case *Number:
		return s.number(e)
	case *Symbol:
		return formula.Symbol{Spelling: e.name.Spelling()}
	case *Function:
		if e.order == 0 {
			return formula.Symbol{Spelling: e.name.Spelling()}
		}
		return formula.Derivative{Of: formula.Symbol{Spelling: bracketed(e.name)}, Order: e.order, Style: s.derivativeStyle(e.order)}
	case *Product:
		return s.product(e.coef, e.factors)
	case *Power:
		if isReciprocal(e) {
			return s.product(one, []Expr{e})
		}
		return s.power(e)
	case *Call:
		return s.call(e, nil)
	}
	return s.Formula(e)
}

// bracketed is how a name is spelled that is differentiated: in brackets where it reads as several operands.
func bracketed(n naming.Name) *formula.Spelling {
	s := n.Spelling()
	if !formula.IsCompound(s.Tree) {
		return s
	}
	tree := append(formula.Row{formula.Letter('(')}, formula.AsRow(s.Tree)...)
	return &formula.Spelling{Tree: append(tree, formula.Letter(')')), LaTeX: "(" + s.LaTeX + ")", Text: "(" + s.Text + ")"}
}

// derivativeStyle falls back on Leibniz where dots would be too many to count.
func (s Style) derivativeStyle(order int) formula.DerivativeStyle {
	if s.Derivatives == formula.Dot && order > 3 {
		return formula.Leibniz
	}
	return s.Derivatives
}

// isReciprocal reports whether a factor belongs below the line.
func isReciprocal(p *Power) bool {
	n, ok := p.exp.(*Number)
	return ok && n.val.Sign() < 0
}

// product lays out coef·factors with a positive coefficient. What changes with time
// follows the fraction of what does not, k/m ẋ, unless nothing else would stand above
// the line; a fractional number stands in front, ½mv², unless it has one plain
// factor, 3k/2.
func (s Style) product(coef *Number, factors []Expr) formula.Node {
	if angle, ok := s.degrees(coef, factors); ok {
		return angle
	}
	if root, ok := rootOfFraction(coef, factors); ok {
		return s.term(root)
	}
	above, below := s.number(coef), formula.Product(nil)
	if f, ok := above.(formula.Frac); ok {
		above, below = f.Num, formula.Product{f.Den}
	}
	var num, den, last, cases []Expr
	surds, factors := splitSurds(factors)
	for _, f := range factors {
		if p, ok := f.(*Power); ok && isReciprocal(p) {
			den = append(den, Pow(p.base, Neg(p.exp)))
		} else if s.isNamedCall(f) {
			last = append(last, f)
		} else if c, _ := clip(f); c != nil {
			cases = append(cases, f)
		} else {
			num = append(num, f)
		}
	}
	num = append(append(num, last...), cases...)
	lead := formula.Product{}
	if n := above.(formula.Number); n.Digits != "1" || n.Exp10 != 0 {
		lead = formula.Product{above}
	}
	for _, f := range surds {
		lead = append(lead, s.term(f))
	}
	if len(den) == 0 && len(below) == 0 {
		return s.row(lead, num)
	}
	over, after := s.splitFraction(lead, num, len(den) > 0)
	frac := formula.Frac{Num: s.row(lead, over), Den: s.row(below, den)}
	if len(after) == 0 {
		return frac
	}
	return s.row(formula.Product{frac}, after)
}

// splitFraction decides which factors stand above the line and which after it.
func (s Style) splitFraction(lead formula.Product, num []Expr, symbolic bool) (over, after []Expr) {
	if !symbolic { // a number below the line
		if len(num) == 1 && !formula.IsTall(s.term(num[0])) && standsAbove(num[0], lead) {
			return num, nil
		}
		return nil, num
	}
	for _, f := range num {
		if varies(f) {
			after = append(after, f)
		} else {
			over = append(over, f)
		}
	}
	if len(over) == 0 && !formula.IsTall(s.row(nil, after)) {
		return after, nil
	}
	return over, after
}

// standsAbove reports whether a single factor stands above a number, 3k/2, rather than
// behind the fraction: ½(s − L₀)², (√3/2)μ.
func standsAbove(e Expr, lead formula.Product) bool {
	switch e.(type) {
	case *Sum:
		return len(lead) == 0
	case *Power:
		return !varies(e)
	}
	return len(lead) == 0 || !isRoot(lead[len(lead)-1])
}

func isRoot(b formula.Node) bool {
	_, ok := b.(formula.Root)
	return ok
}

// varies reports whether e changes with time.
func varies(e Expr) bool {
	found := false
	Walk(e, func(e Expr) bool {
		switch e := e.(type) {
		case *Function:
			found = true
		case *Symbol:
			found = found || isTime(e)
		}
		return !found
	})
	return found
}

// row lays out factors side by side after those already laid out.
func (s Style) row(lead formula.Product, factors []Expr) formula.Node {
	if len(lead) == 0 && len(factors) == 0 {
		return formula.Number{Digits: "1"}
	}
	if len(lead) == 0 && len(factors) == 1 {
		return s.Formula(factors[0])
	}
	row := append(formula.Product(nil), lead...)
	for i, f := range factors {
		b := s.term(f)
		if isOpen(b) {
			b = formula.Bracketed(b)
		}
		if c, ok := b.(formula.Call); ok && i < len(factors)-1 && !s.isNamedCall(factors[i+1]) {
			c.Arg = formula.Bracketed(c.Arg)
			b = c
		}
		row = append(row, b)
	}
	if len(row) == 1 {
		return row[0]
	}
	return row
}

// isNamedCall reports whether a factor is printed as a name and its argument.
func (s Style) isNamedCall(e Expr) bool {
	if p, ok := e.(*Power); ok {
		if n, isNum := p.exp.(*Number); isNum && n.val.IsInt() && n.val.Sign() > 0 {
			e = p.base
		}
	}
	c, ok := e.(*Call)
	return ok && c.fn != AbsFn && !c.fn.clips() && (c.fn != ExpFn || s.NamedExp)
}

func (s Style) power(p *Power) formula.Node {
	if c, n := clip(p); c != nil {
		return s.cases(c, n)
	}
	n, isNum := p.exp.(*Number)
	if isNum {
		if num, den, ok := n.val.Small(); ok && num == 1 && den <= 9 {
			root := formula.Root{Of: s.Formula(p.base)}
			if den > 2 {
				root.Index = string(rune('0' + den))
			}
			return root
		}
		if c, ok := p.base.(*Call); ok && s.isNamedCall(p) && c.fn != ExpFn && c.fn != LogFn && c.fn != SgnFn {
			return s.call(c, s.Formula(n))
		}
	}
	exp := s.Formula(p.exp)
	if f, ok := exp.(formula.Frac); ok {
		exp = formula.Slash(f)
	}
	return formula.Power{Base: s.powerBase(p.base), Exp: exp}
}

func (s Style) powerBase(e Expr) formula.Node {
	b := s.Formula(e)
	switch b := b.(type) {
	case formula.Number:
		if b.Exp10 == 0 {
			return b
		}
	case formula.Symbol:
		if !isOpen(b) && formula.IsAtom(b.Tree) {
			return b
		}
	case formula.Derivative:
		if b.Style == formula.Dot {
			return b
		}
	case formula.Fence:
		return b
	}
	return formula.Bracketed(b)
}

func (s Style) call(c *Call, exp formula.Node) formula.Node {
	if c.fn.clips() {
		return s.cases(c, one)
	}
	arg := s.Formula(c.arg)
	switch c.fn {
	case AbsFn:
		return formula.Fence{Open: "|", Close: "|", Of: arg}
	case ExpFn:
		if s.NamedExp {
			return formula.Call{Function: functions[c.fn], Exp: exp, Arg: formula.Bracketed(arg)}
		}
		if f, ok := arg.(formula.Frac); ok {
			return formula.Exponential{Exp: formula.Slash(f)}
		}
		return formula.Exponential{Exp: arg}
	}
	if c.fn == SgnFn || !isPlainArg(arg) {
		arg = formula.Bracketed(arg)
	}
	return formula.Call{Function: functions[c.fn], Exp: exp, Arg: arg}
}

// functions are what formulas call the elementary functions.
var functions = [...]string{SinFn: "sin", CosFn: "cos", TanFn: "tan", ExpFn: "exp", LogFn: "ln", SgnFn: "sgn"}

// isPlainArg reports whether a function's argument needs no brackets.
func isPlainArg(b formula.Node) bool {
	switch b := b.(type) {
	case formula.Number:
		return b.Exp10 == 0
	case formula.Symbol:
		return !isOpen(b) && !formula.HasArgument(b.Tree)
	case formula.Derivative, formula.Frac, formula.Degrees:
		return true
	case formula.Product:
		for _, f := range b {
			switch f := f.(type) {
			case formula.Number, formula.Symbol:
				if !isPlainArg(f) {
					return false
				}
			default:
				return false
			}
		}
		return true
	}
	return false
}

// isOpen reports whether n needs brackets as a factor.
func isOpen(n formula.Node) bool {
	switch n := n.(type) {
	case formula.Sum, formula.Minus, formula.Slash:
		return true
	case formula.Symbol:
		return formula.IsCompound(n.Tree)
	}
	return false
}
