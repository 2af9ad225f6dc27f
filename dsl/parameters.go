package dsl

import (
	"strconv"
	"strings"

	"diagram/dsl/component"
	"diagram/symbolic"
)

// parameters gives every element its parameters and its label: what the author wrote, else the kind's default symbol. Of
// several elements with one default, each takes the number of its place among them.
func (c *checker) parameters() {
	counts := map[string]int{} // how many elements have a parameter with that default
	taken := map[string]bool{} // symbols that the author wrote, and numbered ones that were given away
	for _, e := range c.graph.Elements {
		for i := range e.Kind.Attributes {
			a := &e.Kind.Attributes[i]
			if stem := e.stem(a); stem != "" {
				counts[stem]++
			}
		}
		e.takeGiven(taken)
	}
	places, latest := map[string]int{}, map[string]int{}
	for _, e := range c.graph.Elements {
		for i := range e.Kind.Attributes {
			a := &e.Kind.Attributes[i]
			stem := e.stem(a)
			if stem == "" {
				continue
			}
			places[stem]++
			if e.Params[a.Name] != nil {
				continue
			}
			if counts[stem] > 1 && !e.Kind.Weight {
				latest[stem] = max(latest[stem]+1, places[stem])
				e.setParam(a, number(stem, latest, taken))
			} else {
				e.setParam(a, symbolic.Sym(stem))
			}
		}
		e.Label = e.label()
	}
}

// number is the symbol of a stem with a number behind it: the first from its latest on that is not taken, which becomes
// the latest.
func number(stem string, latest map[string]int, taken map[string]bool) *symbolic.Symbol {
	base, _, _ := strings.Cut(stem, "_")
	for {
		s := symbolic.Sym(base + "_" + strconv.Itoa(latest[stem]))
		if plain := s.Name().Plain; !taken[plain] {
			taken[plain] = true
			return s
		}
		latest[stem]++
	}
}

// stem is the default symbol of an element's parameter; "" where it has none. A further support's place has a default
// too, but which support is a further one is for the equations to say.
func (e *Element) stem(a *component.Attribute) string {
	switch {
	case a.Type != component.Parameter && a.Type != component.Input,
		e.Kind.Sort == component.Support && a.Type == component.Parameter,
		a.If != "" && !e.says(a.If),
		a.Unless != "" && e.says(a.Unless):
		return ""
	}
	return a.DefaultIn(e.Domain)
}

// takeGiven takes over what the author wrote, and notes the symbols.
func (e *Element) takeGiven(taken map[string]bool) {
	for i := range e.given {
		g := &e.given[i]
		if g.expr == nil {
			continue
		}
		note(g.expr, taken)
		if g.attribute.Name == "label" {
			e.setParam(e.main(), g.expr)
		} else {
			e.setParam(g.attribute, g.expr)
		}
	}
}

// note remembers a symbol that the author wrote for a parameter. Those in an expression refer to other parameters, so
// they may be meant to be the numbered ones.
func note(e symbolic.Expr, taken map[string]bool) {
	if s, ok := e.(*symbolic.Symbol); ok {
		taken[s.Name().Plain] = true
	}
}

// main is the parameter for which the element's label stands; nil where there is none. Where the usual one doesn't apply
// (a dry friction's damping) it is the one that takes its place (its coefficient).
func (e *Element) main() *component.Attribute {
	main := e.Kind.Attribute(e.Kind.Main)
	if main == nil || main.Unless == "" || !e.says(main.Unless) {
		return main
	}
	for i := range e.Kind.Attributes {
		if a := &e.Kind.Attributes[i]; a.If == main.Unless {
			return a
		}
	}
	return main
}

// setParam sets a parameter. A lone symbol given to an input is a function of time, unless the input is constant.
func (e *Element) setParam(a *component.Attribute, expr symbolic.Expr) {
	if s, ok := expr.(*symbolic.Symbol); ok && a.Type == component.Input && !e.Flag("constant") && !symbolic.Equal(s, symbolic.Time()) {
		expr = symbolic.NewFunction(s.Name())
	}
	if e.Params == nil {
		e.Params = component.Params{}
	}
	e.Params[a.Name] = expr
}

// label is what is printed beside the element.
func (e *Element) label() symbolic.Name {
	if e.Flag("nolabel") {
		return symbolic.Name{}
	}
	if g := e.find("label"); g != nil && g.expr == nil {
		return g.name
	}
	if main := e.main(); main != nil && e.Params[main.Name] != nil {
		return exprName(e.Params[main.Name])
	}
	return symbolic.Name{}
}
