package symbolic

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"diagram/symbolic/formula"
)

// Name is how a symbol is spelled in each notation. Two symbols are the same when a
// reader of the LaTeX sees the same (see [Name.Key]); a spelling is only that, and
// those of two symbols may agree: \hat k and hat_k are both hat_k to Python. [Spelling]
// gives the symbols of one document spellings that differ.
//
// Greek letters are the same typed, by name and as a command: φ, phi and \phi; ε,
// epsilon and \epsilon. The variants \varphi, \varepsilon and so on are other symbols.
type Name struct {
	Plain string // a Python identifier: k_1, lamda, dot_m_1
	LaTeX string // math: k_1, \lambda, \dot m_1
	Text  string // Unicode: k₁, λ, ṁ₁

	spelled *formula.Spelling
	key     string // what a reader sees, where the LaTeX says more than that
}

// Key identifies the symbol: it is the same for names that look the same, and
// differs for those that don't.
func (n Name) Key() string {
	if n.key != "" {
		return n.key
	}
	return n.LaTeX
}

// Limits of a name; no reader could take in more.
const (
	maxNameBytes = 200
	// maxPlainBytes is for the plain spelling, in which signs are words.
	maxPlainBytes = 8 * maxNameBytes
)

// ParseName reads a symbol as authors write it: an identifier (m, k_1, m_us,
// theta_1, λ) or LaTeX math (\dot m_1, F(t), m_{\text{car}}). Commands outside a
// list of those that only typeset math are errors, and so is whatever TeX itself
// would refuse, so that a name is safe to print into any document.
func ParseName(src string) (Name, error) {
	src = strings.TrimSpace(src)
	switch {
	case src == "":
		return Name{}, fmt.Errorf("a symbol needs a name")
	case len(src) > maxNameBytes:
		return Name{}, fmt.Errorf("this name has %d bytes; a symbol may have %d", len(src), maxNameBytes)
	case !utf8.ValidString(src):
		return Name{}, fmt.Errorf("this name is not valid UTF-8")
	}
	if n, ok := parseIdentifier(src); ok {
		return n, nil
	}
	root, err := formula.Read(src)
	if err != nil {
		return Name{}, fmt.Errorf("in the name %q: %w", src, err)
	}
	n := named(root)
	if n.Plain == "" {
		return Name{}, fmt.Errorf("the name %q is invisible", src)
	}
	return n, nil
}

// named is the name of a tree; its plain spelling is empty where it shows nothing.
func named(tree formula.Node) Name {
	n := Shown(tree)
	n.Plain = identifier(tree)
	n.look(tree)
	return n
}

// Shown is a name that only shows something, such as the words of a label; it has no plain spelling.
func Shown(tree formula.Node) Name {
	s := formula.Spell(tree)
	return Name{LaTeX: s.LaTeX, Text: s.Text, spelled: s}
}

// Formula is the name as a piece of a formula.
func (n Name) Formula() formula.Node { return formula.Symbol{Spelling: n.spelling()} }

// Tree is what the name is made of.
func (n Name) Tree() formula.Node { return n.spelling().Tree }

// spelling is how the name is spelled as a formula.
func (n Name) spelling() *formula.Spelling {
	if s := n.spelled; s != nil && s.LaTeX == n.LaTeX && s.Text == n.Text {
		return s
	}
	tree, err := formula.Read(n.LaTeX)
	if err != nil || len(tree) == 0 {
		return &formula.Spelling{Tree: formula.Words{Command: "text", Text: n.Text}, LaTeX: n.LaTeX, Text: n.Text}
	}
	return &formula.Spelling{Tree: tree, LaTeX: n.LaTeX, Text: n.Text}
}

// Same reports whether two names are spelled alike in every notation.
func (n Name) Same(o Name) bool {
	return n.Plain == o.Plain && n.LaTeX == o.LaTeX && n.Text == o.Text && n.Key() == o.Key()
}

// look notes what a reader sees of the name.
func (n *Name) look(root formula.Node) {
	if key := seen(root); key != n.LaTeX {
		n.key = key
	}
}

// Sym returns the symbol that is spelled as name. It is meant for names known to
// be good; one that ParseName refuses is spelled as its letters and digits.
func Sym(name string) *Symbol {
	n, err := ParseName(name)
	if err != nil {
		n, err = ParseName(strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) && r < unicode.MaxASCII || unicode.IsDigit(r) && r < unicode.MaxASCII {
				return r
			}
			return -1
		}, truncate(name, maxNameBytes)))
	}
	if err != nil {
		n = Name{Plain: "unnamed", LaTeX: `\mathrm{unnamed}`, Text: "unnamed"}
	}
	return NewSymbol(n)
}

func truncate(s string, n int) string { return s[:min(len(s), n)] }

// reserved words mean something else to the parsers of this package, so symbols
// that bear them are spelled with a trailing underscore.
var reserved = map[string]bool{
	"pi": true, "sin": true, "cos": true, "tan": true, "sqrt": true, "exp": true, "log": true,
	"abs": true, "sgn": true, "Abs": true, "sign": true, "Derivative": true, "Rational": true,
}

// keywords are Python's, of which no symbol of SymPy can bear the name.
var keywords = map[string]bool{
	"False": true, "None": true, "True": true, "and": true, "as": true, "assert": true, "async": true, "await": true,
	"break": true, "class": true, "continue": true, "def": true, "del": true, "elif": true, "else": true, "except": true,
	"finally": true, "for": true, "from": true, "global": true, "if": true, "import": true, "in": true, "is": true,
	"nonlocal": true, "not": true, "or": true, "pass": true, "raise": true, "return": true, "try": true, "while": true,
	"with": true, "yield": true,
}

// plainName makes s a name that Python and the parsers here accept.
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

// parseIdentifier reads letters, digits and underscores: a base with its
// subscripts. It reports false for anything else.
func parseIdentifier(src string) (Name, bool) {
	first, ascii := true, true
	for _, r := range src {
		ascii = ascii && r < utf8.RuneSelf
		_, greek := formula.Greek(r)
		switch {
		case r < utf8.RuneSelf && (unicode.IsLetter(r) || r == '_' && !first):
		case r < utf8.RuneSelf && unicode.IsDigit(r) && !first:
		case greek || formula.IsAccented(r):
		default:
			return Name{}, false
		}
		first = false
	}
	parts := strings.Split(src, "_")
	base, digits := splitDigits(parts[0])
	subs := parts[1:]
	if digits != "" {
		subs = append([]string{digits}, subs...)
	}
	for _, s := range parts {
		if s == "" {
			return Name{}, false
		}
	}
	root := word(base, true)
	var plain []string
	for _, s := range parts {
		plain = append(plain, spellOut(s))
	}
	if len(subs) > 0 {
		var row formula.Row
		for i, s := range subs {
			if i > 0 {
				row = append(row, comma)
			}
			row = append(row, word(s, false)...)
		}
		last := len(root) - 1
		root[last] = formula.Script{Base: root[last], Sub: row}
	}
	n := Shown(root)
	n.Plain = plainName(strings.Join(plain, "_"))
	if !ascii { // else it looks as it is written
		n.look(root)
	}
	return n, true
}

// splitDigits parts k1 into k and 1.
func splitDigits(s string) (letters, digits string) {
	i := len(s)
	for i > 0 && isDigit(s[i-1]) {
		i--
	}
	if i == 0 {
		return s, ""
	}
	return s[:i], s[i:]
}

// spellOut writes Greek letters as their names.
func spellOut(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteString(formula.Letter(r).Word)
	}
	return b.String()
}

// word returns an identifier's part: a Greek name, a letter, or several letters,
// which as a base are set as one word, unlike a product; Δx is one as it is.
func word(s string, base bool) formula.Row {
	if g, ok := formula.GreekNamed(s); ok {
		return formula.Row{g}
	}
	if letters, digits := splitDigits(s); digits != "" {
		if g, ok := formula.GreekNamed(letters); ok {
			return append(formula.Row{g}, numeral(digits)...)
		}
	}
	var row formula.Row
	for _, r := range s {
		row = append(row, formula.Letter(r))
	}
	if base && len(row) > 1 && !isGlyph(row[0], `\Delta`) {
		return formula.Row{formula.Command{Name: "mathit", Arg: row}}
	}
	return row
}

// numeral is a number, digit by digit.
func numeral(digits string) formula.Row {
	row := make(formula.Row, len(digits))
	for i, r := range digits {
		row[i] = formula.Letter(r)
	}
	return row
}

func isGlyph(n formula.Node, tex string) bool {
	g, ok := n.(formula.Glyph)
	return ok && g.TeX == tex
}
