package tikz

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"

	"diagram/dsl/component"
	"diagram/dsl/ink"
	"diagram/layout"
)

// base are the styles that the glyphs are made of, in the order in which they build on each other. The line widths are TikZ's own thin,
// semithick and very thick.
var base = []struct{ name, definition string }{
	{"paper", "paper/.style={fill=white}"},
	{"tint", "tint/.style={fill=black!15}"},
	{"solid tip", fmt.Sprintf("solid tip/.style={-{Triangle[length=%smm, width=%smm]}}", num(10*ink.SolidLength), num(10*ink.SolidWidth))},
	{"open tip", fmt.Sprintf("open tip/.style={-{%s}}", openTip)},
	{"open tips", fmt.Sprintf("open tips/.style={{%[1]s}-{%[1]s}}", openTip)},
	{"hatch", `% ticks behind a face: its length in cm, their distance and depth
  hatch/.style n args={3}{decorate, decoration={border, angle=sign(#3)*45, amplitude=1.414*abs(#3)*1cm,
    segment length={(#1)/(max(1,round((#1)/#2))+0.005)*1cm}}}`},
	{"along", `% what runs from end to end of a path: \W is its length in cm; the path hands on its colour and line
  along/.style={decorate, decoration={markings, mark=at position 0 with {
    \csname tikz@options\endcsname \pgfmathsetmacro\W{\pgfdecoratedpathlength/1cm} #1}}}`},
	{"mirrored", "mirrored/.style={decoration=mirror}"},
	{"diagram", "diagram/.style={semithick, line join=round, every node/.style={inner sep=0pt, outer sep=0pt}}"},
}

var openTip = fmt.Sprintf("Straight Barb[round, length=%smm, width=%smm]", num(10*ink.OpenLength), num(10*ink.OpenWidth))

// define writes the definitions of glyphs as keys, and before them those of base that they or the picture use.
func define(b *bytes.Buffer, styles []*style, picture []byte) {
	var glyphs bytes.Buffer
	glyphs.Grow(256 * len(styles))
	for i, s := range styles {
		if twin := s.twin(styles[:i]); twin != nil {
			fmt.Fprintf(&glyphs, "  %s/.style={%s},\n", s.name, twin.call("#1"))
		} else {
			s.define(&glyphs)
		}
	}
	for _, k := range base {
		if name := []byte(k.name); k.name == "diagram" || picture == nil || bytes.Contains(glyphs.Bytes(), name) || bytes.Contains(picture, name) {
			b.WriteString("  " + k.definition + ",\n")
		}
	}
	b.Write(glyphs.Bytes())
}

// twin is a style among those before that draws the same along a path; nil where there is none.
func (s *style) twin(before []*style) *style {
	if !s.along || s.plain {
		return nil
	}
	for _, t := range before {
		if t.along && slices.EqualFunc(s.strokes, t.strokes, func(a, b ink.Stroke) bool { return reflect.DeepEqual(a, b) }) {
			return t
		}
	}
	return nil
}

// Preamble is what Options.Shared leaves out of the pictures: TikZ, its Libraries and the styles of all kinds of element in a
// catalog, for the preamble of a document with several pictures.
func Preamble(kinds *component.Catalog) []byte {
	var b bytes.Buffer
	b.WriteString("\\usepackage{amsmath,tikz}\n\\usetikzlibrary{" + Libraries + "}\n")
	b.Write(definitions(kinds))
	return b.Bytes()
}

// definitions are the styles of all glyphs of a catalog.
func definitions(kinds *component.Catalog) []byte {
	var styles []*style
	for _, g := range layout.Glyphs(kinds) {
		styles = append(styles, newStyle(g.Style, g.Strokes))
	}
	var b bytes.Buffer
	b.WriteString("\\tikzset{\n")
	define(&b, styles, nil)
	b.WriteString("}\n")
	return b.Bytes()
}
