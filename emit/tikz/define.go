package tikz

import (
	"bytes"
	"fmt"

	"diagram/dsl/component"
	"diagram/layout/ink"
)

// base are the styles that the glyphs are made of, and those that fit the whole picture. The line widths are TikZ's own thin,
// semithick and very thick.
var base = fmt.Sprintf(`  diagram/.style={semithick, line cap=round, line join=round, every node/.style={inner sep=0pt, outer sep=0pt}},
  paper/.style={fill=white},
  tint/.style={fill=black!15},
  solid tip/.style={-{Triangle[length=%[1]smm, width=%[2]smm]}},
  open tip/.style={-{Straight Barb[round, length=%[3]smm, width=%[4]smm]}},
  open tips/.style={{Straight Barb[round, length=%[3]smm, width=%[4]smm]}-{Straight Barb[round, length=%[3]smm, width=%[4]smm]}},
  %% what runs from end to end of a path: \W is its length in cm; the path hands on its colour and line
  along/.style={decorate, decoration={markings, mark=at position 0 with {
    \csname tikz@options\endcsname \pgfmathsetmacro\W{\pgfdecoratedpathlength/1cm} #1}}},
  mirrored/.style={decoration=mirror},
`, num(10*ink.SolidLength), num(10*ink.SolidWidth), num(10*ink.OpenLength), num(10*ink.OpenWidth))

// define writes the definitions of glyphs as keys.
func define(b *bytes.Buffer, styles []*style) {
	b.WriteString(base)
	for _, s := range styles {
		s.define(b)
	}
}

// Preamble is what Options.Shared leaves out of the pictures: TikZ, its Libraries and the styles of all kinds of element, for the
// preamble of a document with several pictures.
func Preamble() []byte {
	var b bytes.Buffer
	b.WriteString("\\usepackage{tikz}\n\\usetikzlibrary{" + Libraries + "}\n")
	b.Write(definitions())
	return b.Bytes()
}

// definitions are the styles of all kinds.
func definitions() []byte {
	var styles []*style
	for _, k := range component.All() {
		if k.Glyph != nil {
			styles = append(styles, newStyle(key(k.Name), k.Glyph(component.Look{
				Words: func(string) string { return "" }, Flag: func(string) bool { return false }})))
		}
	}
	var b bytes.Buffer
	b.WriteString("\\tikzset{\n")
	define(&b, styles)
	b.WriteString("}\n")
	return b.Bytes()
}
