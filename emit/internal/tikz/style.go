package tikz

import (
	"bytes"
	"fmt"
	"strings"

	"diagram/dsl/ink"
	"diagram/layout"
)

// style is a glyph as TikZ defines it, once for all items that show it.
type style struct {
	name    string
	strokes []ink.Stroke
	// along reports whether the glyph runs from x = 0 to x = W of its frame: it is drawn along a path from end to end, which
	// gives its length. The others are pics, drawn about one point.
	along bool
	// plain reports whether the glyph is only the straight line along its path, so that its pen is all there is to define.
	plain bool
	w, h  bool // which sizes of the frame the definition needs besides
}

// newStyle reads off its strokes how a glyph is best defined.
func newStyle(name string, strokes []ink.Stroke) *style {
	s := &style{name: key(name), strokes: strokes}
	var starts, ends bool
	for _, k := range strokes {
		for _, p := range points(k) {
			starts = starts || p.X == ink.Coord{}
			ends = ends || p.X == ink.Coord{Frac: 1}
			s.w = s.w || p.X.Frac != 0
			s.h = s.h || p.Y.Frac != 0
		}
		s.h = s.h || radiusFrac(k) != 0
	}
	s.along = starts && ends
	if s.along {
		s.w = false
		if layout.IsMark(name) {
			s.name += " mark" // TikZ has coordinate and distance as keys of its own
		}
	}
	if len(strokes) == 1 && s.along {
		l, ok := strokes[0].(*ink.Line)
		s.plain = ok && len(l.Pts) == 2 && l.Pts[0] == ink.Pt{} && l.Pts[1] == ink.At(1, 0, 0, 0) && !l.Pen.NoLine
	}
	return s
}

// key makes a glyph's name fit for a TikZ key.
func key(name string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' {
			return r
		}
		return '-'
	}, name)
}

// points are the elastic positions of a stroke.
func points(k ink.Stroke) []ink.Pt {
	switch k := k.(type) {
	case *ink.Line:
		return k.Pts
	case *ink.Rect:
		return []ink.Pt{k.A, k.B}
	case *ink.Circle:
		return []ink.Pt{k.Center}
	case *ink.Arc:
		return []ink.Pt{k.Center}
	case *ink.Zigzag:
		return []ink.Pt{k.A, k.B}
	case *ink.Coil:
		return []ink.Pt{k.A, k.B}
	case *ink.Hatch:
		return []ink.Pt{k.A, k.B}
	}
	return nil
}

func radiusFrac(k ink.Stroke) float64 {
	switch k := k.(type) {
	case *ink.Circle:
		return k.RadiusFrac
	case *ink.Arc:
		return k.RadiusFrac
	}
	return 0
}

// define writes the style's definition as keys of \tikzset, each line ended by a comma.
func (s *style) define(b *bytes.Buffer) {
	switch {
	case s.along:
		b.WriteString("  " + s.name + "/.style={")
	case s.w && s.h:
		b.WriteString("  pics/" + s.name + "/.style 2 args={")
	default:
		b.WriteString("  pics/" + s.name + "/.style={")
	}
	s.body(b)
	b.WriteString("},\n")
}

// call is the style as an option of a path, with the height of its frame where it needs one.
func (s *style) call(height string) string {
	if s.h {
		return s.name + "=" + height
	}
	return s.name
}

// body writes what the style's key stands for.
func (s *style) body(b *bytes.Buffer) {
	if s.plain {
		b.WriteString(strings.Join(pen(ink.PenOf(s.strokes[0])), ", "))
		return
	}
	size := extent{"#1", "#1"}
	switch {
	case s.along:
		size.w = `\W`
		b.WriteString("along={\n")
	case s.w && s.h:
		size.h = "#2"
		b.WriteString("code={\n")
	default:
		b.WriteString("code={\n")
	}
	for _, path := range chains(s.strokes) {
		b.WriteString("    ")
		size.command(b, path)
	}
	b.WriteString("  }")
}

// chains splits strokes into paths: lines, zigzags and coils of one pen that begin where the one before ended are drawn in
// one go.
func chains(strokes []ink.Stroke) [][]ink.Stroke {
	var paths [][]ink.Stroke
	for i, k := range strokes {
		if i > 0 {
			_, end, ok := ends(strokes[i-1])
			start, _, ok2 := ends(k)
			if ok && ok2 && start == end && ink.PenOf(k) == ink.PenOf(strokes[i-1]) && ink.PenOf(k) == (ink.Pen{Weight: ink.PenOf(k).Weight}) {
				paths[len(paths)-1] = append(paths[len(paths)-1], k)
				continue
			}
		}
		paths = append(paths, []ink.Stroke{k})
	}
	return paths
}

// ends are the first and last point of an open stroke.
func ends(k ink.Stroke) (from, to ink.Pt, ok bool) {
	switch k := k.(type) {
	case *ink.Line:
		if !k.Closed && len(k.Pts) > 1 {
			return k.Pts[0], k.Pts[len(k.Pts)-1], true
		}
	case *ink.Zigzag:
		return k.A, k.B, true
	case *ink.Coil:
		return k.A, k.B, true
	}
	return from, to, false
}

// pen prints a pen as options of \draw.
func pen(p ink.Pen) []string {
	var o []string
	switch p.Weight {
	case ink.Thin:
		o = append(o, "thin")
	case ink.Thick:
		o = append(o, "very thick")
	}
	switch p.Fill {
	case ink.Paper:
		o = append(o, "paper")
	case ink.Shade:
		o = append(o, "tint")
	case ink.Solid:
		o = append(o, "fill")
	}
	switch p.Head {
	case ink.SolidHead:
		o = append(o, "solid tip")
	case ink.OpenHead:
		o = append(o, "open tip")
	case ink.BothHeads:
		o = append(o, "open tips")
	}
	if p.Dashed {
		o = append(o, "dashed")
	}
	return o
}

// command writes one path: strokes that follow on each other with one pen.
func (e extent) command(b *bytes.Buffer, path []ink.Stroke) {
	p := ink.PenOf(path[0])
	options := pen(p)
	var shape bytes.Buffer
	shape.Grow(128)
	for i, k := range path {
		options = append(options, e.shape(&shape, k, i > 0)...)
	}
	verb := `\draw`
	if p.NoLine {
		verb = `\path`
		if p.Fill == ink.NoFill {
			return
		}
	}
	b.WriteString(verb)
	if len(options) > 0 {
		b.WriteString("[" + strings.Join(options, ", ") + "]")
	}
	b.WriteByte(' ')
	b.Write(shape.Bytes())
	b.WriteString(";\n")
}

// shape writes a stroke's part of a path, and returns the options that it needs of the command; with on it continues from
// where the path is.
func (e extent) shape(b *bytes.Buffer, k ink.Stroke, on bool) []string {
	switch k := k.(type) {
	case *ink.Line:
		for i, p := range k.Pts {
			switch {
			case i > 0:
				b.WriteString(" -- ")
			case on:
				continue
			}
			e.pt(b, p)
		}
		if k.Closed {
			b.WriteString(" -- cycle")
		}
	case *ink.Rect:
		e.pt(b, k.A)
		b.WriteString(" rectangle ")
		e.pt(b, k.B)
		if k.Round > 0 {
			return []string{"rounded corners=" + num(k.Round) + "cm"}
		}
	case *ink.Circle:
		e.pt(b, k.Center)
		b.WriteString(" circle[radius=" + e.radius(k.Radius, k.RadiusFrac) + "]")
	case *ink.Arc:
		r := e.radius(k.Radius, k.RadiusFrac)
		fmt.Fprintf(b, "([shift={(%s:%s)}]%s,%s) arc[start angle=%s, end angle=%s, radius=%s]",
			num(k.From), r, coord(k.Center.X, e.w), coord(k.Center.Y, e.h), num(k.From), num(k.To), r)
	case *ink.Zigzag:
		e.decorated(b, k.A, k.B, on, fmt.Sprintf("zigzag%s, segment length=%s, amplitude=%scm",
			leads(k.Lead), e.segment(k.A, k.B, 2*k.Lead, float64(k.Teeth)), num(k.Amplitude)))
	case *ink.Coil:
		_, _, aspect := k.Pitch(ink.Frame{W: 10, H: 10})
		e.decorated(b, k.A, k.B, on, fmt.Sprintf("coil%s, segment length=%s, amplitude=%scm, aspect=%s",
			leads(k.Lead), e.segment(k.A, k.B, 2*(k.Lead+aspect*k.Amplitude), float64(k.Turns)+0.5), num(k.Amplitude), num(aspect)))
	case *ink.Hatch:
		e.pt(b, k.A)
		b.WriteString(" -- ")
		e.pt(b, k.B)
		return []string{fmt.Sprintf("hatch={%s}{%s}{%s}", e.distance(k.A, k.B, 0), num(k.Pitch), num(k.Depth))}
	}
	return nil
}

// leads are a decoration's options for straight parts at both ends.
func leads(l float64) string {
	if l <= 0 {
		return ""
	}
	return fmt.Sprintf(", pre=lineto, pre length=%[1]scm, post=lineto, post length=%[1]scm", num(l))
}

// segment is the length of one of n equal parts of the way from a to b, less what is left over for other things. It is a hair shorter than
// that: TikZ leaves out the last part where rounding makes the rest of the path too short for it.
func (e extent) segment(a, b ink.Pt, less, n float64) string {
	d := e.distance(a, b, less)
	if strings.ContainsAny(d, "+-") {
		d = "(" + d + ")"
	}
	return "{" + d + "/" + num(n+0.005) + "*1cm}"
}

// decorated writes the way from a to b in a decoration; a comma list in braces as decorations want it.
func (e extent) decorated(b *bytes.Buffer, from, to ink.Pt, on bool, decoration string) {
	if !on {
		e.pt(b, from)
	}
	b.WriteString(" decorate[decoration={" + decoration + "}] { -- ")
	e.pt(b, to)
	b.WriteString(" }")
}
