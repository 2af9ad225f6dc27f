package dsl_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"diagram/dsl"
	"diagram/dsl/graph"
	"diagram/dsl/syntax"

	"github.com/google/go-cmp/cmp"
	gonum "gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/topo"
	"pgregory.net/rapid"
)

func compile(t interface {
	Helper()
	Fatal(...any)
}, src string) *graph.Graph {
	t.Helper()
	g, problems := dsl.Compile("x.dg", []byte(src))
	if g == nil {
		t.Fatal(problems)
	}
	return g
}

func TestGonumAlgorithms(t *testing.T) {
	g := compile(t, `W = wall; A = trolley; B = mass; C = mass
W - (spring, damper) - A - spring - B
A - damper - B
W - friction - B
wall - spring - C`)
	m := g.Multigraph()
	var theirs, ours []string
	for _, part := range topo.ConnectedComponents(m) {
		theirs = append(theirs, nodeNames(part))
	}
	for _, part := range g.Components() {
		ns := strings.Fields(names(part))
		slices.Sort(ns)
		ours = append(ours, strings.Join(ns, " "))
	}
	slices.Sort(theirs)
	slices.Sort(ours)
	if diff := cmp.Diff(theirs, ours); diff != "" {
		t.Errorf("components (-gonum's +ours):\n%s", diff)
	}

	shortest, length := path.DijkstraFrom(m.Node(g.Element("W").ID), m).To(g.Element("B").ID)
	if got := nodeNames(shortest); got != "B W" || length != 1 {
		t.Errorf("the shortest path from W to B runs through %s and is %g long", got, length)
	}

	lines := m.Lines(g.Element("B").ID, g.Element("A").ID)
	if lines.Len() != 2 {
		t.Errorf("%d connectors join A and B, not 2", lines.Len())
	}
	for lines.Next() {
		l := lines.Line()
		from, to, back := l.From().(graph.Node), l.To().(graph.Node), l.ReversedLine().From().(graph.Node)
		if from.Name != "B" || to.Name != "A" || back.Name != "A" {
			t.Errorf("line %d runs from %s to %s and back from %s", l.ID(), from.Name, to.Name, back.Name)
		}
	}
	if m.Node(g.Edges[0].ID) != nil || m.Node(-1) != nil || m.Node(1000) != nil {
		t.Error("what is no node is one")
	}
	if m.HasEdgeBetween(g.Element("W").ID, g.Element("C").ID) || m.Edge(g.Element("W").ID, g.Element("C").ID) != nil {
		t.Error("W and C are joined")
	}
}

func nodeNames(nodes []gonum.Node) string {
	var ns []string
	for _, n := range nodes {
		ns = append(ns, n.(graph.Node).Name)
	}
	slices.Sort(ns)
	return strings.Join(ns, " ")
}

// TestRandomDiagrams writes random diagrams in random styles: what is written is what the graph holds, and formatting
// changes nothing of it.
func TestRandomDiagrams(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := randomDiagram(t)
		g := compile(t, d.text)
		if got := names(g.Edges); got != strings.Join(d.connectors, " ") {
			t.Fatalf("edges are %s, not %s, in\n%s", got, d.connectors, d.text)
		}
		for _, e := range g.Edges {
			ends, turned := [2]string{e.From.Name, e.To.Name}, [2]string{e.To.Name, e.From.Name}
			if ends != d.ends[e.Name] && turned != d.ends[e.Name] {
				t.Fatalf("%s joins %v, not %v, in\n%s", e.Name, ends, d.ends[e.Name], d.text)
			}
		}
		f, _ := dsl.Parse("x.dg", []byte(d.text))
		formatted := string(syntax.Format(f))
		if diff := cmp.Diff(printGraph([]byte(d.text)), printGraph([]byte(formatted))); diff != "" {
			t.Fatalf("formatting changed the graph:\n%s\n%s", diff, formatted)
		}
	})
}

// diagram is a text and what it should mean: its connectors in the order of the text, and what they join.
type diagram struct {
	text       string
	connectors []string
	ends       map[string][2]string
}

func randomDiagram(t *rapid.T) diagram {
	d := diagram{ends: map[string][2]string{}}
	var declarations, connections []string
	blank := func() string { return rapid.SampledFrom([]string{"", " ", "\t"}).Draw(t, "blank") }
	declare := func(name, kind string) {
		declarations = append(declarations, name+blank()+"="+blank()+kind)
	}
	nodes := rapid.IntRange(2, 6).Draw(t, "nodes")
	node := func(i int) string { return string(rune('A' + i)) }
	for i := range nodes {
		declare(node(i), rapid.SampledFrom([]string{"trolley", "mass[label=M]", "bar", "wall[ vertical ]", "joint"}).Draw(t, "kind"))
	}
	link := func() string {
		return blank() + rapid.SampledFrom([]string{"-", " -- ", "-\n ", "- # why\n\n", "–"}).Draw(t, "link") + blank()
	}
	connector := func(from, to string) string {
		name := "c" + string(rune('0'+len(d.connectors)/10)) + string(rune('0'+len(d.connectors)%10))
		d.connectors = append(d.connectors, name)
		d.ends[name] = [2]string{from, to}
		declare(name, rapid.SampledFrom([]string{"spring", "damper[horizontal]", "inerter", "rod[color=#12ab34]"}).Draw(t, "kind"))
		return name
	}
	for range rapid.IntRange(1, 5).Draw(t, "connections") {
		at := rapid.IntRange(0, nodes-1).Draw(t, "first")
		text := node(at)
		for range rapid.IntRange(1, 4).Draw(t, "steps") {
			next := (at + rapid.IntRange(1, nodes-1).Draw(t, "step")) % nodes
			if lanes := rapid.IntRange(1, 3).Draw(t, "lanes"); lanes == 1 {
				text += link() + connector(node(at), node(next))
			} else {
				var names []string
				for range lanes {
					names = append(names, connector(node(at), node(next)))
				}
				text += link() + "(" + strings.Join(names, blank()+","+blank()) + ")"
			}
			text += link() + node(next)
			at = next
		}
		connections = append(connections, text)
	}
	statements := rapid.Permutation(declarations).Draw(t, "declarations")
	end := rapid.SampledFrom([]string{"\n", "\r\n", "; ", " # a comment\n", "\n\n\n"}).Draw(t, "end")
	at := rapid.IntRange(0, len(statements)).Draw(t, "at")
	statements = slices.Insert(statements, at, connections...)
	d.text = strings.Join(statements, end) + "\n"
	return d
}

func TestLineEndings(t *testing.T) {
	src := "T = trolley[label=m] # c\nwall -\n  spring - T\n"
	want := printGraph([]byte(src))
	for name, text := range map[string]string{
		"CRLF": strings.ReplaceAll(src, "\n", "\r\n"),
		"CR":   strings.ReplaceAll(src, "\n", "\r"),
		"BOM":  "\ufeff" + src,
		"none": strings.TrimSuffix(src, "\n"),
	} {
		if diff := cmp.Diff(want, printGraph([]byte(text))); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		f, _ := dsl.Parse("x.dg", []byte(text))
		if diff := cmp.Diff("T = trolley[label=m] # c\nwall -\n    spring - T\n", string(syntax.Format(f))); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestUTF16(t *testing.T) {
	src := []byte("\xff\xfeT\x00=\x00")
	f, problems := dsl.Parse("x.dg", src)
	if len(problems) != 1 || !strings.Contains(problems.Error(), "UTF-16") {
		t.Errorf("%v", problems)
	}
	if out := syntax.Format(f); !strings.HasPrefix(string(out), string(src)) {
		t.Errorf("formatting lost the text: %q", out)
	}
}

func TestWide(t *testing.T) {
	for _, src := range []string{"w\x00a\x00", "\x00w\x00a", "w\x00\x00\x00", "\xff\xfew\x00", "\xfe\xff\x00w", "\x00\x00\xfe\xff"} {
		if _, wide := syntax.Wide("x.dg", []byte(src)); !wide {
			t.Errorf("%q is not taken for wide text", src)
		}
	}
	for _, src := range []string{"", "w", "wall", "\ufeffwall", "é", "wall\x00"} {
		if d, wide := syntax.Wide("x.dg", []byte(src)); wide {
			t.Errorf("%q: %s", src, d.Summary)
		}
	}
}

// TestElement asks an element for all that its author said.
func TestElement(t *testing.T) {
	g := compile(t, `T = trolley[label=m, width=2, height=15mm, at=-1, positive=left, color=#ff0000, thick]
S = spring[coil]
wall - S - T`)
	e, s := g.Element("T"), g.Element("S")
	want := graph.Drawn{Colour: "#ff0000", Thick: true, Width: 2, Height: 1.5}
	if e.Drawn != want || s.Drawn != (graph.Drawn{}) {
		t.Errorf("drawn as %+v and %+v", e.Drawn, s.Drawn)
	}
	if e.Positive != (graph.Heading{Along: -1}) || e.Heading != (graph.Heading{}) || s.Positive != (graph.Heading{}) {
		t.Errorf("positive is %+v and %+v", e.Positive, s.Positive)
	}
	if !s.Look.Has("coil") || s.Look.Rotation {
		t.Error("its look is wrong")
	}
	for name, want := range map[string]string{"label": "m", "width": "2", "positive": "left", "thick": "true", "at": "-1", "dashed": "", "m": ""} {
		if got, ok := e.Said(e.Kind.Attribute(name)); got != want || ok != (want != "") {
			t.Errorf("%s: %q, %v", name, got, ok)
		}
	}
	if got := e.LabelSpan.String(); !e.Labelled() || got != "1:19" {
		t.Errorf("its label is given at %s", got)
	}
	if s.Labelled() || s.LabelSpan.IsValid() || e.Span.String() != "1:1-86" {
		t.Errorf("the elements stand at %v and %v", e.Span, s.Span)
	}
	if got := names(g.Connectors(e)); got != "S" || s.Other(e).Name != "wall1" {
		t.Errorf("connectors of T: %s, other end %s", got, s.Other(e).Name)
	}
}

// A word that goes without saying is as good as said, so that the drawing follows it too.
func TestImpliedWord(t *testing.T) {
	for src, want := range map[string]string{
		"wall - spring - mass - friction[mu=mu_k] - ground\n":  "coulomb",
		"wall - spring - mass - friction[N=N] - ground\n":      "coulomb",
		"wall - spring - mass - friction[label=b] - ground\n":  "",
		"wall - spring - mass - friction[viscous] - ground\n":  "viscous",
		"wall - spring - mass - friction[b=1, N=5] - ground\n": "coulomb",
	} {
		e := compile(t, src).Element("friction1")
		if got, _ := e.Said(e.Kind.Attribute("law")); got != want {
			t.Errorf("%s: the law is %q, want %q", src, got, want)
		}
		if got := e.Look.Has("coulomb"); got != (want == "coulomb") {
			t.Errorf("%s: the glyph is of dry friction: %v", src, got)
		}
	}
}

// TestAnswers asks elements for directions, places and lengths on every axis.
func TestAnswers(t *testing.T) {
	type h = graph.Heading
	for _, c := range []struct {
		axis                  string
		right, left, up, down h
	}{
		{"horizontal", h{Along: 1}, h{Along: -1}, h{Across: 1}, h{Across: -1}},
		{"vertical", h{Across: 1}, h{Across: -1}, h{Along: -1}, h{Along: 1}},
		{"30deg", h{Along: 1}, h{Along: -1}, h{Along: 1}, h{Along: -1}},
		{"-30deg", h{Along: 1}, h{Along: -1}, h{Along: -1}, h{Along: 1}},
		{"alpha", h{Along: 1}, h{Along: -1}, h{Along: 1}, h{Along: -1}},
	} {
		for word, want := range map[string]h{"right": c.right, "left": c.left, "up": c.up, "down": c.down} {
			g := compile(t, "diagram[axis="+c.axis+"]\nwall - spring - mass - arrow["+word+"]\n")
			if got := g.Element("arrow1").Heading; got != want {
				t.Errorf("%s on axis %s is %+v, want %+v", word, c.axis, got, want)
			}
			if want.Along == 0 {
				continue
			}
			g = compile(t, "diagram[axis="+c.axis+"]\nwall - spring - mass[positive="+word+"] - force["+word+"]\n")
			if m, f := g.Element("mass1"), g.Element("force1"); m.Positive != want || f.Heading != want {
				t.Errorf("%s on axis %s is %+v and %+v, want %+v", word, c.axis, m.Positive, f.Heading, want)
			}
		}
	}
	g := compile(t, "wall - spring - disc[positive=cw] - torque[ccw]\n")
	if d, m := g.Element("disc1").Positive, g.Element("torque1").Heading; d != (h{Turn: -1}) || m != (h{Turn: 1}) || d.Sense() != -1 {
		t.Errorf("turning: %+v and %+v", d, m)
	}
	g = compile(t, "W = wall[x=D, labelat=below]\nM = mass[x=q, labelat=right]\nwall - spring[below, show=L0, length=3, labelat=above, nolabel] - M - damper[above, labelat=inside, dashed] - W\n"+
		"M - friction[coulomb] - ground\n")
	s, d := g.Element("spring1"), g.Element("damper1")
	if s.Drawn != (graph.Drawn{NoLabel: true, LabelAt: graph.Above, Length: 3, Lane: -1, Dimension: "L0"}) || d.Drawn != (graph.Drawn{Dashed: true, LabelAt: graph.Inside, Lane: 1}) {
		t.Errorf("drawn as %+v and %+v", s.Drawn, d.Drawn)
	}
	_, length := s.Dimension()
	_, none := d.Dimension()
	if got := fmt.Sprint(length, none, s.Main(), g.Element("friction1").Main()); got != "L₀ <nil> k μ" {
		t.Errorf("lengths and symbols: %s", got)
	}
	w, m := g.Element("W"), g.Element("M")
	if fmt.Sprint(w.Place(), g.Element("wall1").Place(), m.Place(), m.Coordinate(), w.Coordinate() == nil) != "D <nil> <nil> q true" {
		t.Errorf("places: %v, %v, %v", w.Place(), m.Place(), m.Coordinate())
	}
	if w.Drawn.LabelAt != graph.Below || m.Drawn.LabelAt != graph.Right || fmt.Sprint(m.Inertia(), w.Inertia()) != "m <nil>" {
		t.Errorf("%+v and %+v", w.Drawn, m.Drawn)
	}
	g = compile(t, "ceiling - spring - mass - gravity\n")
	if f := g.Element("gravity1").Force(); fmt.Sprint(f) != "mg" {
		t.Errorf("its weight is %v", f)
	}
}
