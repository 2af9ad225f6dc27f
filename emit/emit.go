// Package emit is the compiler's front door: a diagram's text in, all that can be printed from it out.
//
// [Compile] reads a text once. The [Diagram] that it returns can then be printed as often as one likes:
//
//   - [Diagram.Write] writes it to a file's bytes in one of the [Formats]: a picture, a document, a page;
//   - [Diagram.Equation] prints its equations of motion in one of the [Forms] and [Notations];
//   - [Diagram.Explain] says which term each element gives, and how to read that term aloud;
//   - [Diagram.SVG] is the picture for a page that has other pictures as well; [Page] is such a page.
//
// Whatever is wrong with a text, or in the way of a form or format, is told in diagnostics, which name the place in the
// text and say what to write instead. One of them may be no more than a warning: ask [diag.List.HasErrors].
//
// Other programs may rely on this package, on emit/markdown, which puts diagrams into Markdown texts, and on what these hand
// out: packages dsl, graph, component and diag. Every other package may change from one version to the next. A program whose
// name for a form, a notation or a format comes from its user looks it up in the lists of this package.
package emit

import (
	"sync"

	"diagram/dsl"
	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/layout"
	"diagram/symbolic/motion"
)

// Diagram is a compiled diagram.
type Diagram struct {
	Graph *graph.Graph
	// Trouble says why a diagram can't have equations of motion; it has an error then, and is empty otherwise.
	Trouble diag.List

	source  []byte
	model   *motion.Model // nil where there is trouble
	drawing func() *layout.Drawing
}

// Compile compiles the text of a diagram. The diagnostics are those of the text: with an error among them there is no
// diagram. A text that draws something without equations is a diagram too, with Trouble.
func Compile(file string, src []byte) (*Diagram, diag.List) {
	return CompileWith(component.Standard(), file, src)
}

// CompileWith compiles a text that may speak of the kinds of a catalog: those of the language and the caller's own.
func CompileWith(kinds *component.Catalog, file string, src []byte) (*Diagram, diag.List) {
	g, list := dsl.CompileWith(kinds, file, src)
	if list.HasErrors() {
		return nil, list
	}
	d := &Diagram{source: src, Graph: g}
	model, trouble := motion.New(g)
	if trouble.HasErrors() {
		d.Trouble = trouble
	} else {
		d.model = model
		list = append(list, trouble...)
	}
	d.drawing = sync.OnceValue(func() *layout.Drawing {
		return layout.Place(g, d.marks())
	})
	if more := d.sizes(); len(more) > 0 {
		list = append(list, more...)
		list.Sort()
	}
	return d, list
}

// marks are what the drawing shows of the mechanics: the senses in which nodes count, their coordinates, the motion of
// supports that move, where further supports stand, and gravity. A coordinate that counts from where its body rests is no distance
// from anything: it has a reference of its own.
func (d *Diagram) marks() layout.Options {
	if d.model == nil {
		return layout.Options{}
	}
	settings := d.Graph.Settings
	distances := settings.Origin == graph.FromWall
	marks := make([]layout.Mark, 0, len(d.model.Coordinates))
	for _, c := range d.model.Coordinates {
		m := layout.Mark{Node: c.Node, Sense: c.Sense, Formula: c.Symbol.Name().Formula()}
		if distances && c.Node.Domain != component.Rotation {
			m.From = c.From
		}
		marks = append(marks, m)
	}
	for _, n := range d.Graph.Nodes {
		if n.Kind.Support().Moves != nil {
			marks = append(marks, layout.Mark{Node: n, Sense: d.model.Sense(n), Formula: n.Label.Formula()})
		}
		if from, x := d.model.Stand(n); from != nil {
			marks = append(marks, layout.Mark{Node: n, From: from, Constant: true, Formula: d.model.Style().Formula(x)})
		}
	}
	return layout.Options{Coordinates: marks, Sense: d.model.Sense, Gravity: d.model.Gravity()}
}

// Coordinates is how many coordinates the diagram's motion has; none where there is trouble.
func (d *Diagram) Coordinates() int {
	if d.model == nil {
		return 0
	}
	return len(d.model.Coordinates)
}

// Moves reports whether anything in the diagram can move, so that it has equations of motion.
func (d *Diagram) Moves() bool { return d.Coordinates() > 0 }

// Alt is the picture in words, for those who can't see it.
func (d *Diagram) Alt() string { return d.drawing().Alt }

// Title is what the author calls the diagram, as text; it may be empty.
func (d *Diagram) Title() string { return d.Graph.Settings.Title.Text() }
