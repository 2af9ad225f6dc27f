// Package emit is the compiler in one call: a diagram's text in, all that can be printed from it out.
//
// [Compile] reads a text once. The Diagram that it returns is printed in as many formats as one likes: [Formats] lists
// those that files are written in, and [Diagram.Equation] prints the equations of motion in any form and notation.
package emit

import (
	"sync"

	"diagram/dsl"
	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/emit/equation"
	"diagram/emit/svg"
	"diagram/layout"
	"diagram/symbolic"
	"diagram/symbolic/motion"
)

// Diagram is a compiled diagram.
type Diagram struct {
	Source []byte
	Graph  *dsl.Graph
	// Model is the diagram's mechanics; nil where it has none to speak of: Trouble says why.
	Model   *motion.Model
	Trouble diag.List

	drawing func() *layout.Drawing
}

// Compile compiles the text of a diagram. The diagnostics are those of the text: with an error among them there is no
// diagram. A text that draws something without equations is a diagram too, with Trouble.
func Compile(file string, src []byte) (*Diagram, diag.List) {
	g, list := dsl.Compile(file, src)
	if list.HasErrors() {
		return nil, list
	}
	d := &Diagram{Source: src, Graph: g}
	model, trouble := motion.New(g)
	if trouble.HasErrors() {
		d.Trouble = trouble
	} else {
		d.Model = model
		list = append(list, trouble...)
	}
	d.drawing = sync.OnceValue(func() *layout.Drawing {
		return layout.Place(g, d.marks())
	})
	return d, list
}

// Drawing is the placed diagram. It is laid out when first asked for.
func (d *Diagram) Drawing() *layout.Drawing { return d.drawing() }

// marks are what the drawing shows of the mechanics: the senses in which nodes count, their coordinates, the motion of
// supports that move, and where further supports stand. A coordinate that counts from where its body rests is no distance
// from anything: it has a reference of its own.
func (d *Diagram) marks() layout.Options {
	if d.Model == nil {
		return layout.Options{}
	}
	settings := d.Graph.Settings
	distances := settings.Origin == dsl.FromWall
	marks := make([]layout.Mark, 0, len(d.Model.Coordinates))
	for _, c := range d.Model.Coordinates {
		m := layout.Mark{Node: c.Node, Sense: c.Sense, Math: c.Symbol.Name().LaTeX}
		if distances && c.Node.Domain != component.Rotation {
			m.From = c.From
		}
		marks = append(marks, m)
	}
	for _, n := range d.Graph.Nodes {
		if n.Kind.Support().Moves != nil {
			marks = append(marks, layout.Mark{Node: n, Sense: d.Model.Sense(n), Math: n.Label.LaTeX})
		} else if from, x := d.Model.Stand(n); from != nil {
			marks = append(marks, layout.Mark{Node: n, From: from, Constant: true, Math: symbolic.LaTeX(x, equation.Style(d.Model))})
		}
	}
	return layout.Options{Coordinates: marks, Sense: d.Model.Sense}
}

// Moves reports whether anything in the diagram can move, so that it has equations of motion.
func (d *Diagram) Moves() bool {
	return d.Model != nil && len(d.Model.Coordinates) > 0
}

// SVG is the picture as SVG, its ids beginning with id; its elements tell their terms where a form is shown.
func (d *Diagram) SVG(id string, form motion.Form) []byte {
	return svg.Write(d.Drawing(), svg.Options{ID: id, Terms: d.terms(form)})
}

// Equation prints the equations of motion in a form and a notation. An empty form is the one that the diagram's settings
// ask for. The diagnostics say why there are none, or why the form does not apply.
func (d *Diagram) Equation(form motion.Form, notation equation.Notation, o equation.Options) (string, diag.List) {
	if d.Model == nil {
		return "", d.Trouble
	}
	return equation.Print(d.Model, form, notation, o)
}
