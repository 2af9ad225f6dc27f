package dsl

import (
	"fmt"

	"diagram/dsl/component"
)

// On a vertical axis a ground is below what it holds and a ceiling above, whichever way the chain is written: what begins
// on the ground is read upwards.

// leans is +1 where a connector along the axis, as it is written, has a support on the level on which it stands, -1
// where it has it upside down, and 0 where it says nothing.
func leans(e *Element) int {
	switch {
	case e.From.Kind.Stands == component.Below, e.To.Kind.Stands == component.Above:
		return -1
	case e.From.Kind.Stands == component.Above, e.To.Kind.Stands == component.Below:
		return +1
	}
	return 0
}

// readUpwards turns the connectors round that are written from the bottom up. A statement is read as a whole, by the
// supports in it, and one without them as those of its part are; where supports disagree, each decides for itself.
func (c *checker) readUpwards() {
	g := c.graph
	if g.Settings.Axis != Vertical {
		return
	}
	type votes struct{ up, down bool }
	joined := newClasses(len(g.Elements))
	statements := map[int]*votes{}
	parts := map[int64]*votes{}
	for i, e := range g.Edges {
		if statements[c.statements[i]] == nil {
			statements[c.statements[i]] = &votes{}
		}
		if !e.OnFloor() {
			joined.join(e.From.ID, e.To.ID)
			v, lean := statements[c.statements[i]], leans(e)
			v.up, v.down = v.up || lean < 0, v.down || lean > 0
		}
	}
	for i, e := range g.Edges {
		root := joined.find(e.From.ID)
		if parts[root] == nil {
			parts[root] = &votes{}
		}
		v := statements[c.statements[i]]
		parts[root].up = parts[root].up || v.up
		parts[root].down = parts[root].down || v.down
	}
	for i, e := range g.Edges {
		v := statements[c.statements[i]]
		if !v.up && !v.down {
			v = parts[joined.find(e.From.ID)]
		}
		up := v.up && !v.down
		if lean := leans(e); lean != 0 {
			up = lean < 0
		}
		if up && !e.OnFloor() {
			e.From, e.To = e.To, e.From
		}
	}
}

// checkLevels reports supports that ranks put on the wrong level.
func (c *checker) checkLevels() {
	g := c.graph
	if g.Settings.Axis != Vertical {
		return
	}
	said := map[*Element]bool{}
	check := func(first, last *Element) {
		n, where, how, help := first, "above "+c.said(last), "below what stands on it", "give it the highest rank: the axis runs downwards"
		if last.Kind.Stands == component.Above {
			n, where, how, help = last, "below "+c.said(first), "above what hangs from it", "give it the lowest rank: the axis runs downwards"
		} else if first.Kind.Stands != component.Below {
			return
		}
		if !said[n] {
			said[n] = true
			c.report(n.AttributeSpan("at"), fmt.Sprintf("by the ranks %s is %s, but a %s is %s", c.said(n), where, n.Kind.Name, how), help)
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
