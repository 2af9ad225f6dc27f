package formula

import (
	"strings"
	"unicode"
)

// textGrid is a matrix in brackets, a line a row.
func textGrid(g Grid) string {
	cells := make([][]string, len(g.Rows))
	var wide []int
	for i, row := range g.Rows {
		for j, n := range row {
			if j == len(wide) {
				wide = append(wide, 0)
			}
			c := Text(n)
			cells[i] = append(cells[i], c)
			wide[j] = max(wide[j], Columns(c))
		}
	}
	if len(cells) == 1 && len(cells[0]) == 1 {
		return "[" + cells[0][0] + "]"
	}
	lines := make([]string, len(cells))
	for i, row := range cells {
		var b strings.Builder
		for j, c := range row {
			if j > 0 {
				b.WriteString("  ")
			}
			b.WriteString(c + strings.Repeat(" ", wide[j]-Columns(c)))
		}
		open, shut := gridBrackets(i, len(cells))
		lines[i] = open + b.String() + shut
	}
	return strings.Join(lines, "\n")
}

// gridBrackets are the pieces of brackets beside the i-th of n rows.
func gridBrackets(i, n int) (open, shut string) {
	switch {
	case n == 1:
		return "[", "]"
	case i == 0:
		return "⎡ ", " ⎤"
	case i == n-1:
		return "⎣ ", " ⎦"
	}
	return "⎢ ", " ⎥"
}

// Columns is how wide a text is on a terminal: marks take no room of their own, East Asian letters that of two.
func Columns(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
			n += 2
		default:
			n++
		}
	}
	return n
}
