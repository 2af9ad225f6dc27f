package formula

import (
	"fmt"
	"strconv"
)

// Expand returns what a node that isn't a piece of its own shows: the pieces that an author would write for it, side by
// side. They may be nodes to expand again. It is for those who set formulas; its printers spell the nodes themselves.
func Expand(n Node) Node {
	switch n := n.(type) {
	case Symbol:
		return n.Tree
	case Number:
		return n.expand()
	case Degrees:
		base := Node(n.Number)
		if n.Exp10 != 0 {
			base = Row{signs['('], n.Number, signs[')']}
		}
		return Script{Base: base, Sup: symbols["circ"]}
	case Derivative:
		return n.expand()
	case Product:
		return n.expand()
	case Sum:
		return n.expand()
	case Minus:
		return Row{signs['-'], n.Of}
	case Power:
		return Script{Base: n.base(), Sup: n.Exp}
	case Slash:
		return Row{slashed(n.Num), signs['/'], slashed(n.Den)}
	case Call:
		return n.expand()
	case Exponential:
		return Script{Base: Letter('e'), Sup: n.Exp}
	case List:
		var row Row
		for i, piece := range n {
			if i > 0 {
				row = append(row, signs[','])
			}
			row = append(row, piece)
		}
		return row
	case Relation:
		return Row{n.Left, sign(n.Sign), n.Right}
	}
	panic(fmt.Sprintf("formula: unknown node %T", n))
}

// Otherwise is what stands beside the last of several cases.
var Otherwise = Words{Command: "text", Text: "otherwise"}

// sign is the sign of a relation, in LaTeX, as a piece.
func sign(tex string) Glyph { return Glyph{TeX: tex} }

func digits(s string) Glyph { return Glyph{s, s, s} }

func (n Number) expand() Node {
	if n.Exp10 == 0 {
		return digits(n.Digits)
	}
	ten := Script{Base: digits("10"), Sup: digits(strconv.Itoa(n.Exp10))}
	if n.Digits == "1" {
		return ten
	}
	return Row{digits(n.Digits), symbols["times"], ten}
}

func (factors Product) expand() Node {
	var row Row
	for i, n := range factors {
		if i > 0 {
			if _, afterNumber := factors[i-1].(Number); afterNumber && startsWithDigit(n) {
				row = append(row, symbols["cdot"])
			}
			if isSeveral(factors[i-1]) || isSeveral(n) {
				row = append(row, symbols[","])
			}
		}
		row = append(row, n)
	}
	return row
}

func (sum Sum) expand() Node {
	var row Row
	for i, t := range sum {
		switch {
		case t.Minus:
			row = append(row, signs['-'])
		case i > 0:
			row = append(row, signs['+'])
		}
		row = append(row, t.Of)
	}
	return row
}

// base is the base of a power, with a superscript of its own kept apart from the exponent.
func (p Power) base() Node {
	switch n := p.Base.(type) {
	case Symbol:
		if name := takeApart(n.Tree); name.marks.raised() {
			return guard(n, isAccent(name.core))
		}
	case Derivative:
		if takeApart(n.Of.Tree).marks.raised() {
			return guard(n, n.Order <= 2)
		}
	}
	return p.Base
}

// guard keeps the superscript of a name apart from the next. Braces do, but TeX drops those around a lone accented letter.
func guard(n Node, accented bool) Node {
	if accented {
		return Row{signs['('], n, signs[')']}
	}
	return Group{AsRow(n)}
}

func (c Call) expand() Node {
	var row Row
	name := Node(symbols[c.Function])
	if c.Function == "sgn" {
		name = Command{"operatorname", Row{Letter('s'), Letter('g'), Letter('n')}}
	}
	if c.Exp != nil {
		row = Row{Script{Base: name, Sup: c.Exp}}
		if startsWithDigit(c.Arg) {
			row = append(row, symbols[","])
		}
		return append(row, c.Arg)
	}
	return Row{name, c.Arg}
}

func (d Derivative) expand() Node {
	p := takeApart(d.Of.Tree)
	switch {
	case d.Style == Dot && d.Order <= 3:
		p.marks.Base = Command{[...]string{1: "dot", 2: "ddot", 3: "dddot"}[d.Order], p.core}
		return append(Row{p.marks.orBase()}, p.argument...)
	case d.Style == Prime:
		return append(Row{d.primed(p)}, p.argument...)
	}
	num, den := Row{Letter('d'), d.Of}, Row{Letter('d'), Letter('t')}
	if d.Order > 1 {
		order := digits(strconv.Itoa(d.Order))
		num[0], den[1] = Script{Base: Letter('d'), Sup: order}, Script{Base: Letter('t'), Sup: order}
	}
	return Frac{num, den}
}

// primed is a name with a prime for each order, or with the order in brackets where they would be too many to count.
func (d Derivative) primed(p parts) Script {
	s := p.marks
	s.Base = p.core
	if p.marks.raised() {
		s = Script{Base: guard(s, isAccent(p.core))}
	}
	if d.Order > 3 {
		s.Sup = Row{signs['('], digits(strconv.Itoa(d.Order)), signs[')']}
		return s
	}
	s.Primes = d.Order
	return s
}

// startsWithDigit reports whether a node would run into a number before it.
func startsWithDigit(n Node) bool {
	switch n := n.(type) {
	case Number:
		return true
	case Degrees:
		return n.Exp10 == 0
	case Glyph:
		return isDigit(n.TeX[0])
	case Row:
		return len(n) > 0 && startsWithDigit(n[0])
	case Script:
		return startsWithDigit(n.Base)
	case Symbol, Derivative, Product, Sum, Power, Slash, List, Relation:
		return startsWithDigit(Expand(n))
	}
	return false
}
