package equation

import (
	"strings"

	"diagram/symbolic"
	"diagram/symbolic/motion"
)

// Marking is a way to mark the terms of an equation in LaTeX with the elements that they came from.
type Marking uint8

const (
	// Unmarked terms are just mathematics.
	Unmarked Marking = iota
	// Named terms are wrapped in \diagramterm{S}{…}, a macro for the document to define as it likes. What \input takes
	// defines it as leaving them as they are, unless the document has.
	Named
	// Coloured terms each have their element's colour; they need xcolor.
	Coloured
)

// termMacro makes \diagramterm known where the document doesn't define it.
const termMacro = `\providecommand{\diagramterm}[2]{#2}` + "\n"

var latexNotation = notation{
	expr: symbolic.LaTeX,
	raw:  func(r raw) string { return r.latex },
	grid: func(rows [][]string) string {
		lines := make([]string, len(rows))
		for i, row := range rows {
			lines[i] = strings.Join(row, " & ")
		}
		return `\begin{bmatrix} ` + strings.Join(lines, ` \\ `) + ` \end{bmatrix}`
	},
	brackets: func(s string) string {
		if strings.Contains(s, `\frac`) {
			return `\left(` + s + `\right)`
		}
		return "(" + s + ")"
	},
}

// bare are the lines as mathematics without any surroundings, then what their shorthands mean, each on a line.
func (p printer) bare(lines []line) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(p.latexLine(l, " = ") + "\n")
	}
	for _, l := range lines {
		for _, d := range l.where {
			b.WriteString(p.latexDefinition(d) + "\n")
		}
		if l.remark != nil {
			b.WriteString(`\text{` + p.latexSentence(l.remark) + "}\n")
		}
	}
	return b.String()
}

// inputtable is what an author puts into a document with \input: the lines as displayed mathematics (amsmath's align*
// where there are several), and what their shorthands mean in a sentence.
func (p printer) inputtable(lines []line) string {
	var b strings.Builder
	if p.options.Marking == Named {
		b.WriteString(termMacro)
	}
	if len(lines) == 1 && p.fits(lines[0]) {
		b.WriteString("\\[\n  " + p.latexLine(lines[0], " = ") + "\n\\]\n")
	} else {
		b.WriteString("\\begin{align*}\n  " + strings.Join(p.aligned(lines), " \\\\\n  ") + "\n\\end{align*}\n")
	}
	if where := p.latexWhere(lines); where != "" {
		b.WriteString("where " + where + ".\n")
	}
	for _, l := range lines {
		if l.remark != nil {
			b.WriteString("This is " + p.latexSentence(l.remark) + ".\n")
		}
	}
	return b.String()
}

// display is the mathematics between the $$ of a Markdown text: a single line with its shorthands beside it, several in an
// aligned block.
func (p printer) display(lines []line) string {
	var defs []string
	for _, l := range lines {
		for _, d := range l.where {
			defs = append(defs, p.latexDefinition(d))
		}
		if l.remark != nil {
			defs = append(defs, `\text{`+p.latexSentence(l.remark)+"}")
		}
	}
	if len(lines) == 1 && len(defs) < 2 && p.fits(lines[0]) {
		return strings.Join(append([]string{p.latexLine(lines[0], " = ")}, defs...), `, \qquad `)
	}
	rows := p.aligned(lines)
	for _, d := range defs {
		rows = append(rows, strings.Replace(d, " = ", " &= ", 1))
	}
	return `\begin{aligned} ` + strings.Join(rows, ` \\ `) + ` \end{aligned}`
}

// rows are the lines and definitions, each a row of a display.
func (p printer) rows(lines []line) []string {
	var rows []string
	for _, l := range lines {
		if p.fits(l) {
			rows = append(rows, p.latexLine(l, " = "))
		} else {
			rows = append(rows, `\begin{aligned} `+strings.Join(p.aligned([]line{l}), ` \\ `)+` \end{aligned}`)
		}
	}
	for _, l := range lines {
		for _, d := range l.where {
			rows = append(rows, p.latexDefinition(d))
		}
		if l.remark != nil {
			rows = append(rows, `\parbox{0.9\linewidth}{\centering `+p.latexSentence(l.remark)+"}")
		}
	}
	return rows
}

func (p printer) latexLine(l line, equals string) string {
	return joinSet(p.latexSide(l.left)) + equals + joinSet(p.latexSide(l.right))
}

// set is a part in LaTeX, with the sign that joins it to the one before, and roughly how many letters wide it comes out.
type set struct {
	tex   string
	width int
}

func joinSet(parts []set) string {
	if len(parts) == 1 {
		return parts[0].tex
	}
	var b strings.Builder
	for _, s := range parts {
		b.WriteString(s.tex)
	}
	return b.String()
}

// latexSide prints one side's parts.
func (p printer) latexSide(parts []part) []set {
	if len(parts) == 0 {
		return []set{{"0", 1}}
	}
	out := make([]set, len(parts))
	for i, t := range latexNotation.spell(parts, p.style) {
		sign := ""
		if t.minus {
			sign = "-"
		} else if i > 0 {
			sign = "+"
		}
		out[i].width = letters(t.text) + 3
		switch {
		case t.source == "":
		case p.options.Marking == Named:
			t.text = `\diagramterm{` + t.source + "}{" + t.text + "}"
		case p.options.Marking == Coloured:
			t.text = `{\color` + xcolor(p.colour(t.source)) + " " + t.text + "}"
		}
		out[i].tex = sign + t.text
	}
	return out
}

// letters is roughly how many letters wide a formula comes out: a command counts as one, of a matrix its first row.
func letters(tex string) int {
	n := 0
	for i := 0; i < len(tex); i++ {
		switch c := tex[i]; {
		case c == '\\' && strings.HasPrefix(tex[i:], `\\`):
			end := strings.Index(tex[i:], `\end`)
			if end < 0 {
				return n
			}
			i += end - 1
		case c == '\\':
			n++
			for i+1 < len(tex) && 'a' <= tex[i+1]|0x20 && tex[i+1]|0x20 <= 'z' {
				i++
			}
		case strings.IndexByte("{}^_& ", c) < 0 && c < 0x80:
			n++
		}
	}
	return n
}

// xcolor is the argument of \color for a colour's name or #rrggbb.
func xcolor(c string) string {
	if hex, ok := strings.CutPrefix(c, "#"); ok {
		return "[HTML]{" + strings.ToUpper(hex) + "}"
	}
	return "{" + c + "}"
}

// textWidth is how many letters of a formula fit on a line of a page, roughly.
const textWidth = 60

func spread(parts []set) int {
	n := 0
	for _, s := range parts {
		n += s.width
	}
	return n
}

func fit(left, right []set) bool { return spread(left)+spread(right) <= textWidth }

func (p printer) fits(l line) bool { return fit(p.latexSide(l.left), p.latexSide(l.right)) }

// aligned are the rows of lines under one another at their equals signs; a long line goes on in further rows.
func (p printer) aligned(lines []line) []string {
	rows := make([]string, 0, len(lines))
	for _, l := range lines {
		sides := [2][]set{p.latexSide(l.left), p.latexSide(l.right)}
		if fit(sides[0], sides[1]) {
			rows = append(rows, joinSet(sides[0])+" &= "+joinSet(sides[1]))
			continue
		}
		left, right := broken(sides[0]), broken(sides[1])
		last := len(left) - 1
		for _, row := range left[:last] {
			rows = append(rows, "&"+row)
		}
		if last == 0 {
			rows = append(rows, left[0]+" &= "+right[0])
		} else {
			rows = append(rows, `&\qquad `+left[last]+" = "+right[0])
		}
		for _, row := range right[1:] {
			rows = append(rows, `&\qquad `+row)
		}
	}
	return rows
}

// broken cuts a side before its signs into rows that fit a page.
func broken(parts []set) []string {
	var rows []string
	row, used := "", 0
	for _, s := range parts {
		if row != "" && used+s.width > textWidth*3/4 {
			rows = append(rows, row)
			row, used = "", 0
		}
		row += s.tex
		used += s.width
	}
	return append(rows, row)
}

// latexWhere says what the shorthands mean: "$a = -\frac{d^2s}{dt^2}$, towards W".
func (p printer) latexWhere(lines []line) string {
	var defs []string
	for _, l := range lines {
		for _, d := range l.where {
			s := "$" + symbolic.LaTeX(d.Symbol, p.style) + " = " + symbolic.LaTeX(d.Value, p.style) + "$"
			if d.Remark != "" {
				s += ", " + escaped(d.Remark)
			}
			defs = append(defs, s)
		}
	}
	if len(defs) < 2 {
		return strings.Join(defs, "")
	}
	return strings.Join(defs[:len(defs)-1], "; ") + "; and " + defs[len(defs)-1]
}

func (p printer) latexDefinition(d motion.Definition) string {
	s := symbolic.LaTeX(d.Symbol, p.style) + " = " + symbolic.LaTeX(d.Value, p.style)
	if d.Remark != "" {
		s += `\text{, ` + escaped(d.Remark) + `}`
	}
	return s
}

func (p printer) latexSentence(s motion.Sentence) string { return s.LaTeX(p.style, escaped) }
