package check

import (
	"unicode/utf8"

	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/dsl/syntax"
	"diagram/symbolic/naming"
	"diagram/symbolic/read"
)

// locate finds a symbol in what the author gave, and how it is written there; else where the element stands.
func (s *saying) locate(name naming.Name) (diag.Span, string) {
	if s.given == nil {
		return s.e.Span, name.Text()
	}
	return s.given.locate(name)
}

// longestSymbol is how many bytes a symbol to be located may have: enough for \ddot{x}_{\text{rel}}(t).
const longestSymbol = 60

// locate finds a symbol in a value, and how it is written there; the whole value where it doesn't find it.
func (g *given) locate(name naming.Name) (diag.Span, string) {
	if g.value == nil {
		return g.span, name.Text()
	}
	text := g.value.Text()
	for i := range text {
		if before, _ := utf8.DecodeLastRuneInString(text[:i]); before == '\\' || syntax.IsWordPart(before) && text[i] != '\\' {
			continue
		}
		for n := min(len(text)-i, longestSymbol); n > 0; n-- {
			if i+n < len(text) && syntax.IsWordPart(firstRune(text[i+n:])) {
				continue
			}
			if e, err := read.Expr(text[i : i+n]); err == nil && graph.LeafName(e).Key() == name.Key() {
				return g.value.At(i, i+n), text[i : i+n]
			}
		}
	}
	return g.span, name.Text()
}
