package check

import (
	"slices"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/dsl/syntax"
	"diagram/symbolic"
	"diagram/symbolic/naming"
)

// given is what the author said of one attribute.
type given struct {
	attribute *component.Attribute
	text      string          // the word of a Choice, the value of the others, without quotes
	number    float64         // of a Measure or Order
	expr      symbolic.Expr   // of a Parameter, Input or Symbol, or of a label that gives the main one
	name      naming.Name     // what a label prints that isn't the main parameter alone
	words     graph.Words     // of a setting that is Text
	listed    []naming.Name   // the symbols that a label lists behind its first
	span      diag.Span       // of the value, or of the word
	value     *syntax.Literal // as it is written; nil for a word
}

// givens are what the author said of an element. Only the checker asks for attributes by name; the graph has its answers.
type givens []given

func (gs givens) find(attribute string) *given {
	for i := range gs {
		if gs[i].attribute.Name == attribute {
			return &gs[i]
		}
	}
	return nil
}

// gives reports whether the author said something about the attribute.
func (gs givens) gives(attribute string) bool { return gs.find(attribute) != nil }

// word is the word that the author chose for a Choice attribute; "" where none was.
func (gs givens) word(attribute string) string {
	if g := gs.find(attribute); g != nil && g.attribute.Type == component.Choice {
		return g.text
	}
	return ""
}

// flag reports whether the author set a Flag attribute.
func (gs givens) flag(attribute string) bool {
	g := gs.find(attribute)
	return g != nil && g.attribute.Type == component.Flag
}

// says reports whether the author said a bare word that a kind knows: set the flag of that name, or chose it.
func (gs givens) says(k *component.Kind, word string) bool {
	a := k.Word(word)
	if a == nil {
		return false
	}
	return a.Type == component.Flag && gs.flag(a.Name) || gs.word(a.Name) == word
}

// titular is the parameter of a kind for which the label stands; nil where there is none. Where the usual one doesn't apply (a
// dry friction's damping) it is the one that takes its place (its coefficient).
func (gs givens) titular(k *component.Kind) *component.Attribute {
	main := k.Attribute(k.Main)
	if main == nil {
		return nil
	}
	for i := range k.Attributes {
		if a := &k.Attributes[i]; a.If != "" && slices.Contains(main.Unless, a.If) && gs.says(k, a.If) {
			return a
		}
	}
	return main
}

// of is what the author said of an element of the graph.
func (c *checker) of(e *graph.Element) givens { return c.uses[e.ID].given }

// attributeSpan is where the author said something about the attribute; where nothing was said, the element's span.
func (c *checker) attributeSpan(e *graph.Element, attribute string) diag.Span {
	if g := c.of(e).find(attribute); g != nil {
		return g.span
	}
	return e.Span
}

// giving is where the author gave a parameter: by its name, or as the label; nil for a default.
func (c *checker) giving(e *graph.Element, a *component.Attribute) *given {
	if g := c.of(e).find(a.Name); g != nil {
		return g
	}
	if g := c.of(e).find("label"); g != nil && g.expr != nil && e.Titular == a {
		return g
	}
	return nil
}

// parameterSpan is where a parameter is given, by its own name or by the label.
func (c *checker) parameterSpan(e *graph.Element, a *component.Attribute) diag.Span {
	if g := c.of(e).find("label"); g != nil && g.expr != nil && !c.of(e).gives(a.Name) {
		return g.span
	}
	return c.attributeSpan(e, a.Name)
}
