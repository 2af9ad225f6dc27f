package mathbox

import "math"

// fraction is a numerator over a denominator. It may be set smaller than its surroundings would have it.
type fraction struct {
	num, denom nucleus
	small      bool
}

func (f *fraction) set(s style) *box {
	if f.small {
		s = textStyle
	}
	// Rule 15.
	x, z := cleanBox(f.num, s.num()), cleanBox(f.denom, s.denom())
	w := max(x.width, z.width)
	x, z = x.centered(w), z.centered(w)
	up, down := sigma(s, 9), sigma(s, 12)
	theta := ruleThickness(s)
	clear := theta
	if s.isDisplay() {
		up, down = sigma(s, 8), sigma(s, 11)
		clear = 3 * theta
	}
	a := axis(s)
	up += max(0, clear-((up-x.depth)-(a+theta/2)))
	down += max(0, clear-((a-theta/2)-(z.height-down)))
	frac := &box{width: w, height: up + x.height, depth: down + z.depth}
	frac.rule(0, a-theta/2, w, theta)
	frac.add(x, 0, up)
	frac.add(z, 0, -down)

	out := &box{}
	out.append(&box{width: nullDelimiterSpace}, 0)
	out.append(frac, 0)
	out.append(&box{width: nullDelimiterSpace}, 0)
	return out
}

// radical is a root, with a degree or without.
type radical struct{ body, degree nucleus }

func (r *radical) set(s style) *box {
	// Rule 11.
	x := cleanBox(r.body, s.cramped())
	theta := ruleThickness(s)
	psi := theta + theta/4
	if s.isDisplay() {
		psi = theta + math.Abs(xHeight(s))/4
	}
	y := setDelimiter(radicalSign, s, x.total()+psi+theta)
	theta = y.height
	if extra := y.depth - (x.total() + psi); extra > 0 {
		psi += extra / 2
	}
	out := &box{}
	out.append(y, x.height+psi)
	bar := &box{width: x.width, height: x.height + psi + 2*theta, depth: x.depth}
	bar.add(x, 0, 0)
	bar.rule(0, x.height+psi, x.width, theta)
	out.append(bar, 0)
	if r.degree == nil {
		return out
	}
	// LaTeX's \root.
	n := cleanBox(r.degree, scriptScriptStyle)
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

func (a *accent) set(s style) *box { return a.setScripts(s, nil, nil) }

// setScripts sets the accented body (rule 12), where the scripts belong to the body.
func (a *accent) setScripts(s style, sup, sub nucleus) *box {
	l := s.level()
	x := cleanBox(a.body, s.cramped())
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
		x = setAtom(&atom{nucleus: a.body, sup: sup, sub: sub}, s, false)
		delta += x.height - h
		h = x.height
	}
	y := cleanBox(mark, s)
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

// threeDots is amsmath's \dddot: text dots as a limit of the body.
type threeDots struct{ body nucleus }

func (d *threeDots) set(s style) *box {
	x := cleanBox(d.body, s)
	row := &box{width: em() / 6}
	for range 3 {
		row.append(glyphBox(char{roman, '.'}, 0), 0)
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

func (n *line) set(s style) *box {
	theta := ruleThickness(s)
	if n.under {
		x := cleanBox(n.body, s)
		out := &box{width: x.width, height: x.height, depth: x.depth + 5*theta}
		out.add(x, 0, 0)
		out.rule(0, -x.depth-4*theta, x.width, theta)
		return out
	}
	x := cleanBox(n.body, s.cramped())
	out := &box{width: x.width, height: x.height + 5*theta, depth: x.depth}
	out.add(x, 0, 0)
	out.rule(0, x.height+3*theta, x.width, theta)
	return out
}
