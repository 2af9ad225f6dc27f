package read

import (
	"errors"
	"fmt"
	"strings"

	"diagram/symbolic"
	"diagram/symbolic/formula"
	"diagram/symbolic/naming"
)

// IsFormula reports whether LaTeX math is more than a symbol: a fraction, a root, a function such as \sin, or braces around
// a sum. What merely stands side by side, as in \lambda_0 g, may be one symbol.
func IsFormula(src string) bool {
	root, err := parseFormulaTree(src)
	return err == nil && isFormula(root)
}

// Formula reads LaTeX math as an expression: F_0\cos(\omega t), \frac12 k, \frac{k_1+k_2}{2}. Unlike to [Expr],
// every letter is a symbol, and those side by side are multiplied.
func Formula(src string) (symbolic.Expr, error) {
	root, err := parseFormulaTree(src)
	if err != nil {
		return nil, err
	}
	return formulaSum(root)
}

func parseFormulaTree(src string) (formula.Row, error) {
	if len(src) > naming.MaxBytes {
		return nil, fmt.Errorf("this formula has %d bytes; it may have %d", len(src), naming.MaxBytes)
	}
	return formula.Read(src)
}

// isFormula doesn't look into scripts and accents, in which anything belongs to the symbol.
func isFormula(n formula.Node) bool {
	switch n := n.(type) {
	case formula.Glyph:
		return formulaCalls[n.TeX] != nil || n.TeX == `\pm` || n.TeX == `\mp`
	case formula.Row:
		return anyFormula(n)
	case formula.Group:
		return anyFormula(n.Row) || anyOperator(n.Row)
	case formula.Script:
		return isFormula(n.Base)
	case formula.Frac, formula.Root:
		return true
	}
	return false
}

func anyFormula(row formula.Row) bool {
	for _, n := range row {
		if isFormula(n) {
			return true
		}
	}
	return false
}

func anyOperator(row formula.Row) bool {
	for _, n := range row {
		if g, ok := n.(formula.Glyph); ok && strings.Contains("+-*/", g.TeX) {
			return true
		}
	}
	return false
}

var formulaCalls = map[string]func(symbolic.Expr) symbolic.Expr{
	`\sin`: symbolic.Sin, `\cos`: symbolic.Cos, `\tan`: symbolic.Tan, `\exp`: symbolic.Exp, `\ln`: symbolic.Log, `\log`: symbolic.Log,
}

// formulaReader walks along the pieces of a row.
type formulaReader struct {
	row formula.Row
	pos int
}

// formulaSum reads a piece as a sum.
func formulaSum(n formula.Node) (symbolic.Expr, error) {
	r := &formulaReader{}
	for _, piece := range rowOf(n) {
		if g, ok := piece.(formula.Glyph); !ok || g.Word != "" || strings.TrimSpace(g.Shape) != "" {
			r.row = append(r.row, piece) // not a space
		}
	}
	if len(r.row) == 0 {
		return nil, errors.New("an expression is missing")
	}
	e, err := r.sum()
	if err == nil && r.pos < len(r.row) {
		err = fmt.Errorf("%s can't stand in an expression", formula.LaTeX(r.row[r.pos]))
	}
	return e, err
}

// rowOf takes the braces off a piece.
func rowOf(n formula.Node) formula.Row {
	switch n := n.(type) {
	case formula.Row:
		return n
	case formula.Group:
		return n.Row
	}
	return formula.Row{n}
}

// tex is the sign or letter that comes next; empty for anything else and at the end.
func (r *formulaReader) tex() string {
	if r.pos == len(r.row) {
		return ""
	}
	g, _ := r.row[r.pos].(formula.Glyph)
	return g.TeX
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

func (r *formulaReader) sum() (symbolic.Expr, error) {
	var terms []symbolic.Expr
	for {
		minus := false
		if r.accept("-") {
			minus = true
		} else if !r.accept("+") && len(terms) > 0 {
			return single(terms, symbolic.Add), nil
		}
		t, err := r.product(false)
		if err != nil {
			return nil, err
		}
		if minus {
			t = symbolic.Neg(t)
		}
		terms = append(terms, t)
	}
}

// product reads factors up to what can't be one. The argument of a function without brackets ends before a further
// function or bracket as well.
func (r *formulaReader) product(argument bool) (symbolic.Expr, error) {
	var factors []symbolic.Expr
	for {
		over := false
		switch {
		case r.accept("*", `\cdot`, `\times`):
		case len(factors) > 0 && r.accept("/"):
			over = true
		case len(factors) > 0 && (!r.operandNext() || argument && (r.call() != nil || r.tex() == "(")):
			return single(factors, symbolic.Mul), nil
		}
		f, err := r.factor()
		if err != nil {
			return nil, err
		}
		if over {
			if symbolic.IsZero(f) {
				return nil, errors.New("this divides by zero")
			}
			f = symbolic.Pow(f, symbolic.Int(-1))
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
	g, ok := base.(formula.Glyph)
	return !ok || g.TeX == "(" || formulaCalls[g.TeX] != nil || isOperandGlyph(g)
}

// baseOf is a piece without its scripts.
func baseOf(n formula.Node) formula.Node {
	if s, ok := n.(formula.Script); ok {
		return s.Base
	}
	return n
}

// isOperandGlyph reports whether a glyph is a letter or a digit.
func isOperandGlyph(g formula.Glyph) bool {
	_, greek := formula.GreekNamed(g.Word)
	return greek || formula.IsDigits(g.TeX) || len(g.TeX) == 1 && isLetter(g.TeX[0]) || strings.HasPrefix(g.TeX, `\text{`)
}

// call is the function whose name comes next, nil where there is none.
func (r *formulaReader) call() func(symbolic.Expr) symbolic.Expr {
	if r.pos == len(r.row) {
		return nil
	}
	g, _ := baseOf(r.row[r.pos]).(formula.Glyph)
	return formulaCalls[g.TeX]
}

func (r *formulaReader) factor() (symbolic.Expr, error) {
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
	script, scripted := piece.(formula.Script)
	switch base := baseOf(piece).(type) {
	case formula.Group, formula.Frac, formula.Root, formula.Command:
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
	case formula.Glyph:
		switch {
		case formula.IsDigits(base.TeX):
			return r.number()
		case !isOperandGlyph(base):
			return nil, fmt.Errorf("%s can't stand there in an expression", base.TeX)
		}
	}
	return r.symbol()
}

// structure reads braces, a fraction or a root; nil for an accent or a change of font, which are symbols.
func structure(n formula.Node) (symbolic.Expr, error) {
	switch n := n.(type) {
	case formula.Group:
		return formulaSum(n)
	case formula.Frac:
		num, err := formulaSum(n.Num)
		if err != nil {
			return nil, err
		}
		den, err := formulaSum(n.Den)
		if err == nil && symbolic.IsZero(den) {
			err = errors.New("this divides by zero")
		}
		if err != nil {
			return nil, err
		}
		return symbolic.Div(num, den), nil
	case formula.Root:
		e, err := formulaSum(n.Of)
		if err != nil {
			return nil, err
		}
		return symbolic.Sqrt(e), nil
	}
	return nil, nil
}

// raised is an operand with its exponent. It can have no other script.
func raised(e symbolic.Expr, s formula.Script) (symbolic.Expr, error) {
	if s.Sub != nil || s.Primes > 0 || s.Sup == nil {
		return nil, errors.New("only a symbol has a subscript or a prime")
	}
	exp, err := formulaSum(s.Sup)
	if err != nil {
		return nil, err
	}
	if n, ok := exp.(*symbolic.Number); ok && symbolic.IsZero(e) && n.Value().Sign() < 0 {
		return nil, errors.New("this divides by zero")
	}
	return symbolic.Pow(e, exp), nil
}

// called reads a function and its argument: \sin(\omega t), \sin^2\omega t.
func (r *formulaReader) called(f func(symbolic.Expr) symbolic.Expr) (symbolic.Expr, error) {
	script, scripted := r.row[r.pos].(formula.Script)
	r.pos++
	read := func() (symbolic.Expr, error) { return r.product(true) }
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
func (r *formulaReader) bracket() (symbolic.Expr, error) {
	depth := 0
	for end := r.pos; end < len(r.row); end++ {
		g, _ := baseOf(r.row[end]).(formula.Glyph)
		switch g.TeX {
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
		script, scripted := r.row[end].(formula.Script)
		r.pos = end + 1
		if scripted {
			return raised(e, script)
		}
		return e, nil
	}
	return nil, errors.New("a closing bracket is missing")
}

// number reads digits, with an exponent behind the last.
func (r *formulaReader) number() (symbolic.Expr, error) {
	var text strings.Builder
	for r.pos < len(r.row) {
		piece := r.row[r.pos]
		g, ok := baseOf(piece).(formula.Glyph)
		if !ok || !formula.IsDigits(g.TeX) && g.TeX != "." {
			break
		}
		text.WriteString(g.TeX)
		r.pos++
		if script, scripted := piece.(formula.Script); scripted {
			n, err := symbolic.ParseNumber(text.String())
			if err != nil {
				return nil, err
			}
			return raised(n, script)
		}
	}
	return symbolic.ParseNumber(text.String())
}

// symbol reads a letter with its marks and scripts, and (t) behind a function of time. A superscript that is no mark is an
// exponent, and that of e makes it the exponential function.
func (r *formulaReader) symbol() (symbolic.Expr, error) {
	piece := r.row[r.pos]
	r.pos++
	var exponent formula.Node
	if s, ok := piece.(formula.Script); ok && s.Sup != nil && !isWordCommandMark(s.Sup) {
		exponent, s.Sup = s.Sup, nil
		if piece = s; s.Sub == nil && s.Primes == 0 {
			piece = s.Base
		}
	}
	if g, ok := piece.(formula.Glyph); ok {
		switch {
		case g.TeX == "e" && exponent != nil:
			exp, err := formulaSum(exponent)
			if err != nil {
				return nil, err
			}
			return symbolic.Exp(exp), nil
		case g.TeX == `\Delta` || g.TeX == `\delta`:
			if r.operandNext() && r.call() == nil && r.tex() != "(" {
				piece = formula.Row{g, r.row[r.pos]}
				r.pos++
			}
		}
	}
	e, err := r.named(piece)
	if err != nil || exponent == nil {
		return e, err
	}
	return raised(e, formula.Script{Sup: exponent})
}

// isWordCommandMark reports whether a superscript is a mark, such as *, and not a letter or a number.
func isWordCommandMark(n formula.Node) bool {
	g, ok := n.(formula.Glyph)
	return ok && !isOperandGlyph(g)
}

func (r *formulaReader) named(piece formula.Node) (symbolic.Expr, error) {
	name := naming.Of(piece)
	if name.Plain() == "" {
		return nil, errors.New("this shows nothing")
	}
	if name.Key() == naming.Pi.Key() {
		return symbolic.Pi(), nil
	}
	if r.tex() != "(" {
		return symbolic.NewSymbol(name), nil
	}
	if ahead := r.row[r.pos:]; len(ahead) > 2 && naming.IsArgument(ahead[:3]) {
		r.pos += 3
		return symbolic.NewFunction(name.OfTime()), nil
	}
	return nil, fmt.Errorf(`to multiply %s by what is in brackets, write \cdot between them; only functions of time can be given, such as F(t)`, name.LaTeX())
}
