package equation

import (
	"strings"

	"diagram/emit/internal/escape"
	"diagram/emit/internal/lines"
	"diagram/emit/internal/rows"
	"diagram/symbolic/formula"
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

// TermMacro makes \diagramterm known where the document doesn't define it.
const TermMacro = `\providecommand{\diagramterm}[2]{#2}` + "\n"

// bare are the lines as mathematics without any surroundings, then what their shorthands mean, each on a line.
func (p printer) bare(all []lines.Group) string {
	var b strings.Builder
	for _, g := range all {
		if g.Caption != nil {
			b.WriteString(`\text{` + p.latexSentence(g.Caption) + "}\n")
		}
		b.WriteString(p.bareLines(g.Lines))
	}
	return b.String()
}

func (p printer) bareLines(all []lines.Line) string {
	var b strings.Builder
	for _, l := range all {
		b.WriteString(p.latexLine(l) + "\n")
	}
	for _, l := range all {
		for _, d := range l.Where {
			b.WriteString(LaTeXDefinition(d) + "\n")
		}
		if l.Remark != nil {
			b.WriteString(`\text{` + p.latexSentence(l.Remark) + "}\n")
		}
	}
	return b.String()
}

// input is what an author puts into a document with \input: the lines as displayed mathematics (amsmath's align* where
// there are several), and what their shorthands mean in a sentence.
func (p printer) input(all []lines.Group) string {
	var b strings.Builder
	if p.marking == Named {
		b.WriteString(TermMacro)
	}
	for i, g := range all {
		if g.Caption != nil {
			if i > 0 {
				b.WriteString("\n")
			}
			b.WriteString(p.latexSentence(g.Caption) + "\n")
		}
		b.WriteString(p.inputLines(g.Lines))
	}
	return b.String()
}

func (p printer) inputLines(all []lines.Line) string {
	var b strings.Builder
	blocks := rows.Lines(all)
	align := p.latexRows(blocks[0])
	switch {
	case len(blocks) > 1:
		b.WriteString(environment("gather*", p.latexBlocks(blocks)))
	case len(align) > 1:
		b.WriteString(environment("align*", align))
	default:
		b.WriteString("\\[\n  " + p.latexBlock(blocks[0]) + "\n\\]\n")
	}
	if where := latexWhere(all); where != "" {
		b.WriteString("where " + where + ".\n")
	}
	for _, l := range all {
		if l.Remark != nil {
			b.WriteString("This is " + p.latexSentence(l.Remark) + ".\n")
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
func (p printer) display(all []lines.Group) string {
	if len(all) == 1 && all[0].Caption == nil {
		if l := all[0].Lines; len(l) == 1 && len(l[0].Where) == 1 && l[0].Remark == nil && rows.Fits(l[0]) {
			return p.latexLine(l[0]) + `, \qquad ` + LaTeXDefinition(l[0].Where[0])
		}
	}
	blocks := p.latexBlocks(p.blocks(all))
	if len(blocks) == 1 {
		return blocks[0]
	}
	return `\begin{gathered} ` + strings.Join(blocks, ` \\ `) + ` \end{gathered}`
}

func (p printer) latexBlocks(blocks []rows.Block) []string {
	out := make([]string, len(blocks))
	for i, b := range blocks {
		out[i] = p.latexBlock(b)
	}
	return out
}

// latexBlock is a block as one piece of mathematics.
func (p printer) latexBlock(b rows.Block) string {
	if len(b.Rows) > 1 {
		return `\begin{aligned} ` + strings.Join(p.latexRows(b), ` \\ `) + ` \end{aligned}`
	}
	r := b.Rows[0]
	if r.Words != nil {
		return `\text{` + p.latexSentence(r.Words) + "}"
	}
	return p.latexSide(r.Left) + " = " + p.latexSide(r.Right) + latexTail(r.Tail)
}

// latexRows are a block's rows for amsmath's align.
func (p printer) latexRows(b rows.Block) []string {
	out := make([]string, len(b.Rows))
	for i, r := range b.Rows {
		s := ""
		switch {
		case r.GoesOn:
			s = `&\quad `
		case b.Flush:
			s = "&"
		}
		if r.HasLeft() {
			s += p.latexSide(r.Left)
		}
		switch {
		case r.Equals && r.Left == nil && r.GoesOn:
			s += "= "
		case r.Equals && b.Flush:
			s += " = "
		case r.Equals:
			s += " &= "
		}
		if r.HasRight() {
			s += p.latexSide(r.Right)
		}
		out[i] = s + latexTail(r.Tail)
	}
	return out
}

func (p printer) latexLine(l lines.Line) string {
	return p.latexSide(l.Left) + " = " + p.latexSide(l.Right)
}

// LaTeXLine is a line as mathematics.
func LaTeXLine(l lines.Line) string { return printer{}.latexLine(l) }

// latexSide prints one side's parts.
func (p printer) latexSide(parts []lines.Part) string {
	if len(parts) == 0 {
		return "0"
	}
	var b strings.Builder
	for i := range parts {
		part := &parts[i]
		b.WriteString(sign(part, "+", "-"))
		s := latexPart(part)
		switch {
		case part.Source != nil && p.marking == Named:
			s = `\diagramterm{` + part.Source.Name + "}{" + s + "}"
		case part.Source != nil && p.marking == Coloured:
			s = `{\color` + xcolor(p.colour(part.Source)) + " " + s + "}"
		}
		b.WriteString(s)
	}
	return b.String()
}

// sign is the sign that joins a part to the one before, in a notation.
func sign(p *lines.Part, plus, minus string) string {
	switch {
	case p.Minus:
		return minus
	case p.First || p.Lead != lines.Summed:
		return ""
	}
	return plus
}

// lead is what joins a part to the one before without a sign, in a notation.
func lead(p *lines.Part, listed, compared string) string {
	switch p.Lead {
	case lines.Summed, lines.Appended:
		return ""
	case lines.Listed:
		return listed
	case lines.Compared:
		return compared
	}
	panic("equation: unknown lead")
}

// latexPart is a part without its sign.
func latexPart(p *lines.Part) string {
	s := lead(p, `,\quad `, " : ")
	if p.Names != nil {
		s += formula.LaTeX(p.Names) + " = "
	}
	for _, n := range p.Shown() {
		s += formula.LaTeX(n)
	}
	return s + latexUnit(p.Unit)
}

func latexUnit(unit formula.Node) string {
	if unit == nil {
		return ""
	}
	return `\,` + formula.LaTeX(unit)
}

// xcolor is the argument of \color for a colour's name or #rrggbb.
func xcolor(c string) string {
	if hex, ok := strings.CutPrefix(c, "#"); ok {
		return "[HTML]{" + strings.ToUpper(hex) + "}"
	}
	return "{" + c + "}"
}

// latexWhere says what the shorthands mean: "$a = -\frac{d^2s}{dt^2}$, towards W".
func latexWhere(all []lines.Line) string {
	var defs []string
	for _, l := range all {
		for _, d := range l.Where {
			s := "$" + latexValue(d) + "$"
			if d.Tail.Words != "" {
				s += ", " + escape.Prose(d.Tail.Words)
			}
			defs = append(defs, s)
		}
	}
	if len(defs) < 2 {
		return strings.Join(defs, "")
	}
	return strings.Join(defs[:len(defs)-1], "; ") + "; and " + defs[len(defs)-1]
}

// latexValue is a shorthand, what it means, and what that comes to.
func latexValue(d lines.Definition) string {
	return formula.LaTeX(d.Symbol) + " = " + formula.LaTeX(d.Value) + latexAmount(d.Tail)
}

// LaTeXDefinition is what a shorthand means, with words.
func LaTeXDefinition(d lines.Definition) string { return latexValue(d) + latexWords(d.Tail) }

func latexTail(t lines.Tail) string { return latexAmount(t) + latexWords(t) }

// latexAmount is what a value comes to in numbers: \approx 7.53\,\mathrm{rad/s}.
func latexAmount(t lines.Tail) string {
	if t.Amount == nil {
		return ""
	}
	return related(t, " = ", ` \approx `) + formula.LaTeX(t.Amount) + latexUnit(t.Unit)
}

// related is how an amount relates to its value.
func related(t lines.Tail, exact, rounded string) string {
	if t.Exact {
		return exact
	}
	return rounded
}

func latexWords(t lines.Tail) string {
	if t.Words == "" {
		return ""
	}
	return `\text{, ` + escape.Prose(t.Words) + "}"
}

func (p printer) latexSentence(s motion.Sentence) string { return s.LaTeX(p.style, escape.Prose) }
