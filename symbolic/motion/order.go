package motion

import "diagram/dsl"

// ends are a connector's ends in their order along the axis: as written, unless what was written before says otherwise
// (W - S - T, and later T - D - W).
func (s *skeleton) ends(e *dsl.Element) (first, last *dsl.Element) {
	if s.reversed[e] {
		return e.To, e.From
	}
	return e.From, e.To
}

// findOrder finds the connectors that were written against the order that earlier ones make. Most diagrams have none:
// taking away the nodes that nothing precedes, again and again, leaves nothing. Only what is left is looked at in detail.
func (s *skeleton) findOrder() {
	before := make([]int, len(s.g.Elements)) // how many connectors lead to the node
	for _, e := range s.g.Edges {
		if !e.Kind.Sliding {
			before[e.To.ID]++
		}
	}
	gone := make([]bool, len(s.g.Elements))
	var free []*dsl.Element
	for _, n := range s.g.Nodes {
		if before[n.ID] == 0 {
			free = append(free, n)
		}
	}
	left := len(s.g.Nodes)
	for ; len(free) > 0; left-- {
		n := free[len(free)-1]
		free = free[:len(free)-1]
		gone[n.ID] = true
		for _, e := range s.touch[n.ID] {
			if e.From != n || e.Kind.Sliding {
				continue
			}
			if before[e.To.ID]--; before[e.To.ID] == 0 {
				free = append(free, e.To)
			}
		}
	}
	if left == 0 {
		return
	}
	s.reversed = map[*dsl.Element]bool{}
	after := make([][]*dsl.Element, len(s.g.Elements)) // by node: what the connectors looked at so far put after it
	seen := make([]int, len(s.g.Elements))             // the round in which a search reached the node
	for round, e := range s.g.Edges {
		if e.Kind.Sliding || gone[e.From.ID] || gone[e.To.ID] {
			continue
		}
		// Does the order so far put e.From after e.To?
		stack := []*dsl.Element{e.To}
		for len(stack) > 0 && !s.reversed[e] {
			n := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			for _, next := range after[n.ID] {
				if next == e.From {
					s.reversed[e] = true
				}
				if seen[next.ID] != round+1 {
					seen[next.ID] = round + 1
					stack = append(stack, next)
				}
			}
		}
		first, last := s.ends(e)
		after[first.ID] = append(after[first.ID], last)
	}
}
