package layout

import (
	"slices"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/layout/mathbox"
	"diagram/symbolic/formula"
)

// Drawing is a placed diagram: all that an emitter needs to print it, decided once. Lengths are cm, y upwards; the
// drawing's lower left corner is Min.
type Drawing struct {
	Graph    *graph.Graph
	Min, Max ink.Point
	Slope    float64 // of an inclined axis, in degrees; 0 where it is level or upright
	// Items are in the order of the file; dimension lines, coordinates and floors follow the element they belong to.
	Items    []Item
	FontSize float64 // of the labels, in points; 0 is 10
	Unmet    []Unmet // sizes that the author asks for in vain
	Name     string  // the title in Unicode text, or what a drawing without one is called
	Alt      string  // the drawing in words

	rows []int   // how many systems stand on each line
	tall float64 // the largest size across the axis of a body with a mass
}

// Item is one placed element, or a mark that the layout adds to one (a floor, a coordinate).
type Item struct {
	// Element is what the item shows; a mark has the element that it belongs to.
	Element *graph.Element
	// Name is unique in the drawing and fit for a TikZ coordinate and the tail of an XML id.
	Name string
	// Style names the glyph: the kind's name, with variants ("spring", "coil spring", "wall", "floor", "coordinate").
	// Items of one Style have the same Strokes, so that an emitter can define each once.
	Style string
	Frame ink.Frame
	// Strokes are in the elastic coordinates of Frame.
	Strokes []ink.Stroke
	// Route is what a connector runs through whose glyph doesn't span its registration points: from the first of them to
	// the last, by bare lines and the glyph, whose frame lies within one of its straight parts (see Leads). Nil where the
	// frame reaches from port to port.
	Route []ink.Point
	// Hops are where its leads pass over other connectors' lines, in the order of the route.
	Hops []Hop
	// Ports are the registration points that belong to the item (connectors: the two ends).
	Ports  []Port
	Labels []Label
	// Look of this one item, from the author's attributes.
	Colour string // as package colour reads it; "" where nothing is said
	Fill   string // of its inside, likewise
	Thick  bool
	Dashed bool
}

// Leads are the bare lines that join a glyph to its registration points where these lie apart: before runs from the first
// port to the frame's origin, after from the frame's other end to the last port. Either is nil where there is none.
func (it *Item) Leads() (before, after []Waypoint) {
	start, end := it.Frame.Origin, it.Frame.Local(it.Frame.W, 0)
	for i := 1; i < len(it.Route); i++ {
		a, b := it.Route[i-1], it.Route[i]
		if !between(a, b, start) || !between(a, b, end) {
			continue
		}
		first := append(append([]ink.Point(nil), it.Route[:i]...), start)
		last := append([]ink.Point{end}, it.Route[i:]...)
		return hopping(trim(first), it.Hops), hopping(trim(last), it.Hops)
	}
	return nil, nil
}

// between reports whether p lies on the straight line from a to b.
func between(a, b, p ink.Point) bool {
	const tolerance = 1e-6
	return a.Sub(p).Len()+p.Sub(b).Len() <= a.Sub(b).Len()+tolerance
}

// trim leaves out points that repeat, and a line that has no length.
func trim(line []ink.Point) []ink.Point {
	const tolerance = 1e-6
	line = slices.CompactFunc(line, func(a, b ink.Point) bool { return a.Sub(b).Len() < tolerance })
	if len(line) < 2 {
		return nil
	}
	return line
}

// Port is a registration point: where a connector or action meets a node's face.
type Port struct {
	Name  string // "W-S": node, connector
	Point ink.Point
}

// Anchor is the side of a label's box that lies at its point.
type Anchor uint8

// The anchors, as TikZ names them.
const (
	Center Anchor = iota
	North
	South
	East
	West
)

// Label is mathematics or words beside or in an item.
type Label struct {
	Formula formula.Node
	Text    string // the same in Unicode text, where that is to be said
	At      ink.Point
	Anchor  Anchor
	Size    float64 // of the type, in points
	// Width and the heights above and below the baseline, cm, as measured by package mathbox.
	Width, Height, Depth float64
	box                  *mathbox.Box // nil in a label that wasn't measured
}

// Typeset is the label's formula as it is set.
func (l *Label) Typeset() *mathbox.Box {
	if l.box == nil {
		return mathbox.Typeset(l.Formula, mathbox.Options{Size: l.Size})
	}
	return l.box
}
