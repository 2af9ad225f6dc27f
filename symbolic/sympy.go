package symbolic

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"diagram/symbolic/naming"
)

// Sympy returns e as an expression that SymPy's sympify reads exactly, with nothing
// declared: functions of time as s(t), derivatives as Derivative(s(t), (t, 2)),
// fractions without rounding. A symbol bears its Plain name; one that SymPy would
// take for something else is written out, Symbol('beta'), Function('N')(t).
func Sympy(e Expr) string { return sympy(e, looseSum) }

// SympyOf returns the function n of an argument as SymPy reads it.
func SympyOf(n naming.Name, argument Expr) string {
	return sympyFunction(n) + "(" + Sympy(argument) + ")"
}

//go:embed sympynames.txt
var sympyNames string

// sympyTaken are the names that mean something to sympify: what SymPy exports, of
// versions 1.11 to 1.14, and Python's keywords and functions.
var sympyTaken = sync.OnceValue(func() map[string]bool {
	taken := map[string]bool{}
	for name := range strings.FieldsSeq(sympyNames) {
		taken[name] = true
	}
	return taken
})

func sympySymbol(n naming.Name) string {
	if sympyTaken()[n.Plain()] {
		return "Symbol('" + n.Plain() + "')"
	}
	return n.Plain()
}

func sympyFunction(n naming.Name) string {
	if sympyTaken()[n.Plain()] {
		return "Function('" + n.Plain() + "')"
	}
	return n.Plain()
}

// How tightly an expression must bind to stand without brackets.
const (
	looseSum = iota
	looseProduct
	loosePower
	tight
)

// sympy prints e with brackets if it binds less tightly than need.
func sympy(e Expr, need int) string {
	out, binds := sympyOpen(e)
	if binds < need {
		return "(" + out + ")"
	}
	return out
}

func sympyOpen(e Expr) (out string, binds int) {
	switch e := e.(type) {
	case *Number:
		switch {
		case !e.val.IsInt():
			return "Rational(" + e.val.Num().String() + ", " + e.val.Den().String() + ")", tight
		case e.val.Sign() < 0:
			return e.val.String(), looseProduct
		}
		return e.val.String(), tight
	case *Symbol:
		if isPi(e) {
			return "pi", tight
		}
		return sympySymbol(e.name), tight
	case *Function:
		f := sympyFunction(e.name) + "(t)"
		switch e.order {
		case 0:
			return f, tight
		case 1:
			return "Derivative(" + f + ", t)", tight
		}
		return "Derivative(" + f + ", (t, " + strconv.Itoa(e.order) + "))", tight
	case *Sum:
		return sympySum(e), looseSum
	case *Product:
		return sympyProduct(e.coef, e.factors), looseProduct
	case *Power:
		return sympyPower(e)
	case *Call:
		if e.fn.clips() {
			return sympyFns[e.fn] + "(0, " + sympy(e.arg, looseSum) + ")", tight
		}
		return sympyFns[e.fn] + "(" + sympy(e.arg, looseSum) + ")", tight
	}
	return "", tight
}

var sympyFns = [...]string{
	SinFn: "sin", CosFn: "cos", TanFn: "tan", ExpFn: "exp", LogFn: "log", AbsFn: "Abs", SgnFn: "sign", MaxFn: "Max", MinFn: "Min",
}

func sympySum(s *Sum) string {
	var b strings.Builder
	for i, t := range s.terms {
		sign, rest := SplitSign(t)
		switch {
		case sign < 0 && i == 0:
			b.WriteString("-")
		case sign < 0:
			b.WriteString(" - ")
		case i > 0:
			b.WriteString(" + ")
		}
		b.WriteString(sympy(rest, looseProduct))
	}
	return b.String()
}

func sympyProduct(coef *Number, factors []Expr) string {
	var num, den []string
	lead := coef
	sign := ""
	if coef.val.Sign() < 0 {
		sign = "-"
		lead = Neg(coef).(*Number)
	}
	_, _, ends := lead.decimalDigits()
	switch {
	case lead.val.IsOne():
	case lead.val.IsInt() || ends:
		num = append(num, sympy(lead, tight))
	default:
		if p := lead.val.Num().String(); p != "1" {
			num = append(num, p)
		}
		den = append(den, lead.val.Den().String())
	}
	for _, f := range factors {
		if p, ok := f.(*Power); ok && isReciprocal(p) {
			den = append(den, sympy(Pow(p.base, Neg(p.exp)), loosePower))
		} else {
			num = append(num, sympy(f, loosePower))
		}
	}
	if len(num) == 0 {
		num = []string{"1"}
	}
	out := sign + strings.Join(num, "*")
	switch len(den) {
	case 0:
	case 1:
		out += "/" + den[0]
	default:
		out += "/(" + strings.Join(den, "*") + ")"
	}
	return out
}

func sympyPower(p *Power) (out string, binds int) {
	if isReciprocal(p) {
		return sympyProduct(one, []Expr{p}), looseProduct
	}
	if Equal(p.exp, half) {
		return "sqrt(" + sympy(p.base, looseSum) + ")", tight
	}
	return sympy(p.base, tight) + "**" + sympy(p.exp, tight), loosePower
}
