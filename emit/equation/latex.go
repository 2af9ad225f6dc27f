package equation

import (
	"strings"
	"unicode/utf8"

	"diagram/symbolic"
	"diagram/symbolic/motion"
)

// Marking is a way to mark the terms of an equation in LaTeX with the elements that they came from.
type Marking uint8

const (
	// Unmarked terms are just mathematics.
	Unmarked Marking = iota
	// Named terms are wrapped in \diagramterm{S}{…}, a macro for the document to define as it likes; [TermMacro] has a
	// definition that leaves them as they are.
	Named
	// Coloured terms each have a colour of their own element's; xcolor is needed.
	Coloured
)

// TermMacro makes \diagramterm known where the document doesn't define it.
const TermMacro = `\providecommand{\diagramterm}[2]{#2}` + "\n"

// LaTeXOptions say how equations are set in LaTeX.
type LaTeXOptions struct {
	Style   symbolic.Style
	Marking Marking
	// Colour is the xcolor name or HTML code (#rrggbb) of an element's terms where they are Coloured; an element with none
	// stays black.
	Colour func(element string) string
}

// LaTeX is what an author puts into a document with \input: the equations as displayed mathematics (amsmath's align*
// where there are several), and what their shorthands mean in a sentence.
func LaTeX(equations []*motion.Equation, o LaTeXOptions) string {
	if len(equations) == 0 {
		return ""
	}
	var b strings.Builder
	if o.Marking == Named {
		b.WriteString(TermMacro)
	}
	if len(equations) == 1 && fits(equations[0], o) {
		b.WriteString("\\[\n  " + latexLine(equations[0], o, " = ") + "\n\\]\n")
	} else {
		b.WriteString("\\begin{align*}\n  " + alignedLines(equations, o) + "\n\\end{align*}\n")
	}
	if where := latexWhere(equations, o.Style); where != "" {
		b.WriteString("where " + where + ".\n")
	}
	return b.String()
}

// Display is the mathematics between the $$ of a Markdown text: one equation with its shorthands beside it, several in an
// aligned block.
func Display(equations []*motion.Equation, o LaTeXOptions) string {
	if len(equations) == 0 {
		return ""
	}
	var defs []string
	for _, eq := range equations {
		for _, d := range eq.Where {
			defs = append(defs, latexDefinition(d, o.Style))
		}
	}
	if len(equations) == 1 && fits(equations[0], o) {
		return strings.Join(append([]string{latexLine(equations[0], o, " = ")}, defs...), `, \qquad `)
	}
	s := `\begin{aligned} ` + strings.Join(strings.Split(alignedLines(equations, o), "\n"), "")
	for _, d := range defs {
		s += ` \\ ` + strings.Replace(d, " = ", " &= ", 1)
	}
	return s + ` \end{aligned}`
}

// Lines are the equations as bare LaTeX mathematics, each on a line, then what their shorthands mean, each on a line.
func Lines(equations []*motion.Equation, o LaTeXOptions) string {
	var b strings.Builder
	for _, eq := range equations {
		b.WriteString(latexLine(eq, o, " = ") + "\n")
	}
	for _, eq := range equations {
		for _, d := range eq.Where {
			b.WriteString(latexDefinition(d, o.Style) + "\n")
		}
	}
	return b.String()
}

func latexLine(eq *motion.Equation, o LaTeXOptions, equals string) string {
	left, right := latexSide(eq.Left, o), latexSide(eq.Right, o)
	return strings.Join(left, "") + equals + strings.Join(right, "")
}

// latexSide prints one side's terms, each with the sign that joins it to the one before.
func latexSide(terms []motion.Term, o LaTeXOptions) []string {
	if len(terms) == 0 {
		return []string{"0"}
	}
	out := make([]string, len(terms))
	for i, t := range spell(terms, o.Style, symbolic.LaTeX) {
		sign := ""
		if t.minus {
			sign = "-"
		} else if i > 0 {
			sign = "+"
		}
		switch {
		case o.Marking == Named:
			t.text = `\diagramterm{` + t.owner + "}{" + t.text + "}"
		case o.Marking == Coloured && o.Colour(t.owner) != "":
			t.text = `{\color` + colour(o.Colour(t.owner)) + t.text + "}"
		}
		out[i] = sign + t.text
	}
	return out
}

// colour is the argument of \color for a colour's name or #rrggbb.
func colour(c string) string {
	if hex, ok := strings.CutPrefix(c, "#"); ok {
		return "[HTML]{" + strings.ToUpper(hex) + "}"
	}
	return "{" + c + "}"
}

// textWidth is how many letters of a formula fit on a line of a page, roughly.
const textWidth = 70

// inkWidth is roughly how many letters wide a piece of LaTeX comes out: commands count as one letter, a fraction as wide as
// the wider of its parts, marks around terms not at all.
func inkWidth(terms []motion.Term, style symbolic.Style) int {
	n := 0
	for _, t := range terms {
		n += 3 + utf8.RuneCountInString(symbolic.Text(t.Expr, style))
	}
	return n
}

func fits(eq *motion.Equation, o LaTeXOptions) bool {
	return inkWidth(eq.Left, o.Style)+inkWidth(eq.Right, o.Style) <= textWidth
}

// alignedLines sets equations under one another at their equals signs; a long one goes on in further lines.
func alignedLines(equations []*motion.Equation, o LaTeXOptions) string {
	var rows []string
	for _, eq := range equations {
		if fits(eq, o) {
			rows = append(rows, latexLine(eq, o, " &= "))
			continue
		}
		left := brokenSide(eq.Left, o)
		for _, row := range left[:len(left)-1] {
			rows = append(rows, "&"+row)
		}
		for i, row := range brokenSide(eq.Right, o) {
			switch {
			case i > 0:
				rows = append(rows, `&\qquad `+row)
			case len(left) > 1:
				rows = append(rows, "&"+left[len(left)-1]+" = "+row)
			default:
				rows = append(rows, left[0]+" &= "+row)
			}
		}
	}
	return strings.Join(rows, " \\\\\n  ")
}

// brokenSide cuts a side before its signs into rows that fit a page.
func brokenSide(terms []motion.Term, o LaTeXOptions) []string {
	var rows []string
	row, used := "", 0
	for i, s := range latexSide(terms, o) {
		w := 1
		if len(terms) > 0 {
			w = inkWidth(terms[i:i+1], o.Style)
		}
		if row != "" && used+w > textWidth*3/4 {
			rows = append(rows, row)
			row, used = "", 0
		}
		row += s
		used += w
	}
	return append(rows, row)
}

// latexWhere says what the shorthands mean: "$a = -\frac{d^2s}{dt^2}$, towards W".
func latexWhere(equations []*motion.Equation, style symbolic.Style) string {
	var defs []string
	for _, eq := range equations {
		for _, d := range eq.Where {
			s := "$" + symbolic.LaTeX(d.Symbol, style) + " = " + symbolic.LaTeX(d.Value, style) + "$"
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

func latexDefinition(d motion.Definition, style symbolic.Style) string {
	s := symbolic.LaTeX(d.Symbol, style) + " = " + symbolic.LaTeX(d.Value, style)
	if d.Remark != "" {
		s += `\text{, ` + escaped(d.Remark) + `}`
	}
	return s
}

var texEscapes = strings.NewReplacer(
	`\`, `\textbackslash{}`, `{`, `\{`, `}`, `\}`, `$`, `\$`, `&`, `\&`, `#`, `\#`, `%`, `\%`, `_`, `\_`, `^`, `\textasciicircum{}`, `~`, `\textasciitilde{}`,
)

// escaped is text that TeX sets letter by letter.
func escaped(s string) string { return texEscapes.Replace(s) }
