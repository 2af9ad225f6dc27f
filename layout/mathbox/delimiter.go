package mathbox

import "golang.org/x/image/font/sfnt"

// delimiter is a fence that grows: a small character and the first of the larger
// ones in the extension font. The zero value is the null delimiter.
type delimiter struct {
	small char
	large byte
	set   bool
}

var radicalSign = delimiter{char{symbols, 0x70}, 0x70, true}

// delimiterByName knows the characters and commands that may follow \left.
func delimiterByName(name string) (d delimiter, ok bool) {
	of := func(f family, code, large byte) (delimiter, bool) { return delimiter{char{f, code}, large, true}, true }
	switch name {
	case ".":
		return delimiter{}, true
	case "(", ")":
		return of(roman, name[0], name[0]-'(')
	case "[", "lbrack":
		return of(roman, '[', 0x02)
	case "]", "rbrack":
		return of(roman, ']', 0x03)
	case "lfloor":
		return of(symbols, 0x62, 0x04)
	case "rfloor":
		return of(symbols, 0x63, 0x05)
	case "lceil":
		return of(symbols, 0x64, 0x06)
	case "rceil":
		return of(symbols, 0x65, 0x07)
	case "{", "lbrace":
		return of(symbols, 0x66, 0x08)
	case "}", "rbrace":
		return of(symbols, 0x67, 0x09)
	case "langle", "<":
		return of(symbols, 0x68, 0x0A)
	case "rangle", ">":
		return of(symbols, 0x69, 0x0B)
	case "|", "vert", "lvert", "rvert":
		return of(symbols, 0x6A, 0x0C)
	case "\\|", "Vert", "lVert", "rVert":
		return of(symbols, 0x6B, 0x0D)
	case "/":
		return of(roman, '/', 0x0E)
	case "backslash":
		return of(symbols, 0x6E, 0x0F)
	}
	return delimiter{}, false
}

// delimiter makes a delimiter at least so tall, centred on the axis (TeX's
// var_delimiter): the first that is tall enough of the small character, its larger
// forms and the extensible one, in the style's size or a larger one.
func (t *setter) delimiter(d delimiter, s style, height float64) *box {
	if !d.set {
		return &box{width: nullDelimiterSpace}
	}
	best, bestLevel, bestHeight := d.small, s.level(), -1.0
	extensible := false
search:
	for _, start := range [2]char{d.small, {extension, d.large}} {
		for l := int(s.level()); l >= 0; l-- {
			c := start
			for {
				m := c.metrics(level(l))
				if !m.exists {
					break
				}
				if m.tag == tagExten {
					best, bestLevel, extensible = c, level(l), true
					break search
				}
				if h := m.height + m.depth; h > bestHeight {
					best, bestLevel, bestHeight = c, level(l), h
					if h >= height {
						break search
					}
				}
				if m.tag != tagList {
					break
				}
				c.code = m.remainder
			}
		}
	}
	var b *box
	if extensible {
		b = t.extensible(d, best, bestLevel, height)
	} else {
		b = t.glyph(best, bestLevel)
		b.width += best.metrics(bestLevel).italic
	}
	if d == radicalSign {
		return b
	}
	return b.vcentered(axis(s))
}

// extensible builds a delimiter of pieces, at least so tall, by the recipe of TeX's
// font. Each piece is the OpenType font's, stretched to the length of TeX's.
func (t *setter) extensible(d delimiter, c char, l level, height float64) *box {
	f := font(extension, l)
	size := sizes[l]
	recipe := f.recipe(f.char(c.code))
	total := 0.0
	for _, piece := range recipe[:repeatedPiece] {
		if piece != 0 {
			total += f.char(piece).total() * size
		}
	}
	rep := f.char(recipe[repeatedPiece])
	step := rep.total() * size
	if recipe[middlePiece] != 0 {
		step *= 2
	}
	n := 0
	for step > 0 && total < height && t.spend(1) {
		total += step
		n++
	}
	first := rep
	if recipe[topPiece] != 0 {
		first = f.char(recipe[topPiece])
	}
	b := &box{width: (rep.width + rep.italic) * size, height: first.height * size}
	b.depth = total - b.height
	if recipe[topPiece] == 0 && recipe[bottomPiece] == 0 {
		if d.large == 0x0C {
			t.bars(b, size, 0.5)
		} else {
			t.bars(b, size, 0.3, 0.7)
		}
		return b
	}

	parts := mathFont().pieces(d.small.rune(), vertical)
	y := -b.depth
	place := func(g sfnt.GlyphIndex, code byte) {
		const seam = 10 // by which neighbours overlap
		length := f.char(code).total() * UnitsPerEm
		o := mathFont().outline(g)
		o = mathFont().stretched(g, o.MaxX-o.MinX, length+2*seam)
		n := char{extension, code}.nudge()
		t.draw(b, o, d.small.rune(), float64(n.dx)/UnitsPerEm*size, y-(o.MinY+seam)*size/UnitsPerEm, size)
		y += length / UnitsPerEm * size
	}
	for i := bottomPiece; i >= topPiece; i-- {
		if recipe[i] != 0 {
			place(parts[i], recipe[i])
		}
		if i == middlePiece && recipe[middlePiece] != 0 || i == bottomPiece {
			for range n {
				place(parts[repeatedPiece], recipe[repeatedPiece])
			}
		}
	}
	return b
}

// total is the height and the depth.
func (m charMetrics) total() float64 { return m.height + m.depth }

// bars draws full-height vertical bars at the given fractions of the width.
func (t *setter) bars(b *box, size float64, at ...float64) {
	const thickness = 0.043 // of the font size
	for _, x := range at {
		t.rule(b, x*b.width-thickness*size/2, -b.depth, thickness*size, b.total())
	}
}

// fenced is what stands between \left and \right.
type fenced struct {
	left, right delimiter
	body        list
}

func (f *fenced) set(t *setter, s style) *box { return t.list(f.body, s, f) }

// bigDelimiter is \big, \Big, \bigg or \Bigg with its delimiter.
type bigDelimiter struct {
	delimiter delimiter
	factor    float64
}

func (d bigDelimiter) set(t *setter, s style) *box {
	if !d.delimiter.set {
		return &box{}
	}
	strut := char{roman, '('}.metrics(0)
	return t.grown(d.delimiter, 0.6*d.factor*(strut.height+strut.depth), textStyle)
}

// brace is \underbrace or \overbrace without its label.
type brace struct {
	body  nucleus
	under bool
}

func (n *brace) set(t *setter, s style) *box {
	const gap = 3
	x := t.box(n.body, displayStyle)
	piece := char{extension, 0x7A}.metrics(0) // LaTeX sets the brace in text style
	w := max(x.width, 4*piece.width)
	x = x.centered(w)
	b := &box{width: w, height: piece.height}
	r := rune(0x23DE)
	if n.under {
		r = 0x23DF
	}
	t.drawBrace(b, r)
	out := &box{width: w, height: x.height, depth: x.depth}
	out.add(x, 0, 0)
	if n.under {
		out.add(b, 0, -x.depth-gap-b.height)
		out.depth += 2*gap + b.total()
	} else {
		out.add(b, 0, x.height+gap+b.depth)
		out.height += 2*gap + b.total()
	}
	return out
}

// drawBrace fills a box's width with a horizontal brace. Its pieces are the OpenType
// font's, made as thick and their tips as wide as in TeX's font.
func (t *setter) drawBrace(b *box, r rune) {
	const (
		tip   = 450  // the width of an end; the middle has two
		thick = 1.18 // how much thicker TeX's brace is
		seam  = 10   // by which neighbours overlap
		line  = 60   // the height of the line's middle above the baseline
	)
	size := sizes[0]
	f := mathFont()
	parts := f.pieces(r, horizontal)
	rep := f.outline(parts[repeatedPiece])
	straight := max(0, b.width/size*UnitsPerEm-4*tip) / 2
	x := 0.0
	place := func(g sfnt.GlyphIndex, width float64) {
		o := f.outline(g)
		o = f.stretched(g, width+2*seam, thick*(o.MaxY-o.MinY))
		y := line - thick*(rep.MinY+rep.MaxY)/2
		t.draw(b, o, r, (x-seam-o.MinX)*size/UnitsPerEm, y*size/UnitsPerEm, size)
		x += width
	}
	place(parts[bottomPiece], tip)
	place(parts[repeatedPiece], straight)
	place(parts[middlePiece], 2*tip)
	place(parts[repeatedPiece], straight)
	place(parts[topPiece], tip)
}
