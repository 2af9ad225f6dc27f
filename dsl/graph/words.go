package graph

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"diagram/symbolic/formula"
	"diagram/symbolic/naming"
)

// Words are words as an author writes them for a reader, with mathematics among them: stiffness $k$.
type Words []Piece

// Piece is a part of words: text, or a formula.
type Piece struct {
	Text    string
	Formula naming.Name // zero for text
}

// IsFormula reports whether the piece is a formula.
func (p Piece) IsFormula() bool { return p.Formula.LaTeX() != "" }

// Text is them in Unicode text.
func (p Words) Text() string {
	return p.Spell(func(text string) string { return text }, func(n naming.Name) string { return n.Text() })
}

// Line is them as they are set.
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

// Parts are them cut at the blanks between its words, where a line may end.
func (p Words) Parts() []Words {
	var parts []Words
	open := false // the last part goes on
	add := func(piece Piece) {
		if open {
			parts[len(parts)-1] = append(parts[len(parts)-1], piece)
		} else {
			parts = append(parts, Words{piece})
		}
	}
	for _, piece := range p {
		if piece.IsFormula() {
			add(piece)
			open = true
			continue
		}
		first, _ := utf8.DecodeRuneInString(piece.Text)
		open = open && !isBlank(first)
		for _, word := range strings.FieldsFunc(piece.Text, isBlank) {
			add(Piece{Text: word})
			open = false
		}
		last, _ := utf8.DecodeLastRuneInString(piece.Text)
		open = len(parts) > 0 && !isBlank(last)
	}
	return parts
}

// isBlank reports whether a line may end at a character.
func isBlank(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' }

// Name is them as a label: upright words.
func (p Words) Name() naming.Name {
	if len(p) == 0 {
		return naming.Name{}
	}
	return naming.Shown(p.Line())
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
