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
	grid: func(rows [][]string, _ bool) string {
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
	blocks := p.blocks(lines)
	var b strings.Builder
	b.WriteString(`<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">`)
	if len(blocks) == 1 {
		p.mathmlBlock(&b, blocks[0])
	} else {
		b.WriteString("<mtable displaystyle=\"true\">\n")
		for _, block := range blocks {
			b.WriteString("<mtr><mtd>")
			p.mathmlBlock(&b, block)
			b.WriteString("</mtd></mtr>\n")
		}
		b.WriteString("</mtable>")
	}
	b.WriteString("</math>\n")
	return b.String()
}

// Cells to the left of equals signs, of the signs, and to their right, with TeX's spaces about the signs. Chromium aligns
// mathematics by the alignment that bears its name.
const (
	right  = `<mtd style="text-align:right;text-align:-webkit-right;padding:0.5ex 0">`
	middle = `<mtd style="padding:0.5ex 0.28em">`
	left   = `<mtd style="text-align:left;text-align:-webkit-left;padding:0.5ex 0">`
)

// mathmlBlock is a block as a table: of three columns at the equals signs, or of one where the rows are flush.
func (p printer) mathmlBlock(b *strings.Builder, block block) {
	if words := block.rows[0].words; words != nil {
		b.WriteString(p.mathmlSentence(words))
		return
	}
	if block.flush {
		b.WriteString(`<mtable columnalign="left" displaystyle="true">` + "\n")
	} else {
		b.WriteString(`<mtable columnalign="right center left" displaystyle="true">` + "\n")
	}
	for _, r := range block.rows {
		b.WriteString("<mtr>")
		if !block.flush {
			b.WriteString(right)
		} else {
			b.WriteString(left)
			if r.goesOn {
				b.WriteString(mathmlQuad)
			}
		}
		if r.left != nil || r.equals && !r.goesOn {
			b.WriteString(p.mathmlSide(r.left))
		}
		if !block.flush {
			b.WriteString("</mtd>" + middle)
		}
		if r.equals {
			b.WriteString("<mo>=</mo>")
		}
		if !block.flush {
			b.WriteString("</mtd>" + left)
			if r.goesOn {
				b.WriteString(mathmlQuad)
			}
		}
		if r.right != nil || r.equals {
			b.WriteString(p.mathmlSide(r.right))
		}
		b.WriteString(p.mathmlAmount(r.tail.amount))
		if r.tail.words != "" {
			b.WriteString(mtext(", " + r.tail.words))
		}
		b.WriteString("</mtd></mtr>\n")
	}
	b.WriteString("</mtable>")
}

const mathmlQuad = `<mspace width="1em"/>`

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

// mtext is text among mathematics. Spaces at its ends are no-break ones: browsers drop others.
func mtext(s string) string {
	if t := strings.TrimLeft(s, " "); len(t) < len(s) {
		s = "\u00a0" + t
	}
	if t := strings.TrimRight(s, " "); len(t) < len(s) {
		s = t + "\u00a0"
	}
	return "<mtext>" + html.EscapeString(s) + "</mtext>"
}

func (p printer) mathmlSide(parts []part) string {
	if len(parts) == 0 {
		return "<mn>0</mn>"
	}
	var b strings.Builder
	for _, t := range mathmlNotation.spell(parts, p.style) {
		b.WriteString(t.sign("<mo>+</mo>", "<mo>−</mo>"))
		if t.source == "" {
			b.WriteString(t.text)
		} else {
			b.WriteString(`<mrow data-element="` + html.EscapeString(t.source) + `">` + t.text + "</mrow>")
		}
	}
	return b.String()
}
