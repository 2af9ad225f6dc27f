package motion

import (
	"diagram/dsl/graph"
	"diagram/symbolic"
)

// Sense is +1 where what a node does counts as positive along the axis (right, or down a vertical axis) or, where it turns,
// counter-clockwise; else -1. It holds for its coordinate, or for the motion of a support that moves.
func (m *Model) Sense(n *graph.Element) int { return m.kin.sense[n.ID] }

// Stand is the support from which positions are measured and the distance at which a further support stands from it; nil
// where the equations know no such distance. Of supports that all move, it is the first from which the others' places count.
func (m *Model) Stand(n *graph.Element) (from *graph.Element, x symbolic.Expr) {
	p := m.kin.of[n.ID].part
	if x, from = m.kin.names.stands[n], p.Origin; from == nil && p.Reference != nil && isMoving(p.Reference) {
		from = p.Reference
	}
	if x == nil || from == nil || from == n || m.kin.names.stands[from] != nil {
		return nil, nil
	}
	return from, x
}
