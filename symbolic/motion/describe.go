package motion

import (
	"diagram/dsl/component"
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
		case p.origin != nil:
			c.From = p.origin
		}
		way := k.axis.towards(gr.sense, gr.anchor.Domain)
		name := gr.anchor.Name
		switch {
		case gr.anchor.Domain == component.Rotation:
			c.Meaning = "the angle through which " + name + " has turned " + way
			if gr.parent != nil && gr.parent.Kind.Sort == component.Body {
				c.Meaning += ", seen from " + gr.parent.Name
			}
		case k.distances && c.From != nil && k.away(gr):
			c.Meaning = "the distance from " + c.From.Name + " to " + name
		case k.distances && c.From != nil:
			c.Meaning = "how far " + name + " is from " + c.From.Name + ", counted " + way
		case k.distances:
			c.Meaning = "where " + name + " is, counted " + way + " from a fixed point"
		default:
			c.Meaning = "how far " + name + " has moved " + way + " from where the springs are unstretched"
			if k.equilibrium {
				c.Meaning = "how far " + name + " has moved " + way + " from where it rests"
			}
			if gr.parent != nil && gr.parent.Kind.Sort == component.Body {
				c.Meaning = "how far " + name + " has moved " + way + ", seen from " + gr.parent.Name
			}
		}
	}
}

// away tells that a group's coordinate counts away from where it is measured from.
func (k *kinematics) away(gr *group) bool {
	from := gr.coord.From
	for _, e := range k.touch[gr.anchor.ID] {
		switch first, last := k.ends(e); from {
		case first:
			return gr.sense > 0
		case last:
			return gr.sense < 0
		}
	}
	return gr.sense == k.side[gr.anchor.ID]
}

// against says in words which way an acceleration against a coordinate counts.
func (m *Model) against(q int) string {
	c := m.Coordinates[q]
	gr := m.kin.of[c.Node.ID]
	if m.kin.distances && c.From != nil && c.Node.Domain != component.Rotation && m.kin.away(gr) {
		return "towards " + c.From.Name
	}
	return m.kin.axis.towards(-gr.sense, c.Node.Domain)
}
