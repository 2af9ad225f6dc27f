package dsl

import (
	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/disjoint"
	"diagram/dsl/syntax"
	"diagram/dsl/unit"
	"diagram/symbolic"
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

	// at and on are the connectors and actions of each node, by its ID.
	at, on [][]*Element
	along  [][]*Element // those of at that lie along the axis
	part   []*Part      // by node's ID
	side   []int

	components [][]*Element
	component  []int // by node's ID
}

// Element is one component of the diagram.
type Element struct {
	ID int64 // index in Graph.Elements
	// Name is unique, and for programs: the author's, or made from the kind and a number ("spring1") for an anonymous one. What
	// is for a reader says Phrase or Tag.
	Name string
	// Anonymous tells that the author gave no name; Made that the text doesn't even mention it (a joint in series).
	Anonymous, Made bool
	Kind            *component.Kind
	Domain          component.Domain // Translation or Rotation, from the nodes
	Span            diag.Span        // of the definition
	Params          component.Params // parameters, inputs and symbols, defaults filled in and numbered
	// Label is what to print beside it; zero where there is nothing to print. Upright text is \text{…} in its LaTeX.
	Label symbolic.Name
	// Marked is what the label of an action that marks a coordinate calls it; zero where it names none.
	Marked symbolic.Name

	// From and To are a connector's ends: From comes first along the axis. Both nil for others.
	From, To *Element
	// On is the node on which an action acts.
	On *Element

	Heading  Heading // where an action points, as far as the author says
	Positive Heading // in which sense a node's coordinate or motion counts, as far as the author says
	Drawn    Drawn

	given []given
	among among
}

// Value is a quantity: a symbol's value.
type Value struct {
	Symbol symbolic.Name
	Number rational.Rat // in SI units
	Dim    unit.Dimension
	Text   string // as written: "200 N/m"
	Span   diag.Span
}

// given is what the author said of one attribute.
type given struct {
	attribute *component.Attribute
	text      string          // the word of a Choice, the value of the others, without quotes
	number    float64         // of a Measure or Order
	expr      symbolic.Expr   // of a Parameter, Input or Symbol, or of a label that gives the main one
	name      symbolic.Name   // what a label prints that isn't the main parameter alone
	words     Words           // of a setting that is Text
	span      diag.Span       // of the value, or of the word
	value     *syntax.Literal // as it is written; nil for a word
}

func (e *Element) find(attribute string) *given {
	for i := range e.given {
		if e.given[i].attribute.Name == attribute {
			return &e.given[i]
		}
	}
	return nil
}

// IsNode tells whether the element is a support or a body.
func (e *Element) IsNode() bool {
	return e.Kind.IsNode()
}

// Other is the end of a connector that isn't node.
func (e *Element) Other(node *Element) *Element {
	if e.From == node {
		return e.To
	}
	return e.From
}

// gives reports whether the author said something about the attribute.
func (e *Element) gives(attribute string) bool { return e.find(attribute) != nil }

// word is the word that the author chose for a Choice attribute; "" where none was.
func (e *Element) word(attribute string) string {
	if g := e.find(attribute); g != nil && g.attribute.Type == component.Choice {
		return g.text
	}
	return ""
}

// flag reports whether the author set a Flag attribute.
func (e *Element) flag(attribute string) bool {
	g := e.find(attribute)
	return g != nil && g.attribute.Type == component.Flag
}

// attributeSpan is where the author said something about the attribute; where nothing was said, the element's span.
func (e *Element) attributeSpan(attribute string) diag.Span {
	if g := e.find(attribute); g != nil {
		return g.span
	}
	return e.Span
}

// Look is what of the element its glyph depends on.
func (e *Element) Look() component.Look { return e.Kind.Look(e.Domain, e.says) }

// SymbolText is the element's main parameter in Unicode text; empty where it has none.
func (e *Element) SymbolText() string {
	if main := e.Main(); main != nil {
		return exprName(main).Text
	}
	return ""
}

// says tells whether the author said a bare word: set the flag of that name, or chose it.
func (e *Element) says(word string) bool {
	a := e.Kind.Word(word)
	if a == nil {
		return false
	}
	return a.Type == component.Flag && e.flag(a.Name) || e.word(a.Name) == word
}

// Connectors are the connectors that end on a node, in the order of Edges.
func (g *Graph) Connectors(node *Element) []*Element { return g.at[node.ID] }

// Along are the connectors of a node that lie along the axis: all but those on which it slides on a support, or by which a
// body slides on it.
func (g *Graph) Along(node *Element) []*Element { return g.along[node.ID] }

// ActionsOn are the actions on a node, in the order of Actions.
func (g *Graph) ActionsOn(node *Element) []*Element { return g.on[node.ID] }

// Part is the part to which a node belongs.
func (g *Graph) Part(node *Element) *Part { return g.part[node.ID] }

// Side is +1 where a node comes after its part's origin along the axis, -1 where it comes before it, and 0 for the origin
// and in a part that has none.
func (g *Graph) Side(node *Element) int { return g.side[node.ID] }

// Element finds an element by name; nil where there is none.
func (g *Graph) Element(name string) *Element {
	for _, e := range g.Elements {
		if e.Name == name {
			return e
		}
	}
	return nil
}

// Components are the nodes of each part of the diagram that hangs together by connectors of any kind, in the order of
// their first nodes. A Part doesn't reach across what slides on a support; a component does.
func (g *Graph) Components() [][]*Element { return g.components }

// Component is the index in Components of the one to which a node belongs.
func (g *Graph) Component(node *Element) int { return g.component[node.ID] }

// findComponents splits the nodes into those that hang together.
func (g *Graph) findComponents() {
	joined := disjoint.New(len(g.Elements))
	for _, e := range g.Edges {
		joined.Join(e.From.ID, e.To.ID)
	}
	g.component = make([]int, len(g.Elements))
	for _, n := range g.Nodes {
		root := joined.Find(n.ID) // the least, so the first to come here
		if root == n.ID {
			g.component[root] = len(g.components)
			g.components = append(g.components, nil)
		}
		i := g.component[root]
		g.component[n.ID] = i
		g.components[i] = append(g.components[i], n)
	}
}

// link fills in what follows from the lists: the elements' order and what each node holds.
func (g *Graph) link() {
	for i, e := range g.Elements {
		e.ID = int64(i)
		if e.IsNode() {
			g.Nodes = append(g.Nodes, e)
		}
	}
	g.at = g.incidence(func(*Element) bool { return true })
	g.along = g.incidence(func(e *Element) bool { return !e.OnFloor() })
	g.findComponents()
	g.on = make([][]*Element, len(g.Elements))
	for _, e := range g.Actions {
		g.on[e.On.ID] = append(g.on[e.On.ID], e)
	}
	g.tellApart()
}

// incidence lists the connectors of each node, by its ID, as far as they are wanted.
func (g *Graph) incidence(wanted func(*Element) bool) [][]*Element {
	degrees := make([]int, len(g.Elements))
	for _, e := range g.Edges {
		if wanted(e) {
			degrees[e.From.ID]++
			degrees[e.To.ID]++
		}
	}
	lists := make([][]*Element, len(g.Elements))
	room := make([]*Element, 2*len(g.Edges)) // for all of them
	for id, degree := range degrees {
		lists[id], room = room[:0:degree], room[degree:]
	}
	for _, e := range g.Edges {
		if wanted(e) {
			lists[e.From.ID] = append(lists[e.From.ID], e)
			lists[e.To.ID] = append(lists[e.To.ID], e)
		}
	}
	return lists
}
