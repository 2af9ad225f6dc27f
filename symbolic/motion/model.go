// Package motion assembles a graph's equations of motion, term by term from its edges.
//
// Every node has a position on its axis: a coordinate (bodies and joints), a constant (supports) or an input (a moving
// base). Every connector has an extension e, and its law gives its pull. It adds law·∂e/∂q to the equation of every
// coordinate q; on one axis ∂e/∂q is ±1, which is Newton's "equal and opposite". A body adds its inertia, an action its
// force. A term never forgets which element it came from, and keeps the shape in which it was written: k(s-L_0), not
// ks-kL_0.
//
// New does this. What it finds can be read in several forms: Model.Arrange gives the same terms in another order; Matrices,
// StateSpace, Transfers, Normalized and Energy bring them into shapes of their own; Eliminate takes massless joints out.
// A form that doesn't apply says which element is in the way.
//
// No term depends on an element's kind by name: the kind is asked for its law, its inertia, its energies. So a new kind needs
// nothing here, and the energies, which the laws don't use, check the laws' signs (see Energy).
package motion

import (
	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/symbolic"
)

// Model is a diagram's mechanics: its degrees of freedom and the equation of each.
type Model struct {
	Graph       *graph.Graph
	Coordinates []*Coordinate // in the order of the file
	Inputs      []Input       // functions of time from outside: forces, torques, moving bases
	Varying     []Input       // further functions of time, which laws bring as factors: a stiffness k(t)
	Equations   []*Equation   // one for each coordinate, in the same order
	// Positions is where each node is, by Element.ID, in the chosen origin: an expression in the coordinates.
	Positions []symbolic.Expr

	kin   *kinematics
	work  *symbolic.Work // for the answer at hand
	terms [][]Term       // by coordinate; pulls and inertia as on the left of "= what acts"
	by    [][]Term       // by Element.ID
	// normal is what presses sliding connectors together.
	normal map[*graph.Element]symbolic.Expr
	value  map[string]float64 // by Name.Key
	// eliminated reports whether massless joints were taken out, so that terms don't come from the elements' laws as they are.
	eliminated bool
	// Panel is the part of the figure of which the model is, nil for all of it; panel is its index. Numbers among all
	// coordinates of the figure are those of among.
	Panel *graph.Panel
	panel int
	among []*Coordinate
	// whole is the model with its joints, where they were taken out.
	whole *Model
	index map[string]int // of coordinates, by Name.Key
}

// New derives the equations of motion of a graph. Its diagnostics name the element in the way; with errors among them
// the model isn't complete. A diagram in which nothing moves has a model without coordinates.
func New(g *graph.Graph) (*Model, diag.List) {
	m := &Model{Graph: g, index: make(map[string]int, len(g.Nodes)), normal: map[*graph.Element]symbolic.Expr{}}
	m.kin = newKinematics(g)
	m.work = m.kin.work
	m.kin.place(m)
	m.kin.describe(m)
	m.findInputs()
	a := newAssembly(m.kin, m)
	a.assemble()
	m.terms = a.terms
	if m.kin.equilibrium {
		a.shiftToEquilibrium()
	}
	m.note()
	diags := m.kin.diags
	diags.Sort()
	if len(m.Coordinates) > 0 {
		m.Equations = m.edges()
	}
	return m, diags
}

// isCoordinate reports whether an expression is a coordinate or one of its derivatives.
func (m *Model) isCoordinate(e symbolic.Expr) bool {
	f, ok := e.(*symbolic.Function)
	if ok {
		_, ok = m.index[f.Name().Key()]
	}
	return ok
}

// findInputs lists the functions of time that the author's elements bring, but for what acts across the axis.
func (m *Model) findInputs() {
	seen := map[string]bool{}
	find := func(t component.Type, list *[]Input) {
		for _, el := range m.Graph.Elements {
			if !m.holds(el) {
				continue
			}
			for _, a := range el.Kind.Attributes {
				e := el.Params[a.Name]
				if a.Type != t || e == nil || el.Across() {
					continue
				}
				for _, f := range symbolic.Functions(e) {
					if name := f.Name().Key(); !seen[name] {
						seen[name] = true
						*list = append(*list, Input{Symbol: f.D(-f.Order()), Source: el})
					}
				}
			}
		}
	}
	find(component.Input, &m.Inputs)
	find(component.Parameter, &m.Varying)
}

// Terms are the terms that an element gives, equation by equation, as in the edges form before shorthands; none for an
// annotation or a support that stands still.
func (m *Model) Terms(el *graph.Element) []Term { return m.by[el.ID] }

// Value is the number that a quantity statement gives a symbol, in SI units.
func (m *Model) Value(e symbolic.Expr) (float64, bool) {
	s, ok := e.(*symbolic.Symbol)
	if !ok {
		return 0, false
	}
	v, ok := m.value[s.Name().Key()]
	return v, ok
}

// note fills what Terms and Value look up.
func (m *Model) note() {
	given := make([]int, len(m.Graph.Elements)) // how many terms each element gives
	for _, terms := range m.terms {
		for _, t := range terms {
			given[t.Source.ID]++
			for _, el := range t.Also {
				given[el.ID]++
			}
		}
	}
	m.by = sliceArena[Term](given)
	for _, terms := range m.terms {
		for _, t := range terms {
			m.by[t.Source.ID] = append(m.by[t.Source.ID], t)
			for _, el := range t.Also {
				m.by[el.ID] = append(m.by[el.ID], t)
			}
		}
	}
	m.value = make(map[string]float64, len(m.Graph.Values))
	for _, v := range m.Graph.Values {
		m.value[v.Symbol.Key()] = v.Number.Float64()
	}
}

// Coordinate is one degree of freedom.
type Coordinate struct {
	Symbol *symbolic.Function // s(t)
	Node   *graph.Element     // the node whose place it tells; of several rigidly joined ones the first in the file
	// From is the support (or, with relative coordinates, the node) from which it is measured; nil for a fixed point in space.
	From *graph.Element
	// Sense is +1 where the coordinate grows among the axis (right, or down a vertical axis), else -1.
	Sense int
	// Meaning says what it is in words: "the distance from W to T".
	Meaning string
}

// Input is a function of time that drives the system.
type Input struct {
	Symbol *symbolic.Function
	Source *graph.Element
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
	Source *graph.Element
	Also   []*graph.Element // further elements, where several became one: springs in series
	Role   Role
	Sign   int           // +1 or -1, as it stands on its side of the equation
	Expr   symbolic.Expr // without that sign, kept as written
}

// Shown is the term as it is printed on its side: whether a minus leads, and what follows.
func (t Term) Shown() (minus bool, e symbolic.Expr) {
	sign, e := symbolic.SplitSign(t.Expr)
	return sign*t.Sign < 0, e
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
	// Amount is what Value comes to in numbers; nil where the text doesn't give them all, or Value is one.
	Amount *Amount

	unit string // that an amount would have
}

// Residual is the equation as an expression that is zero: its left side less its right one, shorthands written out.
func (eq *Equation) Residual() symbolic.Expr {
	parts := make([]symbolic.Expr, 0, len(eq.Left)+len(eq.Right))
	for _, t := range eq.Left {
		parts = append(parts, t.Signed())
	}
	for _, t := range eq.Right {
		parts = append(parts, symbolic.Neg(t.Signed()))
	}
	return WrittenOut(symbolic.Add(parts...), eq.Where)
}

// WrittenOut is an expression with the meaning of shorthands in their place.
func WrittenOut(e symbolic.Expr, where []Definition) symbolic.Expr {
	if len(where) == 0 {
		return e
	}
	pairs := make([]symbolic.Pair, len(where))
	for i, d := range where {
		pairs[i] = symbolic.Pair{From: d.Symbol, To: d.Value}
	}
	return symbolic.Substitute(e, pairs...)
}
