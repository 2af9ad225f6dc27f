package motion

import (
	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/symbolic"
	"diagram/symbolic/naming"
)

// Energy is a system in Lagrange's terms: kinetic energy T, potential V and Rayleigh's dissipation D, each a sum with the
// element of every summand, and for each coordinate the generalised force Q of what none of them covers. The equation
// of a coordinate is d/dt ∂T/∂q̇ − ∂T/∂q + ∂V/∂q + ∂D/∂q̇ = Q.
type Energy struct {
	Coordinates []*Coordinate
	T, V, D     []Term
	Q           [][]Term // by coordinate
	// Kinetic, Potential and Dissipation are what T, V and D are called where nothing else is.
	Kinetic, Potential, Dissipation naming.Name
}

// called names the energies: T, V and D, unless the diagram has elements or symbols of these names. Two energies are named
// in one way.
func (en *Energy) called(page *names) {
	pairs := [][]string{{"T", "V"}, {`E_\mathrm{kin}`, `E_\mathrm{pot}`}}
	pair := page.first(func(i int) []naming.Name {
		letters, tildes := pairs[min(i, 1)], max(0, i-1)
		return []naming.Name{scripted(letters[0], page.mark, tildes), scripted(letters[1], page.mark, tildes)}
	})
	en.Kinetic, en.Potential = pair[0], pair[1]
	en.Dissipation = page.symbol("D", "R", `P_\mathrm{diss}`).Name()
}

// Energy finds the energies. They come from the elements' own energies, not from their laws, so that Lagrange's
// equations check the terms of the other forms.
func (m *Model) Energy() (*Energy, diag.List) {
	if len(m.Coordinates) == 0 {
		return nil, m.immobile()
	}
	if m.eliminated {
		return nil, diag.List{{File: m.Graph.File, Summary: "with its joints eliminated, a system has no energies of its elements", Help: "ask for the form energy without --eliminate"}}
	}
	k := m.kin
	a := newAssembly(k, m)
	en := &Energy{Coordinates: m.Coordinates}
	en.called(m.page())
	sum := func(to *[]Term, source *graph.Element, e symbolic.Expr) {
		if e == nil || symbolic.IsZero(e) {
			return
		}
		sign, e := symbolic.SplitSign(e)
		*to = append(*to, Term{Source: source, Sign: sign, Expr: e})
	}
	for _, n := range m.Graph.Nodes {
		if n.Kind.Body().Inertia == nil || !m.holds(n) {
			continue
		}
		if speed := symbolic.DiffTime(m.Positions[n.ID]); !symbolic.IsZero(speed) {
			sum(&en.T, n, symbolic.Mul(symbolic.Rat(1, 2), n.Inertia(), symbolic.PowInt(speed, 2)))
		}
	}
	for _, e := range m.Graph.Edges {
		if !m.holds(e) {
			continue
		}
		x := a.extension(e)
		if len(a.partials(x.Length)) == 0 {
			continue
		}
		kind := e.Kind.Connector()
		if kind.Potential != nil {
			sum(&en.V, e, kind.Potential(e.Params, x))
		}
		if kind.Kinetic != nil {
			sum(&en.T, e, kind.Kinetic(e.Params, x))
		}
		if kind.Dissipation != nil {
			sum(&en.D, e, kind.Dissipation(e.Params, x))
		}
		if kind.Law != nil && kind.Potential == nil && kind.Kinetic == nil && kind.Dissipation == nil {
			a.connect(e)
		}
	}
	for _, el := range m.Graph.Actions {
		if !m.holds(el) {
			continue
		}
		if !el.Kind.Action().Weight {
			a.act(el)
		} else if n := el.On; n.Kind.Body().Inertia != nil && a.weights[n] == el && !k.equilibrium {
			sum(&en.V, el, m.height(n, el.Force()))
		}
	}
	if k.gravity != nil && !k.equilibrium {
		for _, n := range m.Graph.Nodes {
			if n.Kind.Body().Inertia != nil && n.Domain != component.Rotation && a.weights[n] == nil && m.holds(n) {
				sum(&en.V, n, m.height(n, symbolic.Mul(n.Inertia(), k.gravity)))
			}
		}
	}
	if k.equilibrium {
		a.dropConstants()
	}
	en.Q = make([][]Term, len(m.Coordinates))
	for q, terms := range a.terms {
		for _, t := range terms {
			if t.Role == Pull { // a law without an energy acts like a force
				t.Sign = -t.Sign
			}
			en.Q[q] = append(en.Q[q], t)
		}
	}
	return en, nil
}

// height is the potential energy of a weight where its node is; nil where the weight doesn't act along the axis or the
// node can't move.
func (m *Model) height(n *graph.Element, weight symbolic.Expr) symbolic.Expr {
	for _, f := range symbolic.Functions(m.Positions[n.ID]) {
		if m.isCoordinate(f) {
			return symbolic.Mul(weight, m.kin.axis.sin, m.Positions[n.ID])
		}
	}
	return nil
}

// total adds up terms with their signs.
func total(terms []Term) symbolic.Expr {
	parts := make([]symbolic.Expr, len(terms))
	for i, t := range terms {
		parts[i] = t.Signed()
	}
	return symbolic.Add(parts...)
}

// Lagrange is d/dt ∂T/∂q̇ − ∂T/∂q + ∂V/∂q + ∂D/∂q̇ − Q for each coordinate: the residual of its equation of motion.
func (en *Energy) Lagrange() []symbolic.Expr {
	t, v, d := total(en.T), total(en.V), total(en.D)
	out := make([]symbolic.Expr, len(en.Coordinates))
	for i, c := range en.Coordinates {
		q, speed := c.Symbol, c.Symbol.D(1)
		out[i] = symbolic.Add(
			symbolic.DiffTime(symbolic.Diff(t, speed)),
			symbolic.Neg(symbolic.Diff(t, q)),
			symbolic.Diff(v, q),
			symbolic.Diff(d, speed),
			symbolic.Neg(total(en.Q[i])),
		)
	}
	return out
}
