package svg

import (
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
		b.put("<path")
		w.typeset(l, at)
		w.outlines(box)
	default:
		b.put("<g")
		w.typeset(l, at)
		b.put(">\n")
		if len(box.Glyphs)+len(box.Rules) > 0 {
			b.put("<path")
			w.outlines(box)
		}
		for i := range box.Foreign {
			w.foreign(&box.Foreign[i])
		}
		b.put("</g>\n")
	}
}

// fine is how many of a label's units there are to TeX's point: a thousand to the font's size, as in the font itself.
const fine = 100

// typeset writes the attributes of a label, which has its own units about its reference point.
func (w *writer) typeset(l *layout.Label, at ink.Point) {
	b := &w.body
	b.put(` fill="currentColor" stroke="none"`)
	b.attribute("data-label", spoken(l))
	p := w.pixel(at)
	b.put(` transform="translate(`)
	b.tenths(p.x)
	b.putByte(' ')
	b.tenths(p.y)
	b.put(") scale(" + labelScale + `)"`)
}

var labelScale = strconv.FormatFloat(math.Round(1e6*scene.CmPerPt*unit/fine)/1e6, 'f', -1, 64)

// outlines ends a path with a box's glyphs and rules.
func (w *writer) outlines(box *mathbox.Box) {
	b := &w.body
	b.put(` d="`)
	p := &plotter{text: b}
	for i := range box.Glyphs {
		w.glyph(p, &box.Glyphs[i])
	}
	for _, r := range box.Rules {
		lo, hi := fining(r.X, r.Y), fining(r.X+r.W, r.Y+r.H)
		p.move(lo)
		p.line(pixel{hi.x, lo.y})
		p.line(hi)
		p.line(pixel{lo.x, hi.y})
		p.close()
	}
	b.put("\"/>\n")
}

// fining is a place in a label's units, y downwards, of one in points, y upwards.
func fining(x, y float64) pixel { return pixel{rounded(x * fine), rounded(-y * fine)} }

// shape is a glyph in its place of a label.
type shape struct {
	glyph mathbox.Glyph
	first bool // of the label's
}

// plotted is where a shape has been plotted before: where it begins and ends, and where in the body its data are from its first
// place on.
type plotted struct {
	from, to   pixel
	begin, end int
}

// glyph plots a glyph's contours. Labels begin alike, as k_1 and k_2 do: what has been plotted before is copied.
func (w *writer) glyph(p *plotter, g *mathbox.Glyph) {
	segments := g.Outline.Segments
	if len(segments) == 0 {
		return
	}
	s := shape{*g, !p.started}
	known, ok := w.shapes[s]
	if ok {
		p.move(known.from)
		p.putBytes(p.b[known.begin:known.end])
		p.first, p.at, p.last = known.to, known.to, 0
		return
	}
	at := func(q mathbox.Point) pixel { return fining(g.X+q.X*g.Scale, g.Y+q.Y*g.Scale) }
	known.from = at(segments[0].P[0])
	p.move(known.from)
	known.begin = len(p.b)
	for i := range segments[1:] {
		switch s := &segments[1+i]; s.Op {
		case mathbox.MoveTo:
			p.close()
			p.move(at(s.P[0]))
		case mathbox.LineTo:
			p.line(at(s.P[0]))
		case mathbox.CubeTo:
			p.cubic(at(s.P[0]), at(s.P[1]), at(s.P[2]))
		}
	}
	p.close()
	known.to, known.end = p.at, len(p.b)
	w.shapes[s] = known
}

// foreign writes text of which the outlines lack a character: in a font of the reader's, in the middle of the room that was
// estimated for it, and as wide.
func (w *writer) foreign(f *mathbox.Foreign) {
	b := &w.body
	say := func(before string, v float64) {
		b.put(before)
		b.whole(rounded(v * fine))
	}
	say(`<text font-family="serif" font-size="`, f.Size)
	say(`" text-anchor="middle" textLength="`, f.Width)
	b.put(`" lengthAdjust="spacingAndGlyphs"`)
	if f.RightToLeft {
		b.put(` direction="rtl"`)
	}
	say(` x="`, f.X+f.Width/2)
	say(`" y="`, -f.Y)
	b.put(`">`)
	b.quote(f.Text)
	b.put("</text>\n")
}

// spoken is a label in Unicode text where it has one, else as it is written.
func spoken(l *layout.Label) string {
	if l.Text != "" {
		return l.Text
	}
	return formula.LaTeX(l.Formula)
}
