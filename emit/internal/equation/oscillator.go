package equation

import (
	"diagram/dsl/diag"
	"diagram/symbolic"
	"diagram/symbolic/formula"
	"diagram/symbolic/motion"
	"diagram/symbolic/naming"
)

// normalizedForm is the equation of one coordinate in its natural frequency and damping ratio, with what they are and the
// regime in words.
func normalizedForm(m *motion.Model, _ Options) ([]line, diag.List) {
	n, list := m.Normalized()
	if list.HasErrors() {
		return nil, list
	}
	l := line{
		left:   []part{{factors: []factor{{expr: n.Left}}}},
		right:  []part{{factors: []factor{{expr: n.Right}}}},
		where:  n.Where,
		zeros:  []symbolic.Expr{symbolic.Sub(n.Left, n.Right)},
		remark: n.Words,
	}
	for _, d := range n.Where {
		l.zeros = append(l.zeros, symbolic.Sub(d.Symbol, d.Value))
	}
	return []line{l}, list
}

// energyForm is the kinetic energy, the potential energy and the dissipation function, each with the elements that its
// summands come from, the generalised forces, and Lagrange's equation of each coordinate.
func energyForm(m *motion.Model, o Options) ([]line, diag.List) {
	en, list := m.Energy()
	if list.HasErrors() {
		return nil, list
	}
	var lines []line
	energy := func(name naming.Name, terms []motion.Term) {
		if len(terms) > 0 {
			lines = append(lines, line{left: alone(factor{expr: symbolic.NewSymbol(name)}), right: parts(terms), terms: true})
		}
	}
	energy(en.Kinetic, en.T)
	energy(en.Potential, en.V)
	energy(en.Dissipation, en.D)
	if r := en.Dissipation; r.Plain() != "D" && len(en.D) > 0 {
		lines[len(lines)-1].remark = motion.Sentence{{Text: "written with "}, {Expr: symbolic.NewSymbol(r)}, {Text: " for the dissipation function"}}
	}
	var residuals []symbolic.Expr
	if o.residuals { // they take time with the square of the system's size
		residuals = en.Lagrange()
	}
	for i, c := range en.Coordinates {
		l := line{left: lagrange(en, c.Symbol), right: parts(en.Q[i]), terms: true}
		if residuals != nil {
			l.zeros = []symbolic.Expr{residuals[i]}
		}
		lines = append(lines, l)
	}
	return lines, list
}

// lagrange is d/dt ∂T/∂q̇ − ∂T/∂q + ∂V/∂q + ∂D/∂q̇, as far as there are such energies. T doesn't depend on q itself on
// one axis, so that summand is left out.
func lagrange(en *motion.Energy, q *symbolic.Function) []part {
	dots := symbolic.Style{Derivatives: formula.Dot}
	partial := func(name naming.Name, by symbolic.Expr) raw {
		of := symbolic.NewSymbol(name)
		return raw{
			latex:  `\frac{\partial ` + symbolic.LaTeX(of, dots) + `}{\partial ` + symbolic.LaTeX(by, dots) + `}`,
			text:   "∂" + symbolic.Text(of, dots) + "/∂" + symbolic.Text(by, dots),
			mathml: "<mfrac><mrow><mo>∂</mo>" + symbolic.MathML(of, dots) + "</mrow><mrow><mo>∂</mo>" + symbolic.MathML(by, dots) + "</mrow></mfrac>",
		}
	}
	var out []part
	add := func(r raw) { out = append(out, part{factors: []factor{{raw: &r}}}) }
	if len(en.T) > 0 {
		p := partial(en.Kinetic, q.D(1))
		add(raw{
			latex:  `\frac{d}{dt}` + p.latex,
			text:   "d/dt " + p.text,
			mathml: "<mrow><mfrac><mi>d</mi><mrow><mi>d</mi><mi>t</mi></mrow></mfrac>" + p.mathml + "</mrow>",
		})
	}
	if len(en.V) > 0 {
		add(partial(en.Potential, q))
	}
	if len(en.D) > 0 {
		add(partial(en.Dissipation, q.D(1)))
	}
	return out
}

// raw is a piece of mathematics that isn't an expression, in each notation.
type raw struct{ latex, text, mathml, sympy string }

func (d *Document) normalized(m *motion.Model, p printer) diag.List {
	n, list := m.Normalized()
	if list.HasErrors() {
		return list
	}
	d.Normalized = &Normalized{
		LaTeX:    symbolic.LaTeX(n.Left, p.style) + " = " + symbolic.LaTeX(n.Right, p.style),
		Residual: symbolic.Sympy(symbolic.Sub(n.Left, n.Right)),
		Where:    p.definitions(n.Where),
		Regime:   n.Regime.String(),
		Words:    n.Words.Text(p.style),
	}
	return nil
}

func (d *Document) energy(m *motion.Model, p printer) diag.List {
	en, list := m.Energy()
	if list.HasErrors() {
		return list
	}
	d.Energy = &Energy{
		T:        p.energies(en.T),
		V:        p.energies(en.V),
		D:        p.energies(en.D),
		Lagrange: sympyAll(en.Lagrange()),
	}
	return nil
}
