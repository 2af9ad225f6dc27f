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

// figure of several systems, with or without parts, and of what sort they are.
func severalSystems(t *rapid.T, axis string) (text string, systems int) {
	horizontal := []string{
		"wall - spring - mass", "wall - (spring, damper) - mass - force", "wall - spring - trolley - spring - mass", "trolley - spring - wall",
		"mass - (spring, damper, spring) - mass", "wall - spring - damper - mass", "wall - spring - mass - spring - wall", "base[label=y] - spring - mass",
	}
	vertical := []string{
		"ceiling - spring - mass", "mass - spring - ground", "ceiling - (spring, damper) - mass - spring - mass", "mass - spring - mass",
		"mass - (spring, damper) - mass - spring - base[label=y]", "ceiling - spring - mass - spring - ground",
	}
	of := horizontal
	if axis == "vertical" {
		of = vertical
	}
	var b strings.Builder
	fmt.Fprintf(&b, "diagram[axis=%s, origin=natural]\n", axis)
	parts := rapid.Bool().Draw(t, "parts")
	systems = rapid.IntRange(2, 9).Draw(t, "systems")
	for i := range systems {
		if parts && (i == 0 || rapid.IntRange(0, 3).Draw(t, "part") > 0) {
			b.WriteString(rapid.SampledFrom([]string{"part", `part[title="undamped"]`, "part[nolabel]", `part[title="a title of some length, of which there are many words", nolabel]`, `part[title="stiffness $k_e = k_1+k_2$"]`}).Draw(t, "caption") + "\n")
		}
		b.WriteString(rapid.SampledFrom(of).Draw(t, "system") + "\n")
	}
	return b.String(), systems
}

// TestSystemsStandOnLines looks whether several systems stand beside each other as they should, whatever they are.
func TestSystemsStandOnLines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		axis := rapid.SampledFrom([]string{"horizontal", "vertical", "20deg"}).Draw(t, "axis")
		text, _ := severalSystems(t, axis)
		g := compile(t, text)
		d := layout.Place(g, layout.Options{Coordinates: marks(g)})
		if why := overlaps(d); why != "" {
			t.Fatalf("%s\n%s", why, text)
		}
		const page = 16
		if w := d.Max.X - d.Min.X; w > page && !widestAlone(d, page) {
			t.Fatalf("it is %.2f cm wide\n%s", w, text)
		}
		rowsOf := map[int]int{} // by component: its row
		boxes := componentBoxes(d)
		row := 0
		for i := 1; i < len(boxes); i++ {
			if boxes[i].Min.X < boxes[i-1].Max.X {
				row++
			}
			rowsOf[i] = row
		}
		level := map[string]float64{}
		same := func(key string, y float64) {
			if was, ok := level[key]; ok && math.Abs(was-y) > 1e-6 {
				t.Fatalf("%s: %.3f and %.3f\n%s", key, was, y, text)
			}
			level[key] = y
		}
		first := map[int]bool{}
		for i := range d.Items {
			it := &d.Items[i]
			if it.Element == nil || it.Mark() != "" || !it.Element.IsNode() {
				continue
			}
			c := g.Component(it.Element)
			switch {
			case axis == "horizontal" && it.Element.Kind.Body().Inertia != nil && !first[c]:
				first[c] = true
				same(fmt.Sprint("axes of row ", rowsOf[c]), it.Frame.Origin.Y)
			case axis == "vertical" && it.Element.Kind.Name == "ceiling":
				same(fmt.Sprint("ceilings of row ", rowsOf[c]), it.Frame.Origin.Y)
			case axis == "vertical" && (it.Element.Kind.Name == "ground" || it.Element.Kind.Name == "base") && !hangs(g, it.Element):
				same(fmt.Sprint("feet of row ", rowsOf[c]), it.Frame.Origin.Y)
			}
		}
		captions := 0
		for _, it := range d.Items {
			if it.Style != "subcaption" {
				continue
			}
			captions++
			for _, b := range boxes {
				if b.Min.Y < it.Labels[0].Box().Max.Y && it.Labels[0].Box().Max.Y < b.Max.Y && b.Min.X < it.Labels[0].Box().Max.X && it.Labels[0].Box().Min.X < b.Max.X {
					t.Fatalf("a caption lies on a picture\n%s", text)
				}
			}
		}
		want := 0
		for _, p := range g.Panels {
			if len(p.Caption()) > 0 {
				want++
			}
		}
		if captions != want {
			t.Fatalf("%d captions, not %d\n%s", captions, want, text)
		}
	})
}

// hangs reports whether a node's system hangs from a ceiling.
func hangs(g *graph.Graph, n *graph.Element) bool {
	for _, o := range g.Components()[g.Component(n)] {
		if o.Kind.Name == "ceiling" {
			return true
		}
	}
	return false
}

// componentBoxes are the boxes of what is drawn of each component.
func componentBoxes(d *layout.Drawing) []ink.Box {
	boxes := make([]ink.Box, len(d.Graph.Components()))
	for i := range boxes {
		boxes[i] = ink.EmptyBox()
	}
	for i := range d.Items {
		it := &d.Items[i]
		e := it.Element
		switch {
		case e == nil:
			continue
		case e.From != nil:
			e = e.From
		case e.On != nil:
			e = e.On
		}
		c := d.Graph.Component(e)
		boxes[c] = boxes[c].Union(ink.BoundsOf(it.Strokes, it.Frame))
		for _, l := range it.Labels {
			boxes[c] = boxes[c].Union(l.Box())
		}
	}
	return boxes
}

// widestAlone reports whether something that stands in a row by itself is wider than the page.
func widestAlone(d *layout.Drawing, page float64) bool {
	of := map[int]ink.Box{}
	for i, b := range componentBoxes(d) {
		panel := d.Graph.Components()[i][0].Panel
		if len(d.Graph.Panels) == 0 {
			panel = i
		}
		if _, ok := of[panel]; !ok {
			of[panel] = ink.EmptyBox()
		}
		of[panel] = of[panel].Union(b)
	}
	for _, b := range of {
		if b.Max.X-b.Min.X > page {
			return true
		}
	}
	return false
}

// TestCaptions reads the captions of a figure's parts.
func TestCaptions(t *testing.T) {
	d := place(t, "part\nwall - spring - mass\npart[title=\"damped, $\\zeta<1$\"]\nwall - damper - mass\npart[nolabel]\nwall - rod - mass\npart[nolabel, title=free]\nM = mass\npart\nN = mass")
	var got []string
	var baselines []float64
	for _, it := range d.Items {
		if it.Style == "subcaption" {
			got = append(got, it.Labels[0].Text)
			baselines = append(baselines, it.Labels[0].At.Y-it.Labels[0].Height)
		}
	}
	if want := "(a) | (b) damped, ζ<1 | free | (c)"; strings.Join(got, " | ") != want {
		t.Errorf("the captions are %q", got)
	}
	for _, y := range baselines {
		if math.Abs(y-baselines[0]) > 1e-9 {
			t.Errorf("the baselines of the captions are %v", baselines)
		}
	}
	if d.Alt[:5] != "(a): " || !strings.Contains(d.Alt, "(b) damped, ζ<1: A damper") {
		t.Errorf("the description is %q", d.Alt)
	}
}

// TestBodiesOfPartsAreAlike compares the bodies of a figure's parts, which have one size unless that makes giants of them.
func TestBodiesOfPartsAreAlike(t *testing.T) {
	heights := func(text string) []float64 {
		var all []float64
		for _, it := range place(t, text).Items {
			if it.Element != nil && it.Mark() == "" && it.Element.Kind.Body().Inertia != nil {
				all = append(all, it.Frame.H)
			}
		}
		return all
	}
	const small, large, giant = "wall - spring - mass\n", "wall - (spring, damper) - trolley - force\n", "wall - (spring, damper, spring, damper, spring) - mass\n"
	if h := heights("part\n" + small + "part\n" + large); math.Abs(h[0]-h[1]) > 1e-9 {
		t.Errorf("the bodies are %v cm high", h)
	}
	for _, text := range []string{small + large, "part\n" + small + "part\n" + giant} {
		if h := heights(text); math.Abs(h[0]-h[1]) < 0.3 {
			t.Errorf("the bodies are %v cm high\n%s", h, text)
		}
	}
}
