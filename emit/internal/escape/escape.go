// Package escape makes text safe to stand in other languages' texts.
package escape

import "strings"

// Markdown makes text mean itself in Markdown, on one line.
func Markdown(s string) string {
	var b strings.Builder
	for _, r := range strings.Join(strings.Fields(s), " ") {
		if strings.ContainsRune("\\`*_{}[]<>$&!#|~", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Math makes LaTeX mathematics safe between the $ of a Markdown text, where <b would be a tag.
func Math(s string) string { return strings.ReplaceAll(s, "<", "< ") }
