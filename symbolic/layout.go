package symbolic

import "strings"

// DerivativeStyle is a way to write time derivatives.
type DerivativeStyle uint8

// The ways to write time derivatives.
const (
	Leibniz DerivativeStyle = iota // ds/dt
	Dot                            // ṡ
	Prime                          // s′
)

// Style says how an expression is printed.
type Style struct {
	Derivatives DerivativeStyle
	NamedExp    bool // exp(x), for e^x where e is a symbol
}

// A box is a piece of a formula as a reader sees it. Where fractions, brackets and
// signs go is decided once, by layout; the printers for LaTeX, text and MathML only
// spell the boxes.
type box interface{ isBox() }

type (
	numberBox struct {
		digits string // without sign: 3, 0.25
		exp10  int    // times ten to this power
	}
	degreeBox struct{ number numberBox } // an angle: 20°
	nameBox   struct{ name Name }
	derivBox  struct { // order ≥ 1
		name  Name
		order int
		style DerivativeStyle
	}
	rowBox   []box // factors side by side
	sumBox   []signedBox
	minusBox struct{ of box }
	fracBox  struct{ num, den box }
	powBox   struct{ base, exp box }
	ratioBox struct{ num, den box } // a slashed fraction, for exponents
	rootBox  struct {
		of    box
		index string // empty for the square root
	}
	callBox struct {
		fn  Fn
		exp box // sin²x, or nil
		arg box
	}
	expBox   struct{ arg box }
	absBox   struct{ of box }
	parenBox struct{ of box }
)

type signedBox struct {
	minus bool
	of    box
}

func (numberBox) isBox() {}
func (degreeBox) isBox() {}
func (nameBox) isBox()   {}
func (derivBox) isBox()  {}
func (rowBox) isBox()    {}
func (sumBox) isBox()    {}
func (minusBox) isBox()  {}
func (fracBox) isBox()   {}
func (powBox) isBox()    {}
func (ratioBox) isBox()  {}
func (rootBox) isBox()   {}
func (callBox) isBox()   {}
func (expBox) isBox()    {}
func (absBox) isBox()    {}
func (parenBox) isBox()  {}

// layout turns e into boxes.
func (s Style) layout(e Expr) box {
	if sum, ok := e.(*Sum); ok {
		out := make(sumBox, len(sum.terms))
		for i, t := range sum.terms {
			sign, rest := SplitSign(t)
			out[i] = signedBox{sign < 0, s.term(rest)}
			if sign < 0 && isOpen(out[i].of) {
				out[i].of = parenBox{out[i].of}
			}
		}
		return out
	}
	sign, rest := SplitSign(e)
	b := s.term(rest)
	if sign < 0 {
		if isOpen(b) {
			b = parenBox{b}
		}
		return minusBox{b}
	}
	return b
}

// term lays out an expression without a leading minus.
func (s Style) term(e Expr) box {
	switch e := e.(type) {
	case *Number:
		return s.number(e)
	case *Symbol:
		return nameBox{e.name}
	case *Function:
		if e.order == 0 {
			return nameBox{e.name}
		}
		name := e.name
		if isCompound(name.LaTeX) {
			name.LaTeX, name.Text = "("+name.LaTeX+")", "("+name.Text+")"
		}
		return derivBox{name, e.order, s.derivativeStyle(e.order)}
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
	return s.layout(e)
}

// derivativeStyle falls back on Leibniz where dots would be too many to count.
func (s Style) derivativeStyle(order int) DerivativeStyle {
	if s.Derivatives == Dot && order > 3 {
		return Leibniz
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
func (s Style) product(coef *Number, factors []Expr) box {
	if angle, ok := s.degrees(coef, factors); ok {
		return angle
	}
	if root, ok := rootOfFraction(coef, factors); ok {
		return s.term(root)
	}
	above, below := s.number(coef), rowBox(nil)
	if f, ok := above.(fracBox); ok {
		above, below = f.num, rowBox{f.den}
	}
	var num, den, last []Expr
	surds, factors := splitSurds(factors)
	for _, f := range factors {
		if p, ok := f.(*Power); ok && isReciprocal(p) {
			den = append(den, Pow(p.base, Neg(p.exp)))
		} else if s.isNamedCall(f) {
			last = append(last, f)
		} else {
			num = append(num, f)
		}
	}
	num = append(num, last...)
	lead := rowBox{}
	if n := above.(numberBox); n.digits != "1" || n.exp10 != 0 {
		lead = rowBox{above}
	}
	for _, f := range surds {
		lead = append(lead, s.term(f))
	}
	if len(den) == 0 && len(below) == 0 {
		return s.row(lead, num)
	}
	over, after := s.splitFraction(lead, num, len(den) > 0)
	frac := fracBox{s.row(lead, over), s.row(below, den)}
	if len(after) == 0 {
		return frac
	}
	return s.row(rowBox{frac}, after)
}

// splitFraction decides which factors stand above the line and which after it.
func (s Style) splitFraction(lead rowBox, num []Expr, symbolic bool) (over, after []Expr) {
	if !symbolic { // a number below the line
		if len(num) == 1 && !isTall(s.term(num[0])) && standsAbove(num[0], lead) {
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
	if len(over) == 0 && !isTall(s.row(nil, after)) {
		return after, nil
	}
	return over, after
}

// standsAbove reports whether a single factor stands above a number, 3k/2, rather than
// behind the fraction: ½(s − L₀)², (√3/2)μ.
func standsAbove(e Expr, lead rowBox) bool {
	switch e.(type) {
	case *Sum:
		return len(lead) == 0
	case *Power:
		return !varies(e)
	}
	return len(lead) == 0 || !isRoot(lead[len(lead)-1])
}

func isRoot(b box) bool {
	_, ok := b.(rootBox)
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
func (s Style) row(lead rowBox, factors []Expr) box {
	if len(lead) == 0 && len(factors) == 0 {
		return numberBox{digits: "1"}
	}
	if len(lead) == 0 && len(factors) == 1 {
		return s.layout(factors[0])
	}
	row := append(rowBox(nil), lead...)
	for i, f := range factors {
		b := s.term(f)
		if isOpen(b) {
			b = parenBox{b}
		}
		if c, ok := b.(callBox); ok && i < len(factors)-1 && !s.isNamedCall(factors[i+1]) {
			c.arg = closed(c.arg)
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
	return ok && c.fn != AbsFn && (c.fn != ExpFn || s.NamedExp)
}

func (s Style) power(p *Power) box {
	n, isNum := p.exp.(*Number)
	if isNum {
		if num, den, ok := n.val.Small(); ok && num == 1 && den <= 9 {
			root := rootBox{of: s.layout(p.base)}
			if den > 2 {
				root.index = string(rune('0' + den))
			}
			return root
		}
		if c, ok := p.base.(*Call); ok && s.isNamedCall(p) && c.fn != ExpFn && c.fn != LogFn && c.fn != SgnFn {
			return s.call(c, s.layout(n))
		}
	}
	exp := s.layout(p.exp)
	if f, ok := exp.(fracBox); ok {
		exp = ratioBox(f)
	}
	return powBox{s.powerBase(p.base), exp}
}

func (s Style) powerBase(e Expr) box {
	b := s.layout(e)
	switch b := b.(type) {
	case numberBox:
		if b.exp10 == 0 {
			return b
		}
	case nameBox:
		if !isOpen(b) && isAtom(b.name) {
			return b
		}
	case derivBox:
		if b.style == Dot {
			return b
		}
	case absBox, parenBox:
		return b
	}
	return parenBox{b}
}

func (s Style) call(c *Call, exp box) box {
	arg := s.layout(c.arg)
	switch c.fn {
	case AbsFn:
		return absBox{arg}
	case ExpFn:
		if s.NamedExp {
			return callBox{c.fn, exp, closed(arg)}
		}
		if f, ok := arg.(fracBox); ok {
			return expBox{ratioBox(f)}
		}
		return expBox{arg}
	}
	if c.fn == SgnFn || !isPlainArg(arg) {
		arg = closed(arg)
	}
	return callBox{c.fn, exp, arg}
}

// isPlainArg reports whether a function's argument needs no brackets.
func isPlainArg(b box) bool {
	switch b := b.(type) {
	case numberBox:
		return b.exp10 == 0
	case nameBox:
		return !isOpen(b) && !hasArgument(b.name)
	case derivBox, fracBox, degreeBox:
		return true
	case rowBox:
		for _, f := range b {
			switch f := f.(type) {
			case numberBox, nameBox:
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

func closed(b box) box {
	if _, ok := b.(parenBox); ok {
		return b
	}
	return parenBox{b}
}

// isOpen reports whether b needs brackets as a factor.
func isOpen(b box) bool {
	switch b := b.(type) {
	case sumBox, minusBox, ratioBox:
		return true
	case nameBox:
		return isCompound(b.name.LaTeX)
	}
	return false
}

// isTall reports whether b stands higher than a line of text.
func isTall(b box) bool {
	switch b := b.(type) {
	case fracBox:
		return true
	case nameBox:
		return strings.Contains(b.name.LaTeX, `\frac`)
	case derivBox:
		return b.style == Leibniz
	case rowBox:
		for _, f := range b {
			if isTall(f) {
				return true
			}
		}
	case sumBox:
		for _, t := range b {
			if isTall(t.of) {
				return true
			}
		}
	case minusBox:
		return isTall(b.of)
	case powBox:
		return isTall(b.base)
	case rootBox:
		return isTall(b.of)
	case callBox:
		return isTall(b.arg)
	case absBox:
		return isTall(b.of)
	case parenBox:
		return isTall(b.of)
	}
	return false
}
