package motion

import (
	"fmt"
	"slices"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/symbolic"
)

// assembly collects the terms of every coordinate's equation. Pulls and inertia count as on the left of "= what acts".
type assembly struct {
	*kinematics
	m       *Model
	weights map[*graph.Element]*graph.Element // by body: the action that is its weight
	terms   [][]Term                          // by coordinate
	loads   []load
	motions map[*group]groupMotion
}

// groupMotion is how nodes of a group move, which those that move alike have in common.
type groupMotion struct {
	accel    symbolic.Expr
	partials []partial
}

// motionOf finds how a node moves.
func (a *assembly) motionOf(n *graph.Element) groupMotion {
	gr := a.of[n.ID]
	shared := a.alike(n)
	f, ok := a.motions[gr]
	if !ok || !shared {
		p := a.m.Positions[n.ID]
		f = groupMotion{symbolic.DiffTime(symbolic.DiffTime(p)), a.partials(p)}
	}
	if !ok && shared {
		a.motions[gr] = f
	}
	return f
}

// load is a constant force on a node, along the axis.
type load struct {
	on    *graph.Element
	force symbolic.Expr
}

// newAssembly makes an assembly without terms.
func newAssembly(k *kinematics, m *Model) *assembly {
	a := &assembly{kinematics: k, m: m, terms: make([][]Term, len(m.Coordinates)), motions: make(map[*group]groupMotion, len(k.groups))}
	a.weights = make(map[*graph.Element]*graph.Element)
	for _, el := range k.g.Actions {
		if el.Kind.Action().Weight && a.weights[el.On] == nil {
			a.weights[el.On] = el
		}
	}
	return a
}

// assemble adds the terms of all elements, those of each equation in the order in which forms print them: connectors,
// then what acts, then inertia.
func (a *assembly) assemble() {
	a.checkHanging()
	for _, e := range a.g.Edges {
		a.connect(e)
	}
	for _, el := range a.g.Actions {
		a.act(el)
	}
	a.weighAll()
	for _, n := range a.g.Nodes {
		a.inertia(n)
	}
	a.checkEmpty()
}

func (a *assembly) add(q int, source *graph.Element, role Role, e symbolic.Expr) {
	if symbolic.IsZero(e) {
		return
	}
	sign, e := symbolic.SplitSign(e)
	a.terms[q] = append(a.terms[q], Term{Source: source, Role: role, Sign: sign, Expr: e})
}

// partial is how an expression of the positions depends on one coordinate.
type partial struct {
	q     int
	slope symbolic.Expr // ∂e/∂q
}

// partials are the derivatives of an expression with respect to the coordinates in it, in the order of the coordinates.
func (a *assembly) partials(e symbolic.Expr) []partial {
	var out []partial
	for _, f := range symbolic.Functions(e) {
		if q, ok := a.m.index[f.Name().Key()]; ok && f.Order() == 0 {
			if slope := symbolic.Diff(e, f); !symbolic.IsZero(slope) {
				out = append(out, partial{q, slope})
			}
		}
	}
	return out
}

// Extension is how far a connector's ends are apart along the axis, or how much that distance has grown, with its rates:
// what the connector's law is a function of.
func (m *Model) Extension(e *graph.Element) component.Extension {
	x := component.Extension{Length: leading(m.Positions[e.To.ID], m.Positions[e.From.ID])}
	x.Grown = !m.kin.distances || e.Domain == component.Rotation
	x.Rate = symbolic.DiffTime(x.Length)
	x.Accel = symbolic.DiffTime(x.Rate)
	x.Normal = m.normal[e]
	return x
}

// extension is Model.Extension, once it is known what presses a sliding connector together.
func (a *assembly) extension(e *graph.Element) component.Extension {
	x := a.m.Extension(e)
	if e.Kind.Connector().Sliding {
		x.Normal = a.normal(e)
		if _, known := a.m.normal[e]; !known {
			a.m.normal[e] = x.Normal
		}
	}
	return x
}

// leading is to − from, written so that a positive term leads where there is one.
func leading(to, from symbolic.Expr) symbolic.Expr {
	e := symbolic.Sub(to, from)
	sum, ok := e.(*symbolic.Sum)
	if !ok {
		return e
	}
	terms := sum.Terms()
	for i, t := range terms {
		if sign, _ := symbolic.SplitSign(t); sign > 0 {
			copy(terms[1:i+1], terms[:i])
			terms[0] = t
			return symbolic.Add(terms...)
		}
	}
	return e
}

// connect adds the terms of a connector: its law, summand by summand, times how its extension depends on each coordinate.
func (a *assembly) connect(e *graph.Element) {
	kind := e.Kind.Connector()
	if kind.Law == nil {
		return
	}
	x := a.extension(e)
	law := kind.Law(e.Params, x)
	if kind.Sliding && x.Normal == nil {
		x.Normal = inner("N")
		if len(kind.Law(e.Params, x)) != len(law) {
			a.report(e, fmt.Sprintf("how hard %s and %s are pressed together isn't known", e.From.Phrase(), e.To.Phrase()), "give "+e.Pointed()+" a normal force, as in `N=N`")
			return
		}
	}
	if kind.Applied {
		for _, pull := range law {
			a.addStaticLoad(e.From, pull)
			a.addStaticLoad(e.To, symbolic.Neg(pull))
		}
	}
	for _, l := range a.partials(x.Length) {
		for _, pull := range law {
			if kind.Applied {
				a.add(l.q, e, Applied, symbolic.Neg(times(pull, l.slope)))
			} else {
				a.add(l.q, e, Pull, times(pull, l.slope))
			}
		}
	}
}

// times is slope·e, where slope is ±1 most often.
func times(e, slope symbolic.Expr) symbolic.Expr {
	if n, ok := slope.(*symbolic.Number); ok {
		switch v, _ := n.Value().Int64(); v {
		case 1:
			return e
		case -1:
			return symbolic.Neg(e)
		}
	}
	return symbolic.Mul(slope, e)
}

// act adds the terms of an action: its force, in its sense along the axis, times how its node's position depends on each
// coordinate.
func (a *assembly) act(el *graph.Element) {
	n := el.On
	if el.Kind.Action().Acts == nil {
		return
	}
	if el.Kind.Action().Weight {
		if n.Kind.Body().Inertia != nil && a.weights[n] == el { // package dsl has refused the others
			a.warnOfLevel(el.Span)
			a.weigh(el, n, el.Force())
		}
		return
	}
	sense := a.sense[n.ID]
	if el.Heading != (graph.Heading{}) {
		sense = el.Heading.Sense()
	}
	if el.Across() {
		a.warnOfAcross(el)
	}
	a.push(el, n, times(el.Force(), symbolic.Int(int64(sense))))
}

// push adds a force along the axis on a node.
func (a *assembly) push(source, n *graph.Element, force symbolic.Expr) {
	a.addStaticLoad(n, force)
	for _, l := range a.motionOf(n).partials {
		a.add(l.q, source, Applied, times(force, l.slope))
	}
}

// addStaticLoad notes what of a force static equilibrium must bear: what is constant.
func (a *assembly) addStaticLoad(n *graph.Element, force symbolic.Expr) {
	if !a.equilibrium {
		return
	}
	if !isConstant(force) {
		force, _ = steady(a.m.work, force)
	}
	if !symbolic.IsZero(force) {
		a.loads = append(a.loads, load{n, force})
	}
}

// weigh adds a weight, which acts downwards whatever the axis.
func (a *assembly) weigh(source, n *graph.Element, weight symbolic.Expr) {
	a.push(source, n, symbolic.Neg(symbolic.Mul(weight, a.axis.sin)))
}

// warnOfLevel tells an author who may have forgotten the axis that a weight across it does nothing, unless something slides.
func (a *assembly) warnOfLevel(asked diag.Span) {
	if symbolic.IsZero(a.axis.sin) && !slices.ContainsFunc(a.g.Edges, func(e *graph.Element) bool { return e.Kind.Connector().Sliding }) {
		a.diags = append(a.diags, diag.Diagnostic{Severity: diag.Warning, File: a.g.File, Span: asked,
			Summary: "the axis is horizontal, so gravity gives no term",
			Help:    "write axis=vertical if the system hangs or stands, or leave gravity out"})
	}
}

// warnOfAcross tells an author who may have forgotten the axis that a force across it does nothing, unless its body stands on something.
func (a *assembly) warnOfAcross(el *graph.Element) {
	s := a.g.Settings
	if s.AxisGiven || a.g.Rests(el.On) {
		return
	}
	axis, other := "horizontal", "vertical"
	if s.Axis == graph.Vertical {
		axis, other = other, axis
	}
	a.diags = append(a.diags, diag.Diagnostic{Severity: diag.Warning, File: a.g.File, Span: el.Span,
		Summary: fmt.Sprintf("the axis is %s, so %s gives no term", axis, el.Pointed()),
		Help:    fmt.Sprintf("write axis=%s if the bodies move that way, or axis=%s if it is only to be drawn", other, axis)})
}

// weighAll adds the weights that the gravity setting asks for, on bodies that have none of their own.
func (a *assembly) weighAll() {
	if a.gravity == nil {
		return
	}
	a.warnOfLevel(a.g.Settings.Span("gravity"))
	for _, n := range a.g.Nodes {
		if n.Kind.Body().Inertia != nil && n.Domain != component.Rotation && a.weights[n] == nil {
			a.weigh(n, n, symbolic.Mul(n.Inertia(), a.gravity))
		}
	}
}

// inertia adds a body's mass times acceleration.
func (a *assembly) inertia(n *graph.Element) {
	if n.Kind.Body().Inertia == nil {
		return
	}
	f := a.motionOf(n)
	for _, l := range f.partials {
		a.add(l.q, n, Inertial, times(symbolic.Mul(n.Inertia(), f.accel), l.slope))
	}
}

// checkEmpty reports coordinates whose equation would be 0 = 0.
func (a *assembly) checkEmpty() {
	for q, terms := range a.terms {
		if n := a.m.Coordinates[q].Node; len(terms) == 0 && !a.reported(n) {
			a.report(n, "nothing says how "+n.Pointed()+" moves: its equation would be 0 = 0",
				"give it a mass, or join it to something by a spring or a damper; one that is 0 doesn't count")
		}
	}
}

// reported reports whether there is an error at a node already.
func (a *assembly) reported(n *graph.Element) bool {
	return slices.ContainsFunc(a.diags, func(d diag.Diagnostic) bool { return d.Severity == diag.Error && d.Span == n.Span })
}

// checkHanging reports bodies without mass that only forces act on.
func (a *assembly) checkHanging() {
	for _, el := range a.g.Actions {
		n := el.On
		if el.Kind.Action().Acts != nil && n.Kind.IsBody() && n.Kind.Body().Inertia == nil && len(a.g.Connectors(n)) == 0 && !a.reported(n) {
			a.report(n, n.Pointed()+" has no mass and is not connected to anything, so no force can act on it", "join it to something by a connector, or make it a mass")
		}
	}
}
