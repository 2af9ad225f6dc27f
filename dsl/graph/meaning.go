package graph

import (
	"strings"

	"diagram/dsl/component"
	"diagram/dsl/unit"
	"diagram/symbolic"
	"diagram/symbolic/naming"
)

// Meaning is what a symbol of the diagram stands for.
type Meaning struct {
	Symbol naming.Name
	Doc    string // "stiffness"; empty where only an expression speaks of the symbol
	Dim    unit.Dimension
	Open   bool // nothing tells the dimension
}

// Telling is the first meaning that tells the dimension, else the first.
func Telling(meanings []Meaning) Meaning {
	for _, m := range meanings {
		if !m.Open {
			return m
		}
	}
	return meanings[0]
}

// Quantities says of some symbols how the text gives them values, a line each with the unit of what they stand for, and dots
// where the number goes.
func (g *Graph) Quantities(symbols []naming.Name) []string {
	all := g.Meanings()
	lines := make([]string, len(symbols))
	for i, s := range symbols {
		lines[i] = typed(s) + " = …"
		if m := all[s.Key()]; m != nil && !Telling(m).Open && Telling(m).Dim != unit.None {
			lines[i] += " " + Telling(m).Dim.String()
		}
	}
	return lines
}

// typed is how an author types a symbol: its name in letters or, where that is another's, LaTeX in quotes.
func typed(s naming.Name) string {
	plain := strings.ReplaceAll(s.Plain(), "lamda", "lambda") // as Python has it
	if name, err := naming.Parse(plain); err == nil && name.Key() == s.Key() {
		return plain
	}
	return `"` + s.LaTeX() + `"`
}

// Meanings lists the symbols of the diagram's parameters by their keys.
func (g *Graph) Meanings() map[string][]Meaning {
	known := map[string][]Meaning{}
	note := func(name naming.Name, m Meaning) bool {
		if name.Plain() == "" {
			return false
		}
		m.Symbol = name
		known[name.Key()] = append(known[name.Key()], m)
		return true
	}
	add := func(e symbolic.Expr, doc string, dim unit.Dimension) {
		if note(ExprName(e), Meaning{Doc: doc, Dim: dim}) {
			return
		}
		EachSymbol(e, &dim, func(symbol naming.Name, dim *unit.Dimension, _ bool) {
			m := Meaning{Open: dim == nil}
			if !m.Open {
				m.Dim = *dim
			}
			note(symbol, m)
		})
	}
	supports, further := 0, naming.Name{}
	for _, e := range g.Elements {
		for i := range e.Kind.Attributes {
			a := &e.Kind.Attributes[i]
			if p := e.Params[a.Name]; p != nil && a.Type != component.Symbol {
				add(p, a.Noun(), a.DimIn(e.Domain))
			}
		}
		if e.Kind.IsSupport() {
			supports, further = supports+1, symbolic.Sym(component.PlaceSymbol).Name()
		}
	}
	// Where a further support stands has a default symbol that the equations give.
	for i := range supports - 1 {
		m := Meaning{Doc: "distance of a support from the first", Dim: unit.Length}
		note(further, m)
		note(further.Numbered(i+1), m)
	}
	if g := g.Settings.Gravity; g != nil {
		add(g, Gravitation.Doc, Gravitation.Dim)
	}
	if slope := g.Settings.Slope; slope != nil {
		add(slope, SlopeOfAxis.Doc, SlopeOfAxis.Dim)
	}
	return known
}

// EachSymbol visits the symbols and functions of time in an expression of some dimension, with their own dimensions; nil stands
// for one that nothing tells.
func EachSymbol(e symbolic.Expr, dim *unit.Dimension, visit func(symbol naming.Name, dim *unit.Dimension, function bool)) {
	switch e := e.(type) {
	case *symbolic.Symbol:
		visit(e.Name(), dim, false)
	case *symbolic.Function:
		if e.Order() > 0 {
			dim = nil
		}
		visit(e.Name(), dim, true)
	case *symbolic.Sum:
		for _, t := range e.Terms() {
			EachSymbol(t, dim, visit)
		}
	case *symbolic.Product:
		inside := ofOne(e, dim)
		for _, f := range e.Factors() {
			if pure(f) {
				EachSymbol(f, dim, visit)
			} else {
				EachSymbol(f, inside, visit)
			}
		}
	case *symbolic.Power:
		EachSymbol(e.Base(), nil, visit)
		EachSymbol(e.Exp(), &unit.None, visit)
	case *symbolic.Call:
		switch e.Fn() {
		case symbolic.AbsFn, symbolic.MaxFn, symbolic.MinFn:
		case symbolic.SgnFn:
			dim = nil
		default:
			dim = &unit.None
		}
		EachSymbol(e.Arg(), dim, visit)
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
		switch e.Fn() {
		case symbolic.AbsFn, symbolic.MaxFn, symbolic.MinFn:
			return pure(e.Arg())
		}
		return true
	}
	return false
}
