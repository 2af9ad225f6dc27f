package lines

import (
	"diagram/dsl/diag"
	"diagram/symbolic"
	"diagram/symbolic/formula"
	"diagram/symbolic/motion"
	"diagram/symbolic/naming"
)

// energy is the kinetic energy, the potential energy and the dissipation function, each with the elements that its summands
// come from, the generalised forces, and Lagrange's equation of each coordinate.
func energy(m *motion.Model, o Options) ([]Line, diag.List) {
	en, list := m.Energy()
	if list.HasErrors() {
		return nil, list
	}
	var lines []Line
	style := m.Style()
	add := func(name naming.Name, summands []motion.Term) {
		if len(summands) > 0 {
			lines = append(lines, Line{Left: Alone(style.Formula(symbolic.NewSymbol(name))), Right: terms(summands, style), Terms: true})
		}
	}
	add(en.Kinetic, en.T)
	add(en.Potential, en.V)
	add(en.Dissipation, en.D)
	if r := en.Dissipation; r.Plain() != "D" && len(en.D) > 0 {
		lines[len(lines)-1].Remark = motion.Sentence{{Text: "written with "}, {Expr: symbolic.NewSymbol(r)}, {Text: " for the dissipation function"}}
	}
	var residuals []symbolic.Expr
	if o.Zeros { // they take time with the square of the system's size
		residuals = en.Lagrange()
	}
	for i, c := range en.Coordinates {
		l := Line{Left: lagrange(en, c.Symbol), Right: terms(en.Q[i], style), Terms: true}
		if residuals != nil {
			l.Zeros = []symbolic.Expr{residuals[i]}
		}
		lines = append(lines, l)
	}
	return lines, list
}

// lagrange is d/dt ∂T/∂q̇ − ∂T/∂q + ∂V/∂q + ∂D/∂q̇, as far as there are such energies. T doesn't depend on q itself on
// one axis, so that summand is left out.
func lagrange(en *motion.Energy, q *symbolic.Function) []Part {
	var parts []Part
	add := func(factors ...formula.Node) { parts = append(parts, Part{Factors: factors}) }
	if len(en.T) > 0 {
		d, t := formula.Letter('d'), formula.Letter('t')
		add(formula.Frac{Num: d, Den: formula.Row{d, t}}, partial(en.Kinetic, q.D(1)))
	}
	if len(en.V) > 0 {
		add(partial(en.Potential, q))
	}
	if len(en.D) > 0 {
		add(partial(en.Dissipation, q.D(1)))
	}
	return parts
}

// curly is the d of a partial derivative.
var curly = formula.Symbol{Spelling: &formula.Spelling{Tree: formula.Glyph{TeX: `\partial`, Shape: "∂"}, LaTeX: `\partial `, Text: "∂"}}

// partial is an energy's derivative by a coordinate or its velocity, which has a dot in every style.
func partial(of naming.Name, by symbolic.Expr) formula.Node {
	dots := symbolic.Style{Derivatives: formula.Dot}
	return formula.Frac{
		Num: formula.Row{curly, dots.Formula(symbolic.NewSymbol(of))},
		Den: formula.Row{curly, dots.Formula(by)},
	}
}
