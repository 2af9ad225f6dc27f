package graph

import (
	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/unit"
	"diagram/symbolic/naming"
	"diagram/symbolic/rational"
)

// Graph is a checked diagram: what an author's text means. Supports and bodies are its nodes, connectors its edges. Its
// Multigraph is what gonum's algorithms take.
type Graph struct {
	File string
	// Catalog is the kinds that its text may speak of.
	Catalog  *component.Catalog
	Settings Settings
	// Elements are all elements in the order in which the text defines them; massless joints that were made between two
	// connectors in series stand where the link stands that made them.
	Elements []*Element
	// Nodes are the supports and bodies (joints and bars among them) in that order.
	Nodes []*Element
	// Edges are the connectors in the order in which connections of the file mention them: the order of the terms.
	Edges []*Element
	// Actions are the actions in the order in which connections mention them.
	Actions []*Element
	Values  []Value
	// Before are pairs of nodes whose order along the axis no connector between them tells: the author ranked them with
	// at=, or one of them is the origin, and the other was found to lie on that side of it.
	Before []Pair
	Parts  []*Part
	// Panels are the parts of the figure in their order; none where the text doesn't divide it.
	Panels []*Panel
	Topology
}

// Element is one component of the diagram.
type Element struct {
	ID int64 // index in Graph.Elements
	// Name is unique, and for programs: the author's, or made from the kind and a number ("spring1") for an anonymous one. What
	// is for a reader says Phrase or Tag.
	Name string
	// Anonymous reports whether the author gave no name; Made whether the text doesn't even mention it (a joint in series).
	Anonymous, Made bool
	Kind            *component.Kind
	Panel           int              // index in Graph.Panels of the one to which it belongs; 0 where there are none
	Domain          component.Domain // Translation or Rotation, from the nodes
	Span            diag.Span        // of the definition
	Params          component.Params // parameters, inputs and symbols, defaults filled in and numbered
	// Label is what to print beside it; zero where there is nothing to print. Upright text is \text{…} in its LaTeX.
	Label naming.Name
	// Note is what else the author wants beside it, which gives no symbol.
	Note Words
	// Marked is what the label of an action that marks a coordinate calls it; zero where it names none.
	Marked naming.Name

	// From and To are a connector's ends: From comes first along the axis. Both nil for others.
	From, To *Element
	// Turned reports whether the text has a connector's ends the other way round: To first.
	Turned bool
	// On is the node on which an action acts.
	On *Element
	// SetOn is what the author sets a body on without a connector: a ground or another body; nil where nothing is said.
	SetOn *Element
	// OwnFloor reports whether the author puts a floor under it.
	OwnFloor bool

	Options  []Option       // what the author said of it
	Look     component.Look // what of it its glyph depends on
	Heading  Heading        // where an action points, as far as the author says
	Positive Heading        // in which sense a node's coordinate or motion counts, as far as the author says
	Pointing string         // the same of an action in words: "to the left", "upwards"; empty where nothing was said
	Named    bool           // the author names a body's coordinate, or says where a support stands
	Drawn    Drawn
	// Titular is the parameter for which its label stands; nil where there is none.
	Titular *component.Attribute
	// LabelSpan is where the author gave it its label; not valid where there is none of theirs.
	LabelSpan diag.Span
	// Rank is the author's at=: of two nodes in a component, the one with the lower rank comes first; nil where none is given.
	Rank *float64

	among among
}

// Option is what the author said of one attribute, without quotes; of a flag, that it is "true".
type Option struct {
	Attribute *component.Attribute
	Text      string
}

// Value is a quantity: a symbol's value.
type Value struct {
	Symbol naming.Name
	Number rational.Rat // in SI units
	Dim    unit.Dimension
	Text   string // as written: "200 N/m"
	Span   diag.Span
}

// IsNode reports whether the element is a support or a body.
func (e *Element) IsNode() bool {
	return e.Kind.IsNode()
}

// Turn reverses a connector.
func (e *Element) Turn() { e.From, e.To, e.Turned = e.To, e.From, !e.Turned }

// Other is the end of a connector that isn't node.
func (e *Element) Other(node *Element) *Element {
	if e.From == node {
		return e.To
	}
	return e.From
}

// SymbolText is the element's main parameter in Unicode text; empty where it has none.
func (e *Element) SymbolText() string {
	if main := e.Main(); main != nil {
		return ExprName(main).Text()
	}
	return ""
}

// Element finds an element by name; nil where there is none.
func (g *Graph) Element(name string) *Element {
	for _, e := range g.Elements {
		if e.Name == name {
			return e
		}
	}
	return nil
}
