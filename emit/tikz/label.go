package tikz

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"diagram/emit/theme"
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

// atMiddle tells that a label of a path belongs to its middle rather than its end.
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

// content is a label's TeX.
func content(l *layout.Label) string {
	if l.Math == "" {
		return text(l.Text)
	}
	return formula(l.Math)
}

// formula is mathematics between dollars, or the words alone where it is nothing else. What package mathbox can't set is printed as the characters in which it is written:
// no label can run a command, end a group or name a colour that the document may not know.
func formula(s string) string {
	box, err := mathbox.Typeset(s, mathbox.Options{})
	if err != nil || strings.Contains(s, "^^") {
		return text(s)
	}
	for i := range box.Glyphs {
		if c := box.Glyphs[i].Color; c != "" && theme.TikZ(c) != c {
			return text(s)
		}
	}
	for _, r := range box.Rules {
		if r.Color != "" && theme.TikZ(r.Color) != r.Color {
			return text(s)
		}
	}
	dollar := "$"
	if words, ok := strings.CutPrefix(s, `\text{`); ok && strings.IndexAny(words, "{}$") == len(words)-1 {
		s, dollar = words[:len(words)-1], ""
	}
	var b strings.Builder
	b.WriteString(dollar)
	for _, r := range s {
		if r < ' ' {
			r = ' '
		}
		b.WriteString(letter(r))
	}
	b.WriteString(dollar)
	return b.String()
}

// specials are the characters that TeX gives a meaning, and some marks that not all its fonts have.
var specials = map[rune]string{
	'\\': `\textbackslash{}`, '{': `\{`, '}': `\}`, '$': `\$`, '&': `\&`, '#': `\#`, '%': `\%`, '_': `\_`,
	'^': `\textasciicircum{}`, '~': `\textasciitilde{}`, '<': `\textless{}`, '>': `\textgreater{}`, '|': `\textbar{}`, '"': `''`,
	'\u00a0': `~`, '–': `--`, '—': `---`, '’': `'`, '‘': "`", '“': "``", '”': `''`, '…': `\dots{}`,
	'·': `$\cdot$`, '×': `$\times$`, '±': `$\pm$`, '−': `$-$`, '→': `$\to$`, '°': `$^\circ$`, '²': `$^2$`, '³': `$^3$`,
}

// text escapes upright text; control characters become spaces.
func text(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch tex, ok := specials[r]; {
		case ok:
			b.WriteString(tex)
		case !unicode.IsGraphic(r) || r == unicode.ReplacementChar:
			b.WriteByte(' ')
		default:
			b.WriteString(letter(r))
		}
	}
	return b.String()
}

// composed are the letters beyond ASCII that pdfLaTeX makes with the fonts that it has by itself.
const composed = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿĀāĂăĆćĈĉĊċČčĎďĒēĔĕĖėĚěĜĝĞğĠġĤĥĨĩĪīĬĭİıĴĵ" +
	"ĹĺŁłŃńŇňŌōŎŏŐőŒœŔŕŘřŚśŜŝŞşŠšŤťŨũŪūŬŭŮůŰűŴŵŶŷŸŹźŻżŽž"

// greek are the Greek letters that TeX has in its mathematics.
var greek = map[rune]string{
	'α': "alpha", 'β': "beta", 'γ': "gamma", 'δ': "delta", 'ε': "varepsilon", 'ζ': "zeta", 'η': "eta", 'θ': "theta", 'ι': "iota",
	'κ': "kappa", 'λ': "lambda", 'μ': "mu", 'µ': "mu", 'ν': "nu", 'ξ': "xi", 'π': "pi", 'ρ': "rho", 'σ': "sigma", 'ς': "varsigma",
	'τ': "tau", 'υ': "upsilon", 'φ': "varphi", 'χ': "chi", 'ψ': "psi", 'ω': "omega", 'Γ': "Gamma", 'Δ': "Delta", 'Θ': "Theta",
	'Λ': "Lambda", 'Ξ': "Xi", 'Π': "Pi", 'Σ': "Sigma", 'Φ': "Phi", 'Ψ': "Psi", 'Ω': "Omega",
}

// letter is a character that TeX gives no meaning; those that pdfLaTeX may not know, only where the engine reads Unicode.
func letter(r rune) string {
	if r < utf8.RuneSelf || strings.ContainsRune(composed, r) {
		return string(r)
	}
	if name, ok := greek[r]; ok {
		return `\ensuremath{\` + name + `}`
	}
	return `\ifdefined\Umathchar ` + string(r) + `\else ?\fi{}`
}
