package motion

import (
	"diagram/dsl/graph"
	"diagram/symbolic"
)

// Sense is +1 where what a node does counts as positive along the axis (right, or down a vertical axis) or, where it turns,
// counter-clockwise; else -1. It holds for its coordinate, or for the motion of a support that moves.
func (m *Model) Sense(n *graph.Element) int { return m.kin.sense[n.ID] }

// Stand is the support from which positions are measured and the distance at which a further support stands from it; nil
// where the equations know no such distance.
func (m *Model) Stand(n *graph.Element) (from *graph.Element, x symbolic.Expr) {
	x, from = m.kin.names.stands[n], m.kin.of[n.ID].part.Origin
	if x == nil || from == nil || from == n || m.kin.names.stands[from] != nil || !n.Fixed() {
		return nil, nil
	}
	return from, x
}
