package mathbox

// structure appends what a command builds from its arguments.
func (p *parser) structure(l list, t token) (list, bool) {
	name := "\\" + t.name
	arg := func() nucleus { return p.argument(name, t.pos).simplify() }
	add := func(c class, n nucleus) (list, bool) { return append(l, &atom{class: c, nucleus: n}), true }
	switch t.name {
	case "frac":
		return add(ord, &fraction{num: arg(), denom: arg()})
	case "dfrac", "cfrac":
		return add(ord, &fraction{num: arg(), denom: arg(), hasStyle: true, style: displayStyle})
	case "tfrac":
		return add(ord, &fraction{num: arg(), denom: arg(), hasStyle: true, style: textStyle})
	case "binom":
		left, _ := delimiterByName("(")
		right, _ := delimiterByName(")")
		return add(ord, &fraction{num: arg(), denom: arg(), noRule: true, left: left, right: right})
	case "sqrt":
		return add(ord, p.root(name, t.pos))
	case "overline":
		return add(ord, &line{body: arg()})
	case "underline":
		return add(ord, &line{body: arg(), under: true})
	case "overrightarrow", "overleftarrow":
		return add(ord, &overArrow{arg(), t.name == "overleftarrow"})
	case "boxed":
		return add(ord, &boxed{arg()})
	case "dddot":
		return add(ord, &dots{arg(), 3})
	case "ddddot":
		return add(ord, &dots{arg(), 4})
	case "overbrace", "underbrace":
		a := &atom{class: op, nucleus: &brace{arg(), t.name == "underbrace"}, limits: limitsAlways}
		return append(l, a), true
	case "overset", "stackrel":
		mark, base := arg(), p.argument(name, t.pos)
		return p.stack(l, t, base, &atom{class: op, sup: mark, limits: limitsAlways}), true
	case "underset":
		mark, base := arg(), p.argument(name, t.pos)
		return p.stack(l, t, base, &atom{class: op, sub: mark, limits: limitsAlways}), true
	case "text", "mbox", "textrm", "textnormal", "hbox", "textup":
		return add(ord, p.textArgument(name, t.pos, roman))
	case "textbf":
		return add(ord, p.textArgument(name, t.pos, bold))
	case "textit", "emph":
		return add(ord, p.textArgument(name, t.pos, italic))
	case "textsf":
		return add(ord, p.textArgument(name, t.pos, sans))
	case "texttt":
		return add(ord, p.textArgument(name, t.pos, mono))
	case "operatorname":
		return append(l, p.operatorCommand(t)), true
	case "left":
		return add(inner, p.fenced(t))
	case "begin":
		return p.environment(l, t), true
	case "phantom":
		return add(ord, &phantom{body: arg(), width: true, vertical: true})
	case "hphantom":
		return add(ord, &phantom{body: arg(), width: true})
	case "vphantom":
		return add(ord, &phantom{body: arg(), vertical: true})
	case "smash":
		return add(ord, &phantom{body: arg(), width: true, hasInk: true})
	case "mathstrut", "strut":
		return add(ord, &phantom{body: char{roman, '('}, vertical: true})
	case "vdots":
		return add(ord, dotColumn{})
	case "ddots":
		return add(inner, dotColumn{diagonal: true})
	case "not":
		return add(rel, notSign)
	case "{":
		return add(open, char{symbols, 0x66})
	case "}":
		return add(closing, char{symbols, 0x67})
	case "|":
		return add(ord, char{symbols, 0x6B})
	case "%", "$", "#", "&":
		return add(ord, char{roman, t.name[0]})
	case "notin":
		return add(rel, cancelled{char{symbols, 0x32}})
	case "mapsto":
		return add(rel, substitute{char{symbols, 0x21}, '↦'})
	case "mathord":
		return add(ord, arg())
	case "mathop":
		return add(op, arg())
	case "mathbin":
		return add(bin, arg())
	case "mathrel":
		return add(rel, arg())
	case "mathopen":
		return add(open, arg())
	case "mathclose":
		return add(closing, arg())
	case "mathpunct":
		return add(punct, arg())
	case "mathinner":
		return add(inner, arg())
	case "textcolor":
		return add(ord, p.colored(t))
	}
	return l, false
}

// declaration handles commands that change what follows or what came before.
func (p *parser) declaration(l list, t token) (list, bool) {
	switch t.name {
	case "displaystyle":
		return append(l, styleChange{displayStyle}), true
	case "textstyle":
		return append(l, styleChange{textStyle}), true
	case "scriptstyle":
		return append(l, styleChange{scriptStyle}), true
	case "scriptscriptstyle":
		return append(l, styleChange{scriptScriptStyle}), true
	case "color":
		return append(l, colorChange{p.word("\\color", t.pos)}), true
	case "limits", "nolimits", "displaylimits":
		var a *atom
		if len(l) > 0 {
			a, _ = l[len(l)-1].(*atom)
		}
		if a == nil || a.class != op {
			p.fail(t.pos, "\\%s must follow an operator", t.name)
			return l, true
		}
		switch t.name {
		case "limits":
			a.limits = limitsAlways
		case "nolimits":
			a.limits = limitsNever
		default:
			a.limits = limitsInDisplay
		}
		return l, true
	case "rm":
		p.alphabet = alphaRoman
		return l, true
	case "bf":
		p.alphabet = alphaBold
		return l, true
	case "it":
		p.alphabet = alphaItalic
		return l, true
	case "kern", "mkern", "mskip", "hskip", "hspace", "mspace":
		return append(l, p.length(t.name)), true
	}
	return l, false
}

// root reads \sqrt's optional degree and its body.
func (p *parser) root(name string, pos int) *radical {
	r := &radical{}
	if t := p.peek(); t.kind == tokChar && t.r == '[' {
		p.next()
		r.degree = p.bracketed(t).simplify()
	}
	r.body = p.argument(name, pos).simplify()
	return r
}

// bracketed reads the rest of an optional argument whose [ has been read.
func (p *parser) bracketed(open token) list {
	defer func() { p.depth-- }()
	if !p.enter(open.pos) {
		return nil
	}
	l := p.listUntil(func(t token) bool { return t.kind == tokChar && t.r == ']' })
	if t := p.next(); t.kind != tokChar {
		p.fail(open.pos, "[ is not closed")
	}
	return l
}

// fenced reads what \left begins, up to its \right.
func (p *parser) fenced(t token) nucleus {
	defer func() { p.depth-- }()
	if !p.enter(t.pos) {
		return nil
	}
	f := &fenced{}
	f.left = p.delimiterToken(`\left`)
	for p.err == nil {
		f.body = append(f.body, p.list()...)
		end := p.next()
		if end.kind == tokCommand && end.name == "right" {
			break
		}
		if end.kind != tokCommand || end.name != "middle" {
			p.fail(t.pos, `\left without \right`)
			break
		}
		f.body = append(f.body, middle{p.delimiterToken(`\middle`)})
	}
	f.right = p.delimiterToken(`\right`)
	return f
}

// stack makes of an operator with limits an atom of its base's class.
func (p *parser) stack(l list, t token, base list, a *atom) list {
	c := ord
	if len(base) == 1 {
		if b, ok := base[0].(*atom); ok && (b.class == bin || b.class == rel) {
			c = b.class
		}
	}
	if t.name == "stackrel" {
		c = rel
	}
	a.nucleus = append(list{kern{}}, base...)
	return append(l, &atom{class: c, nucleus: list{a}})
}

// operatorCommand reads \operatorname{…} or \operatorname*{…}.
func (p *parser) operatorCommand(t token) *atom {
	limits := limitsNever
	if n := p.peek(); n.kind == tokChar && n.r == '*' {
		p.next()
		limits = limitsInDisplay
	}
	outer := p.alphabet
	p.alphabet = alphaRoman
	body := p.argument(`\operatorname`, t.pos)
	p.alphabet = outer
	for i, n := range body {
		// Here a hyphen is a hyphen.
		if a, ok := n.(*atom); ok && a.nucleus == (char{symbols, 0}) {
			body[i] = &atom{nucleus: char{roman, '-'}, sup: a.sup, sub: a.sub}
		}
	}
	return &atom{class: op, nucleus: append(list{kern{}}, body...), limits: limits}
}

// colored reads \textcolor{name}{…}.
func (p *parser) colored(t token) nucleus {
	c := colorChange{p.word(`\textcolor`, t.pos)}
	return append(list{c}, p.argument(`\textcolor`, t.pos)...)
}

// word reads a name in braces, such as a colour's: letters, digits, and what xcolor's expressions need.
func (p *parser) word(what string, pos int) string {
	if open := p.next(); open.kind != tokOpen {
		p.fail(pos, "%s needs the name of a colour in braces", what)
		return ""
	}
	start := p.pos
	for p.pos < len(p.src) && p.src[p.pos] != '}' {
		if b := p.src[p.pos]; !isLetter(b) && !(b >= '0' && b <= '9') && b != '!' && b != '-' && b != '.' {
			p.fail(p.pos, "%s needs the name of a colour", what)
			return ""
		}
		p.pos++
	}
	word := p.src[start:p.pos]
	if p.pos >= len(p.src) || word == "" {
		p.fail(pos, "%s needs the name of a colour in braces", what)
		return ""
	}
	p.pos++
	return word
}
