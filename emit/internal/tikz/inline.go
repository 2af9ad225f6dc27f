package tikz

import (
	"math"
	"slices"

	"diagram/dsl/ink"
)

// inline writes strokes where they stand, seen from a place. They are on one path. Curves are in a frame that begins at the place, since
// beside controls + means something else.
func (t *text) inline(strokes []ink.Stroke, f ink.Frame, from place) {
	if from.name != "" && slices.ContainsFunc(strokes, func(k ink.Stroke) bool { _, is := k.(*ink.Curve); return is }) {
		t.put(" [shift={")
		t.place(from)
		t.put("}]")
		f.Origin = f.Origin.Sub(from.at)
		from = place{}
	}
	again := true // whether the path has left the place
	var centre *ink.Pt
	for _, k := range strokes {
		if again {
			t.before(from)
		}
		again = false
		switch k := k.(type) {
		case *ink.Rect:
			centre = nil
			if quarter(f.Angle) {
				t.rectangle(k, f, from)
				continue
			}
		case *ink.Circle:
			if centre == nil || *centre != k.Center {
				t.put(" ")
				t.from(from, f.Map(k.Center))
			}
			centre = &k.Center
			t.put(" circle[radius=")
			t.mm(k.Radius + k.RadiusFrac*f.H)
			t.put("]")
			continue
		case *ink.Arc:
			again, centre = true, nil
			t.arc(k, f, from)
			continue
		}
		centre = nil
		pen := ink.PenOf(k)
		pen.Head = ink.NoHead
		for _, p := range ink.Flatten(ink.WithPen(k, pen), f) {
			again = t.trace(p, from) || again
		}
	}
}

func (t *text) rectangle(k *ink.Rect, f ink.Frame, from place) {
	t.put(" ")
	t.from(from, f.Map(k.A))
	if k.Round > 0 {
		t.put(" {[rounded corners=", mm(k.Round), "]")
	}
	t.put(" rectangle ")
	t.from(from, f.Map(k.B))
	if k.Round > 0 {
		t.put("}")
	}
}

func (t *text) arc(k *ink.Arc, f ink.Frame, from place) {
	rx, ry := k.Radii(f.H)
	sin, cos := ink.Sincos(k.From)
	a0, a1 := k.From, k.To
	if f.Mirror {
		a0, a1 = -a0, -a1
	}
	t.put(" ")
	t.from(from, f.Local(k.Center.X.In(f.W)+rx*cos, k.Center.Y.In(f.H)+ry*sin))
	t.put(bend(a0, a1, rx, ry, f.Angle))
}

// bend is the operation that goes on along an arc, in a frame turned by an angle.
func bend(from, to, rx, ry, angle float64) string {
	turned := ""
	switch math.Mod(angle+360, 180) {
	case 0:
		from, to = from+angle, to+angle
	case 90:
		from, to, rx, ry = from+angle, to+angle, ry, rx
	default:
		if rx == ry {
			from, to = from+angle, to+angle
		} else {
			turned = ", rotate=" + num(angle)
		}
	}
	radii := "radius=" + mm(rx)
	if rx != ry {
		radii = "x radius=" + mm(rx) + ", y radius=" + mm(ry)
	}
	return " arc[start angle=" + num(from) + ", end angle=" + num(to) + ", " + radii + turned + "]"
}

// trace writes a path on the page, seen from a place, and reports whether it has left that.
func (t *text) trace(p ink.Path, from place) bool {
	left := curved(p)
	if left {
		from = place{} // + means something else beside controls
	}
	to := func(before string, q ink.Point) {
		t.put(before)
		t.from(from, q)
	}
	for _, s := range p.Segs {
		switch s.Op {
		case ink.Move:
			to(" ", s.To)
		case ink.LineTo:
			to(" -- ", s.To)
		case ink.Cubic:
			to(" .. controls ", s.C1)
			to(" and ", s.C2)
			to(" .. ", s.To)
		}
	}
	if p.Closed {
		t.put(" -- cycle")
	}
	return left
}

func curved(p ink.Path) bool {
	return slices.ContainsFunc(p.Segs, func(s ink.Seg) bool { return s.Op == ink.Cubic })
}

// quarter reports whether an angle is a multiple of 90°.
func quarter(angle float64) bool { return math.Abs(math.Remainder(angle, 90)) < 1e-9 }
