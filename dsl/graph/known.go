package graph

import (
	"cmp"
	"slices"
)

// known is the order of nodes as far as it has been decided. It keeps one topological order of them and mends it with
// every step that is added, looking only at the nodes between the step's ends (Pearce and Kelly's dynamic topological sort).
type known struct {
	g             *Graph
	after, before [][]*Element // by Element.ID
	rank          []int        // by Element.ID: the place in the topological order
	seen          []bool
}

// newKnown is an order of which nothing is known yet: the nodes stand as the connectors mention them.
func (a *arrangement) newKnown() *known {
	n := len(a.g.Elements)
	k := &known{a.g, make([][]*Element, n), make([][]*Element, n), make([]int, n), make([]bool, n)}
	next := 1
	place := func(n *Element) {
		if k.rank[n.ID] == 0 {
			k.rank[n.ID] = next
			next++
		}
	}
	for _, r := range a.runs {
		for _, e := range r.connectors {
			place(e.From)
			place(e.To)
		}
	}
	for _, n := range a.g.Nodes {
		place(n)
	}
	return k
}

// admit adds a run, unless that makes a ring, and reports whether it did.
func (k *known) admit(r run) bool {
	for i, e := range r.connectors {
		if k.add(e.From, e.To) {
			continue
		}
		for _, e := range r.connectors[:i] {
			k.drop(e.From, e.To)
		}
		return false
	}
	return true
}

// at is the node that stands for all at one place along the axis.
func (k *known) at(n *Element) *Element { return k.g.Elements[k.g.place(n)] }

// add puts a node before another, unless that makes a ring, and reports whether it did. Nodes at one place have no order.
func (k *known) add(first, last *Element) bool {
	if first, last = k.at(first), k.at(last); first == last {
		return true
	}
	if k.rank[first.ID] > k.rank[last.ID] {
		// What comes after last, and what before first, among the nodes between them.
		tail, ring := k.reach(last, k.after, func(n *Element) bool { return k.rank[n.ID] <= k.rank[first.ID] }, first)
		if ring {
			return false
		}
		head, _ := k.reach(first, k.before, func(n *Element) bool { return k.rank[n.ID] >= k.rank[last.ID] }, nil)
		k.reorder(head, tail)
	}
	k.after[first.ID] = append(k.after[first.ID], last)
	k.before[last.ID] = append(k.before[last.ID], first)
	return true
}

// drop takes back the latest step from one node to another.
func (k *known) drop(first, last *Element) {
	if first, last = k.at(first), k.at(last); first == last {
		return
	}
	remove := func(nodes []*Element, n *Element) []*Element {
		i := len(nodes) - 1
		for nodes[i] != n {
			i--
		}
		return slices.Delete(nodes, i, i+1)
	}
	k.after[first.ID] = remove(k.after[first.ID], last)
	k.before[last.ID] = remove(k.before[last.ID], first)
}

// reach lists the nodes to which steps lead within bounds, and reports whether the goal is among them.
func (k *known) reach(from *Element, steps [][]*Element, within func(*Element) bool, goal *Element) (found []*Element, hit bool) {
	found = []*Element{from}
	k.seen[from.ID] = true
	for i := 0; i < len(found) && !hit; i++ {
		for _, m := range steps[found[i].ID] {
			if !k.seen[m.ID] && within(m) {
				k.seen[m.ID] = true
				found = append(found, m)
				hit = hit || m == goal
			}
		}
	}
	for _, n := range found {
		k.seen[n.ID] = false
	}
	return found, hit
}

// reorder gives the places of the nodes in head and tail to those in head first.
func (k *known) reorder(head, tail []*Element) {
	byRank := func(a, b *Element) int { return cmp.Compare(k.rank[a.ID], k.rank[b.ID]) }
	slices.SortFunc(head, byRank)
	slices.SortFunc(tail, byRank)
	nodes := append(head, tail...)
	places := make([]int, len(nodes))
	for i, n := range nodes {
		places[i] = k.rank[n.ID]
	}
	slices.Sort(places)
	for i, n := range nodes {
		k.rank[n.ID] = places[i]
	}
}
