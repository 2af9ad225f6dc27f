package tikz

import (
	"math"
	"strings"

	"diagram/dsl/ink"
	"diagram/emit/internal/escape"
	"diagram/layout"
	"diagram/layout/mathbox"
	"diagram/symbolic/formula"
)

// sides are TikZ's keys for the anchors: a box whose south lies at its point stands above it.
var sides = [...]string{layout.Center: "", layout.North: "below", layout.South: "above", layout.East: "left", layout.West: "right"}

// beside reports whether a label stands straight beside a place that it is d away from, so that a side and a distance say where.
func beside(l *layout.Label, d ink.Point) bool {
	switch l.Anchor {
	case layout.North, layout.South:
		return same(d.X, 0)
	case layout.East, layout.West:
		return same(d.Y, 0)
	}
	return near(d, ink.Point{})
}

// atMiddle reports whether a label of a path belongs to its middle rather than its end.
func (p *printer) atMiddle(l *layout.Label, mid, end ink.Point) bool {
	at := p.turn(l.At)
	if m, e := beside(l, at.Sub(mid)), beside(l, at.Sub(end)); m != e {
		return m
	}
	return at.Sub(mid).Len() < at.Sub(end).Len()
}

// node writes a label as a node of a path that is at the place ref. Where it stands is said from there, so that it moves with its element.
// TikZ doesn't turn such a distance with the picture.
func (p *printer) node(l *layout.Label, ref ink.Point, more ...string) {
	p.put(" node")
	o := options{text: &p.text}
	o.add(more...)
	side, d := sides[l.Anchor], l.At.Sub(p.page(ref))
	switch {
	case !beside(l, d):
		if side != "" {
			o.add(side)
		}
		o.add("shift={")
		p.at(d)
		p.put("}")
	case side != "":
		out := d.X + d.Y // one of them is zero
		if l.Anchor == layout.North || l.Anchor == layout.East {
			out = -out
		}
		o.add(side)
		p.distance("=", out)
	}
	if len(linesOf(l.Formula)) > 1 {
		o.add(centred)
	}
	o.close()
	p.content(l)
}

// distance writes a distance that isn't zero.
func (p *printer) distance(before string, cm float64) {
	if far := mm(cm); far != "0" {
		p.put(before, far)
	}
}

// apart writes a label at a place of its own, said from another, where it stands away from everything that has a name.
func (p *printer) apart(l *layout.Label, from place) {
	q := p.turn(l.At)
	p.put(" ")
	p.place(from.moved(q))
	p.node(l, q)
}

// midway writes a label beside the middle of a straight path. TikZ finds out which side of the label faces the path, so that it
// stays clear of it in a picture that an author turns.
func (p *printer) midway(l *layout.Label, mid, along ink.Point) {
	d := p.turn(l.At).Sub(mid)
	if p.angle != 0 || l.Anchor == layout.Center || !beside(l, d) || math.Abs(d.X*along.X+d.Y*along.Y) > tolerance {
		p.node(l, mid)
		return
	}
	p.put(" node[auto")
	if along.X*d.Y-along.Y*d.X < 0 {
		p.put("=right")
	}
	p.distance(", outer sep=", d.Len())
	if len(linesOf(l.Formula)) > 1 {
		p.put(", ", centred)
	}
	p.put("]")
	p.content(l)
}

// content writes what a node shows.
func (p *printer) content(l *layout.Label) {
	tex := content(l.Formula)
	if !escape.IsASCII(tex) {
		p.foreign.put(tex)
	}
	p.put(" {", tex, "}")
}

// centred lets a node have lines, each in the middle.
const centred = "align=center"

// linesOf are the lines of a label that has several.
func linesOf(n formula.Node) formula.Stack {
	if s, ok := n.(formula.Symbol); ok {
		n = s.Tree
	}
	stack, _ := n.(formula.Stack)
	return stack
}

// content is a label's TeX.
func content(n formula.Node) string {
	stack := linesOf(n)
	if len(stack) == 0 {
		return contentOf(n)
	}
	var b strings.Builder
	for i, line := range stack {
		tex := contentOf(line)
		if i > 0 {
			b.WriteString(` \\ `)
			if strings.HasPrefix(tex, "[") || strings.HasPrefix(tex, "*") {
				b.WriteString("{}") // else TeX takes it for a distance
			}
		}
		b.WriteString(tex)
	}
	return b.String()
}

// contentOf is the TeX of a line: mathematics between dollars, or the words alone where it is nothing else.
func contentOf(n formula.Node) string {
	words, only := wordsOnly(n)
	if !only {
		return "$" + printable(formula.LaTeX(n)) + "$"
	}
	if escape.IsASCII(words) {
		return printable(words)
	}
	for _, f := range mathbox.Typeset(n, mathbox.Options{}).Foreign {
		if f.RightToLeft {
			return toLeft + "{" + printable(words) + "}"
		}
	}
	return printable(words)
}

// printable writes characters that TeX doesn't know, or that mean something else to it, as commands; what shows nothing, or
// was no UTF-8, as a space.
func printable(tex string) string {
	if !strings.ContainsFunc(tex, func(r rune) bool { return r < ' ' || r > '~' }) {
		return tex
	}
	var b strings.Builder
	for _, r := range tex {
		if !escape.IsShown(r) {
			r = ' '
		}
		b.WriteString(escape.TeXRune(r))
	}
	return b.String()
}

// toLeft is a command for words that run from right to left. XeTeX sets them so; LuaTeX leaves that to babel.
const (
	toLeft       = `\diagramtoleft`
	defineToLeft = "  \\def" + toLeft + `#1{\ifdefined\XeTeXversion\TeXXeTstate=1 \beginR#1\endR\else#1\fi}` + "\n"
)

// wordsOnly is the TeX of a label that is nothing but words with formulas among them.
func wordsOnly(n formula.Node) (string, bool) {
	switch n := n.(type) {
	case formula.Line:
		return formula.InText(n), true
	case formula.Words:
		return n.Text, n.Command == "text"
	case formula.Symbol:
		return wordsOnly(n.Tree)
	case formula.Row:
		if len(n) == 1 {
			return wordsOnly(n[0])
		}
	}
	return "", false
}
