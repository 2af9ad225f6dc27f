package formula

import (
	"fmt"
	"slices"
)

// parts is a name taken apart where a dot or a prime goes: the m, the ₁ and the (t) of m₁(t). The core of a name of
// several letters is all of it, so that its dot covers them all.
type parts struct {
	core     Node
	marks    Script // its primes and scripts, without a base
	argument Row
}

func takeApart(n Node) parts {
	row := AsRow(n)
	if len(row) == 0 || len(row) > 1 && !isArgument(row[1:]) {
		return parts{core: n}
	}
	p := parts{core: row[0], argument: row[1:]}
	if s, ok := row[0].(Script); ok {
		p.core, s.Base = s.Base, nil
		p.marks = s
	}
	return p
}

// isArgument reports whether pieces stand in brackets, like the (t) of F(t).
func isArgument(row Row) bool {
	return isGlyph(row[0], "(") && isGlyph(row[len(row)-1], ")")
}

func isGlyph(n Node, tex string) bool {
	g, ok := n.(Glyph)
	return ok && g.TeX == tex
}

// AsRow is a node as a row of pieces.
func AsRow(n Node) Row {
	if row, ok := n.(Row); ok {
		return row
	}
	return Row{n}
}

// raised reports whether there is something up on the right, on which TeX would not set a superscript.
func (s Script) raised() bool { return s.Sup != nil || s.Primes > 0 }

// isAccent reports whether a piece is a letter with a mark over it.
func isAccent(n Node) bool {
	c, ok := n.(Command)
	return ok && accents[c.Name] != ""
}

// isSingle reports whether a piece is one character or one command without argument.
func isSingle(n Node) bool {
	switch n := n.(type) {
	case Glyph:
		return len([]rune(n.TeX)) == 1 || n.TeX[0] == '\\' && lettersOnly(n.TeX[1:])
	case Row:
		return len(n) == 1 && isSingle(n[0])
	}
	return false
}

// isSeveral reports whether a factor is a name of several letters side by side, Δx, which must not run into its neighbours.
func isSeveral(n Node) bool {
	s, ok := n.(Symbol)
	if !ok {
		return false
	}
	row, ok := takeApart(s.Tree).core.(Row)
	return ok && len(row) > 1
}

// IsAtom reports whether a name is one letter or word with its scripts, so that an exponent belongs to all of it: not
// \frac{k}{2}, not 2k, not F(t).
func IsAtom(n Node) bool {
	p := takeApart(n)
	if len(p.argument) > 0 {
		return false
	}
	switch core := p.core.(type) {
	case Frac:
		return false
	case Row:
		return len(core) < 2
	}
	return true
}

// HasArgument reports whether a name ends in brackets: F(t).
func HasArgument(n Node) bool {
	row := AsRow(n)
	return len(row) > 0 && isGlyph(row[len(row)-1], ")")
}

// IsCompound reports whether a name reads as several operands, such as k+1 or k/2, and so needs brackets as a factor. What
// stands in brackets or braces is one.
func IsCompound(n Node) bool {
	depth := 0
	for _, piece := range AsRow(n) {
		if s, ok := piece.(Script); ok {
			piece = s.Base
		}
		g, _ := piece.(Glyph)
		switch g.TeX {
		case "(", "[":
			depth++
		case ")", "]":
			depth--
		case "+", "-", "/", "=", "<", ">":
			if depth == 0 {
				return true
			}
		}
	}
	return false
}

// IsTall reports whether a node stands higher than a line of text; a name does with a fraction anywhere in it, were it in a
// script.
func IsTall(n Node) bool {
	switch n := n.(type) {
	case Glyph, Words, Line, Number, Degrees, Slash, Exponential:
		return false
	case Frac, Grid, Cases, Stack:
		return true
	case Row:
		return slices.ContainsFunc(n, IsTall)
	case Group:
		return slices.ContainsFunc(n.Row, IsTall)
	case Script:
		return IsTall(n.Base) || n.Sub != nil && IsTall(n.Sub) || n.Sup != nil && IsTall(n.Sup)
	case Command:
		return IsTall(n.Arg)
	case Root:
		return IsTall(n.Of)
	case Symbol:
		return IsTall(n.Tree)
	case Derivative:
		return n.Style == Leibniz
	case Product:
		return slices.ContainsFunc(n, IsTall)
	case List:
		return slices.ContainsFunc(n, IsTall)
	case Sum:
		return slices.ContainsFunc(n, func(t Signed) bool { return IsTall(t.Of) })
	case Minus:
		return IsTall(n.Of)
	case Power:
		return IsTall(n.Base)
	case Call:
		return IsTall(n.Arg)
	case Fence:
		return IsTall(n.Of)
	case Relation:
		return IsTall(n.Left) || IsTall(n.Right)
	}
	panic(fmt.Sprintf("formula: unknown node %T", n))
}

// slashed puts brackets around what a slash would tear apart.
func slashed(n Node) Node {
	switch n.(type) {
	case Product, Sum, Frac:
		return Fence{"(", ")", n}
	}
	return n
}

// Bracketed is a node in round brackets; one that is so already stays as it is.
func Bracketed(n Node) Node {
	if f, ok := n.(Fence); ok && f.Open == "(" {
		return n
	}
	return Fence{"(", ")", n}
}
