package check

import (
	"diagram/symbolic"
	"diagram/symbolic/naming"
)

// broughtLetters are those that the equations bring along: coordinates, places of supports, accelerations and the time.
var broughtLetters = []string{"s", "x", "q", "u", "w", "d", "D", "l", "a", "t", "θ", "φ", "ψ", "α", "ω", "ζ"}

// spell gives each symbol of the diagram one spelling in every notation, which is no other's.
func (c *checker) spell() {
	g := c.graph
	var s naming.Spelling
	each := func(visit func(symbolic.Expr) symbolic.Expr, name func(naming.Name) naming.Name) {
		for _, e := range g.Elements {
			for i := range e.Kind.Attributes {
				if a := e.Kind.Attributes[i].Name; e.Params[a] != nil {
					e.Params[a] = visit(e.Params[a])
				}
			}
			if e.Label.Plain() != "" {
				e.Label = name(e.Label)
			}
			if e.Marked.Plain() != "" {
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
	each(func(e symbolic.Expr) symbolic.Expr { symbolic.Note(&s, e); return e }, func(n naming.Name) naming.Name { s.Note(n); return n })
	if s.Settle(broughtLetters...) {
		each(func(e symbolic.Expr) symbolic.Expr { return symbolic.Respell(e, s.Of) }, s.Of)
	}
}
