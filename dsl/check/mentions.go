package check

import (
	"slices"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/dsl/unit"
	"diagram/symbolic"
	"diagram/symbolic/naming"
)

// mention is a place where the text speaks of a symbol.
type mention struct {
	symbol naming.Name
	lone   bool            // the symbol is all that is said there: it is what a parameter or coordinate is called
	series string          // default symbol of the parameter in which it stands
	varies bool            // that parameter is a function of time unless said otherwise
	timed  bool            // what is said there speaks of the time
	moves  bool            // the symbol is a function of time there: k(t)
	dim    *unit.Dimension // of the symbol, as far as the place tells
	span   diag.Span
}

// mentions are those of each symbol.
type mentions map[string][]mention

func (m mentions) add(symbol naming.Name, at mention) {
	at.symbol = symbol
	m[symbol.Key()] = append(m[symbol.Key()], at)
}

// note notes the symbols of what is given for a parameter.
func (m mentions) note(e symbolic.Expr, at mention) {
	switch e.(type) {
	case *symbolic.Symbol, *symbolic.Function:
		at.lone = true
	}
	at.timed = symbolic.Contains(e, symbolic.Time())
	graph.EachSymbol(e, at.dim, func(symbol naming.Name, dim *unit.Dimension, function bool) {
		here := at
		here.dim, here.moves = dim, function
		m.add(symbol, here)
	})
}

// mentions collects what the text calls parameters and coordinates, and what symbols its expressions use.
func (c *checker) mentions() mentions {
	m := mentions{}
	for _, e := range c.graph.Elements {
		for _, g := range c.of(e) {
			a := g.attribute
			if a.Name == "label" && g.expr != nil {
				a = e.Titular
			}
			switch {
			case a.Name == "label": // printed beside the element; a displacement's names a coordinate
				if g.name.Plain() != "" && (e.Kind.Action().Marks || !e.Kind.IsAction()) {
					m.add(g.name, mention{lone: true, varies: true, span: g.span})
				}
			case g.expr != nil && a.Type == component.Symbol:
				m.note(g.expr, mention{varies: true, span: g.span})
			case g.expr != nil:
				dim := a.DimIn(e.Domain)
				m.note(g.expr, mention{series: c.stem(e, a), varies: c.varies(e, a), dim: &dim, span: g.span})
			}
		}
	}
	s := &c.graph.Settings
	if s.Gravity != nil && !c.bareGravity {
		a := settingKind.Attribute("gravity")
		m.note(s.Gravity, mention{series: a.Default, dim: &a.Dim, span: s.Span("gravity")})
	}
	if s.Slope != nil {
		m.note(s.Slope, mention{dim: &unit.None, span: s.Span("axis")})
	}
	return m
}

// refuse reports whether a symbol can't be a default because the text means something else by it.
func (m mentions) refuse(name naming.Name, v vacancy) bool {
	return slices.ContainsFunc(m[name.Key()], func(at mention) bool { return at.refuses(v) })
}

// refuses reports whether the symbol is something else than a default: it is what the author calls another parameter, or
// it stands in an expression for something that this parameter can't be. Otherwise an expression may well speak of a
// default (N=m*g), but not one for a parameter of the same sort (k=2*k_2): it stands in the place of such a default, so its
// symbols are its own.
func (at mention) refuses(v vacancy) bool {
	fits := at.dim != nil && *at.dim == v.dim
	if v.shared && (fits || at.dim == nil && !at.lone) {
		return false
	}
	return at.lone || at.dim != nil && !fits || at.series == v.series || v.varies && !at.varies || at.moves && !v.varies
}
