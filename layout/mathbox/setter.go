package mathbox

import "math"

// TeX's constants outside the fonts, in points at 10pt.
const (
	scriptSpace        = 0.5
	nullDelimiterSpace = 1.2
	delimiterShortfall = 5
	delimiterFactor    = 901 // thousandths
	baselineSkip       = 12
)

// Font dimensions of the symbol font (σ) and the extension font (ξ), in points.
func sigma(s style, n int) float64 {
	l := s.level()
	return font(symbols, l).param(n) * sizes[l]
}

func xi(s style, n int) float64 {
	l := s.level()
	return font(extension, l).param(n) * sizes[l]
}

func axis(s style) float64          { return sigma(s, 22) }
func xHeight(s style) float64       { return sigma(s, 5) }
func ruleThickness(s style) float64 { return xi(s, 8) }
func mu(s style) float64            { return sigma(s, 6) / 18 }

// em is LaTeX's 1em: the quad of the text font.
func em() float64 { return font(roman, 0).param(6) * sizes[0] }

func (k kern) points(s style) float64 { return k.em*em() + k.mu*mu(s) + k.pt }

// metrics returns the character's measures in points.
func (c char) metrics(l level) charMetrics {
	m := font(c.family, l).char(c.code)
	z := sizes[l]
	m.width *= z
	m.height *= z
	m.depth *= z
	m.italic *= z
	return m
}

// glyph makes the box of a character without its italic correction.
func glyphBox(c char, l level) *box {
	m := c.metrics(l)
	b := &box{width: m.width, height: m.height, depth: m.depth, isChar: true}
	s := c.shape(l)
	b.draw(s.outline, c.rune(), s.dx*sizes[l], s.dy*sizes[l], s.k*sizes[l])
	return b
}

// draw puts an outline of a font at a size in points into the box.
func (b *box) draw(o *Outline, r rune, x, y, size float64) {
	if o != nil {
		b.items = append(b.items, item{x: x, y: y, outline: o, r: r, scale: size / UnitsPerEm})
	}
}

// rule puts a filled rectangle into the box.
func (b *box) rule(x, y, w, h float64) {
	if w > 0 && h > 0 {
		b.items = append(b.items, item{x: x, y: y, w: w, h: h})
	}
}

// box sets a nucleus, which may be empty.
func cleanBox(n nucleus, s style) *box {
	if n == nil {
		return &box{}
	}
	return n.set(s)
}

func (c char) set(s style) *box {
	b := glyphBox(c, s.level())
	if m := c.metrics(s.level()); m.italic != 0 {
		b.width += m.italic
	}
	b.isChar = false
	return b
}

func (l list) set(s style) *box { return setList(l, s, nil) }

// placed is an atom whose box is made, or a space.
type placed struct {
	box    *box
	class  class
	style  style
	isAtom bool
}

// list sets a math list in a style; with a fence, between its delimiters.
func setList(l list, s style, f *fenced) *box {
	row := make([]placed, 0, len(l)+2)
	last := -1 // the atom before, in row
	if f != nil {
		row, last = append(row, placed{class: open, style: s, isAtom: true}), 0
	}
	var merged *atom // what a ligature made of the atom before and this one
	for i, n := range l {
		switch n := n.(type) {
		case kern:
			row = append(row, placed{box: &box{width: n.points(s)}})
		case *atom:
			a := n
			if merged != nil {
				a, merged = merged, nil
			}
			class := fixBinary(row, last, a.class)
			var next *atom
			if i+1 < len(l) && class == ord {
				next, _ = l[i+1].(*atom)
			}
			k, lig := join(a, next, s.level())
			if lig != nil {
				merged = lig
				continue
			}
			last = len(row)
			row = append(row, placed{box: setAtom(a, s, k.text), class: class, style: s, isAtom: true})
			if k.width != 0 {
				row = append(row, placed{box: &box{width: k.width}})
			}
		}
	}
	if f != nil {
		if row[last].class == bin {
			row[last].class = ord
		}
		half := halfHeight(row[1:], s)
		row[0].box = grown(f.left, half, s)
		row = append(row, placed{box: grown(f.right, half, s), class: closing, style: s, isAtom: true})
	} else if last >= 0 && row[last].class == bin {
		row[last].class = ord // nothing follows
	}
	return hbox(row)
}

// halfHeight returns how far a row reaches from the axis.
func halfHeight(row []placed, s style) float64 {
	var height, depth float64
	for _, p := range row {
		height, depth = max(height, p.box.height), max(depth, p.box.depth)
	}
	return max(height-axis(s), depth+axis(s))
}

// grown makes a \left or \right delimiter for what reaches so far from the axis (rule 19).
func grown(d delimiter, half float64, s style) *box {
	if d == noDelimiter {
		return &box{width: nullDelimiterSpace}
	}
	const scaled, rounding = 1 << 16, 1e-3 // TeX divides its whole scaled points first, which decides in close cases
	covered := math.Floor(half*scaled/500+rounding) * delimiterFactor / scaled
	return setDelimiter(d, s, max(covered, 2*half-delimiterShortfall))
}

// fixBinary applies rules 5 and 6: a binary operator without an operand on
// either side is ordinary (a sign).
func fixBinary(row []placed, last int, c class) class {
	switch c {
	case bin:
		if last < 0 {
			return ord
		}
		switch row[last].class {
		case bin, op, rel, open, punct:
			return ord
		}
	case rel, closing, punct:
		if last >= 0 && row[last].class == bin {
			row[last].class = ord
		}
	}
	return c
}

// pairKern is what rule 14 finds between two characters of one font.
type pairKern struct {
	width float64
	text  bool // the two form text, where a text font gives no italic correction
}

// join applies rule 14: kerns and ligatures between plain characters of one family.
// For a ligature it returns the atom that replaces both.
func join(a, next *atom, l level) (pairKern, *atom) {
	if next == nil || next.class > punct || a.sup != nil || a.sub != nil {
		return pairKern{}, nil
	}
	c, ok := a.nucleus.(char)
	d, ok2 := next.nucleus.(char)
	if !ok || !ok2 || c.family != d.family {
		return pairKern{}, nil
	}
	k, lig, isLig := font(c.family, l).pair(c.code, d.code)
	if isLig {
		merged := *next
		merged.class, merged.nucleus = ord, char{c.family, lig}
		return pairKern{}, &merged
	}
	return pairKern{width: k * sizes[l], text: true}, nil
}

// spacing is the TeXbook's table on page 170: 0 none, 1 thin, 2 medium, 3 thick;
// negative: not in script styles.
var spacing = [8][8]int8{
	ord:     {0, 1, -2, -3, 0, 0, 0, -1},
	op:      {1, 1, 0, -3, 0, 0, 0, -1},
	bin:     {-2, -2, 0, 0, -2, 0, 0, -2},
	rel:     {-3, -3, 0, 0, -3, 0, 0, -3},
	open:    {0, 0, 0, 0, 0, 0, 0, 0},
	closing: {0, 1, -2, -3, 0, 0, 0, -1},
	punct:   {-1, -1, 0, -1, -1, -1, -1, -1},
	inner:   {-1, 1, -2, -3, -1, 0, -1, -1},
}

// spaceMu are the widths of thin, medium and thick spaces in mu.
var spaceMu = [4]float64{0, 3, 4, 5}

// hbox sets a row of boxes with the space that the classes ask for (rule 20).
func hbox(row []placed) *box {
	out := &box{items: make([]item, 0, len(row))}
	last := -1
	for i, p := range row {
		if p.isAtom {
			if last >= 0 {
				n := spacing[row[last].class][p.class]
				if n > 0 || n < 0 && !p.style.isScript() {
					if n < 0 {
						n = -n
					}
					out.width += spaceMu[n] * mu(p.style)
				}
			}
			last = i
		}
		out.append(p.box, 0)
	}
	return out
}

// atom sets an atom's nucleus and scripts. text: it continues as text, so that a
// text font gives no italic correction.
func setAtom(a *atom, s style, text bool) *box {
	if a.class == op {
		return setOperator(a, s)
	}
	if acc, ok := a.nucleus.(*accent); ok {
		if _, ok := acc.body.(char); ok {
			// Rule 12: scripts of an accented character belong to the character.
			return acc.setScripts(s, a.sup, a.sub)
		}
	}
	c, ok := a.nucleus.(char)
	if !ok {
		b := cleanBox(a.nucleus, s)
		return setScripts(b, 0, a, s)
	}
	b := glyphBox(c, s.level())
	delta := c.metrics(s.level()).italic
	if text && font(c.family, s.level()).param(2) != 0 {
		delta = 0
	}
	if a.sub == nil && delta != 0 {
		b.width += delta
		delta = 0
	}
	return setScripts(b, delta, a, s)
}
