package equation

import (
	"fmt"
	"strings"

	"diagram/dsl/diag"
	"diagram/dsl/forms"
	"diagram/symbolic/motion"
)

// layout is what a form with a shape of its own has to say. Those that list terms need no row in layouts.
type layout struct {
	lay func(*motion.Model, Options) ([]line, diag.List)
	// describe fills in what the form alone gives to JSON.
	describe func(*Document, *motion.Model, printer) diag.List
	// square reports whether it grows with the square of the coordinates or faster, so that there is a limit to them.
	square bool
}

var layouts = map[forms.Form]layout{
	forms.Normalized: {normalizedForm, (*Document).normalized, true},
	forms.Matrix:     {matrixForm, (*Document).matrices, true},
	forms.StateSpace: {stateSpaceForm, (*Document).stateSpace, true},
	forms.Transfer:   {transferForm, (*Document).transfers, true},
	forms.Energy:     {energyForm, (*Document).energy, false},
	forms.Modes:      {modesForm, (*Document).modes, true},
}

// layForm lays out what a form has to say about a model.
func layForm(m *motion.Model, f forms.Form, o Options) ([]line, diag.List) {
	if list := tooLarge(m, f); list.HasErrors() {
		return nil, list
	}
	if l, ok := layouts[f]; ok {
		return l.lay(m, o)
	}
	equations, list := m.Arrange(f)
	if list.HasErrors() {
		return nil, list
	}
	lines := make([]line, len(equations))
	for i, eq := range equations {
		lines[i] = arranged(eq)
	}
	return lines, list
}

// special fills in what only one form has.
func (d *Document) special(m *motion.Model, f forms.Form) diag.List {
	if list := tooLarge(m, f); list.HasErrors() {
		return list
	}
	if l, ok := layouts[f]; ok {
		return l.describe(d, m, newPrinter(m, Options{}))
	}
	return nil
}

// mostCoordinates is how many a system may have for its matrices to be written out: they grow with the square, and no
// reader takes in more.
const mostCoordinates = 100

// tooLarge refuses the forms with matrices for systems with very many coordinates.
func tooLarge(m *motion.Model, f forms.Form) diag.List {
	if len(m.Coordinates) <= mostCoordinates || !layouts[f].square {
		return nil
	}
	var others []string
	for _, name := range forms.Names() {
		if !layouts[forms.Form(name)].square {
			others = append(others, name)
		}
	}
	last := len(others) - 1
	return diag.List{{
		File:    m.Graph.File,
		Summary: fmt.Sprintf("the form %s is for at most %d coordinates; this diagram has %d", f, mostCoordinates, len(m.Coordinates)),
		Help:    "ask for the form " + strings.Join(others[:last], ", ") + " or " + others[last],
	}}
}
