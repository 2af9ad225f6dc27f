package dsl

import (
	"strings"
	"sync"

	"diagram/dsl/component"
	"diagram/symbolic"
)

// stem is a default symbol. Of several elements with one, each takes its base with a number.
type stem struct {
	symbol *symbolic.Symbol
	base   symbolic.Name
}

// stems are the default symbols of all kinds, as they are written there.
var stems = sync.OnceValue(func() map[string]stem {
	all := map[string]stem{}
	for _, k := range component.All() {
		for _, a := range k.Attributes {
			for _, text := range []string{a.Default, a.RotDefault} {
				if _, ok := all[text]; text != "" && !ok {
					base, _, _ := strings.Cut(text, "_")
					all[text] = stem{symbolic.Sym(text), symbolic.Sym(base).Name()}
				}
			}
		}
	}
	return all
})

// series is the elements that share a default symbol.
type series struct {
	stem
	count  int // how many there are
	place  int // of the latest one that was named, whoever named it
	number int // of the latest that took the base and a number
}

// parameters gives every element its parameters and its label: what the author wrote, else the kind's default symbol. Of
// several elements with one default, each takes the number of its place among them.
func (c *checker) parameters() {
	all := map[string]*series{}
	taken := map[string]bool{} // symbols that the author wrote, and numbered ones that were given away
	for _, e := range c.graph.Elements {
		for i := range e.Kind.Attributes {
			text := e.stem(&e.Kind.Attributes[i])
			if text == "" {
				continue
			}
			if all[text] == nil {
				all[text] = &series{stem: stems()[text]}
			}
			all[text].count++
		}
		e.takeGiven(taken)
	}
	for _, e := range c.graph.Elements {
		for i := range e.Kind.Attributes {
			a := &e.Kind.Attributes[i]
			text := e.stem(a)
			if text == "" {
				continue
			}
			s := all[text]
			s.place++
			switch {
			case e.Params[a.Name] != nil:
			case s.count > 1 && !e.Kind.Weight:
				e.setParam(a, s.next(taken))
			default:
				e.setParam(a, s.symbol)
			}
		}
		e.Label = e.label()
	}
}

// next is the symbol of the element that is named: with the number of its place, or the first behind it that is not taken.
func (s *series) next(taken map[string]bool) *symbolic.Symbol {
	for s.number = max(s.number+1, s.place); ; s.number++ {
		if name := s.base.Numbered(s.number); !taken[name.Plain] {
			taken[name.Plain] = true
			return symbolic.NewSymbol(name)
		}
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
