package mathbox

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
	run.items = withForeign(run.items)
	return run
}

func (p *parser) textToken(run *textRun, t token, f family) {
	add := func(it textItem) { run.items = append(run.items, it) }
	switch t.kind {
	case tokSpace:
		add(textItem{kind: textSpace, char: char{f, ' '}, shows: ' '})
	case tokOpen:
		p.pos = t.pos
		add(textItem{kind: textNucleus, nucleus: p.textArgument("{", t.pos, f)})
	case tokDollar:
		add(textItem{kind: textNucleus, nucleus: p.inlineMath(t)})
	case tokActive:
		if t.r == '~' {
			add(textItem{kind: textSpace, char: char{f, ' '}, shows: '\u00a0'})
		} else {
			add(textItem{char: char{f, '\''}, shows: '’'})
		}
	case tokChar:
		if t.r == '%' || t.r == '#' {
			p.unsettable(t)
			return
		}
		if !isShown(t.r) {
			p.fail(t.pos, "the character U+%04X is invisible", t.r)
		}
		add(textRune(t.r, f))
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

func (p *parser) textCommand(run *textRun, t token, f family) {
	add := func(it textItem) { run.items = append(run.items, it) }
	if k, ok := spaceCommand(t.name); ok {
		if k.mu != 0 { // \, and its like, by the text font's quad
			k = kern{em: k.mu / 18}
		}
		if t.name == " " || t.name == "space" {
			add(textItem{kind: textSpace, char: char{f, ' '}, shows: ' '})
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
		return '~', true
	case "textasciicircum":
		return '^', true
	case "textless":
		return '<', true
	case "textgreater":
		return '>', true
	case "textbar":
		return '|', true
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
