// Package naming is the names of symbols: how authors write them, how each notation spells them, and when two are the same.
//
// A name is read once, by [Parse], and holds its tree. What is derived from it – a number or a script added, an accent, a
// capital – is made of the tree.
package naming

import (
	"fmt"
	"strings"
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
	plain   string
	spelled *formula.Spelling // nil without a name
	key     string            // what a reader sees, where the LaTeX says more than that
}

// Plain is the name as a Python identifier: k_1, lamda, dot_m_1. What is only shown has none.
func (n Name) Plain() string { return n.plain }

// LaTeX is the name as math: k_1, \lambda, \dot m_1.
func (n Name) LaTeX() string { return n.Spelling().LaTeX }

// Text is the name in Unicode: k₁, λ, ṁ₁.
func (n Name) Text() string { return n.Spelling().Text }

// Tree is what the name is made of.
func (n Name) Tree() formula.Node { return n.Spelling().Tree }

// Formula is the name as a piece of a formula.
func (n Name) Formula() formula.Node { return formula.Symbol{Spelling: n.Spelling()} }

// Spelling is how the name is spelled as a piece of a formula.
func (n Name) Spelling() *formula.Spelling {
	if n.spelled == nil {
		return &nothing
	}
	return n.spelled
}

// nothing is how the zero name is spelled.
var nothing = formula.Spelling{Tree: formula.Row{}}

// Key identifies the symbol: it is the same for names that look the same, and
// differs for those that don't.
func (n Name) Key() string {
	if n.key != "" {
		return n.key
	}
	return n.LaTeX()
}

// Same reports whether two names are spelled alike in every notation. Names that were read apart are not equal, even if
// they are the same.
func (n Name) Same(o Name) bool {
	return n.plain == o.plain && n.LaTeX() == o.LaTeX() && n.Text() == o.Text() && n.Key() == o.Key()
}

// Limits of a name; no reader could take in more.
const (
	MaxBytes = 200
	// maxPlainBytes is for the plain spelling, in which signs are words.
	maxPlainBytes = 8 * MaxBytes
)

// Parse reads a symbol as authors write it: an identifier (m, k_1, m_us,
// theta_1, λ) or LaTeX math (\dot m_1, F(t), m_{\text{car}}). Commands outside a
// list of those that only typeset math are errors, and so is whatever TeX itself
// would refuse, so that a name is safe to print into any document.
func Parse(src string) (Name, error) {
	if Watch != nil {
		Watch(src)
	}
	src = strings.TrimSpace(src)
	switch {
	case src == "":
		return Name{}, fmt.Errorf("a symbol needs a name")
	case len(src) > MaxBytes:
		return Name{}, fmt.Errorf("this name has %d bytes; a symbol may have %d", len(src), MaxBytes)
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
	n := Of(root)
	if n.plain == "" {
		return Name{}, fmt.Errorf("the name %q is invisible", src)
	}
	return n, nil
}

// Watch is told of every text that Parse reads, in a test that counts them; else it is nil.
var Watch func(src string)

// Of is the name of a tree that was read; its plain spelling is empty where it shows nothing.
func Of(tree formula.Node) Name {
	n := Shown(tree)
	n.plain = identifier(tree)
	n.look()
	return n
}

// Shown is a name that only shows something, such as the words of a label; it has no plain spelling.
func Shown(tree formula.Node) Name { return Name{spelled: formula.Spell(tree)} }

// Foreign is the name of a word of SymPy's that is its plain spelling, though no author could write it; false for one that is
// too long.
func Foreign(word string) (Name, bool) {
	tree := formula.Command{Name: "mathrm", Arg: formula.Group{Row: upright(word)}}
	return Name{plain: word, spelled: &formula.Spelling{Tree: tree, LaTeX: formula.LaTeX(tree), Text: word}}, len(word) <= maxPlainBytes
}

// upright is a word letter by letter.
func upright(word string) formula.Row {
	var row formula.Row
	for _, r := range word {
		g := formula.Glyph{TeX: string(r), Shape: string(r), Word: string(r)}
		if r == '_' {
			g.TeX = `\_`
		}
		row = append(row, g)
	}
	return row
}

// look notes what a reader sees of the name.
func (n *Name) look() {
	if key := seen(n.Tree()); key != n.LaTeX() {
		n.key = key
	}
}
