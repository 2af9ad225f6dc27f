package layout

import (
	"math"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
)

// HopRadius is that of the half circle by which a lead passes over another connector's line.
const HopRadius = 0.09

// Hop is where a lead passes over the line of another connector.
type Hop struct {
	At   ink.Point // where the lines cross
	Top  ink.Point // of the half circle
	Over *graph.Element
}

// Turn is the half circle of one who comes from a place: the angles on the page at which it begins and ends.
func (h *Hop) Turn(from ink.Point) (begin, end float64) {
	back, up := from.Sub(h.At), h.Top.Sub(h.At)
	begin = math.Atan2(back.Y, back.X) * 180 / math.Pi
	if back.X*up.Y-back.Y*up.X < 0 {
		return begin, begin - 180
	}
	return begin, begin + 180
}

// Waypoint is a place through which a lead runs, or the middle of a hop.
type Waypoint struct {
	ink.Point
	Hop *Hop
}

// hopping are the points of a line with the hops that lie on it between them.
func hopping(points []ink.Point, hops []Hop) []Waypoint {
	var line []Waypoint
	for i, q := range points {
		if i > 0 {
			for j := range hops {
				if between(points[i-1], q, hops[j].At) {
					line = append(line, Waypoint{hops[j].At, &hops[j]})
				}
			}
		}
		line = append(line, Waypoint{Point: q})
	}
	return line
}

// bar is where the post of another lane crosses a lane.
type bar struct {
	u    float64
	post *lane
}

// hops are those of a lane between two places of it, from one to the other.
func (d *drafter) hops(bars []bar, v, from, to float64) []Hop {
	up := unit(d.metrics.angle + 90).Scale(HopRadius)
	var all []Hop
	for _, b := range bars {
		if math.Min(from, to) < b.u && b.u < math.Max(from, to) {
			at := d.place(b.u, v)
			all = append(all, Hop{at, at.Add(up), b.post.parts[len(b.post.parts)-1].el})
		}
	}
	return all
}
