package layout_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/layout"
	"diagram/symbolic/formula"

	"pgregory.net/rapid"
)

// coordinates are a coordinate for every body, measured from the first support, with a sense for each.
func coordinates(g *graph.Graph, sense int) layout.Options {
	o := layout.Options{Sense: func(*graph.Element) int { return sense }}
	for _, n := range g.Nodes {
		if n.Kind.IsBody() {
			o.Coordinates = append(o.Coordinates, layout.Mark{Node: n, From: g.Nodes[0], Sense: sense, Formula: formula.Letter('s')})
		}
	}
	return o
}

// styled are the items of a style, in the drawing's order.
func styled(d *layout.Drawing, style string) []layout.Item {
	var all []layout.Item
	for _, it := range d.Items {
		if it.Style == style {
			all = append(all, it)
		}
	}
	return all
}

// turn is the sense in which an item's arc runs on the page: positive counter-clockwise.
func turn(t *testing.T, it layout.Item) float64 {
	t.Helper()
	for _, s := range it.Strokes {
		arc, ok := s.(*ink.Arc)
		if !ok {
			continue
		}
		at := func(angle float64) ink.Point {
			p := ink.Point{X: arc.Radius}.Rotate(angle)
			c := arc.Center
			return it.Frame.Local(c.X.In(it.Frame.W)+p.X, c.Y.In(it.Frame.H)+p.Y)
		}
		mid := arc.From + (arc.To-arc.From)/2
		a, b, c := at(arc.From), at(mid), at(arc.To)
		return side(a, b, c)
	}
	t.Fatalf("%s has no arc", it.Name)
	return 0
}

// Whichever face it stands at and however the axis lies, what turns counter-clockwise turns so on the page.
func TestArrowsTurnTheWayTheirWordsSay(t *testing.T) {
	for _, axis := range []string{"horizontal", "vertical", "30deg"} {
		for _, chain := range []string{"W - spring - D - T", "D - spring - W\nD - T", "T - D", "W - spring - D - spring - E\nD - T"} {
			for _, sense := range []int{1, -1} {
				for word, torque := range map[string]int{"": sense, "[cw]": -1, "[ccw]": 1} {
					g := mustCompile(t, "diagram[axis="+axis+"]\nW = wall\nD = disc\nE = disc\nT = torque"+word+"\n"+chain)
					d := layout.Place(g, coordinates(g, sense))
					if got := turn(t, item(t, d, "T")); got*float64(torque) <= 0 {
						t.Errorf("%s, %s, torque%s of sense %d: drawn the other way", axis, chain, word, sense)
					}
					for _, it := range styled(d, "rotation") {
						if turn(t, it)*float64(sense) <= 0 {
							t.Errorf("%s, %s: a coordinate of sense %d is drawn the other way", axis, chain, sense)
						}
					}
				}
			}
		}
	}
}

// A torque bulges away from its disc, on the left as on the right.
func TestTorquesStandClearOfTheirDiscs(t *testing.T) {
	for _, text := range []string{"D = disc\nT = torque\nT - D - spring - wall", "D = disc\nT = torque\nwall - spring - D - T"} {
		if why := overlaps(place(t, text)); why != "" {
			t.Errorf("%s: %s", text, why)
		}
	}
}

func TestDistancesReachFromTheSupportToTheirNodes(t *testing.T) {
	g := mustCompile(t, "W = wall\nA = mass\nB = mass\nJ = joint[x=u]\nW - spring - J - damper - A - spring - B")
	d := layout.Place(g, coordinates(g, 1))
	wall := item(t, d, "W").Frame.Origin.X
	spans := styled(d, "distance")
	if len(spans) != 3 {
		t.Fatalf("%d distances are drawn for two masses and a joint", len(spans))
	}
	last := map[float64]bool{}
	for _, it := range spans {
		if math.Abs(it.Frame.Origin.X-wall) > 1e-9 {
			t.Errorf("%s counts from %g, not from the wall", it.Name, it.Frame.Origin.X)
		}
		end := it.Frame.Local(it.Frame.W, 0).X
		node := item(t, d, it.Element.Name)
		if math.Abs(end-(node.Frame.Origin.X-node.Frame.W/2)) > 1e-9 {
			t.Errorf("%s ends at %g, not at %s", it.Name, end, it.Element.Name)
		}
		if last[it.Frame.Origin.Y] {
			t.Errorf("%s lies on another", it.Name)
		}
		last[it.Frame.Origin.Y] = true
	}
}

// One picture has one convention: all distances in full, or none.
func TestManyDistancesAreShortArrows(t *testing.T) {
	for _, n := range []int{6, 7} {
		g := mustCompile(t, chain(n))
		d := layout.Place(g, coordinates(g, 1))
		full, short := len(styled(d, "distance")), len(styled(d, "coordinate"))
		if full+short != n || full != 0 && short != 0 || (full > 0) != (n <= 6) {
			t.Errorf("of %d coordinates %d are drawn in full and %d as arrows", n, full, short)
		}
	}
}

func TestArrowsOverEqualBodiesAreLevel(t *testing.T) {
	g := mustCompile(t, "diagram[origin=natural]\nA = mass\nB = mass\nA - (spring, actuator) - B - (damper, spring) - mass")
	o := coordinates(g, 1)
	for i := range o.Coordinates {
		o.Coordinates[i].From = nil
	}
	arrows := styled(layout.Place(g, o), "coordinate")
	for _, it := range arrows {
		if it.Frame.Origin.Y != arrows[0].Frame.Origin.Y {
			t.Errorf("%s stands at %g, others at %g", it.Name, it.Frame.Origin.Y, arrows[0].Frame.Origin.Y)
		}
	}
}

func TestABaseHasTheArrowOfItsMotion(t *testing.T) {
	for _, sense := range []int{1, -1} {
		g := mustCompile(t, "B = base[label=y]\nB - spring - mass")
		d := layout.Place(g, layout.Options{Coordinates: []layout.Mark{{Node: g.Nodes[0], Sense: sense, Formula: formula.Letter('y')}}})
		arrows := styled(d, "coordinate")
		if len(arrows) != 1 || formula.LaTeX(arrows[0].Labels[0].Formula) != "y" {
			t.Fatalf("%d arrows", len(arrows))
		}
		f := arrows[0].Frame
		if got := f.Local(f.W, 0).X - f.Origin.X; got*float64(sense) <= 0 {
			t.Errorf("of sense %d, the base moves by %g", sense, got)
		}
		if len(item(t, d, "B").Labels) > 0 {
			t.Error("its label stands there twice")
		}
	}
}

func TestAFurtherSupportHasItsDistance(t *testing.T) {
	g := mustCompile(t, "W = wall\nV = wall\nW - spring - mass - spring - V")
	v := g.Nodes[1]
	d := layout.Place(g, layout.Options{Coordinates: []layout.Mark{{Node: v, From: g.Nodes[0], Constant: true, Formula: formula.Letter('d')}}})
	lines := styled(d, "dimension")
	if len(lines) != 1 || formula.LaTeX(lines[0].Labels[0].Formula) != "d" {
		t.Fatalf("%d dimension lines", len(lines))
	}
	want := item(t, d, "V").Frame.Origin.X - item(t, d, "W").Frame.Origin.X
	if got := lines[0].Frame.W; math.Abs(got-want) > 1e-9 {
		t.Errorf("the line is %g long, the supports are %g apart", got, want)
	}
}

// corner reports whether a point is at the end of a face of one of a node's boxes.
func corner(d *layout.Drawing, e *graph.Element, p ink.Point) bool {
	for _, sides := range faces(d, e) {
		for _, s := range sides {
			if s.a.Sub(p).Len() < 1e-6 || s.b.Sub(p).Len() < 1e-6 {
				return true
			}
		}
	}
	return false
}

// The arrows of a chain's coordinates count from corners of their bodies, all at one level; each is nearer to its body than to
// any other.
func TestCoordinatesBelongToTheirBodies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, _ := aChain(t)
		g := compile(t, strings.Replace(text, "origin=wall", "origin=natural", 1))
		o := layout.Options{Coordinates: marks(g)}
		for i := range o.Coordinates {
			o.Coordinates[i].From = nil
		}
		d := layout.Place(g, o)
		arrows := styled(d, "coordinate")
		for _, it := range arrows {
			if v, w := across(g, arrows[0].Frame.Origin), across(g, it.Frame.Origin); math.Abs(v-w) > 1e-6 {
				t.Fatalf("%s lies at %g, %s at %g\n%s", arrows[0].Name, v, it.Name, w, text)
			}
			if !slices.ContainsFunc(styled(d, "reference"), func(r layout.Item) bool {
				begin := it.Frame.Origin.Sub(r.Frame.Origin).Rotate(-r.Frame.Angle)
				return r.Element == it.Element && math.Abs(begin.Y) < 1e-6 && begin.X > 0 && begin.X < r.Frame.W && corner(d, it.Element, r.Frame.Origin)
			}) {
				t.Fatalf("%s is not led to from a corner of its body\n%s", it.Name, text)
			}
			mid := it.Frame.Local(it.Frame.W/2, 0)
			for _, e := range g.Nodes {
				if e.Kind.IsBody() && e != it.Element && away(d, e, mid) < away(d, it.Element, mid) {
					t.Fatalf("%s is nearer to %s\n%s", it.Name, e.Name, text)
				}
			}
		}
	})
}

// away is the distance of a point from the nearest corner of a node's boxes.
func away(d *layout.Drawing, e *graph.Element, p ink.Point) float64 {
	least := math.Inf(1)
	for _, sides := range faces(d, e) {
		for _, s := range sides {
			least = math.Min(least, math.Min(s.a.Sub(p).Len(), s.b.Sub(p).Len()))
		}
	}
	return least
}

// Distances lie one above the other, not far apart, and end over corners of their bodies.
func TestDistancesLieCloseTogether(t *testing.T) {
	g := mustCompile(t, "wall - (spring, damper) - mass - spring - mass - (spring, damper) - mass - spring - wall")
	d := layout.Place(g, layout.Options{Coordinates: []layout.Mark{
		{Node: g.Nodes[1], From: g.Nodes[0], Sense: 1, Formula: formula.Letter('1')}, {Node: g.Nodes[2], From: g.Nodes[0], Sense: 1, Formula: formula.Letter('2')},
		{Node: g.Nodes[3], From: g.Nodes[0], Sense: 1, Formula: formula.Letter('3')}, {Node: g.Nodes[4], From: g.Nodes[0], Constant: true, Formula: formula.Letter('l')},
	}})
	lines := append(styled(d, "distance"), styled(d, "dimension")...)
	for i := 1; i < len(lines); i++ {
		if got := lines[i].Frame.Origin.Y - lines[i-1].Frame.Origin.Y; math.Abs(got-0.55) > 1e-6 {
			t.Errorf("distances lie %g cm apart", got)
		}
	}
	references := styled(d, "reference")
	if len(lines) != 4 || len(references) != 5 {
		t.Fatalf("%d distances with %d lines to them", len(lines), len(references))
	}
	for _, it := range references {
		if !corner(d, it.Element, it.Frame.Origin) {
			t.Errorf("%s begins at no corner", it.Name)
		}
	}
}

// A dashed body has a coordinate with a whole arrow.
func TestABodysPenIsNotItsCoordinates(t *testing.T) {
	g := mustCompile(t, "M = mass[dashed, thick, color=red]\nwall - spring - M")
	o := coordinates(g, 1)
	o.Coordinates[0].From = nil
	it := styled(layout.Place(g, o), "coordinate")[0]
	if it.Dashed || it.Thick || it.Colour != "red" {
		t.Errorf("the coordinate is drawn dashed: %v, thick: %v, %s", it.Dashed, it.Thick, it.Colour)
	}
}

func TestMarksAreDrawnOnRequest(t *testing.T) {
	for setting, want := range map[string]string{"": "x a", "[marks=bodies]": "x a", "[marks=all]": "x j a", "[marks=none]": "a"} {
		if setting != "" {
			setting = "diagram" + setting + "\n"
		}
		g := mustCompile(t, setting+"M = mass\nwall - spring - damper - M - spring - J - damper - wall\nJ = joint\nJ - displacement[label=a]")
		var o layout.Options
		for _, n := range g.Nodes {
			if n.Kind.IsBody() {
				name := map[bool]rune{true: 'j', false: 'x'}[n.Kind.Body().Point]
				if n.Name == "J" {
					name = 'a'
				}
				o.Coordinates = append(o.Coordinates, layout.Mark{Node: n, Sense: 1, Formula: formula.Letter(name)})
			}
		}
		var got []string
		for _, it := range styled(layout.Place(g, o), "coordinate") {
			got = append(got, formula.LaTeX(it.Labels[0].Formula))
		}
		slices.Sort(got)
		wanted := strings.Fields(want)
		slices.Sort(wanted)
		if !slices.Equal(got, wanted) {
			t.Errorf("%s draws %v, want %v", setting, got, wanted)
		}
	}
	d := place(t, "M = mass\nwall - spring - M\nM - displacement[nolabel]")
	if arrows := styled(d, "coordinate"); len(arrows) != 1 || len(arrows[0].Labels) > 0 {
		t.Errorf("without a label: %d arrows", len(arrows))
	}
}
