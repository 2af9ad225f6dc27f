package naming

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"diagram/symbolic/formula"
)

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
	n.plain = plainName(strings.Join(plain, "_"))
	if !ascii { // else it looks as it is written
		n.look()
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
			return append(formula.Row{g}, formula.AsRow(numeral(digits))...)
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
func numeral(digits string) formula.Node {
	if len(digits) == 1 {
		return digitNodes[digits[0]-'0']
	}
	row := make(formula.Row, len(digits))
	for i, r := range digits {
		row[i] = digitNodes[r-'0']
	}
	return row
}

// digitNodes are the digits, made once since every numbered name has some.
var digitNodes = func() (nodes [10]formula.Node) {
	for i := range nodes {
		nodes[i] = formula.Letter(rune('0' + i))
	}
	return nodes
}()

func isGlyph(n formula.Node, tex string) bool {
	g, ok := n.(formula.Glyph)
	return ok && g.TeX == tex
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
