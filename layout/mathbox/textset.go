package mathbox

// set sets text at the size of the style.
func (n *textRun) set(s style) *box {
	l := s.level()
	out := &box{}
	factor := 1000 // TeX's space factor: more than 2000 after the end of a sentence
	for i := 0; i < len(n.items); i++ {
		it := &n.items[i]
		switch it.kind {
		case textChar:
			factor = spaceFactor(factor, it.char.code)
			i = setTextChar(out, n.items, i, l)
		case textOther:
			factor = 1000
			out.append(otherChar(it.char.family, it.shows, l), 0)
		case textUnknown: // withForeign leaves none
		case textSpace:
			f := font(it.char.family, l)
			out.width += f.param(2) * sizes[l]
			if factor >= 2000 {
				out.width += f.param(7) * sizes[l]
			}
		case textNucleus:
			factor = 1000
			inner := textStyle
			if _, isText := it.nucleus.(*textRun); isText || l > 0 {
				inner = s
			}
			out.append(cleanBox(it.nucleus, inner), 0)
		case textItalic:
			out.width += it.char.metrics(l).italic
		case textKern:
			out.width += it.kern.em*font(it.char.family, l).param(6)*sizes[l] + it.kern.pt
		}
	}
	return out
}

// textChar sets the character at i, with those that join it in ligatures and the
// kern after it, and returns the index of the last one.
func setTextChar(out *box, items []textItem, i int, l level) int {
	c := items[i].char
	f := font(c.family, l)
	var k float64
	for i+1 < len(items) && items[i+1].kind == textChar && items[i+1].char.family == c.family {
		kern, ligature, isLigature := f.pair(c.code, items[i+1].char.code)
		if !isLigature {
			k = kern * sizes[l]
			break
		}
		c.code = ligature
		i++
	}
	out.append(glyphBox(c, l), 0)
	out.width += k
	return i
}

// otherChar sets a character that TeX's own fonts lack.
func otherChar(f family, r rune, l level) *box {
	face := textFaces[f][l].open()
	g := face.glyph(r)
	if g == 0 {
		face = mathFont()
		g = face.forLevel(face.glyph(r), l)
	}
	o := face.outline(g)
	if o == nil {
		return &box{}
	}
	scale := sizes[l] / UnitsPerEm
	b := &box{width: face.advance(g) * scale, height: max(0, o.MaxY) * scale, depth: max(0, -o.MinY) * scale}
	b.draw(o, r, 0, 0, sizes[l])
	return b
}

// spaceFactor follows TeX's \sfcode.
func spaceFactor(before int, code byte) int {
	var f int
	switch {
	case code == ')' || code == '\'' || code == ']':
		return before
	case code == '.' || code == '?' || code == '!':
		f = 3000
	case code == ':':
		f = 2000
	case code == ';':
		f = 1500
	case code == ',':
		f = 1250
	case code >= 'A' && code <= 'Z':
		f = 999
	default:
		f = 1000
	}
	if before < 1000 && f > 1000 {
		return 1000
	}
	return f
}
