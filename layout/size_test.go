package layout_test

import (
	"math"
	"testing"

	"diagram/dsl/graph"
	"diagram/layout"

	"pgregory.net/rapid"
)

// pageSize is the size of the page on which a drawing is shown.
func pageSize(d *layout.Drawing) (width, height float64) {
	return d.Max.X - d.Min.X + 2*layout.Margin, d.Max.Y - d.Min.Y + 2*layout.Margin
}

// Usual figures are compact: three storeys in 7 cm, two masses and three springs in a column of 8.4 cm.
func TestFiguresAreCompact(t *testing.T) {
	g := mustCompile(t, "wall - (spring, damper) - mass - spring - mass - spring - wall")
	if w, _ := pageSize(layout.Place(g, layout.Options{Coordinates: marks(g)})); w > 8.4 {
		t.Errorf("two masses and three springs are %.2f cm wide", w)
	}
	g = mustCompile(t, "diagram[axis=vertical, origin=equilibrium]\nmass - (spring, damper) - mass - (spring, damper) - mass - (spring, damper) - base[label=y]")
	if _, h := pageSize(layout.Place(g, layout.Options{Coordinates: marks(g)})); h > 7 {
		t.Errorf("three storeys are %.2f cm high", h)
	}
}

// A chain takes no more than 3.5 cm a connector along its axis, with its body, and what stands at its ends.
func TestChainsKeepToABudget(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, connectors := aChain(t)
		g := compile(t, text)
		if g.Settings.Axis == graph.Inclined {
			t.Skip("the axis isn't that of the page")
		}
		d := layout.Place(g, layout.Options{Coordinates: marks(g)})
		w, h := pageSize(d)
		if g.Settings.Axis == graph.Vertical {
			w, h = h, w
		}
		if budget := 3.5*float64(connectors) + 7; w > budget {
			t.Fatalf("%d connectors take %.1f cm along the axis\n%s", connectors, w, text)
		}
		if budget := 1.5*float64(connectors) + 6; h > budget {
			t.Fatalf("%d connectors take %.1f cm across the axis\n%s", connectors, h, text)
		}
	})
}

// The author's width is kept by the lengths of connectors; letters and bodies keep their size.
func TestTheAuthorsWidthIsKept(t *testing.T) {
	const text = "A = mass\nwall - (spring, damper) - A - spring - mass - spring - wall"
	natural := place(t, text)
	for setting, want := range map[string]float64{"7.2cm": 7.2, "8cm": 8, "12": 12, "1": 0} {
		g := mustCompile(t, "diagram[width="+setting+"]\n"+text)
		d := layout.Place(g, layout.Options{Coordinates: marks(g)})
		if w, _ := pageSize(d); want > 0 && math.Abs(w-want) > 0.01 {
			t.Errorf("width=%s: %.3f cm", setting, w)
		} else if want == 0 && w >= 7.2 {
			t.Errorf("as narrow as may be: %.3f cm", w)
		}
		if a, b := item(t, natural, "A").Frame, item(t, d, "A").Frame; math.Abs(a.W-b.W) > 1e-9 || math.Abs(a.H-b.H) > 1e-9 {
			t.Errorf("width=%s: a body is %g × %g, not %g × %g", setting, b.W, b.H, a.W, a.H)
		}
		if why := overlaps(d); why != "" {
			t.Errorf("width=%s: %s", setting, why)
		}
	}
	a, b := place(t, "diagram[axis=vertical]\nmass - spring - wall"), place(t, "diagram[axis=vertical, width=9]\nmass - spring - wall")
	if a.Max != b.Max || a.Min != b.Min {
		t.Error("lengths change that the width doesn't depend on")
	}
}

// Elements come closer together and stand farther apart as the author wishes.
func TestSpacing(t *testing.T) {
	last := 0.0
	for _, spacing := range []string{"0.9", "1.2", "1.6", "3"} {
		d := place(t, "diagram[spacing="+spacing+"]\nS = spring\nwall - S - mass")
		if w := item(t, d, "S").Frame.W; w <= last {
			t.Errorf("spacing=%s: the spring is %g cm long, with less %g", spacing, w, last)
		} else {
			last = w
		}
	}
	if math.Abs(last-3) > 1e-9 {
		t.Errorf("spacing=3: the spring is %g cm long", last)
	}
}
