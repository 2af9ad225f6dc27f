// Package unseen knows the characters that show nothing: controls, formats, joiners, variation selectors, tags, fillers. Two texts
// that differ in one of them look the same, so a text has none, but for those that some scripts can't do without, where they do
// their work.
package unseen

import (
	"strings"
	"unicode"
)

// Is reports whether a character shows nothing of its own. Blanks do: they part words.
func Is(r rune) bool {
	return !unicode.IsGraphic(r) && r != '\t' && r != '\n' || r == '\u2800' ||
		unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// In is the first character of a text that shows nothing and does nothing for what stands around it either; 0 where there is none.
func In(text string) rune {
	leftwards := strings.ContainsFunc(text, RightToLeft)
	before := rune(0)
	for _, r := range text {
		if !Is(r) {
			before = r
		} else if !works(r, before, leftwards) {
			return r
		}
	}
	return 0
}

// Helps reports whether an unseen character can do something for its neighbours.
func Helps(r rune) bool {
	return isDirection(r) || isJoiner(r) || unicode.Is(unicode.Variation_Selector, r)
}

func isDirection(r rune) bool { return r == '\u200e' || r == '\u200f' || r == '\u061c' }

func isJoiner(r rune) bool { return r == '\u200c' || r == '\u200d' }

// works reports whether an unseen character does something for the one before it, or for a text with words that are written from
// right to left.
func works(r, before rune, leftwards bool) bool {
	switch {
	case isDirection(r):
		return leftwards
	case isJoiner(r):
		return unicode.IsLetter(before) && !unicode.In(before, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Common) ||
			unicode.In(before, unicode.Mn, unicode.Mc) && !unicode.Is(unicode.Inherited, before) || isPicture(before)
	}
	return unicode.Is(unicode.Variation_Selector, r) && (isPicture(before) || unicode.In(before, unicode.Han, unicode.Mongolian))
}

// isPicture reports whether a character is a pictogram, which joiners make one of with others and selectors give colour.
func isPicture(r rune) bool { return r >= 0x2600 && unicode.In(r, unicode.So, unicode.Sk) }

// RightToLeft reports whether a character is a letter of a script that is written from right to left.
func RightToLeft(r rune) bool {
	return unicode.IsLetter(r) && unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Samaritan,
		unicode.Mandaic, unicode.Adlam, unicode.Mende_Kikakui)
}
