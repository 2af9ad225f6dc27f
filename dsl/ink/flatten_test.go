package ink_test

import (
	"math"
	"testing"

	"diagram/dsl/ink"
)

func near(p, q ink.Point) bool { return p.Sub(q).Len() < 1e-9 }

func TestZigzagHasTikZsTeeth(t *testing.T) {
	f := ink.Frame{Origin: ink.Point{X: 1, Y: 1}, W: 3, H: 1}
	z := &ink.Zigzag{A: ink.At(0, 0, 0, 0), B: ink.At(1, 0, 0, 0), Lead: 0.5, Amplitude: 0.2, Teeth: 2}
	paths := ink.Flatten(z, f)
	if len(paths) != 1 {
		t.Fatalf("%d paths", len(paths))
	}
	want := []ink.Point{{X: 1, Y: 1}, {X: 1.5, Y: 1}, {X: 1.75, Y: 1.2}, {X: 2.25, Y: 0.8}, {X: 2.75, Y: 1.2}, {X: 3.25, Y: 0.8}, {X: 3.5, Y: 1}, {X: 4, Y: 1}}
	got := paths[0].Polyline(0.01)[0]
	if len(got) != len(want) {
		t.Fatalf("points %v, want %v", got, want)
	}
	for i := range got {
		if !near(got[i], want[i]) {
			t.Errorf("point %d at %v, want %v", i, got[i], want[i])
		}
	}
}

func TestStrokesReachFromEndToEndInEveryFrame(t *testing.T) {
	a, b := ink.At(0, 0, 0, 0), ink.At(1, 0, 0, 0)
	strokes := map[string]ink.Stroke{
		"zigzag": &ink.Zigzag{A: a, B: b, Lead: 0.3, Amplitude: 0.2, Teeth: 6},
		"coil":   &ink.Coil{A: a, B: b, Lead: 0.3, Amplitude: 0.2, Turns: 7},
		"line":   &ink.Line{Pts: []ink.Pt{a, b}},
	}
	for name, s := range strokes {
		for _, angle := range []float64{0, 90, -90, 180, 30} {
			for _, w := range []float64{0.1, 0.5, 2.2, 9} {
				for _, mirror := range []bool{false, true} {
					f := ink.Frame{Origin: ink.Point{X: 2, Y: -1}, Angle: angle, W: w, H: 0.5, Mirror: mirror}
					segs := ink.Flatten(s, f)[0].Segs
					if !near(segs[0].To, f.Origin) || !near(segs[len(segs)-1].To, f.Local(w, 0)) {
						t.Errorf("%s of length %g at %g°: from %v to %v", name, w, angle, segs[0].To, segs[len(segs)-1].To)
					}
				}
			}
		}
	}
}

func TestArrowsEndAtTheirPoint(t *testing.T) {
	f := ink.Frame{W: 2, H: 1, Angle: 90}
	for _, head := range []ink.Head{ink.SolidHead, ink.OpenHead, ink.BothHeads} {
		line := &ink.Line{Pts: []ink.Pt{ink.At(0, 0, 0, 0), ink.At(1, 0, 0, 0)}, Pen: ink.Pen{Head: head}}
		paths := ink.Flatten(line, f)
		tip := paths[1].Segs[1].To
		if !near(tip, ink.Point{X: 0, Y: 2}) {
			t.Errorf("head %d: its tip is at %v", head, tip)
		}
		for _, p := range paths {
			if p.Pen.Head != ink.NoHead {
				t.Errorf("head %d: a path still has a head", head)
			}
		}
	}
	bent := &ink.Arc{Center: ink.At(0, 0, 0, 0), Radius: 1, From: 0, To: 180, Pen: ink.Pen{Head: ink.SolidHead}}
	paths := ink.Flatten(bent, ink.Frame{})
	if tip := paths[1].Segs[1].To; !near(tip, ink.Point{X: -1, Y: 0}) {
		t.Errorf("a bent arrow's tip is at %v", tip)
	}
}

func TestCirclesAreRound(t *testing.T) {
	c := &ink.Circle{Center: ink.At(0, 1, 0, 2), Radius: 0.5, RadiusFrac: 0.25}
	paths := ink.Flatten(c, ink.Frame{H: 2})
	if !paths[0].Closed {
		t.Error("a circle is open")
	}
	for _, p := range paths[0].Polyline(1e-4)[0] {
		if r := p.Sub(ink.Point{X: 1, Y: 2}).Len(); math.Abs(r-1) > 1e-3 {
			t.Fatalf("radius %g at %v", r, p)
		}
	}
}

func TestHatchStaysBehindItsFace(t *testing.T) {
	h := &ink.Hatch{A: ink.At(0, 0, -0.5, 0), B: ink.At(0, 0, 0.5, 0), Depth: 0.2, Pitch: 0.2}
	for _, length := range []float64{0.1, 1, 3.3} {
		ticks := 0
		for _, p := range ink.Flatten(h, ink.Frame{H: length}) {
			for _, run := range p.Polyline(0.01) {
				ticks++
				if math.Abs(run[0].X) > 1e-9 || math.Abs(run[1].X+0.2) > 1e-9 || math.Abs(run[1].Y) > length/2+1e-9 {
					t.Fatalf("a tick runs from %v to %v", run[0], run[1])
				}
			}
		}
		if long := length > 0.4; (ticks > 0) != long {
			t.Errorf("a face of %g has %d ticks", length, ticks)
		}
	}
}

func TestBoundsHoldTheInk(t *testing.T) {
	f := ink.Frame{Origin: ink.Point{X: 1, Y: 2}, Angle: 30, W: 2, H: 1}
	a, b := ink.At(0, 0, 0, 0), ink.At(1, 0, 0, 0)
	strokes := []ink.Stroke{
		&ink.Zigzag{A: a, B: b, Lead: 0.3, Amplitude: 0.2, Teeth: 6},
		&ink.Coil{A: a, B: b, Lead: 0.3, Amplitude: 0.2, Turns: 7},
		&ink.Hatch{A: a, B: b, Depth: 0.22, Pitch: 0.16},
		&ink.Rect{A: a, B: ink.At(1, 0, 1, 0), Round: 0.1},
		&ink.Arc{Center: a, Radius: 0.4, From: -130, To: 130, Pen: ink.Pen{Head: ink.SolidHead}},
	}
	for _, s := range strokes {
		box := ink.BoundsOf([]ink.Stroke{s}, f).Grow(1e-9)
		for _, p := range ink.Flatten(s, f) {
			for _, run := range p.Polyline(0.001) {
				for _, q := range run {
					if q.X < box.Min.X || q.X > box.Max.X || q.Y < box.Min.Y || q.Y > box.Max.Y {
						t.Fatalf("%T: %v lies outside %v", s, q, box)
					}
				}
			}
		}
	}
}

func TestCurvesRunThroughTheirPoints(t *testing.T) {
	c := &ink.Curve{Pts: []ink.Pt{ink.At(0, 0, 0, 0), ink.At(0.3, 0, 0, 0.2), ink.At(0.6, 0, 0, -0.1), ink.At(1, 0, 0, 0)}}
	f := ink.Frame{Origin: ink.Point{X: 1}, Angle: 90, W: 3, H: 1}
	p := ink.Flatten(c, f)[0]
	if len(p.Segs) != len(c.Pts) || p.Closed {
		t.Fatalf("%d steps, closed: %v", len(p.Segs), p.Closed)
	}
	for i, q := range c.Pts {
		if !near(p.Segs[i].To, f.Map(q)) {
			t.Errorf("point %d is at %v", i, p.Segs[i].To)
		}
	}
	for i := 1; i+1 < len(p.Segs); i++ { // no corner: the control points before and after a point lie in one line with it
		in, out := p.Segs[i].To.Sub(p.Segs[i].C2), p.Segs[i+1].C1.Sub(p.Segs[i].To)
		if math.Abs(in.X*out.Y-in.Y*out.X) > 1e-9 || in.X*out.X+in.Y*out.Y <= 0 {
			t.Errorf("the curve has a corner at point %d", i)
		}
	}
	c.Back = []ink.Pt{ink.At(1, 0, -1, 0), ink.At(0, 0, -1, 0)}
	if p := ink.Flatten(c, f)[0]; !p.Closed || len(p.Segs) != 6 || p.Segs[5].Op != ink.LineTo {
		t.Errorf("with a back it has %d steps, closed: %v", len(p.Segs), p.Closed)
	}
}
