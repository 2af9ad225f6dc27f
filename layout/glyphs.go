package layout

import (
	"slices"

	"diagram/dsl/component"
	"diagram/dsl/ink"
)

// Glyph is what items of one Style show.
type Glyph struct {
	Style   string
	Strokes []ink.Stroke
	Height  float64         // of the frame in which it usually is
	Kind    *component.Kind // of its elements; nil for a mark
}

// marks are the glyphs that the layout adds to those of the elements.
var marks = []Glyph{
	{Style: "plate", Strokes: plate},
	{Style: "rotation", Strokes: rotation, Height: 2 * component.RingRadius},
	{Style: "shaft", Strokes: shaftEnd, Height: 2 * component.ShaftRadius},
	{Style: "floor", Strokes: hatching},
	{Style: "bare floor", Strokes: bare},
	{Style: "coordinate", Strokes: coordinate},
	{Style: "distance", Strokes: distance},
	{Style: "reference", Strokes: dashedLine},
	{Style: "slope", Strokes: angleBetween(slopeBase, defaultSlope)},
	{Style: "gravitation", Strokes: downwards},
	{Style: "dimension", Strokes: dimensionLine, Height: dimensionHeight},
}

// IsMark reports whether a style is that of a mark which the layout adds, not that of a kind of element.
func IsMark(style string) bool {
	return slices.ContainsFunc(marks, func(g Glyph) bool { return g.Style == style })
}

// Mark is what an item is that belongs to its element and isn't the element itself: a coordinate in whatever way it is
// drawn, a dimension, a floor, the slope of the axis, gravity, the caption; empty for the element itself.
func (it *Item) Mark() string {
	switch it.Style {
	case "coordinate", "distance", "rotation", "reference":
		return "coordinate"
	case "subcaption":
		return "caption"
	case "floor", "bare floor":
		return "floor"
	case "shaft", "dimension", "slope", "gravitation", "caption":
		return it.Style
	}
	return ""
}

// Glyphs are the glyphs that a drawing may hold, each Style once: those of a catalog's kinds in all their looks, and the marks
// that the layout adds. An emitter defines them where it doesn't know the drawings yet.
func Glyphs(kinds *component.Catalog) []Glyph {
	var all []Glyph
	known := map[string]bool{}
	for k := range kinds.All() {
		if k.Action().Marks {
			continue // it is drawn as the coordinate of its body
		}
		for _, l := range k.Looks() {
			if style := k.Style(l); !known[style] {
				known[style] = true
				all = append(all, Glyph{style, k.Glyph.Draw(l), k.Glyph.In(l).Height, k})
			}
		}
	}
	return append(all, marks...)
}
