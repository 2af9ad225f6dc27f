package tikz

import (
	"math"
	"strings"

	"diagram/dsl/ink"
	"diagram/emit/internal/escape"
	"diagram/emit/internal/theme"
	"diagram/layout"
	"diagram/layout/mathbox"
)

// sides are TikZ's keys for the anchors: a box whose south lies at its point stands above it.
var sides = [...]string{layout.Center: "", layout.North: "below", layout.South: "above", layout.East: "left", layout.West: "right"}

// beside reports whether a label stands straight beside a place, so that a side and a distance say where.
func beside(l *layout.Label, ref ink.Point) bool {
	d := l.At.Sub(ref)
	switch l.Anchor {
	case layout.North, layout.South:
		return math.Abs(d.X) < 5e-4
	case layout.East, layout.West:
		return math.Abs(d.Y) < 5e-4
	}
	return near(l.At, ref)
}

// atMiddle reports whether a label of a path belongs to its middle rather than its end.
func atMiddle(l *layout.Label, mid, end ink.Point) bool {
	if m, e := beside(l, mid), beside(l, end); m != e {
		return m
	}
	return l.At.Sub(mid).Len() < l.At.Sub(end).Len()
}

// node writes a label as a node of a path that is at the place ref. Where it stands is said from there, so that it moves with its element.
func node(l *layout.Label, ref ink.Point) string {
	var o []string
	side, d := sides[l.Anchor], l.At.Sub(ref)
	switch {
	case !beside(l, ref):
		if side != "" {
			o = append(o, side)
		}
		o = append(o, "shift={"+at(d)+"}")
	case side != "":
		out := d.X + d.Y // one of them is zero
		if l.Anchor == layout.North || l.Anchor == layout.East {
			out = -out
		}
		if mm := num(10 * out); mm != "0" {
			side += "=" + mm + "mm"
		}
		o = append(o, side)
	}
	return " node" + brackets(o) + " {" + content(l) + "}"
}

// content is a label's TeX: mathematics between dollars, or the words alone where it is nothing else. What package mathbox can't
// set is printed as the characters in which it is written: no label can run a command, end a group or name a colour that the
// document may not know.
func content(l *layout.Label) string {
	s := l.Math
	box, err := mathbox.Typeset(s, mathbox.Options{})
	if err != nil || strings.Contains(s, "^^") {
		return escape.TeX(s)
	}
	for i := range box.Glyphs {
		if !isColour(box.Glyphs[i].Color) {
			return escape.TeX(s)
		}
	}
	for _, r := range box.Rules {
		if !isColour(r.Color) {
			return escape.TeX(s)
		}
	}
	rightToLeft := false
	for _, f := range box.Foreign {
		if !isColour(f.Color) {
			return escape.TeX(s)
		}
		rightToLeft = rightToLeft || f.RightToLeft
	}
	dollar := "$"
	if words, ok := wordsOnly(s); ok {
		s, dollar = words, ""
	}
	var b strings.Builder
	if rightToLeft = rightToLeft && dollar == ""; rightToLeft {
		b.WriteString(toLeft + "{")
	}
	b.WriteString(dollar)
	for _, r := range s {
		if r < ' ' {
			r = ' '
		}
		b.WriteString(escape.TeXRune(r))
	}
	b.WriteString(dollar)
	if rightToLeft {
		b.WriteByte('}')
	}
	return b.String()
}

// toLeft is a command for words that run from right to left. XeTeX sets them so; LuaTeX leaves that to babel.
const (
	toLeft       = `\diagramtoleft`
	defineToLeft = "  \\def" + toLeft + `#1{\ifdefined\XeTeXversion\TeXXeTstate=1 \beginR#1\endR\else#1\fi}` + "\n"
)

// isColour reports whether a colour that a label names is one that every document knows; none is as well.
func isColour(name string) bool { return name == "" || theme.TikZ(name) == name }

// wordsOnly is what a \text holds that is all of a label.
func wordsOnly(s string) (string, bool) {
	words, ok := strings.CutPrefix(s, `\text{`)
	if !ok {
		return "", false
	}
	depth := 1
	for i := 0; i < len(words); i++ {
		switch words[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth == 0 {
			return words[:i], i == len(words)-1
		}
	}
	return "", false
}
