package layout_test

import (
	"math"
	"testing"

	"diagram/dsl/ink"
	"diagram/symbolic/formula"
)

// Bodies that slide on several grounds at one level stand on one strip.
func TestGroundsAtOneLevelAreOneStrip(t *testing.T) {
	d := place(t, "E = trolley\nA = mass\nB = mass\nG = ground\nE - spring - A - spring - B\n"+
		"E - friction - ground\nA - friction - G\nB - friction - G")
	floors := styled(d, "floor")
	if len(floors) != 2 {
		t.Fatalf("%d stretches of floor for two grounds", len(floors))
	}
	if floors[0].Frame.Origin.X > floors[1].Frame.Origin.X {
		floors[0], floors[1] = floors[1], floors[0]
	}
	right := floors[0].Frame.Local(0, -floors[0].Frame.H/2)
	left := floors[1].Frame.Local(0, floors[1].Frame.H/2)
	if right.Sub(left).Len() > 1e-9 {
		t.Errorf("one ends at %v, the next begins at %v", right, left)
	}
}

// What moves keeps clear of what stands still.
func TestAMovingFloorStandsApart(t *testing.T) {
	d := place(t, "A = mass\nB = mass\nP = base[label=y]\nA - spring - B\nA - friction - ground\nB - friction - P")
	ground, base := styled(d, "floor"), styled(d, "base")
	if len(ground) != 1 || len(base) != 1 {
		t.Fatalf("%d grounds, %d bases", len(ground), len(base))
	}
	right := ground[0].Frame.Local(0, -ground[0].Frame.H/2)
	left := base[0].Frame.Local(0, base[0].Frame.H/2)
	if left.X <= right.X {
		t.Errorf("the ground ends at %v, the base begins at %v", right, left)
	}
}

func TestALoneSupportIsOneFace(t *testing.T) {
	for kind, want := range map[string]ink.Point{"ground": {Y: 1}, "ceiling": {Y: -1}, "wall": {X: 1}} {
		d := place(t, "S = "+kind)
		it := item(t, d, "S")
		if got := (ink.Point{X: 1}).Rotate(it.Frame.Angle); got.Sub(want).Len() > 1e-9 || len(d.Items) != 1 {
			t.Errorf("%s: %d faces, the first looks to %v", kind, len(d.Items), got)
		}
	}
}

func TestFrictionInALineReachesBothBodies(t *testing.T) {
	d := place(t, "A = mass\nB = mass\nF = friction\nA - (spring, F) - B")
	a, f, b := item(t, d, "A").Frame, item(t, d, "F"), item(t, d, "B").Frame
	box := ink.BoundsOf(f.Strokes, f.Frame)
	for _, p := range f.Route {
		box = box.With(p)
	}
	if math.Abs(box.Min.X-(a.Origin.X+a.W/2)) > 0.02 || math.Abs(box.Max.X-(b.Origin.X-b.W/2)) > 0.02 {
		t.Errorf("it reaches from %g to %g", box.Min.X, box.Max.X)
	}
}

func TestAWeightIsMassTimesGravity(t *testing.T) {
	for weight, want := range map[string]string{"gravity": "mg", "gravity[label=P]": "P", "gravity[g=g_0]": "mg_0"} {
		d := place(t, "W = "+weight+"\nceiling - spring - mass - W")
		if got := formula.LaTeX(item(t, d, "W").Labels[0].Formula); got != want {
			t.Errorf("%s: %q, want %q", weight, got, want)
		}
	}
}
