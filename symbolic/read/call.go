package read

import (
	"fmt"
	"strings"

	"diagram/symbolic"
	"diagram/symbolic/naming"
)

var calls = map[string]func(symbolic.Expr) symbolic.Expr{
	"sin": symbolic.Sin, "cos": symbolic.Cos, "tan": symbolic.Tan, "sqrt": symbolic.Sqrt, "exp": symbolic.Exp, "log": symbolic.Log, "abs": symbolic.Abs, "sgn": symbolic.Sgn,
	"max": symbolic.Max0, "min": symbolic.Min0,
}

var sympyCalls = map[string]func(symbolic.Expr) symbolic.Expr{
	"sin": symbolic.Sin, "cos": symbolic.Cos, "tan": symbolic.Tan, "sqrt": symbolic.Sqrt, "exp": symbolic.Exp, "log": symbolic.Log, "Abs": symbolic.Abs, "sign": symbolic.Sgn,
	"Max": symbolic.Max0, "Min": symbolic.Min0,
}

// clips are the calls whose first argument is 0.
var clips = map[string]bool{"max": true, "min": true, "Max": true, "Min": true}

// called reads what follows the word of a call: its arguments in brackets.
func (p *parser) called(word string, start int) (symbolic.Expr, error) {
	known := calls
	if p.sympy {
		known = sympyCalls
	}
	f, ok := known[word]
	switch {
	case ok:
	case p.sympy && word == "Derivative":
		return p.derivative()
	case p.sympy && word == "Rational":
		return p.rational()
	case p.sympy && (word == "Symbol" || word == "Function") && strings.HasPrefix(p.rest(), "('"):
		return p.writtenOut(word)
	case p.sympy:
		return p.function(word, start)
	case p.argumentIsTime():
		return p.function(word, start)
	default:
		return nil, SyntaxError{start, fmt.Sprintf("there is no function %q; to multiply, write %s*(…); a function of time is %[2]s(t)", truncateRunes(word, 20), truncateRunes(word, 20))}
	}
	p.accept("(")
	if clips[word] {
		if err := p.zero(word); err != nil {
			return nil, err
		}
	}
	arg, err := p.sum()
	if err != nil {
		return nil, err
	}
	if err := p.expect(")"); err != nil {
		return nil, err
	}
	return f(arg), nil
}

// zero reads the first argument of max or min, and the comma behind it.
func (p *parser) zero(word string) error {
	at := p.pos
	first, err := p.sum()
	if err != nil {
		return err
	}
	if !symbolic.IsZero(first) || !p.accept(",") {
		return SyntaxError{at, fmt.Sprintf("%s takes 0 and an expression: %[1]s(0, …)", word)}
	}
	return nil
}

// writtenOut reads ('beta') after Symbol, and ('N')(t) after Function.
func (p *parser) writtenOut(class string) (symbolic.Expr, error) {
	p.accept("('")
	start, n := p.pos, p.nameLen()
	name, err := p.spell(p.rest()[:n], start)
	if err != nil {
		return nil, err
	}
	p.pos += n
	if err := p.expect("')"); err != nil {
		return nil, err
	}
	if class == "Function" {
		return p.ofTime(name)
	}
	return symbolic.NewSymbol(name), nil
}

// argumentIsTime reports whether (t) comes next.
func (p *parser) argumentIsTime() bool {
	ahead := parser{src: p.src, pos: p.pos}
	return ahead.accept("(") && ahead.accept("t") && ahead.accept(")")
}

// function reads (t) after the word of a function of time.
func (p *parser) function(word string, start int) (symbolic.Expr, error) {
	if !p.sympy && (word == "t" || word == "pi" || word == "π") {
		return nil, SyntaxError{start, fmt.Sprintf("%s can't be a function of time", word)}
	}
	name, err := p.spell(word, start)
	if err != nil {
		return nil, err
	}
	return p.ofTime(name)
}

// ofTime reads (t) after a name. Authors see it printed as they wrote it; SymPy has
// it behind every function.
func (p *parser) ofTime(name naming.Name) (symbolic.Expr, error) {
	for _, part := range []string{"(", "t", ")"} {
		if err := p.expect(part); err != nil {
			return nil, err
		}
	}
	if !p.sympy {
		name = name.OfTime()
	}
	return symbolic.NewFunction(name), nil
}

// derivative reads (s(t), t) or (s(t), (t, 2)) after Derivative.
func (p *parser) derivative() (symbolic.Expr, error) {
	p.accept("(")
	at := p.pos
	e, err := p.atom()
	if err != nil {
		return nil, err
	}
	f, ok := e.(*symbolic.Function)
	if !ok {
		return nil, SyntaxError{at, "only functions of time have derivatives here"}
	}
	if err := p.expect(","); err != nil {
		return nil, err
	}
	order := int64(1)
	if p.accept("(") {
		if err := p.expect("t"); err != nil {
			return nil, err
		}
		if err := p.expect(","); err != nil {
			return nil, err
		}
		if order, err = p.integer(); err != nil {
			return nil, err
		}
		if err := p.expect(")"); err != nil {
			return nil, err
		}
	} else if err := p.expect("t"); err != nil {
		return nil, err
	}
	if err := p.expect(")"); err != nil {
		return nil, err
	}
	if order < 0 || order > maxOrder {
		return nil, SyntaxError{at, fmt.Sprintf("a derivative is of order 0 to %d", maxOrder)}
	}
	return f.D(int(order)), nil
}

// maxOrder bounds the order of a derivative that is read.
const maxOrder = 1000

// rational reads (p, q) after Rational.
func (p *parser) rational() (symbolic.Expr, error) {
	p.accept("(")
	num, err := p.unary()
	if err != nil {
		return nil, err
	}
	if err := p.expect(","); err != nil {
		return nil, err
	}
	at := p.pos
	den, err := p.unary()
	if err != nil {
		return nil, err
	}
	if err := p.expect(")"); err != nil {
		return nil, err
	}
	a, ok1 := num.(*symbolic.Number)
	b, ok2 := den.(*symbolic.Number)
	if !ok1 || !ok2 || b.Value().IsZero() {
		return nil, SyntaxError{at, "Rational takes two whole numbers, the second not zero"}
	}
	return symbolic.Div(a, b), nil
}

func (p *parser) integer() (int64, error) {
	at := p.pos
	e, err := p.unary()
	if err != nil {
		return 0, err
	}
	if n, ok := e.(*symbolic.Number); ok {
		if v, ok := n.Value().Int64(); ok {
			return v, nil
		}
	}
	return 0, SyntaxError{at, "expected a whole number"}
}
