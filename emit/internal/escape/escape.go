// Package escape makes text safe to stand in other languages' texts.
package escape

import (
	"encoding/base64"
	"strings"
)

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

// SVG is a picture as an address, which holds all of it.
func SVG(picture []byte) string {
	return "data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString(picture)
}

// Math makes LaTeX mathematics safe between the $ of a Markdown text, where <b would be a tag and [a](b) a link: blanks mean
// nothing to mathematics.
func Math(s string) string { return apart.Replace(s) }

var apart = strings.NewReplacer("<", "< ", "](", "] (", "][", "] [")
