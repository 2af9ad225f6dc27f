package dsl

import (
	"slices"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/unit"
	"diagram/symbolic"
)

// mention is a place where the text speaks of a symbol.
type mention struct {
	symbol symbolic.Name
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

func (m mentions) add(symbol symbolic.Name, at mention) {
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
	m.within(e, at)
}

// within notes the symbols of a part of an expression, of which at says the dimension.
func (m mentions) within(e symbolic.Expr, at mention) {
	switch e := e.(type) {
	case *symbolic.Symbol:
		m.add(e.Name(), at)
	case *symbolic.Function:
		if e.Order() > 0 {
			at.dim = nil
		}
		at.moves = true
		m.add(e.Name(), at)
	case *symbolic.Sum:
		for _, t := range e.Terms() {
			m.within(t, at)
		}
	case *symbolic.Product:
		inside := at
		inside.dim = ofOne(e, at.dim)
		for _, f := range e.Factors() {
			if pure(f) {
				m.within(f, at)
			} else {
				m.within(f, inside)
			}
		}
	case *symbolic.Power:
		base, exponent := at, at
		base.dim, exponent.dim = nil, &unit.None
		m.within(e.Base(), base)
		m.within(e.Exp(), exponent)
	case *symbolic.Call:
		switch e.Fn() {
		case symbolic.AbsFn:
		case symbolic.SgnFn:
			at.dim = nil
		default:
			at.dim = &unit.None
		}
		m.within(e.Arg(), at)
	}
}

// ofOne is the dimension of a product's one factor that isn't a number or the time, where the product's is known; nil where
// there are several such.
func ofOne(p *symbolic.Product, dim *unit.Dimension) *unit.Dimension {
	others := 0
	for _, f := range p.Factors() {
		switch {
		case dim == nil || pure(f):
		case symbolic.Equal(f, symbolic.Time()):
			less := dim.Over(unit.Time)
			dim = &less
		default:
			others++
		}
	}
	if others > 1 {
		return nil
	}
	return dim
}

// pure reports whether an expression is sure to be a mere number: one that is written out, or a sine.
func pure(e symbolic.Expr) bool {
	switch e := e.(type) {
	case *symbolic.Number:
		return true
	case *symbolic.Symbol:
		return symbolic.Equal(e, symbolic.Pi())
	case *symbolic.Power:
		return pure(e.Base())
	case *symbolic.Call:
		return e.Fn() != symbolic.AbsFn || pure(e.Arg())
	}
	return false
}

// mentions collects what the text calls parameters and coordinates, and what symbols its expressions use.
func (c *checker) mentions() mentions {
	m := mentions{}
	for _, e := range c.graph.Elements {
		for i := range e.given {
			g := &e.given[i]
			a := g.attribute
			if a.Name == "label" && g.expr != nil {
				a = e.main()
			}
			switch {
			case a.Name == "label": // printed beside the element; a displacement's names a coordinate
				if g.name.Plain != "" && (e.Kind.Action().Marks || !e.Kind.IsAction()) {
					m.add(g.name, mention{lone: true, varies: true, span: g.span})
				}
			case g.expr != nil && a.Type == component.Symbol:
				m.note(g.expr, mention{varies: true, span: g.span})
			case g.expr != nil:
				dim := a.DimIn(e.Domain)
				m.note(g.expr, mention{series: e.stem(a), varies: e.varies(a), dim: &dim, span: g.span})
			}
		}
	}
	s := &c.graph.Settings
	if s.Gravity != nil && !s.bareGravity {
		a := settingKind.Attribute("gravity")
		m.note(s.Gravity, mention{series: a.Default, dim: &a.Dim, span: s.Span("gravity")})
	}
	if s.Slope != nil {
		m.note(s.Slope, mention{dim: &unit.None, span: s.Span("axis")})
	}
	return m
}

// refuse reports whether a symbol can't be a default because the text means something else by it.
func (m mentions) refuse(name symbolic.Name, v vacancy) bool {
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
