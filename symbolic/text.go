package symbolic

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text returns e as a line of Unicode text: k(s − L₀) + λ ds/dt.
func Text(e Expr, s Style) string { return txt(s.layout(e)) }

func txt(b box) string {
	switch b := b.(type) {
	case numberBox:
		if b.exp10 == 0 {
			return b.digits
		}
		ten := "10" + superscript(strconv.Itoa(b.exp10))
		if b.digits == "1" {
			return ten
		}
		return b.digits + "×" + ten
	case degreeBox:
		return txt(b.number) + "°"
	case nameBox:
		return b.name.Text
	case derivBox:
		return txtDerivative(b)
	case rowBox:
		return txtRow(b)
	case sumBox:
		return txtSum(b)
	case minusBox:
		return "−" + txt(b.of)
	case fracBox:
		return txtFrac(b.num, b.den)
	case ratioBox:
		return txtFrac(b.num, b.den)
	case powBox:
		return txt(b.base) + txtExponent(b.exp)
	case rootBox:
		return txtRoot(b)
	case callBox:
		name := txtFns[b.fn]
		if b.exp != nil {
			name += txtExponent(b.exp)
		}
		if angle, ok := b.arg.(degreeBox); ok {
			return name + " " + txt(angle)
		}
		return name + txt(closed(b.arg))
	case expBox:
		return "exp(" + txt(b.arg) + ")"
	case absBox:
		return "|" + txt(b.of) + "|"
	case parenBox:
		return "(" + txt(b.of) + ")"
	}
	return ""
}

var txtFns = [...]string{SinFn: "sin", CosFn: "cos", TanFn: "tan", ExpFn: "exp", LogFn: "ln", SgnFn: "sgn"}

func txtFrac(num, den box) string {
	n, d := txt(num), txt(den)
	switch num := num.(type) {
	case sumBox, minusBox, fracBox:
		n = "(" + n + ")"
	case nameBox:
		if isCompound(num.name.Text) {
			n = "(" + n + ")"
		}
	}
	switch den := den.(type) {
	case sumBox, minusBox, fracBox, rowBox, derivBox:
		d = "(" + d + ")"
	case nameBox:
		if isCompound(den.name.Text) || !isAtom(den.name) {
			d = "(" + d + ")"
		}
	}
	return n + "/" + d
}

func txtRoot(r rootBox) string {
	sign := map[string]string{"": "√", "3": "∛", "4": "∜"}[r.index]
	if sign == "" {
		return txt(closed(r.of)) + "^(1/" + r.index + ")"
	}
	s := txt(r.of)
	if n, ok := r.of.(nameBox); ok && !isWordy(n) {
		return sign + s
	}
	if n, ok := r.of.(numberBox); ok && n.exp10 == 0 {
		return sign + s
	}
	return sign + "(" + s + ")"
}

// txtExponent writes whole numbers as superscripts, everything else after ^.
func txtExponent(e box) string {
	s := txt(e)
	if sup := superscript(s); sup != "" {
		return sup
	}
	if n, ok := e.(nameBox); ok && !isWordy(n) {
		return "^" + s
	}
	return "^(" + s + ")"
}

// superscript returns a number in superscripts, or nothing when s is no number.
func superscript(s string) string {
	var b strings.Builder
	for _, r := range s {
		if !unicode.IsDigit(r) && r != '-' && r != '−' {
			return ""
		}
		b.WriteRune(superscripts[r])
	}
	return b.String()
}

func txtSum(sum sumBox) string {
	var b strings.Builder
	for i, t := range sum {
		switch {
		case t.minus && i == 0:
			b.WriteString("−")
		case t.minus:
			b.WriteString(" − ")
		case i > 0:
			b.WriteString(" + ")
		}
		b.WriteString(txt(t.of))
	}
	return b.String()
}

func txtRow(row rowBox) string {
	var b strings.Builder
	for i, f := range row {
		s := txt(f)
		switch f := f.(type) {
		case fracBox:
			s = "(" + s + ")"
		case nameBox:
			if isCompound(f.name.Text) {
				s = "(" + s + ")"
			}
		}
		if i > 0 {
			first, _ := utf8.DecodeRuneInString(s)
			b.WriteString(txtGap(row[i-1], f, first))
		}
		b.WriteString(s)
	}
	return b.String()
}

// txtGap returns what separates two factors: nothing where they are told apart
// without, as in 2kx.
func txtGap(left, right box, first rune) string {
	if _, ok := left.(numberBox); ok {
		if unicode.IsDigit(first) {
			return "·"
		}
		if _, ok := right.(callBox); !ok && !isWordy(right) {
			return ""
		}
	}
	switch right.(type) {
	case callBox, expBox, absBox:
		return " "
	case parenBox, fracBox:
		if _, ok := left.(derivBox); !ok {
			return ""
		}
	}
	switch left.(type) {
	case callBox, expBox, absBox, rootBox:
		return " "
	}
	if isWordy(left) || isWordy(right) {
		return " "
	}
	return ""
}

// isWordy reports whether a factor is more than a letter with marks, so that it
// needs a space beside another.
func isWordy(b box) bool {
	switch b := b.(type) {
	case nameBox:
		return isWord(b.name.Text)
	case derivBox:
		return b.style == Leibniz || isWord(b.name.Text)
	case powBox:
		return isWordy(b.base) || txtExponent(b.exp)[0] == '^'
	}
	return false
}

func isWord(s string) bool {
	n := 0
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Mn, r), strings.ContainsRune("′″‴", r), isSmall(r):
		default:
			n++
		}
	}
	return n > 1
}

// isSmall reports whether r is a subscript or superscript.
func isSmall(r rune) bool {
	return r >= '₀' && r <= 'ₜ' || r >= 'ᵢ' && r <= 'ᵪ' || r == 'ⱼ' || r >= '⁰' && r <= 'ⁿ' || r == '²' || r == '³' || r == '¹'
}

// takesDot reports whether a dot over the first letter of a text stands for one over all of it: unlike in a word, and in a
// name in brackets or in LaTeX.
func takesDot(s string) bool {
	for i, r := range strings.TrimSuffix(s, "(t)") {
		switch {
		case i == 0 && !unicode.IsLetter(r):
			return false
		case unicode.Is(unicode.Mn, r):
		case i > 0:
			return isSmall(r) || strings.ContainsRune("′_^*⋆†°", r)
		}
	}
	return true
}

func txtDerivative(d derivBox) string {
	name := d.name.Text
	switch {
	case d.style == Dot && d.order <= 3 && takesDot(name):
		return accented(name, [...]string{1: "\u0307", 2: "\u0308", 3: "\u20db"}[d.order])
	case d.style == Prime:
		args := ""
		if hasArgument(d.name) {
			if i := strings.LastIndexByte(name, '('); i > 0 {
				name, args = name[:i], name[i:]
			}
		}
		if d.order <= 3 {
			return name + [...]string{1: "′", 2: "″", 3: "‴"}[d.order] + args
		}
		return name + "⁽" + superscript(strconv.Itoa(d.order)) + "⁾" + args
	case d.order == 1:
		return "d" + name + "/dt"
	}
	n := superscript(strconv.Itoa(d.order))
	return "d" + n + name + "/dt" + n
}
