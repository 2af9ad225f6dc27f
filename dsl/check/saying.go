package check

import (
	"diagram/dsl/component"
	"diagram/dsl/graph"
	"diagram/symbolic"
	"diagram/symbolic/naming"
)

// saying is what is said of a parameter: of an element's, or of a setting where there is no element.
type saying struct {
	e      *graph.Element
	a      *component.Attribute
	expr   symbolic.Expr
	given  *given // nil for a default
	varies bool   // it is an input that may change with time
}

// alone is the name of a symbol, or of a function of time, that the parameter is by itself.
func (s *saying) alone() (naming.Name, bool) {
	name := graph.LeafName(s.expr)
	return name, name.Plain() != "" && !symbolic.Equal(s.expr, symbolic.Time())
}

// sayings lists all parameters of the text.
func (c *checker) sayings() []saying {
	all := make([]saying, 0, 2*len(c.graph.Elements)+2)
	for _, e := range c.graph.Elements {
		for i := range e.Kind.Attributes {
			a := &e.Kind.Attributes[i]
			if p := e.Params[a.Name]; p != nil && (a.Type == component.Parameter || a.Type == component.Input) {
				all = append(all, saying{e, a, p, c.giving(e, a), c.varies(e, a)})
			}
		}
	}
	set := &c.graph.Settings
	if set.Gravity != nil {
		all = append(all, saying{a: graph.Gravitation, expr: set.Gravity, given: &given{span: set.Span("gravity")}})
	}
	if set.Slope != nil {
		all = append(all, saying{a: graph.SlopeOfAxis, expr: set.Slope, given: &given{span: set.Span("axis")}})
	}
	return all
}
