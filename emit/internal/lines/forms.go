package lines

import (
	"fmt"
	"slices"
	"strings"

	"diagram/dsl/diag"
	"diagram/dsl/forms"
	"diagram/symbolic"
	"diagram/symbolic/motion"
)

// shape is what a form with a shape of its own has to say. Those that list terms need no row in shapes.
type shape struct {
	lay func(*motion.Model, Options) ([]Line, diag.List)
	// square reports whether it grows with the square of the coordinates or faster, so that there is a limit to them.
	square bool
}

var shapes = map[forms.Form]shape{
	forms.Normalized: {normalized, true},
	forms.Matrix:     {matrix, true},
	forms.StateSpace: {stateSpace, true},
	forms.Transfer:   {transfer, true},
	forms.Energy:     {energy, false},
	forms.Modes:      {modes, true},
}

// Options say what lines are laid out for.
type Options struct {
	Rest      bool // adds where each coordinate stands at rest
	Zeros     bool // the lines' zeros will be printed
	Eliminate bool // does away with massless joints
}

// Lay lays out what a form has to say about a model, and its place of rest where that is asked for.
func Lay(m *motion.Model, form motion.Form, o Options) ([]Line, diag.List) {
	lines, list := lay(m, form, o)
	if list.HasErrors() {
		return nil, list
	}
	if n := len(lines) - 1; o.Rest && n >= 0 {
		offsets, problems := m.AtRest()
		list = append(list, problems...)
		lines[n].Where = append(slices.Clip(lines[n].Where), defined(offsets, m.Style())...)
		for _, d := range offsets {
			lines[n].Zeros = append(lines[n].Zeros, symbolic.Sub(d.Symbol, d.Value))
		}
	}
	for _, l := range lines {
		ranked(l.Left)
		ranked(l.Right)
	}
	return lines, list
}

func lay(m *motion.Model, f forms.Form, o Options) ([]Line, diag.List) {
	if d := TooLarge(m, f); d != nil {
		return nil, diag.List{*d}
	}
	if s, ok := shapes[f]; ok {
		return s.lay(m, o)
	}
	equations, list := m.Arrange(f)
	if list.HasErrors() {
		return nil, list
	}
	lines := make([]Line, len(equations))
	for i, eq := range equations {
		lines[i] = Arranged(eq, m.Style())
	}
	return lines, list
}

// MostCoordinates is how many a system may have for its matrices to be written out: they grow with the square, and no
// reader takes in more.
const MostCoordinates = 100

// TooLarge refuses the forms with matrices for systems with very many coordinates; it is nil for others.
func TooLarge(m *motion.Model, f forms.Form) *diag.Diagnostic {
	if len(m.Coordinates) <= MostCoordinates || !shapes[f].square {
		return nil
	}
	var others []string
	for _, name := range forms.Names() {
		if !shapes[forms.Form(name)].square {
			others = append(others, name)
		}
	}
	last := len(others) - 1
	return &diag.Diagnostic{
		File:    m.Graph.File,
		Summary: fmt.Sprintf("the form %s is for at most %d coordinates; this diagram has %d", f, MostCoordinates, len(m.Coordinates)),
		Help:    "ask for the form " + strings.Join(others[:last], ", ") + " or " + others[last],
	}
}
