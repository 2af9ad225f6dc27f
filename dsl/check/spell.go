package check

import (
	"diagram/symbolic"
)

// broughtLetters are those that the equations bring along: coordinates, places of supports, accelerations and the time.
var broughtLetters = []string{"s", "x", "q", "u", "w", "d", "D", "l", "a", "t", "θ", "φ", "ψ", "α", "ω", "ζ"}

// spell gives each symbol of the diagram one spelling in every notation, which is no other's.
func (c *checker) spell() {
	g := c.graph
	var s symbolic.Spelling
	each := func(visit func(symbolic.Expr) symbolic.Expr, name func(symbolic.Name) symbolic.Name) {
		for _, e := range g.Elements {
			for i := range e.Kind.Attributes {
				if a := e.Kind.Attributes[i].Name; e.Params[a] != nil {
					e.Params[a] = visit(e.Params[a])
				}
			}
			if e.Label.Plain != "" {
				e.Label = name(e.Label)
			}
			if e.Marked.Plain != "" {
				e.Marked = name(e.Marked)
			}
		}
		for _, setting := range []*symbolic.Expr{&g.Settings.Gravity, &g.Settings.Slope} {
			if *setting != nil {
				*setting = visit(*setting)
			}
		}
		for i := range g.Values {
			g.Values[i].Symbol = name(g.Values[i].Symbol)
		}
	}
	each(func(e symbolic.Expr) symbolic.Expr { s.NoteAll(e); return e }, func(n symbolic.Name) symbolic.Name { s.Note(n); return n })
	if s.Settle(broughtLetters...) {
		each(s.Apply, s.Of)
	}
}
