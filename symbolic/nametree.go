package symbolic

import (
	"strings"
	"unicode"

	"diagram/symbolic/greek"
)

// nameNode is a piece of a name, which spells itself in each notation.
type nameNode interface {
	latex() string
	text() string
	plain() string
	mathml() string
}

type (
	// nameGlyph is one letter, number, sign or named symbol.
	nameGlyph struct{ tex, uni, word string }
	// nameRow is pieces side by side.
	nameRow []nameNode
	// nameGroup is pieces in braces that the author wrote.
	nameGroup struct{ nameRow }
	// nameScript is a base with primes, a subscript and a superscript.
	nameScript struct {
		base     nameNode
		primes   int
		sub, sup nameNode
	}
	// nameCommand is an accent or a change of font, applied to arg.
	nameCommand struct {
		name string
		arg  nameNode
	}
	// nameFrac is a fraction.
	nameFrac struct{ num, den nameNode }
	// nameText is upright words.
	nameText struct{ command, words string }
)

func (g nameGlyph) latex() string { return g.tex }
func (g nameGlyph) text() string {
	if l := greek.ByName(g.word); l != nil && l.Shape == g.uni {
		return l.Typed // no keyboard has both shapes of phi
	}
	return g.uni
}
func (g nameGlyph) plain() string { return g.word }

func (r nameRow) latex() string {
	var b texBuilder
	for _, n := range r {
		b.put(n.latex())
	}
	return b.String()
}

func (r nameRow) text() string { return r.join(nameNode.text) }

func (r nameRow) plain() string {
	var b strings.Builder
	for i, n := range r {
		s := n.plain()
		// A word stands apart from its neighbours; letters run together.
		if i > 0 && b.Len() > 0 && (len(s) > 1 || len(r[i-1].plain()) > 1) {
			b.WriteByte('_')
		}
		b.WriteString(s)
	}
	return b.String()
}

func (r nameRow) join(f func(nameNode) string) string {
	var b strings.Builder
	for _, n := range r {
		b.WriteString(f(n))
	}
	return b.String()
}

// latex keeps the superscript of a lone accented letter inside the braces, which
// TeX would drop otherwise.
func (g nameGroup) latex() string {
	inside := g.nameRow.latex()
	if len(g.nameRow) == 1 {
		if s, ok := g.nameRow[0].(nameScript); ok && (s.sup != nil || s.primes > 0) {
			if c, ok := s.base.(nameCommand); ok && accents[c.name] != "" {
				inside += "{}"
			}
		}
	}
	return "{" + inside + "}"
}

func (s nameScript) latex() string {
	var b strings.Builder
	b.WriteString(s.base.latex())
	b.WriteString(strings.Repeat("'", s.primes))
	if s.sub != nil {
		b.WriteString("_" + braced(s.sub.latex()))
	}
	if s.sup != nil {
		b.WriteString("^" + braced(s.sup.latex()))
	}
	return b.String()
}

func (s nameScript) text() string {
	out := s.base.text() + strings.Repeat("′", s.primes)
	if s.sub != nil {
		out += scriptText(s.sub.text(), subscripts, "_")
	}
	if s.sup != nil {
		out += scriptText(s.sup.text(), superscripts, "^")
	}
	return out
}

func (s nameScript) plain() string {
	out := s.base.plain() + strings.Repeat("_prime", s.primes)
	if s.sub != nil {
		out += "_" + s.sub.plain()
	}
	if s.sup != nil {
		if w := s.sup.plain(); isWordCommand(s.sup) {
			out += "_" + w
		} else {
			out += "_sup_" + w
		}
	}
	return out
}

// isWordCommand reports whether a superscript is a mark such as * or \prime
// that names itself.
func isWordCommand(n nameNode) bool {
	g, ok := n.(nameGlyph)
	return ok && len(g.word) > 1
}

func (c nameCommand) latex() string {
	arg := c.arg.latex()
	if _, accent := accents[c.name]; accent && isSingle(arg) {
		if arg[0] == '\\' {
			return `\` + c.name + arg
		}
		return `\` + c.name + " " + arg
	}
	if _, group := c.arg.(nameGroup); group {
		return `\` + c.name + arg
	}
	return `\` + c.name + "{" + arg + "}"
}

func (c nameCommand) text() string {
	arg := c.arg.text()
	switch mark := accents[c.name]; {
	case c.name == "sqrt":
		if isSingle(arg) {
			return "√" + arg
		}
		return "√(" + arg + ")"
	case mark != "":
		return accented(arg, mark)
	}
	return arg
}

// accented puts a combining mark after the first letter of s and the marks that
// it has already.
func accented(s, mark string) string {
	for i, r := range s {
		if i > 0 && !unicode.Is(unicode.Mn, r) {
			return s[:i] + mark + s[i:]
		}
	}
	return s + mark
}

func (c nameCommand) plain() string {
	if word := commandWords[c.name]; word != "" {
		return word + "_" + c.arg.plain()
	}
	return c.arg.plain()
}

func (f nameFrac) latex() string {
	return `\frac` + braceAlways(f.num.latex()) + braceAlways(f.den.latex())
}
func (f nameFrac) text() string  { return f.num.text() + "/" + f.den.text() }
func (f nameFrac) plain() string { return f.num.plain() + "_over_" + f.den.plain() }

func (t nameText) latex() string { return `\` + t.command + "{" + t.words + "}" }
func (t nameText) text() string  { return t.words }
func (t nameText) plain() string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || strings.ContainsRune(textMarks, r) {
			return '_'
		}
		return r
	}, t.words)
}

// braced puts braces around anything that TeX would not take as one argument of
// a script, and around commands, which read better so.
func braced(s string) string {
	if len(s) == 1 || strings.HasPrefix(s, "{") && closes(s) == len(s) {
		return s
	}
	return "{" + s + "}"
}

func braceAlways(s string) string {
	if strings.HasPrefix(s, "{") && closes(s) == len(s) {
		return s
	}
	return "{" + s + "}"
}

// closes returns where the brace group that s begins with ends.
func closes(s string) int {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(s)
}

// isSingle reports whether s is one character or one command without argument.
func isSingle(s string) bool {
	if len(s) > 1 && s[0] == '\\' {
		return lettersOnly(s[1:])
	}
	return len([]rune(s)) == 1
}

func lettersOnly(s string) bool {
	for i := range len(s) {
		if !isLetter(s[i]) {
			return false
		}
	}
	return s != ""
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// texBuilder joins pieces of LaTeX with a space where a command would otherwise
// swallow the letter that follows it.
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

// scriptText sets a script with Unicode's small characters when it is a number or
// one letter and they exist, else after a mark: x₁, ωₙ, m_us.
func scriptText(s string, small map[rune]rune, mark string) string {
	var out strings.Builder
	letters := 0
	for _, r := range s {
		c, ok := small[r]
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
