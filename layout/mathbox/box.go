package mathbox

// box is a measured box in points at a 10pt text size. Its children keep their
// places relative to its reference point: x to the right, y up.
type box struct {
	width, height, depth float64
	items                []item
	isChar               bool // a lone character, to which scripts stand differently
}

// item is one of: a box, a glyph, a foreign text, a filled rectangle.
type item struct {
	x, y    float64
	box     *box
	outline *Outline
	foreign *Foreign
	r       rune
	scale   float64 // points per font unit, of an outline
	w, h    float64 // of a rectangle
}

// add places a child box with its reference point at (x, y); the size stays.
func (b *box) add(c *box, x, y float64) {
	if len(c.items) > 0 {
		b.items = append(b.items, item{x: x, y: y, box: c})
	}
}

// append puts a child at the right end, raised by y, and grows.
func (b *box) append(c *box, y float64) {
	b.add(c, b.width, y)
	b.width += c.width
	b.height = max(b.height, c.height+y)
	b.depth = max(b.depth, c.depth-y)
}

func (b *box) total() float64 { return b.height + b.depth }

// centered returns the box in the middle of a wider one.
func (b *box) centered(width float64) *box {
	if b.width >= width {
		return b
	}
	out := &box{width: width, height: b.height, depth: b.depth}
	out.add(b, (width-b.width)/2, 0)
	return out
}

// raised returns a box of the same width whose content stands higher.
func (b *box) raised(y float64) *box {
	out := &box{width: b.width, height: b.height + y, depth: b.depth - y}
	out.add(b, 0, y)
	return out
}

// vcentered returns the box centred on a height (TeX's \vcenter).
func (b *box) vcentered(axis float64) *box {
	return b.raised(axis - (b.height-b.depth)/2)
}

// flatten appends what the box holds to the result, in the box's order.
func (b *box) flatten(out *Box, x, y, scale float64) {
	for i := range b.items {
		it := &b.items[i]
		ix, iy := x+it.x*scale, y+it.y*scale
		switch {
		case it.box != nil:
			it.box.flatten(out, ix, iy, scale)
		case it.outline != nil:
			out.Glyphs = append(out.Glyphs, Glyph{X: ix, Y: iy, Scale: it.scale * scale, Outline: it.outline, Rune: it.r})
		case it.foreign != nil:
			f := *it.foreign
			f.X, f.Y, f.Width, f.Size = ix, iy, f.Width*scale, f.Size*scale
			out.Foreign = append(out.Foreign, f)
		default:
			out.Rules = append(out.Rules, Rule{X: ix, Y: iy, W: it.w * scale, H: it.h * scale})
		}
	}
}

// count counts the glyphs and the rules in the box.
func (b *box) count() (glyphs, rules int) {
	for i := range b.items {
		switch it := &b.items[i]; {
		case it.box != nil:
			g, r := it.box.count()
			glyphs, rules = glyphs+g, rules+r
		case it.outline != nil:
			glyphs++
		case it.foreign != nil:
		default:
			rules++
		}
	}
	return glyphs, rules
}
