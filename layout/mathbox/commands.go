package mathbox

import (
	"strconv"
	"strings"
)

// command appends what a command makes.
func (p *parser) command(l list, t token) list {
	if s, ok := lookUpSymbol(t.name); ok {
		isAlpha := s.char.family == roman && s.char.code <= 0x0A // capital Greek
		return p.appendChar(l, t, s.class, s.char, isAlpha)
	}
	if definition := macro(t.name); definition != "" {
		return append(l, p.expand(definition)...)
	}
	if k, ok := spaceCommand(t.name); ok {
		return append(l, k)
	}
	if d := p.ellipsis(t.name); d != nil {
		return append(l, d...)
	}
	if a, ok := mathAlphabet(t.name); ok {
		outer := p.alphabet
		p.alphabet = a
		arg := p.argument("\\"+t.name, t.pos)
		p.alphabet = outer
		return append(l, &atom{nucleus: arg.simplify()})
	}
	if mark, ok := accentMark(t.name); ok {
		return append(l, &atom{nucleus: &accent{mark, p.argument("\\"+t.name, t.pos).simplify()}})
	}
	if a := namedFunction(t.name); a != nil {
		return append(l, a)
	}
	if factor, class, ok := bigCommand(t.name); ok {
		return append(l, &atom{class: class, nucleus: bigDelimiter{p.delimiterToken("\\" + t.name), factor}})
	}
	if l, ok := p.structure(l, t); ok {
		return l
	}
	if l, ok := p.declaration(l, t); ok {
		return l
	}
	p.unknown(t)
	return l
}

func (p *parser) unknown(t token) {
	if t.name == "" {
		p.fail(t.pos, "a backslash at the end")
	} else {
		p.fail(t.pos, "unknown command %s", t.describe())
	}
}

// expand parses a definition of this package's own.
func (p *parser) expand(definition string) list {
	q := &parser{scanner: scanner{src: definition}, alphabet: p.alphabet}
	return q.list()
}

// macro returns the definition of a command that LaTeX or amsmath defines by others.
func macro(name string) string {
	switch name {
	case "ne", "neq":
		return `\not=`
	case "minus":
		return `-`
	case "ldots", "mathellipsis":
		return `\mathinner{\ldotp\ldotp\ldotp}`
	case "colon":
		return `\mkern2mu\mathpunct{}\mkern-3mu{:}\mkern6mu`
	case "longrightarrow":
		return `\mathrel{\smash-}\mathrel{\mkern-3mu}\rightarrow`
	case "longleftarrow":
		return `\leftarrow\mathrel{\mkern-3mu}\mathrel{\smash-}`
	case "Longrightarrow":
		return `=\mathrel{\mkern-3mu}\Rightarrow`
	case "Longleftarrow":
		return `\Leftarrow\mathrel{\mkern-3mu}=`
	case "longleftrightarrow":
		return `\leftarrow\mathrel{\mkern-3mu}\rightarrow`
	case "Longleftrightarrow":
		return `\Leftarrow\mathrel{\mkern-3mu}\Rightarrow`
	case "implies":
		return `\;\Longrightarrow\;`
	case "impliedby":
		return `\;\Longleftarrow\;`
	case "iff":
		return `\;\Longleftrightarrow\;`
	case "doteq":
		return `\mathrel{\mathop{\mkern0mu=}\limits^{\textstyle.}}`
	case "_":
		return `\text{\_}`
	}
	return ""
}

// spaceCommand knows the commands that are a space of fixed width.
func spaceCommand(name string) (kern, bool) {
	switch name {
	case ",", "thinspace":
		return kern{mu: 3}, true
	case ":", ">", "medspace":
		return kern{mu: 4}, true
	case ";", "thickspace":
		return kern{mu: 5}, true
	case "!", "negthinspace":
		return kern{mu: -3}, true
	case "negmedspace":
		return kern{mu: -4}, true
	case "negthickspace":
		return kern{mu: -5}, true
	case "quad":
		return kern{em: 1}, true
	case "qquad":
		return kern{em: 2}, true
	case "enspace", "enskip":
		return kern{em: 0.5}, true
	case " ", "\n", "\t", "\r", "space", "nobreakspace":
		return kern{pt: font(roman, 0).param(2) * sizes[0]}, true
	case "/", "relax":
		return kern{}, true
	}
	return kern{}, false
}

func mathAlphabet(name string) (alphabet, bool) {
	switch name {
	case "mathrm":
		return alphaRoman, true
	case "mathbf":
		return alphaBold, true
	case "mathit":
		return alphaItalic, true
	case "mathsf":
		return alphaSans, true
	case "mathtt":
		return alphaMono, true
	case "mathnormal":
		return alphaNormal, true
	case "boldsymbol":
		return alphaBoldSymbol, true
	case "mathcal":
		return alphaCalligraphic, true
	case "mathbb":
		return alphaBlackboard, true
	}
	return 0, false
}

func accentMark(name string) (char, bool) {
	switch name {
	case "hat":
		return char{roman, 0x5E}, true
	case "check":
		return char{roman, 0x14}, true
	case "breve":
		return char{roman, 0x15}, true
	case "acute":
		return char{roman, 0x13}, true
	case "grave":
		return char{roman, 0x12}, true
	case "tilde":
		return char{roman, 0x7E}, true
	case "bar":
		return char{roman, 0x16}, true
	case "vec":
		return vecMark, true
	case "dot":
		return char{roman, 0x5F}, true
	case "ddot":
		return char{roman, 0x7F}, true
	case "mathring":
		return char{roman, 0x17}, true
	case "widehat":
		return char{extension, 0x62}, true
	case "widetilde":
		return char{extension, 0x65}, true
	}
	return char{}, false
}

// namedFunction makes the operator of \sin and its like; nil for another name.
func namedFunction(name string) *atom {
	switch name {
	case "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "dim", "exp", "hom", "ker",
		"lg", "ln", "log", "sec", "sin", "sinh", "tan", "tanh":
		return namedOperator(name, limitsNever)
	case "det", "gcd", "inf", "lim", "max", "min", "Pr", "sup":
		return namedOperator(name, limitsInDisplay)
	case "liminf":
		return namedOperator("lim inf", limitsInDisplay)
	case "limsup":
		return namedOperator("lim sup", limitsInDisplay)
	}
	return nil
}

// namedOperator makes an operator of upright letters; a space in the name is thin.
func namedOperator(name string, limits limits) *atom {
	l := make(list, len(name))
	for i := range len(name) {
		if name[i] == ' ' {
			l[i] = kern{mu: 3}
		} else {
			l[i] = &atom{nucleus: char{roman, name[i]}}
		}
	}
	return &atom{class: op, nucleus: l, limits: limits}
}

// bigCommand knows \big, \Bigl and the others: the size in steps of \big, and the class.
func bigCommand(name string) (factor float64, c class, ok bool) {
	base := name
	switch {
	case strings.HasSuffix(name, "gl"):
		c, base = open, name[:len(name)-1]
	case strings.HasSuffix(name, "gr"):
		c, base = closing, name[:len(name)-1]
	case strings.HasSuffix(name, "gm"):
		c, base = rel, name[:len(name)-1]
	}
	switch base {
	case "big":
		return 1, c, true
	case "Big":
		return 1.5, c, true
	case "bigg":
		return 2, c, true
	case "Bigg":
		return 2.5, c, true
	}
	return 0, 0, false
}

// delimiterToken reads a delimiter after \left, \right or \big.
func (p *parser) delimiterToken(after string) delimiter {
	t := p.next()
	name := t.name
	if t.kind == tokCommand && name == "|" {
		name = `\|`
	}
	d, ok := delimiterByName(name)
	if !ok || t.kind == tokEnd || t.kind == tokOpen || t.kind == tokClose {
		p.fail(t.pos, "%s needs a delimiter, not %s", after, t.describe())
	}
	return d
}

// lengthForm says how a command takes its length.
type lengthForm struct {
	inMu, braced bool
	like         string // an example, for a message
}

// lengthFormOf gives a command's form.
func lengthFormOf(command string) lengthForm {
	switch command {
	case "mkern", "mskip":
		return lengthForm{inMu: true, like: "a length like 3mu"}
	case "mspace":
		return lengthForm{inMu: true, braced: true, like: "a length in braces like {3mu}"}
	case "hspace":
		return lengthForm{braced: true, like: "a length in braces like {1em}"}
	}
	return lengthForm{like: "a length like 1em or 5pt"}
}

// length reads the length that a command takes.
func (p *parser) length(command string) kern {
	form := lengthFormOf(command)
	p.skipSpace()
	before := p.pos
	k, ok := p.bareLength(form)
	if !ok {
		p.fail(before, "\\%s needs %s", command, form.like)
	}
	return k
}

func (p *parser) bareLength(form lengthForm) (kern, bool) {
	if form.braced && !p.accept('{') {
		return kern{}, false
	}
	start := p.pos
	for p.pos < len(p.src) && strings.IndexByte("+-.0123456789", p.src[p.pos]) >= 0 {
		p.pos++
	}
	x, err := strconv.ParseFloat(p.src[start:p.pos], 64)
	if err != nil || !(x >= -1000 && x <= 1000) {
		return kern{}, false
	}
	p.skipSpace()
	unit := p.src[p.pos:min(p.pos+2, len(p.src))]
	p.pos += len(unit)
	if form.braced && !p.accept('}') || form.inMu != (unit == "mu") {
		return kern{}, false
	}
	switch unit {
	case "mu":
		return kern{mu: x}, true
	case "em":
		return kern{em: x}, true
	case "pt":
		return kern{pt: x}, true
	case "ex":
		return kern{pt: x * font(roman, 0).param(5) * sizes[0]}, true
	case "mm":
		return kern{pt: x * 72.27 / 25.4}, true
	case "cm":
		return kern{pt: x * 72.27 / 2.54}, true
	}
	return kern{}, false
}

// accept reads a byte if it comes next, between spaces.
func (p *parser) accept(b byte) bool {
	p.skipSpace()
	if p.pos >= len(p.src) || p.src[p.pos] != b {
		return false
	}
	p.pos++
	p.skipSpace()
	return true
}

// ellipsis makes the dots of a command that looks at what follows it; nil for another
// command. Like amsmath it adds a thin space before a closing delimiter or the end.
func (p *parser) ellipsis(name string) list {
	next := p.peek()
	centred := false
	switch name {
	case "cdots", "dotsb", "dotsm":
		centred = true
	case "dots":
		centred = next.isOperator()
	case "dotsc", "dotso":
	default:
		return nil
	}
	dots := p.expand(`\mathinner{\ldotp\ldotp\ldotp}`)
	if centred {
		dots = p.expand(`\mathinner{\cdotp\cdotp\cdotp}`)
	}
	closes := next.kind == tokEnd || next.kind == tokDollar || next.kind == tokAlign
	switch next.name {
	case ")", "]", "rbrack", "rbrace", "rangle", "rceil", "rfloor", "right", "bigr", "Bigr", "biggr", "Biggr":
		closes = true
	case "}":
		closes = closes || next.kind == tokCommand
	case ",", ";", ".":
		closes = closes || next.kind == tokChar && (centred || name == "dotso")
	}
	if closes {
		dots = append(dots, kern{mu: 3})
	}
	return dots
}

// isOperator reports whether a token is a binary operator or a relation.
func (t token) isOperator() bool {
	var c class
	switch t.kind {
	case tokChar:
		if t.r < 0x80 {
			c, _, _ = asciiSymbol(byte(t.r))
		}
	case tokCommand:
		s, _ := lookUpSymbol(t.name)
		c = s.class
	}
	return c == bin || c == rel
}
