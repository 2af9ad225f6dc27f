package component

import (
	"reflect"
	"slices"
	"strings"
)

// Look is what of an element its glyph depends on. A glyph sees nothing else, so that equal looks are equal pictures.
type Look struct {
	Rotation bool // the element is in the rotational domain
	// Inline reports whether a sliding connector lies in the line between its two nodes, not between their sides.
	Inline bool
	// Variant is the words among the kind's Variants that the author said, with spaces between them; empty where none was said.
	Variant string
}

// Has reports whether the author said one of the words among the kind's Variants.
func (l Look) Has(word string) bool { return slices.Contains(strings.Fields(l.Variant), word) }

// Look is how an element of the kind looks of which the author said some words.
func (k *Kind) Look(d Domain, says func(word string) bool) Look {
	l := Look{Rotation: d == Rotation}
	for _, word := range k.Variants {
		if says(word) {
			l.Variant = strings.TrimSpace(l.Variant + " " + word)
		}
	}
	return l
}

// Looks are all looks that an element of the kind may have.
func (k *Kind) Looks() []Look {
	variants := []string{""}
	for _, word := range k.Variants {
		for _, v := range variants {
			if !slices.ContainsFunc(strings.Fields(v), func(other string) bool { return k.Word(other) == k.Word(word) }) {
				variants = append(variants, strings.TrimSpace(v+" "+word))
			}
		}
	}
	var all []Look
	for _, v := range variants {
		for _, d := range []Domain{Translation, Rotation} {
			if k.Domain != Either && k.Domain != d {
				continue
			}
			l := Look{Rotation: d == Rotation, Variant: v}
			all = append(all, l)
			if k.Sliding {
				l.Inline = true
				all = append(all, l)
			}
		}
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
	switch {
	case !l.Rotation:
	case k.Sort == Connector:
		s = "torsional " + s
	default:
		straight := l
		straight.Rotation = false
		if !reflect.DeepEqual(k.Glyph(l), k.Glyph(straight)) {
			s = "turning " + s
		}
	}
	return s
}
