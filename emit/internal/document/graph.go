package document

import (
	"diagram/dsl/graph"
	"diagram/symbolic"
)

// Graph is the diagram as it was understood.
type Graph struct {
	Origin   string    `json:"origin"`            // wall, natural or equilibrium
	Relative bool      `json:"relative"`          // coordinates=relative
	Axis     string    `json:"axis"`              // horizontal, vertical or inclined
	Slope    string    `json:"slope,omitempty"`   // of an inclined axis, in degrees or as a symbol
	Gravity  string    `json:"gravity,omitempty"` // acceleration of every body's weight
	Nodes    []Element `json:"nodes"`
	Edges    []Element `json:"edges"`
	Actions  []Element `json:"actions"`
}

// Element is a node, an edge or an action. Params are its parameters by attribute, defaults filled in; Words what else the
// text says about it.
type Element struct {
	Name   string            `json:"name"`
	Kind   string            `json:"kind"`
	Sort   string            `json:"sort"`   // support, body, connector or action
	Domain string            `json:"domain"` // translation or rotation
	Made   bool              `json:"made,omitempty"`
	Part   int               `json:"part,omitempty"` // of the figure
	From   string            `json:"from,omitempty"` // of an edge: the end that comes first along the axis
	To     string            `json:"to,omitempty"`
	On     string            `json:"on,omitempty"` // of an action: the node on which it acts
	Params map[string]string `json:"params"`
	Words  map[string]string `json:"words,omitempty"`
}

// describeGraph is a graph as JSON has it.
func describeGraph(g *graph.Graph) Graph {
	d := Graph{
		Origin:   g.Settings.Origin.String(),
		Relative: g.Settings.Coordinates == graph.Relative,
		Axis:     g.Settings.Axis.String(),
		Nodes:    elements(g, g.Nodes),
		Edges:    elements(g, g.Edges),
		Actions:  elements(g, g.Actions),
	}
	if g.Settings.Slope != nil {
		d.Slope = symbolic.Sympy(g.Settings.Slope)
	}
	if g.Settings.Gravity != nil {
		d.Gravity = symbolic.Sympy(g.Settings.Gravity)
	}
	return d
}

// partOf is the number of the part of the figure to which an element belongs, from 1; 0 where the figure has none.
func partOf(g *graph.Graph, el *graph.Element) int {
	if len(g.Panels) == 0 {
		return 0
	}
	return el.Panel + 1
}

func elements(g *graph.Graph, els []*graph.Element) []Element {
	list := make([]Element, len(els))
	for i, el := range els {
		d := Element{
			Name:   el.Name,
			Kind:   el.Kind.Name,
			Sort:   el.Kind.Sort.String(),
			Domain: el.Domain.String(),
			Made:   el.Made,
			Part:   partOf(g, el),
			Params: map[string]string{},
		}
		if el.From != nil {
			d.From, d.To = el.From.Name, el.To.Name
		}
		if el.On != nil {
			d.On = el.On.Name
		}
		for _, a := range el.Kind.Attributes {
			if e := el.Params[a.Name]; e != nil {
				d.Params[a.Name] = symbolic.Sympy(e)
				continue
			}
			if word, ok := el.Said(&a); ok {
				if d.Words == nil {
					d.Words = map[string]string{}
				}
				d.Words[a.Name] = word
			}
		}
		list[i] = d
	}
	return list
}
