// Package equation prints equations of motion, term by term, so that each output that shows a term can say which element
// it came from.
//
// Package lines says what a form has to say, as trees of formulas, and package rows breaks it for a page. Here is a printer
// for each notation: LaTeX as bare lines or ready for \input, Unicode text with the elements' names under their terms,
// MathML, SymPy, and a picture in SVG. What can't be printed, because a form doesn't apply to the model, is a diagnostic
// that names the element in the way.
package equation

import (
	"strings"

	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/emit/internal/escape"
	"diagram/emit/internal/lines"
	"diagram/emit/internal/rows"
	"diagram/emit/internal/theme"
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
	SVG       Notation = "svg"
	Display   Notation = "display"
)

// Options say how equations are printed.
type Options struct {
	Rest      bool        // adds where each coordinate stands at rest
	Eliminate bool        // does away with massless joints
	Marking   Marking     // of the terms, in LaTeX
	Width     int         // how many columns a line of text may have; 0 is no limit
	Theme     theme.Theme // of the picture; zero: the screen's
}

// printer prints the lines of a form.
type printer struct {
	style   symbolic.Style // of the sentences; the lines' formulas have it already
	marking Marking
	width   int
	colour  func(*graph.Element) string
	theme   theme.Theme
}

func newPrinter(m *motion.Model, o Options) printer {
	return printer{style: m.Style(), marking: o.Marking, width: o.Width, colour: theme.Terms(m), theme: o.Theme.Or()}
}

// Print prints a model's equations in a form and a notation.
func Print(m *motion.Model, form motion.Form, n Notation, o Options) (string, diag.List) {
	all, list := lines.Groups(m, form, lines.Options{Rest: o.Rest, Zeros: n == SymPy, Eliminate: o.Eliminate})
	if list.HasErrors() {
		return "", list
	}
	p := newPrinter(m, o)
	paged := func() []lines.Group {
		for i := range all {
			all[i].Lines = rows.Paged(all[i].Lines, p.style)
		}
		return all
	}
	switch n {
	case LaTeX:
		return p.bare(all), list
	case TeX:
		return p.input(paged()), list
	case Display:
		return escape.Math(p.display(paged())), list
	case Annotated, Text:
		return p.text(all, n == Annotated), list
	case MathML:
		return p.mathml(paged()), list
	case SymPy:
		return sympy(all), list
	case SVG:
		return p.svg(paged()), list
	}
	panic("equation: there is no notation " + string(n))
}

// Rows are the rows of a LaTeX display, such as gather*, and how wide and high they are together, in points: the equations,
// long ones broken in an aligned block of their own, and what their shorthands mean.
type Rows struct {
	LaTeX         []string
	Width, Height float64
}

// Displayed lays out a model's equations in a form as rows of a display.
func Displayed(m *motion.Model, form motion.Form, o Options) (Rows, diag.List) {
	all, list := lines.Groups(m, form, lines.Options{Rest: o.Rest})
	if list.HasErrors() {
		return Rows{}, list
	}
	p := newPrinter(m, o)
	var blocks []rows.Block
	for _, g := range all {
		blocks = append(append(blocks, rows.Words(g.Caption, p.style)...), rows.Each(rows.Paged(g.Lines, p.style), p.style)...)
	}
	out := Rows{LaTeX: p.latexBlocks(blocks)}
	for _, b := range blocks {
		w, h := b.Size(p.style)
		out.Width, out.Height = max(out.Width, w), out.Height+h
	}
	return out, list
}

// sympy is an expression a line, each of which is zero.
func sympy(all []lines.Group) string {
	var b strings.Builder
	for _, g := range all {
		for _, l := range g.Lines {
			for _, e := range l.Zeros {
				b.WriteString(symbolic.Sympy(e) + "\n")
			}
			if l.SymPy != "" {
				b.WriteString(l.SymPy + "\n")
			}
		}
	}
	return b.String()
}

// blocks lays out groups one below the other, each below its caption.
func (p printer) blocks(all []lines.Group) []rows.Block {
	var blocks []rows.Block
	for _, g := range all {
		blocks = append(append(blocks, rows.Words(g.Caption, p.style)...), rows.All(g.Lines, p.style)...)
	}
	return blocks
}
