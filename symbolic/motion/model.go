// Package motion assembles a graph's equations of motion, term by term from its edges.
//
// Every node has a position on its axis: a coordinate (bodies and joints), a constant (supports) or an input (a moving
// base). Every connector has an extension e, and its law gives its pull. It adds law·∂e/∂q to the equation of every
// coordinate q; on one axis ∂e/∂q is ±1, which is Newton's "equal and opposite". A body adds its inertia, an action its
// force. A term never forgets which element it came from, and keeps the shape in which it was written: k(s-L_0), not
// ks-kL_0.
package motion

import (
	"diagram/dsl"
	"diagram/symbolic"
)

// Model is a diagram's mechanics: its degrees of freedom and the equation of each.
type Model struct {
	Graph       *dsl.Graph
	Coordinates []*Coordinate // in the order of the file
	Inputs      []Input       // functions of time from outside: forces, torques, moving bases
	Equations   []*Equation   // one for each coordinate, in the same order
	// Positions is where each node is, by Element.ID, in the chosen origin: an expression in the coordinates.
	Positions []symbolic.Expr
}

// Coordinate is one degree of freedom.
type Coordinate struct {
	Symbol *symbolic.Function // s(t)
	Node   *dsl.Element       // the node whose place it tells; of several rigidly joined ones the first in the file
	// From is the support (or, with relative coordinates, the node) from which it is measured; nil for a fixed point in space.
	From *dsl.Element
	// Sense is +1 where the coordinate grows along the axis (right, or down a vertical axis), else -1.
	Sense int
	// Meaning says what it is in words: "the distance from W to T".
	Meaning string
}

// Input is a function of time that drives the system.
type Input struct {
	Symbol *symbolic.Function
	Source *dsl.Element
}

// Role is what a term stands for in its equation.
type Role uint8

// Pull is a connector's response; Applied what acts: forces, torques, actuators, weight; Inertial is mass times
// acceleration, or moment of inertia times angular acceleration.
const (
	Pull Role = iota
	Applied
	Inertial
)

// Term is one summand of an equation, with the element it came from.
type Term struct {
	Source *dsl.Element
	Role   Role
	Sign   int           // +1 or -1, as it stands on its side of the equation
	Expr   symbolic.Expr // without that sign, kept as written
}

// Signed is the term with its sign.
func (t Term) Signed() symbolic.Expr {
	if t.Sign < 0 {
		return symbolic.Neg(t.Expr)
	}
	return t.Expr
}

// Equation is one equation of motion: the sum of its left terms equals the sum of its right ones. An empty side is 0.
type Equation struct {
	Coordinate  *Coordinate
	Left, Right []Term
	// Where defines shorthands that the terms use, such as a = -d²s/dt².
	Where []Definition
}

// Definition says what a shorthand means.
type Definition struct {
	Symbol symbolic.Expr
	Value  symbolic.Expr
	Remark string // in words: "towards W"
}

// Form is a way to arrange an equation.
type Form string
