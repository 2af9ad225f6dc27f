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

// A block without a connector to the ground stands on it; what holds it runs along the floor.
func TestABlockStandsOnTheGround(t *testing.T) {
	for _, src := range []string{"wall - spring - B\nB - G", "wall - spring - B\nG - B"} {
		d := place(t, "B = block\nG = ground\n"+src)
		b, floors := item(t, d, "B").Frame, styled(d, "floor")
		if len(floors) != 1 || floors[0].Element.Name != "G" {
			t.Fatalf("%s: %d floors", src, len(floors))
		}
		if foot := b.Origin.Y - b.H/2; math.Abs(foot-floors[0].Frame.Origin.Y) > 1e-9 {
			t.Errorf("%s: its foot is at %g, the floor at %g", src, foot, floors[0].Frame.Origin.Y)
		}
	}
}

// What is under a body is as wide as the body, and thin.
func TestFrictionIsAFilm(t *testing.T) {
	for _, friction := range []string{"friction", "friction[coulomb, N=N]"} {
		for _, body := range []string{"mass", "trolley", "mass[width=3]"} {
			d := place(t, "B = "+body+"\nR = "+friction+"\nwall - (spring, damper) - B - R - ground")
			b, r := item(t, d, "B").Frame, item(t, d, "R").Frame
			if math.Abs(r.H-b.W) > 1e-9 || r.W > 0.15 {
				t.Errorf("%s on %s: %.2f wide under %.2f, %.2f high", body, friction, r.H, b.W, r.W)
			}
			floor := styled(d, "floor")[0].Frame.Origin.Y
			if low := math.Min(r.Origin.Y, r.Local(r.W, 0).Y); math.Abs(low-floor) > 1e-9 {
				t.Errorf("%s on %s: it ends at %g over a floor at %g", body, friction, low, floor)
			}
		}
	}
}

// A weight points down through the floor, whose hatching makes room and whose line goes on.
func TestAWeightPassesThroughTheFloor(t *testing.T) {
	d := place(t, "B = mass\nwall - spring - B - ground\nB - gravity[label=P]")
	p, bare := item(t, d, "gravity1").Frame, styled(d, "bare floor")
	if len(bare) != 1 || len(styled(d, "floor")) != 2 {
		t.Fatalf("%d gaps in %d pieces", len(bare), len(styled(d, "floor")))
	}
	if tip := p.Local(p.W, 0).Y; tip > bare[0].Frame.Origin.Y-0.5 {
		t.Errorf("it ends at %g, the floor is at %g", tip, bare[0].Frame.Origin.Y)
	}
	// On what moves, and on several wheels' way, it stands on the box.
	for _, src := range []string{"B = mass\nwall - spring - B - friction - base[label=y]", "B = trolley\nB - force[down, label=P]"} {
		d := place(t, src+"\nB - gravity")
		if len(styled(d, "bare floor")) > 0 {
			t.Errorf("%s: it passes through the floor", src)
		}
	}
}
