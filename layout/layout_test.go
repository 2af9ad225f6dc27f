package layout_test

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/layout"
	"diagram/symbolic/formula"

	"pgregory.net/rapid"
)

// item finds the first item of an element.
func item(t *testing.T, d *layout.Drawing, name string) layout.Item {
	t.Helper()
	for _, it := range d.Items {
		if it.Element != nil && it.Element.Name == name {
			return it
		}
	}
	t.Fatalf("nothing is drawn for %s", name)
	return layout.Item{}
}

func place(t *testing.T, text string) *layout.Drawing {
	t.Helper()
	return layout.Place(mustCompile(t, text), layout.Options{})
}

func TestParallelConnectorsAreEvenAndSymmetrical(t *testing.T) {
	for _, group := range []string{"S1", "S1, S2", "S1, S2, S3", "S1, S2, S3, S4, S5"} {
		text := "W = wall\nM = mass\n"
		var names []string
		for name := range strings.SplitSeq(group, ", ") {
			names = append(names, name)
			text += name + " = spring\n"
		}
		d := place(t, text+"W - ("+group+") - M")
		centre := item(t, d, "M").Frame.Origin.Y
		sum, pitch := 0.0, 0.0
		for i, name := range names {
			y := item(t, d, name).Frame.Origin.Y
			sum += y - centre
			if i > 0 {
				step := item(t, d, names[i-1]).Frame.Origin.Y - y
				if i > 1 && math.Abs(step-pitch) > 1e-9 || step <= 0 {
					t.Errorf("%s: lanes are %g and %g apart", group, pitch, step)
				}
				pitch = step
			}
		}
		if math.Abs(sum) > 1e-9 {
			t.Errorf("%s: lanes are not symmetrical about the body's centre", group)
		}
	}
}

func TestOrderAlongTheAxis(t *testing.T) {
	d := place(t, "W = wall\nA = mass\nB = mass\nV = wall\nW - spring - A - spring - B - damper - V")
	last := math.Inf(-1)
	for _, name := range []string{"W", "A", "B", "V"} {
		x := item(t, d, name).Frame.Origin.X
		if x <= last {
			t.Errorf("%s stands at %g, not to the right of %g", name, x, last)
		}
		last = x
	}
	d = place(t, "C = ceiling\nM = mass\nC - spring - M")
	if item(t, d, "C").Frame.Origin.Y <= item(t, d, "M").Frame.Origin.Y {
		t.Error("the ceiling is not above the mass")
	}
}

func TestTheAuthorsWishesWin(t *testing.T) {
	d := place(t, "W = wall\nM = mass[width=3, height=2, color=red, thick, dashed]\nS = spring[length=4, nolabel]\nW - S - M")
	m, s := item(t, d, "M"), item(t, d, "S")
	if m.Frame.W != 3 || m.Frame.H != 2 {
		t.Errorf("the mass is %g × %g", m.Frame.W, m.Frame.H)
	}
	if m.Colour != "red" || !m.Thick || !m.Dashed {
		t.Errorf("the mass's look is %q %v %v", m.Colour, m.Thick, m.Dashed)
	}
	if s.Frame.W != 4 || len(s.Labels) > 0 {
		t.Errorf("the spring is %g long with %d labels", s.Frame.W, len(s.Labels))
	}
}

func TestSkippingConnectorsTakeTheSideAskedFor(t *testing.T) {
	const text = "W = wall\nA = mass\nB = mass\nS = spring[SIDE]\nW - spring - A - spring - B\nW - S - B"
	above := place(t, strings.Replace(text, "SIDE", "above", 1))
	below := place(t, strings.Replace(text, "SIDE", "below", 1))
	if item(t, above, "S").Frame.Origin.Y <= item(t, above, "A").Frame.Origin.Y {
		t.Error("above is not above")
	}
	if item(t, below, "S").Frame.Origin.Y >= item(t, below, "A").Frame.Origin.Y {
		t.Error("below is not below")
	}
}

func TestLabelsShowValuesOnRequest(t *testing.T) {
	for setting, want := range map[string]string{
		"symbols": "k", "values": `200\,\mathrm{N/m}`, "both": `k = 200\,\mathrm{N/m}`, "none": "",
	} {
		d := place(t, "diagram[labels="+setting+"]\nS = spring\nwall - S - mass\nk = 200 N/m")
		got := ""
		if l := item(t, d, "S").Labels; len(l) > 0 {
			got = formula.LaTeX(l[0].Formula)
		}
		if got != want {
			t.Errorf("labels=%s: %q, want %q", setting, got, want)
		}
	}
}

func TestTheTitleIsACaptionWithinTheDrawing(t *testing.T) {
	d := place(t, `diagram[title="`+strings.Repeat("two carts ", 12)+`"]`+"\nwall - spring - mass")
	caption := d.Items[len(d.Items)-1]
	if caption.Element != nil || len(caption.Labels) < 2 {
		t.Fatalf("the caption is %+v", caption)
	}
	for _, l := range caption.Labels {
		if b := l.Box(); b.Min.X < d.Min.X-1e-9 || b.Max.X > d.Max.X+1e-9 || b.Min.Y < d.Min.Y-1e-9 {
			t.Errorf("%q lies outside the drawing", l.Text)
		}
	}
}

func TestDescription(t *testing.T) {
	tests := []struct{ src, want string }{
		{"W = wall\nT = trolley\nS = spring\nD = damper\nF = force[right]\nW - (S, D) - T - F",
			"Spring S (k) and damper D (λ), side by side, join wall W and trolley T (m). Force F acts on T, to the right."},
		{"wall - spring - mass[label=m] - spring - mass[label=m] - force",
			"The first spring (k₁) joins a wall and the first mass (m). The second spring (k₂) joins the first mass and the second mass (m). A force (F) acts on the second mass."},
		{"wall - (spring, inerter) - trolley - arrow[left]",
			"A spring (k) and an inerter (b), side by side, join a wall and a trolley (m). An arrow is drawn at the trolley, to the left."},
		{"S = spring; D = damper; wall - S - D - mass", "Spring S (k) joins a wall and the joint between S and D. Damper D (λ) joins the joint between S and D and a mass (m)."},
		{"wall - spring - damper - mass", "A spring (k) joins a wall and a joint. A damper (λ) joins the joint and a mass (m)."},
		{"B = mass; wall - spring - B - spring - mass; B - friction - ground",
			"The first spring (k₁) joins a wall and mass B (m₁). The second spring (k₂) joins B and the unnamed mass (m₂). Friction (b) acts between B and a ground."},
		{"ceiling - spring - mass - gravity", "A spring (k) joins a ceiling and a mass (m). Gravity (g) acts on the mass."},
	}
	for _, tt := range tests {
		if d := place(t, tt.src); d.Alt != tt.want {
			t.Errorf("%s\n%s\nwant\n%s", tt.src, d.Alt, tt.want)
		}
	}
	if d := place(t, `diagram[alt="as I say"]`+"\nwall - spring - mass"); d.Alt != "as I say" {
		t.Errorf("the author's own words are lost: %q", d.Alt)
	}
}

var safe = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_-]*$`)

func TestNamesAreUniqueAndSafe(t *testing.T) {
	d := place(t, "Wäλ = wall\nm_1 = mass\nΩ = spring\nWäλ - Ω - m_1 - force")
	seen := map[string]bool{}
	for _, it := range d.Items {
		names := []string{it.Name}
		for _, p := range it.Ports {
			names = append(names, p.Name)
		}
		for _, n := range names {
			if !safe.MatchString(n) || seen[n] {
				t.Errorf("the name %q is unsafe or taken", n)
			}
			seen[n] = true
		}
	}
}

// Every element is drawn, within the drawing's box.
func TestEveryElementIsDrawnWithinTheBox(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, _ := source(t)
		g := compile(t, text)
		d := layout.Place(g, layout.Options{Coordinates: marks(g)})
		drawn := map[*graph.Element]bool{}
		box := ink.Box{Min: d.Min, Max: d.Max}.Grow(1e-6)
		for _, f := range figures(d) {
			drawn[f.item.Element] = true
			if u := box.Union(f.box); u != box {
				t.Fatalf("%s reaches out of the drawing\n%s", f.item.Name, text)
			}
		}
		for _, e := range g.Elements {
			if !drawn[e] && !(e.Kind.Name == "displacement") {
				t.Fatalf("%s is not drawn\n%s", e.Name, text)
			}
		}
	})
}

// The area of a chain grows in proportion to its length.
func TestAreaIsLinear(t *testing.T) {
	area := func(n int) float64 {
		d := place(t, chain(n))
		return (d.Max.X - d.Min.X) * (d.Max.Y - d.Min.Y)
	}
	if a, b := area(20), area(200); b > 11*a {
		t.Errorf("20 trolleys take %.0f cm², 200 take %.0f", a, b)
	}
	// However the connectors run, the area per element stays bounded.
	rapid.Check(t, func(t *rapid.T) {
		text, _ := source(t)
		text = regexp.MustCompile(`label="[^"]*"`).ReplaceAllString(text, "label=P") // words take room of their own
		g := compile(t, text)
		d := layout.Place(g, layout.Options{})
		n := 0
		for _, e := range g.Elements {
			if !e.Kind.IsAction() {
				n++
			}
		}
		if a := (d.Max.X - d.Min.X) * (d.Max.Y - d.Min.Y); a > 60*float64(n)+60 {
			t.Fatalf("%d elements take %.0f cm²\n%s", n, a, text)
		}
	})
}

// In a ring of joints that are joined to nothing else, each of the two ends is a node.
func TestRingsOfJointsAreDrawn(t *testing.T) {
	for _, text := range []string{"A = joint\nB = joint\nB - spring - A\nA - spring - B", "A = joint\nB = joint\nC = joint\nA - spring - B - spring - C - spring - A"} {
		g := mustCompile(t, text)
		if why := overlaps(layout.Place(g, layout.Options{Coordinates: marks(g)})); why != "" {
			t.Errorf("%s: %s", text, why)
		}
	}
}

// The value beside an element is that of the symbol beside it: of dry friction the coefficient's.
func TestValueOfDryFriction(t *testing.T) {
	for labels, want := range map[string]string{"symbols": `\mu`, "values": "0.3", "both": `\mu = 0.3`} {
		d := place(t, "diagram[labels="+labels+"]\nR = friction[coulomb]\nwall - spring - mass - R - ground\nmu = 0.3\n")
		if l := item(t, d, "R").Labels; len(l) != 1 || formula.LaTeX(l[0].Formula) != want {
			t.Errorf("%s: %v, want %s", labels, l, want)
		}
	}
}

// What a spring or damper has besides its stiffness or damping stands beside that in its label.
func TestLabelsShowWhatTheEquationHas(t *testing.T) {
	for text, want := range map[string]string{
		"S = spring[k3=beta]": `k,\beta`, "S = damper[c=c, c2=gamma]": `c,\gamma`, "S = spring[label=alpha, k3=beta]": `\alpha,\beta`,
		"diagram[labels=values]\nk = 2 N/m\nS = spring[k3=beta]": `2\,\mathrm{N/m},\beta`, "S = spring[nolabel, k3=beta]": "",
	} {
		got := ""
		for _, l := range item(t, place(t, text+"\nwall - S - mass"), "S").Labels {
			got += formula.LaTeX(l.Formula)
		}
		if got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// A stop's gap is drawn as a dimension line from the face that it meets to the stop; its own length up to its other end.
func TestGapOfStop(t *testing.T) {
	const text = "diagram[origin=%s]; W = wall; T = mass; V = wall; S = stop[%s]; W - spring - T - S - V"
	for _, c := range []struct {
		origin, says, style string
		from, to            float64 // of the dimension line along the stop, from 0 to 1; both 0 where there is none
	}{
		{"natural", "gap=d", "stop", 0, 0.25},
		{"equilibrium", "bumper", "bumper stop", 0, 0.25},
		{"natural", "gap=d, show=L0", "stop", 0, 1},
		{"natural", "gap=0", "shut stop", 0, 0},
		{"natural", "nolabel", "stop", 0, 0},
		{"natural, labels=none", "", "stop", 0, 0},
		{"wall", "", "stop", 0, 0},
		{"wall", "show=L0", "stop", 0.25, 1},
		{"wall", "gap=d", "stop", 0, 0.25},
	} {
		d := place(t, fmt.Sprintf(text, c.origin, c.says))
		stop := item(t, d, "S")
		if stop.Style != c.style {
			t.Errorf("%s, %s: it is drawn as a %s", c.origin, c.says, stop.Style)
		}
		lines := styled(d, "dimension")
		if c.to == 0 {
			if len(lines) > 0 {
				t.Errorf("%s, %s: it has a dimension line", c.origin, c.says)
			}
			continue
		}
		if len(lines) != 1 {
			t.Errorf("%s, %s: %d dimension lines", c.origin, c.says, len(lines))
			continue
		}
		f := lines[0].Frame
		from := (f.Origin.X - stop.Frame.Origin.X) / stop.Frame.W
		if to := from + f.W/stop.Frame.W; math.Abs(from-c.from) > 0.02 || math.Abs(to-c.to) > 0.02 {
			t.Errorf("%s, %s: the dimension line runs from %.2f to %.2f", c.origin, c.says, from, to)
		}
	}
}

// Forces and natural lengths have values as well.
func TestLabelsShowValuesOfForcesAndLengths(t *testing.T) {
	d := place(t, "diagram[labels=both]\nS = spring[show=L0]\nF = force\nwall - S - mass - F\nF = 5 N\nL_0 = 2 m")
	if got := formula.LaTeX(item(t, d, "F").Labels[0].Formula); got != `F = 5\,\mathrm{N}` {
		t.Errorf("the force is labelled %s", got)
	}
	if got := formula.LaTeX(styled(d, "dimension")[0].Labels[0].Formula); got != `L_0 = 2\,\mathrm{m}` {
		t.Errorf("the natural length is labelled %s", got)
	}
}
