package motion

import (
	"fmt"
	"slices"
	"strconv"

	"diagram/dsl/diag"
	"diagram/symbolic"
	"diagram/symbolic/naming"
)

// Regime is how a damped oscillator comes to rest.
type Regime uint8

// The regimes of one degree of freedom; Unsaid where it depends on symbols whose values aren't given.
const (
	Unsaid Regime = iota
	Undamped
	Underdamped
	Critical
	Overdamped
)

func (r Regime) String() string {
	return [...]string{"", "undamped", "underdamped", "critically damped", "overdamped"}[r]
}

// Normalized is the equation of one linear coordinate in its natural frequency and damping ratio:
// q̈ + 2ζω_n q̇ + ω_n² (q − q_0) = what acts, per unit of inertia.
type Normalized struct {
	Coordinate *Coordinate
	// Left and Right are the two sides; in them stand ω_n, ζ and the constant.
	Left, Right symbolic.Expr
	// Where defines ω_n, ζ (where there is damping), ω_d (where it may oscillate) and the constant (where it isn't zero).
	Where  []Definition
	Regime Regime
	// Words state the regime: decided where the values are given, else by the condition on the symbols.
	Words Sentence
}

// Normalized divides the equation of one linear coordinate by its inertia and names what is left. Several coordinates, a
// law that isn't linear, and a coordinate whose inertia or stiffness is missing or negative are errors.
func (m *Model) Normalized() (*Normalized, diag.List) {
	return answer(m, "the normalized form", (*Model).normalized, (*Normalized).parts)
}

func (m *Model) normalized() (*Normalized, diag.List) {
	mat, diags := m.matrices()
	if diags.HasErrors() {
		return nil, diags
	}
	if diags := m.steadyLaws("natural frequency", false); diags.HasErrors() {
		return nil, diags
	}
	if len(m.Coordinates) > 1 {
		return nil, diag.List{problem(m.Graph, m.Coordinates[1].Node, "the normalized form is for one coordinate, but "+m.Coordinates[1].Node.Pointed()+" has a second one",
			"ask for the form matrix, or leave out massless joints with --eliminate")}
	}
	c := m.Coordinates[0]
	mass, damping, stiffness := mat.M.At(0, 0), mat.C.At(0, 0), mat.K.At(0, 0)
	switch {
	case symbolic.IsZero(mass):
		help := "make it a mass"
		if c.Node.Kind.Body().Inertia != nil {
			help = "give it a mass that isn't 0"
		}
		return nil, diag.List{problem(m.Graph, c.Node, c.Node.Pointed()+" has no inertia, so it has no natural frequency", help)}
	case symbolic.IsZero(stiffness):
		return nil, diag.List{problem(m.Graph, c.Node, "no spring pulls "+c.Node.Pointed()+" back, so it has no natural frequency", "attach it to a spring, or ask for another form")}
	}
	for _, part := range []struct {
		name  string
		value symbolic.Expr
	}{{"inertia", mass}, {"damping", damping}, {"stiffness", stiffness}} {
		if m.isNegative(part.value) {
			return nil, diag.List{problem(m.Graph, c.Node, fmt.Sprintf("in the equation of %s the %s is negative, so there is no natural frequency and damping ratio", c.Node.Pointed(), part.name), "ask for another form")}
		}
	}
	load := mat.F[0]
	if _, den, ok := m.work.Quotient(mass); ok && !isNumber(den) { // a tie's ratio: multiplied out, no fraction stands in another
		for _, e := range []*symbolic.Expr{&mass, &damping, &stiffness, &load} {
			*e = m.work.Simplify(symbolic.Mul(den, *e))
		}
	}
	page := m.page()
	omega, zeta, damped := page.symbol("omega_n", "omega_0", "Omega_n"), page.symbol("zeta", "xi", "vartheta"), page.symbol("omega_d", "omega_D", "Omega_d")
	two := symbolic.Int(2)
	out := &Normalized{Coordinate: c}
	out.Where = append(out.Where, Definition{Symbol: omega, Value: symbolic.Sqrt(symbolic.Div(stiffness, mass)), Remark: "natural angular frequency", unit: "rad/s"})
	left := []symbolic.Expr{c.Symbol.D(2)}
	slope := symbolic.Mul(two, zeta, omega)
	if !symbolic.IsZero(damping) {
		left = append(left, symbolic.Mul(slope, c.Symbol.D(1)))
		out.Where = append(out.Where,
			Definition{Symbol: zeta, Value: symbolic.Div(damping, symbolic.Mul(two, symbolic.Sqrt(symbolic.Mul(stiffness, mass)))), Remark: "damping ratio"})
	}
	if out.Regime = m.regime(mass, damping, stiffness); out.Regime == Underdamped || out.Regime == Unsaid {
		out.Where = append(out.Where,
			Definition{Symbol: damped, Value: symbolic.Mul(omega, symbolic.Sqrt(symbolic.Sub(symbolic.Int(1), symbolic.PowInt(zeta, 2)))), Remark: "damped angular frequency", unit: "rad/s"})
	}
	square := symbolic.PowInt(omega, 2)
	place := symbolic.Expr(c.Symbol)
	constant, varying := steady(m.work, load)
	if !symbolic.IsZero(constant) {
		rest := symbolic.NewSymbol(page.first(func(i int) []naming.Name { return []naming.Name{atRest(c.Symbol.Name(), i)} })[0])
		place = symbolic.Sub(c.Symbol, rest)
		out.Where = append(out.Where, Definition{Symbol: rest, Value: byDenominator(m.work, m.work.Simplify(symbolic.Div(constant, stiffness)), constant), Remark: "where it rests", unit: unitOf(c)})
	}
	m.amounts(out.Where)
	out.Left = symbolic.Add(append(left, symbolic.Mul(square, place))...)
	out.Right = m.perInertia(varying, mass, damping, stiffness, slope, square)
	out.Words = out.words(omega, zeta, damped, damping, symbolic.Mul(two, symbolic.Sqrt(symbolic.Mul(stiffness, mass))))
	return out, nil
}

// isNegative reports whether an expression is negative for positive symbols, or for the values that the text gives them.
func (m *Model) isNegative(e symbolic.Expr) bool {
	e = m.work.Simplify(symbolic.Substitute(e, m.given()...))
	terms := []symbolic.Expr{e}
	if s, ok := e.(*symbolic.Sum); ok {
		terms = s.Terms()
	}
	return !slices.ContainsFunc(terms, func(t symbolic.Expr) bool {
		sign, _ := symbolic.SplitSign(t)
		return sign > 0
	})
}

// perInertia is what acts divided by the inertia. What comes in through the same damper and spring (a moving support)
// is written in ζ and ω_n as well.
func (m *Model) perInertia(f, mass, damping, stiffness, slope, square symbolic.Expr) symbolic.Expr {
	inputs := inputsOf([]symbolic.Expr{f})
	b := forcing(m.work, []symbolic.Expr{f}, inputs)
	var sum []symbolic.Expr
	for i := len(inputs); i >= 0; i-- {
		coef := b.At(0, i)
		if symbolic.IsZero(coef) {
			continue
		}
		unit := symbolic.Expr(symbolic.Int(1))
		if i < len(inputs) {
			unit = inputs[i]
		}
		switch {
		case m.work.Equivalent(coef, stiffness):
			sum = append(sum, symbolic.Mul(square, unit))
		case m.work.Equivalent(coef, damping):
			sum = append(sum, symbolic.Mul(slope, unit))
		default:
			sum = append(sum, m.work.Simplify(symbolic.Div(symbolic.Mul(coef, unit), mass)))
		}
	}
	return symbolic.Add(sum...)
}

// atRest is a symbol for where a coordinate rests: x_{eq} or, where that is taken, another subscript.
func atRest(x naming.Name, i int) naming.Name {
	subscripts := []string{"eq", "st", "r"}
	if i < len(subscripts) {
		return x.Scripted(subscripts[i])
	}
	return x.Scripted(strconv.Itoa(i))
}

// regime compares the damping with the critical one, exactly, where values are given.
func (m *Model) regime(mass, damping, stiffness symbolic.Expr) Regime {
	if symbolic.IsZero(damping) {
		return Undamped
	}
	excess := symbolic.Sub(symbolic.PowInt(damping, 2), symbolic.Mul(symbolic.Int(4), mass, stiffness))
	n, ok := m.work.Simplify(symbolic.Substitute(excess, m.given()...)).(*symbolic.Number)
	switch {
	case !ok:
		return Unsaid
	case n.Value().IsZero():
		return Critical
	case n.Value().Sign() < 0:
		return Underdamped
	}
	return Overdamped
}

// given puts the numbers of quantity statements in the place of their symbols.
func (m *Model) given() []symbolic.Pair {
	var pairs []symbolic.Pair
	for _, v := range m.Graph.Values {
		if p, q, ok := v.Number.Small(); ok {
			pairs = append(pairs, symbolic.Pair{From: symbolic.NewSymbol(v.Symbol), To: symbolic.Rat(p, q)})
		}
	}
	return pairs
}

// words state the regime. Critical is the damping that would be critical.
func (n *Normalized) words(omega, zeta, damped, damping, critical symbolic.Expr) Sentence {
	text := func(s string) Phrase { return Phrase{Text: s} }
	math := func(e symbolic.Expr) Phrase { return Phrase{Expr: e} }
	ratio := func(relation string) Phrase {
		return Phrase{Expr: zeta, Relation: relation, Than: symbolic.Int(1)}
	}
	switch n.Regime {
	case Undamped:
		return Sentence{text("undamped: it oscillates at "), math(omega), text(" for ever")}
	case Underdamped:
		return Sentence{text("underdamped: "), ratio("<"), text(", it oscillates at "), math(damped), text(" and dies away")}
	case Critical:
		return Sentence{text("critically damped: "), ratio("="), text(", it returns as fast as it can without overshooting")}
	case Overdamped:
		return Sentence{text("overdamped: "), ratio(">"), text(", it creeps back without oscillating")}
	}
	return Sentence{
		text("underdamped (it oscillates at "), math(damped), text(" and dies away) while "), ratio("<"),
		text(", that is "), {Expr: damping, Relation: "<", Than: critical},
		text("; critically damped at "), ratio("="), text("; overdamped (it creeps back) beyond"),
	}
}
