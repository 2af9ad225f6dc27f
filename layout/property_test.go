package layout_test

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"diagram/dsl"
	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/layout"
	"diagram/symbolic"
	"diagram/symbolic/formula"

	"pgregory.net/rapid"
)

// source draws the text of a random diagram of up to 12 nodes and 40 connectors. mirrored is the same with every chain and
// every direction turned round.
func source(t *rapid.T) (text, mirrored string) {
	rotation := rapid.IntRange(0, 5).Draw(t, "rotation") == 0
	axis := rapid.SampledFrom([]string{"horizontal", "horizontal", "vertical", "30deg", "30deg", "-20deg", "alpha"}).Draw(t, "axis")
	var there, back strings.Builder
	turn := strings.NewReplacer("labelat=left", "labelat=right", "labelat=right", "labelat=left")
	if axis == "vertical" {
		turn = strings.NewReplacer("labelat=above", "labelat=below", "labelat=below", "labelat=above")
	}
	both := func(s string) { there.WriteString(s + "\n"); back.WriteString(turn.Replace(s) + "\n") }
	pick := func(label string, from ...string) string { return rapid.SampledFrom(from).Draw(t, label) }
	both("diagram[axis=" + axis + pick("setting", "", "", "", ", labels=both", ", fontsize=12pt", ", spacing=0.9", ", marks=all", ", gravity") + "]")
	supports := rapid.IntRange(0, 3).Draw(t, "supports")
	bodies := rapid.IntRange(1, 12-supports).Draw(t, "bodies")
	var nodes []string
	blocks := map[string]bool{} // what has a mass
	for i := range supports {
		nodes = append(nodes, fmt.Sprintf("W%d", i))
		kind := pick("support", "wall", "base", "wall", "wall")
		if kind == "wall" {
			kind = with(kind, pick("wall's attribute", "", "", "", "label=W", "label=\"the far wall\"", "height=2", "nolabel"))
		}
		both(fmt.Sprintf("W%d = %s", i, kind))
	}
	for i := range bodies {
		kind := "disc"
		if !rotation {
			kind = pick("body", "mass", "trolley", "mass", "bar", "joint")
			if kind == "mass" && axis != "vertical" {
				kind = pick("own floor", "mass", "mass", "mass[floor]")
			}
		}
		if kind == "bar" || kind == "joint" {
			kind += pick("named", "", "[label=P]", "[label=\"a plate\"]")
		} else {
			kind = with(kind, pick("body's attribute", "", "", "", "", "label=\"m_{long}\"", "label=\"sprung mass\"", "width=2", "height=1.6", "thick", "dashed", "nolabel", "label=\"F=ma\""))
		}
		if !rotation { // a torque has no mirror image that its label could make room for
			kind = labelled(t, kind)
		}
		name := fmt.Sprintf("B%d", i)
		nodes, blocks[name] = append(nodes, name), !strings.HasPrefix(kind, "bar") && !strings.HasPrefix(kind, "joint")
		both(name + " = " + kind)
	}
	connectors := rapid.IntRange(0, 40).Draw(t, "connectors")
	for i := range connectors {
		a := rapid.IntRange(0, len(nodes)-1).Draw(t, "a")
		b := rapid.IntRange(0, len(nodes)-1).Draw(t, "b")
		if a == b {
			continue
		}
		if a > b && rapid.IntRange(0, 3).Draw(t, "forward") > 0 {
			a, b = b, a
		}
		kinds := []string{"spring", "damper", "spring[coil]", "spring[show=L0]", "spring[length=3]"}
		if !rotation {
			kinds = append(kinds, "inerter", "actuator", "rod", "friction", "friction[coulomb, N=N]")
		} else {
			kinds = append(kinds, "inerter", "actuator", "rod", "spring[zigzag, adjustable]")
		}
		kind := pick("connector", kinds...)
		if strings.HasPrefix(kind, "friction") && min(a, b) < supports {
			kind = "damper" // what slides on something has its own draws below
		}
		if kind != "rod" {
			kind = with(kind, pick("connector's attribute", "", "", "", "", "", "label=\"k_{long}\"", "label=\"soft spring\"", "nolabel", "dashed", "label=\"\\frac{a}{b}\""))
		}
		both(fmt.Sprintf("C%d = %s", i, labelled(t, kind)))
		one := fmt.Sprintf("C%d", i)
		other := one
		if rapid.IntRange(0, 5).Draw(t, "series") == 0 {
			both(fmt.Sprintf("E%d = %s", i, pick("connector", kinds...)))
			one, other = fmt.Sprintf("C%d - E%d", i, i), fmt.Sprintf("E%d - C%d", i, i)
		}
		there.WriteString(nodes[a] + " - " + one + " - " + nodes[b] + "\n")
		back.WriteString(nodes[b] + " - " + other + " - " + nodes[a] + "\n")
	}
	for i := range rapid.IntRange(0, 5).Draw(t, "actions") {
		on := nodes[supports+rapid.IntRange(0, bodies-1).Draw(t, "on")]
		kind := "torque"
		if !rotation {
			kind = pick("action", "force", "arrow", "displacement")
		}
		forth, turned := "", ""
		if !rotation && axis != "vertical" {
			forth, turned = "[right]", "[left]"
			if rapid.Bool().Draw(t, "left") {
				forth, turned = turned, forth
			}
		} else if !rotation {
			forth, turned = "[down]", "[up]"
		}
		// Of what acts across the axis the label keeps clear of a body's own marks, not yet of those of points and bases.
		if bulky := blocks[on] && !strings.Contains(there.String(), "= base"); bulky && kind == "force" && axis == "horizontal" && rapid.IntRange(0, 3).Draw(t, "across") == 0 {
			forth = pick("across", "[up]", "[down]")
			turned = forth
		}
		said := pick("action's attribute", "", "", "", fmt.Sprintf("label=\"u_{%d}\"", i), fmt.Sprintf("label=\"u_{much %d}\"", i), "nolabel", "length=1.5")
		there.WriteString(fmt.Sprintf("A%d = %s\n%s - A%d\n", i, with(kind+forth, said), on, i))
		back.WriteString(fmt.Sprintf("A%d = %s\n%s - A%d\n", i, with(kind+turned, said), on, i))
	}
	if !rotation && rapid.IntRange(0, 3).Draw(t, "friction") == 0 {
		both("G = ground\nH = ground\nP = base[label=y]")
		for i, body := range nodes[supports:] {
			if on := pick("on", "", "G", "G", "H", "P"); on != "" && blocks[body] { // beside a point there is little room for its label
				if axis != "vertical" && on != "P" && rapid.IntRange(0, 3).Draw(t, "smooth") == 0 {
					both(body + " - " + on) // where it has a mass; else it is passed over
					continue
				}
				both(fmt.Sprintf("R%d = %s\n%s - R%d - %s", i, pick("friction", "friction", "friction[coulomb, N=N]"), body, i, on))
			}
		}
	}
	return there.String(), back.String()
}

// with is an element with one more attribute.
func with(element, attribute string) string {
	switch {
	case attribute == "":
		return element
	case strings.HasSuffix(element, "]"):
		return strings.TrimSuffix(element, "]") + ", " + attribute + "]"
	}
	return element + "[" + attribute + "]"
}

// labelled is an element, sometimes with a label of words and a wish where its label goes.
func labelled(t *rapid.T, element string) string {
	at := rapid.SampledFrom([]string{"", "", "", "above", "below", "left", "right", "inside"}).Draw(t, "labelat")
	said := []string{}
	if at != "" {
		said = append(said, "labelat="+at)
	}
	label := rapid.SampledFrom([]string{"", "", "", "", "", "Tire", "sprung mass", "counterweight", "the instrument table of the laboratory",
		`upper\nstage`, `two\nlines\nand a third, longer one`, "soft spring $k_3$", `\frac{k_1}{2}`, `k_{\text{suspension}}`}).Draw(t, "label")
	wordy := slices.Contains([]string{"mass", "trolley", "spring", "damper"}, element)
	if label != "" && wordy {
		said = append(said, `label="`+label+`"`)
	}
	return with(element, strings.Join(said, ", "))
}

// compile reads a text; random texts that don't mean anything are passed over.
func compile(t *rapid.T, text string) *graph.Graph {
	g, problems := dsl.Compile("random.dg", []byte(text))
	if g == nil {
		t.Skip(problems)
	}
	return g
}

// marks are coordinates for all bodies, measured from the first support or from nowhere, the motions of bases, and the places
// of further walls.
func marks(g *graph.Graph) []layout.Mark {
	var from *graph.Element
	var all []layout.Mark
	for _, n := range g.Nodes {
		if n.Kind.IsSupport() && from == nil {
			from = n
		}
	}
	for i, n := range g.Nodes {
		symbol := formula.Script{Base: formula.Letter('s'), Sub: formula.Number{Digits: strconv.Itoa(i)}}
		switch {
		case n.Kind.IsBody():
			all = append(all, layout.Mark{Node: n, From: from, Sense: 1 - 2*(i%2), Formula: symbol})
		case n.Kind.Support().Moves != nil:
			all = append(all, layout.Mark{Node: n, Sense: 1 - 2*(i%2), Formula: symbol})
		case n != from:
			all = append(all, layout.Mark{Node: n, From: from, Constant: true, Formula: symbol})
		}
	}
	return all
}

func axisAngle(g *graph.Graph) float64 {
	switch g.Settings.Axis {
	case graph.Vertical:
		return -90
	case graph.Inclined:
		return g.Settings.Angle
	}
	return 0
}

func TestNothingOverlaps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, _ := source(t)
		g := compile(t, text)
		d := layout.Place(g, layout.Options{Coordinates: marks(g), Gravity: symbolic.Sym("g")})
		if why := overlaps(d); why != "" {
			t.Fatalf("%s\n%s", why, text)
		}
	})
}

// faces are the corners of a node's boxes, one list for each of its items.
func faces(d *layout.Drawing, e *graph.Element) [][]chord {
	var all [][]chord
	for i := range d.Items {
		it := &d.Items[i]
		f := it.Frame
		if it.Style == "bare floor" {
			all = append(all, []chord{{f.Origin, f.Local(f.W, 0)}})
			continue
		}
		if it.Element != e || marking(it.Style) {
			continue
		}
		if it.Style == "floor" || e.Kind.IsSupport() {
			all = append(all, []chord{{f.Local(0, -f.H/2), f.Local(0, f.H/2)}})
			continue
		}
		c := []ink.Point{f.Local(-f.W/2, -f.H/2), f.Local(f.W/2, -f.H/2), f.Local(f.W/2, f.H/2), f.Local(-f.W/2, f.H/2)}
		all = append(all, []chord{{c[0], c[1]}, {c[1], c[2]}, {c[2], c[3]}, {c[3], c[0]}})
		if wheels := e.Kind.Glyph.Size.Below; wheels > 0 { // they stand on what is under them
			down := -f.H/2 - wheels
			all = append(all, []chord{{f.Local(-f.W/2, down), f.Local(f.W/2, down)}})
		}
	}
	return all
}

func onFace(d *layout.Drawing, e *graph.Element, p ink.Point) bool {
	for _, sides := range faces(d, e) {
		for _, s := range sides {
			if s.a.Sub(p).Len()+p.Sub(s.b).Len() <= s.a.Sub(s.b).Len()+1e-9 {
				return true
			}
		}
	}
	return false
}

func TestConnectorsEndOnFacesAndRunAlongTheAxis(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, _ := source(t)
		g := compile(t, text)
		d := layout.Place(g, layout.Options{})
		axis := ink.Point{X: 1}.Rotate(axisAngle(g))
		for i := range d.Items {
			it := &d.Items[i]
			e := it.Element
			if e == nil || !e.Kind.IsConnector() || it.Style == "dimension" {
				continue
			}
			if len(it.Ports) != 2 {
				t.Fatalf("%s has %d ports\n%s", it.Name, len(it.Ports), text)
			}
			for k, n := range []*graph.Element{e.From, e.To} {
				if !onFace(d, n, it.Ports[k].Point) {
					t.Fatalf("port %s of %s at %v is not on a face of %s\n%s", it.Ports[k].Name, it.Name, it.Ports[k].Point, n.Name, text)
				}
			}
			if e.Kind.Connector().Sliding && !strings.HasPrefix(it.Style, "inline") {
				continue
			}
			route := it.Route
			if route == nil {
				route = []ink.Point{it.Frame.Origin, it.Frame.Local(it.Frame.W, 0)}
				for k, p := range route {
					if p.Sub(it.Ports[k].Point).Len() > 1e-9 {
						t.Fatalf("%s begins or ends beside its port\n%s", it.Name, text)
					}
				}
			}
			for k := 1; k < len(route); k++ {
				step := route[k].Sub(route[k-1])
				along, across := step.X*axis.X+step.Y*axis.Y, step.Y*axis.X-step.X*axis.Y
				if math.Abs(along) > 1e-9 && math.Abs(across) > 1e-9 {
					t.Fatalf("%s runs askew: %v\n%s", it.Name, route, text)
				}
			}
			if len(route) > 3 {
				t.Fatalf("%s bends more than once: %v\n%s", it.Name, route, text)
			}
		}
	})
}

func TestMirroredInputGivesTheMirroredDrawing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, mirrored := source(t)
		g, h := compile(t, text), compile(t, mirrored)
		d, m := layout.Place(g, layout.Options{}), layout.Place(h, layout.Options{})
		axis := ink.Point{X: 1}.Rotate(axisAngle(g))
		// Components are set side by side in one order, so compare only drawings that hang together.
		if len(g.Components()) != 1 {
			t.Skip("several parts")
		}
		for i, p := range g.Parts { // which of two supports on one connector is the origin, the text says
			if o, q := p.Origin, h.Parts[i].Origin; (o == nil) != (q == nil) || o != nil && o.Name != q.Name {
				t.Skip("another origin")
			}
		}
		var shift float64
		for i := range d.Items {
			e := d.Items[i].Element
			if e == nil || !e.Kind.IsBody() {
				continue
			}
			for j := range m.Items {
				if f := m.Items[j].Element; f == nil || f.Name != e.Name || m.Items[j].Style != d.Items[i].Style || d.Items[i].Mark() != "" {
					continue
				}
				p, q := d.Items[i].Frame.Origin, m.Items[j].Frame.Origin
				along := func(p ink.Point) float64 { return p.X*axis.X + p.Y*axis.Y }
				across := func(p ink.Point) float64 { return p.Y*axis.X - p.X*axis.Y }
				if shift == 0 {
					shift = along(p) + along(q)
				}
				if math.Abs(along(p)+along(q)-shift) > 1e-6 || math.Abs(across(p)-across(q)) > 1e-6 {
					t.Fatalf("%s is at %v and, mirrored, at %v\n%s", e.Name, p, q, text)
				}
				break
			}
		}
	})
}

func TestEqualInputGivesEqualDrawings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, _ := source(t)
		a := layout.Place(compile(t, text), layout.Options{})
		b := layout.Place(compile(t, text), layout.Options{})
		if len(a.Items) != len(b.Items) || a.Min != b.Min || a.Max != b.Max {
			t.Fatalf("two drawings of one text differ\n%s", text)
		}
		for i := range a.Items {
			if a.Items[i].Name != b.Items[i].Name || a.Items[i].Frame != b.Items[i].Frame {
				t.Fatalf("%s differs\n%s", a.Items[i].Name, text)
			}
		}
	})
}
