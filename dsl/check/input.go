package check

import (
	"fmt"
	"slices"
	"strings"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/dsl/syntax"
	"diagram/dsl/unit"
	"diagram/symbolic"
	"diagram/symbolic/naming"
)

// A symbol means one thing in the whole text: a constant or a function of time. Which of those in the inputs – what drives
// the system from outside – are functions of time is decided here, once. All that comes later sees symbolic.Functions.
//
//   - f(t) is one wherever it stands, and so is a symbol that is an input by itself.
//   - In an expression that mentions t or a function of time, the other symbols are constants: F_0*sin(Omega*t), K_t*i(t).
//   - In any other, the one symbol that is nothing else in the text and has no quantity is a function of time: -u, F/2, k*u.
//   - In an input marked constant all symbols are constants.

// inputs makes functions of time of the symbols that are such.
func (c *checker) inputs() {
	if !c.clean() || c.onlyConstants() { // what is wrong elsewhere may hide what a symbol means
		return
	}
	all := c.sayings()
	if c.feedback(all); !c.clean() {
		return
	}
	c.parametric(all)
	t := &timing{c: c, all: all, still: make(map[string]*saying, len(all)), moving: map[string]naming.Name{}}
	t.constants()
	t.functions()
	t.expressions()
	t.rewrite()
}

// onlyConstants reports whether the text has no inputs, and nothing for a parameter but symbols and numbers, as that of most
// diagrams.
func (c *checker) onlyConstants() bool {
	for _, e := range c.graph.Elements {
		for i := range e.Kind.Attributes {
			if e.Kind.Attributes[i].Type == component.Input {
				return false
			}
		}
		for _, g := range c.of(e) {
			if x := g.expr; x != nil && !isPlain(x) {
				return false
			}
		}
	}
	return isPlain(c.graph.Settings.Gravity)
}

// isPlain reports whether an expression is a number, a symbol that is one word, or nothing.
func isPlain(e symbolic.Expr) bool {
	switch e := e.(type) {
	case nil, *symbolic.Number:
		return true
	case *symbolic.Symbol:
		name := e.Name()
		return syntax.WordLength(name.LaTeX(), syntax.IsWordPart) == len(name.LaTeX())
	}
	return false
}

// parametric reports what can't change with time: inertias, since a force is more than mass times acceleration then;
// lengths, since places are inputs only where a base moves; and gravity. Stiffnesses and the like may.
func (c *checker) parametric(all []saying) {
	for i := range all {
		s := &all[i]
		if s.a.Type == component.Input || !changes(s.expr) {
			continue
		}
		of, help := syntax.SettingWord, "give it a constant symbol"
		if s.e != nil {
			of = s.e.Kind.Name
		}
		switch {
		case s.e == nil || s.e.Kind.Action().Weight:
		case s.e.Kind.Body().Inertia != nil || s.e.Kind.Connector().Kinetic != nil:
			help += ": the equations know no inertia that changes"
		case s.a.Dim == unit.Length:
			help += "; for a place that moves there is base[y=…]"
		default:
			continue
		}
		span, _ := s.locate(append(functionNames(s.expr), symbolic.Time().Name())[0])
		c.report(span, fmt.Sprintf("%s of %s can't change with time", s.a.Name, of), help)
	}
}

// timing finds out which symbols change with time.
type timing struct {
	c      *checker
	all    []saying
	still  map[string]*saying     // constants by key, and what says so
	moving map[string]naming.Name // functions of time by key, as they are printed
}

// constants are the symbols of whatever can't change with time.
func (t *timing) constants() {
	for i := range t.all {
		s := &t.all[i]
		if s.varies {
			continue
		}
		if s.a.Type == component.Input && changes(s.expr) {
			t.neverthelessVaries(s)
			continue
		}
		t.keep(s)
	}
}

// neverthelessVaries reports an input that is marked constant, but mentions the time.
func (t *timing) neverthelessVaries(s *saying) {
	time := append(functionNames(s.expr), symbolic.Time().Name())[0]
	span, text := s.locate(time)
	t.c.report(span, fmt.Sprintf("%s is constant, but %s changes with time", s.e.Pointed(), text), "remove one of the two",
		diag.Related{Span: t.c.attributeSpan(s.e, "constant"), Message: "constant is here"})
}

// keep notes the symbols of a saying as constants, apart from functions of time, and returns those that are new.
func (t *timing) keep(s *saying) []naming.Name {
	return slices.DeleteFunc(symbolNames(s.expr), func(name naming.Name) bool {
		if _, moves := t.moving[name.Key()]; moves || t.still[name.Key()] != nil {
			return true
		}
		t.still[name.Key()] = s
		return false
	})
}

// functions are those that are written as such, f(t), and the symbols that are inputs by themselves.
func (t *timing) functions() {
	for i := range t.all {
		s := &t.all[i]
		names := functionNames(s.expr)
		if name, alone := s.alone(); alone && s.varies {
			names = []naming.Name{name}
		}
		for _, name := range names {
			if by := t.still[name.Key()]; by != nil {
				t.contradiction(s, name, by)
				break
			}
			if old, known := t.moving[name.Key()]; !known || len(name.LaTeX()) > len(old.LaTeX()) { // F(t) rather than F
				t.moving[name.Key()] = name
			}
		}
	}
}

// contradiction reports a constant that is used as a function of time.
func (t *timing) contradiction(s *saying, name naming.Name, by *saying) {
	span, text := s.locate(name)
	text = strings.TrimSuffix(text, "(t)")
	var what string
	switch _, alone := by.alone(); {
	case by.a.Type == component.Input:
		what = "is constant in " + by.e.Phrase()
	case alone:
		what = "is the " + by.a.Noun()
	default:
		what = "is part of the " + by.a.Noun()
	}
	if by.a.Type != component.Input && by.e != nil {
		what += " of " + by.e.Phrase()
	}
	help := "choose another symbol for one of them"
	if s.varies && !changes(s.expr) {
		help = fmt.Sprintf("choose another symbol, or mark %s constant", s.e.Pointed())
	}
	var related []diag.Related
	if by.given != nil {
		place, _ := by.locate(name)
		related = []diag.Related{{Span: place, Message: "that is said here"}}
	}
	t.c.report(span, fmt.Sprintf("%s %s, so it can't be a function of time here", text, what), help, related...)
}

// expressions finds the functions of time that are said by being the one unknown symbol of an expression. What one
// expression says may be what others need, so it goes on with those until nothing new is found.
func (t *timing) expressions() {
	var open []*saying
	mentioning := map[string][]*saying{} // by key of a symbol
	for i := range t.all {
		s := &t.all[i]
		if _, alone := s.alone(); alone || !s.varies {
			continue
		}
		open = append(open, s)
		for _, name := range symbolNames(s.expr) {
			mentioning[name.Key()] = append(mentioning[name.Key()], s)
		}
	}
	if len(open) == 0 {
		return
	}
	t.weights(open)
	valued := t.c.valued()
	decided := make(map[*saying]bool, len(open))
	waiting := slices.Clone(open) // those in which one unknown may be left
	decide := func(s *saying) {
		decided[s] = true
		for _, name := range t.keep(s) {
			waiting = append(waiting, mentioning[name.Key()]...)
		}
	}
	for _, s := range open {
		if changes(s.expr) || slices.ContainsFunc(symbolNames(s.expr), func(n naming.Name) bool { _, moves := t.moving[n.Key()]; return moves }) {
			decide(s)
		}
	}
	for len(waiting) > 0 {
		var found []naming.Name
		for _, s := range waiting {
			if free := t.free(s, valued); len(free) == 1 && !decided[s] {
				if _, known := t.moving[free[0].Key()]; !known {
					t.moving[free[0].Key()] = free[0]
					found = append(found, free[0])
				}
			}
		}
		waiting = nil
		for _, name := range found {
			for _, s := range mentioning[name.Key()] {
				if !decided[s] {
					decide(s)
				}
			}
		}
	}
	for _, s := range open {
		if free := t.free(s, valued); len(free) > 1 && !decided[s] {
			t.which(s, free)
		}
	}
}

// weights notes the gravitational acceleration where it stands beside a mass: m*g is a weight, whoever writes it.
func (t *timing) weights(inputs []*saying) {
	g := settingKind.Attribute("gravity").Default
	if _, moves := t.moving[g]; moves || t.still[g] != nil {
		return
	}
	for _, s := range inputs {
		names := symbolNames(s.expr)
		mass := func(n naming.Name) bool {
			by := t.still[n.Key()]
			return by != nil && by.e != nil && by.a.DimIn(by.e.Domain) == unit.Mass
		}
		if slices.ContainsFunc(names, func(n naming.Name) bool { return n.Key() == g }) && slices.ContainsFunc(names, mass) {
			t.still[g] = s
			return
		}
	}
}

// free are the symbols of an expression about which nothing else is known.
func (t *timing) free(s *saying, valued map[string]bool) []naming.Name {
	return slices.DeleteFunc(symbolNames(s.expr), func(n naming.Name) bool { return t.still[n.Key()] != nil || valued[n.Key()] })
}

// which asks which of several symbols is the function of time.
func (t *timing) which(s *saying, free []naming.Name) {
	words := make([]string, len(free))
	for i, name := range free {
		_, words[i] = s.locate(name)
	}
	last := words[len(words)-1]
	t.c.report(s.given.span, fmt.Sprintf("%s of %s: which of %s changes with time?", s.a.Name, s.e.Kind.Name, list(words)),
		fmt.Sprintf("write (t) after it, as in %s(t), or mark %s constant if none does", last, s.e.Pointed()))
}

// rewrite puts functions of time in the place of symbols, and prints each in one way.
func (t *timing) rewrite() {
	if len(t.moving) == 0 {
		return
	}
	for i := range t.all {
		s := &t.all[i]
		if s.e == nil {
			continue
		}
		var pairs []symbolic.Pair
		symbolic.Walk(s.expr, func(e symbolic.Expr) bool {
			if name, moves := t.moving[graph.LeafName(e).Key()]; moves {
				pairs = append(pairs, symbolic.Pair{From: e, To: symbolic.NewFunction(name)})
			}
			return true
		})
		if len(pairs) > 0 {
			s.e.Params[s.a.Name] = symbolic.Substitute(s.expr, pairs...)
			s.e.Label = t.c.labelOf(s.e)
		}
	}
}

// valued are the symbols to which a quantity gives a value.
func (c *checker) valued() map[string]bool {
	known := map[string]bool{}
	for _, s := range c.file.Statements {
		if q, ok := s.(*syntax.Quantity); ok {
			if name, err := readName(q.Symbol.Text()); err == nil {
				known[name.Key()] = true
			}
		}
	}
	return known
}

// changes reports whether an expression changes with time for all that is known from itself.
func changes(e symbolic.Expr) bool {
	found := false
	symbolic.Walk(e, func(e symbolic.Expr) bool {
		_, function := e.(*symbolic.Function)
		found = found || function || graph.LeafName(e).Key() == symbolic.Time().Name().Key()
		return !found
	})
	return found
}

// symbolNames are the names of the symbols in an expression, each once, in the order in which they stand there.
func symbolNames(e symbolic.Expr) []naming.Name {
	var names []naming.Name
	symbolic.Walk(e, func(e symbolic.Expr) bool {
		s, ok := e.(*symbolic.Symbol)
		if ok && !symbolic.Equal(s, symbolic.Time()) && !symbolic.Equal(s, symbolic.Pi()) && !slices.Contains(names, s.Name()) {
			names = append(names, s.Name())
		}
		return true
	})
	return names
}

// functionNames are the names of the functions of time in an expression.
func functionNames(e symbolic.Expr) []naming.Name {
	var names []naming.Name
	for _, f := range symbolic.Functions(e) {
		names = append(names, f.Name())
	}
	return names
}
