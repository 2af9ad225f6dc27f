package symbolic

import (
	"strings"
	"unicode"

	"diagram/symbolic/greek"
)

// Capital is the name with its first letter as a capital, without an argument: \dot X for \dot x, F for F(t). A Greek letter
// whose capital looks Latin stays, τ.
func (n Name) Capital() Name {
	var small, large nameGlyph
	root := capital(withoutArgument(nameTree(n)), &small, &large)
	out := Name{Plain: identifier(root), LaTeX: root.latex(), Text: root.text()}
	// An identifier that the author wrote stays as it is: k1 becomes K1.
	if rest, ok := strings.CutPrefix(n.Plain, strings.ReplaceAll(small.word, "lambda", "lamda")); ok && small.word != "" {
		out.Plain = large.word + rest
	}
	out.look(root)
	return out
}

// WithoutArgument is the name without the (t) of F(t).
func (n Name) WithoutArgument() Name {
	n.LaTeX, n.Text = strings.TrimSuffix(n.LaTeX, "(t)"), strings.TrimSuffix(n.Text, "(t)")
	return n
}

// capital writes the first letter of a piece as a capital, and says which it was and is.
func capital(n nameNode, small, large *nameGlyph) nameNode {
	switch n := n.(type) {
	case nameGlyph:
		*small, *large = n, n
		if l := greek.ByName(n.word); l != nil && l.Capital != "" {
			*large, _ = greekByName(l.Capital)
		} else if r := []rune(n.uni); l == nil && len(r) == 1 && n == letter(r[0]) {
			if up := unicode.ToUpper(r[0]); up < unicode.MaxASCII || isAccented(up) {
				*large = letter(up).(nameGlyph)
			}
		}
		return *large
	case nameRow:
		return capitalRow(n, small, large)
	case nameGroup:
		return nameGroup{capitalRow(n.nameRow, small, large)}
	case nameScript:
		n.base = capital(n.base, small, large)
		return n
	case nameCommand:
		n.arg = capital(n.arg, small, large)
		return n
	case nameFrac:
		n.num = capital(n.num, small, large)
		return n
	case nameText:
		r := []rune(n.words)
		r[0] = unicode.ToUpper(r[0])
		n.words = string(r)
		return n
	}
	return n
}

func capitalRow(r nameRow, small, large *nameGlyph) nameRow {
	if len(r) == 0 {
		return r
	}
	return append(nameRow{capital(r[0], small, large)}, r[1:]...)
}
