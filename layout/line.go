package layout

import (
	"math"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
)

// grip is what of a system is held at the height of its neighbours.
type grip uint8

const (
	byAxis   grip = iota // the axis of its chain
	byTop                // the face from which it hangs
	byFoot               // the face on which it stands
	byMiddle             // the middle, where it has neither
)

// sheet is what one plan drew: the items, as (bucket, index), and their box; and how it stands beside others.
type sheet struct {
	items [][2]int
	box   ink.Box
	own   ink.Box // without what is there for the whole figure
	panel int     // index of the part of the figure
	grip  grip
	level float64 // of what is gripped
}

// grasp finds by what a plan is held: by its axis where that is level, by its foot on a slope; on an upright axis by the
// support from which it hangs or on which it stands.
func (d *drafter) grasp(s *sheet, p *plan) {
	s.own = s.box
	switch d.graph.Settings.Axis {
	case graph.Horizontal:
		s.grip, s.level = byAxis, d.place(0, p.chain()).Y
	case graph.Inclined:
		s.grip, s.level = byFoot, s.box.Min.Y
	case graph.Vertical:
		s.grip, s.level = byMiddle, (s.box.Min.Y+s.box.Max.Y)/2
		for _, n := range p.nodes {
			first, last := n.leftmost, n.rightmost
			if p.flipped {
				first, last = last, first
			}
			if first && s.grip != byTop || last && s.grip == byMiddle {
				s.grip, s.level = byFoot, d.place(n.c, 0).Y
				if first {
					s.grip = byTop
				}
			}
		}
	}
}

// chain is the height of the axis of a plan's chain: that of its first body with a mass, else of its first node.
func (p *plan) chain() float64 {
	for _, n := range p.nodes {
		if n.el.Kind.Body().Inertia != nil {
			return (n.t + n.b) / 2
		}
	}
	for _, n := range p.nodes {
		return (n.t + n.b) / 2
	}
	return 0
}

// levelled is by how much systems that stand beside each other are raised: the axes to one height, ceilings to one and feet to
// one, so far below the ceilings that there is room between them.
func levelled(sheets []*sheet) []float64 {
	deep := 0.0
	for _, s := range sheets {
		switch s.grip {
		case byTop:
			deep = math.Max(deep, s.level-s.box.Min.Y)
		case byFoot:
			deep = math.Max(deep, s.box.Max.Y-s.level)
		}
	}
	heights := make([]float64, len(sheets))
	for i, s := range sheets {
		switch s.grip {
		case byFoot:
			heights[i] = -deep - s.level
		case byMiddle:
			heights[i] = -deep/2 - s.level
		default:
			heights[i] = -s.level
		}
	}
	return heights
}
