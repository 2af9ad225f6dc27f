package emit_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/emit"
	"diagram/layout"
	"diagram/symbolic"
	"diagram/symbolic/motion"

	"pgregory.net/rapid"
)

// tangled writes a random diagram whose connections run every way: forwards and backwards, in series, in groups within
// groups, through joints that several lines speak of, with and without ranks.
func tangled(t *rapid.T) string {
	pick := func(label string, from ...string) string { return rapid.SampledFrom(from).Draw(t, label) }
	chance := func(label string, percent int) bool { return rapid.IntRange(0, 99).Draw(t, label) < percent }
	var b strings.Builder
	axis := pick("axis", "horizontal", "horizontal", "horizontal", "vertical", "30deg")
	fmt.Fprintf(&b, "diagram[axis=%s, origin=%s, coordinates=%s]\n", axis, pick("origin", "wall", "wall", "natural"), pick("coordinates", "absolute", "absolute", "relative"))
	ranks := chance("ranks", 40)
	var nodes []string
	declare := func(name, kind string) {
		nodes = append(nodes, name)
		if ranks && chance("ranked", 50) {
			kind += fmt.Sprintf("[at=%d]", rapid.IntRange(1, 4).Draw(t, "rank"))
		}
		fmt.Fprintf(&b, "%s = %s\n", name, kind)
	}
	supports := []string{"wall", "wall", "base"}
	if axis == "vertical" {
		supports = append(supports, "ground", "ceiling")
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "supports") {
		declare(fmt.Sprintf("W%d", i), pick("support", supports...))
	}
	for i := range rapid.IntRange(1, 5).Draw(t, "bodies") {
		declare(fmt.Sprintf("B%d", i), pick("body", "mass", "trolley", "mass", "joint", "joint", "bar"))
	}
	var link func(depth int) string
	link = func(depth int) string {
		var parts []string
		for range pickLength(t) {
			part := pick("connector", "spring", "damper", "inerter", "actuator")
			if depth < 2 && chance("group", 20) {
				var chains []string
				for range rapid.IntRange(2, 3).Draw(t, "chains") {
					chains = append(chains, link(depth+1))
				}
				part = "(" + strings.Join(chains, ", ") + ")"
			}
			parts = append(parts, part)
		}
		return strings.Join(parts, " - ")
	}
	for range rapid.IntRange(1, 7).Draw(t, "connections") {
		n := rapid.IntRange(2, 3).Draw(t, "length")
		line := pick("node", nodes...)
		last := line
		for range n - 1 {
			next := pick("node", nodes...)
			if next == last && !chance("loop", 3) {
				continue
			}
			line += " - " + link(0) + " - " + next
			last = next
		}
		if strings.Contains(line, " - ") {
			b.WriteString(line + "\n")
		}
	}
	if chance("rub", 20) {
		fmt.Fprintf(&b, "B0 - friction - %s\n", nodes[len(nodes)-1])
	}
	if chance("slide", 20) {
		b.WriteString("B0 - friction - wall\n")
	}
	if chance("force", 20) {
		fmt.Fprintf(&b, "%s - force\n", pick("acted", nodes...))
	}
	return b.String()
}

// pickLength draws how many connectors stand in series: most often one.
func pickLength(t *rapid.T) int {
	return max(1, rapid.IntRange(-2, 3).Draw(t, "series"))
}

// places are where nodes are drawn along the axis.
func places(d *layout.Drawing) map[string]float64 {
	axis := axisOf(d)
	sum, count := map[string]float64{}, map[string]float64{}
	for i := range d.Items {
		it := &d.Items[i]
		e := it.Element
		if e == nil || !e.IsNode() {
			continue
		}
		switch it.Style {
		case "coordinate", "distance", "rotation", "dimension", "floor":
			continue
		}
		sum[e.Name] += it.Frame.Origin.X*axis.X + it.Frame.Origin.Y*axis.Y
		count[e.Name]++
	}
	for n := range sum {
		sum[n] /= count[n]
	}
	return sum
}

// drawnEnds are where the ends of connectors are drawn along the axis.
func drawnEnds(d *layout.Drawing) map[string][2]float64 {
	axis := axisOf(d)
	ends := map[string][2]float64{}
	for i := range d.Items {
		if it := &d.Items[i]; it.Element != nil && len(it.Ports) == 2 {
			p, q := it.Ports[0].Point, it.Ports[1].Point
			ends[it.Element.Name] = [2]float64{p.X*axis.X + p.Y*axis.Y, q.X*axis.X + q.Y*axis.Y}
		}
	}
	return ends
}

// axisOf is the way in which a drawing's axis runs.
func axisOf(d *layout.Drawing) ink.Point {
	angle := map[graph.Direction]float64{graph.Vertical: -90, graph.Inclined: 30}[d.Graph.Settings.Axis]
	return ink.Point{X: 1}.Rotate(angle)
}

// TestOneOrder holds drawing, equations and JSON to one order along the axis.
func TestOneOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := tangled(t)
		d, problems := emit.Compile("x.dg", []byte(text))
		if d == nil {
			t.Skip(problems)
		}
		at := places(d.Drawing())
		ends := drawnEnds(d.Drawing())
		for _, e := range d.Graph.Edges {
			if u := ends[e.Name]; !e.OnFloor() && u[0] >= u[1] {
				t.Fatalf("%s should run from %s to %s, but is drawn from %.2f to %.2f\n%s", e.Name, e.From.Name, e.To.Name, u[0], u[1], text)
			}
		}
		for _, p := range d.Graph.Before {
			if u, v := at[p.First.Name], at[p.Last.Name]; u >= v {
				t.Fatalf("%s should be drawn before %s, but they are at %.2f and %.2f\n%s", p.First.Name, p.Last.Name, u, v, text)
			}
		}
		if d.Model() == nil {
			return
		}
		checkModel(t, d.Model(), at, text)
		checkJSON(t, d, ends, text)
	})
}

// checkModel puts the nodes where they are drawn: then every distance that the equations speak of is positive.
func checkModel(t *rapid.T, m *motion.Model, at map[string]float64, text string) {
	for _, p := range m.Graph.Parts {
		if o := p.Origin; o != nil {
			for _, n := range m.Graph.Nodes {
				if m.Graph.Part(n) == p && n != o && float64(m.Graph.Side(n))*(at[n.Name]-at[o.Name]) < -1e-9 {
					t.Fatalf("%s is on the other side of %s\n%s", n.Name, o.Name, text)
				}
			}
		}
	}
	if m.Graph.Settings.Origin != graph.FromWall {
		return
	}
	for _, c := range m.Coordinates {
		if c.From == nil || c.From != m.Graph.Part(c.Node).Origin {
			continue
		}
		if distance := float64(c.Sense) * (at[c.Node.Name] - at[c.From.Name]); distance <= 0 {
			t.Fatalf("%s, %s, is drawn %.2f long\n%s", c.Symbol, c.Meaning, distance, text)
		}
		if !strings.HasPrefix(c.Meaning, "the distance from ") {
			t.Fatalf("%s is %s\n%s", c.Symbol, c.Meaning, text)
		}
	}
	for _, e := range m.Graph.Edges {
		if e.OnFloor() {
			continue
		}
		x := symbolic.Sub(m.Extension(e).Length, symbolic.Sub(m.Positions[e.To.ID], m.Positions[e.From.ID]))
		if !symbolic.IsZero(symbolic.Expand(x)) {
			t.Fatalf("%s is %s long\n%s", e.Name, m.Extension(e).Length, text)
		}
	}
}

// checkJSON holds the edges of the document to the drawing.
func checkJSON(t *rapid.T, d *emit.Diagram, ends map[string][2]float64, text string) {
	out, list := d.Equation(motion.EdgesForm, emit.JSON, emit.EquationOptions{})
	if list.HasErrors() {
		return
	}
	var doc struct {
		Graph struct {
			Edges []struct{ Name, From, To string }
		}
	}
	if err := json.Unmarshal([]byte(out), &doc); err != nil {
		t.Fatal(err)
	}
	for _, e := range doc.Graph.Edges {
		el, u := d.Graph.Element(e.Name), ends[e.Name]
		if e.From != el.From.Name { // the drawing's ends are those of the graph
			u[0], u[1] = u[1], u[0]
		}
		if !el.OnFloor() && u[0] >= u[1] {
			t.Fatalf("JSON has %s from %s to %s\n%s", e.Name, e.From, e.To, text)
		}
	}
}
