package sample

import (
	"testing"

	"diagram/dsl"
	"diagram/dsl/component"
	"diagram/dsl/graph"
	"diagram/examples"
	"diagram/layout"
	"diagram/symbolic/motion"
)

// Named is a drawing with its name.
type Named struct {
	Name string
	*layout.Drawing
}

// Examples compiles and lays out all examples, with the coordinates of their equations.
func Examples(t *testing.T) []Named {
	t.Helper()
	var drawings []Named
	for _, e := range examples.All() {
		g, list := dsl.Compile(e.Path, e.Source)
		if list.HasErrors() {
			t.Fatalf("%s: %v", e.Path, list)
		}
		drawings = append(drawings, Named{e.Name, layout.Place(g, layout.Options{Coordinates: marks(g)})})
	}
	return drawings
}

func marks(g *graph.Graph) []layout.Mark {
	model, _ := motion.New(g)
	if model == nil {
		return nil
	}
	var marks []layout.Mark
	for _, c := range model.Coordinates {
		m := layout.Mark{Node: c.Node, Sense: c.Sense, Formula: c.Symbol.Name().Formula()}
		if g.Settings.Origin == graph.FromWall && c.Node.Domain != component.Rotation {
			m.From = c.From
		}
		marks = append(marks, m)
	}
	return marks
}
