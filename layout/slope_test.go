package layout_test

import (
	"math"
	"strings"
	"testing"

	"diagram/dsl"
	"diagram/dsl/ink"
	"diagram/layout"
	"diagram/symbolic"
	"diagram/symbolic/formula"
)

// placed compiles and lays out a text, with gravity as it would be where the equations speak of it.
func placed(t *testing.T, src string) *layout.Drawing {
	t.Helper()
	g, list := dsl.Compile("x.dg", []byte(src))
	if list.HasErrors() {
		t.Fatal(list)
	}
	opt := layout.Options{Coordinates: marks(g)}
	if g.Settings.Gravity != nil {
		opt.Gravity = g.Settings.Gravity
	}
	return layout.Place(g, opt)
}

// TestSlope looks whether the angle of an inclined axis stands under the foot of what lies on it, with its size and its label.
func TestSlope(t *testing.T) {
	for axis, want := range map[string]struct {
		label string
		angle float64
	}{
		"alpha": {`\alpha`, 30}, "30deg": {`30^\circ`, 30}, "-20deg": {`20^\circ`, 160}, "60": {`60^\circ`, 60}, "85deg": {`85^\circ`, 85}, "-85": {`85^\circ`, 95},
		"3": {`3^\circ`, 3}, "22.5": {`22.5^\circ`, 22.5},
	} {
		for _, system := range []string{"wall - spring - mass", "mass - spring - wall", "wall - spring - trolley - (spring, damper) - wall", "wall - spring - joint - force", "mass; mass - friction - ground"} {
			src := "diagram[gravity, axis=" + axis + "]\n" + strings.ReplaceAll(system, ";", "\n")
			if strings.HasPrefix(system, "mass;") {
				src = "diagram[gravity, axis=" + axis + "]\nM = mass\nM - friction - ground"
			}
			d := placed(t, src)
			all := styled(d, "slope")
			if len(all) != 1 {
				t.Fatalf("%s has %d angles", src, len(all))
			}
			it := all[0]
			if got := formula.LaTeX(it.Labels[0].Formula); got != want.label {
				t.Errorf("%s: the angle is labelled %s", src, got)
			}
			line := it.Strokes[0].(*ink.Line)
			vertex, level, up := it.Frame.Map(line.Pts[1]), it.Frame.Map(line.Pts[0]), it.Frame.Map(line.Pts[2])
			if math.Abs(level.Y-vertex.Y) > 1e-9 || (level.X > vertex.X) != (want.angle < 90) {
				t.Errorf("%s: the base line isn't level, or leads away from the slope", src)
			}
			if angle := math.Atan2(up.Y-vertex.Y, up.X-vertex.X) * 180 / math.Pi; math.Abs(angle-want.angle) > 1e-6 {
				t.Errorf("%s: the angle is drawn at %g°", src, angle)
			}
			if why := overlaps(d); why != "" {
				t.Errorf("%s: %s", src, why)
			}
		}
	}
	for _, src := range []string{"wall - spring - mass", "diagram[axis=vertical]\nceiling - spring - mass", "diagram[axis=30deg, labels=none]\nwall - spring - mass", "diagram[axis=30deg, marks=none]\nwall - spring - mass"} {
		if len(styled(placed(t, src), "slope")) != 0 {
			t.Errorf("%s shows an angle", src)
		}
	}
}

// TestGravity looks whether gravity points down the page, once a figure, on its own.
func TestGravity(t *testing.T) {
	for _, axis := range []string{"horizontal", "vertical", "30deg", "-60deg"} {
		for _, system := range []string{"wall - spring - mass - force", "mass - spring - mass - spring - mass", "wall - spring - mass\nwall - spring - mass"} {
			src := "diagram[gravity=g_0, axis=" + axis + "]\n" + system
			d := placed(t, src)
			all := styled(d, "gravitation")
			if len(all) != 1 {
				t.Fatalf("%s shows gravity %d times", src, len(all))
			}
			if it := all[0]; it.Frame.Angle != -90 || formula.LaTeX(it.Labels[0].Formula) != "g_0" {
				t.Errorf("%s: gravity has the angle %g and the label %s", src, it.Frame.Angle, formula.LaTeX(it.Labels[0].Formula))
			}
			if why := overlaps(d); why != "" {
				t.Errorf("%s: %s", src, why)
			}
		}
	}
	if got := placed(t, "diagram[axis=-20deg, gravity=g_0]\nwall - spring - mass").Alt; !strings.HasSuffix(got, " The axis falls at 20°. Gravity (g₀) points down.") {
		t.Errorf("the description is %q", got)
	}
	d := placed(t, "diagram[axis=vertical, gravity, labels=values]\nceiling - spring - mass\ng = 9.81 m/s^2")
	if got := formula.LaTeX(styled(d, "gravitation")[0].Labels[0].Formula); !strings.HasPrefix(got, "9.81") {
		t.Errorf("the value of gravity is %s", got)
	}
	if len(styled(layout.Place(d.Graph, layout.Options{Gravity: symbolic.Sym("g")}), "gravitation")) != 1 {
		t.Error("gravity isn't drawn where it is asked for")
	}
}
