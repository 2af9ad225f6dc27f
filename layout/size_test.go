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
}

// TestTheAuthorsSizeIsKept asks for sizes along the axis and across it, of one system and of several, and for some that can't be.
func TestTheAuthorsSizeIsKept(t *testing.T) {
	const standing, lying = "mass - (spring, damper) - mass - spring - ground", "wall - spring - mass - (spring, damper) - trolley - spring - wall"
	for _, tt := range []struct {
		setting, text string
		width, height float64 // 0: whatever it is
		unmet         string
	}{
		{"axis=vertical, height=9", standing, 0, 9, ""},
		{"axis=vertical, height=4.8", standing, 0, 4.8, ""},
		{"axis=vertical, height=2", standing, 0, 0, "height"},
		{"axis=vertical, width=6", standing, 6, 0, ""},
		{"axis=vertical, width=6, height=8", standing, 6, 8, ""},
		{"axis=vertical, width=1", standing, 0, 0, "width"},
		{"height=5", lying, 0, 5, ""},
		{"width=11, height=6", lying, 11, 6, ""},
		{"height=1", lying, 0, 0, "height"},
		{"width=2", lying, 0, 0, "width"},
		{"width=20", "wall - spring[length=2] - mass", 0, 0, "width"},
		{"axis=30deg, width=8", lying, 8, 0, ""},
		{"axis=-40deg, height=7.5", lying, 0, 7.5, ""},
		{"width=12", lying + "\n" + lying, 12, 0, ""},
		{"width=9", "part\nwall - spring - mass\npart\nwall - (spring, damper) - mass", 9, 0, ""},
		{"width=9, axis=vertical", "part\nceiling - spring - mass\npart\nceiling - (spring, damper) - mass", 9, 0, ""},
		{"spacing=1", lying, 0, 0, ""},
		{"spacing=0.5", lying, 0, 0, "spacing"},
	} {
		g := mustCompile(t, "diagram["+tt.setting+"]\n"+tt.text)
		d := layout.Place(g, layout.Options{Coordinates: marks(g)})
		w, h := pageSize(d)
		if tt.width > 0 && math.Abs(w-tt.width) > 0.01 || tt.height > 0 && math.Abs(h-tt.height) > 0.01 {
			t.Errorf("%s: %.3f × %.3f cm\n%s", tt.setting, w, h, tt.text)
		}
		unmet := ""
		for _, u := range d.Unmet {
			unmet += u.Setting
		}
		if unmet != tt.unmet {
			t.Errorf("%s: %q can't be met\n%s", tt.setting, unmet, tt.text)
		}
		if why := overlaps(d); why != "" {
			t.Errorf("%s: %s\n%s", tt.setting, why, tt.text)
		}
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
