package mathbox

import (
	"fmt"
	"unicode/utf8"
)

// parser turns LaTeX into math lists. The first failure is kept and moves the
// scanner to the end, so that every loop ends.
type parser struct {
	scanner
	err      *Error
	depth    int
	alphabet alphabet // that \mathrm and its like have chosen
	inCases  bool     // where LaTeX spreads the rows of arrays
}

// parse reads a formula, or text with formulas in dollars.
func parse(source string, isText bool) (nucleus, error) {
	p := &parser{scanner: scanner{src: source, inText: isText}}
	var n nucleus
	switch {
	case len(source) > maxSource:
		p.fail(maxSource, "longer than %d bytes", maxSource)
	case !utf8.ValidString(source):
		p.fail(firstInvalid(source), "not valid UTF-8")
	case isText:
		n = p.text(roman)
		if t := p.peek(); t.kind != tokEnd {
			p.fail(t.pos, "unexpected %s", t.describe())
		}
	default:
		n = p.list()
		if t := p.peek(); t.kind != tokEnd {
			p.unexpected(t)
		}
	}
	if p.err != nil {
		return nil, p.err
	}
	return n, nil
}

func firstInvalid(s string) int {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
				return i
			}
		}
	}
	return len(s)
}

func (p *parser) fail(pos int, format string, args ...any) {
	if p.err == nil {
		p.err = &Error{pos, fmt.Sprintf(format, args...)}
	}
	p.pos = len(p.src)
}

// unexpected reports a token that ends a list where nothing is to be ended.
func (p *parser) unexpected(t token) {
	switch {
	case t.kind == tokClose:
		p.fail(t.pos, "} closes nothing")
	case t.kind == tokAlign:
		p.fail(t.pos, "& outside of a matrix or alignment")
	case t.kind == tokCommand && t.name == "\\":
		p.fail(t.pos, `\\ outside of a matrix or alignment`)
	case t.kind == tokCommand && t.name == "right":
		p.fail(t.pos, `\right without \left`)
	case t.kind == tokCommand && t.name == "middle":
		p.fail(t.pos, `\middle without \left`)
	case t.kind == tokCommand && t.name == "end":
		p.fail(t.pos, `\end without \begin`)
	default:
		p.fail(t.pos, "unexpected %s", t.describe())
	}
}

// enter counts a level of nesting; leave it with p.depth--.
func (p *parser) enter(pos int) bool {
	p.depth++
	if p.depth > maxDepth {
		p.fail(pos, "nested more than %d deep", maxDepth)
		return false
	}
	return true
}

// endsList reports whether a token ends a math list; the list leaves it unread.
func (t token) endsList() bool {
	switch t.kind {
	case tokEnd, tokClose, tokAlign, tokDollar:
		return true
	case tokCommand:
		switch t.name {
		case "\\", "cr", "right", "end", "middle":
			return true
		}
	}
	return false
}

// list reads up to a token that ends a list.
func (p *parser) list() list {
	return p.listUntil(func(token) bool { return false })
}

// listUntil also ends at a token of the caller's choice.
func (p *parser) listUntil(stop func(token) bool) list {
	alphabet := p.alphabet
	l := list{}
	for p.err == nil {
		t := p.peek()
		if t.endsList() || stop(t) {
			break
		}
		l = p.item(l)
	}
	p.alphabet = alphabet
	return l
}

// item reads one item and appends it.
func (p *parser) item(l list) list {
	t := p.next()
	switch t.kind {
	case tokOpen:
		body := p.groupAfterOpen(t)
		if a := body.accented(); a != nil {
			return append(l, a) // TeX takes a lone accent out of its braces, with its scripts
		}
		return append(l, &atom{nucleus: body.simplify()})
	case tokSup, tokSub:
		return p.script(l, t)
	case tokActive:
		if t.name == "'" {
			return p.primes(l, t)
		}
		return append(l, p.interword())
	case tokCommand:
		return p.command(l, t)
	}
	return p.character(l, t)
}

// groupAfterOpen reads the rest of a group whose { has been read.
func (p *parser) groupAfterOpen(open token) list {
	defer func() { p.depth-- }()
	if !p.enter(open.pos) {
		return nil
	}
	l := p.list()
	switch t := p.next(); {
	case t.kind == tokClose:
	case t.kind == tokEnd:
		p.fail(open.pos, "{ is not closed")
	default:
		p.unexpected(t)
	}
	return l
}

// argument reads what a command or a script applies to: a group or one item.
// what and pos say whose it is.
func (p *parser) argument(what string, pos int) list {
	defer func() { p.depth-- }()
	if !p.enter(pos) {
		return nil
	}
	t := p.peek()
	switch {
	case t.kind == tokOpen:
		p.next()
		return p.groupAfterOpen(t)
	case t.endsList(), t.kind == tokSup, t.kind == tokSub:
		p.fail(t.pos, "%s needs an argument", what)
		return nil
	}
	return p.item(list{})
}

func (p *parser) script(l list, t token) list {
	l, a := tail(l)
	arg := p.argument(t.name, t.pos).simplify()
	if t.kind == tokSub {
		p.setSub(a, arg, t.pos)
	} else {
		p.setSup(a, arg, t.pos)
	}
	return l
}

func (p *parser) setSub(a *atom, n nucleus, pos int) {
	if a.sub != nil {
		p.fail(pos, "double subscript")
	}
	a.sub = n
}

func (p *parser) setSup(a *atom, n nucleus, pos int) {
	if a.sup != nil {
		p.fail(pos, "double superscript")
	}
	a.sup = n
}

// primes reads a run of ' and the superscript that may follow it.
func (p *parser) primes(l list, t token) list {
	l, a := tail(l)
	sup := list{&atom{nucleus: prime}}
	for {
		n := p.peek()
		if n.kind == tokActive && n.name == "'" {
			p.next()
			sup = append(sup, &atom{nucleus: prime})
			continue
		}
		if n.kind == tokSup {
			p.next()
			sup = append(sup, p.argument("^", n.pos)...)
		}
		break
	}
	p.setSup(a, sup.simplify(), t.pos)
	return l
}

// interword is the space of "\ " and ~.
func (p *parser) interword() kern {
	return kern{pt: font(roman, 0).param(2) * sizes[0]}
}

// styled returns a character in the current alphabet, if it has that character.
// isAlpha: the character is one that alphabets change (TeX's class 7).
func (p *parser) styled(c char, isAlpha bool) (char, bool) {
	if p.alphabet == alphaBoldSymbol {
		switch c.family {
		case letters:
			c.family = boldItalic
		case roman:
			c.family = bold
		}
		return c, true
	}
	if !isAlpha {
		return c, true
	}
	isCapital := c.code >= 'A' && c.code <= 'Z'
	switch p.alphabet {
	case alphaRoman:
		c.family = roman
	case alphaBold:
		c.family = bold
	case alphaItalic:
		c.family = italic
	case alphaSans:
		c.family = sans
	case alphaMono:
		c.family = mono
	case alphaCalligraphic:
		return char{symbols, c.code}, isCapital
	case alphaBlackboard:
		return char{msbm, c.code}, isCapital
	}
	return c, true
}

// character appends the atom of a character.
func (p *parser) character(l list, t token) list {
	switch b := t.r; {
	case b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z':
		return p.appendChar(l, t, ord, char{letters, byte(b)}, true)
	case b >= '0' && b <= '9':
		return p.appendChar(l, t, ord, char{roman, byte(b)}, true)
	case b >= utf8.RuneSelf:
		return p.unicode(l, t)
	}
	class, c, ok := asciiSymbol(byte(t.r))
	if !ok {
		p.unsettable(t)
		return l
	}
	return p.appendChar(l, t, class, c, false)
}

// unsettable reports a character that TeX would not print.
func (p *parser) unsettable(t token) {
	switch t.r {
	case '%', '#':
		p.fail(t.pos, `write \%s for a %s`, t.name, t.name)
	default:
		p.fail(t.pos, "%s can't be set in mathematics", t.describe())
	}
}

func (p *parser) appendChar(l list, t token, class class, c char, isAlpha bool) list {
	c, ok := p.styled(c, isAlpha)
	if !ok {
		p.fail(t.pos, "no %s in this alphabet", t.describe())
	}
	a := &atom{class: class, nucleus: c}
	if class == op && c.family == extension && (c.code == 0x52 || c.code == 0x48) {
		a.limits = limitsNever // integrals
	}
	return append(l, a)
}

// asciiSymbol gives LaTeX's mathcodes of the ASCII characters that aren't letters or digits.
func asciiSymbol(b byte) (class, char, bool) {
	switch b {
	case '+':
		return bin, char{roman, '+'}, true
	case '-':
		return bin, char{symbols, 0x00}, true
	case '*':
		return bin, char{symbols, 0x03}, true
	case '/':
		return ord, char{letters, 0x3D}, true
	case '=', ':':
		return rel, char{roman, b}, true
	case '<':
		return rel, char{letters, 0x3C}, true
	case '>':
		return rel, char{letters, 0x3E}, true
	case '(', '[':
		return open, char{roman, b}, true
	case ')', ']', '!', '?':
		return closing, char{roman, b}, true
	case ',':
		return punct, char{letters, 0x3B}, true
	case ';':
		return punct, char{roman, ';'}, true
	case '.':
		return ord, char{letters, 0x3A}, true
	case '|':
		return ord, char{symbols, 0x6A}, true
	case '`':
		return ord, char{roman, '`'}, true
	case '@', '"':
		return ord, char{roman, b}, b == '@'
	}
	return 0, char{}, false
}

// lookUpSymbol finds a command in the table of symbols.
func lookUpSymbol(name string) (commandSymbol, bool) {
	lo, hi := 0, len(symbolTable)
	for lo < hi {
		mid := (lo + hi) / 2
		if symbolTable[mid].name < name {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(symbolTable) && symbolTable[lo].name == name {
		return symbolTable[lo], true
	}
	return commandSymbol{}, false
}
