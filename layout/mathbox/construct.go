package mathbox

import "math"

// fraction is a numerator over a denominator, with a rule of the usual thickness or none.
type fraction struct {
	num, denom  nucleus
	noRule      bool
	left, right delimiter
	style       style // \dfrac, \tfrac
	hasStyle    bool
}

func (f *fraction) set(t *setter, s style) *box {
	if f.hasStyle {
		s = f.style
	}
	// Rule 15.
	x, z := t.box(f.num, s.num()), t.box(f.denom, s.denom())
	w := max(x.width, z.width)
	x, z = x.centered(w), z.centered(w)
	up, down := sigma(s, 9), sigma(s, 12)
	if s.isDisplay() {
		up, down = sigma(s, 8), sigma(s, 11)
	} else if f.noRule {
		up = sigma(s, 10)
	}
	theta := ruleThickness(s)
	frac := &box{width: w}
	if f.noRule {
		clear := 3 * theta
		if s.isDisplay() {
			clear = 7 * theta
		}
		if short := clear - ((up - x.depth) - (z.height - down)); short > 0 {
			up += short / 2
			down += short / 2
		}
	} else {
		clear := theta
		if s.isDisplay() {
			clear = 3 * theta
		}
		a := axis(s)
		up += max(0, clear-((up-x.depth)-(a+theta/2)))
		down += max(0, clear-((a-theta/2)-(z.height-down)))
		t.rule(frac, 0, a-theta/2, w, theta)
	}
	frac.height, frac.depth = up+x.height, down+z.depth
	frac.add(x, 0, up)
	frac.add(z, 0, -down)

	size := sigma(s, 21)
	if s.isDisplay() {
		size = sigma(s, 20)
	}
	out := &box{}
	out.append(t.delimiter(f.left, s, size), 0)
	out.append(frac, 0)
	out.append(t.delimiter(f.right, s, size), 0)
	return out
}

// radical is a root, with a degree or without.
type radical struct{ body, degree nucleus }

func (r *radical) set(t *setter, s style) *box {
	// Rule 11.
	x := t.box(r.body, s.cramped())
	theta := ruleThickness(s)
	psi := theta + theta/4
	if s.isDisplay() {
		psi = theta + math.Abs(xHeight(s))/4
	}
	y := t.delimiter(radicalSign, s, x.total()+psi+theta)
	theta = y.height
	if extra := y.depth - (x.total() + psi); extra > 0 {
		psi += extra / 2
	}
	out := &box{}
	out.append(y, x.height+psi)
	bar := &box{width: x.width, height: x.height + psi + 2*theta, depth: x.depth}
	bar.add(x, 0, 0)
	t.rule(bar, 0, x.height+psi, x.width, theta)
	out.append(bar, 0)
	if r.degree == nil {
		return out
	}
	// LaTeX's \root.
	n := t.box(r.degree, scriptScriptStyle)
	raise := 0.6 * (out.height - out.depth)
	root := &box{width: 5 * mu(s)}
	root.append(n, raise)
	root.width -= 10 * mu(s)
	root.append(out, 0)
	return root
}

// accent is a mark above its body.
type accent struct {
	mark char
	body nucleus
}

func (a *accent) set(t *setter, s style) *box { return a.setScripts(t, s, nil, nil) }

// setScripts sets the accented body (rule 12), where the scripts belong to the body.
func (a *accent) setScripts(t *setter, s style, sup, sub nucleus) *box {
	l := s.level()
	x := t.box(a.body, s.cramped())
	w, h := x.width, x.height
	mark := a.mark.forWidth(w * sizes[0] / sizes[l])
	for {
		m := mark.metrics(l)
		if m.tag != tagList {
			break
		}
		next := char{mark.family, m.remainder}
		if next.metrics(l).width > w {
			break
		}
		mark = next
	}
	var skew float64
	if c, ok := a.body.(char); ok {
		k, _, _ := font(c.family, l).pair(c.code, c.family.skewChar())
		skew = k * sizes[l]
	}
	delta := min(h, font(mark.family, l).param(5)*sizes[l])
	if sup != nil || sub != nil {
		x = t.atom(&atom{nucleus: a.body, sup: sup, sub: sub}, s, false)
		delta += x.height - h
		h = x.height
	}
	y := t.box(mark, s)
	out := &box{width: x.width, depth: x.depth}
	out.add(x, 0, 0)
	out.add(y, skew+(w-y.width)/2, h-delta)
	out.height = max(h, y.height+h-delta)
	return out
}

// forWidth returns the mark that amsfonts chooses for a body so wide at text size:
// its own font has wider ones than TeX's.
func (c char) forWidth(w float64) char {
	if c.family == extension && w > 2*em() {
		if c.code == 0x62 {
			return char{msbm, 0x5B}
		}
		return char{msbm, 0x5D}
	}
	return c
}

// skewChar is the \skewchar, a character's kern with which says how far an
// accent shifts. Families without one answer a code that kerns with nothing.
func (f family) skewChar() byte {
	switch f {
	case letters, boldItalic:
		return 0x7F
	case symbols:
		return 0x30
	}
	return 0xFF
}

// dots is amsmath's \dddot and \ddddot: n text dots as a limit of the body.
type dots struct {
	body nucleus
	n    int
}

func (d *dots) set(t *setter, s style) *box {
	x := t.box(d.body, s)
	row := &box{width: em() / 6}
	for range d.n {
		row.append(t.glyph(char{roman, '.'}, 0), 0)
	}
	gap := max(xi(s, 11), xi(s, 9))
	w := max(x.width, row.width)
	out := &box{width: w, height: x.height + gap - 1.4 + xi(s, 13), depth: x.depth}
	out.add(x, (w-x.width)/2, 0)
	out.add(row, (w-row.width)/2, x.height+gap-1.4+2-row.height)
	return out
}

// line is \overline or \underline (rules 9 and 10).
type line struct {
	body  nucleus
	under bool
}

func (n *line) set(t *setter, s style) *box {
	theta := ruleThickness(s)
	if n.under {
		x := t.box(n.body, s)
		out := &box{width: x.width, height: x.height, depth: x.depth + 5*theta}
		out.add(x, 0, 0)
		t.rule(out, 0, -x.depth-4*theta, x.width, theta)
		return out
	}
	x := t.box(n.body, s.cramped())
	out := &box{width: x.width, height: x.height + 5*theta, depth: x.depth}
	out.add(x, 0, 0)
	t.rule(out, 0, x.height+3*theta, x.width, theta)
	return out
}

// overArrow is \overrightarrow or \overleftarrow.
type overArrow struct {
	body nucleus
	left bool
}

func (n *overArrow) set(t *setter, s style) *box {
	code := byte(0x21)
	if n.left {
		code = 0x20
	}
	x, arrow := t.box(n.body, s), t.glyph(char{symbols, code}, s.level())
	w := max(x.width, arrow.width)
	x = x.centered(w)
	out := &box{width: w, height: x.height + arrow.height, depth: x.depth}
	out.add(x, 0, 0)
	y := x.height
	theta := ruleThickness(s)
	middle := arrow.width / 2
	if n.left {
		out.add(arrow, 0, y)
		t.rule(out, middle, y+axis(s)-theta/2, w-middle-mu(s), theta)
	} else {
		out.add(arrow, w-arrow.width, y)
		t.rule(out, mu(s), y+axis(s)-theta/2, w-middle-mu(s), theta)
	}
	return out
}

// boxed is amsmath's \boxed: a frame round a formula.
type boxed struct{ body nucleus }

func (n *boxed) set(t *setter, s style) *box {
	const sep, theta = 3, 0.4
	x := t.box(n.body, displayStyle)
	out := &box{width: x.width + 2*(sep+theta), height: x.height + sep + theta, depth: x.depth + sep + theta}
	out.add(x, sep+theta, 0)
	t.rule(out, 0, -out.depth, out.width, theta)
	t.rule(out, 0, out.height-theta, out.width, theta)
	t.rule(out, 0, -out.depth, theta, out.total())
	t.rule(out, out.width-theta, -out.depth, theta, out.total())
	return out
}

// phantom keeps the size of its body without its ink, or the ink without the size.
type phantom struct {
	body                    nucleus
	width, vertical, hasInk bool
}

func (p *phantom) set(t *setter, s style) *box {
	x := t.box(p.body, s)
	out := &box{}
	if p.width {
		out.width = x.width
	}
	if p.vertical {
		out.height, out.depth = x.height, x.depth
	}
	if p.hasInk {
		out.add(x, 0, 0)
	}
	return out
}

// substitute has one character's size and another's ink.
type substitute struct {
	size char
	ink  rune
}

func (n substitute) set(t *setter, s style) *box {
	l := s.level()
	m := n.size.metrics(l)
	b := &box{width: m.width, height: m.height, depth: m.depth}
	f := mathFont()
	t.draw(b, f.outline(f.forLevel(f.glyph(n.ink), l)), n.ink, 0, 0, sizes[l])
	return b
}

// cancelled is a character with a slash through it, as LaTeX makes \notin.
type cancelled struct{ char char }

func (n cancelled) set(t *setter, s style) *box {
	b, slash := t.glyph(n.char, s.level()), t.glyph(char{letters, 0x3D}, s.level())
	out := &box{width: max(b.width, slash.width+mu(s)), height: slash.height, depth: b.depth}
	out.add(b, 0, 0)
	out.add(slash, (out.width-slash.width+mu(s))/2, 0)
	return out
}

// dotColumn is \vdots or \ddots.
type dotColumn struct{ diagonal bool }

func (d dotColumn) set(t *setter, s style) *box {
	dot := func() *box { return t.glyph(char{roman, '.'}, 0) }
	out := &box{}
	if !d.diagonal {
		for i := range 3 {
			b := dot()
			out.add(b, 0, float64(4*i))
			out.width, out.height = b.width, 8+b.height+6
		}
		return out
	}
	out.width = mu(s)
	for i := range 3 {
		if i > 0 {
			out.width += 2 * mu(s)
		}
		out.append(dot(), float64(7-3*i))
	}
	out.width += mu(s)
	out.height += 7 // \vbox{\kern7pt\hbox{.}} on the raised first dot
	return out
}
