package sample

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"diagram/dsl"
	"diagram/dsl/component"
	"diagram/layout"
	"diagram/symbolic/motion"
)

// Named is a drawing with its name.
type Named struct {
	Name string
	*layout.Drawing
}

// Examples compiles and lays out all diagrams of a folder, with the coordinates of their equations.
func Examples(t *testing.T, dir string) []Named {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.dg"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no examples in %s: %v", dir, err)
	}
	var drawings []Named
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".dg")
		g, list := dsl.Compile(name, src)
		if list.HasErrors() {
			t.Fatalf("%s: %v", file, list)
		}
		drawings = append(drawings, Named{name, layout.Place(g, layout.Options{Coordinates: marks(g)})})
	}
	return drawings
}

func marks(g *dsl.Graph) []layout.Mark {
	model, _ := motion.New(g)
	if model == nil {
		return nil
	}
	var marks []layout.Mark
	for _, c := range model.Coordinates {
		m := layout.Mark{Node: c.Node, Sense: c.Sense, Math: c.Symbol.Name().LaTeX}
		if g.Settings.Origin == dsl.FromWall && c.Node.Domain != component.Rotation {
			m.From = c.From
		}
		marks = append(marks, m)
	}
	return marks
}
