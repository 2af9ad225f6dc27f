package formula

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"diagram/symbolic/greek"
)

// maxDepth is how deep braces and commands may nest; no reader could take in more.
const maxDepth = 12

// Read reads LaTeX math as authors write it. It knows only what is listed in glyph.go and refuses whatever TeX itself
// would, so that what it returns is safe to print into any document.
func Read(src string) (Row, error) {
	if Watch != nil {
		Watch(src)
	}
	return (&reader{src: src}).row(0, "")
}

// ReadShown reads LaTeX math that is only shown and no symbol: with relations, and brackets that grow.
func ReadShown(src string) (Row, error) { return (&reader{src: src, shown: true}).row(0, "") }

// Watch is told of every text that Read reads, in a test that counts them; else it is nil.
var Watch func(src string)

// ReadSymbol reads the one symbol at the start of an expression, with its primes and its subscript, and returns how many
// bytes it takes. A ^ after it is a power, no superscript.
func ReadSymbol(src string) (n Node, length int, err error) {
	r := &reader{src: src, powers: true}
	n, err = r.scripted(0)
	return n, r.pos, err
}

// reader reads by recursive descent, the way TeX does.
type reader struct {
	src    string
	pos    int
	powers bool   // a ^ outside of braces is a power, no superscript
	font   string // the command that changes the font here
	shown  bool   // there are relations and brackets that grow
}

func (r *reader) peek() rune {
	c, _ := utf8.DecodeRuneInString(r.src[r.pos:])
	return c
}

func (r *reader) more() bool { return r.pos < len(r.src) }

func (r *reader) skipSpace() {
	for r.more() && r.src[r.pos] == ' ' {
		r.pos++
	}
}

// row reads pieces until the closing character, which it leaves, or the end.
func (r *reader) row(depth int, closing string) (Row, error) {
	if depth > maxDepth {
		return nil, fmt.Errorf("braces nest too deep")
	}
	var row Row
	for {
		r.skipSpace()
		if !r.more() {
			if closing != "" {
				return nil, fmt.Errorf("a %q is missing", closing)
			}
			return row, nil
		}
		if closing != "" && strings.HasPrefix(r.src[r.pos:], closing) {
			return row, nil
		}
		n, err := r.scripted(depth)
		if err != nil {
			return nil, err
		}
		row = append(row, n)
	}
}

// scripted reads a piece with its primes and scripts.
func (r *reader) scripted(depth int) (Node, error) {
	base, err := r.atom(depth)
	if err != nil {
		return nil, err
	}
	s := Script{Base: base}
	for {
		r.skipSpace()
		if !r.more() {
			return s.orBase(), nil
		}
		c := r.src[r.pos]
		switch {
		case c == '\'' && s.Sup != nil, c == '^' && s.Sup != nil, c == '_' && s.Sub != nil:
			return nil, fmt.Errorf("a double script: put braces around the first %q", LaTeX(base))
		case c == '_' && lowered(base):
			return nil, errors.New("double subscript")
		case (c == '^' || c == '\'') && isGlyph(base, signs['°'].TeX):
			return nil, errors.New("double superscript")
		case c == '\'':
			s.Primes++
			r.pos++
			continue
		case c != '_' && c != '^', c == '^' && r.powers && depth == 0:
			return s.orBase(), nil
		}
		r.pos++
		arg, err := r.atom(depth)
		if err != nil {
			return nil, err
		}
		if arg = unwrap(arg); isEmpty(arg) {
			return nil, fmt.Errorf("an empty script")
		}
		if c == '_' {
			s.Sub = arg
		} else {
			s.Sup = arg
		}
	}
}

// lowered reports whether a piece is a lone accented letter with a subscript in braces, which TeX takes out of them.
func lowered(n Node) bool {
	g, ok := n.(Group)
	if !ok || len(g.Row) != 1 {
		return false
	}
	s, ok := g.Row[0].(Script)
	return ok && s.Sub != nil && !s.raised() && isAccent(s.Base) || lowered(g.Row[0])
}

// orBase is a script, or its base where it has none.
func (s Script) orBase() Node {
	if s.Sub == nil && s.Sup == nil && s.Primes == 0 {
		return s.Base
	}
	return s
}

// unwrap takes the braces off a script, which the printer puts where needed.
func unwrap(n Node) Node {
	g, ok := n.(Group)
	switch {
	case !ok:
		return n
	case len(g.Row) == 1:
		return unwrap(g.Row[0])
	}
	return g.Row
}

// isEmpty reports whether a piece is a row of nothing.
func isEmpty(n Node) bool {
	row, ok := n.(Row)
	return ok && len(row) == 0
}

// atom reads what TeX takes as one argument.
func (r *reader) atom(depth int) (Node, error) {
	r.skipSpace()
	if !r.more() {
		return nil, fmt.Errorf("something is missing at the end")
	}
	c := r.peek()
	switch {
	case c == '\\':
		return r.command(depth)
	case c == '{':
		r.pos++
		row, err := r.row(depth+1, "}")
		if err != nil {
			return nil, err
		}
		r.pos++
		return Group{row}, nil
	case c == '}':
		return nil, fmt.Errorf("a %q without its %q", "}", "{")
	case c == '_' || c == '^' || c == '\'':
		return nil, fmt.Errorf("a %q with nothing before it", string(c))
	}
	g, ok := glyph(c)
	if r.shown && !ok {
		g, ok = relations[string(c)]
	}
	if !ok {
		return nil, fmt.Errorf("the character %q is not allowed in a symbol", c)
	}
	r.pos += utf8.RuneLen(c)
	return g, r.inFont(g)
}

// glyph is what a character that stands for itself is.
func glyph(c rune) (Glyph, bool) {
	if c < utf8.RuneSelf && (isLetter(byte(c)) || isDigit(byte(c))) || IsAccented(c) {
		return Letter(c), true
	}
	if g, ok := Greek(c); ok {
		return g, true
	}
	g, ok := signs[c]
	return g, ok
}

// command reads a backslash and what belongs to it.
func (r *reader) command(depth int) (Node, error) {
	start := r.pos
	r.pos++
	for r.more() && isLetter(r.src[r.pos]) {
		r.pos++
	}
	if r.pos == start+1 && r.more() {
		_, size := utf8.DecodeRuneInString(r.src[r.pos:])
		r.pos += size
	}
	name := r.src[start+1 : r.pos]
	if g, ok := GreekNamed(name); ok && g.TeX == `\`+name {
		return g, r.inFont(g)
	}
	if g, ok := symbols[name]; ok {
		return g, nil
	}
	if g, ok := relations[name]; ok && r.shown {
		return g, nil
	}
	switch {
	case name == "left" && r.shown:
		return r.fence(depth)
	case wordCommands[name]:
		return r.words(name)
	case name == "frac" || name == "tfrac" || name == "dfrac":
		num, err := r.argument(name, depth)
		if err != nil {
			return nil, err
		}
		den, err := r.argument(name, depth)
		return Frac{grouped(num), grouped(den)}, err
	case name == "sqrt":
		arg, err := r.argument(name, depth)
		return Root{Of: grouped(arg)}, err
	case accents[name] != "":
		arg, err := r.argument(name, depth)
		if !isSingle(arg) {
			arg = grouped(arg)
		}
		return Command{name, arg}, err
	case fonts[name] != "":
		outer := r.font
		r.font = name
		arg, err := r.argument(name, depth)
		r.font = outer
		return Command{name, grouped(arg)}, err
	}
	return nil, fmt.Errorf(`the command \%s is not allowed in a symbol`, name)
}

// fences are the brackets that can grow.
const fences = "()[]|"

// fence reads what stands between \left and \right.
func (r *reader) fence(depth int) (Node, error) {
	side := func() string {
		r.skipSpace()
		if r.more() && strings.IndexByte(fences, r.src[r.pos]) >= 0 {
			r.pos++
			return r.src[r.pos-1 : r.pos]
		}
		return ""
	}
	opening := side()
	if opening == "" {
		return nil, errors.New(`\left needs a bracket: ( [ or |`)
	}
	row, err := r.row(depth+1, `\right`)
	if err != nil {
		return nil, err
	}
	r.pos += len(`\right`)
	closing := side()
	if closing == "" {
		return nil, errors.New(`\right needs a bracket: ) ] or |`)
	}
	return Fence{opening, closing, row}, nil
}

// IsCommand reports whether a name is that of a command that Read knows.
func IsCommand(name string) bool {
	_, greek := GreekNamed(name)
	_, symbol := symbols[name]
	_, relation := relations[name]
	return greek || symbol || relation || wordCommands[name] || accents[name] != "" || fonts[name] != ""
}

// inFont refuses what the capitals' fonts lack.
func (r *reader) inFont(g Glyph) error {
	if r.font != "mathcal" && r.font != "mathbb" {
		return nil
	}
	switch first := g.TeX[0]; {
	case len(g.TeX) == 1 && ('a' <= first && first <= 'z' || isDigit(first)):
		return fmt.Errorf("no %q in this alphabet", g.TeX)
	case 'A' <= g.Word[0] && g.Word[0] <= 'Z' && greek.ByName(g.Word) != nil:
		return fmt.Errorf("no %s in this alphabet", g.TeX)
	}
	return nil
}

func (r *reader) argument(name string, depth int) (Node, error) {
	if depth > maxDepth {
		return nil, fmt.Errorf("commands nest too deep")
	}
	arg, err := r.atom(depth + 1)
	if err != nil {
		return nil, err
	}
	if g, ok := arg.(Group); ok && len(g.Row) == 0 {
		return nil, fmt.Errorf(`\%s needs something to act on`, name)
	}
	return arg, nil
}

// grouped puts braces around an argument that has none, as the printer does.
func grouped(n Node) Node {
	if g, ok := n.(Group); ok {
		return g
	}
	return Group{AsRow(n)}
}

// words reads the braces after \text and its kin, in which only words may stand.
func (r *reader) words(command string) (Node, error) {
	r.skipSpace()
	if !r.more() || r.src[r.pos] != '{' {
		return nil, fmt.Errorf(`\%s needs its words in braces`, command)
	}
	end := strings.IndexByte(r.src[r.pos:], '}')
	if end < 0 {
		return nil, fmt.Errorf("a %q is missing", "}")
	}
	words := r.src[r.pos+1 : r.pos+end]
	for _, c := range words {
		if unicode.IsLetter(c) || c < utf8.RuneSelf && isDigit(byte(c)) || c == ' ' || strings.ContainsRune(WordMarks, c) {
			continue
		}
		return nil, fmt.Errorf(`the character %q is not allowed in \%s`, c, command)
	}
	if strings.TrimSpace(words) == "" {
		return nil, fmt.Errorf(`\%s is empty`, command)
	}
	r.pos += end + 1
	return Words{command, words}, nil
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// lettersOnly reports whether s is Latin letters.
func lettersOnly(s string) bool {
	for i := range len(s) {
		if !isLetter(s[i]) {
			return false
		}
	}
	return s != ""
}

// IsDigits reports whether s is digits.
func IsDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}
