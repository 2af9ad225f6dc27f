package dsl

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"diagram/layout/mathbox"
	"diagram/symbolic"

	"golang.org/x/text/unicode/norm"
)

// Words are words as an author writes them for a reader, with mathematics among them: stiffness $k$.
type Words []Piece

// Piece is a part of words: text, or a formula.
type Piece struct {
	Text    string
	Formula symbolic.Name // zero for text
}

// IsFormula reports whether the piece is a formula.
func (p Piece) IsFormula() bool { return p.Formula.LaTeX != "" }

// Text is them in Unicode text.
func (p Words) Text() string {
	return p.Spell(func(text string) string { return text }, func(n symbolic.Name) string { return n.Text })
}

// LaTeX is them for TeX's text mode.
func (p Words) LaTeX() string {
	return p.Spell(mathbox.Escape, func(n symbolic.Name) string { return "$" + n.LaTeX + "$" })
}

// Spell joins the pieces, each as its sort is spelled.
func (p Words) Spell(text func(string) string, formula func(symbolic.Name) string) string {
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
		open = open && !isBlank(firstRune(piece.Text))
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

// name is them as a label: upright words.
func (p Words) name() symbolic.Name {
	if len(p) == 0 {
		return symbolic.Name{}
	}
	return symbolic.Name{LaTeX: `\text{` + p.LaTeX() + `}`, Text: p.Text()}
}

// formulas are the pieces that are formulas.
func (p Words) formulas() []symbolic.Name {
	var all []symbolic.Name
	for _, piece := range p {
		if piece.IsFormula() {
			all = append(all, piece.Formula)
		}
	}
	return all
}

// cut is a piece of a text before its formulas are read.
type cut struct {
	text    string
	formula bool
}

// cuts parts a text at its dollars: a formula stands between two of them, with no blank inside next to either and no digit
// behind, so that prices (5 $, $3 and $4) stay what they are. Blanks are allowed where what is between reads as a formula and
// not as words. A dollar without its partner is a dollar, and so is \$.
func cuts(text string) []cut {
	var all []cut
	var words strings.Builder
	flush := func() {
		if words.Len() > 0 {
			all = append(all, cut{text: words.String()})
			words.Reset()
		}
	}
	for i := 0; i < len(text); i++ {
		switch {
		case strings.HasPrefix(text[i:], `\$`):
			i++
		case text[i] == '$':
			if n := formulaLength(text[i+1:]); n > 0 {
				flush()
				all = append(all, cut{strings.TrimSpace(text[i+1 : i+1+n]), true})
				i += n + 1
				continue
			}
		}
		words.WriteByte(text[i])
	}
	flush()
	return all
}

// formulaLength is how long the formula is that a text behind a dollar begins with; 0 where it is none.
func formulaLength(rest string) int {
	n := 0
	for n < len(rest) && rest[n] != '$' {
		if rest[n] == '\\' {
			n++
		}
		n++
	}
	if n >= len(rest) || strings.TrimSpace(rest[:n]) == "" {
		return 0
	}
	inner := rest[:n]
	digit := n+1 < len(rest) && isDigit(rest[n+1])
	if strings.TrimSpace(inner) == inner && !digit {
		return n
	}
	if _, err := symbolic.ParseName(inner); err != nil || digit || wordIn(inner) != "" || isWords(strings.TrimSpace(inner), true) {
		return 0
	}
	return n
}

// readWords reads words with formulas among them. An error says which formula can't be read.
func readWords(text string) (Words, error) {
	var p Words
	for _, c := range cuts(norm.NFC.String(text)) {
		if !c.formula {
			p = append(p, Piece{Text: c.text})
			continue
		}
		name, err := formulaName(c.text)
		if err != nil {
			return nil, &formulaError{c.text, err}
		}
		p = append(p, Piece{Formula: name})
	}
	return p, nil
}

// PlainText is words in Unicode text, with their formulas where those can be read.
func PlainText(text string) string {
	if w, err := readWords(text); err == nil {
		return w.Text()
	}
	return text
}

// formulaError says why a formula among words can't be read.
type formulaError struct {
	formula string
	why     error
}

func (e *formulaError) Error() string {
	return "the formula $" + quote(e.formula) + "$: " + reason(e.why)
}

// formulaName is a formula as it is printed.
func formulaName(text string) (symbolic.Name, error) {
	text = plainScripts(text)
	if !strings.ContainsAny(text, `\{`) {
		if e, err := symbolic.ParseExpr(text); err == nil {
			return exprName(e), nil
		}
	}
	name, err := symbolic.ParseName(text)
	if err != nil {
		return name, err
	}
	return printable(name)
}

// joiners are the characters without a shape that some scripts can't do without.
const joiners = "\u200c\u200d\u200e\u200f\u061c"

// invisible is the first character of a text that shows nothing, so that two texts would look the same; 0 where there is none.
func invisible(text string) rune {
	for _, r := range text {
		if !unicode.IsGraphic(r) && r != '\t' && !strings.ContainsRune(joiners, r) {
			return r
		}
	}
	return 0
}
