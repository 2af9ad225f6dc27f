package check

import (
	"fmt"
	"slices"
	"strings"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/symbolic"
)

// doubt warns of what is allowed but rarely meant.
func (c *checker) doubt(span diag.Span, summary, help string, related ...diag.Related) {
	c.problems = append(c.problems, diag.Diagnostic{Severity: diag.Warning, File: c.file.Name, Span: span, Summary: summary, Help: help, Related: related})
}

// unheard warns of symbols that a label lists behind its first: only that one is the element's, and another of its parameters, whose
// letter a further one has, is called otherwise.
func (c *checker) unheard() {
	for _, e := range c.graph.Elements {
		g := c.of(e).find("label")
		if g == nil {
			continue
		}
		for _, symbol := range g.listed {
			for i := range e.Kind.Attributes {
				a := &e.Kind.Attributes[i]
				is, calls := e.Params[a.Name], a != e.Titular && mayBeCalled(a, symbol)
				if calls && is != nil && graph.ExprName(is).Key() != symbol.Key() {
					c.doubt(g.span, fmt.Sprintf("the %s of %s is %s, not %s", a.Noun(), e.Phrase(), graph.ExprName(is).Text(), symbol.Text()),
						fmt.Sprintf("a label gives only its first symbol; write %s=%s as well", a.Name, strings.ReplaceAll(symbol.Plain(), "lamda", "lambda")))
				}
			}
		}
	}
}

// twins warns of a body without a name where another of its kind, in another statement, was most likely meant: of one on
// which nothing but actions and friction acts while another is held, and of one of which nothing is said, like of another.
func (c *checker) twins() {
	// Those of different parts of the figure are different anyway.
	type class struct {
		kind  *component.Kind
		panel int
	}
	of := func(n *graph.Element) class { return class{n.Kind, n.Panel} }
	held, loose, bare := map[class]*bodies{}, []*graph.Element(nil), map[class][]*graph.Element{}
	for _, n := range c.graph.Nodes {
		if !n.Kind.IsBody() || n.Made {
			continue
		}
		switch {
		case slices.ContainsFunc(c.graph.Connectors(n), func(e *graph.Element) bool { return !e.Kind.Connector().Sliding }):
			if held[of(n)] == nil {
				held[of(n)] = &bodies{first: n, in: map[int]bool{}}
			}
			c.note(n, held[of(n)].in)
		case n.Anonymous:
			loose = append(loose, n)
			continue
		}
		if n.Anonymous && len(c.of(n)) == 0 {
			bare[of(n)] = append(bare[of(n)], n)
		}
	}
	for _, n := range loose {
		if others := held[of(n)]; others != nil && !c.isIn(n, others.in) {
			c.twin(n, others.first)
		}
	}
	if c.problems.HasErrors() {
		return // what the statements mean isn't sure
	}
	for _, n := range c.graph.Nodes {
		if alike := bare[of(n)]; len(alike) > 0 && n == alike[0] {
			in := map[int]bool{}
			c.note(n, in)
			// One warning a kind is enough to tell.
			if i := slices.IndexFunc(alike[1:], func(o *graph.Element) bool { return !c.isIn(o, in) }); i >= 0 {
				c.twin(alike[1+i], n)
			}
		}
	}
}

// bodies are some of one kind: the first of them, and the statements that join any of them to something.
type bodies struct {
	first *graph.Element
	in    map[int]bool
}

// note adds the statements that join a node to something.
func (c *checker) note(n *graph.Element, in map[int]bool) {
	for _, e := range c.graph.Connectors(n) {
		in[c.uses[e.ID].statement] = true
	}
}

// isIn reports whether one of some statements joins a node to something.
func (c *checker) isIn(n *graph.Element, statements map[int]bool) bool {
	return slices.ContainsFunc(c.graph.Connectors(n), func(e *graph.Element) bool { return statements[c.uses[e.ID].statement] })
}

// twin warns of a body that may be meant to be another.
func (c *checker) twin(n, other *graph.Element) {
	help := fmt.Sprintf("if you mean the same, give it a name (%s = %s) and write %[1]s in both places", strings.ToUpper(n.Kind.Name[:1]), n.Kind.Name)
	if !other.Anonymous {
		help = "if you mean " + other.Name + ", write " + other.Name
	}
	c.doubt(n.Span, fmt.Sprintf("this is a second %s: without a name, each is one of its own", n.Kind.Name), help,
		diag.Related{Span: other.Span, Message: "the other is here"})
}

// signs warns of masses, stiffnesses and the like that are 0 or negative: as numbers, or as symbols with such a value. What
// can't be negative is an error then.
func (c *checker) signs() {
	values := map[string]graph.Value{}
	for _, v := range c.graph.Values {
		values[v.Symbol.Key()] = v
	}
	said := map[string]bool{}
	for _, e := range c.graph.Elements {
		for i := range e.Kind.Attributes {
			a := &e.Kind.Attributes[i]
			if !a.Positive && !a.Unsigned {
				continue
			}
			var sign int
			span, name := c.parameterSpan(e, a), a.Name
			switch x := e.Params[a.Name].(type) {
			case *symbolic.Number:
				sign = x.Value().Sign()
			case *symbolic.Symbol:
				v, ok := values[x.Name().Key()]
				if !ok || said[x.Name().Key()] {
					continue
				}
				if sign, span, name = v.Number.Sign(), v.Span, x.Name().Text(); sign <= 0 {
					said[x.Name().Key()] = true
				}
			default:
				if sign, _ = symbolic.SplitSign(x); !a.Unsigned || x == nil {
					continue
				}
			}
			switch {
			case a.Unsigned && sign < 0:
				c.report(span, fmt.Sprintf("the %s %s is negative", a.Noun(), name), "give it a value of 0 or more")
			case a.Unsigned:
			case sign < 0:
				c.doubt(span, fmt.Sprintf("the %s %s is negative", a.Doc, name), "as a rule it is more than 0; a negative one may let the system run away")
			case sign == 0 && !hasOtherTerm(e, a):
				help := "as a rule it is more than 0; leave the element out"
				if e.Kind.IsBody() {
					help = "as a rule it is more than 0; use a bar or a joint for a body without mass"
				}
				c.doubt(span, fmt.Sprintf("the %s %s is 0", a.Doc, name), help)
			}
		}
	}
}

// hasOtherTerm reports whether a parameter beside a gives the element a term: a spring may be cubic only.
func hasOtherTerm(e *graph.Element, a *component.Attribute) bool {
	for i := range e.Kind.Attributes {
		b := &e.Kind.Attributes[i]
		if b != a && b.Type == component.Parameter && b.Default == "" && e.Params[b.Name] != nil {
			return true
		}
	}
	return false
}
