package layout_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"diagram/dsl/ink"
	"diagram/layout"

	"pgregory.net/rapid"
)

// front is the way in which an arrow round a shaft passes before it: the direction of its line where that crosses the shaft's, which it
// does once, since what lies behind the shaft isn't drawn.
func front(t *testing.T, it *layout.Item, axis ink.Point) ink.Point {
	t.Helper()
	paths := ink.FlattenAll(it.Strokes, it.Frame)
	centre := it.Frame.Local(it.Frame.W/2, 0)
	above := func(p ink.Point) float64 { return axis.X*(p.Y-centre.Y) - axis.Y*(p.X-centre.X) }
	var ways []ink.Point
	line := paths[0].Polyline(0.001)[0]
	for i := 1; i < len(line); i++ {
		if above(line[i-1])*above(line[i]) < 0 {
			ways = append(ways, line[i].Sub(line[i-1]))
		}
	}
	if len(ways) != 1 {
		t.Fatalf("%s crosses its shaft %d times", it.Name, len(ways))
	}
	end := line[len(line)-1]
	if !slices.ContainsFunc(paths[1:], func(p ink.Path) bool { return ink.Bounds(p).Grow(0.01) == ink.Bounds(p).Grow(0.01).With(end) }) {
		t.Errorf("%s has no tip where its line ends", it.Name)
	}
	return ways[0]
}

// What turns counter-clockwise, seen from the right end of the shaft or from above, comes down in front of a level shaft, and
// passes an upright one to the right.
func TestArrowsRunRoundTheShaft(t *testing.T) {
	seenFrom := map[string]ink.Point{"horizontal": {X: 1}, "vertical": {Y: 1}, "30deg": ink.Point{X: 1}.Rotate(30), "-20deg": ink.Point{X: 1}.Rotate(-20)}
	for axis, end := range seenFrom {
		down := end.Rotate(-90)
		for _, chain := range []string{
			"W - spring - D - T", "D - spring - W\nD - T", "T - D", "W - spring - D - (spring, damper) - E\nD - T", "E - spring - D - spring[coil] - W\nT - D",
			"E - (damper, spring, damper) - D\nT - D", "W - spring - D - damper - V\nD - T",
		} {
			for _, sense := range []int{1, -1} {
				for word, torque := range map[string]int{"": sense, "[cw]": -1, "[ccw]": 1} {
					text := "diagram[axis=" + axis + "]\nW = wall\nV = wall\nD = disc\nE = disc\nT = torque" + word + "\n" + chain
					g := mustCompile(t, text)
					d := layout.Place(g, coordinates(g, sense))
					check := func(it layout.Item, want int) {
						if way := front(t, &it, end); (way.X*down.X+way.Y*down.Y)*float64(want) <= 0 {
							t.Errorf("%s of sense %d passes its shaft the other way\n%s", it.Name, want, text)
						}
					}
					check(item(t, d, "T"), torque)
					for _, it := range styled(d, "rotation") {
						check(it, sense)
					}
					if why := overlaps(d); why != "" {
						t.Errorf("%s\n%s", why, text)
					}
				}
			}
		}
	}
}

// turningChain is the text of a random chain of discs.
func turningChain(t *rapid.T) string {
	pick := func(label string, from ...string) string { return rapid.SampledFrom(from).Draw(t, label) }
	var b strings.Builder
	fmt.Fprintf(&b, "diagram[axis=%s, fontsize=%s]\n", pick("axis", "horizontal", "vertical", "30deg"), pick("size", "10pt", "12pt"))
	group := func() string {
		var all []string
		for range rapid.IntRange(1, 4).Draw(t, "parallel") {
			all = append(all, pick("connector", "spring", "spring[coil]", "spring[adjustable]", "damper", "damper[label=\"c_{long}\"]", "inerter", "actuator", "spring - damper", "friction"))
		}
		return " - (" + strings.Join(all, ", ") + ")"
	}
	links := pick("first", "", "wall", "base[label=phi]")
	if links != "" {
		links += group() + " - "
	}
	for i := range rapid.IntRange(1, 4).Draw(t, "discs") {
		if i > 0 {
			links += pick("between", group(), " - rod") + " - "
		}
		fmt.Fprintf(&b, "D%d = disc%s\n", i, pick("label", "", "", "[label=\"J_{rotor}\"]", "[label=J, x=phi]"))
		for range rapid.IntRange(0, 2).Draw(t, "torques") {
			fmt.Fprintf(&b, "D%d - torque[%s]\n", i, pick("torque", "cw", "ccw", "label=\"M_0\\cos\\omega t\"", "labelat=below"))
		}
		if pick("bearing", "", "", "friction") != "" {
			fmt.Fprintf(&b, "D%d - friction - ground\n", i)
		}
		links += fmt.Sprintf("D%d", i)
	}
	if pick("last", "", "wall") != "" {
		links += group() + " - wall"
	}
	return b.String() + links + "\n"
}

// The discs of an axis are of one size, nothing overlaps, and what turns about the shaft stands on it beside its own disc.
func TestDiscsOfAnAxisShareOneSize(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := turningChain(t)
		g := compile(t, text)
		d := layout.Place(g, layout.Options{Coordinates: marks(g)})
		if why := overlaps(d); why != "" {
			t.Fatalf("%s\n%s", why, text)
		}
		discs, _ := boxes(d)
		for _, it := range discs {
			if first := discs[0]; math.Abs(it.Frame.W-first.Frame.W) > 1e-6 || !strings.Contains(text, "friction") && math.Abs(it.Frame.H-first.Frame.H) > 1e-6 {
				t.Fatalf("%s is %g × %g, %s is %g × %g\n%s", first.Name, first.Frame.W, first.Frame.H, it.Name, it.Frame.W, it.Frame.H, text)
			}
		}
		rings := 0
		for _, it := range d.Items {
			if !slices.ContainsFunc(it.Strokes, func(s ink.Stroke) bool { a, is := s.(*ink.Arc); return is && a.Squeeze > 0 }) {
				continue
			}
			rings++
			mid, owner := it.Frame.Local(it.Frame.W/2, 0), it.Element
			if owner.On != nil {
				owner = owner.On
			}
			for _, e := range g.Nodes {
				if e.Kind.Body().Inertia != nil && owner.Kind.Body().Inertia != nil && e != owner && away(d, e, mid) < away(d, owner, mid) {
					t.Fatalf("%s is nearer to %s than to %s\n%s", it.Name, e.Name, owner.Name, text)
				}
			}
			for _, disc := range discs {
				v, w := across(g, disc.Frame.Origin), across(g, mid)
				if disc.Element == owner && !strings.Contains(text, "friction") && math.Abs(v-w) > 1e-6 {
					t.Fatalf("%s stands at %g, the axis of %s at %g\n%s", it.Name, w, owner.Name, v, text)
				}
			}
		}
		if want := len(discs) + strings.Count(text, "torque"); rings < want {
			t.Fatalf("%d arrows run round the shaft, not %d\n%s", rings, want, text)
		}
	})
}

// A torsional spring is a shaft from face to face, on the axis of its discs; a coil or a zigzag where the author says so, and a coil beside
// another shaft.
func TestATorsionalSpringIsAShaft(t *testing.T) {
	for _, c := range []struct{ spring, chain, want string }{
		{"spring", "wall - S - D", "shaft"}, {"spring", "D - (damper, S) - E", "shaft"}, {"spring", "D - (S, damper, damper) - E", "shaft"},
		{"spring", "D - S - damper - E", "shaft"}, {"spring", "wall - (spring, S) - D", "coil"},
		{"spring", "wall - spring - D - spring - E\nwall - S - E", "coil"},
		{"spring[coil]", "wall - S - D", "coil"}, {"spring[zigzag]", "wall - S - D", "zigzag"}, {"spring[zigzag]", "wall - (spring, S) - D", "zigzag"},
	} {
		it := item(t, place(t, "D = disc\nE = disc\nS = "+c.spring+"\n"+c.chain), "S")
		got := ""
		for _, s := range it.Strokes {
			switch s := s.(type) {
			case *ink.Coil:
				got = "coil"
			case *ink.Zigzag:
				got = "zigzag"
			case *ink.Line:
				if s.Pts[0].Y.Off != 0 && s.Pts[0].X == (ink.Coord{}) && s.Pts[1].X == (ink.Coord{Frac: 1}) {
					got = "shaft"
				}
			}
		}
		if got != c.want || got == "shaft" && it.Route != nil {
			t.Errorf("%s: a %s is drawn as a %s, not as a %s from face to face", c.chain, c.spring, got, c.want)
		}
	}
}
