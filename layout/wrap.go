package layout

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"diagram/symbolic/formula"
)

// labelWidth is how wide a label of words gets, in lines of the usual type, before it is broken at a blank.
const labelWidth = 2.4

// cutAtBlanks parts a line where it may end.
func cutAtBlanks(line formula.Line) []formula.Line {
	var parts []formula.Line
	open := false // the last part goes on
	add := func(n formula.Node) {
		if open {
			parts[len(parts)-1] = append(parts[len(parts)-1], n)
		} else {
			parts = append(parts, formula.Line{n})
		}
	}
	for _, n := range line {
		w, isWords := n.(formula.Words)
		if !isWords {
			add(n)
			open = true
			continue
		}
		first, _ := utf8.DecodeRuneInString(w.Text)
		open = open && !isBlank(first)
		for _, word := range strings.FieldsFunc(w.Text, isBlank) {
			add(formula.Words{Command: w.Command, Text: word})
			open = false
		}
		last, _ := utf8.DecodeLastRuneInString(w.Text)
		open = len(parts) > 0 && !isBlank(last)
	}
	return parts
}

// isBlank reports whether a line may end at a character.
func isBlank(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' }

// fill joins parts to lines, each as long as fits the width.
func fill(parts []formula.Line, wide, size float64) []text {
	var lines []text
	for len(parts) > 0 {
		line := onLine(parts[:1], size)
		n := 1
		for ; n < len(parts); n++ {
			longer := onLine(parts[:n+1], size)
			if longer.width > wide {
				break
			}
			line = longer
		}
		parts = parts[n:]
		lines = append(lines, line)
	}
	return lines
}

// onLine measures parts on one line, with blanks between them.
func onLine(parts []formula.Line, size float64) text {
	var line formula.Line
	for i, p := range parts {
		if i > 0 {
			line = append(line, words(" ")...)
		}
		line = append(line, p...)
	}
	t := mathText(line, size)
	t.said = formula.Text(line)
	return t
}

// wrap breaks a label of words into lines of at most a width where it has blanks to break at: no more lines than it needs, and
// these as even as can be.
func (t text) wrap(wide float64) text {
	if t.line == nil || t.width <= wide && t.whole {
		return t
	}
	parts := cutAtBlanks(t.line)
	lines := fill(parts, wide, t.size)
	for lo, hi := 0.0, wide; hi-lo > 0.05; {
		mid := (lo + hi) / 2
		if even := fill(parts, mid, t.size); len(even) > len(lines) || widest(even) > wide {
			lo = mid
		} else {
			lines, hi = even, mid
		}
	}
	out := lines[0]
	if len(lines) > 1 {
		stack := make(formula.Stack, len(lines))
		for i, l := range lines {
			stack[i] = l.math
		}
		out = mathText(stack, t.size)
	}
	out.said, out.line, out.whole = t.said, t.line, len(lines) == 1
	return out
}

func widest(lines []text) float64 {
	wide := 0.0
	for _, l := range lines {
		wide = math.Max(wide, l.width)
	}
	return wide
}
