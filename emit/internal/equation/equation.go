// Package equation prints equations of motion, term by term, so that each output that shows a term can say which element
// it came from.
//
// The notations are LaTeX as bare lines or ready for \input, Unicode text with the elements' names under
// their terms, MathML, SymPy and JSON. [Print] does them all; what it can't print, because a form doesn't apply to the
// model, is a diagnostic that names the element in the way.
package equation

import (
	"diagram/dsl/diag"
	"diagram/symbolic"
	"diagram/symbolic/motion"
)

// Notation is a way to write an equation down.
type Notation string

// The notations. LaTeX is bare mathematics, a line an equation; TeX what an author puts into a document with \input;
// Display what goes between the $$ of a Markdown text. Annotated is Unicode text with the element under each term, Text
// without it; SVG a picture of outlines. SymPy is an expression a line, each of which is zero.
const (
	LaTeX     Notation = "latex"
	TeX       Notation = "tex"
	Annotated Notation = "text"
	Text      Notation = "plain"
	MathML    Notation = "mathml"
	SymPy     Notation = "sympy"
	JSON      Notation = "json"
	SVG       Notation = "svg"
	Display   Notation = "display"
)

// Notations lists those that an author may ask for.
func Notations() []Notation { return []Notation{LaTeX, TeX, Annotated, Text, MathML, SymPy, JSON, SVG} }

// Options say how equations are printed.
type Options struct {
	// Eliminate does away with massless joints.
	Eliminate bool
	// Rest adds where each coordinate stands at rest.
	Rest bool
	// Marking says how LaTeX marks terms with their elements.
	Marking Marking
	// Width is how many columns a line of text may have; 0 is no limit.
	Width int

	residuals bool // the lines' residuals will be printed
}

// Style is how a model's diagram wants derivatives written.
func Style(m *motion.Model) symbolic.Style {
	return m.Style()
}

// Print prints a model's equations in a form; an empty form is what the diagram's settings ask for.
func Print(m *motion.Model, form motion.Form, n Notation, o Options) (string, diag.List) {
	form = m.Asked(form)
	if o.Eliminate {
		reduced, list := m.Eliminate()
		if list.HasErrors() {
			return "", list
		}
		m = reduced
	}
	if n == JSON {
		return printJSON(m, form, o)
	}
	o.residuals = n == SymPy
	lines, list := lay(m, form, o)
	if list.HasErrors() {
		return "", list
	}
	p := newPrinter(m, o)
	if n == SVG {
		picture, err := p.svg(p.paged(lines))
		if err != nil {
			return "", append(list, unset(m.Graph.File, err)...)
		}
		return picture, list
	}
	return p.print(lines, n), list
}

// Rows are the rows of a LaTeX display, such as gather*: the equations, long ones broken in an aligned block of their own,
// and what their shorthands mean.
func Rows(m *motion.Model, form motion.Form, o Options) ([]string, diag.List) {
	form = m.Asked(form)
	lines, list := lay(m, form, o)
	if list.HasErrors() {
		return nil, list
	}
	p := newPrinter(m, o)
	return p.rows(p.paged(lines)), list
}
