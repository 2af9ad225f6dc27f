// Package pdf writes a layout as a one-page vector PDF, with no TeX and no fonts: labels are outlines. Equal drawings
// give equal bytes, since the file holds no date and no random id.
package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf16"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/emit/internal/scene"
	"diagram/emit/internal/theme"
	"diagram/layout"
	"diagram/layout/mathbox"
)

// Options say how a picture is written.
type Options struct {
	Theme   theme.Theme                 // zero: black on white
	Colours func(*graph.Element) string // an element's colour from its terms; nil, or "" for an element: the item's own
	Plain   bool                        // leave the page's content uncompressed, to read it
}

// unit is PDF's points (72 to the inch) to the cm.
const unit = 72 / 2.54

// Write prints the drawing as a PDF file.
func Write(d *layout.Drawing, o Options) []byte {
	w := &writer{d: d, theme: o.Theme.Or(), number: map[string]int{}}
	w.lo, w.hi = scene.Page(d)
	w.page(o)
	var squeezed bytes.Buffer
	z := zlib.NewWriter(&squeezed)
	stream := func(dictionary string, content []byte) string {
		if !o.Plain {
			squeezed.Reset()
			z.Reset(&squeezed)
			z.Write(content) // a buffer takes everything
			z.Close()
			dictionary, content = dictionary+"/Filter /FlateDecode ", squeezed.Bytes()
		}
		return fmt.Sprintf("<< %s/Length %d >>\nstream\n%s\nendstream", dictionary, len(content), content)
	}
	var forms strings.Builder
	for i := range w.glyphs {
		fmt.Fprintf(&forms, "/G%d %d 0 R ", i, firstForm+i)
	}
	var f file
	f.b.WriteString("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
	f.object("<< /Type /Catalog /Pages 2 0 R /ViewerPreferences << /DisplayDocTitle true >> >>")
	f.object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
	f.object(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %s %s] /Contents 4 0 R /Resources << /XObject << %s>> >> >>",
		num((w.hi.X-w.lo.X)*unit), num((w.hi.Y-w.lo.Y)*unit), forms.String()))
	f.object(stream("", w.b.Bytes()))
	f.object("<< /Title " + text(d.Name) + " /Subject " + text(d.Alt) + " /Creator (diagram) >>")
	for _, g := range w.glyphs {
		box := fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [%s %s %s %s] ", num(g.MinX), num(g.MinY), num(g.MaxX), num(g.MaxY))
		f.object(stream(box, outline(g)))
	}
	return f.end()
}

// The fixed objects of a file: the page's content is number 4, the document's information number 5, and the glyphs' forms follow.
const (
	information = 5
	firstForm   = 6
)

// file writes a PDF's objects, numbered from 1, and remembers where they are.
type file struct {
	b       bytes.Buffer
	offsets []int
}

func (f *file) object(body string) {
	f.offsets = append(f.offsets, f.b.Len())
	fmt.Fprintf(&f.b, "%d 0 obj\n%s\nendobj\n", len(f.offsets), body)
}

// end writes the table of objects; the first is the catalogue.
func (f *file) end() []byte {
	xref, n := f.b.Len(), len(f.offsets)
	fmt.Fprintf(&f.b, "xref\n0 %d\n0000000000 65535 f \n", n+1)
	for _, o := range f.offsets {
		fmt.Fprintf(&f.b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&f.b, "trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n", n+1, information, xref)
	return f.b.Bytes()
}

// text is a text string in UTF-16, in hexadecimal.
func text(s string) string {
	b := []byte("<feff")
	for _, u := range utf16.Encode([]rune(s)) {
		b = fmt.Appendf(b, "%04x", u)
	}
	return string(append(b, '>'))
}

// num prints a number with at most three decimals.
func num(x float64) string { return string(appendNum(nil, x)) }

func appendNum(b []byte, x float64) []byte {
	x = math.Round(x*1000) / 1000
	if x == 0 || math.IsNaN(x) || math.IsInf(x, 0) {
		return append(b, '0')
	}
	return strconv.AppendFloat(b, x, 'f', -1, 64)
}

// writer writes the page's content, and collects the outlines that it shows.
type writer struct {
	d      *layout.Drawing
	lo, hi ink.Point // the page's corners
	theme  theme.Theme
	b      bytes.Buffer
	glyphs []*mathbox.Outline
	number map[string]int // of an outline among glyphs, by its ID
}

// op writes an operator after its numbers.
func (w *writer) op(operator string, numbers ...float64) {
	for _, x := range numbers {
		w.b.Write(append(appendNum(w.b.AvailableBuffer(), x), ' '))
	}
	w.b.WriteString(operator)
	w.b.WriteByte('\n')
}

// at are a point's coordinates on the page.
func (w *writer) at(p ink.Point) (x, y float64) {
	return (p.X - w.lo.X) * unit, (p.Y - w.lo.Y) * unit
}

func (w *writer) page(o Options) {
	w.op("j", 1) // round joins
	if w.theme.Background {
		w.colour("rg", w.theme.Paper)
		w.op("re", 0, 0, (w.hi.X-w.lo.X)*unit, (w.hi.Y-w.lo.Y)*unit)
		w.op("f")
	}
	for i := range w.d.Items {
		it := &w.d.Items[i]
		colour := w.theme.Ink
		if named, ok := w.theme.Colour(scene.Colour(it, o.Colours)); ok {
			colour = named
		}
		for _, p := range scene.Paths(it) {
			w.path(p, colour, it.Fill)
		}
		for j := range it.Labels {
			w.label(&it.Labels[j], colour)
		}
	}
}

func (w *writer) colour(operator string, c theme.RGB) {
	w.op(operator, float64(c.R)/255, float64(c.G)/255, float64(c.B)/255)
}

// path fills and inks a path.
func (w *writer) path(p ink.Path, colour theme.RGB, inside string) {
	switch p.Pen.Fill {
	case ink.Paper, ink.Blank:
		w.colour("rg", w.theme.Paper)
	case ink.Shade:
		t := w.theme
		t.Ink = colour
		w.colour("rg", t.Tint())
	case ink.Solid:
		w.colour("rg", colour)
	case ink.Asked:
		c, _ := theme.Parse(inside)
		w.colour("rg", c)
	}
	if !p.Pen.NoLine {
		w.colour("RG", colour)
		w.op("w", p.Pen.Weight.Width()*w.theme.Weight*unit)
		if p.Pen.Dashed {
			w.b.WriteString("[" + num(ink.DashOn*unit) + " " + num(ink.DashOff*unit) + "] 0 d\n")
		}
	}
	for i, s := range p.Segs {
		x, y := w.at(s.To)
		switch s.Op {
		case ink.Move:
			if i > 0 && p.Closed {
				w.op("h")
			}
			w.op("m", x, y)
		case ink.LineTo:
			w.op("l", x, y)
		case ink.Cubic:
			x1, y1 := w.at(s.C1)
			x2, y2 := w.at(s.C2)
			w.op("c", x1, y1, x2, y2, x, y)
		}
	}
	if p.Closed {
		w.op("h")
	}
	switch {
	case p.Pen.NoLine && p.Pen.Fill == ink.NoFill:
		w.op("n")
	case p.Pen.NoLine:
		w.op("f")
	case p.Pen.Fill == ink.NoFill:
		w.op("S")
	default:
		w.op("B")
	}
	if p.Pen.Dashed && !p.Pen.NoLine {
		w.b.WriteString("[] 0 d\n")
	}
}

// label fills a label's glyphs and rules.
func (w *writer) label(l *layout.Label, colour theme.RGB) {
	box, at := scene.Label(l)
	box = scene.Outlines(box)
	x, y := w.at(at)
	const pt = scene.CmPerPt * unit
	for i := range box.Glyphs {
		if i == 0 {
			w.colour("rg", colour)
		}
		w.glyph(&box.Glyphs[i], x, y, pt)
	}
	for _, r := range box.Rules {
		w.colour("rg", colour)
		w.op("re", x+r.X*pt, y+r.Y*pt, r.W*pt, r.H*pt)
		w.op("f")
	}
}

// glyph shows a glyph as the form of its outline.
func (w *writer) glyph(g *mathbox.Glyph, x, y, pt float64) {
	if len(g.Outline.Segments) == 0 {
		return
	}
	n, known := w.number[g.Outline.ID]
	if !known {
		n = len(w.glyphs)
		w.number[g.Outline.ID] = n
		w.glyphs = append(w.glyphs, g.Outline)
	}
	b := append(w.b.AvailableBuffer(), "q "...)
	scale := strconv.AppendFloat(nil, g.Scale*pt, 'f', 6, 64)
	b = append(append(b, scale...), " 0 0 "...)
	b = append(append(b, scale...), ' ')
	b = append(appendNum(b, x+g.X*pt), ' ')
	b = append(appendNum(b, y+g.Y*pt), " cm /G"...)
	b = append(strconv.AppendInt(b, int64(n), 10), " Do Q\n"...)
	w.b.Write(b)
}

// outline is a glyph's outline as a form's content, in font units.
func outline(o *mathbox.Outline) []byte {
	var b []byte
	for i := range o.Segments {
		s := &o.Segments[i]
		if s.Op == mathbox.MoveTo && i > 0 {
			b = append(b, "h\n"...)
		}
		for _, p := range s.Points() {
			b = append(appendNum(append(appendNum(b, p.X), ' '), p.Y), ' ')
		}
		b = append(b, "mlc"[s.Op], '\n')
	}
	return append(b, "f"...)
}
