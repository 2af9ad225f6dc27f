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

// A heap of groups that hold each other in place, for checkSettling.
type held struct {
	fixed     bool // a support is among those that hold
	nonlinear *dsl.Element
	load      symbolic.Expr // the sum of constant forces, along the axis
	loaded    *dsl.Element  // a node that bears one
	by        *dsl.Element  // from this element
}

func (a *assembly) checkSettling() {
	leader := make(map[*group]*group)
	find := func(gr *group) *group {
		root := gr
		for leader[root] != nil {
			root = leader[root]
		}
		for gr != root {
			gr, leader[gr] = leader[gr], root
		}
		return root
	}
	hold := make(map[*group]*held)
	of := func(gr *group) *held {
		root := find(gr)
		if hold[root] == nil {
			hold[root] = &held{load: symbolic.Int(0)}
		}
		return hold[root]
	}
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
		from, to := a.of[e.From.ID], a.of[e.To.ID]
		if from.support == nil && to.support == nil && find(from) != find(to) {
			leader[find(to)] = find(from)
		}
	}
	for _, s := range stiffs {
		for _, gr := range []*group{a.of[s.e.From.ID], a.of[s.e.To.ID]} {
			if gr.support != nil {
				continue
			}
			h := of(gr)
			other := a.of[s.e.From.ID]
			if other == gr {
				other = a.of[s.e.To.ID]
			}
			h.fixed = h.fixed || other.support != nil
			if s.nonlinear && h.nonlinear == nil {
				h.nonlinear = s.e
			}
		}
	}
	for _, l := range a.loads {
		gr := a.of[l.on.ID]
		if gr.support != nil {
			continue
		}
		h := of(gr)
		h.load = symbolic.Add(h.load, l.force)
		if h.loaded == nil {
			h.loaded, h.by = l.on, l.source
		}
	}
	done := make(map[*held]bool)
	for _, gr := range a.groups {
		if gr.support != nil {
			continue
		}
		h := of(gr)
		if done[h] || h.loaded == nil {
			continue
		}
		done[h] = true
		switch {
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
