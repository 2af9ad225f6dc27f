package motion

import (
	"strings"

	"diagram/symbolic"
	"diagram/symbolic/formula"
)

// Sentence is words with mathematics among them.
type Sentence []Phrase

// Phrase is a piece of a sentence: plain text, or an expression, or how two expressions relate.
type Phrase struct {
	Text     string
	Expr     symbolic.Expr // nil for plain text
	Relation string        // <, = or >; empty for an expression alone
	Than     symbolic.Expr
}

func (s Sentence) String() string { return s.Text(symbolic.Style{}) }

// Text is the sentence in Unicode text: underdamped while ζ < 1.
func (s Sentence) Text(style symbolic.Style) string {
	return s.spell(func(t string) string { return t }, func(p Phrase) string {
		out := symbolic.Text(p.Expr, style)
		if p.Than != nil {
			out += " " + p.Relation + " " + symbolic.Text(p.Than, style)
		}
		return out
	})
}

// LaTeX is the sentence for TeX's text mode: underdamped while $\zeta<1$. Plain text is set by escape.
func (s Sentence) LaTeX(style symbolic.Style, escape func(string) string) string {
	return s.spell(escape, func(p Phrase) string {
		out := symbolic.LaTeX(p.Expr, style)
		if p.Than != nil {
			out += p.Relation + symbolic.LaTeX(p.Than, style)
		}
		return "$" + out + "$"
	})
}

// Formula is the sentence as words with formulas among them.
func (s Sentence) Formula(style symbolic.Style) formula.Line {
	line := make(formula.Line, len(s))
	for i, p := range s {
		switch {
		case p.Expr == nil:
			line[i] = formula.Words{Text: p.Text}
		case p.Than == nil:
			line[i] = style.Formula(p.Expr)
		default:
			line[i] = formula.Relation{Sign: p.Relation, Left: style.Formula(p.Expr), Right: style.Formula(p.Than)}
		}
	}
	return line
}

// spell joins the phrases, each as its sort is spelled.
func (s Sentence) spell(text func(string) string, math func(Phrase) string) string {
	var b strings.Builder
	for _, p := range s {
		if p.Expr == nil {
			b.WriteString(text(p.Text))
		} else {
			b.WriteString(math(p))
		}
	}
	return b.String()
}
