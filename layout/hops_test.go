package layout_test

import (
	"math"
	"testing"

	"diagram/dsl/ink"
	"diagram/layout"
)

// Where the damper to the far wall meets the lead that comes down on the second mass, it hops over it: upwards, on a vertical axis
// to the right.
func TestLeadsHop(t *testing.T) {
	const text = "A = trolley; B = trolley; W = wall; V = wall; D = damper; E = damper\nW - spring - A - spring - B - spring - V\nW - D - B\nA - E - V"
	d := place(t, text)
	post, hopping := item(t, d, "D"), item(t, d, "E")
	if len(post.Hops) != 0 || len(hopping.Hops) != 1 {
		t.Fatalf("%d and %d hops", len(post.Hops), len(hopping.Hops))
	}
	h, at := hopping.Hops[0], ink.Point{X: post.Ports[1].Point.X, Y: hopping.Ports[0].Point.Y}
	if h.At.Sub(at).Len() > 1e-9 || h.Over.Name != "D" || h.Top.Sub(at.Add(ink.Point{Y: layout.HopRadius})).Len() > 1e-9 {
		t.Errorf("a hop at %v with its top at %v, for leads that cross at %v", h.At, h.Top, at)
	}
	before, after := hopping.Leads()
	if len(before) != 0 || len(after) != 3 || after[1].Hop == nil || after[0].Hop != nil {
		t.Errorf("leads through %v and %v", before, after)
	}
	turned := place(t, "diagram[axis=vertical]\nA = mass; B = mass; C = mass; W = wall; V = wall; D = damper; E = spring\nW - spring - A - spring - B - spring - C - spring - V\nW - spring[below] - B - E - V\nW - D - C\nA - spring[below] - C")
	hops := 0
	for _, it := range turned.Items {
		for _, h := range it.Hops {
			hops++
			if right := h.Top.Sub(h.At); math.Abs(right.X-layout.HopRadius) > 1e-9 || math.Abs(right.Y) > 1e-9 {
				t.Errorf("%s hops towards %v", it.Name, right)
			}
		}
	}
	if hops == 0 {
		t.Error("no hop on the vertical axis")
	}
}

// A half circle goes by its top, from whichever side one comes.
func TestTurn(t *testing.T) {
	h := layout.Hop{At: ink.Point{X: 1, Y: 1}, Top: ink.Point{X: 1, Y: 1.09}}
	for from, want := range map[ink.Point][2]float64{{X: 0, Y: 1}: {180, 0}, {X: 2, Y: 1}: {0, 180}} {
		if begin, end := h.Turn(from); math.Abs(begin-want[0]) > 1e-9 || math.Abs(end-want[1]) > 1e-9 {
			t.Errorf("from %v: %g to %g", from, begin, end)
		}
	}
}
