package dsl

import (
	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/symbolic"
)

// Graph is a checked diagram: what an author's text means. Supports and bodies are its nodes, connectors its edges. It
// implements gonum's graph.Multigraph, so that gonum's algorithms apply.
type Graph struct {
	File     string
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
}

// Element is one component of the diagram.
type Element struct {
	ID   int64  // index in Graph.Elements
	Name string // unique: the author's, or made from the kind and a number ("spring1") for an anonymous one
	// Anonymous tells that the author gave no name; Made that the text doesn't even mention it (a joint in series).
	Anonymous, Made bool
	Kind            *component.Kind
	Domain          component.Domain // Translation or Rotation, from the nodes
	Span            diag.Span        // of the definition
	Params          component.Params // parameters, inputs and symbols, defaults filled in and numbered
	Label           symbolic.Name    // what to print beside it; zero where there is nothing to print
	words           map[string]string
	flags           map[string]bool
	measures        map[string]float64

	// From and To are a connector's ends: From comes first along the axis. Both nil for others.
	From, To *Element
	// On is the node on which an action acts.
	On *Element
}
