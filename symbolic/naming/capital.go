package naming

import (
	"strings"
	"unicode"

	"diagram/symbolic/formula"
	"diagram/symbolic/greek"
)

// Capital is the name with its first letter as a capital, without an argument: \dot X for \dot x, F for F(t). A Greek letter
// whose capital looks Latin stays, τ.
func (n Name) Capital() Name {
	var small, large formula.Glyph
	out := Of(capital(withoutArgument(n.Tree()), &small, &large))
	// An identifier that the author wrote stays as it is: k1 becomes K1.
	if rest, ok := strings.CutPrefix(n.plain, strings.ReplaceAll(small.Word, "lambda", "lamda")); ok && small.Word != "" {
		out.plain = large.Word + rest
	}
	return out
}

// WithoutArgument is the name without the (t) of F(t).
func (n Name) WithoutArgument() Name {
	s := n.Spelling()
	n.spelled = &formula.Spelling{
		Tree:  withoutArgument(s.Tree),
		LaTeX: strings.TrimSuffix(s.LaTeX, "(t)"),
		Text:  strings.TrimSuffix(s.Text, "(t)"),
	}
	return n
}

// capital writes the first letter of a piece as a capital, and says which it was and is.
func capital(n formula.Node, small, large *formula.Glyph) formula.Node {
	switch n := n.(type) {
	case formula.Glyph:
		*small, *large = n, n
		if l := greek.ByName(n.Word); l != nil && l.Capital != "" {
			*large, _ = formula.GreekNamed(l.Capital)
		} else if r := []rune(n.Shape); l == nil && len(r) == 1 && n == formula.Letter(r[0]) {
			if up := unicode.ToUpper(r[0]); up < unicode.MaxASCII || formula.IsAccented(up) {
				*large = formula.Letter(up)
			}
		}
		return *large
	case formula.Row:
		return capitalRow(n, small, large)
	case formula.Group:
		return formula.Group{Row: capitalRow(n.Row, small, large)}
	case formula.Script:
		n.Base = capital(n.Base, small, large)
		return n
	case formula.Command:
		n.Arg = capital(n.Arg, small, large)
		return n
	case formula.Frac:
		n.Num = capital(n.Num, small, large)
		return n
	case formula.Root:
		n.Of = capital(n.Of, small, large)
		return n
	case formula.Words:
		r := []rune(n.Text)
		r[0] = unicode.ToUpper(r[0])
		n.Text = string(r)
		return n
	}
	return n
}

func capitalRow(r formula.Row, small, large *formula.Glyph) formula.Row {
	if len(r) == 0 {
		return r
	}
	return append(formula.Row{capital(r[0], small, large)}, r[1:]...)
}
