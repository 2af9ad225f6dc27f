package formula

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"diagram/symbolic/greek"
)

// Text returns a formula as a line of Unicode text: k(s − L₀) + λ ds/dt. A matrix has a line for each of its rows.
func Text(n Node) string {
	switch n := n.(type) {
	case Glyph:
		if l := greek.ByName(n.Word); l != nil && l.Shape == n.Shape {
			return l.Typed // no keyboard has both shapes of phi
		}
		return n.Shape
	case Row:
		return textRow(n)
	case Group:
		return textRow(n.Row)
	case Script:
		return textScript(n)
	case Command:
		return accented(Text(n.Arg), accents[n.Name])
	case Words:
		return n.Text
	case Line:
		return textRow(Row(n))
	case Stack:
		return joined(n, Text, " ")
	case Frac:
		return textFraction(n.Num, n.Den)
	case Root:
		return textRoot(n)
	case Symbol:
		return n.Text
	case Number:
		return textNumber(n)
	case Degrees:
		return textNumber(n.Number) + "°"
	case Derivative:
		return textDerivative(n)
	case Product:
		return textProduct(n)
	case Sum:
		return textSum(n)
	case Minus:
		return "−" + Text(n.Of)
	case Power:
		return Text(n.Base) + textExponent(n.Exp)
	case Slash:
		return textFraction(n.Num, n.Den)
	case Call:
		return textCall(n)
	case Exponential:
		return "exp(" + Text(n.Exp) + ")"
	case Fence:
		return n.Open + Text(n.Of) + n.Close
	case List:
		return textList(n)
	case Cases:
		return Text(n.Short)
	case Grid:
		return textGrid(n)
	case Relation:
		return Text(n.Left) + " " + n.Sign + " " + Text(n.Right)
	}
	panic(fmt.Sprintf("formula: unknown node %T", n))
}

func textRow(row Row) string {
	var b strings.Builder
	for _, n := range row {
		b.WriteString(Text(n))
	}
	return b.String()
}

// accented puts a combining mark after the first letter of s and the marks that it has already.
func accented(s, mark string) string {
	if mark == "" {
		return s
	}
	for i, r := range s {
		if i > 0 && !unicode.Is(unicode.Mn, r) {
			return s[:i] + mark + s[i:]
		}
	}
	return s + mark
}

var subscripts = runes("0123456789+-−=()aehijklmnoprstuvxβγρϕφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵩᵪ")

var superscripts = runes("0123456789+-−=()ni*⋆†∘′", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ*⋆†°′")

func runes(from, to string) map[rune]rune {
	m := map[rune]rune{}
	t := []rune(to)
	for i, r := range []rune(from) {
		m[r] = t[i]
	}
	return m
}

func textScript(s Script) string {
	out := Text(s.Base) + strings.Repeat("′", s.Primes)
	if s.Sub != nil {
		out += small(Text(s.Sub), subscripts, "_")
	}
	if s.Sup != nil {
		out += small(Text(s.Sup), superscripts, "^")
	}
	return out
}

// small sets a script with Unicode's small characters when it is a number or one letter and they exist, else after a mark:
// x₁, ωₙ, m_us.
func small(s string, characters map[rune]rune, mark string) string {
	var out strings.Builder
	letters := 0
	for _, r := range s {
		c, ok := characters[r]
		if !ok {
			letters = 2
			break
		}
		if r < '0' || r > '9' {
			letters++
		}
		out.WriteRune(c)
	}
	if letters <= 1 {
		return out.String()
	}
	if strings.ContainsAny(s, " +-*/=^") {
		return mark + "(" + s + ")"
	}
	return mark + s
}

func textNumber(n Number) string {
	if n.Exp10 == 0 {
		return n.Digits
	}
	ten := "10" + superscript(strconv.Itoa(n.Exp10))
	if n.Digits == "1" {
		return ten
	}
	return n.Digits + "×" + ten
}

func textFraction(num, den Node) string {
	n, d := Text(num), Text(den)
	switch num := num.(type) {
	case Sum, Minus, Frac:
		n = "(" + n + ")"
	case Symbol:
		if splits(num) {
			n = "(" + n + ")"
		}
	}
	switch den := den.(type) {
	case Sum, Minus, Frac, Product, Derivative:
		d = "(" + d + ")"
	case Symbol:
		if splits(den) || !IsAtom(den.Tree) {
			d = "(" + d + ")"
		}
	}
	return n + "/" + d
}

// splits reports whether a name reads in text as several operands, as a fraction does there.
func splits(s Symbol) bool {
	depth := 0
	for _, r := range s.Text {
		switch r {
		case '{', '(', '[':
			depth++
		case '}', ')', ']':
			depth--
		case '+', '-', '/', '=', '<', '>':
			if depth == 0 {
				return true
			}
		}
	}
	return false
}

func textRoot(r Root) string {
	sign := map[string]string{"": "√", "3": "∛", "4": "∜"}[r.Index]
	if sign == "" {
		return Text(Bracketed(r.Of)) + "^(1/" + r.Index + ")"
	}
	s := Text(r.Of)
	if isShort(r.Of) {
		return sign + s
	}
	return sign + "(" + s + ")"
}

// isShort reports whether what stands under a root in text needs no brackets.
func isShort(n Node) bool {
	switch n := n.(type) {
	case Number:
		return n.Exp10 == 0
	case Symbol:
		return !isWordy(n)
	case Group:
		return utf8.RuneCountInString(Text(n)) == 1
	case Glyph:
		return utf8.RuneCountInString(n.Shape) == 1
	}
	return false
}

// textExponent writes whole numbers as superscripts, everything else after ^.
func textExponent(n Node) string {
	s := Text(n)
	if sup := superscript(s); sup != "" {
		return sup
	}
	if s, ok := n.(Symbol); ok && !isWordy(s) {
		return "^" + s.Text
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

func textCall(c Call) string {
	name := c.Function
	if c.Exp != nil {
		name += textExponent(c.Exp)
	}
	if angle, ok := c.Arg.(Degrees); ok {
		return name + " " + Text(angle)
	}
	return name + Text(Bracketed(c.Arg))
}

func textList(list List) string {
	all := make([]string, len(list))
	for i, n := range list {
		all[i] = Text(n)
	}
	return strings.Join(all, ", ")
}

func textSum(sum Sum) string {
	var b strings.Builder
	for i, t := range sum {
		switch {
		case t.Minus && i == 0:
			b.WriteString("−")
		case t.Minus:
			b.WriteString(" − ")
		case i > 0:
			b.WriteString(" + ")
		}
		b.WriteString(Text(t.Of))
	}
	return b.String()
}

func textProduct(factors Product) string {
	var b strings.Builder
	for i, f := range factors {
		s := Text(f)
		switch f := f.(type) {
		case Frac:
			s = "(" + s + ")"
		case Symbol:
			if splits(f) {
				s = "(" + s + ")"
			}
		}
		if i > 0 {
			first, _ := utf8.DecodeRuneInString(s)
			b.WriteString(textGap(factors[i-1], f, first))
		}
		b.WriteString(s)
	}
	return b.String()
}

// textGap returns what separates two factors: nothing where they are told apart without, as in 2kx.
func textGap(left, right Node, first rune) string {
	if _, ok := left.(Number); ok {
		if unicode.IsDigit(first) {
			return "·"
		}
		if !isCalled(right) && !isWordy(right) {
			return ""
		}
	}
	if standsApart(right) {
		return " "
	}
	switch right.(type) {
	case Fence, Frac:
		if _, ok := left.(Derivative); !ok {
			return ""
		}
	}
	if _, root := left.(Root); root || standsApart(left) || isWordy(left) || isWordy(right) {
		return " "
	}
	return ""
}

// isCalled reports whether a factor begins with a function's name in text.
func isCalled(n Node) bool {
	switch n.(type) {
	case Call, Cases:
		return true
	}
	return false
}

// standsApart reports whether a factor begins and ends in a way that needs a space beside it in text.
func standsApart(n Node) bool {
	switch n := n.(type) {
	case Call, Exponential, Cases:
		return true
	case Fence:
		return n.Open == "|"
	}
	return false
}

// IsWordy reports whether a factor is more than a letter with marks, so that it needs a space beside another.
func isWordy(n Node) bool {
	switch n := n.(type) {
	case Symbol:
		return IsWord(n.Text)
	case Derivative:
		return n.Style == Leibniz || IsWord(n.Of.Text)
	case Power:
		return isWordy(n.Base) || textExponent(n.Exp)[0] == '^'
	}
	return false
}

// IsWord reports whether a text is more than a letter with marks.
func IsWord(s string) bool {
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

func textDerivative(d Derivative) string {
	name := d.Of.Text
	switch {
	case d.Style == Dot && d.Order <= 3 && takesDot(name):
		return accented(name, [...]string{1: "\u0307", 2: "\u0308", 3: "\u20db"}[d.Order])
	case d.Style == Prime:
		args := ""
		if HasArgument(d.Of.Tree) {
			if i := strings.LastIndexByte(name, '('); i > 0 {
				name, args = name[:i], name[i:]
			}
		}
		if d.Order <= 3 {
			return name + [...]string{1: "′", 2: "″", 3: "‴"}[d.Order] + args
		}
		return name + "⁽" + superscript(strconv.Itoa(d.Order)) + "⁾" + args
	case d.Order == 1:
		return "d" + name + "/dt"
	}
	n := superscript(strconv.Itoa(d.Order))
	return "d" + n + name + "/dt" + n
}
