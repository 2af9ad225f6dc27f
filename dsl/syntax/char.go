package syntax

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"diagram/dsl/unseen"
)

// WordLength is how many bytes at the start of text are made of such characters.
func WordLength(text string, part func(rune) bool) int {
	for i, r := range text {
		if !part(r) {
			return i
		}
	}
	return len(text)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// IsWordStart reports whether a word may begin with the character.
func IsWordStart(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == '_'
	}
	return r != utf8.RuneError && unicode.IsLetter(r) && !unseen.Is(r)
}

// IsWordPart reports whether a word may go on with the character: also with marks (accents on their own) and raised or lowered
// digits.
func IsWordPart(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == '_' || '0' <= r && r <= '9'
	}
	return r != utf8.RuneError && unicode.In(r, unicode.L, unicode.M, unicode.N) && !unseen.Is(r)
}

func isNumberPart(r rune) bool { return IsWordPart(r) || r == '.' }

// forbidden characters would make a text look different from what it is, or reach a terminal's or browser's controls.
func forbidden(r rune) bool {
	return r < ' ' && r != '\t' || 0x7f <= r && r < 0xa0 || '\u202a' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069' ||
		r == '\u2028' || r == '\u2029' || r == '\ufeff' || r&0xfffe == 0xfffe
}

// fit reports whether text holds nothing that is forbidden.
func fit(text string) bool { return utf8.ValidString(text) && !strings.ContainsFunc(text, forbidden) }

// Unfit finds the first thing in an author's text that is allowed nowhere, and says what is wrong with it; at is -1 where
// there is none.
func Unfit(text string) (at int, summary, help string) {
	for i, r := range text {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(text[i:], "\ufffd"):
			return i, "the text is not valid UTF-8", "save the file as UTF-8"
		case forbidden(r):
			return i, fmt.Sprintf("the character U+%04X is not allowed in a diagram", r), "remove it"
		}
	}
	return -1, "", ""
}
