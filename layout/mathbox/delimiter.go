package mathbox

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

// extensible builds a delimiter of pieces, at least so tall. Its size follows
// TeX's recipe; the pieces are those of the OpenType font, which overlap to fit.
func (t *setter) extensible(d delimiter, c char, l level, height float64) *box {
	f := font(extension, l)
	size := sizes[l]
	recipe := f.recipes[c.metrics(l).remainder]
	total := 0.0
	for _, piece := range recipe[:3] {
		if piece != 0 {
			m := f.char(piece)
			total += (m.height + m.depth) * size
		}
	}
	rep := f.char(recipe[3])
	step := (rep.height + rep.depth) * size
	if recipe[1] != 0 {
		step *= 2
	}
	n := 0
	for step > 0 && total < height && n < maxGlyphs {
		total += step
		n++
	}
	top := f.char(recipe[3])
	if recipe[0] != 0 {
		top = f.char(recipe[0])
	}
	b := &box{width: (rep.width + rep.italic) * size, height: top.height * size}
	b.depth = total - b.height
	switch {
	case recipe[0] == 0 && recipe[2] == 0 && d.large == 0x0C:
		t.bars(b, size, 0.5)
	case recipe[0] == 0 && recipe[2] == 0:
		t.bars(b, size, 0.278, 0.722)
	default:
		t.assemble(b, d.small.rune(), size)
	}
	return b
}

// bars draws full-height vertical bars at the given fractions of the width.
func (t *setter) bars(b *box, size float64, at ...float64) {
	const thickness = 0.04 // of the font size, like every rule of the extension font
	for _, x := range at {
		t.rule(b, x*b.width-thickness*size/2, -b.depth, thickness*size, b.total())
	}
}

// assemble fills the box's height with the OpenType font's pieces for a rune.
func (t *setter) assemble(b *box, r rune, size float64) {
	parts := mathFont().assembly(r, vertical)
	for _, p := range fit(parts, b.total()/size*UnitsPerEm) {
		o := mathFont().outline(p.glyph)
		t.draw(b, o, r, 0, -b.depth+(p.at-o.MinY)*size/UnitsPerEm, size)
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
	piece := char{extension, 0x7A}.metrics(s.level())
	w := max(x.width, 4*piece.width)
	x = x.centered(w)
	b := &box{width: w, height: piece.height}
	r := rune(0x23DE)
	if n.under {
		r = 0x23DF
	}
	size := sizes[s.level()]
	length := w / size * UnitsPerEm
	parts := fit(mathFont().assembly(r, horizontal), length)
	var low, high float64 // of the pieces, which share a baseline
	for i, p := range parts {
		o := mathFont().outline(p.glyph)
		if i == 0 {
			low, high = o.MinY, o.MaxY
		}
		low, high = min(low, o.MinY), max(high, o.MaxY)
	}
	y := b.height/2 - (low+high)/2*size/UnitsPerEm // the tips reach equally far up and down
	for _, p := range parts {
		o := mathFont().outline(p.glyph)
		t.draw(b, o, r, (p.at-o.MinX)*size/UnitsPerEm, y, size)
	}
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
