package symbolic

import (
	"strconv"
	"strings"
)

// LaTeX returns e as LaTeX math, for use between dollar signs. Apart from TeX's own
// commands it needs amsmath's \operatorname, and \text where a name has it.
func LaTeX(e Expr, s Style) string { return tex(s.layout(e)) }

func tex(b box) string {
	switch b := b.(type) {
	case numberBox:
		if b.exp10 == 0 {
			return b.digits
		}
		ten := "10^{" + strconv.Itoa(b.exp10) + "}"
		if b.digits == "1" {
			return ten
		}
		return b.digits + `\times` + ten
	case degreeBox:
		if b.number.exp10 != 0 {
			return "(" + tex(b.number) + `)^\circ`
		}
		return tex(b.number) + `^\circ`
	case nameBox:
		return b.name.LaTeX
	case derivBox:
		return texDerivative(b)
	case rowBox:
		return texRow(b)
	case sumBox:
		return texSum(b)
	case minusBox:
		return "-" + tex(b.of)
	case fracBox:
		return `\frac{` + tex(b.num) + "}{" + tex(b.den) + "}"
	case ratioBox:
		return tex(slashed(b.num)) + "/" + tex(slashed(b.den))
	case powBox:
		base := tex(b.base)
		if hasSuperscript(b.base) {
			base = guard(base)
		}
		return base + "^" + braced(tex(b.exp))
	case rootBox:
		if b.index != "" {
			return `\sqrt[` + b.index + "]{" + tex(b.of) + "}"
		}
		return `\sqrt{` + tex(b.of) + "}"
	case callBox:
		return texCall(b)
	case expBox:
		return "e^" + braced(tex(b.arg))
	case absBox:
		return fence(b.of, "|", "|")
	case parenBox:
		return fence(b.of, "(", ")")
	}
	return ""
}

// hasSuperscript reports whether a name brings a superscript of its own, on which
// TeX would not set a second.
func hasSuperscript(b box) bool {
	var n Name
	switch b := b.(type) {
	case nameBox:
		n = b.name
	case derivBox:
		n = b.name
	}
	return strings.ContainsAny(parseNameParts(n.LaTeX).scripts, "^'")
}

// guard keeps the superscript of a name apart from the next. Braces do, but TeX
// drops those around a lone accented letter.
func guard(s string) string {
	if command, ok := strings.CutPrefix(s, `\`); ok {
		n := 0
		for n < len(command) && isLetter(command[n]) {
			n++
		}
		if accents[command[:n]] != "" {
			return "(" + s + ")"
		}
	}
	return "{" + s + "}"
}

// slashed puts brackets around what a slash would tear apart.
func slashed(b box) box {
	switch b := b.(type) {
	case rowBox, sumBox, fracBox:
		return parenBox{b}
	}
	return b
}

func fence(b box, open, shut string) string {
	if isTall(b) {
		return `\left` + open + tex(b) + `\right` + shut
	}
	return open + tex(b) + shut
}

func texRow(row rowBox) string {
	var t texBuilder
	for i, b := range row {
		s := tex(b)
		if i > 0 {
			_, afterNumber := row[i-1].(numberBox)
			if afterNumber && isDigit(s[0]) {
				t.put(`\cdot`)
				t.put(" ")
			}
			if isSeveral(row[i-1]) || isSeveral(b) {
				t.put(`\,`)
			}
		}
		t.put(s)
	}
	return t.String()
}

// isSeveral reports whether a factor is a name of several letters side by side, Δx, which must not run into its
// neighbours.
func isSeveral(b box) bool {
	n, ok := b.(nameBox)
	if !ok {
		return false
	}
	core := parseNameParts(n.name.LaTeX).core
	return atomEnd(core) < len(core)
}

func texSum(sum sumBox) string {
	var b strings.Builder
	for i, t := range sum {
		switch {
		case t.minus:
			b.WriteByte('-')
		case i > 0:
			b.WriteByte('+')
		}
		b.WriteString(tex(t.of))
	}
	return b.String()
}

var texFns = [...]string{SinFn: `\sin`, CosFn: `\cos`, TanFn: `\tan`, ExpFn: `\exp`, LogFn: `\ln`, SgnFn: `\operatorname{sgn}`}

func texCall(c callBox) string {
	var t texBuilder
	name := texFns[c.fn]
	if c.exp != nil {
		name += "^" + braced(tex(c.exp))
	}
	t.put(name)
	arg := tex(c.arg)
	if !t.command && c.exp != nil && isDigit(arg[0]) {
		t.put(`\,`)
	}
	if t.command && isDigit(arg[0]) {
		t.put(" ")
	}
	t.put(arg)
	return t.String()
}

func texDerivative(d derivBox) string {
	p := parseNameParts(d.name.LaTeX)
	switch {
	case d.style == Dot && d.order <= 3:
		dots := [...]string{1: `\dot`, 2: `\ddot`, 3: `\dddot`}[d.order]
		if p.scripts == "" && isSingle(p.core) {
			if p.core[0] == '\\' {
				return dots + p.core + p.args
			}
			return dots + " " + p.core + p.args
		}
		return dots + "{" + p.core + "}" + p.scripts + p.args
	case d.style == Prime:
		core := p.core + p.scripts
		if strings.ContainsAny(p.scripts, "^'") {
			core = guard(core)
		}
		if d.order <= 3 {
			return core + strings.Repeat("'", d.order) + p.args
		}
		return core + "^{(" + strconv.Itoa(d.order) + ")}" + p.args
	}
	var num texBuilder
	den := "dt"
	num.put("d")
	if d.order > 1 {
		n := braced(strconv.Itoa(d.order))
		num.put("^" + n)
		den += "^" + n
	}
	num.put(d.name.LaTeX)
	return `\frac{` + num.String() + "}{" + den + "}"
}

// Parts returns the symbols that stand side by side in a name, with their scripts:
// k and x of "k x". A name of one symbol is its only part, and so is a difference, Δx.
func (n Name) Parts() []Name {
	var parts []Name
	for rest := n.LaTeX; rest != ""; {
		end := scriptsEnd(rest, atomEnd(rest))
		if head := rest[:end]; head == `\Delta` || head == `\delta` {
			of := strings.TrimLeft(rest[end:], " ")
			end = len(rest) - len(of) + scriptsEnd(of, atomEnd(of))
		}
		if part, err := ParseName(rest[:end]); err == nil {
			parts = append(parts, part)
		}
		rest = rest[end:]
	}
	return parts
}

// scriptsEnd returns where the primes and scripts end that begin at i.
func scriptsEnd(s string, i int) int {
	for i < len(s) {
		switch s[i] {
		case '\'':
			i++
		case '_', '^':
			i += 1 + atomEnd(s[i+1:])
		default:
			return i
		}
	}
	return i
}

// nameParts is a name taken apart where a dot or prime goes: \dot m, _1, (t).
type nameParts struct{ core, scripts, args string }

// parseNameParts takes the LaTeX of a name apart. A name of several letters is all
// core, so that its dot covers them all.
func parseNameParts(s string) nameParts {
	end := atomEnd(s)
	scripts := scriptsEnd(s, end)
	args := s[scripts:]
	if args != "" && (args[0] != '(' || args[len(args)-1] != ')') {
		return nameParts{core: s}
	}
	return nameParts{s[:end], s[end:scripts], args}
}

// atomEnd returns where the first letter, group or command with its arguments ends.
func atomEnd(s string) int {
	if s == "" {
		return 0
	}
	if s[0] == '{' {
		return closes(s)
	}
	if s[0] != '\\' {
		for i := range s {
			if i > 0 {
				return i
			}
		}
		return len(s)
	}
	i := 1
	for i < len(s) && isLetter(s[i]) {
		i++
	}
	name := s[1:i]
	args := 0
	switch {
	case name == "frac":
		args = 2
	case accents[name] != "" || argCommands[name] || textCommands[name]:
		args = 1
	}
	for ; args > 0; args-- {
		for i < len(s) && s[i] == ' ' {
			i++
		}
		i += atomEnd(s[i:])
	}
	return max(i, 1)
}

// isCompound reports whether a name reads as several operands, such as k+1 or k/2,
// and so needs brackets as a factor.
func isCompound(latex string) bool {
	depth := 0
	for i := range len(latex) {
		switch c := latex[i]; c {
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

// isAtom reports whether a name is one letter or word with its scripts and arguments, so
// that an exponent belongs to all of it: not \frac{k}{2}, not 2k.
func isAtom(n Name) bool {
	parts := parseNameParts(n.LaTeX)
	return !strings.HasPrefix(parts.core, `\frac`) && atomEnd(parts.core) == len(parts.core) && parts.args == ""
}

// hasArgument reports whether a name ends in brackets: F(t).
func hasArgument(n Name) bool { return strings.HasSuffix(n.LaTeX, ")") }
