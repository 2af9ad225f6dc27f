package naming

import (
	"fmt"
	"strings"

	"diagram/symbolic/formula"
)

// reserved words mean something else to the readers of expressions, so symbols
// that bear them are spelled with a trailing underscore.
var reserved = map[string]bool{
	"pi": true, "sin": true, "cos": true, "tan": true, "sqrt": true, "exp": true, "log": true,
	"abs": true, "sgn": true, "Abs": true, "sign": true, "Derivative": true, "Rational": true,
}

// IsReserved reports whether a word means something else to the readers of expressions.
func IsReserved(word string) bool { return reserved[word] }

// keywords are Python's, of which no symbol of SymPy can bear the name.
var keywords = map[string]bool{
	"False": true, "None": true, "True": true, "and": true, "as": true, "assert": true, "async": true, "await": true,
	"break": true, "class": true, "continue": true, "def": true, "del": true, "elif": true, "else": true, "except": true,
	"finally": true, "for": true, "from": true, "global": true, "if": true, "import": true, "in": true, "is": true,
	"nonlocal": true, "not": true, "or": true, "pass": true, "raise": true, "return": true, "try": true, "while": true,
	"with": true, "yield": true,
}

// plainName makes s a name that Python and the readers of expressions accept.
func plainName(s string) string {
	switch {
	case s == "":
		return ""
	case s == "lambda":
		return "lamda" // as SymPy spells it: lambda is a Python keyword
	case reserved[s] || keywords[s]:
		return s + "_"
	case isDigit(s[0]):
		return "_" + s
	}
	return strings.ReplaceAll(s, "lambda", "lamda")
}

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
	panic(fmt.Sprintf("naming: no name has a %T", n))
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
