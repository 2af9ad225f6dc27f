package check

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"diagram/dsl/syntax"
	"diagram/dsl/unit"
	"diagram/symbolic"
	"diagram/symbolic/formula"
	"diagram/symbolic/naming"
	"diagram/symbolic/read"
)

// readParameter reads a parameter: a symbol, a number, an expression of them, or, with math, LaTeX that stands for a symbol
// even where it has no command in it.
func readParameter(text string, math bool) (symbolic.Expr, error) {
	text = plainScripts(undollared(text))
	e, err := read.Expr(text)
	if err == nil {
		return e, nil
	}
	if strings.ContainsAny(text, `\{`) {
		return mathSymbol(text, err)
	}
	if _, several := readName(text); errors.As(several, new(*severalError)) {
		return nil, several
	}
	if number, rest := splitNumber(text); !math || number != "" && !factor(number, rest) {
		return nil, err
	}
	return mathSymbol(text, err)
}

// mathSymbol reads LaTeX math that is no expression as authors type it: what is a formula as one, else as a symbol, with a number before it as a factor: 2k is twice k. What
// would have to be an expression, to mean what it shows, is refused with the reason why it isn't one.
func mathSymbol(text string, reason error) (symbolic.Expr, error) {
	if read.IsFormula(text) {
		if _, err := readName(text); err != nil {
			return nil, err
		}
		return read.Formula(text)
	}
	number, rest := splitNumber(strings.TrimSpace(text))
	name, err := readName(rest)
	if err != nil {
		return nil, err
	}
	if splitter(name.LaTeX(), operators) != "" {
		if e, err := read.Formula(text); err == nil && strings.Contains(text, `\`) {
			return e, nil
		}
		if number != "" {
			return nil, errors.New("write * between a number and what it multiplies")
		}
		return nil, reason
	}
	if callsFunction(rest) {
		return nil, reason
	}
	symbol, err := symbolOrFunction(name)
	if err != nil || number == "" {
		return symbol, err
	}
	n, err := symbolic.ParseNumber(number)
	if err != nil {
		return nil, err
	}
	return symbolic.Mul(n, symbol), nil
}

// call is a word with a bracket, without a backslash.
var call = regexp.MustCompile(`(?:^|[^\\A-Za-z])([A-Za-z]+)\(`)

// callsFunction reports whether a text has a function in it that only an expression can have: cos(w t), unlike \cos(w t).
func callsFunction(text string) bool {
	return slices.ContainsFunc(call.FindAllStringSubmatch(text, -1), func(m []string) bool { return isFunction(m[1]) })
}

// isFunction reports whether expressions know a function of that name.
func isFunction(name string) bool {
	_, err := read.Expr(name + "(1)")
	return err == nil
}

// symbolOrFunction is a function of time where the name ends with (t), else a symbol. No symbol depends on anything else.
func symbolOrFunction(name naming.Name) (symbolic.Expr, error) {
	of, rest := beforeBracket(name)
	closed := len(rest) > 1 && formula.HasArgument(rest)
	argument := ""
	if closed {
		argument = formula.LaTeX(rest[1 : len(rest)-1])
	}
	switch parts := of.Parts(); {
	case !closed:
		return symbolic.NewSymbol(name), nil
	case argument == "t" && (len(parts) == 1 || len(parts) == 2 && isChange(parts[0])):
		return symbolic.NewFunction(name), nil
	case argument == "t":
		return nil, errors.New("write * between a function of time and what it multiplies, as in r*F(t)")
	case len(parts) == 1 && splitter(argument, operators) == "" && strings.ContainsFunc(argument, unicode.IsLetter):
		return nil, errors.New("only functions of time can be given, such as F(t)")
	}
	return symbolic.NewSymbol(name), nil
}

// isChange reports whether a symbol is a sign for a change of the one behind it: Δp is one symbol.
func isChange(name naming.Name) bool { return name.Plain() == "Delta" || name.Plain() == "delta" }

// readName reads a symbol, in which neither relations nor lists can stand: an equation would print them as they are.
func readName(text string) (naming.Name, error) {
	text = plainScripts(text)
	name, err := naming.Parse(text)
	if err != nil {
		return name, err
	}
	if sign := splitter(name.LaTeX(), separators); sign != "" {
		return name, &severalError{text: text, sign: sign}
	}
	if !strings.ContainsFunc(text, unicode.IsLetter) {
		return name, fmt.Errorf("%s is not a symbol", quote(text))
	}
	if word := wordIn(text); word != "" && word != strings.TrimSpace(text) {
		return name, &wordError{word}
	}
	return name, nil
}

// wordError says that a word stands in a formula, where it would be printed as a product of letters.
type wordError struct{ word string }

func (e *wordError) Error() string { return quote(e.word) + " is a word, not a symbol" }

func (e *wordError) help() string {
	return `words beside an element go in its label, with mathematics between dollars: label="stiffness $k$"; in a formula they go in \text{…}`
}

// readCoordinate reads the symbol of a coordinate. No sum or product can be one, nor a number.
func readCoordinate(text string) (naming.Name, error) {
	name, err := readName(text)
	if err == nil && (splitter(name.LaTeX(), operators) != "" || startsWithNumber(text) || read.IsFormula(text) || !isOne(name)) {
		err = fmt.Errorf("%s is not a symbol", quote(text))
	}
	return name, err
}

// isOne reports whether a name is one symbol, with (t) or without.
func isOne(name naming.Name) bool {
	of, _ := beforeBracket(name)
	return len(of.Parts()) <= 1
}

// beforeBracket parts a name at its first bracket: F and (t) of F(t).
func beforeBracket(name naming.Name) (of naming.Name, rest formula.Row) {
	row := formula.AsRow(name.Tree())
	i := slices.IndexFunc(row, func(n formula.Node) bool { g, ok := n.(formula.Glyph); return ok && g.TeX == "(" })
	if i < 0 {
		return name, nil
	}
	return naming.Of(row[:i:i]), row[i:]
}

// Signs that make a text more than one symbol: those of relations and lists, which no parameter can have, and of expressions.
const (
	separators = "=<>,;"
	operators  = "+-*/"
)

// splitter is the first of some signs in a formula that stands neither in braces, as in k_{1,2}, nor in brackets.
func splitter(latex, signs string) string {
	depth := 0
	for i := 0; i < len(latex); i++ {
		switch c := latex[i]; c {
		case '{', '(', '[':
			depth++
		case '}', ')', ']':
			depth--
		case '\\':
			i++ // a space such as \,
		case '_', '^':
			if i+1 < len(latex) && latex[i+1] != '{' {
				i++ // a script of one character
			}
		default:
			if depth <= 0 && strings.IndexByte(signs, c) >= 0 {
				return string(c)
			}
		}
	}
	return ""
}

// severalError says that a text in the place of a symbol is a relation or a list.
type severalError struct{ text, sign string }

func (e *severalError) Error() string { return "a symbol can't contain " + e.sign }

// help says what to write instead: a value goes into a line of its own.
func (e *severalError) help() string {
	symbol, value, _ := strings.Cut(e.text, e.sign)
	symbol, value = strings.TrimSpace(symbol), strings.TrimSpace(value)
	_, err := unit.Parse(value)
	if e.sign == "=" && err == nil && symbol != "" && syntax.WordLength(symbol, syntax.IsWordPart) == len(symbol) {
		return fmt.Sprintf("keep the symbol, %s, and give it its value on a line of its own: %s = %s", symbol, symbol, value)
	}
	return `write one symbol; words go in \text{…}`
}

// factor reports whether a number can be a factor of what follows it: a symbol, neither a unit behind a blank nor a number's
// exponent (1e400) or digits (0x10).
func factor(number, rest string) bool {
	exponent := false
	if behind, ok := strings.CutPrefix(strings.ToLower(rest), "e"); ok {
		exponent = startsWithNumber(strings.TrimLeft(behind, "+-"))
	}
	return syntax.IsWordStart(firstRune(rest)) && strings.Trim(number, "0.") != "" && !exponent && !strings.ContainsAny(rest, " \t/")
}

// splitNumber parts 2k into 2 and k.
func splitNumber(text string) (number, rest string) {
	i := 0
	for i < len(text) && (isDigit(text[i]) || text[i] == '.' && i > 0) {
		i++
	}
	return text[:i], text[i:]
}

func startsWithNumber(text string) bool {
	number, _ := splitNumber(strings.TrimSpace(text))
	return number != ""
}

// undollared takes the dollars off $k_1$: many authors write them around math.
func undollared(text string) string {
	if inner := strings.TrimSuffix(strings.TrimPrefix(text, "$"), "$"); len(inner) == len(text)-2 && !strings.Contains(inner, "$") {
		return inner
	}
	return text
}

// isParameter reports whether a formula stands for a parameter: it is no value with a unit.
func isParameter(formula string) bool {
	number, rest := splitNumber(formula)
	if number == "" || rest == "" || factor(number, rest) {
		return true
	}
	_, err := unit.Parse(formula)
	return err != nil
}

// compares reports whether a text begins like a relation: a symbol and a sign, but no words before it.
func compares(text string) bool {
	i := strings.IndexAny(text, "=<>")
	if i < 0 {
		return false
	}
	_, err := naming.Parse(text[:i])
	lone := syntax.WordLength(strings.TrimSpace(text[:i]), syntax.IsWordPart) == len(strings.TrimSpace(text[:i]))
	return err == nil && syntax.IsWordStart(firstRune(text)) && (lone || wordIn(text[:i]) == "")
}
