package tikz

import (
	"fmt"
	"slices"
	"strconv"

	"diagram/dsl/ink"
)

// lane writes the strokes of one layer of a glyph that runs along, as a to path. The path is drawn in the frame of its two
// ends: x runs from the one to the other, and \n1 is their distance. So a connector follows its ends wherever they go, and
// all of it is one path, which has the colour and the line that an author asks for. The ends have names of their own by then
// (see groups): an author's way to say them may hold macros that the path uses itself.
type lane struct {
	text
	lets   text
	height float64
	down   bool
	macros int    // of lengths, in use
	at     ink.Pt // where the path is
	goesOn bool   // something may continue it there
}

// toPath writes the path of a layer.
func (t *text) toPath(g *glyph, layer []ink.Stroke) {
	l := &lane{height: g.height, down: g.down, macros: 1}
	for _, k := range layer {
		l.stroke(k)
	}
	t.put(`let \p1=($(diagram-to)-(diagram-from)$), \n1={veclen(\x1,\y1)}`)
	t.b = append(t.b, l.lets.b...)
	t.put(" in\n    [shift={(diagram-from)}, rotate={atan2(\\y1,\\x1)}]")
	t.b = append(t.b, l.b...)
}

// reaches reports whether a layer's path ends at the end of its frame, so that a line can go on from there.
func reaches(layer []ink.Stroke) bool {
	k := layer[len(layer)-1]
	return last(k) == 1 && ink.PenOf(k).Head == ink.NoHead
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

// length prints an elastic length: \n1 is the frame's.
func length(c ink.Coord) string { return string(appendLength(nil, c)) }

func appendLength(b []byte, c ink.Coord) []byte {
	if c.Frac == 0 {
		return appendMM(b, c.Off)
	}
	switch c.Frac {
	case 1:
	case -1:
		b = append(b, '-')
	default:
		b = append(unled(appendNum(b, c.Frac), len(b)), '*')
	}
	b = append(b, `\n1`...)
	before := len(b)
	b = append(b, '+')
	b = appendMM(b, c.Off)
	switch off := string(b[before+1:]); {
	case off == "0":
		return b[:before]
	case off[0] == '-':
		b = append(b[:before], off...)
		return unled(b, before)
	}
	return unled(b, before+1)
}

// unled leaves out the leading zero of the number that begins at some place.
func unled(b []byte, from int) []byte {
	if b[from] == '-' {
		from++
	}
	if len(b) > from+1 && b[from] == '0' && b[from+1] == '.' {
		return slices.Delete(b, from, from+1)
	}
	return b
}

func (l *lane) across(y float64) float64 {
	if l.down {
		return -y
	}
	return y
}

func (l *lane) y(c ink.Coord) float64 { return l.across(c.In(l.height)) }

func (l *lane) point(p ink.Pt) {
	l.put("(")
	l.b = appendLength(l.b, p.X)
	l.put(",")
	l.mm(l.y(p.Y))
	l.put(")")
}

// start brings the path to a point.
func (l *lane) start(p ink.Pt) {
	if !l.goesOn || l.at != p {
		l.put(" ")
		l.point(p)
	}
	l.goesOn = false
}

func (l *lane) line(p ink.Pt) {
	l.put(" -- ")
	l.point(p)
	l.at, l.goesOn = p, true
}

// macro introduces a length.
func (l *lane) macro(is ...string) string {
	l.macros++
	name := `\n` + strconv.Itoa(l.macros)
	l.lets.put(", ", name, "={")
	l.lets.put(is...)
	l.lets.put("}")
	return name
}

func (l *lane) stroke(k ink.Stroke) {
	switch k := k.(type) {
	case *ink.Line:
		l.start(k.Pts[0])
		for _, p := range k.Pts[1:] {
			l.line(p)
		}
		if k.Closed {
			l.put(" -- cycle")
			l.goesOn = false
		}
	case *ink.Curve:
		l.curve(k)
	case *ink.Rect:
		l.start(k.A)
		if k.Round > 0 {
			l.put(" {[rounded corners=", mm(k.Round), "]")
		}
		l.put(" rectangle ")
		l.point(k.B)
		if k.Round > 0 {
			l.put("}")
		}
	case *ink.Circle:
		l.start(k.Center)
		l.put(" circle[radius=", mm(k.Radius+k.RadiusFrac*l.height), "]")
	case *ink.Arc:
		rx, ry := k.Radii(l.height)
		sin, cos := ink.Sincos(k.From)
		from := ink.Pt{X: ink.Coord{Frac: k.Center.X.Frac, Off: k.Center.X.Off + rx*cos}, Y: ink.Coord{Frac: k.Center.Y.Frac, Off: k.Center.Y.Off + ry*sin}}
		l.start(from)
		l.put(bend(l.across(k.From), l.across(k.To), rx, ry, 0))
	case *ink.Zigzag:
		l.zigzag(k)
	case *ink.Coil:
		l.coil(k)
	case *ink.Hatch:
		panic("tikz: a hatching that is no face's")
	}
}

// curve writes a smooth line.
func (l *lane) curve(k *ink.Curve) {
	l.start(k.Pts[0])
	for i, p := range k.Pts[1:] {
		c1, c2 := k.Controls(i)
		l.put(" .. controls ")
		l.point(c1)
		l.put(" and ")
		l.point(c2)
		l.put(" .. ")
		l.point(p)
		l.at, l.goesOn = p, true
	}
	if len(k.Back) == 0 {
		return
	}
	for _, p := range k.Back {
		l.line(p)
	}
	l.put(" -- cycle")
	l.goesOn = false
}

// run is how long a stroke's way is that lies level, and false where it doesn't.
func run(a, b ink.Pt, less float64) (string, bool) {
	d := ink.Coord{Frac: b.X.Frac - a.X.Frac, Off: b.X.Off - a.X.Off - less}
	if a.Y != b.Y || d.Frac <= 0 {
		return "", false
	}
	return length(d), true
}

// zigzag writes the teeth in a loop, in which their number can be changed.
func (l *lane) zigzag(z *ink.Zigzag) {
	l.start(z.A)
	way, level := run(z.A, z.B, 2*z.Lead)
	if !level {
		l.upright(z)
		return
	}
	tooth := l.macro("(", way, ")/", strconv.Itoa(z.Teeth))
	a := l.across(z.Amplitude)
	from := ink.Pt{X: ink.Coord{Frac: z.A.X.Frac, Off: z.A.X.Off + z.Lead}, Y: z.A.Y}
	if z.Lead > 0 {
		l.line(from)
	}
	x := length(from.X)
	l.put(` foreach \i in {1,...,`, strconv.Itoa(z.Teeth), `} {-- (`, x, `+\i*`, tooth, `-.75*`, tooth, `,`, mm(l.y(z.A.Y)+a),
		`) -- (`, x, `+\i*`, tooth, `-.25*`, tooth, `,`, mm(l.y(z.A.Y)-a), `)}`)
	if z.Lead > 0 {
		l.line(ink.Pt{X: ink.Coord{Frac: z.B.X.Frac, Off: z.B.X.Off - z.Lead}, Y: z.B.Y})
	}
	l.line(z.B)
}

// upright writes teeth across the frame, whose height is fixed, in a loop as well.
func (l *lane) upright(z *ink.Zigzag) {
	from, to := l.y(z.A.Y), l.y(z.B.Y)
	n := z.Count(ink.Frame{W: 1, H: l.height})
	tooth := (to - from) / float64(n)
	side := func(across float64) string { return length(ink.Coord{Frac: z.A.X.Frac, Off: z.A.X.Off + across}) }
	left, right := -z.Amplitude, z.Amplitude
	if to < from != l.down {
		left, right = right, left
	}
	step := func(across, part float64) string {
		return fmt.Sprintf("-- (%s,%s+\\i*%.4gmm)", side(across), mm(from-part*tooth), 10*tooth) // a rounded one would add up
	}
	l.put(` foreach \i in {1,...,`, strconv.Itoa(n), `} {`, step(left, 0.75), ` `, step(right, 0.25), `}`)
	l.line(z.B)
}

// coil writes a helix seen from the side.
func (l *lane) coil(c *ink.Coil) {
	_, _, aspect := c.Pitch(ink.Frame{W: 10, H: 10})
	lean := aspect * c.Amplitude
	l.start(c.A)
	way, level := run(c.A, c.B, 2*(c.Lead+lean))
	if !level {
		panic("tikz: a coil that doesn't lie level")
	}
	turns := float64(c.Turns) + 0.5
	pitch := l.macro("(", way, ")/", num(turns))
	from := length(ink.Coord{Frac: c.A.X.Frac, Off: c.A.X.Off + c.Lead + lean})
	base := ""
	if y := mm(l.y(c.A.Y)); y != "0" {
		base = y + "+"
	}
	l.put(fmt.Sprintf(` -- plot[smooth, samples=%d, domain=0:%s, variable=\t] ({%s+%s*\t-%s*cos(360*\t)},{%s%s*sin(360*\t)})`,
		int(12*turns)+1, num(turns), from, pitch, mm(lean), base, mm(l.across(c.Amplitude))))
	l.line(c.B)
}
