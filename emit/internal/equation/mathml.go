package equation

import (
	"html"
	"strings"

	"diagram/emit/internal/lines"
	"diagram/emit/internal/rows"
	"diagram/symbolic"
	"diagram/symbolic/formula"
	"diagram/symbolic/motion"
)

// mathml is a <math> element with the lines under one another at their equals signs. Each term is an <mrow> that says its
// element's name in data-element.
func (p printer) mathml(all []lines.Group) string {
	blocks := p.blocks(all)
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
func (p printer) mathmlBlock(b *strings.Builder, block rows.Block) {
	if words := block.Rows[0].Words; words != nil {
		b.WriteString(p.mathmlSentence(words))
		return
	}
	if block.Flush {
		b.WriteString(`<mtable columnalign="left" displaystyle="true">` + "\n")
	} else {
		b.WriteString(`<mtable columnalign="right center left" displaystyle="true">` + "\n")
	}
	for _, r := range block.Rows {
		b.WriteString("<mtr>")
		if !block.Flush {
			b.WriteString(right)
		} else {
			b.WriteString(left)
			if r.GoesOn {
				b.WriteString(mathmlQuad)
			}
		}
		if r.HasLeft() {
			b.WriteString(mathmlSide(r.Left))
		}
		if !block.Flush {
			b.WriteString("</mtd>" + middle)
		}
		if r.Equals {
			b.WriteString("<mo>=</mo>")
		}
		if !block.Flush {
			b.WriteString("</mtd>" + left)
			if r.GoesOn {
				b.WriteString(mathmlQuad)
			}
		}
		if r.HasRight() {
			b.WriteString(mathmlSide(r.Right))
		}
		if t := r.Tail; t.Amount != nil {
			b.WriteString("<mo>" + related(t, "=", "≈") + "</mo>" + formula.MathML(t.Amount) + mathmlUnit(t.Unit))
		}
		if r.Tail.Words != "" {
			b.WriteString(mtext(", " + r.Tail.Words))
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

func mathmlSide(parts []lines.Part) string {
	if len(parts) == 0 {
		return "<mn>0</mn>"
	}
	var b strings.Builder
	for i := range parts {
		p := &parts[i]
		b.WriteString(sign(p, "<mo>+</mo>", "<mo>−</mo>"))
		if p.Source == nil {
			b.WriteString(mathmlPart(p))
		} else {
			b.WriteString(`<mrow data-element="` + html.EscapeString(p.Source.Name) + `">` + mathmlPart(p) + "</mrow>")
		}
	}
	return b.String()
}

// mathmlPart is a part without its sign.
func mathmlPart(p *lines.Part) string {
	s := lead(p, `<mo>,</mo><mspace width="1em"/>`, `<mo lspace="0.28em" rspace="0.28em">:</mo>`)
	if p.Names != nil {
		s += formula.MathML(p.Names) + "<mo>=</mo>"
	}
	for _, n := range p.Shown() {
		s += formula.MathML(n)
	}
	return s + mathmlUnit(p.Unit)
}

func mathmlUnit(unit formula.Node) string {
	if unit == nil {
		return ""
	}
	return `<mspace width="0.2em"/>` + mtext(formula.Text(unit))
}
