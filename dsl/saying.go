package dsl

import (
	"diagram/dsl/component"
	"diagram/dsl/unit"
	"diagram/symbolic"
)

// saying is what is said of a parameter: of an element's, or of a setting where there is no element.
type saying struct {
	e     *Element
	a     *component.Attribute
	expr  symbolic.Expr
	given *given // nil for a default
}

// varies reports whether the saying is an input that may change with time.
func (s *saying) varies() bool { return s.e != nil && s.e.varies(s.a) }

// alone is the name of a symbol, or of a function of time, that the parameter is by itself.
func (s *saying) alone() (symbolic.Name, bool) {
	name := leafName(s.expr)
	return name, name.Plain != "" && !symbolic.Equal(s.expr, symbolic.Time())
}

// sayings lists all parameters of the text.
func (c *checker) sayings() []saying {
	all := make([]saying, 0, 2*len(c.graph.Elements)+2)
	for _, e := range c.graph.Elements {
		for i := range e.Kind.Attributes {
			a := &e.Kind.Attributes[i]
			if p := e.Params[a.Name]; p != nil && (a.Type == component.Parameter || a.Type == component.Input) {
				all = append(all, saying{e, a, p, e.giving(a)})
			}
		}
	}
	set := &c.graph.Settings
	if set.Gravity != nil {
		all = append(all, saying{nil, gravitation, set.Gravity, &given{span: set.Span("gravity")}})
	}
	if set.Slope != nil {
		all = append(all, saying{nil, slopeOfAxis, set.Slope, &given{span: set.Span("axis")}})
	}
	return all
}

// The settings that are parameters, as messages name them.
var (
	gravitation = &component.Attribute{Name: "gravity", Doc: "gravitational acceleration", Dim: unit.Acceleration}
	slopeOfAxis = &component.Attribute{Name: "axis", Doc: "slope of the axis", Dim: unit.None}
)

// giving is where the author gave a parameter: by its name, or as the label; nil for a default.
func (e *Element) giving(a *component.Attribute) *given {
	if g := e.find(a.Name); g != nil {
		return g
	}
	if g := e.find("label"); g != nil && g.expr != nil && e.main() == a {
		return g
	}
	return nil
}
