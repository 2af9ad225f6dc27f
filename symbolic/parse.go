package symbolic

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"diagram/symbolic/formula"
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
	maxExprDepth  = 250
)

// ParseExpr reads an expression as authors write it: 3*k/2, mu*M*g,
// F_0*sin(Omega*t), \hat K*u(t). It knows + - * / ^ and brackets, sin cos tan sqrt
// exp log abs sgn, and pi; t is the time, and a name followed by (t) a function of
// it. Its error is a SyntaxError.
func ParseExpr(src string) (Expr, error) {
	return parse(src, maxExprBytes, false)
}

// ParseSympy reads back what [Sympy] prints. A name followed by (t) is a function
// of time. Its error is a SyntaxError.
func ParseSympy(src string) (Expr, error) {
	return parse(src, maxSympyBytes, true)
}

func parse(src string, limit int, sympy bool) (Expr, error) {
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
func (p *parser) nested(f func() (Expr, error)) (Expr, error) {
	if p.depth++; p.depth > maxExprDepth {
		return nil, p.errorf("this expression nests more than %d deep", maxExprDepth)
	}
	defer func() { p.depth-- }()
	return f()
}

func (p *parser) sum() (Expr, error) {
	t, err := p.product()
	if err != nil {
		return nil, err
	}
	terms := []Expr{t}
	for {
		var minus bool
		switch {
		case p.accept("+"):
		case p.accept("-"), p.accept("−"):
			minus = true
		default:
			return single(terms, Add), nil
		}
		t, err := p.product()
		if err != nil {
			return nil, err
		}
		if minus {
			t = Neg(t)
		}
		terms = append(terms, t)
	}
}

func (p *parser) product() (Expr, error) {
	f, err := p.unary()
	if err != nil {
		return nil, err
	}
	factors := []Expr{f}
	for {
		var over bool
		switch {
		case strings.HasPrefix(p.rest(), "**"):
			return nil, p.errorf("expected something to multiply by before %q", "**")
		case p.accept("*"), p.accept("·"):
		case p.accept("/"):
			over = true
		default:
			return single(factors, Mul), nil
		}
		at := p.pos
		f, err := p.unary()
		if err != nil {
			return nil, err
		}
		if over {
			if IsZero(f) {
				return nil, SyntaxError{at, "this divides by zero"}
			}
			f = Pow(f, minusOne)
		}
		factors = append(factors, f)
	}
}

// single leaves a list of one alone: adding one expression to nothing would
// take its brackets away.
func single(es []Expr, join func(...Expr) Expr) Expr {
	if len(es) == 1 {
		return es[0]
	}
	return join(es...)
}

func (p *parser) unary() (Expr, error) {
	return p.nested(func() (Expr, error) {
		switch {
		case p.accept("+"):
			return p.unary()
		case p.accept("-"), p.accept("−"):
			e, err := p.unary()
			if err != nil {
				return nil, err
			}
			return Neg(e), nil
		}
		return p.power()
	})
}

func (p *parser) power() (Expr, error) {
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
	if n, ok := exp.(*Number); ok && IsZero(base) && n.val.Sign() < 0 {
		return nil, SyntaxError{at, "this divides by zero"}
	}
	return Pow(base, exp), nil
}

// exponent reads what stands behind ^. Braces around a number or a letter set nothing.
func (p *parser) exponent() (Expr, error) {
	braced, ok := strings.CutPrefix(p.rest(), "{")
	inside, _, closed := strings.Cut(braced, "}")
	if !ok || !closed || p.sympy {
		return p.unary()
	}
	inside = strings.TrimSpace(inside)
	_, greek := formula.GreekNamed(strings.TrimPrefix(inside, `\`))
	_, err := parseNumber(strings.TrimLeft(inside, "-−"), maxDigits)
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
	return ok && !p.sympy && fonts[command[:n]] == "mathrm"
}

func (p *parser) atom() (Expr, error) {
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

func (p *parser) number() (Expr, error) {
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
	limit := maxDigits
	if p.sympy {
		limit = maxSympyDigits
	}
	v, err := parseNumber(r[:n], limit)
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

func (p *parser) name() (Expr, error) {
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
		return Pi(), nil
	}
	if reserved[word] {
		return nil, SyntaxError{start, fmt.Sprintf("%s needs its argument in brackets", word)}
	}
	name, err := p.spell(word, start)
	if err != nil {
		return nil, err
	}
	return NewSymbol(name), nil
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
func (p *parser) latex() (Expr, error) {
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
	name := named(node)
	if name.Plain == "" {
		return nil, SyntaxError{start, "this shows nothing"}
	}
	if length > maxNameBytes {
		return nil, SyntaxError{start, "this name is too long"}
	}
	if !strings.ContainsFunc(name.Text, unicode.IsLetter) {
		return nil, SyntaxError{start, fmt.Sprintf("%s is a mark, not a symbol", name.LaTeX)}
	}
	p.pos += length
	p.skip()
	if p.argumentIsTime() {
		return p.ofTime(name)
	}
	return NewSymbol(name), nil
}

// spell returns the name of a word. SymPy's words are Plain names already, some of
// which no author could write.
func (p *parser) spell(word string, at int) (Name, error) {
	name, err := ParseName(word)
	switch {
	case !p.sympy && err != nil:
		return Name{}, SyntaxError{at, err.Error()}
	case p.sympy && (err != nil || name.Plain != word):
		if len(word) > maxPlainBytes {
			return Name{}, SyntaxError{at, "this name is too long"}
		}
		return Name{Plain: word, LaTeX: `\mathrm{` + strings.ReplaceAll(word, "_", `\_`) + `}`, Text: word}, nil
	}
	return name, nil
}
