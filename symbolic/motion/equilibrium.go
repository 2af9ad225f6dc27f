package motion

import (
	"fmt"

	"diagram/dsl/component"
	"diagram/dsl/graph"
	"diagram/symbolic"
)

// shiftToEquilibrium moves the origin to static equilibrium. There the constant forces and the springs' static pulls cancel, so what is
// constant goes. The rest is right where an equilibrium exists (what nothing holds against displacement must bear no net
// load) and where each connector that is strained at rest is linear in its extension.
func (a *assembly) shiftToEquilibrium() {
	a.checkEquilibrium()
	a.dropConstants()
}

// dropConstants leaves out what doesn't change with time: whole terms, and summands of what acts.
func (a *assembly) dropConstants() {
	for q, terms := range a.terms {
		kept := terms[:0]
		for _, t := range terms {
			if t.Role == Applied {
				if constant, varying := steady(a.m.work, t.Expr); !symbolic.IsZero(constant) && !symbolic.IsZero(varying) {
					sign, e := symbolic.SplitSign(varying)
					t.Sign, t.Expr = t.Sign*sign, e
				}
			}
			if t.Role == Inertial || !isConstant(t.Expr) {
				kept = append(kept, t)
			}
		}
		a.terms[q] = kept
	}
}

// isConstant reports whether an expression doesn't change with time.
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
	fixed   bool // a support holds them, or they can't give way together without straining a connector among them
	geared  bool // not all in them moves alike
	strains bool // a connector among them was reported already
	load    symbolic.Expr
	loaded  *graph.Element // a node that bears a constant force; nil where none does
}

// holders are the connectors that resist displacement, and those of them whose law isn't linear.
func (a *assembly) holders() (all, nonlinear []*graph.Element) {
	for _, e := range a.g.Edges {
		holds, bent := a.resists(e)
		if holds {
			all = append(all, e)
		}
		if bent {
			nonlinear = append(nonlinear, e)
		}
	}
	return all, nonlinear
}

// sways are the sets of groups that hold each other in place, by group, each with how far its first node moves in the
// displacement that strains no connector of the set: the virtual displacement in which the loads on it may do no work.
type sways struct {
	sets  map[*group]*held
	moves map[*group]symbolic.Expr
}

// findSways walks from group to group over the connectors that hold.
func (a *assembly) findSways(holders []*graph.Element) sways {
	at := make(map[*group][]*graph.Element)
	for _, e := range holders {
		from, to := a.free(e.From), a.free(e.To)
		if from != nil {
			at[from] = append(at[from], e)
		}
		if to != nil && to != from {
			at[to] = append(at[to], e)
		}
	}
	s := sways{make(map[*group]*held, len(a.groups)), make(map[*group]symbolic.Expr, len(a.groups))}
	for _, first := range a.groups {
		if first.support != nil || s.sets[first] != nil {
			continue
		}
		h := &held{load: symbolic.Int(0)}
		s.sets[first], s.moves[first] = h, symbolic.Int(1)
		for queue := []*group{first}; len(queue) > 0; queue = queue[1:] {
			gr := queue[0]
			h.geared = h.geared || gr.geared
			for _, e := range at[gr] {
				n := e.From
				if a.free(n) != gr {
					n = e.To
				}
				other := e.Other(n)
				move := symbolic.Mul(a.follows[n.ID].ratio, s.moves[gr])
				switch to := a.free(other); {
				case to == nil:
					h.fixed = true
				case s.sets[to] == nil:
					s.sets[to], s.moves[to] = h, symbolic.Div(move, a.follows[other.ID].ratio)
					queue = append(queue, to)
				case (gr.geared || to.geared) && !a.m.work.Equivalent(move, symbolic.Mul(a.follows[other.ID].ratio, s.moves[to])):
					h.fixed = true
				}
			}
		}
	}
	return s
}

// checkEquilibrium reports what makes static equilibrium impossible, or impossible to move the origin to.
func (a *assembly) checkEquilibrium() {
	all, nonlinear := a.holders()
	s := a.findSways(all)
	for _, l := range a.loads {
		if gr := a.free(l.on); gr != nil {
			h := s.sets[gr]
			h.load = symbolic.Add(h.load, symbolic.Mul(l.force, a.follows[l.on.ID].ratio, s.moves[gr]))
			if h.loaded == nil {
				h.loaded = l.on
			}
		}
	}
	seen := make(map[*held]bool, len(s.sets))
	for _, gr := range a.groups {
		h := s.sets[gr]
		if h == nil || seen[h] {
			continue
		}
		if seen[h] = true; h.loaded != nil && !h.fixed && !a.m.work.Equivalent(h.load, symbolic.Int(0)) {
			a.report(h.loaded, fmt.Sprintf("%s has no static equilibrium: nothing holds it against a constant force", h.loaded.Pointed()),
				"attach it to a spring, or use origin=natural or origin=wall")
		}
	}
	if len(nonlinear) == 0 {
		return
	}
	m := a.newMesh(all)
	for _, e := range nonlinear {
		gr := a.free(e.From)
		if gr == nil {
			gr = a.free(e.To)
		}
		if gr == nil { // it joins supports, and so no equation knows it
			continue
		}
		if h := s.sets[gr]; !h.strains {
			h.strains = a.checkStrain(e, m, h)
		}
	}
}

// checkStrain reports a connector whose law isn't linear unless it is known to be unstrained at rest. It transmits the loads
// beyond it where it is the only way there; where there is another way back, its length and those of the others needn't fit.
func (a *assembly) checkStrain(e *graph.Element, m *mesh, h *held) bool {
	loaded, only := m.loadBeyond(e, a)
	if h.geared { // loads don't add up as they are
		loaded, only = nil, false
	}
	switch {
	case loaded != nil, !only && h.loaded != nil:
		if loaded == nil {
			loaded = h.loaded
		}
		a.report(e, fmt.Sprintf("static equilibrium can't be the origin: the law of %s %s, and %s is loaded", e.Pointed(), a.fault(e), loaded.Phrase()),
			"use origin=natural or origin=wall")
	case !only && e.Domain != component.Rotation: // angles have no natural lengths
		a.report(e, fmt.Sprintf("static equilibrium can't be the origin: the law of %s %s, and what else holds its ends may keep it stretched at rest", e.Pointed(), a.fault(e)),
			"use origin=natural, where all springs are unstretched at once, or origin=wall")
	default:
		return false
	}
	return true
}

// fault says why static equilibrium can't be taken out of a connector's law.
func (a *assembly) fault(e *graph.Element) string {
	if !isConstant(stiffness(a.work, e)) {
		return "changes with time"
	}
	return "isn't linear"
}

// free is the group of a node; nil where a support fixes it.
func (a *assembly) free(n *graph.Element) *group {
	if gr := a.of[n.ID]; gr.support == nil {
		return gr
	}
	return nil
}

// resists reports whether a connector at rest pulls differently when its extension differs, and whether not in constant
// proportion.
func (a *assembly) resists(e *graph.Element) (holds, nonlinear bool) {
	if kind := e.Kind.Connector(); kind.Law == nil || kind.Applied || kind.Gap != nil { // at rest, its gap is open
		return false, false
	}
	slope := stiffness(a.work, e)
	return !symbolic.IsZero(slope), symbolic.Contains(slope, stretch) || !isConstant(slope)
}

// stretch stands for how far a connector is stretched.
var stretch = inner("stretch")

// stiffness is how a connector's pull at rest grows with its extension.
func stiffness(w *symbolic.Work, e *graph.Element) symbolic.Expr {
	still := component.Extension{Length: stretch, Grown: true, Rate: symbolic.Int(0), Accel: symbolic.Int(0), Normal: inner("N")}
	return symbolic.Diff(w.Expand(symbolic.Add(e.Kind.Connector().Law(e.Params, still)...)), stretch)
}
