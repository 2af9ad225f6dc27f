package graph

import "diagram/dsl/disjoint"

// Topology is what joins what in a graph, found out once: incidence lists, and the classes into which nodes fall.
type Topology struct {
	// at and on are the connectors and actions of each node, by its ID.
	at, on [][]*Element
	along  [][]*Element // those of at that lie along the axis
	part   []*Part      // by node's ID
	side   []int

	components [][]*Element
	component  []int // by node's ID

	standing
}

// Connectors are the connectors that end on a node, in the order of Edges.
func (t *Topology) Connectors(node *Element) []*Element { return t.at[node.ID] }

// Along are the connectors of a node that lie along the axis: all but those on which it slides on what it stands on, or by which
// a body slides on it.
func (t *Topology) Along(node *Element) []*Element { return t.along[node.ID] }

// ActionsOn are the actions on a node, in the order of Actions.
func (t *Topology) ActionsOn(node *Element) []*Element { return t.on[node.ID] }

// Part is the part to which a node belongs.
func (t *Topology) Part(node *Element) *Part { return t.part[node.ID] }

// Side is +1 where a node comes after its part's origin along the axis, -1 where it comes before it, and 0 for the origin
// and in a part that has none.
func (t *Topology) Side(node *Element) int { return t.side[node.ID] }

// Components are the nodes of each part of the diagram that hangs together by connectors of any kind, in the order of
// their first nodes. A Part doesn't reach across what slides on a support; a component does.
func (t *Topology) Components() [][]*Element { return t.components }

// Component is the index in Components of the one to which a node belongs.
func (t *Topology) Component(node *Element) int { return t.component[node.ID] }

// Link fills in what follows from the elements, edges and actions: the IDs, the nodes, what each of them holds, and the parts.
func (g *Graph) Link() {
	for i, e := range g.Elements {
		e.ID = int64(i)
		if e.IsNode() {
			g.Nodes = append(g.Nodes, e)
		}
	}
	along := func(e *Element) bool { return !e.OnFloor() }
	all := func(*Element) bool { return true }
	g.at = g.incidence(all)
	g.stand()
	g.along = g.incidence(func(e *Element) bool { return !g.Across(e) })
	g.on = make([][]*Element, len(g.Elements))
	for _, e := range g.Actions {
		g.on[e.On.ID] = append(g.on[e.On.ID], e)
	}
	g.component, g.part, g.side = make([]int, len(g.Elements)), make([]*Part, len(g.Elements)), make([]int, len(g.Elements))
	g.classes(all, true, func(n, first *Element) {
		i := g.component[first.ID]
		if n == first {
			i = len(g.components)
			g.components = append(g.components, nil)
		}
		g.component[n.ID] = i
		g.components[i] = append(g.components[i], n)
	})
	g.classes(along, false, func(n, first *Element) {
		if n == first {
			g.part[n.ID] = &Part{}
			g.Parts = append(g.Parts, g.part[n.ID])
		}
		p := g.part[first.ID]
		g.part[n.ID] = p
		p.nodes = append(p.nodes, n)
	})
	g.tellApart()
}

// classes tells for each node the first one that the wanted connectors join it to, directly or by others (union-find). What the
// author sets on a body belongs to it, and what is set on a ground does where grounds count.
func (g *Graph) classes(wanted func(*Element) bool, grounds bool, tell func(n, first *Element)) {
	joined := disjoint.New(len(g.Elements))
	for _, e := range g.Edges {
		if wanted(e) {
			joined.Join(e.From.ID, e.To.ID)
		}
	}
	for _, n := range g.Nodes {
		if n.SetOn != nil && (grounds || n.onBody()) {
			joined.Join(n.ID, n.SetOn.ID)
		}
	}
	for _, n := range g.Nodes {
		tell(n, g.Elements[joined.Find(n.ID)]) // the least, so the first to come here
	}
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
