// Package layout turns a graph into a placed drawing: where every element goes, with a registration point for each end of
// each connector, decided once for all emitters.
//
// It works in the frame of the axis and turns the result as a whole. Along the axis, each connector keeps its two faces at
// least its length apart (rank.go). Then a line swept along the axis finds what lies above what (sweep.go, runs.go), on the sides of
// the bodies that save most crossings (arrange.go); rows that keep one height follow (rows.go), and inequalities give them
// their heights (level.go, heights.go). A connector runs in one lane from face to face,
// and bodies grow to hold their lanes. Where bodies stand in the way, a lane passes above or below them and comes down by a
// post on the body it is for. What turns is carried by shafts, with arrows round them (rings.go, shafts.go). Last come floors, coordinates and
// labels, and where there is room for them the slope and gravity.
//
// Systems that nothing joins are laid out each by itself, and then put on lines with their axes at one height (line.go,
// assemble.go). A size that is asked for is found by laying out again (fit.go).
package layout

import (
	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/symbolic"
	"diagram/symbolic/formula"
)

// Options say what to draw besides the elements.
type Options struct {
	// Coordinates are drawn as a reference tick and an arrow.
	Coordinates []Mark
	// Sense is +1 where what a node does counts as positive along the axis or, where it turns, counter-clockwise; else -1.
	// Nil, or 0: as the author's `positive` says, else +1.
	Sense func(node *graph.Element) int
	// Gravity is the acceleration of gravity where the drawing is to show it; else nil.
	Gravity symbolic.Expr
}

// Mark is a coordinate to be drawn: of a body, or of a support that moves; or the distance at which a support stands.
type Mark struct {
	Node *graph.Element
	From *graph.Element // what it is measured from; nil: a fixed point in space
	// Sense is +1 where the coordinate grows along the axis (or counter-clockwise), else -1.
	Sense int
	// Constant reports whether it doesn't change: it is drawn as a dimension line, and only from what it is measured from.
	Constant bool
	Formula  formula.Node // its symbol
}

// defaultSlope is how steep an inclined axis is drawn whose angle is a symbol.
const defaultSlope = 30

// axisAngle is how the axis is turned on the page.
func axisAngle(s *graph.Settings) float64 {
	switch s.Axis {
	case graph.Vertical:
		return -90
	case graph.Inclined:
		if s.Angle == 0 {
			return defaultSlope
		}
		return s.Angle
	}
	return 0
}

// Place lays a graph out. Every graph has a drawing; equal graphs have equal ones.
func Place(g *graph.Graph, opt Options) *Drawing {
	d := layOut(g, opt, usualSize)
	t := usualSize
	if t.tall = alike(d); t.tall > 0 {
		d = layOut(g, opt, t)
	}
	if g.Settings.Width > 0 || g.Settings.Height > 0 {
		d = fit(g, opt, t)
	}
	if wish, ok := crowded(g); ok {
		d.Unmet = append(d.Unmet, wish)
	}
	return d
}

// layOut lays a graph out in a size.
func layOut(g *graph.Graph, opt Options, t tuning) *Drawing {
	m := newMetrics(&g.Settings, t)
	if g.Settings.Labels == graph.NoLabels {
		opt.Coordinates = nil // an arrow without its symbol says nothing
	}
	plans := read(g, m, opt)
	d := &drafter{graph: g, metrics: m, inFull: [2]bool{inFull(opt.Coordinates, false), inFull(opt.Coordinates, true)}, buckets: make([][]Item, len(g.Elements)+1), names: newNames()}
	for _, p := range plans {
		p.attach()
		p.turnRound()
		p.faces()
		p.wind()
		const rounds = 8
		for range rounds {
			p.arrange()
			p.lay()
			p.erect()
			if !p.spread() {
				break
			}
		}
		p.grounds()
		d.draw(p)
		d.slope()
		d.grasp(&d.sheets[len(d.sheets)-1], p)
	}
	d.gravity(opt.Gravity)
	captions := d.assemble()
	captions = append(captions, d.title(g.Settings.Title)...)
	drawing := &Drawing{Graph: g, Name: named(g), Alt: describe(g, opt.Gravity), FontSize: g.Settings.FontSize, rows: d.rows, tall: d.tall}
	if g.Settings.Axis == graph.Inclined {
		drawing.Slope = m.angle
	}
	for _, b := range d.buckets {
		drawing.Items = append(drawing.Items, b...)
	}
	drawing.Items = append(drawing.Items, captions...)
	drawing.Min, drawing.Max = d.box.Min, d.box.Max
	if d.box.Empty() {
		drawing.Min, drawing.Max = ink.Point{}, ink.Point{}
	}
	return drawing
}
