package layout_test

import (
	"math"
	"slices"
	"testing"

	"diagram/dsl/graph"
	"diagram/layout"

	"pgregory.net/rapid"
)

// stands are coordinates of all nodes that move, each measured from a fixed point, as with the origin where springs are unstretched.
func stands(g *graph.Graph) []layout.Mark {
	all := marks(g)
	for i := range all {
		all[i].From = nil
	}
	return slices.DeleteFunc(all, func(m layout.Mark) bool { return m.Constant })
}

// isArrow tells the styles of coordinates that are arrows at their bodies.
func isArrow(style string) bool { return style == "coordinate" || style == "rotation" }

// In a chain nothing stands over the bodies but what belongs to them: all arrows of coordinates lie on one level.
func TestCoordinatesOfAChainLieOnOneLevel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, _ := aChain(t)
		g := compile(t, text)
		d := layout.Place(g, layout.Options{Coordinates: stands(g)})
		var first *layout.Item
		for i := range d.Items {
			it := &d.Items[i]
			if !isArrow(it.Style) {
				continue
			}
			if first == nil {
				first = it
			} else if v, w := across(g, first.Frame.Origin), across(g, it.Frame.Origin); math.Abs(v-w) > 1e-6 {
				t.Fatalf("%s lies at %g, %s at %g\n%s", first.Name, v, it.Name, w, text)
			}
		}
	})
}
