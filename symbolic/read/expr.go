// Package read reads expressions: as authors type them ([Expr]), in LaTeX ([Formula]), and as SymPy prints them ([Sympy]). The
// first and the last are read by recursive descent from the text, formulas from the tree that package formula makes of them.
package read

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"diagram/symbolic"
	"diagram/symbolic/formula"
	"diagram/symbolic/naming"
)

// SyntaxError says where and why an expression could not be read.
type SyntaxError struct {
	Offset int // in bytes from the start of the source
	Msg    string
}

func (e SyntaxError) Error() string { return e.Msg }

// Limits of what is parsed.
const (
	maxExprBytes  = 4096
	maxSympyBytes = 1 << 20
	// maxSympyDigits is for powers of numbers, which are printed in full.
	maxSympyDigits = 100_000
	maxExprDepth   = 250
)

// Expr reads an expression as authors write it: 3*k/2, mu*M*g,
// F_0*sin(Omega*t), \hat K*u(t). It knows + - * / ^ and brackets, sin cos tan sqrt
// exp log abs sgn, max(0, …) min(0, …), and pi; t is the time, and a name followed by (t) a function of
// it. Its error is a SyntaxError.
func Expr(src string) (symbolic.Expr, error) {
	return parse(src, maxExprBytes, false)
}

// Sympy reads back what [symbolic.Sympy] prints. A name followed by (t) is a function
// of time. Its error is a SyntaxError.
func Sympy(src string) (symbolic.Expr, error) {
	return parse(src, maxSympyBytes, true)
}

func parse(src string, limit int, sympy bool) (symbolic.Expr, error) {
	p := &parser{src: src, sympy: sympy}
	if len(src) > limit {
		return nil, SyntaxError{limit, fmt.Sprintf("this expression has %d bytes; it may have %d", len(src), limit)}
	}
	if p.skip(); p.rest() == "" {
		return nil, p.errorf("an expression is missing")
	}
	e, err := p.sum()
	if err != nil {
		return nil, err
	}
	if r := p.rest(); r != "" {
		if r[0] == ')' {
			return nil, p.errorf("this bracket has no opening bracket")
		}
		return nil, p.errorf("expected an operator such as * or + before %s", p.token())
	}
	return e, nil
}

// parser reads by recursive descent. Every method leaves pos after the blanks
// that follow what it read.
type parser struct {
	src   string
	pos   int
	depth int
	sympy bool
}

func (p *parser) errorf(format string, args ...any) error {
	return SyntaxError{p.pos, fmt.Sprintf(format, args...)}
}

func (p *parser) rest() string { return p.src[p.pos:] }

func (p *parser) skip() {
	for p.pos < len(p.src) && strings.IndexByte(" \t\r\n", p.src[p.pos]) >= 0 {
		p.pos++
	}
}

// accept moves past s if it comes next.
func (p *parser) accept(s string) bool {
	if !strings.HasPrefix(p.rest(), s) {
		return false
	}
	p.pos += len(s)
	p.skip()
	return true
}

func (p *parser) expect(s string) error {
	if p.accept(s) {
		return nil
	}
	return p.errorf("expected %q", s)
}

// token returns what comes next for an error message, in quotes: a name or one character.
func (p *parser) token() string {
	_, n := utf8.DecodeRuneInString(p.rest())
	word := p.rest()[:n]
	if n := p.nameLen(); n > 0 {
		word = truncateRunes(p.rest()[:n], 20)
	}
	return strings.ReplaceAll(strconv.Quote(word), `\\`, `\`)
}

func truncateRunes(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i] + "…"
		}
	}
	return s
}

// nested runs f one level deeper.
func (p *parser) nested(f func() (symbolic.Expr, error)) (symbolic.Expr, error) {
	if p.depth++; p.depth > maxExprDepth {
		return nil, p.errorf("this expression nests more than %d deep", maxExprDepth)
	}
	defer func() { p.depth-- }()
	return f()
}

func (p *parser) sum() (symbolic.Expr, error) {
	t, err := p.product()
	if err != nil {
		return nil, err
	}
	terms := []symbolic.Expr{t}
	for {
		var minus bool
		switch {
		case p.accept("+"):
		case p.accept("-"), p.accept("−"):
			minus = true
		default:
			return single(terms, symbolic.Add), nil
		}
		t, err := p.product()
		if err != nil {
			return nil, err
		}
		if minus {
			t = symbolic.Neg(t)
		}
		terms = append(terms, t)
	}
}

func (p *parser) product() (symbolic.Expr, error) {
	f, err := p.unary()
	if err != nil {
		return nil, err
	}
	factors := []symbolic.Expr{f}
	for {
		var over bool
		switch {
		case strings.HasPrefix(p.rest(), "**"):
			return nil, p.errorf("expected something to multiply by before %q", "**")
		case p.accept("*"), p.accept("·"):
		case p.accept("/"):
			over = true
		default:
			return single(factors, symbolic.Mul), nil
		}
		at := p.pos
		f, err := p.unary()
		if err != nil {
			return nil, err
		}
		if over {
			if symbolic.IsZero(f) {
				return nil, SyntaxError{at, "this divides by zero"}
			}
			f = symbolic.Pow(f, symbolic.Int(-1))
		}
		factors = append(factors, f)
	}
}

// single leaves a list of one alone: adding one expression to nothing would
// take its brackets away.
func single(es []symbolic.Expr, join func(...symbolic.Expr) symbolic.Expr) symbolic.Expr {
	if len(es) == 1 {
		return es[0]
	}
	return join(es...)
}

func (p *parser) unary() (symbolic.Expr, error) {
	return p.nested(func() (symbolic.Expr, error) {
		switch {
		case p.accept("+"):
			return p.unary()
		case p.accept("-"), p.accept("−"):
			e, err := p.unary()
			if err != nil {
				return nil, err
			}
			return symbolic.Neg(e), nil
		}
		return p.power()
	})
}

func (p *parser) power() (symbolic.Expr, error) {
	base, err := p.atom()
	if err != nil {
		return nil, err
	}
	if !p.accept("**") && !p.accept("^") {
		return base, nil
	}
	at := p.pos
	if p.uprightNext() {
		return nil, p.errorf("upright words are part of a name, not an exponent")
	}
	exp, err := p.exponent()
	if err != nil {
		return nil, err
	}
	if n, ok := exp.(*symbolic.Number); ok && symbolic.IsZero(base) && n.Value().Sign() < 0 {
		return nil, SyntaxError{at, "this divides by zero"}
	}
	return symbolic.Pow(base, exp), nil
}

// exponent reads what stands behind ^. Braces around a number or a letter set nothing.
func (p *parser) exponent() (symbolic.Expr, error) {
	braced, ok := strings.CutPrefix(p.rest(), "{")
	inside, _, closed := strings.Cut(braced, "}")
	if !ok || !closed || p.sympy {
		return p.unary()
	}
	inside = strings.TrimSpace(inside)
	_, greek := formula.GreekNamed(strings.TrimPrefix(inside, `\`))
	_, err := symbolic.ParseNumber(strings.TrimLeft(inside, "-−"))
	if !greek && err != nil && (len(inside) != 1 || !isLetter(inside[0])) {
		return p.unary()
	}
	p.accept("{")
	e, err := p.unary()
	if err != nil {
		return nil, err
	}
	return e, p.expect("}")
}

// uprightNext reports whether a command for upright letters comes next.
func (p *parser) uprightNext() bool {
	command, ok := strings.CutPrefix(p.rest(), `\`)
	n := 0
	for n < len(command) && isLetter(command[n]) {
		n++
	}
	switch command[:n] {
	case "mathrm", "operatorname", "text", "textrm":
		return ok && !p.sympy
	}
	return false
}

func (p *parser) atom() (symbolic.Expr, error) {
	r := p.rest()
	switch {
	case r == "":
		return nil, p.errorf("the expression ends where an operand should follow")
	case r[0] == '(':
		p.pos++
		p.skip()
		e, err := p.sum()
		if err != nil {
			return nil, err
		}
		if !p.accept(")") {
			if p.rest() == "" {
				return nil, p.errorf("a closing bracket is missing")
			}
			return nil, p.errorf("expected an operator or a closing bracket before %s", p.token())
		}
		return e, nil
	case isDigit(r[0]) || r[0] == '.':
		return p.number()
	case p.nameLen() > 0:
		return p.name()
	}
	return nil, p.errorf("expected a number, a symbol or an opening bracket before %s", p.token())
}

func (p *parser) number() (symbolic.Expr, error) {
	r := p.rest()
	n := 0
	for n < len(r) && (isDigit(r[n]) || r[n] == '.' || r[n] == '_') {
		n++
	}
	// An exponent belongs to the number only when digits follow the e.
	if n < len(r) && (r[n] == 'e' || r[n] == 'E') {
		m := n + 1
		if m < len(r) && (r[m] == '+' || r[m] == '-') {
			m++
		}
		if d := digits(r[m:]); d > 0 {
			n = m + d
		}
	}
	parse := symbolic.ParseNumber
	if p.sympy {
		parse = func(src string) (*symbolic.Number, error) { return symbolic.ParseNumberWithin(src, maxSympyDigits) }
	}
	v, err := parse(r[:n])
	if err != nil {
		return nil, p.errorf("%v", err)
	}
	p.pos += n
	p.skip()
	return v, nil
}

// nameLen returns how many bytes of the rest are an identifier.
func (p *parser) nameLen() int {
	r := p.rest()
	for i, c := range r {
		if i == 0 && c == '\\' && !p.sympy {
			continue // \lambda as in LaTeX
		}
		if unicode.IsLetter(c) || c == '_' || i > 0 && c < utf8.RuneSelf && isDigit(byte(c)) {
			continue
		}
		return i
	}
	return len(r)
}

func (p *parser) name() (symbolic.Expr, error) {
	start := p.pos
	n := p.nameLen()
	word := p.rest()[:n]
	if !p.sympy && p.isLaTeX(word) {
		return p.latex()
	}
	p.pos += n
	p.skip()
	word = strings.TrimPrefix(word, `\`)
	if strings.HasPrefix(p.rest(), "(") {
		return p.called(word, start)
	}
	if p.sympy && word == "pi" || !p.sympy && (word == "pi" || word == "π") {
		return symbolic.Pi(), nil
	}
	if naming.IsReserved(word) {
		return nil, SyntaxError{start, fmt.Sprintf("%s needs its argument in brackets", word)}
	}
	name, err := p.spell(word, start)
	if err != nil {
		return nil, err
	}
	return symbolic.NewSymbol(name), nil
}

// isLaTeX reports whether a word that comes next is part of a LaTeX symbol, such as
// \hat k or k_{12}, rather than an identifier or a Greek letter.
func (p *parser) isLaTeX(word string) bool {
	if strings.HasSuffix(word, "_") && strings.HasPrefix(p.rest()[len(word):], "{") {
		return true
	}
	command, ok := strings.CutPrefix(word, `\`)
	letters, _, _ := strings.Cut(command, "_")
	_, greek := formula.GreekNamed(letters)
	return ok && !greek
}

// latex reads one symbol in LaTeX, with its subscript, or a fraction or root: ^ is a power here.
func (p *parser) latex() (symbolic.Expr, error) {
	start := p.pos
	if !utf8.ValidString(p.rest()) {
		return nil, p.errorf("this is not valid UTF-8")
	}
	node, length, err := formula.ReadSymbol(p.rest())
	if err != nil {
		return nil, SyntaxError{start, err.Error()}
	}
	if isFormula(node) {
		e, err := formulaSum(node)
		if err != nil {
			return nil, SyntaxError{start, err.Error()}
		}
		p.pos += length
		p.skip()
		return e, nil
	}
	name := naming.Of(node)
	if name.Plain() == "" {
		return nil, SyntaxError{start, "this shows nothing"}
	}
	if length > naming.MaxBytes {
		return nil, SyntaxError{start, "this name is too long"}
	}
	if !strings.ContainsFunc(name.Text(), unicode.IsLetter) {
		return nil, SyntaxError{start, fmt.Sprintf("%s is a mark, not a symbol", name.LaTeX())}
	}
	p.pos += length
	p.skip()
	if p.argumentIsTime() {
		return p.ofTime(name)
	}
	return symbolic.NewSymbol(name), nil
}

// spell returns the name of a word. SymPy's words are Plain names already, some of
// which no author could write.
func (p *parser) spell(word string, at int) (naming.Name, error) {
	name, err := naming.Parse(word)
	switch {
	case !p.sympy && err != nil:
		return naming.Name{}, SyntaxError{at, err.Error()}
	case p.sympy && (err != nil || name.Plain() != word):
		if name, ok := naming.Foreign(word); ok {
			return name, nil
		}
		return naming.Name{}, SyntaxError{at, "this name is too long"}
	}
	return name, nil
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// digits returns how many digits s begins with.
func digits(s string) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}
