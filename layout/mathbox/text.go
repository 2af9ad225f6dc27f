package mathbox

import "strings"

// textRun is a line of upright text with formulas in it (an \hbox).
type textRun struct{ items []textItem }

// textItem is one of: a character of a TeX font, a character that TeX's fonts
// lack, a space, a formula or group, a kern.
type textItem struct {
	char    char
	other   rune // drawn from the OpenType font of the char's family
	isSpace bool
	nucleus nucleus
	kern    kern
	kind    textKind
}

type textKind uint8

const (
	textChar textKind = iota
	textOther
	textSpace
	textNucleus
	textKern
	textItalic // the italic correction of char
)

// textArgument reads {…} as text.
func (p *parser) textArgument(name string, pos int, f family) nucleus {
	defer func() { p.depth-- }()
	if !p.enter(pos) {
		return nil
	}
	open := p.next()
	if open.kind != tokOpen {
		p.fail(pos, "%s needs its text in braces", name)
		return nil
	}
	outer := p.inText
	p.inText = true
	n := p.text(f)
	p.inText = outer
	if t := p.next(); t.kind != tokClose {
		if t.kind == tokEnd {
			p.fail(open.pos, "{ is not closed")
		} else {
			p.fail(t.pos, "%s in text", t.describe())
		}
	}
	return n
}

// text reads text up to } or the end.
func (p *parser) text(f family) *textRun {
	run := &textRun{}
	for p.err == nil {
		t := p.peek()
		if t.kind == tokEnd || t.kind == tokClose {
			break
		}
		p.next()
		p.textToken(run, t, f)
	}
	return run
}

func (p *parser) textToken(run *textRun, t token, f family) {
	add := func(it textItem) { run.items = append(run.items, it) }
	switch t.kind {
	case tokSpace:
		add(textItem{kind: textSpace, char: char{f, ' '}})
	case tokOpen:
		p.pos = t.pos
		add(textItem{kind: textNucleus, nucleus: p.textArgument("{", t.pos, f)})
	case tokDollar:
		add(textItem{kind: textNucleus, nucleus: p.inlineMath(t)})
	case tokActive:
		if t.r == '~' {
			add(textItem{kind: textSpace, char: char{f, ' '}})
		} else {
			add(textItem{char: char{f, '\''}})
		}
	case tokChar:
		if t.r == '%' || t.r == '#' {
			p.unsettable(t)
			return
		}
		it := textRune(t.r, f)
		if it.kind == textOther && textFaces[f][0].open().glyph(t.r) == 0 && mathFont().glyph(t.r) == 0 {
			p.fail(t.pos, "no glyph for %s", t.describe())
		}
		add(it)
	case tokCommand:
		p.textCommand(run, t, f)
	default:
		p.fail(t.pos, "%s in text; mathematics goes between dollars", t.describe())
	}
}

// inlineMath reads a formula after its first dollar.
func (p *parser) inlineMath(open token) nucleus {
	defer func() { p.depth-- }()
	if !p.enter(open.pos) {
		return nil
	}
	p.inText = false
	alphabet := p.alphabet
	p.alphabet = alphaNormal
	l := p.list()
	p.alphabet = alphabet
	switch t := p.next(); t.kind {
	case tokDollar:
	case tokEnd:
		p.fail(open.pos, "$ is not closed")
	default:
		p.unexpected(t)
	}
	p.inText = true
	return l
}

// textRune makes the item of a character of text.
func textRune(r rune, f family) textItem {
	switch {
	case r == '\u00A0' || r == '\u202F' || r == '\u2009':
		return textItem{kind: textSpace, char: char{f, ' '}}
	case r > ' ' && r < 0x7F && !strings.ContainsRune(`<>\^_{|}`, r):
		return textItem{char: char{f, byte(r)}}
	}
	for code, x := range ot1Low {
		if x == r {
			return textItem{char: char{f, byte(code)}}
		}
	}
	for _, code := range [...]byte{'"', '\'', '<', '>', '\\', '`', 0x7B, 0x7C} {
		if ot1(code) == r {
			return textItem{char: char{f, code}}
		}
	}
	return textItem{kind: textOther, char: char{family: f}, other: r}
}

func (p *parser) textCommand(run *textRun, t token, f family) {
	add := func(it textItem) { run.items = append(run.items, it) }
	if k, ok := spaceCommand(t.name); ok {
		if k.mu != 0 { // \, and its like, by the text font's quad
			k = kern{em: k.mu / 18}
		}
		if t.name == " " || t.name == "space" {
			add(textItem{kind: textSpace, char: char{f, ' '}})
			return
		}
		add(textItem{kind: textKern, kern: k})
		return
	}
	if g, ok := textFamily(t.name); ok {
		n := p.textArgument("\\"+t.name, t.pos, g)
		add(textItem{kind: textNucleus, nucleus: n})
		if next := p.peek(); next.name != "." && next.name != "," {
			if c, ok := lastChar(n); ok {
				add(textItem{kind: textItalic, char: c})
			}
		}
		return
	}
	if r, ok := textLetter(t.name); ok {
		add(textRune(r, f))
		return
	}
	if pairs, ok := textAccent(t.name); ok {
		p.accented(run, t, pairs, f)
		return
	}
	switch t.name {
	case "text", "textrm", "textnormal", "textup", "mbox":
		add(textItem{kind: textNucleus, nucleus: p.textArgument("\\"+t.name, t.pos, roman)})
	case "textcolor":
		c := colorChange{p.word(`\textcolor`, t.pos)}
		body := &atom{nucleus: p.textArgument(`\textcolor`, t.pos, f)}
		add(textItem{kind: textNucleus, nucleus: list{c, body}})
	case "ldots", "dots", "textellipsis":
		for range 3 {
			add(textItem{char: char{f, '.'}})
			add(textItem{kind: textKern, kern: kern{em: 1.0 / 6}})
		}
	case "(":
		p.fail(t.pos, `write $…$ in place of \(…\)`)
	default:
		p.unknown(t)
	}
}

// lastChar returns the character at the end of a text.
func lastChar(n nucleus) (char, bool) {
	run, ok := n.(*textRun)
	if !ok || run == nil || len(run.items) == 0 {
		return char{}, false
	}
	it := run.items[len(run.items)-1]
	return it.char, it.kind == textChar
}

func textFamily(name string) (family, bool) {
	switch name {
	case "textbf":
		return bold, true
	case "textit", "emph", "textsl":
		return italic, true
	case "textsf":
		return sans, true
	case "texttt":
		return mono, true
	}
	return 0, false
}

// textLetter knows commands that stand for a character.
func textLetter(name string) (rune, bool) {
	switch name {
	case "%", "$", "#", "&", "_", "{", "}":
		return rune(name[0]), true
	case "textbackslash":
		return '\\', true
	case "textasciitilde":
		return '˜', true
	case "textdegree":
		return '°', true
	case "textendash":
		return '–', true
	case "textemdash":
		return '—', true
	case "ss":
		return 'ß', true
	case "ae":
		return 'æ', true
	case "AE":
		return 'Æ', true
	case "oe":
		return 'œ', true
	case "OE":
		return 'Œ', true
	case "o":
		return 'ø', true
	case "O":
		return 'Ø', true
	case "aa":
		return 'å', true
	case "AA":
		return 'Å', true
	case "l":
		return 'ł', true
	case "L":
		return 'Ł', true
	case "i":
		return 'ı', true
	}
	return 0, false
}

// textAccent returns the letters that an accent command knows, as pairs.
func textAccent(name string) (pairs string, ok bool) {
	switch name {
	case `"`:
		return "aäeëiïıïoöuüyÿAÄEËIÏOÖUÜ", true
	case "'":
		return "aáeéiíıíoóuúyýcćnńsśzźAÁEÉIÍOÓUÚYÝCĆNŃSŚZŹ", true
	case "`":
		return "aàeèiìıìoòuùAÀEÈIÌOÒUÙ", true
	case "^":
		return "aâeêiîıîoôuûAÂEÊIÎOÔUÛ", true
	case "~":
		return "aãnñoõAÃNÑOÕ", true
	case "v":
		return "cčdďeěnňrřsštťzžCČDĎEĚNŇRŘSŠTŤZŽ", true
	case "c":
		return "cçsşCÇSŞ", true
	case "H":
		return "oőuűOŐUŰ", true
	case "r":
		return "aåuůAÅUŮ", true
	case "=":
		return "aāeēiīoōuūAĀEĒIĪOŌUŪ", true
	case ".":
		return "zżeėZŻ", true
	}
	return "", false
}

// accented reads the letter of \"o or \"{o}.
func (p *parser) accented(run *textRun, t token, pairs string, f family) {
	letter := p.next()
	braced := letter.kind == tokOpen
	if braced {
		letter = p.next()
		if end := p.next(); end.kind != tokClose {
			letter = end
		}
	}
	r := letter.r
	if letter.kind == tokCommand && letter.name == "i" {
		r = 'ı'
	}
	if x, ok := plain(pairs, r); ok {
		run.items = append(run.items, textRune([]rune(x)[0], f))
		return
	}
	p.fail(t.pos, "no accented letter for %s and %s", t.describe(), letter.describe())
}

// set sets text at the size of the style.
func (n *textRun) set(t *setter, s style) *box {
	l := s.level()
	out := &box{}
	factor := 1000 // TeX's space factor: more than 2000 after the end of a sentence
	for i := 0; i < len(n.items); i++ {
		it := &n.items[i]
		switch it.kind {
		case textChar:
			factor = spaceFactor(factor, it.char.code)
			i = t.textChar(out, n.items, i, l)
		case textOther:
			factor = 1000
			out.append(t.otherChar(it.char.family, it.other, l), 0)
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
			out.append(t.box(it.nucleus, inner), 0)
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
func (t *setter) textChar(out *box, items []textItem, i int, l level) int {
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
	out.append(t.glyph(c, l), 0)
	out.width += k
	return i
}

// otherChar sets a character that TeX's own fonts lack.
func (t *setter) otherChar(f family, r rune, l level) *box {
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
	t.draw(b, o, r, 0, 0, sizes[l])
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
