package layout

import (
	"slices"

	"diagram/dsl/component"
	"diagram/layout/ink"
)

// Glyph is what items of one Style show.
type Glyph struct {
	Style   string
	Strokes []ink.Stroke
}

// Glyphs are the glyphs that a drawing may hold, each Style once: those of all kinds in all their variants, and the marks that the
// layout adds. An emitter defines them where it doesn't know the drawings yet.
func Glyphs() []Glyph {
	var all []Glyph
	add := func(style string, strokes []ink.Stroke) {
		if !slices.ContainsFunc(all, func(g Glyph) bool { return g.Style == style }) {
			all = append(all, Glyph{style, strokes})
		}
	}
	for _, k := range component.All() {
		if k.Glyph == nil {
			continue
		}
		for _, variant := range []string{"", "coil", "coulomb"} {
			l := component.Look{
				Words: func(string) string { return variant },
				Flag:  func(flag string) bool { return flag == variant },
			}
			for _, l.Rotation = range []bool{false, true} {
				add(styleOf(k, l), k.Glyph(l))
				if k.Sliding {
					l.Inline = true
					add(styleOf(k, l), k.Glyph(l))
					l.Inline = false
				}
			}
		}
	}
	add("plate", plate)
	add("rotation", angleOf)
	add("floor", hatching)
	add("coordinate", coordinate)
	add("distance", distance)
	add("dimension", dimensionLine)
	return all
}

// styleOf is the name of a kind's glyph: that of the kind, with the flags and words that change it.
func styleOf(k *component.Kind, l component.Look) string {
	s := k.Name
	for _, a := range k.Attributes {
		switch {
		case a.Type == component.Flag && a.Name == "coil" && l.Flag("coil"):
			s = "coil " + s
		case a.Type == component.Choice && a.Name == "law" && l.Words("law") == "coulomb":
			s = "coulomb " + s
		}
	}
	if l.Inline {
		s = "inline " + s
	}
	if k.Sort == component.Connector && l.Rotation {
		s = "torsional " + s
	}
	return s
}
