package symbolic

import (
	"fmt"
	"strings"

	"diagram/symbolic/formula"
)

// commandWords name what a command adds to a symbol, so that \hat k and k differ.
var commandWords = map[string]string{
	"dot": "dot", "ddot": "ddot", "hat": "hat", "widehat": "hat", "bar": "bar", "overline": "bar",
	"tilde": "tilde", "widetilde": "tilde", "vec": "vec", "check": "check", "breve": "breve", "acute": "acute",
	"grave": "grave", "mathring": "ring", "underline": "underline", "mathbf": "bold", "boldsymbol": "bold",
	"mathsf": "sans", "mathtt": "mono", "mathcal": "cal", "mathbb": "bb",
}

// identifier returns the Plain spelling of a name: words joined by
// underscores. A trailing argument (t) is no part of it.
func identifier(tree formula.Node) string {
	var parts []string
	for _, w := range strings.Split(words(withoutArgument(tree)), "_") {
		if w != "" {
			parts = append(parts, w)
		}
	}
	return plainName(strings.Join(parts, "_"))
}

// words spells a piece of a name as words joined by underscores.
func words(n formula.Node) string {
	switch n := n.(type) {
	case formula.Glyph:
		return n.Word
	case formula.Row:
		return rowWords(n)
	case formula.Group:
		return rowWords(n.Row)
	case formula.Script:
		return scriptWords(n)
	case formula.Command:
		if word := commandWords[n.Name]; word != "" {
			return word + "_" + words(n.Arg)
		}
		return words(n.Arg)
	case formula.Root:
		return "sqrt_" + words(n.Of)
	case formula.Frac:
		return words(n.Num) + "_over_" + words(n.Den)
	case formula.Words:
		return strings.Map(func(r rune) rune {
			if r == ' ' || strings.ContainsRune(formula.WordMarks, r) {
				return '_'
			}
			return r
		}, n.Text)
	}
	panic(fmt.Sprintf("symbolic: no name has a %T", n))
}

func rowWords(row formula.Row) string {
	var b strings.Builder
	for i, n := range row {
		s := words(n)
		// A word stands apart from its neighbours; letters run together.
		if i > 0 && b.Len() > 0 && (len(s) > 1 || len(words(row[i-1])) > 1) {
			b.WriteByte('_')
		}
		b.WriteString(s)
	}
	return b.String()
}

func scriptWords(s formula.Script) string {
	out := words(s.Base) + strings.Repeat("_prime", s.Primes)
	if s.Sub != nil {
		out += "_" + words(s.Sub)
	}
	if s.Sup != nil {
		if g, ok := s.Sup.(formula.Glyph); !ok || len(g.Word) < 2 { // a mark such as * or \prime names itself
			out += "_sup"
		}
		out += "_" + words(s.Sup)
	}
	return out
}
