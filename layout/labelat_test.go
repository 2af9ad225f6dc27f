package layout_test

import "testing"

func TestLabelsGoWhereTheAuthorWants(t *testing.T) {
	for _, axis := range []string{"horizontal", "vertical"} {
		for _, kind := range []string{"mass", "trolley", "bar"} {
			for at, side := range map[string][2]float64{"above": {0, 1}, "below": {0, -1}, "left": {-1, 0}, "right": {1, 0}, "inside": {}} {
				d := place(t, "diagram[axis="+axis+"]\nM = "+kind+"[label=P, labelat="+at+"]\nwall - spring - M - spring - wall")
				m := item(t, d, "M")
				box := m.Labels[0].Box()
				x := (box.Min.X+box.Max.X)/2 - m.Frame.Origin.X
				y := (box.Min.Y+box.Max.Y)/2 - m.Frame.Origin.Y
				w, h := m.Frame.W/2, m.Frame.H/2
				if axis == "vertical" {
					w, h = h, w
				}
				if within := x > -w && x < w && y > -h && y < h; within != (at == "inside") {
					t.Errorf("%s %s, %s: the label stands at %g,%g", axis, kind, at, x, y)
				}
				if x*side[0] < 0 || y*side[1] < 0 {
					t.Errorf("%s %s: the label stands at %g,%g, not %s", axis, kind, x, y, at)
				}
				if why := overlaps(d); why != "" {
					t.Errorf("%s %s, %s: %s", axis, kind, at, why)
				}
			}
		}
	}
}
