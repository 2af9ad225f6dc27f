package check

import (
	"fmt"
	"slices"
	"strings"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/dsl/unit"
	"diagram/symbolic"
	"diagram/symbolic/naming"
)

// series is the elements that share a default symbol.
type series struct {
	component.Stem
	count  int              // how many there are
	place  int              // of the latest one that was named, whoever named it
	number int              // of the latest that took the base and a number
	common *symbolic.Symbol // of all, where they aren't numbered
}

// vacancy is a parameter that the author gives no symbol.
type vacancy struct {
	element   *graph.Element // nil for the setting
	attribute *component.Attribute
	series    string // its default symbol
	dim       unit.Dimension
	varies    bool // it is a function of time
	shared    bool // all that have no symbol of their own have the same, as the weights have g
}

// defaults gives parameters their default symbols, each of which means one thing.
type defaults struct {
	c        *checker
	mentions mentions
	all      map[string]*series
	used     map[string]bool // default symbols that were given away
	warned   map[string]bool // symbols of which it was said that they are none of the defaults
}

// parameters gives every element its parameters and its label: what the author wrote, else the kind's default symbol. Of
// several elements with one default, each takes the number of its place among them.
func (c *checker) parameters() {
	n := &defaults{c: c, mentions: c.mentions(), all: map[string]*series{}, used: map[string]bool{}}
	for _, e := range c.graph.Elements {
		for i := range e.Kind.Attributes {
			if text := c.stem(e, &e.Kind.Attributes[i]); text != "" {
				n.series(text).count++
			}
		}
	}
	c.style = symbolic.Style{NamedExp: len(n.mentions["e"]) > 0}
	s, a := &c.graph.Settings, settingKind.Attribute("gravity")
	if s.G = n.symbol(vacancy{attribute: a, series: a.Default, dim: a.Dim, shared: true}); c.bareGravity {
		s.Gravity = s.G
	}
	for _, e := range c.graph.Elements {
		for i := range e.Kind.Attributes {
			a := &e.Kind.Attributes[i]
			text := c.stem(e, a)
			if text == "" {
				continue
			}
			n.series(text).place++
			if e.Params[a.Name] == nil {
				setParam(e, a, n.symbol(vacancy{e, a, text, a.DimIn(e.Domain), c.varies(e, a), e.Kind.Action().Weight}))
			}
		}
		e.Label, e.Look = c.labelOf(e), c.look(e)
	}
	c.graph.TellWords()
}

// series finds or makes that of a default symbol.
func (n *defaults) series(text string) *series {
	if n.all[text] == nil {
		n.all[text] = &series{Stem: n.c.kinds.Stem(text)}
	}
	return n.all[text]
}

// symbol is the default of a parameter: that of its kind or, where there are several or the text means something else by
// it, its letter with the number of its place, or with the first behind it that is free.
func (n *defaults) symbol(v vacancy) *symbolic.Symbol {
	s := n.series(v.series)
	if s.common != nil {
		return s.common
	}
	alone := v.shared || s.count == 1
	if name := s.Symbol.Name(); alone && n.free(name, v) {
		return n.take(s, name, v)
	}
	for s.number = max(s.number+1, s.place); ; s.number++ {
		if name := s.Base.Numbered(s.number); n.free(name, v) {
			n.warn(s.Symbol.Name(), name, v)
			if !alone {
				n.warn(s.Base.Numbered(s.place), name, v)
			}
			return n.take(s, name, v)
		}
	}
}

func (n *defaults) free(name naming.Name, v vacancy) bool {
	return !n.used[name.Key()] && !n.mentions.refuse(name, v)
}

func (n *defaults) take(s *series, name naming.Name, v vacancy) *symbolic.Symbol {
	n.used[name.Key()] = true
	symbol := symbolic.NewSymbol(name)
	if v.shared {
		s.common = symbol
	}
	return symbol
}

// warn tells an author who may have meant a default by a symbol in an expression (k=2*k_1, c=k/10) that it is none.
func (n *defaults) warn(meant, name naming.Name, v vacancy) {
	ats := n.mentions[meant.Key()]
	own := func(at mention) bool { return at.lone } // the author calls something by it, so that is meant
	if v.element == nil || n.warned[meant.Key()] || slices.ContainsFunc(ats, own) {
		return
	}
	for _, at := range ats {
		if !at.refuses(v) || v.varies && at.timed { // F_2*cos(w*t) speaks of a constant
			continue
		}
		if n.warned == nil {
			n.warned = map[string]bool{}
		}
		n.warned[meant.Key()] = true
		symbol := func(s naming.Name) string { return strings.ReplaceAll(s.Plain(), "lamda", "lambda") }
		n.c.problems = append(n.c.problems, diag.Diagnostic{Severity: diag.Warning, File: n.c.file.Name, Span: at.span,
			Summary: fmt.Sprintf("%s is a symbol of its own here, not that of %s", symbol(meant), v.element.Phrase()),
			Help:    fmt.Sprintf("if you mean that one, write it there: %s[%s=%s]", v.element.Kind.Name, v.attribute.Name, symbol(meant)),
			Related: []diag.Related{{Span: v.element.Span, Message: "its symbol is " + symbol(name)}}})
		return
	}
}

// stem is the default symbol of an element's parameter; "" where it has none. A further support's place has a default
// too, but which support is a further one is for the equations to say.
func (c *checker) stem(e *graph.Element, a *component.Attribute) string {
	switch {
	case a.Type != component.Parameter && a.Type != component.Input,
		e.Across() && e.Params[a.Name] != nil, // no equation has it, so that others don't count with it
		e.Kind.IsSupport() && a.Type == component.Parameter,
		a.If != "" && !c.of(e).says(e.Kind, a.If),
		slices.ContainsFunc(a.Unless, func(word string) bool { return c.of(e).says(e.Kind, word) }),
		a.Grown && c.graph.Settings.Origin == graph.FromWall && e.Domain != component.Rotation:
		return ""
	}
	return a.DefaultIn(e.Domain)
}

// takeGiven takes over what the author wrote.
func (c *checker) takeGiven(e *graph.Element) {
	for i := range c.of(e) {
		g := &c.of(e)[i]
		if g.expr == nil {
			continue
		}
		if g.attribute.Name == "label" {
			setParam(e, e.Titular, g.expr)
		} else {
			setParam(e, g.attribute, g.expr)
		}
	}
}

// setParam sets a parameter.
func setParam(e *graph.Element, a *component.Attribute, expr symbolic.Expr) {
	if e.Params == nil {
		e.Params = component.Params{}
	}
	e.Params[a.Name] = expr
}

// varies reports whether a parameter is a function of time unless it is given otherwise.
func (c *checker) varies(e *graph.Element, a *component.Attribute) bool {
	return a.Type == component.Input && !c.of(e).flag("constant")
}

// labelOf is what is printed beside an element.
func (c *checker) labelOf(e *graph.Element) naming.Name {
	if c.of(e).flag("nolabel") {
		return naming.Name{}
	}
	if g := c.of(e).find("label"); g != nil && (g.expr == nil || g.name != naming.Name{}) {
		return g.name
	}
	if main := e.Main(); main != nil {
		return graph.Printed(main, c.style)
	}
	return naming.Name{}
}
