package explain

import (
	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/emit/internal/equation"
	"diagram/symbolic"
	"diagram/symbolic/motion"
)

// Sign is the sign that a term has in the equation of a coordinate.
type Sign struct {
	Coordinate string `json:"coordinate"`
	Side       string `json:"side"` // left or right
	Sign       int    `json:"sign"`
}

// term is what an element gives to one or more equations, which may have it with different signs.
type term struct {
	expr  symbolic.Expr // as printed, without its sign
	role  motion.Role
	node  *graph.Element // whose coordinate the first of the equations is for
	where []motion.Definition
	signs []Sign
}

// minus reports whether the term has a minus wherever it stands.
func (t *term) minus() bool {
	for _, s := range t.signs {
		if s.Sign > 0 {
			return false
		}
	}
	return true
}

// against are the coordinates whose equations have the term with a minus, where others have it with a plus.
func (t *term) against() []string {
	var out []string
	if !t.minus() {
		for _, s := range t.signs {
			if s.Sign < 0 {
				out = append(out, s.Coordinate)
			}
		}
	}
	return out
}

// signed is the term with the sign that it has everywhere.
func (t *term) signed() symbolic.Expr {
	if t.minus() {
		return symbolic.Neg(t.expr)
	}
	return t.expr
}

// terms are those that elements give to equations, by Element.ID, in the order of the equations.
func terms(m *motion.Model, equations []*motion.Equation) [][]*term {
	all := make([][]*term, len(m.Graph.Elements))
	style := m.Style()
	for _, eq := range equations {
		coordinate := symbolic.Text(eq.Coordinate.Symbol, style)
		note := func(side string, list []motion.Term) {
			for _, t := range list {
				minus, e := t.Shown()
				of := find(&all[t.Source.ID], e)
				if of.signs == nil {
					of.role, of.node, of.where = t.Role, eq.Coordinate.Node, eq.Where
				}
				sign := Sign{coordinate, side, +1}
				if minus {
					sign.Sign = -1
				}
				of.signs = append(of.signs, sign)
			}
		}
		note("left", eq.Left)
		note("right", eq.Right)
	}
	return all
}

// find is the term among those of an element, or a new one.
func find(terms *[]*term, e symbolic.Expr) *term {
	for _, t := range *terms {
		if symbolic.Equal(t.expr, e) {
			return t
		}
	}
	t := &term{expr: e}
	*terms = append(*terms, t)
	return t
}

// Terms are the terms that each element gives where a form is shown, as text, by Element.ID. They are those of Model.
func Terms(m *motion.Model, form motion.Form) ([][]string, diag.List) {
	equations, _, diags := m.Listed(form)
	if diags.HasErrors() {
		return nil, diags
	}
	style := m.Style()
	out := make([][]string, len(m.Graph.Elements))
	for id, list := range terms(m, equations) {
		for _, t := range list {
			out[id] = append(out[id], text(t, style))
		}
	}
	return out, diags
}

// text is a term as Unicode text, with the sign that it has everywhere.
func text(t *term, style symbolic.Style) string {
	s := equation.TermText(style.Formula(t.expr))
	switch _, sum := t.expr.(*symbolic.Sum); {
	case t.minus() && sum:
		return "−(" + s + ")"
	case t.minus():
		return "−" + s
	}
	return s
}
