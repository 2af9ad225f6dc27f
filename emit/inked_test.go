package emit_test

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"diagram/dsl/component"
	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/emit"
	"diagram/emit/internal/wild"
	"diagram/examples"
	"diagram/symbolic"
	"diagram/symbolic/formula"
	"diagram/symbolic/naming"

	"pgregory.net/rapid"
)

// TestEachSymbolHasInk holds the drawings of all examples and kinds to showing what their equations speak of.
func TestEachSymbolHasInk(t *testing.T) {
	sources := map[string]string{}
	for _, e := range examples.All() {
		sources[e.Name] = string(e.Source)
	}
	for k := range component.Standard().All() {
		sources["the example of "+k.Name] = k.Example + "\n"
	}
	for name, src := range sources {
		d, list := emit.Compile("x.dg", []byte(src))
		if list.HasErrors() {
			t.Fatal(list)
		}
		if missing := withoutInk(d); missing != "" {
			t.Errorf("%s: no ink for %s\n%s", name, missing, src)
		}
	}
}

// TestEachSymbolOfRandomDiagramsHasInk tries the same on random ones, as far as their authors don't ask for less.
func TestEachSymbolOfRandomDiagramsHasInk(t *testing.T) {
	tried := 0
	rapid.Check(t, func(t *rapid.T) {
		for range 8 { // most diagrams have errors
			src := wild.Source(t)
			d, list := emit.Compile("x.dg", []byte(src))
			if list.HasErrors() {
				continue
			}
			if s := d.Graph.Settings; s.Labels != graph.Symbols || s.Marks == graph.NoMarks {
				continue
			}
			if missing := withoutInk(d); missing != "" {
				t.Fatalf("no ink for %s\n%s", missing, src)
			}
			tried++
		}
	})
	if tried < 20 && !testing.Short() {
		t.Errorf("only %d of the random diagrams were looked at", tried)
	}
}

// withoutInk is the first symbol of the equations that no label shows, and isn't excused.
func withoutInk(d *emit.Diagram) string {
	m := d.Model()
	if m == nil {
		return ""
	}
	var shown []string
	for _, it := range d.Drawing().Items {
		for _, l := range it.Labels {
			shown = append(shown, formula.LaTeX(l.Formula))
		}
	}
	excused := excuses(d)
	for _, eq := range m.Equations {
		for _, name := range namesIn(eq.Residual()) {
			name = name.WithoutArgument()
			has := func(label string) bool { return part(label, name.LaTeX()) }
			if !slices.ContainsFunc(shown, has) && excused[name.Key()] == "" {
				return name.LaTeX() + " in " + strings.Join(shown, "  ")
			}
		}
	}
	return ""
}

// excuses are the symbols that an equation may have and the drawing not, with the reason.
func excuses(d *emit.Diagram) map[string]string {
	excused := map[string]string{symbolic.Time().Name().Key(): "time has no place"}
	say := func(e symbolic.Expr, why string) {
		if e != nil {
			for _, n := range namesIn(e) {
				excused[n.WithoutArgument().Key()] = why
			}
		}
	}
	for _, e := range d.Graph.Elements {
		for i := range e.Kind.Attributes {
			if a := &e.Kind.Attributes[i]; a.Name == "L0" {
				say(e.Params[a.Name], "a natural length is drawn where show=L0 asks for it")
			}
		}
		if e.Labelled() {
			say(e.Main(), "its author wants other words beside the element")
		}
		if e.Drawn.NoLabel || e.Labelled() && e.Label.LaTeX() == "" {
			for _, p := range e.Params {
				say(p, "its author asked for no label")
			}
			for _, c := range d.Model().Coordinates {
				if e.On == c.Node {
					say(c.Symbol, "its author asked for no label")
				}
			}
		}
	}
	for _, n := range d.Graph.Nodes {
		switch from, x := d.Model().Stand(n); {
		case from == nil:
			say(n.Place(), "a place that is measured from nothing in the drawing")
		case apart(d, from, n) < 0.5:
			say(x, "a distance between supports that are drawn above each other")
		}
	}
	for _, c := range d.Model().Coordinates {
		if c.Node.Kind.Body().Point && !c.Node.Named {
			say(c.Symbol, "a massless point draws no coordinate unless asked")
		}
	}
	return excused
}

// apart is how far two supports are drawn from each other along the axis.
func apart(d *emit.Diagram, a, b *graph.Element) float64 {
	axis := ink.Point{X: 1}.Rotate(-d.Drawing().Slope)
	if d.Graph.Settings.Axis == graph.Vertical {
		axis = ink.Point{Y: -1}
	}
	least := math.Inf(1)
	for _, f := range d.Drawing().Items {
		for _, g := range d.Drawing().Items {
			if f.Element == a && g.Element == b && f.Mark() == "" && g.Mark() == "" {
				by := g.Frame.Origin.Sub(f.Frame.Origin)
				least = min(least, math.Abs(by.X*axis.X-by.Y*axis.Y))
			}
		}
	}
	return least
}

// namesIn are the names of the symbols and functions of time in an expression.
func namesIn(e symbolic.Expr) []naming.Name {
	var names []naming.Name
	symbolic.Walk(e, func(e symbolic.Expr) bool {
		switch e := e.(type) {
		case *symbolic.Symbol:
			if !symbolic.Equal(e, symbolic.Pi()) {
				names = append(names, e.Name())
			}
		case *symbolic.Function:
			names = append(names, e.Name())
		}
		return true
	})
	return names
}

// command is a command of LaTeX's that isn't finished.
var command = regexp.MustCompile(`\\[A-Za-z]*$`)

// part reports whether a symbol stands in a formula as it is, not as a part of another.
func part(latex, symbol string) bool {
	for at := 0; ; at++ {
		i := strings.Index(latex[at:], symbol)
		if i < 0 {
			return false
		}
		at += i
		before, after := latex[:at], latex[at+len(symbol):]
		switch {
		case command.MatchString(before) && symbol[0] != '\\':
		case after != "" && strings.ContainsAny(after[:1], "_'"):
		case command.MatchString(symbol) && after != "" && unicode.IsLetter(rune(after[0])):
		default:
			return true
		}
	}
}
