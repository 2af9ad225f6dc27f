package layout_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"diagram/dsl/ink"
	"diagram/layout"
)

// The arrow through an adjustable element points up the page, whichever way the element lies, and keeps clear of its label and of what
// lies beside it.
func TestTheArrowOfAnAdjustableElement(t *testing.T) {
	for _, axis := range []string{"horizontal", "vertical", "30deg"} {
		for _, kind := range []string{"spring", "spring[coil]", "damper", "inerter"} {
			for _, chain := range []string{"W - E - M", "M - E - W", "W - (spring, E, damper) - M", "W - (E, spring) - M - (damper, F) - mass"} {
				word := map[bool]string{true: "coil, adjustable", false: "adjustable"}[kind == "spring[coil]"]
				name := kind[:min(len(kind), 6)]
				if kind == "inerter" {
					name = kind
				}
				text := fmt.Sprintf("diagram[axis=%[1]s]\nW = wall\nM = mass\nE = %[2]s[%[3]s]\n%[4]s", axis, name, word, strings.ReplaceAll(chain, "F", name+"["+word+", label=\"q_{long}\"]"))
				d := place(t, text)
				if why := overlaps(d); why != "" {
					t.Errorf("%s\n%s", why, text)
				}
				if tail, tip := arrowThrough(t, d, "E"); tip.Y-tail.Y < 0.2 || tip.X-tail.X < 0.1 {
					t.Errorf("the arrow points from %v to %v\n%s", tail, tip, text)
				}
			}
		}
	}
}

// arrowThrough is the line with a tip through an element.
func arrowThrough(t *testing.T, d *layout.Drawing, name string) (tail, tip ink.Point) {
	t.Helper()
	it := item(t, d, name)
	for _, s := range it.Strokes {
		if l, ok := s.(*ink.Line); ok && l.Pen.Head != ink.NoHead && math.Abs(l.Pts[0].Y.Off) > 0.1 {
			return it.Frame.Map(l.Pts[0]), it.Frame.Map(l.Pts[len(l.Pts)-1])
		}
	}
	t.Fatalf("no arrow goes through %s", name)
	return
}
