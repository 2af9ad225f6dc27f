package component

import (
	"math"
	"reflect"
	"slices"
	"strings"

	"diagram/dsl/ink"
)

// Glyph is how the elements of a kind are drawn.
type Glyph struct {
	// Size is how much room it takes when nothing else is asked for. In a look that needs another room, that is what Sized says.
	Size  Size
	Sized func(l Look) Size
	// Variants are the bare words (a flag, or a word of a choice) that change it, and those for which an attribute of 0 stands
	// (Attribute.Zero). It learns of no others.
	Variants []string
	// Spans are the lengths that dimension lines can show; nil where there are none.
	Spans func(p Params) []Span
	// Draw draws it in an ink.Frame (which frame is said at ink.Frame, by sort).
	Draw func(l Look) []ink.Stroke
	// Slanted reports whether something in it points up the page, whichever way its frame lies (see Look.Down); nil where nothing
	// ever does.
	Slanted func(l Look) bool
	// LabelAt is where the label is put; with Inside the label's centre goes there (a mass's m), else the label goes
	// beside it, outwards.
	LabelAt ink.Pt
	Inside  bool
}

// Span is a length of a connector's picture that a dimension line can show.
type Span struct {
	Of       string    // the parameter that says how long it is
	From, To ink.Coord // along the connector
	Usual    bool      // it is shown wherever its parameter is given, unless the author asks for another
}

// Size is a glyph's room, in cm.
type Size struct {
	// Width and Height are a body's box, W and H of its frame, before the layout grows it for its lanes or label. A
	// connector's Width is its usual length and its Height the whole width of its lane. A support's Width is its depth.
	Width, Height float64
	// Below is how far a body's glyph reaches below its box (wheels); a body with Floor stands on a hatched floor there.
	Below float64
	Floor bool
	// MinWidth is the least length at which a connector still looks like itself.
	MinWidth float64
	// Reaches reports whether a connector may be of any length: its glyph reaches from node to node, with what makes it known in the
	// middle, in a stretch of MinWidth.
	Reaches bool
}

// In is the room that the glyph takes in a look.
func (g *Glyph) In(l Look) Size {
	if g.Sized != nil {
		return g.Sized(l)
	}
	return g.Size
}

// Look is what of an element its glyph depends on. A glyph sees nothing else, so that equal looks are equal pictures.
type Look struct {
	Rotation bool // the element is in the rotational domain
	// Inline reports whether a sliding connector lies in the line between its two nodes, not between their sides.
	Inline bool
	// Aside reports whether a connector between what turns lies beside the axis, where no shaft can be.
	Aside bool
	// Down reports, of a slanted glyph, that its frame's x runs to the left or down the page. Where x runs up or to the left, the frame
	// is mirrored.
	Down bool
	// Variant is the words among the glyph's Variants that the author said, with spaces between them; empty where none was said.
	Variant string
}

// Has reports whether the author said one of the words among the glyph's Variants.
func (l Look) Has(word string) bool { return slices.Contains(strings.Fields(l.Variant), word) }

// Turned is a glyph's look in a frame whose x runs at an angle on the page, and whether that frame has to be mirrored.
func (g *Glyph) Turned(l Look, angle float64) (turned Look, mirror bool) {
	if g.Slanted == nil || !g.Slanted(l) {
		return l, false
	}
	angle = math.Mod(math.Mod(angle, 360)+360, 360)
	l.Down = 135 <= angle && angle < 315
	return l, 45 < angle && angle <= 225
}

// Look is how an element of the kind looks of which the author said some words.
func (k *Kind) Look(d Domain, says func(word string) bool) Look {
	l := Look{Rotation: d == Rotation}
	for _, word := range k.Glyph.Variants {
		if says(word) {
			l.Variant = strings.TrimSpace(l.Variant + " " + word)
		}
	}
	return l
}

// Looks are all looks that an element of the kind may have.
func (k *Kind) Looks() []Look {
	variants := []string{""}
	for _, word := range k.Glyph.Variants {
		for _, v := range variants {
			if !slices.ContainsFunc(strings.Fields(v), func(other string) bool { return k.Word(other) == k.Word(word) }) {
				variants = append(variants, strings.TrimSpace(v+" "+word))
			}
		}
	}
	var all []Look
	for _, v := range variants {
		for _, d := range []Domain{Translation, Rotation} {
			if k.Domain == Either || k.Domain == d {
				all = append(all, k.looks(Look{Rotation: d == Rotation, Variant: v})...)
			}
		}
	}
	return all
}

// looks are those that the place of an element gives to one look.
func (k *Kind) looks(l Look) []Look {
	all := []Look{l}
	also := func(change func(l *Look)) {
		for _, l := range all[:len(all):len(all)] {
			change(&l)
			all = append(all, l)
		}
	}
	if k.Connector().Sliding {
		also(func(l *Look) { l.Inline = true })
	}
	if l.Rotation && k.IsConnector() {
		also(func(l *Look) { l.Aside = true })
	}
	if k.Glyph.Slanted != nil && k.Glyph.Slanted(l) {
		also(func(l *Look) { l.Down = true })
	}
	return all
}

// Style is the name of the kind's glyph in a look, such as "torsional coil spring". Glyphs that differ have different names.
func (k *Kind) Style(l Look) string {
	s := k.Name
	if l.Variant != "" {
		s = l.Variant + " " + s
	}
	if l.Inline {
		s = "inline " + s
	}
	if l.Down {
		s += " down"
	}
	switch {
	case !l.Rotation:
	case k.IsConnector():
		s = "torsional " + s
		if l.Aside && k.differs(l, func(l *Look) { l.Aside = false }) {
			s += " aside"
		}
	case k.differs(l, func(l *Look) { l.Rotation = false }):
		s = "turning " + s
	}
	return s
}

// differs reports whether a look is drawn otherwise than a change of it.
func (k *Kind) differs(l Look, change func(l *Look)) bool {
	other := l
	change(&other)
	return !reflect.DeepEqual(k.Glyph.Draw(l), k.Glyph.Draw(other))
}
