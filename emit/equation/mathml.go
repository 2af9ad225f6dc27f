package equation

import (
	"html"
	"strings"

	"diagram/symbolic"
	"diagram/symbolic/motion"
)

var mathmlNotation = notation{
	expr: symbolic.MathML,
	raw:  func(r raw) string { return r.mathml },
	grid: func(rows [][]string) string {
		var b strings.Builder
		b.WriteString("<mrow><mo>[</mo><mtable>")
		for _, row := range rows {
			b.WriteString("<mtr>")
			for _, c := range row {
				b.WriteString("<mtd>" + c + "</mtd>")
			}
			b.WriteString("</mtr>")
		}
		b.WriteString("</mtable><mo>]</mo></mrow>")
		return b.String()
	},
	brackets: func(s string) string { return "<mrow><mo>(</mo>" + s + "<mo>)</mo></mrow>" },
}

// mathml is a <math> element with the lines under one another at their equals signs. Each term is an <mrow> that says its
// element's name in data-element.
func (p printer) mathml(lines []line) string {
	var b strings.Builder
	b.WriteString(`<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><mtable columnalign="right center left" displaystyle="true">` + "\n")
	row := func(left, right string) {
		b.WriteString(`<mtr><mtd style="text-align:right">` + left + "</mtd><mtd><mo>=</mo></mtd>" +
			`<mtd style="text-align:left">` + right + "</mtd></mtr>\n")
	}
	for _, l := range lines {
		right := p.mathmlSide(l.right)
		if l.remark != nil {
			right += "<mspace width=\"2em\"/>" + p.mathmlSentence(l.remark)
		}
		row(p.mathmlSide(l.left), right)
	}
	for _, l := range lines {
		for _, d := range l.where {
			right := symbolic.MathML(d.Value, p.style)
			if d.Remark != "" {
				right += mtext(", " + d.Remark)
			}
			row(symbolic.MathML(d.Symbol, p.style), right)
		}
	}
	b.WriteString("</mtable></math>\n")
	return b.String()
}

// mathmlSentence sets words among mathematics.
func (p printer) mathmlSentence(s motion.Sentence) string {
	var b strings.Builder
	for _, w := range s {
		switch {
		case w.Expr == nil:
			b.WriteString(mtext(w.Text))
		case w.Than == nil:
			b.WriteString(symbolic.MathML(w.Expr, p.style))
		default:
			b.WriteString(symbolic.MathML(w.Expr, p.style) + "<mo>" + html.EscapeString(w.Relation) + "</mo>" + symbolic.MathML(w.Than, p.style))
		}
	}
	return b.String()
}

func mtext(s string) string { return "<mtext>" + html.EscapeString(s) + "</mtext>" }

func (p printer) mathmlSide(parts []part) string {
	if len(parts) == 0 {
		return "<mn>0</mn>"
	}
	var b strings.Builder
	for i, t := range mathmlNotation.spell(parts, p.style) {
		switch {
		case t.minus:
			b.WriteString("<mo>−</mo>")
		case i > 0:
			b.WriteString("<mo>+</mo>")
		}
		if t.source == "" {
			b.WriteString(t.text)
		} else {
			b.WriteString(`<mrow data-element="` + html.EscapeString(t.source) + `">` + t.text + "</mrow>")
		}
	}
	return b.String()
}
