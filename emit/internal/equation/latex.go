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
	grid: func(rows [][]string, small bool) string {
		lines := make([]string, len(rows))
		for i, row := range rows {
			lines[i] = strings.Join(row, " & ")
		}
		if small {
			return `\left[\begin{smallmatrix} ` + strings.Join(lines, ` \\ `) + ` \end{smallmatrix}\right]`
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
	blocks := p.parted(lines)
	rows := p.latexRows(blocks[0])
	switch {
	case len(blocks) > 1:
		b.WriteString(environment("gather*", p.latexBlocks(blocks)))
	case len(rows) > 1:
		b.WriteString(environment("align*", rows))
	default:
		b.WriteString("\\[\n  " + p.latexBlock(blocks[0]) + "\n\\]\n")
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

// pageRows is how many rows a display may have that isn't broken at the foot of a page.
const pageRows = 15

// environment is a display of amsmath with a row a line.
func environment(name string, rows []string) string {
	s := "\\begin{" + name + "}\n  " + strings.Join(rows, " \\\\\n  ") + "\n\\end{" + name + "}\n"
	if len(rows) > pageRows {
		return "\\begingroup\\allowdisplaybreaks\n" + s + "\\endgroup\n"
	}
	return s
}

// display is the mathematics between the $$ of a Markdown text: a single line with its shorthand beside it, several under
// one another.
func (p printer) display(lines []line) string {
	if defs := definitions(lines); len(lines) == 1 && len(defs) == 1 && lines[0].remark == nil && p.fits(lines[0]) {
		return p.latexLine(lines[0], " = ") + `, \qquad ` + p.latexLine(defs[0], " = ") + p.latexTail(defs[0].tail)
	}
	blocks := p.latexBlocks(p.blocks(lines))
	if len(blocks) == 1 {
		return blocks[0]
	}
	return `\begin{gathered} ` + strings.Join(blocks, ` \\ `) + ` \end{gathered}`
}

// rows are the lines and definitions, each a row of a display.
func (p printer) rows(lines []line) []string {
	var rows []string
	for _, l := range append(lines[:len(lines):len(lines)], definitions(lines)...) {
		rows = append(rows, p.latexBlock(p.block(l)))
	}
	for _, l := range lines {
		rows = append(rows, p.latexBlocks(p.wrapped(l.remark))...)
	}
	return rows
}

func (p printer) latexBlocks(blocks []block) []string {
	out := make([]string, len(blocks))
	for i, b := range blocks {
		out[i] = p.latexBlock(b)
	}
	return out
}

// latexBlock is a block as one piece of mathematics.
func (p printer) latexBlock(b block) string {
	if len(b.rows) > 1 {
		return `\begin{aligned} ` + strings.Join(p.latexRows(b), ` \\ `) + ` \end{aligned}`
	}
	r := b.rows[0]
	if r.words != nil {
		return `\text{` + p.latexSentence(r.words) + "}"
	}
	return p.latexSide(r.left) + " = " + p.latexSide(r.right) + p.latexTail(r.tail)
}

// latexRows are a block's rows for amsmath's align.
func (p printer) latexRows(b block) []string {
	rows := make([]string, len(b.rows))
	for i, r := range b.rows {
		s := ""
		switch {
		case r.goesOn:
			s = `&\quad `
		case b.flush:
			s = "&"
		}
		if r.left != nil || r.equals && !r.goesOn {
			s += p.latexSide(r.left)
		}
		switch {
		case r.equals && r.left == nil && r.goesOn:
			s += "= "
		case r.equals && b.flush:
			s += " = "
		case r.equals:
			s += " &= "
		}
		if r.right != nil || r.equals {
			s += p.latexSide(r.right)
		}
		rows[i] = s + p.latexTail(r.tail)
	}
	return rows
}

func (p printer) latexTail(t tail) string {
	s := p.latexAmount(t.amount)
	if t.words != "" {
		s += `\text{, ` + escaped(t.words) + "}"
	}
	return s
}

func (p printer) latexLine(l line, equals string) string {
	return p.latexSide(l.left) + equals + p.latexSide(l.right)
}

// latexSide prints one side's parts.
func (p printer) latexSide(parts []part) string {
	if len(parts) == 0 {
		return "0"
	}
	var b strings.Builder
	for _, s := range latexNotation.spell(parts, p.style) {
		b.WriteString(s.sign("+", "-"))
		switch {
		case s.source != "" && p.options.Marking == Named:
			b.WriteString(`\diagramterm{` + s.source + "}{" + s.text + "}")
		case s.source != "" && p.options.Marking == Coloured:
			b.WriteString(`{\color` + xcolor(p.colour(s.source)) + " " + s.text + "}")
		default:
			b.WriteString(s.text)
		}
	}
	return b.String()
}

// xcolor is the argument of \color for a colour's name or #rrggbb.
func xcolor(c string) string {
	if hex, ok := strings.CutPrefix(c, "#"); ok {
		return "[HTML]{" + strings.ToUpper(hex) + "}"
	}
	return "{" + c + "}"
}

// latexWhere says what the shorthands mean: "$a = -\frac{d^2s}{dt^2}$, towards W".
func (p printer) latexWhere(lines []line) string {
	var defs []string
	for _, l := range lines {
		for _, d := range l.where {
			s := "$" + symbolic.LaTeX(d.Symbol, p.style) + " = " + symbolic.LaTeX(d.Value, p.style) + p.latexAmount(d.Amount) + "$"
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
	return symbolic.LaTeX(d.Symbol, p.style) + " = " + symbolic.LaTeX(d.Value, p.style) + p.latexTail(tail{d.Amount, d.Remark})
}

func (p printer) latexSentence(s motion.Sentence) string { return s.LaTeX(p.style, escaped) }
