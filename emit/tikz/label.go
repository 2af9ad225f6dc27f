package tikz

import (
	"math"
	"strings"

	"diagram/layout"
	"diagram/layout/ink"
	"diagram/layout/mathbox"
)

// sides are TikZ's keys for the anchors: a box whose south lies at its point stands above it.
var sides = [...]string{layout.Center: "", layout.North: "below", layout.South: "above", layout.East: "left", layout.West: "right"}

// beside tells that a label stands straight beside a place, so that a side and a distance say where.
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

// atMiddle tells that a label of a path stands beside its middle rather than its end.
func atMiddle(l *layout.Label, mid, end ink.Point) bool {
	return beside(l, mid) && !(beside(l, end) && l.At.Sub(end).Len() < l.At.Sub(mid).Len())
}

// node writes a label as a node of a path that is at the place ref.
func node(l *layout.Label, ref ink.Point) string {
	side, place := sides[l.Anchor], ""
	switch {
	case !beside(l, ref):
		place = " at " + at(l.At)
	case side != "":
		d := l.At.Sub(ref)
		out := map[layout.Anchor]float64{layout.North: -d.Y, layout.South: d.Y, layout.East: -d.X, layout.West: d.X}[l.Anchor]
		if mm := num(10 * out); mm != "0" {
			side += "=" + mm + "mm"
		}
	}
	if side != "" {
		side = "[" + side + "]"
	}
	return " node" + side + place + " {" + content(l) + "}"
}

// content is a label's TeX. Mathematics that package mathbox can't set is printed as the characters it was written in, so
// that no label can run a command that only TeX knows.
func content(l *layout.Label) string {
	if l.Math == "" {
		return mixed(l.Text)
	}
	return math1(l.Math)
}

// math1 is a formula between dollars.
func math1(s string) string {
	if _, err := mathbox.Typeset(s, mathbox.Options{}); err != nil || strings.ContainsAny(s, "%$\n\r") || strings.Contains(s, "^^") {
		return text(s)
	}
	return "$" + s + "$"
}

// mixed is upright text with formulas between dollars.
func mixed(s string) string {
	parts := strings.Split(s, "$")
	if len(parts)%2 == 0 {
		return text(s)
	}
	var b strings.Builder
	for i, part := range parts {
		if i%2 == 0 {
			b.WriteString(text(part))
		} else {
			b.WriteString(math1(part))
		}
	}
	return b.String()
}

// specials are the characters that TeX gives a meaning.
var specials = map[rune]string{
	'\\': `\textbackslash{}`, '{': `\{`, '}': `\}`, '$': `\$`, '&': `\&`, '#': `\#`, '%': `\%`, '_': `\_`,
	'^': `\textasciicircum{}`, '~': `\textasciitilde{}`, '<': `\textless{}`, '>': `\textgreater{}`, '|': `\textbar{}`, '"': `\textquotedbl{}`,
	'\u00a0': `~`, '–': `--`, '—': `---`,
}

// text escapes upright text; control characters become spaces.
func text(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch tex, ok := specials[r]; {
		case ok:
			b.WriteString(tex)
		case r < ' ' || r == 0x7f || r == '\ufffd':
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
