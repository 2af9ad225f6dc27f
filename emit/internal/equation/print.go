package equation

import (
	"slices"
	"strings"

	"diagram/dsl/diag"
	"diagram/emit/internal/escape"
	"diagram/emit/internal/theme"
	"diagram/symbolic"
	"diagram/symbolic/motion"
)

// printer prints the lines of a form.
type printer struct {
	style   symbolic.Style
	options Options
	colour  func(element string) string
}

func newPrinter(m *motion.Model, o Options) printer {
	return printer{style: Style(m), options: o, colour: Colours(m)}
}

func (p printer) print(lines []line, n Notation) string {
	switch n {
	case LaTeX:
		return p.bare(lines)
	case TeX:
		return p.inputtable(p.paged(lines))
	case Display:
		return escape.Math(p.display(p.paged(lines)))
	case MathML:
		return p.mathml(p.paged(lines))
	case SymPy:
		return sympy(lines)
	case Text:
		return p.text(lines, false)
	}
	return p.text(lines, true)
}

// sympy is an expression a line, each of which is zero.
func sympy(lines []line) string {
	var b strings.Builder
	for _, l := range lines {
		for _, e := range l.zeros {
			b.WriteString(symbolic.Sympy(e) + "\n")
		}
		if l.sympy != "" {
			b.WriteString(l.sympy + "\n")
		}
	}
	return b.String()
}

// Colours gives each element the colour of its terms: the author's, else one of its own among those that give terms, which
// colour-blind readers can tell apart.
func Colours(m *motion.Model) func(element string) string {
	colours := map[string]string{}
	rank := 0
	for _, el := range m.Graph.Elements {
		if len(m.Terms(el)) == 0 {
			continue
		}
		colours[el.Name] = theme.Term(rank).Hex()
		rank++
		if rgb, ok := theme.Parse(el.Drawn.Colour); ok {
			colours[el.Name] = rgb.Hex()
		}
	}
	return func(element string) string { return colours[element] }
}

// lay lays out what a form has to say about a model, and its place of rest where that is asked for.
func lay(m *motion.Model, form motion.Form, o Options) ([]line, diag.List) {
	lines, list := layForm(m, form, o)
	if list.HasErrors() {
		return nil, list
	}
	if n := len(lines) - 1; o.Rest && n >= 0 {
		offsets, problems := m.AtRest()
		list = append(list, problems...)
		lines[n].where = append(slices.Clip(lines[n].where), offsets...)
		for _, d := range offsets {
			lines[n].zeros = append(lines[n].zeros, symbolic.Sub(d.Symbol, d.Value))
		}
	}
	for _, l := range lines {
		ranked(l.left)
		ranked(l.right)
	}
	return lines, list
}
