package graph

import (
	"diagram/symbolic"
	"diagram/symbolic/naming"
)

// ExprName is how an expression is printed as a label.
func ExprName(e symbolic.Expr) naming.Name { return Printed(e, symbolic.Style{}) }

// Printed is how an expression is printed in a style.
func Printed(e symbolic.Expr, style symbolic.Style) naming.Name {
	if name := LeafName(e); name.Plain() != "" {
		return name
	}
	return naming.Shown(style.Formula(e))
}

// LeafName is the name of a symbol or a function of time; empty for other expressions.
func LeafName(e symbolic.Expr) naming.Name {
	switch e := e.(type) {
	case *symbolic.Symbol:
		return e.Name()
	case *symbolic.Function:
		return e.Name()
	}
	return naming.Name{}
}
