package symbolic

import (
	"errors"
	"fmt"
	"strings"
)

// IsFormula reports whether LaTeX math is more than a symbol: a fraction, a root, a function such as \sin, or braces around
// a sum. What merely stands side by side, as in \lambda_0 g, may be one symbol.
func IsFormula(src string) bool {
	root, err := parseFormulaTree(src)
	return err == nil && isFormula(root)
}

// ParseFormula reads LaTeX math as an expression: F_0\cos(\omega t), \frac12 k, \frac{k_1+k_2}{2}. Unlike to [ParseExpr],
// every letter is a symbol, and those side by side are multiplied.
func ParseFormula(src string) (Expr, error) {
	root, err := parseFormulaTree(src)
	if err != nil {
		return nil, err
	}
	return formulaSum(root)
}

func parseFormulaTree(src string) (nameRow, error) {
	if len(src) > maxNameBytes {
		return nil, fmt.Errorf("this formula has %d bytes; it may have %d", len(src), maxNameBytes)
	}
	return (&nameParser{src: src}).row(0, "")
}

// isFormula doesn't look into scripts and accents, in which anything belongs to the symbol.
func isFormula(n nameNode) bool {
	switch n := n.(type) {
	case nameGlyph:
		return formulaCalls[n.tex] != nil || n.tex == `\pm` || n.tex == `\mp`
	case nameRow:
		return anyFormula(n)
	case nameGroup:
		return anyFormula(n.nameRow) || anyOperator(n.nameRow)
	case nameScript:
		return isFormula(n.base)
	case nameCommand:
		return n.name == "sqrt"
	case nameFrac:
		return true
	}
	return false
}

func anyFormula(row nameRow) bool {
	for _, n := range row {
		if isFormula(n) {
			return true
		}
	}
	return false
}

func anyOperator(row nameRow) bool {
	for _, n := range row {
		if g, ok := n.(nameGlyph); ok && strings.Contains("+-*/", g.tex) {
			return true
		}
	}
	return false
}

var formulaCalls = map[string]func(Expr) Expr{
	`\sin`: Sin, `\cos`: Cos, `\tan`: Tan, `\exp`: Exp, `\ln`: Log, `\log`: Log,
}

// formulaReader walks along the pieces of a row.
type formulaReader struct {
	row nameRow
	pos int
}

// formulaSum reads a piece as a sum.
func formulaSum(n nameNode) (Expr, error) {
	r := &formulaReader{}
	for _, piece := range rowOf(n) {
		if g, ok := piece.(nameGlyph); !ok || g.word != "" || strings.TrimSpace(g.uni) != "" {
			r.row = append(r.row, piece) // not a space
		}
	}
	if len(r.row) == 0 {
		return nil, errors.New("an expression is missing")
	}
	e, err := r.sum()
	if err == nil && r.pos < len(r.row) {
		err = fmt.Errorf("%s can't stand in an expression", r.row[r.pos].latex())
	}
	return e, err
}

// rowOf takes the braces off a piece.
func rowOf(n nameNode) nameRow {
	switch n := n.(type) {
	case nameRow:
		return n
	case nameGroup:
		return n.nameRow
	}
	return nameRow{n}
}

// tex is the sign or letter that comes next; empty for anything else and at the end.
func (r *formulaReader) tex() string {
	if r.pos == len(r.row) {
		return ""
	}
	g, _ := r.row[r.pos].(nameGlyph)
	return g.tex
}

// accept moves past a sign if it comes next.
func (r *formulaReader) accept(signs ...string) bool {
	for _, s := range signs {
		if r.tex() == s {
			r.pos++
			return true
		}
	}
	return false
}

func (r *formulaReader) sum() (Expr, error) {
	var terms []Expr
	for {
		minus := false
		if r.accept("-") {
			minus = true
		} else if !r.accept("+") && len(terms) > 0 {
			return single(terms, Add), nil
		}
		t, err := r.product(false)
		if err != nil {
			return nil, err
		}
		if minus {
			t = Neg(t)
		}
		terms = append(terms, t)
	}
}

// product reads factors up to what can't be one. The argument of a function without brackets ends before a further
// function or bracket as well.
func (r *formulaReader) product(argument bool) (Expr, error) {
	var factors []Expr
	for {
		over := false
		switch {
		case r.accept("*", `\cdot`, `\times`):
		case len(factors) > 0 && r.accept("/"):
			over = true
		case len(factors) > 0 && (!r.operandNext() || argument && (r.call() != nil || r.tex() == "(")):
			return single(factors, Mul), nil
		}
		f, err := r.factor()
		if err != nil {
			return nil, err
		}
		if over {
			if IsZero(f) {
				return nil, errors.New("this divides by zero")
			}
			f = Pow(f, minusOne)
		}
		factors = append(factors, f)
	}
}

// operandNext reports whether what comes next can be multiplied by what came before.
func (r *formulaReader) operandNext() bool {
	if r.pos == len(r.row) {
		return false
	}
	base := baseOf(r.row[r.pos])
	g, ok := base.(nameGlyph)
	return !ok || g.tex == "(" || formulaCalls[g.tex] != nil || isOperandGlyph(g)
}

// baseOf is a piece without its scripts.
func baseOf(n nameNode) nameNode {
	if s, ok := n.(nameScript); ok {
		return s.base
	}
	return n
}

// isOperandGlyph reports whether a glyph is a letter or a digit.
func isOperandGlyph(g nameGlyph) bool {
	_, greek := greekByName(g.word)
	return greek || isDigits(g.tex) || len(g.tex) == 1 && isLetter(g.tex[0]) || strings.HasPrefix(g.tex, `\text{`)
}

func isDigits(s string) bool { return s != "" && digits(s) == len(s) }

// call is the function whose name comes next, nil where there is none.
func (r *formulaReader) call() func(Expr) Expr {
	if r.pos == len(r.row) {
		return nil
	}
	g, _ := baseOf(r.row[r.pos]).(nameGlyph)
	return formulaCalls[g.tex]
}

func (r *formulaReader) factor() (Expr, error) {
	if r.pos == len(r.row) {
		return nil, errors.New("the expression ends where an operand should follow")
	}
	if f := r.call(); f != nil {
		return r.called(f)
	}
	if r.tex() == "(" {
		return r.bracket()
	}
	piece := r.row[r.pos]
	script, scripted := piece.(nameScript)
	switch base := baseOf(piece).(type) {
	case nameGroup, nameFrac, nameCommand:
		e, err := structure(base)
		if err != nil || e == nil {
			if err != nil {
				return nil, err
			}
			return r.symbol()
		}
		r.pos++
		if !scripted {
			return e, nil
		}
		return raised(e, script)
	case nameGlyph:
		switch {
		case isDigits(base.tex):
			return r.number()
		case !isOperandGlyph(base):
			return nil, fmt.Errorf("%s can't stand there in an expression", base.latex())
		}
	}
	return r.symbol()
}

// structure reads braces, a fraction or a root; nil for an accent or a change of font, which are symbols.
func structure(n nameNode) (Expr, error) {
	switch n := n.(type) {
	case nameGroup:
		return formulaSum(n)
	case nameFrac:
		num, err := formulaSum(n.num)
		if err != nil {
			return nil, err
		}
		den, err := formulaSum(n.den)
		if err == nil && IsZero(den) {
			err = errors.New("this divides by zero")
		}
		if err != nil {
			return nil, err
		}
		return Div(num, den), nil
	case nameCommand:
		if n.name != "sqrt" {
			return nil, nil
		}
		e, err := formulaSum(n.arg)
		if err != nil {
			return nil, err
		}
		return Sqrt(e), nil
	}
	return nil, nil
}

// raised is an operand with its exponent. It can have no other script.
func raised(e Expr, s nameScript) (Expr, error) {
	if s.sub != nil || s.primes > 0 || s.sup == nil {
		return nil, errors.New("only a symbol has a subscript or a prime")
	}
	exp, err := formulaSum(s.sup)
	if err != nil {
		return nil, err
	}
	if n, ok := exp.(*Number); ok && IsZero(e) && n.val.Sign() < 0 {
		return nil, errors.New("this divides by zero")
	}
	return Pow(e, exp), nil
}

// called reads a function and its argument: \sin(\omega t), \sin^2\omega t.
func (r *formulaReader) called(f func(Expr) Expr) (Expr, error) {
	script, scripted := r.row[r.pos].(nameScript)
	r.pos++
	read := func() (Expr, error) { return r.product(true) }
	if r.tex() == "(" {
		read = r.bracket
	}
	arg, err := read()
	if err != nil {
		return nil, err
	}
	if !scripted {
		return f(arg), nil
	}
	return raised(f(arg), script)
}

// bracket reads a sum in brackets, with an exponent behind.
func (r *formulaReader) bracket() (Expr, error) {
	depth := 0
	for end := r.pos; end < len(r.row); end++ {
		g, _ := baseOf(r.row[end]).(nameGlyph)
		switch g.tex {
		case "(":
			depth++
		case ")":
			depth--
		}
		if depth > 0 {
			continue
		}
		e, err := formulaSum(r.row[r.pos+1 : end])
		if err != nil {
			return nil, err
		}
		script, scripted := r.row[end].(nameScript)
		r.pos = end + 1
		if scripted {
			return raised(e, script)
		}
		return e, nil
	}
	return nil, errors.New("a closing bracket is missing")
}

// number reads digits, with an exponent behind the last.
func (r *formulaReader) number() (Expr, error) {
	var text strings.Builder
	for r.pos < len(r.row) {
		piece := r.row[r.pos]
		g, ok := baseOf(piece).(nameGlyph)
		if !ok || !isDigits(g.tex) && g.tex != "." {
			break
		}
		text.WriteString(g.tex)
		r.pos++
		if script, scripted := piece.(nameScript); scripted {
			n, err := ParseNumber(text.String())
			if err != nil {
				return nil, err
			}
			return raised(n, script)
		}
	}
	return ParseNumber(text.String())
}

// symbol reads a letter with its marks and scripts, and (t) behind a function of time. A superscript that is no mark is an
// exponent, and that of e makes it the exponential function.
func (r *formulaReader) symbol() (Expr, error) {
	piece := r.row[r.pos]
	r.pos++
	var exponent nameNode
	if s, ok := piece.(nameScript); ok && s.sup != nil && !isWordCommandMark(s.sup) {
		exponent, s.sup = s.sup, nil
		if piece = s; s.sub == nil && s.primes == 0 {
			piece = s.base
		}
	}
	if g, ok := piece.(nameGlyph); ok {
		switch {
		case g.tex == "e" && exponent != nil:
			exp, err := formulaSum(exponent)
			if err != nil {
				return nil, err
			}
			return Exp(exp), nil
		case g.tex == `\Delta` || g.tex == `\delta`:
			if r.operandNext() && r.call() == nil && r.tex() != "(" {
				piece = nameRow{g, r.row[r.pos]}
				r.pos++
			}
		}
	}
	e, err := r.named(piece)
	if err != nil || exponent == nil {
		return e, err
	}
	return raised(e, nameScript{sup: exponent})
}

// isWordCommandMark reports whether a superscript is a mark, such as *, and not a letter or a number.
func isWordCommandMark(n nameNode) bool {
	g, ok := n.(nameGlyph)
	return ok && !isOperandGlyph(g)
}

func (r *formulaReader) named(piece nameNode) (Expr, error) {
	name := Name{Plain: identifier(piece), LaTeX: piece.latex(), Text: piece.text()}
	if name.Plain == "" {
		return nil, errors.New("this shows nothing")
	}
	name.look(piece)
	if name.Key() == Pi().(*Symbol).name.Key() {
		return Pi(), nil
	}
	if r.tex() != "(" {
		return NewSymbol(name), nil
	}
	if ahead := r.row[r.pos:]; len(ahead) > 2 && ahead[:3].latex() == "(t)" {
		r.pos += 3
		name.key = name.Key()
		name.LaTeX, name.Text = name.LaTeX+"(t)", name.Text+"(t)"
		return NewFunction(name), nil
	}
	return nil, fmt.Errorf(`to multiply %s by what is in brackets, write \cdot between them; only functions of time can be given, such as F(t)`, name.LaTeX)
}
