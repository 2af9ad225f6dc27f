package motion

import (
	"fmt"

	"diagram/dsl"
	"diagram/dsl/component"
	"diagram/symbolic"
)

// settle moves the origin to static equilibrium. There the constant forces and the springs' static pulls cancel, so the
// constant terms go; what is left is right where every connector between loaded bodies is linear in its extension,
// and an equilibrium exists: what isn't held by something that resists displacement must bear no net load.
func (a *assembly) settle() {
	a.checkSettling()
	a.dropConstants()
}

// dropConstants leaves out the terms that don't change with time.
func (a *assembly) dropConstants() {
	for q, terms := range a.terms {
		kept := terms[:0]
		for _, t := range terms {
			if t.Role == Inertial || !isConstant(t.Expr) {
				kept = append(kept, t)
			}
		}
		a.terms[q] = kept
	}
}

// isConstant tells that an expression doesn't change with time.
func isConstant(e symbolic.Expr) bool {
	constant := true
	symbolic.Walk(e, func(e symbolic.Expr) bool {
		if _, ok := e.(*symbolic.Function); ok || symbolic.Equal(e, symbolic.Time()) {
			constant = false
		}
		return constant
	})
	return constant
}

// held are groups that hold each other in place, by connectors that resist displacement.
type held struct {
	fixed     bool          // a support holds them
	nonlinear *dsl.Element  // a connector among them whose law isn't linear
	load      symbolic.Expr // the sum of the constant forces on them, along the axis
	loaded    *dsl.Element  // a node that bears one
}

// checkSettling reports what makes static equilibrium impossible, or impossible to move the origin to.
func (a *assembly) checkSettling() {
	joined := forest{}
	type stiff struct {
		e         *dsl.Element
		nonlinear bool
	}
	var stiffs []stiff
	for _, e := range a.g.Edges {
		holds, nonlinear := resists(e)
		if !holds {
			continue
		}
		stiffs = append(stiffs, stiff{e, nonlinear})
		if from, to := a.of[e.From.ID], a.of[e.To.ID]; from.support == nil && to.support == nil {
			joined.join(from, to)
		}
	}
	sets := make(map[*group]*held)
	of := func(gr *group) *held {
		root := joined.find(gr)
		if sets[root] == nil {
			sets[root] = &held{load: symbolic.Int(0)}
		}
		return sets[root]
	}
	for _, s := range stiffs {
		from, to := a.of[s.e.From.ID], a.of[s.e.To.ID]
		for _, gr := range []*group{from, to} {
			if gr.support != nil {
				continue
			}
			h := of(gr)
			h.fixed = h.fixed || from.support != nil || to.support != nil
			if s.nonlinear && h.nonlinear == nil {
				h.nonlinear = s.e
			}
		}
	}
	for _, l := range a.loads {
		if gr := a.of[l.on.ID]; gr.support == nil {
			h := of(gr)
			h.load = symbolic.Add(h.load, l.force)
			if h.loaded == nil {
				h.loaded = l.on
			}
		}
	}
	for _, gr := range a.groups {
		if gr.support != nil || joined.find(gr) != gr || of(gr).loaded == nil {
			continue
		}
		switch h := of(gr); {
		case h.nonlinear != nil:
			a.report(h.nonlinear, fmt.Sprintf("static equilibrium can't be the origin: the law of %s isn't linear, and %s is loaded", h.nonlinear.Name, h.loaded.Name),
				"use origin=natural or origin=wall")
		case !h.fixed && !symbolic.Equivalent(h.load, symbolic.Int(0)):
			a.report(h.loaded, fmt.Sprintf("%s has no static equilibrium: nothing holds it against a constant force", h.loaded.Name),
				"hang it on a spring, or use origin=natural or origin=wall")
		}
	}
}

// resists tells whether a connector at rest pulls differently when its extension differs, and whether not in proportion.
func resists(e *dsl.Element) (holds, nonlinear bool) {
	if e.Kind.Law == nil || e.Kind.Applied {
		return false, false
	}
	u := symbolic.Sym("u")
	still := component.Extension{Length: u, Grown: true, Rate: symbolic.Int(0), Accel: symbolic.Int(0), Normal: symbolic.Sym("N")}
	slope := symbolic.Diff(symbolic.Expand(symbolic.Add(e.Kind.Law(e.Params, still)...)), u)
	return !symbolic.IsZero(slope), symbolic.Contains(slope, u)
}
