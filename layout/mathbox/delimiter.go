package mathbox

// delimiter is a fence that grows: a small character and the first of the larger ones in the extension font.
type delimiter struct {
	small char
	large byte
}

var radicalSign = delimiter{char{symbols, 0x70}, 0x70}

// delimiters are the brackets and bars that fence a formula.
var delimiters = map[string]delimiter{
	"(": {char{roman, '('}, 0x00}, ")": {char{roman, ')'}, 0x01},
	"[": {char{roman, '['}, 0x02}, "]": {char{roman, ']'}, 0x03},
	"|": {char{symbols, 0x6A}, 0x0C}, "{": {char{symbols, 0x66}, 0x08},
}

// noDelimiter stands where \left or \right has a dot.
var noDelimiter delimiter

// delimiter makes a delimiter at least so tall, centred on the axis (TeX's
// var_delimiter): the first that is tall enough of the small character, its larger
// forms and the extensible one, in the style's size or a larger one.
func setDelimiter(d delimiter, s style, height float64) *box {
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
		b = extended(d, best, bestLevel, height)
	} else {
		b = glyphBox(best, bestLevel)
		b.width += best.metrics(bestLevel).italic
	}
	if d == radicalSign {
		return b
	}
	return b.vcentered(axis(s))
}

// extended builds a delimiter of pieces, at least so tall, by the recipe of TeX's font. Each piece is the OpenType
// font's, stretched to the length of TeX's.
func extended(d delimiter, c char, l level, height float64) *box {
	f := font(extension, l)
	size := sizes[l]
	recipe := f.recipe(f.char(c.code))
	total := 0.0
	times := 1.0 // that the repeated piece stands for each n: above and below a middle
	for _, i := range [...]int{topPiece, middlePiece, bottomPiece} {
		if recipe[i] != 0 {
			total += f.char(recipe[i]).total() * size
		}
	}
	if recipe[middlePiece] != 0 {
		times = 2
	}
	rep := f.char(recipe[repeatedPiece])
	n := 0
	for ; total < height; n++ {
		total += times * rep.total() * size
	}
	first := rep
	if recipe[topPiece] != 0 {
		first = f.char(recipe[topPiece])
	}
	b := &box{width: (rep.width + rep.italic) * size, height: first.height * size}
	b.depth = total - b.height
	if d.small.rune() == '|' {
		const thickness = 0.043 // of the font size
		b.rule(b.width/2-thickness*size/2, -b.depth, thickness*size, b.total())
		return b
	}

	parts := mathFont().pieces(d.small.rune())
	y := -b.depth
	place := func(i int) {
		const seam = 10 // by which neighbours overlap
		length := f.char(recipe[i]).total() * UnitsPerEm
		o := mathFont().outline(parts[i])
		o = mathFont().stretched(parts[i], o.MaxX-o.MinX, length+2*seam)
		n := char{extension, recipe[i]}.nudge()
		b.draw(o, d.small.rune(), float64(n.dx)/UnitsPerEm*size, y-(o.MinY+seam)*size/UnitsPerEm, size)
		y += length / UnitsPerEm * size
	}
	place(bottomPiece)
	for range n {
		place(repeatedPiece)
	}
	if recipe[middlePiece] != 0 {
		place(middlePiece)
		for range n {
			place(repeatedPiece)
		}
	}
	place(topPiece)
	return b
}

// total is the height and the depth.
func (m charMetrics) total() float64 { return m.height + m.depth }

// fenced is what stands between \left and \right.
type fenced struct {
	left, right delimiter
	body        list
}

func (f *fenced) set(s style) *box { return setList(f.body, s, f) }
