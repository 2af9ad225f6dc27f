// Package title prints the title that an author gives to a diagram: words with formulas among them.
package title

import (
	"html"
	"strings"

	"diagram/dsl/graph"
	"diagram/emit/internal/escape"
	"diagram/symbolic"
	"diagram/symbolic/naming"
)

// HTML is a title as markup, its formulas in MathML.
func HTML(p graph.Words) string {
	return p.Spell(html.EscapeString, func(n naming.Name) string {
		return "<math>" + symbolic.MathML(symbolic.NewSymbol(n), symbolic.Style{}) + "</math>"
	})
}

// Markdown is a title in Markdown, its formulas between dollars.
func Markdown(p graph.Words) string {
	spelled := p.Spell(func(words string) string {
		s := escape.Markdown(words)
		if strings.HasPrefix(words, " ") {
			s = " " + s
		}
		if strings.HasSuffix(words, " ") {
			s += " "
		}
		return s
	}, func(n naming.Name) string { return "$" + escape.Math(n.LaTeX()) + "$" })
	return strings.Join(strings.Fields(spelled), " ")
}
