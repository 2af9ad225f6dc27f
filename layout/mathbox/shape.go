package mathbox

import "sync/atomic"

// shape is how a character is drawn: an outline, by how much of the font size it is
// moved so that it lies where TeX's font has it, and how much it is enlarged.
type shape struct {
	outline   *Outline
	dx, dy, k float64
}

// shapes keeps what shape has found.
var shapes [numFamilies][3][128]atomic.Pointer[shape]

// shape returns the character's shape at a level; without an outline if there is none.
func (c char) shape(l level) *shape {
	if c.code >= 128 {
		return &shape{}
	}
	kept := &shapes[c.family][l][c.code]
	s := kept.Load()
	if s == nil {
		s = c.findShape(l)
		kept.Store(s)
	}
	return s
}

func (c char) findShape(l level) *shape {
	r := c.rune()
	if r == 0 {
		return &shape{}
	}
	f := mathFont()
	g := f.glyph(r)
	isScriptForm := true
	switch {
	case r == 0x302 || r == 0x303:
		g = f.variant(r, horizontal, font(c.family, l).char(c.code).width*UnitsPerEm)
	case c.family == extension:
		m := font(c.family, l).char(c.code)
		g = f.variant(r, vertical, (m.height+m.depth)*UnitsPerEm)
		isScriptForm = l == 0
	case c == prime:
		g = f.forLevel(g, max(l, 1)) // the base glyph is drawn small and high
	case c.family.isText() && c.family != roman || g == 0:
		f = textFaces[c.family][l].open()
		g = f.glyph(r)
	default:
		base := g
		g = f.forLevel(g, l)
		isScriptForm = l == 0 || g != base
	}
	if g == 0 {
		return &shape{}
	}
	n := c.nudge()
	s := &shape{f.outline(g), float64(n.dx) / UnitsPerEm, float64(n.dy) / UnitsPerEm, 1}
	if !isScriptForm {
		s.adapt(c, l)
	}
	return s
}

// adapt makes a glyph for text fit a script font, whose characters are wider for
// their size. Delimiters and accents keep their size; others grow about the axis.
func (s *shape) adapt(c char, l level) {
	const axis = 0.25
	small, normal := font(c.family, l).char(c.code).width, font(c.family, 0).char(c.code).width
	switch {
	case normal == 0:
	case c.rune() == '√':
		s.dx += small - normal // the rule begins at its right end
	case c.keepsSize():
		s.dx += (small - normal) / 2
	default:
		s.k = small / normal
		s.dx *= s.k
		s.dy = axis + (s.dy-axis)*s.k
	}
}

// keepsSize reports whether the character is a small delimiter or an accent.
func (c char) keepsSize() bool {
	switch c.family {
	case roman:
		return c.code == '(' || c.code == ')' || c.code == '[' || c.code == ']' || c.code == '/'
	case letters:
		return c.code == 0x3D || c == vecMark
	case symbols:
		return c.code >= 0x62 && c.code <= 0x6E
	case extension:
		return true
	}
	return false
}

var (
	prime   = char{symbols, 0x30}
	vecMark = char{letters, 0x7E}
)
