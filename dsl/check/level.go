package check

import (
	"fmt"

	"diagram/dsl/component"
	"diagram/dsl/graph"
)

// On a vertical axis a ground is below what it holds and a ceiling above, whichever way the chain is written: what begins
// on the ground is read upwards.

// leans is +1 where a connector along the axis, as it is written, has a support on the level on which it stands, -1
// where it has it upside down, and 0 where it says nothing.
func leans(e *graph.Element) int {
	switch {
	case e.From.Kind.Support().Stands == component.Below, e.To.Kind.Support().Stands == component.Above:
		return -1
	case e.From.Kind.Support().Stands == component.Above, e.To.Kind.Support().Stands == component.Below:
		return +1
	}
	return 0
}

// readUpwards turns the connectors round that are written from the bottom up. A statement is read as a whole, by the
// supports in it; one without them, or whose supports disagree, as the first statement of its part that has them is. A
// connector that ends on such a support is always the right way up.
func (c *checker) readUpwards() {
	g := c.graph
	if g.Settings.Axis != graph.Vertical {
		return
	}
	type votes struct{ up, down bool }
	statements := make([]votes, len(c.file.Statements))
	for _, e := range g.Edges {
		if !e.OnFloor() {
			v, lean := &statements[c.uses[e.ID].statement], leans(e)
			v.up, v.down = v.up || lean < 0, v.down || lean > 0
		}
	}
	first := map[*graph.Part]votes{}
	for _, e := range g.Edges {
		if v := statements[c.uses[e.ID].statement]; v.up != v.down && !e.OnFloor() {
			if part := first[g.Part(e.From)]; part.up == part.down {
				first[g.Part(e.From)] = v
			}
		}
	}
	for _, e := range g.Edges {
		if e.OnFloor() {
			continue
		}
		v := statements[c.uses[e.ID].statement]
		if v.up == v.down {
			v = first[g.Part(e.From)]
		}
		up := v.up
		if lean := leans(e); lean != 0 {
			up = lean < 0
		}
		if up {
			e.Turn()
		}
	}
}

// checkLevels reports supports that ranks put on the wrong level.
func (c *checker) checkLevels() {
	g := c.graph
	if g.Settings.Axis != graph.Vertical {
		return
	}
	said := map[*graph.Element]bool{}
	check := func(first, last *graph.Element) {
		n, where, how, help := first, "above "+c.said(last), "below what stands on it", "give it the highest rank: the axis runs downwards"
		if last.Kind.Support().Stands == component.Above {
			n, where, how, help = last, "below "+c.said(first), "above what hangs from it", "give it the lowest rank: the axis runs downwards"
		} else if first.Kind.Support().Stands != component.Below {
			return
		}
		if !said[n] {
			said[n] = true
			c.report(c.attributeSpan(n, "at"), fmt.Sprintf("the ranks put %s %s, but a %s is %s", c.said(n), where, n.Kind.Name, how), help)
		}
	}
	for _, p := range g.Before {
		check(p.First, p.Last)
	}
	for _, e := range g.Edges {
		if !e.OnFloor() {
			check(e.From, e.To)
		}
	}
}
