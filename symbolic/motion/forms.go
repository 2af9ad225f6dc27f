package motion

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/forms"
	"diagram/symbolic"
	"diagram/symbolic/naming"
)

// Form is a way to write the equations; package forms lists them.
type Form = forms.Form

// The forms that list terms; see Model.Arrange. Others have a shape of their own.
const (
	EdgesForm    = forms.Edges
	NewtonForm   = forms.Newton
	StandardForm = forms.Standard
)

// arranged are the forms that list the elements' terms.
var arranged = map[Form]func(*Model) []*Equation{
	EdgesForm:    func(m *Model) []*Equation { return m.Equations },
	NewtonForm:   func(m *Model) []*Equation { return m.each((*Model).newton) },
	StandardForm: func(m *Model) []*Equation { return m.each((*Model).standard) },
}

// ListsTerms reports whether a form is a list of equations with the elements' terms, as Model.Arrange gives them.
func ListsTerms(f Form) bool { return arranged[f] != nil }

// Arrange arranges the equations in a form that lists terms; an empty form is edges.
func (m *Model) Arrange(f Form) ([]*Equation, diag.List) {
	if len(m.Coordinates) == 0 {
		return nil, m.immobile()
	}
	if f == "" {
		f = EdgesForm
	}
	if arrange := arranged[f]; arrange != nil {
		return arrange(m), nil
	}
	if names := forms.Names(); !slices.Contains(names, string(f)) {
		return nil, diag.List{{File: m.Graph.File, Summary: fmt.Sprintf("there is no form %q", f), Help: "the forms are " + strings.Join(names, ", ")}}
	}
	return nil, diag.List{{File: m.Graph.File, Summary: fmt.Sprintf("the form %q has no list of terms", f)}}
}

// Listed are the equations whose terms tell a reader which element gives what, where a form is shown: those of the form, if it
// lists terms, else those of the standard form; and which form that is. An empty form is what the diagram's settings ask for.
// All that shows terms beside an equation reads them here.
func (m *Model) Listed(f Form) ([]*Equation, Form, diag.List) {
	f = m.Asked(f)
	if slices.Contains(forms.Names(), string(f)) && !ListsTerms(f) {
		f = StandardForm
	}
	equations, diags := m.Arrange(f)
	return equations, f, diags
}

// Asked is a form, or for an empty one what the diagram's settings ask for, or else the default.
func (m *Model) Asked(f Form) Form { return cmp.Or(f, m.Graph.Settings.Form, EdgesForm) }

// immobile is the error that nothing moves, so that there is no equation.
func (m *Model) immobile() diag.List {
	for _, e := range m.Graph.Edges {
		if e.Kind.Connector().Tie != nil && m.kin.of[e.From.ID].support != nil {
			return diag.List{problem(m.Graph, e, "nothing in this diagram can move: "+e.Pointed()+" is rigid", "put a spring or a damper in its place")}
		}
	}
	return diag.List{{File: m.Graph.File, Summary: "nothing in this diagram can move, so it has no equation", Help: "add a body, as in `wall - spring - trolley`"}}
}

func (m *Model) each(arrange func(*Model, int) *Equation) []*Equation {
	out := make([]*Equation, len(m.Coordinates))
	for q := range m.Coordinates {
		out[q] = arrange(m, q)
	}
	return out
}

// pick are the terms of a role in a coordinate's equation.
func (m *Model) pick(q int, role Role) []Term {
	var out []Term
	for _, t := range m.terms[q] {
		if t.Role == role {
			out = append(out, t)
		}
	}
	return out
}

// reversed are terms on the other side of the equals sign.
func reversed(terms []Term) []Term {
	out := slices.Clone(terms)
	for i := range out {
		out[i].Sign = -out[i].Sign
	}
	return out
}

// edges arranges connectors = what acts − inertia. With nothing acting the right side is mass times an acceleration that
// counts against the coordinate; the definition beside it says so.
func (m *Model) edges() []*Equation {
	shorthand := m.accelerations()
	return m.each(func(m *Model, q int) *Equation {
		eq := &Equation{Coordinate: m.Coordinates[q], Left: m.pick(q, Pull)}
		acting, inertia := m.pick(q, Applied), m.pick(q, Inertial)
		switch {
		case len(eq.Left) == 0:
			eq.Left, eq.Right = acting, inertia
		case len(acting) == 0 && shorthand[q] != nil:
			a := shorthand[q]
			accel := m.Coordinates[q].Symbol.D(2)
			for _, t := range inertia {
				t.Sign, t.Expr = symbolic.SplitSign(symbolic.Mul(t.Source.Inertia(), a))
				eq.Right = append(eq.Right, t)
			}
			eq.Where = []Definition{{Symbol: a, Value: symbolic.Neg(accel), Remark: m.Way(eq.Coordinate.Node, -eq.Coordinate.Sense)}}
		default:
			eq.Right = append(acting, reversed(inertia)...)
		}
		return eq
	})
}

// accelerations are the symbols of the accelerations against the coordinates, with their scripts: a, or a_1, a_2 …
// Nil where the inertia isn't just masses times the coordinate's second derivative, or the symbol means something else.
func (m *Model) accelerations() []*symbolic.Function {
	out := make([]*symbolic.Function, len(m.Coordinates))
	for _, d := range []component.Domain{component.Translation, component.Rotation} {
		var bodies []*Coordinate
		var groups []*group
		for _, c := range m.figure() {
			if (c.Node.Domain == component.Rotation) == (d == component.Rotation) && !isJoint(c.Node) {
				bodies, groups = append(bodies, c), append(groups, m.kin.of[c.Node.ID])
			}
		}
		letter := "a"
		if d == component.Rotation {
			letter = "alpha"
		}
		symbols := make([]naming.Name, len(bodies))
		for i, script := range scripts(groups) {
			symbols[i] = scripted(letter, script, 0)
		}
		if !m.kin.names.free(symbols...) {
			continue
		}
		for i, c := range bodies {
			q, own := m.index[c.Symbol.Name().Key()]
			if !own {
				continue
			}
			if inertia := m.pick(q, Inertial); len(inertia) > 0 && allPlain(inertia, m.Coordinates[q].Symbol.D(2)) {
				out[q] = symbolic.NewFunction(symbols[i])
			}
		}
	}
	return out
}

// allPlain reports whether every inertial term is a mass times the acceleration accel.
func allPlain(inertia []Term, accel symbolic.Expr) bool {
	for _, t := range inertia {
		of := t.Source.Kind.Body().Inertia
		if of == nil || !symbolic.Equal(t.Signed(), symbolic.Mul(of(t.Source.Params), accel)) {
			return false
		}
	}
	return true
}

// newton arranges inertia = − pulls + what acts.
func (m *Model) newton(q int) *Equation {
	return &Equation{
		Coordinate: m.Coordinates[q],
		Left:       m.pick(q, Inertial),
		Right:      append(reversed(m.pick(q, Pull)), m.pick(q, Applied)...),
	}
}

// standard arranges inertia + damping + stiffness = what acts. Each connector's term leads with a plus, seen from the
// body whose equation it is.
func (m *Model) standard(q int) *Equation {
	eq := &Equation{Coordinate: m.Coordinates[q], Left: m.pick(q, Inertial), Right: m.pick(q, Applied)}
	pulls := m.pick(q, Pull)
	for i, t := range pulls {
		if t.Sign < 0 {
			if sign, e := symbolic.SplitSign(symbolic.Flip(t.Expr)); sign > 0 {
				pulls[i].Sign, pulls[i].Expr = +1, e
			}
		}
	}
	slices.SortStableFunc(pulls, func(a, b Term) int { return order(b.Expr) - order(a.Expr) })
	eq.Left = append(eq.Left, pulls...)
	return eq
}

// order is the highest order of a time derivative in an expression; -1 where it holds no function of time.
func order(e symbolic.Expr) int {
	order := -1
	symbolic.Walk(e, func(e symbolic.Expr) bool {
		if f, ok := e.(*symbolic.Function); ok {
			order = max(order, f.Order())
		}
		return true
	})
	return order
}
