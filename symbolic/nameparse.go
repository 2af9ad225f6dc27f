package symbolic

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// nameParser reads LaTeX math the way TeX does, but knows only what is listed in
// nametable.go.
type nameParser struct {
	src string
	pos int
	// powers reports whether ^ behind a symbol is a power, no superscript.
	powers bool
}

func (p *nameParser) peek() rune {
	r, _ := utf8.DecodeRuneInString(p.src[p.pos:])
	return r
}

func (p *nameParser) more() bool { return p.pos < len(p.src) }

func (p *nameParser) skipSpace() {
	for p.more() && p.src[p.pos] == ' ' {
		p.pos++
	}
}

// row reads pieces until the closing character, which it leaves, or the end.
func (p *nameParser) row(depth int, closing string) (nameRow, error) {
	if depth > maxNameDepth {
		return nil, fmt.Errorf("braces nest too deep")
	}
	var row nameRow
	for {
		p.skipSpace()
		if !p.more() {
			if closing != "" {
				return nil, fmt.Errorf("a %q is missing", closing)
			}
			return row, nil
		}
		if closing != "" && strings.HasPrefix(p.src[p.pos:], closing) {
			return row, nil
		}
		n, err := p.scripted(depth)
		if err != nil {
			return nil, err
		}
		row = append(row, n)
	}
}

// scripted reads a piece with its primes and scripts.
func (p *nameParser) scripted(depth int) (nameNode, error) {
	base, err := p.atom(depth)
	if err != nil {
		return nil, err
	}
	s := nameScript{base: base}
	for {
		p.skipSpace()
		if !p.more() {
			break
		}
		c := p.src[p.pos]
		switch {
		case c == '\'' && s.sup != nil, c == '^' && s.sup != nil, c == '_' && s.sub != nil:
			return nil, fmt.Errorf("a double script: put braces around the first %q", base.latex())
		case c == '\'':
			s.primes++
			p.pos++
			continue
		case c != '_' && c != '^', c == '^' && p.powers && depth == 0:
			if s.sub == nil && s.sup == nil && s.primes == 0 {
				return base, nil
			}
			return s, nil
		}
		p.pos++
		p.skipSpace()
		arg, err := p.atom(depth)
		if err != nil {
			return nil, err
		}
		if arg = unwrap(arg); arg.latex() == "" {
			return nil, fmt.Errorf("an empty script")
		}
		if c == '_' {
			s.sub = arg
		} else {
			s.sup = arg
		}
	}
	if s.sub == nil && s.sup == nil && s.primes == 0 {
		return base, nil
	}
	return s, nil
}

// unwrap takes the braces off a script, which the printer puts where needed.
func unwrap(n nameNode) nameNode {
	g, ok := n.(nameGroup)
	switch {
	case !ok:
		return n
	case len(g.nameRow) == 1:
		return unwrap(g.nameRow[0])
	}
	return g.nameRow
}

// atom reads what TeX takes as one argument.
func (p *nameParser) atom(depth int) (nameNode, error) {
	p.skipSpace()
	if !p.more() {
		return nil, fmt.Errorf("something is missing at the end")
	}
	r := p.peek()
	size := utf8.RuneLen(r)
	if r >= '0' && r <= '9' {
		size = 1
	}
	switch {
	case r == '\\':
		return p.command(depth)
	case r == '{':
		p.pos++
		row, err := p.row(depth+1, "}")
		if err != nil {
			return nil, err
		}
		p.pos++
		return nameGroup{row}, nil
	case r == '}':
		return nil, fmt.Errorf("a %q without its %q", "}", "{")
	case r == '_' || r == '^' || r == '\'':
		return nil, fmt.Errorf("a %q with nothing before it", string(r))
	case r < utf8.RuneSelf && isLetter(byte(r)) || isAccented(r) || '0' <= r && r <= '9':
		p.pos += size
		return letter(r), nil
	}
	if g, ok := greekByRune(r); ok {
		p.pos += size
		return g, nil
	}
	if g, ok := nameSigns[r]; ok {
		p.pos += size
		return g, nil
	}
	return nil, fmt.Errorf("the character %q is not allowed in a symbol", r)
}

// command reads a backslash and what belongs to it.
func (p *nameParser) command(depth int) (nameNode, error) {
	start := p.pos
	p.pos++
	for p.more() && isLetter(p.src[p.pos]) {
		p.pos++
	}
	if p.pos == start+1 && p.more() {
		p.pos += utf8.RuneLen(p.peek())
	}
	name := p.src[start+1 : p.pos]
	if g, ok := greekByName(name); ok && g.tex == `\`+name {
		return g, nil
	}
	if g, ok := nameSymbols[name]; ok {
		return g, nil
	}
	if textCommands[name] {
		return p.words(name)
	}
	switch {
	case name == "frac" || name == "tfrac" || name == "dfrac":
		num, err := p.argument(name, depth)
		if err != nil {
			return nil, err
		}
		den, err := p.argument(name, depth)
		if err != nil {
			return nil, err
		}
		return nameFrac{num, den}, nil
	case argCommands[name] || accents[name] != "":
		arg, err := p.argument(name, depth)
		if err != nil {
			return nil, err
		}
		return nameCommand{name, arg}, nil
	}
	return nil, fmt.Errorf(`the command \%s is not allowed in a symbol`, name)
}

func (p *nameParser) argument(name string, depth int) (nameNode, error) {
	if depth > maxNameDepth {
		return nil, fmt.Errorf("commands nest too deep")
	}
	arg, err := p.atom(depth + 1)
	if err != nil {
		return nil, err
	}
	if arg.latex() == "" || arg.latex() == "{}" {
		return nil, fmt.Errorf(`\%s needs something to act on`, name)
	}
	return arg, nil
}

// textMarks may stand in upright words besides letters, digits and spaces.
const textMarks = ".,-+/()':"

// words reads the braces after \text and its kin, in which only words may stand.
func (p *nameParser) words(command string) (nameNode, error) {
	p.skipSpace()
	if !p.more() || p.src[p.pos] != '{' {
		return nil, fmt.Errorf(`\%s needs its words in braces`, command)
	}
	end := strings.IndexByte(p.src[p.pos:], '}')
	if end < 0 {
		return nil, fmt.Errorf("a %q is missing", "}")
	}
	words := p.src[p.pos+1 : p.pos+end]
	for _, r := range words {
		if unicode.IsLetter(r) || r < utf8.RuneSelf && isDigit(byte(r)) || r == ' ' || strings.ContainsRune(textMarks, r) {
			continue
		}
		return nil, fmt.Errorf(`the character %q is not allowed in \%s`, r, command)
	}
	if strings.TrimSpace(words) == "" {
		return nil, fmt.Errorf(`\%s is empty`, command)
	}
	p.pos += end + 1
	return nameText{command, words}, nil
}
