package layout_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/layout"

	"pgregory.net/rapid"
)

// aChain draws the text of a random chain: bodies one after the other, each joined to the next by a few connectors, between no
// supports, one or two, with actions here and there.
func aChain(t *rapid.T) (text string, connectors int) {
	pick := func(label string, from ...string) string { return rapid.SampledFrom(from).Draw(t, label) }
	rotation := rapid.IntRange(0, 5).Draw(t, "rotation") == 0
	group := func() string {
		kinds := []string{"spring", "damper", "spring[coil]", "stop"}
		if !rotation {
			kinds = append(kinds, "inerter", "actuator", "spring[label=\"k_{long}\"]")
		}
		var all []string
		for range rapid.IntRange(1, 4).Draw(t, "parallel") {
			all = append(all, pick("connector", kinds...))
			connectors++
		}
		return " - (" + strings.Join(all, ", ") + ")"
	}
	var b strings.Builder
	axis := pick("axis", "horizontal", "vertical", "30deg")
	fmt.Fprintf(&b, "diagram[axis=%s, origin=%s]\n", axis, pick("origin", "natural", "wall"))
	moving := []string{"mass", "trolley", "mass[label=\"m_{long}\"]"}
	if axis == "30deg" {
		moving = moving[1:2] // on a slope a block has no wheels to make up for
	}
	bodies := rapid.IntRange(1, 5).Draw(t, "bodies")
	var links string
	if support := pick("first", "", "wall", "base"); support != "" {
		links = support + group() + " - "
	}
	for i := range bodies {
		kind := "disc"
		if !rotation {
			kind = pick("body", moving...)
		}
		fmt.Fprintf(&b, "B%d = %s\n", i, kind)
		if i > 0 {
			links += group() + " - "
		}
		links += fmt.Sprintf("B%d", i)
		if rapid.IntRange(0, 2).Draw(t, "acted") == 0 {
			action := "torque"
			if !rotation {
				action = pick("action", "force", "force[F=F_0*sin(omega*t)]", "arrow")
			}
			fmt.Fprintf(&b, "B%d - %s\n", i, action)
		}
	}
	if pick("last", "", "wall") != "" {
		links += group() + " - wall"
	}
	return b.String() + links + "\n", connectors
}

// across is a place's distance from the axis.
func across(g *graph.Graph, p ink.Point) float64 { return p.Rotate(-axisAngle(g)).Y }

// boxes are the items that show the bodies themselves, faces those of the supports.
func boxes(d *layout.Drawing) (bodies, faces []layout.Item) {
	for _, it := range d.Items {
		switch {
		case it.Element == nil || marking(it.Style) || it.Style == "floor":
		case it.Element.Kind.Body().Inertia != nil:
			bodies = append(bodies, it)
		case it.Element.Kind.IsSupport():
			faces = append(faces, it)
		}
	}
	return bodies, faces
}

// The bodies of a chain are of one size across its axis, and centred on it; and so are the faces of its supports.
func TestBodiesOfAChainShareOneSize(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, _ := aChain(t)
		g := compile(t, text)
		d := layout.Place(g, layout.Options{Coordinates: marks(g)})
		bodies, faces := boxes(d)
		for _, it := range bodies {
			if first := bodies[0]; math.Abs(it.Frame.H-first.Frame.H) > 1e-6 {
				t.Fatalf("%s is %g high, %s is %g\n%s", first.Name, first.Frame.H, it.Name, it.Frame.H, text)
			} else if v, w := across(g, first.Frame.Origin), across(g, it.Frame.Origin); math.Abs(v-w) > 1e-6 {
				t.Fatalf("%s is centred on %g, %s on %g\n%s", first.Name, v, it.Name, w, text)
			}
		}
		for _, it := range faces {
			if first := faces[0]; math.Abs(it.Frame.H-first.Frame.H) > 1e-6 {
				t.Fatalf("the faces are %g and %g high\n%s", first.Frame.H, it.Frame.H, text)
			}
		}
	})
}

// What acts on the end of a chain sits on the axis, and so it does amid an even number of connectors.
func TestActionsSitOnTheAxis(t *testing.T) {
	for _, text := range []string{
		"wall - (spring, damper) - M - F", "F - M - spring - wall", "wall - spring - M - (spring, damper) - wall\nM - F",
		"wall - spring - M - (spring, damper, spring, damper) - mass\nM - F", "mass - (spring, damper) - M - spring - wall\nF - M",
	} {
		for _, direction := range []string{"left", "right"} {
			d := place(t, "M = trolley\nF = force["+direction+"]\n"+text)
			if f, m := item(t, d, "F").Frame.Origin.Y, item(t, d, "M").Frame.Origin.Y; math.Abs(f-m) > 1e-9 {
				t.Errorf("%s, %s: the force acts at %g, off the middle at %g", text, direction, f, m)
			}
		}
	}
}
