package layout

import (
	"diagram/dsl"
	"diagram/layout/ink"
)

// Drawing is a placed diagram: all that an emitter needs to print it, decided once. Lengths are cm, y upwards; the
// drawing's lower left corner is Min.
type Drawing struct {
	Graph    *dsl.Graph
	Min, Max ink.Point
	// Items are in the order of the file; dimension lines, coordinates and floors follow the element they belong to.
	Items []Item
	Title string
	Alt   string // the drawing in words
}

// Item is one placed element, or a mark that the layout adds to one (a floor, a coordinate).
type Item struct {
	// Element is what the item shows; a mark has the element that it belongs to.
	Element *dsl.Element
	// Name is unique in the drawing and fit for a TikZ coordinate and the tail of an XML id.
	Name string
	// Style names the glyph: the kind's name, with variants ("spring", "coil spring", "wall", "floor", "coordinate").
	// Items of one Style have the same Strokes, so that an emitter can define each once.
	Style string
	Frame ink.Frame
	// Strokes are in the elastic coordinates of Frame.
	Strokes []ink.Stroke
	// Route is what a connector that leaves its lane runs through, from the first registration point to the last; the frame
	// spans its longest straight part. Nil where it runs straight.
	Route []ink.Point
	// Ports are the registration points that belong to the item (connectors: the two ends).
	Ports  []Port
	Labels []Label
	// Look of this one item, from the author's attributes.
	Colour string // "", a TikZ/CSS colour name of the common ones, or #rrggbb
	Thick  bool
	Dashed bool
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

// Label is text beside or in an item.
type Label struct {
	Math   string // LaTeX math, without $
	Text   string // or upright text
	At     ink.Point
	Anchor Anchor
	// Width and the heights above and below the baseline, cm, as measured by package mathbox at 10pt.
	Width, Height, Depth float64
}
