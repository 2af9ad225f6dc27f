package svg

import (
	"bytes"
	"math"

	"diagram/emit/internal/scene"
	"diagram/layout"
	"diagram/layout/mathbox"
	"diagram/symbolic/formula"
)

// label writes a label as outlines: a group in the units of its largest font, in which each glyph is a reference to its outline.
func (w *writer) label(l *layout.Label) {
	box, at := scene.Label(l)
	if len(box.Glyphs)+len(box.Rules)+len(box.Foreign) == 0 {
		return
	}
	var size float64
	for i := range box.Glyphs {
		size = math.Max(size, box.Glyphs[i].Scale)
	}
	if size == 0 {
		size = 0.01
	}
	scale := size * scene.CmPerPt * unit
	b := &w.body
	b.WriteString(`<g fill="currentColor" stroke="none"`)
	attribute(b, "aria-label", spoken(l))
	b.WriteString(` transform="translate(`)
	p := w.pixel(at)
	decimal(b, p.x)
	b.WriteByte(' ')
	decimal(b, p.y)
	b.WriteString(") scale(")
	number(b, scale, 6)
	b.WriteByte(' ')
	number(b, -scale, 6)
	b.WriteString(")\">")
	for i := range box.Glyphs {
		w.glyph(&box.Glyphs[i], size)
	}
	for _, r := range box.Rules {
		b.WriteString(`<path d="M`)
		coordinates(b, r.X/size, r.Y/size)
		b.WriteByte('h')
		number(b, r.W/size, 1)
		b.WriteByte('v')
		number(b, r.H/size, 1)
		b.WriteByte('h')
		number(b, -r.W/size, 1)
		b.WriteString(`z"/>`)
	}
	for i := range box.Foreign {
		w.foreign(&box.Foreign[i], size)
	}
	b.WriteString("</g>\n")
}

// foreign writes text of which the outlines lack a character: in a font of the reader's, in the middle of the room that was
// estimated for it, and as wide.
func (w *writer) foreign(f *mathbox.Foreign, size float64) {
	b := &w.body
	b.WriteString(`<text font-family="serif" font-size="`)
	number(b, f.Size/size, 1)
	b.WriteString(`" text-anchor="middle" textLength="`)
	number(b, f.Width/size, 1)
	b.WriteString(`" lengthAdjust="spacingAndGlyphs"`)
	if f.RightToLeft {
		b.WriteString(` direction="rtl"`)
	}
	b.WriteString(` transform="translate(`)
	coordinates(b, (f.X+f.Width/2)/size, f.Y/size)
	b.WriteString(`) scale(1 -1)">`)
	quote(b, f.Text)
	b.WriteString("</text>")
}

// glyph writes one glyph, its outline first if the picture doesn't have it yet.
func (w *writer) glyph(g *mathbox.Glyph, size float64) {
	if len(g.Outline.Segments) == 0 {
		return
	}
	id := g.Outline.ID
	if !w.glyphs[id] {
		w.glyphs[id] = true
		w.defs.WriteString("<path id=\"\x00" + id + "\" d=\"" + g.Outline.Path() + "\"/>\n")
	}
	b := &w.body
	b.WriteString("<use href=\"#\x00" + id + `"`)
	x, y := g.X/size, g.Y/size
	if ratio := g.Scale / size; math.Abs(ratio-1) > 1e-4 {
		b.WriteString(` transform="translate(`)
		coordinates(b, x, y)
		b.WriteString(") scale(")
		number(b, ratio, 4)
		b.WriteString(`)"`)
	} else {
		position(b, "x", x)
		position(b, "y", y)
	}
	b.WriteString("/>")
}

func coordinates(b *bytes.Buffer, x, y float64) {
	number(b, x, 1)
	b.WriteByte(' ')
	number(b, y, 1)
}

// position writes an attribute that is a number, unless it is zero.
func position(b *bytes.Buffer, name string, x float64) {
	if math.Abs(x) >= 0.05 {
		b.WriteString(" " + name + `="`)
		number(b, x, 1)
		b.WriteByte('"')
	}
}

// spoken is a label in Unicode text where it has one, else as it is written.
func spoken(l *layout.Label) string {
	if l.Text != "" {
		return l.Text
	}
	return formula.LaTeX(l.Formula)
}
