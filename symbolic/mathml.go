package symbolic

import (
	"strconv"
	"strings"
	"unicode"
)

// MathML returns e as a presentation MathML fragment, one <mrow>, to put inside a
// <math> element. It is well-formed XML without named entities.
func MathML(e Expr, s Style) string {
	return row(mml(s.layout(e)))
}

// Operators that are heard but not seen.
const (
	invisibleTimes      = "<mo>\u2062</mo>"
	functionApplication = "<mo>\u2061</mo>"
)

func element(tag string, children ...string) string {
	return "<" + tag + ">" + strings.Join(children, "") + "</" + tag + ">"
}

func row(s string) string {
	if strings.HasPrefix(s, "<mrow>") && strings.Index(s, "</mrow>") == len(s)-len("</mrow>") {
		return s
	}
	return element("mrow", s)
}

func mo(s string) string { return element("mo", escape(s)) }
func mi(s string) string { return element("mi", escape(s)) }
func mn(s string) string { return element("mn", escape(s)) }

var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace

// mml spells a box as one or more elements.
func mml(b box) string {
	switch b := b.(type) {
	case numberBox:
		if b.exp10 == 0 {
			return mn(b.digits)
		}
		exp := mn(strings.TrimPrefix(strconv.Itoa(b.exp10), "-"))
		if b.exp10 < 0 {
			exp = row(mo("−") + exp)
		}
		return mn(b.digits) + mo("×") + element("msup", mn("10"), exp)
	case degreeBox:
		return row(mml(b.number) + mo("°"))
	case nameBox:
		return nameMathML(b.name)
	case derivBox:
		return mmlDerivative(b)
	case rowBox:
		var parts strings.Builder
		for i, f := range b {
			if i > 0 {
				parts.WriteString(invisibleTimes)
				if isSeveral(b[i-1]) || isSeveral(f) {
					parts.WriteString(`<mspace width="0.17em"/>`)
				}
			}
			parts.WriteString(mml(f))
		}
		return parts.String()
	case sumBox:
		return mmlSum(b)
	case minusBox:
		return mo("−") + mml(b.of)
	case fracBox:
		return element("mfrac", row(mml(b.num)), row(mml(b.den)))
	case ratioBox:
		return mml(slashed(b.num)) + mo("/") + mml(slashed(b.den))
	case powBox:
		return element("msup", row(mml(b.base)), row(mml(b.exp)))
	case rootBox:
		if b.index != "" {
			return element("mroot", row(mml(b.of)), mn(b.index))
		}
		return element("msqrt", mml(b.of))
	case callBox:
		name := mi(txtFns[b.fn])
		if b.exp != nil {
			name = element("msup", name, row(mml(b.exp)))
		}
		return name + functionApplication + mml(b.arg)
	case expBox:
		return element("msup", mi("e"), row(mml(b.arg)))
	case absBox:
		return row(mo("|") + mml(b.of) + mo("|"))
	case parenBox:
		return element("mrow", mo("("), mml(b.of), mo(")"))
	}
	return ""
}

func mmlSum(sum sumBox) string {
	var b strings.Builder
	for i, t := range sum {
		switch {
		case t.minus:
			b.WriteString(mo("−"))
		case i > 0:
			b.WriteString(mo("+"))
		}
		b.WriteString(mml(t.of))
	}
	return b.String()
}

func mmlDerivative(d derivBox) string {
	tree := nameTree(d.name)
	switch {
	case d.style == Dot && d.order <= 3:
		dots := [...]string{1: "˙", 2: "¨", 3: "⃛"}[d.order]
		return onLetter(tree, func(letter string) string {
			return `<mover accent="true">` + row(letter) + mo(dots) + "</mover>"
		})
	case d.style == Prime:
		mark := mo(strings.Repeat("′", d.order))
		if d.order > 3 {
			mark = row(mo("(") + mn(strconv.Itoa(d.order)) + mo(")"))
		}
		return element("msup", row(nameMathML(d.name)), mark)
	}
	upper, lower := mi("d"), mi("t")
	if d.order > 1 {
		n := mn(strconv.Itoa(d.order))
		upper, lower = element("msup", upper, n), element("msup", lower, n)
	}
	return element("mfrac", row(upper+nameMathML(d.name)), row(mi("d")+lower))
}

// onLetter applies mark to the first letter of a name, inside its scripts. A name of
// several letters is marked as a whole.
func onLetter(tree nameRow, mark func(string) string) string {
	tail := ""
	if len(tree) > 1 {
		if g, ok := tree[1].(nameGlyph); !ok || g.tex != "(" {
			return mark(tree.mathml())
		}
		tail = tree[1:].mathml()
	}
	if s, ok := tree[0].(nameScript); ok {
		return s.around(mark(s.base.mathml())) + tail
	}
	return mark(tree[0].mathml()) + tail
}

// nameTree reads a name back from its LaTeX.
func nameTree(n Name) nameRow {
	p := &nameParser{src: n.LaTeX}
	tree, err := p.row(0, "")
	if err != nil || len(tree) == 0 {
		return nameRow{nameText{"text", n.Text}}
	}
	return tree
}

func nameMathML(n Name) string { return nameTree(n).mathml() }

func (g nameGlyph) mathml() string {
	switch {
	case g.uni == "" || g.uni == " ":
		return `<mspace width="0.2em"/>`
	case digits(g.uni) == len(g.uni):
		return mn(g.uni)
	case isWordy(nameBox{Name{Text: g.uni}}):
		return `<mi mathvariant="normal">` + escape(g.uni) + "</mi>"
	case unicode.IsLetter([]rune(g.uni)[0]) || g.uni == "∞":
		return mi(g.uni)
	}
	return mo(g.uni)
}

// mathml joins neighbouring digits into one number.
func (r nameRow) mathml() string {
	var b strings.Builder
	for i := 0; i < len(r); i++ {
		number := ""
		for ; i < len(r); i++ {
			g, ok := r[i].(nameGlyph)
			if !ok || digits(g.tex) != len(g.tex) {
				break
			}
			number += g.tex
		}
		if number != "" {
			b.WriteString(mn(number))
			i--
			continue
		}
		b.WriteString(r[i].mathml())
	}
	return b.String()
}

func (g nameGroup) mathml() string { return row(g.nameRow.mathml()) }

func (s nameScript) mathml() string { return s.around(s.base.mathml()) }

// around puts the scripts beside a base.
func (s nameScript) around(base string) string {
	sup := ""
	if s.primes > 0 {
		sup = mo(strings.Repeat("′", s.primes))
	}
	if s.sup != nil {
		sup += s.sup.mathml()
	}
	switch {
	case s.sub != nil && sup != "":
		return element("msubsup", row(base), row(s.sub.mathml()), row(sup))
	case s.sub != nil:
		return element("msub", row(base), row(s.sub.mathml()))
	}
	return element("msup", row(base), row(sup))
}

func (c nameCommand) mathml() string {
	arg := c.arg.mathml()
	switch {
	case c.name == "sqrt":
		return element("msqrt", arg)
	case c.name == "underline":
		return element("munder", row(arg), mo("_"))
	case accents[c.name] != "":
		mark := mo(overMarks[c.name])
		if !wideAccents[c.name] {
			mark = `<mo stretchy="false">` + escape(overMarks[c.name]) + "</mo>"
		}
		return `<mover accent="true">` + row(arg) + mark + "</mover>"
	}
	if variant := mathVariants[c.name]; variant != "" {
		return `<mi mathvariant="` + variant + `">` + escape(c.arg.text()) + "</mi>"
	}
	return row(arg)
}

// overMarks are the accents as characters of their own.
var overMarks = map[string]string{
	"dot": "˙", "ddot": "¨", "hat": "^", "widehat": "^", "bar": "¯", "overline": "¯", "tilde": "~", "widetilde": "~",
	"vec": "→", "check": "ˇ", "breve": "˘", "acute": "´", "grave": "`", "mathring": "˚",
}

// wideAccents are as wide as what they stand over.
var wideAccents = map[string]bool{"widehat": true, "widetilde": true, "overline": true}

var mathVariants = map[string]string{
	"mathrm": "normal", "operatorname": "normal", "mathit": "italic", "mathbf": "bold", "boldsymbol": "bold-italic",
	"mathsf": "sans-serif", "mathtt": "monospace", "mathcal": "script", "mathbb": "double-struck", "mathfrak": "fraktur",
}

func (f nameFrac) mathml() string {
	return element("mfrac", row(f.num.mathml()), row(f.den.mathml()))
}

func (t nameText) mathml() string { return element("mtext", escape(t.words)) }
