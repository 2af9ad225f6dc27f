package graph

import (
	"strings"

	"diagram/symbolic/formula"
	"diagram/symbolic/naming"
)

// Words are words as an author writes them for a reader, with mathematics among them: stiffness $k$.
type Words []Piece

// Piece is a part of words: a formula, or text, in which a newline ends a line.
type Piece struct {
	Text    string
	Formula naming.Name // zero for text
}

// IsFormula reports whether the piece is a formula.
func (p Piece) IsFormula() bool { return p.Formula.LaTeX() != "" }

// Text is them in Unicode text, on one line.
func (p Words) Text() string {
	return p.Spell(func(text string) string { return strings.ReplaceAll(text, "\n", " ") }, func(n naming.Name) string { return n.Text() })
}

// Lines are them cut where the author ends a line.
func (p Words) Lines() []Words {
	lines := []Words{nil}
	for _, piece := range p {
		if piece.IsFormula() {
			lines[len(lines)-1] = append(lines[len(lines)-1], piece)
			continue
		}
		for i, text := range strings.Split(piece.Text, "\n") {
			if i > 0 {
				lines = append(lines, nil)
			}
			if text != "" {
				lines[len(lines)-1] = append(lines[len(lines)-1], Piece{Text: text})
			}
		}
	}
	return lines
}

// Line is them as they are set on one line.
func (p Words) Line() formula.Line {
	line := make(formula.Line, len(p))
	for i, piece := range p {
		if piece.IsFormula() {
			line[i] = piece.Formula.Formula()
		} else {
			line[i] = formula.Words{Command: "text", Text: piece.Text}
		}
	}
	return line
}

// Spell joins the pieces, each as its sort is spelled.
func (p Words) Spell(text func(string) string, formula func(naming.Name) string) string {
	var b strings.Builder
	for _, piece := range p {
		if piece.IsFormula() {
			b.WriteString(formula(piece.Formula))
		} else {
			b.WriteString(text(piece.Text))
		}
	}
	return b.String()
}

// Name is them as a label: upright words.
func (p Words) Name() naming.Name {
	if len(p) == 0 {
		return naming.Name{}
	}
	lines := p.Lines()
	if len(lines) == 1 {
		return naming.Shown(p.Line())
	}
	stack := make(formula.Stack, len(lines))
	for i, line := range lines {
		stack[i] = line.Line()
	}
	return naming.Shown(stack)
}

// Formulas are the pieces that are formulas.
func (p Words) Formulas() []naming.Name {
	var all []naming.Name
	for _, piece := range p {
		if piece.IsFormula() {
			all = append(all, piece.Formula)
		}
	}
	return all
}
