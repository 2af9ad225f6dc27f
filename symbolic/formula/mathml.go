package formula

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MathML returns a formula as a presentation MathML fragment, one <mrow>, to put inside a <math> element. It is
// well-formed XML without named entities.
func MathML(n Node) string {
	if g, ok := n.(Grid); ok {
		return mmlGrid(g)
	}
	return mrow(mml(n))
}

// Operators that are heard but not seen.
const (
	invisibleTimes      = "<mo>\u2062</mo>"
	functionApplication = "<mo>\u2061</mo>"
)

// mml spells a node as one or more elements.
func mml(n Node) string {
	switch n := n.(type) {
	case Glyph:
		return mmlGlyph(n)
	case Row:
		return mmlRow(n)
	case Group:
		return mrow(mmlRow(n.Row))
	case Script:
		return mmlScripts(mml(n.Base), n)
	case Command:
		return mmlCommand(n)
	case Words:
		return element("mtext", escape(n.Text))
	case Line:
		return mmlRow(Row(n))
	case Stack:
		return element("mtable", joined(n, func(n Node) string { return element("mtr", element("mtd", mml(n))) }, ""))
	case Frac:
		return element("mfrac", mrow(mml(n.Num)), mrow(mml(n.Den)))
	case Root:
		if n.Index != "" {
			return element("mroot", mrow(mml(n.Of)), mn(n.Index))
		}
		return element("msqrt", mml(n.Of))
	case Symbol:
		return mml(n.Tree)
	case Number:
		return mmlNumber(n)
	case Degrees:
		return mrow(mmlNumber(n.Number) + mo("°"))
	case Derivative:
		return mmlDerivative(n)
	case Product:
		return mmlProduct(n)
	case Sum:
		return mmlSum(n)
	case Minus:
		return mo("−") + mml(n.Of)
	case Power:
		return element("msup", mrow(mml(n.Base)), mrow(mml(n.Exp)))
	case Slash:
		return mml(slashed(n.Num)) + mo("/") + mml(slashed(n.Den))
	case Call:
		name := mi(n.Function)
		if n.Exp != nil {
			name = element("msup", name, mrow(mml(n.Exp)))
		}
		return name + functionApplication + mml(n.Arg)
	case Exponential:
		return element("msup", mi("e"), mrow(mml(n.Exp)))
	case Fence:
		return element("mrow", mo(n.Open), mml(n.Of), mo(n.Close))
	case List:
		return mmlList(n)
	case Cases:
		return mmlCases(n)
	case Grid:
		return mmlGrid(n)
	case Relation:
		return mml(n.Left) + mo(n.Sign) + led(n.Right)
	}
	panic(fmt.Sprintf("formula: unknown node %T", n))
}

func element(tag string, children ...string) string {
	return "<" + tag + ">" + strings.Join(children, "") + "</" + tag + ">"
}

func mrow(s string) string {
	if strings.HasPrefix(s, "<mrow>") && strings.Index(s, "</mrow>") == len(s)-len("</mrow>") {
		return s
	}
	return element("mrow", s)
}

func mo(s string) string { return element("mo", escape(s)) }
func mi(s string) string { return element("mi", escape(s)) }
func mn(s string) string { return element("mn", escape(s)) }

var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace

func mmlGlyph(g Glyph) string {
	first, _ := utf8.DecodeRuneInString(g.Shape)
	switch {
	case strings.TrimSpace(g.Shape) == "":
		return `<mspace width="0.2em"/>`
	case IsDigits(g.Shape):
		return mn(g.Shape)
	case IsWord(g.Shape):
		return `<mi mathvariant="normal">` + escape(g.Shape) + "</mi>"
	case IsAccented(first):
		return element("mtext", g.Shape)
	case unicode.IsLetter(first) || first == '∞':
		return mi(g.Shape)
	}
	return mo(g.Shape)
}

// mmlRow joins neighbouring digits into one number.
func mmlRow(row Row) string {
	var b strings.Builder
	for i := 0; i < len(row); {
		number := ""
		for ; i < len(row); i++ {
			g, ok := row[i].(Glyph)
			if !ok || !IsDigits(g.TeX) {
				break
			}
			number += g.TeX
		}
		if number != "" {
			b.WriteString(mn(number))
			continue
		}
		b.WriteString(mml(row[i]))
		i++
	}
	return b.String()
}

// mmlScripts puts the scripts beside a base.
func mmlScripts(base string, s Script) string {
	sup := ""
	if s.Primes > 0 {
		sup = mo(strings.Repeat("′", s.Primes))
	}
	if s.Sup != nil {
		sup += mml(s.Sup)
	}
	switch {
	case s.Sub != nil && sup != "":
		return element("msubsup", mrow(base), mrow(mml(s.Sub)), mrow(sup))
	case s.Sub != nil:
		return element("msub", mrow(base), mrow(mml(s.Sub)))
	}
	return element("msup", mrow(base), mrow(sup))
}

func mmlCommand(c Command) string {
	switch {
	case c.Name == "underline":
		return element("munder", mrow(mml(c.Arg)), mo("_"))
	case accents[c.Name] != "":
		mark := mo(overMarks[c.Name])
		if !wideAccents[c.Name] {
			mark = `<mo stretchy="false">` + escape(overMarks[c.Name]) + "</mo>"
		}
		return `<mover accent="true">` + mrow(mml(c.Arg)) + mark + "</mover>"
	}
	return `<mi mathvariant="` + fonts[c.Name] + `">` + escape(Text(c.Arg)) + "</mi>"
}

func mmlNumber(n Number) string {
	if n.Exp10 == 0 {
		return mn(n.Digits)
	}
	exp := mn(strings.TrimPrefix(strconv.Itoa(n.Exp10), "-"))
	if n.Exp10 < 0 {
		exp = mrow(mo("−") + exp)
	}
	return mn(n.Digits) + mo("×") + element("msup", mn("10"), exp)
}

func mmlProduct(factors Product) string {
	var b strings.Builder
	for i, f := range factors {
		if i > 0 {
			b.WriteString(invisibleTimes)
			if isSeveral(factors[i-1]) || isSeveral(f) {
				b.WriteString(`<mspace width="0.17em"/>`)
			}
		}
		b.WriteString(mml(f))
	}
	return b.String()
}

func mmlSum(sum Sum) string {
	var b strings.Builder
	for i, t := range sum {
		switch {
		case t.Minus:
			b.WriteString(mo("−"))
		case i > 0:
			b.WriteString(mo("+"))
		}
		b.WriteString(mml(t.Of))
	}
	return b.String()
}

func mmlDerivative(d Derivative) string {
	switch {
	case d.Style == Dot && d.Order <= 3:
		return mmlDotted(d.Of.Tree, [...]string{1: "˙", 2: "¨", 3: "⃛"}[d.Order])
	case d.Style == Prime:
		mark := mo(strings.Repeat("′", d.Order))
		if d.Order > 3 {
			mark = mrow(mo("(") + mn(strconv.Itoa(d.Order)) + mo(")"))
		}
		return element("msup", mrow(mml(d.Of.Tree)), mark)
	}
	upper, lower := mi("d"), mi("t")
	if d.Order > 1 {
		n := mn(strconv.Itoa(d.Order))
		upper, lower = element("msup", upper, n), element("msup", lower, n)
	}
	return element("mfrac", mrow(upper+mml(d.Of.Tree)), mrow(mi("d")+lower))
}

// mmlDotted puts dots over a name, inside its scripts.
func mmlDotted(name Node, dots string) string {
	p := takeApart(name)
	out := `<mover accent="true">` + mrow(mml(p.core)) + mo(dots) + "</mover>"
	if p.marks.orBase() != nil {
		out = mmlScripts(out, p.marks)
	}
	return out + mmlRow(p.argument)
}

func mmlList(list List) string {
	all := make([]string, len(list))
	for i, n := range list {
		all[i] = mml(n)
	}
	return strings.Join(all, mo(","))
}

func mmlCases(c Cases) string {
	cell := func(n Node) string { // aligned in all browsers: those that don't know columnalign know one of the styles
		return `<mtd style="text-align:left;text-align:-webkit-left">` + MathML(n) + "</mtd>"
	}
	row := func(value, when Node) string { return element("mtr", cell(value), cell(when)) }
	return element("mrow", mo("{"),
		`<mtable columnalign="left">`+row(c.Of, c.When)+row(Number{Digits: "0"}, Otherwise)+"</mtable>")
}

// led spells what stands behind a sign: in a row of its own where it begins with a minus, which then is no operator between two.
func led(n Node) string {
	switch n := n.(type) {
	case Minus:
		return mrow(mml(n))
	case Sum:
		if n[0].Minus {
			return mrow(mml(n))
		}
	}
	return mml(n)
}

func mmlGrid(g Grid) string {
	var b strings.Builder
	b.WriteString("<mrow><mo>[</mo><mtable>")
	for _, row := range g.Rows {
		b.WriteString("<mtr>")
		for _, n := range row {
			b.WriteString("<mtd>" + MathML(n) + "</mtd>")
		}
		b.WriteString("</mtr>")
	}
	b.WriteString("</mtable><mo>]</mo></mrow>")
	return b.String()
}
