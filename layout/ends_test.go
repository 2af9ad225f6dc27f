package layout_test

import (
	"testing"

	"diagram/dsl/component"
	"diagram/dsl/ink"
	"diagram/layout"

	"pgregory.net/rapid"
)

// touches reports whether a place is on one of some lines.
func touches(lines []chord, p ink.Point) bool {
	for _, c := range lines {
		if c.a.Sub(p).Len()+p.Sub(c.b).Len() < c.a.Sub(c.b).Len()+1e-6 {
			return true
		}
	}
	return false
}

// No line ends in the air: a lead runs from its registration point to its glyph, what acts touches its body, and the arrow of a
// coordinate begins at the line that leads up to it, which begins at its body or above what stands there.
func TestLinesEndWhereTheyBelong(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, _ := source(t)
		g := compile(t, text)
		d := layout.Place(g, layout.Options{Coordinates: marks(g)})
		all := figures(d)
		for i := range all {
			f := &all[i]
			it := f.item
			turns := it.Element != nil && it.Element.Kind.IsAction() && it.Element.Domain == component.Rotation // round the shaft
			for _, p := range it.Ports {
				if !turns && !touches(f.lines, p.Point) && !touches(f.leads, p.Point) && !f.shaftAt(p.Point) {
					t.Fatalf("%s doesn't reach its registration point %s\n%s", it.Name, p.Name, text)
				}
			}
			before, after := it.Leads()
			for _, end := range [][]layout.Waypoint{before, after} {
				if len(end) == 0 {
					continue
				}
				first, last := end[0].Point, end[len(end)-1].Point
				if !touches(f.lines, first) && !touches(f.lines, last) {
					t.Fatalf("a lead of %s doesn't meet its glyph\n%s", it.Name, text)
				}
			}
			if it.Element != nil && it.Element.Kind.IsAction() && len(it.Ports) > 0 && !onFace(d, it.Element.On, it.Ports[0].Point) {
				t.Fatalf("%s doesn't touch its body\n%s", it.Name, text)
			}
			if it.Style == "coordinate" && !reached(all, f) {
				t.Fatalf("no line leads to %s\n%s", it.Name, text)
			}
		}
	})
}

// shaftAt reports whether the two lines of a shaft end on either side of a place.
func (f *figure) shaftAt(p ink.Point) bool {
	side := ink.Point{Y: component.ShaftRadius}.Rotate(f.item.Frame.Angle)
	return f.item.Element.Domain == component.Rotation && touches(f.lines, p.Add(side)) && touches(f.lines, p.Sub(side))
}

// reached reports whether the arrow of a coordinate begins at a line of its own element.
func reached(all []figure, arrow *figure) bool {
	for i := range all {
		if f := &all[i]; f.item.Style == "reference" && f.item.Element == arrow.item.Element && touches(f.lines, arrow.item.Frame.Origin) {
			return true
		}
	}
	return false
}
