package mathbox

// environment reads \begin{…} … \end{…}.
func (p *parser) environment(l list, t token) list {
	defer func() { p.depth-- }()
	if !p.enter(t.pos) {
		return l
	}
	name := p.environmentName(`\begin`)
	kind, left, right, ok := gridKindOf(name)
	if p.err == nil && !ok {
		p.fail(t.pos, "unknown environment %s", name)
	}
	if name == "array" {
		kind.align = p.columns()
	}
	outer := p.inCases
	defer func() { p.inCases = outer }()
	p.inCases = p.inCases || name == "cases"
	if p.inCases && kind.wideGap == 0 {
		const stretch = 1.2 // LaTeX's \arraystretch in cases, which arrays within inherit
		kind.strutUp *= stretch
		kind.strutDown *= stretch
	}
	g := &grid{kind: kind}
	row := []nucleus{}
	for p.err == nil {
		row = append(row, p.cell(&g.kind, len(row)))
		sep := p.next()
		switch {
		case sep.kind == tokAlign:
		case sep.kind == tokCommand && (sep.name == "\\" || sep.name == "cr"):
			g.rows, g.extra = append(g.rows, row), append(g.extra, p.rowSpace())
			row = []nucleus{}
		case sep.kind == tokCommand && sep.name == "end":
			if end := p.environmentName(`\end`); p.err == nil && end != name {
				p.fail(sep.pos, `\begin{%s} is ended by \end{%s}`, name, end)
			}
			if len(row) > 1 || row[0] != nil {
				g.rows, g.extra = append(g.rows, row), append(g.extra, 0)
			}
			return appendGrid(l, g, left, right)
		case sep.kind == tokEnd:
			p.fail(t.pos, `\begin{%s} is not ended`, name)
		default:
			p.unexpected(sep)
		}
	}
	return l
}

// appendGrid appends a grid in its delimiters.
func appendGrid(l list, g *grid, left, right string) list {
	body := &atom{nucleus: g}
	if left == "" {
		if k := g.kind.space; k != (kern{}) {
			return append(l, k, body, k)
		}
		return append(l, body)
	}
	f := &fenced{body: list{body}}
	f.left, _ = delimiterByName(left)
	f.right, _ = delimiterByName(right)
	return append(l, &atom{class: inner, nucleus: f})
}

func (p *parser) environmentName(what string) string {
	open := p.next()
	start := p.pos
	for p.pos < len(p.src) && (isLetter(p.src[p.pos]) || p.src[p.pos] == '*') {
		p.pos++
	}
	name := p.src[start:p.pos]
	if open.kind != tokOpen || p.pos >= len(p.src) || p.src[p.pos] != '}' {
		p.fail(open.pos, "%s needs the name of an environment in braces", what)
		return ""
	}
	p.pos++
	return name
}

// columns reads the argument of an array: l, c and r.
func (p *parser) columns() string {
	open := p.next()
	start := p.pos
	for p.pos < len(p.src) && (p.src[p.pos] == 'l' || p.src[p.pos] == 'c' || p.src[p.pos] == 'r') {
		p.pos++
	}
	align := p.src[start:p.pos]
	if open.kind != tokOpen || align == "" || p.pos >= len(p.src) || p.src[p.pos] != '}' {
		p.fail(open.pos, "an array needs its columns in braces, each l, c or r")
		return ""
	}
	p.pos++
	return align
}

// cell reads one cell; nil if it is empty.
func (p *parser) cell(k *gridKind, column int) nucleus {
	l := p.list()
	if len(l) == 0 {
		return nil
	}
	if k.pairs && column%2 == 1 {
		l = append(list{&atom{}}, l...)
	}
	return l
}

// rowSpace reads the optional [length] after \\.
func (p *parser) rowSpace() float64 {
	t := p.peek()
	if t.kind != tokChar || t.r != '[' {
		return 0
	}
	p.next()
	k := p.length(`\`)
	if end := p.next(); p.err == nil && (end.kind != tokChar || end.r != ']') {
		p.fail(t.pos, "[ is not closed")
	}
	return k.points(textStyle)
}

// gridKindOf knows LaTeX's and amsmath's grids and the delimiters round them.
func gridKindOf(name string) (k gridKind, left, right string, ok bool) {
	const jot = 3
	matrix := gridKind{align: "c", gap: 10, style: textStyle, strutUp: 0.7 * baselineSkip, strutDown: 0.3 * baselineSkip}
	lines := gridKind{
		align: "c", style: displayStyle, strutUp: 0.7 * baselineSkip, strutDown: 0.3 * baselineSkip,
		rowGap: jot, wideGap: jot + 1, gapLimit: jot,
	}
	switch name {
	case "matrix":
		return matrix, "", "", true
	case "pmatrix":
		return matrix, "(", ")", true
	case "bmatrix":
		return matrix, "[", "]", true
	case "Bmatrix":
		return matrix, "{", "}", true
	case "vmatrix":
		return matrix, "|", "|", true
	case "Vmatrix":
		return matrix, `\|`, `\|`, true
	case "array":
		matrix.sides = 5
		return matrix, "", "", true
	case "cases":
		matrix.align = "l"
		return matrix, "{", ".", true
	case "smallmatrix":
		return gridKind{align: "c", gap: 5 * mu(textStyle), style: scriptStyle, space: kern{mu: 3}, rowGap: -1, wideGap: 1.5, gapLimit: 1.5}, "", "", true
	case "aligned", "split", "align", "align*":
		lines.align, lines.pairs, lines.gap = "rl", true, 10
		return lines, "", "", true
	case "gathered", "gather", "gather*":
		return lines, "", "", true
	}
	return gridKind{}, "", "", false
}
