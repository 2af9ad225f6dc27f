// Package tikz prints a layout as TikZ that reads as a person would write it: styles first, then the registration points
// as named coordinates, then one line an element, in the order of the file.
//
// The package knows strokes and frames, not springs or walls. A glyph that runs from end to end of its frame becomes a
// style of the path between its ends, with TikZ's own decorations for zigzags and coils:
//
//	\draw[spring] (W-S) -- node[above=2.5mm] {$k$} (T-S);
//
// and a glyph about a point becomes a pic with its size as arguments:
//
//	\path (3.2,0.5) coordinate (T) pic {trolley={1.6}{1.2}} node {$m$};
//
// Each is defined once, so an author restyles all springs in one place. The definitions are local to the picture: two pictures in
// one document don't disturb each other, nor does a picture change TikZ's keys for the rest of the document.
package tikz

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/emit/internal/escape"
	"diagram/emit/internal/scene"
	"diagram/emit/internal/theme"
	"diagram/layout"
)

// Options say how a picture is written.
type Options struct {
	// Shared leaves the styles out of the picture: the document has them from Preamble.
	Shared bool
	// Colours gives an element the colour of its terms, as a name or #rrggbb; nil, or "" for an element: the item's own.
	Colours func(*graph.Element) string
}

// Libraries are TikZ's Libraries that the styles need.
const Libraries = "arrows.meta,bending,decorations.markings,decorations.pathmorphing,decorations.pathreplacing"

// Fragment is the picture as a tikzpicture environment, for \input in a document that loads TikZ and the Libraries that its first
// line names. TeX has no lengths beyond 5.75 m: a longer chain is printed but not compiled.
func Fragment(d *layout.Drawing, o Options) []byte {
	p := &printer{options: o, styles: map[string]*style{}}
	for i := range d.Items {
		p.style(&d.Items[i])
	}
	p.b.Grow(128 * len(d.Items))
	p.ports(d)
	for i := range d.Items {
		p.item(&d.Items[i])
	}
	var b bytes.Buffer
	b.Grow(p.b.Len() + 4096)
	if o.Shared {
		b.WriteString("% needs the output of `diagram preamble` in the document's preamble\n")
	} else {
		b.WriteString("% needs \\usepackage{amsmath,tikz} and \\usetikzlibrary{" + Libraries + "}\n")
	}
	if escape.Encoded(p.b.String()) {
		b.WriteString("% needs \\usepackage[T1]{fontenc} in pdfLaTeX\n")
	}
	foreign := escape.Unicode(p.b.String())
	if len(foreign) > 0 {
		b.WriteString("% needs LuaLaTeX or XeLaTeX, and a font that has " + few(foreign) + "\n")
	}
	leftwards := bytes.Contains(p.b.Bytes(), []byte(toLeft))
	if leftwards {
		b.WriteString("% has words that run from right to left: LuaLaTeX needs babel with bidi=basic\n")
	}
	b.WriteString("\\begin{tikzpicture}[")
	if !o.Shared {
		b.WriteString("\n")
		define(&b, p.order, p.b.Bytes())
		b.WriteString("  ")
	}
	b.WriteString("diagram]\n")
	if len(foreign) > 0 {
		b.WriteString("  \\tracinglostchars=3 % complain of a character that the font lacks\n")
	}
	if leftwards {
		b.WriteString(defineToLeft)
	}
	for _, name := range p.colours {
		b.WriteString("  \\definecolor{" + name + "}{HTML}{" + name[1:] + "}\n")
	}
	b.Write(p.b.Bytes())
	b.WriteString("\\end{tikzpicture}\n")
	return b.Bytes()
}

// Lacking lists the characters of a picture for which pdfLaTeX has no fonts, each once.
func Lacking(picture []byte) []rune { return escape.Unicode(string(picture)) }

// few names some characters.
func few(characters []rune) string {
	const most = 8
	shown := strings.Join(strings.Split(string(characters[:min(most, len(characters))]), ""), " ")
	if len(characters) > most {
		shown += " …"
	}
	return shown
}

// printer prints one picture.
type printer struct {
	b       bytes.Buffer
	options Options
	styles  map[string]*style
	order   []*style // the styles in the order of their first use
	colours []string // those to define, likewise
}

// style is the definition of an item's glyph; nil where the item is only its label.
func (p *printer) style(it *layout.Item) *style {
	if len(it.Strokes) == 0 {
		return nil
	}
	s := p.styles[it.Style]
	if s == nil {
		s = newStyle(it.Style, it.Strokes)
		p.styles[it.Style] = s
		p.order = append(p.order, s)
	}
	return s
}

// ports writes the registration points as named coordinates, those of one element on a line.
func (p *printer) ports(d *layout.Drawing) {
	for i := range d.Items {
		for j, port := range d.Items[i].Ports {
			if j == 0 {
				p.b.WriteString(" ")
			}
			fmt.Fprintf(&p.b, " \\coordinate (%s) at %s;", port.Name, at(port.Point))
		}
		if len(d.Items[i].Ports) > 0 {
			p.b.WriteString("\n")
		}
	}
}

// item writes the line of one element or mark.
func (p *printer) item(it *layout.Item) {
	switch s := p.style(it); {
	case s == nil:
		fmt.Fprintf(&p.b, "  \\path%s %s", brackets(p.look(it)), at(it.Frame.Origin))
		for i := range it.Labels {
			p.b.WriteString(node(&it.Labels[i], it.Frame.Origin))
		}
		p.b.WriteString(";\n")
	case s.along:
		p.path(it, s)
	default:
		p.pic(it, s)
	}
}

// look are the options that give an item the look its author asked for.
func (p *printer) look(it *layout.Item) []string {
	var o []string
	named := scene.Colour(it, p.options.Colours)
	if c := theme.TikZ(named); c != "" {
		o = append(o, c)
		if named[0] == '#' && !slices.Contains(p.colours, c) {
			p.colours = append(p.colours, c)
		}
	}
	if it.Thick {
		o = append(o, "very thick")
	}
	if it.Dashed {
		o = append(o, "dashed")
	}
	return o
}

// brackets prints options, if there are any.
func brackets(o []string) string {
	if len(o) == 0 {
		return ""
	}
	return "[" + strings.Join(o, ", ") + "]"
}

// pic writes an item whose glyph lies about a point.
func (p *printer) pic(it *layout.Item, s *style) {
	f := it.Frame
	var turn []string
	if a := num(f.Angle); a != "0" {
		turn = append(turn, "rotate="+a)
	}
	if f.Mirror {
		turn = append(turn, "yscale=-1", "mirrored")
	}
	glyph := s.name
	switch {
	case s.w && s.h:
		glyph += fmt.Sprintf("={%s}{%s}", num(f.W), num(f.H))
	case s.w:
		glyph += "=" + num(f.W)
	case s.h:
		glyph += "=" + num(f.H)
	}
	fmt.Fprintf(&p.b, "  \\path%s %s", brackets(p.look(it)), at(f.Origin))
	if it.Element != nil && it.Name == it.Element.Name {
		fmt.Fprintf(&p.b, " coordinate (%s)", it.Name)
	}
	fmt.Fprintf(&p.b, " pic%s {%s}", brackets(turn), glyph)
	for i := range it.Labels {
		p.b.WriteString(node(&it.Labels[i], f.Origin))
	}
	p.b.WriteString(";\n")
}

// path writes an item whose glyph runs from end to end.
func (p *printer) path(it *layout.Item, s *style) {
	f := it.Frame
	from, to := f.Origin, f.Local(f.W, 0)
	p.leads(it)
	options := append([]string{s.call(num(f.H))}, p.look(it)...)
	if f.Mirror && !s.plain {
		options = append(options, "mirrored")
	}
	fmt.Fprintf(&p.b, "  \\draw%s %s --", brackets(options), place(it, from))
	mid := from.Add(to).Scale(0.5)
	for i := range it.Labels {
		if l := &it.Labels[i]; atMiddle(l, mid, to) {
			p.b.WriteString(node(l, mid))
		}
	}
	if end := place(it, to); end == at(to) && place(it, from) != at(from) {
		p.b.WriteString(" +" + at(to.Sub(from)))
	} else {
		p.b.WriteString(" " + end)
	}
	for i := range it.Labels {
		if l := &it.Labels[i]; !atMiddle(l, mid, to) {
			p.b.WriteString(node(l, to))
		}
	}
	p.b.WriteString(";\n")
}

// leads writes the lines of a connector that leaves its lane, up to the ends of its glyph.
func (p *printer) leads(it *layout.Item) {
	before, after := it.Leads()
	if len(before)+len(after) == 0 {
		return
	}
	p.b.WriteString("  \\draw" + brackets(p.look(it)))
	for _, lead := range [][]ink.Point{before, after} {
		for i, q := range lead {
			if i > 0 {
				p.b.WriteString(" --")
			}
			p.b.WriteString(" " + place(it, q))
		}
	}
	p.b.WriteString(";\n")
}

// place is a point of the page, by its name where it is a registration point of the item.
func place(it *layout.Item, q ink.Point) string {
	for _, port := range it.Ports {
		if near(port.Point, q) {
			return "(" + port.Name + ")"
		}
	}
	return at(q)
}
