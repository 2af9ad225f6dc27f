package emit

import (
	"diagram/dsl/diag"
	"diagram/dsl/forms"
	"diagram/emit/internal/document"
	"diagram/emit/internal/equation"
	"diagram/emit/internal/explain"
)

// Form is a form of the equations, such as newton or matrix. An empty one is what the diagram's settings ask for. Its
// method Doc says in a line what it is.
type Form = forms.Form

// Forms lists the forms, the default first.
func Forms() []Form { return forms.All() }

// Notation is a way to write an equation down.
type Notation = equation.Notation

// The notations. LaTeX is bare mathematics, a line an equation; TeX what an author puts into a document with \input;
// Display what goes between the $$ of a Markdown text. Annotated is Unicode text with the element under each term, Text
// without it; SVG a picture of outlines. SymPy is an expression a line, each of which is zero; JSON the graph and its
// equations, term by term.
const (
	LaTeX     = equation.LaTeX
	TeX       = equation.TeX
	Annotated = equation.Annotated
	Text      = equation.Text
	MathML    = equation.MathML
	SymPy     = equation.SymPy
	JSON      = Notation("json")
	SVG       = equation.SVG
	Display   = equation.Display
)

// Notations lists those that an author may ask for by name.
func Notations() []Notation { return []Notation{LaTeX, TeX, Annotated, Text, MathML, SymPy, JSON, SVG} }

// Marking is a way to mark the terms of an equation in LaTeX with the elements that they came from.
type Marking = equation.Marking

// Unmarked terms are just mathematics. Named ones are wrapped in \diagramterm{S}{…}, a macro for the document to define as
// it likes; what \input takes defines it as leaving them as they are, unless the document has. Coloured ones each have
// their element's colour, and need xcolor.
const (
	Unmarked = equation.Unmarked
	Named    = equation.Named
	Coloured = equation.Coloured
)

// EquationOptions say how equations are printed.
type EquationOptions struct {
	Eliminate bool    // does away with massless joints
	Rest      bool    // adds where each coordinate stands at rest
	Marking   Marking // of the terms, in LaTeX
	Width     int     // how many columns a line of text may have; 0 is no limit
	Theme     Theme   // of SVG; zero: the screen's
}

// Equation prints the equations of motion in a form and a notation. The diagnostics say why there are none, or why the form
// doesn't apply.
func (d *Diagram) Equation(form Form, notation Notation, o EquationOptions) (string, diag.List) {
	if d.model == nil {
		return "", d.Trouble
	}
	m, form := d.model, d.model.Asked(form)
	if notation == JSON {
		if o.Eliminate {
			reduced, list := m.Eliminate()
			if list.HasErrors() {
				return "", list
			}
			m = reduced
		}
		doc, list := document.Describe(m, form, o.Rest)
		if list.HasErrors() {
			return "", list
		}
		return document.Encode(doc), list
	}
	return equation.Print(m, form, notation, equation.Options{Rest: o.Rest, Eliminate: o.Eliminate, Marking: o.Marking, Width: o.Width, Theme: o.Theme})
}

// Explanation is a table of all elements that give a term: the terms, and how to read them aloud.
type Explanation struct{ table *explain.Explanation }

// Explain explains the terms of the equations where a form is shown. For a form that doesn't list the elements' terms one
// by one they are those of one that does, and the table says so.
func (d *Diagram) Explain(form Form) (Explanation, diag.List) {
	if d.model == nil {
		return Explanation{}, d.Trouble
	}
	table, list := explain.Model(d.model, form)
	return Explanation{table}, list
}

// Text is the table in plain text.
func (x Explanation) Text() string { return x.table.Text() }

// Markdown is the table in Markdown.
func (x Explanation) Markdown() string { return x.table.Markdown() }

// JSON is the table as a JSON array of objects with element, kind, terms, latex, readings, equations and reading.
func (x Explanation) JSON() string { return x.table.JSON() }
