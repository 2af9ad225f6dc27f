package formula

import (
	"fmt"
	"strconv"
	"strings"
)

// LaTeX returns a formula as LaTeX math, for use between dollar signs. Apart from TeX's own commands it needs amsmath.
func LaTeX(n Node) string {
	switch n := n.(type) {
	case Glyph:
		return n.TeX
	case Row:
		return texRow(n)
	case Group:
		return texGroup(n)
	case Script:
		return LaTeX(n.Base) + texScripts(n)
	case Command:
		return texCommand(n)
	case Words:
		return `\` + n.Command + "{" + n.Text + "}"
	case Line:
		return `\text{` + InText(n) + "}"
	case Stack:
		return `\begin{gathered}` + joined(n, LaTeX, `\\`) + `\end{gathered}`
	case Frac:
		return `\frac` + inBraces(n.Num) + inBraces(n.Den)
	case Root:
		if n.Index != "" {
			return `\sqrt[` + n.Index + "]" + inBraces(n.Of)
		}
		return `\sqrt` + inBraces(n.Of)
	case Symbol:
		return n.LaTeX
	case Number:
		return texNumber(n)
	case Degrees:
		if n.Exp10 != 0 {
			return "(" + texNumber(n.Number) + `)^\circ`
		}
		return n.Digits + `^\circ`
	case Derivative:
		return texDerivative(n)
	case Product:
		return texProduct(n)
	case Sum:
		return texSum(n)
	case Minus:
		return "-" + LaTeX(n.Of)
	case Power:
		return texPower(n)
	case Slash:
		return LaTeX(slashed(n.Num)) + "/" + LaTeX(slashed(n.Den))
	case Call:
		return texCall(n)
	case Exponential:
		return "e^" + asScript(n.Exp)
	case Fence:
		if IsTall(n.Of) {
			return `\left` + n.Open + LaTeX(n.Of) + `\right` + n.Close
		}
		return n.Open + LaTeX(n.Of) + n.Close
	case List:
		return texList(n)
	case Cases:
		return texCases(n)
	case Grid:
		return texGrid(n)
	case Relation:
		return LaTeX(n.Left) + " " + n.Sign + " " + LaTeX(n.Right)
	}
	panic(fmt.Sprintf("formula: unknown node %T", n))
}

// texBuilder joins pieces of LaTeX with a space where a command would otherwise swallow the letter that follows it.
type texBuilder struct {
	strings.Builder
	command bool // what stands last is a command's name
}

func (b *texBuilder) put(s string) {
	if s == "" {
		return
	}
	if b.command && isLetter(s[0]) {
		b.WriteByte(' ')
	}
	b.WriteString(s)
	b.command = endsInCommand(s)
}

func endsInCommand(s string) bool {
	i := len(s)
	for i > 0 && isLetter(s[i-1]) {
		i--
	}
	return i < len(s) && i > 0 && s[i-1] == '\\'
}

func texRow(row Row) string {
	var b texBuilder
	for _, n := range row {
		b.put(LaTeX(n))
	}
	return b.String()
}

// joined spells the lines of a stack, with a sign between them.
func joined(lines Stack, spell func(Node) string, between string) string {
	spelled := make([]string, len(lines))
	for i, n := range lines {
		spelled[i] = spell(n)
	}
	return strings.Join(spelled, between)
}

// InText returns words with formulas among them for LaTeX's text mode.
func InText(line Line) string {
	var b strings.Builder
	for _, n := range line {
		if w, ok := n.(Words); ok {
			b.WriteString(escapeTeX(w.Text))
		} else {
			b.WriteString("$" + LaTeX(n) + "$")
		}
	}
	return b.String()
}

// escapeTeX is the source that prints a string as it stands: words of an author's can't become a command.
func escapeTeX(s string) string {
	if !strings.ContainsAny(s, `\{}$&#^_~%<>|`) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch r {
		case '{', '}', '$', '&', '#', '_', '%':
			b.WriteByte('\\')
			b.WriteRune(r)
		case '\\':
			b.WriteString(`\textbackslash{}`)
		case '^':
			b.WriteString(`\textasciicircum{}`)
		case '~':
			b.WriteString(`\textasciitilde{}`)
		case '<':
			b.WriteString(`\textless{}`)
		case '>':
			b.WriteString(`\textgreater{}`)
		case '|':
			b.WriteString(`\textbar{}`)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// texGroup keeps the superscript of a lone accented letter inside the braces, which TeX would drop otherwise.
func texGroup(g Group) string {
	inside := texRow(g.Row)
	if len(g.Row) == 1 {
		if s, ok := g.Row[0].(Script); ok && s.raised() && isAccent(s.Base) {
			inside += "{}"
		}
	}
	return "{" + inside + "}"
}

// texScripts are the primes and scripts behind a base.
func texScripts(s Script) string {
	out := strings.Repeat("'", s.Primes)
	if s.Sub != nil {
		sub := "_" + asScript(s.Sub)
		if s.Primes > 0 && s.Sup != nil {
			out = sub + out // TeX takes primes and a superscript as one only where they follow on each other
		} else {
			out += sub
		}
	}
	if s.Sup != nil {
		out += "^" + asScript(s.Sup)
	}
	return out
}

// asScript puts braces around anything that TeX would not take as one argument of a script, and around commands, which
// read better so.
func asScript(n Node) string {
	s := LaTeX(n)
	if len(s) == 1 || hasBraces(n) {
		return s
	}
	return "{" + s + "}"
}

// hasBraces reports whether a node brings braces of its own.
func hasBraces(n Node) bool {
	switch n := n.(type) {
	case Group:
		return true
	case Row:
		return len(n) == 1 && hasBraces(n[0])
	case Symbol:
		return hasBraces(n.Tree)
	}
	return false
}

// inBraces is a node as the argument of a command.
func inBraces(n Node) string {
	if _, symbol := n.(Symbol); !symbol && hasBraces(n) {
		return LaTeX(n)
	}
	return "{" + LaTeX(n) + "}"
}

func texCommand(c Command) string {
	if isAccent(c) && isSingle(c.Arg) {
		return texAccent(c.Name, LaTeX(c.Arg))
	}
	return `\` + c.Name + inBraces(c.Arg)
}

// texAccent is an accent over one letter.
func texAccent(name, letter string) string {
	if letter[0] == '\\' {
		return `\` + name + letter
	}
	return `\` + name + " " + letter
}

func texNumber(n Number) string {
	if n.Exp10 == 0 {
		return n.Digits
	}
	ten := "10^{" + strconv.Itoa(n.Exp10) + "}"
	if n.Digits == "1" {
		return ten
	}
	return n.Digits + `\times` + ten
}

func texProduct(factors Product) string {
	var t texBuilder
	for i, n := range factors {
		s := LaTeX(n)
		if i > 0 {
			_, afterNumber := factors[i-1].(Number)
			if afterNumber && isDigit(s[0]) {
				t.put(`\cdot`)
				t.put(" ")
			}
			if isSeveral(factors[i-1]) || isSeveral(n) {
				t.put(`\,`)
			}
		}
		t.put(s)
	}
	return t.String()
}

func texSum(sum Sum) string {
	var b strings.Builder
	for i, t := range sum {
		switch {
		case t.Minus:
			b.WriteByte('-')
		case i > 0:
			b.WriteByte('+')
		}
		b.WriteString(LaTeX(t.Of))
	}
	return b.String()
}

func texPower(p Power) string {
	base := LaTeX(p.Base)
	switch n := p.Base.(type) {
	case Symbol:
		if name := takeApart(n.Tree); name.marks.raised() {
			base = guarded(base, isAccent(name.core))
		}
	case Derivative:
		if takeApart(n.Of.Tree).marks.raised() {
			base = guarded(base, n.Order <= 2)
		}
	}
	return base + "^" + asScript(p.Exp)
}

// guarded keeps the superscript of a name apart from the next. Braces do, but TeX drops those around a lone accented letter.
func guarded(latex string, accented bool) string {
	if accented {
		return "(" + latex + ")"
	}
	return "{" + latex + "}"
}

func texCall(c Call) string {
	var t texBuilder
	name := texFunction(c.Function)
	if c.Exp != nil {
		name += "^" + asScript(c.Exp)
	}
	t.put(name)
	arg := LaTeX(c.Arg)
	if !t.command && c.Exp != nil && isDigit(arg[0]) {
		t.put(`\,`)
	}
	if t.command && isDigit(arg[0]) {
		t.put(" ")
	}
	t.put(arg)
	return t.String()
}

// texFunction is a function's command; TeX has one for all but the sign.
func texFunction(name string) string {
	if name == "sgn" {
		return `\operatorname{sgn}`
	}
	return `\` + name
}

func texDerivative(d Derivative) string {
	p := takeApart(d.Of.Tree)
	switch {
	case d.Style == Dot && d.Order <= 3:
		dots := [...]string{1: "dot", 2: "ddot", 3: "dddot"}[d.Order]
		rest := texScripts(p.marks) + texRow(p.argument)
		if p.marks.orBase() == nil && isSingle(p.core) {
			return texAccent(dots, LaTeX(p.core)) + rest
		}
		return `\` + dots + "{" + LaTeX(p.core) + "}" + rest
	case d.Style == Prime:
		core := LaTeX(p.core) + texScripts(p.marks)
		if p.marks.raised() {
			core = guarded(core, isAccent(p.core))
		}
		if d.Order <= 3 {
			return core + strings.Repeat("'", d.Order) + texRow(p.argument)
		}
		return core + "^{(" + strconv.Itoa(d.Order) + ")}" + texRow(p.argument)
	}
	var num texBuilder
	den := "dt"
	num.put("d")
	if d.Order > 1 {
		n := asScript(Number{Digits: strconv.Itoa(d.Order)})
		num.put("^" + n)
		den += "^" + n
	}
	num.put(d.Of.LaTeX)
	return `\frac{` + num.String() + "}{" + den + "}"
}

func texList(list List) string {
	all := make([]string, len(list))
	for i, n := range list {
		all[i] = LaTeX(n)
	}
	return strings.Join(all, ",")
}

func texCases(c Cases) string {
	return `\begin{cases} ` + LaTeX(c.Of) + " & " + LaTeX(c.When) + ` \\ 0 & ` + LaTeX(Otherwise) + ` \end{cases}`
}

func texGrid(g Grid) string {
	rows := make([]string, len(g.Rows))
	for i, row := range g.Rows {
		cells := make([]string, len(row))
		for j, n := range row {
			cells[j] = LaTeX(n)
		}
		rows[i] = strings.Join(cells, " & ")
	}
	if g.Small {
		return `\left[\begin{smallmatrix} ` + strings.Join(rows, ` \\ `) + ` \end{smallmatrix}\right]`
	}
	return `\begin{bmatrix} ` + strings.Join(rows, ` \\ `) + ` \end{bmatrix}`
}
