package motion

import (
	"diagram/dsl/component"
	"diagram/dsl/graph"
	"diagram/symbolic"
)

// describe says of every coordinate from where it counts and what it means.
func (k *kinematics) describe(m *Model) {
	for _, gr := range k.groups {
		if gr.support != nil {
			continue
		}
		c, p := gr.coord, gr.part
		switch {
		case gr.parent != nil:
			c.From = gr.parent
		case p.Origin != nil:
			c.From = p.Origin
		}
		way := k.axis.towards(k.sense[gr.anchor.ID], gr.anchor.Domain)
		name := gr.anchor.Phrase()
		switch {
		case gr.anchor.Domain == component.Rotation:
			c.Meaning = "the angle through which " + name + " has turned " + way
			if gr.parent != nil && gr.parent.Kind.IsBody() {
				c.Meaning += ", seen from " + gr.parent.Phrase()
			}
		case k.distances && c.From != nil && k.away(gr):
			c.Meaning = "the distance from " + c.From.Phrase() + " to " + name
		case k.distances && c.From != nil:
			c.Meaning = "how far " + name + " is from " + c.From.Phrase() + ", counted " + way
		case k.distances:
			c.Meaning = "where " + name + " is, counted " + way + " from a fixed point"
		default:
			c.Meaning = "how far " + name + " has moved " + way + " from where the springs are unstretched"
			if k.equilibrium {
				c.Meaning = "how far " + name + " has moved " + way + " from where it rests"
			}
			if gr.parent != nil && gr.parent.Kind.IsBody() {
				c.Meaning = "how far " + name + " has moved " + way + ", seen from " + gr.parent.Phrase()
			}
		}
	}
}

// away reports whether a group's coordinate counts away from where it is measured from.
func (k *kinematics) away(gr *group) bool {
	sense := k.sense[gr.anchor.ID]
	if gr.parent != nil && gr.parent != gr.part.Origin {
		return sense == gr.ahead
	}
	return sense == k.g.Side(gr.anchor)
}

// Way says which way a sense along the axis (+1 or -1) leads for a node: "towards W" and "away from W" where its coordinate is
// the distance from W, else "to the right", "clockwise".
func (m *Model) Way(n *graph.Element, sense int) string {
	gr := m.kin.of[n.ID]
	if c := gr.coord; m.kin.distances && c != nil && c.From != nil && c.From.Fixed() && n.Domain != component.Rotation && m.kin.alike(n) && m.kin.away(gr) {
		if sense == c.Sense {
			return "away from " + c.From.Phrase()
		}
		return "towards " + c.From.Phrase()
	}
	return m.AlongAxis(n.Domain, sense)
}

// AlongAxis says which way a sense along the axis leads, whatever the coordinates: "to the right", "clockwise".
func (m *Model) AlongAxis(d component.Domain, sense int) string { return m.kin.axis.towards(sense, d) }

// Weighs reports whether weights act along the axis, at least in part.
func (m *Model) Weighs() bool { return !symbolic.IsZero(m.kin.axis.sin) }
