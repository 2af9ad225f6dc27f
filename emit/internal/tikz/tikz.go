// Package tikz prints a layout as TikZ that reads as a person would write it: the styles that it needs, the bodies as nodes,
// and then one line an element, each said from the bodies that it belongs to.
//
//	\path (3,0.8) node[diagram/mass, minimum width=1.4cm, minimum height=1.1cm] (M) {} node {$m$};
//	\draw[diagram/wall] (0,0) coordinate (W) -- +(0,1.6);
//	\draw[diagram/spring] (W |- M.west) to node[auto, yshift=3.2mm] {$k$} (M.west);
//
// So an author moves a body by changing its place, and whatever is joined to it follows: connectors end on the body's sides,
// walls meet them by projection, forces, coordinates and floors are said from its anchors. The styles scale and turn with the
// picture, while labels stay upright.
//
// The package knows strokes and frames, not springs or walls (see glyph). Its keys lie below /tikz/diagram, and each is put
// before what the document says of the key: \tikzset{diagram/spring/.append style={red}} makes all springs red. All
// definitions are local to the picture.
package tikz

import (
	"bytes"
	"cmp"
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
	Theme   theme.Theme // zero: the default one
}

// Fragment is the picture as a tikzpicture environment, for \input in a document that loads TikZ and the libraries that its first
// line names. TeX has no lengths beyond 5.75 m: a longer chain is printed but not compiled.
func Fragment(d *layout.Drawing, o Options) []byte {
	p := newPrinter(d, o)
	p.print()
	var options bytes.Buffer
	size := cmp.Or(d.FontSize, graph.UsualFontSize)
	if styles := definitions(p.order, !o.Shared, size); len(styles) > 0 {
		options.WriteString("\n" + string(styles) + "  ")
	}
	options.WriteString("diagram")
	if o.Shared && size != graph.UsualFontSize {
		options.WriteString(", " + font(size))
	}
	coloured, colours := themed(o.Theme.Or())
	for _, option := range coloured {
		options.WriteString(", " + option)
	}
	if p.angle != 0 {
		options.WriteString(", rotate=" + num(p.angle))
	}
	if d.Alt != "" {
		options.WriteString(",\n  alt/.try={" + plain.Replace(d.Alt) + "}")
	}
	var b bytes.Buffer
	b.Grow(len(p.b) + options.Len() + 1024)
	if o.Shared {
		b.WriteString("% needs the output of `diagram preamble` in the document's preamble\n")
	} else {
		fmt.Fprintf(&b, "%% needs \\usepackage{amsmath,tikz} and \\usetikzlibrary{%s}\n", libraries(options.Bytes(), p.b))
	}
	strange := string(p.foreign.b)
	if escape.Encoded(strange) {
		b.WriteString("% needs \\usepackage[T1]{fontenc} in pdfLaTeX\n")
	}
	foreign := escape.Unicode(strange)
	if len(foreign) > 0 {
		b.WriteString("% needs LuaLaTeX or XeLaTeX, and a font that has " + few(foreign) + "\n")
	}
	leftwards := strings.Contains(strange, toLeft)
	if leftwards {
		b.WriteString("% has words that run from right to left: LuaLaTeX needs babel with bidi=basic\n")
	}
	b.WriteString(colours)
	b.WriteString("\\begin{tikzpicture}[")
	b.Write(options.Bytes())
	b.WriteString("]\n")
	if len(foreign) > 0 {
		b.WriteString("  \\tracinglostchars=3 % complain of a character that the font lacks\n")
	}
	if leftwards {
		b.WriteString(defineToLeft)
	}
	for _, name := range p.colours {
		b.WriteString("  \\definecolor{" + name + "}{HTML}{" + name[1:] + "}\n")
	}
	b.Write(p.b)
	b.WriteString("\\end{tikzpicture}\n")
	return b.Bytes()
}

// plain makes words fit for a key of TikZ's: their signs stay as they are, since no font shows them.
var plain = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "%", `\%`, "#", `\#`, "&", `\&`, "$", `\$`, "_", `\_`, "^", `\^{}`, "~", `\~{}`, "\n", " ", "\r", " ")

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
	text
	drawing *layout.Drawing
	options Options
	angle   float64 // by which the picture is turned
	pieces  []piece
	known   map[string]*glyph // by name
	alike   map[alike][]*glyph
	order   []*glyph // in the order of their first use, without those that the document has
	colours []string // those to define, likewise
	foreign text     // the labels with more than ASCII

	connectors map[*graph.Element]*piece
	stations   []*station
	of         map[*graph.Element][]*station
	masses     []*station // see within
	edges      edges
}

// piece is an item with what it is in TikZ.
type piece struct {
	*layout.Item
	glyph   *glyph // nil for one that is only its label
	station *station
	written bool
}

// alike is what items of one glyph have in common, up to the height of their frames.
type alike struct {
	style  string
	mirror bool
}

func newPrinter(d *layout.Drawing, o Options) *printer {
	p := &printer{drawing: d, options: o, angle: d.Slope, pieces: make([]piece, len(d.Items)), known: map[string]*glyph{}, alike: map[alike][]*glyph{},
		connectors: map[*graph.Element]*piece{}, of: map[*graph.Element][]*station{}}
	if o.Shared {
		for _, g := range every(d.Graph.Catalog) {
			p.known[g.name] = g
		}
	}
	for i := range d.Items {
		it := &p.pieces[i]
		if it.Item = &d.Items[i]; len(it.Strokes) == 0 {
			continue
		}
		it.glyph = p.glyph(it.Item)
		p.stand(it)
		if it.Element != nil && len(it.Ports) > 1 {
			p.connectors[it.Element] = it
		}
	}
	p.b = make([]byte, 0, 128*len(d.Items))
	return p
}

// glyph is that of an item: one that is known if there is one alike.
func (p *printer) glyph(it *layout.Item) *glyph {
	key := alike{it.Style, it.Frame.Mirror}
	for _, g := range p.alike[key] {
		if g.height == 0 || same(g.height, it.Frame.H) {
			return g
		}
	}
	g := p.fresh(newGlyph(it))
	p.alike[key] = append(p.alike[key], g)
	return g
}

// fresh gives a glyph a name of its own; where there is one alike, it is that.
func (p *printer) fresh(g *glyph) *glyph {
	name := g.name
	for i := 2; ; i++ {
		k := p.known[g.name]
		if k == nil {
			p.known[g.name] = g
			p.order = append(p.order, g)
			return g
		}
		if same(k.height, g.height) {
			return k
		}
		g.name = fmt.Sprintf("%s of size %d", name, i)
	}
}

// turn takes a place of the page to the frame of the picture, in which an inclined axis lies level.
func (p *printer) turn(q ink.Point) ink.Point {
	if p.angle == 0 {
		return q
	}
	return q.Rotate(-p.angle)
}

// page is the opposite of turn.
func (p *printer) page(q ink.Point) ink.Point {
	if p.angle == 0 {
		return q
	}
	return q.Rotate(p.angle)
}

func (p *printer) frame(f ink.Frame) ink.Frame {
	f.Origin, f.Angle = p.turn(f.Origin), f.Angle-p.angle
	return f
}

// ink is an item's colour as an option, if it has one.
func (p *printer) ink(it *piece) []string {
	asked := scene.Colour(it.Item, p.options.Colours)
	if asked == "" {
		return nil
	}
	if c := p.defined(p.options.Theme.Or().TikZ(asked)); c != "" {
		return []string{c}
	}
	return nil
}

// look are the options that give an item the look its author asked for. Fine lines stay fine.
func (p *printer) look(it *piece, pen ink.Pen) []string {
	var o []string
	o = append(o, p.ink(it)...)
	if it.Fill != "" && pen.Fill.Inside() {
		o = append(o, "fill="+p.defined(theme.TikZ(it.Fill)))
		if pen.Fill == ink.Shade {
			o = append(o, "fill opacity=1")
		}
	}
	if it.Thick && pen.Weight == ink.Normal {
		o = append(o, "very thick")
	}
	if it.Dashed {
		o = append(o, "dashed")
	}
	return o
}

// defined is a colour's name in TikZ, which the picture defines where it must.
func (p *printer) defined(name string) string {
	if theme.Defined(name) && !slices.Contains(p.colours, name) {
		p.colours = append(p.colours, name)
	}
	return name
}

// brackets prints options, if there are any.
func brackets(o []string) string {
	if len(o) == 0 {
		return ""
	}
	return "[" + strings.Join(o, ", ") + "]"
}
