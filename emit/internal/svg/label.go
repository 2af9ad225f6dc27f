package svg

import (
	"bytes"
	"math"
	"strconv"

	"diagram/dsl/ink"
	"diagram/emit/internal/scene"
	"diagram/layout"
	"diagram/layout/mathbox"
	"diagram/symbolic/formula"
)

// label writes a label as a path of outlines where they stand, in a group where there is text as well. References to outlines
// that are defined once would be a little shorter, but there are programs that don't follow them.
func (w *writer) label(l *layout.Label) {
	box, at := scene.Label(l)
	b := &w.body
	switch {
	case len(box.Glyphs)+len(box.Rules)+len(box.Foreign) == 0:
	case len(box.Foreign) == 0:
		b.WriteString("<path")
		w.typeset(l, at)
		outlines(b, box)
	default:
		b.WriteString("<g")
		w.typeset(l, at)
		b.WriteString(">\n")
		if len(box.Glyphs)+len(box.Rules) > 0 {
			b.WriteString("<path")
			outlines(b, box)
		}
		for i := range box.Foreign {
			w.foreign(&box.Foreign[i])
		}
		b.WriteString("</g>\n")
	}
}

// fine is how many of a label's units there are to TeX's point: a thousand to the font's size, as in the font itself.
const fine = 100

// typeset writes the attributes of a label, which has its own units about its reference point.
func (w *writer) typeset(l *layout.Label, at ink.Point) {
	b := &w.body
	b.WriteString(` fill="currentColor" stroke="none"`)
	attribute(b, "data-label", spoken(l))
	p := w.pixel(at)
	b.WriteString(` transform="translate(`)
	decimal(b, p.x, 1)
	b.WriteByte(' ')
	decimal(b, p.y, 1)
	b.WriteString(") scale(" + labelScale + `)"`)
}

var labelScale = strconv.FormatFloat(math.Round(1e6*scene.CmPerPt*unit/fine)/1e6, 'f', -1, 64)

// outlines ends a path with a box's glyphs and rules.
func outlines(b *bytes.Buffer, box *mathbox.Box) {
	b.WriteString(` d="`)
	p := &plotter{b: b}
	for i := range box.Glyphs {
		p.glyph(&box.Glyphs[i])
	}
	for _, r := range box.Rules {
		lo, hi := fining(r.X, r.Y), fining(r.X+r.W, r.Y+r.H)
		p.move(lo)
		p.line(pixel{hi.x, lo.y})
		p.line(hi)
		p.line(pixel{lo.x, hi.y})
		p.close()
	}
	b.WriteString("\"/>\n")
}

// fining is a place in a label's units, y downwards, of one in points, y upwards.
func fining(x, y float64) pixel { return pixel{parts(x*fine, 0), parts(-y*fine, 0)} }

// glyph plots a glyph's contours.
func (p *plotter) glyph(g *mathbox.Glyph) {
	at := func(q mathbox.Point) pixel { return fining(g.X+q.X*g.Scale, g.Y+q.Y*g.Scale) }
	for i := range g.Outline.Segments {
		switch s := &g.Outline.Segments[i]; s.Op {
		case mathbox.MoveTo:
			if i > 0 {
				p.close()
			}
			p.move(at(s.P[0]))
		case mathbox.LineTo:
			p.line(at(s.P[0]))
		case mathbox.CubeTo:
			p.cubic(at(s.P[0]), at(s.P[1]), at(s.P[2]))
		}
	}
	if len(g.Outline.Segments) > 0 {
		p.close()
	}
}

// foreign writes text of which the outlines lack a character: in a font of the reader's, in the middle of the room that was
// estimated for it, and as wide.
func (w *writer) foreign(f *mathbox.Foreign) {
	b := &w.body
	say := func(before string, v float64) {
		b.WriteString(before)
		decimal(b, parts(v*fine, 0), 0)
	}
	say(`<text font-family="serif" font-size="`, f.Size)
	say(`" text-anchor="middle" textLength="`, f.Width)
	b.WriteString(`" lengthAdjust="spacingAndGlyphs"`)
	if f.RightToLeft {
		b.WriteString(` direction="rtl"`)
	}
	say(` x="`, f.X+f.Width/2)
	say(`" y="`, -f.Y)
	b.WriteString(`">`)
	quote(b, f.Text)
	b.WriteString("</text>\n")
}

// spoken is a label in Unicode text where it has one, else as it is written.
func spoken(l *layout.Label) string {
	if l.Text != "" {
		return l.Text
	}
	return formula.LaTeX(l.Formula)
}
